"""Where rows end: at opportunities of Unicode's rules and ICU's dictionaries, by the measured width of the text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from languages.segments import PHRASED, line_parts
from languages.sentence_marks import CLAUSE_ENDS, CLOSERS, OPENING, SENTENCE_ENDS
from languages.syllables import within_syllable
from video.typeset.paragraph import Paragraph

Span = tuple[int, int]

MOST_BALANCED_ROWS = 4
"""More rows are read as a paragraph, not seen as one block: they are filled one after the other."""
PAUSE = 0.1
"""How much of the room's width, squared, a row may be less even to end where a reader pauses."""

NEVER_FIRST = "".join(SENTENCE_ENDS | CLAUSE_ENDS | CLOSERS) + "ๆໆៗ々〻ゝゞヽヾ・"
LOOSE_FIRST = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿーｧｨｩｪｫｬｭｮｯｰ"
"""What a piece of a broken word begins with only where it is wider than a row else: signs that belong to what stands
before them; small Kana and the sign that lengthens a vowel, which the loose rules allow.

Source: Unicode Standard Annex 14, classes CL, EX, NS and CJ; CSS Text 3, «line-break»."""


def shown_end(text: str, start: int, end: int) -> int:
    """Where what is seen of a part ends: spaces at the end of a row take no room."""
    while (
        end > start
        and text[end - 1] in " \u3000\u200b\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
    ):
        end -= 1
    return end


def wide(paragraph: Paragraph, start: int, end: int) -> float:
    """How far a part advances where a row ends after it, in em: without spaces, with the hyphen that is shown there."""
    end = shown_end(paragraph.text, start, end)
    return paragraph.ems[end] - paragraph.ems[start] + paragraph.hyphens.get(end, 0.0)


def opportunities(paragraph: Paragraph, cuts: list[Span], width_em: float) -> tuple[list[Span], set[int], list[Span]]:
    """(parts that a row may end after, parts that begin a row, words that had to be broken).

    ``cuts`` are those of ``line_parts``. A phrase that is wider than a row is cut by the strict rules; what is still
    wider is broken between grapheme clusters, and begins a row of its own.
    """
    parts: list[Span] = []
    first: set[int] = set()
    broken: list[Span] = []
    for phrase in cuts:
        for start, end in [phrase] if wide(paragraph, *phrase) <= width_em else _by_rules(paragraph, phrase):
            if wide(paragraph, start, end) <= width_em:
                parts.append((start, end))
                continue
            first.add(len(parts))
            broken.append((start, shown_end(paragraph.text, start, end)))
            parts += _broken(paragraph, (start, end), width_em, (NEVER_FIRST + LOOSE_FIRST, NEVER_FIRST, ""))
    return parts, first, broken


def _by_rules(paragraph: Paragraph, phrase: Span) -> list[Span]:
    if paragraph.tag.partition("-")[0] not in PHRASED:
        return [phrase]
    ends = [end for _, end in line_parts(paragraph.text, paragraph.tag) if phrase[0] < end < phrase[1]]
    return list(pairwise((phrase[0], *ends, phrase[1])))


def _broken(paragraph: Paragraph, part: Span, width_em: float, never_first: tuple[str, ...]) -> list[Span]:
    """A part cut between clusters, by the first way that makes pieces no wider than a row: no piece begins with one of
    those characters or ends with a sign that opens, while there is another way."""
    if not never_first or wide(paragraph, *part) <= width_em:
        return [part]
    text, never = paragraph.text, never_first[0]
    cuts = [
        c
        for c in paragraph.clusters
        if part[0] < c < part[1]
        and not within_syllable(text, c)
        and not (never and (text[c] in never or text[c - 1] in OPENING))
    ]
    pieces = pairwise((part[0], *cuts, part[1]))
    return [p for piece in pieces for p in _broken(paragraph, piece, width_em, never_first[1:])]


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
    right = [ems[end] + paragraph.hyphens.get(end, 0.0) for end in shown]
    best: list[list[tuple[float, int]]] = [[(much, 0)] * (len(parts) + 1) for _ in range(count + 1)]
    best[0][0] = (0.0, 0)
    for row in range(1, count + 1):
        for end in range(row, len(parts) + 1):
            if row == count and end < len(parts):
                continue
            found = (much, 0)
            for start in range(end - 1, row - 2, -1):
                taken = right[end - 1] - ems[parts[start][0]]
                if taken > width_em:
                    break
                cost = best[row - 1][start][0] + ((width_em - taken) / width_em) ** 2
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
