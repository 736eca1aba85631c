"""Tests of Coqui's VITS voices with tiny models of the real classes."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from speech.coqui_parts import vits_parts
from speech.coqui_voices import find_offer
from speech.engine import Spoken
from speech.engines import coqui as engine_module
from speech.engines.coqui import Engine
from speech.neural_lines import seed_of
from tests.neural.coqui.kit import LINES, _file, job, model_of, refused, spoken
from tests.tiny import coqui as tiny

pytestmark = pytest.mark.timeout(300)


def test_lines_come_in_order_with_word_times_that_the_model_reports(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    jobs = tuple(job(tmp_path, text, line=str(i)) for i, text in enumerate(LINES))
    for asked, result in zip(jobs, engine.speak(jobs), strict=True):
        assert isinstance(result, Spoken), result
        info = soundfile.info(result.path)
        u = result.utterance
        assert (info.format, info.subtype, info.samplerate, info.channels) == ("FLAC", "PCM_16", 48_000, 1)
        assert (info.frames, u.line, u.language, u.voice) == (u.length, asked.line, "es", f"speech/coqui:{tiny.VITS}")
        assert [w.text for w in u.words] == asked.text.split()
        assert all(w.reported for w in u.words)
        assert not u.findings
    engine.close()


def test_sound_and_word_times_are_those_of_the_library(tmp_path: Path) -> None:
    """A second time from the published file, by the library's own loader and tokenizer."""
    import torch
    from TTS.tts.configs.vits_config import VitsConfig
    from TTS.tts.models.vits import Vits

    tiny.publish_vits(tmp_path / "published", rate_hz=16000)
    tiny.build_vits(tmp_path, rate_hz=16000)
    config: Any = VitsConfig()
    config.load_json(tmp_path / "published" / "config.json")
    theirs: Any = Vits(config)
    told = torch.load(tmp_path / "published" / "model.pth", weights_only=True)
    told["model"] = {k: v for k, v in told["model"].items() if not k.startswith("disc.")}
    torch.save(told, tmp_path / "published" / "model.pth")
    theirs.load_checkpoint(config, tmp_path / "published" / "model.pth", eval=True)
    text = "hola, ¿quién sabe?"
    engine = Engine(tmp_path)
    spoken(engine, tmp_path, text)
    loaded = engine_module._Loaded(model=model_of(engine), rate_hz=16000)
    offer = find_offer(engine.card, tmp_path, tiny.VITS)
    assert offer is not None
    (part,) = vits_parts(loaded.model.tokenizer, "es", text)
    assert [token for token, _ in part.tokens] == theirs.tokenizer.text_to_ids(text, language="es")
    ours = engine_module._vits_sound(loaded, offer, part, 7)
    torch.manual_seed(7)
    out = theirs.synthesize(text)
    np.testing.assert_allclose(ours.samples, out["wav"], atol=1e-4)
    frames = out["outputs"]["durations"][0, 0].tolist()
    assert len(ours.samples) == sum(frames) * 256
    assert dict(ours.starts)[7] == sum(frames[: 2 * 6 + 1]) * 256  # ¿ is not in its letters: q is the seventh, at 7
    engine.close()


def test_equal_lines_are_spoken_equally_and_alike_in_any_company(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    first = [Path(r.path).read_bytes() for t in LINES for r in [spoken(engine, tmp_path, t)]]
    together = engine.speak(tuple(job(tmp_path, t, line=str(i)) for i, t in enumerate(LINES)))
    for alone, result in zip(first, together, strict=True):
        assert isinstance(result, Spoken)
        assert Path(result.path).read_bytes() == alone
    assert seed_of(tiny.VITS, "Sí.", "0") != seed_of(tiny.VITS, "No.", "0")
    engine.close()


def test_unknown_characters_are_named_and_lines_without_any_known_refused(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    result = spoken(engine, tmp_path, "Hay 37 ж casas, ä")
    assert "«3», «7», «ж», «ä»" in result.utterance.findings[0].text
    assert [w.reported for w in result.utterance.words] == [True, False, False, True, True]
    for text, told in (("37", "«3», «7»"), ("漢字", "«漢», «字»"), ("…!?", ""), ("", ""), ("  ", "")):
        assert told in refused(engine, tmp_path, text)
    composed, decomposed = (spoken(engine, tmp_path, t) for t in ("ñandú", "n\u0303andu\u0301"))
    assert not composed.utterance.findings
    assert not decomposed.utterance.findings
    engine.close()


def test_5000_characters_are_spoken_in_pieces_and_every_word_has_its_time(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    text = ("La abuela tejió. Nadie lo vio, nadie; nunca. " * 112)[:5000].rstrip()
    result = spoken(engine, tmp_path, text)
    words = result.utterance.words
    assert [w.text for w in words] == text.split()
    assert sum(w.reported for w in words) > 0.99 * len(words)
    starts = [w.start for w in words]
    assert starts == sorted(set(starts))
    assert np.diff(starts).max() < 10 * np.median(np.diff(starts)) + 48_000
    engine.close()


def test_each_speaker_of_a_model_is_a_voice_of_its_own(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    found = [v for v in engine.voices("es") if v.checkpoint == "coqui-vits-two"]
    assert [(v.id, v.variant, v.broken) for v in found] == [
        ("coqui-vits-two:Ana", "Ana", ""),
        ("coqui-vits-two:Luis", "Luis", ""),
    ]
    ana, luis = (Path(spoken(engine, tmp_path, "Sí.", v.id).path).read_bytes() for v in found)
    assert ana != luis
    assert "no voice 'coqui-vits-two'" in refused(engine, tmp_path, "Sí.", "coqui-vits-two")
    engine.close()


def test_models_that_tell_languages_apart_and_take_vectors_of_speakers_speak(tmp_path: Path) -> None:
    clips = {f"{n}.wav": {"name": name, "embedding": [n, 1.0, 0.5, 0.0]} for n, name in enumerate("AAB")}
    args = {
        "use_language_embedding": True,
        "language_ids_file": "language_ids.json",
        "use_d_vector_file": True,
        "d_vector_file": "speakers.json",
        "d_vector_dim": 4,
    }
    files = {"language_ids.json": {"en": 0, "pt-br": 1}, "speakers.json": clips}
    folder = tiny.build_vits(tmp_path, "coqui-vits-your", files, model_args=args)
    config = json.loads((folder / "config.json").read_text())
    encoder = {"speaker_encoder_model_path": "/x/model_se.pth", "speaker_encoder_config_path": "/x/config_se.json"}
    config["model_args"] |= {**encoder, "use_speaker_encoder_as_loss": True}
    _file(folder / "config.json", config)
    tiny.accept(tmp_path, "coqui-vits-your")
    engine = Engine(tmp_path)
    found = engine.voices()
    assert [(v.id, v.language) for v in found] == [
        ("coqui-vits-your:en:A", "en"),
        ("coqui-vits-your:en:B", "en"),
        ("coqui-vits-your:pt-br:A", "pt"),
        ("coqui-vits-your:pt-br:B", "pt"),
    ]
    sounds = {Path(spoken(engine, tmp_path, "hola", v.id).path).read_bytes() for v in found}
    assert len(sounds) == 4
    engine.close()
    _file(folder / "speakers.json", {"1.wav": {"name": "A", "embedding": [1.0]}})
    tiny.accept(tmp_path, "coqui-vits-your")
    assert "have not 4 numbers" in refused(engine, tmp_path, "hola", "coqui-vits-your:en")
    engine.close()


ESPEAK = """#!/bin/sh
case "$*" in
  --version) echo "eSpeak NG text-to-speech: 1.51  Data at: /x" ;;
  *--voices*) echo "Pty Language Age/Gender VoiceName File"; echo " 5 es --/M Spanish roa/es" ;;
  *) for last; do :; done; tr -d '_' < "$last" | sed 's/de la/dela/' ;;
esac
"""
"""A program that answers as espeak-ng does; its phonemes are the letters, and it speaks two words as one."""


def test_phonemes_come_from_the_program_and_without_it_the_voice_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from TTS.tts.utils.text import phonemizers
    from TTS.tts.utils.text.phonemizers import espeak_wrapper

    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "espeak-ng").write_text(ESPEAK)
    (programs / "espeak-ng").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setattr(espeak_wrapper, "_DEF_ESPEAK_LIB", "espeak-ng")
    monkeypatch.setattr(espeak_wrapper, "_DEF_ESPEAK_VER", "1.51")
    monkeypatch.setattr(phonemizers, "DEF_LANG_TO_PHONEMIZER", {})
    letters = {"characters_class": "TTS.tts.models.vits.VitsCharacters", "pad": "_", "characters": tiny.LETTERS}
    letters |= {"punctuations": "!?,. ", "phonemes": "ˈ"}
    told = {"use_phonemes": True, "phonemizer": "espeak", "phoneme_language": "es", "datasets": []}
    tiny.build_vits(tmp_path, "coqui-vits-x", characters=letters, **told)
    engine = Engine(tmp_path)
    (voice,) = engine.voices()
    assert (voice.language, voice.broken) == ("es", "")
    result = spoken(engine, tmp_path, "El rey, de la isla, vino ayer.", "coqui-vits-x")
    assert [(w.text, w.reported) for w in result.utterance.words] == [
        ("El", True),
        ("rey,", True),
        ("de", True),
        ("la", False),
        ("isla,", False),
        ("vino", True),
        ("ayer.", True),
    ]
    (programs / "espeak-ng").write_text("#!/bin/sh\nexit 3\n")
    assert "phonemes cannot be worked out" in refused(engine, tmp_path, "hola", "coqui-vits-x")
    (programs / "espeak-ng").unlink()
    monkeypatch.setenv("PATH", str(programs))
    assert "apt-get install espeak-ng" in engine.voices()[0].broken
    assert "apt-get install espeak-ng" in refused(engine, tmp_path, "hola", "coqui-vits-x")
    engine.close()


def test_endless_durations_and_numbers_that_are_none_are_told(root: Path, tmp_path: Path) -> None:
    engine = Engine(root)
    spoken(engine, tmp_path, "hola")
    model = model_of(engine)
    model.length_scale = 1e9
    assert "s of sound for a piece" in refused(engine, tmp_path)
    model.length_scale = 1.0
    model.text_encoder.emb.weight.data.fill_(float("nan"))
    assert "could not speak" in refused(engine, tmp_path)
    engine.close()
