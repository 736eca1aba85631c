"""Letters and their marks: whether they are composed as Unicode's form C has them, and whether a mark has its letter.

Source: Unicode Standard Annex 15 (form C); Unicode Standard 17, section 2.11 (a mark belongs to what stands before it),
and 7.9 (a mark shown alone stands on a no-break space).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from languages.character_finding import CharacterFinding, CharacterKind, Severity, named, shown
from languages.invisible import INVISIBLE

_MOST = 12
"""Characters that are shown of a place."""


MOST_MARKS = 30
"""More marks on one letter no language has. Source: Unicode Standard Annex 15, section 13 (Stream-Safe Text Format)."""


def find_pile(text: str) -> int | None:
    """Where more than ``MOST_MARKS`` marks are piled up on one letter; None where they are nowhere.

    To bring such a pile into form C takes time with the square of its height: 40,000 marks took 1.2 s.
    """
    found = None if text.isascii() else _pile().search(text)
    return found.start() if found else None


@lru_cache
def _pile() -> re.Pattern[str]:
    return re.compile(f"[{_ranges(lambda c: unicodedata.combining(c) != 0)}]{{{MOST_MARKS + 1}}}")


def _ranges(belongs: Callable[[str], bool]) -> str:
    """Characters as a class for regular expressions; no mark stands beyond plane 1, but variation selectors."""
    runs: list[list[int]] = []
    for point in range(0x300, 0x1F000):
        if not belongs(chr(point)):
            continue
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


@lru_cache
def _alone() -> re.Pattern[str]:
    marks = _ranges(lambda c: unicodedata.category(c)[0] == "M" and not INVISIBLE.match(c))
    return re.compile(rf"(?:\A|[ \t\n\r\u2028\u2029\u3000])([{marks}]+)")


def lone_marks(text: str) -> Iterator[CharacterFinding]:
    """A question for each mark at the beginning, or behind white space."""
    for found in _alone().finditer(text):
        start, end = found.span(1)
        yield CharacterFinding(
            kind=CharacterKind.LONE_MARK,
            severity=Severity.QUESTION,
            start=start,
            end=end,
            text=f"{named(text[start])} is a mark without a letter before it: readers see a dotted circle, or the mark "
            "in the gap. Is a space too much, or a letter lost?",
            subject=text[start],
        )


def not_composed(text: str) -> CharacterFinding:
    """The finding for a text that is not in form C: its first place, what that becomes, and how many differ."""
    places = [(a, b) for a, b in _clusters(text) if not unicodedata.is_normalized("NFC", text[a:b])]
    # Where only whole differs (a starter composes with the one before), the whole is the place.
    start, end = places[0] if places else (0, len(text))
    before, after = text[start:end], unicodedata.normalize("NFC", text[start:end])
    more = f", and {len(places) - 1} more in this text" if len(places) > 1 else ""
    return CharacterFinding(
        kind=CharacterKind.NOT_NFC,
        severity=Severity.QUESTION,
        start=start,
        end=end,
        text=f"{shown(before[:_MOST])} is not as Unicode's form C (NFC) has it{more}: Vernacast reads "
        f"{shown(after[:_MOST])}. It looks the same; other programs may not find it. Nothing needs to be done here.",
        subject="",
    )


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Spans that compose on their own: from one character of class 0 that composes with none before it to the next."""
    start = 0
    for i, c in enumerate(text):
        if i and not unicodedata.combining(c) and not _joins_before(text[i - 1], c):
            yield start, i
            start = i
    if text:
        yield start, len(text)


def _joins_before(before: str, c: str) -> bool:
    """Whether two characters of class 0 may compose: a vowel sign of two parts, jamo."""
    return unicodedata.category(c)[0] == "M" or ("\u1160" <= c <= "\u11ff" and before >= "\u1100")
