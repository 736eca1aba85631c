"""What is known of every thing and animal that can be drawn: how large, where it belongs, how it moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt

from video.engines.papercut.things.aviary import BIRDS
from video.engines.papercut.things.beasts import head_place, place_stature
from video.engines.papercut.things.boxes import ANIMAL_BOXES, THING_BOXES
from video.engines.papercut.things.fauna import (
    BEASTS,
    BREEDS,
    CREATURES,
    FLIES,
    FLOCK,
    PADDLES,
    PERCHES,
    SHOALS,
    SWIMS,
    Creature,
)
from video.engines.papercut.things.living import LIVING_THINGS
from video.engines.papercut.things.moment import Moment
from video.engines.papercut.things.raised import RAISED, can_rise
from video.engines.papercut.things.stock import PROPS

Point = tuple[float, float]
Box4 = tuple[int, int, int, int]

# What an animal does instead of what it cannot do, the nearest first.
_INSTEAD: dict[str, tuple[str, ...]] = {
    "run": ("walk", "swim", "fly"),
    "walk": ("run", "swim", "fly"),
    "fly": ("run", "walk", "swim"),
    "swim": ("walk", "fly"),
    "sleep": ("stand",),
    "sit": ("stand",),
    "rear": ("stand",),
    "float": ("swim", "sleep"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a drawing covers around its place, in hundredths of a person's height, facing right, at all phases."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


NO_BOX = Box(left=-20, top=-40, right=20, bottom=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that can be drawn."""

    box: Box
    size: float
    """True height as a share of a person's; small things are drawn larger, so that they are seen."""
    medium: str
    """``ground``, ``water`` (its place is the waterline), ``air``, ``wall`` (its middle), ``hand`` or ``table``."""
    grip: Point | None = None
    """Where a hand holds it."""
    top: float | None = None
    """y of the surface on which something can stand."""
    cycle_s: float = 0.0
    """Seconds of one cycle of its motion."""

    @property
    def moves(self) -> bool:
        """True where its phases differ."""
        return self.cycle_s > 0

    @property
    def width(self) -> float:
        """Of its box."""
        return self.box.width

    @property
    def height(self) -> float:
        """Of its box."""
        return self.box.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    """An animal that can be drawn."""

    size: float
    """Height of a beast's back, else of the whole body, as a share of a person's height."""
    scale: float
    """Frame units of one unit of its drawing where a person is one unit high."""
    medium: str
    """``land``, ``water``, ``air`` or ``tree``."""
    gaits: tuple[str, ...]
    """How it can go, the usual one first."""
    face: Point
    """Where its face is in its usual gait."""
    boxes: Mapping[str, Box] = field(repr=False)
    """By gait."""

    @property
    def box(self) -> Box:
        """In its usual gait."""
        return self.boxes.get(self.gaits[0], NO_BOX)

    @property
    def width(self) -> float:
        """Of its box."""
        return self.box.width

    @property
    def height(self) -> float:
        """Of its box."""
        return self.box.height

    def gait(self, asked: str) -> str:
        """The gait asked for, or the nearest that it has; empty = its usual one."""
        return next((g for g in (asked, *_INSTEAD.get(asked, ())) if g in self.gaits), self.gaits[0])

    def cycle_s(self, gait: str) -> float:
        """Seconds that one cycle of a gait takes: large animals are slower."""
        going = self.gait(gait)
        if going in ("stand", "sleep", "sit", "rear", "float"):
            return 4.0
        usual = {"walk": 1.1, "run": 0.62, "fly": 1.1, "swim": 1.5}[going]
        return usual * max(0.5, min(1.6, sqrt(self.size / 0.5)))


def _boxes(kind: str, gaits: tuple[str, ...]) -> dict[str, Box]:
    return dict(zip(gaits, (_box(box) for box in ANIMAL_BOXES.get(kind, ())), strict=False))


def _box(measures: Box4 | None) -> Box:
    return NO_BOX if measures is None else Box(left=measures[0], top=measures[1], right=measures[2], bottom=measures[3])


def _beast(kind: str) -> Animal:
    breed = BREEDS[kind]
    scale = breed.size / (breed.leg + breed.thick)
    still = Moment()
    x, y = head_place(place_stature(breed, still), still)
    gaits = (*BEASTS, *RAISED) if can_rise(breed) else BEASTS
    return Animal(
        size=breed.size, scale=scale, medium="land", gaits=gaits, boxes=_boxes(kind, gaits),
        face=((x + breed.head * 0.4) * scale * 100, y * scale * 100),
    )  # fmt: skip


def _fowl(kind: str) -> Animal:
    fowl = BIRDS[kind]
    usual = {"air": FLIES, "tree": PERCHES, "water": PADDLES, "land": PERCHES}[fowl.medium]
    gaits = FLOCK.get(kind, usual)
    scale = fowl.size / 45
    up = 0.0 if gaits[0] in ("fly", "swim") else fowl.leg + fowl.body[1]
    return Animal(
        size=fowl.size, scale=scale, medium=fowl.medium, gaits=gaits, boxes=_boxes(kind, gaits),
        face=(fowl.neck[0] * scale * 100, (fowl.neck[1] - up) * scale * 100),
    )  # fmt: skip


def _creature(kind: str, creature: Creature) -> Animal:
    scale = creature.size / creature.tall
    return Animal(
        size=creature.size, scale=scale, medium=creature.medium, gaits=creature.gaits, boxes=_boxes(kind,
        creature.gaits),
        face=(creature.face[0] * scale * 100, creature.face[1] * scale * 100),
    )  # fmt: skip


def _swimmer(kind: str) -> Animal:
    scale = SHOALS[kind] / 26
    return Animal(
        size=SHOALS[kind], scale=scale, medium="water", gaits=SWIMS, boxes=_boxes(kind, SWIMS),
        face=(20 * scale * 100, -2 * scale * 100),
    )  # fmt: skip


def _thing(kind: str) -> Thing:
    prop = PROPS[kind]
    box = _box(THING_BOXES.get(kind))
    return Thing(
        box=box, size=prop.size if prop.size is not None else box.height / 100, medium=prop.medium, grip=prop.grip,
        top=prop.top,
        cycle_s=prop.cycle_s,
    )  # fmt: skip


ANIMALS: dict[str, Animal] = {
    **{kind: _beast(kind) for kind in BREEDS},
    **{kind: _fowl(kind) for kind in BIRDS},
    **{kind: _swimmer(kind) for kind in SHOALS},
    **{kind: _creature(kind, creature) for kind, creature in {**CREATURES, **LIVING_THINGS}.items()},
}
THINGS: dict[str, Thing] = {kind: _thing(kind) for kind in PROPS}
