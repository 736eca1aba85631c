"""Where rows end: at opportunities of Unicode's rules and ICU's dictionaries, by the measured width of the text."""

from __future__ import annotations

from collections.abc import Callable

from languages.sentence_marks import CLAUSE_ENDS, CLOSERS, SENTENCE_ENDS
from languages.syllables import within_syllable
from video.typeset.paragraph import Paragraph

Span = tuple[int, int]

MOST_BALANCED_ROWS = 4
"""More rows are read as a paragraph, not seen as one block: they are filled one after the other."""
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

    ``cuts`` are those of ``line_parts``. A part that is wider than a row is broken between grapheme clusters, and
    begins a row of its own.
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
        inner = [c for c in paragraph.clusters if start <= c < end and (c == start or not within_syllable(text, c))]
        parts += zip(inner, [*inner[1:], end], strict=True)
    return parts, first, broken


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
    return bool(bare) and (bare[-1] in SENTENCE_ENDS or bare[-1] in CLAUSE_ENDS)
