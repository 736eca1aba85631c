"""Drought: cracked mud where water was, cracks in the ground, trees without leaves."""

from __future__ import annotations

from dataclasses import replace

import skia

from video.chance import Chance
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, smooth

LEAFY = frozenset({"baobab", "cactus", "euphorbia", "acacia", "umbrella", "datepalm", "palm", "agave"})
"""Trees that stand a drought, with few leaves."""
WET = frozenset({"river across", "lake", "swamp", "stream", "pool", "waterfall"})
"""Parts whose water dries up."""


def mud_of(board: Board) -> int:
    """The colour of a bed without water."""
    return mix(board.light.dye(0xB98E62, 0.9), board.light.ground, 0.3)


def draw_dry_bed(board: Board, view: View, top: float, low: float) -> None:
    """The bed of a river or a lake between two heights: banks that step down, plates of cracked mud, stones."""
    chance, mud = view.chance("dry bed"), mud_of(board)
    left, right = board.left - 60, board.right + 60
    lay(board, soft_line(chance, left, right, top, 4), darker(mud, 0.16), 4, bottom=top + 80)
    lay(board, soft_line(chance, left, right, top + 16, 5), lighter(mud, 0.1), 4, bottom=top + 100)
    bed = lay(board, soft_line(chance, left, right, top + 34, 5), mud, 3, bottom=low + 60)
    with board.within(bed):
        crack(board, chance, (top + 38, low + 30), 46.0, darker(mud, 0.5))


def crack(board: Board, chance: Chance, heights: tuple[float, float], wide: float, colour: int) -> None:
    """A net of cracks that parts a flat ground into plates, wider ones nearer to the eye."""
    rows: list[list[Point]] = []
    y, tall, row = heights[0], 0.30 * wide, 0
    while y < heights[1]:
        step = wide * (1 + 0.34 * row)
        x = board.left - step * chance.unit()
        points: list[Point] = []
        while x < board.right + step:
            points.append((x + chance.near(0, 0.26 * step), y + chance.near(0, 0.3 * tall)))
            x += step
        rows.append(points)
        y += tall
        tall *= 1.3
        row += 1
    fine, bold = skia.Path(), skia.Path()
    for i, points in enumerate(rows):
        path = bold if i > len(rows) // 2 else fine
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if i:
            above = rows[i - 1]
            for k, point in enumerate(above):
                if chance.maybe(0.85):
                    end = points[min(len(points) - 1, round(k * len(points) / len(above)))]
                    path.moveTo(*point)
                    path.lineTo(*end)
    board.stroke(fine, colour, 2.2, 0.6)
    board.stroke(bold, colour, 3.6, 0.62)
    # The lit edge of each plate, so that the cracks are seen as deep.
    bold.offset(1.5, 3.0)
    board.stroke(bold, lighter(colour, 0.75), 1.6, 0.35)


def crack_ground(board: Board, view: View) -> None:
    """Cracks in the ground of the stage."""
    chance = view.chance("ground cracks")
    y = view.setting.line + 40
    for _ in range(3):
        x, reach = chance.between(0.0, view.span), chance.between(150.0, 300.0)
        spot = smooth(
            [(x - reach, y), (x - 0.3 * reach, y - 14), (x + reach, y + 4), (x + 0.4 * reach, y + 44),
             (x - 0.6 * reach, y + 40)], closed=True,
        )  # fmt: skip
        with board.within(spot):
            crack(board, chance, (y - 16, y + 50), 40.0, darker(board.light.ground, 0.45))
        y += 46


def parched(view: View) -> View:
    """The view as its loops see it: without what moves on water that is not there."""
    if not view.dry:
        return view
    kept = {name: tuple(p for p in getattr(view.setting, name) if p not in WET) for name in ("middle", "ground")}
    return replace(view, setting=replace(view.setting, middle=kept["middle"], ground=kept["ground"]))
