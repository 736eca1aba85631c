"""What is worn and carried, by itself: necklaces, watches, scarves, cloaks, medals, packs, purses, bundles."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, GOLD, WOOD, Prop, Trim, stand, tint

_TEAL, _RED = 0x2F7F86, 0xC8443C


def _necklace(board: Board, trim: Trim) -> None:
    """A string of beads that lies in a ring, with a pendant."""
    bead = trim.own(board, 0xC8443C)
    board.stroke(oval(0, -20, 14, 15), tint(board, 0x6A4A34), 0.8)
    for k in range(20):
        a = 2 * pi * (k + 0.5) / 20 + pi / 2
        tone = (bead, tint(board, GOLD), bead, tint(board, _TEAL))[k % 4]
        size = 2.3 + 0.5 * sin(a)
        board.sheet(oval(14 * cos(a), -20 + 15 * sin(a), size, size), tone, 0.8)
    board.sheet(polygon([(0, -7), (5, -1.6), (0, 5), (-5, -1.6)]), tint(board, GOLD), 1.2)
    board.flat(polygon([(0, -4.4), (2.6, -1.4), (0, 2), (-2.6, -1.4)]), lighter(bead, 0.25))


def _bracelet(board: Board, trim: Trim) -> None:
    """A broad bangle, seen a little from above."""
    metal = trim.own(board, GOLD)
    stand(board, 14)
    board.sheet(smooth([(-15, -13), (0, -18), (15, -13), (14, -4), (0, 0), (-14, -4)], closed=True), metal, 2)
    board.sheet(oval(0, -13, 14.4, 4.6), darker(metal, 0.3), 0.8)
    board.flat(oval(0, -12.4, 11.6, 3), darker(metal, 0.55))
    for x, y, tone in ((-9, -5.2, _TEAL), (0, -4, _RED), (9, -5.2, _TEAL)):
        board.sheet(oval(x, y, 2.7, 2.5), tint(board, tone), 0.8)
        board.flat(oval(x - 0.8, y - 0.8, 0.8, 0.7), 0xFFFFFF, 0.7)
    board.stroke(smooth([(-13.6, -9), (0, -5.6 - 3.2), (13.6, -9)]), lighter(metal, 0.45), 0.8)


def _earrings(board: Board, trim: Trim) -> None:
    """Two of them, on their hooks."""
    gem = trim.own(board, _TEAL)
    for x, y in ((-8, 0), (8, -3)):
        with board.at(x, y):
            board.stroke(smooth([(0, -15), (-0.6, -21), (2.6, -23), (4, -19)]), tint(board, GOLD), 1)
            board.sheet(oval(0, -14, 2.6, 2.6), tint(board, GOLD), 0.8)
            board.sheet(smooth([(0, -13), (4.6, -5), (0, 0), (-4.6, -5)], closed=True, tension=8), gem, 1.4)
            board.flat(oval(-1.6, -5.4, 1, 1.6), 0xFFFFFF, 0.55)


def _watch(board: Board, trim: Trim) -> None:
    """A wristwatch on its strap."""
    strap = trim.own(board, 0x8A4F32)
    board.sheet(smooth([(-4.6, -50), (4.6, -50), (5.6, -36), (-5.6, -36)], closed=True, tension=11), strap, 1.6)
    board.sheet(smooth([(-5.6, -16), (5.6, -16), (4, -1), (0, 1), (-4, -1)], closed=True, tension=11), strap, 1.6)
    for y in (-11, -7.4, -3.8):
        board.flat(oval(0, y, 0.8, 0.8), darker(strap, 0.5))
    board.sheet(box(-6, -52.6, 12, 4, 1), tint(board, GOLD), 0.8)
    board.sheet(box(9, -28, 4, 4, 1), tint(board, GOLD), 0.6)
    board.sheet(oval(0, -26, 11.4, 11.4), tint(board, GOLD), 2)
    board.sheet(oval(0, -26, 9, 9), tint(board, CREAM, 0.7), 0.8)
    for k in range(12):
        a = pi * k / 6
        board.flat(oval(7.4 * cos(a), -26 + 7.4 * sin(a), 0.6, 0.6), 0x3A2A28)
    board.stroke(line((0, -26), (0, -32)), 0x3A2A28, 1.2)
    board.stroke(line((0, -26), (4.2, -24)), 0x3A2A28, 1.5)


def _medal(board: Board, trim: Trim) -> None:
    """A medal on its ribbon."""
    ribbon = trim.own(board, 0x3A6EA5)
    board.sheet(polygon([(-11, -44), (-3, -44), (4, -20), (-2, -17)]), ribbon, 1.4)
    board.sheet(polygon([(11, -44), (3, -44), (-4, -20), (2, -17)]), darker(ribbon, 0.12), 1.4)
    for side in (-1, 1):
        board.stroke(line((side * 7, -43.4), (side * -0.6, -19)), tint(board, CREAM), 1.6)
    board.sheet(oval(0, -10, 11.6, 11.6), tint(board, GOLD), 2)
    board.stroke(oval(0, -10, 8.8, 8.8), darker(tint(board, GOLD), 0.25), 1)
    star = [
        ((6.4 if k % 2 else 2.7) * sin(pi * k / 5 + pi), -10 + (6.4 if k % 2 else 2.7) * cos(pi * k / 5))
        for k in range(10)
    ]
    board.flat(polygon(star), lighter(tint(board, GOLD), 0.6))


def _backpack(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0x3F7FA8)
    stand(board, 17)
    for side in (-1, 1):
        board.stroke(smooth([(side * 13, -34), (side * 20, -26), (side * 19, -8)]), darker(cloth, 0.35), 3.4)
    board.stroke(smooth([(-4, -43), (-3, -49), (3, -49), (4, -43)]), darker(cloth, 0.4), 2)
    body = [(-13, -40), (0, -45), (13, -40), (17, -24), (16.4, -3), (0, 0), (-16.4, -3), (-17, -24)]
    board.sheet(smooth(body, closed=True, tension=8), cloth, 3)
    board.sheet(box(-11.4, -19, 22.8, 16, 4), lighter(cloth, 0.12), 1.6)
    board.stroke(line((-9, -14), (9, -14)), darker(cloth, 0.35), 1)
    board.flat(box(7, -14.4, 1.8, 4, 0.8), tint(board, GOLD))
    flap = [(-14.6, -41), (0, -46), (14.6, -41), (15.4, -29), (0, -23), (-15.4, -29)]
    board.sheet(smooth(flap, closed=True, tension=8), darker(cloth, 0.12), 2)
    board.sheet(box(-2, -31, 4, 11, 1), tint(board, WOOD), 0.8)
    board.sheet(box(-3, -24, 6, 4.6, 1), tint(board, GOLD), 0.8)


def _purse(board: Board, trim: Trim) -> None:
    """A pouch for money, drawn shut with a string."""
    leather = trim.own(board, 0x9A5A34)
    stand(board, 12)
    top = [(-4, -21), (-9, -29), (-4, -27), (0, -31), (4, -27), (9, -29), (4, -21)]
    board.sheet(smooth(top, closed=True, tension=8), lighter(leather, 0.12), 1.4)
    board.sheet(
        smooth([(-4, -21), (4, -21), (12, -11), (11, -2), (0, 0), (-11, -2), (-12, -11)], closed=True), leather, 2.2
    )
    board.stroke(smooth([(-5, -21), (0, -19.6), (5, -21)]), tint(board, GOLD), 2)
    for x in (8, 11):
        board.stroke(smooth([(4.6, -20.6), (x - 1, -17), (x, -12)]), tint(board, GOLD), 1)
    for x in (-4.6, 0, 4.6):
        board.stroke(smooth([(x * 0.7, -17.6), (x, -13)]), darker(leather, 0.3), 0.8, 0.8)
    board.sheet(oval(0, -7.4, 3.4, 3.4), tint(board, GOLD), 0.8)


def _bundle(board: Board, trim: Trim) -> None:
    """All that one has, knotted in a cloth."""
    cloth = trim.own(board, _RED)
    stand(board, 20)
    board.sheet(
        smooth([(4, -31), (16, -24), (23, -13), (19, -1), (8, 2), (-6, 1), (-13, -9), (-8, -22)], closed=True), cloth, 3
    )
    for ear in ([(3, -30), (-9, -38), (-15, -32), (-6, -27)], [(5, -31), (9, -44), (18, -41), (12, -29)]):
        board.sheet(smooth(ear, closed=True, tension=8), lighter(cloth, 0.1), 1.2)
    board.sheet(oval(4, -29, 4, 3.4), darker(cloth, 0.18), 1)
    for x, y in ((-5, -15), (4, -19), (12, -13), (1, -7), (13, -4), (-7, -4)):
        board.flat(oval(x, y, 1.8, 1.8), tint(board, CREAM))


def _scarf(board: Board, trim: Trim) -> None:
    """A knitted scarf, laid in a loop, both its ends with fringes."""
    wool = trim.own(board, _RED)
    for turn, x, tone in ((14, -5, 0.14), (-9, 7, 0.0)):
        with board.at(x, -32, turn=turn):
            coat = darker(wool, tone)
            board.sheet(box(-6.4, 0, 12.8, 30, 1.2), coat, 1.6)
            for y in (17, 22):
                board.flat(box(-6.4, y, 12.8, 2.6), tint(board, CREAM))
            for k in range(5):
                board.stroke(line((-5 + k * 2.5, 30), (-5.2 + k * 2.6, 34.6)), coat, 1.3)
    loop = [(-19, -40), (-10, -49), (8, -50), (19, -42), (17, -33), (4, -27), (-10, -28), (-19, -33)]
    board.sheet(smooth(loop, closed=True), wool, 2.4)
    board.sheet(smooth([(-12, -41), (0, -45), (12, -42), (8, -38), (-6, -37)], closed=True), darker(wool, 0.42), 0.6)
    for k in range(7):
        x = -13 + k * 4.4
        board.stroke(line((x, -34.6), (x + 1, -29.8)), darker(wool, 0.22), 0.8, 0.8)


def _cloak(board: Board, trim: Trim) -> None:
    """A hooded cloak, hung up."""
    cloth = trim.own(board, 0x8F3B46)
    board.sheet(
        smooth([(-9, -76), (9, -76), (17, -56), (25, -2), (10, 0), (0, -2), (-10, 0), (-25, -2), (-17, -56)],
               closed=True, tension=8), cloth, 3,
    )  # fmt: skip
    board.flat(polygon([(0, -68), (4.4, -1.6), (-4.4, -1.6)]), darker(cloth, 0.42))
    for x in (-16, -10, 10, 16):
        board.stroke(smooth([(x * 0.55, -62), (x * 0.9, -30), (x * 1.12, -4)]), darker(cloth, 0.24), 1.1, 0.8)
    board.sheet(
        smooth([(0, -98), (11, -92), (14, -78), (8, -70), (-8, -70), (-14, -78), (-11, -92)], closed=True), cloth, 2.4
    )
    board.sheet(smooth([(0, -91), (7, -86), (7, -76), (0, -72), (-7, -76), (-7, -86)], closed=True),
                darker(cloth, 0.5), 0.8)  # fmt: skip
    board.sheet(oval(0, -69, 3.2, 3.2), tint(board, GOLD), 1)


def _shawl(board: Board, trim: Trim) -> None:
    """A three-cornered cloth with fringes."""
    cloth = trim.own(board, 0x7A3F6E)
    for k in range(15):
        x = -35 + k * 5
        y = -40 + 40 * (1 - abs(x) / 38)
        board.stroke(line((x, y - 2), (x * 1.02, y + 6)), darker(cloth, 0.1), 1.2)
    shape = smooth([(-38, -42), (0, -37), (38, -42), (21, -19), (0, 0), (-21, -19)], closed=True, tension=12)
    board.sheet(shape, cloth, 2.4)
    with board.within(shape):
        for inset, tone in ((7, GOLD), (13, CREAM)):
            board.stroke(line((-46, -44 - inset), (0, -2 - inset), (46, -44 - inset)), tint(board, tone), 1.6)
        for x, y in ((0, -27), (-13, -31), (13, -31)):
            for k in range(5):
                a = 2 * pi * k / 5
                board.flat(oval(x + 2.6 * cos(a), y + 2.6 * sin(a), 1.7, 1.7), tint(board, 0xD9778F))
            board.flat(oval(x, y, 1.3, 1.3), tint(board, GOLD))


def _ribbon(board: Board, trim: Trim) -> None:
    """A bow of ribbon."""
    silk = trim.own(board, 0xC8507A)
    for side in (-1, 1):
        board.sheet(polygon([(side * 1, -16), (side * 7, -18), (side * 15, -1), (side * 9, -3), (side * 6, 1)]),
                    darker(silk, 0.12), 1.4)  # fmt: skip
        loop = [(0, -19), (side * 9, -29), (side * 19, -27), (side * 19, -14), (side * 10, -13)]
        board.sheet(smooth(loop, closed=True, tension=7), silk, 1.8)
        board.flat(smooth([(side * 4, -19.6), (side * 11, -24), (side * 14, -20), (side * 9, -17)], closed=True),
                   darker(silk, 0.3))  # fmt: skip
    board.sheet(box(-4, -24, 8, 9.4, 2.4), lighter(silk, 0.14), 1.4)


def _walking_stick(board: Board, trim: Trim) -> None:
    """A stick with a crook to lean on."""
    wood = trim.own(board, WOOD)
    board.stroke(smooth([(-9, -48), (-8.4, -55), (-3, -58), (0, -53), (0, -44)]), darker(wood, 0.1), 4)
    board.sheet(limb([(0, -50), (0.4, -24), (0, 0)], [3.8, 3.4, 3]), wood, 1.6)
    board.sheet(box(-1.9, -4, 3.8, 4, 0.8), tint(board, DARK_IRON), 0.8)
    board.sheet(box(-2.3, -43, 4.6, 3, 0.6), tint(board, GOLD), 0.6)


FINERY: dict[str, Prop] = {
    "necklace": Prop(draw=_necklace, medium="hand", grip=(0, -35), size=0.12),
    "bracelet": Prop(draw=_bracelet, medium="hand", grip=(0, -2), size=0.045),
    "earrings": Prop(draw=_earrings, medium="hand", grip=(0, -3), size=0.03),
    "watch": Prop(draw=_watch, medium="hand", grip=(0, -4), size=0.1),
    "medal": Prop(draw=_medal, medium="hand", grip=(0, -43), size=0.12),
    "backpack": Prop(draw=_backpack, medium="hand", grip=(0, -48), size=0.27),
    "purse": Prop(draw=_purse, medium="hand", grip=(0, -20), size=0.08),
    "bundle": Prop(draw=_bundle, medium="hand", grip=(4, -34), size=0.25),
    "scarf": Prop(draw=_scarf, medium="hand", grip=(0, -46), size=0.35),
    "cloak": Prop(draw=_cloak, medium="hand", grip=(0, -94), size=0.7),
    "shawl": Prop(draw=_shawl, medium="hand", grip=(-30, -38), size=0.4),
    "ribbon": Prop(draw=_ribbon, medium="hand", grip=(0, -18), size=0.06),
    "walking_stick": Prop(draw=_walking_stick, medium="hand", grip=(-3, -56), size=0.52),
}
