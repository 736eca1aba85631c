"""What an animal of the cast looks like, read from its look: its coat, the colours of its parts, and what it wears."""

from __future__ import annotations

from functools import lru_cache

from video.concepts.looks import Worded, read_look
from video.concepts.rows import read_rows
from video.concepts.words import fold
from video.engine import Figure
from video.engines.papercut.people.wishes import piece_of
from video.engines.papercut.things.attire import PLACES
from video.engines.papercut.things.aviary import BIRDS
from video.engines.papercut.things.fauna import BREEDS
from video.engines.papercut.things.livery import BODYWEAR, WEARABLE, Livery

_ORDER = ("tip", "brow", "chest", "belly", "mane", "crest", "feet", "wings", "tail", "mark", "other")
"""Which part a phrase is about that names several: the white spot on the forehead is on the forehead."""
_HUES = {
    "straw": 0xD9B45B, "hat": 0xC98F4A, "crown": 0xE5B43A, "bell": 0xE5B43A, "glasses": 0x4A3A34, "bag": 0x8A5F3C,
    "cap": 0x3A6EA5, "vest": 0x8C2F39, "necklace": 0xE5B43A, "lei": 0xE8788A, "top_hat": 0x3A3A44, "bowler": 0x3A3A44,
}  # fmt: skip
"""Colours of pieces of which none is said; else red."""
_SAME = {"kerchief": "bandana", "bowtie": "ribbon", "habit": "cloak", "coat": "vest", "jumper": "vest", "robe": "cloak",
         "tshirt": "vest", "shirt": "vest", "collar": "necklace"}  # fmt: skip
"""Pieces of people that an animal wears as another: a kerchief round the neck."""


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """Parts of animals by their folded names in several languages."""
    return {word: part for part, words in read_rows("animal_parts.tsv") for word in words.split()}


def _part(phrase: tuple[Worded, ...]) -> str:
    """The part of an animal that a phrase is about; empty where it is about all of it."""
    names = {part for word in phrase for name in fold(word.written).split() if (part := _parts().get(name))}
    return next((part for part in _ORDER if part in names), "")


def coat_of(figure: Figure) -> int | None:
    """The colour of an animal's fur: the first of its look that is of all of it.

    A hare with a yellow scarf is not yellow, nor is a fox black whose tail has a black tip.
    """
    before = ""
    for i, phrase in enumerate(read_look(figure.look, figure.language)):
        worn = {tag for word in phrase for tag in word.tags if tag.startswith("wear:")}
        part, last = _part(phrase), before
        before = part or ("worn" if worn - {"wear:hair"} else "")
        if before or (last and all(word.silent or word.colour is not None for word in phrase)):
            continue  # of a part or a piece, or one more colour of that: "queue verte et bleue"
        if i and not all(word.known or fold(word.written) in FUR for word in phrase):
            continue  # "a green blanket" is no coat
        # Fur is red, fair and brown as hair is: "roux".
        hues = (word.colour if word.colour is not None else word.hair for word in phrase)
        colour = next((hue for hue in hues if hue is not None), None)
        if colour is not None:
            return colour
    return None


_FUR = "fur furry coat fleece pelo pelaje pelage poil poils pel pelatge pelagem bulu berbulu manyoya wool lana"
FUR = frozenset(_FUR.split())
"""What an animal is covered with, folded."""


def livery_of(figure: Figure, kind: str) -> Livery | None:
    """Colours of an animal's parts and what it wears, as far as its kind can; None where nothing is said of them."""
    hues, worn, aged = _told(figure)
    put_on = tuple((piece, colour) for piece, colour in worn.items() if can_wear(kind, piece))
    if not hues and not put_on and not aged:
        return None
    fields = {part: colour for part, colour in hues.items() if part != "other"}
    return Livery(aged=aged, worn=put_on, **fields)


def can_wear(kind: str, piece: str) -> bool:
    """True where a piece is drawn on an animal of this kind."""
    if kind in BREEDS:
        return piece in WEARABLE
    return (kind in BIRDS or kind in PLACES) and piece in WEARABLE and piece not in BODYWEAR


def unworn_of(figure: Figure, kind: str) -> tuple[str, ...]:
    """Words of an animal's look for pieces that it is drawn without."""
    words = (word for phrase in read_look(figure.look, figure.language) if not _part(phrase) for word in phrase)
    pieces = ((word.written, _worn_as(word)) for word in words)
    return tuple(written for written, piece in pieces if piece and not can_wear(kind, piece))


def _worn_as(word: Worded) -> str:
    """The piece that a word is on an animal; empty where it is none, or its own: a beard, hair, wings, feathers."""
    tagged = (tag.removeprefix("wear:") for tag in reversed(word.tags) if tag.startswith("wear:"))
    piece = next((piece for piece in tagged if piece in WEARABLE), "") or piece_of(word)
    if piece in ("hair", "skin", "beard", "moustache", "wings", "feathers", "freckles", "trim", "sparkle", "barefoot"):
        return ""
    return _SAME.get(piece, piece)


def _told(figure: Figure) -> tuple[dict[str, int], dict[str, int], bool]:
    """(colours of parts, colours of pieces that are worn, whether it is old)."""
    hues: dict[str, int] = {}
    worn: dict[str, int] = {}
    aged, last = False, ""
    for phrase in read_look(figure.look, figure.language):
        aged = aged or any("old" in word.tags for word in phrase)
        colours = [word.colour for word in phrase if word.colour is not None]
        pieces = [piece for word in phrase if (piece := _worn_as(word))]
        tags = {tag for word in phrase for tag in word.tags}
        cloths = ("bandana", "scarf", "neckscarf")
        if tags & {"on:neck", "on:head"}:
            pieces = [(("bandana" if "on:neck" in tags else "kerchief") if p in cloths else p) for p in pieces]
        part = _part(phrase)
        if part and not (pieces and part == "other"):
            if colours:
                hues.setdefault(part, colours[0])
        elif pieces:
            for piece in pieces:
                worn.setdefault(piece, colours[0] if colours else _HUES.get(piece, 0xC0392B))
        elif colours and last == "coat" and len(colours) == len([w for w in phrase if not w.silent]):
            hues.setdefault("mark", colours[0])  # black and white: the second colour is that of its patches
        elif len(colours) > 1:
            hues.setdefault("mark", colours[1])
        last = "coat" if colours and not part and not pieces else ""
    return hues, worn, aged
