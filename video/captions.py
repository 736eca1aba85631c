"""Captions from words and their times: short rows, cut where a reader would pause."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from math import ceil

from languages.clock import ticks
from languages.segments import graphemes, spaceless
from languages.sentence_marks import CLAUSE_ENDS, CLOSERS, SENTENCE_ENDS
from speech.utterance import Word
from translation.translated import Finding, FindingKind
from video.caption_tokens import Token, columns, tokens_of
from video.timeline import Cue, CueWord

ROW_COLUMNS = 42
ROWS = 2
FASTEST_CPS = 17.0
LONGEST_S = 7.0
"""Source: Netflix Timed Text Style Guide (42 characters a row, two rows, 17 characters a second, 7 s)."""
SHORTEST_S = 1.2
"""A cue that is cut from a line is shorter only where no cut avoids it. A rule of thumb; Netflix asks for 5/6 s."""
FILLED = 0.8
"""How full cues are meant to be where a line needs more than two."""
STUB = 20
"""A cue does not end or begin with so few columns of a sentence, if it can be cut elsewhere. A rule of thumb."""

_CLOSERS = "".join(CLOSERS)
_CLAUSE_ENDS = "".join(CLAUSE_ENDS)
_PREPOSED = re.compile(r"[^\u0700-\u109f\u1200-\u139f\u1700-\u1cff\u2d80-\uabff]")
"""Letters of scripts other than Ethiopic and those of South Asia, in which three signs are a long word, and short words
follow what they belong to (am ላይ, hi में)."""


def cues_of(
    line: str, text: str, words: tuple[Word, ...], start: int, length: int, tag: str = "und"
) -> tuple[Cue, ...]:
    """Cues of one line that is heard from tick ``start`` on for ``length`` ticks.

    The rows of all cues are the line's text without the spaces at which they end. Rows end where the line may be
    broken in its language (``tag``): in Thai, Lao, Khmer and Burmese between words of ICU's dictionaries, in Japanese
    between phrases. A word longer than a row is broken between graphemes.
    """
    cues: list[Cue] = []
    for part in _parts(tokens_of(text, tag, words, length, ROW_COLUMNS)):
        rows = _rows([t for t, _, _ in part])
        whole = "".join(t for t, _, _ in part).rstrip(" ") if len(rows) > 1 else ""
        said = tuple(CueWord(text=t.rstrip(" "), start=start + begin) for t, begin, _ in part)
        begin, end = start + part[0][1], start + part[-1][2]
        cues.append(Cue(start=begin, end=end, rows=rows, line=line, text=whole, words=said))
    return tuple(cues)


def reading_length(rows: tuple[str, ...]) -> int:
    """How many characters a reader sees in the rows of a cue: letters with their marks count once."""
    return sum(len(graphemes(row)) for row in rows)


def _fits(tokens: list[Token], lefts: list[int], begin: int, end: int) -> bool:
    """Whether the pieces from ``begin`` to ``end`` fit a cue: one row, or two that end at one of them."""
    total = lefts[end] - lefts[begin] - tokens[end - 1][0].endswith(" ")
    if total <= ROW_COLUMNS or total > ROW_COLUMNS * ROWS:
        return total <= ROW_COLUMNS
    for i in range(begin, end):
        top = lefts[i + 1] - lefts[begin]
        if top - tokens[i][0].endswith(" ") > ROW_COLUMNS:
            return False
        if total - top <= ROW_COLUMNS:
            return True
    return False


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """Tokens by cue: as few cues as fit, cut at the best places."""
    parts: list[list[Token]] = []
    lefts = [0, *accumulate(columns(text) for text, _, _ in tokens)]  # columns before each piece, and of all
    ends = [len(tokens)] if tokens else []
    begin = 0
    while ends:
        cut = _first_cue(tokens, lefts, begin, ends[-1])
        if cut < ends[-1]:
            ends.append(cut)
        else:
            parts.append(tokens[begin:cut])
            begin = ends.pop()
    return parts


def _first_cue(tokens: list[Token], lefts: list[int], begin: int, end: int) -> int:
    """Where the best cut is in the pieces from ``begin`` to ``end``; ``end`` where they fit one cue."""
    begun, last = tokens[begin][1], tokens[end - 1][2]
    lasts = last - begun
    if end - begin == 1 or (_fits(tokens, lefts, begin, end) and lasts <= ticks(LONGEST_S)):
        return end
    total = lefts[end] - lefts[begin]
    # As many cues as are needed, but at least these two; the first takes its share of the letters and of the time.
    by_width = 2 if total <= ROW_COLUMNS * ROWS * 2 else ceil(total / (ROW_COLUMNS * ROWS * FILLED))
    share = 1 / max(by_width, ceil(lasts / ticks(LONGEST_S)), 2)
    near = bisect_right(lefts, lefts[begin] + ROW_COLUMNS * ROWS + STUB, begin + 1, end)
    stops = [0, total]
    stops += [lefts[i] - lefts[begin] for i in range(begin + 1, near) if not _price(tokens[i - 1][0], tokens[i][0])]
    best, best_cost = begin + 1, float("inf")
    for i in range(begin + 1, end):
        left = lefts[i] - lefts[begin]
        if left > ROW_COLUMNS * ROWS + 1 and best_cost < float("inf"):
            break
        heard = tokens[i - 1][2] - begun
        off = ((left / total + heard / lasts) / 2 / share - 1) ** 2
        shortest = min(heard, last - tokens[i][1]) / ticks(SHORTEST_S)
        stub = 0.2 * any(0 < abs(left - stop) < STUB for stop in stops)
        cost = off + stub + max(0.0, 1 - shortest) + _price(tokens[i - 1][0], tokens[i][0])
        if cost < best_cost and _fits(tokens, lefts, begin, i):
            best, best_cost = i, cost
    return best


def _price(before: str, after: str) -> float:
    """How bad it is to cut between two pieces: 0 after a sentence, more within a phrase."""
    shown = before.rstrip(" ")
    bare = shown.rstrip(_CLOSERS) or shown or before
    if bare[-1] in SENTENCE_ENDS:
        return 0.0
    if bare[-1] in CLAUSE_ENDS or shown[-1:] in CLOSERS:
        return 0.1
    if spaceless(bare[-1]):  # the writer's own spaces are pauses there
        return 0.1 if shown != before else 0.35
    if shown == before and after[:1] != " ":  # after a hyphen
        return 0.5
    if not _PREPOSED.match(bare[-1]):
        return 0.35
    if len(shown.strip(_CLAUSE_ENDS)) <= 3:  # articles and prepositions stay with what follows
        return 0.6
    return 0.25 if len(after.rstrip(" ")) <= 3 else 0.35


def _rows(texts: list[str]) -> tuple[str, ...]:
    """One row where it fits, else two, balanced and cut at the best place."""
    whole = "".join(texts).rstrip(" ")
    if columns(whole) <= ROW_COLUMNS or len(texts) == 1:
        return (whole,)
    best: tuple[float, int] | None = None
    widths = [columns(t) for t in texts]
    total, top = sum(widths), 0
    for i in range(1, len(texts)):
        top += widths[i - 1]
        upper = top - texts[i - 1].endswith(" ")
        bottom = total - top - texts[-1].endswith(" ")
        over = max(upper, bottom) > ROW_COLUMNS
        cost = 10.0 * over + abs(upper - bottom) / total + _price(texts[i - 1], texts[i])
        if best is None or cost < best[0]:
            best = (cost, i)
    assert best is not None
    return ("".join(texts[: best[1]]).rstrip(" "), "".join(texts[best[1] :]).rstrip(" "))


def caption_findings(cues: tuple[Cue, ...]) -> tuple[tuple[str, Finding], ...]:
    """(line, finding) for every cue that has to be read faster than it should."""
    found: list[tuple[str, Finding]] = []
    for cue in cues:
        cps = reading_length(cue.rows) / ((cue.end - cue.start) / ticks(1))
        if cps > FASTEST_CPS + 0.5:
            text = f"A caption has to be read at {cps:.0f} characters a second («{cue.rows[0]}»)."
            found.append((cue.line, Finding(kind=FindingKind.CAPTION, text=text)))
    return tuple(found)
