"""Which letters look like which (``data/confusables.tsv``, from Unicode Technical Standard 39)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

_UNLIKE = {"г": "r", "þ": "p"}
"""Pairs of the table that no reader takes for each other in upright letters; it has what may be alike in any font.

Source: the code charts of Unicode; «þ» for «ş» or «ţ» is text in a Turkish or Romanian code page, «r» is no Cyrillic.
"""


def looks_like(letter: str) -> tuple[str, ...]:
    """Letters that look like one, in order of code points, without itself; mostly none."""
    return tuple(c for c in _classes().get(letter, "") if c != letter and not _unlike(letter, c))


def _unlike(one: str, other: str) -> bool:
    return _UNLIKE.get(one) == other or _UNLIKE.get(other) == one


@lru_cache
def _classes() -> dict[str, str]:
    text = (files("languages") / "data" / "confusables.tsv").read_text(encoding="utf-8")
    rows = [line.replace(" ", "") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {letter: row for row in rows for letter in row}
