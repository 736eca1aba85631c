"""Single vegetables of the garden, and what gardens are worked with."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import DARK_IRON, PALE_WOOD, WOOD, Prop, Trim, stand, tint

_GREEN = 0x5E9A3E


def _leaves(board: Board, y: float, spread: float, tall: float) -> None:
    green = tint(board, _GREEN)
    for k, x in enumerate((-1.0, 1.0, -0.4, 0.4)):
        board.sheet(
            limb([(0, y), (x * spread * 0.6, y - tall * 0.6), (x * spread, y - tall)], [2, 6, 2]),
            darker(green, 0.06 * k),
            0.8,
        )


def _turnip(board: Board, trim: Trim) -> None:
    root = trim.own(board, 0xC9A3C4)
    stand(board, 11)
    _leaves(board, -22, 12, 22)
    board.sheet(
        smooth([(-13, -16), (0, -23), (13, -16), (9, -6), (1, 0), (0, 4), (-1, 0), (-9, -6)], closed=True),
        tint(board, 0xF1EBDD),
        2,
    )
    board.flat(smooth([(-12.4, -16), (0, -22.4), (12.4, -16), (6, -13), (0, -14.6), (-6, -13)], closed=True), root)


def _beet(board: Board, trim: Trim) -> None:
    root = trim.own(board, 0x86264A)
    stand(board, 9)
    _leaves(board, -18, 11, 22)
    board.sheet(
        smooth([(-10, -12), (0, -19), (10, -12), (7, -4), (1, 0), (0, 5), (-1, 0), (-7, -4)], closed=True), root, 2
    )
    for y in (-9, -6):
        board.stroke(smooth([(-6, y), (0, y + 1.6), (6, y)]), darker(root, 0.3), 0.6)


def _cabbage(board: Board, trim: Trim) -> None:
    green = trim.own(board, 0x86B25A)
    stand(board, 15)
    board.sheet(oval(0, -13, 16, 13), darker(green, 0.18), 2)
    for points in (
        [(-17, -10), (-9, -25), (1, -20), (-3, -4), (-10, 0)],
        [(17, -10), (9, -25), (-1, -20), (3, -4), (10, 0)],
        [(-9, -6), (-5, -21), (6, -21), (9, -6), (0, 0)],
    ):
        board.sheet(smooth(points, closed=True), green, 1)
    for x in (-5, 0, 5):
        board.stroke(smooth([(0, -2), (x * 0.6, -10), (x, -17)]), lighter(green, 0.45), 0.8)


def _garlic(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0xF2EADB)
    stand(board, 9)
    board.sheet(
        smooth(
            [(-1.4, -26), (1.4, -26), (3, -17), (10, -9), (7, -1), (-7, -1), (-10, -9), (-3, -17)],
            closed=True,
            tension=7,
        ),
        skin,
        1.8,
    )
    for x in (-4, 0, 4):
        board.stroke(smooth([(x * 0.3, -18), (x * 1.3, -9), (x, -1.4)]), tint(board, 0xB99AB0), 0.8)


def _eggplant(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0x4A2A5E)
    stand(board, 15)
    board.sheet(
        smooth([(-18, -9), (-13, -14), (-3, -13), (10, -15), (18, -8), (12, -1), (0, -1), (-14, -4)], closed=True),
        skin,
        2,
    )
    board.flat(smooth([(2, -12), (10, -13), (14, -10), (8, -10.6)], closed=True), lighter(skin, 0.5), 0.7)
    board.sheet(
        smooth([(-20, -10), (-15, -15), (-10, -12), (-12, -8), (-10, -4), (-16, -5)], closed=True),
        tint(board, _GREEN),
        0.8,
    )
    board.stroke(line((-18, -10), (-24, -13)), tint(board, _GREEN), 2)


def _cucumber(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0x4F8A3A)
    stand(board, 18)
    board.sheet(limb([(-20, -6), (-8, -4.6), (6, -5), (19, -8)], [6, 9.4, 9.4, 6]), skin, 1.8)
    for y in (-6.6, -3.4):
        board.stroke(smooth([(-18, y), (0, y + 0.8), (17, y - 2)]), lighter(skin, 0.3), 0.7, 0.8)


def _pepper(board: Board, trim: Trim) -> None:
    """A sweet pepper."""
    skin = trim.own(board, 0xC9302E)
    stand(board, 9)
    board.sheet(
        smooth(
            [(-10, -19), (-4, -21), (0, -19), (4, -21), (10, -19), (9, -8), (5, 0), (0, -1.6), (-5, 0), (-9, -8)],
            closed=True,
        ),
        skin,
        2,
    )
    board.stroke(smooth([(0, -18), (1, -9), (0, -2)]), darker(skin, 0.3), 0.9)
    board.flat(oval(-6, -13, 1.1, 3.4), lighter(skin, 0.5), 0.8)
    board.sheet(limb([(0, -19), (0.6, -23), (3, -26)], [4, 2.4, 2.4]), tint(board, _GREEN), 0.8)


def _seed_tray(board: Board, trim: Trim) -> None:
    """A tray of earth with rows of seedlings."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 28)
    board.sheet(polygon([(-24, -16), (24, -16), (29, -9), (-29, -9)]), tint(board, 0x4A3326), 1)
    for row in (0, 1):
        for k in range(6):
            x, y = -21 + 8.4 * k + 1.4 * row * (k - 2.5) * 0.3, -13.6 + 3.2 * row
            board.stroke(line((x, y), (x, y - 6)), tint(board, _GREEN), 0.9)
            for side in (-1, 1):
                board.flat(oval(x + side * 2, y - 6.6, 2.1, 1.1), tint(board, 0x79B650))
    board.sheet(box(-29, -9.4, 58, 9.4, 0.8), wood, 2)
    board.stroke(line((-28, -4.6), (28, -4.6)), darker(wood, 0.3), 0.7)


def _secateurs(board: Board, trim: Trim) -> None:
    """Shears for twigs."""
    grip = trim.own(board, 0xC0392F)
    for side in (-1, 1):
        board.sheet(limb([(side * 1, -18), (side * 5.6, -10), (side * 4.4, 0)], [3.4, 4, 3.6]), grip, 1.2)
    board.sheet(
        smooth([(-3, -17), (-2, -26), (4, -35), (4.6, -26), (2.4, -17)], closed=True), tint(board, 0xA9B4BC), 1.2
    )
    board.sheet(smooth([(-1, -18), (-6, -25), (-5, -32), (-2, -25)], closed=True), tint(board, 0x7E8890), 1)
    board.sheet(oval(0, -18.4, 2, 2), tint(board, DARK_IRON), 0.6)


def _sprayer(board: Board, trim: Trim) -> None:
    """A can with a lance, as is carried on the back over fields."""
    can = trim.own(board, 0x3F8FB8)
    stand(board, 14)
    board.sheet(
        smooth([(-13, 0), (-13, -32), (-8, -38), (8, -38), (13, -32), (13, 0)], closed=True, tension=14), can, 2.4
    )
    board.sheet(box(-5, -43, 10, 6, 1.6), darker(can, 0.3), 1.2)
    board.stroke(smooth([(12, -5), (22, -4), (25, -14), (22, -24)]), tint(board, DARK_IRON), 1.6)
    board.stroke(line((22, -24), (34, -44), (38, -45)), tint(board, 0xA9B4BC), 1.8)
    for y in (-27, -12):
        board.stroke(line((-12, y), (12, y)), lighter(can, 0.3), 1)


def _pickaxe(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    board.sheet(limb([(0, 0), (0.6, -34), (0, -66)], [3.4, 3.4, 4.2]), wood, 1.8)
    board.sheet(
        smooth(
            [(-26, -54), (-14, -64), (0, -68), (14, -64), (26, -54), (13, -60), (0, -62), (-13, -60)],
            closed=True,
            tension=7,
        ),
        tint(board, 0x7E8890),
        1.8,
    )


def _compost_bin(board: Board, trim: Trim) -> None:
    """A crate of slats full of leaves, peels and earth."""
    wood = trim.own(board, 0x9A744C)
    stand(board, 34)
    board.sheet(
        smooth([(-30, -44), (-16, -58), (4, -62), (22, -54), (30, -44)], closed=True), tint(board, 0x5A4028), 1.6
    )
    for x, y, colour in (
        (-14, -52, 0x79A04A),
        (2, -57, 0xD98A3A),
        (14, -51, 0x9FB85A),
        (-4, -50, 0xC9B07A),
        (20, -48, 0xA8503A),
    ):
        board.sheet(smooth([(x - 5, y), (x, y - 3), (x + 5, y), (x, y + 2)], closed=True), tint(board, colour), 0.6)
    for y in (-46, -35, -24, -13):
        board.sheet(box(-34, y, 68, 8.4, 0.8), darker(wood, 0.02 * (y % 5)), 1.4)
    for x in (-34, 30):
        board.sheet(box(x, -52, 5, 52, 0.8), darker(wood, 0.16), 1.4)


GREENS: dict[str, Prop] = {
    "turnip": Prop(draw=_turnip, medium="hand", grip=(0, -24), size=0.13),
    "beet": Prop(draw=_beet, medium="hand", grip=(0, -21), size=0.11),
    "cabbage": Prop(draw=_cabbage, medium="hand", grip=(0, -5), size=0.13),
    "garlic": Prop(draw=_garlic, medium="hand", grip=(0, -6), size=0.04),
    "eggplant": Prop(draw=_eggplant, medium="hand", grip=(0, -6), size=0.07),
    "cucumber": Prop(draw=_cucumber, medium="hand", grip=(0, -4), size=0.035),
    "sweet_pepper": Prop(draw=_pepper, medium="hand", grip=(0, -5), size=0.06),
    "seed_tray": Prop(draw=_seed_tray, medium="table", grip=(0, -5), size=0.08),
    "secateurs": Prop(draw=_secateurs, medium="hand", grip=(0, -7), size=0.12),
    "sprayer": Prop(draw=_sprayer, size=0.4),
    "pickaxe": Prop(draw=_pickaxe, medium="hand", grip=(0, -28), size=0.6),
    "compost_bin": Prop(draw=_compost_bin, size=0.5),
}
