"""With which characters a language is written, as far as CLDR says it (``data/exemplars.tsv``).

Silence means that CLDR has no alphabet for the language in its script, or that its set is too large to be one (Han,
Hangul syllables): then nothing can be called foreign.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from languages.codes import parents
from languages.unicode_scripts import NO_SCRIPT, script_of

_ITEM = re.compile(r"(\\U[0-9A-F]{8}|\\u[0-9A-F]{4}|.)(?:-(\\U[0-9A-F]{8}|\\u[0-9A-F]{4}|.))?(?: |$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplars:
    """The characters of one language, both cases, NFC; ASCII is taken for granted."""

    tag: str
    """The entry of CLDR that says so."""
    letters: frozenset[str]
    """Of the alphabet itself."""
    auxiliary: frozenset[str]
    """In foreign words and names; and what CLDR lacks (the column ``more``)."""
    other: frozenset[str]
    """Punctuation and digits."""
    scripts: frozenset[str]
    """Script properties of the alphabet."""

    def has(self, character: str) -> bool:
        """True where the character is in one of the sets, or is a letter with a mark that CLDR lists as such."""
        parts = unicodedata.normalize("NFD", character)
        return self._has(character) or self._has(character.lower()) or all(map(self._has, parts))

    def _has(self, c: str) -> bool:
        return c < "\x80" or c in self.letters or c in self.auxiliary or c in self.other


def exemplars_of(tag: str) -> Exemplars | None:
    """The characters that a language (canonical tag) is written with; None where CLDR does not say it.

    ``es-MX`` and ``ca-valencia`` are written as ``es`` and ``ca`` are; ``sr-ME`` as ``sr-Latn``, not as ``sr``.
    """
    known = next((t for t in parents(tag) if t in _rows()), "")
    return _read(known) if known else None


def tags_with_exemplars() -> tuple[str, ...]:
    """The entries that CLDR has alphabets for."""
    return tuple(_rows())


@lru_cache
def _rows() -> dict[str, list[str]]:
    text = (files("languages") / "data" / "exemplars.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {row[0]: [*row[1:], "", "", "", ""][:4] for row in rows}


@lru_cache(maxsize=64)
def _read(tag: str) -> Exemplars:
    letters, auxiliary, other, more = (_characters(column) for column in _rows()[tag])
    scripts = frozenset(script_of(c) for c in letters) - NO_SCRIPT
    cased = frozenset(c for lower in letters for c in _cases(lower))
    return Exemplars(
        tag=tag,
        letters=cased,
        auxiliary=frozenset(c for lower in auxiliary | more for c in _cases(lower)),
        other=other,
        scripts=scripts or frozenset(("Latn",)),
    )


def _characters(column: str) -> frozenset[str]:
    found: set[str] = set()
    for first, last in _ITEM.findall(column):
        start, end = _point(first), _point(last or first)
        found |= {chr(p) for p in range(start, end + 1)}
    return frozenset(found)


def _point(written: str) -> int:
    return int(written[2:], 16) if len(written) > 1 else ord(written)


def _cases(lower: str) -> tuple[str, ...]:
    """A letter as it is in the alphabet, and as it begins sentences."""
    return (lower, *lower.upper(), *lower.title())
