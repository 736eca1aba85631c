"""Toys, gifts and what is made for fun."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.hearth import draw_flames
from video.engines.papercut.things.prop import CREAM, GOLD, PALE_WOOD, STRAW, WOOD, Prop, Trim, stand, tint


def _spinning_top(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xC8553D)
    stand(board, 7)
    with board.at(0, 0, turn=6 * trim.swing()):
        board.sheet(limb([(0, -20), (0, -30)], [3, 2.4]), tint(board, PALE_WOOD), 1)
        board.sheet(
            smooth([(-13, -20), (13, -20), (10, -12), (1, 0), (-1, 0), (-10, -12)], closed=True, tension=9), wood, 2.5
        )
        for y, wide, tone in ((-17, 12.6, 0xE8B83A), (-11.4, 8.6, 0x2F7F86)):
            board.stroke(smooth([(-wide, y), (0, y + 2), (wide, y)]), tint(board, tone), 2.2)
        for k in range(3):
            at = (trim.phase + k / 3) % 1.0
            board.flat(oval(-10 + 20 * at, -17 + 1.5 * sin(pi * at), 1.2, 1.2), tint(board, CREAM), sin(pi * at))


def _dice(board: Board, trim: Trim) -> None:
    bone = trim.own(board, 0xF7F0E0)
    stand(board, 12)
    for x, y, turn, dots in (
        (-6, -6.5, -8, ((0, 0), (-3, -3), (3, 3), (3, -3), (-3, 3))),
        (8, -6, 14, ((-2.6, -2.6), (0, 0), (2.6, 2.6))),
    ):
        with board.at(x, y, turn=turn):
            board.sheet(box(-6, -6, 12, 12, 2.6), bone, 2)
            for dx, dy in dots:
                board.flat(oval(dx, dy, 1.2, 1.2), 0x3A2A28)


def _hot_air(board: Board, trim: Trim) -> None:
    """A hot-air balloon about (0, 0)."""
    silk = trim.own(board, 0xD9553E)
    with board.at(0, 2.5 * trim.swing()):
        for x0, x1 in ((-15, -8), (15, 8), (-5, -3), (5, 3)):
            board.stroke(line((x0, 34), (x1, 60)), tint(board, 0x6B4A36), 0.9)
        if board.light.lit:
            board.glow(0, 36, 40, 0xFFC766, 0.5)
        draw_flames(board, (0, 52), 10, trim)
        bag = smooth(
            [(-8, 40), (-30, 12), (-42, -22), (-30, -58), (0, -72), (30, -58), (42, -22), (30, 12), (8, 40)],
            closed=True,
        )
        board.sheet(bag, silk, 4)
        with board.within(bag):
            for k, tone in ((-1, 0xF0C95A), (1, 0xF0C95A)):
                board.flat(smooth([(k * 3, 42), (k * 10, 10), (k * 14, -22), (k * 9, -58), (0, -76), (k * 24, -60),
                    (k * 30, -22), (k * 21, 12), (k * 6, 42)],
                                  closed=True), tint(board, tone), 0.95)  # fmt: skip
            board.flat(
                smooth([(-46, -28), (0, -20), (46, -28), (46, -14), (0, -6), (-46, -14)], closed=True),
                tint(board, 0x2F7F86),
            )
            for i in range(7):
                board.flat(oval(-33 + i * 11, -17.5 + 4 * sin(pi * i / 6), 2.4, 2.4), tint(board, CREAM))
        basket = tint(board, 0xB9854F)
        board.sheet(box(-10, 58, 20, 16, 3), basket, 2.5)
        board.sheet(box(-11.5, 57, 23, 4, 2), lighter(basket, 0.2), 1)


def _rocket(board: Board, trim: Trim) -> None:
    hull = trim.own(board, 0xF1ECE2)
    red = tint(board, 0xD4553E)
    board.canvas.save()
    board.canvas.scale(1, -1)
    draw_flames(board, (0, 10), 34, trim)
    board.canvas.restore()
    for side in (-1, 1):
        board.sheet(
            smooth([(side * 10, -40), (side * 24, -24), (side * 24, 2), (side * 10, -12)], closed=True, tension=9),
            red,
            2,
        )
    body = smooth(
        [(0, -106), (13, -84), (16, -52), (11, -8), (-11, -8), (-16, -52), (-13, -84)], closed=True, tension=7
    )
    board.sheet(body, hull, 4)
    with board.within(body):
        board.flat(box(-20, -110, 40, 27), red)
        board.flat(box(-20, -24, 40, 6), red)
    board.sheet(oval(0, -58, 8.4, 8.4), tint(board, GOLD), 1.5)
    board.flat(oval(0, -58, 6, 6), 0xFFE3A0 if board.light.lit else tint(board, 0x6FB2CE))
    board.flat(oval(-2, -60, 1.8, 1.4), 0xFFFFFF, 0.8)


def _gift(board: Board, trim: Trim) -> None:
    wrap = trim.own(board, 0x3F8F8B)
    ribbon = tint(board, 0xE8B83A)
    stand(board, 14)
    board.sheet(box(-13, -20, 26, 20, 1), wrap, 2.5)
    for x, y in ((-8, -15), (8, -15), (-8, -6), (8, -6)):
        board.flat(oval(x, y, 1.5, 1.5), lighter(wrap, 0.5))
    board.sheet(box(-15, -25, 30, 7, 1.5), lighter(wrap, 0.12), 1.5)
    board.flat(box(-2.4, -25, 4.8, 25), ribbon)
    for side in (-1, 1):
        board.sheet(smooth([(0, -26), (side * 5, -35), (side * 12, -34), (side * 10, -27)], closed=True), ribbon, 1.2)
        board.flat(oval(side * 7, -30.6, 2.6, 1.6), darker(ribbon, 0.25))
    board.sheet(oval(0, -26.6, 2.8, 2.4), lighter(ribbon, 0.2), 0.8)


def _trophy(board: Board, trim: Trim) -> None:
    gold = trim.own(board, GOLD)
    stand(board, 10)
    for side in (-1, 1):
        board.stroke(
            smooth([(side * 9, -34), (side * 17, -33), (side * 15, -23), (side * 7, -20)]), darker(gold, 0.1), 2.4
        )
    board.sheet(limb([(0, -18), (0, -6)], [4, 5]), darker(gold, 0.15), 1)
    board.sheet(smooth([(-11, -38), (11, -38), (9, -22), (0, -14), (-9, -22)], closed=True, tension=9), gold, 2.5)
    board.sheet(box(-9, -7, 18, 7, 1), tint(board, WOOD), 2)
    points: list[Point] = []
    for k in range(10):
        r = 5.0 if k % 2 == 0 else 2.2
        points.append((r * sin(pi * k / 5), -28 - r * cos(pi * k / 5)))
    board.flat(polygon(points), lighter(gold, 0.6))


def _heart(board: Board, trim: Trim) -> None:
    """A heart about (0, 0) that beats."""
    red = trim.own(board, 0xD6423F)
    with board.at(0, 0, 1 + 0.05 * trim.swing(2)):
        board.sheet(
            smooth(
                [(0, -9), (7, -16), (16, -13), (16, -2), (0, 16), (-16, -2), (-16, -13), (-7, -16)],
                closed=True,
                tension=6.5,
            ),
            red,
            3,
        )
        board.flat(limb([(-11.5, -9), (-12, -4)], [2.4, 3]), lighter(red, 0.55), 0.9)


def _bubble(board: Board, trim: Trim) -> None:
    """Soap bubbles about (0, 0)."""
    film = trim.own(board, 0xCDE8F0)
    for k, (x, y, r) in enumerate(((-4, 4, 12), (12, -10, 7), (-14, -14, 5), (10, 14, 4))):
        dx, dy = 1.6 * trim.swing(1, 0.2 * k), 2 * trim.beat(1, 0.2 * k)
        board.flat(oval(x + dx, y + dy, r, r), film, 0.62)
        board.stroke(oval(x + dx, y + dy, r, r), 0xFFFFFF, 1, 0.95)
        board.stroke(
            smooth(
                [
                    (x + dx - r * 0.6, y + dy - r * 0.1),
                    (x + dx - r * 0.4, y + dy - r * 0.55),
                    (x + dx, y + dy - r * 0.7),
                ]
            ),
            0xFFFFFF,
            r * 0.12,
        )


def _snowman(board: Board, trim: Trim) -> None:
    snow = tint(board, 0xF8F8F4)
    scarf = trim.own(board, 0xC8443C)
    stand(board, 22)
    for side in (-1, 1):
        tip = (side * 34, -60 + trim.swing())
        board.stroke(smooth([(side * 13, -46), (side * 24, -51), tip]), tint(board, 0x6B4A36), 2)
        board.stroke(line((side * 26, -53), (side * 27, -61)), tint(board, 0x6B4A36), 1.4)
    board.sheet(oval(0, -19, 23, 20), snow, 3.5)
    board.sheet(oval(0, -49, 16.5, 15), snow, 3)
    board.sheet(oval(0, -73, 12.5, 12), snow, 3)
    board.sheet(
        smooth([(-12, -65), (0, -61), (12, -65), (12, -60), (0, -55.4), (-12, -60)], closed=True, tension=9), scarf, 1.5
    )
    board.sheet(polygon([(5, -58), (12, -58), (13 + trim.swing(), -42), (7 + trim.swing(), -41)]), scarf, 1.2)
    coal = 0x2F2A33
    for x in (-4, 4):
        board.flat(oval(x, -75, 1.4, 1.6), coal)
    for x, y in ((0, -51), (0, -44)):
        board.flat(oval(x, y, 1.5, 1.5), coal)
    board.sheet(polygon([(0, -73), (13, -70.4), (0, -69.4)]), tint(board, 0xE8853A), 1)
    board.stroke(smooth([(-4, -67.4), (0, -66), (4, -67.4)]), coal, 0.9)
    board.sheet(box(-9, -98, 18, 14, 1.5), tint(board, 0x3E4048), 2)
    board.sheet(box(-14, -86, 28, 3.6, 1.6), tint(board, 0x3E4048), 1.2)


def _scarecrow(board: Board, trim: Trim) -> None:
    shirt, straw = trim.own(board, 0x3F7F93), tint(board, STRAW)
    stand(board, 8)
    board.sheet(limb([(0, 0), (0, -86)], [4, 4]), tint(board, WOOD), 2)
    with board.at(0, -62, turn=2 * trim.swing()):
        for side in (-1, 1):
            for k in range(4):
                board.stroke(line((side * 34, -4), (side * 43, -8 + 3.4 * k)), straw, 1.4)
        board.sheet(limb([(-38, -4), (38, -4)], [3, 3]), tint(board, WOOD), 1)
        board.sheet(polygon([(-36, -9), (36, -9), (36, 1), (14, 1), (15, 34), (-15, 34), (-14, 1), (-36, 1)]), shirt, 3)
        for k in range(7):
            board.stroke(line((-12 + k * 4, 33), (-13 + k * 4.4, 40)), straw, 1.5)
        board.sheet(box(-10, 10, 9, 9, 1), tint(board, 0xE8B83A), 0.8)
        board.sheet(oval(0, -20, 11, 11.4), tint(board, 0xE3C690), 2)
        for x in (-4, 4):
            board.stroke(line((x - 1.5, -23.5), (x + 1.5, -20.5)), 0x3A2A28, 0.9)
            board.stroke(line((x + 1.5, -23.5), (x - 1.5, -20.5)), 0x3A2A28, 0.9)
        board.stroke(smooth([(-5, -15), (0, -13), (5, -15)]), 0x3A2A28, 1)
        board.sheet(smooth([(-19, -26), (0, -29), (19, -26), (0, -23)], closed=True), straw, 1.5)
        board.sheet(polygon([(-10, -27), (0, -46), (10, -27)]), straw, 1.5)


def _sled(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xB5483A)
    stand(board, 34)
    board.stroke(smooth([(30, -10), (44, -16), (52, -28)]), tint(board, 0xD9C79A), 1.4)
    for x in (-22, 4, 20):
        board.sheet(box(x, -14, 3, 11), tint(board, WOOD), 1)
    board.sheet(
        limb([(-36, -2), (0, -1.6), (28, -2.4), (38, -8), (38, -16)], [2.6, 3, 3, 3, 2]), tint(board, 0x6E7680), 1.5
    )
    for k in range(2):
        board.sheet(box(-34, -18 + k * 3.4, 66, 4, 1.6), darker(wood, 0.1 * k), 1.5)


PLAY: dict[str, Prop] = {
    "spinning_top": Prop(draw=_spinning_top, grip=(0, -28), size=0.06, cycle_s=0.6),
    "dice": Prop(draw=_dice, medium="table", grip=(0, -6), size=0.02),
    "balloon": Prop(draw=_hot_air, medium="air", size=6.0, cycle_s=4.0),
    "rocket": Prop(draw=_rocket, size=8.0, cycle_s=1.0),
    "gift": Prop(draw=_gift, medium="table", grip=(0, -4), size=0.2),
    "trophy": Prop(draw=_trophy, medium="hand", grip=(0, -10), size=0.2),
    "heart": Prop(draw=_heart, medium="air", size=0.2, cycle_s=1.6),
    "bubble": Prop(draw=_bubble, medium="air", size=0.1, cycle_s=3.0),
    "snowman": Prop(draw=_snowman, cycle_s=3.0),
    "scarecrow": Prop(draw=_scarecrow, cycle_s=4.0),
    "sled": Prop(draw=_sled, top=-18, grip=(52, -28)),
}
