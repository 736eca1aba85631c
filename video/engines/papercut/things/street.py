"""What rolls, lies and is set out: vans, boards on wheels, lines on floors, cheeses on shelves, ants in a row."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, WOOD, Prop, Trim, stand, tint

_TYRE = 0x3A3A42


def _wheel_at(board: Board, x: float, r: float, phase: float) -> None:
    board.sheet(oval(x, -r, r, r), tint(board, _TYRE, 0.6), 2)
    board.sheet(oval(x, -r, r * 0.55, r * 0.55), tint(board, 0xC6CCD0), 0.8)
    for k in range(3):
        a = 2 * pi * (k + phase) / 3
        board.stroke(line((x, -r), (x + 0.45 * r * cos(a), -r + 0.45 * r * sin(a))), tint(board, DARK_IRON), 0.9)


def _van(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xE9E2D2)
    glass = 0xFFE3A0 if board.light.lit else tint(board, 0xBFDDE4)
    stand(board, 86)
    body = [(-84, -12), (-84, -86), (-80, -90), (38, -90), (50, -86), (68, -56), (84, -50), (88, -38), (88, -12)]
    board.sheet(smooth(body, closed=True, tension=18), coat, 4)
    board.sheet(smooth([(38, -82), (47, -80), (60, -56), (38, -56)], closed=True, tension=16), glass, 1)
    board.sheet(box(10, -82, 22, 26, 2), glass, 1)
    for x in (6, 36):
        board.stroke(line((x, -86), (x, -18)), darker(coat, 0.25), 1.1, 0.8)
    board.stroke(line((-78, -50), (2, -50)), darker(coat, 0.18), 1, 0.8)
    board.flat(box(-84, -34, 172, 7), tint(board, 0x3F7FA8))
    board.sheet(box(28, -46, 6, 2.4, 1), tint(board, DARK_IRON), 0.6)
    board.sheet(oval(83, -40, 4, 5), 0xFFE9A8 if board.light.lit else tint(board, CREAM), 0.8)
    board.sheet(box(76, -18, 15, 6, 2), tint(board, 0x6E7680), 1)
    for x in (-50, 56):
        board.flat(oval(x, -14, 19, 17), darker(coat, 0.6))
        _wheel_at(board, x, 15, trim.phase)


def _skateboard(board: Board, trim: Trim) -> None:
    deck = trim.own(board, 0x3F8FA8)
    stand(board, 24)
    for x in (-15, 15):
        board.sheet(polygon([(x - 3, -8), (x + 3, -8), (x + 1.6, -5), (x - 1.6, -5)]), tint(board, 0x8D98A2), 0.8)
        for dx in (-3.6, 3.6):
            board.sheet(oval(x + dx, -3.6, 3.6, 3.6), tint(board, 0xE8B83A), 1)
            board.flat(oval(x + dx, -3.6, 1.2, 1.2), tint(board, DARK_IRON))
    board.sheet(limb([(-29, -14), (-23, -9.6), (0, -9), (23, -9.6), (29, -14)], [2.6, 3.4, 3.4, 3.4, 2.6]), deck, 2)
    board.stroke(smooth([(-27, -14.4), (-22, -10.8), (0, -10.2), (22, -10.8)]), lighter(deck, 0.4), 0.9, 0.8)


def _tape_line(board: Board, trim: Trim) -> None:
    """A line of tape stuck across a floor, towards the onlooker."""
    tape = trim.own(board, 0xF7F4EA)
    strip = [(-6, -16), (-2.4, -16), (2, -6), (7, 6), (12, 18), (4, 18), (0, 6), (-3.4, -6)]
    board.sheet(polygon(strip), tape, 0.6)
    for y in (-10, 0, 10):
        board.stroke(line((y * 0.42 - 1.4, y), (y * 0.5 + 3.4, y - 0.4)), darker(tape, 0.14), 0.6, 0.8)


def _towel(board: Board, trim: Trim) -> None:
    """A towel, folded over a hand."""
    cloth = trim.own(board, 0x4A9AA8)
    shape = [(-13, -46), (13, -46), (15, -6), (9, -1), (3, -4), (-4, 0), (-11, -3), (-15, -8)]
    board.sheet(smooth(shape, closed=True, tension=12), cloth, 2.4)
    for y in (-14, -18.6):
        board.stroke(smooth([(-14.4, y), (0, y + 2), (14.4, y)]), tint(board, CREAM), 1.8, 0.9)
    for x in (-5, 5):
        board.stroke(smooth([(x, -44), (x * 1.2, -24), (x * 1.1, -5)]), darker(cloth, 0.2), 0.9, 0.7)
    for k in range(9):
        x = -12 + k * 3
        board.stroke(line((x, -3.4), (x, 0.6)), cloth, 1)


def _round_of_cheese(board: Board, x: float, y: float, r: float, rind: int) -> None:
    with board.at(x, y):
        side = smooth(
            [(-r, -0.62 * r), (r, -0.62 * r), (r, -0.1 * r), (0, 0.16 * r), (-r, -0.1 * r)], closed=True, tension=9
        )
        board.sheet(side, darker(rind, 0.1), 1.4)
        board.sheet(oval(0, -0.64 * r, r, 0.24 * r), lighter(rind, 0.16), 0.8)


def _cheese(board: Board, trim: Trim) -> None:
    """A round cheese, one slice cut out and lying before it."""
    rind = trim.own(board, 0xE3B23F)
    stand(board, 18)
    _round_of_cheese(board, 0, -2, 17, rind)
    pale = tint(board, 0xF8E7A8)
    board.flat(polygon([(0, -13), (12.4, -10.2), (12.4, -1.6), (0, -4)]), pale)
    board.flat(polygon([(0, -13), (3, -9.2), (3, -0.4), (0, -4)]), darker(pale, 0.1))
    with board.at(19, 0):
        board.sheet(polygon([(-7, -7), (8, -4.4), (8, 0), (-7, -1)]), pale, 1.4)
        board.sheet(polygon([(8, -4.4), (10.4, -5.4), (10.4, -1), (8, 0)]), rind, 0.8)


def _curd(board: Board, trim: Trim) -> None:
    """White curd in a bowl, cut into squares."""
    clay = trim.own(board, 0x5E8FA0)
    stand(board, 17)
    board.sheet(smooth([(-18, -12), (18, -12), (13, -1), (0, 0), (-13, -1)], closed=True, tension=9), clay, 2.2)
    top = oval(0, -12, 17.4, 5)
    board.sheet(top, tint(board, 0xFBF5E4), 1)
    with board.within(top):
        for k in range(-3, 4):
            board.stroke(line((k * 5.4 - 3, -18), (k * 5.4 + 3, -6)), tint(board, 0xD5CDB0), 0.8)
            board.stroke(line((-20, -12 + k * 2.4), (20, -12 + k * 2.4)), tint(board, 0xD5CDB0), 0.7)
    board.stroke(oval(0, -12, 17.6, 5.2), lighter(clay, 0.3), 1)


def _cheese_rack(board: Board, trim: Trim) -> None:
    """Shelves on legs, full of round cheeses."""
    wood = tint(board, WOOD)
    rind = trim.own(board, 0xE3B23F)
    stand(board, 48)
    for x in (-44, 41):
        board.sheet(box(x, -112, 4, 112, 0.6), darker(wood, 0.14), 2)
    for k, y in enumerate((-84, -52, -20)):
        for i in range(4):
            tone = (rind, lighter(rind, 0.14), darker(rind, 0.08), lighter(rind, 0.3))[(i + 2 * k) % 4]
            _round_of_cheese(board, -30 + 20.4 * i + (k % 2) * 1.6, y - 2, 9.6, tone)
            if (i + k) % 3 == 0:
                _round_of_cheese(board, -30 + 20.4 * i + (k % 2) * 1.6, y - 11, 9, darker(tone, 0.06))
        board.sheet(box(-48, y, 96, 3.6, 0.6), lighter(wood, 0.12), 2)


def _ant(board: Board, coat: int, step: float) -> None:
    for k in range(3):
        x = -1.6 + k * 1.6
        swing = 1.1 * sin(2 * pi * (step + k / 3))
        board.stroke(line((x, -1.9), (x - 1.6 + swing, 0.2)), darker(coat, 0.2), 0.45)
        board.stroke(line((x, -1.9), (x + 1.6 - swing, 0)), darker(coat, 0.2), 0.45)
    board.flat(oval(-3.6, -2.7, 2.4, 1.8), coat)
    board.flat(oval(0, -2.3, 1.5, 1.2), coat)
    board.flat(oval(3, -2.8, 1.6, 1.5), coat)
    board.flat(oval(3.5, -3.2, 0.4, 0.4), 0xFFFFFF)
    for side in (0.6, 1.6):
        board.stroke(smooth([(3.4, -4), (4 + side, -5.4), (5 + side, -5.2)]), darker(coat, 0.2), 0.4)


def _ants(board: Board, trim: Trim) -> None:
    """A long row of ants with leaves and crumbs on their backs."""
    coat = trim.own(board, 0x8F3427)
    count = 11
    for k in range(count):
        x = -84 + 168 * ((k + trim.phase) % count) / count
        y = -2 + 3 * sin(2 * pi * x / 90)
        with board.at(x, y, 1.7):
            board.shadow(oval(0, 0.2, 4.4, 0.8), 2, 0.3)
            if k % 3 == 0:
                board.sheet(
                    smooth([(-4, -5), (-2, -11), (5, -13), (3, -6)], closed=True), board.light.leaf[k % 2 + 1], 0.8
                )
            elif k % 3 == 1:
                board.sheet(oval(-0.6, -6, 2.4, 2), tint(board, 0xEBD9AE), 0.7)
            _ant(board, coat, 3 * trim.phase + k / 5)


def _fried_fish(board: Board, trim: Trim) -> None:
    """A plate with a grilled fish."""
    fish = trim.own(board, 0xB57A48)
    stand(board, 18)
    board.sheet(oval(0, -3.4, 21, 4.6), tint(board, 0xF2E8D4), 1.8)
    board.flat(oval(0, -3.2, 15, 2.8), tint(board, 0xE0D3B8))
    body = [(-14, -6), (-6, -10), (5, -9.4), (12, -5.6), (5, -3.4), (-6, -3)]
    board.sheet(polygon([(-12, -6), (-19, -10.4), (-18, -2.6)]), darker(fish, 0.14), 0.8)
    board.sheet(smooth(body, closed=True), fish, 1.2)
    for x in (-6, -1, 4):
        board.stroke(line((x - 1.4, -4), (x + 1.4, -8.6)), darker(fish, 0.5), 1.1, 0.9)
    board.flat(oval(8, -6.6, 0.9, 0.9), 0xFFFFFF)
    board.sheet(smooth([(12, -2), (16, -5), (19, -2.6), (15, -1)], closed=True), tint(board, 0xF1CE3C), 0.7)


STREET: dict[str, Prop] = {
    "van": Prop(draw=_van, size=1.15, cycle_s=0.6),
    "skateboard": Prop(draw=_skateboard, grip=(0, -10), size=0.08),
    "tape_line": Prop(draw=_tape_line, size=0.02),
    "towel": Prop(draw=_towel, medium="hand", grip=(0, -42)),
    "cheese": Prop(draw=_cheese, medium="table", grip=(0, -7), size=0.08),
    "curd": Prop(draw=_curd, medium="table", grip=(0, -6), size=0.1),
    "cheese_rack": Prop(draw=_cheese_rack),
    "ants": Prop(draw=_ants, size=0.05, cycle_s=0.9),
    "fried_fish": Prop(draw=_fried_fish, medium="table", grip=(0, -4), size=0.05),
}
