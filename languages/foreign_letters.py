"""Letters that an alphabet does not have, by words; foreign names keep theirs.

«Dvořák», «Nguyễn» and «Erdoğan» go everywhere where Latin letters are read: in a word that begins with a capital, no
letter of the alphabet of another language in Latin script is asked about.

Source: the alphabets are CLDR's (``exemplars``); that names keep their letters: CLDR's own translations of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache

from languages.character_finding import CharacterFinding, CharacterKind, Severity, shown
from languages.exemplars import Exemplars, exemplars_of, tags_with_exemplars

QURANIC = "\u0671"
"""Alef wasla, of quotations from the Quran in any language of its script. Source: Unicode Standard 17, section 9.2."""
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])*")


@lru_cache
def _latin() -> Exemplars:
    """The letters of all alphabets of Latin letters."""
    known = [e for t in tags_with_exemplars() if (e := exemplars_of(t)) is not None and "Latn" in e.scripts]
    return Exemplars(
        tag="und-Latn",
        letters=frozenset[str]().union(*(e.letters for e in known)),
        auxiliary=frozenset(),
        other=frozenset(),
        scripts=frozenset(("Latn",)),
    )


@lru_cache(4096)
def is_of_latin(letter: str) -> bool:
    """Whether CLDR counts a letter to the alphabet of any language in Latin script."""
    return _latin().has(letter)


def names(text: str) -> frozenset[int]:
    """Places within words that begin with a capital, whatever modifier letters stand before it."""
    return frozenset(i for w in _WORD.finditer(text) if _is_name(w.group()) for i in range(*w.span()))


def foreign_findings(text: str, foreign: Set[str], named: Set[int]) -> Iterator[CharacterFinding]:
    """At most one question for each word.

    Args:
        text: any string.
        foreign: its letters that are outside the alphabet.
        named: places where those of other alphabets may stand (``names``).
    """
    for word in _WORD.finditer(text):
        at = [
            i for i, c in enumerate(word.group(), word.start()) if c in foreign and not (i in named and is_of_latin(c))
        ]
        if not at:
            continue
        letters = list(dict.fromkeys(text[i] for i in at))
        several = len(letters) > 1
        what = f"{', '.join(map(shown, letters[:6]))}{f' in «{word.group()[:40]}»' if several else ''}"
        yield CharacterFinding(
            kind=CharacterKind.FOREIGN_LETTER,
            severity=Severity.QUESTION,
            start=at[0],
            end=at[-1] + 1 if several else at[0] + 1,
            text=f"{what} {'are' if several else 'is'} not among the letters that the language is written with, as "
            f"CLDR has them: {'are they' if several else 'is it'} meant?",
            subject="".join(letters),
        )


def _is_name(word: str) -> bool:
    first = next((c for c in word if unicodedata.category(c) != "Lm"), "")
    return first.isupper() or first.istitle()
