"""Rain and snow that fall in the windows of a room."""

from __future__ import annotations

import skia

from video.chance import Chance
from video.engines.papercut.land.draw import draw_sky
from video.engines.papercut.land.inside import WET
from video.engines.papercut.land.moving import Box, Part
from video.engines.papercut.land.view import View
from video.engines.papercut.paper import Board, line, oval
from video.shot import Frame

SMALL = 90
"""Pixels high on which a room is drawn to see where its windows are."""
CURTAINED, HANGS = 320.0, 0.2
"""A window that is narrower has curtains before it, over such a share of its width at either side."""
RAIN_S, SNOW_S = 0.8, 7.0
"""How long what falls takes from the top of a window to its foot."""


def falling_in(view: View, frame: Frame) -> tuple[Part, ...]:
    """What falls in every window of a room; nothing where it is dry outside."""
    if not view.outer & (WET | {"snow"}):
        return ()
    return tuple(_part(view, i, pane) for i, pane in enumerate(_openings(view, frame)))


def _openings(view: View, frame: Frame) -> tuple[tuple[float, float, float, float], ...]:
    small = Frame(width_px=2 * round(SMALL * frame.width_px / frame.height_px / 2), height_px=SMALL)
    board = Board(small, view.light, Chance(view.seed, "panes"), base=view.light.sky[0])
    draw_sky(board, view)
    return tuple(dict.fromkeys(board.openings))


def _part(view: View, i: int, pane: tuple[float, float, float, float]) -> Part:
    left, top, right, bottom = pane
    if right - left < CURTAINED:
        left, right = left + HANGS * (right - left), right - HANGS * (right - left)
    wet = bool(WET & view.outer)
    box = Box(left=left, top=top, right=right, bottom=bottom)

    def drawn(board: Board, phase: float) -> None:
        board.canvas.save()
        board.canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, bottom))
        _fall(board, box, phase, wet=wet)
        board.canvas.restore()

    return Part(
        name=f"pane {i}", box=box, depth=0.05, draw=drawn, cycle_s=RAIN_S if wet else SNOW_S, cels=8 if wet else 24
    )


def _fall(board: Board, box: Box, phase: float, *, wet: bool) -> None:
    chance = Chance(6, f"pane {box.left:.0f}")
    wide, high = box.right - box.left, box.bottom - box.top
    drops = skia.Path()
    for _ in range(max(8, round(wide * high / 2600))):
        x, begin = chance.between(box.left - 20, box.right), chance.unit()
        y = box.top - 44 + (high + 60) * ((phase + begin) % 1.0)
        size = chance.unit()
        if wet:
            drops.addPath(line((x, y), (x + 9, y + 24 + 16 * size)))
        else:
            drops.addPath(oval(x, y + 20, 3.2 + 2.8 * size, 3.2 + 2.8 * size))
    if wet:
        board.stroke(drops, 0xEAF3FA, 2.6, 0.62)
    else:
        board.flat(drops, 0xFFFFFF, 0.9)
