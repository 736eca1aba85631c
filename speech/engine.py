"""The seams behind which the speech engines stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from languages.card import Card, Failed
from speech.utterance import Utterance, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakJob:
    """One text to be spoken."""

    line: str
    text: str
    language: str
    """Of the text."""
    voice: str
    """Id of one of the engine's voices."""
    folder: str
    """Existing folder into which the sound is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One answered job: the utterance, and the file that holds its sound."""

    utterance: Utterance
    """With ``audio`` still empty: the store names it."""
    path: str
    """FLAC, 48 kHz, mono, 16 bit, in the job's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeJob:
    """A person's recording to be made into an utterance."""

    line: str
    text: str
    language: str
    recording: str
    """Path of the recording (wav, flac, mp3, m4a, ogg)."""
    folder: str
    reference: str = ""
    """Path of a synthetic FLAC of the same text whose word times are known, or empty."""
    reference_words: tuple[int, ...] = ()
    """Start and end of each word in the reference, flattened, in ticks; empty without a reference."""


class Speaker(Protocol):
    """An engine that speaks. Reading ``card`` and calling ``voices`` or ``versions`` loads nothing."""

    card: Card

    def voices(self) -> tuple[Voice, ...]:
        """All voices that what is installed offers, unusable ones included (they say so)."""
        ...

    def versions(self, voice: str) -> dict[str, str]:
        """What decides this voice's sound besides the card's version: library and data packages."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises MissingProgram or EngineUnusable."""
        ...

    def speak(self, batch: tuple[SpeakJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order. Text that gives no sound is a Failed, never silence."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...


class Taker(Protocol):
    """An engine that turns people's recordings into utterances."""

    card: Card

    def versions(self) -> dict[str, str]:
        """What decides the results besides the card's version."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises MissingProgram or EngineUnusable."""
        ...

    def take(self, batch: tuple[TakeJob, ...]) -> tuple[Spoken | Failed, ...]:
        """One result per job, in order. Silence, noise without speech or a wrong file is a Failed."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...
