"""What stands and hangs in flats: soft seats, cupboards, machines of the house, pots of plants."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, IRON, PALE_WOOD, WOOD, Prop, Trim, stand, tint

_ENAMEL = 0xF1F0EA
_STEEL = 0xB4BEC6


def _seat(board: Board, trim: Trim, half: float, cushions: int) -> None:
    """A soft seat of a width, with so many cushions."""
    cloth = trim.own(board, 0x3F7F8C if cushions > 1 else 0xB5654A)
    stand(board, half)
    for x in (-half + 5, half - 9):
        board.sheet(polygon([(x, -5), (x + 4, -5), (x + 3, 0), (x + 1, 0)]), tint(board, WOOD), 1)
    board.sheet(box(-half + 4, -47, 2 * half - 8, 34, 7), darker(cloth, 0.1), 3)
    wide = (2 * half - 18) / cushions
    for k in range(cushions):
        x = -half + 9 + k * wide
        board.sheet(box(x + 0.6, -44, wide - 1.2, 22, 5), lighter(cloth, 0.06), 1.5)
        board.sheet(box(x, -26, wide, 11, 4), lighter(cloth, 0.12), 2)
    board.sheet(box(-half + 5, -17, 2 * half - 10, 13, 3), cloth, 2)
    for x in (-half, half - 11):
        board.sheet(box(x, -33, 11, 29, 5), cloth, 2.5)
        board.stroke(line((x + 2.6, -29), (x + 8.4, -29)), lighter(cloth, 0.3), 1.1, 0.8)


def _sofa(board: Board, trim: Trim) -> None:
    _seat(board, trim, 57, 3)
    with board.at(-31, -23, turn=-10):
        board.sheet(box(-8, -15, 16, 15, 3), tint(board, 0xE2B04A), 1.6)


def _armchair(board: Board, trim: Trim) -> None:
    _seat(board, trim, 27, 1)


def _fridge(board: Board, trim: Trim) -> None:
    white = trim.own(board, _ENAMEL)
    stand(board, 21)
    board.sheet(box(-20, -100, 40, 98, 4), white, 3)
    board.stroke(line((-20, -66), (20, -66)), darker(white, 0.3), 1.3)
    for y, tall in ((-88, 14), (-60, 22)):
        board.sheet(box(13, y, 2.8, tall, 1.3), tint(board, _STEEL), 1)
    for x, y, tone in ((-10, -50, 0xD9553F), (-3, -43, 0x3F8FA8), (-12, -38, 0xE8B83A)):
        board.sheet(box(x, y, 5.4, 5.4, 1.2), tint(board, tone), 0.6)
    board.sheet(box(-16, -2.4, 32, 2.4), tint(board, DARK_IRON), 0.6)


def _iron(board: Board, trim: Trim) -> None:
    """An iron for clothes."""
    coat, steel = trim.own(board, 0x3F7FA8), tint(board, _STEEL)
    stand(board, 15)
    board.stroke(smooth([(-11, -13), (-16, -16), (-17, -9), (-22, -6)]), tint(board, DARK_IRON), 1.4)
    board.sheet(limb([(-9, -8), (-8, -16), (0, -18), (7, -14)], [4, 4, 4, 3.4]), darker(coat, 0.35), 1.5)
    board.sheet(smooth([(-12, -3), (-12, -9), (2, -10.6), (12, -6), (17, -3)], closed=True, tension=10), coat, 2)
    board.sheet(smooth([(-13, -3.4), (17.6, -3.4), (13, 0), (-13, 0)], closed=True, tension=14), steel, 1.2)
    board.flat(oval(1, -6.6, 1.9, 1.9), lighter(coat, 0.6))


def _ironing_board(board: Board, trim: Trim) -> None:
    cloth, steel = trim.own(board, 0xD9C3A0), tint(board, IRON)
    stand(board, 26)
    for a, b in (((-24, 0), (18, -48)), ((22, 0), (-18, -48))):
        board.sheet(limb([a, b], [2.4, 2.4]), steel, 1.4)
    for x in (-24, 22):
        board.sheet(limb([(x - 5, -0.8), (x + 5, -0.8)], [2, 2]), steel, 0.6)
    top = [(-38, -50), (-36, -53.4), (20, -53.4), (40, -51.6), (20, -48), (-36, -48)]
    board.sheet(smooth(top, closed=True, tension=10), cloth, 2.4)
    shirt = [(-30, -53), (-24, -58), (4, -57), (8, -53)]
    board.sheet(smooth(shirt, closed=True, tension=9), tint(board, 0x6A9AC0), 1.2)


def _fan(board: Board, trim: Trim) -> None:
    """An electric fan on its foot; it turns."""
    coat, steel = trim.own(board, 0x4A9A94), tint(board, _STEEL)
    stand(board, 12)
    board.sheet(smooth([(-12, 0), (-9, -4), (9, -4), (12, 0)], closed=True, tension=9), coat, 1.6)
    board.sheet(box(-1.8, -26, 3.6, 23, 1), steel, 1.2)
    board.flat(oval(0, -38, 17, 17), lighter(steel, 0.6), 0.35)
    with board.at(0, -38, turn=360 * trim.phase / 3):
        for k in range(3):
            with board.at(0, 0, turn=120 * k):
                blade = [(-1, -2), (-7, -8), (-5, -14.6), (3, -14.6), (3, -6)]
                board.sheet(smooth(blade, closed=True, tension=7), coat, 1)
    board.sheet(oval(0, -38, 3.2, 3.2), darker(coat, 0.3), 1)
    for r in (6.5, 11, 17):
        board.stroke(oval(0, -38, r, r), darker(steel, 0.2), 0.6 if r < 17 else 1.7, 0.9)
    for k in range(12):
        a = 2 * pi * k / 12
        board.stroke(line((3 * cos(a), -38 + 3 * sin(a)), (17 * cos(a), -38 + 17 * sin(a))), darker(steel, 0.2), 0.45)


def _hand_fan(board: Board, trim: Trim) -> None:
    """A folding fan, open."""
    silk = trim.own(board, 0xD0574A)
    for k in range(9):
        a = pi * (0.12 + 0.76 * k / 8)
        with board.at(0, -3, turn=90 - 180 * a / pi):
            tone = silk if k % 2 else lighter(silk, 0.2)
            board.sheet(polygon([(-2, -14), (2, -14), (5.6, -33), (-5.6, -33)]), tone, 0.8)
            board.stroke(line((0, 0), (0, -15)), tint(board, PALE_WOOD), 1.3)
            board.flat(oval(0, -26, 1.6, 1.6), tint(board, CREAM))
    board.flat(oval(0, -3, 1.8, 1.8), tint(board, GOLD))


def _dresser(board: Board, trim: Trim) -> None:
    """A chest of drawers, one of them open."""
    wood = trim.own(board, 0x9A6B44)
    stand(board, 30)
    for x in (-26, 21):
        board.sheet(polygon([(x, -6), (x + 5, -6), (x + 4, 0), (x + 1, 0)]), darker(wood, 0.2), 1)
    board.sheet(box(-29, -58, 58, 54, 2), darker(wood, 0.08), 3)
    board.sheet(box(-31, -61, 62, 5, 1.5), lighter(wood, 0.14), 1.6)
    for y in (-53, -21):
        board.sheet(box(-25, y, 50, 13.4, 1), wood, 1.2)
        for x in (-11, 11):
            board.flat(oval(x, y + 6.6, 1.9, 1.9), tint(board, GOLD))
    board.flat(box(-25, -38, 50, 6, 0.5), darker(wood, 0.62))
    for x, tone in ((-16, 0xD0574A), (-5, 0xE9DFC8), (7, 0x4A8FA0)):
        board.sheet(
            smooth([(x - 5, -33), (x - 3, -39), (x + 4, -38), (x + 7, -33)], closed=True), tint(board, tone), 0.8
        )
    board.sheet(box(-26.6, -35.4, 53.2, 14, 1), lighter(wood, 0.1), 3.4)
    for x in (-11, 11):
        board.flat(oval(x, -28.4, 1.9, 1.9), tint(board, GOLD))


def _drawer(board: Board, trim: Trim) -> None:
    """A drawer taken out, full of small things."""
    wood = trim.own(board, 0xA87848)
    stand(board, 20)
    board.sheet(polygon([(-17, -19), (17, -19), (20, -9), (-20, -9)]), darker(wood, 0.42), 1.4)
    for x, y, tone in ((-10, -17, 0xD0574A), (-1, -18.4, 0xE8B83A), (8, -17, 0x4A8FA0), (12, -15.4, 0xEDE6D4)):
        board.sheet(oval(x, y, 4.2, 3.6), tint(board, tone), 0.8)
    board.stroke(line((-4, -19), (3, -25)), tint(board, _STEEL), 1.5)
    board.sheet(box(-21, -14, 42, 14, 1), wood, 2.4)
    board.sheet(box(-5, -8.6, 10, 2.6, 1.3), tint(board, GOLD), 1)


def _wardrobe(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x8F6240)
    stand(board, 33)
    board.sheet(box(-31, -112, 62, 110, 2), wood, 3)
    board.sheet(
        smooth([(-34, -110), (-20, -115), (0, -120), (20, -115), (34, -110)], closed=True), lighter(wood, 0.12), 2
    )
    for x in (-27, 2):
        board.sheet(box(x, -104, 25, 82, 1.5), lighter(wood, 0.1), 1.4)
        board.stroke(box(x + 4, -99, 17, 72, 1), darker(wood, 0.22), 1, 0.8)
    for x in (-4.4, 4.4):
        board.sheet(oval(x, -62, 1.6, 2.4), tint(board, GOLD), 0.6)
    board.sheet(box(-27, -18, 54, 12, 1), lighter(wood, 0.06), 1.2)


def _fuse_box(board: Board, trim: Trim) -> None:
    """A box of fuses on a wall, open, a row of switches in it."""
    coat = trim.own(board, 0xB9C0C4)
    with board.at(0, 0):
        board.sheet(polygon([(14, -17), (26, -14), (26, 20), (14, 17)]), darker(coat, 0.12), 1.6)
        board.sheet(box(-16, -18, 31, 36, 1.5), coat, 2.2)
        board.flat(box(-13, -15, 25, 30, 1), darker(coat, 0.5))
        for row in range(2):
            for k in range(4):
                x, y = -11.6 + k * 5.8, -12.4 + row * 14.4
                board.sheet(box(x, y, 4.8, 11, 0.7), tint(board, CREAM), 0.7)
                up = not (row == 1 and k == 2)
                board.flat(box(x + 1, y + (2 if up else 6), 2.8, 3.4, 0.5), tint(board, 0x2F2F38 if up else 0xC8443C))
        board.flat(polygon([(19.4, -4), (23, -4), (21, 1), (23.4, 1), (18.6, 9), (20.2, 3), (17.8, 3)]), 0xE0B02F)


def _light_switch(board: Board, trim: Trim) -> None:
    coat = trim.own(board, _ENAMEL)
    board.sheet(box(-8, -10, 16, 20, 2.5), coat, 1.8)
    board.sheet(box(-4, -6, 8, 12, 1.2), lighter(coat, 0.3), 1)
    board.flat(box(-4, 0, 8, 6, 1), darker(coat, 0.16))


def _doorbell(board: Board, trim: Trim) -> None:
    """A row of bells beside a house door, with names."""
    brass = trim.own(board, 0xC9A24A)
    board.sheet(box(-12, -20, 24, 40, 2.5), brass, 2)
    for k in range(4):
        y = -15 + k * 9.4
        board.sheet(box(-9, y, 11, 5, 0.6), tint(board, CREAM), 0.5)
        board.stroke(line((-7.6, y + 2.6), (-1 - k % 2 * 2, y + 2.6)), tint(board, 0x4A4148), 0.8)
        board.sheet(oval(7, y + 2.5, 2.6, 2.6), tint(board, 0xF3EEDF), 0.8)
        board.stroke(oval(7, y + 2.5, 2.6, 2.6), darker(brass, 0.4), 0.5)


def _lift(board: Board, trim: Trim) -> None:
    """The doors of a lift, ajar, light within."""
    steel = trim.own(board, 0xA9B2B8)
    board.sheet(box(-33, -132, 66, 132, 1.5), darker(steel, 0.42), 2.5)
    board.flat(box(-27, -117, 54, 117), tint(board, 0xFFE9B0, 0.5))
    board.flat(box(-27, -8, 54, 8), darker(steel, 0.3))
    for x, wide in ((-27, 19), (8, 19)):
        board.sheet(box(x, -117, wide, 117), steel, 2)
        board.stroke(line((x + wide / 2, -112), (x + wide / 2, -6)), lighter(steel, 0.25), 1.2, 0.8)
    board.sheet(box(-13, -129, 26, 8.6, 1.5), tint(board, 0x2F2F38), 0.8)
    for k, lit in ((-1, False), (0, True), (1, False)):
        board.flat(oval(k * 7, -124.7, 2.2, 2.2), 0xF2B63C if lit else tint(board, 0x6E6E78))
    board.sheet(box(36, -74, 6, 14, 1.5), tint(board, _STEEL), 1)
    for y in (-70, -64):
        board.flat(oval(39, y, 1.8, 1.8), 0xF2B63C if y == -70 else tint(board, 0x6E6E78))


def _stepladder(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    stand(board, 22)
    for x in (15, 21):
        board.sheet(limb([(2, -78), (x, -1)], [2.6, 2.8]), darker(wood, 0.25), 1.4)
    for side in (-20, -4):
        board.sheet(limb([(side * 0.4 - 1, -79), (side, -1)], [3, 3.4]), wood, 2)
    for k in range(5):
        y = -14 - k * 14.0
        left, right = -20 + k * 2.2, -4 + k * 0.4
        board.sheet(box(left - 1, y - 2, right - left + 3, 3, 0.6), lighter(wood, 0.12), 1.2)
    board.sheet(box(-12, -82, 17, 4, 1), lighter(wood, 0.12), 1.6)


def _plug(board: Board, trim: Trim) -> None:
    """A plug with its cable."""
    coat = trim.own(board, 0x3A3A42)
    stand(board, 9)
    board.stroke(smooth([(-7, -7), (-14, -6), (-18, -12), (-24, -6), (-27, -9)]), coat, 1.8)
    board.sheet(smooth([(-8, -9), (4, -13), (6, -12), (6, -2), (4, -1), (-8, -5)], closed=True, tension=9), coat, 1.8)
    for y in (-9.6, -4.4):
        board.sheet(limb([(6, y), (13, y)], [1.9, 1.9]), tint(board, GOLD), 0.6)


def _potted_plant(board: Board, trim: Trim) -> None:
    clay, green = trim.own(board, 0xBF6A42), tint(board, 0x4E8A4C)
    stand(board, 10)
    for k, (x, y, turn) in enumerate(((0, -17, 0), (-3, -16, -34), (3, -16, 32), (-4, -15, -62), (4, -15, 60))):
        with board.at(x, y, turn=turn):
            tone = (green, lighter(green, 0.16), darker(green, 0.14))[k % 3]
            board.sheet(smooth([(0, 2), (-4.6, -9), (0, -23), (4.6, -9)], closed=True), tone, 1.3)
            board.stroke(line((0, -2), (0, -18)), darker(tone, 0.25), 0.6, 0.8)
    board.sheet(polygon([(-9, -14), (9, -14), (6.4, 0), (-6.4, 0)]), clay, 2)
    board.sheet(box(-10.4, -17.4, 20.8, 5, 1), lighter(clay, 0.1), 1.4)


def _flower_pot(board: Board, trim: Trim) -> None:
    """An empty pot for flowers, with earth and a shoot."""
    clay = trim.own(board, 0xBF6A42)
    stand(board, 10)
    board.sheet(oval(0, -19, 9.6, 2.4), tint(board, 0x5E4434), 0.8)
    board.stroke(smooth([(0, -19), (0.6, -24), (0, -27)]), tint(board, 0x5E9A50), 1.5)
    for side in (-1, 1):
        leaf = [(0, -26), (side * 4, -30), (side * 8, -29), (side * 4.4, -25.6)]
        board.sheet(smooth(leaf, closed=True), tint(board, 0x6FAE5A), 0.8)
    board.sheet(polygon([(-9.4, -15), (9.4, -15), (6.6, 0), (-6.6, 0)]), clay, 2)
    board.sheet(box(-11, -19.6, 22, 5.6, 1), lighter(clay, 0.1), 1.4)


PARLOUR: dict[str, Prop] = {
    "sofa": Prop(draw=_sofa, top=-24),
    "armchair": Prop(draw=_armchair, top=-24),
    "fridge": Prop(draw=_fridge, top=-100),
    "iron": Prop(draw=_iron, medium="table", grip=(-2, -17), size=0.09),
    "ironing_board": Prop(draw=_ironing_board, top=-52),
    "fan": Prop(draw=_fan, cycle_s=0.5, size=0.3),
    "hand_fan": Prop(draw=_hand_fan, medium="hand", grip=(0, -4), size=0.15),
    "dresser": Prop(draw=_dresser, top=-61),
    "drawer": Prop(draw=_drawer, medium="table", grip=(0, -7), size=0.12),
    "wardrobe": Prop(draw=_wardrobe),
    "fuse_box": Prop(draw=_fuse_box, medium="wall", size=0.2),
    "light_switch": Prop(draw=_light_switch, medium="wall", size=0.06),
    "doorbell": Prop(draw=_doorbell, medium="wall", size=0.15),
    "lift": Prop(draw=_lift),
    "stepladder": Prop(draw=_stepladder, top=-82),
    "plug": Prop(draw=_plug, medium="table", grip=(-2, -7), size=0.04),
    "potted_plant": Prop(draw=_potted_plant, medium="table", grip=(0, -10), size=0.25),
    "flower_pot": Prop(draw=_flower_pot, medium="table", grip=(0, -10), size=0.14),
}
