"""What stands in yards, fields and squares."""

from __future__ import annotations

from math import cos, pi, sin

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, IRON, PALE_WOOD, ROPE, WOOD, Prop, Trim, stand, tint


def _well(board: Board, trim: Trim) -> None:
    stone, wood = tint(board, 0xB4AEA6), tint(board, WOOD)
    stand(board, 27)
    for x in (-19, 16):
        board.sheet(box(x, -70, 4, 46), wood, 2)
    board.sheet(box(-20, -60, 40, 2.8), darker(wood, 0.2), 1.5)
    with board.at(2, -58, turn=3 * trim.swing()):
        board.stroke(line((0, 0), (0, 16)), tint(board, ROPE), 1)
        board.sheet(polygon([(-6, 16), (6, 16), (4.5, 26), (-4.5, 26)]), tint(board, 0x7A6A5C), 1.5)
    board.sheet(polygon([(-30, -68), (0, -88), (30, -68)]), trim.own(board, 0xA8553A), 4)
    board.sheet(oval(0, -29, 24, 5), darker(stone, 0.5), 1)
    wall = smooth([(-24, -29), (-25, -2), (0, 2), (25, -2), (24, -29), (0, -23.5)], closed=True, tension=14)
    board.sheet(wall, stone, 3)
    with board.within(wall):
        for row in range(3):
            for i in range(-3, 4):
                board.stroke(
                    box(i * 11 + (row % 2) * 5.5 - 5, -23 + row * 8.5, 10, 7.5, 2), darker(stone, 0.3), 0.7, 0.6
                )


def _stall(board: Board, trim: Trim) -> None:
    wood = tint(board, WOOD)
    pick = board.chance.pick((0xC8553D, 0x3F8F8B, 0xD9A02E, 0x7A4B8C, 0x4E8A55))
    stripe = trim.own(board, pick)
    stand(board, 46)
    for x in (-42, 39):
        board.sheet(box(x, -82, 3.4, 82), wood, 2)
    board.sheet(box(-38, -66, 76, 36), mix(darker(wood, 0.35), board.light.ground, 0.3), 0, edge=0)
    for i in range(9):
        fruit = board.chance.pick((0xD8503F, 0xE8A33A, 0x7FA64B, 0xB85C86, 0xE6C84F))
        board.sheet(oval(-34 + i * 8.5, -37 + (i % 2) * 1.5, 4.4, 4.4), tint(board, fruit, 0.7), 1)
    for i in range(4):
        x = -38 + i * 19.5
        board.sheet(polygon([(x, -35), (x + 17, -35), (x + 15, -27), (x + 2, -27)]), tint(board, 0xC29A62), 2)
    board.sheet(box(-45, -29, 90, 4.5), lighter(wood, 0.15), 3)
    board.sheet(box(-42, -25, 84, 25), wood, 2)
    cloth = [(-45, -27), (-45, -9), (-30, -5.5), (-15, -9), (0, -5.5), (15, -9), (30, -5.5), (45, -9), (45, -27)]
    board.sheet(smooth(cloth, closed=True, tension=9), tint(board, 0xF1E4CB), 2)
    for i in range(8):
        x0, x1 = -52 + i * 13.0, -39 + i * 13.0
        t0, t1 = -40 + i * 10.0, -30 + i * 10.0
        strip = skia.Path()
        strip.moveTo(t0, -104)
        strip.lineTo(t1, -104)
        strip.lineTo(x1, -80)
        strip.quadTo((x0 + x1) / 2, -69, x0, -80)
        strip.close()
        board.sheet(strip, stripe if i % 2 else tint(board, 0xF6EBD5, 0.8), 2.5)


def _haystack(board: Board, trim: Trim) -> None:
    hay = trim.own(board, 0xD9B45B)
    stand(board, 31)
    heap = smooth([(-30, 0), (-26, -24), (-12, -46), (0, -56), (12, -46), (26, -24), (30, 0), (0, 3)], closed=True)
    board.sheet(heap, hay, 4)
    with board.within(heap):
        for _ in range(48):
            x, y = board.chance.near(0, 28), -board.chance.between(0, 50)
            tone = board.chance.pick((darker(hay, 0.25), lighter(hay, 0.4)))
            board.stroke(line((x, y), (x + board.chance.near(0, 5), y + 7)), tone, 0.9, 0.7)
    for y, wide in ((-36, 19.5), (-22, 26)):
        board.stroke(smooth([(-wide, y), (0, y + 4), (wide, y)]), darker(hay, 0.35), 1.2, 0.7)


def _tent(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xD0A45A)
    stand(board, 46)
    for x in (-5, 5):
        board.stroke(line((0, -66), (x, -77)), tint(board, WOOD), 2)
    board.sheet(polygon([(-46, 0), (0, -68), (46, 0)]), cloth, 4)
    for y0, wide in ((-10, 39), (-16, 35)):
        board.stroke(line((-wide, y0), (wide, y0)), lighter(cloth, 0.4), 1.6, 0.8)
    board.sheet(polygon([(-15, 0), (0, -50), (15, 0)]), darker(cloth, 0.6), 1)
    flap = 1.5 * trim.swing()
    board.sheet(
        smooth([(0, -52), (-12, -26), (-26 + flap, 0), (-13 + flap, 0), (-6, -26)], closed=True, tension=12),
        lighter(cloth, 0.2),
        3,
    )


def _flag(board: Board, trim: Trim) -> None:
    """A flag that waves on its pole."""
    cloth = trim.own(board, 0xC8443C)
    stand(board, 5)
    board.sheet(limb([(0, 0), (0, -104)], [3.2, 2.4]), tint(board, PALE_WOOD), 2)
    board.sheet(oval(0, -105, 2.6, 2.6), tint(board, 0xE6B13C), 1)
    top: list[Point] = []
    low: list[Point] = []
    for k in range(7):
        x = 1 + k * 7.4
        wave = 3.2 * (k / 6) * sin(2 * pi * (trim.phase - k * 0.17))
        top.append((x, -102 + wave))
        low.append((x, -70 + wave))
    sheet = smooth([*top, *reversed(low)], closed=True, tension=7)
    board.sheet(sheet, cloth, 2.5)
    with board.within(sheet):
        cream = tint(board, CREAM)
        band = smooth(
            [*((x, y + 11) for x, y in top), *((x, y - 11) for x, y in reversed(low))], closed=True, tension=7
        )
        board.flat(band, cream)
        x, y = top[3]
        board.flat(oval(x - 1, y + 16, 3.8, 3.8), tint(board, 0x2F7F86))


def _fence(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xB98A5A)
    stand(board, 44)
    for y in (-32, -16):
        board.sheet(box(-46, y, 92, 4.6, 1.5), darker(wood, 0.16), 2)
    for i in range(6):
        x = -42 + i * 15.6
        board.sheet(
            polygon([(x, 0), (x, -38 + (i % 2)), (x + 4, -43 + (i % 2)), (x + 8, -38 + (i % 2)), (x + 8, 0)]),
            darker(wood, 0.04 * (i % 3)),
            2,
        )


def _gate(board: Board, trim: Trim) -> None:
    """A gate in two posts, open to who comes."""
    wood = trim.own(board, 0x9A6B44)
    stand(board, 50)
    for x in (-48, 42):
        board.sheet(box(x, -64, 7, 64, 2), darker(wood, 0.2), 3)
        board.sheet(polygon([(x - 2, -63), (x + 3.5, -70), (x + 9, -63)]), wood, 1.5)
    for y in (-50, -34, -18):
        board.sheet(box(-41, y, 83, 5, 1.5), wood, 1.5)
    board.sheet(polygon([(-41, -13), (-36, -13), (42, -50), (37, -50)]), lighter(wood, 0.12), 1.5)
    for x in (-40, 36):
        board.sheet(box(x, -54, 5, 46, 1), lighter(wood, 0.08), 1.5)
    board.sheet(oval(37, -32, 2.4, 2.4), tint(board, IRON), 0.8)


def _gravestone(board: Board, trim: Trim) -> None:
    stone = trim.own(board, 0x9AA0A4)
    stand(board, 20)
    board.sheet(
        smooth([(-15, 0), (-15, -34), (-9, -44), (0, -47), (9, -44), (15, -34), (15, 0)], closed=True, tension=9),
        stone,
        3.5,
    )
    board.stroke(smooth([(-9, -29), (0, -30), (9, -29)]), darker(stone, 0.4), 1.4, 0.8)
    board.stroke(smooth([(-6, -23), (0, -23.6), (6, -23)]), darker(stone, 0.4), 1.2, 0.8)
    for x, tone in ((-17, 0xD9483B), (-12, 0xE8B83A), (15, 0xE2607A)):
        board.stroke(line((x, 0), (x, -6)), board.light.leaf[1], 1.3)
        board.sheet(oval(x, -8, 3.2, 3), tint(board, tone), 0.8)
    for x in (-8, 6, 11):
        board.stroke(smooth([(x, 1), (x + 1, -5), (x + 3, -8)]), board.light.leaf[1], 1.4)


def _statue(board: Board, trim: Trim) -> None:
    """A carved head of stone on its base."""
    stone = trim.own(board, 0xA7A294)
    stand(board, 24)
    board.sheet(box(-22, -12, 44, 12, 1), darker(stone, 0.18), 3)
    board.sheet(
        smooth([(-15, -11), (-17, -40), (-14, -66), (0, -72), (14, -66), (17, -40), (15, -11)], closed=True, tension=8),
        stone,
        4,
    )
    board.sheet(box(-17, -66, 34, 9, 2), darker(stone, 0.1), 1.5)
    for side in (-1, 1):
        board.sheet(box(side * 17 - 3, -50, 6, 22, 3), darker(stone, 0.1), 1)
        board.flat(
            smooth([(side * 3, -46), (side * 8, -49), (side * 13, -46), (side * 8, -43)], closed=True),
            darker(stone, 0.5),
        )
        board.stroke(line((side * 2.6, -51), (side * 13, -52)), darker(stone, 0.4), 1.6)
    board.sheet(polygon([(-2, -50), (2, -50), (5, -32), (-5, -32)]), lighter(stone, 0.15), 1.2)
    board.stroke(line((-7, -24), (7, -24)), darker(stone, 0.5), 2.2)
    for i in range(5):
        board.flat(polygon([(-13 + i * 6.4, -59), (-10 + i * 6.4, -65), (-7 + i * 6.4, -59)]), darker(stone, 0.35), 0.8)


def _bucket(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xA9774A)
    stand(board, 10)
    board.stroke(smooth([(-10, -20), (-7, -31), (7, -31), (10, -20)]), tint(board, IRON), 1.4)
    board.sheet(oval(0, -20, 10.6, 2.4), darker(wood, 0.55) if trim.bare else tint(board, 0x7FB8C8), 0.8)
    board.sheet(polygon([(-11, -20), (11, -20), (8, 0), (-8, 0)]), wood, 2.5)
    for x in (-5, 0, 5):
        board.stroke(line((x * 1.2, -19), (x * 0.9, 0)), darker(wood, 0.3), 0.8, 0.7)
    for y, wide in ((-15, 10.2), (-5, 8.7)):
        board.stroke(line((-wide, y), (wide, y)), tint(board, IRON), 1.6)


def _beehive(board: Board, trim: Trim) -> None:
    straw = trim.own(board, 0xDDAA4A)
    stand(board, 22)
    board.sheet(box(-23, -4, 46, 4, 1.5), tint(board, WOOD), 2)
    for k, wide in enumerate((21, 21, 19, 15.5, 10)):
        board.sheet(box(-wide, -13 - k * 8, 2 * wide, 9.4, 4.7), darker(straw, 0.06 * (k % 2)), 1.5)
    board.flat(smooth([(-5, -4), (-5, -10), (0, -13), (5, -10), (5, -4)], closed=True, tension=9), 0x3A2620)
    for k in range(3):
        a = 2 * pi * (trim.phase + k / 3)
        x, y = 26 * cos(a) + 3 * k, -36 + 12 * sin(a + k)
        board.flat(oval(x, y - 1.6, 1.5, 1.1), 0xF1F4F2, 0.9)
        board.flat(oval(x, y, 2.1, 1.5), tint(board, 0xF0BB3E, 0.6))
        board.stroke(line((x - 0.3, y - 1.4), (x - 0.3, y + 1.4)), 0x43332E, 0.8)


def _spider_web(board: Board, trim: Trim) -> None:
    """A web about (0, 0)."""
    silk = trim.own(board, 0xF4F2EA)
    breath = 1 + 0.015 * trim.swing()
    spokes = [(30 * cos(2 * pi * k / 9 + 0.2), 28 * sin(2 * pi * k / 9 + 0.2) * breath) for k in range(9)]
    for x, y in spokes:
        board.stroke(line((0, 0), (x, y)), silk, 0.9, 0.95)
    for ring in (0.2, 0.4, 0.6, 0.8, 0.96):
        for k in range(9):
            (ax, ay), (bx, by) = spokes[k], spokes[(k + 1) % 9]
            mid = ((ax + bx) / 2 * ring * 0.86, (ay + by) / 2 * ring * 0.86)
            board.stroke(smooth([(ax * ring, ay * ring), mid, (bx * ring, by * ring)]), silk, 0.8, 0.9)
    for k in (1, 4, 7):
        board.sheet(oval(spokes[k][0] * 0.6, spokes[k][1] * 0.6, 1.4, 1.5), 0xE4F4FA, 0.5)


def _anthill(board: Board, trim: Trim) -> None:
    earth = trim.own(board, 0xB07A4A)
    stand(board, 27)
    board.sheet(
        smooth(
            [(-28, 0), (-18, -14), (-9, -32), (-4, -38), (4, -38), (9, -31), (17, -15), (28, 0), (0, 2)], closed=True
        ),
        earth,
        4,
    )
    board.flat(oval(0, -37, 4, 1.6), darker(earth, 0.6))
    for x, y in ((-12, -8), (-3, -20), (8, -12), (3, -28), (14, -5), (-16, -3), (0, -6)):
        board.flat(oval(x, y, 1.7, 1.2), darker(earth, 0.25), 0.8)
    for k in range(4):
        at = (k + trim.phase) / 4
        x, y = 22 - 20 * at, -2 - 33 * at
        for d in (-1.8, 0, 1.8):
            board.flat(oval(x - d * 0.6, y - d, 1.2, 1.1), 0x3A2420)


YARD: dict[str, Prop] = {
    "well": Prop(draw=_well, cycle_s=3.5),
    "stall": Prop(draw=_stall, top=-29),
    "haystack": Prop(draw=_haystack, top=-46),
    "tent": Prop(draw=_tent, cycle_s=3.5),
    "flag": Prop(draw=_flag, grip=(0, -30), cycle_s=1.6),
    "fence": Prop(draw=_fence),
    "gate": Prop(draw=_gate),
    "gravestone": Prop(draw=_gravestone),
    "statue": Prop(draw=_statue),
    "bucket": Prop(draw=_bucket, medium="hand", grip=(0, -31), size=0.24),
    "beehive": Prop(draw=_beehive, cycle_s=3.0, size=0.35),
    "web": Prop(draw=_spider_web, medium="wall", cycle_s=4.0, size=0.2),
    "anthill": Prop(draw=_anthill, cycle_s=1.6),
}
