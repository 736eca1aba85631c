"""What an animal of the cast looks like: its coat, the colours of its parts, what it wears, and what it is without."""

from __future__ import annotations

from functools import lru_cache

from video.concepts.living import PREFIX
from video.engine import Figure
from video.engines.papercut.palette import brightness, darker, lighter
from video.engines.papercut.people.animal_reading import Told, read_animal
from video.engines.papercut.things.attire import FACEWEAR, PLACES
from video.engines.papercut.things.aviary import BIRDS
from video.engines.papercut.things.catalog import ANIMALS
from video.engines.papercut.things.fauna import BREEDS
from video.engines.papercut.things.livery import BODYWEAR, PATTERNED, PRINTABLE, WEARABLE, Livery

_HUES = {
    "straw": 0xD9B45B, "hat": 0xC98F4A, "crown": 0xE5B43A, "bell": 0xE5B43A, "glasses": 0x4A3A34, "bag": 0x8A5F3C,
    "beard": 0xEDE8DE, "moustache": 0x6A4A36,
    "cap": 0x3A6EA5, "vest": 0x8C2F39, "necklace": 0xE5B43A, "lei": 0xE8788A, "top_hat": 0x3A3A44, "bowler": 0x3A3A44,
}  # fmt: skip
"""Colours of pieces of which none is said; else red."""
_OF_BREEDS = frozenset(("tip", "brow", "chest", "belly", "mane", "feet", "tail", "ears", "eye", "flank", "mark"))
_OF_BIRDS = frozenset(("chest", "belly", "crest", "feet", "wings", "beak", "tail", "mark"))
DRESSED = {
    PREFIX + "snowman": ("neckscarf", "hat", "top_hat"),
    PREFIX + "scarecrow": ("vest", "straw", "hat"),
}
"""What things that are somebody wear as they are drawn."""
_WINGED = frozenset(("dragon",))
"""Kinds that are cut by themselves whose wings have a colour of their own."""
SEEN, LARGE = 0.25, 0.6
"""Heights as shares of a person's: below the first nobody is drawn smaller than its kind, for it would not be seen;
above the second a small one is much smaller."""
MUCH = 0.7


@lru_cache(maxsize=256)
def _told(figure: Figure) -> Told:
    return read_animal(figure)


def coat_of(figure: Figure) -> int | None:
    """The colour of an animal's fur: the first of its look that is of all of it.

    A hare with a yellow scarf is not yellow, nor is a fox black whose tail has a black tip.
    """
    return _told(figure).coat


def livery_of(figure: Figure, kind: str) -> Livery | None:
    """Colours of an animal's parts and what it wears, as far as its kind can; None where nothing is said of them."""
    told = _told(figure)
    put_on = tuple((p, _HUES.get(p, 0xC0392B) if c is None else c) for p, c in told.worn.items() if can_wear(kind, p))
    printed = tuple((p, how) for p, how in told.printed.items() if p in PRINTABLE and can_wear(kind, p))
    hues = {part: hue for part, hue in told.hues.items() if part in _drawn_parts(kind)}
    hues |= {part: hue for part, hue in told.hues.items() if part == "mark"}
    if (face := told.hues.get("face")) is not None and kind in BREEDS:
        hues.setdefault("mark" if "dark face" in BREEDS[kind].marks else "brow", face)
    pattern = _pattern_of(told, kind)
    if pattern and "mark" not in hues and told.coat is not None:
        hues["mark"] = darker(told.coat, 0.55) if brightness(told.coat) > 70 else lighter(told.coat, 0.55)
    grown = _grown(told.grown, ANIMALS[kind].size)
    found = Livery(
        aged=told.aged, worn=put_on, printed=printed, pattern=pattern, grown=grown, tailless=told.tailless, **hues
    )
    return None if found == Livery() else found


def _grown(asked: float, size: float) -> float:
    if asked >= 1:
        return asked
    return 1.0 if size < SEEN else MUCH if size > LARGE else asked


def _pattern_of(told: Told, kind: str) -> str:
    """The pattern of the coat that is drawn: of who is of two colours, patches."""
    if kind in BIRDS:
        return told.pattern if told.pattern in ("spots", "stripes") else ""
    if kind not in BREEDS:
        return ""
    has = PATTERNED & set(BREEDS[kind].marks)
    if told.pattern:
        own = has & ({"stripes", "zebra"} if told.pattern == "stripes" else {"spots", "rosettes", "patches", "tiles"})
        return "" if own else told.pattern  # a cheetah's spots are its own
    return "patches" if "mark" in told.hues and not has else ""


def _drawn_parts(kind: str) -> frozenset[str]:
    """Parts that have colours of their own on a kind."""
    if kind in BREEDS:
        breed = BREEDS[kind]
        without = {"mane"} if breed.mane is None and "ruff" not in breed.marks else set[str]()
        return _OF_BREEDS - (without | ({"tail", "tip"} if not breed.tail else set()))
    if kind in BIRDS:
        return _OF_BIRDS if BIRDS[kind].crest else _OF_BIRDS - {"crest"}
    return frozenset({"wings"} if kind in _WINGED else ())


def can_wear(kind: str, piece: str) -> bool:
    """True where a piece is drawn on an animal of this kind."""
    if piece in ("beard", "moustache"):
        return kind.startswith(PREFIX) or (kind in BREEDS and piece in BREEDS[kind].marks)
    if kind.startswith(PREFIX):
        return piece in FACEWEAR or piece in DRESSED.get(kind, ())
    if kind in BREEDS:
        return piece in WEARABLE
    return (kind in BIRDS or kind in PLACES) and piece in WEARABLE and piece not in BODYWEAR


def unworn_of(figure: Figure, kind: str) -> tuple[str, ...]:
    """Words of an animal's look that its pictures do not show: pieces, parts, patterns, and what is not understood."""
    told, parts = _told(figure), _drawn_parts(kind)
    lost: list[str] = [w for p in told.worn if not can_wear(kind, p) for w in told.words.get(p, [])]
    lost += [f"{how} of the {p}" for p, how in told.printed.items() if can_wear(kind, p) and p not in PRINTABLE]
    for part in told.hues:
        shown = part in parts or (part == "mark" and kind in BIRDS) or (part == "face" and kind in BREEDS)
        if not shown:
            lost += told.words.get(part, [])
    if told.pattern and kind not in BREEDS and not _pattern_of(told, kind):
        lost += told.words.get("mark", [])
    if told.tailless and kind not in BREEDS and kind not in BIRDS:
        lost += told.words.get("tail", [])
    return tuple(dict.fromkeys((*lost, *told.lost)))
