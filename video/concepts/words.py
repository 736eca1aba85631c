"""The words for looks and colours, read from ``look.tsv``, and the folding that makes words comparable."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from video.concepts.rows import read_rows

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʹ`", "'"))
"""Quechua, Tongan, Uzbek and others are written with any of these."""
_SPECIAL = str.maketrans({"œ": "oe", "ı": "i", "ø": "o", "đ": "d", "ł": "l"})
_POINTS = frozenset(
    [*map(chr, range(0x0591, 0x05C8)), *map(chr, range(0x0610, 0x061B)), *map(chr, range(0x064B, 0x0653)), "\u0670"]
)
"""Hebrew and Arabic vowel points, which texts mostly leave out."""


def fold(text: str) -> str:
    """Lower case without accents, cedillas and tildes (``Niña`` -> ``nina``).

    Only of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic: elsewhere marks are vowels, without
    which a word is another one.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    out: list[str] = []
    plain = True
    for c in unicodedata.normalize("NFD", text.casefold().translate(_APOSTROPHES)):
        if not unicodedata.combining(c):
            plain = c < "\u0530"
        elif plain or c in _POINTS:
            continue
        if c != "ـ":
            out.append(c)
    return unicodedata.normalize("NFC", "".join(out)).translate(_SPECIAL)


def exact(text: str) -> str:
    """Lower case, with all its accents, in one spelling."""
    return unicodedata.normalize("NFC", text.casefold().replace("i\u0307", "i").translate(_APOSTROPHES))


@dataclass(frozen=True, slots=True, kw_only=True)
class LookWords:
    """What words of a character's look mean; all keys are folded."""

    look: dict[str, tuple[str, ...]]
    """A word's tags: an age, a gender, a build, ``wear:<piece>`` (the general piece first) or ``hair:<style>``."""
    colours: dict[str, int]
    hairs: dict[str, int]
    """Colours as they are meant of hair: ``red`` is ginger."""
    skins: dict[str, int]
    silent: frozenset[str] = frozenset()
    """Words that ask for nothing by themselves: articles, sizes of things, "about", "years"."""


@lru_cache(maxsize=1)
def load_words() -> LookWords:
    """The table ``look.tsv``."""
    look: dict[str, tuple[str, ...]] = {}
    hues: dict[str, dict[str, int]] = {"colour": {}, "hair": {}, "skin": {}}
    silent: frozenset[str] = frozenset()
    for kind, value, words in read_rows("look.tsv"):
        if kind == "silent":
            silent |= set(words.split())
            continue
        for word in words.split():
            if kind == "look":
                look[word] = (*look.get(word, ()), value)
            else:
                hues[kind].setdefault(word, int(value, 16))
    return LookWords(look=look, colours=hues["colour"], hairs=hues["hair"], skins=hues["skin"], silent=silent)
