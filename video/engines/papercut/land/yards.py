"""Where one is between walls and the sky: a balcony over the town, a school's yard, the court of a house."""

from __future__ import annotations

import skia

from video.engines.papercut.land.build import build
from video.engines.papercut.land.country import darken, folds, hill_tone, lay_soil, scale_of
from video.engines.papercut.land.cut import lay, paving
from video.engines.papercut.land.far import SNOW, hill_line
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.ornament import draw_border
from video.engines.papercut.land.rooftop import draw_washing
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth

RAIL = 152.0
"""Height of a balcony's railing."""


def draw_balcony(board: Board, view: View) -> None:
    """A balcony: tiles, a railing before the roofs, flower boxes on it, the door of the flat at one side."""
    light, y, left = board.light, view.setting.line, view.left
    if view.has("clothes"):
        draw_washing(board, view, left=left)
    _railing(board, view, y)
    slab = light.dye(mix(0xC9B49A, view.style.earth.sand, 0.35), 0.95)
    slab = mix(slab, light.dye(SNOW, 0.8), 0.5) if view.snowy else slab
    lay(board, [(board.left - 20, y), (board.right + 20, y)], slab, 6, bottom=9e3, straight=True)
    joints = paving(board, view, (96, 176 * (1 + view.deep / 900), y, 14), (y + 26, 30.0, 1.32))
    board.stroke(joints, darker(slab, 0.3), 2.4, 0.45)
    _flat_door(board, view, y)
    for share in (0.36, 0.9) if left else (0.64, 0.1):
        shrub(board, view.span * share, y + 26, 96, "planter", natural(board))
    darken(board, view)


def _railing(board: Board, view: View, y: float) -> None:
    light = board.light
    iron = light.dye(mix(view.style.trim, 0x3F4A52, 0.6), 0.92)
    bars = skia.Path()
    x = board.left - 10
    while x < board.right + 20:
        bars.addPath(line((x, y - RAIL), (x, y)))
        x += 34
    board.stroke(bars, darker(iron, 0.1), 5)
    for at, tall in ((y - RAIL - 8, 17), (y - 14, 12)):
        board.sheet(box(board.left - 20, at, board.right - board.left + 40, tall, 5), iron, 6)
    clay = light.dye(0xB9653F, 0.9)
    chance = view.chance("boxes")
    cloth = view.style.cloth
    for share in (0.5, 0.78) if view.left else (0.22, 0.5):
        at = view.span * share
        for k in range(9):
            px, py = at - 74 + 18 * k, y - RAIL + 4
            board.stroke(smooth([(px, py + 20), (px + chance.near(0, 6), py - 6), (px + chance.near(0, 9), py - 24)]),
                         light.leaf[k % 2], 6)  # fmt: skip
            if not view.snowy:
                board.sheet(oval(px + chance.near(0, 6), py - 24, 10, 9),
                            light.dye(mix(cloth[k % len(cloth)], 0xE8536B, 0.5), 0.8), 1.5)  # fmt: skip
        board.sheet(polygon([(at - 92, y - RAIL + 10), (at + 92, y - RAIL + 10), (at + 82, y - RAIL + 62),
                             (at - 82, y - RAIL + 62)]), clay, 6)  # fmt: skip


def _flat_door(board: Board, view: View, y: float) -> None:
    """The wall of the flat at one side, with its glass door, and the balcony above."""
    light, left = board.light, view.left
    d = 1 if left else -1
    edge = board.left - 20 if left else board.right + 20
    plaster = light.dye(view.style.walls[0], 0.9)
    wide = board.bleed + 20 + 0.23 * view.span
    a, b = sorted((edge, edge + d * wide))
    board.sheet(box(a, board.top - 20, b - a, y + 26 - board.top), plaster, 11)
    draw_border(board, (a, b), y - 10, 26, view.style.ornament, (darker(plaster, 0.14), lighter(plaster, 0.2)))
    x = edge + d * (wide - 0.112 * view.span)
    w, h = 0.066 * view.span + 40, 430.0
    wood = light.dye(mix(view.style.trim, 0x8A5E3C, 0.4), 0.9)
    board.sheet(box(x - w - 14, y + 22 - h - 14, 2 * w + 28, h + 14, 5), wood, 6)
    glass = LAMPLIGHT if light.lamps else mix(light.sky[2], light.dye(0x6F8DA0, 0.9), 0.55)
    board.sheet(box(x - w, y + 22 - h, 2 * w, h), glass, 0, edge=0)
    curtain = light.dye(view.style.cloth[1], 0.85)
    curtain = mix(curtain, LAMPLIGHT, 0.35) if light.lamps else curtain
    for way in (-1, 1):
        e = x + way * w
        folds_of = [(e, y + 22 - h), (e - way * w * 0.5, y + 22 - h), (e - way * w * 0.3, y - 0.45 * h),
                    (e - way * w * 0.62, y + 16), (e, y + 18)]  # fmt: skip
        board.sheet(smooth(folds_of, closed=True, tension=8), curtain, 3)
    board.sheet(box(x - 6, y + 22 - h, 12, h), wood, 3)
    board.sheet(box(x - w, y + 14, 2 * w, 14), wood, 3)
    if light.lamps:
        board.glow(x, y - h / 2, 420, LAMPLIGHT, 0.4)
    low = view.top + 34 + 0.2 * view.lift
    board.sheet(box(board.left - 20, board.top - 20, board.right - board.left + 40, low - board.top), plaster, 12)
    board.sheet(box(board.left - 20, low - 34, board.right - board.left + 40, 30, 3), lighter(plaster, 0.2), 8)


def draw_school_house(board: Board, view: View) -> None:
    """A school of one storey: a long wall with windows and a door under a low roof, a bell; trees beside it."""
    light, style = board.light, view.style
    chance = view.chance("school house")
    hill_line(board, view, "school hill", view.setting.base - 40, hill_tone(board, view))
    left = view.left
    y = view.setting.base + 22
    size = scale_of(view)
    long, tall = min(0.56 * view.span, 900.0) * (1.25 if view.span < 1400 else 1.0), 190.0 * size
    x0 = view.span * (0.58 if left else 0.42) - long / 2
    plant(board, view, (x0 - 60 if left else x0 + long + 60, y - 4), 330 * size, chance.pick(style.trees))
    wall, roof, trim = (light.dye(c, 0.9) for c in (style.walls[0], style.roofs[0], style.trim))
    flat = style.room == "clay"
    board.shadow(oval(x0 + long / 2, y, long * 0.52, 12), 6, 0.35)
    board.sheet(box(x0, y - tall, long, tall), wall, 8)
    board.sheet(box(x0, y - 44, long, 44), mix(wall, trim, 0.45), 2)
    if flat:
        board.sheet(box(x0 - 14, y - tall - 22, long + 28, 40, 5), darker(wall, 0.08), 6)
    else:
        slope = [(x0 - 34, y - tall + 8), (x0 + 30, y - tall - 92 * size), (x0 + long - 30, y - tall - 92 * size),
                 (x0 + long + 34, y - tall + 8)]  # fmt: skip
        tone = mix(roof, light.dye(SNOW, 0.8), 0.85) if view.snowy else roof
        board.sheet(polygon(slope), tone, 8)
        seams = skia.Path()
        for k in range(1, 16):
            s = k / 16
            seams.addPath(
                line((x0 + 30 + (long - 60) * s, y - tall - 92 * size), (x0 - 34 + (long + 68) * s, y - tall))
            )
        board.stroke(seams, darker(tone, 0.22), 2.6, 0.5)
    pane = LAMPLIGHT if light.lamps else light.dye(0x55748A, 0.9)
    count = 6
    for k in range(count):
        x = x0 + long * (k + 0.5) / count
        if k == (1 if left else count - 2):
            board.sheet(box(x - 40, y - 150 * size, 80, 150 * size, 3), trim, 4)
            board.flat(box(x - 30, y - 140 * size, 60, 138 * size), darker(trim, 0.3))
            board.sheet(oval(x, y - 172 * size, 13, 13), light.dye(0xE2B23C, 0.8), 3)
            continue
        board.sheet(box(x - 46, y - 146 * size, 92, 84 * size, 3), trim, 3)
        board.flat(box(x - 38, y - 139 * size, 76, 70 * size), pane)
        board.stroke(line((x, y - 139 * size), (x, y - 69 * size)), trim, 5)
    plant(board, view, (view.span * (0.1 if left else 0.9), y + 16), 450 * size, style.trees[0])


def draw_yard(board: Board, view: View) -> None:
    """Trodden earth with sparse grass at its edges."""
    light = board.light
    earth = mix(light.sand, light.ground, 0.3)
    earth = mix(earth, light.dye(SNOW, 0.8), 0.8) if view.snowy else earth
    lay_soil(board, view, earth, 7)
    chance = view.chance("yard")
    for _ in range(9):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 20, view.setting.line + 190)
        board.flat(oval(x, y, chance.between(50, 130), chance.between(4, 9)), darker(earth, 0.12), 0.3)
    if not view.snowy:
        for share in (0.02, 0.07, 0.94, 0.985):
            shrub(board, view.span * share, view.setting.line + chance.between(6, 22), 80, view.style.shrubs[0],
                  natural(board))  # fmt: skip
    folds(board, view, earth)
    darken(board, view)


def draw_court(board: Board, view: View) -> None:
    """The court of a house: the house at one side, a wall around, jars along it, a tree over it."""
    light, style, left = board.light, view.style, view.left
    chance = view.chance("court")
    hill_line(board, view, "court hill", view.setting.base - 50, hill_tone(board, view))
    y = view.setting.base + 18
    plant(board, view, (view.span * (0.62 if left else 0.38), y - 30), 400 * scale_of(view), style.trees[0])
    wall = light.dye(mix(style.walls[-1], style.earth.sand, 0.25), 0.9)
    tall = 150.0
    board.sheet(box(board.left - 20, y - tall, board.right - board.left + 40, tall + 40), wall, 9)
    coping = mix(lighter(wall, 0.2), light.dye(SNOW, 0.8), 0.8 if view.snowy else 0.0)
    board.sheet(box(board.left - 20, y - tall - 12, board.right - board.left + 40, 24, 6), coping, 5)
    draw_border(board, (board.left, board.right), y - tall * 0.55, 34, style.ornament, (darker(wall, 0.14),))
    gate = view.span * (0.8 if left else 0.2)
    board.sheet(box(gate - 66, y - tall - 60, 132, tall + 84, 8), lighter(wall, 0.12), 7)
    board.sheet(box(gate - 46, y - tall - 26, 92, tall + 46, 6), light.dye(style.trim, 0.9), 3)
    board.stroke(line((gate, y - tall - 20), (gate, y + 20)), darker(light.dye(style.trim, 0.9), 0.3), 4)
    size = 420.0 * min(1.0, 0.55 + view.span / 3500) * scale_of(view)
    build(board, view, view.span * (0.2 if left else 0.8), y + 14, size, style.homes[0])
    for k in range(3):
        x = view.span * (0.47 + 0.06 * k if left else 0.53 - 0.06 * k)
        clay = light.dye(mix(0xB9653F, style.earth.sand, 0.2 * k), 0.9)
        r = chance.between(24, 34)
        jar = [(x - r * 0.4, y + 16), (x - r, y - r * 0.7), (x - r * 0.4, y - r * 1.7), (x + r * 0.4, y - r * 1.7),
               (x + r, y - r * 0.7), (x + r * 0.4, y + 16)]  # fmt: skip
        board.sheet(smooth(jar, closed=True), clay, 5)
        board.sheet(oval(x, y - r * 1.72, r * 0.5, r * 0.16), darker(clay, 0.35), 1)
