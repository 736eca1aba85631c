"""Where the characters of a line of a script stand in its file: rows wrap, markup and spaces are left out of lines."""

from __future__ import annotations

import difflib
from bisect import bisect_right

_SPACES = frozenset(" \t\n\v\f\r\u2028\u2029")
"""What becomes one space in a line: see ``translation.text_file.clean``."""
ROOM = 400
"""Characters of markup that may stand before and within a line."""


class Rows:
    """A file's text, and which row and column each of its characters is in."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._starts = [0, *(i + 1 for i, c in enumerate(raw) if c == "\n")]
        self._breaks = [0, *(i + 1 for i, c in enumerate(raw) if c in "\n\v\f")]

    def place(self, index: int) -> tuple[int, int]:
        """Row and column of a character, from 1, as an editor counts them: a page's end begins no row."""
        row = bisect_right(self._starts, index)
        return row, index - self._starts[row - 1] + 1

    def start(self, row: int) -> int:
        """Index of the first character of a row as the reader of scripts counts them."""
        return self._breaks[min(max(row, 1), len(self._breaks)) - 1]


class LinePlaces:
    """Where each character of one line stands; found when it is first asked for."""

    def __init__(self, text: str, rows: Rows, start: int) -> None:
        self._text, self._rows, self._start = text, rows, start
        self._found = _walked(text, rows.raw, start)

    @property
    def begin(self) -> int:
        """Index in the file of its first character, or of the row's where markup stands in it."""
        return self._found[0] if self._found else self._start

    @property
    def end(self) -> int:
        """Index in the file behind it, or no more than that where markup stands in it."""
        return self._found[-1] + 1 if self._found else self._start + len(self._text)

    def place(self, offset: int) -> tuple[int, int]:
        """Row and column in the file, from 1, of a character of the line."""
        found = self._found = self._found or _aligned(self._text, self._rows.raw, self._start)
        return self._rows.place(found[min(offset, len(found) - 1)] if found else self._start)


def _walked(text: str, raw: str, start: int) -> list[int]:
    """Index of each character where a line stands as it is, but for the width of spaces; empty where it does not."""
    first = text.partition(" ")[0]
    limit = start + ROOM + len(first)
    at = raw.find(first, start, limit) if first else -1
    while at >= 0:
        found = _from(text, raw, at)
        if found:
            return found
        at = raw.find(first, at + 1, limit)
    return []


def _from(text: str, raw: str, at: int) -> list[int]:
    found: list[int] = []
    for c in text:
        if at >= len(raw):
            return []
        found.append(at)
        if c == " " and raw[at] in _SPACES:
            while at < len(raw) and raw[at] in _SPACES:
                at += 1
        elif raw[at] == c:
            at += 1
        else:
            return []
    return found


def _aligned(text: str, raw: str, start: int) -> list[int]:
    """Index of each character of a line with markup, or letters put together; of what is not found, behind the last."""
    part = raw[start : start + 2 * len(text) + ROOM]
    found = [-1] * len(text)
    for a, b, size in difflib.SequenceMatcher(None, part, text, autojunk=False).get_matching_blocks():
        found[b : b + size] = range(start + a, start + a + size)
    last = next((at for at in found if at >= 0), start) - 1
    for i, at in enumerate(found):
        last = found[i] = at if at >= 0 else last + 1
    return found
