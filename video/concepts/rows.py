"""The tables of this room: what stands in a row between tabs, without remarks and empty rows."""

from __future__ import annotations

from pathlib import Path


def read_rows(file: str) -> list[list[str]]:
    """The columns of each row of a table, by its path from this folder."""
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if row.strip() and not row.startswith("#")]
