"""What things are made with: cheese, clay, food, gardens; and what they are carried and kept in."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CLAY,
    CREAM,
    DARK_IRON,
    IRON,
    PALE_WOOD,
    STRAW,
    WOOD,
    Prop,
    Trim,
    ring,
    stand,
    tint,
)

_CURD = 0xF7EFD8


def _cheese_mould(board: Board, trim: Trim) -> None:
    """A round wooden mould, white curd swelling over its rim, whey running out below."""
    wood = trim.own(board, 0xB98B58)
    stand(board, 16)
    board.sheet(
        smooth([(-12, -17), (-8, -22.6), (0, -24), (8, -22.6), (12, -17)], closed=True), tint(board, _CURD), 1.4
    )
    board.sheet(box(-14, -18, 28, 18, 2), wood, 2.4)
    for x in (-9, -3, 3, 9):
        board.stroke(line((x, -16), (x, -2)), darker(wood, 0.26), 0.8, 0.8)
    for y in (-14.6, -4.6):
        board.sheet(box(-14.6, y, 29.2, 2.4, 1), darker(wood, 0.3), 0.8)
    board.flat(oval(15.6, -1, 4, 1.4), tint(board, 0xDDE3B4))
    board.flat(smooth([(13, -4), (15, -2), (14.6, 0), (12.8, -1)], closed=True), tint(board, 0xDDE3B4))


def _sieve(board: Board, trim: Trim) -> None:
    """A round sieve, its mesh seen from above."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 20)
    board.sheet(smooth([(-20, -11), (20, -11), (19, -3), (0, 0.6), (-19, -3)], closed=True, tension=9), wood, 2.2)
    mesh = oval(0, -12, 19, 6)
    board.sheet(mesh, tint(board, 0xEDE3CB), 0.8)
    with board.within(mesh):
        for k in range(-12, 13):
            board.stroke(line((k * 3 - 8, -19), (k * 3 + 8, -5)), darker(wood, 0.3), 0.5, 0.8)
            board.stroke(line((k * 3 + 8, -19), (k * 3 - 8, -5)), darker(wood, 0.3), 0.5, 0.8)
    board.sheet(ring(0, -12, 20.4, 18.2, 0.34), lighter(wood, 0.12), 1)


def _drying_rack(board: Board, trim: Trim) -> None:
    """A rack of poles with split fish drying on it."""
    wood = trim.own(board, WOOD)
    stand(board, 44)
    for x in (-40, 38):
        board.sheet(limb([(x - 9, 0), (x + 3, -74)], [3, 2.8]), wood, 2)
        board.sheet(limb([(x + 9, 0), (x - 3, -74)], [3, 2.8]), darker(wood, 0.16), 1.6)
    for y in (-68, -36):
        board.sheet(limb([(-48, y), (46, y + 1)], [2.8, 2.8]), wood, 2)
        for k in range(6):
            with board.at(-34 + k * 13.4, y + 2, turn=2.5 * trim.swing(1, k / 6 + (0.2 if y > -50 else 0))):
                tone = tint(board, (0xA9B4BC, 0x8FA0AA, 0xBFC3B8)[k % 3])
                board.sheet(smooth([(0, 0), (-4.4, 8), (-3, 16), (0, 20), (3, 16), (4.4, 8)], closed=True), tone, 1.2)
                board.sheet(polygon([(0, 18), (-4, 25), (4, 25)]), darker(tone, 0.12), 0.8)
                board.flat(oval(-1.4, 4, 0.8, 0.8), 0x2B2A30)


def _calabash(board: Board, trim: Trim) -> None:
    """A gourd with a waist and a burnt pattern."""
    gourd = trim.own(board, 0xC98F45)
    stand(board, 13)
    shape = [(-1.6, -43), (2.4, -43), (3, -37), (7, -31), (5.6, -25), (12, -16), (13, -8), (7, 0), (-7, 0), (-13, -8),
             (-12, -16), (-5.6, -25), (-7, -31), (-3, -37)]  # fmt: skip
    board.sheet(smooth(shape, closed=True), gourd, 2.6)
    board.sheet(box(-2, -46, 4.6, 4.4, 1), tint(board, 0x7A4E2C), 0.8)
    for k in range(6):
        x = -9 + k * 3.6
        board.stroke(line((x - 1.6, -9), (x, -13), (x + 1.6, -9)), darker(gourd, 0.5), 0.9, 0.9)
    board.stroke(smooth([(-12.4, -7), (0, -5), (12.4, -7)]), darker(gourd, 0.5), 1, 0.8)
    board.stroke(smooth([(-9.4, -16), (-7, -20)]), 0xFFFFFF, 1.1, 0.5)


def _cauldron(board: Board, trim: Trim) -> None:
    iron = trim.own(board, 0x3E4049)
    stand(board, 23)
    for x in (-14, 14, 0):
        board.sheet(limb([(x, -6), (x * 1.15, 0)], [4, 3]), darker(iron, 0.2), 1)
    body = [(-23, -30), (23, -30), (25, -18), (16, -5), (0, -2), (-16, -5), (-25, -18)]
    board.sheet(smooth(body, closed=True, tension=8), iron, 3)
    board.sheet(limb([(-25, -31), (25, -31)], [4.2, 4.2]), lighter(iron, 0.14), 1.4)
    board.flat(oval(0, -32, 21, 2.4), tint(board, 0xEFE3C6))
    for side in (-1, 1):
        board.stroke(oval(side * 26, -24, 3, 4.4), lighter(iron, 0.14), 1.8)
    _steam(board, trim, (12, -36, 14), (5, 1.6))


def _steam(board: Board, trim: Trim, rise: tuple[float, float, float], wisp: tuple[float, float]) -> None:
    """Two wisps: how far apart, from which y and how high they rise; how high each part of one is, and its width."""
    apart, low, high = rise
    part, width = wisp
    for k in range(2):
        at = (trim.phase + k / 2) % 1.0
        x, y = (k - 0.5) * apart, low - high * at
        board.stroke(smooth([(x, y), (x + 3, y - part), (x - 1, y - 2 * part)]), 0xFFFFFF, width, 0.6 * sin(pi * at))


def _cooking_pot(board: Board, trim: Trim) -> None:
    """A pot with two ears under its lid, steam rising."""
    enamel = trim.own(board, 0xB0483A)
    stand(board, 16)
    for side in (-1, 1):
        board.sheet(limb([(side * 15, -17), (side * 20, -16.4)], [3.4, 3.4]), tint(board, DARK_IRON), 1)
    body = [(-16, -21), (16, -21), (16.6, -10), (13, -1), (9, 0), (-9, 0), (-13, -1), (-16.6, -10)]
    board.sheet(smooth(body, closed=True, tension=10), enamel, 2.6)
    board.stroke(smooth([(-13, -17), (-13.6, -9), (-10.6, -3.4)]), lighter(enamel, 0.4), 1.3, 0.7)
    board.sheet(smooth([(-17, -21), (-12, -25.4), (0, -27.6), (12, -25.4), (17, -21)], closed=True, tension=9),
                darker(enamel, 0.12), 1.6)  # fmt: skip
    board.sheet(oval(0, -28.4, 3, 2), tint(board, DARK_IRON), 0.8)
    if not trim.bare:
        _steam(board, trim, (14, -30, 12), (4, 1.4))


def _jar(board: Board, trim: Trim) -> None:
    """A glass jar of preserves under a cloth."""
    fruit = trim.own(board, 0xB5403F)
    stand(board, 9)
    board.sheet(box(-9, -24, 18, 24, 4), tint(board, 0xDCEBEA), 2)
    board.flat(box(-7.4, -19, 14.8, 17.4, 3), fruit)
    board.flat(box(-6.6, -22.4, 1.8, 19, 0.9), 0xFFFFFF, 0.6)
    board.sheet(box(-5, -13.6, 10, 7.4, 0.8), tint(board, CREAM), 0.6)
    lid = [(-8, -24), (-11.4, -21), (-6, -22.4), (0, -20.6), (6, -22.4), (11.4, -21), (8, -24), (6, -28.6), (-6, -28.6)]
    board.sheet(smooth(lid, closed=True, tension=9), tint(board, 0x4A8FA0), 1.2)
    board.stroke(smooth([(-8.6, -24), (0, -23), (8.6, -24)]), tint(board, CREAM), 1)


def _tray(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xA87040)
    stand(board, 23)
    board.sheet(
        smooth([(-26, -6), (26, -6), (21, -0.4), (-21, -0.4)], closed=True, tension=14), darker(wood, 0.15), 1.8
    )
    board.sheet(oval(0, -6, 26, 3.6), wood, 1)
    board.flat(oval(0, -6, 22, 2.6), darker(wood, 0.24))
    for side in (-1, 1):
        board.stroke(smooth([(side * 24, -6), (side * 30, -9), (side * 26, -4)]), darker(wood, 0.2), 1.8)


def _rolling_pin(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    stand(board, 20)
    board.sheet(limb([(-25, -4), (25, -4)], [3.4, 3.4]), darker(wood, 0.22), 1)
    board.sheet(box(-17, -9, 34, 9, 3), wood, 2)
    board.stroke(line((-14, -6.4), (12, -6.8)), lighter(wood, 0.4), 1.1, 0.8)


def _cutting_board(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xC79A62)
    stand(board, 20)
    board.sheet(limb([(18, -3.4), (30, -3)], [4, 4.4]), wood, 1.2)
    board.sheet(polygon([(-21, -1), (-16, -7), (22, -7), (19, -1)]), wood, 2)
    board.flat(polygon([(-21, -1), (19, -1), (19, 1), (-21, 1)]), darker(wood, 0.26))
    board.stroke(smooth([(-14, -5), (0, -3.6), (15, -5)]), darker(wood, 0.25), 0.7, 0.7)


def _churn(board: Board, trim: Trim) -> None:
    """A churn for butter with its stick."""
    wood = trim.own(board, 0xB98B58)
    stand(board, 13)
    board.sheet(limb([(0, -44), (0.6, -66)], [2.6, 2.6]), tint(board, PALE_WOOD), 1.4)
    board.sheet(polygon([(-9, -46), (9, -46), (13, 0), (-13, 0)]), wood, 2.6)
    for x in (-4, 2, 7):
        board.stroke(line((x * 0.8, -45), (x * 1.2, -1)), darker(wood, 0.25), 0.8, 0.8)
    for y, half in ((-38, 10), (-10, 12.4)):
        board.sheet(box(-half, y, 2 * half, 3, 1), tint(board, IRON), 0.8)
    board.sheet(box(-10.4, -49, 20.8, 4, 1.4), lighter(wood, 0.14), 1.2)


def _potters_wheel(board: Board, trim: Trim) -> None:
    """A potter's wheel with a pot growing on it; the wheel turns."""
    clay, wood = trim.own(board, CLAY), tint(board, WOOD)
    stand(board, 27)
    for side in (-1, 1):
        board.sheet(limb([(side * 20, -32), (side * 25, 0)], [4, 4.4]), wood, 1.6)
    board.sheet(box(-3, -34, 6, 30, 1), darker(wood, 0.2), 1.4)
    board.sheet(oval(0, -6, 21, 4.4), darker(wood, 0.1), 1.8)
    for k in range(3):
        a = 2 * pi * (k / 3 + trim.phase)
        board.flat(oval(15 * cos(a), -6.4 + 3 * sin(a), 2, 0.9), darker(wood, 0.4))
    board.sheet(box(-27, -37, 54, 5, 1), lighter(wood, 0.1), 2)
    board.sheet(oval(0, -39, 15, 3), tint(board, 0x9AA0A4), 1.4)
    pot = [
        (-6, -40),
        (-10, -47),
        (-9, -54),
        (-6, -58),
        (-7.6, -62),
        (7.6, -62),
        (6, -58),
        (9, -54),
        (10, -47),
        (6, -40),
    ]
    board.sheet(smooth(pot, closed=True), clay, 2)
    board.flat(oval(0, -62, 7.2, 1.5), darker(clay, 0.4))
    for k, y in enumerate((-45, -50, -55)):
        sway = 1.2 * trim.swing(1, k / 3)
        board.stroke(smooth([(-9, y), (sway, y + 1.6), (9, y)]), darker(clay, 0.2), 0.7, 0.7)


def _kiln(board: Board, trim: Trim) -> None:
    """A kiln of bricks, tall as a man, fire below and pots before it."""
    brick = trim.own(board, 0xB0623F)
    stand(board, 38)
    board.sheet(box(-6, -104, 12, 24, 1), darker(brick, 0.16), 2)
    wall = smooth([(-36, 0), (-35, -44), (-22, -76), (0, -88), (22, -76), (35, -44), (36, 0)], closed=True, tension=8)
    board.sheet(wall, brick, 4)
    with board.within(wall):
        for row in range(9):
            for k in range(-3, 4):
                board.stroke(box(k * 12 + (row % 2) * 6 - 6, -88 + row * 10, 11, 9, 1), darker(brick, 0.25), 0.7, 0.55)
    mouth = smooth([(-13, 0), (-13, -22), (0, -34), (13, -22), (13, 0)], closed=True, tension=9)
    board.sheet(mouth, 0x3A241E, 1)
    board.glow(0, -10, 40, 0xFF9A3C, 0.5 + 0.08 * trim.swing(2))
    for x, tall, k in ((-6, 16, 0), (6, 14, 1), (0, 22, 2)):
        y = -tall - 2.4 * trim.swing(2, k / 3)
        tone = (0xE2552E, 0xEE7B30, 0xF8C24A)[k]
        board.sheet(
            smooth([(x - 5, 0), (x - 4, y * 0.5), (x + 1, y), (x + 4.4, y * 0.45), (x + 5, 0)], closed=True), tone, 0
        )
    for x, tall in ((-28, 15), (29, 12)):
        board.sheet(
            smooth(
                [
                    (x - 6, 0),
                    (x - 7.4, -tall * 0.6),
                    (x - 4, -tall),
                    (x + 4, -tall),
                    (x + 7.4, -tall * 0.6),
                    (x + 6, 0),
                ],
                closed=True,
            ),
            lighter(brick, 0.16),
            1.6,
        )


def _wheelbarrow(board: Board, trim: Trim) -> None:
    tray, wood = trim.own(board, 0x4E8A5E), tint(board, PALE_WOOD)
    stand(board, 34)
    board.sheet(oval(31, -9, 9, 9), tint(board, 0x3A3A42), 1.8)
    board.sheet(oval(31, -9, 4.4, 4.4), tint(board, 0xC6CCD0), 0.8)
    board.sheet(limb([(32, -9), (0, -14), (-26, -24), (-46, -27)], [3, 3.4, 3.2, 3.4]), wood, 1.6)
    board.sheet(limb([(-14, -19), (-19, 0)], [3, 2.8]), tint(board, DARK_IRON), 1.2)
    heap = smooth([(-24, -38), (-10, -47), (6, -46), (24, -37)], closed=True)
    board.sheet(heap, tint(board, 0x6E4E38), 1.6)
    board.sheet(smooth([(-29, -39), (33, -39), (20, -15), (-12, -15)], closed=True, tension=16), tray, 3)
    board.stroke(line((-27, -36.6), (30, -36.6)), lighter(tray, 0.3), 1.2, 0.8)


def _watering_can(board: Board, trim: Trim) -> None:
    tin = trim.own(board, 0x4A8F9A)
    stand(board, 14)
    board.stroke(smooth([(-12, -17), (-24, -17), (-21, -3), (-12, -4)]), darker(tin, 0.2), 2.4)
    board.stroke(smooth([(-9, -22), (0, -32), (9, -22)]), darker(tin, 0.2), 2.2)
    board.sheet(smooth([(9, -4), (22, -22), (25, -20), (11, 0)], closed=True, tension=12), darker(tin, 0.1), 1.4)
    board.sheet(polygon([(20, -24.6), (28, -19), (25, -16)]), tin, 1)
    board.sheet(box(-12, -23, 24, 23, 3), tin, 2.6)
    board.stroke(line((-9, -19), (-9, -5)), lighter(tin, 0.4), 1.2, 0.7)


def _machete(board: Board, trim: Trim) -> None:
    steel = tint(board, 0xB4BEC6)
    blade = [(-2.4, -12), (2.6, -12), (5.6, -34), (6.4, -46), (2, -50), (-2.6, -40), (-2.8, -24)]
    board.sheet(smooth(blade, closed=True, tension=11), steel, 2)
    board.stroke(smooth([(4.8, -34), (5.6, -46), (2, -49)]), 0xFFFFFF, 0.9, 0.8)
    board.sheet(smooth([(-2.6, 0), (-2.4, -12), (3, -12), (3.4, -1)], closed=True, tension=9),
                trim.own(board, 0x5E4030), 1.6)  # fmt: skip
    for y in (-3.6, -8):
        board.flat(oval(0.4, y, 0.8, 0.8), lighter(steel, 0.3))


def _trowel(board: Board, trim: Trim) -> None:
    steel = tint(board, 0xA9B4BC)
    board.sheet(smooth([(0, -42), (6.4, -28), (4, -20), (-4, -20), (-6.4, -28)], closed=True, tension=9), steel, 1.8)
    board.stroke(line((0, -38), (0, -23)), darker(steel, 0.3), 0.8, 0.7)
    board.sheet(limb([(0, -20), (0, -13)], [2.2, 2.2]), steel, 1)
    board.sheet(limb([(0, -13), (0, 0)], [4, 4.6]), trim.own(board, 0xB5753F), 1.5)


def _water_pump(board: Board, trim: Trim) -> None:
    """A village pump of iron on its slab; its lever goes up and down and water comes."""
    iron = trim.own(board, 0x3F7F6A)
    stand(board, 24)
    board.sheet(box(-24, -5, 56, 5, 1), tint(board, 0xB4AEA6), 2)
    swing = 9 * trim.swing()
    with board.at(-2, -64, turn=swing):
        board.sheet(limb([(8, 2), (-14, -2), (-34, 10), (-40, 20)], [3, 3.4, 3, 3.4]), darker(iron, 0.2), 1.6)
    board.sheet(box(-6, -64, 12, 60, 2), iron, 2.6)
    board.sheet(smooth([(-8, -62), (-5, -70), (0, -73), (5, -70), (8, -62)], closed=True), lighter(iron, 0.1), 1.4)
    board.sheet(box(-9, -9, 18, 5, 1), darker(iron, 0.16), 1)
    board.sheet(limb([(4, -46), (18, -46), (22, -42), (22, -37)], [6, 6, 5.4, 5]), iron, 1.8)
    fall = 0.75 + 0.25 * trim.swing(2)
    stream: list[Point] = [(22, -36), (22.6, -22), (22, -5)]
    board.sheet(limb(stream, [3.4 * fall, 3 * fall, 4 * fall]), tint(board, 0x8CC7DA), 0.8)
    board.flat(oval(22, -5, 7, 1.4), tint(board, 0x8CC7DA))
    board.stroke(line((-3.4, -58), (-3.4, -12)), lighter(iron, 0.35), 1.2, 0.7)


def _pannier(board: Board, trim: Trim) -> None:
    """A deep basket with straps, as is carried on the back."""
    cane = trim.own(board, STRAW)
    stand(board, 15)
    shape = smooth([(-17, -42), (17, -42), (12, -1), (8, 0), (-8, 0), (-12, -1)], closed=True, tension=12)
    board.sheet(shape, cane, 2.6)
    with board.within(shape):
        for k in range(-6, 7):
            board.stroke(line((k * 4 - 6, -44), (k * 4 + 2, 2)), darker(cane, 0.3), 0.8, 0.8)
            board.stroke(line((k * 4 + 6, -44), (k * 4 - 2, 2)), darker(cane, 0.3), 0.8, 0.8)
    board.flat(oval(0, -42, 16, 3.8), darker(cane, 0.55))
    board.sheet(ring(0, -42, 17.6, 14.6, 0.24), lighter(cane, 0.16), 1.2)
    for side in (-1, 1):
        board.stroke(smooth([(side * 8, -36), (side * 13, -22), (side * 8, -7)]), tint(board, 0x8A4A32), 2)


MAKING: dict[str, Prop] = {
    "cheese_mould": Prop(draw=_cheese_mould, medium="table", grip=(0, -10), size=0.09),
    "sieve": Prop(draw=_sieve, medium="table", grip=(0, -6), size=0.08),
    "drying_rack": Prop(draw=_drying_rack, cycle_s=3.4),
    "calabash": Prop(draw=_calabash, medium="table", grip=(0, -10), size=0.22),
    "cauldron": Prop(draw=_cauldron, cycle_s=2.4),
    "cooking_pot": Prop(draw=_cooking_pot, medium="table", grip=(0, -16), size=0.14, cycle_s=2.4),
    "jar": Prop(draw=_jar, medium="table", grip=(0, -10), size=0.1),
    "tray": Prop(draw=_tray, medium="table", grip=(0, -4), top=-7, size=0.03),
    "rolling_pin": Prop(draw=_rolling_pin, medium="table", grip=(-21, -4), size=0.05),
    "cutting_board": Prop(draw=_cutting_board, medium="table", grip=(26, -3), top=-5, size=0.02),
    "churn": Prop(draw=_churn, grip=(0, -60)),
    "potters_wheel": Prop(draw=_potters_wheel, cycle_s=1.2),
    "kiln": Prop(draw=_kiln, cycle_s=1.6),
    "wheelbarrow": Prop(draw=_wheelbarrow, grip=(-44, -27), size=0.36),
    "watering_can": Prop(draw=_watering_can, medium="hand", grip=(0, -31), size=0.22),
    "machete": Prop(draw=_machete, medium="hand", grip=(0, -6), size=0.35),
    "trowel": Prop(draw=_trowel, medium="hand", grip=(0, -6), size=0.18),
    "water_pump": Prop(draw=_water_pump, grip=(-38, -46), cycle_s=1.6),
    "pannier": Prop(draw=_pannier, grip=(0, -30)),
}
