"""What became of a line in another language: the text, its state, and what was found about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """``missing < machine < human < approved``; ``stale`` and ``failed`` stand aside."""

    MISSING = "missing"
    MACHINE = "machine"
    HUMAN = "human"
    APPROVED = "approved"
    STALE = "stale"
    """A person's text whose source changed after it was written: shown as such, never replaced."""
    FAILED = "failed"
    """Tried, and not done; ``reason`` says why."""
    SOURCE = "source"
    """The language of the script itself: the author's own words."""


class FindingKind(StrEnum):
    """What can be found about a line."""

    UNKNOWN_WORD = "unknown-word"
    """The engine did not know a word and left it as it was."""
    UNGENERATED_WORD = "ungenerated-word"
    """The engine knew a word but could not form it."""
    NUMBER = "number"
    """A number of the source is not in the translation, or one was added."""
    NAME = "name"
    """A character's name was lost."""
    UNTRANSLATED = "untranslated"
    """The translation equals the source."""
    LANGUAGE = "language"
    """It looks like another language, or is written in another script than the language usually is."""
    CHARACTERS = "characters"
    """A character is damaged, cannot be seen, or looks like the one that is probably meant."""
    LENGTH = "length"
    """Much shorter or longer than the source makes likely."""
    SPACING = "spacing"
    """Spaces or capitals that the engine set wrongly were repaired."""
    STALE = "stale"
    """The source changed after the text or the take was made."""
    VOICE = "voice"
    """About the voice: borrowed, or the same for two characters."""
    TIMING = "timing"
    """Word times are estimated, not reported by the engine."""
    SOUND = "sound"
    """About the sound of a take: clipped, noisy, too quiet."""
    PICTURE = "picture"
    """About the picture: something asked for was not understood."""
    HEARD = "heard"
    """An ear that listened back did not hear the text, or could not judge."""
    SPOKEN = "spoken"
    """A number, date or sign of which it is not certain how it is read aloud."""
    CAPTION = "caption"
    """A caption has to be read faster than it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person should know about one line; it never stops the work by itself."""

    kind: FindingKind
    text: str
    """For a person: what was found, with the word or number itself."""
    words: tuple[str, ...] = ()
    """The words that ``text`` is about, where others go on from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """One line in one language."""

    line: str
    """The line's id."""
    language: str
    source: str
    """The source text that this belongs to (for a stale text: the old source)."""
    text: str
    """Empty where the state is missing or failed."""
    state: State
    engine: str = ""
    """``translation/apertium spa-cat>cat-srd`` for a machine's text, else empty."""
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    """Why a failed line failed."""
