"""What the kit is measured to be: people, animals and things, in shares of a grown person's height."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from video.engines.papercut.paper import Board
from video.engines.papercut.things import creatures, props
from video.engines.papercut.things.breeds import BREEDS


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
