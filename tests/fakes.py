"""Engines that are none, behind the real protocols: each does its work well but for the one fault it is given.

They stand in no engine folder, so no user is ever offered one.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from languages.card import Card, Failed, Licence, Step
from speech.engine import SpeakJob, Spoken
from speech.timing import spread_words
from speech.utterance import Utterance, Voice
from translation.engine import Draft, Route, TranslateJob
from video.camera import layer_size
from video.engine import PaintJob
from video.shot import Layer, Painted


def card(engine_id: str, step: Step, licence: str = "MIT") -> Card:
    """A complete card."""
    return Card(
        id=engine_id,
        version="1",
        step=step,
        summary="Stands in for an engine in tests.",
        licence=Licence(code=licence, source="LICENSE"),
        evidence="never measured",
        cost_s=0.001,
        cost_source="not measured: it does nothing",
    )


class Fake:
    """What all fakes share."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.closed = False
        self.batches = 0

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Nothing to load."""

    def close(self) -> None:
        """Nothing to close."""
        if self.fault == "closes once" and self.closed:
            raise RuntimeError("closed twice")
        self.closed = True


class FakeTranslator(Fake):
    """Writes every text in capitals."""

    card = card("translation/fake", Step.TRANSLATE)

    def routes(self, source: str = "", target: str = "") -> tuple[Route, ...]:
        into = "cat" if self.fault == "odd tag" else "ca"
        return (
            Route(id="es-ca", source="es", target=into),
            Route(id="es-gl", source="es", target="gl", broken="It crashes."),
        )

    def versions(self, route: str) -> dict[str, str]:
        return {"fake": "1"}

    def translate(self, batch: tuple[TranslateJob, ...]) -> tuple[Draft | Failed, ...]:
        self.batches += 1
        done = [self._one(job) for job in batch]
        if self.fault == "loses one":
            return tuple(done[:-1])
        return tuple(reversed(done)) if self.fault == "loses the order" else tuple(done)

    def _one(self, job: TranslateJob) -> Draft | Failed:
        if job.route != "es-ca" and self.fault != "takes a broken route":
            return Failed(reason=f"The route {job.route} must not be taken.")
        if not job.text.strip():
            if self.fault == "dies of nothing":
                raise IndexError("no words")
            return Failed(reason="There is nothing to translate.")
        if self.fault == "says nothing":
            return Draft(text="")
        return Draft(text=f"{job.text.upper()}{self.batches if self.fault == 'never the same' else ''}")


class FakeSpeaker(Fake):
    """Hums for every letter."""

    card = card("speech/fake", Step.SPEAK)

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        return (Voice(engine="speech/fake", id="es", language="es-Latn-XX" if self.fault == "odd tag" else "es"),)

    def versions(self, voice: str) -> dict[str, str]:
        return {"fake": "1"}

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        self.batches += 1
        return tuple(self._one(job) for job in batch)

    def _one(self, job: SpeakJob) -> Spoken | Failed:
        if job.voice != "es":
            return Failed(reason="There is no such voice.")
        if not any(c.isalnum() for c in job.text) and self.fault != "silence for a failure":
            return Failed(reason="There is nothing to say.")
        length = 4_800 * len(job.text)
        rate_hz = 22_050 if self.fault == "other rate" else 48_000
        pitch_hz = 200 + (self.batches if self.fault == "never the same" else 0)
        loud = 0.0 if self.fault == "silent" else 0.3
        path = Path(job.folder) / f"{job.line}.flac"
        soundfile.write(path, loud * np.sin(2 * np.pi * pitch_hz / 48_000 * np.arange(length)), rate_hz)
        words = spread_words(job.text, ((0, length),), length)
        if self.fault == "words out of order":
            words = tuple(reversed(words))
        utterance = Utterance(
            line=job.line,
            voice="speech/fake:es",
            language="es",
            audio="",
            length=length + (1 if self.fault == "wrong length" else 0),
            words=words,
            loudness_lufs=-16.0,
            peak_dbtp=-10.0,
        )
        return Spoken(utterance=utterance, path=str(path))


class FakePainter(Fake):
    """One grey sheet."""

    card = card("video/fake", Step.PAINT)

    def understand(self, job: PaintJob) -> tuple[str, tuple[str, ...]]:
        return "a grey sheet", ()

    def key(self, job: PaintJob) -> dict[str, str]:
        if self.fault == "same for all":
            return {}
        return {"brief": job.brief, "text": job.text[0] if self.fault == "every word counts" else ""}

    def versions(self) -> dict[str, str]:
        return {"fake": "1"}

    def paint(self, batch: tuple[PaintJob, ...]) -> tuple[Painted | Failed, ...]:
        return tuple(self._one(job) for job in batch)

    def _one(self, job: PaintJob) -> Painted | Failed:
        import cv2

        self.batches += 1
        width, height = layer_size(job.frame)
        if self.fault == "too small":
            width, height = job.frame.width_px, job.frame.height_px
        grey = 99 + (self.batches if self.fault == "never the same" else 0)
        path = Path(job.folder) / "sheet.png"
        if self.fault != "no file":
            cv2.imwrite(str(path), np.full((height, width, 3), grey, np.uint8))
        return Painted(layers=(Layer(path=str(path), depth=0.0),))
