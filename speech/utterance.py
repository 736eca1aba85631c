"""The sound of a line: voices, words with their times, utterances."""

from __future__ import annotations

from dataclasses import dataclass

from languages.card import Licence
from translation.translated import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A way of speaking that an engine offers."""

    engine: str
    """Id of the engine, e.g. ``speech/espeak``."""
    id: str
    """The engine's own name of it, stable and readable: ``ca``, ``ca+f2``. Never parsed."""
    language: str
    """Canonical BCP 47 tag of the language whose sounds it makes."""
    gender: str = "unknown"
    """``female``, ``male``, ``child`` or ``unknown``."""
    variant: str = ""
    """Voices of one language that differ in this never sound the same; empty = the plain voice."""
    tells_times: bool = True
    """False where its engine does not know when each word is heard."""
    reads_numbers: bool = False
    """Whether it has rules of its own for the numbers of its language; others are given them in words."""
    judges_letters: bool = False
    """Whether its engine itself reads any script, or tells of letters that it does not know; see ``voice_scripts``."""
    evidence: str = "never measured"
    broken: str = ""
    """Why this voice must not be used (no dictionary, silent, no weights), or empty."""
    misheard: tuple[tuple[str, float], ...] = ()
    """(checkpoint of an ear, character error rate from 0 that it was measured to make of this voice's right lines)."""
    rank: float = 0.2
    """Evidence of quality from 0 (not to be understood) to 1 (like a person); see ``evidence``."""
    licence: Licence | None = None
    """Of the weights that this voice takes, where it differs from the card's."""
    checkpoint: str = ""
    """Id of those weights; empty where the engine has none."""
    consent: str = ""
    """Name of the consent record of the person whose voice this is; empty where it is nobody's."""

    @property
    def label(self) -> str:
        """What utterances say of who spoke them."""
        return f"{self.engine}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a line as it is heard. Times in ticks (48,000 a second) from the utterance's start."""

    text: str
    """As written in the line, punctuation that clings to it included."""
    offset: int
    """Where it begins in the line's text, in code points."""
    start: int
    end: int
    """0 ≤ start < end ≤ the utterance's length; words are in order and do not overlap."""
    reported: bool = True
    """False where the time was interpolated, not reported by the engine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The sound of one line in one language, ready to be mixed: 48 kHz, mono, levelled, trimmed."""

    line: str
    voice: str
    """The voice's ``label``, for people to read, or ``recording``."""
    language: str
    """Of the voice; differs from the line's language where the voice is borrowed."""
    audio: str
    """sha256 of the FLAC file in the store (empty before it is stored)."""
    encoded: str = ""
    """sha256 of the same sound in the store as AAC frames, as editions take them."""
    length: int
    """Ticks; equals the number of samples."""
    words: tuple[Word, ...]
    loudness_lufs: float
    peak_dbtp: float
    human: bool = False
    """True for a person's recording."""
    findings: tuple[Finding, ...] = ()
