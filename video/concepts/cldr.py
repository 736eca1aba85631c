"""CLDR's words for the concepts, in about a hundred languages: read one language at a time."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from video.concepts.table import Entry, Lexicon, load_concepts
from video.concepts.words import fold

_FILE = Path(__file__).with_name("cldr.tsv")


@lru_cache(maxsize=1)
def _text() -> str:
    return _FILE.read_text(encoding="utf-8")


def list_languages() -> tuple[str, ...]:
    """Tags of the languages that CLDR's annotations give words for."""
    return tuple(re.findall(r"^= (\S+)$", _text(), re.MULTILINE))


def _rows(language: str) -> list[str]:
    """The rows of a language, or of the language without its region or script."""
    parts = language.split("-")
    for size in range(len(parts), 0, -1):
        head = f"\n= {'-'.join(parts[:size])}\n"
        start = _text().find(head)
        if start >= 0:
            end = _text().find("\n= ", start + len(head) - 1)
            return _text()[start + len(head) : end if end >= 0 else None].splitlines()
    return []


@lru_cache(maxsize=8)
def load_cldr(language: str) -> Lexicon:
    """The words of a language, or of the language without its region or script; empty where there are none."""
    concepts = load_concepts()
    found: dict[str, list[Entry]] = {}
    for row in _rows(language):
        concept_id, _, words = row.partition("\t")
        if concept_id not in concepts:
            continue
        for word in words.split("|"):
            folded = fold(word)
            entry = Entry(concept=concepts[concept_id], spelt=word if folded != word else "")
            found.setdefault(folded, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@lru_cache(maxsize=8)
def load_colours(language: str) -> dict[str, int]:
    """What colours are called in a language, folded; empty where CLDR does not tell."""
    rows = (row.removeprefix("colour:").split("\t") for row in _rows(language) if row.startswith("colour:"))
    return {fold(word): int(colour, 16) for colour, words in rows for word in words.split("|")}
