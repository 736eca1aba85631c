"""What is eaten and what one eats with: meals, dough, cookies, sandwiches, sweets, forks, glasses."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, PALE_WOOD, WOOD, Prop, Trim, ring, stand, tint

_STEEL = 0xB2BCC4
_BAKED = 0xCF9A55


def _glass(board: Board, trim: Trim) -> None:
    """A glass of water."""
    juice = trim.own(board, 0x9CCBDD)
    stand(board, 8)
    board.flat(polygon([(-8, -24), (8, -24), (6, 0), (-6, 0)]), 0xEAF4F6, 0.75)
    if not trim.bare:
        board.flat(polygon([(-7.4, -18), (7.4, -18), (6, -1.2), (-6, -1.2)]), juice, 0.9)
    board.stroke(polygon([(-8, -24), (8, -24), (6, 0), (-6, 0)]), darker(juice, 0.3), 0.9)
    board.stroke(oval(0, -24, 8, 1.6), darker(juice, 0.25), 0.8)
    board.stroke(line((-4.6, -16), (-3.8, -4)), 0xFFFFFF, 1, 0.9)


def _fork(board: Board, trim: Trim) -> None:
    steel = trim.own(board, _STEEL)
    board.sheet(limb([(0, 0), (0, -12), (0, -24)], [3.4, 2.4, 2.2]), steel, 1.2)
    board.sheet(smooth([(-4.6, -30), (4.6, -30), (3, -25), (0, -22), (-3, -25)], closed=True, tension=8), steel, 1)
    for x in (-3.9, -1.3, 1.3, 3.9):
        board.sheet(box(x - 0.7, -38, 1.4, 9, 0.6), steel, 0.5)


def _chopsticks(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x9A4A34)
    for x, turn in ((-2, 8), (2, 16)):
        with board.at(x, 0, turn=turn):
            board.sheet(limb([(0, 0), (0, -38)], [1.5, 2.4]), wood, 1)


def _thermos(board: Board, trim: Trim) -> None:
    case = trim.own(board, 0x2F7F6A)
    stand(board, 8)
    board.sheet(box(-8, -32, 16, 32, 2.4), case, 2.2)
    board.sheet(box(-7, -36, 14, 5, 1), tint(board, _STEEL), 1)
    board.sheet(box(-6, -44, 12, 9, 2), darker(case, 0.2), 1.2)
    board.stroke(smooth([(8, -28), (14, -26), (14, -13), (8, -11)]), darker(case, 0.2), 2)
    board.stroke(line((-8, -8), (8, -8)), lighter(case, 0.35), 1.4)


def _baby_bottle(board: Board, trim: Trim) -> None:
    ring_of = trim.own(board, 0x6FA8CF)
    stand(board, 7)
    board.sheet(smooth([(-2, -31), (0, -35), (2, -31), (5, -27), (-5, -27)], closed=True), tint(board, 0xE7B98F), 1)
    board.sheet(box(-6.4, -28, 12.8, 5, 1.4), ring_of, 1)
    board.sheet(box(-6.8, -23, 13.6, 23, 3), tint(board, 0xF7F6F0), 1.6)
    for y in (-17, -12, -7):
        board.stroke(line((1, y), (5, y)), tint(board, 0x8FA0A8), 0.8)


def _cookies(board: Board, trim: Trim) -> None:
    """Three cookies with dark crumbs."""
    dough = trim.own(board, _BAKED)
    stand(board, 15)
    for x, y in ((-8, -6.4), (8, -6.4), (0, -13)):
        board.sheet(oval(x, y, 8, 6.6), dough, 1.2)
        for dx, dy in ((-3.4, -1), (0.6, -3), (3.6, 0.8), (-0.6, 2.4)):
            board.flat(oval(x + dx, y + dy, 1.1, 0.9), tint(board, 0x5A3524))


def _sandwich(board: Board, trim: Trim) -> None:
    crumb = trim.own(board, 0xEFD9AE)
    stand(board, 15)
    board.sheet(polygon([(-15, -3.4), (15, -3.4), (15, 0), (-15, 0)]), crumb, 1)
    board.sheet(
        smooth([(-16, -3), (-9, -5.4), (0, -3.6), (9, -5.6), (16, -3.2), (0, -2)], closed=True),
        tint(board, 0x7FB04A),
        0.6,
    )
    board.sheet(box(-14.6, -7, 29.2, 2.8, 0.8), tint(board, 0xC9503F), 0.6)
    board.sheet(polygon([(-15, -9), (15, -9), (15, -6.4), (-15, -6.4)]), tint(board, 0xF0C24A), 0.6)
    board.sheet(
        smooth([(-15, -9), (-14, -14), (0, -16), (14, -14), (15, -9)], closed=True, tension=9), darker(crumb, 0.2), 1.4
    )


def _flatbread(board: Board, trim: Trim) -> None:
    """Flat loaves, one on the other."""
    dough = trim.own(board, 0xE6C88F)
    stand(board, 19)
    for k in range(4):
        y = -3 - 3 * k
        board.sheet(oval((k % 2) * 1.4 - 0.7, y, 18, 4.6), darker(dough, 0.05 * (3 - k)), 0.9)
    for x, y in ((-9, -12), (-3, -13.4), (3, -11.4), (9, -12.6), (0, -10)):
        board.flat(oval(x, y, 1.7, 0.7), tint(board, 0x9A6A3A), 0.7)


def _dough(board: Board, trim: Trim) -> None:
    """A ball of dough on a board with flour."""
    dough = trim.own(board, 0xF0DFBE)
    stand(board, 24)
    board.sheet(box(-26, -4, 52, 4, 1), tint(board, PALE_WOOD), 1.6)
    board.flat(oval(2, -4.2, 21, 1.6), 0xFBF7EC, 0.9)
    board.sheet(smooth([(-15, -4.4), (-13, -13), (-2, -18), (11, -14), (15, -4.4)], closed=True, tension=7), dough, 2)
    board.stroke(smooth([(-7, -13), (-1, -11), (4, -14)]), darker(dough, 0.15), 1)


def _meal(board: Board, trim: Trim) -> None:
    """A plate with a warm meal."""
    china = trim.own(board, 0xF3EEE2)
    stand(board, 18)
    board.sheet(oval(0, -4, 21, 4.6), china, 1.8)
    board.stroke(oval(0, -4.4, 15.6, 3), darker(china, 0.14), 0.8)
    board.sheet(smooth([(-13, -5), (-9, -12), (-3, -13), (1, -5)], closed=True), tint(board, 0xF7F2DE), 0.8)
    board.sheet(smooth([(-2, -4.4), (3, -10), (9, -10.6), (12, -5)], closed=True), tint(board, 0x9A5A36), 0.8)
    for x, y in ((9, -4.4), (12, -6), (14, -4.6), (6, -3.4)):
        board.sheet(oval(x, y, 1.9, 1.6), tint(board, 0x6FA545), 0.4)
    drift = 1.4 * trim.swing()
    for x in (-6, 4):
        board.stroke(smooth([(x, -16), (x + 2 + drift, -21), (x - 1, -26), (x + 1 + drift, -30)]), 0xFFFFFF, 1.4, 0.7)


def _flour(board: Board, trim: Trim) -> None:
    """An open sack of flour with a scoop."""
    sack = trim.own(board, 0xD9C39A)
    stand(board, 16)
    board.sheet(smooth([(-11, -27), (-5, -33), (4, -34), (11, -27)], closed=True), 0xFAF7EF, 1)
    board.sheet(
        smooth([(-12, -28), (12, -28), (15, -12), (13, 0), (-13, 0), (-15, -12)], closed=True, tension=9), sack, 2.2
    )
    board.sheet(limb([(-14, -28), (0, -26.4), (14, -28)], [4, 4.4, 4]), lighter(sack, 0.2), 1)
    board.stroke(smooth([(0, -17), (0, -5)]), tint(board, 0xA8823C), 1)
    for y in (-15, -11.4, -8):
        for side in (-1, 1):
            board.flat(oval(side * 2.2, y, 1.7, 1), tint(board, 0xA8823C))
    board.flat(oval(17, -1, 6, 1.4), 0xFAF7EF, 0.9)


def _butter(board: Board, trim: Trim) -> None:
    fat = trim.own(board, 0xF3D873)
    stand(board, 16)
    board.sheet(oval(0, -1.8, 18, 2.6), tint(board, 0xE9E6DA), 1.2)
    board.sheet(polygon([(-12, -11), (8, -11), (12, -13), (-8, -13)]), lighter(fat, 0.3), 0.6)
    board.sheet(box(-12, -11, 20, 9, 0.6), fat, 1.2)
    board.sheet(polygon([(8, -11), (12, -13), (12, -4), (8, -2)]), darker(fat, 0.14), 0.6)
    board.stroke(line((-5, -11), (-5, -2)), darker(fat, 0.12), 0.7)


def _sausage(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0xA8503A)
    stand(board, 16)
    for y, lift in ((-4, 0), (-9.4, 3)):
        board.sheet(
            limb([(-16, y - 2 - lift), (-7, y + 0.6), (7, y + 0.6), (16, y - 2 - lift)], [4.4, 7, 7, 4.4]), skin, 1.2
        )
        board.stroke(smooth([(-9, y - 1.4), (0, y - 0.6), (9, y - 1.4)]), lighter(skin, 0.4), 0.8)


def _pizza(board: Board, trim: Trim) -> None:
    crust = trim.own(board, _BAKED)
    stand(board, 19)
    board.sheet(oval(0, -5, 21, 6), crust, 1.8)
    board.flat(oval(0, -5.6, 18, 4.6), tint(board, 0xE8B84A))
    for x, y in ((-10, -6), (-3, -4), (4, -7.6), (10, -5), (0, -8), (-5, -8)):
        board.flat(oval(x, y, 2.2, 1), tint(board, 0xB8382E))
    for x, y in ((-7, -4.2), (7, -3.6), (2, -5.4)):
        board.flat(oval(x, y, 1.5, 0.6), tint(board, 0x4F8A3A))
    for end in ((-16, -9), (16, -9), (0, -0.6)):
        board.stroke(line((0, -5.6), end), darker(crust, 0.3), 0.6)


def _noodles(board: Board, trim: Trim) -> None:
    """A bowl of noodles."""
    bowl = trim.own(board, 0xB5453F)
    stand(board, 15)
    for k in range(8):
        x = -13 + 3.4 * k
        board.stroke(
            smooth([(x - 3, -14), (x - 1, -18 - (k % 3)), (x + 3, -18), (x + 5, -14)]),
            tint(board, (0xF0D48A, 0xE2BF6A)[k % 2]),
            1.7,
        )
    board.sheet(smooth([(-18, -15), (18, -15), (11, -2), (6, 0), (-6, 0), (-11, -2)], closed=True, tension=11), bowl, 2)
    board.stroke(line((-16, -11), (16, -11)), lighter(bowl, 0.4), 1)


def _candy(board: Board, trim: Trim) -> None:
    """Sweets in their papers."""
    paper = trim.own(board, 0xD6455A)
    stand(board, 14)
    for x, y, turn, hue in (
        (-8, -5, -10, paper),
        (8, -5, 12, tint(board, 0x3F9AA8)),
        (0, -11.6, 4, tint(board, 0xE8B33A)),
    ):
        with board.at(x, y, turn=turn):
            for side in (-1, 1):
                board.sheet(
                    polygon([(side * 4, 0), (side * 9.6, -3.6), (side * 8, 0), (side * 9.6, 3.6)]),
                    lighter(hue, 0.2),
                    0.5,
                )
            board.sheet(oval(0, 0, 5.4, 4), hue, 0.8)
            board.stroke(smooth([(-1.6, -3.4), (0, 0), (-1.6, 3.4)]), lighter(hue, 0.5), 0.9)


def _chocolate(board: Board, trim: Trim) -> None:
    """A bar, half out of its paper."""
    brown = trim.own(board, 0x5E3826)
    with board.at(0, 0, turn=10):
        board.sheet(box(-8, -32, 16, 20, 0.8), brown, 1.4)
        for y in (-26, -20):
            board.stroke(line((-8, y), (8, y)), darker(brown, 0.35), 0.8)
        board.stroke(line((0, -32), (0, -14)), darker(brown, 0.35), 0.8)
        board.sheet(
            polygon([(-8.6, -15), (-4, -17), (0, -14.6), (4, -17), (8.6, -15), (8.6, 0), (-8.6, 0)]),
            tint(board, 0xC0392F),
            1,
        )
        board.flat(box(-8.6, -9, 17.2, 4), tint(board, CREAM), 0.9)


def _lollipop(board: Board, trim: Trim) -> None:
    sugar = trim.own(board, 0xD6455A)
    board.stroke(line((0, 0), (0, -20)), tint(board, 0xF4F0E4), 1.8)
    board.sheet(oval(0, -28, 9, 9), sugar, 1.6)
    board.stroke(
        smooth([(0, -28), (2, -30), (4, -27), (1, -24), (-4, -26), (-4, -32), (2, -34.6), (7, -30)]),
        lighter(sugar, 0.6),
        1.6,
    )


def _pie(board: Board, trim: Trim) -> None:
    """A pie with a lattice of dough."""
    crust = trim.own(board, 0xD8A055)
    stand(board, 18)
    board.sheet(polygon([(-20, -9), (20, -9), (15, 0), (-15, 0)]), tint(board, 0x9AA4AC), 1.8)
    board.sheet(oval(0, -10, 20, 5), crust, 1.2)
    board.flat(oval(0, -10.4, 16.4, 3.6), tint(board, 0x9A2F3F))
    with board.within(oval(0, -10.4, 17, 3.9)):
        for k in range(-4, 5):
            board.stroke(line((k * 5 - 6, -15), (k * 5 + 6, -5)), lighter(crust, 0.15), 1.5)
            board.stroke(line((k * 5 + 6, -15), (k * 5 - 6, -5)), lighter(crust, 0.05), 1.5)


def _pancakes(board: Board, trim: Trim) -> None:
    dough = trim.own(board, 0xD9A55C)
    stand(board, 17)
    board.sheet(oval(0, -2, 20, 3.4), tint(board, 0xEDE8DC), 1.2)
    for k in range(4):
        board.sheet(oval((k % 2) - 0.5, -4.4 - 3 * k, 14.6, 3.6), darker(dough, 0.08 * (k % 2)), 0.9)
    board.flat(
        smooth([(-10, -14), (0, -16), (10, -14), (9, -8), (7, -12), (-4, -12), (-6, -7)], closed=True),
        tint(board, 0xB96A2A),
        0.85,
    )
    board.sheet(box(-3, -18, 6, 3, 0.6), tint(board, 0xF5DE83), 0.6)


def _doughnut(board: Board, trim: Trim) -> None:
    dough = trim.own(board, 0xC98A45)
    stand(board, 12)
    board.sheet(ring(0, -8, 12, 4, 0.7), dough, 1.8)
    board.flat(ring(0, -8.8, 10.4, 4.6, 0.64), tint(board, 0xF4EEE0), 0.85)
    board.stroke(oval(0, -8, 4, 2.8), tint(board, WOOD), 0.6)


DINING: dict[str, Prop] = {
    "glass": Prop(draw=_glass, medium="hand", grip=(0, -10), size=0.08),
    "fork": Prop(draw=_fork, medium="hand", grip=(0, -8), size=0.11),
    "chopsticks": Prop(draw=_chopsticks, medium="hand", grip=(2, -24), size=0.13),
    "thermos": Prop(draw=_thermos, medium="hand", grip=(0, -16), size=0.17),
    "baby_bottle": Prop(draw=_baby_bottle, medium="hand", grip=(0, -12), size=0.1),
    "cookies": Prop(draw=_cookies, medium="table", grip=(0, -6), size=0.03),
    "sandwich": Prop(draw=_sandwich, medium="hand", grip=(0, -4), size=0.05),
    "flatbread": Prop(draw=_flatbread, medium="table", grip=(0, -6), size=0.04),
    "dough": Prop(draw=_dough, medium="table", grip=(0, -8), size=0.08),
    "meal": Prop(draw=_meal, medium="table", grip=(0, -4), size=0.05, cycle_s=3.0),
    "flour": Prop(draw=_flour, medium="table", grip=(0, -18), size=0.2),
    "butter": Prop(draw=_butter, medium="table", grip=(0, -5), size=0.04),
    "sausage": Prop(draw=_sausage, medium="table", grip=(0, -5), size=0.04),
    "pizza": Prop(draw=_pizza, medium="table", grip=(0, -4), size=0.03),
    "noodles": Prop(draw=_noodles, medium="table", grip=(0, -8), size=0.07),
    "candy": Prop(draw=_candy, medium="table", grip=(0, -6), size=0.02),
    "chocolate": Prop(draw=_chocolate, medium="hand", grip=(2, -8), size=0.08),
    "lollipop": Prop(draw=_lollipop, medium="hand", grip=(0, -8), size=0.09),
    "pie": Prop(draw=_pie, medium="table", grip=(0, -5), size=0.05),
    "pancakes": Prop(draw=_pancakes, medium="table", grip=(0, -5), size=0.06),
    "doughnut": Prop(draw=_doughnut, medium="hand", grip=(0, -3), size=0.03),
}
