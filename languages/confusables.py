"""Which letters look like which (``data/confusables.tsv``, from Unicode Technical Standard 39)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def looks_like(letter: str) -> tuple[str, ...]:
    """Letters that look like one, in order of code points, without itself; mostly none."""
    return tuple(c for c in _classes().get(letter, "") if c != letter)


@lru_cache
def _classes() -> dict[str, str]:
    text = (files("languages") / "data" / "confusables.tsv").read_text(encoding="utf-8")
    rows = [line.replace(" ", "") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {letter: row for row in rows for letter in row}
