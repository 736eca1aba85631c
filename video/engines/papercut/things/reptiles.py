"""Turtles, crocodile, lizards, snake, frogs; snail and worm; facing right, feet at (0, 0)."""

from __future__ import annotations

from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.gaits import WALK, foot_at
from video.engines.papercut.things.moment import INK, TONGUE, Moment, draw_eye, own


def draw_turtle(board: Board, moment: Moment) -> None:
    """A turtle, 41 high; swimming it is about (0, 0), with flippers."""
    _turtle(board, moment, own(board, moment, 0x4F7F4E), board.light.dye(0xAEBB70, 0.65))


def draw_tortoise(board: Board, moment: Moment) -> None:
    """A tortoise: a turtle in the colours of dry land."""
    _turtle(board, moment, own(board, moment, 0x94703F), board.light.dye(0xC9B27A, 0.65))


def _turtle(board: Board, moment: Moment, shell: int, skin: int) -> None:
    swims, asleep = moment.gait == "swim", moment.gait == "sleep"
    if not swims:
        board.shadow(oval(0, -0.3, 38, 2.6), 5, 0.45)
    with board.at(0, 16 + 1.5 * moment.swing() if swims else 0, turn=-4 if swims else 0):
        board.sheet(polygon([(-34, -9), (-46, -4 + moment.swing()), (-33, -4)]), skin, 1)
        for i, x in enumerate((-15.0, 25.0, -24.0, 17.0)):
            tone = darker(skin, 0.26 if i < 2 else 0.08)
            if swims:
                flap = 9 * moment.swing(1, 0.15 * (i % 2))
                long = 22 if i % 2 else 13
                board.sheet(
                    limb([(x, -10), (x - long * 0.4, -3 + flap * 0.5), (x - long, 2 + flap)], [11, 10, 3]), tone, 2
                )
                continue
            dx, dy = (0.0, 0.0)
            if moment.gait in ("walk", "run"):
                dx, dy = foot_at(WALK, moment.phase - (0.0, 0.25, 0.5, 0.75)[i], 14)
            board.sheet(limb([(x, -13), (x + dx * 0.6 + 1, -7), (x + dx + 1, -2.6 + dy)], [13, 11, 10]), tone, 1.6)
            for k in (-2.6, 0.4, 3.4):
                board.flat(oval(x + dx + 1 + k, -1 + dy, 1.1, 1.2), lighter(skin, 0.4))
        head = (47 + 0.6 * moment.swing(), -30 + 0.5 * moment.swing()) if not asleep else (40, -9)
        if swims:
            head = (48, -20)
        neck = [(24, -13), (36, head[1] * 0.5 - 5), (head[0] - 3, head[1] + 2)]
        board.sheet(limb(neck, [13, 10, 9.5]), skin, 2)
        with board.at(*head, turn=-5 * moment.mouth):
            with board.at(-2, 3, turn=16 * moment.mouth):
                board.sheet(limb([(0, 0), (6, 1.5), (9.5, 0.6)], [6, 4.4, 2.4]), darker(skin, 0.14), 1)
            board.sheet(
                smooth([(-8, 0), (-4, -7.4), (4, -7), (9.6, -1), (9, 3.4), (2, 5), (-6, 5.6)], closed=True), skin, 2.2
            )
            draw_eye(board, 2.6, -2, 1.7, moment, lid=skin)
            board.stroke(smooth([(8.4, 2.2), (5, 3.2), (2, 1.8)]), darker(skin, 0.6), 0.9)
        dome = smooth([(-39, -9), (-31, -28), (-11, -40), (10, -40), (29, -29), (37, -9), (0, -5.5)], closed=True)
        board.sheet(dome, shell, 4)
        with board.within(dome):
            for cx, cy in ((-21, -20), (0, -26), (21, -20), (-37, -11), (-11, -9), (12, -9), (36, -11)):
                plate = [
                    (cx - 9, cy),
                    (cx - 5, cy - 9),
                    (cx + 5, cy - 9),
                    (cx + 9, cy),
                    (cx + 5, cy + 9),
                    (cx - 5, cy + 9),
                ]
                board.sheet(polygon(plate), lighter(shell, 0.2), 1.4)
            board.stroke(smooth([(-41, -10), (0, -6), (41, -10)]), lighter(shell, 0.38), 5)


def draw_crocodile(board: Board, moment: Moment) -> None:
    """A crocodile, 130 long and 36 high."""
    coat = own(board, moment, 0x648A4E)
    pale = board.light.dye(0xDDD9A2, 0.65)
    wave = moment.swing()
    swims = moment.gait == "swim"
    low = 7.0 if moment.gait == "sleep" else 16 + wave if swims else 0.3 * wave
    goes = moment.gait in ("walk", "run")
    if not swims:
        board.shadow(oval(-4, -0.3, 58, 2.6), 5, 0.45)
    for i, x in enumerate((-14.0, 33.0, -22.0, 25.0)):
        dx, dy = foot_at(WALK, moment.phase - (0.0, 0.25, 0.5, 0.75)[i], 15) if goes else (0.0, 0.0)
        tone = darker(coat, 0.3 if i < 2 else 0.12)
        if swims:
            board.sheet(limb([(x, 2), (x - 8, 6 + wave), (x - 14, 5 + 2 * wave)], [9, 7, 4]), tone, 1.4)
            continue
        foot = (x + dx + 2, -2 + dy)
        board.sheet(limb([(x - 1, -18 + low), (x - 5 + dx * 0.4, -10 + low * 0.6), foot], [13, 10, 7]), tone, 1.4)
        for k in (0, 3.4, 6.4):
            board.flat(oval(foot[0] + k, -1 + dy, 2, 1.3), tone)
    with board.at(0, low):
        tail: list[Point] = [(-24, -17), (-40, -14), (-54, -10 + wave), (-66, -9 + 3 * wave), (-76, -13 + 5 * wave)]
        body = limb([*reversed(tail), (-6, -18.5), (16, -18.5), (36, -19)], [2, 6.5, 11.5, 17, 23, 27, 26, 19])
        ridge = ((-70, -13), (-62, -13.5), (-53, -16), (-44, -20), (-35, -24), (-25, -28), (-14, -31), (-3, -32))
        for i, (x, y) in enumerate((*ridge, (8, -32), (19, -31.4))):
            y += 3 * wave * max(0.0, (-x - 40) / 30)
            board.sheet(
                polygon([(x - 5, y + 5), (x - 1, y - 4.5), (x + 5, y + 5)]), darker(coat, 0.26 - 0.06 * (i % 2)), 0.8
            )
        with board.at(36, -17, 1.3, turn=9 * moment.mouth):
            board.sheet(limb([(-2, 3), (18, 5), (36, 3)], [9, 6.4, 3]), darker(pale, 0.08), 1)
            for i in range(5):
                board.flat(polygon([(13 + i * 4.4, 3), (16 + i * 4.4, 3), (14.5 + i * 4.4, -0.6)]), 0xFDFBF2)
        board.sheet(body, coat, 3)
        with board.within(body):
            board.flat(limb([(-60, -3), (-10, -5), (44, -9)], [5, 9, 8]), pale, 0.85)
            for i in range(11):
                board.flat(oval(-44 + i * 8, -20 - (i > 3) * 3 + (i % 2) * 5, 2.1, 1.5), darker(coat, 0.22))
        with board.at(36, -17, 1.3, turn=-14 * moment.mouth):
            _crocodile_head(board, moment, coat)


def _crocodile_head(board: Board, moment: Moment, coat: int) -> None:
    if moment.mouth > 0.05:
        board.flat(polygon([(4, 2), (32, 1), (32, 3 + 3 * moment.mouth), (6, 6)]), TONGUE, 0.9)
    top = [(-9, 4), (-7, -6), (2, -10), (10, -6), (26, -3), (35, -6), (40.5, -1.5), (39, 2.6), (20, 3), (4, 5)]
    board.sheet(smooth(top, closed=True), coat, 2.2)
    for i in range(5):
        board.flat(polygon([(14 + i * 4.6, 1.8), (17 + i * 4.6, 1.8), (15.5 + i * 4.6, 5)]), 0xFDFBF2)
    board.stroke(smooth([(38, 2.4), (22, 2.8), (8, 3.4), (3, 1.6)]), darker(coat, 0.45), 0.8)
    board.flat(oval(36.6, -4, 1.3, 0.9), darker(coat, 0.6))
    board.sheet(oval(3.4, -8.8, 4.6, 4.4), coat, 0.8)
    draw_eye(board, 4.2, -9, 2, moment, lid=lighter(coat, 0.25))


def draw_lizard(board: Board, moment: Moment) -> None:
    """A lizard, 84 long and 18 high."""
    _lizard(board, moment, own(board, moment, 0x6FA04A), iguana=False)


def draw_iguana(board: Board, moment: Moment) -> None:
    """An iguana: a lizard with a comb of spines and a dewlap."""
    _lizard(board, moment, own(board, moment, 0x5F9161), iguana=True)


def _lizard(board: Board, moment: Moment, coat: int, *, iguana: bool) -> None:
    wave = moment.swing()
    board.shadow(oval(4, -0.3, 26, 1.8), 4, 0.45)
    for i, x in enumerate((-6.0, 17.0, -11.0, 13.0)):
        dx, dy = (
            foot_at(WALK, moment.phase - (0.0, 0.5, 0.5, 0.0)[i], 10) if moment.gait in ("walk", "run") else (0.0, 0.0)
        )
        tone = darker(coat, 0.28 if i < 2 else 0.1)
        back = -4 if i % 2 == 0 else 4
        board.sheet(limb([(x, -7), (x + back + dx * 0.5, -5.5), (x + dx + 1, -1.2 + dy)], [5, 4, 3]), tone, 1.2)
        for k in (0, 2.4, 4.6):
            board.stroke(smooth([(x + dx + 1, -1.2 + dy), (x + dx + 2 + k, -0.4 + dy)]), tone, 1.2)
    tail: list[Point] = [
        (-52, -6 - 5 * wave),
        (-42, -3 - 2 * wave),
        (-28, -4),
        (-14, -7.5),
        (2, -9),
        (16, -10),
        (25, -14),
    ]
    if iguana:
        for i in range(11):
            x, y = -20 + i * 4.4, -11 - (i > 8) * 2 - 0.16 * i
            board.sheet(polygon([(x - 2.4, y + 2.5), (x - 1.5, y - 5), (x + 2.4, y + 2.5)]), lighter(coat, 0.3), 0.6)
        flap = moment.mouth
        board.sheet(smooth([(23, -12), (32, -11), (29, -2 + flap), (25, -4)], closed=True), lighter(coat, 0.3), 1)
    body = limb(tail, [1.2, 3, 5, 8.4, 10.5, 9.5, 8])
    board.sheet(body, coat, 2.5)
    with board.within(body):
        for i in range(9):
            x = -36 + i * 7
            y = -4 - max(0.0, (x + 28) * 0.13)
            board.stroke(
                smooth([(x, y - 5), (x + 2, y + 3)]), lighter(coat, 0.35) if i % 2 else darker(coat, 0.3), 1.8, 0.8
            )
    with board.at(29, -16, turn=-4 - 6 * moment.mouth):
        with board.at(-2, 2, turn=18 * moment.mouth):
            board.sheet(limb([(0, 0), (6, 1), (10, 0.4)], [4.6, 3.4, 1.8]), darker(coat, 0.14), 0.8)
        board.sheet(
            smooth([(-6, 1), (-3, -4.8), (4, -4.8), (11.5, 0), (10.8, 2.4), (2, 3.6), (-4, 4)], closed=True), coat, 1.8
        )
        draw_eye(board, 2.4, -2, 1.5, moment, lid=lighter(coat, 0.15))
        board.stroke(smooth([(10.6, 1.6), (6, 2.2), (2.6, 1)]), darker(coat, 0.5), 0.7)


def draw_chameleon(board: Board, moment: Moment) -> None:
    """A chameleon on a bough of its own, 40 high."""
    coat = own(board, moment, 0x63B06A)
    bark = board.light.dye(0x6B4A36, 0.9)
    sway = moment.swing()
    board.sheet(limb([(-36, -1), (0, -3.5), (38, -2)], [5, 6, 4]), bark, 3)
    for x in (-11, 13):
        board.sheet(limb([(x + 5, -15), (x + 9, -10), (x + 6, -4)], [6, 4, 3.4]), darker(coat, 0.26), 1.2)
    tail = [(-14, -14), (-24, -13), (-31, -7), (-28, 2), (-20, 3), (-18, -3), (-23, -4 + 0.4 * sway)]
    board.sheet(limb(tail, [9, 6, 5, 4.2, 3.6, 2.8, 1.6]), coat, 2)
    body = smooth([(-18, -14), (-10, -26), (4, -30), (16, -24), (20, -15), (8, -8), (-8, -8)], closed=True)
    board.sheet(body, coat, 3)
    with board.within(body):
        for k in range(5):
            board.stroke(
                smooth([(-12 + k * 7, -31), (-10 + k * 7, -18), (-13 + k * 7, -7)]),
                board.light.dye((0xE8C84F, 0x3E8F8B)[k % 2], 0.65),
                2.4,
                0.8,
            )
    for x in (-10, 12):
        board.sheet(limb([(x, -14), (x - 5, -9), (x - 1, -3.4)], [7, 4.6, 3.8]), darker(coat, 0.1), 1.4)
    with board.at(24, -22, turn=-6 * moment.mouth):
        if moment.mouth > 0.05:
            board.stroke(smooth([(8, 4), (14 + 12 * moment.mouth, 3)]), board.light.dye(TONGUE, 0.5), 2)
            board.flat(oval(15 + 12 * moment.mouth, 3, 2.2, 1.8), TONGUE)
        board.sheet(limb([(0, 3), (6, 6), (11, 5)], [6, 5, 2.4]), darker(coat, 0.14), 1)
        board.sheet(
            smooth([(-8, 4), (-11, -7), (-6, -14), (2, -8), (12, -1), (13, 3.6), (4, 5), (-4, 7)], closed=True), coat, 2
        )
        board.sheet(oval(2.4, -2.4, 4.6, 4.4), lighter(coat, 0.25), 1)
        draw_eye(board, 2.8 + 1.2 * sway, -2.4, 1.7, moment, lid=lighter(coat, 0.25))
        board.stroke(smooth([(12, 3), (6, 4.4), (0, 3)]), darker(coat, 0.5), 0.8)


def draw_snake(board: Board, moment: Moment) -> None:
    """A snake with its head up, 34 high and 104 long; it winds as it goes."""
    coat = own(board, moment, 0x789A3F)
    goes = moment.gait in ("walk", "run")
    asleep = moment.gait == "sleep"
    board.shadow(oval(-14, -0.3, 48, 2), 4, 0.4)
    points: list[Point] = []
    widths: list[float] = []
    for i in range(11):
        x = -62 + i * 8.6
        a = 2 * pi * (i / 5.0 - (moment.phase if goes else 0.0))
        points.append((x, -4.6 - 3.4 * (1 + sin(a)) * min(1.0, i / 3)))
        widths.append(1.6 + 7.4 * min(1.0, i / 4.5))
    if asleep:
        points += [(33, -7 - 0.5 * moment.swing()), (40, -6 - 0.5 * moment.swing())]
    else:
        sway = 1.4 * moment.swing()
        points += [(31, -10), (31 + sway * 0.5, -21), (37 + sway, -30)]
        widths += [8.4]
    widths += [8.0, 7.4]
    body = limb(points, widths)
    board.sheet(body, coat, 3.5)
    with board.within(body):
        for i, (x, y) in enumerate(points[1:-1]):
            board.flat(
                polygon([(x - 3.4, y), (x, y - 3), (x + 3.4, y), (x, y + 3)]),
                lighter(coat, 0.42) if i % 2 else darker(coat, 0.32),
                0.9,
            )
    x, y = points[-1]
    with board.at(x + 3, y - 1, turn=-6 * moment.mouth):
        flick = max(0.0, moment.swing(2))
        tongue = board.light.dye(0xC8323A, 0.5)
        out = 9 + 5 * flick
        board.stroke(smooth([(6, 1.6), (out, 2), (out + 3, 0.6)]), tongue, 1)
        board.stroke(smooth([(out, 2), (out + 3, 3.4)]), tongue, 1)
        with board.at(0, 2, turn=18 * moment.mouth):
            board.sheet(limb([(-3, 0), (4, 1), (8, 0.4)], [5, 4, 2]), darker(coat, 0.16), 0.8)
        board.sheet(
            smooth([(-8, 1), (-5, -5), (2, -5.4), (9.4, -1), (9, 2.4), (1, 3.6), (-5, 4)], closed=True), coat, 2
        )
        draw_eye(board, 2, -2, 1.5, moment, lid=lighter(coat, 0.1))


def draw_frog(board: Board, moment: Moment) -> None:
    """A frog, 35 high; it leaps when it goes."""
    _frog(board, moment, own(board, moment, 0x6DAE52), board.light.dye(0xE4E8A8, 0.65))


def draw_toad(board: Board, moment: Moment) -> None:
    """A toad: browner, with warts."""
    coat = own(board, moment, 0x8A7650)
    _frog(board, moment, coat, board.light.dye(0xDCCB9C, 0.65))
    for x, y in ((-9, -20), (-4, -15), (9, -21), (5, -16), (-11, -13), (11, -12)):
        board.flat(oval(x, y, 1.2, 1), darker(coat, 0.3))


def _frog(board: Board, moment: Moment, coat: int, pale: int) -> None:
    leap = max(0.0, moment.swing()) * 13 if moment.gait in ("walk", "run") else 0.0
    board.shadow(oval(0, -0.3, 21 - leap * 0.5, 2.2), 4, 0.45)
    if moment.gait == "swim":
        leap = -12 + moment.swing()
    with board.at(0, -leap):
        stretch = max(0.0, leap) * 0.5
        for side in (-1, 1):
            board.sheet(oval(side * 14, -7.5 + stretch * 0.4, 8.5, 7), darker(coat, 0.12), 2)
            board.sheet(
                limb(
                    [(side * 12, -2.4 + stretch * 0.8), (side * 21, -1.8 + stretch), (side * 26, -1.2 + stretch)],
                    [5, 4, 3],
                ),
                darker(coat, 0.2),
                1.2,
            )
        puff = 0.6 * moment.swing()
        board.sheet(
            smooth(
                [(-13, -5), (-12 - puff, -18), (-8, -27), (8, -27), (12 + puff, -18), (13, -5), (5, -0.8), (-5, -0.8)],
                closed=True,
            ),
            coat,
            3,
        )
        board.flat(
            smooth([(-8, -4), (-8 - puff, -14), (0, -17.5), (8 + puff, -14), (8, -4), (0, -1.4)], closed=True),
            pale,
            0.9,
        )
        for side in (-1, 1):
            board.sheet(limb([(side * 8, -12), (side * 9.6, -6), (side * 8, -1.4)], [5.6, 4.6, 5]), coat, 1.4)
            for k in (-2.4, 0, 2.4):
                board.flat(oval(side * 8 + k, -0.6, 1.4, 1), darker(coat, 0.05))
            board.sheet(oval(side * 6.8, -29.5, 5, 5), coat, 1.4)
            board.flat(oval(side * 6.8, -29.5, 3.6, 3.7), pale)
            draw_eye(board, side * 6.6, -29.5, 2.2, moment, lid=pale)
        smile = smooth([(-9, -21), (0, -17.4), (9, -21)])
        if moment.mouth > 0.05:
            board.flat(smooth([(-8, -21), (8, -21), (0, -18.4 + 4 * moment.mouth)], closed=True), TONGUE)
        board.stroke(smile, darker(coat, 0.55), 1.1)
        for x in (-1.6, 1.6):
            board.flat(oval(x, -24, 0.6, 0.5), darker(coat, 0.6))


def draw_snail(board: Board, moment: Moment) -> None:
    """A snail, 30 high and 44 long."""
    coat = own(board, moment, 0xB0683C)
    skin = board.light.dye(0xE0C99A, 0.65)
    stretch = 1.6 * moment.swing() if moment.gait in ("walk", "run") else 0.4 * moment.swing()
    board.shadow(oval(0, -0.3, 24, 1.8), 4, 0.4)
    for dx in (3.0, 0.0):
        tip = (24 + dx + stretch, -23 + dx * 0.3)
        board.stroke(smooth([(18 + dx * 0.6 + stretch, -11), tip]), darker(skin, 0.1 if dx else 0), 1.8)
        if moment.asleep():
            board.sheet(oval(*tip, 2, 2), skin, 0.6)
        else:
            board.sheet(oval(*tip, 2.5, 2.5), 0xFBF6EA, 0.6)
            draw_eye(board, tip[0] + 0.4, tip[1], 1.4, moment, lid=skin)
    foot = smooth([(-26 - stretch, -0.5), (-12, -4.5), (8, -5), (13 + stretch, -11), (20 + stretch, -13),
        (24 + stretch, -8), (21 + stretch, -0.8),
                   (0, 0.4)], closed=True)  # fmt: skip
    board.sheet(foot, skin, 2)
    board.stroke(smooth([(23 + stretch, -6.5), (20 + stretch, -5.4), (18 + stretch, -6.6)]), darker(skin, 0.5), 0.8)
    if moment.mouth > 0.05:
        board.flat(oval(21 + stretch, -5.8, 1.6, 1.6 * moment.mouth), TONGUE)
    board.sheet(oval(-3, -15, 13.5, 13), coat, 3)
    turn: list[Point] = []
    for k in range(14):
        r = 11.0 * (1 - k / 15)
        a = 0.75 * k + 0.6
        turn.append((-3 + r * sin(a + pi / 2), -15 - r * sin(a)))
    board.stroke(smooth(turn), lighter(coat, 0.45), 2.2, 0.9)


def draw_worm(board: Board, moment: Moment) -> None:
    """A worm that looks up, 20 high and 44 long."""
    coat = own(board, moment, 0xD98A86)
    board.shadow(oval(-3, -0.3, 22, 1.6), 3, 0.4)
    hump = 5.0 + 4 * moment.swing() if moment.gait in ("walk", "run") else 4 + 0.6 * moment.swing()
    up = 17.0 if moment.gait != "sleep" else 5.0
    points = [
        (-24, -2.6),
        (-15, -3.4 - hump * 0.4),
        (-7, -3.4 - hump),
        (2, -3.2 - hump * 0.3),
        (9, -3.6),
        (15, -up * 0.55),
        (18, -up),
    ]
    board.sheet(limb(points, [3, 6, 7, 7, 7, 7, 7]), coat, 2.5)
    for x, y in points[1:5]:
        board.stroke(smooth([(x + 1, y - 3), (x + 2, y), (x + 1, y + 3)]), darker(coat, 0.25), 0.9, 0.8)
    board.sheet(oval(18.6, -up, 4.6, 4.3), coat, 1)
    draw_eye(board, 20, -up - 0.8, 1.3, moment, lid=coat)
    board.flat(oval(20.6, -up + 2.2, 1.3, 0.4 + 1.2 * moment.mouth), TONGUE if moment.mouth > 0.05 else INK)
