"""What can be wrong with the characters of a text: its kind, its place, and what helps."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the text cannot stay so, or a person has to say whether it may."""

    REPAIR = "repair"
    """Whatever was meant, this is not it: something was lost, or no reader and no voice can take it as it is."""
    QUESTION = "question"
    """It is unusual, and may be right all the same."""


class CharacterKind(StrEnum):
    """What was found."""

    SURROGATE = "lone-surrogate"
    NONCHARACTER = "noncharacter"
    UNASSIGNED = "unassigned"
    PRIVATE_USE = "private-use"
    CONTROL = "control"
    REPLACEMENT = "replacement"
    """U+FFFD or U+FFFC: what a program put where it could not read, or could not keep, something."""
    MISREAD = "misread"
    """Text that was read in another encoding than it was written in."""
    BIDI = "bidi"
    """A control of writing direction without its partner, or one that turns letters around."""
    INVISIBLE = "invisible"
    """A character without a picture where it has no work to do."""
    NOT_NFC = "not-nfc"
    LONE_MARK = "lone-mark"
    """A combining mark that stands on nothing."""
    DOTTED_CIRCLE = "dotted-circle"
    MIXED_SCRIPTS = "mixed-scripts"
    """A letter of another script in the midst of a word, which looks like one of the word's own script."""
    LOOKALIKE = "lookalike"
    """Another character of the same script in place of the language's own."""
    COMPATIBILITY = "compatibility"
    """Letters in a fixed form: of formulas, wide, joined, ligatures."""
    FOREIGN_LETTER = "foreign-letter"
    """A letter that the language's alphabet does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterFinding:
    """One place of a text and what is wrong there."""

    kind: CharacterKind
    severity: Severity
    start: int
    """Index of the first code point concerned."""
    end: int
    """Index behind the last one; ``0 <= start < end <= len(text)``."""
    text: str
    """For a person: what it is, why it matters, what helps. Characters that cannot be seen are only named."""
    subject: str = ""
    """The character or word concerned: findings of one kind and subject ask the same."""


def named(character: str) -> str:
    """``U+0430 CYRILLIC SMALL LETTER A``; characters that Python does not know have no name here."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def shown(text: str) -> str:
    """Characters as a reader sees them, with their numbers: ``«а» (U+0430)``, a mark on a dotted circle."""
    circle = "\u25cc" if unicodedata.category(text[0]).startswith("M") else ""
    return f"«{circle}{text}» ({' '.join(f'U+{ord(c):04X}' for c in text)})"
