"""Below the sea: light from above, reefs, kelp, sand."""

from __future__ import annotations

import skia

from video.engines.papercut.land.beyond import whole_cloth
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.view import View
from video.engines.papercut.land.wood import leaf_blade
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, smooth


def draw_deep_water(board: Board, view: View) -> None:
    """Water that darkens with its depth, light falling from above."""
    light = view.outside
    top, low = view.top, view.bottom
    base = light.water[0]
    whole_cloth(board, mix(light.water[1], light.sky[2], 0.2))
    for i in range(6):
        share = (i + 1) / 6
        y = top + (low - top) * (0.1 + 0.62 * share)
        chance = view.chance(f"depth {i}")
        lay(board, soft_line(chance, board.left - 60, board.right + 60, y, 26), mix(mix(light.water[1], base, share),
            0x0F2A4A, 0.42 * share**1.5),
            6, bottom=9e3)  # fmt: skip
    x = view.disc[0]
    for dx, wide in ((-420, 60), (-210, 90), (-10, 60), (170, 110), (390, 70)):
        beam = polygon([(x + dx * 0.35 - wide * 0.3, board.top), (x + dx * 0.35 + wide * 0.3, board.top),
                        (x + dx + wide * 1.6, low), (x + dx - wide * 0.6, low)])  # fmt: skip
        board.flat(beam, lighter(light.water[1], 0.5), 0.10 if not light.lit else 0.05)
    board.glow(x, top - 40, 620, lighter(light.disc, 0.4), 0.4)


def draw_reef_far(board: Board, view: View) -> None:
    """Rocks and forests of kelp in the blue."""
    light, chance = view.outside, view.chance("reef far")
    high = 1 + 0.8 * min(1.0, view.lift / 725)
    tone = mix(light.water[0], 0x14304E, 0.3)
    points = [(board.left - 60, 560), (view.span * 0.12, 470 - 120 * (high - 1)), (view.span * 0.24, 600),
        (view.span * 0.5, 660),
              (view.span * 0.72, 590), (view.span * 0.86, 450 - 160 * (high - 1)), (board.right + 60, 520)]  # fmt: skip
    lay(board, points, tone, 8)
    for _ in range(9):
        x = chance.between(board.left, board.right)
        kelp(board, x, 690, chance.between(180, 330) * high, mix(tone, light.leaf[0], 0.4), chance.near(0, 30))
    board.haze(420, 800, light.water[0], 0.4)


def kelp(board: Board, x: float, y: float, tall: float, colour: int, bend: float) -> None:
    """A ribbon of kelp with its leaves."""
    path = skia.Path()
    count = 9
    for i in range(count):
        s = (i + 1) / count
        px, py = x + bend * s * s + 14 * (1 if i % 2 else -1), y - tall * s
        for side in (-1, 1):
            path.addOval(
                skia.Rect.MakeLTRB(
                    px + side * 3 - (26 if side < 0 else 0), py - 8, px + side * 3 + (26 if side > 0 else 0), py + 8
                )
            )
    path.setFillType(skia.PathFillType.kWinding)
    board.sheet(path, colour, 3, edge=0.1)
    board.stroke(smooth([(x, y), (x - 8 + bend * 0.3, y - tall * 0.5), (x + bend, y - tall)]), colour, 7)


def coral(board: Board, x: float, y: float, size: float, kind: int, colour: int) -> None:
    """A coral: branched, a fan, or a heap of round lumps."""
    with board.at(x, y, size / 100):
        if kind == 0:
            path = skia.Path()
            for turn, tall in ((-44, 66), (-20, 92), (4, 100), (28, 86), (50, 62)):
                matrix = skia.Matrix()
                matrix.setRotate(turn)
                arm = smooth([(-9, 4), (-8, -tall * 0.6), (-11, -tall), (0, -tall - 8), (11, -tall), (8,
                    -tall * 0.6), (9, 4)],
                             closed=True, tension=8)  # fmt: skip
                arm.transform(matrix)
                path.addPath(arm)
            path.setFillType(skia.PathFillType.kWinding)
            board.sheet(path, colour, 5, edge=0.1)
            for turn in (-20, 4, 28):
                with board.at(0, 0, turn=turn):
                    for k in range(4):
                        board.flat(oval(0, -30 - 17 * k, 2.4, 2.4), lighter(colour, 0.5), 0.8)
        elif kind == 1:
            board.sheet(
                smooth([(-5, 2), (-52, -50), (-34, -96), (0, -106), (36, -94), (52, -48), (5, 2)], closed=True),
                colour,
                5,
            )
            lines = skia.Path()
            for dx in (-34, -17, 0, 17, 34):
                lines.moveTo(0, 0)
                lines.quadTo(dx * 0.5, -46, dx, -92 + abs(dx) * 0.5)
            board.stroke(lines, darker(colour, 0.3), 2, 0.6)
        else:
            for dx, dy, r in ((-26, -18, 24), (24, -20, 26), (0, -40, 28)):
                board.sheet(oval(dx, dy, r, r), colour, 4)
                board.stroke(oval(dx, dy, r * 0.55, r * 0.55), darker(colour, 0.25), 2, 0.5)


def draw_reef(board: Board, view: View) -> None:
    """The reef behind the stage."""
    light, chance = view.outside, view.chance("reef")
    tone = mix(light.water[0], light.dye(0x8A7A90, 0.7), 0.4)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, 664, 30), tone, 8)
    colours = (0xE8705E, 0xF0A64A, 0xC86AA0, 0x8F78C8, 0xF0C8A0)
    for i in range(8):
        x = view.span * (0.03 + 0.135 * i) + chance.near(0, 24)
        coral(board, x, 704, chance.between(90, 170), i % 3, mix(light.dye(colours[i % 5], 0.7), light.water[0], 0.3))
    for share in (0.1, 0.46, 0.9):
        kelp(board, view.span * share, 720, chance.between(240, 380) * (1 + 0.8 * min(1.0, view.lift / 725)),
             mix(light.leaf[0], light.water[0], 0.25), chance.near(0, 40))  # fmt: skip


def draw_sea_bed(board: Board, view: View) -> None:
    """Sand with ripples, shells, a starfish, corals at the sides."""
    light, chance = view.outside, view.chance("sea bed")
    sand = mix(light.sand, light.water[0], 0.3)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 16), sand, 9, bottom=9e3)
    marks = skia.Path()
    for _ in range(16):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 30, view.bottom)
        for k in range(2):
            marks.moveTo(x + 110 * k, y)
            marks.quadTo(x + 50 + 110 * k, y - 10, x + 104 + 110 * k, y)
    board.stroke(marks, darker(sand, 0.3), 3, 0.3)
    colours = (0xF07A5E, 0xF4B04A, 0xD86AA0, 0x9A80D8)
    for i, share in enumerate((0.02, 0.11, 0.89, 0.98)):
        coral(
            board,
            view.span * share,
            view.setting.line + 48,
            150 - 26 * (i % 2),
            (i * 2) % 3,
            mix(light.dye(colours[i], 0.7), light.water[0], 0.12),
        )
    x, y = view.span * 0.3, view.setting.line + 66
    star: list[Point] = []
    matrix = skia.Matrix()
    for i in range(10):
        matrix.setRotate(36 * i - 90)
        p = matrix.mapXY(30.0 if i % 2 == 0 else 13.0, 0)
        star.append((x + p.x(), y + p.y() * 0.6))
    board.sheet(smooth(star, closed=True, tension=10), light.dye(0xE8843E, 0.7), 3)
    if view.deep > 60:
        for k in range(3):
            lay(
                board,
                soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 26),
                darker(sand, 0.08 * (k + 1)),
                8,
                bottom=9e3,
            )
            coral(
                board,
                view.span * (0.12 if k % 2 else 0.85),
                970 + 150 * k,
                120,
                k % 3,
                mix(light.dye(colours[k]), light.water[0], 0.2),
            )
    darken(board, view)


def draw_weed_front(board: Board, view: View) -> None:
    """Dark weeds at both sides."""
    chance, light = view.chance("weed"), view.outside
    dark = mix(light.front, light.water[0], 0.25)
    grow = 1 + 0.7 * min(1.0, view.deep / 370)
    for side in (0, 1):
        for k in range(4):
            x = (board.left + 40 + 74 * k) if side == 0 else (board.right - 40 - 74 * k)
            tall = (420 - 80 * k) * grow * chance.between(0.85, 1.1)
            with board.at(x, view.bottom + 60, 1.0, turn=(6 - 4 * k) * (1 if side == 0 else -1)):
                board.sheet(leaf_blade(tall, 44), mix(dark, light.leaf[0], 0.12 * (k % 3)), 6, edge=0.1)
