"""Trees with crowns; all are drawn 100 units high about their foot."""

from __future__ import annotations

from video.engines.papercut.land.wood import Wood, crown
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, limb, line, oval, smooth


def round_tree(board: Board, wood: Wood) -> None:
    """A tree with a round crown."""
    board.sheet(limb([(0, 2), (-1, -24), (1, -50)], [11, 7, 4]), wood.bark, 4)
    board.sheet(limb([(0, -28), (13, -48)], [4, 2]), wood.bark, 1)
    crown(board, ((0, -76, 24, 22), (-17, -57, 19, 17), (18, -58, 18, 17), (0, -56, 18, 15)), wood.leaf)


def apple(board: Board, wood: Wood) -> None:
    """An apple tree with its fruit."""
    board.sheet(limb([(0, 2), (2, -20), (0, -42)], [11, 8, 5]), wood.bark, 4)
    fruit = board.light.dye(0xD6453A, 0.7)
    crown(board, ((0, -68, 25, 21), (-19, -50, 18, 15), (19, -51, 18, 15)), wood.leaf, spots=fruit)


def _flowering(board: Board, wood: Wood, colour: int) -> None:
    board.sheet(limb([(1, 2), (-2, -22), (1, -46)], [9, 6, 4]), wood.bark, 4)
    board.sheet(limb([(-1, -26), (-16, -50)], [4, 2]), wood.bark, 1)
    board.sheet(limb([(0, -30), (17, -52)], [4, 2]), wood.bark, 1)
    petal = board.light.dye(colour, 0.85)
    tones = (mix(petal, board.light.shade, 0.18), petal, mix(petal, 0xFFF6F0, 0.45))
    tones = (mix(tones[0], wood.leaf[0], 0.12), tones[1], tones[2])
    crown(board, ((-2, -80, 21, 17), (-21, -62, 18, 13), (21, -63, 19, 14), (2, -60, 17, 12)), tones)


def jacaranda(board: Board, wood: Wood) -> None:
    """A jacaranda in bloom."""
    _flowering(board, wood, 0x9B7BC4)


def blossom(board: Board, wood: Wood) -> None:
    """A cherry or almond in bloom."""
    _flowering(board, wood, 0xF2AFC0)


def mango(board: Board, wood: Wood) -> None:
    """A mango tree with its fruit."""
    board.sheet(limb([(0, 2), (-1, -16), (0, -36)], [13, 9, 7]), wood.bark, 4)
    fruit = board.light.dye(0xF0A030, 0.7)
    crown(
        board,
        ((0, -74, 30, 24), (-27, -52, 21, 18), (28, -52, 21, 18), (-10, -46, 20, 14), (12, -46, 20, 14)),
        wood.leaf, spots=fruit,
    )  # fmt: skip


def breadfruit(board: Board, wood: Wood) -> None:
    """A breadfruit tree with its lobed leaves."""
    board.sheet(limb([(0, 2), (1, -24), (0, -46)], [10, 7, 5]), wood.bark, 4)
    crown(board, ((0, -72, 22, 19), (-20, -56, 19, 15), (20, -56, 19, 15)), wood.leaf)
    for x, y, turn in ((-24, -66, -30), (-8, -86, -8), (12, -84, 14), (26, -66, 36), (-14, -54, -20), (14, -54, 20)):
        with board.at(x, y, turn=turn):
            leaf = smooth([(0, -11), (-6, -5), (-4, 1), (-7, 6), (0, 11), (7, 6), (4, 1), (6, -5)], closed=True)
            board.sheet(leaf, mix(wood.leaf[1], wood.leaf[2], 0.4), 2)


def banyan(board: Board, wood: Wood) -> None:
    """A banyan with its aerial roots."""
    for x in (-36, -24, 20, 34, 44):
        board.sheet(limb([(x, 1), (x * 0.96, -48)], [2.6, 1.6]), wood.bark, 1)
    board.sheet(limb([(-10, 2), (-5, -22), (-10, -48)], [12, 10, 6]), wood.bark, 4)
    board.sheet(limb([(9, 2), (4, -22), (12, -48)], [12, 10, 6]), wood.bark, 4)
    crown(
        board,
        ((0, -76, 30, 21), (-32, -58, 24, 16), (32, -58, 25, 16), (-8, -52, 22, 13), (14, -52, 22, 13)), wood.leaf,
    )  # fmt: skip


def acacia(board: Board, wood: Wood) -> None:
    """An umbrella thorn, flat above."""
    board.sheet(limb([(0, 2), (3, -28), (-3, -52)], [7, 5, 4]), wood.bark, 3)
    for end in ((-34, -80), (-14, -86), (16, -86), (36, -78)):
        board.sheet(limb([(-1, -46), (end[0] * 0.45, -66), end], [3.6, 2.6, 1.4]), wood.bark, 1)
    layers = (((-10, -78, 54, 9), 0), ((14, -88, 42, 8.5), 1), ((-16, -93, 26, 6.5), 2))
    for (x, y, rx, ry), tone in layers:
        cut = smooth(
            [(x - rx, y + ry * 0.5), (x - rx * 0.6, y - ry * 0.7), (x, y - ry), (x + rx * 0.6, y - ry * 0.7),
             (x + rx, y + ry * 0.5), (x + rx * 0.4, y + ry * 0.75), (x - rx * 0.3, y + ry * 0.6)],
            closed=True,
        )  # fmt: skip
        board.sheet(cut, mix(wood.leaf[tone], wood.leaf[max(0, tone - 1)], 0.3), 4)


def baobab(board: Board, wood: Wood) -> None:
    """A baobab."""
    bark = mix(wood.bark, board.light.dye(0xB89A86, 0.9), 0.55)
    trunk = smooth(
        [(-19, 2), (-15, -12), (-16, -36), (-11, -56), (-26, -76), (-9, -66), (-3, -80), (2, -67), (16, -82), (12, -60),
         (30, -72), (14, -52), (16, -34), (15, -12), (20, 2)], closed=True, tension=8,
    )  # fmt: skip
    board.sheet(trunk, bark, 5)
    for x in (-7, 1, 8):
        board.stroke(smooth([(x, -6), (x * 0.8, -28), (x * 0.9, -48)]), board.light.shade, 0.9, 0.18)
    for x, y, rx, ry in (
        (-30, -80, 17, 8), (-4, -86, 19, 10), (22, -86, 17, 9), (34, -74, 14, 7), (-16, -72, 12, 6),
    ):  # fmt: skip
        board.sheet(oval(x, y, rx, ry), wood.leaf[0], 3)
        board.sheet(oval(x - 2, y - 2, rx * 0.66, ry * 0.6), wood.leaf[1], 1.5)


def olive(board: Board, wood: Wood) -> None:
    """An old olive tree."""
    board.sheet(limb([(4, 2), (-4, -14), (5, -30), (-8, -50)], [13, 9, 7, 4]), wood.bark, 4)
    board.sheet(limb([(2, -26), (18, -50)], [6, 3]), wood.bark, 2)
    silver = mix(wood.leaf[1], board.light.dye(0xB9C4A6, 0.9), 0.45)
    tones = (mix(wood.leaf[0], silver, 0.35), silver, mix(silver, 0xF0F2E0, 0.4))
    crown(board, ((-16, -64, 22, 18), (16, -68, 21, 17), (0, -82, 18, 14)), tones)


def umbrella(board: Board, wood: Wood) -> None:
    """A stone pine."""
    board.sheet(limb([(0, 2), (3, -36), (-1, -74)], [7, 5, 4]), wood.bark, 3)
    for end in ((-20, -82), (20, -82)):
        board.sheet(limb([(0, -60), end], [3.4, 1.6]), wood.bark, 1)
    crown(board, ((0, -88, 30, 13), (-25, -82, 19, 10), (26, -82, 19, 10)), wood.leaf)


def birch(board: Board, wood: Wood) -> None:
    """A birch."""
    bark = mix(board.light.dye(0xF0EBE0, 0.9), wood.bark, 0.1)
    board.sheet(limb([(0, 2), (-1, -40), (1, -90)], [6.5, 5, 2]), bark, 3)
    for y in (-8, -19, -27, -38, -46):
        board.stroke(line((-2, y), (1, y - 1)), board.light.dye(0x40383A), 1.1, 0.8)
    crown(board, ((0, -82, 13, 17), (-8, -62, 12, 14), (9, -60, 12, 14)), (wood.leaf[1], wood.leaf[2], wood.leaf[2]))


def eucalypt(board: Board, wood: Wood) -> None:
    """A tall pale gum tree."""
    bark = mix(wood.bark, board.light.dye(0xD8C6AE, 0.9), 0.6)
    board.sheet(limb([(0, 2), (2, -38), (-2, -92)], [6, 4.4, 2]), bark, 3)
    board.sheet(limb([(1, -44), (14, -66)], [3, 1.6]), bark, 1)
    blue = mix(wood.leaf[1], board.light.dye(0x8CA89A, 0.9), 0.4)
    crown(board, ((-4, -88, 16, 13), (14, -70, 13, 10), (-12, -66, 12, 9)), (mix(wood.leaf[0], blue, 0.4), blue, blue))


def jungle(board: Board, wood: Wood) -> None:
    """A forest giant with buttresses and vines."""
    board.sheet(
        smooth([(-17, 3), (-6, -14), (-4, -60), (4, -60), (6, -14), (18, 3), (5, -2), (0, 3), (-6, -2)], closed=True,
               tension=8), wood.bark, 4,
    )  # fmt: skip
    for x in (-12, 8, 16):
        board.stroke(smooth([(x, -66), (x + 2, -46), (x - 1, -30)]), wood.leaf[1], 1.2, 0.9)
    crown(
        board, ((0, -84, 26, 15), (-22, -70, 20, 12), (22, -72, 22, 13), (2, -66, 20, 10)),
        (wood.leaf[0], wood.leaf[1], wood.leaf[2]),
    )  # fmt: skip


def willow(board: Board, wood: Wood) -> None:
    """A weeping tree."""
    board.sheet(limb([(0, 2), (-3, -30), (2, -62)], [10, 7, 4]), wood.bark, 4)
    board.sheet(
        smooth([(0, -98), (-30, -80), (-38, -38), (-30, -12), (-20, -40), (-12, -16), (0, -42), (12, -14), (20, -40),
                (31, -10), (38, -40), (28, -82)], closed=True), wood.leaf[0], 5,
    )  # fmt: skip
    board.sheet(
        smooth([(-2, -92), (-24, -76), (-26, -36), (-14, -52), (-2, -34), (8, -54), (20, -34), (20, -76)], closed=True),
        wood.leaf[1], 3,
    )  # fmt: skip


def mangrove(board: Board, wood: Wood) -> None:
    """A mangrove on its roots."""
    for x in (-30, -18, -8, 9, 20, 31):
        board.sheet(limb([(x, 4), (x * 0.66, -24), (0, -58)], [2.6, 3, 4]), wood.bark, 1.5)
    crown(board, ((0, -74, 28, 19), (-24, -58, 20, 13), (25, -59, 20, 13)), wood.leaf)


def dead(board: Board, wood: Wood) -> None:
    """A dead tree."""
    board.sheet(limb([(0, 2), (-3, -34), (4, -66), (-2, -92)], [10, 7, 4, 1]), wood.bark, 3)
    for start, end in (((-2, -34), (-24, -58)), ((2, -48), (24, -72)), ((3, -60), (-12, -84))):
        board.sheet(limb([start, end], [4, 1]), wood.bark, 1)


def bare(board: Board, wood: Wood) -> None:
    """A tree without leaves."""
    board.sheet(limb([(0, 1), (-1, -35), (2, -62)], [10, 7, 4]), wood.bark, 4)
    for x, y, dx, dy in (
        (0, -40, -24, -72),
        (0, -46, 22, -76),
        (1, -58, -10, -98),
        (2, -60, 14, -100),
        (-13, -58, -34, -66),
        (12, -62, 30, -64),
    ):
        board.sheet(limb([(x, y), ((x + dx) / 2 + 2, (y + dy) / 2 + 3), (dx, dy)], [4.2, 2.8, 1]), wood.bark, 1.5)
