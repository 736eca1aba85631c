"""What an animal of the cast looks like besides its kind: colours of its parts, and what it wears."""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.fowl import Fowl

HEADWEAR = (
    "straw", "hat", "cap", "woolly", "crown", "kerchief", "scarf", "wreath", "flowers", "top_hat", "bowler", "conical",
    "beret", "helmet", "chullo", "headband", "fez", "turban",
)  # fmt: skip
NECKWEAR = ("neckscarf", "necklace", "lei", "bell", "ribbon", "bandana", "collar")
BODYWEAR = ("vest", "shawl", "cloak", "bag", "apron", "poncho")
WEARABLE = frozenset((*HEADWEAR, *NECKWEAR, *BODYWEAR, "glasses", "flower", "beard",
    "moustache"))  # fmt: skip
"""Pieces that an animal may wear."""
PRINTABLE = frozenset(("neckscarf", "bandana"))
"""Pieces of which a pattern is drawn."""
PATTERNED = frozenset(("stripes", "spots", "patches", "rosettes", "tiles", "zebra", "halves", "band", "stripe back",
                       "dark face", "mask", "panda", "dark legs", "ruff", "badger", "bands", "plates", "saddle",
                       "back", "quills", "spines"))  # fmt: skip
"""Marks of a breed that show a second colour by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Livery:
    """Colours of parts, where they are not the usual ones, and clothes."""

    mark: int | None = None
    """Of patches, spots and stripes."""
    belly: int | None = None
    chest: int | None = None
    """Of a patch on the chest."""
    brow: int | None = None
    """Of a patch on the forehead."""
    tip: int | None = None
    """Of the end of the tail."""
    tail: int | None = None
    mane: int | None = None
    feet: int | None = None
    wings: int | None = None
    crest: int | None = None
    beak: int | None = None
    ears: int | None = None
    eye: int | None = None
    """Of one patch around the eye."""
    flank: int | None = None
    """Of one patch on the side."""
    pattern: str = ""
    """Of the coat, besides its kind's: ``stripes``, ``spots``, ``patches``, or empty."""
    grown: float = 1.0
    """Its size as a share of its kind's: a huge bear, a tiny donkey."""
    tailless: bool = False
    aged: bool = False
    """True of who is old: grey about the muzzle."""
    worn: tuple[tuple[str, int], ...] = ()
    """(one of ``WEARABLE``, its colour)."""
    printed: tuple[tuple[str, str], ...] = ()
    """(one of ``PRINTABLE`` that is worn, its pattern)."""

    def piece(self, *names: str) -> tuple[str, int] | None:
        """The first of some pieces that is worn, with its colour."""
        return next(((name, colour) for name, colour in self.worn if name in names), None)

    def print_of(self, *names: str) -> str:
        """The pattern of the first of some pieces that has one; else empty."""
        return next((how for name, how in self.printed if name in names), "")


def bred(breed: Breed, livery: Livery | None) -> Breed:
    """A breed in these colours."""
    if livery is None:
        return breed
    if livery.pattern:
        usual = {"stripes", "spots", "patches"} - {livery.pattern}
        breed = replace(breed, marks=(*(m for m in breed.marks if m not in usual), livery.pattern))
    if livery.tailless:
        breed = replace(breed, tail="")
    mark = livery.mane if "ruff" in breed.marks and livery.mane is not None else livery.mark  # a lion's mane
    return replace(
        breed,
        mark=breed.mark if mark is None else mark,
        belly=breed.belly if livery.belly is None else livery.belly,
        mane=breed.mane if livery.mane is None or breed.mane is None else livery.mane,
        socks=breed.socks if livery.feet is None else livery.feet,
    )


def feathered(fowl: Fowl, livery: Livery | None) -> Fowl:
    """A bird in these colours."""
    if livery is None:
        return fowl
    if livery.pattern:
        fowl = replace(fowl, marks=(*fowl.marks, "speckles" if livery.pattern == "spots" else "bars"))
    breast = livery.belly if livery.belly is not None else livery.chest
    return replace(
        fowl,
        breast=fowl.breast if breast is None else breast,
        tail_colour=fowl.tail_colour if livery.tail is None else livery.tail,
        crest_colour=fowl.crest_colour if livery.crest is None else livery.crest,
        beak_colour=fowl.beak_colour if livery.beak is None else livery.beak,
        speck=livery.mark,
        leg_colour=fowl.leg_colour if livery.feet is None else livery.feet,
    )
