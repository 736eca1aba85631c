"""What lies about and is found, small and large: on shores, in woods, in pockets and sheds."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, Prop, Trim, stand, tint

_STEEL = 0xB4BEC6


def _driftwood(board: Board, trim: Trim) -> None:
    """Bleached wood that the sea brought."""
    wood = trim.own(board, 0xBFB3A0)
    stand(board, 36)
    for points, widths, tone in (
        ([(-34, -4), (-8, -8), (20, -5), (38, -9)], [6, 9, 8, 3], 0.0),
        ([(-26, -10), (-4, -14), (18, -19), (28, -28)], [4, 6.4, 5, 2], 0.1),
        ([(2, -13), (-8, -24), (-20, -28)], [4.4, 3.4, 1.6], 0.05),
    ):
        board.sheet(limb(points, widths), darker(wood, tone), 2)
    for y, x0, x1 in ((-6, -28, 12), (-8.6, -14, 26), (-15, -10, 14)):
        board.stroke(smooth([(x0, y), ((x0 + x1) / 2, y - 2), (x1, y - 0.6)]), darker(wood, 0.3), 0.8, 0.8)
    board.flat(oval(4, -8, 2, 1.3), darker(wood, 0.45))


def _clam(board: Board, trim: Trim) -> None:
    """A clam, a little open."""
    shell = trim.own(board, 0xC9B6A2)
    stand(board, 13)
    board.sheet(
        smooth([(-13, -6), (0, -2.4), (13, -6), (9, -1), (0, 0.4), (-9, -1)], closed=True), darker(shell, 0.16), 1.6
    )
    board.flat(smooth([(-12, -7), (0, -3), (12, -7), (0, -9)], closed=True), 0x6A4A48)
    board.flat(oval(0, -6, 6.4, 1.7), tint(board, 0xE8B9A8))
    top = smooth([(-14, -8), (-10, -15), (0, -19), (10, -15), (14, -8), (0, -6.4)], closed=True)
    board.sheet(top, shell, 2)
    with board.within(top):
        for k in range(3):
            r = 6 + k * 4.4
            board.stroke(
                smooth([(-r, -8), (-r * 0.7, -8 - r * 0.7), (0, -8 - r), (r * 0.7, -8 - r * 0.7), (r, -8)]),
                darker(shell, 0.25),
                0.9,
                0.8,
            )


def _berries(board: Board, trim: Trim) -> None:
    """A twig of berries with its leaves."""
    red = trim.own(board, 0xB5344A)
    board.stroke(smooth([(-13, -27), (-4, -20), (2, -12), (4, -5)]), tint(board, 0x6E4E38), 1.7)
    for x, y, turn in ((-6, -22, 40), (-10, -24, -70), (1, -16, 60)):
        with board.at(x, y, turn=turn):
            board.sheet(smooth([(0, 0), (-3.6, -6), (0, -12), (3.6, -6)], closed=True), tint(board, 0x5E8F4E), 1)
            board.stroke(line((0, -1), (0, -9)), tint(board, 0x3F6A38), 0.6)
    for k, (x, y) in enumerate(((-4, -9), (3, -12), (9, -9), (-1, -4), (6, -4), (2, -7.4))):
        board.sheet(oval(x, y, 4, 4), (red, lighter(red, 0.1), darker(red, 0.1))[k % 3], 1)
        board.flat(oval(x - 1.3, y - 1.5, 0.9, 0.9), 0xFFFFFF, 0.75)


def _moss(board: Board, trim: Trim) -> None:
    """A cushion of moss."""
    green = trim.own(board, 0x6F9A4C)
    stand(board, 17)
    for points, tone in (
        ([(-19, 0), (-17, -7), (-9, -11), (-3, -8), (2, -1)], 0.14),
        ([(2, 0), (5, -8), (12, -10), (18, -6), (20, 0)], 0.06),
        ([(-10, 0), (-9, -9), (0, -13), (9, -9), (11, 0)], 0.0),
    ):
        board.sheet(smooth([*points, (0, 1)], closed=True), darker(green, tone), 1.6)
    for _ in range(26):
        x, y = board.chance.near(0, 15), -board.chance.between(1, 9)
        board.stroke(line((x, y), (x + board.chance.near(0, 1), y - 2.4)), lighter(green, 0.3), 0.7, 0.8)


def _fur(board: Board, trim: Trim) -> None:
    """A skin with its fur, spread out."""
    fur = trim.own(board, 0x9A6B48)
    half = [(6, -46), (18, -44), (15, -34), (13, -22), (20, -8), (9, -9), (3, -3)]
    shape = [(0, -51), *half, (0, 2), *((-x, y) for x, y in reversed(half))]
    path = smooth(shape, closed=True, tension=8)
    board.sheet(path, fur, 2.4)
    with board.within(path):
        board.flat(smooth([(-6, -40), (6, -40), (7, -24), (0, -10), (-7, -24)], closed=True), darker(fur, 0.16))
        for row in range(8):
            for k in range(-4, 5):
                x, y = k * 4.4 + (row % 2) * 2.2, -46 + row * 6
                board.stroke(line((x, y), (x + 0.5 * (1 if k > 0 else -1), y + 3.4)), lighter(fur, 0.28), 0.8, 0.7)


def _puddle(board: Board, trim: Trim) -> None:
    water = trim.own(board, 0x8FBFD2)
    edge = [(-30, -3), (-18, -7), (0, -6), (14, -8), (30, -4), (24, 1), (8, 0.4), (-8, 3), (-24, 1)]
    path = smooth(edge, closed=True)
    board.sheet(path, water, 0.8)
    with board.within(path):
        for k in range(2):
            at = (trim.phase + k / 2) % 1.0
            board.stroke(
                oval(-4 + k * 12, -3, 3 + 14 * at, (3 + 14 * at) * 0.24),
                0xFFFFFF,
                0.9,
                0.8 * (1 - at) * min(1.0, at * 8),
            )
        board.stroke(smooth([(-22, -3.6), (-14, -4.6), (-8, -4)]), 0xFFFFFF, 1, 0.6)


def _buoy(board: Board, trim: Trim) -> None:
    """A buoy with its lamp; the waterline at its foot."""
    coat = trim.own(board, 0xC8443C)
    with board.at(0, 0, turn=4 * trim.swing()):
        for x in (-6, 6):
            board.sheet(limb([(x * 1.5, -10), (x * 0.5, -40)], [2, 2]), darker(coat, 0.16), 1)
        board.sheet(box(-8, -26, 16, 2.4), darker(coat, 0.16), 0.6)
        board.sheet(smooth([(-6, -22), (6, -22), (8, -14), (-8, -14)], closed=True, tension=12), tint(board, GOLD), 1)
        board.glow(0, -43, 26, 0xFFE08A, 0.7 if board.light.lit else 0.25)
        board.sheet(box(-3.4, -47, 6.8, 7.4, 2), 0xFFE39A if board.light.lit else tint(board, CREAM), 1)
        board.sheet(smooth([(-17, -11), (17, -11), (13, 3), (-13, 3)], closed=True, tension=10), coat, 2.4)
        board.flat(box(-15.6, -7, 31, 3.4), tint(board, CREAM))
    for x in (-14, 2, 16):
        board.stroke(smooth([(x - 7, 2), (x, 0.6 + trim.swing(1, x / 40)), (x + 7, 2)]), 0xFFFFFF, 1.2, 0.6)


def _cricket_bat(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xD9B47A)
    board.sheet(limb([(0, 0), (0, -19)], [3.4, 3]), tint(board, 0x3F5F8A), 1.4)
    for y in (-4, -8, -12, -16):
        board.stroke(line((-1.6, y), (1.6, y - 1)), 0xFFFFFF, 0.7, 0.6)
    blade = [(-1.8, -18), (1.8, -18), (5.4, -23), (5.8, -52), (3, -55), (-3, -55), (-5.8, -52), (-5.4, -23)]
    board.sheet(smooth(blade, closed=True, tension=14), wood, 2.2)
    board.stroke(line((0, -24), (0, -51)), darker(wood, 0.2), 0.9, 0.8)
    board.flat(box(-4.4, -40, 8.8, 6, 0.6), tint(board, 0xC8443C), 0.9)


def _accordion(board: Board, trim: Trim) -> None:
    """An accordion whose bellows go in and out."""
    coat = trim.own(board, 0xA8323C)
    stand(board, 24)
    wide = 13 + 3.4 * trim.swing()
    folds = 7
    for k in range(folds):
        x0, x1 = -wide + 2 * wide * k / folds, -wide + 2 * wide * (k + 1) / folds
        middle = (x0 + x1) / 2
        fold = [(x0, -33), (middle, -35.6), (x1, -33), (x1, -2), (middle, -0.4), (x0, -2)]
        board.sheet(polygon(fold), tint(board, 0x3A3A42) if k % 2 else tint(board, CREAM), 0.7)
    left, right = -wide - 12, wide
    board.sheet(box(left, -37, 12.6, 37, 2.5), coat, 2.4)
    board.sheet(box(right - 0.6, -37, 14, 37, 2.5), coat, 2.4)
    for k in range(5):
        for x in (left + 4, left + 8.4):
            board.flat(oval(x, -31 + k * 6, 1.3, 1.3), tint(board, CREAM))
    board.sheet(box(right + 8.4, -34, 6, 31, 1), tint(board, CREAM), 0.9)
    for k in range(8):
        board.flat(box(right + 8.4, -31.6 + k * 3.7, 3.8, 1.5), 0x2B2A30)
    board.stroke(smooth([(left + 3, -37), (left + 6, -41), (left + 10, -37)]), tint(board, 0x6B4630), 1.6)


def _thimble(board: Board, trim: Trim) -> None:
    steel = trim.own(board, 0xC2C8CC)
    stand(board, 8)
    board.sheet(
        smooth([(-8, -1), (8, -1), (6, -17), (3.4, -20), (-3.4, -20), (-6, -17)], closed=True, tension=11), steel, 2
    )
    board.sheet(box(-8.6, -3.4, 17.2, 3.6, 1.5), lighter(steel, 0.2), 0.8)
    for row in range(4):
        for k in range(-2, 3):
            board.flat(
                oval((k * 2.7 + (row % 2) * 1.3 - 0.6) * (0.86 - 0.08 * row), -7 - row * 3.1, 0.65, 0.65),
                darker(steel, 0.35),
            )
    board.stroke(smooth([(-5.6, -6), (-4.4, -16)]), 0xFFFFFF, 0.9, 0.8)


def _lock(board: Board, trim: Trim) -> None:
    """A padlock with its keyhole."""
    brass = trim.own(board, 0xD0A03C)
    stand(board, 9)
    board.stroke(smooth([(-6, -17), (-6, -25), (0, -29.6), (6, -25), (6, -17)]), tint(board, _STEEL), 3.2)
    board.sheet(box(-10, -18, 20, 18, 3), brass, 2.2)
    board.flat(oval(0, -10.6, 2.4, 2.4), 0x2B2A30)
    board.flat(polygon([(-1.2, -10), (1.2, -10), (2, -4), (-2, -4)]), 0x2B2A30)


def _cardboard_box(board: Board, trim: Trim) -> None:
    """A box of cardboard, its flaps open."""
    card = trim.own(board, 0xC59A68)
    stand(board, 24)
    board.flat(polygon([(-22, -30), (22, -30), (20, -34), (-20, -34)]), darker(card, 0.55))
    board.sheet(polygon([(-21, -33), (21, -33), (15, -43), (-17, -43)]), darker(card, 0.2), 1.2)
    board.sheet(box(-23, -31, 46, 31, 0.8), card, 2.6)
    board.sheet(polygon([(-23, -31), (-3, -31), (-12, -21), (-31, -23)]), lighter(card, 0.1), 1.8)
    board.sheet(polygon([(23, -31), (3, -31), (12, -21), (31, -23)]), lighter(card, 0.1), 1.8)
    board.flat(box(-3.4, -31, 6.8, 31), lighter(card, 0.22), 0.8)
    for x in (11, 15.4):
        board.stroke(line((x, -4), (x, -10)), darker(card, 0.4), 0.9)
        board.stroke(line((x - 1.5, -8.2), (x, -10.4), (x + 1.5, -8.2)), darker(card, 0.4), 0.9)


def _lighthouse(board: Board, trim: Trim) -> None:
    """A lighthouse on its rock; its beam goes round."""
    coat, white = trim.own(board, 0xC8443C), tint(board, 0xF4F0E4)
    stand(board, 52)
    rock = [(-62, 0), (-54, -16), (-30, -24), (0, -28), (32, -22), (56, -14), (64, 0), (0, 4)]
    board.sheet(smooth(rock, closed=True), tint(board, 0x85858E), 3)
    tower = polygon([(-23, -22), (23, -22), (14, -190), (-14, -190)])
    board.sheet(tower, white, 4)
    with board.within(tower):
        for k in range(3):
            y = -62 - k * 56
            board.flat(polygon([(-26, y + 28), (26, y + 22), (26, y - 4), (-26, y + 2)]), coat)
    board.sheet(
        smooth([(-6, -22), (-6, -40), (0, -45), (6, -40), (6, -22)], closed=True, tension=12), tint(board, 0x6B4630), 1
    )
    for y in (-92, -150):
        board.sheet(box(-3.4, y, 6.8, 11, 3), 0xFFE39A if board.light.lit else tint(board, 0x6E8FA0), 0.8)
    board.sheet(box(-20, -195, 40, 5.4, 1), tint(board, DARK_IRON), 1.6)
    for x in range(-18, 19, 6):
        board.stroke(line((x, -195), (x, -203)), tint(board, DARK_IRON), 1)
    board.stroke(line((-19, -203), (19, -203)), tint(board, DARK_IRON), 1.1)
    lit = board.light.lit
    board.glow(0, -207, 90, 0xFFE9A0, (0.8 if lit else 0.3) + 0.06 * trim.swing())
    board.sheet(box(-10, -218, 20, 23, 1), 0xFFEDB4 if lit else tint(board, 0xCDE6EC), 1.4)
    for x in (-4, 4):
        board.stroke(line((x, -218), (x, -195)), tint(board, DARK_IRON), 1)
    if lit:
        reach = trim.beat()
        for side in (-1, 1):
            far = side * (30 + 80 * abs(reach))
            board.flat(polygon([(side * 9, -210), (far, -224), (far, -192), (side * 9, -204)]), 0xFFEDB4, 0.34)
    board.sheet(smooth([(-14, -217), (0, -236), (14, -217)], closed=True, tension=10), coat, 2)
    board.sheet(oval(0, -236, 2.4, 2.4), tint(board, GOLD), 0.8)


def _leak(board: Board, trim: Trim) -> None:
    """Drops that fall one after the other; its middle is at (0, 0)."""
    water = trim.own(board, 0x58A6C8)
    for k in range(4):
        at = (trim.phase + k / 4) % 1.0
        y = -30 + 58 * at
        grown = min(1.0, at * 5) * min(1.0, (1.0 - at) * 8)
        with board.at((k % 2) * 7 - 3.5, y, max(0.12, grown)):
            drop = smooth([(0, -6.4), (3.4, 0.6), (0, 4), (-3.4, 0.6)], closed=True)
            board.sheet(drop, water, 1)
            board.flat(oval(-1, 0.4, 0.8, 1.3), 0xFFFFFF, 0.8)


FINDS: dict[str, Prop] = {
    "driftwood": Prop(draw=_driftwood),
    "clam": Prop(draw=_clam, medium="table", grip=(0, -8), size=0.06),
    "berries": Prop(draw=_berries, medium="hand", grip=(-10, -24), size=0.1),
    "moss": Prop(draw=_moss, size=0.04),
    "fur": Prop(draw=_fur, medium="hand", grip=(0, -48), size=0.5),
    "puddle": Prop(draw=_puddle, cycle_s=2.2),
    "buoy": Prop(draw=_buoy, medium="water", cycle_s=3.0),
    "cricket_bat": Prop(draw=_cricket_bat, medium="hand", grip=(0, -9), size=0.5),
    "accordion": Prop(draw=_accordion, medium="hand", grip=(0, -22), size=0.25, cycle_s=2.0),
    "thimble": Prop(draw=_thimble, medium="hand", grip=(0, -6), size=0.015),
    "lock": Prop(draw=_lock, medium="hand", grip=(0, -12), size=0.05),
    "cardboard_box": Prop(draw=_cardboard_box, grip=(0, -12), size=0.25),
    "lighthouse": Prop(draw=_lighthouse, cycle_s=5.0, size=9.0),
    "leak": Prop(draw=_leak, medium="air", cycle_s=1.6, size=0.03),
}
