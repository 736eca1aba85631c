"""The seams behind which the speech engines stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from languages.card import Card, Failed, Licence
from speech.respell import Respelt
from speech.spoken_text import ReadAs, read_out
from speech.utterance import Utterance, Voice, Word


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
    read_as: tuple[ReadAs, ...] = ()
    """What of the text is read in other words than it is written: numbers, for voices that do not read them well."""

    def read_out(self) -> Respelt:
        """What is to be heard, and for each of its code points the code point of ``text`` that it stands for."""
        return read_out(self.text, self.read_as)


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

    def voices(self, language: str = "") -> tuple[Voice, ...]:
        """All voices that what is installed offers, unusable ones included (they say so).

        With ``language`` (a canonical tag) only those that speak it; empty = all.
        """
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """A way of listening that an engine offers."""

    engine: str
    id: str
    """The engine's own name of it, stable and readable: ``whisper-base:ca``. Never parsed."""
    language: str
    """Canonical tag of the language that it understands."""
    transcribes: bool = True
    aligns: bool = False
    """Whether it lays a given text onto the sound."""
    expected_cer: float | None = None
    """Character error rate on people's speech in this language, from 0; None = unknown."""
    evidence: str = "never measured"
    broken: str = ""
    licence: Licence | None = None
    checkpoint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenJob:
    """One sound to be written down; with ``text``, a text to be laid onto it as well."""

    line: str
    ear: str
    """Id of one of the engine's ears."""
    sound: str
    """Path of a sound file that soundfile can read (FLAC or WAV)."""
    language: str
    """Canonical tag of what is spoken."""
    text: str = ""
    """What ought to be heard, or empty. An ear that writes down must not look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was heard. Times in ticks (48,000 a second)."""

    line: str
    text: str
    """As the ear wrote it; empty where it only lays texts onto sounds."""
    language: str
    words: tuple[Word, ...] = ()
    """Of the job's ``text`` where that was given and the ear can lay it onto the sound, else of its own."""
    aligned: bool = False
    """True where ``words`` are those of the job's text."""
    confidence: float = 0.0
    """From 0 to 1: mean probability of what was written or laid down."""


class Listener(Protocol):
    """An engine that listens: writes down what is said, or lays a text onto it, or both in one pass."""

    card: Card

    def ears(self, language: str = "") -> tuple[Ear, ...]:
        """All that what is installed can listen with, unusable ones included; with ``language`` only for it."""
        ...

    def versions(self, ear: str) -> dict[str, str]:
        """What decides the results besides the card's version."""
        ...

    def load(self, device: str = "cpu", weights: Path | None = None) -> None:
        """Makes the engine ready. Raises WeightsMissing, WeightsRefused or EngineUnusable."""
        ...

    def listen(self, batch: tuple[ListenJob, ...]) -> tuple[Transcript | Failed, ...]:
        """One result per job, in order. Digital silence is a Failed: models invent words for it."""
        ...

    def close(self) -> None:
        """Lets go of everything; harmless after a failed ``load`` and when called twice."""
        ...
