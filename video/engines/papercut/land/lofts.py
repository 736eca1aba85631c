"""Under a roof: an attic with its rafters; under glass: a greenhouse with its beds."""

from __future__ import annotations

import skia

from video.engines.papercut.land.inside import FLOOR, cloth_of, framed_window, outlook, wall
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon


def draw_attic(board: Board, view: View) -> None:
    """The gable of a house with a small window, rafters on both sides, old boxes, a cobweb."""
    light, cloth = board.light, cloth_of(board, view, 0.8)
    wood = light.dye(mix(view.style.trim, 0x8A6647, 0.6), 0.9)
    gable = mix(light.sky[0], light.dye(0xC9AF8B, 0.9), 0.5)
    wall(board, view, gable, dado=False)
    planks = skia.Path()
    for i in range(1, 24):
        x = board.left + (board.right - board.left) * i / 24
        planks.addPath(line((x, board.top), (x, FLOOR)))
    board.stroke(planks, darker(gable, 0.3), 3, 0.4)
    framed_window(board, view, view.span * 0.5, w=190, h=220, y=190 - 0.35 * view.lift)
    peak = view.top + 20
    for d, edge in ((-1, board.left - 40), (1, board.right + 40)):
        foot: Point = (view.span * (0.5 + d * 0.47), FLOOR + 10)
        slope = polygon([(view.span / 2, peak), foot, (edge, FLOOR + 10), (edge, board.top - 40),
                         (view.span / 2, board.top - 40)])  # fmt: skip
        board.sheet(slope, darker(wood, 0.3), 10)
        for k in range(5):
            s = k / 4
            x = view.span * (0.5 + d * (0.03 + 0.47 * s))
            y = peak + (FLOOR - peak) * s
            board.sheet(limb([(x, y + 12), (x + d * 0.3 * view.span, y - 0.32 * view.span)], [26, 32]), wood, 6)
        board.sheet(limb([(view.span / 2, peak + 8), (foot[0], foot[1] - 4)], [34, 38]), lighter(wood, 0.12), 9)
    board.sheet(box(view.span * 0.24, 300 - 0.1 * view.lift, view.span * 0.52, 28), lighter(wood, 0.1), 7)
    if light.lamps:
        board.stroke(line((view.span * 0.62, 320), (view.span * 0.62, 390)), darker(wood, 0.4), 4)
        board.glow(view.span * 0.62, 402, 420, LAMPLIGHT, 0.45)
        board.flat(oval(view.span * 0.62, 402, 17, 22), LAMPLIGHT)
    for share, wide, tall, tone in ((0.2, 150, 110, cloth[0]), (0.275, 100, 80, cloth[1]), (0.77, 160, 96, cloth[2])):
        x = view.span * share
        carton = mix(light.dye(0xB98F5E, 0.9), tone, 0.25)
        board.sheet(box(x - wide / 2, FLOOR + 14 - tall, wide, tall, 4), carton, 7)
        board.flat(box(x - wide / 2, FLOOR + 14 - tall, wide, 16), lighter(carton, 0.25))
    web = skia.Path()
    x, y = view.span * 0.5, peak + 40
    for turn in (-0.9, -0.45, 0.0, 0.45, 0.9):
        web.addPath(line((x, y), (x + 120 * turn, y + 90 - 40 * abs(turn))))
    board.stroke(web, 0xFFFFFF, 2, 0.35)


def draw_greenhouse(board: Board, view: View) -> None:
    """Panes from the sill to the ridge, tables of plants on both sides, pots that hang."""
    light = board.light
    whole = box(board.left - 20, board.top - 20, board.right - board.left + 40, board.bottom - board.top + 40)
    outlook(board, view, whole)
    board.flat(whole, lighter(view.outside.sky[2], 0.3), 0.42)
    iron = light.dye(0xE9EEE6, 0.9) if not light.lit else light.dye(0x9FB0AC, 0.9)
    bars, eaves, ridge = skia.Path(), 190.0 - 0.2 * view.lift, view.top - 40
    for i in range(-6, 7):
        x = view.span / 2 + i * view.span / 9
        bars.addPath(line((x, FLOOR), (x, eaves)))
        bars.addPath(line((x, eaves), (view.span / 2 + i * view.span / 16, ridge)))
    for y in (eaves, 380.0):
        bars.addPath(line((board.left, y), (board.right, y)))
    board.stroke(bars, light.shade, 16, 0.16)
    board.stroke(bars, iron, 11)
    brick = light.dye(0xB77B5B, 0.9)
    board.sheet(box(board.left - 20, 560, board.right - board.left + 40, 200), brick, 6)
    board.sheet(box(board.left - 20, 548, board.right - board.left + 40, 24), lighter(brick, 0.4), 5)
    chance, kinds = view.chance("greenhouse"), (*view.style.shrubs, "fern", "broad")
    for i in range(11):
        x = board.left + (board.right - board.left) * (i + 0.5) / 11
        kind = kinds[i % len(kinds)]
        shrub(board, x, 556, chance.between(110, 170), kind if kind in ("fern", *view.style.shrubs) else "fern",
              natural(board))  # fmt: skip
        pot = light.dye(0xC46A42, 0.9)
        board.sheet(polygon([(x - 30, 520), (x + 30, 520), (x + 22, 562), (x - 22, 562)]), pot, 4)
        board.flat(box(x - 34, 514, 68, 13, 3), lighter(pot, 0.2))
    for share in (0.14, 0.86):
        x, y = view.span * share, eaves + 110
        board.stroke(line((x, eaves), (x, y)), darker(iron, 0.4), 3)
        shrub(board, x, y + 30, 130, "fern", natural(board))
