"""Tools and arms, standing upright on their handle at (0, 0), held at their grip."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import DARK_IRON, GOLD, IRON, PALE_WOOD, WOOD, Prop, Trim, stand, tint


def _handle(board: Board, trim: Trim, tall: float, width: float = 3.2) -> int:
    wood = trim.own(board, PALE_WOOD)
    board.sheet(limb([(0, 0), (0.6, -tall * 0.5), (0, -tall)], [width, width * 0.92, width]), wood, 2)
    board.stroke(smooth([(-0.5, -tall * 0.1), (0.1, -tall * 0.5), (-0.5, -tall * 0.9)]), darker(wood, 0.25), 0.6, 0.7)
    return tint(board, 0x8D98A2)


def _axe(board: Board, trim: Trim) -> None:
    iron = _handle(board, trim, 54, 4)
    head = [(-5, -54), (4, -55), (15, -60), (19, -50), (17, -38), (4, -45), (-5, -46)]
    board.sheet(smooth(head, closed=True, tension=8), iron, 2.5)
    board.sheet(
        smooth([(14, -59.5), (19, -50), (16.6, -38.5), (14.6, -49)], closed=True, tension=8), lighter(iron, 0.45), 0
    )


def _hoe(board: Board, trim: Trim) -> None:
    iron = _handle(board, trim, 88)
    board.stroke(smooth([(0, -86), (5, -91), (9, -87)]), iron, 2.4)
    board.sheet(polygon([(6, -90), (16, -87), (13, -68), (4, -72)]), iron, 2)
    board.flat(polygon([(13.4, -71), (13, -68), (4, -72), (4.4, -75)]), lighter(iron, 0.4))


def _rake(board: Board, trim: Trim) -> None:
    _handle(board, trim, 86)
    wood = tint(board, WOOD)
    for i in range(6):
        board.sheet(limb([(-13 + i * 5.2, -85), (-13 + i * 5.2, -95)], [2, 1.2]), wood, 0.8)
    board.sheet(box(-16, -87, 32, 4, 1.5), wood, 2)


def _shovel(board: Board, trim: Trim) -> None:
    iron = _handle(board, trim, 66)
    board.sheet(limb([(-5, 0), (5, 0)], [3, 3]), trim.own(board, PALE_WOOD), 1)
    board.sheet(smooth([(-8, -62), (8, -62), (9, -78), (0, -92), (-9, -78)], closed=True, tension=8), iron, 2.5)
    board.stroke(line((0, -66), (0, -80)), darker(iron, 0.3), 1, 0.7)


def _sickle(board: Board, trim: Trim) -> None:
    _handle(board, trim, 15, 4.4)
    iron = tint(board, 0x8D98A2)
    board.sheet(
        smooth(
            [(-1, -14), (-8, -24), (-3, -39), (13, -44), (24, -35), (15, -38.5), (4, -34), (0, -25), (2.4, -14)],
            closed=True,
            tension=7,
        ),
        iron,
        2,
    )
    board.stroke(smooth([(23, -35.4), (14, -38.8), (3.4, -34), (-0.6, -25)]), lighter(iron, 0.5), 1)


def _plough(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    earth = tint(board, 0x7A5638)
    stand(board, 44)
    for start, end, tone in (((-44, -62), (-4, -12), 0.22), ((-34, -64), (6, -12), 0.0)):
        bend = ((start[0] + end[0]) / 2 - 5, (start[1] + end[1]) / 2 + 5)
        board.sheet(limb([start, bend, end], [4.4, 5.4, 6]), darker(wood, tone), 2)
        board.sheet(limb([(start[0] - 6, start[1] - 1), (start[0] + 3, start[1] + 1)], [5, 5]), darker(wood, 0.32), 1)
    board.sheet(limb([(-10, -14), (20, -30), (64, -40)], [8, 7, 5]), wood, 2.5)
    board.sheet(limb([(18, -28), (22, -10)], [5, 4]), darker(wood, 0.12), 1.5)
    share = smooth([(-16, -16), (4, -19), (24, -11), (38, 1), (10, 2), (-12, 0)], closed=True, tension=9)
    board.sheet(share, tint(board, 0x8D98A2), 3)
    board.stroke(smooth([(-10, -9), (10, -9), (30, -1)]), lighter(tint(board, 0x8D98A2), 0.45), 1.3, 0.8)
    for x, r in ((-26, 7), (-36, 5), (40, 4)):
        board.sheet(oval(x, -r * 0.4, r, r * 0.62), earth, 1.2)


def _hammer(board: Board, trim: Trim) -> None:
    iron = _handle(board, trim, 34, 3.6)
    board.sheet(smooth([(-10, -40), (6, -40), (13, -34), (13, -31), (-10, -31)], closed=True, tension=16), iron, 2.5)
    board.flat(box(-10, -40, 4, 9, 1), lighter(iron, 0.3))


def _knife(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x6B4630)
    blade = tint(board, 0xC3CCD2)
    board.sheet(
        smooth([(-2.4, -11), (3.4, -11), (3.4, -26), (-2.4, -34), (-3, -20)], closed=True, tension=10), blade, 1.5
    )
    board.stroke(smooth([(-2.8, -13), (-2.9, -22), (-2, -32)]), 0xFFFFFF, 0.8, 0.8)
    board.sheet(smooth([(-3, 0), (-2.2, -11), (3, -11), (3.4, 0)], closed=True, tension=10), wood, 1.5)
    for y in (-3.4, -7.4):
        board.flat(oval(0.4, y, 0.8, 0.8), tint(board, GOLD))


def _spear(board: Board, trim: Trim) -> None:
    iron = _handle(board, trim, 106, 2.8)
    board.sheet(smooth([(0, -128), (5, -112), (2, -104), (-2, -104), (-5, -112)], closed=True, tension=9), iron, 2)
    board.stroke(line((0, -124), (0, -107)), darker(iron, 0.3), 0.8, 0.7)
    for y in (-103, -100.5):
        board.stroke(line((-2.4, y), (2.4, y)), tint(board, 0xC8443C), 1.6)


def _bow(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    board.stroke(line((-2, -86), (-2, -2)), tint(board, 0xEFE6D0), 0.8)
    board.sheet(
        limb(
            [(-4, 0), (3, -10), (13, -28), (14.5, -44), (13, -60), (3, -78), (-4, -88)], [1.8, 3, 3.8, 4.4, 3.8, 3, 1.8]
        ),
        wood,
        2,
    )
    board.sheet(limb([(14.4, -49), (14.4, -39)], [5, 5]), tint(board, 0xC8553D), 1)


def _arrow(board: Board, trim: Trim) -> None:
    _arrow_at(board, trim, (0, 0))


def _arrow_at(board: Board, trim: Trim, at: Point) -> None:
    with board.at(*at):
        board.sheet(limb([(0, 0), (0, -52)], [1.8, 1.8]), tint(board, PALE_WOOD), 1.5)
        board.sheet(polygon([(0, -62), (4.4, -51), (0, -53), (-4.4, -51)]), tint(board, IRON), 1.2)
        for side in (-1, 1):
            board.sheet(
                polygon([(side * 0.6, -11), (side * 4.4, -8), (side * 4.4, 1), (side * 0.6, -2)]),
                trim.own(board, 0xC8443C),
                0.8,
            )


def _shield(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xB5483A)
    outer = smooth([(0, -62), (16, -52), (20, -32), (14, -10), (0, 0), (-14, -10), (-20, -32), (-16, -52)], closed=True)
    board.sheet(outer, tint(board, GOLD), 3)
    board.sheet(
        smooth(
            [(0, -58), (13, -49.5), (16.4, -31.5), (11, -12.4), (0, -4), (-11, -12.4), (-16.4, -31.5), (-13, -49.5)],
            closed=True,
        ),
        coat,
        1,
    )
    cream = tint(board, 0xF3E3BC)
    board.sheet(polygon([(0, -50), (8, -31), (0, -12), (-8, -31)]), cream, 1)
    board.sheet(oval(0, -31, 3.6, 3.6), tint(board, DARK_IRON), 1)


def _sword(board: Board, trim: Trim) -> None:
    blade = tint(board, 0xC3CCD2)
    board.sheet(smooth([(-2.6, -14), (2.6, -14), (2.2, -56), (0, -63), (-2.2, -56)], closed=True, tension=14), blade, 2)
    board.stroke(line((0, -16), (0, -54)), darker(blade, 0.3), 0.9, 0.8)
    board.sheet(limb([(-9, -14), (9, -14)], [3, 3]), trim.own(board, GOLD), 1.5)
    board.sheet(limb([(0, -13), (0, -3)], [3.4, 3.4]), tint(board, 0x6B4630), 1)
    board.sheet(oval(0, -1.6, 2.4, 2.2), trim.own(board, GOLD), 1)


TOOLS: dict[str, Prop] = {
    "axe": Prop(draw=_axe, medium="hand", grip=(0, -16), size=0.45),
    "hoe": Prop(draw=_hoe, medium="hand", grip=(0, -40)),
    "rake": Prop(draw=_rake, medium="hand", grip=(0, -40)),
    "shovel": Prop(draw=_shovel, medium="hand", grip=(0, -34)),
    "sickle": Prop(draw=_sickle, medium="hand", grip=(0, -7), size=0.3),
    "plough": Prop(draw=_plough, grip=(-34, -52)),
    "hammer": Prop(draw=_hammer, medium="hand", grip=(0, -10), size=0.2),
    "knife": Prop(draw=_knife, medium="hand", grip=(0, -5), size=0.2),
    "spear": Prop(draw=_spear, medium="hand", grip=(0, -52)),
    "bow": Prop(draw=_bow, medium="hand", grip=(14, -44)),
    "arrow": Prop(draw=_arrow, medium="hand", grip=(0, -24), size=0.45),
    "shield": Prop(draw=_shield, medium="hand", grip=(0, -31)),
    "sword": Prop(draw=_sword, medium="hand", grip=(0, -8)),
}
