"""Reads a character's look, in any language there are words for: phrases of words, each with what it asks to be seen.

A look is read by the words of its story's language, and by those of English, Spanish, French, Catalan and Portuguese
(``look.tsv``), in which looks are written too. Where the own language's words are the most, no others count: *bata* is
a child in Tagalog and a gown in Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from video.concepts.abroad import CLDR, list_languages, load_colours, read_sections
from video.concepts.table import LANGUAGES
from video.concepts.tokens import tokens
from video.concepts.words import LookWords, exact, fold, load_words

ABROAD = "look_abroad.tsv"
LONGEST = 4
"""Words of which one name is made at most: «sem sapatos», «ti gason»."""
LOOSE = 3
"""Letters that may follow where a word is given with any ending."""
TONES = frozenset(("vi", "th"))
"""Languages in which accents tell words apart that are none of each other's forms: read as they are spelt."""
SAME = {"tl": "fil", "swh": "sw", "quz": "qu", "cmn": "zh", "zlm": "ms", "ind": "id", "pes": "fa", "arb": "ar"}
"""Tags under which the words of another are found, besides members of macrolanguages."""
_BREAK = re.compile(r"[,;.()،、，·；。፣፤።]")
_SPELT = {"avô": "abuelo", "avó": "abuela", "avòs": "abuelo"}
"""Words that only their accents tell apart, and others that mean the same."""
_JOINTS = frozenset(("and", "with", "y", "e", "i", "con", "com", "amb", "et", "avec"))
_HUES: dict[str, tuple[int, int | None, int | None]] = {
    "red": (0xC0392B, 0xB5502B, None), "blue": (0x3A6EA5, None, None), "green": (0x4E9A63, None, None),
    "yellow": (0xE8B83A, 0xD6A64B, None), "white": (0xF4EFE4, 0xEDE8DE, 0xF2CFAE),
    "black": (0x2C2A35, 0x211B21, 0x6A4430),
    "grey": (0x9A9AA2, 0xB9B6B4, None), "brown": (0x7B5138, 0x6A3F25, 0xA9734B), "orange": (0xDD7A32, None, None),
    "pink": (0xE08FA6, None, None), "purple": (0x7D4F96, None, None), "gold": (0xD9A62E, 0xD6A64B, None),
}  # fmt: skip
"""What a colour is as cloth, hair and skin: as in ``look.tsv``."""
_FROM_CLDR: dict[str, tuple[str, ...]] = {
    "hat": ("wear:hat",), "glasses": ("wear:glasses",), "scarf": ("wear:neckscarf",), "crown": ("wear:crown",),
    "woman": ("feminine",), "man": ("masculine",), "oldwoman": ("feminine", "old"), "oldman": ("masculine", "old"),
    "girl": ("girl",), "boy": ("boy",), "baby": ("baby",),
}  # fmt: skip
"""Concepts of CLDR's annotations that are read in looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """One word of a look, or several that are one name."""

    written: str
    tags: tuple[str, ...] = ()
    """As in ``look.tsv``: ages, genders, ``build:``, ``wear:``, ``hair:``, ``length:``, ``pattern:``."""
    colour: int | None = None
    hair: int | None = None
    """The colour, where it is one of hair."""
    skin: int | None = None
    silent: bool = False
    """True of what asks for nothing by itself."""

    @property
    def known(self) -> bool:
        """True where something is known of it."""
        return bool(self.tags) or self.silent or (self.colour, self.hair, self.skin) != (None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A vocabulary: names by their spelling, of several words with hyphens between."""

    look: LookWords
    loose: dict[str, str] = field(default_factory=dict)
    """Beginnings that any ending may follow, and the name that they are."""
    joints: frozenset[str] = frozenset()
    """Words that say nothing."""
    splits: frozenset[str] = frozenset()
    """Words between phrases: "and", "with"."""
    ends: tuple[str, ...] = ()
    least: int = 3
    """Letters of a name that are left at least where an ending is cut off."""
    starts: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


@lru_cache(maxsize=256)  # every shot and key of a story asks for each of its cast
def read_look(look: str, language: str = "") -> tuple[tuple[Worded, ...], ...]:
    """The phrases of a look: each what is said of one piece, its words in order."""
    base = language.split("-")[0]
    own, common = _words_of(SAME.get(base, base)), _common()
    plain = _read(look, language, (common,), own)
    if not own.look.look and not own.loose:
        return plain
    both = _read(look, language, (own, common), own)
    alone = _read(look, language, (own,), own)
    return alone if _known(alone) >= _known(plain) > 0 and _known(alone) >= _known(both) - 1 else both


def _known(phrases: tuple[tuple[Worded, ...], ...]) -> int:
    return sum(word.known and not word.silent for phrase in phrases for word in phrase)


def _read(look: str, language: str, layers: tuple[_Words, ...], own: _Words) -> tuple[tuple[Worded, ...], ...]:
    phrases: list[tuple[Worded, ...]] = []
    spell = exact if language.split("-")[0] in TONES else fold
    splits = own.splits | (_JOINTS - own.joints)
    base = language.split("-")[0]
    for part in _BREAK.split(look):
        words = [w for t in tokens(part, language or "und") for w in re.split(r"[-'’.·]", t.written) if w]
        phrase: list[Worded] = []
        at = 0
        while at < len(words):
            row = words[at : at + LONGEST]
            if not base or base in LANGUAGES:  # "azul e óculos" is no "azule"
                row = row[: next((k for k in range(1, len(row)) if fold(row[k]) == "e"), len(row))]
            size, found = _longest(row, layers, spell, own.never)
            if found is None and fold(words[at]) in splits:
                phrases.append(tuple(phrase))
                phrase = []
            elif found is None and fold(words[at]) in own.joints:
                phrase.append(Worded(written=words[at], silent=True))
            elif found is not None:
                phrase.append(found)
            elif not words[at].isdecimal():
                phrase.append(Worded(written=words[at], silent=fold(words[at]) in load_words().silent))
            at += size
        phrases.append(tuple(phrase))
    return tuple(phrase for phrase in phrases if phrase)


def _longest(
    words: list[str], layers: tuple[_Words, ...], spell: Callable[[str], str], never: frozenset[str]
) -> tuple[int, Worded | None]:
    """How many of the first words are one name, and what it is; 1 and None where nothing is known of them."""
    for size in range(len(words), 0, -1):
        first = _SPELT.get(exact(words[0]), words[0])
        names = dict.fromkeys(gap.join(map(as_, (first, *words[1:size]))) for gap in ("-", "") for as_ in (spell, fold))
        for n, layer in enumerate(layers):
            for name in names:
                if name in never and n == len(layers) - 1:
                    continue
                found = _find(layer, name, " ".join(words[:size]))
                if found is not None:
                    return size, found
    return 1, None


def _find(words: _Words, name: str, written: str) -> Worded | None:
    """A name in one vocabulary, as it is, with an ending, or without what is written onto it."""
    for spelt in _forms(words, name):
        look = words.look
        tags, colour = look.look.get(spelt, ()), look.colours.get(spelt)
        hair, skin = look.hairs.get(spelt), look.skins.get(spelt)
        if tags or (colour, hair, skin) != (None, None, None):
            return Worded(written=written, tags=tags, colour=colour, hair=hair, skin=skin)
    return None


def _forms(words: _Words, name: str) -> Iterator[str]:
    """A name, and what it may be without an ending or what is written before it."""
    yield name
    for cut in range(min(LOOSE, len(name) - 2) + 1):
        stem = name[: len(name) - cut]
        if stem in words.loose:
            yield words.loose[stem]
    for start in words.starts:
        if name.startswith(start) and len(name) - len(start) >= 2:
            yield name[len(start) :]
    for end in words.ends:
        if name.endswith(end) and len(name) - len(end) >= (words.least if name.isascii() else 2):
            yield name[: len(name) - len(end)]


@lru_cache(maxsize=1)
def _common() -> _Words:
    return _Words(look=load_words(), ends=("s", "e", "es"), least=4)


@lru_cache(maxsize=16)
def _words_of(language: str) -> _Words:
    """The vocabulary of a language beyond the common one; empty where there is none."""
    look: dict[str, tuple[str, ...]] = {}
    hues: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
    loose: dict[str, str] = {}
    joints, splits, never, ends, starts = set[str](), set[str](), set[str](), list[str](), list[str]()
    spell = exact if language in TONES else fold

    def key(word: str) -> str:
        name = re.sub(r"[-'’ .·]+", "-", spell(word).strip().removesuffix("~"))
        if word.endswith("~"):
            loose[name] = name
        return name

    own: frozenset[str] = frozenset()
    for value, words, by_hand in _rows(language):
        own = frozenset(look) if by_hand else own
        for word in words:
            name = key(word)
            if not by_hand and name in own:
                continue  # what a language calls a scarf may be the kerchief that its speakers wear
            if value in _HUES:
                for table, hue in zip(hues, _HUES[value], strict=True):
                    if hue is not None:
                        table.setdefault(name, hue)
            elif value == "with":
                splits.add(fold(word))
            elif value == "and":
                joints.add(fold(word))
            elif value == "not":
                never.add(name)
            elif value in ("ends", "starts"):
                (ends if value == "ends" else starts).append(spell(word))
            elif value not in look.get(name, ()):
                look[name] = (*look.get(name, ()), value)
    return _Words(
        look=LookWords(look=look, colours=hues[0], hairs=hues[1], skins=hues[2]), loose=loose,
        joints=frozenset(joints), splits=frozenset(splits), never=frozenset(never),
        ends=tuple(ends), starts=tuple(starts),
    )  # fmt: skip


def _rows(language: str) -> Iterator[tuple[str, list[str], bool]]:
    """(tag or colour, words, whether they are by hand) of a language: those by hand first, then CLDR's."""
    if not language:
        return
    for row in read_sections(ABROAD, language):
        value, _, words = row.partition("\t")
        yield value, words.split("|"), True
    if language in LANGUAGES:
        return
    cloth = {hues[0]: name for name, hues in _HUES.items()}
    for word, colour in load_colours(language).items():
        if colour in cloth:
            yield cloth[colour], [word], False
    for row in read_sections(CLDR, language):
        concept, _, words = row.partition("\t")
        for tag in _FROM_CLDR.get(concept, ()):
            yield tag, words.split("|")[:1], False


def languages_of_looks() -> tuple[str, ...]:
    """Tags of the languages that have words by hand."""
    return list_languages(ABROAD)
