"""What homes and yards have besides: rocking chairs, fireplaces, curtains, cupboards, fountains, troughs, blankets."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.hearth import draw_flames
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    GOLD,
    PALE_WOOD,
    WOOD,
    Prop,
    Trim,
    stand,
    tint,
)

_STONE, _WATER = 0xB4AEA6, 0x7FBBD0


def _rocking_chair(board: Board, trim: Trim) -> None:
    """A rocking chair that rocks."""
    wood = trim.own(board, 0x9A6238)
    stand(board, 26)
    with board.at(0, 0, turn=1.6 * trim.swing()):
        for back in (True, False):
            dx, tone = (12, 0.22) if back else (0, 0.0)
            coat = darker(wood, tone)
            board.sheet(limb([(-34 + dx, -7), (-14 + dx, -1), (8 + dx, -0.6), (30 + dx, -6)], [2.6, 3.4, 3.4, 2.6]),
                        coat, 1.4)  # fmt: skip
            for a, b in (((-17, -2), (-15, -30)), ((16, -2), (15, -47))):
                board.sheet(limb([(a[0] + dx, a[1]), (b[0] + dx, b[1])], [3, 3]), coat, 1.2)
            board.sheet(limb([(-16 + dx, -29), (-22 + dx, -85)], [3.4, 3]), coat, 1.4)
            board.sheet(limb([(-19 + dx, -49), (18 + dx, -48)], [3, 3.6]), coat, 1.2)
        for k in range(5):
            y = -40 - k * 10
            x = -18 - (k + 1) * 0.95
            board.sheet(limb([(x, y), (x + 12, y - 0.6)], [3.4, 3.4]), lighter(wood, 0.1), 0.8)
        board.sheet(polygon([(-19, -29), (28, -29), (29, -25), (-18, -25)]), lighter(wood, 0.12), 2)
        board.sheet(smooth([(-17, -29), (-14, -34), (24, -34), (27, -29)], closed=True, tension=9),
                    tint(board, 0xB8472F), 1.4)  # fmt: skip


def _blanket(board: Board, trim: Trim) -> None:
    """A folded woollen blanket with its stripes and fringes."""
    wool = trim.own(board, 0x3F7F8C)
    stand(board, 26)
    for y, tone in ((-9, 0.18), (-18, 0.08)):
        board.sheet(smooth([(-26, y), (24, y), (27, y + 4.5), (24, y + 9), (-26, y + 9)], closed=True, tension=11),
                    darker(wool, tone), 1.6)  # fmt: skip
    top = smooth([(-26, -28), (22, -28), (27, -24), (25, -18), (-26, -18)], closed=True, tension=11)
    board.sheet(top, wool, 1.8)
    fold = polygon([(-24, -28), (-2, -28), (4, -6), (-20, -5)])
    board.sheet(fold, lighter(wool, 0.08), 1.6)
    with board.within(fold):
        for y, tone in ((-22, CREAM), (-17.6, 0xD9A441), (-13, CREAM)):
            board.flat(polygon([(-26, y + 0.6), (6, y), (6, y + 2.6), (-26, y + 3.2)]), tint(board, tone))
    for k in range(8):
        x = -19 + k * 3.2
        board.stroke(line((x, -5.4), (x - 0.4, -0.8)), tint(board, CREAM), 1.1)


def _curtain(board: Board, trim: Trim) -> None:
    """Two curtains on a rod, which stir."""
    cloth = trim.own(board, 0xB8574A)
    board.sheet(limb([(-40, -52), (40, -52)], [3, 3]), tint(board, WOOD), 1.4)
    for x in (-41, 41):
        board.sheet(oval(x, -52, 3, 3), tint(board, GOLD), 1)
    for side in (-1, 1):
        sway = 1.6 * trim.swing(1, 0.2 * side)
        shape = [(side * 4, -51), (side * 37, -51), (side * 38, 46), (side * 24 + sway, 47), (side * 24, 4),
                 (side * 19, -14)]  # fmt: skip
        board.sheet(smooth(shape, closed=True, tension=14), cloth, 2.4)
        for x0, x1 in ((12, 27), (21, 30), (30, 34)):
            board.stroke(smooth([(side * x0, -50), (side * (x0 + x1) / 2, -16), (side * x1, 44)]),
                         darker(cloth, 0.25), 1.2, 0.8)  # fmt: skip
        board.sheet(limb([(side * 18, 3), (side * 38, 0)], [4, 4]), tint(board, GOLD), 1)
        for k in range(5):
            board.stroke(oval(side * (6 + k * 7.4), -52, 2, 3), tint(board, GOLD), 0.9)


def _fireplace(board: Board, trim: Trim) -> None:
    """A fireplace of stone under its shelf; the fire burns."""
    stone = trim.own(board, _STONE)
    stand(board, 46)
    board.sheet(polygon([(-27, -126), (27, -126), (36, -82), (-36, -82)]), lighter(stone, 0.12), 2.4)
    frame = box(-42, -82, 84, 82)
    board.sheet(frame, stone, 3)
    for row in range(8):
        for i in range(7):
            x = -42 + i * 14 - (row % 2) * 7
            with board.within(frame):
                board.stroke(box(x + 0.6, -81 + row * 10.4, 12.8, 9.2, 2), darker(stone, 0.28), 0.8, 0.6)
    mouth = smooth([(-26, 0), (-26, -44), (-14, -58), (14, -58), (26, -44), (26, 0)], closed=True, tension=9)
    board.sheet(mouth, tint(board, 0x3A2C28), 0)
    board.sheet(box(-48, -90, 96, 9, 1.5), tint(board, WOOD), 2.6)
    board.sheet(box(-50, -3, 100, 6, 1.5), darker(stone, 0.12), 2)
    for a, b in (((-16, -5), (14, -9)), ((-13, -10), (17, -5))):
        board.sheet(limb([a, b], [6, 5.4]), tint(board, 0x6A4630), 1.2)
    draw_flames(board, (0, -8), 34, trim)


def _cupboard(board: Board, trim: Trim) -> None:
    """A cupboard with doors below and crockery above."""
    wood = trim.own(board, 0xA06A40)
    stand(board, 35)
    board.sheet(box(-32, -116, 64, 116, 1.5), wood, 3)
    board.sheet(polygon([(-36, -116), (36, -116), (32, -123), (-32, -123)]), darker(wood, 0.14), 2)
    board.sheet(box(-27, -110, 54, 54, 1), darker(wood, 0.45), 0)
    for y in (-84, -57):
        board.sheet(box(-27, y, 54, 3), lighter(wood, 0.12), 1)
    for x, tone in ((-17, 0x5F93A6), (0, CREAM), (17, 0xC8644A)):
        board.sheet(oval(x, -94, 8, 8.6), tint(board, tone), 1)
        board.stroke(oval(x, -94, 5, 5.4), darker(tint(board, tone), 0.2), 0.8)
    for x, tone in ((-18, 0xB9653F), (-4, 0xE8C15A), (10, 0x2F7F86), (20, CREAM)):
        board.sheet(smooth([(x - 4, -68), (x + 4, -68), (x + 5, -61), (x + 3, -57), (x - 3, -57), (x - 5, -61)],
                           closed=True, tension=9), tint(board, tone), 1)  # fmt: skip
    for side in (-1, 1):
        board.sheet(box(side * 15.4 - 13.4, -49, 26.8, 42, 1), lighter(wood, 0.1), 1.4)
        board.stroke(box(side * 15.4 - 10, -45, 20, 34), darker(wood, 0.25), 1)
        board.sheet(oval(side * 4.6, -28, 1.7, 1.7), tint(board, GOLD), 0.8)


def _sewing_machine(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3A3E48)
    stand(board, 25)
    board.sheet(box(-25, -8, 52, 8, 1.6), tint(board, WOOD), 2)
    board.sheet(box(-22, -11, 46, 4, 1.2), coat, 1)
    board.sheet(smooth([(-21, -34), (-16, -38), (18, -38), (23, -32), (23, -10), (12, -10), (10, -22), (4, -26),
                        (-10, -26), (-11, -21), (-20, -21)], closed=True, tension=14), coat, 2.4)  # fmt: skip
    with board.at(25, -28, turn=360 * trim.phase):
        board.sheet(oval(0, 0, 6, 6), darker(coat, 0.2), 1.2)
        board.stroke(line((-4, 0), (4, 0)), tint(board, GOLD), 1.2)
    down = 2 * abs(trim.swing(2))
    board.stroke(line((-15.6, -21), (-15.6, -14 + down)), tint(board, 0xAEB6BC), 1.6)
    board.sheet(box(5, -46, 7, 9, 1.4), tint(board, 0xC8443C), 1.2)
    board.stroke(smooth([(7, -42), (-8, -40), (-15.6, -34), (-15.6, -22)]), tint(board, 0xC8443C), 0.8)
    board.sheet(smooth([(-26, -11.6), (-15, -13), (2, -11.6), (-8, -4), (-28, -2)], closed=True),
                tint(board, 0x6FA3B8), 1)  # fmt: skip
    board.stroke(smooth([(-6, -33), (4, -34), (14, -33)]), tint(board, GOLD), 1.2)


def _knitting(board: Board, trim: Trim) -> None:
    """A piece on two needles, and its ball of wool."""
    wool = trim.own(board, 0xC8553D)
    board.stroke(smooth([(8, -12), (20, -4), (26, -8)]), wool, 1.1)
    board.sheet(oval(24, -9, 10, 9.4), wool, 2)
    for k in range(3):
        board.stroke(smooth([(16 + k * 2, -13 + k * 4), (24, -14 + k * 4), (32 - k, -11 + k * 3)]),
                     darker(wool, 0.25), 0.9)  # fmt: skip
    cloth = polygon([(-18, -28), (8, -28), (10, -2), (-17, 0)])
    board.sheet(cloth, wool, 1.8)
    with board.within(cloth):
        for row in range(6):
            for k in range(7):
                x, y = -17 + k * 4, -25 + row * 4.4
                board.stroke(line((x, y), (x + 2, y + 2.4), (x + 4, y)), darker(wool, 0.22), 0.7, 0.8)
        board.flat(box(-20, -14, 32, 3), tint(board, CREAM), 0.9)
    for a, b in (((-30, -40), (12, -27)), ((20, -44), (-20, -27))):
        board.sheet(limb([a, b], [1.9, 1.5]), tint(board, PALE_WOOD), 1)
        board.sheet(oval(a[0], a[1], 2.4, 2.4), tint(board, 0x2F7F86), 0.8)


def _fountain(board: Board, trim: Trim) -> None:
    """The fountain of a square: water falls from bowl to basin."""
    stone, water = trim.own(board, 0xC2BAAE), tint(board, _WATER)
    stand(board, 58)
    board.sheet(polygon([(-7, -10), (-4, -60), (4, -60), (7, -10)]), darker(stone, 0.08), 2)
    board.sheet(oval(0, -20, 54, 7), darker(stone, 0.35), 1)
    board.flat(oval(0, -19, 50, 5.4), water)
    board.sheet(polygon([(-6, -18), (-4, -60), (4, -60), (6, -18)]), darker(stone, 0.06), 1)
    board.sheet(smooth([(-27, -62), (27, -62), (18, -54), (5, -50), (-5, -50), (-18, -54)], closed=True, tension=9),
                stone, 2)  # fmt: skip
    board.flat(oval(0, -62, 24, 2.6), water)
    board.sheet(limb([(0, -62), (0, -84)], [6, 4]), stone, 1.4)
    board.sheet(oval(0, -86, 4.4, 4.4), stone, 1.2)
    for side in (-1, 1):
        jet = [(side * 1, -86), (side * 8, -93), (side * 15, -80), (side * 17, -64)]
        board.stroke(smooth(jet), 0xFFFFFF, 2, 0.75)
        board.stroke(smooth([(side * 26, -61), (side * 31, -50), (side * 33, -22)]), 0xFFFFFF, 2.6, 0.7)
        for k in range(3):
            fall = (trim.phase + k / 3) % 1
            board.flat(oval(side * (28 + 4 * fall), -58 + 37 * fall, 1.5, 2.6), water)
    wall = smooth([(-56, -20), (0, -12), (56, -20), (54, -3), (0, 3), (-54, -3)], closed=True, tension=9)
    board.sheet(wall, stone, 3)
    with board.within(wall):
        for k in range(-5, 6):
            board.stroke(line((k * 11, -20), (k * 10.6, 4)), darker(stone, 0.22), 0.9, 0.7)
    board.stroke(smooth([(-56, -19), (0, -11), (56, -19)]), lighter(stone, 0.35), 2.2)


def _trough(board: Board, trim: Trim) -> None:
    """A trough of wood, full of water, for cattle."""
    wood = trim.own(board, 0x8C6440)
    stand(board, 44)
    for x in (-32, 32):
        board.sheet(polygon([(x - 4, -16), (x + 4, -16), (x + 7, 0), (x - 7, 0)]), darker(wood, 0.3), 1.4)
    board.sheet(polygon([(-46, -31), (46, -31), (42, -36), (-42, -36)]), darker(wood, 0.45), 1)
    board.flat(polygon([(-43, -31), (43, -31), (40, -34.6), (-40, -34.6)]), tint(board, _WATER))
    board.stroke(line((-26 + 3 * trim.swing(), -33), (-8 + 3 * trim.swing(), -33)), 0xFFFFFF, 1, 0.7)
    board.sheet(polygon([(-47, -31), (47, -31), (41, -8), (-41, -8)]), wood, 3)
    for y in (-24, -16):
        board.stroke(line((-44.6 + (y + 31) * 0.16, y), (44.6 - (y + 31) * 0.16, y)), darker(wood, 0.3), 1, 0.8)
    for x in (-34, 30):
        board.sheet(box(x, -32, 4, 24.4), tint(board, DARK_IRON), 0.8)


def _grinding_stone(board: Board, trim: Trim) -> None:
    """A slab on feet with its roller, and meal upon it."""
    stone = trim.own(board, 0x7E7A78)
    stand(board, 26)
    for x in (-18, 16):
        board.sheet(polygon([(x - 4, -12), (x + 4, -12), (x + 2, 0), (x - 2, 0)]), darker(stone, 0.25), 1.4)
    board.sheet(smooth([(-30, -22), (-24, -24), (0, -17), (24, -18), (28, -13), (22, -9), (-22, -10)], closed=True,
                       tension=9), stone, 2.6)  # fmt: skip
    board.sheet(smooth([(-14, -19.4), (-6, -22), (4, -19), (12, -17.4), (0, -15.6)], closed=True),
                tint(board, 0xE9D9A8), 0.8)  # fmt: skip
    with board.at(-3, -24, turn=8):
        board.sheet(limb([(-15, 0), (0, -0.6), (15, 0)], [6, 8, 6]), lighter(stone, 0.14), 2)
    for x, y in ((-20, -17), (16, -13), (20, -15), (-10, -13)):
        board.flat(oval(x, y, 1, 0.7), darker(stone, 0.35))


HOMELY: dict[str, Prop] = {
    "rocking_chair": Prop(draw=_rocking_chair, top=-34, cycle_s=3.0),
    "blanket": Prop(draw=_blanket, medium="hand", grip=(0, -12), size=0.18),
    "curtain": Prop(draw=_curtain, medium="wall", cycle_s=4.0),
    "fireplace": Prop(draw=_fireplace, cycle_s=0.9),
    "cupboard": Prop(draw=_cupboard),
    "sewing_machine": Prop(draw=_sewing_machine, medium="table", size=0.22, cycle_s=1.0),
    "knitting": Prop(draw=_knitting, medium="hand", grip=(-4, -28), size=0.2),
    "fountain": Prop(draw=_fountain, cycle_s=1.2),
    "trough": Prop(draw=_trough, cycle_s=3.0),
    "grinding_stone": Prop(draw=_grinding_stone, size=0.25),
}
