"""A flat roof over the town: parapet, stair house, water tank, washing, lamps in the evening."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, paving
from video.engines.papercut.land.far import SNOW
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth


def draw_roof_terrace(board: Board, view: View) -> None:
    """A flat roof with its parapet, and what stands on it along the edge; the stage itself is free."""
    light = board.light
    y = view.setting.line
    brick = light.dye(mix(view.style.walls[0], 0xC9A58C, 0.5), 0.9)
    left = view.left
    _tank(board, view.span * (0.31 if left else 0.69), y - 96, 0.86)
    board.sheet(box(board.left - 20, y - 92, board.right - board.left + 40, 110), brick, 9)
    coping = lighter(brick, 0.3)
    coping = mix(coping, light.dye(SNOW, 0.8), 0.8) if view.snowy else coping
    board.sheet(box(board.left - 20, y - 106, board.right - board.left + 40, 24, 3), coping, 5)
    draw_border(
        board, (board.left, board.right), y - 46, 50, view.style.ornament, (darker(brick, 0.18), lighter(brick, 0.25))
    )
    slab = light.dye(mix(0xC8BCAA, view.style.earth.sand, 0.4), 0.95)
    slab = mix(slab, light.dye(SNOW, 0.8), 0.7) if view.snowy else slab
    lay(board, [(board.left - 20, y), (board.right + 20, y)], slab, 5, bottom=9e3, straight=True)
    joints = paving(board, view, (120, 200 * (1 + view.deep / 900), y, 12), (y + 30, 40.0, 1.35))
    board.stroke(joints, darker(slab, 0.3), 2.6, 0.4)
    _stair_house(board, view, left=left)
    draw_washing(board, view, left=left)
    for share in (0.25, 0.3, 0.97) if left else (0.75, 0.7, 0.03):
        shrub(board, view.span * share, y + 34, 116, "planter", natural(board))
    if light.lamps:
        _lamps(board, view)
    darken(board, view)


def _stair_house(board: Board, view: View, *, left: bool) -> None:
    """The small house from which one steps out on the roof, an aerial on it."""
    light, y = board.light, view.setting.line + 16
    d = 1 if left else -1
    edge = board.left - 20 if left else board.right + 20
    wide = board.bleed + 20 + 0.17 * view.span
    a, b = sorted((edge, edge + d * wide))
    plaster = light.dye(view.style.walls[-1], 0.9)
    top = y - 380 - 0.12 * view.lift
    mast = edge + d * wide * 0.55
    pole = light.dye(0x4A4E55, 0.9)
    board.stroke(line((mast, top), (mast, top - 150)), pole, 7)
    for k, half in enumerate((52, 40, 28)):
        board.stroke(line((mast - half, top - 140 + 24 * k), (mast + half, top - 140 + 24 * k)), pole, 4)
    board.sheet(box(a, top, b - a, y - top), plaster, 9)
    board.sheet(box(a - 14, top - 18, b - a + 28, 30, 3), lighter(plaster, 0.25), 6)
    x = edge + d * (wide - 112)
    board.sheet(box(x - 66, y - 270, 132, 270), mix(light.dye(view.style.trim, 0.9), plaster, 0.1), 4)
    board.sheet(box(x - 52, y - 256, 104, 256), LAMPLIGHT if light.lamps else light.dye(0x4A362C, 0.9), 0, edge=0)
    if light.lamps:
        board.glow(x, y - 120, 320, LAMPLIGHT, 0.42)


def _tank(board: Board, x: float, foot: float, zoom: float) -> None:
    """A water tank on legs, behind the parapet."""
    light = board.light
    with board.at(x, foot, zoom):
        leg = light.dye(0x5A4A3E, 0.9)
        for dx in (-70, -24, 24, 70):
            board.stroke(line((dx, 10), (dx * 0.9, -130)), leg, 9)
        board.stroke(line((-70, -10), (66, -120)), leg, 5)
        board.stroke(line((70, -10), (-66, -120)), leg, 5)
        wood = light.dye(0x9A7552, 0.9)
        board.sheet(box(-92, -300, 184, 178, 6), wood, 8)
        staves = skia.Path()
        for k in range(1, 8):
            staves.addPath(line((-92 + 23 * k, -296), (-92 + 23 * k, -126)))
        board.stroke(staves, darker(wood, 0.3), 2.6, 0.5)
        for py in (-270, -170):
            board.flat(box(-94, py, 188, 9), darker(wood, 0.45), 0.8)
        board.sheet(polygon([(-106, -296), (0, -372), (106, -296)]), darker(light.dye(0x7A6250, 0.9), 0.1), 6)


def draw_washing(board: Board, view: View, *, left: bool) -> None:
    """Washing on a line between two posts."""
    light, cloth = board.light, tuple(board.light.dye(c, 0.9) for c in view.style.cloth)
    y = view.setting.line
    a, b = (view.span * 0.6, view.span * 0.96) if left else (view.span * 0.04, view.span * 0.4)
    for x in (a, b):
        board.sheet(box(x - 6, y - 316, 12, 330), light.dye(0x6B5A4A, 0.9), 5)
    board.stroke(smooth([(a, y - 304), ((a + b) / 2, y - 278), (b, y - 304)]), light.dye(0x8A7A6A), 3)
    count = max(3, round((b - a) / 118))
    for k in range(count):
        s = (k + 0.5) / count
        x, py = a + (b - a) * s, y - 302 + 100 * s * (1 - s)
        colour = cloth[k % len(cloth)]
        if k % 3 == 1:  # a shirt
            shirt = [(x - 34, py), (x + 34, py), (x + 58, py + 34), (x + 40, py + 50), (x + 30, py + 38),
                     (x + 30, py + 96), (x - 30, py + 96), (x - 30, py + 38), (x - 40, py + 50),
                     (x - 58, py + 34)]  # fmt: skip
            board.sheet(smooth(shirt, closed=True, tension=16), colour, 5)
        else:
            tall = 118 - 26 * (k % 2)
            sheet = [(x - 48, py), (x + 48, py), (x + 45, py + tall), (x + 10, py + tall - 8), (x - 46, py + tall + 2)]
            board.sheet(polygon(sheet), colour, 5)
            board.flat(box(x - 46, py + tall * 0.6, 92, 9), lighter(colour, 0.4), 0.7)


def _lamps(board: Board, view: View) -> None:
    """A string of small lamps over the roof."""
    y = view.setting.line - 470 - 0.2 * view.lift
    a, b, sag = board.left + 40, board.right - 40, 110.0
    board.stroke(smooth([(a, y), ((a + b) / 2, y + sag), (b, y - 20)]), board.light.dye(0x3A3A44, 0.9), 3)
    count = 13
    for i in range(count):
        s = (i + 0.5) / count
        x, py = a + (b - a) * s, y + 4 * sag * s * (1 - s) - 20 * s * s + 12
        board.flat(oval(x, py, 30, 30), LAMPLIGHT, 0.12)
        board.flat(oval(x, py, 9, 11), LAMPLIGHT)
