"""Seal, octopus, crab and other life of the sea."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.moment import INK, TONGUE, Moment, draw_eye, own


def draw_seal(board: Board, moment: Moment) -> None:
    """A seal that lies with its head up, 34 high; swimming it is stretched about (0, 0)."""
    coat = own(board, moment, 0x7F8894)
    pale = board.light.dye(0xD8DADA, 0.65)
    swims = moment.gait == "swim"
    wave = moment.swing()
    asleep = moment.gait == "sleep"
    if not swims:
        board.shadow(oval(-2, -0.3, 33, 2.4), 4, 0.45)
    with board.at(0, 8 if swims else 0):
        up = 0.0 if swims or asleep else 1.0
        for dy in (-3.5, 2.5):
            board.sheet(
                limb([(-30, -5), (-38, -5 + dy * 0.7), (-44, -6 + dy + 2 * wave)], [5, 6, 2]), darker(coat, 0.2), 1.2
            )
        head = (26 + 2 * (1 - up), -9 - 20 * up + 0.6 * wave)
        body = limb([(-34, -5), (-16, -9), (8, -11 - 2 * up), (20, -12 - 8 * up), head], [4, 15, 22, 17, 13])
        board.sheet(body, coat, 3)
        with board.within(body):
            board.flat(oval(6, 0, 22, 6), pale, 0.85)
            for i in range(7):
                board.flat(oval(-22 + i * 6, -12 - (i % 3) * 2, 1.4, 1), darker(coat, 0.25))
        with board.at(8, -5, turn=10 * wave if swims else 0):
            board.sheet(limb([(0, -2), (-2, 3), (-11, 4.6)], [7, 6, 2]), darker(coat, 0.14), 1.5)
        with board.at(*head, turn=(8 if asleep else -6 * moment.mouth)):
            board.sheet(oval(0.5, 0, 7.8, 7), coat, 1.6)
            board.flat(oval(3.5, 5.4, 3, 0.6 + 2 * moment.mouth), TONGUE)
            board.sheet(oval(5.4, 2.4, 4, 3.2), pale, 0.6)
            board.flat(oval(8, 0.6, 1.7, 1.3), INK)
            for k in (-1, 0.4, 1.8):
                board.stroke(smooth([(5, 2.4), (0, 3.4 + k)]), lighter(coat, 0.5), 0.5, 0.8)
            draw_eye(board, 2, -2, 1.6, moment, lid=coat)


def draw_octopus(board: Board, moment: Moment) -> None:
    """An octopus, 44 high; its middle is at (0, 0)."""
    coat = own(board, moment, 0xC7556A)
    for i in range(8):
        side = -1 if i < 4 else 1
        k = i % 4
        curl = 3 * moment.swing(1, 0.13 * i)
        x = side * (3 + 4.5 * k)
        tip = (side * (9 + 8.5 * k) + curl, 20 - 2.6 * k + curl * 0.5)
        arm = [(x * 0.7, 2), (x * 1.1, 10), (side * (6 + 7 * k), 16 - k), tip, (tip[0] + side * 3, tip[1] - 5)]
        board.sheet(limb(arm, [6, 5.4, 4.4, 3.2, 1.2]), darker(coat, 0.18 if k % 2 else 0.06), 1.6)
    puff = 0.6 * moment.swing()
    board.sheet(
        smooth(
            [(-13 - puff, -8), (-11, -20), (0, -25 - puff), (11, -20), (13 + puff, -8), (9, 4), (-9, 4)], closed=True
        ),
        coat,
        3,
    )
    for x, y in ((-6, -18), (2, -20), (7, -14)):
        board.flat(oval(x, y, 1.8, 1.3), lighter(coat, 0.3))
    for x in (-4.6, 4.6):
        board.sheet(oval(x, -5, 3.6, 3.8), 0xFBF6EA, 0.6)
        draw_eye(board, x, -4.8, 1.9, moment, lid=coat)
    board.flat(oval(0, 1.2, 2, 0.6 + 1.4 * moment.mouth), TONGUE)


def draw_crab(board: Board, moment: Moment) -> None:
    """A crab seen from before, 26 high."""
    coat = own(board, moment, 0xD9583B)
    walks = moment.gait in ("walk", "run")
    board.shadow(oval(0, -0.3, 24, 2), 4, 0.45)
    for side in (-1, 1):
        for k in range(3):
            step = 2.4 * moment.swing(1, 0.33 * k + (0.5 if side > 0 else 0)) if walks else 0.0
            foot = (side * (17 + 4.5 * k) + step, -0.8 - max(0.0, step) * 0.8)
            board.sheet(
                limb([(side * 11, -8), (side * (17 + 3 * k), -11 + k), foot], [3.6, 3, 1.2]), darker(coat, 0.2), 1
            )
        with board.at(side * 15, -14, flip=side < 0, turn=side * -6 * max(0.0, moment.swing())):
            board.sheet(limb([(-5, 3), (2, 1), (6, -4)], [4, 4, 4.4]), darker(coat, 0.1), 1)
            for turn in (-16 - 14 * moment.mouth, 16):
                with board.at(6.5, -5, turn=turn):
                    board.sheet(smooth([(-3, 2), (-3.6, -4), (0, -10), (2.6, -3), (2, 2)], closed=True), coat, 1.4)
        board.sheet(limb([(side * 4, -13), (side * 4.6, -20)], [2.4, 2]), coat, 0.8)
    board.sheet(
        smooth([(-16, -9), (-11, -16), (0, -17.5), (11, -16), (16, -9), (9, -3), (-9, -3)], closed=True), coat, 3
    )
    for side in (-1, 1):
        board.sheet(oval(side * 4.8, -21, 2.8, 2.8), 0xFBF6EA, 0.8)
        draw_eye(board, side * 4.6, -21, 1.5, moment, lid=lighter(coat, 0.2))
    board.stroke(smooth([(-4, -8), (0, -6.4), (4, -8)]), darker(coat, 0.5), 1)


def draw_jellyfish(board: Board, moment: Moment) -> None:
    """A jellyfish, 46 high, its middle at (0, 0)."""
    coat = own(board, moment, 0xD59AC4)
    pulse = 1.6 * moment.swing()
    for i in range(6):
        x = -11 + i * 4.4
        points = [(x, -4)]
        points += [(x + 2.4 * sin(2 * pi * (moment.phase + 0.22 * k + 0.1 * i)), -4 + 7.5 * k) for k in range(1, 4)]
        board.sheet(limb(points, [3.2, 2.8, 2.2, 1]), lighter(coat, 0.2 * (i % 2)), 0.8)
    dome = smooth([(-16 - pulse, -3), (-13 - pulse, -15), (0, -23 + pulse), (13 + pulse, -15), (16 + pulse, -3), (8,
        -5.5), (0, -3), (-8, -5.5)],
                  closed=True)  # fmt: skip
    board.sheet(dome, coat, 3)
    board.flat(smooth([(-9, -9), (-6, -16), (0, -18.5)]), lighter(coat, 0.5), 0.0)
    board.stroke(smooth([(-10, -9), (-7, -15), (-1, -18)]), lighter(coat, 0.6), 1.8, 0.8)
    for x in (-4, 4):
        draw_eye(board, x, -9, 1.4, moment, lid=coat)


def draw_starfish(board: Board, moment: Moment) -> None:
    """A starfish, 30 wide, lying at (0, 0)."""
    coat = own(board, moment, 0xE8894A)
    points: list[Point] = []
    for k in range(10):
        a = pi * k / 5 - pi / 2 + 0.04 * moment.swing()
        r = 15.0 if k % 2 == 0 else 6.6
        points.append((r * cos(a), r * sin(a) - 12))
    board.sheet(smooth(points, closed=True, tension=7.5), coat, 3)
    for k in range(5):
        a = 2 * pi * k / 5 - pi / 2
        for r in (6.0, 9.5):
            board.flat(oval(r * cos(a), r * sin(a) - 12, 1, 1), lighter(coat, 0.5))
    for x in (-2.4, 2.4):
        draw_eye(board, x, -13, 1.2, moment, lid=coat)
    board.stroke(smooth([(-2, -9.6), (0, -8.6), (2, -9.6)]), darker(coat, 0.6), 0.8)


def draw_seahorse(board: Board, moment: Moment) -> None:
    """A seahorse, 46 high, its middle at (0, 0)."""
    coat = own(board, moment, 0xE2A93E)
    sway = moment.swing()
    with board.at(0, sway):
        with board.at(-5, -2, turn=10 * moment.swing(3)):
            board.sheet(smooth([(1, -5), (-9, -6), (-8, 3), (1, 4)], closed=True), lighter(coat, 0.35), 1.2)
        spine = [(3, -15), (-3, -8), (2, 1), (1, 10), (-4, 17), (-1, 22), (4, 20), (3 + 0.4 * sway, 16.5)]
        board.sheet(limb(spine, [8, 9.5, 12, 8, 5, 4, 3, 1.6]), coat, 2.5)
        for k in range(5):
            y = -8 + k * 4.4
            board.stroke(smooth([(0, y), (4, y + 1), (7, y - 0.5)]), darker(coat, 0.3), 0.9, 0.7)
        board.sheet(polygon([(-1, -21), (-4, -26), (1, -24), (2, -28), (5, -23)]), darker(coat, 0.1), 1)
        board.sheet(limb([(1, -17), (8, -16), (15, -14)], [11, 6, 3.4]), coat, 1.6)
        draw_eye(board, 3, -18, 1.5, moment, lid=coat)


def draw_shrimp(board: Board, moment: Moment) -> None:
    """A shrimp, 40 long, about (0, 0)."""
    coat = own(board, moment, 0xE8806A)
    kick = 2 * moment.swing()
    for k in range(5):
        x = -8 + k * 4
        board.stroke(smooth([(x, 3), (x - 2 + kick * 0.6, 9)]), darker(coat, 0.2), 1.4)
    board.stroke(smooth([(15, -4), (24, -12 + kick), (34, -12)]), darker(coat, 0.15), 1)
    board.stroke(smooth([(15, -3), (25, -6 + kick), (35, -4)]), darker(coat, 0.15), 1)
    for turn in (-20, 10):
        with board.at(-16, 9 + kick * 0.4, turn=turn):
            board.sheet(limb([(2, 0), (-6, 2), (-10, 4)], [4, 5, 2]), darker(coat, 0.12), 1)
    board.sheet(limb([(-16, 9 + kick * 0.4), (-12, 1), (-3, -5), (8, -5), (18, -1)], [5, 8, 11, 12, 5]), coat, 2.5)
    for k in range(4):
        x = -11 + k * 4.5
        board.stroke(smooth([(x, -7 + abs(k - 2)), (x + 1.4, -1), (x, 4)]), lighter(coat, 0.4), 1, 0.8)
    draw_eye(board, 13, -3.6, 1.5, moment, lid=coat)
