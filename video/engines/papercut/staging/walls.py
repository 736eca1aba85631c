"""Walls of rooms: what hangs on them, and the door in them, where the room has nothing of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from video.engines.papercut.land.view import View
from video.engines.papercut.proportions import Camera
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.things.catalog import THINGS
from video.engines.papercut.things.scale import LYING, kept

WALL = -2
"""The row of what is on the wall behind everybody."""
FREE: dict[str, tuple[tuple[float, float], ...]] = {
    "room": ((0.575, 0.705), (0.37, 0.46)),
    "kitchen": ((0.365, 0.445), (0.6, 0.68)),
    "flat": ((0.575, 0.685),),
    "classroom": ((0.255, 0.35), (0.72, 0.79)),
    "workshop": ((0.335, 0.435), (0.73, 0.84)),
    "hut": ((0.15, 0.4),),
    "stairwell": ((0.69, 0.735),),
}
"""Where walls are bare, as shares of the picture's width."""
HEIGHT, FOOT = 330.0, 726.0
"""Of the middle of what hangs, and of the floor at the wall; frame units of the place."""
DEEP = 0.82
"""How large things are there, beside those at the stage front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A room's wall as it is seen in a picture, with what of it is still bare."""

    free: Ground
    y: float
    foot: float
    size: float


def wall_of(view: View, framing: Framing, camera: Camera | None) -> Wall | None:
    """The wall of a room; None outdoors, and where the room leaves nothing bare."""
    if not view.setting.indoors or view.setting.id not in FREE:
        return None
    ends = [(a * view.span, b * view.span) for a, b in FREE[view.setting.id]]
    y, foot = HEIGHT, FOOT
    if camera is not None:
        ends = [(camera.shown(framing.frame, (a, 0))[0], camera.shown(framing.frame, (b, 0))[0]) for a, b in ends]
        y, foot = (camera.shown(framing.frame, (0, at))[1] for at in (y, foot))
    free = Ground.of(ends, framing.safe.left, framing.safe.right)
    return Wall(free=free, y=y, foot=foot, size=DEEP * framing.measure)


def on_wall(kind: str) -> bool:
    """True of what belongs on a room's wall."""
    return kind == "door" or THINGS[kind].medium == "wall"


def hang(wall: Wall, piece: Piece, wish: float) -> Piece | None:
    """The thing on the wall, smaller where that is narrow; None where nothing is bare."""
    box = unit_box(piece)
    width = box.width
    usual = wall.size * kept(piece.thing, LYING)
    unit = min(usual, wall.free.longest() / width)
    if unit < 0.5 * usual:
        return None
    x = wall.free.take(width * unit, wish)
    if x is None:
        return None
    y = wall.foot if piece.thing == "door" else wall.y
    return replace(piece, x=x, y=y, size=piece.size * unit, row=WALL, foot=wall.foot)
