"""What tests of Coqui's models share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from languages.card import Failed
from speech.engine import SpeakJob, Spoken
from speech.engines.coqui import Engine
from tests.tiny import coqui as tiny

ROSA = "xtts-v2:es:rosa"
LINES = ("Hola a todos.", "¿Quién sabe?", "La abuela tejió un puente de hilo, y nadie lo vio.", "Sí.", "Ven, niño.")


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


def _file(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path
