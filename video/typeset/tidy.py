"""A text made ready to be laid out: what steers machines is taken out, and what is no character is found.

Source: Unicode Standard 17, sections 23.6 and 23.7 (surrogates, noncharacters); Annex 9, section 2 (what turns text).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from languages.bidi_controls import EMBEDDINGS, ISOLATES, OVERRIDES, POP, POP_ISOLATE
from languages.unicode_scripts import is_noncharacter
from video.typeset.problems import Problem, ProblemKind, name_of

TURNING = EMBEDDINGS | OVERRIDES | {POP}
"""Embeddings and overrides: isolates do what the first are for; the second show another text than is there."""
ANNOTATIONS = frozenset("\ufff9\ufffa\ufffb")
"""Ruby between programs; a shaper draws them as boxes. Source: Unicode Standard 17, section 23.8."""
BREAKS = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
"""What ends a row or paragraph, all taken as one. Source: Unicode Standard 17, section 5.8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidy:
    """A text without what cannot or must not be drawn."""

    text: str
    """Rows that must be kept apart are divided by ``\\n``."""
    places: tuple[int, ...] | None
    """For each code point its index in the text as it was given; None where nothing was taken out."""
    problems: tuple[Problem, ...] = ()

    def place(self, index: int) -> int:
        """Index in the text as it was given."""
        if self.places is None:
            return index
        return self.places[index] if index < len(self.places) else (self.places[-1] + 1 if self.places else 0)


def tidy(text: str) -> Tidy:
    """The text that is drawn, and what was found in it on the way."""
    if text.isprintable() and not any(c in TURNING or c in ISOLATES or c == POP_ISOLATE for c in text):
        return Tidy(text=text, places=None, problems=tuple(_noncharacters(text)))
    partners = _partners(text)
    kept: list[str] = []
    places: list[int] = []
    problems: list[Problem] = list(_noncharacters(text))
    for i, c in enumerate(text):
        if 0xD800 <= ord(c) < 0xE000 or (c == "\r" and text[i + 1 : i + 2] == "\n"):
            continue
        if c in TURNING or ((c in ISOLATES or c == POP_ISOLATE) and i not in partners):
            problems.append(_left_out(i, c, ProblemKind.BIDI_CONTROL))
            continue
        c = BREAKS.get(c, " " if c == "\t" else c)
        if (c != "\n" and unicodedata.category(c) == "Cc") or c in ANNOTATIONS:
            problems.append(_left_out(i, c, ProblemKind.CONTROL))
            continue
        kept.append(c)
        places.append(i)
    return Tidy(text="".join(kept), places=tuple(places), problems=tuple(sorted(problems, key=lambda p: p.start)))


def _noncharacters(text: str) -> list[Problem]:
    found: list[Problem] = []
    for i, c in enumerate(text):
        if 0xD800 <= ord(c) < 0xE000:
            what = f"{name_of(c)} is half of a surrogate pair and no character: the text was damaged on its way."
            helps = "Enter that place again, and save the file as UTF-8."
        elif is_noncharacter(c):
            what = f"{name_of(c)} is a noncharacter: Unicode keeps it for programs."
            helps = "Delete it."
        else:
            continue
        found.append(Problem(kind=ProblemKind.NO_CHARACTER, start=i, end=i + 1, text=f"{what} {helps}"))
    return found


def _left_out(i: int, c: str, kind: ProblemKind) -> Problem:
    why = "turns the direction of text" if kind is ProblemKind.BIDI_CONTROL else "is a control character"
    text = f"{name_of(c)} {why} and was left out. Delete it" + (
        ", or use a pair of isolates (U+2068 … U+2069)." if kind is ProblemKind.BIDI_CONTROL else "."
    )
    return Problem(kind=kind, start=i, end=i + 1, text=text)


def _partners(text: str) -> frozenset[int]:
    """Indices of isolates that are closed in the same row, and of what closes them."""
    open_at: list[int] = []
    found: set[int] = set()
    for i, c in enumerate(text):
        if c in ISOLATES:
            open_at.append(i)
        elif c == POP_ISOLATE and open_at:
            found |= {open_at.pop(), i}
        elif c == "\n" or c in BREAKS:
            open_at.clear()
    return frozenset(found)
