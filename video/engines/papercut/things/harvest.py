"""More to eat and find, paper and strings."""

from __future__ import annotations

from math import sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, GOLD, Prop, Trim, stand, tint

_LEAF = 0x6B9A45


def _grapes(board: Board, trim: Trim) -> None:
    stand(board, 9)
    grape = trim.own(board, 0x7A4A8C)
    board.sheet(limb([(0, -24), (2, -32)], [2.4, 2]), tint(board, 0x6B4A36), 1)
    for row, (count, y) in enumerate(((4, -22), (4, -17), (3, -12), (2, -7.4), (1, -3.4))):
        for i in range(count):
            x = (i - (count - 1) / 2) * 5.6 + (row % 2) * 0.6
            board.sheet(oval(x, y, 3.5, 3.5), darker(grape, 0.06 * ((i + row) % 2)), 0.9)
            board.flat(oval(x - 1, y - 1.2, 0.9, 0.8), lighter(grape, 0.5))
    board.sheet(smooth([(1, -27), (6, -35), (15, -33), (14, -27), (8, -24)], closed=True), tint(board, _LEAF), 1.2)


def _melon(board: Board, trim: Trim) -> None:
    """A slice of watermelon before the whole one."""
    stand(board, 19)
    rind = tint(board, 0x4E8A4A)
    whole = oval(-6, -13, 15, 13)
    board.sheet(whole, rind, 2.5)
    with board.within(whole):
        for k in range(-2, 3):
            board.stroke(smooth([(-6, -27), (-6 + k * 7, -13), (-6, 1)]), darker(rind, 0.3), 2)
    with board.at(9, -1, turn=-8):
        board.sheet(smooth([(-15, -12), (15, -12), (9, -2.6), (0, 0.6), (-9, -2.6)], closed=True, tension=7), rind, 2)
        board.flat(
            smooth([(-12.6, -12), (12.6, -12), (7.4, -4.4), (0, -1.8), (-7.4, -4.4)], closed=True, tension=7), 0xF3F0D8
        )
        flesh = trim.own(board, 0xE2504A)
        board.flat(
            smooth([(-11.2, -12), (11.2, -12), (6.6, -5.4), (0, -3.2), (-6.6, -5.4)], closed=True, tension=7), flesh
        )
        for x, y in ((-6, -9.6), (-1.6, -7.4), (3, -9.8), (6.4, -9)):
            board.flat(oval(x, y, 0.8, 1.2), 0x3A2420)


def _pineapple(board: Board, trim: Trim) -> None:
    stand(board, 9)
    skin = trim.own(board, 0xE0A03A)
    for turn in (-36, 36, -18, 18, 0):
        with board.at(0, -25, turn=turn):
            board.sheet(
                limb([(0, 2), (0.6, -9), (0, -18)], [5, 4.4, 0.8]), darker(tint(board, 0x5E9A50), 0.004 * abs(turn)), 1
            )
    body = smooth([(-8, -26), (8, -26), (11, -14), (7, -1), (-7, -1), (-11, -14)], closed=True)
    board.sheet(body, skin, 2.5)
    with board.within(body):
        for k in range(-4, 5):
            board.stroke(line((k * 5 - 14, 0), (k * 5 + 14, -28)), darker(skin, 0.3), 0.9, 0.8)
            board.stroke(line((k * 5 + 14, 0), (k * 5 - 14, -28)), darker(skin, 0.3), 0.9, 0.8)


def _carrot_at(board: Board, x: float, turn: float, colour: int) -> None:
    with board.at(x, -3, turn=turn):
        for lean in (-24, 0, 24):
            with board.at(0, -17, turn=lean):
                board.sheet(limb([(0, 0), (0.4, -6), (0, -11)], [2, 3.4, 1]), tint(board, _LEAF), 0.8)
        board.sheet(limb([(0, 2), (0, -8), (0, -17)], [1, 6, 8]), colour, 1.6)
        for y in (-6, -11):
            board.stroke(line((-1.4, y), (1.6, y - 0.4)), darker(colour, 0.25), 0.8, 0.8)


def _vegetables(board: Board, trim: Trim) -> None:
    """Tomato, onion, carrots and a cabbage."""
    stand(board, 24)
    green = trim.own(board, 0x8DB85E)
    _carrot_at(board, 17, 24, tint(board, 0xE8853A))
    board.sheet(oval(-9, -12, 13, 12), darker(green, 0.14), 2.5)
    for k in (-1, 1):
        board.sheet(
            smooth([(-9, -24), (-9 + k * 11, -17), (-9 + k * 12, -6), (-9 + k * 2, -1)], closed=True),
            lighter(green, 0.08),
            1.2,
        )
        board.stroke(smooth([(-9 + k * 2, -4), (-9 + k * 5, -12), (-9 + k * 8, -17)]), lighter(green, 0.45), 0.9)
    board.sheet(
        smooth([(3, -13), (9, -12), (12, -6), (8, -0.4), (-1, -0.4), (-4, -6)], closed=True), tint(board, 0xD6423A), 2
    )
    board.sheet(polygon([(4, -13), (0, -14), (3, -11.4), (5, -9.4), (6, -11.6), (9, -13)]), tint(board, _LEAF), 0.6)
    onion = tint(board, 0xC98A5A)
    board.sheet(
        smooth([(-20, -16), (-18, -11), (-14, -6), (-17, -0.4), (-24, -0.4), (-27, -6), (-22, -11)], closed=True),
        onion,
        2,
    )
    board.stroke(smooth([(-20, -13), (-22.6, -6), (-21.6, -1)]), darker(onion, 0.25), 0.8)


def _carrot(board: Board, trim: Trim) -> None:
    stand(board, 9)
    for x, turn in ((-5, -14), (5, 12)):
        _carrot_at(board, x, turn, trim.own(board, 0xE8853A))


def _tomato(board: Board, trim: Trim) -> None:
    stand(board, 8)
    skin = trim.own(board, 0xD6423A)
    board.sheet(
        smooth([(-4, -13.4), (4, -13.4), (9.4, -7), (5.4, -0.4), (-5.4, -0.4), (-9.4, -7)], closed=True), skin, 2.5
    )
    board.flat(limb([(-5.6, -10), (-6, -6.4)], [2, 2.4]), lighter(skin, 0.55), 0.9)
    board.sheet(
        polygon([(0, -15.6), (-7, -15), (-3, -12.4), (-2, -9.4), (0.6, -12), (4, -10), (4, -13), (8, -14.4)]),
        tint(board, _LEAF),
        0.8,
    )


def _onion(board: Board, trim: Trim) -> None:
    stand(board, 8)
    skin = trim.own(board, 0xC98A5A)
    board.sheet(
        smooth([(0, -22), (2, -15), (9, -9), (6, -0.8), (-6, -0.8), (-9, -9), (-2, -15)], closed=True), skin, 2.5
    )
    for x in (-4.6, 0, 4.6):
        board.stroke(smooth([(x * 0.3, -17), (x * 1.2, -9), (x * 0.8, -2)]), darker(skin, 0.25), 0.9, 0.8)


def _salt(board: Board, trim: Trim) -> None:
    stand(board, 14)
    white = tint(board, 0xFBFAF6)
    board.sheet(smooth([(-11, -9), (-4, -17), (1, -20), (5, -16), (11, -9), (0, -7)], closed=True), white, 1.5)
    for i in range(8):
        board.flat(oval(-6 + i * 1.7, -11 - 3.4 * (i * 0.5698 % 1.0), 0.6, 0.6), darker(white, 0.2))
    dish = trim.own(board, 0x3F7F93)
    board.sheet(smooth([(-15, -9), (15, -9), (9, -1), (0, 0), (-9, -1)], closed=True, tension=8), dish, 2)


def _ice_cream(board: Board, trim: Trim) -> None:
    cone = tint(board, 0xD9A45A)
    wafer = polygon([(-7, -20), (7, -20), (0, 0)])
    board.sheet(wafer, cone, 2)
    with board.within(wafer):
        for k in range(-3, 4):
            board.stroke(line((k * 4 - 8, 0), (k * 4 + 8, -24)), darker(cone, 0.3), 0.7)
            board.stroke(line((k * 4 + 8, 0), (k * 4 - 8, -24)), darker(cone, 0.3), 0.7)
    board.sheet(oval(-3.4, -25, 6, 5.8), trim.own(board, 0xF3A9B8), 1.5)
    board.sheet(oval(4, -25.4, 5.6, 5.6), tint(board, 0xF7EBCF), 1.5)
    board.sheet(oval(0.4, -32, 5.6, 5.6), tint(board, 0x8A5A3C), 1.5)
    board.sheet(oval(1, -38, 2.2, 2.2), tint(board, 0xD6323A), 0.8)


def _meat(board: Board, trim: Trim) -> None:
    """A roast leg."""
    stand(board, 13)
    meat = trim.own(board, 0xA9583A)
    board.sheet(limb([(4, -10), (19, -17)], [3.4, 3]), 0xF4ECDC, 1.2)
    for dy in (-1.8, 2):
        board.sheet(oval(20 - dy * 0.4, -17.4 + dy, 2.8, 2.4), 0xF4ECDC, 0.6)
    board.sheet(
        smooth([(9, -13), (2, -18), (-9, -17), (-15, -8), (-9, -0.6), (2, -1.4), (9, -8)], closed=True), meat, 2.5
    )
    board.stroke(smooth([(-10, -12), (-4, -14.6), (1, -14)]), lighter(meat, 0.4), 1.3, 0.8)


def _bone(board: Board, trim: Trim) -> None:
    bone = trim.own(board, 0xF4ECDC)
    stand(board, 13)
    with board.at(0, -6, turn=-14):
        board.sheet(limb([(-11, 0), (11, 0)], [4.6, 4.6]), bone, 1.5)
        for x in (-12.6, 12.6):
            for dy in (-2.6, 2.6):
                board.sheet(oval(x, dy, 3.6, 3.2), bone, 0.8)
        board.flat(limb([(-10, 0), (10, 0)], [4, 4]), bone)


def _branch(board: Board, trim: Trim) -> None:
    bark = trim.own(board, 0x6B4A36)
    stand(board, 26)
    board.sheet(limb([(-30, -2), (-8, -4), (14, -8), (32, -15)], [5, 4.4, 3.4, 1.5]), bark, 2)
    board.sheet(limb([(-4, -4.6), (8, -16), (12, -24)], [3, 2.4, 1.2]), bark, 1.2)
    leaf = board.light.leaf
    for k, (x, y, turn) in enumerate(
        ((12, -25, -70), (7, -16, -10), (32, -16, -30), (22, -11, 20), (18, -10, -80), (3, -12, -150))
    ):
        with board.at(x, y, turn=turn + 3 * trim.swing(1, 0.1 * k)):
            board.sheet(smooth([(0, 0), (4, -3.4), (11, 0), (4, 3)], closed=True), leaf[1 + k % 2], 1)


def _smoke(board: Board, trim: Trim) -> None:
    """Smoke that rises from (0, 0)."""
    smoke = trim.own(board, 0xE4E2DE)
    for k in range(5):
        at = (trim.phase + k / 5) % 1.0
        r = 5 + 13 * at
        x = 6 * sin(3.2 * at + 0.7 * k) * at
        fade = min(1.0, at * 6) * (1 - at) ** 0.7
        board.flat(oval(x, -6 - 74 * at, r, r * 0.86), smoke, 0.95 * fade)


def _paper(board: Board, trim: Trim) -> None:
    paper = trim.own(board, 0xFAF4E4)
    for k, turn in enumerate((7, -4)):
        with board.at(0, 0, turn=turn):
            board.sheet(box(-11, -30, 22, 29, 0.6), darker(paper, 0.07 * (1 - k)), 2)
    with board.at(0, 0, turn=-4):
        for k in range(6):
            board.stroke(line((-8, -25 + k * 4), (8 - (k % 3) * 3, -25 + k * 4)), darker(paper, 0.4), 0.9, 0.7)


def _map(board: Board, trim: Trim) -> None:
    """A map on old paper."""
    paper = trim.own(board, 0xE9D3A0)
    board.sheet(
        smooth(
            [(-22, -32), (-8, -30), (8, -33), (22, -30), (20, -16), (22, -1), (8, -3), (-7, 0), (-22, -3), (-20, -17)],
            closed=True,
            tension=12,
        ),
        paper,
        2.5,
    )
    board.flat(
        smooth([(-17, -27), (-7, -28), (-4, -21), (-10, -14), (-17, -17)], closed=True), tint(board, 0x8FB878), 0.9
    )
    board.flat(smooth([(4, -13), (14, -17), (18, -9), (12, -5), (5, -6)], closed=True), tint(board, 0x8FB878), 0.9)
    for k in range(5):
        x = -10 + k * 4.4
        board.stroke(line((x, -18 + k * 1.2), (x + 2, -17.4 + k * 1.2)), tint(board, 0xB8322E), 1.2)
    for turn in (45, -45):
        with board.at(14, -11, turn=turn):
            board.flat(box(-3, -0.8, 6, 1.6), tint(board, 0xB8322E))
    board.stroke(oval(13, -25, 3.6, 3.6), darker(paper, 0.5), 0.8)
    board.flat(polygon([(13, -30), (14.2, -25), (13, -20), (11.8, -25)]), darker(paper, 0.5))


def _picture(board: Board, trim: Trim) -> None:
    """A framed landscape on the wall, about (0, 0)."""
    frame = trim.own(board, 0xB98534)
    board.sheet(box(-24, -18, 48, 36, 1.5), frame, 3)
    view = box(-19.5, -13.5, 39, 27)
    board.flat(view, tint(board, 0xBFDDE4))
    with board.within(view):
        board.flat(oval(8, -5, 4, 4), tint(board, 0xFBD873))
        board.flat(
            smooth([(-24, 6), (-10, -6), (2, 4), (12, -1), (26, 6), (26, 20), (-24, 20)], closed=True),
            tint(board, 0x6B9C74),
        )
        board.flat(smooth([(-24, 10), (-4, 6), (26, 11), (26, 20), (-24, 20)], closed=True), tint(board, 0x4F93AE))
    board.stroke(line((0, -26), (-10, -18)), darker(frame, 0.4), 0.9)
    board.stroke(line((0, -26), (10, -18)), darker(frame, 0.4), 0.9)
    board.flat(oval(0, -26, 1.2, 1.2), darker(frame, 0.5))


def _violin(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0xA9532F)
    dark = tint(board, 0x3A2620)
    board.sheet(box(-1.6, -58, 3.2, 30, 1), dark, 1.5)
    board.stroke(smooth([(0, -57), (3, -61), (0, -64), (-2, -61)]), dark, 2)
    body = smooth(
        [
            (0, -34),
            (7, -32),
            (8, -26),
            (5, -18),
            (10, -11),
            (8, -2),
            (0, 0),
            (-8, -2),
            (-10, -11),
            (-5, -18),
            (-8, -26),
            (-7, -32),
        ],
        closed=True,
    )
    board.sheet(body, wood, 3)
    for side in (-1, 1):
        board.stroke(smooth([(side * 4.6, -20), (side * 3.6, -16), (side * 5, -12)]), dark, 0.9)
    board.sheet(polygon([(-2, -8), (2, -8), (1, 0), (-1, 0)]), dark, 0.6)
    for k in (-0.9, 0, 0.9):
        board.stroke(line((k, -56), (k, -7)), tint(board, 0xF4EEDD), 0.4)
    with board.at(12, -18, turn=24 + 8 * trim.swing()):
        board.stroke(line((0, 26), (0, -26)), tint(board, 0x7A4A30), 1.4)
        board.stroke(line((2, 25), (2, -25)), tint(board, CREAM), 0.8)


def _harp(board: Board, trim: Trim) -> None:
    gold = trim.own(board, GOLD)
    stand(board, 20)
    for k in range(9):
        x = -13 + k * 3.5
        board.stroke(line((x, -74 + 1.1 * abs(k - 3) + k), (x + 4, -6 - k * 5.4)), tint(board, CREAM), 0.7, 0.95)
    board.sheet(limb([(-16, -2), (2, -12), (18, -46), (22, -64)], [6, 9, 7, 5]), darker(gold, 0.12), 2.5)
    board.sheet(limb([(-17, 0), (-18, -40), (-17, -80)], [5.5, 4.6, 5]), gold, 2)
    board.sheet(limb([(-18, -80), (-8, -84), (4, -70), (14, -70), (23, -64)], [5, 5, 4.4, 4.4, 4]), gold, 2)
    board.sheet(oval(-18, -83, 4, 4), lighter(gold, 0.2), 1)
    board.sheet(box(-24, -4, 22, 4, 1.5), darker(gold, 0.2), 1.5)


def _piano(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x5A3A30)
    stand(board, 44)
    board.sheet(box(-40, -78, 80, 76, 2), wood, 4)
    board.sheet(box(-44, -82, 88, 6, 2), lighter(wood, 0.14), 2)
    for x in (-32, 4):
        board.sheet(box(x, -72, 28, 22, 2), lighter(wood, 0.08), 1)
    board.sheet(box(-44, -44, 88, 9, 2), lighter(wood, 0.1), 2.5)
    board.flat(box(-39, -43, 78, 5), tint(board, 0xFAF6EC))
    for i in range(19):
        board.stroke(line((-35 + i * 3.9, -43), (-35 + i * 3.9, -38)), tint(board, 0x8A8078), 0.5)
        if i % 7 not in (2, 6):
            board.flat(box(-36 + i * 3.9, -43, 2, 3), 0x2A262C)
    for x in (-42, 36):
        board.sheet(box(x, -36, 6, 36, 1), darker(wood, 0.2), 2)
    board.sheet(box(-10, -64, 20, 14, 0.8), tint(board, CREAM), 1)
    for k in range(3):
        board.stroke(line((-7, -60 + k * 3.6), (7, -60 + k * 3.6)), tint(board, 0x6A6066), 0.6)


def _lotus(board: Board, trim: Trim) -> None:
    """A lotus on the water."""
    pink = trim.own(board, 0xF0A3B4)
    with board.at(0, 0.6 * trim.swing()):
        board.sheet(
            smooth([(-24, 0), (-8, -3.4), (10, -3), (25, 0), (8, 4), (-10, 4)], closed=True), board.light.leaf[1], 2
        )
        for turn, tone in ((-62, 0.12), (62, 0.12), (-34, 0.05), (34, 0.05), (-12, 0.0), (12, 0.0)):
            with board.at(0, -1, turn=turn):
                board.sheet(smooth([(0, 0), (-5, -9), (0, -21), (5, -9)], closed=True), darker(pink, tone), 1.2)
        with board.at(0, -1):
            board.sheet(smooth([(0, 1), (-5, -7), (0, -17), (5, -7)], closed=True), lighter(pink, 0.3), 1.2)


def _tulip(board: Board, trim: Trim) -> None:
    red = trim.own(board, 0xE2604A)
    stand(board, 6)
    lean = 1.5 * trim.swing()
    green = board.light.leaf[1]
    board.sheet(limb([(0, 0), (lean * 0.4, -16), (lean, -32)], [2.6, 2.2, 2]), green, 1)
    for side in (-1, 1):
        board.sheet(
            limb([(0, 0), (side * 7, -12), (side * 9, -25)], [4, 6, 1]), board.light.leaf[1 if side < 0 else 2], 1.2
        )
    with board.at(lean, -31):
        board.sheet(
            smooth(
                [(0, 1), (-8, -4), (-8, -15), (-3, -11), (0, -17), (3, -11), (8, -15), (8, -4)], closed=True, tension=8
            ),
            red,
            2,
        )
        board.sheet(smooth([(0, 0), (-4, -5), (0, -14), (4, -5)], closed=True), lighter(red, 0.18), 1)


HARVEST: dict[str, Prop] = {
    "grapes": Prop(draw=_grapes, medium="table", grip=(2, -31), size=0.12),
    "melon": Prop(draw=_melon, medium="table", grip=(9, -6), size=0.16),
    "pineapple": Prop(draw=_pineapple, medium="table", grip=(0, -12), size=0.17),
    "vegetables": Prop(draw=_vegetables, medium="table", grip=(0, -6), size=0.14),
    "carrot": Prop(draw=_carrot, medium="table", grip=(0, -10), size=0.1),
    "tomato": Prop(draw=_tomato, medium="table", grip=(0, -7), size=0.05),
    "onion": Prop(draw=_onion, medium="table", grip=(0, -8), size=0.05),
    "salt": Prop(draw=_salt, medium="table", grip=(0, -4), size=0.06),
    "ice_cream": Prop(draw=_ice_cream, medium="hand", grip=(0, -10), size=0.1),
    "meat": Prop(draw=_meat, medium="table", grip=(19, -17), size=0.12),
    "bone": Prop(draw=_bone, medium="hand", grip=(0, -6), size=0.12),
    "branch": Prop(draw=_branch, grip=(-20, -3), size=0.2, cycle_s=3.0),
    "smoke": Prop(draw=_smoke, medium="air", cycle_s=3.5, size=0.5),
    "paper": Prop(draw=_paper, medium="hand", grip=(0, -3), size=0.16),
    "map": Prop(draw=_map, medium="hand", grip=(0, -3), size=0.25),
    "picture": Prop(draw=_picture, medium="wall", size=0.3),
    "violin": Prop(draw=_violin, medium="hand", grip=(0, -44), cycle_s=1.2, size=0.36),
    "harp": Prop(draw=_harp),
    "piano": Prop(draw=_piano, top=-82),
    "lotus": Prop(draw=_lotus, medium="water", grip=(0, -4), size=0.15, cycle_s=4.0),
    "tulip": Prop(draw=_tulip, grip=(0, -10), cycle_s=3.0, size=0.25),
}
