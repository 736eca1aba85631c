"""How far what was heard is from what should have been said: character error rates, and where letters are missing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

LONGEST = 3000
"""Characters that are aligned one by one; of longer texts only the rate is worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """What separates a transcript from its text, in characters of the normalised texts."""

    characters: int
    """Of the text."""
    distance: int
    """Fewest insertions, deletions and substitutions."""
    missing: int = 0
    """Longest stretch of the text that was not heard."""
    added: int = 0
    """Longest stretch that was heard and is not in the text."""

    @property
    def rate(self) -> float:
        """Character error rate, from 0; above 1 where more was heard than written."""
        return self.distance / self.characters if self.characters else float(self.distance > 0)


def letters(text: str) -> str:
    """What of a text is compared: letters, marks and digits, without case, spaces and punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LMN")


def errors(text: str, heard: str) -> Errors:
    """The errors of a transcript."""
    a, b = letters(text), letters(heard)
    if not a or not b:
        return Errors(characters=len(a), distance=max(len(a), len(b)), missing=len(a), added=len(b))
    table = _table(a, b)
    distance = int(table[-1][len(b)])
    if max(len(a), len(b)) > LONGEST:
        return Errors(characters=len(a), distance=distance)
    missing, added = _stretches(a, b, table)
    return Errors(characters=len(a), distance=distance, missing=missing, added=added)


def _table(a: str, b: str) -> list[np.ndarray]:
    """Rows of the edit distance's table (Levenshtein, Wagner and Fischer 1974), one per character of ``a``.

    Within a row each cell depends on the one before it; ``minimum.accumulate`` of (value − column) does that at once.
    Of long texts only the last row is kept.
    """
    import numpy as np

    other = np.frombuffer(b.encode("utf-32-le"), np.uint32)
    columns = np.arange(len(b) + 1)
    row = columns.copy()
    keep = max(len(a), len(b)) <= LONGEST
    rows = [row]
    for n, c in enumerate(a, start=1):
        best = np.empty_like(row)
        best[0] = n
        best[1:] = np.minimum(row[:-1] + (other != ord(c)), row[1:] + 1)
        row = np.minimum.accumulate(best - columns) + columns
        if not keep:
            rows.clear()
        rows.append(row)
    return rows


def _stretches(a: str, b: str, table: list[np.ndarray]) -> tuple[int, int]:
    """(longest run of deletions, longest run of insertions) on the way back through the table.

    A few letters that agree by chance within a run do not end it.
    """
    i, j = len(a), len(b)
    steps: list[str] = []
    while i or j:
        here = table[i][j]
        if i and j and a[i - 1] == b[j - 1] and table[i - 1][j - 1] == here:
            steps.append("=")
            i, j = i - 1, j - 1
        elif i and table[i - 1][j] + 1 == here:
            steps.append("-")
            i -= 1
        elif j and table[i][j - 1] + 1 == here:
            steps.append("+")
            j -= 1
        else:
            steps.append("x")
            i, j = i - 1, j - 1
    return _run(steps, "-"), _run(steps, "+")


CHANCE = 2
"""So many letters in a row may agree by chance."""


def _run(steps: list[str], kind: str) -> int:
    longest = run = others = 0
    for step in steps:
        if step == kind:
            run, others = run + 1, 0
        else:
            others += 1
            if others > CHANCE:
                run = 0
        longest = max(longest, run)
    return longest
