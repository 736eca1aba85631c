"""Water and cleanness: tippy taps, latrines, filters, tanks, brushes, mops, sponges, hoses, pegs."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CLAY,
    DARK_IRON,
    PALE_WOOD,
    ROPE,
    STRAW,
    WOOD,
    Prop,
    Trim,
    pole,
    stand,
    tint,
)

_STEEL = 0xA9B4BC
_WATER = 0x6FB4CC


def _tippy_tap(board: Board, trim: Trim) -> None:
    """A can hung between forked sticks, tipped by a foot, with soap on a string."""
    can = trim.own(board, 0xE8B62E)
    stand(board, 34)
    for x in (-32, 32):
        board.sheet(limb([(x, 0), (x + 0.6, -36), (x, -68)], [4.4, 4, 4]), tint(board, WOOD), 2)
        for side in (-1, 1):
            board.sheet(limb([(x, -66), (x + side * 5, -77)], [3.4, 2.4]), tint(board, WOOD), 1)
    pole(board, (-39, -69), (39, -69), 3.4, tint(board, PALE_WOOD))
    tip = 8 * max(0.0, trim.swing())
    board.stroke(smooth([(-8, -40), (-16, -20), (-24, -4)]), tint(board, ROPE), 1.1)
    pole(board, (-38, -2 - tip * 0.3), (-8, -2.4), 3, tint(board, WOOD))
    with board.at(2, -50, turn=tip + 10):
        board.stroke(line((-2, -17), (-4, 0)), tint(board, ROPE), 1.2)
        body = [(-13, -8), (5, -8), (8, -11), (12, -9), (13, -4), (12, 12), (-13, 12)]
        board.sheet(smooth(body, closed=True, tension=14), can, 2.4)
        board.stroke(smooth([(-9, -7), (-7, -11), (0, -11), (2, -7)]), darker(can, 0.1), 2.4)
        for a, b in (((-9, -3), (8, 9)), ((8, -3), (-9, 9))):
            board.stroke(line(a, b), darker(can, 0.18), 1.6, 0.8)
    for k in range(3):
        board.flat(oval(17.4 + k * 0.5, -42 + k * 9 + 3 * trim.phase, 1, 1.9), tint(board, _WATER))
    board.stroke(line((-22, -68), (-22, -44)), tint(board, ROPE), 0.9)
    board.sheet(box(-26, -44, 8, 6.4, 2.4), tint(board, 0xE3A0AE), 1.2)


def _latrine(board: Board, trim: Trim) -> None:
    """A hut of boards with a moon in its door and a pipe for the air."""
    wood = trim.own(board, 0xA87B4F)
    stand(board, 40)
    board.sheet(box(27, -138, 5, 40, 1), tint(board, 0xCFD4D6), 1.4)
    board.sheet(box(25.6, -140, 7.8, 3.4, 1), darker(tint(board, 0xCFD4D6), 0.3), 0.8)
    board.sheet(box(-34, -104, 68, 104), wood, 3)
    for x in range(-26, 34, 9):
        board.stroke(line((x, -103), (x, -1)), darker(wood, 0.22), 0.8)
    board.sheet(polygon([(-42, -100), (42, -114), (42, -107), (-42, -93)]), tint(board, 0x8D6B52), 2.6)
    board.sheet(box(-19, -84, 38, 84, 1), lighter(wood, 0.12), 2)
    for x in (-10, 0, 10):
        board.stroke(line((x, -83), (x, -1)), darker(wood, 0.14), 0.7)
    board.sheet(
        smooth([(3, -73), (-6, -70), (-6, -60), (3, -57), (-1, -65)], closed=True, tension=6), darker(wood, 0.65), 0
    )
    board.sheet(box(12, -44, 3, 7, 1), tint(board, DARK_IRON), 0.8)


def _water_filter(board: Board, trim: Trim) -> None:
    """A pot of clay over a bucket with a small tap, as water is made clean with."""
    pail = trim.own(board, 0x3F87B0)
    stand(board, 16)
    board.sheet(polygon([(-16, -34), (16, -34), (13, 0), (-13, 0)]), pail, 2.6)
    board.stroke(line((-15, -28), (15, -28)), lighter(pail, 0.3), 1)
    board.sheet(polygon([(-15, -52), (15, -52), (11.6, -33), (-11.6, -33)]), tint(board, CLAY), 2)
    board.sheet(box(-18, -56, 36, 5, 2), darker(pail, 0.1), 1.6)
    board.sheet(box(-3, -59, 6, 3.4, 1), darker(pail, 0.1), 0.8)
    board.sheet(box(13, -10, 8, 3.2, 1), tint(board, _STEEL), 0.8)
    board.sheet(box(18, -10, 3, 6, 1), tint(board, _STEEL), 0.6)
    board.flat(oval(19.4, -1.6, 1, 1.8), tint(board, _WATER))


def _water_tank(board: Board, trim: Trim) -> None:
    """A large tank of plastic on a low wall, with a tap."""
    tank = trim.own(board, 0x31404A)
    stand(board, 36)
    board.sheet(box(-36, -14, 72, 14, 1), tint(board, 0xA9A296), 2)
    board.sheet(
        smooth([(-32, -14), (-32, -84), (-14, -96), (14, -96), (32, -84), (32, -14)], closed=True, tension=16), tank, 3
    )
    for y in (-76, -60, -44, -28):
        board.stroke(smooth([(-31, y), (0, y + 3), (31, y)]), lighter(tank, 0.22), 1.6)
    board.sheet(box(-10, -101, 20, 6, 2), darker(tank, 0.1), 1.4)
    board.sheet(box(31, -24, 9, 3.4, 1), tint(board, _STEEL), 0.8)
    board.sheet(box(37, -24, 3.2, 7, 1), tint(board, _STEEL), 0.6)


def _toothbrush(board: Board, trim: Trim) -> None:
    grip = trim.own(board, 0x3FA08A)
    with board.at(0, 0, turn=24):
        board.sheet(limb([(0, 0), (0, -18), (0, -34)], [3.4, 2.8, 2]), grip, 1.4)
        board.sheet(box(-1.4, -41, 3, 9, 1.2), grip, 1)
        for k in range(5):
            board.sheet(box(1.4, -40.4 + 1.7 * k, 4, 1.5, 0.3), tint(board, 0xF4F4EE), 0.3)


def _mop(board: Board, trim: Trim) -> None:
    pole(board, (0, -12), (1, -92), 3, tint(board, PALE_WOOD))
    strands = trim.own(board, 0xE8E2D0)
    for k in range(9):
        x = -14 + 3.5 * k
        board.sheet(limb([(x * 0.24, -14), (x * 0.8, -7), (x, 1)], [3, 3.6, 3.2]), darker(strands, 0.05 * (k % 3)), 0.8)
    board.sheet(box(-5, -17, 10, 5, 1.6), tint(board, 0xB5453F), 1.2)


def _brush(board: Board, trim: Trim) -> None:
    """A brush for scrubbing."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 15)
    for k in range(14):
        board.sheet(box(-14 + 2.05 * k, -8, 1.9, 8, 0.4), tint(board, (0xEAD9AE, 0xD8C08A)[k % 2]), 0.4)
    board.sheet(smooth([(-17, -8), (-12, -14), (12, -14), (17, -8)], closed=True, tension=9), wood, 1.8)


def _sponge(board: Board, trim: Trim) -> None:
    foam = trim.own(board, 0xEDC44F)
    stand(board, 13)
    board.sheet(box(-13, -11, 26, 11, 3.4), foam, 2)
    for x, y in ((-9, -8), (-4, -4), (1, -8), (6, -5), (9.6, -8.4), (-8, -3), (2.6, -2.6)):
        board.flat(oval(x, y, 1.2, 0.9), darker(foam, 0.3), 0.8)


def _hose(board: Board, trim: Trim) -> None:
    """A garden hose in coils, water running from its end."""
    rubber = trim.own(board, 0x4E9A4A)
    stand(board, 26)
    for k in range(4):
        board.stroke(oval(-4, -9 - 3.4 * k, 22 - k, 8.4), darker(rubber, 0.25), 4.4)
        board.stroke(oval(-4, -9.6 - 3.4 * k, 22 - k, 8.4), rubber, 3.2)
    board.stroke(smooth([(17, -12), (26, -8), (32, -14), (36, -24)]), darker(rubber, 0.2), 4.2)
    board.stroke(smooth([(17, -12.6), (26, -8.6), (32, -14.6), (36, -24)]), rubber, 3)
    board.sheet(polygon([(33.6, -23), (38.4, -24.4), (41, -33), (37.4, -34)]), tint(board, 0xD9A23A), 1.2)


def _peg(board: Board, trim: Trim) -> None:
    """A clothes peg."""
    wood = trim.own(board, 0xD9B07A)
    for side in (-1, 1):
        board.sheet(
            limb([(side * 3.6, 0), (side * 1.6, -11), (side * 2.6, -22)], [2.6, 3.4, 2.8]),
            darker(wood, 0.04 + 0.06 * side),
            1,
        )
    board.stroke(line((-3.4, -12), (3.4, -12)), tint(board, DARK_IRON), 1.4)


def _pulley(board: Board, trim: Trim) -> None:
    """A wheel on a hook with a rope over it."""
    wheel = trim.own(board, 0x8A5E3C)
    board.stroke(line((-9, -12), (-9, 24)), tint(board, ROPE), 2)
    board.stroke(line((9, -12), (9, 14)), tint(board, ROPE), 2)
    board.sheet(polygon([(-3, -26), (3, -26), (4, -8), (-4, -8)]), tint(board, DARK_IRON), 1)
    board.sheet(oval(0, -12, 10, 10), wheel, 2)
    board.stroke(oval(0, -12, 8, 8), tint(board, ROPE), 2)
    board.sheet(oval(0, -12, 2.4, 2.4), tint(board, STRAW), 0.8)
    board.stroke(smooth([(0, -26), (4, -30), (0, -34), (-4, -31)]), tint(board, DARK_IRON), 2)


WASHING: dict[str, Prop] = {
    "tippy_tap": Prop(draw=_tippy_tap, size=0.75, cycle_s=3.0),
    "latrine": Prop(draw=_latrine, size=1.4),
    "water_filter": Prop(draw=_water_filter, size=0.5),
    "water_tank": Prop(draw=_water_tank, size=1.2),
    "toothbrush": Prop(draw=_toothbrush, medium="hand", grip=(4, -10), size=0.1),
    "mop": Prop(draw=_mop, medium="hand", grip=(1, -58), size=0.8),
    "brush": Prop(draw=_brush, medium="hand", grip=(0, -11), size=0.05),
    "sponge": Prop(draw=_sponge, medium="hand", grip=(0, -6), size=0.04),
    "hose": Prop(draw=_hose, grip=(38, -26), size=0.3),
    "peg": Prop(draw=_peg, medium="hand", grip=(0, -8), size=0.04),
    "pulley": Prop(draw=_pulley, medium="hand", grip=(0, -30), size=0.25),
}
