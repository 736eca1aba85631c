"""What is known of the identifiers' errors: for each language, each neighbour and each length of text.

The embedded identifier's were measured on texts of another kind than it learned from
(``languages/data/identify/ngram.tsv``, made by ``scripts/build_identify.py``); GlotLID's are its authors' own
(``glotlid.tsv``, made by ``scripts/build_glotlid.py``).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

FAR = "*"
"""Stands for every language that is not among a language's neighbours."""
TOGETHER = "+"
"""Stands for all rows of a length that reach the target: how often any of them gives a false alarm."""
LENGTHS = (4, 7, 12, 20, 28, 40, 80, 160)
"""Words: an error holds for texts of so many words and more, up to the next."""
LINE_WORDS = 28
"""A line rarely has more words that count: longer texts are taken for files."""

MOST_FALSE_ALARMS = 0.005
LEAST_RECALL = 0.995
"""The target: what is called wrong must be so."""
FEWEST = 400
FEWEST_FILES = 100
"""Texts on either side that a figure must rest on, for lines and for whole files."""


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share. Source: Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953"""
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, (middle - spread) / (1 + z * z / n)), min(1.0, (middle + spread) / (1 + z * z / n))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often one language was taken for another, in texts of one length, at one threshold."""

    other: str
    """The neighbour, or ``*``."""
    words: int
    threshold: float
    """Evidence for the other beyond that for the expected language, from which on it counts as the other."""
    false_alarms: int
    n_expected: int
    caught: int
    n_other: int

    @property
    def enough(self) -> bool:
        """Whether there were texts enough to say anything."""
        fewest = FEWEST if self.words <= LINE_WORDS else FEWEST_FILES
        return self.n_expected >= fewest and (self.n_other >= fewest or self.other == TOGETHER)

    @property
    def reaches(self) -> bool:
        """Whether the target is reached, on enough texts."""
        few_alarms = self.false_alarms <= MOST_FALSE_ALARMS * self.n_expected
        return self.enough and few_alarms and self.caught >= LEAST_RECALL * self.n_other

    def in_words(self) -> str:
        """Both errors with their counts."""
        return (
            f"{self.false_alarms} false alarms in {self.n_expected} texts, {self.caught} of {self.n_other} caught, "
            f"at {self.words} words and more"
        )

    def rates(self) -> str:
        """For a person: both errors in a hundred; never 0 or 100 where a text was mistaken."""
        alarms, found = 100 * self.false_alarms / self.n_expected, 100 * self.caught / self.n_other
        asked = f"{max(alarms, 0.1):.1f}" if self.false_alarms else f"none (of {self.n_expected:,} tried)"
        finds = f"{min(found, 99.9):.1f}" if self.caught < self.n_other else f"all (of {self.n_other:,} tried)"
        return f"of 100 right texts of this length it asks about {asked}; of 100 wrong ones it finds {finds}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What GlotLID's authors measured for one of its labels."""

    recall: float
    precision: float
    n: int
    """Sentences that it learned from."""


@lru_cache
def measured(tag: str) -> tuple[Measured, ...]:
    """All that is known of texts in a language; empty where it was never measured. Neighbours first, then lengths."""
    rows = (line.split("\t") for line in _lines("ngram.tsv") if line.startswith(f"{tag}\t"))
    return tuple(
        Measured(
            other=other,
            words=int(words),
            threshold=float(threshold),
            false_alarms=int(alarms),
            n_expected=int(n_expected),
            caught=int(caught),
            n_other=int(n_other),
        )
        for _, other, words, threshold, alarms, n_expected, caught, n_other, *_ in rows
    )


@lru_cache
def published(tag: str) -> Published | None:
    """GlotLID's own figures for a canonical tag, or None."""
    rows = (line.split("\t") for line in _lines("glotlid.tsv") if f"\t{tag}\t" in line)
    found = [Published(precision=float(r[3]), recall=float(r[4]), n=int(r[6])) for r in rows if tag and r[1] == tag]
    return found[-1] if found else None


@lru_cache
def _lines(name: str) -> tuple[str, ...]:
    """Lines of a table below its header; none where the file is not there."""
    path = files("languages") / "data" / "identify" / name
    if not path.is_file():
        return ()
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))[1:]


def called_from(tag: str, other: str) -> int:
    """Words from which on, at every longer length too, a language is told from another; 0 where it never is."""
    first = 0
    for row in sorted((r for r in measured(tag) if r.other == other), key=lambda r: -r.words):
        if row.enough and not row.reaches:
            break
        if row.enough:
            first = row.words
    return first


def neighbours(tag: str) -> tuple[str, ...]:
    """The languages that were measured as ones that a language is easily taken for."""
    return tuple(dict.fromkeys(r.other for r in measured(tag) if r.other not in (FAR, TOGETHER)))


def at_length(rows: tuple[Measured, ...], words: int) -> dict[str, Measured]:
    """The row of each neighbour that holds for a text of so many words: the longest with enough texts, or any."""
    found: dict[str, Measured] = {}
    for row in rows:
        before = found.get(row.other)
        if row.words <= words and (before is None or (row.enough, row.words) > (before.enough, before.words)):
            found[row.other] = row
    return found
