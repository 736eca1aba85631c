"""More of the house and the workshop."""

from __future__ import annotations

from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    GOLD,
    IRON,
    PALE_WOOD,
    STRAW,
    WOOD,
    Prop,
    Trim,
    stand,
    tint,
)


def _bottle(board: Board, trim: Trim) -> None:
    glass = trim.own(board, 0x5E9A78)
    stand(board, 7)
    board.sheet(box(-2.2, -38, 4.4, 5, 1), tint(board, PALE_WOOD), 1)
    board.sheet(
        smooth(
            [(-2.6, -35), (2.6, -35), (3, -26), (7, -21), (7, -0.6), (-7, -0.6), (-7, -21), (-3, -26)],
            closed=True,
            tension=13,
        ),
        glass,
        2,
    )
    board.sheet(box(-5.6, -16, 11.2, 10, 0.8), tint(board, CREAM), 0.6)
    board.flat(limb([(-4.4, -22), (-4.8, -17)], [1.2, 1.8]), 0xFFFFFF, 0.6)


def _pan(board: Board, trim: Trim) -> None:
    iron = trim.own(board, 0x4A4B55)
    stand(board, 15)
    board.sheet(limb([(12, -6), (38, -10)], [3.4, 4]), tint(board, 0x6B4630), 1.5)
    board.flat(oval(0, -8.6, 14, 2.6), lighter(iron, 0.2))
    board.sheet(
        smooth([(-16, -9), (0, -6.4), (16, -9), (13, -1.4), (8, 0), (-8, 0), (-13, -1.4)], closed=True, tension=9),
        iron,
        2.5,
    )
    board.stroke(smooth([(-14, -6.4), (0, -4), (14, -6.4)]), lighter(iron, 0.25), 0.9, 0.7)


def _plate(board: Board, trim: Trim) -> None:
    clay = trim.own(board, 0xF2E8D4)
    stand(board, 14)
    board.sheet(oval(0, -3.6, 17, 4), clay, 2)
    board.stroke(oval(0, -3.8, 14.6, 3.2), tint(board, 0x3F7F93), 1, 0.9)
    board.flat(oval(0, -3.4, 10.6, 2.2), darker(clay, 0.1))


def _kettle(board: Board, trim: Trim) -> None:
    tin = trim.own(board, 0xB5533C)
    stand(board, 13)
    board.stroke(smooth([(-9, -20), (-9, -33), (9, -33), (9, -20)]), tint(board, DARK_IRON), 2.2)
    board.sheet(
        smooth([(9, -12), (17, -16), (20, -24), (23, -22), (20, -11), (10, -5)], closed=True, tension=8),
        darker(tin, 0.1),
        1.2,
    )
    board.sheet(
        smooth([(-9, -22), (9, -22), (14, -10), (11, -0.6), (-11, -0.6), (-14, -10)], closed=True, tension=7), tin, 3
    )
    board.sheet(smooth([(-8, -22), (0, -26), (8, -22)], closed=True), lighter(tin, 0.15), 1)
    board.sheet(oval(0, -26, 2, 1.8), tint(board, DARK_IRON), 0.8)
    for k in range(2):
        at = (trim.phase + k / 2) % 1.0
        y = -25 - 12 * at
        board.stroke(smooth([(22, y), (24, y - 4), (21.4, y - 8)]), 0xFFFFFF, 1.4, 0.6 * sin(pi * at))


def _barrel(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x9A6B44)
    stand(board, 16)
    side = smooth([(-13, -44), (13, -44), (17, -22), (13, 0), (-13, 0), (-17, -22)], closed=True, tension=7)
    board.sheet(side, wood, 3.5)
    for x in (-9, -3, 3, 9):
        board.stroke(smooth([(x * 0.9, -43), (x * 1.2, -22), (x * 0.9, -1)]), darker(wood, 0.25), 0.9, 0.8)
    for y, wide in ((-36, 14.8), (-8, 14.8)):
        board.sheet(
            smooth(
                [(-wide, y - 2), (0, y - 0.4), (wide, y - 2), (wide, y + 1.6), (0, y + 3.2), (-wide, y + 1.6)],
                closed=True,
                tension=9,
            ),
            tint(board, IRON),
            1,
        )
    board.sheet(oval(0, -44, 13, 2.8), lighter(wood, 0.15), 1)
    board.flat(oval(0, -22, 2, 2), darker(wood, 0.5))


def _caged(board: Board) -> None:
    """The bird on its perch."""
    board.sheet(smooth([(-8, 3), (-2, -5), (5, -3), (4, 3), (-2, 4)], closed=True), tint(board, 0xE8B83A), 1)
    board.sheet(oval(5, -5, 3.6, 3.4), tint(board, 0xE8B83A), 0.8)
    board.flat(polygon([(8, -6), (11, -4.8), (8, -4)]), tint(board, 0xD9722F))
    board.flat(oval(6, -5.6, 0.8, 0.8), 0x241C20)


def _cage(board: Board, trim: Trim) -> None:
    """A bird cage."""
    brass = trim.own(board, GOLD)
    stand(board, 15)
    board.stroke(oval(0, -52, 3.4, 3.4), brass, 1.5)
    with board.at(0, -19, turn=7 * trim.swing()):
        board.stroke(line((-7, 3), (7, 3)), tint(board, WOOD), 1.6)
        if not trim.bare:
            _caged(board)
    for x in range(-12, 13, 4):
        top = -48 + 0.085 * x * x
        board.stroke(smooth([(x, -3), (x, -30), (x * 0.7, top + 2), (0, -49)]), brass, 0.9)
    board.stroke(line((-13, -30), (13, -30)), brass, 1.2)
    board.sheet(box(-15, -4.4, 30, 4.4, 1.5), darker(brass, 0.15), 1.5)


def _comb(board: Board, trim: Trim) -> None:
    horn = trim.own(board, 0x9A5A36)
    board.sheet(
        smooth([(-14, -14), (-10, -19), (10, -19), (14, -14), (14, -10), (-14, -10)], closed=True, tension=12), horn, 2
    )
    for i in range(10):
        board.sheet(limb([(-12.4 + i * 2.76, -11), (-12.4 + i * 2.76, 0)], [1.7, 1.2]), horn, 0.6)
    for x in (-6, 0, 6):
        board.flat(oval(x, -14.6, 1.1, 1.1), lighter(horn, 0.5))


def _glasses(board: Board, trim: Trim) -> None:
    wire = trim.own(board, 0x4A4148)
    for x in (-8, 8):
        board.flat(oval(x, -7, 6, 6), tint(board, 0xD6ECF0), 0.75)
        board.stroke(oval(x, -7, 6, 6), wire, 1.5)
        board.stroke(line((x - 2.6, -6), (x + 1, -10)), 0xFFFFFF, 1.1, 0.9)
    board.stroke(smooth([(-2.4, -8), (0, -9.6), (2.4, -8)]), wire, 1.5)
    for side in (-1, 1):
        board.stroke(smooth([(side * 14, -8), (side * 19, -10), (side * 20, -4)]), wire, 1.3)


def _pillow(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xF3EAD8)
    stand(board, 15)
    board.sheet(
        smooth(
            [
                (-18, -15),
                (-8, -13.4),
                (0, -14),
                (8, -13.4),
                (18, -15),
                (15.6, -8),
                (18, -1),
                (8, -0.4),
                (-8, -0.4),
                (-18, -1),
                (-15.6, -8),
            ],
            closed=True,
        ),
        cloth,
        2.5,
    )
    for x0, x1 in ((-16, -10), (16, 10)):
        board.stroke(smooth([(x0, -13), (x1, -9)]), darker(cloth, 0.22), 0.9, 0.8)
        board.stroke(smooth([(x0, -2.6), (x1, -6)]), darker(cloth, 0.22), 0.9, 0.8)


def _throne(board: Board, trim: Trim) -> None:
    velvet, gold = trim.own(board, 0xA82F3A), tint(board, GOLD)
    stand(board, 28)
    board.sheet(
        smooth(
            [(-22, -30), (-24, -94), (-12, -104), (0, -114), (12, -104), (24, -94), (22, -30)], closed=True, tension=12
        ),
        gold,
        3.5,
    )
    board.sheet(smooth([(-17, -34), (-18, -90), (0, -102), (18, -90), (17, -34)], closed=True, tension=12), velvet, 1)
    for x, y in ((-8, -80), (8, -80), (0, -66), (-8, -52), (8, -52)):
        board.flat(oval(x, y, 1.6, 1.6), gold)
    for x in (-28, 20):
        board.sheet(box(x, -56, 8, 7, 3), gold, 1.5)
        board.sheet(box(x + 1, -50, 6, 50, 1), darker(gold, 0.12), 2)
    board.sheet(box(-21, -37, 42, 9, 3), velvet, 2)
    board.sheet(box(-21, -29, 42, 10, 1), gold, 1.5)
    board.sheet(oval(0, -112, 4, 4), tint(board, 0x3FA0B8), 1.2)


def _carpet(board: Board, trim: Trim) -> None:
    """A rolled carpet that shows its pattern."""
    wool = trim.own(board, 0x9C2F3A)
    board.sheet(polygon([(-52, 0), (-40, -16), (34, -16), (40, 0)]), wool, 1.5)
    board.flat(polygon([(-45, -2), (-35.4, -14), (32, -14), (37, -2)]), tint(board, 0x24506A))
    for i in range(5):
        x = -31 + i * 14
        board.flat(
            polygon([(x - 6, -8), (x + 0.6, -12.4), (x + 6, -8), (x - 0.6, -3.6)]),
            tint(board, (0xE8B83A, 0xF0E2C4)[i % 2]),
        )
    board.sheet(limb([(37, -20), (44, 1)], [11, 13]), darker(wool, 0.1), 2.5)
    board.stroke(oval(44.4, 0.6, 3.6, 2), darker(wool, 0.4), 1)
    for k in range(6):
        board.stroke(line((-51 + k * 2, -1.4 - k * 2.6), (-56 + k * 2, -1 - k * 2.6)), tint(board, CREAM), 0.9)


def _clothes(board: Board, trim: Trim) -> None:
    """Washing on a line."""
    own = trim.own(board, 0xC8553D)
    stand(board, 52)
    for x in (-54, 52):
        board.sheet(box(x, -86, 3.4, 86), tint(board, WOOD), 2)
    rope: list[Point] = [(-52, -82), (0, -76), (54, -82)]
    sway = 4 * trim.swing()
    for x, y, k in ((-34, -79, 0), (0, -76, 1), (33, -79, 2)):
        with board.at(x, y, turn=sway * (0.7 + 0.2 * k)):
            if k == 0:
                board.sheet(
                    polygon(
                        [(-8, 0), (8, 0), (17, 9), (12, 15), (9, 12), (9, 34), (-9, 34), (-9, 12), (-12, 15), (-17, 9)]
                    ),
                    own,
                    2.5,
                )
            elif k == 1:
                board.sheet(
                    smooth([(-7, 0), (7, 0), (6, 12), (14, 40), (-14, 40), (-6, 12)], closed=True, tension=14),
                    tint(board, 0x2F7F86),
                    2.5,
                )
                board.stroke(line((-12, 34), (12, 34)), tint(board, 0xE8B83A), 2)
            else:
                board.sheet(
                    polygon([(-10, 0), (10, 0), (12, 36), (3, 36), (0, 13), (-3, 36), (-12, 36)]),
                    tint(board, 0x5F6F9A),
                    2.5,
                )
        for dx in (-6, 6):
            board.sheet(box(x + dx - 1, y - 3, 2, 6, 0.6), tint(board, PALE_WOOD), 0.6)
    board.stroke(smooth(rope), tint(board, 0xD9C79A), 1.2)


def _lightbulb(board: Board, trim: Trim) -> None:
    board.glow(0, -24, 52, 0xFFE08A, (0.62 if board.light.lit else 0.3) + 0.05 * trim.swing())
    glass = lighter(trim.own(board, 0xFFE39A), 0.2 + 0.2 * trim.swing())
    board.sheet(
        smooth([(-5, -12), (-11, -22), (-9, -32), (0, -37), (9, -32), (11, -22), (5, -12)], closed=True, tension=7),
        glass,
        2,
    )
    board.stroke(smooth([(-3, -13), (-4, -22), (0, -19), (4, -22), (3, -13)]), tint(board, 0xD9822F), 0.9)
    for k in range(3):
        board.sheet(box(-5 + 0.5 * k, -12 + k * 3.6, 10 - k, 3.2, 1.4), tint(board, 0x9AA4AC), 0.6)
    board.flat(oval(-4.6, -29, 1.8, 2.6), 0xFFFFFF, 0.9)


def _stick(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x7A5236)
    board.sheet(limb([(0, 0), (1.4, -28), (-0.6, -58), (1, -88)], [3, 3.6, 3.4, 4.4]), wood, 2)
    board.sheet(limb([(0, -60), (6, -70)], [2.8, 1.6]), wood, 1)
    for y in (-20, -44, -76):
        board.stroke(smooth([(-0.6, y), (1.6, y - 1), (2.4, y)]), darker(wood, 0.35), 0.8, 0.8)


def _saw(board: Board, trim: Trim) -> None:
    steel = tint(board, 0xB4BEC6)
    points: list[Point] = [(-2, -14), (-2, -58), (5, -60)]
    for k in range(12):
        points += [(11.5 - 0.2 * k, -58 + k * 3.6), (9.4 - 0.2 * k, -56 + k * 3.6)]
    points.append((9, -14))
    board.sheet(polygon(points), steel, 2)
    handle = trim.own(board, 0x9A5A36)
    board.sheet(smooth([(-6, -16), (11, -16), (12, -6), (8, 0), (-3, 0), (-8, -7)], closed=True, tension=8), handle, 2)
    board.flat(oval(2, -7, 5, 3.4), darker(handle, 0.6))


def _hook(board: Board, trim: Trim) -> None:
    """A fishing hook."""
    steel = trim.own(board, 0x8D98A2)
    board.stroke(smooth([(0, -46), (0.6, -38), (0, -30)]), tint(board, 0xEDEAE0), 1)
    board.stroke(smooth([(0, -26), (0, -10), (-4, -2), (-11, -2), (-14, -9)]), steel, 2.6)
    board.stroke(oval(0, -28, 2, 2.2), steel, 1.5)
    board.sheet(polygon([(-14.6, -16), (-11.6, -9), (-16.4, -9.6)]), steel, 0.8)
    board.sheet(limb([(2.6, -12), (-1, -4), (-7, -1), (-9, 3)], [3, 3.6, 3.4, 2]), tint(board, 0xD98A86), 0.8)


def _fish_trap(board: Board, trim: Trim) -> None:
    """A woven basket for fish."""
    cane = trim.own(board, 0xB98A50)
    stand(board, 28)
    body = smooth([(-30, -18), (-14, -23), (14, -21), (32, -10), (32, -8), (14, 0), (-14, 1), (-30, -3)], closed=True)
    board.sheet(body, darker(cane, 0.35), 2.5)
    with board.within(body):
        for k in range(7):
            board.stroke(smooth([(-32, -18 + k * 2.6), (-10, -23 + k * 4), (14, -21 + k * 3.6), (33, -9)]), cane, 1.5)
        for x in (-22, -10, 2, 14, 24):
            board.stroke(smooth([(x, -24), (x + 3, -11), (x, 2)]), lighter(cane, 0.2), 1.3)
    board.stroke(oval(-30, -10.4, 4, 8), lighter(cane, 0.15), 2)
    board.flat(oval(-30, -10.4, 2.6, 6.4), 0x3A2A22)


def _cross(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x8A5E3C)
    stand(board, 8)
    board.sheet(limb([(0, 0), (0, -62)], [6, 5.6]), wood, 3)
    board.sheet(limb([(-18, -44), (18, -44)], [5.6, 5.6]), wood, 2)
    for x, tone in ((-6, 0xD9483B), (0, 0xE8B83A), (6, 0xE2607A)):
        board.sheet(oval(x, -3 - abs(x) * 0.2, 3.4, 3), tint(board, tone), 0.8)


def _pitchfork(board: Board, trim: Trim) -> None:
    board.sheet(limb([(0, 0), (0, -74)], [3.2, 3]), trim.own(board, PALE_WOOD), 2)
    steel = tint(board, 0x8D98A2)
    for x in (-8, 0, 8):
        board.stroke(smooth([(0, -72), (x, -78), (x, -98)]), steel, 2)
    _straws(board)


def _straws(board: Board) -> None:
    for k in range(5):
        x = -8 + k * 4
        board.stroke(
            smooth([(x - 5, -86 - (k % 2) * 3), (x + 1, -88), (x + 6, -84 - (k % 3) * 2)]), tint(board, STRAW), 1.1
        )


HOUSEHOLD: dict[str, Prop] = {
    "bottle": Prop(draw=_bottle, medium="hand", grip=(0, -12), size=0.17),
    "pan": Prop(draw=_pan, medium="table", grip=(34, -9)),
    "plate": Prop(draw=_plate, medium="table", grip=(0, -3), size=0.03, top=-4),
    "kettle": Prop(draw=_kettle, medium="table", grip=(0, -33), size=0.15, cycle_s=2.0),
    "barrel": Prop(draw=_barrel, top=-45),
    "cage": Prop(draw=_cage, medium="hand", grip=(0, -52), cycle_s=2.4, size=0.3),
    "comb": Prop(draw=_comb, medium="hand", grip=(0, -15), size=0.04),
    "glasses": Prop(draw=_glasses, medium="table", grip=(0, -7), size=0.03),
    "pillow": Prop(draw=_pillow, medium="table", grip=(0, -8)),
    "throne": Prop(draw=_throne, top=-37),
    "carpet": Prop(draw=_carpet, top=-8),
    "clothes": Prop(draw=_clothes, cycle_s=3.0),
    "lightbulb": Prop(draw=_lightbulb, medium="hand", grip=(0, -5), size=0.06, cycle_s=2.4),
    "stick": Prop(draw=_stick, medium="hand", grip=(0, -62)),
    "saw": Prop(draw=_saw, medium="hand", grip=(2, -7), size=0.35),
    "hook": Prop(draw=_hook, medium="hand", grip=(0, -44), size=0.03),
    "fish_trap": Prop(draw=_fish_trap),
    "cross": Prop(draw=_cross),
    "pitchfork": Prop(draw=_pitchfork, medium="hand", grip=(0, -36)),
}
