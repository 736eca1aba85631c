from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import soundfile

from flows.means import licence_forbids
from languages.card import Failed
from languages.licences import Use
from languages.weights import look, write_pin
from speech.engine import SpeakJob, Spoken
from speech.engines.piper import Engine
from translation.translated import FindingKind

VOICE = "piper-en-us-joe"


def job(text: str, folder: Path, line: str = "a", voice: str = VOICE) -> SpeakJob:
    return SpeakJob(line=line, text=text, language="en", voice=voice, folder=str(folder))


@pytest.fixture(scope="module")
def engine(weights: Path) -> Engine:
    return Engine(weights)


def say(engine: Engine, text: str, folder: Path) -> Spoken:
    (spoken,) = engine.speak((job(text, folder),))
    assert isinstance(spoken, Spoken), spoken
    return spoken


def test_a_real_voice_speaks_lines_in_order_at_their_length(engine: Engine, tmp_path: Path) -> None:
    texts = ("A fox.", "The old woman wove a bridge of thread across the river, and the children walked over it.")
    spoken = engine.speak(tuple(job(t, tmp_path, str(i)) for i, t in enumerate(texts)))
    lengths: list[float] = []
    for i, one in enumerate(spoken):
        assert isinstance(one, Spoken)
        sound, rate = soundfile.read(one.path)
        assert rate == 48_000
        assert sound.ndim == 1
        assert len(sound) == one.utterance.length
        assert one.utterance.line == str(i)
        assert len(one.utterance.words) == len(texts[i].split())
        assert -24 < one.utterance.loudness_lufs < -14
        lengths.append(len(sound) / rate)
    assert 0.3 < lengths[0] < 1.5
    assert 3.5 < lengths[1] < 8


def test_its_voice_is_of_the_language_that_its_file_says_and_under_the_licence_that_was_read(engine: Engine) -> None:
    (voice,) = engine.voices("en")
    assert voice.id == VOICE
    assert not voice.broken
    assert engine.voices("es") == ()
    assert voice.licence is not None
    assert voice.licence.weights == "CC0-1.0"
    assert "tests/tiny" in voice.licence.source
    assert not licence_forbids(voice.licence, Use.COMMERCIAL)


def test_a_voice_whose_licence_nobody_read_is_forbidden_for_every_use(weights: Path, tmp_path: Path) -> None:
    shutil.copytree(weights / VOICE, tmp_path / VOICE)
    (tmp_path / VOICE / "vernacast.json").unlink()
    write_pin(look(VOICE, tmp_path), who="somebody")
    (voice,) = Engine(tmp_path).voices()
    assert voice.licence is not None
    assert all("unknown" in licence_forbids(voice.licence, use) for use in Use)


def test_double_brackets_are_text_and_no_phonemes(engine: Engine, tmp_path: Path) -> None:
    plain, marked = say(engine, "hello there", tmp_path), say(engine, "[[hello there]]", tmp_path)
    assert abs(plain.utterance.length - marked.utterance.length) < 0.25 * plain.utterance.length


def test_a_text_without_sound_is_refused_and_long_ones_are_spoken_whole(engine: Engine, tmp_path: Path) -> None:
    empty, signs = engine.speak((job("  ", tmp_path), job("… —", tmp_path)))
    assert isinstance(empty, Failed)
    assert "no text" in empty.reason
    assert isinstance(signs, Failed)
    assert "no phoneme" in signs.reason or "no sound" in signs.reason
    sentence = "The river rose in the night and the bridge was gone. "
    once, many = say(engine, sentence, tmp_path), say(engine, sentence * 20, tmp_path)
    assert 17 < many.utterance.length / once.utterance.length < 26


def test_sounds_that_the_voice_does_not_know_are_told(weights: Path, tmp_path: Path) -> None:
    shutil.copytree(weights / VOICE, tmp_path / VOICE)
    path = tmp_path / VOICE / "voice.onnx.json"
    settings = json.loads(path.read_text())
    del settings["phoneme_id_map"]["k"]
    path.write_text(json.dumps(settings))
    write_pin(look(VOICE, tmp_path), who="a test")
    (finding,) = say(Engine(tmp_path), "A cat can climb.", tmp_path).utterance.findings
    assert finding.kind is FindingKind.SOUND
    assert "the sounds k" in finding.text


@pytest.mark.parametrize(("fault", "told"), [("cut", "bytes instead of"), ("pickle", "pickle"), ("other", "loaded as")])
def test_wrong_files_are_refused(weights: Path, tmp_path: Path, fault: str, told: str) -> None:
    shutil.copytree(weights / VOICE, tmp_path / VOICE)
    model = tmp_path / VOICE / "voice.onnx"
    if fault == "cut":
        model.write_bytes(model.read_bytes()[:100_000])
    else:
        model.write_bytes(b"\x80\x04 not a model" if fault == "pickle" else b"no protobuf at all" * 20)
        pin = tmp_path / VOICE / "vernacast.json"
        if fault == "pickle":
            pin.unlink()
            with pytest.raises(Exception, match="pickle"):
                write_pin(look(VOICE, tmp_path), who="a test")
            return
        write_pin(look(VOICE, tmp_path), who="a test")
    (answer,) = Engine(tmp_path).speak((job("hello", tmp_path),))
    assert isinstance(answer, Failed)
    assert told in answer.reason


def test_an_absent_voice_and_one_that_wants_other_packages_say_what_to_do(weights: Path, tmp_path: Path) -> None:
    (absent,) = Engine(tmp_path).speak((job("hello", tmp_path, voice="piper-nobody"),))
    assert isinstance(absent, Failed)
    assert "vernacast weights" in absent.reason
    shutil.copytree(weights / VOICE, tmp_path / VOICE)
    path = tmp_path / VOICE / "voice.onnx.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "phoneme_type": "japanese"}))
    write_pin(look(VOICE, tmp_path), who="a test")
    (voice,) = Engine(tmp_path).voices()
    assert "japanese" in voice.broken


def test_memory_is_given_back(weights: Path, tmp_path: Path) -> None:
    engine = Engine(weights)
    engine.close()
    say(engine, "hello", tmp_path)
    assert engine._warm is not None
    assert engine._warm.names() == (VOICE,)
    warm = engine._warm
    engine.close()
    engine.close()
    assert warm.names() == ()
    assert engine._warm is None
