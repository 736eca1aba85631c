"""What both engines that run Whisper hear, with tiny models of the real classes that were taught it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flows.commands import weights_import
from languages.engine_codes import codes
from languages.weights import sha256_of
from speech import whisper_ears
from speech.engine import ListenJob
from tests.neural.whisper.kit import FASTER, HEARD, KINDS, OPENAI, Kind, hear, job, refusal, write
from tests.tiny import whisper as tiny

pytestmark = pytest.mark.timeout(240)  # teaching the tiny model takes ten CPU seconds

TAGS = {"tl": "fil", "jw": "jv"}
"""Whisper's own codes → canonical tags, where they differ."""


def all_jobs(kind: Kind, songs: Path) -> tuple[ListenJob, ...]:
    """What was taught, and a loop in the middle."""
    keys = [*HEARD]
    keys.insert(3, ("loop", "la"))
    return tuple(job(songs / f"{s}.flac", kind.ear(TAGS.get(c, c)), f"{n}") for n, (s, c) in enumerate(keys))


def test_what_was_taught_is_heard_in_order_and_each_word_over_its_tone(root: Path, songs: Path, kind: Kind) -> None:
    engine = kind.engine(root)
    jobs = tuple(job(songs / f"{s}.flac", kind.ear(TAGS.get(c, c)), f"{s} {c}") for s, c in HEARD)
    for asked, ((song, _), text), answer in zip(jobs, HEARD.items(), hear(engine, *jobs), strict=True):
        assert (answer.line, answer.language, answer.text) == (asked.line, asked.language, text)
        assert not answer.aligned
        assert answer.confidence > 0.8
        words, tones = answer.words, tiny.sing(song).tones
        assert [w.text for w in words] == (text.split() if " " in text else list(text))
        assert [text[w.offset : w.offset + len(w.text)] for w in words] == [w.text for w in words]
        assert all(abs(w.start / 48_000 - a) < 0.15 for w, (a, _) in zip(words[1:], tones[1:], strict=True))
        for word, tone in zip(words, tones, strict=True):
            assert max(tones, key=lambda t: min(word.end / 48_000, t[1]) - max(word.start / 48_000, t[0])) == tone
    engine.close()


def test_words_are_in_order_and_within_the_sound_even_where_that_was_cut(
    root: Path, tmp_path: Path, kind: Kind
) -> None:
    engine, song = kind.engine(root), tiny.sing("bridge").samples
    for cut in (0, 3000, 6000, 9000):
        sound = song[: len(song) - cut]
        (told,) = hear(engine, job(write(tmp_path / "a.flac", sound), kind.ear()))
        assert told.text == HEARD["bridge", "es"]
        ends = [0, *(t for w in told.words for t in (w.start, w.end)), len(sound) * 3]
        assert ends == sorted(ends)
        assert all(w.start < w.end for w in told.words)
    engine.close()


def test_both_engines_hear_the_same(root: Path, songs: Path) -> None:
    """float32 through torch, and int8 through CTranslate2."""
    theirs, ours = (hear(k.engine(root), *all_jobs(k, songs)) for k in KINDS.values())
    for a, b in zip(theirs, ours, strict=True):
        if a.line == "3":
            continue  # the loop: each draws its own
        assert a.text == b.text
        assert a.confidence == pytest.approx(b.confidence, abs=0.03)
        assert max(abs(v.start - w.start) for v, w in zip(a.words, b.words, strict=True)) <= 0.06 * 48_000


def test_what_openai_publishes_is_heard_after_import_as_by_whisper_itself(
    songs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    import whisper

    (tmp_path / "from").mkdir()
    file = tmp_path / "from" / "xs.pt"
    torch.save(tiny.published(tiny.taught()), file)
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))
    assert weights_import.run(tiny.OPENAI, str(file.parent), sha256_of(file)) == 0
    itself: Any = whisper.load_model(str(file), device="cpu")
    for song, code in (("bridge", "es"), ("rain", "zh")):
        samples = whisper_ears.window(tiny.sing(song).samples)
        theirs = itself.transcribe(samples, language=code, beam_size=5, fp16=False, word_timestamps=True)
        (told,) = hear(OPENAI.module.Engine(), job(songs / f"{song}.flac", OPENAI.ear(code)))
        assert told.text == theirs["text"].strip()
        ends = [round((w["end"] - 0.4) * 48_000) for part in theirs["segments"] for w in part["words"]]
        assert [w.end for w in told.words] == pytest.approx(ends, abs=0.03 * 48_000)  # 16 bits, FLAC


def test_a_line_is_heard_alike_alone_in_a_batch_and_after_others(root: Path, songs: Path, kind: Kind) -> None:
    jobs = all_jobs(kind, songs)
    engine = kind.engine(root)
    first = engine.listen(jobs)
    assert engine.listen(jobs[::-1])[::-1] == first
    engine.close()
    fresh = kind.engine(root)
    assert tuple(fresh.listen((one,))[0] for one in jobs) == first
    fresh.close()


def test_a_loop_is_left_by_chance_which_is_the_same_every_time(
    root: Path, songs: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, asked = kind.engine(root), job(songs / "loop.flac", kind.ear("la"))
    drawn = hear(engine, asked)
    assert len(set(drawn[0].text.split())) > 3
    assert hear(engine, asked, asked) == drawn * 2
    engine.close()
    monkeypatch.setattr(kind.module, "TEMPERATURES", (0.0,))
    (likeliest,) = hear(kind.engine(root), asked)
    assert len(set(likeliest.text.split())) < 4, "without chance it loops"


def test_the_transcript_does_not_look_at_the_text(root: Path, songs: Path, kind: Kind) -> None:
    path, text = songs / "bridge.flac", HEARD["bridge", "es"]
    answers = hear(kind.engine(root), *(job(path, kind.ear(), text=t) for t in (text, "El mar.", "")))
    assert answers[0] == answers[1] == answers[2]


def test_languages_are_those_of_both_libraries_by_their_own_codes(root: Path, songs: Path, kind: Kind) -> None:
    from faster_whisper.tokenizer import _LANGUAGE_CODES
    from whisper.tokenizer import LANGUAGES

    assert set(codes("whisper")) == set(LANGUAGES) == set(_LANGUAGE_CODES)
    engine = kind.engine(root)
    ears = engine.ears()
    assert {e.language for e in ears} == set(codes("whisper").values()) - {"yue"}
    assert all(e.transcribes and not e.aligns and not e.broken for e in ears)
    for tag in ("tlh", "zh-Hant", "jw", "tl", "quy", "es-MX"):
        assert engine.ears(tag) == ()
        assert f"does not list the language {tag}" in refusal(engine, songs / "bridge.flac", kind.ear(tag))


def test_words_are_placed_by_the_heads_that_openai_published(tmp_path: Path) -> None:
    from ctranslate2.converters.transformers import _WHISPER_ALIGNMENT_HEADS

    sizes = {"n_text_state": 24, "n_audio_state": 24, "n_text_head": 6, "n_text_layer": 4}
    folder = tiny.build(tmp_path, "whisper-tiny", tiny.untaught(**sizes))
    model = OPENAI.module._load(folder, "whisper-tiny", "cpu")
    found = {(int(layer), int(head)) for layer, head in model.alignment_heads.indices().T}
    assert found == set(_WHISPER_ALIGNMENT_HEADS["openai/whisper-tiny"])


def test_a_last_window_of_half_a_frame_stops_nobody(root: Path, tmp_path: Path, kind: Kind) -> None:
    """30.01 s: the second window would have 10 ms, in which no word has a place."""
    sound = np.zeros(round(29.21 * tiny.RATE_HZ), np.float32)
    song = tiny.sing("bridge").samples
    sound[: len(song)] = song
    path = write(tmp_path / "a.flac", sound)
    assert len(whisper_ears.window(sound)) % 320 == 0
    (told,) = hear(kind.engine(root), job(path, kind.ear()))
    assert told.text.startswith(HEARD["bridge", "es"])
    assert told.words


def test_text_is_kept_where_the_library_cannot_place_its_words(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = np.zeros(round(30.01 * tiny.RATE_HZ), np.float32)
    song = tiny.sing("bridge").samples
    sound[6400 : 6400 + len(song)] = song
    monkeypatch.setattr(FASTER.module, "window", lambda sound: sound)
    (told,) = hear(FASTER.engine(root), job(write(tmp_path / "a.flac", sound), FASTER.ear()))
    assert told.text.startswith(HEARD["bridge", "es"])
    assert told.words == ()
