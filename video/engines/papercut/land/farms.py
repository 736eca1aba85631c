"""Farms, fields and gardens."""

from __future__ import annotations

from collections.abc import Callable

import skia

from video.engines.papercut.land.build import build
from video.engines.papercut.land.country import darken, lay_soil, scale_of, soil_colour
from video.engines.papercut.land.cut import lay
from video.engines.papercut.land.far import SNOW
from video.engines.papercut.land.shrubs import natural, shrub
from video.engines.papercut.land.trees import plant
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, oval, smooth


def draw_farm(board: Board, view: View) -> None:
    """A farm house far off between fields of several colours."""
    light, base, chance = board.light, view.setting.base, view.chance("farm")
    gold = light.dye(0xDDB75A, 0.9)
    for i in range(4):
        left = board.left + (board.right - board.left) * (0.02 + 0.25 * i)
        tone = (mix(light.hills[1], gold, 0.5), mix(light.hills[0], light.leaf[2], 0.4), mix(light.ground, gold, 0.3),
                mix(light.hills[1], light.leaf[0], 0.25))[i]  # fmt: skip
        if view.snowy:
            tone = mix(tone, light.dye(SNOW), 0.7)
        y = base - 40 + 8 * (i % 2)
        lay(board, [(left, y + 40), (left + 120, y), (left + 420, y - 6), (left + 640, y + 34)], tone, 4)
    x = view.span * (0.24 if view.left else 0.76)
    build(board, view, x, base + 6, 210 * scale_of(view), view.style.homes[0])
    plant(board, view, (x + 150, base + 10), 230, view.style.trees[0])
    for _ in range(5):
        tree_x = chance.between(0, view.span)
        if abs(tree_x - x) > 220:
            plant(board, view, (tree_x, base + 8), chance.between(110, 170), chance.pick(view.style.trees))


def draw_yard_house(board: Board, view: View) -> None:
    """The house to which a garden belongs, large and near, behind a fence or hedge."""
    left = view.left
    kind = view.style.homes[0]
    size = 430.0 * min(1.0, 0.5 + view.span / 3500) * scale_of(view)
    x = view.span * (0.24 if left else 0.76)
    plant(board, view, (view.span * (0.52 if left else 0.48), view.setting.base), 300, view.style.trees[-1])
    build(board, view, x, view.setting.base + 22, size, kind)
    chance = view.chance("hedge")
    for i in range(14):
        px = board.left + (board.right - board.left) * (i + 0.5) / 14
        if abs(px - x) > size * 0.62:
            shrub(board, px, view.setting.base + 30, 170, "bush", natural(board))
    plant(board, view, (view.span * (0.9 if left else 0.1), view.setting.base + 26), 420,
        chance.pick(view.style.trees))  # fmt: skip


def draw_beds(board: Board, view: View) -> None:
    """Flower beds and a row of stepping stones."""
    chance, light = view.chance("beds"), board.light
    for side in (0.0, 1.0):
        for row in range(2):
            y = 782 + 34 * row
            x0 = board.left if side == 0 else view.span * 0.72
            earth = mix(light.dye(0x7A5238, 0.9), light.ground, 0.25)
            board.sheet(oval(x0 + view.span * 0.13, y + 8, view.span * 0.19, 17), earth, 3)
            for _ in range(11):
                x = x0 + chance.between(0, view.span * 0.29)
                flower(board, x, y + chance.near(6, 8), chance.between(26, 52), chance.pick(view.style.cloth))
    for i in range(6):
        y = 760 + 40 * i + 3.0 * i * i
        board.sheet(oval(view.span * 0.5 + 40 * (i % 2) - 20, y, 42 + 5 * i, 11 + 1.6 * i), light.dye(0xC9BFB0), 3)


def flower(board: Board, x: float, y: float, tall: float, colour: int) -> None:
    """One flower on its stalk."""
    petal = board.light.dye(mix(colour, 0xFFF0E0, 0.2), 0.7)
    board.stroke(smooth([(x, y), (x + 3, y - tall * 0.5), (x, y - tall)]), board.light.leaf[1], 3)
    head = skia.Path()
    for dx, dy in ((0, -7), (6.6, -2), (4, 6), (-4, 6), (-6.6, -2)):
        head.addCircle(x + dx, y - tall + dy, 5.2)
    head.setFillType(skia.PathFillType.kWinding)
    board.sheet(head, petal, 1.5, edge=0)
    board.flat(oval(x, y - tall, 3.6, 3.6), board.light.dye(0xF2CF5B, 0.6))


def draw_crop_rows(board: Board, view: View) -> None:
    """Furrows that run towards the viewer, with the crop of the land growing between them at both sides."""
    light = board.light
    colour = soil_colour(board, view)
    earth = mix(light.dye(0x8A5F3C, 0.9), colour, 0.45)
    lay_soil(board, view, earth, 6)
    middle = view.span * 0.5
    for i in range(-11, 12):
        x = middle + i * 74
        far = middle + i * 210
        row = skia.Path()
        row.moveTo(x - 13, view.setting.line + 8)
        row.lineTo(x + 13, view.setting.line + 8)
        row.lineTo(far + 62, view.bottom + 100)
        row.lineTo(far - 62, view.bottom + 100)
        row.close()
        board.flat(row, mix(earth, light.leaf[1], 0.5) if i % 2 else darker(earth, 0.16), 0.75)
    if not view.snowy:
        for row, y in enumerate((756.0, 782.0, 812.0)):
            for side in (0, 1):
                reach = view.span * (0.30 - 0.05 * row)
                x = board.left if side == 0 else board.right - reach
                end = x + reach
                while x < end:
                    crop(board, view, x, y, 118 + 34 * row)
                    x += 34 + 6 * row
    darken(board, view)


def crop(board: Board, view: View, x: float, y: float, tall: float) -> None:
    """One plant of the crop that grows in the style's land."""
    tall *= board.chance.between(0.85, 1.1)
    lean = board.chance.near(0, 5)
    CROPS[view.style.crop](board, (x, y), tall, lean)


def _stalk(board: Board, spot: Point, tall: float, lean: float) -> None:
    x, y = spot
    colour = mix(board.light.leaf[1], board.light.leaf[2], 0.3)
    board.stroke(smooth([(x, y), (x + lean, y - tall * 0.6), (x + lean, y - tall)]), colour, 4)


def _cassava(board: Board, spot: Point, tall: float, lean: float) -> None:
    _stalk(board, spot, tall, lean)
    x, y = spot
    for turn in (-70, -35, 0, 35, 70):
        with board.at(x + lean, y - tall * 0.85, tall / 120, turn=turn):
            board.flat(smooth([(0, 0), (-5, -18), (0, -38), (5, -18)], closed=True), board.light.leaf[turn % 2])


def _taro(board: Board, spot: Point, tall: float, lean: float) -> None:
    _stalk(board, spot, tall, lean)
    x, y = spot
    for dx in (-16, 0, 17):
        with board.at(x + dx, y - tall * 0.55 - abs(dx), tall / 110, turn=dx):
            board.flat(smooth([(0, 18), (-15, -2), (-8, -14), (0, -8), (8, -14), (15, -2)], closed=True),
                       board.light.leaf[1 if dx else 0])  # fmt: skip


def _long_leaves(board: Board, spot: Point, tall: float, lean: float) -> None:
    _stalk(board, spot, tall, lean)
    x, y = spot
    for k, turn in enumerate((-48, 52, -40, 44)):
        with board.at(x + lean * 0.5, y - tall * (0.2 + 0.17 * k), tall / 150, turn=turn, flip=turn > 0):
            leaf = smooth([(0, 0), (-6, -24), (4, -56), (12, -52), (6, -22)], closed=True)
            board.flat(leaf, board.light.leaf[k % 2])


def _maize(board: Board, spot: Point, tall: float, lean: float) -> None:
    _long_leaves(board, spot, tall, lean)
    x, y = spot[0] + lean, spot[1]
    tassel = board.light.dye(0xE2C87A, 0.8)
    board.flat(oval(x + 7, y - tall * 0.52, 6, 15), board.light.dye(0xF0C64A, 0.8))
    board.stroke(smooth([(x, y - tall), (x - 8, y - tall - 14)]), tassel, 2.4)
    board.stroke(smooth([(x, y - tall), (x + 8, y - tall - 13)]), tassel, 2.4)


def _millet(board: Board, spot: Point, tall: float, lean: float) -> None:
    _long_leaves(board, spot, tall, lean)
    board.flat(oval(spot[0] + lean, spot[1] - tall - 8, 7, 22), board.light.dye(0xB5763A, 0.8))


def _vines(board: Board, spot: Point, tall: float, lean: float) -> None:
    del lean
    x, y = spot
    light = board.light
    board.stroke(smooth([(x, y), (x + 4, y - tall * 0.3), (x, y - tall * 0.55)]), light.dye(0x6B4A36), 6)
    for dx, dy in ((-14, 0.5), (12, 0.52), (0, 0.68), (-8, 0.36), (12, 0.36)):
        board.flat(oval(x + dx, y - tall * dy, 14, 12), light.leaf[1 if dx > 0 else 0])
    board.flat(oval(x + 3, y - tall * 0.34, 6, 9), light.dye(0x6B3F7A, 0.8))


def _corn(colour: int) -> Callable[[Board, Point, float, float], None]:
    """Three ears of a colour."""

    def drawn(board: Board, spot: Point, tall: float, lean: float) -> None:
        del lean
        x, y = spot
        tone = board.light.dye(colour, 0.85)
        for dx in (-9, 0, 9):
            top = y - tall * 0.62 + abs(dx)
            stalk = smooth([(x + dx, y), (x + dx + 2, y - tall * 0.3), (x + dx + 5, top)])
            board.stroke(stalk, darker(tone, 0.15), 2.8)
            for k in range(3):
                board.flat(oval(x + dx + 5 + (2 if k % 2 else -2), top + k * 9, 3.6, 7), lighter(tone, 0.1))

    return drawn


CROPS: dict[str, Callable[[Board, Point, float, float], None]] = {
    "maize": _maize, "millet": _millet, "cassava": _cassava, "taro": _taro, "vines": _vines, "wheat": _corn(0xE0B548),
    "rye": _corn(0xD3B15E), "rice": _corn(0xA9BC4A),
}  # fmt: skip
"""Drawing of each crop that a style may name: its foot, how tall it is, how far it leans."""
