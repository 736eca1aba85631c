"""Mountain land, terraces, lava."""

from __future__ import annotations

import skia

from video.engines.papercut.land.build import build
from video.engines.papercut.land.country import darken, folds, lay_soil, soil_colour, stone
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.far import hill_tone
from video.engines.papercut.land.farms import crop
from video.engines.papercut.land.shrubs import natural, shrub, silhouette
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, polygon, smooth


def draw_alp(board: Board, view: View) -> None:
    """Steep meadows at both sides of a valley, with a path, dry walls and a house high up."""
    light, base, chance = board.light, view.setting.base, view.chance("alp")
    high = 1 + 0.6 * min(1.0, view.lift / 725)
    left = view.left
    tone = hill_tone(board, view)
    back = hill_tone(board, view, 0)
    for near, colour, way in ((False, back, not left), (True, tone, left)):
        a, d = (board.left - 40, 1) if way else (board.right + 40, -1)
        rise = (250 if near else 170) * high
        line_of: list[Point] = [(a, base - rise), (a + d * view.span * 0.16, base - rise * 0.82),
                                (a + d * view.span * 0.34, base - rise * 0.42), (a + d * view.span * 0.56, base - 30),
                                (a + d * (view.span + 160), base + 22)]  # fmt: skip
        if not way:
            line_of.reverse()
        path = lay(board, line_of, colour, 9)
        with board.within(path):
            walls = skia.Path()
            for k in range(1, 5):
                y = base - rise * (0.8 - 0.17 * k)
                walls.moveTo(a, y)
                walls.quadTo(a + d * view.span * 0.12, y + 12, a + d * view.span * (0.2 + 0.1 * k), y + 42)
            board.stroke(walls, darker(colour, 0.3), 6, 0.3)
            board.stroke(walls, lighter(colour, 0.25), 2, 0.4)
            if near:
                way_up = skia.Path()
                x = a + d * view.span * 0.1
                way_up.moveTo(x, base - rise * 0.8)
                way_up.cubicTo(
                    x + d * 150, base - rise * 0.6, x - d * 60, base - rise * 0.4, x + d * 150, base - rise * 0.26
                )
                way_up.cubicTo(x + d * 260, base - rise * 0.14, x + d * 120, base, x + d * 280, base + 60)
                board.stroke(way_up, mix(light.sand, colour, 0.2), 13)
        for share, drop in ((0.07, 0.86), (0.24, 0.6), (0.4, 0.3)) if near else ((0.12, 0.8), (0.3, 0.44)):
            x, y = a + d * view.span * share, base - rise * drop + 16
            if share == 0.24 or (not near and share == 0.12):
                build(board, view, x, y + 10, 150 if near else 90, view.style.homes[0])
            else:
                plant(board, view, (x, y + 6), chance.between(120, 190), chance.pick(view.style.trees))
    for _ in range(4):
        x = chance.between(0, view.span)
        plant(board, view, (x, base + 12), chance.between(130, 210), chance.pick(view.style.trees))


def draw_rocky_soil(board: Board, view: View) -> None:
    """High ground with boulders, grass in bunches and a trodden way."""
    chance, colour = view.chance("rocky"), soil_colour(board, view)
    lay_soil(board, view, colour, 18)
    left = view.left
    boulder(board, view.span * (0.95 if left else 0.05), view.setting.line + 44, 130)
    boulder(board, view.span * (0.84 if left else 0.16), view.setting.line + 40, 60)
    for _ in range(9):
        stone(
            board,
            chance.between(0, view.span),
            chance.between(view.setting.line + 20, view.bottom - 40),
            chance.between(8, 22),
        )
    if not view.snowy:
        for share in (0.03, 0.1, 0.3, 0.66, 0.9):
            shrub(board, view.span * share, view.setting.line + 26, chance.between(60, 110),
                  chance.pick(("bunch", *view.style.shrubs)), natural(board))  # fmt: skip
    folds(board, view, colour)
    darken(board, view)


def boulder(board: Board, x: float, y: float, size: float) -> None:
    """A great rock cut with straight edges, lit on one side."""
    grey = mix(board.light.dye(0x9D958E, 0.9), board.light.ranges[1], 0.25)
    outline = [(x - size, y), (x - size * 0.78, y - size * 0.7), (x - size * 0.2, y - size * 1.05), (x + size * 0.5,
        y - size * 0.8),
               (x + size, y - size * 0.2), (x + size * 0.92, y)]  # fmt: skip
    board.sheet(polygon(outline), grey, 7)
    board.flat(polygon([(x - size * 0.2, y - size * 1.03), (x + size * 0.5, y - size * 0.8), (x + size, y - size * 0.2),
                        (x + size * 0.9, y), (x + size * 0.1, y), (x - size * 0.05, y - size * 0.5)]),
                            board.light.shade, 0.14)  # fmt: skip


def draw_lava_soil(board: Board, view: View) -> None:
    """Dark ground with young plants in it and glowing cracks."""
    chance, colour = view.chance("lava"), soil_colour(board, view)
    lay_soil(board, view, colour, 18)
    marks = skia.Path()
    for share in (0.08, 0.7, 0.9):
        x, y = view.span * share, view.setting.line + 26
        marks.moveTo(x, y)
        for _ in range(5):
            x, y = x + chance.between(8, 34), y + chance.between(4, 18)
            marks.lineTo(x, y)
    board.stroke(marks, 0xF2733A, 8, 0.28)
    board.stroke(marks, 0xFFB45A, 3, 0.85)
    for share in (0.03, 0.2, 0.85, 0.97):
        boulder(board, view.span * share, view.setting.line + 36, chance.between(30, 74))
        shrub(
            board,
            view.span * share + 60,
            view.setting.line + 40,
            80,
            chance.pick(("fern", *view.style.shrubs)),
            natural(board),
        )
    folds(board, view, colour)
    darken(board, view)


def draw_rock_front(board: Board, view: View) -> None:
    """Dark rocks and plants in both lower corners."""
    tone, low = silhouette(board), view.bottom
    rock = mix(tone.dark, board.light.ranges[1], 0.18)
    grow = 1 + 0.6 * min(1.0, view.deep / 370)
    for side in (0, 1):
        a, d = (board.left, 1) if side == 0 else (board.right, -1)
        size = 190 * grow
        board.sheet(polygon([(a - d * 20, low + 170), (a - d * 20, low - size * 0.8), (a + d * size * 0.5,
            low - size * 0.55),
                             (a + d * size * 1.1, low - size * 0.1), (a + d * size * 1.7, low + 170)]), rock, 8,
                                 edge=0.12)  # fmt: skip
        shrub(board, a + d * (board.bleed + size * 0.95), low + 40, 170, view.style.shrubs[0], tone)


def draw_terraces_far(board: Board, view: View) -> None:
    """A far hillside cut into steps."""
    h = view.setting.horizon
    colour = mix(board.light.hills[0], board.light.sky[2], 0.2)
    _steps(board, view, "terraces far", h - 30 - 160 * min(1.0, view.lift / 725), h + 90, 5, colour)
    board.haze(h - 100, h + 140, board.light.sky[2], 0.3)


def _steps(board: Board, view: View, label: str, top: float, low: float, count: int, colour: int) -> None:
    """Terraces: each a strip of water that mirrors the sky, held by a green wall."""
    light, chance = board.light, view.chance(label)
    shape = soft_line(chance, board.left - 80, board.right + 80, 0, 30)
    for i in range(count):
        share = i / max(1, count - 1)
        y = top + (low - top) * share**1.15
        bend = 1.0 - 0.35 * share
        points = [(x + 46 * i * (1 if k % 2 else -1) * 0.4, y + dy * bend) for k, (x, dy) in enumerate(shape)]
        tone = mix(colour, light.leaf[1], 0.18 * (i % 2) + 0.2 * share)
        path = lay(board, points, tone, 6)
        with board.within(path):
            gap = (low - top) / count
            water = smooth([(x, py + gap * 0.34) for x, py in points])
            wet = (
                mix(light.sky[2], light.water[1], 0.4)
                if (i + len(label)) % 3
                else mix(light.leaf[2], light.leaf[1], 0.35)
            )
            board.stroke(water, darker(tone, 0.22), gap * 0.52, 0.5)
            board.stroke(water, wet, gap * 0.4, 0.95)


def draw_terraces(board: Board, view: View) -> None:
    """The near terraces, with a house, palms or trees on their walls."""
    light, base, chance = board.light, view.setting.base, view.chance("terrace houses")
    _steps(board, view, "terraces", view.setting.horizon + 40, base + 10, 5, light.hills[1])
    left = view.left
    x = view.span * (0.17 if left else 0.83)
    build(board, view, x, base - 40, 190, view.style.homes[0])
    for share in (0.06, 0.3, 0.92, 0.76):
        plant(
            board,
            view,
            (view.span * share, base - 20 + chance.near(0, 30)),
            chance.between(170, 260),
            chance.pick(view.style.trees),
        )


def draw_paddy_edge(board: Board, view: View) -> None:
    """A bund to stand on before a flooded field with young rice."""
    light, chance = board.light, view.chance("paddy")
    y = view.setting.line
    lay(board, [(board.left - 20, y - 34), (board.right + 20, y - 30)], mix(light.sky[2], light.water[1], 0.5), 5)
    for row in range(2):
        for i in range(30):
            x = board.left + (board.right - board.left) * (i + 0.5 * (row % 2) + chance.near(0, 0.2)) / 30
            py = y - 12 + 16 * row
            for dx in (-7, 0, 7):
                board.stroke(
                    smooth([(x, py), (x + dx * 0.6, py - 16), (x + dx * 1.5, py - 30)]), light.leaf[2 if dx else 1], 3
                )
    colour = soil_colour(board, view)
    lay_soil(board, view, colour, 8, lift=8, drop=14)
    for share in (0.04, 0.12, 0.88, 0.96):
        crop(board, view, view.span * share, y + 50, 120)
        shrub(board, view.span * share + 40, y + 46, 80, chance.pick(view.style.shrubs), natural(board))
    folds(board, view, colour)
    darken(board, view)
