"""What tests of OmniVoice share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import soundfile

from languages.card import Failed
from speech.consent import RECORD, Consent, sha256_of
from speech.engine import SpeakJob, Spoken
from speech.engines.omnivoice import Engine

CATALAN = "omnivoice:ca+female"
ANA = "omnivoice:ca:ana"
SAID = "Bon dia a tothom, soc la iaia Ana."
LINES = ("Bon dia a tothom.", "Sí.", "El pont de fil era llarg, i la vella teixia cada nit.", "Adéu, amic meu!")


def job(folder: Path, text: str, voice: str = CATALAN, line: str = "1") -> SpeakJob:
    return SpeakJob(line=line, text=text, language="ca", voice=voice, folder=str(folder))


def spoken(engine: Engine, folder: Path, text: str, voice: str = CATALAN) -> Spoken:
    (result,) = engine.speak((job(folder, text, voice),))
    assert isinstance(result, Spoken), result
    return result


def refused(engine: Engine, folder: Path, text: str = "Bon dia.", voice: str = CATALAN) -> str:
    (result,) = engine.speak((job(folder, text, voice),))
    assert isinstance(result, Failed), result
    assert len(result.reason) > 20
    return result.reason


def warm(engine: Engine) -> Any:
    assert engine._warm is not None
    return engine._warm.get("omnivoice", 0, lambda: pytest.fail("it is warm"))


def record(folder: Path, seconds: float = 3.0, loud: float = 0.2, **told: Any) -> Consent:
    """Writes a record of consent with a sample of so many seconds of noise."""
    place = folder / told.get("voice", "ana")
    place.mkdir(parents=True, exist_ok=True)
    sound = loud * np.random.default_rng(1).standard_normal(round(seconds * 44_100)).clip(-3, 3)
    for name in ("sample.wav", "statement.wav"):
        soundfile.write(place / name, sound, 44_100)
    digest = sha256_of(place / "sample.wav")
    values: dict[str, Any] = {
        "voice": "ana",
        "who": "Ana Puig",
        "uses": ("community",),
        "languages": ("ca",),
        "until": "2999-01-01",
        "sample": "sample.wav",
        "sample_sha256": digest,
        "sample_text": SAID,
        "statement": "statement.wav",
        "statement_sha256": digest,
        "gender": "female",
        "recorded": "2026-01-01T00:00:00+00:00",
    }
    found = Consent(**{**values, **told})
    (place / RECORD).write_bytes(msgspec.json.encode(found))
    return found
