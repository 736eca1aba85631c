"""Where the names of a story's characters stand in a text, with the endings and prefixes that languages give them.

Too few is better than too many: a name that is overlooked is asked for by hand in one line, a stranger in the picture
puzzles everybody.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from languages.segments import spaceless

LONGEST_ENDING = 6
"""Letters that may follow a name as its ending (Quechua -manta, Finnish -ssamme); longer: other words."""
SHORTEST_STEM = 3
"""Letters of a name at least before it may have an ending: "Al" is not in "Alto"."""

# Languages whose names take no ending but a clitic behind an apostrophe or hyphen: there "Mariano" is not Maria.
_BARE = """en sco es pt gl ast an ca oc fr it sc scn nap lmo pms vec lij fur rm co wa pcd frp ext mwl lad ht nl af fy li
id ms jv su vi
tl ceb ilo haw mi sm to ty yo ig ha ak tw ee zu xh ss nr nd st tn nso ve ts sn sw lg rw rn ny bem ln kg"""
BARE = frozenset(_BARE.split())
# Languages in which the last vowel of a name gives way to the ending: Anna, Anny, Annę; Μαρία, Μαρίας; Maria, Mariae.
_CHANGING = "ru uk be rue pl cs sk sl hr sr bs cnr mk bg hsb dsb szl csb lt lv ltg la el hy is fo de lb ga gd ro"
CHANGING = frozenset(_CHANGING.split())
PREFIXED = frozenset(("zu", "xh", "ss", "nr", "nd"))
"""Languages that write a prefix onto names."""
_VOWELS = "aeiouyаеиоуыяюіїαεηιουω"
# One letter written together with the next word (in, to, from, and, the), where it is all that stands before the name.
# Source: grammars of Hebrew, Arabic, Amharic, Tigrinya and Syriac.
TOGETHER = {"he": "ובלכמשה", "ar": "وفبلك", "am": "የለበከ", "ti": "ንብካ", "syr": "ܘܒܠܕ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One place where a name stands."""

    name: str
    start: int
    end: int
    """With its ending."""


def find_names(text: str, names: tuple[str, ...], language: str) -> tuple[Named, ...]:
    """All places of all names, in order; where two share letters, the one that says more of the word counts."""
    folded, places = _folded(text)
    found: list[tuple[int, int, str]] = []
    for name in names:
        if word := _folded(name)[0].strip():
            found += ((start, end, name) for start, end in _places(folded, text, places, word, language, name))
    # Of "Ana" and "Ana María" the longer stands there; of an exact name and another with an ending, the exact one.
    found.sort(key=lambda f: (f[0], -len(_folded(f[2])[0]), f[1]))
    kept: list[Named] = []
    for start, end, name in found:
        if not kept or places[start] >= kept[-1].end:
            kept.append(Named(name=name, start=places[start], end=places[end]))
    return tuple(kept)


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without case and accents, and for each of its characters (and the end) where it stands in the text."""
    letters: list[str] = []
    places: list[int] = []
    for i, character in enumerate(text):
        for part in unicodedata.normalize("NFD", character.casefold()):
            if not unicodedata.combining(part):
                letters.append(part)
                places.append(i)
    return "".join(letters), (*places, len(text))


def _places(
    folded: str, text: str, places: tuple[int, ...], word: str, language: str, name: str
) -> Iterator[tuple[int, int]]:
    base = language.partition("-")[0]
    stems = [word]
    if base in CHANGING and len(word) > SHORTEST_STEM and word[-1] in _VOWELS:
        stems.append(word[:-1])
    seen: set[int] = set()
    for stem in stems:
        at = folded.find(stem)
        while at >= 0:
            end = at + len(stem)
            last = _end(folded, at, end, base, whole=stem == word)
            if at not in seen and last and _begins(folded, text, places, at, base, name):
                seen.add(at)
                yield at, last
            at = folded.find(stem, at + 1)


def _begins(folded: str, text: str, places: tuple[int, ...], at: int, base: str, name: str) -> bool:
    """Whether a name may begin there: at the start of a word, or behind a prefix that leaves its capital letter."""
    if name[:1].isupper() and not text[places[at]].isupper():
        return False
    if at == 0 or not _letter(folded[at - 1]) or spaceless(folded[at - 1]):
        return True
    if name[:1].isupper() and text[places[at - 1]].islower():
        return True  # uThandi, kwaThandi: a capital letter within a word is a name's
    if name[:1].isupper() and base in PREFIXED and (at == 1 or not _letter(folded[at - 2])):
        return True  # UThandi, at the head of a sentence
    before = folded[at - 1]
    return before in TOGETHER.get(base, "") and (at == 1 or not _letter(folded[at - 2]))


def _end(folded: str, start: int, end: int, base: str, *, whole: bool) -> int:
    """Where the word ends, with its ending; 0 where what follows makes another word of it."""
    last = end
    while last < len(folded) and _letter(folded[last]):
        last += 1
    ending = last - end
    if ending == 0:
        return end if whole else 0
    if spaceless(folded[end - 1]) or spaceless(folded[end]):
        return end
    if base in BARE or end - start < SHORTEST_STEM:
        return 0
    return last if ending <= (LONGEST_ENDING if whole else 3) else 0


def _letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"
