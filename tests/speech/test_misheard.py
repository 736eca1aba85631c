from __future__ import annotations

import pytest

from languages.checkpoints import get_checkpoint
from speech.engines.espeak import Engine as Espeak
from speech.engines.festival import Engine as Festival
from speech.misheard import EARS, misheard_of, rates


def test_every_measured_voice_is_offered_and_says_what_was_measured() -> None:
    offered = {(v.engine, v.id): v for mouth in (Espeak(), Festival()) for v in mouth.voices()}
    assert set(rates()) <= set(offered)
    for (engine, name), rate in rates().items():
        assert 0 <= rate <= 1
        assert offered[engine, name].misheard == misheard_of(engine, name) == tuple((ear, rate) for ear in EARS)


@pytest.mark.parametrize(("engine", "voice"), [("speech/espeak", "qu"), ("speech/mms", "mms-tts-quy")])
def test_of_others_nothing_is_claimed(engine: str, voice: str) -> None:
    assert misheard_of(engine, voice) == ()


def test_the_ears_are_in_the_register() -> None:
    assert {e for ear in EARS for e in get_checkpoint(ear).engines} == {"speech/whisper", "speech/faster_whisper"}
