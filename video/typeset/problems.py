"""What can be wrong with a text that is to be drawn: each with its place, what it is called, and what helps."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """What was found."""

    MISSING_GLYPH = "missing-glyph"
    """No font here has the character: it would be an empty box; or the font's glyph for it shows nothing."""
    BROKEN_SYLLABLE = "broken-syllable"
    """A mark stands where it belongs to nothing: it would get a dotted circle."""
    NO_CHARACTER = "no-character"
    """Half of a surrogate pair, or a code point that is never a character."""
    CONTROL = "control"
    """A control character was left out."""
    BIDI_CONTROL = "bidi-control"
    """A character that turns the direction of text, and has no partner or is an override, was left out."""
    TWO_FONTS = "two-fonts"
    """No font has all letters of a word or text, so that it is drawn with two, or not with the one that it should."""
    NOT_BOLD = "not-bold"
    """Bold was asked for, and the font has none: it is drawn regular."""
    WORD_BROKEN = "word-broken"
    """A word is wider than the room and was broken between characters."""
    TOO_WIDE = "too-wide"
    """A single character is wider than the room."""
    TOO_HIGH = "too-high"
    """Marks are stacked higher than any writing has them."""
    TOO_MANY_ROWS = "too-many-rows"
    """The text takes more rows than it may, even at the smallest size."""


STOPPING = frozenset((ProblemKind.MISSING_GLYPH, ProblemKind.BROKEN_SYLLABLE, ProblemKind.NO_CHARACTER))
"""Kinds with which a text is not drawn: what came out would not be the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One place of a text and what is wrong there."""

    kind: ProblemKind
    start: int
    """Index of the first code point concerned, in the text as it was given."""
    end: int
    text: str
    """For a person: what was found, and what helps. The character itself is only named: it may not be shown."""

    @property
    def stops(self) -> bool:
        """Whether the text must not be drawn so."""
        return self.kind in STOPPING


def name_of(character: str) -> str:
    """``U+1E900 ADLAM CAPITAL LETTER ALIF``; newer characters than Python knows have no name here."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def names_of(text: str, most: int = 6) -> str:
    """The names of the characters of a cluster, joined by « + »."""
    names = [name_of(c) for c in text[:most]]
    return " + ".join(names) + (" + …" if len(text) > most else "")
