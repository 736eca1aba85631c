"""Music and play."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, GOLD, PALE_WOOD, WOOD, Prop, Trim, stand, tint


def _drum(board: Board, trim: Trim) -> None:
    """A drum with its sticks, which beat."""
    body, cream = trim.own(board, 0xB23A2E), tint(board, 0xF3E3BC, 0.8)
    stand(board, 13)
    board.sheet(smooth([(-12.4, -22), (12.4, -22), (10, 0), (-10, 0)], closed=True, tension=14), body, 3)
    for i in range(-2, 3):
        board.stroke(line((i * 5.6 - 2.8, -22), (i * 4.8, 0), (i * 5.6 + 2.8, -22)), cream, 1, 0.9)
    board.sheet(box(-11, -3, 21.6, 3.4, 1.5), darker(body, 0.2), 1)
    board.sheet(oval(0, -22, 13, 4), cream, 2)
    board.stroke(oval(0, -22, 13, 4), darker(body, 0.15), 1)
    for side in (-1, 1):
        up = 9 * max(0.0, trim.swing() * side)
        with board.at(side * 4, -24 - up, turn=side * (38 - up)):
            board.sheet(limb([(0, 0), (0, -20)], [1.8, 1.6]), tint(board, PALE_WOOD), 1)
            board.sheet(oval(0, 0, 2, 2), tint(board, WOOD), 0.6)


def _flute(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xC29455)
    board.sheet(limb([(0, 0), (0, -40)], [4.4, 4.4]), wood, 2)
    for y in (-3, -37):
        board.sheet(box(-2.8, y - 1.5, 5.6, 3, 1), darker(wood, 0.2), 0.6)
    for i in range(5):
        board.flat(oval(0.4, -8 - i * 5, 1, 0.9), darker(wood, 0.65))


def _panpipe(board: Board, trim: Trim) -> None:
    cane = trim.own(board, 0xD8B060)
    for i in range(7):
        tall = 27 - i * 2.6
        board.sheet(box(-13 + i * 3.8, -28, 3.6, tall, 1.6), darker(cane, 0.06 * (i % 2)), 1.2)
        board.flat(oval(-11.2 + i * 3.8, -27, 1.2, 0.7), darker(cane, 0.6))
    board.sheet(polygon([(-14, -20), (14, -22), (14, -18.6), (-14, -16)]), tint(board, 0xB8472F), 1)


def _guitar(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xC98445)
    dark = tint(board, 0x5C3A2A)
    board.sheet(box(-2.4, -80, 4.8, 50, 1), dark, 2)
    board.sheet(box(-3.8, -90, 7.6, 12, 2), dark, 1.5)
    for y in (-87, -82):
        for x in (-5, 5):
            board.flat(oval(x, y, 1.3, 1), tint(board, CREAM))
    body = smooth(
        [
            (0, -40),
            (9, -38),
            (11, -30),
            (9, -24),
            (15, -14),
            (12, -2),
            (0, 0),
            (-12, -2),
            (-15, -14),
            (-9, -24),
            (-11, -30),
            (-9, -38),
        ],
        closed=True,
    )
    board.sheet(body, wood, 3.5)
    board.flat(oval(0, -25, 5, 5), darker(wood, 0.7))
    board.stroke(oval(0, -25, 6.2, 6.2), lighter(wood, 0.45), 0.9)
    board.sheet(box(-6, -10, 12, 2.4, 1), dark, 0.8)
    for k in (-1.4, -0.5, 0.5, 1.4):
        board.stroke(line((k, -84), (k, -9)), tint(board, 0xF4EEDD), 0.45, 0.9)


def _trumpet(board: Board, trim: Trim) -> None:
    brass = trim.own(board, GOLD)
    board.sheet(limb([(-24, -14), (14, -14)], [2.4, 2.8]), brass, 1.5)
    board.sheet(
        smooth([(10, -16), (20, -18), (28, -24), (29, -14), (28, -4), (20, -10), (10, -12)], closed=True, tension=9),
        brass,
        2,
    )
    board.stroke(smooth([(-10, -14), (-14, -10), (-12, -5), (6, -5), (9, -9), (6, -14)]), brass, 2.4)
    for x in (-6, -1, 4):
        board.sheet(box(x - 1.6, -21, 3.2, 15, 1), darker(brass, 0.12), 0.8)
        board.flat(oval(x, -21.6, 1.8, 0.9), lighter(brass, 0.4))
    board.flat(oval(28.4, -14, 1.5, 9), darker(brass, 0.35))


def _rattle(board: Board, trim: Trim) -> None:
    with board.at(0, 0, turn=9 * trim.swing()):
        board.sheet(limb([(0, 0), (0, -20)], [3.4, 3]), tint(board, PALE_WOOD), 1.5)
        gourd = trim.own(board, 0xD9722F)
        board.sheet(
            smooth([(-2, -18), (2, -18), (8.6, -29), (6, -38), (0, -41), (-6, -38), (-8.6, -29)], closed=True),
            gourd,
            2.5,
        )
        cream = tint(board, CREAM)
        board.stroke(smooth([(-7.8, -27), (0, -25), (7.8, -27)]), cream, 1.3)
        for i in range(5):
            x = -5.6 + i * 2.8
            board.flat(polygon([(x - 1.4, -31), (x, -34), (x + 1.4, -31)]), cream)


def _bell(board: Board, trim: Trim) -> None:
    brass = trim.own(board, GOLD)
    with board.at(0, -32, turn=12 * trim.swing()):
        board.sheet(oval(0, 1, 3, 3), darker(brass, 0.2), 1)
        with board.at(0, 8, turn=14 * trim.swing(1, 0.12)):
            board.sheet(limb([(0, 8), (0, 21)], [1.4, 1.6]), darker(brass, 0.4), 0.5)
            board.sheet(oval(0, 22, 3, 3), darker(brass, 0.35), 1)
        board.sheet(
            smooth([(-5, 4), (5, 4), (9, 14), (14, 25), (0, 27.5), (-14, 25), (-9, 14)], closed=True, tension=8),
            brass,
            3,
        )
        board.stroke(smooth([(-11, 19.6), (0, 21.6), (11, 19.6)]), lighter(brass, 0.5), 1.3, 0.9)
        board.flat(limb([(-4, 8), (-7, 18)], [1.6, 2.4]), lighter(brass, 0.55), 0.7)


def _mask(board: Board, trim: Trim) -> None:
    face = trim.own(board, 0x9C4A2F)
    cream = tint(board, CREAM)
    for side in (-1, 1):
        for k in range(4):
            board.sheet(
                limb([(side * (4 + 3 * k), -42 + 2.5 * k), (side * (8 + 5.6 * k), -56 + 4.6 * k)], [4, 1.5]),
                tint(board, STRAWY),
                1,
            )
    board.sheet(
        smooth([(0, -46), (14, -41), (16, -24), (9, -6), (0, 0), (-9, -6), (-16, -24), (-14, -41)], closed=True),
        face,
        3,
    )
    for side in (-1, 1):
        board.sheet(
            smooth([(side * 3, -28), (side * 7.5, -31), (side * 12, -28), (side * 7.5, -26)], closed=True), cream, 0.8
        )
        board.flat(oval(side * 7.5, -28.5, 1.8, 1.8), 0x241C20)
        board.stroke(smooth([(side * 2.6, -33), (side * 7.5, -36), (side * 13, -33)]), darker(face, 0.6), 1.6)
        for k in range(3):
            board.flat(oval(side * (6 + k * 2.6), -19 + k * 1.2, 0.9, 0.9), cream)
    board.sheet(
        smooth([(-1.6, -32), (1.6, -32), (4, -18), (0, -16), (-4, -18)], closed=True, tension=9), darker(face, 0.14), 1
    )
    board.sheet(oval(0, -10, 5, 2.8), cream, 0.6)
    board.flat(oval(0, -10, 3.4, 1.3), darker(face, 0.7))
    for x in (-4, 0, 4):
        board.flat(polygon([(x - 1.6, -39), (x, -43), (x + 1.6, -39), (x, -36)]), cream)


STRAWY = 0xD9A94E


def _ball(board: Board, trim: Trim) -> None:
    """A ball that rolls."""
    stand(board, 8)
    base = trim.own(board, 0xD9483B)
    with board.at(0, -10):
        ball = oval(0, 0, 10, 10)
        board.sheet(ball, base, 2.5)
        with board.within(ball):
            cream = tint(board, CREAM)
            for k in range(3):
                a = 2 * pi * (k / 3 + trim.phase / 3)
                board.flat(
                    smooth(
                        [(0, 0), (14 * cos(a), 14 * sin(a)), (14 * cos(a + 1.05), 14 * sin(a + 1.05))],
                        closed=True,
                        tension=30,
                    ),
                    cream,
                )
        board.flat(oval(0, 0, 2.4, 2.4), tint(board, 0x2F7F86))
        board.flat(oval(-3.6, -4.6, 2.4, 1.8), 0xFFFFFF, 0.4)


def _kite(board: Board, trim: Trim) -> None:
    """A kite in the air about (0, 0), its tail in the wind."""
    own = trim.own(board, 0xD9483B)
    with board.at(0, 3 * trim.swing(1, 0.25), turn=20 + 5 * trim.swing()):
        points: list[Point] = [(0, 24)]
        points += [(5 * sin(2 * pi * (trim.phase - k * 0.22)) * min(1, k / 2), 24 + k * 9) for k in range(1, 6)]
        board.stroke(smooth(points), tint(board, CREAM), 1)
        for k, (x, y) in enumerate(points[1:]):
            tone = tint(board, (0xE8B83A, 0x2F7F86, 0xD9483B)[k % 3])
            board.sheet(polygon([(x - 4.6, y - 3), (x, y), (x - 4.6, y + 3)]), tone, 0.8)
            board.sheet(polygon([(x + 4.6, y - 3), (x, y), (x + 4.6, y + 3)]), tone, 0.8)
        board.sheet(polygon([(0, -28), (19, -4), (0, 25), (-19, -4)]), own, 3)
        board.flat(polygon([(0, -28), (19, -4), (0, -4)]), tint(board, 0xE8B83A))
        board.flat(polygon([(0, 25), (-19, -4), (0, -4)]), tint(board, 0x2F7F86))
        board.stroke(line((0, -28), (0, 25)), darker(own, 0.35), 0.9)
        board.stroke(line((-19, -4), (19, -4)), darker(own, 0.35), 0.9)


def _doll(board: Board, trim: Trim) -> None:
    dress, skin = trim.own(board, 0x2F7F86), tint(board, 0xD9A577)
    for x in (-3, 3):
        board.sheet(limb([(x, -8), (x, -1)], [3.4, 3]), skin, 0.8)
    for side in (-1, 1):
        board.sheet(limb([(side * 4, -19), (side * 11, -15)], [3.6, 3]), skin, 0.8)
    board.sheet(smooth([(-3.6, -21), (3.6, -21), (10, -5), (0, -3.4), (-10, -5)], closed=True, tension=9), dress, 2)
    board.stroke(smooth([(-8.4, -8), (0, -6.4), (8.4, -8)]), tint(board, CREAM), 1.2)
    for side in (-1, 1):
        board.sheet(limb([(side * 5, -31), (side * 8.4, -26), (side * 8, -20)], [4, 3.6, 2]), tint(board, 0x4A2E22), 1)
    board.sheet(oval(0, -27.5, 7, 6.8), skin, 1.5)
    board.sheet(
        smooth([(-7, -27), (-6, -33.4), (0, -35.4), (6, -33.4), (7, -27), (3, -31), (-3, -31)], closed=True),
        tint(board, 0x4A2E22),
        1,
    )
    for x in (-2.4, 2.4):
        board.flat(oval(x, -27, 0.9, 1), 0x241C20)
    board.stroke(smooth([(-1.8, -24.2), (0, -23.4), (1.8, -24.2)]), tint(board, 0xB8472F), 0.8)


MUSIC: dict[str, Prop] = {
    "drum": Prop(draw=_drum, grip=(0, -12), cycle_s=0.8, size=0.4),
    "flute": Prop(draw=_flute, medium="hand", grip=(0, -12), size=0.35),
    "panpipe": Prop(draw=_panpipe, medium="hand", grip=(0, -18), size=0.2),
    "guitar": Prop(draw=_guitar, medium="hand", grip=(0, -62)),
    "trumpet": Prop(draw=_trumpet, medium="hand", grip=(-2, -10)),
    "rattle": Prop(draw=_rattle, medium="hand", grip=(0, -6), size=0.22, cycle_s=0.6),
    "bell": Prop(draw=_bell, medium="hand", grip=(0, -32), size=0.16, cycle_s=1.0),
    "mask": Prop(draw=_mask, medium="hand", grip=(0, -4), size=0.25),
    "ball": Prop(draw=_ball, medium="ground", grip=(0, -10), size=0.13, cycle_s=1.0),
    "kite": Prop(draw=_kite, medium="air", grip=(0, 0), cycle_s=3.0),
    "doll": Prop(draw=_doll, medium="hand", grip=(8, -15), size=0.2),
}
