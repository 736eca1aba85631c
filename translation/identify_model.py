"""The embedded identifier's weights: one table for each script, learned by ``scripts/build_identify.py``.

A table gives every language of its script a score for a text: evidence in natural logarithms, summed over the
letter sequences of its words. Scores are compared, never read as probabilities: see ``identify_errors``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from languages.codes import likely_script
from translation.ngrams import hashes_of

Floats = NDArray[np.float32]
BATCH = 256
"""Lines scored at a time: a batch's weights stay within the processor's cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What tells the languages of one script apart."""

    tags: tuple[str, ...]
    keys: NDArray[np.uint32]
    """Hashes of letter sequences, ascending."""
    weights: NDArray[np.int8]
    """One row for each key, one column for each tag."""
    scale: float

    def scores(self, lines: list[list[str]]) -> Floats:
        """(lines, tags): evidence for each language; 0 where nothing in a line is known."""
        found = np.zeros((len(lines), len(self.tags)), np.float32)
        if not len(self.keys):
            return found
        for at in range(0, len(lines), BATCH):
            hashes, owners = hashes_of(lines[at : at + BATCH])
            rows = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
            known = self.keys[rows] == hashes
            rows, owners = rows[known], owners[known]
            if len(rows):
                starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
                sums = np.add.reduceat(self.weights[rows], starts, axis=0, dtype=np.int32)
                found[at + owners[starts]] = sums * np.float32(self.scale)
        return found


@lru_cache
def tables() -> dict[str, tuple[str, ...]]:
    """Script → the languages of its table; empty where the data is not there."""
    path = files("translation") / "data" / "identify.npz"
    if not path.is_file():
        return {}
    with as_file(path) as file, np.load(file, allow_pickle=False) as arrays:
        names = [n.removesuffix("_tags") for n in arrays.files if n.endswith("_tags")]
        return {name: tuple(str(t) for t in arrays[f"{name}_tags"]) for name in names}


@lru_cache
def table(script: str) -> Table | None:
    """The table of a script (a value of Unicode's Script property), or None."""
    tags = tables().get(script)
    if tags is None:
        return None
    if len(tags) < 2:
        nothing = np.empty(0, np.uint32)
        return Table(tags=tags, keys=nothing, weights=np.empty((0, len(tags)), np.int8), scale=1.0)
    with as_file(files("translation") / "data" / "identify.npz") as file, np.load(file, allow_pickle=False) as arrays:
        return Table(
            tags=tags,
            keys=arrays[f"{script}_keys"],
            weights=arrays[f"{script}_weights"],
            scale=float(arrays[f"{script}_scale"]),
        )


def class_of(tag: str) -> tuple[str, str]:
    """(script, tag) of the language by which the tables know a canonical tag, or two empty strings.

    A region or a variant that has no column of its own is known by its language: ``pt-BR`` as ``pt``; but not where it
    implies another script: ``sr-ME`` is likely Latin (CLDR), and ``sr`` Cyrillic here.
    """
    parts = tag.split("-")
    for end in range(len(parts), 0, -1):
        wanted = "-".join(parts[:end])
        for script, tags in tables().items():
            if wanted in tags:
                # «sr» is Cyrillic here: sr-Latn is not to be taken for it.
                named = next((p for p in parts[end:] if len(p) == 4 and p.isalpha()), "")
                same = named == script if named else likely_script(tag) == likely_script(wanted)
                return (script, wanted) if same else ("", "")
    return "", ""
