"""What one paper person is: a value, from which the same figure is drawn in every scene. Colours are ``0xRRGGBB``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from video.engines.papercut.palette import mix


class Age(StrEnum):
    """How old a figure is drawn."""

    BABY = "baby"
    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"
    OLD = "old"


class Build(StrEnum):
    """How broad a figure is."""

    THIN = "thin"
    MEDIUM = "medium"
    STOUT = "stout"


class Hair(StrEnum):
    """How hair is worn."""

    SHORT = "short"
    CROP = "crop"
    LONG = "long"
    WAVES = "waves"
    FRINGE = "fringe"
    BOB = "bob"
    BUN = "bun"
    TOPKNOT = "topknot"
    TAIL = "tail"
    BRAIDS = "braids"
    BRAID = "braid"
    CURLS = "curls"
    """A round crown of curls."""
    COILS = "coils"
    CORNROWS = "cornrows"
    LOCS = "locs"
    PUFFS = "puffs"
    BALD = "bald"


class Hat(StrEnum):
    """What is worn on the head."""

    NONE = "none"
    STRAW = "straw"
    CONICAL = "conical"
    TURBAN = "turban"
    SCARF = "scarf"
    """A cloth over the hair, knotted under the chin."""
    HIJAB = "hijab"
    KERCHIEF = "kerchief"
    """A cloth over the hair, knotted in the neck."""
    VEIL = "veil"
    CHULLO = "chullo"
    FEZ = "fez"
    CAP = "cap"
    FLAT_CAP = "flatcap"
    """Of cloth, low, with a short peak."""
    BERET = "beret"
    CROWN = "crown"
    HOOD = "hood"
    FEATHERS = "feathers"
    GELE = "gele"
    WREATH = "wreath"
    TOP_HAT = "top_hat"
    BOWLER = "bowler"
    FUR_HAT = "fur_hat"
    HELMET = "helmet"
    KUFI = "kufi"
    WOOLLY = "woolly"
    """A knitted cap."""
    HEADBAND = "headband"
    POINTED = "pointed"


COVERING = frozenset({Hat.SCARF, Hat.HIJAB, Hat.HOOD})
"""What leaves nothing of the hair to be seen."""


EXTRAS = ("neckscarf", "bindi", "pipe", "ribbon", "socks", "facepaint", "lei", "curlers", "sparkle", "bowtie", "scar",
          "crutch", "pegleg", "stoop", "braces")  # fmt: skip
"""Small pieces that are worn besides: what they are in a look, and on a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What makes a face one's own."""

    shape: int = 0
    """0 egg, 1 round, 2 long, 3 square, 4 heart."""
    nose: int = 0
    """0 small, 1 round, 2 long, 3 broad, 4 curved."""
    eyes: float = 1.0
    """Size."""
    brows: float = 1.0
    """Thickness."""
    lips: float = 1.0
    """Fullness."""
    freckles: bool = False
    iris: int | None = None
    """Colour of the eyes, where it is not brown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One paper doll, complete."""

    age: Age
    feminine: bool = True
    build: Build = Build.MEDIUM
    tall: float = 1.0
    """Height as a share of what is usual at that age, 0.9 to 1.1."""
    skin: int
    hair: int
    hair_style: Hair
    features: Features = field(default_factory=Features)
    wears: str = "dress"
    """Id of the kind of dress (``outfits.toml``)."""
    dress: int
    """The garment that is seen most."""
    top: int
    """Blouse, shirt or under-dress and its sleeves."""
    trousers: int
    """What the legs are in, where it is not the dress."""
    trim: int
    pattern: str
    shawl: int | None = None
    apron: int | None = None
    cloak: int | None = None
    hat: Hat = Hat.NONE
    hat_colour: int = 0xD9B45B
    beard: bool = False
    moustache: bool = False
    glasses: bool = False
    stick: bool = False
    earrings: bool = False
    necklace: int | None = None
    feet: str = ""
    """What the feet are in; empty = what goes with the dress."""
    bag: bool = False
    eyepatch: bool = False
    wings: int | None = None
    printed: bool = False
    """True where the pattern was asked for: then it is on all of the garment, whatever its kind."""
    beard_colour: int | None = None
    """Where it is not the hair's."""
    beard_kind: str = ""
    """``short``, ``long``, or empty for what goes with the age."""
    extras: tuple[tuple[str, int], ...] = ()
    """(one of ``EXTRAS``, its colour)."""

    def extra(self, piece: str) -> int | None:
        """The colour of a small piece; None where it is not worn."""
        return next((colour for name, colour in self.extras if name == piece), None)


_STATURE = {Age.BABY: 0.42, Age.CHILD: 0.68, Age.TEEN: 0.88, Age.ADULT: 1.0, Age.OLD: 0.93}


def stature(person: Person) -> float:
    """Height as a share of a grown person's."""
    return _STATURE[person.age] * person.tall


def faded(person: Person, air: int, share: float) -> Person:
    """The person as seen through a share of the air's colour: for those who stand far off."""

    def far(colour: int | None) -> int | None:
        return None if colour is None else mix(colour, air, share)

    return replace(
        person,
        skin=mix(person.skin, air, share * 0.5),
        hair=mix(person.hair, air, share * 0.6),
        dress=mix(person.dress, air, share),
        top=mix(person.top, air, share),
        trousers=mix(person.trousers, air, share),
        trim=mix(person.trim, air, share),
        hat_colour=mix(person.hat_colour, air, share),
        shawl=far(person.shawl),
        apron=far(person.apron),
        cloak=far(person.cloak),
        extras=tuple((piece, mix(colour, air, share)) for piece, colour in person.extras),
    )
