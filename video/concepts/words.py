"""The words for looks and colours, read from ``look.tsv``, and the folding that makes words comparable."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


def fold(text: str) -> str:
    """Lower case without accents, cedillas and tildes (``Niña`` -> ``nina``)."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'").replace("œ", "oe")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookWords:
    """What words of a character's look mean; all keys are folded."""

    look: dict[str, tuple[str, ...]]
    """A word's tags: an age, a gender, ``wear:<piece>`` or ``hair:<style>``."""
    colours: dict[str, int]
    hairs: dict[str, int]
    """Colours as they are meant of hair: ``red`` is ginger."""
    skins: dict[str, int]


@lru_cache(maxsize=1)
def load_words() -> LookWords:
    """The table ``look.tsv``."""
    look: dict[str, tuple[str, ...]] = {}
    hues: dict[str, dict[str, int]] = {"colour": {}, "hair": {}, "skin": {}}
    for row in Path(__file__).with_name("look.tsv").read_text(encoding="utf-8").splitlines():
        if row.startswith("#") or not row.strip():
            continue
        kind, value, words = row.split("\t")
        for word in words.split():
            if kind == "look":
                look[word] = (*look.get(word, ()), value)
            else:
                hues[kind].setdefault(word, int(value, 16))
    return LookWords(look=look, colours=hues["colour"], hairs=hues["hair"], skins=hues["skin"])
