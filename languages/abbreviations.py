"""Written forms whose full stop ends no sentence, by language (``data/abbreviations.tsv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from languages.codes import parents
from languages.names import lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Those of one language, without their last full stop; empty where no list was read."""

    always: frozenset[str] = frozenset()
    before_digits: frozenset[str] = frozenset()
    """Names of months and forms that are words too: what follows must be a number."""
    most_words: int = 1
    """Of the longest form: ``p. ex`` has two."""
    last_words: frozenset[str] = frozenset(("prof",))
    """In small letters, what stands before the last full stop of any form: no other word need be looked at closely."""


NONE = Abbreviations()


@lru_cache(1024)
def abbreviations_of(tag: str) -> Abbreviations:
    """The abbreviations of a tag, or of the nearest that contains it and is written in its script."""
    table = _table()
    return next((table[t] for t in parents(tag) if t in table), NONE)


@lru_cache
def _table() -> dict[str, Abbreviations]:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for tag, when, _, forms in lines_of("abbreviations.tsv"):
        found.setdefault(tag, (set(), set()))[when == "digit"].update(forms.split("|"))
    return {
        tag: Abbreviations(
            always=frozenset(always | _beginnings(always | digits)),
            before_digits=frozenset(digits - always),
            most_words=max(len(form.split()) for form in always | digits),
            last_words=frozenset(_last_words(always | _beginnings(always | digits) | digits)) | NONE.last_words,
        )
        for tag, (always, digits) in found.items()
    }


def _beginnings(forms: set[str]) -> set[str]:
    """What stands before a full stop within forms of several words: ``EE`` of ``EE. UU``."""
    return {form[: found.start()] for form in forms for found in re.finditer(r"\. ", form)}


def _last_words(forms: set[str]) -> set[str]:
    return {part.lower() for form in forms for part in (form.split()[-1], form.rpartition(".")[2])}
