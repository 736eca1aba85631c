"""A playing field: rows of seats with people of paper, a goal, white lines on the grass."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken, folds, lay_soil, soil_colour
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon

ROWS = 6


def draw_stands(board: Board, view: View) -> None:
    """Seats in rising rows, dots of people on them, flags on the rim."""
    light, chance, base = board.light, view.chance("stands"), view.setting.base
    cloth = tuple(light.dye(c, 0.8) for c in view.style.cloth)
    grey = mix(light.dye(0xB9BEC2, 0.9), light.hills[0], 0.3)
    tall = 46.0 * (1 + 0.3 * min(1.0, view.lift / 725))
    left, right = board.left - 40, board.right + 40
    top = base - tall * ROWS
    for k in range(5):
        x = view.span * (k + 0.5) / 5
        board.stroke(line((x, top), (x, top - 92)), darker(grey, 0.4), 5)
        board.sheet(polygon([(x, top - 92), (x + 66, top - 74), (x, top - 54)]), cloth[k % len(cloth)], 3)
    heads: dict[int, skia.Path] = {}
    for row in range(ROWS):
        y = top + tall * row
        board.sheet(box(left, y, right - left, base - y + 60), mix(grey, light.shade, 0.1 * (row % 2)), 4)
        x = left + chance.between(0, 30)
        while x < right:
            if chance.maybe(0.72):
                path = heads.setdefault(chance.pick(tuple(range(len(cloth)))), skia.Path())
                path.addPath(oval(x, y + tall * 0.62, 13, 15))
                path.addPath(oval(x, y + tall * 0.24, 8, 8.5))
            x += chance.between(30, 46)
    for i, path in heads.items():
        board.flat(path, mix(cloth[i], light.hills[0], 0.2), 0.9)
    board.sheet(box(left, base - 4, right - left, 52), lighter(cloth[0], 0.2), 5)


def draw_pitch(board: Board, view: View) -> None:
    """Mown grass in stripes, its lines, a goal at one side."""
    colour = soil_colour(board, view)
    lay_soil(board, view, colour, 1)
    y = view.setting.line
    middle = view.span / 2
    for i in range(-6, 7, 2):
        low = board.bottom + 40
        ends = (middle + 150 * i, middle + 150 * (i + 1)), (middle + 320 * (i + 1), middle + 320 * i)
        stripe = polygon([*((x, y + 8) for x in ends[0]), *((x, low) for x in ends[1])])
        board.flat(stripe, lighter(colour, 0.2), 0.3)
    white = board.light.dye(0xFBFBF4, 0.9)
    board.stroke(line((board.left, y + 22), (board.right, y + 22)), white, 5, 0.8)
    board.stroke(oval(middle, y + 100, 250, 46), white, 6, 0.75)
    x, d = (view.span * 0.1, 1) if view.left else (view.span * 0.9, -1)
    net = skia.Path()
    for k in range(9):
        net.addPath(line((x - 100 + 25 * k, y - 130), (x - 100 + 25 * k, y + 30)))
    for k in range(6):
        net.addPath(line((x - 100, y - 130 + 32 * k), (x + 100, y - 130 + 32 * k)))
    board.stroke(net, white, 2, 0.5)
    board.stroke(line((x - 100 * d, y + 32), (x - 100 * d, y - 132), (x + 100 * d, y - 132), (x + 100 * d, y + 32)),
                 white, 11)  # fmt: skip
    folds(board, view, colour)
    darken(board, view)
