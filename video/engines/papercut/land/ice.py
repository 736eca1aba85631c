"""Snow and ice."""

from __future__ import annotations

import skia

from video.engines.papercut.land.country import darken, lay_soil, stone
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.far import SNOW, peaks
from video.engines.papercut.land.shrubs import silhouette
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waters import glitter, ripples
from video.engines.papercut.palette import lighter, mix
from video.engines.papercut.paper import Board, Point, oval, polygon, smooth


def draw_ice_peaks(board: Board, view: View) -> None:
    """White mountains; in a clear night curtains of green light above them."""
    light, h = board.light, view.setting.horizon
    if view.outside.name == "night" and view.gloom < 0.5:
        aurora(board, view)
    high = 250.0 * (1 + 0.8 * min(1.0, view.lift / 725))
    for row in range(2):
        colour = mix(light.ranges[row], light.dye(SNOW, 0.8), 0.35)
        peaks(board, view.chance(f"ice {row}"), h + 40 + 46 * row, high * (1 - 0.3 * row), colour, snow=True)
    board.haze(h - 60, h + 150, light.sky[2], 0.5)


def aurora(board: Board, view: View) -> None:
    """Veils of light."""
    chance = view.chance("aurora")
    for k in range(3):
        y = view.top + 90 + 80 * k + 0.15 * view.lift
        points = soft_line(chance, board.left - 60, board.right + 60, y, 60)
        for reach, alpha in ((170, 0.07), (110, 0.1), (54, 0.13)):
            veil = smooth([*points, *[(x + 30, py + reach) for x, py in reversed(points)]], closed=True)
            board.flat(veil, (0x6FE0A8, 0x7FD8D0, 0xA88FE0)[k], alpha)


def draw_drifts(board: Board, view: View) -> None:
    """Snow drifts; a snow-covered house or two where people live."""
    light, base, chance = board.light, view.setting.base, view.chance("drifts")
    lay(board, soft_line(chance, board.left - 80, board.right + 80, base - 70, 34), light.hills[0], 8)
    lay(board, soft_line(chance, board.left - 80, board.right + 80, base - 8, 18), light.hills[1], 8)


def draw_frozen_grove(board: Board, view: View) -> None:
    """Conifers and bare trees in the snow."""
    chance = view.chance("frozen")
    for i in range(7):
        x = view.span * ((0.04 + 0.618 * i) % 1.0) + chance.near(0, 20)
        if not any(a < x < b for a, b in view.clear):
            kind = "conifer" if chance.maybe(0.7) else "bare"
            tall = chance.between(190, 330) * (1 + 0.4 * min(1.0, view.lift / 725))
            plant(board, view, (x, view.setting.base + 12), tall, kind)


def draw_snow_field(board: Board, view: View) -> None:
    """Deep snow with blue hollows, tracks, a few stones that show."""
    light, chance = board.light, view.chance("snow field")
    colour = light.ground
    lay_soil(board, view, colour, 18, lift=9)
    hollow = mix(colour, light.water[0], 0.3)
    for _ in range(8):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 40, view.bottom - 20)
        board.flat(oval(x, y, chance.between(70, 170), chance.between(6, 12)), hollow, 0.4)
    tracks = skia.Path()
    x, y = view.span * 0.62, view.setting.line + 22
    for i in range(9):
        tracks.addOval(skia.Rect.MakeXYWH(x + (14 if i % 2 else -14), y, 15 + i, 6 + 0.6 * i))
        x, y = x + 26 - 2 * i, y + 20 + 2.5 * i
    board.flat(tracks, hollow, 0.75)
    for share in (0.05, 0.14, 0.91):
        stone(board, view.span * share, view.setting.line + 34, chance.between(18, 40))
    if view.deep > 60:
        for k in range(3):
            lay(board, soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 24), mix(colour, hollow,
                0.25 * (k % 2) + 0.1),
                8, bottom=9e3)  # fmt: skip
    darken(board, view)


def draw_ice_front(board: Board, view: View) -> None:
    """Drifts along the lower edge."""
    tone, low = silhouette(board), view.bottom
    drift = mix(tone.dark, board.light.dye(SNOW, 0.8), 0.55)
    board.sheet(smooth([(board.left - 20, low - 60), (view.span * 0.2, low - 24), (view.span * 0.5, low + 24),
        (view.span * 0.8, low - 14),
                        (board.right + 20, low - 70), (board.right + 20, low + 170), (board.left - 20, low + 170)],
                            closed=True),
                drift, 8, edge=0.15)  # fmt: skip


def draw_snow_front(board: Board, view: View) -> None:
    """Snow-laden branches in a corner and drifts along the lower edge."""
    draw_ice_front(board, view)
    if "tree" in view.absent:
        return
    tone = silhouette(board)
    left = view.left
    a, d = (board.left, 1) if left else (board.right, -1)
    for k in range(3):
        y = view.top + 20 + 74 * k
        reach = 330 - 70 * k
        branch = smooth([(a - d * 20, y), (a + d * reach * 0.5, y + 26), (a + d * reach, y + 70),
            (a + d * reach * 0.45, y + 64),
                         (a - d * 20, y + 58)], closed=True)  # fmt: skip
        board.sheet(branch, (tone.dark, tone.middle)[k % 2], 7, edge=0.1)
        board.sheet(smooth([(a - d * 20, y - 6), (a + d * reach * 0.5, y + 18), (a + d * reach * 0.9, y + 54),
            (a + d * reach * 0.5, y + 38),
                            (a - d * 20, y + 20)], closed=True), board.light.dye(SNOW, 0.7), 4, edge=0.1)  # fmt: skip


def berg(board: Board, x: float, y: float, size: float, colour: int) -> None:
    """An iceberg with a lit and a shaded face, and its mirror image."""
    outline = [(x - size, y), (x - size * 0.82, y - size * 0.5), (x - size * 0.3, y - size * 0.62), (x - size * 0.1,
        y - size * 1.15),
               (x + size * 0.34, y - size * 0.86), (x + size * 0.52, y - size * 0.3), (x + size, y)]  # fmt: skip
    board.sheet(polygon(outline), colour, 7)
    board.flat(polygon([(x - size * 0.1, y - size * 1.12), (x + size * 0.34, y - size * 0.86), (x + size * 0.52,
        y - size * 0.3),
                        (x + size, y), (x + size * 0.2, y), (x + size * 0.04, y - size * 0.4)]),
                            board.light.water[0], 0.28)  # fmt: skip
    board.flat(polygon([(a, y + (y - b) * 0.25) for a, b in outline]), lighter(colour, 0.1), 0.35)


def draw_icebergs_far(board: Board, view: View) -> None:
    """The polar sea with ice far off."""
    light, h = board.light, view.setting.horizon
    if view.outside.name == "night" and view.gloom < 0.5:
        aurora(board, view)
    lay(board, [(board.left - 20, h), (board.right + 20, h)], mix(light.water[1], light.sky[2], 0.3), 4)
    board.haze(h, h + 220, light.water[0], 0.85)
    chance = view.chance("bergs")
    for i in range(5):
        x = board.left + (board.right - board.left) * (i + chance.between(0.2, 0.8)) / 5
        berg(board, x, h + 14 + 10 * (i % 2), chance.between(44, 90) * (1 + 0.5 * min(1.0, view.lift / 725)),
             mix(light.dye(SNOW, 0.8), light.sky[2], 0.35))  # fmt: skip
    if view.gloom < 0.5:
        glitter(board, view, h + 30, h + 160)


def draw_icebergs(board: Board, view: View) -> None:
    """Two great icebergs and drifting floes."""
    light, base = board.light, view.setting.base
    high = 1 + 0.9 * min(1.0, view.lift / 725)
    left = view.left
    white = light.dye(SNOW, 0.8)
    berg(board, view.span * (0.2 if left else 0.8), base + 20, 230 * high, mix(white, light.water[1], 0.12))
    berg(board, view.span * (0.88 if left else 0.12), base + 34, 130 * high, mix(white, light.water[1], 0.06))
    for share, y in ((0.45, base + 40), (0.62, base + 18), (0.3, base + 74)):
        x = view.span * share
        board.sheet(polygon([(x - 80, y), (x - 50, y - 14), (x + 60, y - 12), (x + 84, y + 2), (x + 40, y + 12),
            (x - 60, y + 12)]),
                    white, 4)  # fmt: skip
    ripples(board, view, base + 30, base + 110, 16)


def draw_ice_floe(board: Board, view: View) -> None:
    """The edge of the ice on which the stage is."""
    light, y = board.light, view.setting.line
    chance = view.chance("floe")
    points: list[Point] = []
    x = board.left - 40
    while x < board.right + 60:
        points.append((x, y + chance.near(0, 14)))
        x += chance.between(70, 170)
    points.append((x, y))
    lay(
        board,
        [(a, b + 4) for a, b in points],
        mix(light.water[1], light.dye(SNOW, 0.8), 0.4),
        7,
        bottom=y + 90,
        straight=True,
    )
    lay(board, [(a, b + 26) for a, b in points], light.ground, 3, bottom=9e3, straight=True)
    _shine(board, view)
    darken(board, view)


def _shine(board: Board, view: View) -> None:
    chance = view.chance("shine")
    marks = skia.Path()
    for _ in range(14):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 50, view.bottom - 20)
        reach = chance.between(20, 70)
        marks.moveTo(x, y)
        marks.lineTo(x + reach, y - reach * 0.22)
    board.stroke(marks, board.light.water[1], 4, 0.35)
