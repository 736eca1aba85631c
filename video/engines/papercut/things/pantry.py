"""Fruit of field, tree and hen-house, standing at (0, 0); small ones larger than life."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, smooth
from video.engines.papercut.things.prop import Prop, Trim, stand, tint

_LEAF = 0x6B9A45


def _leaf(board: Board, x: float, y: float, long: float, turn: float) -> None:
    with board.at(x, y, turn=turn):
        leaf = tint(board, _LEAF)
        board.sheet(
            smooth([(0, 0), (long * 0.4, -long * 0.3), (long, 0), (long * 0.4, long * 0.26)], closed=True), leaf, 1
        )
        board.stroke(line((0, 0), (long * 0.8, 0)), darker(leaf, 0.3), 0.6, 0.7)


def _maize(board: Board, trim: Trim) -> None:
    stand(board, 13)
    grain = trim.own(board, 0xF2C23F)
    for x, turn, tall in ((-6, -16, 30), (7, 14, 34)):
        with board.at(x, 0, turn=turn):
            husk = tint(board, 0x8DB35A)
            board.sheet(limb([(2, -1), (8, -14), (6, -27)], [5, 7, 1]), darker(husk, 0.15), 1.2)
            cob = smooth([(-5, -4), (-5.4, -20), (0, -tall), (5.4, -20), (5, -4), (0, 0)], closed=True)
            board.sheet(cob, grain, 2)
            with board.within(cob):
                for row in range(9):
                    for col in range(4):
                        board.flat(
                            oval(-4.6 + col * 3 + (row % 2) * 0.6, -5 - row * 3.2, 1.25, 1.3),
                            lighter(grain, 0.35) if (row + col) % 2 else darker(grain, 0.12),
                            0.85,
                        )
            board.sheet(limb([(-1, 0), (-8, -10), (-7, -22)], [5, 7, 1]), husk, 1.5)
            board.sheet(limb([(1, 0), (4, -7), (9, -13)], [5, 6, 1]), lighter(husk, 0.12), 1.2)


def _root(board: Board, trim: Trim, usual: int, *, slim: bool) -> None:
    stand(board, 15)
    skin = trim.own(board, usual)
    for k, (x, y, turn) in enumerate(((-2, -4.5, 4), (3, -11, -8))):
        with board.at(x, y, turn=turn):
            wide = 8.4 if slim else 11
            board.sheet(
                limb([(-17, 0), (-8, -0.5), (4, 0), (14, 1), (19, 1.5)], [3, wide, wide, wide * 0.7, 1.5]),
                darker(skin, 0.08 * (1 - k)),
                2,
            )
            for i in range(4):
                board.stroke(
                    smooth([(-10 + i * 6, -wide * 0.3), (-9 + i * 6, wide * 0.1)]), darker(skin, 0.35), 0.8, 0.7
                )
    board.flat(oval(-13, -10, 2.4, 3), lighter(skin, 0.75))


def _cassava(board: Board, trim: Trim) -> None:
    _root(board, trim, 0x8A5A3C, slim=True)


def _yam(board: Board, trim: Trim) -> None:
    _root(board, trim, 0xA8604A, slim=False)


def _potato(board: Board, trim: Trim) -> None:
    stand(board, 14)
    skin = trim.own(board, 0xC79A62)
    for k, (x, y) in enumerate(((-8, -5), (8, -5), (0, -12))):
        board.sheet(
            smooth(
                [(x - 8, y), (x - 3, y - 6), (x + 5, y - 5), (x + 8.4, y + 1), (x + 2, y + 5.4), (x - 6, y + 4.4)],
                closed=True,
            ),
            darker(skin, 0.06 * k),
            2,
        )
        for dx, dy in ((-3, -1), (3, 1.4), (1, -3)):
            board.flat(oval(x + dx, y + dy, 0.9, 0.6), darker(skin, 0.35))


def _banana(board: Board, trim: Trim) -> None:
    stand(board, 14)
    skin = trim.own(board, 0xF4CC43)
    for k, turn in enumerate((26, 8, -10)):
        with board.at(-9, -19, turn=turn):
            board.sheet(limb([(0, 0), (5, 9), (14, 15), (25, 15)], [3.4, 8, 8.4, 2]), darker(skin, 0.1 * (2 - k)), 1.6)
            board.stroke(smooth([(2, 3), (8, 11), (18, 15)]), lighter(skin, 0.4), 0.9, 0.8)
            board.flat(oval(25, 15, 1.4, 1.2), 0x5A4630)
    board.sheet(limb([(-10, -25), (-8, -17)], [3, 5]), tint(board, 0x8A7A3A), 1)


def _apple(board: Board, trim: Trim) -> None:
    stand(board, 7)
    skin = trim.own(board, 0xD6423A)
    board.sheet(
        smooth(
            [(0, -13.4), (5, -15), (9.4, -10), (6.4, -1), (0, -0.6), (-6.4, -1), (-9.4, -10), (-5, -15)], closed=True
        ),
        skin,
        2.5,
    )
    board.flat(limb([(-5.6, -11), (-6, -7)], [2, 2.4]), lighter(skin, 0.6), 0.9)
    board.stroke(smooth([(0, -13), (0.6, -17), (2, -19)]), tint(board, 0x6B4A36), 1.4)
    _leaf(board, 1, -16.5, 8, -14)


def _mango(board: Board, trim: Trim) -> None:
    stand(board, 8)
    skin = trim.own(board, 0xF2A33C)
    shape = smooth([(-8, -11), (-1, -17), (7, -14), (9, -6), (3, -0.5), (-6, -2), (-9.4, -6)], closed=True)
    board.sheet(shape, skin, 2.5)
    with board.within(shape):
        board.flat(oval(8, -14, 9, 9), mix(skin, tint(board, 0xD9503F), 0.7), 0.6)
        board.flat(oval(-8, -3, 7, 6), mix(skin, tint(board, 0x8DB35A), 0.7), 0.6)
    board.stroke(line((0, -16.4), (0.6, -19)), tint(board, 0x6B4A36), 1.4)
    _leaf(board, 1, -18, 9, -10)


def _coconut(board: Board, trim: Trim) -> None:
    stand(board, 16)
    shell = trim.own(board, 0x7A5236)
    board.sheet(oval(-6, -10, 10.5, 10), shell, 2.5)
    for i in range(5):
        board.stroke(
            smooth([(-12 + i * 3, -16 + abs(i - 2)), (-11.4 + i * 3, -10), (-12 + i * 3, -4)]),
            lighter(shell, 0.25),
            0.8,
            0.6,
        )
    for x, y in ((-9, -15), (-5, -16), (-7, -12.4)):
        board.flat(oval(x, y, 1.2, 1.2), darker(shell, 0.5))
    with board.at(10, -7, turn=-14):
        board.sheet(smooth([(-9, 0), (9, 0), (6, 6), (0, 7.6), (-6, 6)], closed=True, tension=7), shell, 2)
        board.sheet(oval(0, 0, 9, 3), 0xFBF8F0, 0.8)
        board.flat(oval(0, 0.4, 6.4, 1.8), tint(board, 0xE4EDEA, 0.6))


def _fruit(board: Board, trim: Trim) -> None:
    """A bowl heaped with fruit."""
    stand(board, 15)
    for i, (x, y) in enumerate(((-9, -12), (0, -12), (9, -12), (-4.5, -19), (4.5, -19), (0, -25))):
        usual = (0xD6423A, 0xF0A03A, 0xD6423A, 0xE9C445, 0x8DB35A, 0xD6423A)[i]
        board.sheet(oval(x, y, 5.6, 5.4), trim.own(board, usual), 2)
        board.stroke(line((x, y - 4), (x + 1, y - 7)), tint(board, 0x4E7A3A), 1)
    bowl = tint(board, 0xB9854F)
    board.sheet(
        smooth([(-17, -11), (17, -11), (11, -1.4), (5, 0), (-5, 0), (-11, -1.4)], closed=True, tension=8), bowl, 2.5
    )
    board.stroke(line((-15, -8.6), (15, -8.6)), lighter(bowl, 0.35), 1.2, 0.8)


def _egg(board: Board, trim: Trim) -> None:
    stand(board, 5)
    shell = trim.own(board, 0xF4E4CC)
    board.sheet(smooth([(0, -14), (4.6, -9), (5, -4), (0, -0.2), (-5, -4), (-4.6, -9)], closed=True), shell, 2.5)
    for x, y in ((-1.6, -8), (1.6, -5), (0.4, -10), (-2, -4)):
        board.flat(oval(x, y, 0.6, 0.5), darker(shell, 0.2))


def _nest(board: Board, trim: Trim) -> None:
    stand(board, 19)
    straw = trim.own(board, 0xA97C4A) if trim.bare else tint(board, 0xA97C4A)
    board.sheet(oval(0, -12, 17, 4), darker(straw, 0.45), 1)
    for x in () if trim.bare else (-7, 0, 7):
        board.sheet(
            smooth([(x, -19), (x + 4, -14), (x + 3, -9), (x - 3, -9), (x - 4, -14)], closed=True),
            trim.own(board, 0xCFE3E6),
            1.4,
        )
    cup = smooth([(-20, -12), (0, -9), (20, -12), (15, -2.4), (6, 0), (-6, 0), (-15, -2.4)], closed=True, tension=8)
    board.sheet(cup, straw, 3)
    for i in range(26):
        x, y = -17 + (i * 0.7549 % 1.0) * 34, -10 + (i * 0.5698 % 1.0) * 9
        board.stroke(
            smooth([(x - 4, y), (x, y - 1.2), (x + 4, y + 0.6)]),
            lighter(straw, 0.3) if i % 2 else darker(straw, 0.3),
            0.8,
            0.8,
        )
    for x, y, dx in ((-19, -12, -5), (18, -12, 6), (-12, -3, -7)):
        board.stroke(line((x, y), (x + dx, y - 2)), darker(straw, 0.15), 1)


def _pumpkin(board: Board, trim: Trim) -> None:
    stand(board, 17)
    skin = trim.own(board, 0xE8853A)
    for x, r, tone in ((-10, 8.5, 0.14), (10, 8.5, 0.14), (-5, 9, 0.06), (5, 9, 0.06), (0, 8, 0.0)):
        board.sheet(oval(x, -11.5, r, 11.5), darker(skin, tone), 1.2)
    board.sheet(limb([(0, -21), (1.5, -27), (5, -29)], [5, 3.4, 3]), tint(board, 0x6B7F3E), 1)
    _leaf(board, 0, -22, 10, 190)


def _chili(board: Board, trim: Trim) -> None:
    stand(board, 10)
    skin = trim.own(board, 0xCF3227)
    for x, turn in ((-5, -14), (5, 12)):
        with board.at(x, -22, turn=turn):
            board.sheet(limb([(0, 0), (2, 8), (0, 15), (-4, 20)], [5.4, 5.6, 4, 0.8]), skin, 1.6)
            board.stroke(smooth([(1.4, 2), (2.6, 8), (1.4, 13)]), lighter(skin, 0.5), 0.8, 0.8)
            board.sheet(smooth([(-3, 1), (0, -2), (3, 1)], closed=True), tint(board, _LEAF), 0.8)
            board.stroke(line((0, -1), (1, -5)), tint(board, _LEAF), 1.4)


def _wheat(board: Board, trim: Trim) -> None:
    """A sheaf of wheat."""
    stand(board, 12)
    ear = trim.own(board, 0xE2B552)
    for i in range(7):
        lean = (i - 3) * 5.5 + 0.8 * trim.swing(1, 0.06 * i)
        board.stroke(smooth([(-(i - 3) * 2.4, -1), (0, -20), (lean, -46)]), darker(ear, 0.12), 1.4)
        with board.at(lean, -44, turn=lean * 1.5):
            for k in range(4):
                for side in (-1, 1):
                    board.sheet(oval(side * 1.8, -2.5 - k * 3.4, 1.6, 2.3), ear, 0.4)
            board.sheet(oval(0, -17, 1.4, 2.8), lighter(ear, 0.2), 0.4)
    board.sheet(box(-5.5, -23, 11, 4, 1.5), tint(board, 0xB8472F), 1.5)


PANTRY: dict[str, Prop] = {
    "maize": Prop(draw=_maize, medium="table", grip=(0, -4), size=0.14),
    "cassava": Prop(draw=_cassava, medium="table", grip=(0, -8), size=0.08),
    "yam": Prop(draw=_yam, medium="table", grip=(0, -8), size=0.1),
    "potato": Prop(draw=_potato, medium="table", grip=(0, -8), size=0.06),
    "banana": Prop(draw=_banana, medium="table", grip=(-9, -20), size=0.12),
    "apple": Prop(draw=_apple, medium="table", grip=(0, -7), size=0.05),
    "mango": Prop(draw=_mango, medium="table", grip=(0, -8), size=0.06),
    "coconut": Prop(draw=_coconut, medium="table", grip=(-6, -10), size=0.09),
    "fruit": Prop(draw=_fruit, medium="table", grip=(0, -4), size=0.14),
    "egg": Prop(draw=_egg, medium="table", grip=(0, -7), size=0.035),
    "nest": Prop(draw=_nest, medium="table", grip=(0, -4), size=0.08, top=-12),
    "pumpkin": Prop(draw=_pumpkin, grip=(0, -10), size=0.15),
    "chili": Prop(draw=_chili, medium="table", grip=(0, -20), size=0.06),
    "sheaf": Prop(draw=_wheat, medium="hand", grip=(0, -21), cycle_s=3.0),
}
