"""What heals and helps: thermometers, syringes, bandages, pills, crutches, wheelchairs, nets over beds."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, PALE_WOOD, WOOD, Prop, Trim, ring, stand, tint

_STEEL = 0xA9B4BC
_WHITE = 0xF7F4EA
_RED = 0xC9413A


def _thermometer(board: Board, trim: Trim) -> None:
    """A glass tube with a red column."""
    glass = trim.own(board, _WHITE)
    with board.at(0, 0, turn=18):
        board.sheet(limb([(0, -3), (0, -22), (0, -38)], [5.4, 5.4, 4.6]), glass, 1.6)
        board.sheet(oval(0, -1.6, 3.6, 4), tint(board, _RED), 1)
        board.stroke(line((0, -3), (0, -25)), tint(board, _RED), 1.7)
        for k in range(8):
            board.stroke(line((1.1, -10 - 3 * k), (2.3, -10 - 3 * k)), darker(glass, 0.6), 0.5)


def _syringe(board: Board, trim: Trim) -> None:
    juice = trim.own(board, 0x7FB9C4)
    with board.at(0, 0, turn=24):
        board.stroke(line((0, 2), (0, -9)), tint(board, _STEEL), 0.9)
        board.sheet(polygon([(-1.4, -8), (1.4, -8), (2.6, -12), (-2.6, -12)]), tint(board, _STEEL), 0.6)
        board.sheet(box(-3.6, -30, 7.2, 18.4, 1), tint(board, _WHITE), 1.6)
        board.flat(box(-2.6, -22, 5.2, 9.4, 0.5), juice, 0.9)
        board.sheet(box(-6, -31.4, 12, 2, 0.8), tint(board, _WHITE), 0.8)
        board.sheet(box(-1.1, -39, 2.2, 16, 0.4), tint(board, _STEEL), 0.6)
        board.sheet(box(-4, -40.6, 8, 2.2, 0.8), tint(board, _STEEL), 0.8)


def _bandage(board: Board, trim: Trim) -> None:
    """A roll of gauze with its end hanging out."""
    gauze = trim.own(board, _WHITE)
    stand(board, 10)
    board.sheet(smooth([(2, -3), (11, -2.4), (20, -3.4), (20, 0), (2, 0)], closed=True, tension=12), gauze, 1)
    board.sheet(box(-9, -15, 14, 15, 5), darker(gauze, 0.05), 1.8)
    board.sheet(oval(5, -7.5, 4, 7.5), gauze, 0.8)
    for k in (0.75, 0.5, 0.25):
        board.stroke(oval(5, -7.5, 4 * k, 7.5 * k), darker(gauze, 0.22), 0.6)
    for y in (-12, -9, -6, -3):
        board.stroke(line((-8, y), (0, y)), darker(gauze, 0.12), 0.5)


def _pills(board: Board, trim: Trim) -> None:
    """A sheet of pills, two of them out."""
    coat = trim.own(board, 0xD9635A)
    stand(board, 12)
    board.sheet(polygon([(-12, -3), (6, -10), (13, -7), (-5, 0)]), tint(board, 0xC9D1D6), 1.6)
    for k in range(4):
        for row in (0, 1):
            x, y = -8 + 4.6 * k + 4 * row, -4 - 1.75 * k + 1.3 * row
            board.sheet(oval(x, y, 1.8, 1.2), tint(board, _WHITE), 0.6)
    board.sheet(oval(12, -1.4, 2.6, 1.7), coat, 0.8)
    board.sheet(oval(17, -1.2, 2.6, 1.7), lighter(coat, 0.4), 0.8)


def _stethoscope(board: Board, trim: Trim) -> None:
    tube = trim.own(board, 0x35505E)
    for side in (-1, 1):
        board.stroke(smooth([(side * 9, -36), (side * 8, -27), (side * 2, -20), (0, -17)]), tube, 2)
        board.stroke(line((side * 9, -36), (side * 6.4, -39)), tint(board, _STEEL), 1.8)
    board.stroke(smooth([(0, -17), (-2, -8), (3, -1), (10, -4), (11, -12)]), tube, 2.2)
    board.sheet(oval(11, -14, 4.4, 4.4), tint(board, _STEEL), 1.4)
    board.flat(oval(11, -14, 2.6, 2.6), tint(board, _WHITE))


def _crutch(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    for side in (-1, 1):
        board.sheet(limb([(0, -18), (side * 3.4, -44), (side * 5.6, -76)], [2.4, 2.4, 2.4]), wood, 1.2)
    board.sheet(limb([(0, 0), (0, -22)], [3.2, 3.2]), wood, 1.4)
    board.sheet(box(-4.4, -47, 8.8, 3, 1), tint(board, WOOD), 1)
    board.sheet(
        smooth([(-9, -77), (0, -74.4), (9, -77), (8, -81), (0, -79), (-8, -81)], closed=True),
        tint(board, 0x8A4A3C),
        1.6,
    )
    board.sheet(box(-2.2, -4, 4.4, 4.4, 1), tint(board, DARK_IRON), 0.8)


def _wheelchair(board: Board, trim: Trim) -> None:
    """A chair with two large wheels and two small ones."""
    cloth = trim.own(board, 0x2F6FA0)
    stand(board, 26)
    board.stroke(smooth([(-26, -50), (-19, -49), (-17, -44), (-15, -25)]), tint(board, _STEEL), 2.4)
    board.sheet(polygon([(-20, -48), (-15, -48), (-11, -24), (-16, -24)]), cloth, 1.6)
    board.sheet(box(-16, -27, 28, 5, 1.6), cloth, 1.8)
    board.stroke(smooth([(-16, -36), (6, -36), (9, -33), (10, -25)]), tint(board, _STEEL), 2.2)
    board.stroke(smooth([(11, -25), (17, -20), (19, -7), (26, -5)]), tint(board, _STEEL), 2.2)
    board.sheet(box(18, -6, 9, 2.2, 0.8), tint(board, DARK_IRON), 0.8)
    board.sheet(ring(15, -5, 5, 3), tint(board, DARK_IRON), 1)
    board.sheet(ring(-8, -17, 17, 14.6), tint(board, DARK_IRON), 1.8)
    for k in range(10):
        a = 2 * pi * k / 10
        board.stroke(line((-8, -17), (-8 + 15 * cos(a), -17 + 15 * sin(a))), tint(board, _STEEL), 0.6)
    board.sheet(oval(-8, -17, 2.6, 2.6), tint(board, _STEEL), 0.8)


def _mosquito_net(board: Board, trim: Trim) -> None:
    """A net that hangs from a ring over a bed."""
    gauze = trim.own(board, 0xF4F1E4)
    stand(board, 48)
    board.sheet(box(-44, -17, 88, 8, 1), tint(board, WOOD), 2)
    for x in (-42, 38):
        board.sheet(box(x, -10, 4, 10), tint(board, WOOD), 1)
    board.sheet(box(-43, -23, 86, 8, 3), tint(board, 0x6FA3A8), 1.6)
    board.sheet(box(-41, -28, 20, 7, 3), tint(board, CREAM), 1)
    sway = 1.6 * trim.swing()
    veil = smooth(
        [(-6, -108), (6, -108), (22, -84), (40 + sway, -46), (49 + sway, -6), (-49 + sway, -6),
         (-40 + sway, -46), (-22, -84)],
        closed=True, tension=9,
    )  # fmt: skip
    board.flat(veil, gauze, 0.62)
    with board.within(veil):
        for k in range(13):
            x = -48 + 8 * k
            board.stroke(smooth([(x * 0.1, -108), (x * 0.55, -78), (x + sway, -4)]), lighter(gauze, 0.5), 0.7, 0.9)
        for y in range(-104, -4, 7):
            board.stroke(line((-50, y), (50, y)), darker(gauze, 0.2), 0.35, 0.7)
    board.sheet(box(-8, -110, 16, 3, 1.4), tint(board, WOOD), 1)
    board.stroke(line((0, -110), (0, -120)), darker(gauze, 0.3), 1)


def _first_aid(board: Board, trim: Trim) -> None:
    """A case with a cross on it."""
    case = trim.own(board, _WHITE)
    stand(board, 17)
    board.stroke(smooth([(-6, -24), (-5, -29), (5, -29), (6, -24)]), tint(board, DARK_IRON), 2.2)
    board.sheet(box(-17, -24, 34, 24, 3), case, 2.4)
    board.stroke(line((-17, -17), (17, -17)), darker(case, 0.25), 0.8)
    board.flat(box(-2, -15.4, 4, 12), tint(board, _RED))
    board.flat(box(-6, -11.4, 12, 4), tint(board, _RED))


CLINIC: dict[str, Prop] = {
    "thermometer": Prop(draw=_thermometer, medium="hand", grip=(8, -24), size=0.08),
    "syringe": Prop(draw=_syringe, medium="hand", grip=(9, -22), size=0.09),
    "bandage": Prop(draw=_bandage, medium="table", grip=(0, -7), size=0.04),
    "pills": Prop(draw=_pills, medium="table", grip=(0, -5), size=0.02),
    "stethoscope": Prop(draw=_stethoscope, medium="hand", grip=(0, -20), size=0.3),
    "crutch": Prop(draw=_crutch, medium="hand", grip=(0, -46), size=0.75),
    "wheelchair": Prop(draw=_wheelchair, top=-27),
    "mosquito_net": Prop(draw=_mosquito_net, size=1.2, cycle_s=4.0),
    "first_aid": Prop(draw=_first_aid, medium="hand", grip=(0, -28), size=0.16),
}
