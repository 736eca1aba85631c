"""Reads the look of an animal: what of it is of the coat, of a part, of what is worn, and what is drawn by nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from video.concepts.living import BEINGS, PREFIX, thing_of
from video.concepts.looks import Worded, read_look
from video.concepts.lookup import get_vocabulary
from video.concepts.rows import read_rows
from video.concepts.scenery import animal_of
from video.concepts.table import LANGUAGES
from video.concepts.tokens import tokens
from video.concepts.words import fold
from video.engine import Figure
from video.engines.papercut.people.wishes import piece_of
from video.engines.papercut.things.livery import WEARABLE

Phrase = tuple[Worded, ...]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ORDER = (
    "tip", "brow", "eye", "flank", "chest", "belly", "mane", "crest", "face", "feet", "wings", "beak", "tail", "mark",
    "cover", "ears", "other",
)  # fmt: skip
"""Which part a phrase is about that names several: the white spot on the forehead is on the forehead."""
_SINGLE = _set("spot patch stripe mancha tache taca mark")
"""Words of one patch, which is where the phrase says."""
_EYES = _set("eye eyes ojo ojos oeil œil yeux ull ulls olho olhos")
_PARTED = _set("de d a al aux au des of del da do das dos amb en em")
"""Small words behind which a part may stand with its own colour: "chienne blanche à taches noires"."""
_WEARING = _set("in wearing en")
"""Small words before what is worn: "a brown dog in a red vest"."""
_WITHOUT = _set("sin sans sem sense without missing lost lacking falta perdio coupee cortada docked tallada")
_COMPOUND = re.compile(
    r"(eyed|eared|tailed|legged|winged|bellied|maned|breasted|haired|furred|feathered|footed|pawed)$"
)
"""Ends of English words of a part, which belong to the word before: "blue-eyed"."""
_TAILLESS = _set("tailless rabon rabona escuat bobtail bobtailed anoure")
_GROWN = {"giant": 1.5, "build:tall": 1.22, "build:short": 0.84}
"""How much larger than others of its kind an animal is drawn."""
_COLLARS = _set("collar collier coleira collaret")
_NECKCLOTHS = _set("panuelo foulard mocador lenco")
"""Cloths that an animal has round the neck where nothing else is said."""
_SAME = {"kerchief": "bandana", "bowtie": "ribbon", "habit": "cloak", "coat": "vest", "jumper": "vest", "robe": "cloak",
         "tshirt": "vest", "shirt": "vest"}  # fmt: skip
"""Pieces of people that an animal wears as another: a kerchief round the neck."""
_OWN = _set("hair skin wings feathers freckles trim sparkle barefoot eyes nose")
"""Pieces of people that are an animal's own body, or nothing that it puts on."""
_SHELLS = _set("casco casc")
"""Helmets and, of animals, shells and hooves."""
_SHELL = _set("shell carapace caparazon concha casco closca coquille cuirasse")
_IN_SHELLS = _set("turtle tortoise")
"""Animals whose coat is their shell."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What the look of an animal says."""

    coat: int | None = None
    hues: dict[str, int] = field(default_factory=dict)
    """Colours by part (``animal_parts.tsv``; ``mark`` = of a pattern, ``eye`` and ``flank`` = of one patch there)."""
    worn: dict[str, int | None] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    """By piece that is worn, its pattern."""
    pattern: str = ""
    """Of the coat: ``stripes``, ``spots``, ``patches``; empty = its kind's."""
    aged: bool = False
    grown: float = 1.0
    """Its size as a share of its kind's."""
    tailless: bool = False
    words: dict[str, list[str]] = field(default_factory=dict)
    """By part or piece, what was written of it."""
    lost: list[str] = field(default_factory=list)
    """What is drawn by nothing, whatever the kind."""


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """Parts of animals by their folded names in several languages."""
    return {word: part for part, words in read_rows("animal_parts.tsv") for word in words.split()}


def _names(phrase: Phrase) -> list[str]:
    return [name for word in phrase for name in re.split(r"[\s'’-]+", fold(word.written)) if name]


def _part(phrase: Phrase) -> str:
    """The part of an animal that a phrase is about; empty where it is about all of it."""
    names = _names(phrase)
    found = {part for name in names if (part := _parts().get(name))}
    if "tip" in found and "ears" in found:
        found.discard("tip")  # black-tipped ears
    if "mark" in found and _SINGLE & set(names) and not found & {"tip", "brow", "chest", "belly", "mane", "tail"}:
        place = "eye" if _EYES & set(names) else "ears" if "ears" in found else "flank"
        return "feet" if "feet" in found else place
    return next((part for part in _ORDER if part in found), "")


def _clauses(figure: Figure) -> Iterator[Phrase]:
    """The phrases of a look, parted before what is said of a part: "chienne blanche | à taches noires"."""
    waiting: Phrase = ()
    phrases = [part for phrase in read_look(figure.look, figure.language) for part in _compounds(phrase)]
    for i, phrase in enumerate(phrases):
        at = 0
        for k, word in enumerate(phrase):
            name = fold(word.written)
            behind = name in _PARTED or name in _WITHOUT
            apart = name in _WITHOUT or _part(phrase[at:k]) in ("", "cover")
            apart = apart and not all(w.silent or fold(w.written) in _WITHOUT for w in phrase[at:k])
            dressed = name in _WEARING and any(map(_worn_as, phrase[k + 1 :])) and not any(map(piece_of, phrase[at:k]))
            if k > at and ((behind and apart and _part(phrase[k + 1 :])) or dressed):
                yield waiting + phrase[at:k]
                waiting, at = (), k
        rest = waiting + phrase[at:]
        waiting = ()
        following = phrases[i + 1] if i + 1 < len(phrases) else ()
        joined = re.search(rf"{re.escape(phrase[-1].written)}\s*[,;.()]", figure.look) is None
        plain = i > 0 and at == 0 and all(w.silent or w.colour is not None for w in phrase)
        more = bool(_part(following) or any(map(piece_of, following)))
        coloured = any(w.colour is not None for w in following) and any(w.silent for w in phrase)
        if plain and joined and more and coloured:
            waiting = rest  # "with a red | and white scarf"
            continue
        yield rest


def _compounds(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase without "blue-eyed" and the like, and these for themselves behind it."""
    apart = {k for k in range(1, len(phrase)) if _COMPOUND.search(fold(phrase[k].written))}
    rest = tuple(w for k, w in enumerate(phrase) if k not in apart and k + 1 not in apart)
    if rest:
        yield rest
    for k in sorted(apart):
        yield phrase[k - 1 : k + 1]


def read_animal(figure: Figure) -> Told:
    """What the look of an animal says, and which of its words say nothing."""
    told = Told()
    last = ""
    for n, words in enumerate(_clauses(figure)):
        names = _names(words)
        colours = [w.colour for w in words if w.colour is not None]
        tags = {tag for word in words for tag in word.tags}
        part, pieces = _part(words), _pieces(words, tags)
        if pieces and part in ("other", "mark", "flank", "eye", "ears", "cover", "wings", "crest", ""):
            _wear(told, figure, words, pieces, colours, tags)
            last = pieces[-1]
        elif _TAILLESS & set(names) or (_WITHOUT & set(names) and part == "tail"):
            told.tailless = True
            told.words.setdefault("tail", []).append(_written(words))
            last = "tail"
            if not part:
                _whole(told, figure, words, first=n == 0, last=last)
        elif _WITHOUT & set(names) and part:
            told.lost.append(_written(words))
            last = part
        elif part in ("", "cover") or (part == "mark" and not _SINGLE & set(names) and n == 0):
            last = _whole(told, figure, words, first=n == 0, last=last, cover=part)
        else:
            _of_part(told, figure, words, part, colours, first=n == 0)
            last = part
    return told


def _of_part(told: Told, figure: Figure, words: Phrase, part: str, colours: list[int], *, first: bool) -> None:
    """A phrase of one part: its colour, and what else is said of it."""
    names = set(_names(words))
    if part == "mark":
        told.pattern = told.pattern or _pattern(names, {t for w in words for t in w.tags})
    hue = next((h for w in words if (h := w.colour if w.colour is not None else w.hair) is not None), None)
    if hue is not None:
        told.hues.setdefault(part, colours[0] if colours else hue)
    if part == "other" and hue is not None and _SHELL & names and _kind(figure) in _IN_SHELLS:
        told.coat = hue
        told.words.setdefault("coat", []).append(_written(words))
        return
    strange = _strange(figure, words)
    few = part in ("other", "ears", "feet") and hue is None and _FEW & names
    if few or (part == "other" and (hue is not None or strange)) or (part == "ears" and hue is None and strange):
        told.lost.append(_written(words))
        return
    told.words.setdefault(part, []).append(_written(words))
    if part not in ("eye", "flank", "brow") or hue is not None:
        told.lost += strange
    if first:
        _grow(told, words)


def _whole(told: Told, figure: Figure, words: Phrase, *, first: bool, last: str, cover: str = "") -> str:
    """A phrase of the whole animal: the colour and pattern of its coat, its age and size."""
    tags = {tag for word in words for tag in word.tags}
    told.aged = told.aged or "old" in tags
    if first:
        _grow(told, words)
    if any("wear:hair" in w.tags and fold(w.written) not in _parts() for w in words):
        told.lost.append(_written(words))  # hair, of who has fur or none
        return last
    nouns = _nouns(figure)
    hues = [h for w in words if (h := w.colour if w.colour is not None else w.hair) is not None]
    strange = _strange(figure, words)
    bare = all(w.silent or w.colour is not None or w.hair is not None for w in words)
    if hues and bare and last not in ("", "coat"):
        told.hues.setdefault(last, hues[0])  # one more colour of that: "crin larga y plateada"
        return last
    named = any(name in nouns for name in _names(words))
    if hues and (first or bare or cover or named or not strange):
        if told.coat is None:
            told.coat = hues[0]
            hues = hues[1:]
            told.words.setdefault("coat", []).append(_written(words))
        elif cover:
            told.hues.setdefault("wings", hues[0])
            hues = hues[1:]
        if hues and hues[0] != told.coat:
            told.hues.setdefault("mark", hues[0])  # black and white: the second colour is that of its patches
            told.words.setdefault("mark", []).append(_written(words))
    elif hues:
        strange = [_written(words)]
    pattern = _pattern(set(_names(words)), tags)
    if pattern and not told.pattern:
        told.pattern = pattern
        told.words.setdefault("mark", []).append(_written(words))
    told.lost += strange
    return "coat" if told.coat is not None else last


def _grow(told: Told, words: Phrase) -> None:
    tags = {tag for word in words for tag in word.tags}
    told.aged = told.aged or "old" in tags
    told.grown = next((by for tag, by in _GROWN.items() if tag in tags), told.grown)


def _wear(told: Told, figure: Figure, words: Phrase, pieces: list[str], colours: list[int], tags: set[str]) -> None:
    pattern = next((t.partition(":")[2] for t in tags if t.startswith("pattern:") and t != "pattern:plain"), "")
    for piece in pieces:
        told.worn.setdefault(piece, colours[0] if colours else None)
        told.words.setdefault(piece, []).append(next((w.written for w in words if _worn_as(w) == piece), piece))
        if pattern:
            told.printed.setdefault(piece, pattern)
        elif len(colours) > 1:
            told.printed.setdefault(piece, "stripes")
    told.lost += _strange(figure, tuple(w for w in words if not _worn_as(w)))


def _pieces(words: Phrase, tags: set[str]) -> list[str]:
    pieces = list(dict.fromkeys(piece for word in words if (piece := _worn_as(word))))
    cloths = ("bandana", "scarf", "neckscarf")
    if tags & {"on:neck", "on:head"}:
        pieces = [(("bandana" if "on:neck" in tags else "kerchief") if p in cloths else p) for p in pieces]
    return pieces


def _worn_as(word: Worded) -> str:
    """The piece that a word is on an animal; empty where it is none, or its own: a beard, hair, wings, feathers."""
    name = fold(word.written)
    if name in _COLLARS:
        return "collar"
    if name in _SHELLS:
        return ""
    tagged = (tag.removeprefix("wear:") for tag in reversed(word.tags) if tag.startswith("wear:"))
    piece = next((piece for piece in tagged if piece in WEARABLE), "") or piece_of(word)
    if piece in _OWN:
        return ""
    if piece == "scarf" and name in _NECKCLOTHS:
        return "bandana"
    return _SAME.get(piece, piece)


_PATCHES = _set(
    "manchas taches taques patches pinto pinta pied piebald pintado malhado malhada manchado manchada tachete"
)
_STRIPES = _set(
    "stripes stripe striped stripy rayas rayures tabby atigrado atigrada tigre tigree rajado rajada brindle"
)
_SPOTS = _set(
    "spots spotted speckled dapple dappled moteado moteada motas pintas pois lunares tachetee mouchete pigallat"
)


def _pattern(names: set[str], tags: set[str]) -> str:
    """The pattern of a coat that some words ask for; empty where they ask for none."""
    if names & _PATCHES:
        return "patches"
    if names & _STRIPES or "pattern:stripes" in tags:
        return "stripes"
    return "spots" if names & _SPOTS or "pattern:dots" in tags else ""


def _strange(figure: Figure, words: Phrase) -> list[str]:
    """Words that say nothing that could be drawn, of an animal."""
    nouns = _nouns(figure) | set(fold(figure.name).split())
    known = nouns | _parts().keys() | _PATCHES | _STRIPES | _SPOTS | _WITHOUT | _TAILLESS | _PARTED
    return [w.written for w in words if not w.known and not set(_names((w,))) <= known]


def _kind(figure: Figure) -> str:
    return animal_of(figure.name, figure.look, figure.language) or ""


@lru_cache(maxsize=256)
def _nouns(figure: Figure) -> frozenset[str]:
    """Folded words of a look that name what it is."""
    row = tokens(figure.look, figure.language)
    asked = _kind(figure)
    kind, living = thing_of(asked), asked.startswith(PREFIX)
    found: set[str] = {name for words in BEINGS for name in words} if living else set()
    kinds = ("weather", "sky") if living else ("animal",)  # a drop of rain, a storm cloud
    waters = ("water",) if living else ()
    for language in dict.fromkeys((figure.language.split("-")[0], *LANGUAGES)):
        vocabulary = get_vocabulary(language)
        for i in range(len(row)):
            hit = vocabulary.find(row, i)
            concept = hit.entry.concept if hit is not None else None
            if hit is not None and concept is not None and (concept.kind in kinds or concept.id in (kind, *waters)):
                found.update(fold(t.written) for t in row[i : i + hit.words])
    return frozenset(found)


def _written(words: Phrase) -> str:
    """The words of a phrase as they are written, without small ones at its ends."""
    row = list(words)
    small = _COUNTED | _parts().keys()
    while len(row) > 1 and row[0].silent and fold(row[0].written) not in small:
        row.pop(0)
    return " ".join(word.written for word in row)


_COUNTED = _set("one un una une uno um uma two three")
_FEW = _set("one three tres trois solo seul single")
