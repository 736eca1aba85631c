"""The golden sample of languages: (canonical tag, text)."""

from __future__ import annotations

from pathlib import Path


def samples() -> tuple[tuple[str, str], ...]:
    """Three paragraphs of each language."""
    text = (Path(__file__).parent / "golden" / "identify.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    return tuple((tag, words) for tag, _, words in rows)
