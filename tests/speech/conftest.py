"""Sounds for the tests of speech: spoken by the real engine, or made of tones and noise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from languages.card import Failed
from speech.engine import SpeakJob, Spoken
from speech.engines.espeak import Engine

CATALAN = "Fa molt de temps, en un poble de 12 cases, vivia una dona vella. L'aigua va créixer."

Speak = Callable[..., Spoken]


@pytest.fixture(scope="session")
def espeak() -> Engine:
    engine = Engine()
    engine.load()
    return engine


@pytest.fixture
def speak(espeak: Engine, tmp_path: Path) -> Speak:
    """Speaks a text and insists on sound."""

    def one(text: str, voice: str = "ca", language: str = "") -> Spoken:
        language = language or voice.partition("+")[0]
        job = SpeakJob(line="a", text=text, language=language, voice=voice, folder=str(tmp_path))
        (result,) = espeak.speak((job,))
        assert not isinstance(result, Failed), result.reason
        return result

    return one


@pytest.fixture
def murmur() -> np.ndarray:
    """Two seconds that rise and fall four times like syllables, float32 at 48 kHz."""
    t = np.arange(96_000) / 48_000
    buzz = sum(np.sin(2 * np.pi * 140 * k * t) / k for k in range(1, 9))
    return (0.1 * buzz * np.sin(np.pi * 2 * t) ** 4).astype(np.float32)
