"""Words for the concepts in more than a hundred languages: CLDR's, and some by hand; read one language at a time."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from languages.groups import members_of
from video.concepts.table import Entry, Lexicon, load_concepts
from video.concepts.words import fold

CLDR = "cldr.tsv"
BY_HAND = "core.tsv"


@lru_cache(maxsize=2)
def _text(file: str) -> str:
    return Path(__file__).with_name(file).read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def list_languages(*files: str) -> tuple[str, ...]:
    """Tags of all languages that one of some tables, or of both, has words for."""
    tags = (tag for file in files or (CLDR, BY_HAND) for tag in re.findall(r"^= (\S+)$", _text(file), re.MULTILINE))
    return tuple(dict.fromkeys(tags))


def whole_of(language: str, *files: str) -> str:
    """The macrolanguage with words of which a language is one; empty where there is none."""
    return next((tag for tag in list_languages(*files) if tag != language and language in members_of(tag)), "")


def read_sections(file: str, language: str) -> list[str]:
    """The rows of a language, or of the language without its region or script."""
    parts = language.split("-")
    for size in range(len(parts), 0, -1):
        head = f"\n= {'-'.join(parts[:size])}\n"
        start = _text(file).find(head)
        if start >= 0:
            end = _text(file).find("\n= ", start + len(head) - 1)
            return _text(file)[start + len(head) : end if end >= 0 else None].splitlines()
    # CLDR has Quechua as a whole, and a script says which Quechua it is in.
    whole = whole_of(parts[0], file)
    return read_sections(file, whole) if whole else []


@lru_cache(maxsize=16)
def load_words_of(language: str, file: str = CLDR) -> Lexicon:
    """The words of a language, or of the language without its region or script; empty where there are none."""
    concepts = load_concepts()
    found: dict[str, list[Entry]] = {}
    for row in read_sections(file, language):
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
    rows = (
        row.removeprefix("colour:").split("\t") for row in read_sections(CLDR, language) if row.startswith("colour:")
    )
    return {fold(word): int(colour, 16) for colour, words in rows for word in words.split("|")}
