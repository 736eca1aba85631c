"""What gives and carries power and light: torches, street lamps, generators, panels, batteries, cables, engines."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import DARK_IRON, WOOD, Prop, Trim, ring, stand, tint

_STEEL = 0xA9B4BC


def _flashlight(board: Board, trim: Trim) -> None:
    """An electric torch, lit."""
    case = trim.own(board, 0xC0392F)
    board.glow(30, -10, 34, 0xFFE9A0, 0.7 if board.light.lit else 0.35)
    board.flat(polygon([(17, -15), (52, -30), (52, 10), (17, -5)]), 0xFFF0B0, 0.55 if board.light.lit else 0.3)
    board.sheet(box(-18, -14, 24, 8, 2), case, 2)
    board.sheet(polygon([(5, -14), (15, -18), (15, -2), (5, -6)]), darker(case, 0.18), 1.2)
    board.sheet(box(14, -18.6, 4, 17.2, 1), tint(board, _STEEL), 1)
    board.sheet(box(-8, -16, 6, 2.6, 1), tint(board, DARK_IRON), 0.6)


def _street_lamp(board: Board, trim: Trim) -> None:
    iron = trim.own(board, 0x3C4A50)
    stand(board, 14)
    with board.at(0, 0, 0.84):
        board.sheet(box(-8, -8, 16, 8, 1.4), iron, 1.6)
        board.sheet(limb([(0, -4), (0, -110), (0, -212)], [6, 4, 3.4]), iron, 2)
        board.sheet(box(-4, -60, 8, 4, 1), darker(iron, 0.2), 0.8)
        board.sheet(polygon([(-9, -236), (9, -236), (6, -212), (-6, -212)]), tint(board, 0xF6E3A0), 1.6)
        board.glow(0, -224, 90 if board.light.lamps else 30, 0xFFE39A, 0.7 if board.light.lamps else 0.2)
        board.sheet(polygon([(-12, -235), (12, -235), (5, -247), (-5, -247)]), iron, 1.4)
        board.sheet(oval(0, -248, 2.4, 3), iron, 0.8)
        board.stroke(line((-6, -213), (6, -213)), iron, 2)


def _engine(board: Board, trim: Trim) -> None:
    """An engine with its fan, fins and pipe."""
    iron = trim.own(board, 0x5A7A6A)
    stand(board, 26)
    board.sheet(box(-24, -6, 46, 6, 1), tint(board, DARK_IRON), 1.4)
    board.sheet(box(-20, -30, 36, 25, 3), iron, 2.4)
    for x in range(-15, 14, 6):
        board.sheet(box(x, -41, 4.4, 12, 1), darker(iron, 0.14), 0.8)
    board.stroke(smooth([(16, -22), (24, -24), (26, -34), (26, -42)]), tint(board, 0x8C8F90), 4)
    with board.at(-20, -18, turn=360 * trim.phase):
        board.sheet(oval(0, 0, 10, 10), tint(board, DARK_IRON), 1.6)
        for k in range(5):
            a = 2 * pi * k / 5
            board.stroke(line((0, 0), (8 * cos(a), 8 * sin(a))), tint(board, _STEEL), 1.6)
    board.sheet(oval(-20, -18, 2.4, 2.4), tint(board, 0xC9A24A), 0.6)
    board.flat(box(-4, -24, 14, 6, 1), lighter(iron, 0.4), 0.8)


def _generator(board: Board, trim: Trim) -> None:
    """A generator in its frame, with sockets."""
    case = trim.own(board, 0xC0392F)
    stand(board, 28)
    board.sheet(box(-24, -36, 46, 30, 3), case, 2.4)
    board.sheet(box(-20, -44, 26, 10, 3), darker(case, 0.2), 1.6)
    board.sheet(oval(-7, -45, 3, 1.6), tint(board, DARK_IRON), 0.8)
    board.sheet(box(2, -30, 16, 14, 1.4), tint(board, 0xE9E6DA), 1)
    for x in (6, 13):
        board.flat(oval(x, -23, 2.2, 2.2), tint(board, DARK_IRON))
    for y in (-30, -26, -22, -18):
        board.stroke(line((-20, y), (-4, y)), darker(case, 0.45), 1.4)
    board.stroke(polygon([(-27, -49), (25, -49), (25, -3), (-27, -3)]), tint(board, DARK_IRON), 2.6)
    for x in (-20, 18):
        board.sheet(oval(x, -3, 4, 4), tint(board, DARK_IRON), 0.8)


def _solar_panel(board: Board, trim: Trim) -> None:
    glass = trim.own(board, 0x23457A)
    stand(board, 34)
    for x in (-16, 18):
        board.sheet(limb([(x, 0), (x + 4, -34)], [2.6, 2.6]), tint(board, _STEEL), 1)
    board.sheet(polygon([(-36, -18), (24, -18), (38, -58), (-22, -58)]), tint(board, 0xD5DADC), 2.2)
    board.flat(polygon([(-33.4, -20), (22.8, -20), (35, -56), (-21, -56)]), glass)
    for k in range(1, 6):
        x = -33.4 + 9.4 * k
        board.stroke(line((x, -20), (x + 12.3, -56)), lighter(glass, 0.45), 0.8)
    for k in range(1, 4):
        y = -20 - 9 * k
        board.stroke(line((-33.4 + 3.1 * k, y), (22.8 + 3.1 * k, y)), lighter(glass, 0.45), 0.8)
    board.flat(polygon([(-4, -22), (2, -22), (13, -54), (7, -54)]), 0xFFFFFF, 0.16)


def _battery(board: Board, trim: Trim) -> None:
    case = trim.own(board, 0x2B3138)
    stand(board, 15)
    board.sheet(box(-15, -21, 30, 21, 1.6), case, 2.2)
    board.sheet(box(-15, -24, 30, 4.6, 1), lighter(case, 0.2), 1)
    for x, colour in ((-9, 0xC0392F), (9, 0x3F7FA8)):
        board.sheet(box(x - 2.6, -28, 5.2, 4.6, 1), tint(board, colour), 0.8)
    board.flat(box(-12, -15, 24, 9, 1), tint(board, 0xE8B62E))
    board.stroke(line((-10, -10.4), (-6, -10.4)), case, 1.2)
    board.stroke(line((-8, -12.4), (-8, -8.4)), case, 1.2)
    board.stroke(line((6, -10.4), (10, -10.4)), case, 1.2)


def _cable(board: Board, trim: Trim) -> None:
    """A coil of cable, its bare ends out."""
    rubber = trim.own(board, 0x30363C)
    stand(board, 18)
    for k in range(4):
        board.stroke(
            oval(-1 + k, -15 + 0.6 * k, 14 - 0.8 * k, 13.4 - 0.8 * k), rubber if k % 2 else lighter(rubber, 0.12), 2
        )
    board.stroke(smooth([(11, -6), (20, -2), (25, -5)]), rubber, 2)
    for turn in (-4, 0, 4):
        board.stroke(line((25, -5), (31, -7 + turn)), tint(board, 0xD08A3E), 0.9)
    board.stroke(line((-3, -30), (3, -25)), tint(board, 0xE8E2D0), 2.4)


def _magnet(board: Board, trim: Trim) -> None:
    red = trim.own(board, 0xC9413A)
    board.stroke(smooth([(-10, -6), (-11, -20), (0, -31), (11, -20), (10, -6)]), red, 7)
    for x in (-10, 10):
        board.sheet(box(x - 3.8, -9, 7.6, 9, 0.4), tint(board, 0xD5DADC), 1)


def _antenna(board: Board, trim: Trim) -> None:
    """An antenna of rods on a mast."""
    iron = trim.own(board, 0x6E7680)
    stand(board, 8)
    board.sheet(limb([(0, 0), (0, -100)], [3.4, 2.4]), iron, 1.4)
    board.sheet(limb([(-30, -90), (30, -94)], [2, 2]), iron, 1)
    for k in range(7):
        x = -27 + 9 * k
        board.stroke(line((x, -101 + k * 0.9), (x, -79 - k * 1.9)), iron, 1.5)


def _loudspeaker(board: Board, trim: Trim) -> None:
    case = trim.own(board, 0x3A322E)
    stand(board, 14)
    board.sheet(box(-14, -46, 28, 46, 2), case, 2.4)
    for y, r in ((-35, 6.4), (-15, 10.4)):
        board.sheet(oval(0, y, r, r), lighter(case, 0.2), 1)
        board.flat(oval(0, y, r * 0.78, r * 0.78), darker(case, 0.4))
        board.flat(oval(0, y, r * 0.3, r * 0.3), lighter(case, 0.35))


def _toolbox(board: Board, trim: Trim) -> None:
    """A box with a hammer, a wrench and a screwdriver in it."""
    case = trim.own(board, 0xC0453A)
    stand(board, 22)
    board.sheet(limb([(-9, -14), (-11, -34)], [3, 3]), tint(board, WOOD), 1)
    board.sheet(box(-17, -38, 13, 6, 1), tint(board, DARK_IRON), 1)
    board.sheet(limb([(3, -14), (4, -30)], [3.2, 3]), tint(board, _STEEL), 1)
    board.sheet(ring(4.4, -33, 4.6, 2.2), tint(board, _STEEL), 0.8)
    board.sheet(limb([(13, -14), (14, -26)], [4.4, 4.4]), tint(board, 0xE8B62E), 1)
    board.stroke(smooth([(-20, -20), (-14, -29), (14, -29), (20, -20)]), tint(board, DARK_IRON), 2)
    board.sheet(box(-22, -20, 44, 20, 1.6), case, 2.4)
    board.stroke(line((-21, -13), (21, -13)), darker(case, 0.3), 0.9)
    board.sheet(box(-3, -15, 6, 4.6, 0.8), tint(board, 0xD5DADC), 0.6)


def _screw(board: Board, trim: Trim) -> None:
    steel = trim.own(board, _STEEL)
    with board.at(0, 0, turn=20):
        board.sheet(polygon([(-2, -19), (2, -19), (1.4, -6), (0, 0), (-1.4, -6)]), steel, 1)
        for k in range(6):
            board.stroke(line((-2.6 + 0.2 * k, -16 + 2.2 * k), (2.6 - 0.2 * k, -17.4 + 2.2 * k)), darker(steel, 0.4), 1)
        board.sheet(smooth([(-5, -19), (-4, -22.6), (4, -22.6), (5, -19)], closed=True, tension=9), steel, 1)
        board.stroke(line((-2, -22.4), (2, -22.4)), darker(steel, 0.6), 1.2)


def _can(board: Board, trim: Trim) -> None:
    """An open tin."""
    tin = trim.own(board, 0xB9C2C8)
    stand(board, 9)
    board.sheet(box(-9, -22, 18, 22, 1), tin, 2)
    for y in (-17, -13, -9, -5):
        board.stroke(line((-8.6, y), (8.6, y)), darker(tin, 0.2), 0.9)
    board.sheet(oval(0, -22, 9, 2.2), darker(tin, 0.45), 0.8)
    board.sheet(smooth([(4, -23), (10, -30), (16, -32), (12, -25)], closed=True), lighter(tin, 0.3), 0.8)


def _paint_can(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0x3F87B0)
    stand(board, 12)
    board.stroke(smooth([(-12, -24), (-8, -34), (8, -34), (12, -24)]), tint(board, DARK_IRON), 1.2)
    board.sheet(box(-12, -24, 24, 24, 1.4), tint(board, 0xD5DADC), 2.2)
    board.sheet(oval(0, -24, 12, 2.8), paint, 0.8)
    board.sheet(
        smooth(
            [(-12, -24), (-6, -22), (-5, -12), (-2, -20), (2, -21), (4, -8), (7, -21), (12, -24)],
            closed=True,
            tension=9,
        ),
        paint,
        0.6,
    )


def _cement(board: Board, trim: Trim) -> None:
    """Two bags of cement."""
    paper = trim.own(board, 0xB9AE98)
    stand(board, 28)
    for x, y in ((-26, -14), (-22, -27)):
        board.sheet(
            smooth(
                [(x, y), (x + 48, y), (x + 50, y + 7), (x + 48, y + 14), (x, y + 14), (x - 2, y + 7)],
                closed=True,
                tension=14,
            ),
            paper,
            2,
        )
        board.flat(box(x + 14, y + 4, 20, 6, 0.8), tint(board, 0x4A6A7A), 0.9)
        for dx in (3, 45):
            board.stroke(line((x + dx, y + 1), (x + dx, y + 13)), darker(paper, 0.25), 0.7)


def _lumps(board: Board, hue: int) -> None:
    stand(board, 20)
    for x, y, r in ((-12, -5, 8), (12, -5, 7.4), (0, -6, 9), (-6, -13, 7), (6, -13, 6.6)):
        points = [
            (x - r, y + 1),
            (x - r * 0.5, y - r * 0.7),
            (x + r * 0.5, y - r * 0.8),
            (x + r, y),
            (x + r * 0.5, y + 5),
            (x - r * 0.6, y + 5),
        ]
        board.sheet(polygon(points), darker(hue, 0.02 * (r - 6)), 1.2)
        board.stroke(line((x - r * 0.5, y - r * 0.6), (x, y), (x + r * 0.8, y - 1)), lighter(hue, 0.3), 0.6, 0.7)


def _charcoal(board: Board, trim: Trim) -> None:
    _lumps(board, trim.own(board, 0x2B2A2E))


def _clay(board: Board, trim: Trim) -> None:
    """A wet lump of clay or mud."""
    clay = trim.own(board, 0x9A6444)
    stand(board, 22)
    board.sheet(smooth([(-22, 0), (-17, -9), (-7, -13), (4, -15), (15, -10), (22, 0)], closed=True, tension=6), clay, 2)
    board.stroke(smooth([(-10, -8), (-3, -10), (3, -8)]), lighter(clay, 0.4), 1.2, 0.8)
    board.stroke(smooth([(4, -4), (10, -5.6), (14, -4)]), darker(clay, 0.25), 1, 0.8)


def _ash(board: Board, trim: Trim) -> None:
    """A heap of ash."""
    ash = trim.own(board, 0xA9A6A2)
    stand(board, 22)
    board.sheet(smooth([(-23, 0), (-12, -7), (-2, -13), (7, -9), (23, 0)], closed=True, tension=7), ash, 1.6)
    for x, y in ((-9, -4), (-2, -8), (5, -5), (11, -3), (-14, -2)):
        board.flat(oval(x, y, 1.3, 0.8), darker(ash, 0.45), 0.8)


POWER: dict[str, Prop] = {
    "flashlight": Prop(draw=_flashlight, medium="hand", grip=(-8, -10), size=0.08),
    "street_lamp": Prop(draw=_street_lamp),
    "engine": Prop(draw=_engine, size=0.45, cycle_s=2.0),
    "generator": Prop(draw=_generator, size=0.35),
    "solar_panel": Prop(draw=_solar_panel, size=0.6),
    "battery": Prop(draw=_battery, medium="hand", grip=(0, -12), size=0.12),
    "cable": Prop(draw=_cable, medium="hand", grip=(0, -26), size=0.15),
    "magnet": Prop(draw=_magnet, medium="hand", grip=(0, -28), size=0.06),
    "antenna": Prop(draw=_antenna, size=0.9),
    "loudspeaker": Prop(draw=_loudspeaker, size=0.45),
    "toolbox": Prop(draw=_toolbox, medium="hand", grip=(0, -28), size=0.2),
    "screw": Prop(draw=_screw, medium="hand", grip=(0, -12), size=0.03),
    "tin_can": Prop(draw=_can, medium="hand", grip=(0, -10), size=0.07),
    "paint_can": Prop(draw=_paint_can, medium="hand", grip=(0, -33), size=0.13),
    "cement": Prop(draw=_cement, size=0.22),
    "charcoal": Prop(draw=_charcoal, size=0.1),
    "clay": Prop(draw=_clay, medium="table", grip=(0, -7), size=0.1),
    "ash": Prop(draw=_ash, size=0.07),
}
