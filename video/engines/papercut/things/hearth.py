"""Fire and light, in hundredths of a person's height."""

from __future__ import annotations

from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CLAY, DARK_IRON, GOLD, PALE_WOOD, WOOD, Prop, Trim, stand, tint

_RINGS = ((1.0, 0xE4572E), (0.72, 0xF28C38), (0.46, 0xFBC94B), (0.24, 0xFFF1B8))


def draw_flames(board: Board, at: Point, size: float, trim: Trim) -> None:
    """Flames that flicker, ``size`` high."""
    x, y = at
    for k, (scale, colour) in enumerate(_RINGS):
        s = size * scale / 50
        lean = 3.2 * s * trim.swing(1, 0.13 * k)
        tall = 1 + 0.1 * trim.swing(2, 0.21 * k)
        flame = smooth(
            [
                (x + lean, y - 50 * s * tall),
                (x - 8 * s + lean * 0.6, y - 30 * s),
                (x - 17 * s - lean * 0.3, y - 20 * s),
                (x - 15 * s, y - 6 * s),
                (x, y - 1),
                (x + 15 * s, y - 6 * s),
                (x + 16 * s - lean * 0.4, y - 23 * s * (2 - tall)),
                (x + 9.5 * s + lean * 0.5, y - 35 * s),
                (x + 5 * s + lean * 0.4, y - 28 * s),
            ],
            closed=True,
            tension=5.5,
        )
        board.sheet(flame, colour, 3, edge=0.3)


def _sparks(board: Board, size: float, trim: Trim) -> None:
    for k in range(5):
        at = (trim.phase + k / 5) % 1.0
        x = size * 0.3 * sin(2.4 * k + 1) + size * 0.08 * sin(2 * pi * at + k)
        board.flat(oval(x, -size * (0.7 + 0.6 * at), 1.2, 1.2), 0xFFD27A, 0.95 * sin(pi * at))


def _logs(board: Board, trim: Trim) -> None:
    wood = tint(board, 0x6B4630, 0.6)
    for turn, x in ((-14, -3), (12, 3)):
        with board.at(x, -4, turn=turn):
            board.sheet(box(-19, -3.4, 38, 6.8, 3), wood, 3)
            board.sheet(oval(19, 0, 2.2, 3.2), lighter(wood, 0.4), 1)
    draw_flames(board, (0, -3), 48, trim)
    _sparks(board, 48, trim)


def _fire(board: Board, trim: Trim) -> None:
    board.glow(0, -16, 150, 0xFF9A3D, (0.6 if board.light.lit else 0.27) + 0.04 * trim.swing(2))
    _logs(board, trim)


def _campfire(board: Board, trim: Trim) -> None:
    board.glow(0, -16, 150, 0xFF9A3D, (0.6 if board.light.lit else 0.27) + 0.04 * trim.swing(2))
    stand(board, 30)
    wood, stone = tint(board, WOOD), tint(board, 0x9AA0A4, 0.7)
    for x in (-32, 32):
        board.sheet(limb([(x, 0), (x * 0.94, -56)], [3.4, 2.6]), wood, 2)
        board.stroke(line((x * 0.94, -55), (x * 0.86, -61)), wood, 2)
        board.stroke(line((x * 0.94, -55), (x * 1.06, -61)), wood, 2)
    board.sheet(limb([(-36, -57), (36, -57)], [2.6, 2.6]), darker(wood, 0.15), 2)
    with board.at(0, -56, turn=1.5 * trim.swing()):
        iron = tint(board, DARK_IRON, 0.6)
        board.stroke(line((-10, 14), (0, 1), (10, 14)), iron, 1)
        draw_flames(board, (0, 55), 25, trim)
        board.sheet(smooth([(-11, 13), (-13, 22), (-8, 31), (8, 31), (13, 22), (11, 13)], closed=True), iron, 3)
        board.sheet(box(-12.5, 11, 25, 3.4, 1.6), lighter(iron, 0.12), 1.5)
    for i, x in enumerate((-21, -11, 0, 11, 21)):
        board.sheet(oval(x, -2.6, 6, 4.4), darker(stone, 0.08 * (i % 2)), 1.6)


def _torch(board: Board, trim: Trim) -> None:
    if not trim.bare:
        board.glow(0, -58, 90, 0xFFB24D, 0.55 if board.light.lit else 0.22)
    board.sheet(limb([(0, 0), (0, -46)], [3.4, 5]), trim.own(board, WOOD), 2)
    board.sheet(limb([(0, -38), (0, -48)], [6.5, 8.5]), tint(board, PALE_WOOD), 1.5)
    for y in (-40, -43.5):
        board.stroke(line((-3.4, y), (3.4, y - 1.4)), tint(board, 0x7A5334), 0.9)
    if trim.bare:
        board.flat(oval(0, -48.6, 4.2, 1.4), 0x2A2422)
    else:
        draw_flames(board, (0, -46), 25, trim)


def _candle(board: Board, trim: Trim) -> None:
    if not trim.bare:
        board.glow(0, -24, 46, 0xFFC766, 0.6 if board.light.lit else 0.24)
    brass = tint(board, GOLD)
    stand(board, 8)
    board.sheet(smooth([(-9, -2.5), (9, -2.5), (6, 0), (-6, 0)], closed=True, tension=9), brass, 1.5)
    board.stroke(oval(9.6, -3, 2.6, 2.2), brass, 1.2)
    wax = trim.own(board, CREAM_WAX)
    board.sheet(
        smooth([(-3.4, -2.5), (-3.4, -17), (-1, -18.4), (3.4, -17), (3.4, -2.5)], closed=True, tension=12), wax, 1.5
    )
    board.sheet(limb([(-2.2, -17), (-2.6, -12.5)], [2, 2.6]), lighter(wax, 0.3), 0.6)
    board.stroke(smooth([(0, -17.6), (0, -20), (1.2, -22)]) if trim.bare else line((0, -18), (0, -20)), 0x3A302C, 0.8)
    if not trim.bare:
        draw_flames(board, (0, -19), 10.5, trim)


CREAM_WAX = 0xF7EBCF


def _lamp(board: Board, trim: Trim) -> None:
    """An oil lamp with a glass chimney."""
    if not trim.bare:
        board.glow(0, -18, 60, 0xFFC766, 0.6 if board.light.lit else 0.25)
    stand(board, 8)
    brass = trim.own(board, 0xC98F3A)
    board.sheet(smooth([(-8, 0), (-5, -3), (-2, -5), (2, -5), (5, -3), (8, 0)], closed=True, tension=8), brass, 1.5)
    board.sheet(smooth([(-7.5, -9), (-5, -13), (5, -13), (7.5, -9), (4, -5), (-4, -5)], closed=True), brass, 1.5)
    board.sheet(box(-3.6, -15, 7.2, 2.6, 0.8), darker(brass, 0.2), 1)
    glass = smooth(
        [(-3.4, -15), (-5.6, -20), (-3, -27), (-2.6, -31), (2.6, -31), (3, -27), (5.6, -20), (3.4, -15)], closed=True
    )
    board.sheet(glass, tint(board, 0xC9D2CF) if trim.bare else 0xFFE9B4, 1.2)
    if not trim.bare:
        draw_flames(board, (0, -15.5), 9, trim)
    board.stroke(smooth([(-3.8, -19.5), (-2.4, -25)]), 0xFFFFFF, 0.9, 0.8)


def _lantern(board: Board, trim: Trim) -> None:
    if not trim.bare:
        board.glow(0, -16, 60, 0xFFC766, 0.6 if board.light.lit else 0.25)
    iron = trim.own(board, 0x4A4148)
    board.stroke(oval(0, -29, 3.4, 4), iron, 1.2)
    board.sheet(box(-6.6, -3, 13.2, 3, 1), iron, 1.5)
    pane = tint(board, 0xAEBAB8) if trim.bare else 0xFFE3A0
    board.sheet(polygon([(-5.4, -3), (-6.4, -21), (6.4, -21), (5.4, -3)]), pane, 1)
    if trim.bare:
        board.sheet(box(-1.6, -10, 3.2, 7, 0.6), tint(board, CREAM_WAX), 0.6)
    else:
        draw_flames(board, (0, -4), 11, trim)
    board.sheet(polygon([(-7.8, -21), (-3, -27.5), (3, -27.5), (7.8, -21)]), iron, 1.5)
    for x in (-5.6, 0, 5.6):
        board.stroke(line((x, -3), (x * 1.12, -21)), iron, 0.9)


def _oven(board: Board, trim: Trim) -> None:
    """A domed clay oven."""
    clay = trim.own(board, 0xC98A5E)
    stand(board, 40)
    board.glow(0, -22, 60, 0xFF9A3D, 0.4 if board.light.lit else 0.2)
    board.sheet(box(15, -62, 8, 20, 1), darker(clay, 0.16), 2)
    for k in range(2):
        at = (trim.phase + k / 2) % 1.0
        board.flat(
            oval(19 + 3 * sin(5 * at + k), -64 - 22 * at, 2.5 + 4 * at, 2.2 + 3 * at),
            0xF4EFE6,
            0.6 * (1 - at) * sin(pi * min(1, at * 4) / 2),
        )
    board.sheet(box(-40, -14, 80, 14, 2), tint(board, 0x9A8C80), 3)
    for i in range(6):
        board.stroke(line((-27 + i * 13, -14), (-27 + i * 13, 0)), tint(board, 0x6E635A), 0.8, 0.6)
    dome = smooth([(-34, -13), (-32, -34), (-16, -52), (16, -52), (32, -34), (34, -13)], closed=True, tension=7)
    board.sheet(dome, clay, 4)
    mouth = smooth([(-15, -14), (-15, -25), (0, -34), (15, -25), (15, -14)], closed=True, tension=8)
    board.sheet(
        smooth([(-19, -14), (-19, -27), (0, -39), (19, -27), (19, -14)], closed=True, tension=8),
        darker(clay, 0.18),
        1.5,
    )
    board.flat(mouth, 0x3A2420)
    with board.within(mouth):
        draw_flames(board, (0, -13), 19, trim)


def _stove(board: Board, trim: Trim) -> None:
    """An iron stove with a pot."""
    iron = trim.own(board, 0x53525C)
    stand(board, 24)
    board.sheet(box(12, -92, 6.5, 46), darker(iron, 0.1), 2)
    for x in (-19, 15):
        board.sheet(box(x, -7, 4, 7, 1), darker(iron, 0.2), 1)
    board.sheet(box(-22, -42, 44, 37, 3), iron, 4)
    board.sheet(box(-25, -46, 50, 5, 1.5), lighter(iron, 0.12), 2)
    board.sheet(box(-13, -31, 26, 18, 3), darker(iron, 0.3), 1)
    glow = box(-10, -28, 20, 12, 2)
    board.flat(glow, 0x5A2A1C)
    with board.within(glow):
        draw_flames(board, (0, -15), 12, trim)
    for x in (-5, 0, 5):
        board.stroke(line((x, -28), (x, -16)), darker(iron, 0.3), 1.2)
    pot = tint(board, CLAY)
    board.sheet(smooth([(-17, -58), (-18, -47), (2, -47), (1, -58)], closed=True, tension=9), pot, 2)
    board.sheet(oval(-8, -59, 10, 2), lighter(pot, 0.2), 1)
    board.flat(oval(-8, -62, 1.6, 1.4), darker(pot, 0.2))


HEARTH: dict[str, Prop] = {
    "fire": Prop(draw=_fire, cycle_s=1.2),
    "campfire": Prop(draw=_campfire, cycle_s=1.2),
    "torch": Prop(draw=_torch, medium="hand", grip=(0, -16), cycle_s=1.0, size=0.4),
    "candle": Prop(draw=_candle, medium="table", grip=(9, -3), size=0.12, cycle_s=1.4),
    "lamp": Prop(draw=_lamp, medium="table", grip=(0, -9), cycle_s=1.6, size=0.2),
    "lantern": Prop(draw=_lantern, medium="hand", grip=(0, -32), cycle_s=1.6, size=0.2),
    "oven": Prop(draw=_oven, cycle_s=2.4),
    "stove": Prop(draw=_stove, top=-46, cycle_s=1.4),
}
