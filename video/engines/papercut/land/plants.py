"""Trees, bushes, flowers, grass, crops, and the dark leaves at the stage front."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, limb, line, oval, polygon, shifted, smooth

TREES = ("round", "poplar", "conifer")


def draw_tree(
    board: Board, x: float, y: float, height: float, kind: str, *, far: float = 0.0, frost: float = 0.0
) -> None:
    """A tree standing at (x, y). ``far`` in 0..1 fades it into the distance, ``frost`` whitens its upper leaves."""
    light, chance = board.light, board.chance
    bark = mix(light.dye(0x6B4A36, 0.9), light.hills[0], far * 0.7)
    leaf = [
        mix(mix(colour, 0xEEF3F8, frost * (0.3 + 0.7 * i)), light.hills[0], far) for i, colour in enumerate(light.leaf)
    ]
    with board.at(x, y, height / 100, flip=chance.maybe(0.5)):
        if far < 0.4:
            board.shadow(oval(2, 0, 20, 3), 5, 0.35)
        if kind == "bare":
            _bare(board, bark)
        elif kind == "palm":
            _palm(board, bark, leaf)
        elif kind == "conifer":
            board.sheet(limb([(0, 1), (0, -40)], [8, 6]), bark, 3)
            for i in range(4):
                top, low, half = -58.0 - 14 * i, -12.0 - 20 * i, 31.0 - 6 * i
                if i == 3:
                    top = -102.0
                cut = smooth(
                    [
                        (-half, low),
                        (-half * 0.45, low + 4.5),
                        (0, low + 2),
                        (half * 0.45, low + 5),
                        (half, low),
                        (half * 0.34, (low + top) / 2),
                        (0, top),
                        (-half * 0.34, (low + top) / 2),
                    ],
                    closed=True,
                    tension=9,
                )
                board.sheet(cut, mix(leaf[0], leaf[1], i / 3.4), 5)
        elif kind == "poplar":
            board.sheet(limb([(0, 1), (0, -36)], [7, 5]), bark, 3)
            board.sheet(
                smooth([(0, -101), (-15, -66), (-14, -30), (0, -15), (15, -30), (14, -66)], closed=True), leaf[0], 5
            )
            board.sheet(smooth([(1, -95), (-8, -64), (-7, -34), (1, -22), (9, -36), (9, -66)], closed=True), leaf[1], 4)
            _veins(board, [(1, -26), (1, -86)], leaf[2], 5)
        else:
            _round(board, bark, leaf)


def _round(board: Board, bark: int, leaf: list[int]) -> None:
    board.sheet(limb([(0, 2), (-1, -24), (1, -50)], [11, 7, 4]), bark, 4)
    board.sheet(limb([(0, -28), (13, -48)], [4, 2]), bark, 1)
    lumps = ((-17, -55, 20, 18), (18, -56, 19, 18), (0, -76, 25, 23), (-2, -56, 20, 17))
    crown = oval(*lumps[0])
    for part in lumps[1:]:
        crown = skia.Op(crown, oval(*part), skia.PathOp.kUnion_PathOp)
    board.sheet(crown, leaf[0], 6)
    board.sheet(smooth([(-24, -58), (-13, -74), (3, -90), (17, -78), (25, -60), (4, -51)], closed=True), leaf[1], 4)
    board.sheet(
        smooth([(-12, -68), (-2, -81), (11, -76), (13, -64), (-1, -61)], closed=True), mix(leaf[1], leaf[2], 0.55), 3
    )
    if board.chance.maybe(0.5):
        _veins(board, [(0, -50), (1, -78)], leaf[2], 3)


def _veins(board: Board, stem: list[Point], colour: int, pairs: int) -> None:
    """Slits cut into a crown."""
    (x0, y0), (x1, y1) = stem
    board.stroke(line(*stem), colour, 0.9, 0.8)
    for i in range(pairs):
        share = (i + 0.6) / pairs
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        for side in (-1, 1):
            board.stroke(line((x, y), (x + side * 6.5 * (1 - share * 0.5), y - 6)), colour, 0.8, 0.7)


def _palm(board: Board, bark: int, leaf: list[int]) -> None:
    board.sheet(limb([(0, 1), (4, -30), (2, -58), (8, -78)], [7, 5, 4.4, 4]), bark, 3)
    for i, (dx, dy) in enumerate(((-34, -72), (-27, -92), (-4, -104), (24, -104), (42, -88), (44, -66))):
        mid = ((8 + dx) / 2 + (-3 if dx < 8 else 4), (-79 + dy) / 2 - 11)
        board.sheet(limb([(8, -78), mid, (dx, dy)], [3, 9, 1.5]), leaf[i % 2], 3)
    for dx in (5, 10):
        board.sheet(oval(dx, -75, 3, 3.2), board.light.dye(0x8A5A33), 1)


def _bare(board: Board, bark: int) -> None:
    board.sheet(limb([(0, 1), (-1, -35), (2, -62)], [10, 7, 4]), bark, 4)
    for x, y, dx, dy in (
        (0, -40, -24, -72),
        (0, -46, 22, -76),
        (1, -58, -10, -98),
        (2, -60, 14, -100),
        (-13, -58, -34, -66),
        (12, -62, 30, -64),
    ):
        board.sheet(limb([(x, y), ((x + dx) / 2 + 2, (y + dy) / 2 + 3), (dx, dy)], [4.2, 2.8, 1]), bark, 1.5)


def draw_bush(board: Board, x: float, y: float, width: float, *, berries: bool = False) -> None:
    """A low bush of two sheets."""
    h = width * 0.55
    leaf = board.light.leaf
    board.sheet(
        smooth(
            [
                (x - width / 2, y),
                (x - width * 0.42, y - h * 0.6),
                (x - width * 0.1, y - h),
                (x + width * 0.25, y - h * 0.85),
                (x + width / 2, y),
                (x, y + 4),
            ],
            closed=True,
        ),
        leaf[0],
        5,
    )
    board.sheet(
        smooth(
            [
                (x - width * 0.3, y),
                (x - width * 0.12, y - h * 0.6),
                (x + width * 0.2, y - h * 0.5),
                (x + width * 0.34, y),
                (x, y + 3),
            ],
            closed=True,
        ),
        leaf[1],
        3,
    )
    if berries:
        for _ in range(7):
            board.flat(
                oval(x + board.chance.near(0, width * 0.3), y - board.chance.between(0.15, 0.7) * h, 3.4, 3.4),
                board.light.dye(0xC8443C, 0.7),
            )


def draw_flowers(board: Board, x: float, y: float, width: float, count: int) -> None:
    """A patch of flowers on stalks."""
    chance = board.chance
    for i in range(count):
        fx = x - width / 2 + width * (i + chance.between(0.1, 0.9)) / count
        tall = chance.between(28, 58)
        colour = board.light.dye(chance.pick((0xE4586A, 0xF0B53C, 0xF7F1E3, 0xB56CC0, 0xE9834B)), 0.6)
        board.stroke(
            smooth([(fx, y), (fx + chance.near(0, 5), y - tall * 0.5), (fx, y - tall)]), board.light.leaf[1], 3
        )
        for k in range(5):
            matrix = skia.Matrix()
            matrix.setRotate(72 * k + tall)
            d = matrix.mapXY(7.0, 0)
            board.flat(oval(fx + d.x(), y - tall + d.y(), 5, 5), colour)
        board.flat(oval(fx, y - tall, 3.8, 3.8), board.light.dye(0x8A5A22 if colour != 0x8A5A22 else 0xF0D060, 0.5))


def draw_tufts(board: Board, y: float, left: float, right: float, count: int) -> None:
    """Small blades of grass that break up an empty meadow."""
    chance = board.chance
    for _ in range(count):
        x, base = chance.between(left, right), y + chance.near(0, 45)
        for dx in (-5, 0, 5):
            board.stroke(
                smooth([(x + dx * 0.4, base), (x + dx, base - 8), (x + dx * 1.7, base - 15)]),
                board.light.leaf[2],
                2.2,
                0.55,
            )


def draw_cactus(board: Board, x: float, y: float, height: float) -> None:
    """A cactus with two arms."""
    green = board.light.leaf[1]
    with board.at(x, y, height / 100):
        for way, low, high in ((-1, -40, -70), (1, -52, -86)):
            board.sheet(
                limb([(0, low), (way * 16, low - 3), (way * 20, low - 12), (way * 20, high)], [9, 10, 11, 9]), green, 4
            )
        board.sheet(limb([(0, 0), (0, -50), (0, -98)], [17, 18, 13]), green, 5)
        for dx in (-4, 0, 4):
            board.stroke(line((dx, -6), (dx * 0.8, -92)), lighter(green, 0.3), 1, 0.7)


def draw_crop(board: Board, y: float, left: float, right: float) -> None:
    """Ears of wheat in a row."""
    gold = board.light.dye(0xD9A93C, 0.8)
    x = left
    while x < right:
        tall = board.chance.between(52, 78)
        top = y - tall
        board.stroke(line((x, y), (x + 3, top)), darker(gold, 0.15), 2.6)
        for k in range(4):
            for side in (-1, 1):
                board.flat(shifted(oval(0, 0, 3, 6.5), x + 3 + side * 4, top + k * 8, 1, side * 24), gold)
        x += board.chance.between(11, 19)


def draw_log(board: Board, x: float, y: float) -> None:
    """A mossy stump."""
    bark = board.light.dye(0x6B4A36, 0.9)
    board.sheet(polygon([(x - 44, y), (x - 34, y - 52), (x + 34, y - 52), (x + 46, y)]), bark, 5)
    board.sheet(oval(x, y - 52, 35, 10), lighter(bark, 0.35), 2)
    board.stroke(oval(x, y - 52, 20, 5), bark, 2, 0.7)
