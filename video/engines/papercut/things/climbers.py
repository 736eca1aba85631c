"""Monkeys, sloth, koala, kangaroo: those with hands; facing right, feet at (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, smooth
from video.engines.papercut.things.gaits import WALK, foot_at, joint_of
from video.engines.papercut.things.moment import INK, TONGUE, Moment, draw_eye, own


def draw_monkey(board: Board, moment: Moment) -> None:
    """A monkey with a long tail, 44 high."""
    coat = own(board, moment, 0x8A5A36)
    skin = board.light.dye(0xF0CDA2, 0.65)
    _ape(board, moment, (coat, skin), long_tail=True)


def draw_gorilla(board: Board, moment: Moment) -> None:
    """A gorilla on its knuckles, 44 high."""
    coat = own(board, moment, 0x3E3C46)
    skin = board.light.dye(0x6A6068, 0.65)
    _ape(board, moment, (coat, skin), long_tail=False)


def draw_chimpanzee(board: Board, moment: Moment) -> None:
    """A chimpanzee: dark, with large ears and no tail, 44 high."""
    coat = own(board, moment, 0x3F3A3E)
    skin = board.light.dye(0xD9B08C, 0.65)
    _ape(board, moment, (coat, skin), long_tail=False, big_ears=True)


def _ape(
    board: Board, moment: Moment, colours: tuple[int, int], *, long_tail: bool, big_ears: bool | None = None
) -> None:
    coat, skin = colours
    ears = long_tail if big_ears is None else big_ears
    stout = 1.0 if long_tail else 1.2 if ears else 1.5
    walking = moment.gait in ("walk", "run")
    asleep = moment.gait == "sleep"
    sway = moment.swing()
    drop = 9.0 if asleep else 0.6 * moment.swing(2) if walking else 0.0
    board.shadow(oval(0, -0.3, 19, 2.2), 4, 0.45)
    if long_tail:
        points = [
            (-11, -12 + drop),
            (-24, -8 + drop * 0.6),
            (-31, -20),
            (-25 + sway, -34),
            (-17 + 2 * sway, -31),
            (-20 + 2 * sway, -25),
        ]
        board.sheet(limb(points, [4, 4, 3.6, 3.4, 3.2, 2]), darker(coat, 0.08), 2)
    for far in (True, False):
        tone = darker(coat, 0.26) if far else coat
        for front in (False, True):
            hip = (11.0 if front else -9.0, -19 + drop)
            if far:
                hip = (hip[0] + 4, hip[1])
            foot = (hip[0] + (4 if front else 0), -1.6)
            if walking:
                dx, dy = foot_at(WALK, moment.phase - (0.25 if front else 0.0) - (0.5 if far else 0.0), 19)
                foot = (hip[0] + dx + 2, -1.6 + dy)
            knee = joint_of(hip, foot, (10.5, 10.5), -1.0 if front else 1.0)
            wide = (6.4 if front else 8.4) * stout
            board.sheet(limb([hip, knee, foot], [wide * 1.25, wide * 0.85, wide * 0.6]), tone, 1.5, edge=0.14)
            board.sheet(
                oval(foot[0] + 1.8, foot[1] + 0.2, 4.4 * stout**0.5, 2), darker(skin, 0.25 if far else 0.05), 0.8
            )
        if far:
            body = smooth([(-15, -22 + drop), (-8, -31 * stout**0.15 + drop), (8, -33 * stout**0.3 + drop), (17,
                -26 + drop), (14, -14 + drop),
                           (-4, -10 + drop), (-14, -13 + drop)], closed=True)  # fmt: skip
            board.sheet(body, coat, 3)
    head = (19 - (2 if asleep else 0), -34 * stout**0.12 + drop * 1.5 + 0.4 * sway)
    with board.at(*head, turn=(12 if asleep else 0) - 4 * moment.mouth):
        _ape_head(board, moment, coat, skin, big_ears=ears)


def _ape_head(board: Board, moment: Moment, coat: int, skin: int, *, big_ears: bool) -> None:
    if big_ears:
        board.sheet(oval(-8.6, -0.5, 4.6, 5), coat, 1.2)
        board.flat(oval(-8.4, -0.3, 2.8, 3.2), skin)
    else:
        board.sheet(smooth([(-8, -6), (-3, -14), (4, -12), (6, -7)], closed=True), coat, 1)
    board.sheet(oval(0, 0, 10.4, 10), coat, 2)
    board.flat(
        smooth([(-1, -5.5), (3, -6.6), (6, -4.6), (9, -5.4), (10.4, -1), (9, 3), (1, 4), (-2, 0)], closed=True), skin
    )
    board.sheet(oval(6.2, 4.6 + moment.mouth, 6.4, 4.6 + 0.8 * moment.mouth), lighter(skin, 0.18), 0.8)
    for x in (2.4, 7.6):
        draw_eye(board, x, -1.6, 1.4, moment, lid=skin)
    for x in (6.2, 8.4):
        board.flat(oval(x, 2.2, 0.6, 0.5), darker(skin, 0.6))
    if moment.mouth > 0.08:
        board.flat(oval(6.8, 6.2 + moment.mouth, 3.2, 0.8 + 1.8 * moment.mouth), TONGUE)
    else:
        board.stroke(smooth([(3, 5.4), (6.6, 6.8), (10, 5.2)]), darker(skin, 0.6), 0.8)


def draw_sloth(board: Board, moment: Moment) -> None:
    """A sloth that hangs by its arms from a bough of its own at (0, -44)."""
    coat = own(board, moment, 0xA58A6A)
    pale = board.light.dye(0xE9D8B8, 0.65)
    bark = board.light.dye(0x6B4A36, 0.9)
    board.sheet(limb([(-38, -43), (0, -44.5), (38, -43)], [5, 6, 4]), bark, 3)
    board.sheet(limb([(24, -43), (30, -50), (34, -51)], [3, 3, 1]), bark, 1)
    board.sheet(oval(36, -53, 4.4, 2.6), board.light.leaf[1], 1)
    with board.at(0, -44, turn=2.5 * moment.swing()):
        for x0, x1 in ((-15, -19), (17, 21)):
            board.sheet(limb([(x0, 22), (x1, 11), (x1 + 1, -2)], [9, 7, 6]), darker(coat, 0.2), 1.5)
        body = smooth([(-20, 20), (-14, 12), (6, 15), (18, 13), (24, 20), (17, 30), (-2, 34), (-16, 30)], closed=True)
        board.sheet(body, coat, 3)
        for x0, x1 in ((-11, -12), (10, 10)):
            board.sheet(limb([(x0, 24), (x1, 11), (x1 + 1, -3)], [9, 7, 6]), coat, 1.5)
            for k in (-2, 0, 2):
                board.stroke(
                    smooth([(x1 + 1 + k, -3.5), (x1 + 2 + k, -5.5), (x1 + 3 + k, -3)]), board.light.dye(0x4A3F3A), 1.2
                )
        with board.at(25, 17, turn=4 * moment.swing(1, 0.2)):
            board.sheet(oval(0, 0, 9.6, 9), coat, 2)
            board.flat(oval(1.6, 0.8, 7.4, 6.8), pale)
            for x, turn in ((-2, -1), (5, 1)):
                board.flat(limb([(x, -0.6), (x + turn * 3.4, 2)], [3.4, 2.4]), darker(coat, 0.4))
                draw_eye(board, x, -0.6, 1.2, moment, lid=lighter(coat, 0.1))
            board.flat(oval(1.6, 2.4, 1.8, 1.3), INK)
            board.stroke(smooth([(-1.6, 4.6), (1.6, 5.8 + moment.mouth), (4.8, 4.6)]), darker(pale, 0.6), 0.8)
            if moment.mouth > 0.08:
                board.flat(oval(1.6, 5.6, 2, 0.6 + 1.4 * moment.mouth), TONGUE)


def draw_koala(board: Board, moment: Moment) -> None:
    """A koala that sits, 40 high."""
    coat = own(board, moment, 0x9AA0AA)
    pale = board.light.dye(0xE4E3E2, 0.65)
    rise = 0.4 * moment.swing()
    board.shadow(oval(0, -0.3, 16, 2.2), 4, 0.45)
    board.sheet(
        smooth(
            [(-14, -5), (-12, -18 - rise), (0, -24 - rise), (12, -17), (14, -5), (5, -0.5), (-7, -0.5)], closed=True
        ),
        coat,
        3,
    )
    board.sheet(oval(4, -9.5, 7.4, 8.4), pale, 0.6)
    for x, tone in ((-8, coat), (11, darker(coat, 0.14))):
        board.sheet(oval(x, -3, 6.4, 3.4), tone, 1.4)
    for side, root in ((1, (-6, -18)), (-1, (9, -18))):
        board.sheet(
            limb([root, (root[0] + 1 * side, -12), (root[0] + 6 * side, -8.5)], [6.5, 6, 5]), darker(coat, 0.1), 1.4
        )
    head = (2, -30 - rise + (2 if moment.gait == "sleep" else 0))
    with board.at(*head, turn=(10 if moment.gait == "sleep" else 1.5 * moment.swing())):
        for x in (-11, 12):
            board.sheet(oval(x, -6.5, 6.6, 6.4), coat, 1.4)
            board.flat(oval(x, -5.8, 4, 4), pale)
        board.sheet(oval(0.6, 0, 12.4, 10.4), coat, 2)
        for x in (-4, 7):
            draw_eye(board, x, -1.4, 1.5, moment, lid=coat)
        board.flat(oval(1.8, 6.6, 2.6, 0.5 + 1.8 * moment.mouth), TONGUE)
        board.sheet(oval(1.8, 2.2, 3, 4.2), board.light.dye(0x3A3640, 0.7), 1)


def draw_kangaroo(board: Board, moment: Moment) -> None:
    """A kangaroo, 62 high; it leaps when it goes."""
    coat = own(board, moment, 0xB87B4A)
    pale = board.light.dye(0xF0DEC0, 0.65)
    going = moment.gait in ("walk", "run")
    air = max(0.0, moment.swing()) * (9 if moment.gait == "walk" else 16) if going else 0.0
    lean = 14 if going else 0
    board.shadow(oval(-4, -0.3, 22 - air * 0.4, 2.2), 4, 0.45)
    with board.at(0, -air):
        tail: list[Point] = [(-9, -15), (-22, -7), (-36, -3 - air * 0.4), (-46, -2 - air * 0.7 + moment.swing())]
        board.sheet(limb(tail, [12, 8, 5.5, 2]), coat, 2)
        for far in (True, False):
            tone = darker(coat, 0.25) if far else darker(coat, 0.06)
            dx = 4 if far else 0
            reach = 5 * moment.beat() if going else 0.0
            board.sheet(limb([(-1 + dx, -15), (6 + dx, -8), (-3 + dx, -2.5)], [13, 9, 5]), tone, 1.5, edge=0.14)
            board.sheet(
                limb([(-5 + dx, -2.2), (4 + dx + reach * 0.4, -2), (14 + dx + reach, -1.6)], [4.6, 4.2, 3]), tone, 1.2
            )
            if far:
                with board.at(-3, -14, turn=lean):
                    body = smooth(
                        [(-10, 2), (-9, -13), (-1, -25), (6, -33), (12, -30), (11, -19), (10, -6), (4, 4)], closed=True
                    )
                    board.sheet(body, coat, 3)
                    board.sheet(
                        smooth([(1, -17), (10, -22), (11, -8), (5, 2), (0, -4)], closed=True), pale, 0.5, edge=0
                    )
                    board.stroke(smooth([(1.5, -8), (6, -5.5), (10.6, -8)]), darker(pale, 0.3), 1)
        with board.at(-3, -14, turn=lean):
            board.sheet(
                limb([(6, -25), (11, -18), (16, -17 + moment.swing())], [5.5, 4.4, 3.4]), darker(coat, 0.1), 1.5
            )
            with board.at(10, -38, turn=12 - lean - 5 * moment.mouth):
                _kangaroo_head(board, moment, coat, pale)


def _kangaroo_head(board: Board, moment: Moment, coat: int, pale: int) -> None:
    for dx, tone in ((1.5, darker(coat, 0.2)), (-3, coat)):
        board.sheet(limb([(dx, -4), (dx - 2.5, -11), (dx - 3, -17)], [3.4, 5.6, 1.5]), tone, 1.2)
    board.flat(limb([(-3, -5), (-5.3, -11), (-5.8, -15)], [1.4, 2.8, 0.6]), pale, 0.8)
    with board.at(2, 3, turn=16 * moment.mouth):
        board.sheet(limb([(0, 0), (5, 2), (9, 2)], [5, 4, 2.4]), darker(coat, 0.15), 1)
    board.sheet(
        smooth([(-7, 1), (-4, -6), (2, -6.4), (8, -2), (13.4, 1), (13.6, 4), (6, 5.4), (-3, 6)], closed=True), coat, 2
    )
    board.flat(oval(13, 1.6, 1.6, 1.4), INK)
    board.stroke(smooth([(12.4, 4), (9, 4.6), (6.4, 3.6)]), darker(coat, 0.6), 0.7)
    draw_eye(board, 3, -1.6, 1.4, moment, lid=coat)
