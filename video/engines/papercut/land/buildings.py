"""Houses, huts, towers and what people build: windows are lit at night."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth

WALLS = (0xF0DFC0, 0xE6BF94, 0xD98F6C, 0xC9D3C4, 0xE9CFCF, 0xF3E8D6)
ROOFS = (0xB4533A, 0x9A4334, 0x7E4A3D, 0x5F6A78, 0xC0703F)
WOOD = 0x7A5238
LAMPLIGHT = 0xFFCF6B
STYLES: dict[str, float] = {
    "cottage": 1.0,
    "long": 1.5,
    "tall": 0.85,
    "adobe": 1.1,
    "hut": 0.95,
    "tower": 0.6,
    "chapel": 1.15,
    "mill": 0.9,
}


def draw_house(board: Board, x: float, y: float, size: float, style: str, *, snow: bool = False) -> None:
    """A building with its door step at (x, y); ``size`` = height of its walls' eaves times two, about."""
    chance = board.chance
    wall = board.light.dye(chance.pick(WALLS), 0.9)
    roof = board.light.dye(chance.pick(ROOFS), 0.9)
    with board.at(x, y, size / 100, flip=chance.maybe(0.5)):
        board.shadow(oval(0, 0, 50 * STYLES[style], 3.5), 5, 0.4)
        {
            "cottage": _cottage,
            "long": _long,
            "tall": _tall,
            "adobe": _adobe,
            "hut": _hut,
            "tower": _tower,
            "chapel": _chapel,
            "mill": _mill,
        }[style](board, wall, roof)
        if snow and style not in ("adobe", "tower"):
            top = {"cottage": -92, "long": -84, "tall": -118, "hut": -88, "chapel": -96, "mill": -104}[style]
            board.sheet(
                smooth(
                    [(-14, top + 14), (0, top - 3), (14, top + 14), (6, top + 12), (0, top + 17), (-6, top + 11)],
                    closed=True,
                ),
                0xF6F8FC,
                2,
            )


def _window(board: Board, x: float, y: float, w: float, h: float, *, shutters: bool = False) -> None:
    lit = board.light.lamps and board.chance.maybe(0.85)
    if lit:
        board.glow(x + w / 2, y + h / 2, w * 2.1, LAMPLIGHT, 0.5)
    board.sheet(
        box(x - 1.2, y - 1.2, w + 2.4, h + 2.4, 1), board.light.dye(0xF3E6CC, 0.9) if not lit else 0x9A6A38, 1.5
    )
    board.flat(box(x, y, w, h), LAMPLIGHT if lit else board.light.dye(0x5B7C93, 0.9))
    bar = 0x9A6A38 if lit else board.light.dye(0xF3E6CC, 0.9)
    board.stroke(line((x + w / 2, y), (x + w / 2, y + h)), bar, 1.1)
    board.stroke(line((x, y + h * 0.45), (x + w, y + h * 0.45)), bar, 1.1)
    if shutters:
        for sx in (x - w * 0.52 - 1.2, x + w + 1.2):
            board.sheet(box(sx, y - 0.6, w * 0.5, h + 1.2), board.light.dye(0x4E7A6C, 0.9), 1.5)


def _door(board: Board, x: float, w: float, h: float) -> None:
    wood = board.light.dye(WOOD, 0.9)
    path = skia.Path()
    path.moveTo(x, 0)
    path.lineTo(x, -h + w * 0.4)
    path.quadTo(x + w / 2, -h - w * 0.25, x + w, -h + w * 0.4)
    path.lineTo(x + w, 0)
    path.close()
    board.sheet(path, wood, 2)
    for k in (0.33, 0.66):
        board.stroke(line((x + w * k, -1), (x + w * k, -h + w * 0.25)), darker(wood, 0.35), 0.7, 0.8)
    board.flat(oval(x + w * 0.82, -h * 0.42, 1, 1), board.light.dye(0xE5B53A, 0.7))


def _chimney(board: Board, x: float, y: float) -> None:
    board.sheet(box(x - 4.5, y - 17, 9, 22), board.light.dye(0x9C7A66, 0.9), 2)
    board.sheet(box(x - 6, y - 19, 12, 3.5), board.light.dye(0x7E6152, 0.9), 1)
    puff = lighter(board.light.cloud, 0.1)
    for i, r in enumerate((3.2, 4.6, 6.2)):
        board.flat(oval(x + 3 + i * 5 + i * i, y - 25 - i * 9, r * 1.25, r), puff, 0.75 - 0.16 * i)


def _roof(board: Board, points: list[tuple[float, float]], colour: int) -> None:
    roof = polygon(points)
    board.sheet(roof, colour, 5)
    with board.within(roof):
        top, low = min(p[1] for p in points), max(p[1] for p in points)
        rows = int((low - top) / 8)
        tiles = skia.Path()
        for row in range(1, rows + 1):
            y = low - row * 8 + 4
            x = -108.0 + (row % 2) * 4.5 - 4.5
            tiles.moveTo(x, y)
            for i in range(1, 26):
                tiles.quadTo(x + 9 * i - 4.5, y + 6, x + 9 * i, y)
        board.stroke(tiles, darker(colour, 0.3), 0.8, 0.55)


def _cottage(board: Board, wall: int, roof: int) -> None:
    _chimney(board, 22, -78)
    board.sheet(polygon([(-38, 0), (-38, -46), (0, -84), (38, -46), (38, 0)]), wall, 4)
    _door(board, 8, 17, 34)
    _window(board, -27, -40, 17, 18, shutters=False)
    _window(board, -6, -66, 11, 11)
    for side in (-1, 1):
        board.sheet(polygon([(0, -94), (side * 49, -45), (side * 45, -38), (0, -82)]), roof, 4)


def _long(board: Board, wall: int, roof: int) -> None:
    _chimney(board, -34, -76)
    board.sheet(box(-62, -46, 124, 46), wall, 4)
    _door(board, -8, 17, 34)
    _window(board, -46, -36, 16, 17, shutters=True)
    _window(board, 30, -36, 16, 17, shutters=True)
    _roof(board, [(-72, -42), (-52, -84), (52, -84), (72, -42)], roof)


def _tall(board: Board, wall: int, roof: int) -> None:
    board.sheet(box(-34, -86, 68, 86), wall, 4)
    _door(board, -24, 17, 33)
    _window(board, 6, -34, 15, 17)
    for x in (-24, 8):
        _window(board, x, -74, 14, 17, shutters=True)
    board.sheet(box(-37, -50, 74, 3.5), darker(wall, 0.2), 1)
    _roof(board, [(-44, -83), (-24, -118), (24, -118), (44, -83)], roof)


def _adobe(board: Board, wall: int, roof: int) -> None:
    clay = board.light.dye(0xD9A878, 0.9)
    board.sheet(
        smooth([(-24, -60), (-24, -92), (0, -96), (30, -92), (30, -60)], closed=True, tension=14), darker(clay, 0.1), 4
    )
    board.sheet(smooth([(-52, 1), (-50, -60), (0, -65), (50, -61), (53, 1)], closed=True, tension=14), clay, 5)
    _door(board, -10, 19, 37)
    _window(board, -40, -46, 13, 15)
    _window(board, 25, -46, 13, 15)
    _window(board, -3, -86, 11, 12)
    for i in range(5):
        board.flat(oval(-36 + i * 18, -57, 2.4, 2.4), board.light.dye(WOOD, 0.9))


def _hut(board: Board, wall: int, roof: int) -> None:
    board.sheet(polygon([(-33, 0), (-36, -44), (36, -44), (33, 0)]), board.light.dye(0xC89B6C, 0.9), 4)
    _door(board, -9, 18, 35)
    _window(board, 16, -34, 11, 11)
    straw = board.light.dye(0xCFA95B, 0.9)
    for top, low, half in ((-62, -34, 50), (-78, -50, 36), (-91, -66, 22)):
        teeth = [(-half + i * half / 5, low + (3.5 if i % 2 else -1)) for i in range(11)]
        board.sheet(polygon([(0 - half * 0.2, top), (half * 0.2, top), *reversed(teeth)]), straw, 3)


def _tower(board: Board, wall: int, roof: int) -> None:
    stone = board.light.dye(0xB9B4AA, 0.9)
    for x in (-62, 62):
        board.sheet(box(x - 17, -92, 34, 92), darker(stone, 0.08), 4)
        board.sheet(polygon([(x - 22, -90), (x, -136), (x + 22, -90)]), roof, 4)
        _window(board, x - 4.5, -70, 9, 15)
    teeth = [
        (-50, 0),
        (-50, -78),
        (-38, -78),
        (-38, -68),
        (-24, -68),
        (-24, -78),
        (-10, -78),
        (-10, -68),
        (10, -68),
        (10, -78),
        (24, -78),
        (24, -68),
        (38, -68),
        (38, -78),
        (50, -78),
        (50, 0),
    ]
    board.sheet(polygon([(float(a), float(b)) for a, b in teeth]), stone, 4)
    _door(board, -14, 28, 42)
    for x in (-36, 27):
        _window(board, x, -52, 9, 15)


def _chapel(board: Board, wall: int, roof: int) -> None:
    board.sheet(box(-52, -56, 70, 56), wall, 4)
    _roof(board, [(-60, -52), (-46, -88), (16, -88), (22, -52)], roof)
    board.sheet(box(14, -92, 34, 92), lighter(wall, 0.15), 4)
    board.sheet(polygon([(8, -90), (31, -132), (54, -90)]), roof, 4)
    board.sheet(
        smooth([(25, -66), (25, -80), (31, -86), (37, -80), (37, -66)], closed=True), board.light.dye(0x4A4450, 0.8), 1
    )
    board.sheet(polygon([(27, -70), (28, -77), (34, -77), (35, -70)]), board.light.dye(0xD9A62E, 0.7), 1)
    _door(board, 22, 18, 36)
    for x in (-42, -18):
        _window(board, x, -42, 12, 20)


def _mill(board: Board, wall: int, roof: int) -> None:
    board.sheet(polygon([(-28, 0), (-20, -80), (20, -80), (28, 0)]), wall, 4)
    board.sheet(polygon([(-25, -78), (0, -106), (25, -78)]), roof, 4)
    _door(board, -9, 18, 32)
    _window(board, -5, -62, 11, 12)
    sail = board.light.dye(0xF3E6CC, 0.85)
    wood = board.light.dye(WOOD, 0.9)
    for turn in (20, 110, 200, 290):
        with board.at(0, -80, turn=turn):
            board.sheet(box(-1.3, -52, 2.6, 52), wood, 2)
            board.sheet(polygon([(1.5, -50), (13, -48), (11, -12), (1.5, -12)]), sail, 2.5)
    board.sheet(oval(0, -80, 4, 4), wood, 2)


def draw_bridge(board: Board, left: float, right: float, y: float) -> None:
    """A wooden bridge with a bow, from bank to bank; its deck starts and ends at ``y``."""
    wood = board.light.dye(0x9A6B43, 0.9)
    dark = darker(wood, 0.3)
    mid, width, rise = (left + right) / 2, right - left, 62.0
    for x in (left + width * 0.3, right - width * 0.3):
        board.sheet(limb([(x, y - rise * 0.6), (x, y + 120)], [20, 24]), dark, 4)
    for back in (True, False):
        lift = -70.0 if back else -62.0
        dy = -16.0 if back else 0.0
        colour = dark if back else wood
        for i in range(7):
            share = i / 6
            x = left + width * share
            top = y - rise * (1 - (2 * share - 1) ** 2) + dy
            board.sheet(box(x - 4.5, top + lift, 9, 66), colour, 2.5)
        rail = [
            (left + width * s, y - rise * (1 - (2 * s - 1) ** 2) + lift + 6 + dy)
            for s in (0, 0.17, 0.33, 0.5, 0.67, 0.83, 1)
        ]
        board.sheet(limb(rail, [9] * 7), colour, 3)
        if back:
            deck = [
                (left - 24, y + 2),
                (left + width * 0.25, y - rise * 0.75),
                (mid, y - rise),
                (right - width * 0.25, y - rise * 0.75),
                (right + 24, y + 2),
            ]
            board.sheet(limb(deck, [30] * 5), lighter(wood, 0.12), 7)
            for i in range(24):
                s = (i + 0.5) / 24
                top = y - rise * (1 - (2 * s - 1) ** 2)
                board.stroke(line((left + width * s, top - 13), (left + width * s, top + 13)), dark, 1.6, 0.6)
