"""More small animals of grass, wall and fur: flea, louse, cicada, mantis, centipede, slug, salamander."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.insects import draw_insect_face, draw_insect_feelers, draw_insect_legs
from video.engines.papercut.things.moment import Moment, draw_eye, own
from video.engines.papercut.things.reptiles import draw_lizard

Draw = Callable[[Board, Moment], None]


def coloured(draw: Draw, coat: int) -> Draw:
    """The drawing of an animal in another usual colour: a termite is a pale ant."""

    def drawn(board: Board, moment: Moment) -> None:
        draw(board, moment if moment.coat is not None else replace(moment, coat=coat))

    return drawn


def draw_flea(board: Board, moment: Moment) -> None:
    """A flea, 34 high and 40 long, with great hind legs; it leaps when it goes."""
    coat = own(board, moment, 0x8A4A32)
    leap = max(0.0, moment.swing()) * 16 if moment.gait in ("walk", "run") else 0.0
    board.shadow(oval(0, -0.3, 16, 1.6), 4, 0.4)
    with board.at(0, -leap):
        for far in (True, False):
            tone = darker(coat, 0.4 if far else 0.2)
            x = 3.0 if far else 0.0
            hind = [(-5 + x, -12), (-17 + x, -24 + leap * 0.4), (-13 + x, -8), (-19 + x, -0.8 + leap * 0.5)]
            board.stroke(smooth(hind), tone, 2.6)
            for root in (4, 9):
                board.stroke(smooth([(root + x, -11), (root + 4 + x, -7), (root + 2 + x, -0.8)]), tone, 1.7)
        body = smooth([(-15, -12), (-12, -24), (0, -29), (11, -23), (13, -13), (2, -6), (-9, -6)], closed=True)
        board.sheet(body, coat, 2.4)
        with board.within(body):
            for k in range(4):
                x = -10 + k * 5
                board.stroke(smooth([(x, -30), (x + 2.6, -18), (x, -5)]), darker(coat, 0.28), 1.1, 0.8)
        draw_insect_feelers(board, (13, -19), 5, darker(coat, 0.3), moment)
        draw_insect_face(board, moment, (13, -17), 7, lighter(coat, 0.12))


def draw_louse(board: Board, moment: Moment) -> None:
    """A louse, 22 high and 44 long: flat and pale, six legs."""
    coat = own(board, moment, 0xC9AE86)
    board.shadow(oval(0, -0.3, 20, 1.6), 4, 0.4)
    draw_insect_legs(board, (0, 5, 10), (-8, 8), darker(coat, 0.35), moment)
    body = smooth([(-23, -8), (-14, -16), (-2, -15), (6, -12), (6, -6), (-4, -3.4), (-16, -3.6)], closed=True)
    board.sheet(body, coat, 2)
    with board.within(body):
        for k in range(4):
            x = -18 + k * 5
            board.stroke(smooth([(x, -18), (x + 1.6, -10), (x, -2)]), darker(coat, 0.3), 1, 0.8)
    board.sheet(oval(7, -10.5, 5.4, 4.8), darker(coat, 0.1), 1.2)
    draw_insect_feelers(board, (14, -13), 5, darker(coat, 0.3), moment)
    draw_insect_face(board, moment, (14, -12), 6.2, lighter(coat, 0.1))


def draw_cicada(board: Board, moment: Moment) -> None:
    """A cicada, 26 high and 62 long, its clear wings folded like a roof; they tremble as it sings."""
    coat = own(board, moment, 0x55683E)
    wing = board.light.dye(0xE4EEE4, 0.6)
    buzz = 2.4 * moment.mouth * moment.swing(4) + 0.5 * moment.swing()
    board.shadow(oval(0, -0.3, 24, 1.6), 4, 0.4)
    draw_insect_legs(board, (-2, 4, 10), (-8, 6), darker(coat, 0.3), moment)
    board.sheet(limb([(12, -13), (-6, -12), (-22, -7)], [14, 13, 4]), coat, 2)
    for k in range(4):
        x = -16 + k * 5
        board.stroke(smooth([(x, -13), (x + 1, -9), (x, -5)]), lighter(coat, 0.3), 1, 0.8)
    for turn, tone in ((-7 + buzz, 0.14), (2 - buzz, 0.0)):
        with board.at(9, -17, turn=turn):
            path = smooth([(3, -2), (-12, -6), (-32, -2), (-42, 6), (-30, 10), (-8, 7)], closed=True)
            board.sheet(path, darker(wing, tone), 1.4)
            for y in (-1.6, 2.2, 5.4):
                board.stroke(smooth([(0, 0.4), (-16, y - 0.5), (-36, y + 2)]), darker(coat, 0.1), 0.7, 0.6)
    board.sheet(oval(15, -14, 8.4, 8.6), darker(coat, 0.12), 1.6)
    draw_insect_feelers(board, (18, -16), 4.4, darker(coat, 0.3), moment)
    draw_insect_face(board, moment, (19, -14), 7.8, lighter(coat, 0.14))


def draw_mantis(board: Board, moment: Moment) -> None:
    """A praying mantis, 54 high, its fore legs folded before it."""
    coat = own(board, moment, 0x7CB04A)
    sway = 1.2 * moment.swing()
    goes = moment.gait in ("walk", "run")
    board.shadow(oval(-8, -0.3, 26, 1.6), 4, 0.4)
    for k, x in enumerate((-22.0, -10.0, -4.0, 4.0)):
        step = 2.4 * moment.swing(2, 0.5 * (k % 2)) if goes else 0.0
        knee = (x + (-7 if k < 2 else 8), -17)
        foot = (x + (-12 if k < 2 else 14) + step, -0.8)
        board.stroke(smooth([(-8, -16), knee, foot], tension=9), darker(coat, 0.3 if k % 2 else 0.12), 1.7)
    board.sheet(limb([(-4, -18), (-20, -14), (-38, -9)], [9, 11, 3]), darker(coat, 0.08), 2)
    board.sheet(limb([(0, -20), (-18, -18), (-38, -10)], [5, 8, 1.6]), lighter(coat, 0.2), 1.4)
    board.sheet(limb([(-5, -18), (4, -30), (10 + sway, -43)], [8, 6, 5]), coat, 2)
    for dx, tone in ((3.4, 0.22), (0.0, 0.0)):
        arm = [(7 + dx, -35), (17 + dx, -25), (23 + dx, -37), (17 + dx + sway, -31)]
        board.sheet(limb(arm, [4.4, 4.6, 3.4, 1]), darker(coat, tone), 1)
    with board.at(12 + sway, -46):
        draw_insect_feelers(board, (0, -1), 6, darker(coat, 0.25), moment)
        draw_insect_face(board, moment, (0, 0), 7.4, coat)


def draw_centipede(board: Board, moment: Moment) -> None:
    """A centipede, 18 high and 84 long, on many legs."""
    coat = own(board, moment, 0xB4622F)
    board.shadow(oval(0, -0.3, 42, 1.6), 4, 0.4)
    goes = moment.gait in ("walk", "run")
    for i in range(11):
        lift = (1.6 if goes else 0.4) * sin(2 * pi * (moment.phase - i / 5))
        x = -38 + i * 6.6
        for dx in (-1.4, 1.6):
            reach = (2.2 if goes else 0.6) * sin(2 * pi * (moment.phase * 2 + i / 4 + dx))
            leg = [(x + dx, -6), (x + dx + 1.4, -3.4), (x + dx + reach, -0.6)]
            board.stroke(smooth(leg), board.light.dye(0xE2A23E, 0.65), 1.3)
        board.sheet(oval(x, -8.4 - lift * 0.5, 5, 4.4), coat if i % 2 else darker(coat, 0.16), 1.1)
    draw_insect_feelers(board, (36, -10), 6, darker(coat, 0.3), moment)
    draw_insect_face(board, moment, (36, -9.5), 6.6, lighter(coat, 0.08))


def draw_slug(board: Board, moment: Moment) -> None:
    """A slug, 20 high and 60 long: a snail without a house."""
    coat = own(board, moment, 0xA9784C)
    stretch = 2 * moment.swing() if moment.gait in ("walk", "run") else 0.5 * moment.swing()
    board.shadow(oval(-2, -0.3, 30, 1.8), 4, 0.4)
    for dx in (3.0, 0.0):
        tip = (25 + dx + stretch, -20 + dx * 0.3)
        board.stroke(smooth([(18 + dx * 0.6 + stretch, -9), tip]), darker(coat, 0.1 if dx else 0), 1.8)
        if moment.asleep():
            board.sheet(oval(*tip, 2, 2), coat, 0.6)
        else:
            board.sheet(oval(*tip, 2.5, 2.5), 0xFBF6EA, 0.6)
            draw_eye(board, tip[0] + 0.4, tip[1], 1.4, moment, lid=coat)
    body = smooth([(-33 - stretch, -0.4), (-20, -6), (0, -10.5), (16 + stretch, -12), (24 + stretch, -8),
                   (22 + stretch, -0.8), (-4, 0.3)], closed=True)  # fmt: skip
    board.sheet(body, coat, 2.4)
    board.sheet(smooth([(-10, -7), (0, -12.4), (11, -11.6), (12, -6), (0, -4.4)], closed=True), darker(coat, 0.14), 1.2)
    mouth = smooth([(24 + stretch, -6), (21 + stretch, -5), (19 + stretch, -6.2 + moment.mouth)])
    board.stroke(mouth, darker(coat, 0.5), 0.9)


def draw_salamander(board: Board, moment: Moment) -> None:
    """A salamander: a black lizard with yellow spots."""
    draw_lizard(board, moment if moment.coat is not None else replace(moment, coat=0x2F2E36))
    yellow = board.light.dye(0xF0C22E, 0.65)
    spots: tuple[Point, ...] = ((-22, -5.6), (-12, -9), (-3, -8), (5, -11), (14, -9.6), (20, -13))
    for k, (x, y) in enumerate(spots):
        board.flat(oval(x, y, 2.6 - 0.3 * (k % 2), 1.9), yellow)


def draw_axolotl(board: Board, moment: Moment) -> None:
    """An axolotl: a pale salamander with feathery gills."""
    pink = board.light.dye(0xD0566E, 0.65)
    for k, (x, y) in enumerate(((19, -28), (15, -24), (14, -19))):
        gill = limb([(25, -16), (x, y + 0.8 * moment.swing(1, 0.2 * k))], [2.4, 3.4])
        board.sheet(gill, pink, 0.8)
    draw_lizard(board, moment if moment.coat is not None else replace(moment, coat=0xF2B9B4))
