"""Vessels and prepared food, standing at (0, 0)."""

from __future__ import annotations

from math import pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CLAY, CREAM, GOLD, WOOD, Prop, Trim, stand, tint


def _steam(board: Board, x: float, y: float, trim: Trim) -> None:
    for k in range(2):
        at = (trim.phase + k / 2) % 1.0
        dx = -3 + 6 * k
        lift = -10 * at
        wisp = smooth(
            [(x + dx, y + lift), (x + dx + 2, y - 5 + lift), (x + dx - 2, y - 10 + lift), (x + dx + 1, y - 14 + lift)]
        )
        board.stroke(wisp, 0xFFFFFF, 1.5, 0.6 * sin(pi * at))


def _basket(board: Board, trim: Trim) -> None:
    _basket_of(board, trim, (0xD8503F, 0xE8A33A, 0x7FA64B))


def _empty_basket(board: Board, trim: Trim) -> None:
    _basket_of(board, trim, ())


def _basket_of(board: Board, trim: Trim, fruits: tuple[int, ...]) -> None:
    stand(board, 13)
    straw = tint(board, 0xC29A62) if fruits else trim.own(board, 0xC29A62)
    board.stroke(oval(0, -14, 9.5, 14), darker(straw, 0.2), 2)
    for i in range(5 if fruits else 0):
        fruit = trim.colour if trim.colour is not None else fruits[i % len(fruits)]
        board.sheet(oval(-8 + i * 4, -15 - (i % 2) * 2, 3.8, 3.8), tint(board, fruit, 0.7), 1)
    weave = polygon([(-13, -14), (13, -14), (10, 0), (-10, 0)])
    board.sheet(weave, straw, 2.5)
    with board.within(weave):
        for i in range(-4, 5):
            board.stroke(line((i * 3.4 - 4, 0), (i * 3.4 + 4, -14)), darker(straw, 0.3), 0.8, 0.7)
            board.stroke(line((i * 3.4 + 4, 0), (i * 3.4 - 4, -14)), darker(straw, 0.3), 0.8, 0.7)
    board.stroke(line((-13.4, -14), (13.4, -14)), lighter(straw, 0.25), 2)


def _pot(board: Board, trim: Trim) -> None:
    clay = trim.own(board, CLAY)
    stand(board, 12)
    board.sheet(smooth([(-6, -25), (-13, -14), (-8, -1), (8, -1), (13, -14), (6, -25)], closed=True), clay, 4)
    board.sheet(box(-7.5, -28, 15, 4.5, 2), lighter(clay, 0.15), 1.5)
    board.stroke(smooth([(-12, -15), (0, -12.5), (12, -15)]), lighter(clay, 0.45), 1.6, 0.9)
    for i in range(4):
        x = -7.5 + i * 5
        board.stroke(line((x - 1.6, -9), (x, -11.5), (x + 1.6, -9)), lighter(clay, 0.45), 1, 0.8)


def _bowl(board: Board, trim: Trim) -> None:
    _bowl_of(board, trim.own(board, 0x3F7F93), None)


def _bowl_of(board: Board, coat: int, food: int | None) -> None:
    stand(board, 10)
    if food is not None:
        board.sheet(smooth([(-10.5, -9), (-6, -14), (0, -15.5), (6, -14), (10.5, -9), (0, -7)], closed=True), food, 1.5)
    else:
        board.sheet(oval(0, -10, 12, 2.6), darker(coat, 0.35), 1)
    board.sheet(
        smooth([(-12.6, -10.4), (12.6, -10.4), (9, -3), (4, -0.5), (-4, -0.5), (-9, -3)], closed=True, tension=8),
        coat,
        2.5,
    )
    board.sheet(box(-5, -1.6, 10, 1.8, 0.8), darker(coat, 0.15), 0.5)
    for i in range(5):
        x = -8 + i * 4
        board.flat(polygon([(x - 1.6, -6.4), (x, -8.4), (x + 1.6, -6.4), (x, -4.4)]), lighter(coat, 0.55), 0.9)


def _rice(board: Board, trim: Trim) -> None:
    rice = tint(board, 0xFBF7EC, 0.8)
    _bowl_of(board, trim.own(board, 0xB5483A), rice)
    for i in range(9):
        x, y = -7 + (i * 0.7549 % 1.0) * 14, -10.4 - 3.4 * (i * 0.5698 % 1.0)
        board.stroke(line((x - 0.8, y), (x + 0.8, y - 0.5)), darker(rice, 0.18), 0.8, 0.8)
    _steam(board, 0, -17, trim)


def _soup(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xC98F5A)
    _bowl_of(board, coat, None)
    board.flat(oval(0, -10, 10.6, 2), tint(board, 0xD9722F, 0.8))
    for x, y, c in ((-5, -10, 0x6FA04A), (0, -9.4, 0xF2C84F), (5, -10.3, 0x6FA04A)):
        board.flat(oval(x, y, 1.5, 0.7), tint(board, c, 0.8))
    board.sheet(limb([(6, -10), (14, -19)], [2, 2.4]), tint(board, WOOD), 1)
    _steam(board, -1, -13, trim)


def _cup(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xE0A64A)
    stand(board, 7)
    board.stroke(oval(7, -6.4, 3.4, 3.6), darker(coat, 0.1), 2)
    board.sheet(oval(0, -11.6, 6.8, 1.7), darker(coat, 0.5), 0.5)
    board.sheet(smooth([(-7, -12), (7, -12), (6, -1), (-6, -1)], closed=True, tension=14), coat, 2)
    board.stroke(line((-6.4, -8), (6.4, -8)), lighter(coat, 0.5), 1.3, 0.9)
    if not trim.bare:
        _steam(board, 0, -13, trim)


def _jug(board: Board, trim: Trim) -> None:
    clay = trim.own(board, 0xA9563A)
    stand(board, 11)
    board.stroke(smooth([(6, -28), (15, -27), (14, -15), (9, -13)]), darker(clay, 0.14), 2.8)
    board.sheet(
        smooth(
            [(-9, -33), (-5, -32), (6, -32), (5, -25), (11, -14), (8, -1), (-8, -1), (-11, -14), (-5, -25)],
            closed=True,
            tension=7,
        ),
        clay,
        3,
    )
    board.stroke(smooth([(-10.4, -16), (0, -13.6), (10.4, -16)]), lighter(clay, 0.5), 1.5, 0.9)
    board.stroke(smooth([(-10.4, -12.6), (0, -10.2), (10.4, -12.6)]), lighter(clay, 0.5), 0.8, 0.9)


def _mortar(board: Board, trim: Trim) -> None:
    """A mortar with its pestle, which pounds."""
    wood = trim.own(board, 0x9A6B44)
    stand(board, 17)
    up = 7 * max(0.0, trim.swing())
    board.sheet(oval(0, -38, 15, 3.4), darker(wood, 0.45), 1)
    with board.at(0, -up, turn=3):
        board.sheet(limb([(0, -32), (0, -60), (0, -92)], [6.4, 3.6, 6]), lighter(wood, 0.2), 2)
    board.sheet(
        smooth(
            [(-16, -38), (0, -35), (16, -38), (13, -22), (7, -13), (12, -1), (-12, -1), (-7, -13), (-13, -22)],
            closed=True,
            tension=8,
        ),
        wood,
        3,
    )
    board.stroke(smooth([(-14.6, -30), (0, -27.4), (14.6, -30)]), darker(wood, 0.3), 1.2, 0.8)


def _bread(board: Board, trim: Trim) -> None:
    crust = trim.own(board, 0xC98A45)
    stand(board, 15)
    for x, y, r in ((-7, -5, 9), (8, -5, 9), (0, -12, 9)):
        board.sheet(
            smooth(
                [(x - r, y + 3), (x - r * 0.6, y - 5), (x + r * 0.6, y - 5), (x + r, y + 3), (x, y + 5)], closed=True
            ),
            crust,
            2.5,
        )
        for k in (-3, 1, 5):
            board.stroke(line((x + k - 1.5, y + 1), (x + k + 1, y - 4)), lighter(crust, 0.5), 1, 0.9)


def _milk(board: Board, trim: Trim) -> None:
    """A can of milk."""
    tin = trim.own(board, 0xAEBBC4)
    stand(board, 11)
    for x in (-11, 11):
        board.stroke(oval(x, -20, 2.6, 3.6), darker(tin, 0.2), 1.5)
    board.sheet(
        smooth(
            [(-10.5, 0), (-10.5, -20), (-5.4, -27), (-6.4, -33), (6.4, -33), (5.4, -27), (10.5, -20), (10.5, 0)],
            closed=True,
            tension=12,
        ),
        tin,
        3,
    )
    board.sheet(box(-7.6, -37, 15.2, 4.6, 1.6), lighter(tin, 0.25), 1.5)
    board.flat(smooth([(-5, -13), (0, -15), (5, -13), (6, -7), (0, -4), (-6, -7)], closed=True), 0xFDFBF4, 0.9)


def _honey(board: Board, trim: Trim) -> None:
    pot = trim.own(board, 0xE0913A)
    stand(board, 11)
    board.sheet(
        smooth([(-9, -20), (-12, -10), (-8, -0.5), (8, -0.5), (12, -10), (9, -20)], closed=True, tension=7), pot, 3
    )
    honey = tint(board, 0xF7C540, 0.8)
    board.sheet(smooth([(-10, -21), (10, -21), (10.4, -16), (6, -14.6), (4.6, -9.6), (2, -9.4), (0.6, -14.8), (-5,
        -14), (-10.4, -16)], closed=True,
                       tension=8), honey, 1.5)  # fmt: skip
    board.sheet(limb([(2, -20), (9, -34)], [2, 2]), tint(board, WOOD), 1)
    board.sheet(oval(9, -33, 3.6, 3.2), tint(board, WOOD), 1)
    board.sheet(box(-10.4, -23, 20.8, 3.2, 1.5), lighter(pot, 0.3), 1)


def _cake(board: Board, trim: Trim) -> None:
    cream = trim.own(board, 0xF3A9B8)
    stand(board, 16)
    board.sheet(oval(0, -1.2, 19, 2.2), tint(board, CREAM), 1.5)
    board.sheet(box(-15, -15, 30, 14, 2), tint(board, 0xD9A066), 2.5)
    board.sheet(smooth([(-15.6, -17), (15.6, -17), (15.4, -10), (11, -7.6), (7, -11), (2, -7), (-3, -11), (-8,
        -7.4), (-12, -10.4), (-15.4, -9)],
                       closed=True, tension=8), cream, 1.5)  # fmt: skip
    for i, x in enumerate((-9, 0, 9)):
        board.sheet(box(x - 1, -25, 2, 8), tint(board, (0x3F8F8B, GOLD, 0x7A4B8C)[i], 0.8), 0.8)
        flick = 0.8 * trim.swing(1, 0.2 * i)
        board.flat(smooth([(x + flick, -31), (x - 1.7, -27.4), (x, -25.4), (x + 1.7, -27.4)], closed=True), 0xFFC84A)


def _spoon(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xB98552)
    board.sheet(limb([(0, 0), (0, -26)], [2.6, 1.8]), wood, 1.2)
    board.sheet(oval(0, -31, 4.4, 6.4), wood, 1.5)
    board.flat(oval(0, -31, 3, 4.8), darker(wood, 0.22))


KITCHEN: dict[str, Prop] = {
    "basket": Prop(draw=_basket, medium="hand", grip=(0, -28)),
    "empty_basket": Prop(draw=_empty_basket, medium="hand", grip=(0, -28)),
    "pot": Prop(draw=_pot, medium="table", grip=(10, -20), size=0.22),
    "bowl": Prop(draw=_bowl, medium="table", grip=(0, -4), size=0.06),
    "rice": Prop(draw=_rice, medium="table", grip=(0, -4), size=0.08, cycle_s=2.4),
    "soup": Prop(draw=_soup, medium="table", grip=(0, -4), size=0.08, cycle_s=2.4),
    "cup": Prop(draw=_cup, medium="hand", grip=(7, -6), size=0.06, cycle_s=2.4),
    "jug": Prop(draw=_jug, medium="table", grip=(13, -21), size=0.18),
    "mortar": Prop(draw=_mortar, grip=(0, -80), cycle_s=1.4),
    "bread": Prop(draw=_bread, medium="table", grip=(0, -8), size=0.1),
    "milk": Prop(draw=_milk, medium="hand", grip=(0, -37), size=0.25),
    "honey": Prop(draw=_honey, medium="table", grip=(0, -12), size=0.12),
    "cake": Prop(draw=_cake, medium="table", grip=(0, -2), size=0.15, cycle_s=1.4),
    "spoon": Prop(draw=_spoon, medium="hand", grip=(0, -8), size=0.14),
}
