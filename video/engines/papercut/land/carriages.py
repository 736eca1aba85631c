"""Inside a bus, a train or a car: windows in a row with the land behind them, seats, a rail to hold on to."""

from __future__ import annotations

import skia

from video.engines.papercut.land.inside import FLOOR, cloth_of, outlook, wall
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line

PANE, GAP = 430.0, 60.0
"""Width of a window and of the pillar beside it, frame units."""


def draw_carriage(board: Board, view: View) -> None:
    """The side of a carriage, seen from its gangway."""
    light, cloth = board.light, cloth_of(board, view, 0.85)
    pale = mix(light.sky[0], light.dye(0xE9E3D3, 0.9), 0.6)
    wall(board, view, pale, dado=False)
    top, low = 150.0 - 0.3 * view.lift, 520.0
    count = max(2, round(view.span / (PANE + GAP)))
    step = view.span / count
    panes, lefts = skia.Path(), [step * i + GAP / 2 for i in range(-1, count + 1)]
    for x in lefts:
        board.sheet(box(x - 16, top - 16, step - GAP + 32, low - top + 32, 48), darker(pale, 0.28), 6)
        panes.addPath(box(x, top, step - GAP, low - top, 38))
    outlook(board, view, panes, town=bool({"city", "town"} & {*view.setting.also}))
    for x in lefts:
        board.flat(box(x, top + 0.3 * (low - top) - 4, step - GAP, 8), darker(pale, 0.35), 0.8)
    whole = board.right - board.left + 40
    board.sheet(box(board.left - 20, low + 34, whole, 300), mix(cloth[1], pale, 0.3), 5)
    board.flat(box(board.left - 20, low + 34, whole, 12), lighter(cloth[1], 0.4))
    board.sheet(box(board.left - 20, board.top - 20, whole, view.top - board.top + 100), lighter(pale, 0.25), 7)
    lamp = LAMPLIGHT if light.lamps else lighter(pale, 0.6)
    for i in range(count):
        board.sheet(box(step * (i + 0.5) - 120, view.top + 40, 240, 20, 9), lamp, 3)
        if light.lamps:
            board.glow(step * (i + 0.5), view.top + 60, 460, LAMPLIGHT, 0.3)
    _rail(board, view, darker(pale, 0.45))
    for i in range(-1, count + 1):
        _seat(board, step * (i + 0.5) + GAP / 2, 0.5 * (step - GAP), cloth[0], darker(pale, 0.5))


def _rail(board: Board, view: View, colour: int) -> None:
    """A rail under the ceiling with straps."""
    y = view.top + 100
    board.stroke(line((board.left, y), (board.right, y)), colour, 8)
    straps, rings = skia.Path(), skia.Path()
    for i in range(9):
        x = view.span * (i + 0.5) / 9
        straps.addPath(line((x, y), (x, y + 34)))
        rings.addOval(skia.Rect.MakeXYWH(x - 13, y + 34, 26, 30))
    board.stroke(straps, colour, 5)
    board.stroke(rings, colour, 6)


def _seat(board: Board, x: float, half: float, cloth: int, frame: int) -> None:
    """A bench along the window, with its back and its cushion."""
    board.sheet(box(x - half * 0.86, 500, half * 1.72, 150, 26), cloth, 7)
    board.flat(box(x - half * 0.86, 500, half * 1.72, 22, 11), lighter(cloth, 0.3), 0.8)
    board.stroke(line((x, 520), (x, 646)), darker(cloth, 0.3), 4, 0.6)
    board.sheet(box(x - half * 0.9, 640, half * 1.8, 46, 18), darker(cloth, 0.1), 6)
    board.sheet(box(x - half * 0.8, 684, 24, FLOOR - 676), frame, 3)
    board.sheet(box(x + half * 0.8 - 24, 684, 24, FLOOR - 676), frame, 3)


def draw_gangway(board: Board, view: View) -> None:
    """The floor between the seats: grey, with ribs that run along."""
    colour = mix(board.light.ground, board.light.dye(0x8D8A84, 0.9), 0.75)
    board.sheet(box(board.left - 20, FLOOR, board.right - board.left + 40, board.bottom - FLOOR + 40), colour, 7)
    ribs, y, tall = skia.Path(), FLOOR + 18, 16.0
    while y < view.bottom + 60:
        ribs.addPath(line((board.left, y), (board.right, y)))
        y, tall = y + tall, tall * 1.22
    board.stroke(ribs, darker(colour, 0.3), 3, 0.5)
    board.haze(view.caption - 20, view.bottom + 20, board.light.shade, 0.38, below=True)
