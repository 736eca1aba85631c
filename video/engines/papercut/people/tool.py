"""Things in the hands of figures, in units of the figure."""

from __future__ import annotations

import math

from video.engines.papercut.paper import Board
from video.engines.papercut.things.catalog import THINGS
from video.engines.papercut.things.props import draw_prop, hold_prop
from video.engines.papercut.things.scale import HELD, kept

HOE = "hoe"
LONG = frozenset({"hoe", "rake", "shovel", "pitchfork", "axe", "broom", "oar"})
"""What is worked with in both hands, and drawn along the way that it is moved."""
_WIDEST = 52.0
"""Wider things, in hundredths of a grown person's height, are not for hands."""
_TALLEST = 140.0
_BY_ONE_END = frozenset({"branch", "pan", "hose", "dough", "vegetables", "seed_tray"})
"""Wider things that are held all the same, by an end or on both hands."""
_PLAYED: dict[str, tuple[tuple[float, float], float]] = {"guitar": ((0.0, -22.0), 62.0), "violin": ((0.0, -14.0), 70.0)}
"""What is held across the body: where, and how far it is turned."""

Box4 = tuple[float, float, float, float]


def can_hold(kind: str) -> bool:
    """True where a thing of this kind can be drawn in a hand."""
    thing = THINGS.get(kind)
    if thing is None or thing.height > _TALLEST:
        return False
    return thing.medium == "hand" or thing.width <= _WIDEST or kind in _BY_ONE_END


def along_handle(kind: str, angle: float) -> float:
    """By how much a long tool is turned so that its working end is that way: 0 = down, 90 = forward."""
    thing = THINGS[kind]
    _, y = _grip(kind)
    # Some are drawn with the working end up, some with it down; a hand is nearer to the other end.
    return -angle if -y > thing.height / 2 else 180.0 - angle


def tool_box(kind: str, measure: float, turn: float) -> Box4:
    """Left, top, right, bottom of a thing held at (0, 0); ``measure`` = how large it is against the figure's units."""
    thing = THINGS[kind]
    x, y = _grip(kind)
    measure *= kept(kind, HELD)
    box = thing.box
    turn = turn or _PLAYED.get(kind, ((0.0, 0.0), 0.0))[1]
    if turn:
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        corners = [(cx - x, cy - y) for cx in (box.left, box.right) for cy in (box.top, box.bottom)]
        xs = [(cx * cos - cy * sin) * measure for cx, cy in corners]
        ys = [(cx * sin + cy * cos) * measure for cx, cy in corners]
        return min(xs), min(ys), max(xs), max(ys)
    return (box.left - x) * measure, (box.top - y) * measure, (box.right - x) * measure, (box.bottom - y) * measure


def _grip(kind: str) -> tuple[float, float]:
    """Where a hand holds it; what has no grip lies on the hands."""
    thing = THINGS[kind]
    if kind in _PLAYED:
        return _PLAYED[kind][0]
    return thing.grip or ((thing.box.left + thing.box.right) / 2, thing.box.bottom - thing.height * 0.2)


def draw_tool(board: Board, kind: str, at: tuple[float, float], measure: float, *, phase: float, turn: float) -> None:
    """Draws a thing of the kit that is held at a place, turned (degrees) about it; small ones not quite as large as
    they are drawn elsewhere."""
    measure *= kept(kind, HELD)
    if kind in _PLAYED and not turn:
        (x, y), across = _PLAYED[kind]
        with board.at(*at, measure, turn=across):
            draw_prop(board, kind, -x, -y, 100, phase=phase)
        return
    if THINGS[kind].grip is not None:
        hold_prop(board, kind, *at, 100 * measure, phase=phase, turn=turn)
        return
    x, y = _grip(kind)
    draw_prop(board, kind, at[0] - x * measure, at[1] - y * measure, 100 * measure, phase=phase)
