"""Where the characters of a line of a script stand in its file: rows wrap, markup and spaces are left out of lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from unicodedata import is_normalized, normalize

from languages.segments import graphemes
from translation.text_file import BREAKS, SPACES

_SPACES = frozenset(SPACES + BREAKS)
"""What becomes one space in a line."""
ROOM = 400
"""Characters of markup that may stand before and within a line."""
SIZES = (12, 4, 1)
"""Characters by which a line is found again behind markup."""


class Rows:
    """A file's text in NFC, as lines are, and which row and column of the file each of its characters is in."""

    def __init__(self, raw: str) -> None:
        self.text = normalize("NFC", raw)
        self._raw = raw.split("\n")
        self._starts = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]
        self._breaks = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n" or c in BREAKS)]
        self._columns: dict[int, Sequence[int]] = {}

    def place(self, index: int) -> tuple[int, int]:
        """Row and column of a character, from 1, as an editor counts them: a page's end begins no row."""
        row = bisect_right(self._starts, index)
        columns = self._columns.get(row) or _columns(self._raw[row - 1])
        self._columns[row] = columns
        return row, columns[min(index - self._starts[row - 1], len(columns) - 1)] + 1

    def start(self, row: int) -> int:
        """Index of the first character of a row as the reader of scripts counts them."""
        return self._breaks[min(max(row, 1), len(self._breaks)) - 1]


class LinePlaces:
    """Where each character of one line stands, from an index up to another; found when it is first asked for."""

    def __init__(self, text: str, rows: Rows, start: int, stop: int | None = None) -> None:
        self._text, self._rows, self._start = text, rows, start
        self._stop = len(rows.text) if stop is None else stop
        self._found = _walked(text, rows.text, start, self._stop)
        self._is_whole = bool(self._found)
        """Whether no markup stands in it."""

    @property
    def begin(self) -> int:
        """Index in the file of its first character, or of the row's where markup stands in it."""
        return self._found[0] if self._is_whole else self._start

    @property
    def end(self) -> int:
        """Index in the file behind it, or where the search for it began where markup stands in it."""
        return self._found[-1] + 1 if self._is_whole else self._start

    def place(self, offset: int) -> tuple[int, int]:
        """Row and column in the file, from 1, of a character of the line."""
        found = self._found = self._found or _aligned(self._text, self._rows.text, self._start, self._stop)
        return self._rows.place(found[min(offset, len(found) - 1)] if found else self._start)


def _columns(raw: str) -> Sequence[int]:
    """For each character of a row in NFC, and its end, how many characters of the row as it is stand before it."""
    if is_normalized("NFC", raw):
        return range(len(raw) + 1)
    found: list[int] = []
    at = 0
    for letter in graphemes(raw):  # NFC joins nothing across them. Source: Unicode Standard Annex 29, section 3
        found += (at + min(i, len(letter) - 1) for i in range(len(normalize("NFC", letter))))
        at += len(letter)
    return [*found, at]


def _walked(text: str, raw: str, start: int, stop: int) -> list[int]:
    """Index of each character where a line stands as it is, but for the width of spaces; empty where it does not."""
    first = text.partition(" ")[0]
    limit = min(start + ROOM + len(first), stop)
    at = raw.find(first, start, limit) if first else -1
    while at >= 0:
        found = _from(text, raw, at, stop)
        if found:
            return found
        at = raw.find(first, at + 1, limit)
    return []


def _from(text: str, raw: str, at: int, stop: int) -> list[int]:
    found: list[int] = []
    for c in text:
        if at >= stop or not _is_at(c, raw[at]):
            return []
        found.append(at)
        at = _behind(c, raw, at)
    return found


def _aligned(text: str, raw: str, start: int, stop: int) -> list[int]:
    """Index of each character of a line with markup; of what is not found, of what may follow it."""
    found: list[int] = []
    at = start
    for i, c in enumerate(text):
        ahead = at if at < stop and _is_at(c, raw[at]) else _found_again(text[i : i + SIZES[0]], raw, at, stop)
        found.append(max(ahead, at))
        at = _behind(c, raw, ahead) if ahead >= 0 else at
    return found


def _found_again(rest: str, raw: str, at: int, stop: int) -> int:
    """Where the rest of a line stands behind markup; -1 where it does not. What is longer may be farther away."""
    parts = (rest[:size] for size in SIZES)
    ahead = ((raw.find(part, at, min(at + ROOM, stop)), len(part)) for part in parts)
    return min((((place - at) / size, place) for place, size in ahead if place >= 0), default=(0, -1))[1]


def _is_at(c: str, written: str) -> bool:
    return written == c or (c == " " and written in _SPACES)


def _behind(c: str, raw: str, at: int) -> int:
    at += 1
    while c == " " and at < len(raw) and raw[at] in _SPACES:
        at += 1
    return at
