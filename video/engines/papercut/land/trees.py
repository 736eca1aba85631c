"""Trees of many lands, each of a few cut sheets; all are drawn 100 units high about their foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from video.engines.papercut.land.plants import draw_tree as draw_old_tree
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, Point, limb, line, oval, smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class Wood:
    """What one tree is cut from."""

    bark: int
    leaf: tuple[int, int, int]


Lump = tuple[float, float, float, float]


def plant(board: Board, view: View, spot: Point, height: float, kind: str, *, far: float = 0.0) -> None:
    """A tree with its foot on a spot, in the view's weather; ``far`` in 0..1 fades it into the distance."""
    light, (x, y), snow = board.light, spot, view.snowy
    if snow and kind not in ("conifer", "cloudpine"):
        kind = "bare" if kind not in ("palm", "datepalm") else kind
    draw = KINDS.get(kind)
    if draw is None:
        with board.at(x, y, turn=_lean(view, kind)):
            draw_old_tree(board, 0, 0, height, kind, far=far, frost=0.6 if snow else 0.0)
        return
    leaves = [mix(colour, light.hills[0], far) for colour in light.leaf]
    if snow:
        leaves = [mix(colour, 0xEEF3F8, 0.25 + 0.3 * i) for i, colour in enumerate(leaves)]
    wood = Wood(bark=mix(light.dye(0x6B4A36, 0.9), light.hills[0], far * 0.7), leaf=(leaves[0], leaves[1], leaves[2]))
    with board.at(x, y, height / 100, turn=_lean(view, kind)):
        if far < 0.4:
            board.shadow(oval(2, 0, 22, 2.6), 5, 0.3)
        with board.at(0, 0, flip=board.chance.maybe(0.5)):
            draw(board, wood)


def _lean(view: View, kind: str) -> float:
    """Degrees by which the wind, which blows from the left, bends a tree."""
    if not view.windy:
        return 0.0
    return 3.0 if kind in ("baobab", "cactus", "euphorbia", "dead", "mango", "banyan") else 8.0


def width_of_tree(kind: str) -> float:
    """Width of a tree's crown as a share of its height."""
    return {
        "poplar": 0.32, "cypress": 0.24, "birch": 0.4, "eucalypt": 0.42, "puya": 0.4, "bamboo": 0.5, "conifer": 0.6,
        "acacia": 1.15, "baobab": 0.95, "mango": 0.95, "banyan": 1.2, "umbrella": 0.9, "olive": 0.75,
    }.get(kind, 0.62)  # fmt: skip


def crown(board: Board, lumps: tuple[Lump, ...], colours: tuple[int, int, int], *, spots: int | None = None) -> None:
    """A crown of round lumps in three tones, the lighter ones up and to the left; ``spots`` = colour of fruit."""
    path = oval(*lumps[0])
    for lump in lumps[1:]:
        path = skia.Op(path, oval(*lump), skia.PathOp.kUnion_PathOp)
    board.sheet(path, colours[0], 5)
    inner = skia.Path()
    for x, y, rx, ry in lumps:
        part = oval(x - rx * 0.12, y - ry * 0.16, rx * 0.72, ry * 0.7)
        inner = part if inner.isEmpty() else skia.Op(inner, part, skia.PathOp.kUnion_PathOp)
    board.sheet(inner, colours[1], 3)
    marks = skia.Path()
    for x, y, rx, ry in lumps:
        for dx, dy in ((-0.5, -0.3), (-0.1, -0.55), (0.05, -0.1), (-0.35, 0.1), (0.35, -0.3)):
            px, py = x + rx * dx, y + ry * dy
            marks.moveTo(px - 3.2, py + 1.2)
            marks.quadTo(px, py - 2.6, px + 3.2, py + 1.2)
    board.stroke(marks, colours[2], 1.1, 0.75)
    if spots is not None:
        for x, y, rx, ry in lumps:
            for dx, dy in ((-0.4, 0.3), (0.3, -0.2), (0.1, 0.5)):
                board.flat(oval(x + dx * rx, y + dy * ry, 2.0, 2.0), spots)


def _round(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (-1, -24), (1, -50)], [11, 7, 4]), wood.bark, 4)
    board.sheet(limb([(0, -28), (13, -48)], [4, 2]), wood.bark, 1)
    crown(board, ((0, -76, 24, 22), (-17, -57, 19, 17), (18, -58, 18, 17), (0, -56, 18, 15)), wood.leaf)


def _apple(board: Board, wood: Wood) -> None:
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


def _jacaranda(board: Board, wood: Wood) -> None:
    _flowering(board, wood, 0x9B7BC4)


def _blossom(board: Board, wood: Wood) -> None:
    _flowering(board, wood, 0xF2AFC0)


def _mango(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (-1, -16), (0, -36)], [13, 9, 7]), wood.bark, 4)
    fruit = board.light.dye(0xF0A030, 0.7)
    crown(
        board,
        ((0, -74, 30, 24), (-27, -52, 21, 18), (28, -52, 21, 18), (-10, -46, 20, 14), (12, -46, 20, 14)),
        wood.leaf, spots=fruit,
    )  # fmt: skip


def _breadfruit(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (1, -24), (0, -46)], [10, 7, 5]), wood.bark, 4)
    crown(board, ((0, -72, 22, 19), (-20, -56, 19, 15), (20, -56, 19, 15)), wood.leaf)
    for x, y, turn in ((-24, -66, -30), (-8, -86, -8), (12, -84, 14), (26, -66, 36), (-14, -54, -20), (14, -54, 20)):
        with board.at(x, y, turn=turn):
            leaf = smooth([(0, -11), (-6, -5), (-4, 1), (-7, 6), (0, 11), (7, 6), (4, 1), (6, -5)], closed=True)
            board.sheet(leaf, mix(wood.leaf[1], wood.leaf[2], 0.4), 2)


def _banyan(board: Board, wood: Wood) -> None:
    for x in (-36, -24, 20, 34, 44):
        board.sheet(limb([(x, 1), (x * 0.96, -48)], [2.6, 1.6]), wood.bark, 1)
    board.sheet(limb([(-10, 2), (-5, -22), (-10, -48)], [12, 10, 6]), wood.bark, 4)
    board.sheet(limb([(9, 2), (4, -22), (12, -48)], [12, 10, 6]), wood.bark, 4)
    crown(
        board,
        ((0, -76, 30, 21), (-32, -58, 24, 16), (32, -58, 25, 16), (-8, -52, 22, 13), (14, -52, 22, 13)), wood.leaf,
    )  # fmt: skip


def _acacia(board: Board, wood: Wood) -> None:
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


def _baobab(board: Board, wood: Wood) -> None:
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


def _cypress(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (0, -14)], [5, 4]), wood.bark, 2)
    board.sheet(smooth([(0, -101), (-9, -62), (-11, -26), (0, -7), (11, -26), (9, -62)], closed=True), wood.leaf[0], 5)
    board.sheet(smooth([(-1, -92), (-6, -58), (-7, -28), (-1, -14), (3, -34), (2, -64)], closed=True), wood.leaf[1], 2)


def _olive(board: Board, wood: Wood) -> None:
    board.sheet(limb([(4, 2), (-4, -14), (5, -30), (-8, -50)], [13, 9, 7, 4]), wood.bark, 4)
    board.sheet(limb([(2, -26), (18, -50)], [6, 3]), wood.bark, 2)
    silver = mix(wood.leaf[1], board.light.dye(0xB9C4A6, 0.9), 0.45)
    tones = (mix(wood.leaf[0], silver, 0.35), silver, mix(silver, 0xF0F2E0, 0.4))
    crown(board, ((-16, -64, 22, 18), (16, -68, 21, 17), (0, -82, 18, 14)), tones)


def _umbrella(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (3, -36), (-1, -74)], [7, 5, 4]), wood.bark, 3)
    for end in ((-20, -82), (20, -82)):
        board.sheet(limb([(0, -60), end], [3.4, 1.6]), wood.bark, 1)
    crown(board, ((0, -88, 30, 13), (-25, -82, 19, 10), (26, -82, 19, 10)), wood.leaf)


def _birch(board: Board, wood: Wood) -> None:
    bark = mix(board.light.dye(0xF0EBE0, 0.9), wood.bark, 0.1)
    board.sheet(limb([(0, 2), (-1, -40), (1, -90)], [6.5, 5, 2]), bark, 3)
    for y in (-8, -19, -27, -38, -46):
        board.stroke(line((-2, y), (1, y - 1)), board.light.dye(0x40383A), 1.1, 0.8)
    crown(board, ((0, -82, 13, 17), (-8, -62, 12, 14), (9, -60, 12, 14)), (wood.leaf[1], wood.leaf[2], wood.leaf[2]))


def _eucalypt(board: Board, wood: Wood) -> None:
    bark = mix(wood.bark, board.light.dye(0xD8C6AE, 0.9), 0.6)
    board.sheet(limb([(0, 2), (2, -38), (-2, -92)], [6, 4.4, 2]), bark, 3)
    board.sheet(limb([(1, -44), (14, -66)], [3, 1.6]), bark, 1)
    blue = mix(wood.leaf[1], board.light.dye(0x8CA89A, 0.9), 0.4)
    crown(board, ((-4, -88, 16, 13), (14, -70, 13, 10), (-12, -66, 12, 9)), (mix(wood.leaf[0], blue, 0.4), blue, blue))


def _puya(board: Board, wood: Wood) -> None:
    for i in range(9):
        x = -28 + 7 * i
        board.sheet(limb([(0, -4), (x * 0.6, -16), (x, -26 + abs(x) * 0.5)], [5, 4, 0.8]), wood.leaf[i % 2], 1)
    spike = smooth([(-6, -18), (-8, -50), (-4, -90), (0, -101), (4, -90), (8, -50), (6, -18)], closed=True)
    board.sheet(spike, mix(wood.leaf[1], wood.leaf[2], 0.6), 4)
    for y in range(-92, -24, 9):
        for x in (-3.4, 0, 3.4):
            board.flat(oval(x, y + abs(x), 1.3, 1.3), board.light.dye(0xF3E6BE, 0.8))


def _jungle(board: Board, wood: Wood) -> None:
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


def leaf_blade(length: float, width: float) -> skia.Path:
    """A long leaf from (0, 0) upwards, with its tip bent to the right."""
    return smooth(
        [(0, 0), (-width * 0.5, -length * 0.35), (-width * 0.34, -length * 0.75), (width * 0.25, -length),
         (width * 0.42, -length * 0.7), (width * 0.5, -length * 0.3)], closed=True,
    )  # fmt: skip


def _banana(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (1, -26), (0, -50)], [9, 7.5, 6]), mix(wood.leaf[2], wood.bark, 0.4), 3)
    for i, turn in enumerate((-82, -54, 78, 50, -26, 24, -4)):
        with board.at(0, -46, turn=turn, flip=turn < 0 and i % 2 == 0):
            blade = leaf_blade(54, 17)
            board.sheet(blade, wood.leaf[(0, 0, 0, 1, 1, 1, 2)[i]] if i < 6 else mix(*wood.leaf[1:], 0.5), 3)
            board.stroke(line((0, -4), (1, -46)), wood.leaf[2], 0.9, 0.7)


def _bamboo(board: Board, wood: Wood) -> None:
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


def _cloudpine(board: Board, wood: Wood) -> None:
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


def _datepalm(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (1, -36), (0, -72)], [7, 5.4, 5]), wood.bark, 3)
    for y in range(-66, 0, 8):
        board.stroke(line((-3, y), (0, y + 2), (3, y)), board.light.shade, 0.8, 0.28)
    for i, turn in enumerate((-118, 116, -92, 92, -66, 64, -40, 38, -14, 12)):
        with board.at(0, -73, turn=turn):
            board.sheet(limb([(0, 0), (-3 if turn > 0 else 3, -17), (0, -33)], [3, 7.6, 1]), wood.leaf[i % 2], 2)
    for x in (-4.4, 4.4):
        board.sheet(oval(x, -68, 2.6, 4.4), board.light.dye(0xB5622A), 1)


def _pandanus(board: Board, wood: Wood) -> None:
    for x in (-14, -7, 8, 15):
        board.sheet(limb([(x, 2), (x * 0.4, -18)], [2.6, 2.2]), wood.bark, 1)
    board.sheet(limb([(0, -12), (0, -38), (-10, -58)], [6, 5, 4]), wood.bark, 2)
    board.sheet(limb([(0, -34), (14, -52)], [4, 3]), wood.bark, 2)
    for cx, cy, size in ((-10, -60, 1.0), (15, -54, 0.8)):
        for i, turn in enumerate((-100, 100, -70, 70, -40, 40, -12, 14)):
            with board.at(cx, cy, size, turn=turn):
                board.sheet(limb([(0, 0), (2, -18), (0, -36)], [4, 5, 0.8]), wood.leaf[i % 2], 1.5)


def _euphorbia(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (0, -36)], [7, 6]), wood.bark, 3)
    for i in range(9):
        x = -28 + 7 * i
        top = -96 + abs(x) * 0.5
        board.sheet(limb([(0, -32), (x * 0.8, -44), (x, -60), (x, top)], [4, 4.6, 4.6, 3.6]), wood.leaf[i % 2], 1.6)


def _willow(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (-3, -30), (2, -62)], [10, 7, 4]), wood.bark, 4)
    board.sheet(
        smooth([(0, -98), (-30, -80), (-38, -38), (-30, -12), (-20, -40), (-12, -16), (0, -42), (12, -14), (20, -40),
                (31, -10), (38, -40), (28, -82)], closed=True), wood.leaf[0], 5,
    )  # fmt: skip
    board.sheet(
        smooth([(-2, -92), (-24, -76), (-26, -36), (-14, -52), (-2, -34), (8, -54), (20, -34), (20, -76)], closed=True),
        wood.leaf[1], 3,
    )  # fmt: skip


def _mangrove(board: Board, wood: Wood) -> None:
    for x in (-30, -18, -8, 9, 20, 31):
        board.sheet(limb([(x, 4), (x * 0.66, -24), (0, -58)], [2.6, 3, 4]), wood.bark, 1.5)
    crown(board, ((0, -74, 28, 19), (-24, -58, 20, 13), (25, -59, 20, 13)), wood.leaf)


def _cactus(board: Board, wood: Wood) -> None:
    for way, low, high in ((-1, -40, -70), (1, -52, -86)):
        board.sheet(
            limb([(0, low), (way * 16, low - 3), (way * 20, low - 12), (way * 20, high)], [9, 10, 11, 9]),
            wood.leaf[1], 4,
        )  # fmt: skip
    board.sheet(limb([(0, 0), (0, -50), (0, -98)], [17, 18, 13]), wood.leaf[1], 5)
    for dx in (-4, 0, 4):
        board.stroke(line((dx, -6), (dx * 0.8, -92)), wood.leaf[2], 1, 0.6)


def _treefern(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (2, -30), (0, -60)], [6, 5, 5]), wood.bark, 3)
    for i, turn in enumerate((-100, 98, -72, 70, -46, 44, -18, 16)):
        with board.at(0, -60, turn=turn):
            board.sheet(limb([(0, 0), (2, -20), (-2, -40)], [2, 10, 1]), wood.leaf[i % 2], 2)


def _dead(board: Board, wood: Wood) -> None:
    board.sheet(limb([(0, 2), (-3, -34), (4, -66), (-2, -92)], [10, 7, 4, 1]), wood.bark, 3)
    for start, end in (((-2, -34), (-24, -58)), ((2, -48), (24, -72)), ((3, -60), (-12, -84))):
        board.sheet(limb([start, end], [4, 1]), wood.bark, 1)


KINDS: dict[str, Callable[[Board, Wood], None]] = {
    "round": _round, "apple": _apple, "jacaranda": _jacaranda, "blossom": _blossom, "mango": _mango,
    "breadfruit": _breadfruit, "banyan": _banyan, "acacia": _acacia, "baobab": _baobab, "cypress": _cypress,
    "olive": _olive, "umbrella": _umbrella, "birch": _birch, "eucalypt": _eucalypt, "puya": _puya, "jungle": _jungle,
    "banana": _banana, "bamboo": _bamboo, "cloudpine": _cloudpine, "datepalm": _datepalm, "pandanus": _pandanus,
    "euphorbia": _euphorbia, "willow": _willow, "mangrove": _mangrove, "cactus": _cactus, "treefern": _treefern,
    "dead": _dead,
}  # fmt: skip
"""``poplar``, ``conifer``, ``palm`` and ``bare`` are drawn by ``plants.draw_tree``."""
