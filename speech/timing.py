"""Word times repaired onto the line's own words, whatever an engine reported.

Engines report times for words as *they* cut them: `1998` becomes three events, `l'aigua` one and an empty
one, a clitic none at all. Here each event is laid onto the line's own whitespace token that contains it, the
first one within a token counts, and tokens without any are filled in by the number of their letters.
Pure functions; all times in ticks (48,000 a second).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from languages.segments import SPACELESS, graphemes, line_parts
from speech.utterance import Word

MOST_CLUSTERS = 12
"""A stretch without spaces in scripts that write none is cut between words into pieces of at most so many letters."""

PUNCTUATION_WEIGHT = 0.2
"""Letters' worth of time that a token without any letter is given."""

SLACK = 48_000 * 50 // 1000
"""Engines begin a word up to 50 ms after its sound begins; a pause before it is one all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One piece of a line as written, and where it begins in code points."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An engine's report: what stands at this code point of the line is heard from this tick on."""

    position: int
    start: int


def tokens(text: str) -> tuple[Token, ...]:
    """The line's own words in order: what stands between spaces, punctuation included."""
    found: list[Token] = []
    for match in re.finditer(r"\S+", text):
        begin = match.start()
        for piece in _pieces(match.group()):
            found.append(Token(text=piece, offset=begin))
            begin += len(piece)
    return tuple(found)


def _pieces(token: str) -> list[str]:
    if not SPACELESS.search(token) or len(graphemes(token)) <= MOST_CLUSTERS:
        return [token]
    found: list[str] = []
    held = 0
    for start, end in line_parts(token):
        letters = graphemes(token[start:end])
        for at in range(0, len(letters), MOST_CLUSTERS):
            own = letters[at : at + MOST_CLUSTERS]
            if found and held + len(own) <= MOST_CLUSTERS:
                found[-1] += "".join(own)
                held += len(own)
            else:
                found.append("".join(own))
                held = len(own)
    return found


def weight(text: str) -> float:
    """How much time a token takes beside others: its letters and digits."""
    letters = sum(1 for c in text if unicodedata.category(c)[0] in "LN")
    return float(letters) or PUNCTUATION_WEIGHT


def place_words(text: str, events: Iterable[Event], length: int) -> tuple[Word, ...]:
    """The line's words with times that are in order, do not overlap and fill ``0 … length``.

    A word's end is the next word's start; ``cut_pauses`` brings it back to where its sound ends.

    Raises:
        ValueError: the sound has fewer ticks than the line has words.
    """
    line = tokens(text)
    if length < len(line):
        raise ValueError(f"{length} ticks of sound cannot hold {len(line)} words.")
    first: dict[int, int] = {}
    offsets = [t.offset for t in line]
    for event in events:
        index = _token_at(line, offsets, event.position)
        if index is not None and index not in first:
            first[index] = max(0, event.start)
    anchors = _in_order(first, len(line), length)
    starts = [*_fill(line, anchors, length), length]
    return tuple(
        Word(text=t.text, offset=t.offset, start=a, end=b, reported=i in anchors)
        for i, (t, a, b) in enumerate(zip(line, starts, starts[1:], strict=False))
    )


def _token_at(line: Sequence[Token], offsets: Sequence[int], position: int) -> int | None:
    index = bisect_right(offsets, position) - 1
    inside = index >= 0 and position < line[index].offset + len(line[index].text)
    return index if inside else None


def _in_order(first: dict[int, int], count: int, length: int) -> dict[int, int]:
    """Those starts that leave at least one tick for every word before, between and after them."""
    kept: dict[int, int] = {}
    before, earliest = -1, -1
    for index in sorted(first):
        start = first[index]
        if start - earliest >= index - before and length - start >= count - index:
            kept[index] = start
            before, earliest = index, start
    return kept


def _fill(line: Sequence[Token], anchors: dict[int, int], length: int) -> list[int]:
    fixed = [(0, anchors.get(0, 0)), *((i, t) for i, t in sorted(anchors.items()) if i), (len(line), length)]
    starts: list[int] = []
    for (i, begin), (j, end) in pairwise(fixed):
        run = [weight(t.text) for t in line[i:j]]
        # One tick per word is set aside so that rounding can never make two starts equal.
        spare, done = end - begin - (j - i), 0.0
        for k, share in enumerate(run):
            starts.append(begin + k + round(spare * done / sum(run)))
            done += share
    return starts


def spread_words(text: str, voiced: Sequence[tuple[int, int]], length: int) -> tuple[Word, ...]:
    """Words spread over the voiced stretches (start, end) by their letters: an estimate, none reported.

    Raises:
        ValueError: the sound has fewer ticks than the line has words.
    """
    line = tokens(text)
    total = sum(b - a for a, b in voiced)
    letters = sum(weight(t.text) for t in line)
    events: list[Event] = []
    done = 0.0
    for token in line:
        events.append(Event(position=token.offset, start=_along(voiced, total * done / letters)))
        done += weight(token.text)
    return tuple(
        Word(text=w.text, offset=w.offset, start=w.start, end=w.end, reported=False)
        for w in place_words(text, events, length)
    )


def _along(voiced: Sequence[tuple[int, int]], ticks: float) -> int:
    for begin, end in voiced:
        if ticks < end - begin:
            return begin + round(ticks)
        ticks -= end - begin
    return voiced[-1][1] if voiced else 0


def cut_pauses(words: Sequence[Word], quiet: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """Words whose ends are brought back to where silence begins, if that silence lasts to about their end."""
    cut: list[Word] = []
    for word in words:
        end = word.end
        for begin, stop in quiet:
            if word.start < begin < end <= stop + SLACK:
                end = begin
        cut.append(Word(text=word.text, offset=word.offset, start=word.start, end=end, reported=word.reported))
    return tuple(cut)
