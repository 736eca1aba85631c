"""Tests of the engine ``mms`` with tiny models of the real classes."""

from __future__ import annotations

import dataclasses
import gc
import random
import resource
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from languages.card import Failed
from languages.errors import EngineUnusable
from speech.engine import SpeakJob, Spoken
from speech.engines import mms as engine_module
from speech.engines.mms import Engine
from speech.mms_text import ids_of, spell
from speech.spoken_text import ReadAs
from tests.scarce import spent
from tests.tiny import mms as tiny

QUY = "mms-tts-quy"
LINES = (
    "Allin punchaw, ñuqa kani.",
    "Huk runa.",
    "Wasiykita qawarqani, manam pitapas tarirqanichu.",
    "Ari.",
    "Imaynallataq kachkanki, mamay?",
    "Killapas intipas llaqtanchikta akllan.",
    "Mayu.",
    "Kunan punchaw paran.",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("mms")
    tiny.build(place, QUY)
    tiny.build(place, "mms-tts-abi", letters="abcdefghijklmnopqrstuvwxyz", roman=True)
    tiny.build(place, "mms-tts-ron", letters="abcdefghijklmnopqrstuvwxyzăâîşţ")
    return place


def job(folder: Path, text: str, voice: str = QUY, line: str = "1") -> SpeakJob:
    return SpeakJob(line=line, text=text, language="quy", voice=voice, folder=str(folder))


def spoken(engine: Engine, folder: Path, text: str, voice: str = QUY) -> Spoken:
    (result,) = engine.speak((job(folder, text, voice),))
    assert isinstance(result, Spoken), result
    return result


def sound(result: Spoken) -> np.ndarray:
    return soundfile.read(result.path, dtype="float32")[0]


def test_lines_come_in_order_with_word_times_that_the_model_reports(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    jobs = tuple(job(tmp_path, text, line=str(i)) for i, text in enumerate(LINES))
    results = engine.speak(jobs)
    for asked, result in zip(jobs, results, strict=True):
        assert isinstance(result, Spoken), result
        info = soundfile.info(result.path)
        u = result.utterance
        assert (info.format, info.subtype, info.samplerate, info.channels) == ("FLAC", "PCM_16", 48_000, 1)
        assert (info.frames, u.line, u.language) == (u.length, asked.line, "quy")
        assert [w.text for w in u.words] == asked.text.split()
        assert all(w.reported for w in u.words)
    engine.close()


def test_a_number_is_heard_as_the_words_it_is_read_as_and_keeps_its_place(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    asked = job(tmp_path, "Kaypi 12 runa.")
    read_as = (ReadAs(start=6, end=8, words="chunka iskayniyuq"),)
    in_words, written, digits = engine.speak(
        (dataclasses.replace(asked, read_as=read_as), job(tmp_path, "Kaypi chunka iskayniyuq runa."), asked)
    )
    assert isinstance(in_words, Spoken)
    assert isinstance(written, Spoken)
    assert isinstance(digits, Spoken)
    assert np.array_equal(sound(in_words), sound(written))
    kaypi, number, runa = in_words.utterance.words
    assert (number.text, number.offset, number.reported) == ("12", 6, True)
    assert (kaypi.start, number.start, runa.start) == tuple(written.utterance.words[i].start for i in (0, 1, 3))
    assert in_words.utterance.findings == ()
    assert "«1», «2»" in digits.utterance.findings[0].text
    engine.close()


def test_word_times_are_the_sums_of_the_durations_of_the_model(root: Path) -> None:
    """Worked out here a second time, from a bare model with the same seed."""
    import torch
    from transformers import VitsModel, VitsTokenizer

    model: Any = VitsModel.from_pretrained(root / QUY).eval()
    tokenizer: Any = VitsTokenizer.from_pretrained(root / QUY)
    heard: list[Any] = []
    model.duration_predictor.register_forward_hook(lambda _, args, out: heard.append((out, args[1])))
    loaded = engine_module._load(root / QUY, "cpu")
    (spelled,) = spell("huk runa", loaded.known)
    (row,) = engine_module._rows(0, job(root, "huk runa"), (spelled,), loaded)
    (ours,) = engine_module._forward(loaded, [row], alone=True)
    torch.manual_seed(row.seed)
    with torch.inference_mode():
        theirs = model(**tokenizer("huk runa", return_tensors="pt"))
    frames = torch.ceil(torch.exp(heard[0][0]) * heard[0][1]).flatten().int().tolist()
    assert len(ours.samples) == sum(frames) * 256
    np.testing.assert_allclose(ours.samples, theirs.waveform[0].numpy(), atol=1e-4)
    assert dict(ours.starts)[4] == sum(frames[: 2 * 4 + 1]) * 256  # r of runa is the fifth letter, its token the tenth


def test_equal_lines_are_spoken_equally_and_alike_in_any_company(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    first = [Path(r.path).read_bytes() for t in LINES for r in [spoken(engine, tmp_path, t)]]
    together = engine.speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(LINES)))
    for alone, result in zip(first, together, strict=True):
        assert isinstance(result, Spoken)
        assert Path(result.path).read_bytes() == alone
    engine.close()


def test_a_voice_is_loaded_while_another_speaks_and_sounds_are_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loading draws random numbers too: it must not take any from the voice that speaks."""
    ron, line = "mms-tts-ron", "acasa este soare si apa"
    alone = {QUY: Engine(root), ron: Engine(root)}
    wanted = [sound(spoken(alone[v], tmp_path, text, v)) for v, text in ((QUY, LINES[0]), (QUY, LINES[2]), (ron, line))]
    load, threads = engine_module._load, dict[str, str]()

    def noted(folder: Path, device: str) -> object:
        threads[folder.name] = threading.current_thread().name
        loaded = load(folder, device)
        torch.rand(1000)
        return loaded

    import torch

    monkeypatch.setattr(engine_module, "_load", noted)
    engine = Engine(root)
    jobs = tuple(job(tmp_path, text, v) for v, text in ((QUY, LINES[0]), (ron, line), (QUY, LINES[2])))
    one, three, two = engine.speak(jobs)
    for got, expected in zip((one, two, three), wanted, strict=True):
        assert isinstance(got, Spoken)
        assert np.array_equal(sound(got), expected)
    assert [name.startswith("load") for name in threads.values()] == [False, True]
    engine.close()


def test_another_line_has_other_noise(root: Path) -> None:
    assert engine_module.seed_of(QUY, "Ari.", "0") != engine_module.seed_of(QUY, "Ari!", "0")


def test_padded_batches_of_the_gpu_sound_as_each_line_alone(root: Path) -> None:
    """The path that CUDA takes, here on a CPU: equal but for the rounding of sums."""
    loaded = engine_module._load(root / QUY, "cpu")
    rows = [
        row
        for i, text in enumerate(LINES)
        for row in engine_module._rows(i, job(root, text), spell(text, loaded.known), loaded)
    ]
    assert len({len(row.ids) for row in rows}) > 4
    together = list(engine_module._forward(loaded, rows, alone=False))
    for row, ours in zip(rows, together, strict=True):
        (alone,) = engine_module._forward(loaded, [row], alone=False)
        assert ours.starts == alone.starts
        np.testing.assert_allclose(ours.samples, alone.samples, atol=1e-4)
        (on_cpu,) = engine_module._forward(loaded, [row], alone=True)
        assert len(on_cpu.samples) == len(ours.samples)  # the same noise on every device
        tail = engine_module.QUIET_FRAMES * loaded.hop
        np.testing.assert_allclose(ours.samples[:-tail], on_cpu.samples[:-tail], atol=1e-4)


def test_tokens_are_those_of_the_tokenizer(root: Path) -> None:
    from transformers import VitsTokenizer

    chars = "abcñúÑÚ'- .,;¿?\"«»…xyzжф漢39\u0301é"
    draw = random.Random(1)
    for checkpoint in (QUY, "mms-tts-ron"):
        tokenizer: Any = VitsTokenizer.from_pretrained(root / checkpoint)
        letters = [c for c in (chars if checkpoint == QUY else "abcșțăâîŞŢ ,.xyz7") if c != "\u0301"]
        # What we know another spelling of (fit) is ours alone: é, as the tokenizer drops it where it is unknown.
        for _ in range(100):
            text = "".join(draw.choices(letters, k=draw.randint(1, 60))).strip()
            if checkpoint == "mms-tts-ron":
                text = text.replace("ș", "ş")
            (spelled,) = spell(text, tokenizer.encoder, tokenizer.language) or (None,)
            ours = ids_of(spelled.letters, tokenizer.encoder, blanks=True) if spelled and spelled.letters else ()
            theirs = tokenizer(text).input_ids
            assert list(ours) == (theirs if len(theirs) > 1 else []), text


def test_letter_zero_stands_between_all_letters_even_where_it_is_one(tmp_path: Path) -> None:
    """MMS has no blank of its own: token 0 is a letter. The tokenizer loses tokens there; the training code did not."""
    from transformers import VitsTokenizer

    folder = tiny.build(tmp_path, "mms-tts-eng", letters="abcdefghijlmnopqrstuvwxyz'-", first="k")
    tokenizer: Any = VitsTokenizer.from_pretrained(folder)
    (spelled,) = spell("kakko", tokenizer.encoder)
    a, o = tokenizer.encoder["a"], tokenizer.encoder["o"]
    assert ids_of(spelled.letters, tokenizer.encoder, blanks=True) == (0, 0, 0, a, 0, 0, 0, 0, 0, o, 0)
    assert len(tokenizer("kakko").input_ids) < 11
    assert isinstance(Engine(tmp_path).speak((job(tmp_path, "kakko", "mms-tts-eng"),))[0], Spoken)


def test_other_scripts_are_romanised_and_keep_their_word_times(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import uroman
    from transformers import VitsTokenizer

    engine = Engine(root)
    engine.load()
    text = "Привет, мир! Как дела?"
    result = spoken(engine, tmp_path, text, "mms-tts-abi")
    assert [(w.text, w.offset, w.reported) for w in result.utterance.words] == [
        ("Привет,", 0, True),
        ("мир!", 8, True),
        ("Как", 13, True),
        ("дела?", 17, True),
    ]
    tokenizer: Any = VitsTokenizer.from_pretrained(root / "mms-tts-abi")
    monkeypatch.setattr(uroman, "Uroman", lambda own=engine._uroman: own)  # the tokenizer makes one a text, in 5 s
    for line in (text, "నమస్కారం అందరికీ, అందరికీ", "สวัสดีชาวโลก", "café ñandú", "plain words", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ"):
        (spelled,) = spell(line, tokenizer.encoder, "", engine._edges)
        assert "".join(a.char for a in spelled.letters) == tokenizer.prepare_for_tokenization(line)[0], line
    engine.close()


def test_unknown_characters_are_named_and_digits_alone_refused(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    result = spoken(engine, tmp_path, "Huk 37 ж runa")
    assert "«3», «7», «ж»" in result.utterance.findings[0].text
    assert [w.reported for w in result.utterance.words] == [True, False, False, True]
    for text, named in (("37", "«3», «7»"), ("漢字", "«漢», «字»"), ("…!?", ""), ("", ""), ("  ", "")):
        (failed,) = engine.speak((job(tmp_path, text),))
        assert isinstance(failed, Failed), text
        assert named in failed.reason
        assert len(failed.reason) > 20
    romanised = engine.speak((job(tmp_path, "三百", "mms-tts-abi"),))[0]
    assert isinstance(romanised, Failed)
    assert "«三», «百»" in romanised.reason
    engine.close()


def test_letters_of_another_spelling_are_known(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    composed, decomposed = (spoken(engine, tmp_path, t) for t in ("ñuqa p'acha", "n\u0303uqa p’acha"))
    assert not composed.utterance.findings
    assert not decomposed.utterance.findings
    unmarked = spoken(engine, tmp_path, "ärbol")
    assert "«ä»" in unmarked.utterance.findings[0].text
    engine.close()


def test_5000_characters_are_spoken_in_pieces_and_every_word_has_its_time(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    text = ("Allin punchaw. Ñuqa kani, qam kanki; pay kan. " * 109)[:5000]
    result = spoken(engine, tmp_path, text)
    words = result.utterance.words
    assert [w.text for w in words] == text.split()
    assert sum(w.reported for w in words) > 0.99 * len(words)
    starts = [w.start for w in words]
    assert starts == sorted(set(starts))
    gaps = np.diff(starts)
    assert gaps.max() < 10 * np.median(gaps) + 48_000
    engine.close()


def test_endless_durations_are_told_and_stop_nobody_else(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    assert isinstance(spoken(engine, tmp_path, "ari"), Spoken)
    assert engine._warm is not None
    loaded = engine._warm.get(QUY, 0, lambda: pytest.fail("it is warm"))
    loaded.model.speaking_rate = 1e-9
    (failed,) = engine.speak((job(tmp_path, "ari"),))
    assert isinstance(failed, Failed)
    assert "s of sound for it" in failed.reason
    loaded.model.speaking_rate = 1.0
    loaded.model.text_encoder.embed_tokens.weight.data.fill_(float("nan"))
    (failed,) = engine.speak((job(tmp_path, "ari"),))
    assert isinstance(failed, Failed)
    assert "could not speak" in failed.reason
    engine.close()


def test_batches_are_halved_when_memory_runs_out(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    engine = Engine(root)
    engine.load()
    real, sizes = engine_module._forward, []

    def small(loaded: Any, rows: Any, *, alone: bool) -> Any:
        sizes.append(len(rows))
        if len(rows) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(loaded, rows, alone=False)

    monkeypatch.setattr(engine_module, "_forward", small)
    monkeypatch.setattr(engine_module, "_load", lambda folder, _, load=engine_module._load: load(folder, "cpu"))
    engine._device = "cuda"
    results = engine.speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(LINES)))
    assert [isinstance(r, Spoken) and r.utterance.line for r in results] == [str(i) for i in range(8)]
    assert (sizes[0], max(sizes[-4:])) == (8, 2)

    def never(loaded: Any, rows: Any, *, alone: bool) -> Any:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(engine_module, "_forward", never)
    (failed,) = engine.speak((job(tmp_path, "ari"),))
    assert isinstance(failed, Failed)
    assert "memory" in failed.reason
    engine.close()


def test_on_a_cpu_no_line_is_batched(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(root)
    real, sizes = engine_module._forward, []

    def seen(loaded: Any, rows: Any, *, alone: bool) -> Any:
        sizes.append((len(rows), alone))
        return real(loaded, rows, alone=alone)

    monkeypatch.setattr(engine_module, "_forward", seen)
    engine.speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(LINES)))
    assert sizes == [(1, True)] * 8
    engine.close()


def test_models_go_when_memory_is_short_and_all_on_close(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.5")  # one tiny model counts as 0.3 GB and a little
    engine = Engine(root)
    spoken(engine, tmp_path, "ari")
    assert engine._warm is not None
    model = weakref.ref(engine._warm.get(QUY, 0, lambda: pytest.fail("it is warm")).model)
    spoken(engine, tmp_path, "ari", "mms-tts-ron")
    assert engine._warm.names() == ("mms-tts-ron",)
    gc.collect()
    assert model() is None
    warm = engine._warm
    engine.close()
    engine.close()
    assert warm.names() == ()
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    (failed,) = engine.speak((job(tmp_path, "ari"),))
    assert isinstance(failed, Failed)
    assert "GB" in failed.reason
    engine.close()


def test_memory_does_not_grow_over_rounds(root: Path, tmp_path: Path) -> None:
    engine, peaks = Engine(root), []
    for _ in range(4):
        engine.load()
        spoken(engine, tmp_path, LINES[2])
        engine.close()
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    assert peaks[-1] - peaks[0] < 40


def test_wrong_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    engine = Engine(tmp_path)

    def reason() -> str:
        (failed,) = engine.speak((job(tmp_path, "ari"),))
        assert isinstance(failed, Failed)
        (voice,) = engine.voices("quy")
        assert bool(voice.broken) or "loaded" in failed.reason or "sha256" in failed.reason or "whole" in failed.reason
        return failed.reason

    assert "vernacast weights fetch mms-tts-quy" in reason()
    folder = tiny.build(tmp_path)
    pin, file = folder / "vernacast.json", folder / "model.safetensors"
    kept, whole = pin.read_bytes(), file.read_bytes()
    pin.unlink()
    assert "not pinned" in reason()
    pin.write_bytes(kept)
    file.write_bytes(whole[:-100])
    assert "bytes instead of" in reason()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "sha256" in reason()
    file.write_bytes(whole)
    assert isinstance(engine.speak((job(tmp_path, "ari"),))[0], Spoken)
    engine.close()


def test_half_a_model_is_refused_and_not_filled_up_with_noise(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = tiny.build(tmp_path)
    tensors = load_file(folder / "model.safetensors")
    del tensors["decoder.conv_pre.weight"]
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    tiny.accept(tmp_path, QUY)
    (failed,) = Engine(tmp_path).speak((job(tmp_path, "ari"),))
    assert isinstance(failed, Failed)
    assert "decoder.conv_pre.weight" in failed.reason


def test_unknown_voices_are_refused(root: Path, tmp_path: Path) -> None:
    for voice in ("no such voice", "mms-tts-../../etc", "mms-tts-zzz", "xtts-v2"):
        (failed,) = Engine(root).speak((job(tmp_path, "ari", voice),))
        assert isinstance(failed, Failed)
        assert voice in failed.reason


def test_no_gpu_is_said_at_once(root: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU")
    with pytest.raises(EngineUnusable, match="no GPU"):
        Engine(root).load("cuda")


def test_convolutions_are_calculated_in_all_of_float32(
    root: Path, tmp_path: Path, is_exact: Callable[[], bool]
) -> None:
    engine = Engine(root)
    spoken(engine, tmp_path, "Ari.")
    assert is_exact()
    engine.close()


def test_memory_that_runs_out_while_a_model_is_loaded_fails_its_lines(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(root)
    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "_load", spent)
        (failed,) = engine.speak((job(tmp_path, "Ari."),))
    assert isinstance(failed, Failed)
    assert "does not fit into the memory that is free" in failed.reason
    (made,) = engine.speak((job(tmp_path, "Ari."),))
    assert isinstance(made, Spoken)
    engine.close()
