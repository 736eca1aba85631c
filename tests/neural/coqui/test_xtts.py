"""Tests of XTTS with a tiny model of the real classes, in the voices of people who consented."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from flows.commands import voices as voices_command
from languages.card import Failed
from languages.weights import read_pin
from speech.consent import find_consent, voices_root
from speech.coqui_parts import Unsayable, xtts_parts
from speech.engine import Spoken
from speech.engines import coqui as engine_module
from speech.engines.coqui import Engine
from speech.neural_voices import Reference
from tests.neural.coqui.kit import ROSA, job, model_of, refused, spoken
from tests.tiny import coqui as tiny

pytestmark = pytest.mark.timeout(300)


def consent(folder: Path, languages: str = "es,ja,hi", seconds: float = 4.0) -> None:
    """Records a person's consent, as the command does, with a hum for a voice."""
    t = np.arange(round(22_050 * seconds)) / 22_050
    hum = sum(np.sin(2 * np.pi * 140 * k * t + k) / k for k in range(1, 20)) * np.abs(np.sin(9 * t)) * 0.1
    soundfile.write(folder / "rosa.wav", hum, 22_050)
    wish = voices_command.Wish(voice="rosa", who="Rosa Q.", uses="nonprofit", languages=languages, until="2099-12-31")
    voices_command.add(wish, str(folder / "rosa.wav"), str(folder / "rosa.wav"), "")


def test_published_xtts_is_taken_in_without_its_pickles(xtts: Path) -> None:
    folder = xtts / tiny.XTTS
    assert sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) == [
        "config.json",
        "model.safetensors",
        "vernacast.json",
        "vocab.json",
    ]
    pin = read_pin(folder)
    assert pin is not None
    assert "not taken in: dvae.pth, mel_stats.pth, speakers_xtts.pth" in pin.note


def test_without_a_consent_record_there_is_no_voice(xtts: Path, tmp_path: Path) -> None:
    engine = Engine(xtts)
    assert engine.voices() == ()
    assert "no consent record" in refused(engine, tmp_path, "hola", ROSA)
    engine.close()


def test_a_consented_voice_speaks_until_the_consent_is_taken_back(xtts: Path, tmp_path: Path) -> None:
    consent(tmp_path)
    engine = Engine(xtts)
    found = {v.language: v for v in engine.voices()}
    assert len(found) == 17
    assert [tag for tag, v in found.items() if not v.broken] == ["es", "hi"]  # Japanese lacks packages here
    assert (found["es"].id, found["es"].consent, found["es"].checkpoint) == (ROSA, "rosa", "xtts-v2")
    assert "cutlet" in found["ja"].broken
    assert "es, ja, hi only" in found["fr"].broken
    first, second = (spoken(engine, tmp_path, t, ROSA) for t in ("Hola a 漢 todos.", "Sí."))
    assert "«漢»" in first.utterance.findings[0].text
    assert not second.utterance.findings
    assert [(w.text, w.reported) for w in first.utterance.words] == [(w, False) for w in ("Hola", "a", "漢", "todos.")]
    kept = [Path(r.path).read_bytes() for r in (first, second)]
    together = engine.speak((job(tmp_path, "Sí.", ROSA, "2"), job(tmp_path, "Hola a 漢 todos.", ROSA, "3")))
    assert [Path(r.path).read_bytes() for r in together if isinstance(r, Spoken)] == kept[::-1]
    assert "«9»" in refused(engine, tmp_path, "99", "xtts-v2:hi:rosa")  # num2words has no Hindi
    (borrowed,) = engine.speak((dataclasses.replace(job(tmp_path, "Hola.", ROSA), language="ast"),))
    assert isinstance(borrowed, Failed)
    assert "es, ja, hi only" in borrowed.reason
    for text in ("", "…", "¡¿?!", "漢"):
        assert refused(engine, tmp_path, text, ROSA)
    record = find_consent("rosa")
    assert record is not None
    assert engine.versions(ROSA)["reference"] == record.sample_sha256[:16]
    sample = voices_root() / "rosa" / record.sample
    whole = sample.read_bytes()
    sample.write_bytes(whole[:-1])
    assert "not the recording" in refused(engine, tmp_path, "Sí.", ROSA)
    sample.write_bytes(whole)
    spoken(engine, tmp_path, "Sí.", ROSA)
    voices_command.revoke("rosa", False)
    assert "took the consent" in refused(engine, tmp_path, "Sí.", ROSA)
    assert all("took the consent" in v.broken for v in engine.voices())
    engine.close()


def test_an_expired_consent_gives_no_sound(xtts: Path, tmp_path: Path) -> None:
    consent(tmp_path)
    path = voices_root() / "rosa" / "consent.json"
    path.write_text(path.read_text().replace("2099-12-31", "2020-12-31"))
    assert "until 2020-12-31" in refused(Engine(xtts), tmp_path, "Sí.", ROSA)


def test_xtts_sounds_as_the_library_makes_it(xtts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second time from the published folder, by the library's own loader, cloning and inference."""
    import torch
    from TTS.tts.configs.xtts_config import XttsConfig
    from TTS.tts.models import xtts as library

    tiny.publish_xtts(tmp_path / "published")
    config: Any = XttsConfig()
    config.load_json(tmp_path / "published" / "config.json")
    theirs: Any = library.Xtts(config)
    (tmp_path / "published" / "speakers_xtts.pth").unlink()
    theirs.load_checkpoint(config, checkpoint_dir=tmp_path / "published", eval=True)
    consent(tmp_path)
    record = find_consent("rosa")
    assert record is not None
    sample = voices_root() / "rosa" / record.sample
    monkeypatch.setattr(
        library, "load_audio", lambda p, _: torch.from_numpy(soundfile.read(p, dtype="float32")[0])[None]
    )
    heard = theirs.get_conditioning_latents(str(sample), 30, 30, 4)
    loaded = engine_module._load_xtts(xtts / tiny.XTTS)
    ours = engine_module._conditioning(loaded, Reference(path=sample, digest="x", text=""))
    for a, b in zip(ours, heard, strict=True):
        torch.testing.assert_close(a, b, atol=1e-4, rtol=1e-3)
    text = "hola, niño."
    (part,) = xtts_parts(loaded.model.tokenizer, config.languages, 402, "es", text)
    assert [token for token, _ in part.tokens] == theirs.tokenizer.encode(text, "es")
    sound = engine_module._xtts_sound(loaded, part, heard, [5])
    torch.manual_seed(5)
    wav = theirs.inference(
        text, "es", *heard, temperature=config.temperature, repetition_penalty=5.0, top_k=50, top_p=0.85
    )["wav"]
    assert len(sound) > 1000
    np.testing.assert_allclose(sound, wav, atol=1e-4)


def test_a_voice_that_finds_no_end_is_tried_once_more_and_then_given_up(xtts: Path, tmp_path: Path) -> None:
    consent(tmp_path)
    engine = Engine(xtts)
    spoken(engine, tmp_path, "Sí.", ROSA)
    model = model_of(engine, tiny.XTTS)
    tries: list[int] = []

    def endless(first: int, real: Any = model.gpt.generate) -> None:
        def generate(**asked: Any) -> Any:
            tries.append(len(tries))
            codes = real(**asked)
            return codes[:, :-1] if len(tries) <= first else codes

        tries.clear()
        model.gpt.generate = generate

    endless(1)
    spoken(engine, tmp_path, "Sí.", ROSA)
    assert len(tries) == 2
    endless(2)
    assert "without finding an end, twice" in refused(engine, tmp_path, "Sí.", ROSA)
    assert len(tries) == 2
    endless(0)
    model.gpt.mel_head.bias.data.fill_(float("nan"))
    assert "NaN" in refused(engine, tmp_path, "Sí.", ROSA)
    engine.close()


def test_xtts_is_gone_after_close(xtts: Path, tmp_path: Path) -> None:
    consent(tmp_path)
    engine = Engine(xtts)
    spoken(engine, tmp_path, "Sí.", ROSA)
    kept = weakref.ref(model_of(engine, tiny.XTTS))
    engine.close()
    gc.collect()
    assert kept() is None


def test_xtts_takes_pieces_as_short_as_its_languages_want_and_reads_no_commands(xtts: Path) -> None:
    loaded = engine_module._load_xtts(xtts / tiny.XTTS)
    tokenizer, languages = loaded.model.tokenizer, loaded.model.config.languages
    text = ("La abuela tejió un puente de 25 hilos. " * 129)[:5000]
    parts = list(xtts_parts(tokenizer, languages, 402, "es", text))
    assert all(len(part.piece.text) <= tokenizer.char_limits["es"] for part in parts)
    assert all(len(part.tokens) < 402 for part in parts)
    assert " ".join(part.piece.text for part in parts).split() == text.split()
    assert not any(part.lacking for part in parts)  # 25 is written out
    long = list(xtts_parts(tokenizer, languages, 40, "es", "99999999 99999999"))
    assert all(len(part.tokens) < 40 for part in long)
    (command,) = xtts_parts(tokenizer, languages, 402, "es", "hola [fr] [STOP] ж漢")
    ids = [token for token, _ in command.tokens]
    assert (ids.count(tokenizer.tokenizer.token_to_id("[fr]")), ids.count(0)) == (0, 0)
    assert command.lacking == ("漢",)
    with pytest.raises(Unsayable, match="language"):
        list(xtts_parts(tokenizer, languages, 402, "qu", "hola"))
