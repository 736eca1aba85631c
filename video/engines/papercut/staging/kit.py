"""What the kit is measured to be: people, animals and things, in shares of a grown person's height."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from video.direct import Doing, Mood
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board
from video.engines.papercut.people import figures
from video.engines.papercut.people.figures import Pose, stature
from video.engines.papercut.people.wardrobe import Age, Hat, Person
from video.engines.papercut.things import creatures, props
from video.engines.papercut.things.breeds import BREEDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One moment of one figure."""

    pose: Doing = Doing.STAND
    mood: Mood = Mood.CALM
    phase: float = 0.0
    """0 to 1: one cycle of the pose (a breath, two steps, a blow of the hoe); 1 is 0 again."""
    mouth: float = 0.0
    """How far the mouth is open, 0 to 1."""
    flip: bool = False
    """False = turned to the right of the picture, True = to the left."""
    holds: str = ""
    """Id of the concept that is held, or empty."""
    look_at: float = 0.6
    """Where the eyes go: 1 = ahead, 0 = to the onlooker, -1 = back over the shoulder."""
    seat: float = 0.0
    """Of who sits: the height of the seat in heights of a grown person; 0 = on the ground with crossed legs."""
    shadow: bool = True
    """Whether the figure throws its soft shadow on the ground."""


_CYCLES_S: dict[Doing, float] = {
    Doing.STAND: 4.0,
    Doing.WALK: 1.15,
    Doing.RUN: 0.7,
    Doing.SIT: 4.4,
    Doing.KNEEL: 4.4,
    Doing.POINT: 3.2,
    Doing.HOLD: 4.0,
    Doing.EMBRACE: 3.6,
    Doing.SLEEP: 5.0,
    Doing.WORK: 1.9,
    Doing.DANCE: 1.6,
    Doing.SING: 3.0,
    Doing.SPEAK: 2.6,
}


def cycle_s(pose: Doing) -> float:
    """Seconds that one cycle of a pose takes in nature."""
    return _CYCLES_S[pose]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    box: Box
    body: Box
    head: Box
    face: Box
    eyes: tuple[float, float]
    near_hand: tuple[float, float]
    far_hand: tuple[float, float]
    ground: float


@lru_cache(maxsize=512)
def measures(person: Person, act: Act) -> Measures:
    s = stature(person)
    child = person.age is Age.CHILD
    h = (0.30 if child else 0.23) * s
    top = -s * (1.04 if person.hat is Hat.NONE else 1.12)
    head = Box(-h * 0.75, top, h * 0.75, -s + h)
    face = Box(-h * 0.45, -s + h * 0.1, h * 0.45, -s + h)
    return Measures(
        box=Box(-0.28 * s, top, 0.28 * s, 0.05),
        body=Box(-0.26 * s, top, 0.26 * s, 0),
        head=head,
        face=face,
        eyes=(0.03 * (-1 if act.flip else 1), -s + h * 0.5),
        near_hand=(-0.15, -0.4),
        far_hand=(0.15, -0.4),
        ground=0.24 * s,
    )


_POSES = {
    Doing.WALK: Pose.WALKING,
    Doing.RUN: Pose.WALKING,
    Doing.HOLD: Pose.HOLDING,
    Doing.POINT: Pose.RAISED,
    Doing.SPEAK: Pose.RAISED,
    Doing.SING: Pose.RAISED,
    Doing.WORK: Pose.HOLDING,
}


def draw_person(board: Board, person: Person, x: float, y: float, height: float, act: Act) -> None:
    figures.draw_person(board, person, x, y, height, _POSES.get(act.pose, Pose.STANDING), flip=act.flip)


def faded(person: Person, air: int, share: float) -> Person:
    return replace(
        person,
        dress=mix(person.dress, air, share),
        top=mix(person.top, air, share),
        trousers=mix(person.trousers, air, share),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    box: Box
    size: float
    medium: str
    grip: tuple[float, float] | None = None
    top: float | None = None
    moves: bool = False
    cycle_s: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    boxes: Mapping[str, Box]
    size: float
    medium: str
    gaits: tuple[str, ...]
    stride: float = 0.4
    face: tuple[float, float] = (20, -30)
    cycle_s: float = 1.2


def _animal(kind: str) -> Animal:
    w = creatures.width_of(kind) * 100
    medium = "water" if kind == "fish" else "air" if kind in creatures.FLYING else "tree" if kind == "owl" else "land"
    if kind in BREEDS:
        b = BREEDS[kind]
        k = b.size * 100 / (b.leg + b.thick)
        hx, hy = (b.length / 2 + b.neck[0]) * k, -(b.leg + b.thick - b.neck[1]) * k
        box = Box(-w / 2, hy - (b.head + b.ear_size) * k, w / 2, 3)
        return Animal(boxes={"stand": box}, size=b.size, medium=medium, gaits=("stand", "walk"), face=(hx, hy))
    s = creatures.SIZES[kind] * 100
    if medium in ("land", "tree"):
        box = Box(-w / 2 * 1.1, -s * 1.25, w / 2 * 1.1, 3)
    else:
        box = Box(-s * 1.2, -s * 1.3, s * 0.85, s * 0.6)
    gait = {"water": "swim", "air": "fly", "land": "stand", "tree": "stand"}[medium]
    return Animal(
        boxes={gait: box},
        size=s / 100,
        medium=medium,
        gaits=(gait,),
        face=(s * 0.4, -s * (0.1 if medium != "land" else 1)),
    )


_HEIGHTS = {
    "fire": 66,
    "well": 90,
    "cart": 60,
    "table": 62,
    "chair": 54,
    "bed": 48,
    "haystack": 50,
    "tent": 80,
    "stall": 100,
    "boat": 100,
}
THINGS = {
    k: Thing(
        box=Box(-w / 2, -_HEIGHTS.get(k, w * 0.95), w / 2, 2),
        size=_HEIGHTS.get(k, w * 0.95) / 100,
        medium={
            "boat": "water",
            "lamp": "table",
            "bread": "table",
            "pot": "table",
            "fruit": "table",
            "book": "hand",
            "thread": "hand",
        }.get(k, "ground"),
        moves=k == "fire",
    )
    for k, w in props.WIDTHS.items()
    if k in props.DRAWINGS
}
ANIMALS = {k: _animal(k) for k in creatures.KINDS}


def draw_animal(
    board: Board,
    kind: str,
    x: float,
    y: float,
    person: float,
    *,
    coat: int | None,
    flip: bool,
    phase: float = 0.0,
    gait: str = "stand",
    mouth: float = 0.0,
    mood: object = None,
) -> None:
    creatures.draw_animal(board, kind, x, y, person, coat=coat, flip=flip)


def draw_prop(
    board: Board,
    kind: str,
    x: float,
    y: float,
    person: float,
    *,
    colour: int | None = None,
    flip: bool = False,
    phase: float = 0.0,
) -> None:
    props.draw_prop(board, kind, x, y, person, colour=colour, flip=flip)
