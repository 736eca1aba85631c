"""CLDR's words for the concepts, in about a hundred languages: read one language at a time."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from video.concepts.table import Entry, Lexicon, load_concepts
from video.concepts.words import fold

_FILE = Path(__file__).with_name("cldr.tsv")


@lru_cache(maxsize=1)
def _sections() -> dict[str, str]:
    """By tag the rows of a language, not yet read."""
    if not _FILE.exists():
        return {}
    parts = _FILE.read_text(encoding="utf-8").split("\n= ")[1:]
    return {tag: rows for tag, _, rows in (part.partition("\n") for part in parts)}


def list_languages() -> tuple[str, ...]:
    """Tags of the languages that CLDR's annotations give words for."""
    return tuple(_sections())


@lru_cache(maxsize=8)
def load_cldr(language: str) -> Lexicon:
    """The words of a language, or of the language without its region or script; empty where there are none."""
    tag = language
    while tag not in _sections():
        tag, dash, _ = tag.rpartition("-")
        if not dash:
            return {}
    concepts = load_concepts()
    found: dict[str, list[Entry]] = {}
    for row in _sections()[tag].splitlines():
        concept_id, _, words = row.partition("\t")
        if concept_id not in concepts:
            continue
        for word in words.split("|"):
            folded = fold(word)
            entry = Entry(concept=concepts[concept_id], spelt=word if folded != word else "")
            found.setdefault(folded, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}
