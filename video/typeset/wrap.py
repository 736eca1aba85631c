"""Where rows end: at opportunities of Unicode's rules and ICU's dictionaries, by the measured width of the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from languages.segments import line_parts
from video.captions import CLAUSE_END, CLOSERS, SENTENCE_END
from video.typeset.paragraph import Paragraph

Span = tuple[int, int]

MOST_BALANCED_ROWS = 4
"""More rows are read as a paragraph, not seen as one block: they are filled one after the other."""
PHRASED = ("ja", "ko")
BY_PHRASES = "-u-lw-phrase"
"""Languages for which ICU knows phrases, and how it is asked. Source: Unicode Technical Standard 35, part 1, key «lw»;
tried with ICU 78."""
KILLER = 9
"""Canonical combining class of marks that take away a consonant's vowel. Source: Unicode Standard Annex 44."""
CLOSING = "\u103a\u1039\u0e3a"
"""Asat and virama of Burmese, Shan and Mon and the phinthu of Pali in Thai: the consonant under them always ends a
syllable, be the next one stacked below it or not. Source: Unicode Standard, sections 16.1 and 16.3."""
PAUSE = 0.1
"""How much of the room's width, squared, a row may be less even to end where a reader pauses."""


def shown_end(text: str, start: int, end: int) -> int:
    """Where what is seen of a part ends: spaces at the end of a row take no room."""
    while (
        end > start
        and text[end - 1] in " \u3000\u200b\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
    ):
        end -= 1
    return end


def opportunities(paragraph: Paragraph, cuts: list[Span], width_em: float) -> tuple[list[Span], set[int], list[Span]]:
    """(parts that a row may end after, parts that begin a row, words that had to be broken).

    ``cuts`` are those of ``parts_of``. A part that is wider than a row is broken between grapheme clusters, and begins
    a row of its own.
    """
    text, ems = paragraph.text, paragraph.ems
    parts: list[Span] = []
    first: set[int] = set()
    broken: list[Span] = []
    for start, end in cuts:
        if ems[shown_end(text, start, end)] - ems[start] <= width_em:
            parts.append((start, end))
            continue
        first.add(len(parts))
        broken.append((start, shown_end(text, start, end)))
        inner = [c for c in paragraph.clusters if start <= c < end and (c == start or not _in_syllable(text, c))]
        parts += zip(inner, [*inner[1:], end], strict=True)
    return parts, first, broken


def parts_of(text: str, tag: str, phrases: bool) -> list[Span]:
    """Parts that a row may end after, joined up to the whole text.

    With ``phrases`` Japanese and Korean rows end between phrases and words, not between any two syllables.
    """
    language = tag.partition("-")[0]
    found: list[Span] = []
    for start, end in (
        line_parts(text, f"{language}{BY_PHRASES}" if phrases and language in PHRASED else tag) if text else ()
    ):
        if found and _in_syllable(text, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _in_syllable(text: str, at: int) -> bool:
    """Whether an index is within a syllable, where no row may end.

    Dictionaries cut there in what they do not know: ICU's Burmese one in all Shan text, and before each «င့်» in
    Burmese (its own test data say so). What stands at the index is the silenced consonant that ends a syllable, or the
    lower letter of a stack. A killer between two letters of other scripts only says that they are stacked.
    """
    before, after = unicodedata.category(text[at - 1])[0], unicodedata.category(text[at])[0]
    if before not in "LM" or after != "L":
        return False
    if unicodedata.combining(text[at - 1]) == KILLER and text[at - 1] != CLOSING[0]:
        return True
    i = at + 1
    while i < len(text) and unicodedata.category(text[i])[0] == "M":
        if unicodedata.combining(text[i]) == KILLER:
            follows = unicodedata.category(text[i + 1])[0] if i + 1 < len(text) else ""
            return text[i] in CLOSING or follows not in ("L", "M")
        i += 1
    return False


def filled(parts: list[Span], first: set[int], fits: Callable[[int, int], bool]) -> list[Span]:
    """Rows filled one after the other (indices of parts: first, behind the last); each has one part at least."""
    rows: list[Span] = []
    a = 0
    while a < len(parts):
        b = a + 1
        while b < len(parts) and b not in first and fits(parts[a][0], parts[b][1]):
            b += 1
        rows.append((a, b))
        a = b
    return rows


def balanced(paragraph: Paragraph, parts: list[Span], count: int, width_em: float) -> list[Span]:
    """``count`` rows as even as can be, ending where a reader pauses where that costs little; empty where none fit."""
    text, ems = paragraph.text, paragraph.ems
    much = float("inf")
    shown = [shown_end(text, s, e) for s, e in parts]
    best: list[list[tuple[float, int]]] = [[(much, 0)] * (len(parts) + 1) for _ in range(count + 1)]
    best[0][0] = (0.0, 0)
    for row in range(1, count + 1):
        for end in range(row, len(parts) + 1):
            if row == count and end < len(parts):
                continue
            found = (much, 0)
            for start in range(end - 1, row - 2, -1):
                wide = ems[shown[end - 1]] - ems[parts[start][0]]
                if wide > width_em:
                    break
                cost = best[row - 1][start][0] + ((width_em - wide) / width_em) ** 2
                if end < len(parts) and not _pauses(text[: shown[end - 1]]):
                    cost += PAUSE
                found = min(found, (cost, start))
            best[row][end] = found
    if best[count][len(parts)][0] == much:
        return []
    rows: list[Span] = []
    end = len(parts)
    for row in range(count, 0, -1):
        start = best[row][end][1]
        rows.append((start, end))
        end = start
    return rows[::-1]


def _pauses(text: str) -> bool:
    bare = text.rstrip("".join(CLOSERS))
    return bool(bare) and (bare[-1] in SENTENCE_END or bare[-1] in CLAUSE_END)
