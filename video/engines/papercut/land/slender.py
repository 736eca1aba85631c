"""Palms, canes, conifers and succulents; all are drawn 100 units high about their foot."""

from __future__ import annotations

from video.engines.papercut.land.wood import Wood, leaf_blade
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, Point, limb, line, oval, smooth


def poplar(board: Board, wood: Wood) -> None:
    """A poplar."""
    board.sheet(limb([(0, 1), (0, -36)], [7, 5]), wood.bark, 3)
    board.sheet(
        smooth([(0, -101), (-15, -66), (-14, -30), (0, -15), (15, -30), (14, -66)], closed=True), wood.leaf[0], 5
    )
    board.sheet(smooth([(1, -95), (-8, -64), (-7, -34), (1, -22), (9, -36), (9, -66)], closed=True), wood.leaf[1], 4)
    _veins(board, [(1, -26), (1, -86)], wood.leaf[2], 5)


def _veins(board: Board, stem: list[Point], colour: int, pairs: int) -> None:
    """Slits cut into a crown."""
    (x0, y0), (x1, y1) = stem
    board.stroke(line(*stem), colour, 0.9, 0.8)
    for i in range(pairs):
        share = (i + 0.6) / pairs
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        for side in (-1, 1):
            board.stroke(line((x, y), (x + side * 6.5 * (1 - share * 0.5), y - 6)), colour, 0.8, 0.7)


def conifer(board: Board, wood: Wood) -> None:
    """A fir."""
    board.sheet(limb([(0, 1), (0, -40)], [8, 6]), wood.bark, 3)
    for i in range(4):
        top, low, half = -58.0 - 14 * i, -12.0 - 20 * i, 31.0 - 6 * i
        if i == 3:
            top = -102.0
        cut = smooth(
            [(-half, low), (-half * 0.45, low + 4.5), (0, low + 2), (half * 0.45, low + 5), (half, low),
             (half * 0.34, (low + top) / 2), (0, top), (-half * 0.34, (low + top) / 2)], closed=True, tension=9,
        )  # fmt: skip
        board.sheet(cut, mix(wood.leaf[0], wood.leaf[1], i / 3.4), 5)


def palm(board: Board, wood: Wood) -> None:
    """A coconut palm."""
    board.sheet(limb([(0, 1), (4, -30), (2, -58), (8, -78)], [7, 5, 4.4, 4]), wood.bark, 3)
    for i, (dx, dy) in enumerate(((-34, -72), (-27, -92), (-4, -104), (24, -104), (42, -88), (44, -66))):
        mid = ((8 + dx) / 2 + (-3 if dx < 8 else 4), (-79 + dy) / 2 - 11)
        board.sheet(limb([(8, -78), mid, (dx, dy)], [3, 9, 1.5]), wood.leaf[i % 2], 3)
    for dx in (5, 10):
        board.sheet(oval(dx, -75, 3, 3.2), board.light.dye(0x8A5A33), 1)


def cypress(board: Board, wood: Wood) -> None:
    """A cypress."""
    board.sheet(limb([(0, 2), (0, -14)], [5, 4]), wood.bark, 2)
    board.sheet(smooth([(0, -101), (-9, -62), (-11, -26), (0, -7), (11, -26), (9, -62)], closed=True), wood.leaf[0], 5)
    board.sheet(smooth([(-1, -92), (-6, -58), (-7, -28), (-1, -14), (3, -34), (2, -64)], closed=True), wood.leaf[1], 2)


def puya(board: Board, wood: Wood) -> None:
    """A giant bromeliad of the high Andes in flower."""
    for i in range(9):
        x = -28 + 7 * i
        board.sheet(limb([(0, -4), (x * 0.6, -16), (x, -26 + abs(x) * 0.5)], [5, 4, 0.8]), wood.leaf[i % 2], 1)
    spike = smooth([(-6, -18), (-8, -50), (-4, -90), (0, -101), (4, -90), (8, -50), (6, -18)], closed=True)
    board.sheet(spike, mix(wood.leaf[1], wood.leaf[2], 0.6), 4)
    for y in range(-92, -24, 9):
        for x in (-3.4, 0, 3.4):
            board.flat(oval(x, y + abs(x), 1.3, 1.3), board.light.dye(0xF3E6BE, 0.8))


def banana(board: Board, wood: Wood) -> None:
    """A banana plant."""
    board.sheet(limb([(0, 2), (1, -26), (0, -50)], [9, 7.5, 6]), mix(wood.leaf[2], wood.bark, 0.4), 3)
    for i, turn in enumerate((-82, -54, 78, 50, -26, 24, -4)):
        with board.at(0, -46, turn=turn, flip=turn < 0 and i % 2 == 0):
            blade = leaf_blade(54, 17)
            board.sheet(blade, wood.leaf[(0, 0, 0, 1, 1, 1, 2)[i]] if i < 6 else mix(*wood.leaf[1:], 0.5), 3)
            board.stroke(line((0, -4), (1, -46)), wood.leaf[2], 0.9, 0.7)


def bamboo(board: Board, wood: Wood) -> None:
    """A clump of bamboo."""
    cane = mix(wood.leaf[1], wood.leaf[2], 0.4)
    for i, (x, lean, tall) in enumerate(((-14, -5, 92), (-4, 2, 101), (6, 6, 96), (15, 12, 84))):
        tone = mix(cane, wood.leaf[0], 0.12 * i)
        board.sheet(limb([(x, 2), (x + lean * 0.4, -tall * 0.5), (x + lean, -tall)], [3.6, 3.2, 1.6]), tone, 2)
        for k in range(1, 7):
            y = -tall * k / 7.2
            px = x + lean * k / 7.2
            board.stroke(line((px - 1.9, y), (px + 1.9, y)), wood.leaf[0], 0.9, 0.7)
        for k in range(5):
            y = -tall * (0.5 + 0.12 * k)
            for side in (-1, 1):
                with board.at(x + lean * 0.7, y, turn=side * (62 + 9 * k)):
                    board.flat(leaf_blade(17, 4.4), wood.leaf[(i + k) % 2])


def cloudpine(board: Board, wood: Wood) -> None:
    """A pine with its leaves in flat pads."""
    board.sheet(limb([(0, 2), (-7, -22), (6, -46), (-4, -80)], [9, 7, 5, 2]), wood.bark, 3)
    board.sheet(limb([(-4, -28), (-24, -40)], [4, 2]), wood.bark, 1)
    board.sheet(limb([(4, -44), (26, -58)], [4, 2]), wood.bark, 1)
    for x, y, rx in ((-26, -43, 20), (27, -60, 20), (-10, -70, 19), (2, -90, 22)):
        pad = smooth(
            [(x - rx, y + 3), (x - rx * 0.6, y - 6), (x - rx * 0.2, y - 5), (x + rx * 0.1, y - 10),
             (x + rx * 0.6, y - 6), (x + rx, y + 3), (x, y + 5)], closed=True,
        )  # fmt: skip
        board.sheet(pad, wood.leaf[0], 4)
        board.sheet(oval(x - 1, y - 2.4, rx * 0.62, 3.2), wood.leaf[1], 1)


def datepalm(board: Board, wood: Wood) -> None:
    """A date palm with its fruit."""
    board.sheet(limb([(0, 2), (1, -36), (0, -72)], [7, 5.4, 5]), wood.bark, 3)
    for y in range(-66, 0, 8):
        board.stroke(line((-3, y), (0, y + 2), (3, y)), board.light.shade, 0.8, 0.28)
    for i, turn in enumerate((-118, 116, -92, 92, -66, 64, -40, 38, -14, 12)):
        with board.at(0, -73, turn=turn):
            board.sheet(limb([(0, 0), (-3 if turn > 0 else 3, -17), (0, -33)], [3, 7.6, 1]), wood.leaf[i % 2], 2)
    for x in (-4.4, 4.4):
        board.sheet(oval(x, -68, 2.6, 4.4), board.light.dye(0xB5622A), 1)


def pandanus(board: Board, wood: Wood) -> None:
    """A screw pine on its stilt roots."""
    for x in (-14, -7, 8, 15):
        board.sheet(limb([(x, 2), (x * 0.4, -18)], [2.6, 2.2]), wood.bark, 1)
    board.sheet(limb([(0, -12), (0, -38), (-10, -58)], [6, 5, 4]), wood.bark, 2)
    board.sheet(limb([(0, -34), (14, -52)], [4, 3]), wood.bark, 2)
    for cx, cy, size in ((-10, -60, 1.0), (15, -54, 0.8)):
        for i, turn in enumerate((-100, 100, -70, 70, -40, 40, -12, 14)):
            with board.at(cx, cy, size, turn=turn):
                board.sheet(limb([(0, 0), (2, -18), (0, -36)], [4, 5, 0.8]), wood.leaf[i % 2], 1.5)


def euphorbia(board: Board, wood: Wood) -> None:
    """A candelabra tree."""
    board.sheet(limb([(0, 2), (0, -36)], [7, 6]), wood.bark, 3)
    for i in range(9):
        x = -28 + 7 * i
        top = -96 + abs(x) * 0.5
        board.sheet(limb([(0, -32), (x * 0.8, -44), (x, -60), (x, top)], [4, 4.6, 4.6, 3.6]), wood.leaf[i % 2], 1.6)


def cactus(board: Board, wood: Wood) -> None:
    """A cactus with two arms."""
    for way, low, high in ((-1, -40, -70), (1, -52, -86)):
        board.sheet(
            limb([(0, low), (way * 16, low - 3), (way * 20, low - 12), (way * 20, high)], [9, 10, 11, 9]),
            wood.leaf[1], 4,
        )  # fmt: skip
    board.sheet(limb([(0, 0), (0, -50), (0, -98)], [17, 18, 13]), wood.leaf[1], 5)
    for dx in (-4, 0, 4):
        board.stroke(line((dx, -6), (dx * 0.8, -92)), wood.leaf[2], 1, 0.6)


def treefern(board: Board, wood: Wood) -> None:
    """A tree fern."""
    board.sheet(limb([(0, 2), (2, -30), (0, -60)], [6, 5, 5]), wood.bark, 3)
    for i, turn in enumerate((-100, 98, -72, 70, -46, 44, -18, 16)):
        with board.at(0, -60, turn=turn):
            board.sheet(limb([(0, 0), (2, -20), (-2, -40)], [2, 10, 1]), wood.leaf[i % 2], 2)
