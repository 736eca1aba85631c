"""Beasts of legend and of long ago; facing right, feet at (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, limb, oval, polygon, smooth
from video.engines.papercut.things.gaits import WALK, foot_at, joint_of
from video.engines.papercut.things.hearth import draw_flames
from video.engines.papercut.things.moment import TONGUE, Moment, draw_eye, own
from video.engines.papercut.things.prop import Trim


def _walking_legs(
    board: Board, moment: Moment, roots: tuple[tuple[float, float], tuple[float, float]], coat: int, *, far: bool
) -> None:
    """Hind and fore leg of one side; each root is x and height of the hip."""
    for i, (x, y) in enumerate(roots):
        dx, dy = (0.0, 0.0)
        if moment.gait in ("walk", "run"):
            dx, dy = foot_at(WALK, moment.phase - (0.0, 0.25)[i] - (0.5 if far else 0.0), -y * 0.8)
        hip = (x + (6 if far else 0), y)
        foot = (hip[0] + dx, -1.5 + dy)
        knee = joint_of(hip, foot, (-y * 0.5, -y * 0.54), -1.0 if i == 0 else 1.0)
        tone = darker(coat, 0.26) if far else darker(coat, 0.04)
        board.sheet(limb([(hip[0], y - 5), hip, knee, foot], [6, 15, 9.5, 8.5]), tone, 1.6, edge=0.14)
        for k in (-2.4, 1.2, 4.8):
            board.flat(oval(foot[0] + k, foot[1] + 0.6, 1.6, 1.6), lighter(tone, 0.55))


def draw_dragon(board: Board, moment: Moment) -> None:
    """A dragon, 96 high; it breathes fire as it speaks. Flying it is about (0, 0)."""
    coat = own(board, moment, 0x3F8F6B)
    pale = board.light.dye(0xF0D58A, 0.65)
    winged = moment.livery.wings if moment.livery is not None else None
    membrane = board.light.dye(0xD9722F if winged is None else winged, 0.65)
    flies = moment.gait == "fly"
    wave = moment.swing()
    if not flies:
        board.shadow(oval(-6, -0.3, 52, 2.8), 5, 0.45)
    with board.at(0, 34 + 2 * moment.beat() if flies else 0):
        up = 26 * moment.beat() if flies else 3 * wave
        wing: list[Point] = [(2, -46), (-14, -78 - up), (-44, -92 - up * 1.2), (-38, -72 - up * 0.8), (-52,
        -64 - up * 0.7), (-38, -54 - up * 0.4), (-44, -42 - up * 0.2), (-22, -38), (-6, -32)]  # fmt: skip
        board.sheet(
            smooth([(x + 12, y + 2) for x, y in wing], closed=True, tension=8),
            darker(membrane, 0.25),
            2,
        )
        tail: list[Point] = [(-22, -26), (-42, -18), (-60, -10 + wave), (-74, -14 + 3 * wave), (-80, -26 + 4 * wave)]
        x, y = tail[-1]
        board.sheet(polygon([(x - 7, y + 2), (x - 1, y - 15), (x + 8, y + 1), (x, y + 6)]), darker(coat, 0.25), 1.5)
        if not flies:
            _walking_legs(board, moment, ((-17, -24), (15, -24)), coat, far=True)
        head = (46 + 0.6 * wave, -78 + wave)
        spine = [*reversed(tail), (-4, -32), (18, -34), (32, -50), (36, -66), head]
        for k, (px, py) in enumerate(spine[1:-2]):
            d = (4, 6, 9, 14, 15, 11, 8)[min(k, 6)]
            board.sheet(
                polygon([(px - 5, py - d + 4), (px - 3, py - d - 7), (px + 5, py - d + 4)]),
                board.light.dye(0xD9722F, 0.65),
                0.8,
            )
        body = limb(spine, [2, 6, 10, 15, 23, 30, 27, 18, 14, 13])
        board.sheet(body, coat, 3.5)
        with board.within(body):
            board.flat(limb([(-26, -14), (4, -18), (28, -28), (42, -46), (46, -66)], [5, 10, 14, 11, 8]), pale, 0.95)
            for k in range(6):
                board.stroke(
                    smooth([(-8 + k * 8.4, -8 - k * 2), (-2 + k * 8, -20 - k * 4)]), darker(pale, 0.22), 1, 0.7
                )
        if not flies:
            _walking_legs(board, moment, ((-17, -24), (15, -24)), coat, far=False)
        sheet = smooth(wing, closed=True, tension=8)
        board.sheet(sheet, membrane, 3)
        for tip in (wing[2], wing[4], wing[6]):
            board.stroke(smooth([(-2, -46), (-14, -74 - up * 0.9), tip]), darker(coat, 0.1), 2)
        with board.at(*head, turn=-5 * moment.mouth):
            _dragon_head(board, moment, coat)


def _dragon_head(board: Board, moment: Moment, coat: int) -> None:
    if moment.mouth > 0.5:
        board.canvas.save()
        board.canvas.translate(24, 4)
        board.canvas.rotate(88)
        draw_flames(board, (0, 0), 34 * moment.mouth, Trim(phase=moment.phase))
        board.canvas.restore()
    for dx in (3.0, -3.0):
        horn = board.light.dye(0xF0E2C4, 0.65)
        board.sheet(
            limb([(dx - 3, -6), (dx - 10, -14), (dx - 19, -16)], [4.4, 3.4, 0.8]), darker(horn, 0.2 if dx > 0 else 0), 1
        )
    with board.at(0, 3, turn=22 * moment.mouth):
        board.sheet(limb([(0, 1), (12, 3), (22, 2)], [7, 6, 3]), darker(coat, 0.14), 1)
        board.flat(limb([(2, -1), (12, 0.6), (20, 0.4)], [4, 3, 1]), TONGUE)
    board.sheet(
        smooth([(-11, 1), (-7, -9), (3, -11), (12, -5), (23, -7), (28, -2), (26, 4), (12, 5), (-4, 8)], closed=True),
        coat,
        2.4,
    )
    board.flat(oval(24.5, -3.6, 1.3, 1), darker(coat, 0.6))
    board.stroke(smooth([(26, 3), (16, 4), (8, 3)]), darker(coat, 0.5), 0.9)
    for x in (21, 15):
        board.flat(polygon([(x - 1.4, 3.4), (x + 1.4, 3.4), (x, 6.8)]), 0xFDFBF2)
    draw_eye(board, 5, -4, 2.2, moment, lid=lighter(coat, 0.1))


def draw_dinosaur(board: Board, moment: Moment) -> None:
    """A long-necked dinosaur, 104 high."""
    coat = own(board, moment, 0x7FA05A)
    pale = board.light.dye(0xE6DDA8, 0.65)
    wave = moment.swing()
    board.shadow(oval(-4, -0.3, 48, 2.8), 5, 0.45)
    _walking_legs(board, moment, ((-20, -26), (16, -26)), coat, far=True)
    head = (52 + wave, -94 + 1.4 * wave)
    tail: list[Point] = [(-30, -34), (-52, -22), (-70, -13 + wave), (-88, -16 + 3 * wave)]
    body = limb([*reversed(tail), (-4, -38), (20, -38), (36, -58), (44, -78), head], [2, 8, 15, 27, 38, 30, 18, 13, 11])
    board.sheet(body, coat, 3.5)
    with board.within(body):
        board.flat(limb([(-40, -16), (0, -18), (28, -32), (46, -60), (54, -84)], [6, 14, 12, 9, 6]), pale, 0.9)
        for i in range(9):
            board.flat(oval(-40 + i * 8, -40 - 8 * (i > 2) + (i % 2) * 6 - (i > 6) * 10, 3, 2.4), darker(coat, 0.2))
    _walking_legs(board, moment, ((-20, -26), (16, -26)), coat, far=False)
    with board.at(*head, turn=10 - 6 * moment.mouth):
        with board.at(-1, 3, turn=18 * moment.mouth):
            board.sheet(limb([(0, 0), (8, 2), (15, 1)], [7, 5.6, 3]), darker(coat, 0.14), 1)
        board.sheet(
            smooth([(-9, 1), (-5, -7.6), (4, -8), (14, -4), (18, 0), (17, 4), (4, 6), (-5, 7)], closed=True), coat, 2.2
        )
        board.flat(oval(15, -1.6, 1.1, 0.9), darker(coat, 0.6))
        board.stroke(smooth([(16.6, 3.2), (9, 4.6), (4, 2.6)]), darker(coat, 0.55), 0.9)
        draw_eye(board, 3, -2.4, 1.8, moment, lid=coat)
