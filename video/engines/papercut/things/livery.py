"""What an animal of the cast looks like besides its kind: colours of its parts, and what it wears."""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.engines.papercut.things.breeds import Breed
from video.engines.papercut.things.fowl import Fowl

HEADWEAR = (
    "straw", "hat", "cap", "woolly", "crown", "kerchief", "scarf", "wreath", "flowers", "top_hat", "bowler", "conical",
    "beret", "helmet", "chullo", "headband", "fez", "turban",
)  # fmt: skip
NECKWEAR = ("neckscarf", "necklace", "lei", "bell", "ribbon", "bandana")
BODYWEAR = ("vest", "shawl", "cloak", "bag", "apron", "poncho")
WEARABLE = frozenset((*HEADWEAR, *NECKWEAR, *BODYWEAR, "glasses", "flower"))
"""Pieces that an animal may wear."""


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
    aged: bool = False
    """True of who is old: grey about the muzzle."""
    worn: tuple[tuple[str, int], ...] = ()
    """(one of ``WEARABLE``, its colour)."""

    def piece(self, *names: str) -> tuple[str, int] | None:
        """The first of some pieces that is worn, with its colour."""
        return next(((name, colour) for name, colour in self.worn if name in names), None)


def bred(breed: Breed, livery: Livery | None) -> Breed:
    """A breed in these colours."""
    if livery is None:
        return breed
    return replace(
        breed,
        mark=breed.mark if livery.mark is None else livery.mark,
        belly=breed.belly if livery.belly is None else livery.belly,
        mane=breed.mane if livery.mane is None or breed.mane is None else livery.mane,
        socks=breed.socks if livery.feet is None else livery.feet,
    ) if "ruff" not in breed.marks or livery.mane is None else replace(breed, mark=livery.mane)  # fmt: skip


def feathered(fowl: Fowl, livery: Livery | None) -> Fowl:
    """A bird in these colours."""
    if livery is None:
        return fowl
    breast = livery.belly if livery.belly is not None else livery.chest
    return replace(
        fowl,
        breast=fowl.breast if breast is None else breast,
        tail_colour=fowl.tail_colour if livery.tail is None else livery.tail,
        crest_colour=fowl.crest_colour if livery.crest is None else livery.crest,
        leg_colour=fowl.leg_colour if livery.feet is None else livery.feet,
    )
