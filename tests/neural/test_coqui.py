"""Tests of the engine ``coqui`` with tiny models of the library's own classes."""

from __future__ import annotations

import gc
import json
import os
import resource
import stat
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from flows.commands import voices as voices_command
from flows.commands import weights_import
from languages.card import Failed
from languages.errors import UsageError, WeightsRefused
from languages.weights import look, read_pin, sha256_of
from speech.consent import find_consent, voices_root
from speech.coqui_parts import Unsayable, vits_parts, xtts_parts
from speech.coqui_voices import find_offer
from speech.engine import SpeakJob, Spoken
from speech.engines import coqui as engine_module
from speech.engines.coqui import Engine
from speech.neural_lines import seed_of
from speech.neural_voices import Reference
from tests.tiny import coqui as tiny

ROSA = "xtts-v2:es:rosa"
LINES = ("Hola a todos.", "¿Quién sabe?", "La abuela tejió un puente de hilo, y nadie lo vio.", "Sí.", "Ven, niño.")
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """VITS voices as ``weights import`` leaves them."""
    place = tmp_path_factory.mktemp("coqui")
    tiny.build_vits(place)
    several = {"use_speaker_embedding": True, "speaker_embedding_channels": 8, "speakers_file": "speakers.json"}
    tiny.build_vits(place, "coqui-vits-two", {"speakers.json": tiny.SPEAKERS}, model_args=several)
    return place


@pytest.fixture(scope="module")
def xtts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """XTTS as it is published, taken in by the command itself."""
    place = tmp_path_factory.mktemp("xtts")
    tiny.publish_xtts(place / "published")
    patch = pytest.MonkeyPatch()
    patch.setenv("VERNACAST_WEIGHTS", str(place / "weights"))
    assert weights_import.run(tiny.XTTS, str(place / "published"), sha256_of(place / "published" / "model.pth")) == 0
    patch.undo()
    return place / "weights"


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice of anybody, and weights only where a test puts them."""
    monkeypatch.setenv("VERNACAST_VOICES", str(tmp_path / "voices"))
    monkeypatch.setenv("VERNACAST_WEIGHTS", str(tmp_path / "weights"))


def consent(folder: Path, languages: str = "es,ja,hi", seconds: float = 4.0) -> None:
    """Records a person's consent, as the command does, with a hum for a voice."""
    t = np.arange(round(22_050 * seconds)) / 22_050
    hum = sum(np.sin(2 * np.pi * 140 * k * t + k) / k for k in range(1, 20)) * np.abs(np.sin(9 * t)) * 0.1
    soundfile.write(folder / "rosa.wav", hum, 22_050)
    wish = voices_command.Wish(voice="rosa", who="Rosa Q.", uses="nonprofit", languages=languages, until="2099-12-31")
    voices_command.add(wish, str(folder / "rosa.wav"), str(folder / "rosa.wav"), "")


def job(folder: Path, text: str, voice: str = tiny.VITS, line: str = "1") -> SpeakJob:
    return SpeakJob(line=line, text=text, language="es", voice=voice, folder=str(folder))


def spoken(engine: Engine, folder: Path, text: str, voice: str = tiny.VITS) -> Spoken:
    (result,) = engine.speak((job(folder, text, voice),))
    assert isinstance(result, Spoken), result
    return result


def refused(engine: Engine, folder: Path, text: str = "hola", voice: str = tiny.VITS) -> str:
    (result,) = engine.speak((job(folder, text, voice),))
    assert isinstance(result, Failed), result
    return result.reason


def model_of(engine: Engine, checkpoint: str = tiny.VITS) -> Any:
    assert engine._warm is not None
    return engine._warm.get(checkpoint, 0, lambda: pytest.fail("it is warm")).model


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


def _file(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


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


def test_a_line_that_does_not_fit_into_memory_says_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    engine = Engine(root)

    def never(*_: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(engine_module, "_vits_sound", never)
    assert "memory of cpu" in refused(engine, tmp_path)
    monkeypatch.setattr(engine_module, "_load_vits", never)
    engine.close()
    assert "memory of cpu" in refused(engine, tmp_path)
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.1")
    engine.close()
    assert "GB" in refused(engine, tmp_path)
    engine.close()


def test_models_go_when_memory_is_short_and_all_on_close(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "0.5")  # one tiny model counts as 0.3 GB and a little
    engine = Engine(root)
    spoken(engine, tmp_path, "hola")
    model = weakref.ref(model_of(engine))
    spoken(engine, tmp_path, "hola", "coqui-vits-two:Ana")
    assert engine._warm is not None
    assert engine._warm.names() == ("coqui-vits-two",)
    gc.collect()
    assert model() is None
    other = weakref.ref(model_of(engine, "coqui-vits-two"))
    engine.close()
    engine.close()
    gc.collect()
    assert other() is None


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
    assert "no voice" in refused(engine, tmp_path)
    folder = tiny.build_vits(tmp_path)
    pin, file = folder / "vernacast.json", folder / "model.safetensors"
    kept, whole = pin.read_bytes(), file.read_bytes()
    pin.unlink()
    assert "not pinned" in refused(engine, tmp_path)
    assert "not pinned" in engine.voices("es")[0].broken
    pin.write_bytes(kept)
    file.write_bytes(whole[:-100])
    assert "bytes instead of" in refused(engine, tmp_path)
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "sha256" in refused(engine, tmp_path)
    file.write_bytes(b"PK\x03\x04" + whole[4:])
    told = json.loads(kept)
    told["files"]["model.safetensors"]["sha256"] = sha256_of(file)
    pin.write_text(json.dumps(told))
    assert "pickle" in refused(engine, tmp_path)
    pin.write_bytes(kept)
    file.write_bytes(whole)
    spoken(engine, tmp_path, "hola")
    engine.close()


def test_half_a_model_is_refused_and_not_filled_up_with_noise(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    folder = tiny.build_vits(tmp_path)
    whole = load_file(folder / "model.safetensors")
    name = "text_encoder.emb.weight"
    for wrong, told in (
        ({k: v for k, v in whole.items() if k != name}, name),
        ({**whole, "more.weight": torch.zeros(1)}, "more.weight"),
        ({**whole, name: whole[name][:, :-1].contiguous()}, "size mismatch"),
        ({**whole, name: torch.full_like(whole[name], float("nan"))}, "NaN"),
    ):
        save_file(wrong, folder / "model.safetensors")
        tiny.accept(tmp_path, tiny.VITS)
        assert told in refused(Engine(tmp_path), tmp_path)


def test_a_model_that_cannot_be_loaded_is_tried_once_a_batch(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def broken(folder: Path, _: object) -> None:
        tries.append(folder)
        raise ValueError("nothing in it")

    monkeypatch.setattr(engine_module, "_load_vits", broken)
    results = Engine(root).speak(tuple(job(tmp_path, t, line=t) for t in LINES))
    assert [isinstance(r, Failed) and "nothing in it" in r.reason for r in results] == [True] * len(LINES)
    assert len(tries) == 1


def test_another_architecture_is_refused_when_it_is_pinned_and_when_it_is_loaded(tmp_path: Path) -> None:
    folder = tiny.build_vits(tmp_path)
    config = json.loads((folder / "config.json").read_text())
    _file(folder / "config.json", {**config, "model": "glow_tts"})
    with pytest.raises(WeightsRefused, match="glow_tts"):
        tiny.accept(tmp_path, tiny.VITS)
    args = {**config["model_args"], "hidden_channels": 32}
    _file(folder / "config.json", {**config, "model_args": args})
    tiny.accept(tmp_path, tiny.VITS)
    assert "size mismatch" in refused(Engine(tmp_path), tmp_path)


def test_a_torch_file_among_others_is_taken_in_by_its_digest_and_the_others_stay_outside(tmp_path: Path) -> None:
    import torch

    place = tmp_path / "published"
    tiny.publish_vits(place)
    (place / "model.pth").rename(place / "best_model.pth")
    torch.save({"Ana": 0}, place / "speakers.pth")
    digest = sha256_of(place / "best_model.pth")
    with pytest.raises(UsageError, match="nothing says which one"):
        weights_import.run(tiny.VITS, str(place), "")
    assert weights_import.run(tiny.VITS, str(place), digest) == 0
    found = look(tiny.VITS)
    names = sorted(p.name for p in found.folder.iterdir())
    assert names == ["config.json", "model.safetensors", "vernacast.json"]
    pin = read_pin(found.folder)
    assert pin is not None
    assert "not taken in: speakers.pth" in pin.note
    engine = Engine()
    spoken(engine, tmp_path, "hola")
    engine.close()


def test_nothing_is_written_at_home_or_asked_of_the_network(root: Path, tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = refuse\n"
        "from speech.engines.coqui import Engine\n"
        "from speech.engine import SpeakJob\n"
        "from pathlib import Path\n"
        "engine = Engine(Path(sys.argv[1]))\n"
        f"job = SpeakJob(line='1', text='hola', language='es', voice={tiny.VITS!r}, folder=sys.argv[2])\n"
        "print(type(engine.speak((job,))[0]).__name__, end='')\n"
    )
    (tmp_path / "home").mkdir()
    (tmp_path / "out").mkdir()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path / "home"), "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", code, str(root), str(tmp_path / "out")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "Spoken"
    assert list((tmp_path / "home").rglob("*")) == []


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


def test_unknown_voices_are_refused(root: Path, tmp_path: Path) -> None:
    for voice in ("no such voice", "coqui-vits-../../etc", "coqui-vits-zzz", "xtts-v2", ROSA):
        assert voice in refused(Engine(root), tmp_path, "hola", voice)
