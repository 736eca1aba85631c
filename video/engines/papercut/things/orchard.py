"""Fruit trees, young trees and what grows, lies and is heaped about them."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import Prop, Trim, stand, tint

_BARK = 0x7A5840
_EARTH = 0x7A5638
FRUITS: dict[str, int] = {
    "apple_tree": 0xC8393B, "orange_tree": 0xEE8F2E, "lemon_tree": 0xF1CE3C, "pear_tree": 0xC9C14A,
    "cherry_tree": 0xB3243C, "peach_tree": 0xF0A272, "mango_tree": 0xE8A53A, "fig_tree": 0x6B4A78,
}  # fmt: skip
"""Fruit trees by the colour of their fruit."""


def _crown(board: Board, puffs: tuple[tuple[float, float, float], ...], sway: float, colour: int | None = None) -> None:
    """A crown of leaf-coloured clouds: (x, y, radius), the hindmost first; or of another colour."""
    for k, (x, y, r) in enumerate(puffs):
        leaf = board.light.leaf[k % 3]
        green = leaf if colour is None else lighter(board.light.dye(colour, 0.75), 0.09 * (k % 3))
        x += sway * (-y - 60) / 60
        edge = [
            (
                x + r * (1 + 0.09 * (-1) ** i) * cos(2 * pi * i / 10),
                y + 0.86 * r * (1 + 0.09 * (-1) ** i) * sin(2 * pi * i / 10),
            )
            for i in range(10)
        ]
        board.sheet(smooth(edge, closed=True), green, 3)
        for i in range(3):
            a = 3.6 + 0.8 * i
            at = (x + 0.62 * r * cos(a), y + 0.55 * r * sin(a))
            board.stroke(smooth([(at[0] - 3, at[1] + 2), at, (at[0] + 3, at[1] + 2)]), lighter(green, 0.22), 1.1, 0.8)


def _fruits(board: Board, places: tuple[Point, ...], colour: int, r: float, sway: float) -> None:
    for x, y in places:
        x += sway * (-y - 60) / 60
        board.sheet(oval(x, y, r, r), colour, 1.3)
        board.flat(oval(x - 0.35 * r, y - 0.35 * r, 0.24 * r, 0.24 * r), 0xFFFFFF, 0.7)


def _fruit_tree(kind: str) -> Callable[[Board, Trim], None]:
    """An old, a little crooked tree with its fruit, if it bears any."""

    def draw(board: Board, trim: Trim) -> None:
        bark, sway = tint(board, _BARK), 1.5 * trim.swing()
        stand(board, 24)
        for points, widths in (
            ([(0, -50), (-14, -70), (-24, -92)], [9, 6, 3.4]),
            ([(2, -52), (16, -72), (27, -90)], [8, 5.4, 3.2]),
        ):
            board.sheet(limb(points, widths), bark, 1.6)
        board.sheet(limb([(-2, 0), (4, -22), (-3, -46), (3, -80)], [17, 12, 11, 6]), bark, 2.4)
        for x, y in ((-3, -12), (2, -30), (0, -44)):
            board.stroke(smooth([(x, y), (x + 1.6, y - 6), (x, y - 11)]), darker(bark, 0.3), 0.9, 0.8)
        _crown(
            board, ((-34, -104, 24), (36, -102, 23), (0, -130, 27), (-16, -112, 26), (20, -110, 27), (2, -96, 22)),
            sway, None if kind in FRUITS else trim.colour,
        )  # fmt: skip
        spots = (
            (-42, -100),
            (-24, -118),
            (-8, -138),
            (10, -122),
            (28, -114),
            (44, -98),
            (-30, -90),
            (-6, -98),
            (18, -94),
            (2, -112),
        )
        if kind in FRUITS:
            _fruits(board, spots, trim.own(board, FRUITS[kind]), 2.6 if kind == "cherry_tree" else 4.2, sway)

    return draw


def _bare_tree(board: Board, trim: Trim) -> None:
    """A tree without a leaf: its trunk, its boughs and their twigs."""
    bark = trim.own(board, _BARK)
    stand(board, 24)
    for points, widths in (
        ([(0, -50), (-16, -72), (-34, -108)], [9, 6, 2]),
        ([(2, -52), (18, -76), (36, -104)], [8, 5.4, 2]),
        ([(-14, -70), (-36, -84), (-48, -88)], [4.4, 3, 1.4]),
        ([(17, -74), (34, -82), (50, -80)], [4.2, 3, 1.4]),
        ([(0, -70), (6, -104), (2, -132)], [6, 3.6, 1.4]),
        ([(5, -100), (16, -116), (20, -130)], [2.8, 2, 1.2]),
        ([(-25, -90), (-22, -108), (-26, -124)], [3, 2, 1.2]),
    ):
        board.sheet(limb(points, widths), bark, 1.6)
    board.sheet(limb([(-2, 0), (4, -22), (-3, -46), (3, -80)], [17, 12, 11, 6]), bark, 2.4)
    for x, y in ((-3, -12), (2, -30), (0, -44)):
        board.stroke(smooth([(x, y), (x + 1.6, y - 6), (x, y - 11)]), darker(bark, 0.3), 0.9, 0.8)


def _potted_lemon(board: Board, trim: Trim) -> None:
    """A young lemon tree in its pot."""
    clay, sway = tint(board, 0xBF6A42), 1.2 * trim.swing()
    stand(board, 17)
    board.sheet(limb([(0, -22), (1.6, -36), (0, -54)], [4.4, 3.4, 3]), tint(board, _BARK), 1.5)
    _crown(board, ((-13, -66, 13), (13, -65, 12.6), (0, -80, 14), (0, -66, 13)), sway)
    spots = ((-16, -62), (-5, -74), (8, -80), (15, -66), (2, -60), (-10, -84))
    yellow = trim.own(board, FRUITS["lemon_tree"])
    for x, y in spots:
        x += sway * (-y - 60) / 60
        board.sheet(
            smooth(
                [(x, y - 5.4), (x + 3.2, y - 1), (x + 2.2, y + 3.4), (x, y + 5), (x - 2.2, y + 3.4), (x - 3.2, y - 1)],
                closed=True,
            ),
            yellow,
            1.2,
        )
        board.flat(oval(x - 1, y - 1.4, 0.8, 1.2), 0xFFFFFF, 0.7)
    board.sheet(oval(0, -24, 14, 3), tint(board, 0x5E4434), 0.8)
    board.sheet(polygon([(-14, -19), (14, -19), (10, 0), (-10, 0)]), clay, 2.2)
    board.sheet(polygon([(-16, -25), (16, -25), (15, -18), (-15, -18)]), lighter(clay, 0.1), 1.6)


def _sapling(board: Board, trim: Trim) -> None:
    """A young tree with bare roots, as it is planted."""
    bark = trim.own(board, 0x8A6446)
    for dx, dy in ((-11, 1), (-6, 6), (0, 8), (7, 5), (11, 0)):
        board.stroke(smooth([(0, -11), (dx * 0.5, -5), (dx, dy - 1)]), darker(bark, 0.2), 1.4)
    board.sheet(limb([(0, -9), (0.8, -36), (0, -72)], [4, 3, 1.8]), bark, 1.6)
    for y, side, long in ((-34, -1, 12), (-44, 1, 14), (-54, -1, 11), (-63, 1, 9)):
        tip = (side * long, y - 11)
        board.sheet(limb([(0.4, y), (side * long * 0.5, y - 4), tip], [2, 1.5, 1]), bark, 0.8)
        for at, turn in ((tip, side * 40), ((side * long * 0.6, y - 6), side * 80)):
            with board.at(*at, turn=turn):
                board.sheet(smooth([(0, 0), (-2.6, -4.4), (0, -9), (2.6, -4.4)], closed=True), board.light.leaf[2], 0.8)
    with board.at(0, -71):
        board.sheet(smooth([(0, 0), (-2.6, -4.4), (0, -9), (2.6, -4.4)], closed=True), board.light.leaf[1], 0.8)


def _twig(board: Board, trim: Trim) -> None:
    """A thin twig with its buds."""
    bark = trim.own(board, 0x86603F)
    board.sheet(limb([(0, 0), (1.4, -14), (0, -34)], [2.6, 2.2, 1.3]), bark, 1.2)
    for y, side in ((-9, 1), (-17, -1), (-25, 1)):
        board.sheet(
            smooth([(0.6, y), (side * 3.6, y - 2.2), (side * 4.2, y - 5), (side * 1.2, y - 3.4)], closed=True),
            tint(board, 0x8FB455),
            0.7,
        )
    board.sheet(smooth([(-1, -33), (0, -38.4), (1.2, -33)], closed=True), tint(board, 0x8FB455), 0.7)


def _twigs(board: Board, trim: Trim) -> None:
    """A bundle of twigs, tied."""
    bark = trim.own(board, 0x86603F)
    for k in range(7):
        x = (k - 3) * 1.9
        top = (x * 2.2, -37 + (k % 3) * 3)
        board.sheet(
            limb([(x * 1.2, -(k % 2) * 1.5), (x * 0.6, -15), top], [2.2, 2, 1.1]), darker(bark, 0.08 * (k % 3)), 0.9
        )
        if k % 2:
            board.sheet(oval(top[0], top[1] - 1, 1.2, 2), tint(board, 0x8FB455), 0.5)
    for y in (-13.6, -16.4):
        board.stroke(smooth([(-6.4, y), (0, y + 1.2), (6.4, y)]), tint(board, 0xD9C79A), 1.8)


def _root(board: Board, trim: Trim) -> None:
    """A root that hangs down from a bank, as long as an arm and more."""
    bark = trim.own(board, 0x6E4E36)
    for points, widths in (
        ([(-3, -88), (-8, -62), (2, -36), (-6, -8)], [5, 4.4, 3.6, 2]),
        ([(3, -90), (9, -66), (0, -42), (7, -18)], [6, 5, 4, 2.2]),
        ([(0, -92), (0, -60), (5, -30), (1, 0)], [8, 6, 4.6, 2.4]),
    ):
        board.sheet(limb(points, widths), bark, 1.8)
        bark = darker(bark, 0.06)
    for x, y, turn in ((-9, -58, -1), (8, -40, 1), (-3, -22, -1)):
        board.stroke(smooth([(x * 0.5, y), (x, y + 5), (x + 4 * turn, y + 12)]), bark, 1.3)
    board.sheet(smooth([(-22, -96), (-12, -88), (0, -86), (14, -88), (24, -96)], closed=True), tint(board, _EARTH), 2)


def _banana_leaf(board: Board, trim: Trim) -> None:
    """A large leaf on its stalk: it keeps the rain off."""
    green = trim.own(board, 0x5E9A48)
    board.sheet(limb([(0, 0), (1, -16), (-2, -34)], [3, 2.8, 2.4]), lighter(green, 0.3), 1.2)
    leaf = [(-2, -30), (-30, -33), (-47, -25), (-36, -41), (-8, -51), (24, -49), (42, -36), (52, -23), (32, -31)]
    path = smooth(leaf, closed=True)
    board.sheet(path, green, 2.4)
    with board.within(path):
        for k in range(8):
            x = -40 + k * 11.4
            board.stroke(smooth([(x + 4, -44), (x, -36), (x - 5, -26)]), darker(green, 0.2), 0.8, 0.8)
    board.stroke(smooth([(-46, -26), (-22, -39), (6, -42), (34, -35), (51, -24)]), lighter(green, 0.4), 1.5)


def _heap(board: Board, trim: Trim, usual: int, half: float, tall: float) -> tuple[int, float]:
    """A rounded heap; answers its colour."""
    coat = trim.own(board, usual)
    stand(board, half * 1.02)
    edge = [(-half, 0), (-0.72 * half, -0.45 * tall), (-0.34 * half, -0.88 * tall), (0.06 * half, -tall),
            (0.44 * half, -0.8 * tall), (0.76 * half, -0.4 * tall), (half, 0), (0, 2.4)]  # fmt: skip
    path = smooth(edge, closed=True)
    board.sheet(path, coat, 3)
    return coat, tall


def _dung_heap(board: Board, trim: Trim) -> None:
    """A heap of dung and straw, flat on top."""
    coat, _ = _heap(board, trim, 0x7A5A38, 36, 36)
    for k in range(30):
        x = board.chance.near(0, 26)
        y = -board.chance.between(2, 33) * max(0.15, 1 - abs(x) / 36)
        turn = board.chance.near(0, 6)
        tone = (0xD9B45B, 0xC79A45)[k % 2]
        board.stroke(line((x - 4, y + turn * 0.3), (x + 4, y - turn * 0.3)), tint(board, tone), 1.2, 0.9)
    for x, y in ((-15, -9), (9, -16), (18, -6), (-4, -24)):
        board.flat(oval(x, y, 4, 2.4), darker(coat, 0.25), 0.7)


def _mound(board: Board, trim: Trim) -> None:
    """A mound of earth with some grass on it."""
    earth, _ = _heap(board, trim, 0x8A6442, 42, 26)
    for x, y in ((-20, -6), (4, -10), (22, -5), (-6, -4)):
        board.flat(oval(x, y, 4.4, 1.6), darker(earth, 0.2), 0.7)
    for k in range(9):
        x = -18 + k * 4.6
        y = -20 - 5.4 * cos((k - 4) / 4.4)
        board.stroke(smooth([(x, y), (x + 1, y - 5), (x + 3 * (-1) ** k, y - 9)]), board.light.leaf[k % 3], 1.6)


def _salt_heap(board: Board, trim: Trim) -> None:
    """Coarse salt in a heap."""
    salt, _ = _heap(board, trim, 0xF6F4EE, 22, 19)
    for _ in range(18):
        x = board.chance.near(0, 17)
        y = -board.chance.between(1, 16) * max(0.15, 1 - abs(x) / 22)
        board.flat(
            polygon([(x - 1, y), (x, y - 1.4), (x + 1.2, y - 0.2), (x, y + 0.9)]),
            board.chance.pick((0xFFFFFF, darker(salt, 0.16))),
        )


def _wildfire(board: Board, trim: Trim) -> None:
    """Fire that runs along the ground, its smoke rising from it."""
    board.glow(0, -20, 120, 0xFF9A3C, 0.5 + 0.06 * trim.swing(2))
    smoke = tint(board, 0x8D8782, 0.7)
    for k in range(5):
        at = (trim.phase + k / 5) % 1.0
        x, y, r = -52 + 26 * k + 16 * at, -40 - 46 * at, 10 + 13 * at
        board.flat(oval(x, y, r, r * 0.8), smoke, 0.5 * sin(pi * at))
    for k in range(13):
        x = -66 + k * 11.0
        tall = 26 + 14 * ((k * 5) % 7) / 7 + 4 * trim.swing(2, k / 13)
        lean = 3 + 2 * trim.swing(1, k / 7)
        outer = [(x - 9, 0), (x - 7, -tall * 0.45), (x + lean, -tall), (x + 6, -tall * 0.4), (x + 9, 0)]
        board.sheet(smooth(outer, closed=True), tint(board, (0xDD4B2B, 0xE8682F)[k % 2], 0.2), 1)
        inner = [(x - 5, 0), (x - 3, -tall * 0.3), (x + lean * 0.6, -tall * 0.62), (x + 3.4, -tall * 0.26), (x + 5, 0)]
        board.sheet(smooth(inner, closed=True), tint(board, 0xF8B93F, 0.2), 0)
    board.sheet(
        smooth([(-78, 1), (-40, -4), (0, -3), (40, -5), (78, 1), (0, 4)], closed=True), trim.own(board, 0x4A3B32), 1
    )


_BAOBAB_BOUGHS = (
    ([(-24, -132), (-46, -158), (-78, -170)], [17, 11, 4]), ([(-14, -136), (-26, -172), (-40, -194)], [15, 10, 4]),
    ([(2, -138), (2, -176), (8, -204)], [14, 9, 4]), ([(18, -136), (32, -168), (48, -190)], [15, 10, 4]),
    ([(26, -130), (52, -154), (84, -166)], [17, 11, 4]), ([(-36, -156), (-62, -190), (-70, -192)], [7, 4, 2]),
    ([(42, -154), (66, -186), (76, -188)], [7, 4, 2]),
)  # fmt: skip
"""Boughs that stand up like roots, with their widths."""
_BAOBAB_LEAVES = (
    (-84, -174, 22, 12), (-42, -200, 24, 12), (-66, -196, 17, 9), (8, -210, 26, 12), (50, -198, 24, 12),
    (74, -192, 17, 9), (88, -172, 23, 12), (-20, -182, 15, 8), (28, -182, 15, 8),
)  # fmt: skip


def _baobab(board: Board, trim: Trim) -> None:
    """A baobab: a trunk like a cask, short boughs like roots, few leaves."""
    bark, sway = tint(board, 0xA08672), 1.2 * trim.swing()
    stand(board, 66)
    for points, widths in _BAOBAB_BOUGHS:
        board.sheet(limb(points, widths), bark, 2)
    trunk = smooth(
        [(-66, 2), (-52, -10), (-50, -40), (-52, -78), (-44, -118), (-26, -144), (0, -134), (26, -144), (46, -116),
         (53, -78), (50, -40), (54, -10), (68, 2), (36, -3), (14, 3), (-16, -2), (-38, 3)], closed=True, tension=8,
    )  # fmt: skip
    board.sheet(trunk, bark, 4)
    with board.within(trunk):
        for x in (-38, -22, -6, 12, 28, 42):
            fold = smooth([(x * 1.1, 0), (x * 0.92, -44), (x, -84), (x * 0.7, -126)])
            board.stroke(fold, darker(bark, 0.3), 1.6, 0.5)
            board.stroke(smooth([(x * 1.1 + 3, -8), (x * 0.92 + 3, -46), (x + 3, -84)]), lighter(bark, 0.25), 1.1, 0.4)
        board.flat(smooth([(26, 6), (34, -60), (22, -150), (80, -140), (80, 6)], closed=True), board.light.shade, 0.12)
    for k, (x, y, rx, ry) in enumerate(_BAOBAB_LEAVES):
        leaf = board.light.leaf[k % 2] if trim.colour is None else board.light.dye(trim.colour, 0.75)
        x += sway * (-y - 150) / 60
        edge = [
            (x + rx * (1 + 0.1 * (-1) ** i) * cos(pi * i / 6), y + ry * (1 + 0.12 * (-1) ** i) * sin(pi * i / 6))
            for i in range(12)
        ]
        board.sheet(smooth(edge, closed=True), leaf, 2.4)
        board.sheet(oval(x - 0.12 * rx, y - 0.3 * ry, rx * 0.62, ry * 0.5), lighter(leaf, 0.14), 1)


ORCHARD: dict[str, Prop] = {
    **{kind: Prop(draw=_fruit_tree(kind), size=2.6, cycle_s=4.0) for kind in FRUITS if kind != "lemon_tree"},
    "shade_tree": Prop(draw=_fruit_tree("shade_tree"), size=2.6, cycle_s=4.0),
    "baobab": Prop(draw=_baobab, size=4.0, cycle_s=4.0),
    "bare_tree": Prop(draw=_bare_tree, size=2.4),
    "lemon_tree": Prop(draw=_potted_lemon, grip=(0, -14), size=1.0, cycle_s=4.0),
    "sapling": Prop(draw=_sapling, medium="hand", grip=(0, -26)),
    "twig": Prop(draw=_twig, medium="hand", grip=(0, -8), size=0.2),
    "twigs": Prop(draw=_twigs, medium="hand", grip=(0, -15), size=0.24),
    "root": Prop(draw=_root),
    "banana_leaf": Prop(draw=_banana_leaf, medium="hand", grip=(0, -8), size=0.6),
    "dung_heap": Prop(draw=_dung_heap, top=-35),
    "mound": Prop(draw=_mound, top=-25),
    "salt_heap": Prop(draw=_salt_heap, size=0.2),
    "wildfire": Prop(draw=_wildfire, size=0.6, cycle_s=1.2),
}
