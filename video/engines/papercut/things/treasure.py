"""What holds things, what is precious, what is worn and carried."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, PALE_WOOD, WOOD, Prop, Trim, stand, tint


def _gleam(board: Board, x: float, y: float, size: float, trim: Trim) -> None:
    """A star of light that swells and fades."""
    s = size * (0.7 + 0.3 * trim.swing())
    for turn in (0, 90):
        with board.at(x, y, turn=turn):
            board.flat(smooth([(0, -s), (s * 0.14, 0), (0, s), (-s * 0.14, 0)], closed=True, tension=12), 0xFFFFFF, 0.9)


def _sack(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xC7A46A)
    stand(board, 16)
    board.sheet(
        smooth([(-5, -30), (-9, -38), (-2, -36), (3, -39), (9, -36), (5, -30)], closed=True), lighter(cloth, 0.1), 1.5
    )
    board.sheet(
        smooth([(-5, -30), (5, -30), (15, -18), (16, -4), (8, 0), (-8, 0), (-16, -4), (-15, -18)], closed=True),
        cloth,
        3,
    )
    board.sheet(limb([(-6, -30), (6, -30)], [3, 3]), tint(board, 0x8A5A38), 1)
    board.sheet(polygon([(-4, -19), (5, -18), (4, -9), (-5, -10)]), darker(cloth, 0.2), 0.8)
    for k in range(3):
        board.stroke(smooth([(-10 + k * 9, -25), (-11 + k * 10, -20)]), darker(cloth, 0.3), 0.9, 0.7)


def _box(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    stand(board, 17)
    board.sheet(box(-17, -26, 34, 26, 1), wood, 3)
    for y in (-17.3, -8.6):
        board.stroke(line((-17, y), (17, y)), darker(wood, 0.3), 1, 0.8)
    for x in (-17, 13):
        board.sheet(box(x, -26, 4, 26), darker(wood, 0.12), 1)
        for y in (-22, -4):
            board.flat(oval(x + 2, y, 0.8, 0.8), tint(board, DARK_IRON))
    board.sheet(polygon([(-19, -27), (19, -27), (17.5, -31), (-17.5, -31)]), lighter(wood, 0.15), 1.5)


def _chest(board: Board, trim: Trim) -> None:
    wood, gold = trim.own(board, WOOD), tint(board, 0xE0AF3C, 0.7)
    stand(board, 18)
    board.sheet(box(-17, -17, 34, 17), wood, 3)
    board.sheet(smooth([(-18, -16), (-16, -26), (16, -26), (18, -16)], closed=True, tension=9), lighter(wood, 0.12), 3)
    for x in (-12, 9):
        board.sheet(box(x, -26, 3, 26), gold, 1)
    board.sheet(box(-18, -17.6, 36, 2.6), gold, 1)
    board.sheet(box(-3, -19, 6, 7, 1), gold, 1.5)
    board.flat(oval(0, -16, 1, 1.2), 0x3A2A20)


def _bag(board: Board, trim: Trim) -> None:
    """A woven shoulder bag."""
    cloth = trim.own(board, 0xB8472F)
    board.stroke(smooth([(-11, -22), (-8, -44), (0, -50), (8, -44), (11, -22)]), darker(cloth, 0.2), 2.4)
    board.sheet(smooth([(-13, -24), (13, -24), (14, -2), (0, 0), (-14, -2)], closed=True, tension=13), cloth, 2.5)
    for y, tone in ((-20, 0xE8B83A), (-8, 0x2F7F86)):
        board.flat(box(-13.4, y, 26.8, 2.6), tint(board, tone))
    for i in range(4):
        x = -8.4 + i * 5.6
        board.flat(polygon([(x - 2.4, -13), (x, -16), (x + 2.4, -13), (x, -10)]), tint(board, CREAM))
    for i in range(7):
        board.stroke(line((-11 + i * 3.7, -1), (-11 + i * 3.7 + 0.4 * trim.swing(), 4)), darker(cloth, 0.15), 1.2)


def _suitcase(board: Board, trim: Trim) -> None:
    leather = trim.own(board, 0xA8683C)
    stand(board, 19)
    board.stroke(smooth([(-6, -27), (-5, -33), (5, -33), (6, -27)]), darker(leather, 0.35), 2.4)
    board.sheet(box(-19, -28, 38, 28, 4), leather, 3)
    for x in (-13, 9.4):
        board.sheet(box(x, -28, 3.6, 28), darker(leather, 0.25), 1)
        board.flat(box(x + 0.3, -16, 3, 3.6, 0.6), tint(board, GOLD))
    for x, y in ((-19, -28), (14, -28), (-19, -5), (14, -5)):
        board.sheet(box(x, y, 5, 5, 2), lighter(leather, 0.18), 0.6)


def _key(board: Board, trim: Trim) -> None:
    gold = trim.own(board, GOLD)
    board.sheet(limb([(0, -20), (0, -1)], [2.8, 2.8]), gold, 1.5)
    for y, wide in ((-2.6, 7), (-7, 5)):
        board.sheet(box(0, y - 1.4, wide, 2.8, 0.6), gold, 0.8)
    for dx, dy in ((-3.6, -24), (3.6, -24), (0, -29)):
        board.stroke(oval(dx, dy, 3, 3), gold, 2)
    board.stroke(line((-0.8, -18), (-0.8, -3)), lighter(gold, 0.55), 0.7, 0.8)


def _ring(board: Board, trim: Trim) -> None:
    gold = trim.own(board, GOLD)
    board.shadow(oval(0, -0.3, 7, 1.4), 3, 0.4)
    board.stroke(oval(0, -8, 7, 7), darker(gold, 0.15), 3)
    board.stroke(oval(0, -8, 7.6, 7.6), lighter(gold, 0.4), 0.9)
    gem = polygon([(-4.4, -18), (-2.4, -21), (2.4, -21), (4.4, -18), (0, -12.6)])
    board.sheet(gem, tint(board, 0x3FA0B8, 0.6), 1.2)
    board.flat(polygon([(-2.4, -21), (0, -18), (-4.4, -18)]), 0xFFFFFF, 0.5)
    _gleam(board, 5, -20, 5.5, trim)


def _crown(board: Board, trim: Trim) -> None:
    gold = trim.own(board, GOLD)
    board.sheet(polygon([(-14, -4), (-16, -20), (-8, -12), (0, -25), (8, -12), (16, -20), (14, -4)]), gold, 2.5)
    board.sheet(box(-14.6, -6, 29.2, 6, 1.5), darker(gold, 0.1), 1.2)
    for x, y in ((-16, -21), (0, -26), (16, -21)):
        board.sheet(oval(x, y, 2.4, 2.4), lighter(gold, 0.3), 0.8)
    for i, x in enumerate((-9, 0, 9)):
        board.flat(oval(x, -3, 1.8, 1.8), tint(board, (0xC8323A, 0x2F7FA8, 0xC8323A)[i], 0.6))
    _gleam(board, 8, -17, 5, trim)


def _coin(board: Board, trim: Trim) -> None:
    """A coin that turns."""
    gold = trim.own(board, GOLD)
    wide = max(0.16, abs(trim.beat()))
    board.sheet(oval(0, -8, 8 * wide, 8), darker(gold, 0.14), 1.5)
    board.sheet(oval(0, -8, 6.2 * wide, 6.2), gold, 0.6)
    board.flat(
        smooth([(0, -12), (2.6 * wide, -8), (0, -4), (-2.6 * wide, -8)], closed=True, tension=10), lighter(gold, 0.5)
    )
    board.flat(oval(-3 * wide, -11, 0.9 * wide, 1.4), 0xFFFFFF, 0.8)


def _gold(board: Board, trim: Trim) -> None:
    """A heap of gold."""
    gold = trim.own(board, GOLD)
    stand(board, 20)
    for row, (count, y) in enumerate(((6, -3), (5, -8), (4, -13), (2, -18), (1, -22))):
        for i in range(count):
            x = (i - (count - 1) / 2) * 7
            board.sheet(oval(x, y, 5.2, 3), darker(gold, 0.06 * ((i + row) % 3)), 1)
            board.stroke(oval(x, y, 3.2, 1.6), lighter(gold, 0.45), 0.6, 0.9)
    _gleam(board, 8, -16, 6, trim)
    _gleam(board, -10, -9, 5, Trim(phase=trim.phase + 0.5))


def _pearl(board: Board, trim: Trim) -> None:
    """A pearl in its shell."""
    shell = trim.own(board, 0xD9B4A6)
    stand(board, 14)
    points: list[Point] = [(0, -7)]
    for k in range(9):
        a = pi * (1.06 + 0.88 * k / 8)
        points.append((16 * cos(a), -8 + 15 * sin(a) * (1.06 if k % 2 else 0.96)))
    board.sheet(smooth(points, closed=True, tension=8), shell, 2.5)
    for k in range(5):
        a = pi * (1.15 + 0.7 * k / 4)
        board.stroke(line((0, -7), (13 * cos(a), -8 + 12 * sin(a))), darker(shell, 0.22), 1, 0.8)
    board.sheet(
        smooth([(-15, -7), (15, -7), (10, -1), (0, 0), (-10, -1)], closed=True, tension=8), lighter(shell, 0.25), 1.5
    )
    board.sheet(oval(0, -9.4, 5.2, 5.2), tint(board, 0xFBF7F0, 0.5), 1.5)
    board.flat(oval(-1.7, -11.2, 1.5, 1.2), 0xFFFFFF)
    _gleam(board, 5, -14, 4.5, trim)


def _mirror(board: Board, trim: Trim) -> None:
    frame = trim.own(board, GOLD)
    board.sheet(limb([(0, 0), (0, -17)], [4, 3]), frame, 1.5)
    board.sheet(oval(0, -30, 12, 14.4), frame, 2.5)
    glass = oval(0, -30, 9, 11.4)
    board.sheet(glass, tint(board, 0xC8E4EA, 0.7), 0.8)
    with board.within(glass):
        dx = 3 * trim.swing()
        for x, wide in ((-3, 3.4), (3, 1.4)):
            board.flat(
                polygon([(x + dx, -46), (x + wide + dx, -46), (x + wide - 9 + dx, -14), (x - 9 + dx, -14)]),
                0xFFFFFF,
                0.55,
            )


def _clock(board: Board, trim: Trim) -> None:
    """A clock on the wall, about (0, 0), with its pendulum."""
    wood = trim.own(board, 0x8A5638)
    with board.at(0, 0, turn=9 * trim.swing()):
        board.sheet(limb([(0, 6), (0, 28)], [1.4, 1.4]), tint(board, GOLD), 0.8)
        board.sheet(oval(0, 30, 4.2, 4.2), tint(board, GOLD), 1.2)
    board.sheet(polygon([(-17, -12), (0, -30), (17, -12)]), darker(wood, 0.2), 2)
    board.sheet(box(-15, -15, 30, 31, 4), wood, 3)
    board.sheet(oval(0, 0, 12, 12), tint(board, CREAM, 0.7), 1.2)
    for k in range(12):
        a = pi * k / 6
        board.flat(oval(9.6 * cos(a), 9.6 * sin(a), 0.8, 0.8), 0x3A2A28)
    board.stroke(line((0, 0), (3.6, -5)), 0x3A2A28, 1.8)
    board.stroke(line((0, 0), (-5.6, -5.6)), 0x3A2A28, 1.2)
    board.flat(oval(0, 0, 1.4, 1.4), 0x3A2A28)


def _umbrella(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xC8443C)
    board.sheet(limb([(0, -10), (0, -78)], [2, 1.8]), tint(board, WOOD), 1.2)
    board.stroke(smooth([(0, -10), (0, -2), (4, 0), (6, -4)]), tint(board, WOOD), 2.2)
    board.sheet(smooth([(-38, -52), (-30, -70), (-12, -81), (12, -81), (30, -70), (38, -52), (28, -55.5), (19, -51),
        (9.5, -55.5), (0, -51), (-9.5, -55.5),
                        (-19, -51), (-28, -55.5)], closed=True, tension=8), cloth, 3.5)  # fmt: skip
    for x0, x1 in ((-4, -19), (0, 0), (4, 19)):
        board.stroke(smooth([(x0 * 0.3, -81), (x1 * 0.8, -66), (x1, -52)]), darker(cloth, 0.25), 1, 0.7)
    board.sheet(limb([(0, -80), (0, -87)], [2, 1]), tint(board, WOOD), 0.6)


def _hat(board: Board, trim: Trim) -> None:
    straw = trim.own(board, 0xDDB565)
    board.sheet(smooth([(-22, -2), (-12, -6), (12, -6), (22, -2), (12, 1), (-12, 1)], closed=True), straw, 2.5)
    board.sheet(
        smooth(
            [(-11.5, -4), (-10.5, -14), (-5, -19), (5, -19), (10.5, -14), (11.5, -4), (0, -2)], closed=True, tension=7
        ),
        straw,
        2,
    )
    board.sheet(
        smooth([(-11.8, -8), (0, -6), (11.8, -8), (11.6, -3.6), (0, -1.6), (-11.6, -3.6)], closed=True, tension=10),
        tint(board, 0xB8472F),
        0.8,
    )
    for k in range(4):
        board.stroke(smooth([(-7 + k * 4.6, -17), (-8 + k * 5.2, -9.6)]), darker(straw, 0.25), 0.7, 0.7)


def _shoes(board: Board, trim: Trim) -> None:
    leather = trim.own(board, 0x8C5236)
    stand(board, 17)
    for x, y, tone in ((3, -2, 0.2), (-6, 0, 0.0)):
        with board.at(x, y):
            board.sheet(
                smooth(
                    [(-9, -13), (-2, -13), (1, -8), (10, -5.4), (13, -1.4), (12, 0), (-9, 0)], closed=True, tension=9
                ),
                darker(leather, tone),
                2,
            )
            board.flat(oval(-5.4, -12.6, 3.4, 1.2), darker(leather, 0.6))
            board.sheet(box(-9.4, -1.8, 22.6, 2.2, 1), darker(leather, 0.5), 0.6)
            for k in range(3):
                board.stroke(
                    line((-0.5 + k * 2.2, -10.4 + k * 1.5), (2 + k * 2.2, -7.4 + k * 0.9)), tint(board, CREAM), 0.8
                )


def _medicine(board: Board, trim: Trim) -> None:
    glass = trim.own(board, 0x9C5A32)
    stand(board, 8)
    board.sheet(box(-3.4, -27, 6.8, 5, 1.4), tint(board, CREAM), 1)
    board.sheet(
        smooth(
            [(-2.6, -23), (2.6, -23), (3.4, -19), (7.6, -16), (7.6, -0.6), (-7.6, -0.6), (-7.6, -16), (-3.4, -19)],
            closed=True,
            tension=14,
        ),
        glass,
        2,
    )
    board.sheet(box(-6, -14, 12, 10.4, 0.8), tint(board, 0xFBF7EC, 0.7), 0.6)
    red = tint(board, 0xCB3B3A, 0.7)
    board.flat(box(-1.3, -12.6, 2.6, 7.6), red)
    board.flat(box(-3.8, -10.1, 7.6, 2.6), red)


TREASURE: dict[str, Prop] = {
    "sack": Prop(draw=_sack, grip=(0, -33)),
    "box": Prop(draw=_box, top=-31, grip=(0, -12)),
    "chest": Prop(draw=_chest, top=-26),
    "bag": Prop(draw=_bag, medium="hand", grip=(0, -50), cycle_s=3.0),
    "suitcase": Prop(draw=_suitcase, medium="hand", grip=(0, -33)),
    "key": Prop(draw=_key, medium="hand", grip=(0, -26), size=0.06),
    "ring": Prop(draw=_ring, medium="hand", grip=(0, -1), size=0.014, cycle_s=2.4),
    "crown": Prop(draw=_crown, medium="table", grip=(0, -3), size=0.1, cycle_s=2.4),
    "coin": Prop(draw=_coin, medium="hand", grip=(0, -8), size=0.015, cycle_s=2.0),
    "gold": Prop(draw=_gold, cycle_s=2.4, grip=(0, -10), size=0.2),
    "pearl": Prop(draw=_pearl, medium="table", grip=(0, -2), size=0.06, cycle_s=2.4),
    "mirror": Prop(draw=_mirror, medium="hand", grip=(0, -6), size=0.2, cycle_s=4.0),
    "clock": Prop(draw=_clock, medium="wall", cycle_s=2.0, size=0.25),
    "umbrella": Prop(draw=_umbrella, medium="hand", grip=(0, -14)),
    "hat": Prop(draw=_hat, medium="table", grip=(18, -2), size=0.12),
    "shoes": Prop(draw=_shoes, grip=(0, -8), size=0.07),
    "medicine": Prop(draw=_medicine, medium="hand", grip=(0, -8), size=0.1),
}
