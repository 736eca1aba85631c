"""Savanna and desert."""

from __future__ import annotations

import itertools

import skia

from video.engines.papercut.land.country import darken, folds, lay_soil, stone
from video.engines.papercut.land.cut import HIDDEN, lay, soft_line
from video.engines.papercut.land.drought import crack_ground
from video.engines.papercut.land.shrubs import natural, shrub, silhouette
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, polygon, smooth


def draw_savanna(board: Board, view: View) -> None:
    """Rows of golden grass with acacias, a termite hill and, where people live, a few round houses."""
    light, base, chance = board.light, view.setting.base, view.chance("savanna")
    high = 1 + 0.35 * min(1.0, view.lift / 725)
    left = view.left
    for k in range(2):
        grass_line(board, view, f"savanna {k}", base - 54 + 34 * k, mix(light.hills[0], light.hills[1], 0.5 * k), 16)
    grown = ((0.14, 400), (0.83, 250), (0.64, 190)) if left else ((0.86, 400), (0.17, 250), (0.36, 190))
    for share, tall in () if view.has("baobab") else grown:  # who names one tree sees that one
        x = view.span * share + chance.near(0, 20)
        kind = "acacia" if tall != 250 or "baobab" not in view.style.trees else "baobab"
        plant(board, view, (x, base + 10), tall * high, kind)
    termites(board, view.span * (0.5 if left else 0.52) + chance.near(0, 60), base + 16, 120)


def termites(board: Board, x: float, y: float, tall: float) -> None:
    """A termite hill."""
    earth = mix(board.light.dye(0xB0623A, 0.9), board.light.ground, 0.25)
    hill = smooth([(x - tall * 0.36, y), (x - tall * 0.26, y - tall * 0.5), (x - tall * 0.16, y - tall * 0.46),
                   (x - tall * 0.06, y - tall), (x + tall * 0.07, y - tall * 0.94), (x + tall * 0.14, y - tall * 0.55),
                   (x + tall * 0.25, y - tall * 0.62), (x + tall * 0.38, y)], closed=True, tension=8)  # fmt: skip
    board.sheet(hill, earth, 5)
    board.stroke(smooth([(x, y - tall * 0.8), (x - 6, y - tall * 0.5), (x + 2, y - 10)]), darker(earth, 0.3), 3, 0.4)


def grass_line(board: Board, view: View, label: str, y: float, colour: int, blade: float) -> None:
    """Land whose edge is cut into grass."""
    chance = view.chance(label)
    points: list[Point] = []
    wave = soft_line(chance, board.left - 60, board.right + 60, y, 9)
    for (ax, ay), (bx, by) in itertools.pairwise(wave):
        count = max(3, int((bx - ax) / (blade * 1.1)))
        for k in range(count):
            s = k / count
            x, py = ax + (bx - ax) * s, ay + (by - ay) * s
            points += [(x, py), (x + blade * chance.between(0.3, 0.9), py - blade * chance.between(0.5, 1.3))]
    lay(board, points, colour, 7, bottom=9e3 if y > 730 else HIDDEN, straight=True)


def draw_grassland(board: Board, view: View) -> None:
    """The stage: dry earth with grass at its edge and at the sides."""
    light, chance = board.light, view.chance("grassland")
    colour = light.ground
    grass_line(board, view, "grass edge", view.setting.line + 6, mix(colour, light.leaf[2], 0.22), 20)
    earth = mix(colour, light.dye(0xC98A4E, 0.9), 0.35)
    lay_soil(board, view, earth, 9, lift=4, drop=34)
    for share in (0.02, 0.09, 0.19, 0.77, 0.9, 0.98):
        x = view.span * share + chance.near(0, 20)
        shrub(board, x, view.setting.line + 44, chance.between(90, 150), "bunch", natural(board))
    for share in (0.3, 0.55, 0.7):
        stone(board, view.span * share + chance.near(0, 60), view.setting.line + 46, chance.between(9, 20))
    crack_ground(board, view) if view.dry else _cracks(board, view, earth)
    folds(board, view, earth)
    darken(board, view)


def _cracks(board: Board, view: View, colour: int) -> None:
    chance = view.chance("cracks")
    marks = skia.Path()
    for _ in range(12):
        x, y = chance.between(board.left, board.right), chance.between(view.setting.line + 60, view.bottom)
        marks.moveTo(x, y)
        for _k in range(3):
            x, y = x + chance.between(10, 34), y + chance.near(0, 7)
            marks.lineTo(x, y)
    board.stroke(marks, darker(colour, 0.35), 2.2, 0.35)


def draw_savanna_front(board: Board, view: View) -> None:
    """Tall grass at the stage front, and an acacia's branch above."""
    tone = silhouette(board)
    front_grass(board, view, mix(tone.dark, board.light.leaf[2], 0.25))
    if "tree" in view.absent:
        return
    left = view.left
    x, way = (board.left, 1) if left else (board.right, -1)
    for k, (dx, y, w) in enumerate(((70, 40, 230), (250, 10, 180), (120, 92, 150))):
        cx, cy = x + way * (dx + board.bleed * 0.6), view.top + y
        pad = smooth([(cx - w, cy + 12), (cx - w * 0.5, cy - 22), (cx + w * 0.4, cy - 20), (cx + w, cy + 10), (cx,
            cy + 22)],
                     closed=True)  # fmt: skip
        board.sheet(pad, (tone.dark, tone.middle, tone.dark)[k], 6, edge=0.1)


def front_grass(board: Board, view: View, colour: int) -> None:
    """A fringe of grass, highest in the corners."""
    chance = view.chance("front grass")
    blades = skia.Path()
    width = board.right - board.left
    grow = 1 + 0.6 * min(1.0, view.deep / 370)
    for i in range(90):
        share = (i + chance.unit()) / 90
        x = board.left + width * share
        corner = abs(2 * share - 1) ** 2.2
        base = view.bottom + 90
        tall = (62 + chance.between(0, 34) + 150 * corner * chance.between(0.6, 1.1)) * grow
        bend = chance.near(0, 30)
        blades.moveTo(x - 6, base)
        blades.quadTo(x - 3, base - tall * 0.6, x + bend, base - tall - 20)
        blades.quadTo(x + 6, base - tall * 0.5, x + 8, base)
        blades.close()
    blades.setFillType(skia.PathFillType.kWinding)
    board.sheet(blades, colour, 5, edge=0.0)


def draw_desert_far(board: Board, view: View) -> None:
    """Rocks with a natural arch or tables of stone, pale with heat."""
    light, h = board.light, view.setting.horizon
    high = 1 + 0.7 * min(1.0, view.lift / 725)
    colour = mix(light.ranges[0], light.sky[2], 0.25)
    x = view.span * (0.22 if view.left else 0.74)
    rock = [(x - 250, h + 70), (x - 210, h - 60 * high), (x - 170, h - 130 * high), (x - 60, h - 150 * high),
            (x + 90, h - 132 * high), (x + 150, h - 50 * high), (x + 210, h + 70)]  # fmt: skip
    arch = smooth(
        [(x - 70, h + 80), (x - 84, h - 10), (x - 20, h - 78 * high), (x + 54, h - 20), (x + 50, h + 80)], closed=True
    )
    board.sheet(skia.Op(polygon(rock), arch, skia.PathOp.kDifference_PathOp), colour, 7)
    for dx, w, t in ((430, 90, 90), (620, 60, 140), (-520, 120, 70)):
        cx = x + dx if x < view.span / 2 else x - dx
        board.sheet(polygon([(cx - w, h + 70), (cx - w * 0.7, h - t * high), (cx + w * 0.6, h - t * high), (cx + w,
            h + 70)]),
                    mix(colour, light.sky[2], 0.2), 6)  # fmt: skip
    dune(board, view, "far dune", h + 30, mix(light.hills[0], light.sky[2], 0.25), 30)
    board.haze(h - 120, h + 130, light.sky[2], 0.45)


def dune(board: Board, view: View, label: str, y: float, colour: int, swing: float) -> None:
    """Dunes in one sheet, a sharp crest between a lit and a shaded face."""
    chance = view.chance(label)
    points: list[Point] = [(board.left - 120, y + swing)]
    crests: list[tuple[Point, Point]] = []
    x = board.left - chance.between(60, 320)
    while x < board.right + 200:
        wide = chance.between(330, 560)
        top = (x + wide * 0.58, y - swing * chance.between(0.7, 1.5))
        low = (x + wide, y + swing * chance.between(0.5, 1.0))
        points += [(x + wide * 0.3, y - swing * 0.05), top, low]
        crests.append((top, low))
        x += wide
    path = lay(board, points, colour, 8)
    with board.within(path):
        for (tx, ty), (lx, ly) in crests:
            face = skia.Path()
            face.moveTo(tx, ty - 4)
            face.quadTo(tx - 34, ty + swing * 0.9, tx + 30, ty + swing * 2.2)
            face.quadTo(tx + 70, ty + swing * 3.4, tx - 20, ty + swing * 5)
            face.lineTo(lx + 240, ly + swing * 4)
            face.lineTo(lx + 60, ly - 4)
            face.quadTo(tx + 60, ty + swing * 0.2, tx, ty - 4)
            face.close()
            board.flat(face, board.light.shade, 0.1)


def draw_dunes(board: Board, view: View) -> None:
    """Two rows of dunes, dry bushes, and what grows in the style's desert."""
    light, base, chance = board.light, view.setting.base, view.chance("dunes")
    dune(board, view, "dune 1", base - 84, mix(light.hills[0], light.sand, 0.2), 40)
    dune(board, view, "dune 2", base - 30, mix(light.hills[1], light.sand, 0.3), 32)
    if view.style.id in ("mesoamerica", "andes", "city"):
        for share in (0.1, 0.84, 0.93):
            plant(board, view, (view.span * share, base + 12), chance.between(190, 300), "cactus")
    else:
        plant(board, view, (view.span * (0.1 if view.left else 0.9), base + 14), 300, "datepalm")


def draw_sands(board: Board, view: View) -> None:
    """Rippled sand with a few stones and dry tufts."""
    light, chance = board.light, view.chance("sands")
    colour = light.ground
    lay_soil(board, view, colour, 16, lift=9)
    marks = skia.Path()
    for i in range(15):
        y = view.setting.line + 40 + i * 24 * (1 + 0.05 * i)
        x = board.left + chance.between(0, board.right - board.left)
        for _ in range(3):
            marks.moveTo(x, y)
            marks.quadTo(x + 50, y - 11, x + 105, y)
            x += 112
    board.stroke(marks, darker(colour, 0.28), 3, 0.32)
    board.stroke(marks, lighter(colour, 0.4), 1.5, 0.3)
    for share in (0.05, 0.17, 0.8, 0.94):
        x = view.span * share + chance.near(0, 30)
        if chance.maybe(0.55):
            shrub(
                board,
                x,
                view.setting.line + 44,
                chance.between(64, 100),
                chance.pick(("bunch", *view.style.shrubs)),
                natural(board),
            )
        else:
            stone(board, x, view.setting.line + 42, chance.between(16, 36))
    if view.deep > 60:
        for k in range(3):
            dune_edge = soft_line(chance, board.left - 60, board.right + 60, 930 + 150 * k, 22)
            lay(board, dune_edge, mix(colour, light.dye(0xB9783E, 0.9), 0.12 * (k + 1)), 8, bottom=9e3)
    darken(board, view)


def draw_palms(board: Board, view: View) -> None:
    """Date palms near at hand, at one side."""
    left = view.left
    for k, (share, tall) in enumerate(((0.03, 620), (0.13, 470))):
        x = view.span * (share if left else 1 - share)
        plant(
            board, view, (x, view.setting.line + 40 + 8 * k), tall * (1 + 0.3 * min(1.0, view.lift / 725)), "datepalm"
        )
        shrub(board, x + 50, view.setting.line + 46, 110, "bunch", natural(board))


def draw_desert_front(board: Board, view: View) -> None:
    """A dark dune in one corner with a thorn bush."""
    tone = silhouette(board)
    left = view.left
    low = view.bottom
    colour = mix(tone.dark, board.light.ground, 0.22)
    a, b = (board.left - 10, board.right + 10) if left else (board.right + 10, board.left - 10)
    width = b - a
    path = smooth([(a, low - 120), (a + width * 0.16, low - 92), (a + width * 0.34, low - 30), (a + width * 0.6,
        low + 10),
                   (b, low - 24), (b, low + 180), (a, low + 180)], closed=True, tension=10)  # fmt: skip
    board.sheet(path, colour, 8, edge=0.12)
    shrub(board, a + width * 0.06, low - 92, 210, "thorn" if view.style.front != "agave" else "agave", tone)
