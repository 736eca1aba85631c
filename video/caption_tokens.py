"""The pieces that captions are put together from: where a row may end, how wide each is and when it is heard."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from languages.bidi_controls import CONTROLS
from languages.segments import graphemes, line_parts
from languages.syllables import within_syllable
from speech.utterance import Word

Token = tuple[str, int, int]
"""(text with the space after it, start, end) of a piece that is not broken further; ticks from the line's start."""


@lru_cache(8192)
def columns(text: str) -> int:
    """Width of a text in columns: what is wide in East Asia two, an emoji of many characters too, marks none."""
    return len(text) if text.isascii() else sum(map(_width, graphemes(text)))


def _width(grapheme: str) -> int:
    if any(unicodedata.east_asian_width(c) in "WF" for c in grapheme):
        return 2
    return sum(unicodedata.category(c) not in ("Mn", "Me", "Cf") for c in grapheme)


def clean(text: str) -> str:
    """The text without characters that would steer the player: controls, and those of direction, of which an unclosed
    one would turn the neighbouring text around."""
    return "".join(text for text, _ in _kept(text))


def tokens_of(text: str, tag: str, words: tuple[Word, ...], length: int, widest: int) -> list[Token]:
    """A line in the pieces that a row may end after, each with its time.

    A word that is wider than ``widest`` columns is broken between graphemes, and never within a syllable. Of the time
    of a word each of its pieces takes as much as it has of its characters.
    """
    kept = list(_kept(text))
    line = "".join(c for c, _ in kept)
    offsets = [word.offset for word in words]
    tokens: list[Token] = []
    for start, end in line_parts(line, tag, by_phrases=True):
        for a, b in _broken(line, start, end, widest):
            last = b - 1 if line[b - 1] != " " or b - 1 == a else b - 2
            begun = _heard(words, offsets, kept[a][1], 0)
            done = _heard(words, offsets, kept[last][1], 1)
            earliest = tokens[-1][2] if tokens else 0
            begin = earliest if begun is None else begun
            tokens.append((line[a:b], begin, max(length if done is None else done, begin + 1)))
    return tokens


def _kept(text: str) -> Iterator[tuple[str, int]]:
    """The characters that are shown, spaces as one, each with its place in the text."""
    space, any_yet = -1, False
    for place, c in enumerate(text):
        if c in CONTROLS or (unicodedata.category(c) == "Cc" and not c.isspace()):
            continue
        if c.isspace():
            space = place
            continue
        if space >= 0 and any_yet:
            yield " ", space
        space, any_yet = -1, True
        yield c, place


def _broken(line: str, start: int, end: int, widest: int) -> list[tuple[int, int]]:
    """A part as it is, or in spans that fit a row."""
    if columns(line[start:end].rstrip(" ")) <= widest:
        return [(start, end)]
    spans: list[tuple[int, int]] = []
    begin = at = start
    whole = start
    for grapheme in graphemes(line[start:end]):
        if at > begin and not within_syllable(line, at):
            whole = at
        at += len(grapheme)
        if whole > begin and columns(line[begin:at].rstrip(" ")) > widest:
            spans.append((begin, whole))
            begin = whole
    return [*spans, (begin, end)]


def _heard(words: tuple[Word, ...], offsets: list[int], place: int, more: int) -> int | None:
    """When the character at a place of the line begins (``more`` 0) or ends (1); None where no word has it."""
    index = bisect_right(offsets, place) - 1
    if index < 0 or place >= words[index].offset + len(words[index].text):
        return None
    word = words[index]
    return word.start + (word.end - word.start) * (place + more - word.offset) // len(word.text)
