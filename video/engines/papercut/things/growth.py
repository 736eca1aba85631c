"""Plants, stones and small finds of nature, standing at (0, 0)."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import Prop, Trim, stand, tint

_EARTH = 0x7A5638


def _stem(board: Board, tall: float, lean: float, *, leaves: bool = True) -> Point:
    green = board.light.leaf[1]
    tip = (lean, -tall)
    board.sheet(limb([(0, 0), (lean * 0.25, -tall * 0.5), tip], [2.6, 2.2, 1.8]), green, 1)
    if leaves:
        for side, y in ((-1, 0.3), (1, 0.46)):
            x = lean * y * 0.5
            board.sheet(smooth([(x, -tall * y), (x + side * 7, -tall * y - 7), (x + side * 14, -tall * y - 5),
                (x + side * 7, -tall * y - 1)], closed=True),
                        board.light.leaf[1 if side < 0 else 2], 1)  # fmt: skip
    return tip


def _petals(board: Board, at: Point, petals: tuple[int, float, float], colour: int) -> None:
    """A ring of petals: how many, how far out, how large."""
    count, out, size = petals
    for k in range(count):
        a = 2 * pi * k / count
        x, y = at[0] + out * cos(a), at[1] + out * sin(a)
        with board.at(x, y, turn=180 * a / pi):
            board.sheet(oval(0, 0, size, size * 0.62), darker(colour, 0.05 * (k % 2)), 1)


def _flower(board: Board, trim: Trim) -> None:
    stand(board, 7)
    tip = _stem(board, 36, 2 + 1.6 * trim.swing())
    _petals(board, tip, (6, 6.4, 5.4), trim.own(board, 0xE2607A))
    board.sheet(oval(*tip, 4.4, 4.4), tint(board, 0xF3C53F), 1)


def _rose(board: Board, trim: Trim) -> None:
    red = trim.own(board, 0xC8323F)
    x, y = _stem(board, 42, 1 + 1.4 * trim.swing())
    for side in (-1, 1):
        board.sheet(
            smooth([(x, y + 4), (x + side * 5, y + 5), (x + side * 9, y + 9), (x + side * 3, y + 9)], closed=True),
            board.light.leaf[1],
            0.8,
        )
    board.sheet(
        smooth([(x - 9, y - 5), (x - 7, y + 4), (x, y + 7), (x + 7, y + 4), (x + 9, y - 5), (x, y - 2)], closed=True),
        darker(red, 0.18),
        1.5,
    )
    board.sheet(
        smooth([(x - 7, y - 10), (x - 8, y - 1), (x, y + 4), (x + 8, y - 1), (x + 7, y - 10), (x, y - 6)], closed=True),
        red,
        1.2,
    )
    board.sheet(
        smooth(
            [(x - 4, y - 12), (x - 5, y - 5), (x, y - 1), (x + 5, y - 5), (x + 4, y - 12), (x, y - 13.4)], closed=True
        ),
        lighter(red, 0.16),
        1,
    )
    board.stroke(
        smooth([(x - 2.4, y - 9), (x, y - 11), (x + 2.4, y - 9), (x, y - 6.4), (x - 1.4, y - 8)]),
        darker(red, 0.35),
        0.9,
    )


def _sunflower(board: Board, trim: Trim) -> None:
    stand(board, 9)
    tip = _stem(board, 62, 2 + 1.6 * trim.swing())
    yellow = trim.own(board, 0xF4BE34)
    _petals(board, tip, (14, 12, 6.2), yellow)
    board.sheet(oval(*tip, 9.4, 9.4), tint(board, 0x6B4226), 1.5)
    for i in range(14):
        r, a = 7.4 * (i / 14) ** 0.5, 2.4 * i
        board.flat(oval(tip[0] + r * cos(a), tip[1] + r * sin(a), 0.8, 0.8), tint(board, 0xB98A4A))


def _seed(board: Board, trim: Trim) -> None:
    stand(board, 7)
    coat = trim.own(board, 0xB58150)
    board.sheet(smooth([(0, -15), (5, -9), (5, -4), (0, -0.4), (-5, -4), (-5, -9)], closed=True), coat, 2)
    board.stroke(smooth([(0, -13), (1.4, -8), (0, -2)]), darker(coat, 0.3), 0.9)
    board.flat(oval(-2, -8, 1, 2), lighter(coat, 0.5), 0.8)


def _soil(board: Board) -> None:
    earth = tint(board, _EARTH)
    stand(board, 15)
    board.sheet(smooth([(-15, 0), (-9, -6), (0, -8), (9, -6), (15, 0), (0, 1.6)], closed=True), earth, 2)
    for x, y in ((-7, -2.6), (2, -4.4), (8, -2)):
        board.flat(oval(x, y, 1.2, 0.8), lighter(earth, 0.25))


def _sprout(board: Board, trim: Trim) -> None:
    sway = 1.2 * trim.swing()
    board.sheet(limb([(0, -4), (0.4, -13), (sway, -20)], [2.4, 2, 1.8]), board.light.leaf[2], 1)
    for side in (-1, 1):
        leaf = trim.own(board, (0x7DB85A, 0x93C86A)[side > 0])
        board.sheet(
            smooth([(sway, -19), (side * 5 + sway, -26), (side * 13 + sway, -25), (side * 8 + sway, -18)], closed=True),
            leaf,
            1.4,
        )
        board.stroke(line((sway + side, -20), (side * 9.6 + sway, -23)), darker(leaf, 0.25), 0.7)
    _soil(board)


def _mushroom(board: Board, trim: Trim) -> None:
    cap = trim.own(board, 0xC8443C)
    stand(board, 12)
    for x, s in ((-4, 1.0), (9, 0.62)):
        with board.at(x, 0, s):
            board.sheet(
                smooth([(-3.6, 0), (-2.6, -13), (2.6, -13), (3.6, 0)], closed=True, tension=9), tint(board, 0xF3E9D6), 2
            )
            board.sheet(
                smooth([(-12.5, -12), (-8, -21), (0, -24.5), (8, -21), (12.5, -12), (0, -9.6)], closed=True), cap, 2.5
            )
            for dx, dy, r in ((-6, -15.4, 2), (0.5, -19.6, 2.2), (6, -15, 1.7), (-1.4, -13, 1.2)):
                board.flat(oval(dx, dy, r, r * 0.8), 0xFBF5E8)


def _leaf(board: Board, trim: Trim) -> None:
    green = trim.own(board, 0x6FA552)
    with board.at(0, 0, turn=5 * trim.swing()):
        board.sheet(smooth([(0, -4), (-10, -14), (-8, -26), (0, -38), (8, -26), (10, -14)], closed=True), green, 2.5)
        board.stroke(smooth([(0, 2), (0, -16), (0, -35)]), darker(green, 0.25), 1.3)
        for k in range(3):
            for side in (-1, 1):
                board.stroke(line((0, -9 - k * 7), (side * (6.6 - k), -15 - k * 7)), darker(green, 0.25), 0.8, 0.8)


def _log(board: Board, trim: Trim) -> None:
    bark = trim.own(board, 0x6B4A36)
    stand(board, 32)
    board.sheet(box(-32, -16, 62, 16, 7), bark, 3)
    for x, y, w in ((-24, -11, 14), (-6, -6, 18), (8, -12, 12)):
        board.stroke(smooth([(x, y), (x + w / 2, y - 1), (x + w, y)]), darker(bark, 0.3), 1.1, 0.8)
    board.sheet(limb([(-12, -14), (-17, -25)], [6, 4.4]), darker(bark, 0.1), 1.2)
    board.sheet(oval(-20, -27.4, 5, 3), board.light.leaf[1], 1)
    board.sheet(oval(29, -8, 6.4, 8), lighter(bark, 0.45), 1)
    for r in (0.62, 0.28):
        board.stroke(oval(29, -8, 6.4 * r, 8 * r), bark, 0.9)


def _firewood(board: Board, trim: Trim) -> None:
    bark = trim.own(board, 0x6B4A36)
    stand(board, 24)
    for x, y in ((-15, -5.5), (0, -5.5), (15, -5.5), (-7.5, -15.5), (7.5, -15.5), (0, -25)):
        board.sheet(oval(x, y, 7.6, 5.8), bark, 2)
        board.sheet(oval(x, y, 6, 4.4), lighter(bark, 0.48), 0.5, edge=0)
        board.stroke(oval(x, y, 3, 2.2), lighter(bark, 0.15), 0.8)


def _rock(board: Board, trim: Trim) -> None:
    stone = trim.own(board, 0x9AA0A4)
    stand(board, 26)
    board.sheet(polygon([(-26, 0), (-20, -20), (-4, -29), (14, -23), (25, -8), (26, 0)]), stone, 4)
    board.sheet(polygon([(-4, -29), (14, -23), (25, -8), (8, -11), (0, -20)]), lighter(stone, 0.22), 1, edge=0)
    board.sheet(polygon([(10, 0), (15, -10), (27, -12), (35, -3), (34, 0)]), darker(stone, 0.15), 2.5)


def _stone(board: Board, trim: Trim) -> None:
    """Three pebbles."""
    stone = trim.own(board, 0x9A948C)
    stand(board, 11)
    for x, y, r, tone in ((-5, -4, 6.4, 0.12), (6, -3.4, 5.2, 0.0), (0, -8.6, 5, -1)):
        board.sheet(oval(x, y, r, r * 0.68), lighter(stone, 0.15) if tone < 0 else darker(stone, tone), 1.8)
        board.flat(oval(x - r * 0.3, y - r * 0.25, r * 0.3, r * 0.14), lighter(stone, 0.5), 0.8)


def _bush(board: Board, trim: Trim) -> None:
    leaf = board.light.leaf
    stand(board, 22)
    first = trim.own(board, 0) if trim.colour is not None else leaf[0]
    board.sheet(
        smooth(
            [(-23, 0), (-25, -10), (-17, -17), (-14, -25), (-2, -28), (8, -25), (17, -20), (24, -10), (22, 0), (0, 2)],
            closed=True,
        ),
        first,
        4,
    )
    board.sheet(
        smooth([(-15, 0), (-14, -9), (-6, -16), (6, -15), (14, -9), (16, 0), (0, 1.5)], closed=True),
        lighter(first, 0.12) if trim.colour is not None else leaf[1],
        3,
    )
    for x, y in ((-12, -17), (3, -21), (12, -13), (-3, -9), (7, -6)):
        board.stroke(smooth([(x - 3, y), (x, y - 2.4), (x + 3, y)]), leaf[2], 1.2, 0.8)


def _feather(board: Board, trim: Trim) -> None:
    plume = trim.own(board, 0x4F8FB0)
    with board.at(0, 0, turn=16 + 4 * trim.swing()):
        board.sheet(smooth([(0, -6), (6, -14), (8, -28), (2, -44), (-5, -30), (-5, -14)], closed=True), plume, 2)
        board.stroke(smooth([(0, 1), (0.8, -20), (1.8, -41)]), lighter(plume, 0.5), 1.2)
        for k in range(4):
            board.stroke(line((0.6, -12 - k * 7), (5.4, -18 - k * 7)), darker(plume, 0.25), 0.8, 0.8)
            board.stroke(line((0.6, -10 - k * 7), (-3.6, -16 - k * 7)), darker(plume, 0.25), 0.8, 0.8)


def _shell(board: Board, trim: Trim) -> None:
    pink = trim.own(board, 0xF0B49C)
    stand(board, 12)
    points: list[Point] = [(-3, -1), (3, -1)]
    for k in range(11):
        a = -pi * (0.08 + 0.84 * k / 10)
        points.append((15 * cos(a), -4 + 17 * sin(a) * (1.05 if k % 2 else 0.97)))
    board.sheet(smooth(points, closed=True, tension=8), pink, 2.5)
    for k in range(5):
        a = -pi * (0.18 + 0.64 * k / 4)
        board.stroke(line((0, -3), (13 * cos(a), -4 + 14.6 * sin(a))), darker(pink, 0.22), 1.1, 0.8)
    board.sheet(polygon([(-6, -4), (6, -4), (4, 0), (-4, 0)]), darker(pink, 0.1), 1)


def _star(board: Board, trim: Trim) -> None:
    """A star that has come down."""
    gold = trim.own(board, 0xF7CE57)
    board.glow(0, -18, 48, 0xFFE89A, 0.5 + 0.12 * trim.swing())
    points: list[Point] = []
    for k in range(10):
        a = pi * k / 5 - pi / 2
        r = 18.0 if k % 2 == 0 else 8.4
        points.append((r * cos(a), -17 + r * sin(a)))
    with board.at(0, 0, turn=4 * trim.swing(1, 0.25)):
        board.sheet(smooth(points, closed=True, tension=14), gold, 2.5)
        board.flat(
            smooth([(x * 0.55, -17 + (y + 17) * 0.55) for x, y in points], closed=True, tension=14),
            lighter(gold, 0.4),
            0.8,
        )


def _drop(board: Board, trim: Trim) -> None:
    water = trim.own(board, 0x6FB2CE)
    grow = 1 + 0.04 * trim.swing()
    board.sheet(
        smooth(
            [(0, -24 * grow), (4, -15), (7.4, -8), (5, -1.6), (0, 0), (-5, -1.6), (-7.4, -8), (-4, -15)], closed=True
        ),
        water,
        2,
    )
    board.flat(limb([(-3.4, -11), (-4.2, -6)], [1.4, 2.2]), 0xFFFFFF, 0.8)


def _moonstone(board: Board, trim: Trim) -> None:
    """A gem, cut."""
    gem = trim.own(board, 0x4FA8C0)
    stand(board, 9)
    board.sheet(polygon([(-11, -13), (-6, -20), (6, -20), (11, -13), (0, 0)]), gem, 2)
    board.flat(polygon([(-11, -13), (-4, -13), (-6, -20)]), lighter(gem, 0.25))
    board.flat(polygon([(-4, -13), (4, -13), (0, -20)]), lighter(gem, 0.5))
    board.flat(polygon([(-4, -13), (4, -13), (0, 0)]), lighter(gem, 0.16))
    board.flat(polygon([(4, -13), (11, -13), (0, 0)]), darker(gem, 0.18))
    s = 4 + 2 * trim.swing()
    for turn in (0, 90):
        with board.at(7, -20, turn=turn):
            board.flat(smooth([(0, -s), (s * 0.14, 0), (0, s), (-s * 0.14, 0)], closed=True, tension=12), 0xFFFFFF)


GROWTH: dict[str, Prop] = {
    "seed": Prop(draw=_seed, medium="hand", grip=(0, -7), size=0.012),
    "sprout": Prop(draw=_sprout, grip=(0, -4), size=0.12, cycle_s=3.0),
    "flower": Prop(draw=_flower, grip=(0, -12), cycle_s=3.0, size=0.3),
    "rose": Prop(draw=_rose, medium="hand", grip=(0, -10), size=0.3, cycle_s=3.0),
    "sunflower": Prop(draw=_sunflower, grip=(0, -20), size=1.0, cycle_s=3.0),
    "mushroom": Prop(draw=_mushroom, grip=(-4, -6), size=0.1),
    "leaf": Prop(draw=_leaf, medium="hand", grip=(0, 0), size=0.12, cycle_s=3.0),
    "log": Prop(draw=_log, top=-16),
    "firewood": Prop(draw=_firewood, top=-28, grip=(0, -14)),
    "rock": Prop(draw=_rock, top=-26),
    "stone": Prop(draw=_stone, grip=(0, -6), size=0.06),
    "bush": Prop(draw=_bush),
    "feather": Prop(draw=_feather, medium="hand", grip=(0, -2), size=0.16, cycle_s=3.0),
    "shell": Prop(draw=_shell, medium="hand", grip=(0, -4), size=0.06),
    "star": Prop(draw=_star, medium="hand", grip=(0, -8), size=0.3, cycle_s=2.4),
    "drop": Prop(draw=_drop, medium="air", grip=(0, -8), size=0.02, cycle_s=2.0),
    "gem": Prop(draw=_moonstone, medium="hand", grip=(0, -6), size=0.03, cycle_s=2.4),
}
