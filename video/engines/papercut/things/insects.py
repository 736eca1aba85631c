"""Insects and spiders; those that fly are about (0, 0), the others have their feet there."""

from __future__ import annotations

from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.moment import TONGUE, Moment, draw_eye, own


def draw_insect_face(board: Board, moment: Moment, at: Point, r: float, colour: int) -> None:
    """A round head that looks to the right, with two eyes and a mouth."""
    x, y = at
    board.sheet(oval(x, y, r, r * 0.96), colour, 1.2)
    for dx in (-0.1, 0.55):
        draw_eye(board, x + r * dx, y - r * 0.12, r * 0.2, moment, lid=colour)
    if moment.mouth > 0.05:
        board.flat(oval(x + r * 0.28, y + r * 0.46, r * 0.26, r * (0.08 + 0.22 * moment.mouth)), TONGUE)
    else:
        tone = darker(colour, 0.6) if (colour >> 8 & 255) > 90 else lighter(colour, 0.6)
        board.stroke(
            smooth([(x, y + r * 0.4), (x + r * 0.28, y + r * 0.52), (x + r * 0.56, y + r * 0.38)]), tone, r * 0.1
        )


def draw_insect_feelers(board: Board, at: Point, r: float, colour: int, moment: Moment) -> None:
    """Two feelers of a head of radius ``r`` at a place."""
    x, y = at
    for k, dx in enumerate((0.1, 0.5)):
        tip = (x + r * (dx + 0.7), y - r * 1.9 + r * 0.14 * moment.swing(1, 0.3 * k))
        board.stroke(smooth([(x + r * dx, y - r * 0.8), (x + r * (dx + 0.2), y - r * 1.5), tip]), colour, r * 0.14)
        board.flat(oval(*tip, r * 0.16, r * 0.16), colour)


def draw_insect_legs(
    board: Board, roots: tuple[float, ...], at: tuple[float, float], colour: int, moment: Moment
) -> None:
    """Thin jointed legs that go by turns; ``at`` = height of their roots, how far out they reach."""
    y, out = at
    goes = moment.gait in ("walk", "run")
    for i, x in enumerate(roots):
        lean = (i - (len(roots) - 1) / 2) / max(1, len(roots) - 1) * 2
        step = 2.6 * moment.swing(2, 0.5 * (i % 2)) if goes else 0.0
        foot = (x + lean * out + step, -0.5 - max(0.0, step) * 0.7)
        board.stroke(smooth([(x, y), (x + lean * out * 0.7 + step * 0.4, y - 2), foot]), colour, 1.5)


def draw_spider(board: Board, moment: Moment) -> None:
    """A spider, 26 high; ``fly``: it hangs on its thread about (0, 0)."""
    coat = own(board, moment, 0x4A3F52)
    hangs = moment.gait == "fly"
    dy = 12 + 2.5 * moment.swing() if hangs else 0.0
    if hangs:
        board.stroke(smooth([(0, -120), (0, -14 + dy)]), board.light.dye(0xF1EDE2, 0.6), 0.7, 0.85)
    else:
        board.shadow(oval(0, -0.3, 22, 1.8), 4, 0.4)
    with board.at(0, dy):
        for i in range(8):
            side, k = (-1 if i < 4 else 1), i % 4
            step = (
                2.6 * moment.swing(2, 0.5 * ((k + (i < 4)) % 2))
                if moment.gait in ("walk", "run")
                else 0.5 * moment.swing(1, 0.1 * k)
            )
            foot = (side * (11 + 5.4 * k) + step, -0.6 - (k < 1) * 1.5 - max(0.0, step) * 0.6)
            knee = (side * (10 + 4.2 * k), -22 + 2.5 * k + (6 if hangs else 0))
            board.stroke(smooth([(side * 4, -11), knee, foot], tension=5), darker(coat, 0.2 if k % 2 else 0.0), 2)
        board.sheet(oval(0, -14, 10.5, 9.8), coat, 2.5)
        for y, w in ((-19.5, 4), (-16.4, 6)):
            board.stroke(smooth([(-w, y), (0, y + 1.8), (w, y)]), lighter(coat, 0.35), 1.2, 0.7)
        for side in (-1, 1):
            board.sheet(oval(side * 3.4, -10, 3, 3.2), 0xFBF6EA, 0.5)
            draw_eye(board, side * 3.2, -9.8, 1.6, moment, lid=lighter(coat, 0.4))
        board.stroke(smooth([(-2.4, -6.4), (0, -5.4 + moment.mouth), (2.4, -6.4)]), lighter(coat, 0.6), 0.9)


def draw_ant(board: Board, moment: Moment) -> None:
    """An ant, 26 high and 48 long."""
    coat = own(board, moment, 0x8C3B2C)
    board.shadow(oval(0, -0.3, 22, 1.6), 4, 0.4)
    draw_insect_legs(board, (-6, 0, 6), (-9.5, 9), darker(coat, 0.4), moment)
    board.sheet(oval(-14, -12.5, 9.5, 7.4), coat, 2)
    for k in (0, 1):
        board.stroke(
            smooth([(-15 - k * 4, -18.6 + k), (-14 - k * 4, -12), (-16 - k * 4, -6.6)]), darker(coat, 0.25), 1, 0.8
        )
    board.sheet(oval(-1, -11.5, 6, 4.6), darker(coat, 0.1), 1.5)
    draw_insect_legs(board, (-5, 1, 6), (-10, 9), coat, moment)
    draw_insect_feelers(board, (11, -16), 7, coat, moment)
    draw_insect_face(board, moment, (11, -15.5 + 0.4 * moment.swing()), 7.4, coat)


def draw_bee(board: Board, moment: Moment) -> None:
    """A bee, 44 long, about (0, 0)."""
    coat = own(board, moment, 0xF0BB3E)
    dark = board.light.dye(0x43332E, 0.65)
    with board.at(0, 1.5 * moment.swing()):
        beat = 1 - 0.45 * abs(moment.swing(4))
        for turn, tone in ((-24, 0.15), (6, 0.0)):
            with board.at(-2, -9, turn=turn):
                board.canvas.scale(1, beat)
                board.sheet(
                    smooth([(0, 1), (-9, -12), (-5, -22), (3, -20), (4, -6)], closed=True),
                    darker(board.light.dye(0xEAF3F6, 0.6), tone),
                    1.5,
                )
        body = smooth([(-21, 2), (-12, -9), (2, -11), (12, -6), (12, 6), (0, 11), (-12, 9)], closed=True)
        board.sheet(body, coat, 2.5)
        with board.within(body):
            for x in (-15, -6.5, 2):
                board.flat(limb([(x, -14), (x + 1.6, 0), (x, 14)], [4, 4.6, 4]), dark)
        board.sheet(limb([(-20, 2), (-26, 3)], [3, 0.6]), dark, 0.5)
        for x in (-3, 3, 8):
            board.stroke(smooth([(x, 9), (x - 1, 13), (x + 1, 15)]), dark, 1.2)
        draw_insect_feelers(board, (14, -2), 7, dark, moment)
        draw_insect_face(board, moment, (14, -1), 8, lighter(coat, 0.15))


def draw_butterfly(board: Board, moment: Moment) -> None:
    """A butterfly, 50 high, about (0, 0); its wings close and open."""
    coat = own(board, moment, 0xE98F3A)
    dark = board.light.dye(0x3F2F3A, 0.65)
    wide = 0.62 + 0.38 * moment.beat()
    if moment.gait != "fly":
        wide = 0.55 + 0.3 * moment.beat()
    with board.at(0, -1.5 * moment.beat(), turn=14):
        for side in (-1, 1):
            board.canvas.save()
            board.canvas.scale(side * wide, 1)
            board.sheet(
                smooth([(0, 1), (14, -1), (21, 8), (15, 19), (7, 21), (2, 12)], closed=True), darker(coat, 0.22), 2
            )
            board.sheet(
                smooth([(0, -2), (7, -20), (20, -27), (29, -22), (26, -8), (14, 2), (2, 4)], closed=True), coat, 2.5
            )
            board.flat(smooth([(19, -26.5), (29, -21.5), (26.2, -9), (23.5, -13), (24, -20)], closed=True), dark)
            for x, y, r in ((15, -15, 3.4), (26, -19, 1.2), (25.4, -13.6, 1), (13, 11, 2.6)):
                board.flat(oval(x, y, r, r), board.light.dye(0xFBF3DC, 0.6))
            board.stroke(smooth([(2, -2), (10, -10), (18, -21)]), darker(coat, 0.35), 0.9, 0.7)
            board.canvas.restore()
        board.sheet(limb([(0, -10), (0, 2), (0, 15)], [4.4, 4.8, 2]), dark, 1)
        for side in (-1, 1):
            board.stroke(smooth([(side * 0.8, -13), (side * 4, -20), (side * 7.5, -22.5)]), dark, 0.9)
            board.flat(oval(side * 7.5, -22.5, 1.1, 1.1), dark)
        board.sheet(oval(0, -12.5, 3.6, 3.4), dark, 0.8)
        for side in (-1, 1):
            draw_eye(board, side * 1.4, -12.8, 0.8, moment, lid=dark)


def draw_firefly(board: Board, moment: Moment) -> None:
    """A firefly, 40 long, about (0, 0); its light swells and fades."""
    coat = own(board, moment, 0x5A4448)
    bright = 0.5 + 0.5 * moment.beat()
    board.glow(-10, 4, 34, 0xFFE97A, 0.25 + 0.55 * bright)
    with board.at(0, 1.5 * moment.swing()):
        for turn in (-34, -8):
            with board.at(0, -5, turn=turn):
                board.canvas.scale(1, 1 - 0.4 * abs(moment.swing(3)))
                board.sheet(
                    smooth([(0, 1), (-13, -9), (-18, -17), (-8, -18), (2, -7)], closed=True),
                    board.light.dye(0xE6E0DA, 0.6),
                    1.2,
                )
        board.sheet(smooth([(-18, 5), (-12, -3), (-2, -4), (0, 8), (-10, 10)], closed=True), 0xFFE36A, 2)
        board.flat(oval(-9, 3, 5.4, 3.8), 0xFFF9D0, 0.35 + 0.6 * bright)
        board.sheet(smooth([(-6, -5), (6, -7), (11, 0), (6, 7), (-4, 6)], closed=True), coat, 1.6)
        draw_insect_feelers(board, (13, -2), 6, coat, moment)
        draw_insect_face(board, moment, (12, -1), 6.8, board.light.dye(0xC4604A, 0.65))


def draw_dragonfly(board: Board, moment: Moment) -> None:
    """A dragonfly, 60 long, about (0, 0)."""
    coat = own(board, moment, 0x2F8FA0)
    wing = board.light.dye(0xDDF0F2, 0.6)
    with board.at(0, 1.2 * moment.swing()):
        for turn in (-12, -34):
            with board.at(8, -3, turn=turn + 8 * moment.swing(3)):
                board.sheet(limb([(0, 0), (-16, -11), (-32, -19)], [3, 7.5, 4]), darker(wing, 0.12), 1.2)
        board.sheet(limb([(8, 0), (-12, 1), (-32, 3), (-38, 3)], [7, 4.6, 3.4, 2]), coat, 2)
        for k in range(5):
            board.flat(oval(-8 - k * 5.4, 1 + k * 0.5, 0.8, 2), lighter(coat, 0.4))
        for turn in (2, -20):
            with board.at(9, -2, turn=turn - 8 * moment.swing(3)):
                board.sheet(limb([(0, 0), (-15, -12), (-30, -22)], [3, 8.5, 4.4]), wing, 1.5)
        board.sheet(oval(9, 0, 6.4, 5.2), darker(coat, 0.1), 1.4)
        draw_insect_face(board, moment, (18, -1), 6.2, lighter(coat, 0.2))


def draw_mosquito(board: Board, moment: Moment) -> None:
    """A mosquito, 40 long, about (0, 0)."""
    _midge(board, moment, own(board, moment, 0x5D5A66), sting=True)


def draw_fly(board: Board, moment: Moment) -> None:
    """A fly, 34 long, about (0, 0)."""
    _midge(board, moment, own(board, moment, 0x3E5560), sting=False)


def _midge(board: Board, moment: Moment, coat: int, *, sting: bool) -> None:
    wing = board.light.dye(0xE6EDF0, 0.6)
    with board.at(0, 1.5 * moment.swing(2)):
        for turn in (-30, -6):
            with board.at(0, -4, turn=turn):
                board.canvas.scale(1, 1 - 0.4 * abs(moment.swing(4)))
                board.sheet(smooth([(0, 0), (-12, -9), (-20, -15), (-9, -18), (2, -7)], closed=True), wing, 1.2)
        for x in (-4, 1, 6):
            long = 15 if sting else 9
            board.stroke(smooth([(x, 3), (x - 3, 4 + long * 0.4), (x - 1, 4 + long)]), darker(coat, 0.3), 1.1)
        board.sheet(limb([(2, -1), (-8, 2), (-20 if sting else -15, 5)], [8, 8 if not sting else 5, 3]), coat, 1.6)
        board.sheet(oval(3, -2, 6.4, 5.6), darker(coat, 0.15), 1.4)
        if sting:
            board.stroke(smooth([(15, 1), (25, 8)]), darker(coat, 0.3), 1.3)
        draw_insect_face(board, moment, (12, -2), 5.8 if sting else 7, lighter(coat, 0.25))


def draw_beetle(board: Board, moment: Moment) -> None:
    """A beetle with shining wing cases, 28 high and 40 long."""
    _beetle(board, moment, own(board, moment, 0x2F5A58), spots=False)


def draw_ladybird(board: Board, moment: Moment) -> None:
    """A ladybird, 28 high and 40 long."""
    _beetle(board, moment, own(board, moment, 0xD4402F), spots=True)


def _beetle(board: Board, moment: Moment, coat: int, *, spots: bool) -> None:
    dark = board.light.dye(0x322A33, 0.65)
    board.shadow(oval(0, -0.3, 19, 1.6), 4, 0.4)
    draw_insect_legs(board, (-9, 0, 8), (-6, 5), dark, moment)
    draw_insect_feelers(board, (15, -10), 6, dark, moment)
    draw_insect_face(board, moment, (15, -9.5), 7.2, dark)
    shell = smooth([(-18, -4), (-15, -17), (-3, -24), (9, -18), (13, -4), (0, -2.4)], closed=True)
    board.sheet(shell, coat, 2.5)
    board.stroke(smooth([(12, -6), (-2, -14), (-15, -16)]), dark, 1.2)
    with board.within(shell):
        if not spots:
            for k in (0, 1):
                ridge = [(9 - k * 3, -9 - k * 5), (-2, -17 - k * 2.4), (-13, -14 - k)]
                board.stroke(smooth(ridge), lighter(coat, 0.35), 1, 0.7)
        for x, y in () if not spots else ((-10, -10), (-1, -7), (4, -15), (-6, -18), (9, -8)):
            board.flat(oval(x, y, 2.3, 2.1), dark)


def draw_grasshopper(board: Board, moment: Moment) -> None:
    """A grasshopper, 34 high and 60 long; it leaps when it goes."""
    coat = own(board, moment, 0x7FAF4A)
    leap = max(0.0, moment.swing()) * 14 if moment.gait in ("walk", "run") else 0.0
    board.shadow(oval(0, -0.3, 22, 1.6), 4, 0.4)
    with board.at(0, -leap):
        for x in (8, 14):
            board.stroke(smooth([(x - 2, -9), (x + 2, -5), (x + 1, -0.5)]), darker(coat, 0.2), 1.7)
        board.sheet(limb([(-6, -10), (-17, -25 + leap * 0.4)], [6, 3]), darker(coat, 0.22), 1.2)
        body = limb([(-30, -7), (-14, -10), (4, -12), (16, -13)], [3, 8, 11, 10])
        board.sheet(body, coat, 2.2)
        board.sheet(limb([(8, -15), (-10, -14), (-32, -9)], [4, 7, 2]), lighter(coat, 0.25), 1.5)
        board.sheet(limb([(-2, -9), (-11, -18), (-21, -27 + leap * 0.5)], [8, 6, 3]), darker(coat, 0.08), 1.6)
        board.stroke(
            smooth([(-21, -27 + leap * 0.5), (-24, -12 + leap * 0.6), (-23, -0.8 + leap * 0.8)]), darker(coat, 0.2), 2
        )
        for k in range(2):
            board.stroke(
                smooth([(20, -20), (26 + k * 4, -29 + 0.8 * moment.swing(1, 0.2 * k)), (34 + k * 3, -32 + 4 * k)]),
                darker(coat, 0.3),
                1,
            )
        draw_insect_face(board, moment, (20, -15), 7, coat)


def draw_caterpillar(board: Board, moment: Moment) -> None:
    """A caterpillar, 24 high and 56 long; a wave runs along it."""
    coat = own(board, moment, 0x8DBB46)
    board.shadow(oval(0, -0.3, 28, 1.8), 4, 0.4)
    goes = moment.gait in ("walk", "run")
    for i in range(6):
        lift = (2.6 if goes else 0.5) * max(0.0, sin(2 * pi * (moment.phase - i / 6)))
        x = -23 + i * 7.4
        for dx in (-1.4, 1.8):
            board.flat(oval(x + dx, -1.2 - lift * 0.6, 1.3, 1.5), darker(coat, 0.45))
        board.sheet(oval(x, -8 - lift, 6.6, 6.8), coat if i % 2 else lighter(coat, 0.22), 1.4)
        board.flat(oval(x, -10 - lift, 1.3, 1.3), board.light.dye(0xE8A33A, 0.65))
    draw_insect_feelers(board, (22, -12), 7, darker(coat, 0.4), moment)
    draw_insect_face(
        board, moment, (22, -11.5), 8.4, board.light.dye(0xD9703F, 0.65) if moment.coat is None else darker(coat, 0.1)
    )


def draw_scorpion(board: Board, moment: Moment) -> None:
    """A scorpion, 40 high and 66 long."""
    coat = own(board, moment, 0x9A5A34)
    board.shadow(oval(2, -0.3, 24, 1.8), 4, 0.4)
    sway = 1.6 * moment.swing()
    draw_insect_legs(board, (-8, -2, 4, 10), (-8, 9), darker(coat, 0.35), moment)
    for y, tone, turn in ((-12, 0.25, -12), (-7, 0.0, 4)):
        with board.at(15, y, turn=turn + sway):
            board.sheet(limb([(0, 0), (8, 3), (14, -2)], [3.6, 4, 4.4]), darker(coat, tone), 1)
            for jaw in (-20 - 10 * moment.mouth, 14):
                with board.at(14, -2, turn=jaw):
                    board.sheet(smooth([(-2, -2), (5, -4.4), (11, -0.6), (4, 1.6)], closed=True), darker(coat, tone), 1)
    joints = [(-16, -9), (-24, -12), (-30, -18), (-32.5, -25.5), (-29.5, -32.5), (-22.5, -36.5), (-14.5, -37)]
    joints = [(x + sway * 0.12 * k, y) for k, (x, y) in enumerate(joints)]
    for k, (x, y) in enumerate(joints):
        board.sheet(oval(x, y, 5.8 - 0.35 * k, 5.2 - 0.3 * k), darker(coat, 0.05 * (k % 2)), 1.2)
    x, y = joints[-1]
    board.sheet(limb([(x, y), (x + 6, y + 1), (x + 9, y + 6)], [5, 4, 0.8]), darker(coat, 0.35), 1)
    board.sheet(smooth([(-18, -8), (-10, -14.5), (6, -15), (17, -10), (14, -5), (-6, -4)], closed=True), coat, 2.2)
    for k in range(4):
        board.stroke(
            smooth([(-10 + k * 5, -14.4), (-8.6 + k * 5, -9.6), (-10 + k * 5, -4.8)]), darker(coat, 0.28), 0.9, 0.8
        )
    for dx in (9.5, 13.5):
        draw_eye(board, dx, -10.6, 1.4, moment, lid=lighter(coat, 0.3))
