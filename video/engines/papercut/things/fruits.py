"""Single fruits, nuts and beans: each is itself, and not a bowl of all."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, Point, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import WOOD, Prop, Trim, stand, tint

_GREEN = 0x5E9A3E
_STALK = 0x6B4A2E


def _leaf(board: Board, x: float, y: float, turn: float, size: float = 1.0) -> None:
    with board.at(x, y, size, turn=turn):
        board.sheet(smooth([(0, 0), (5, -3.4), (11, -1), (6, 2)], closed=True, tension=7), tint(board, _GREEN), 0.6)
        board.stroke(line((1, -0.4), (9, -1)), darker(tint(board, _GREEN), 0.25), 0.4)


def _shaped(
    usual: int, points: list[Point], stalk: Point, *, leaf: bool = True, half: float = 10
) -> Callable[[Board, Trim], None]:
    """The drawing of a fruit of this outline, with its stalk and a leaf at it."""

    def draw(board: Board, trim: Trim) -> None:
        skin = trim.own(board, usual)
        stand(board, half)
        x, y = stalk
        board.stroke(smooth([(x, y + 1), (x + 0.6, y - 3), (x + 1.6, y - 5)]), tint(board, _STALK), 1.3)
        board.sheet(smooth(points, closed=True, tension=6), skin, 2)
        top = min(dy for _, dy in points)
        board.flat(oval(-half * 0.42, top + half * 0.62, half * 0.16, half * 0.26), lighter(skin, 0.5), 0.8)
        if leaf:
            _leaf(board, x + 0.6, y - 2, -14)

    return draw


_orange_round = _shaped(
    0xE98A2A, [(0, -20), (8, -17), (10.4, -9.6), (7, -2), (0, 0), (-7, -2), (-10.4, -9.6), (-8, -17)], (0, -19.6)
)


def _orange(board: Board, trim: Trim) -> None:
    _orange_round(board, trim)
    skin = trim.own(board, 0xE98A2A)
    for x, y in ((3, -6), (6, -10), (1, -11), (-3, -5), (5, -4.6), (-6, -8), (3.6, -13.6)):
        board.flat(oval(x, y, 0.5, 0.5), darker(skin, 0.2), 0.8)


_lemon = _shaped(
    0xEFD23F,
    [(-13, -9), (-9, -14.6), (0, -17), (9, -14), (12, -10), (15, -8), (12, -6), (8, -1.6), (0, 0), (-8, -2)],
    (-13, -9.4),
    half=12,
)
_pear = _shaped(
    0xBFC24A,
    [(0, -28), (3.6, -25), (4.6, -18), (10, -10), (8, -2), (0, 0), (-8, -2), (-10, -10), (-4.6, -18), (-3.6, -25)],
    (0, -27.6),
)
_plum = _shaped(
    0x6E3F86,
    [(0, -18), (6, -17), (8.6, -9), (5.6, -1.4), (0, 0), (-5.6, -1.4), (-8.6, -9), (-6, -17)],
    (0, -17.4),
    half=8,
)
_fig = _shaped(
    0x5B3A66,
    [(0, -24), (2.4, -20), (9, -11), (8, -2.4), (0, 0), (-8, -2.4), (-9, -11), (-2.4, -20)],
    (0, -23.4),
    leaf=False,
)
_peach_round = _shaped(
    0xF0A36A, [(0, -19), (7, -19), (10.4, -10), (6.6, -2), (0, 0), (-6.6, -2), (-10.4, -10), (-7, -19)], (0, -18.4)
)


def _peach(board: Board, trim: Trim) -> None:
    _peach_round(board, trim)
    skin = trim.own(board, 0xF0A36A)
    board.flat(smooth([(3, -17), (9, -13), (8.6, -6), (4, -3), (5, -10)], closed=True), 0xD9604A, 0.35)
    board.stroke(smooth([(0, -18), (-1.6, -10), (0.6, -2)]), darker(skin, 0.3), 0.9)


def _cherries(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0xB8243A)
    stand(board, 11)
    for x, y in ((-7, -6), (6, -5.4)):
        board.stroke(smooth([(x, y - 4), (x * 0.5 + 1, y - 14), (3, -26)]), tint(board, _GREEN), 1)
        board.sheet(oval(x, y, 5.8, 5.6), skin, 1.4)
        board.flat(oval(x - 2, y - 2, 1.1, 1.5), lighter(skin, 0.55), 0.9)
    _leaf(board, 3, -26, 12)


def _strawberry(board: Board, trim: Trim) -> None:
    skin = trim.own(board, 0xD6343A)
    stand(board, 7)
    board.sheet(smooth([(-9, -17), (0, -19.6), (9, -17), (7, -8), (0, 0), (-7, -8)], closed=True), skin, 1.8)
    for x, y in ((-4, -14), (2, -15), (6, -12), (-1, -10), (-5, -9), (3, -8), (0, -4.6)):
        board.flat(oval(x, y, 0.6, 0.9), tint(board, 0xF2D98A))
    for turn in (-150, -110, -70, -30):
        with board.at(0, -18.4, turn=turn):
            board.sheet(smooth([(0, -1.6), (7, 0), (0, 1.6)], closed=True), tint(board, _GREEN), 0.4)
    board.stroke(line((0, -19), (1, -24)), tint(board, _GREEN), 1.2)


def _pomegranate(board: Board, trim: Trim) -> None:
    """Half a pomegranate, its seeds seen."""
    skin = trim.own(board, 0xB93A3A)
    stand(board, 12)
    board.sheet(polygon([(-4, -21), (-5, -27), (-1.6, -24), (0, -28), (1.6, -24), (5, -27), (4, -21)]), skin, 1)
    board.sheet(oval(0, -11.4, 12, 11.4), skin, 2)
    board.flat(oval(1.6, -10.6, 8.4, 7.8), tint(board, 0xF3DDB8))
    for x, y in (
        (-3, -13),
        (1, -15),
        (5, -13),
        (-4, -9),
        (0, -10.6),
        (4.4, -9.4),
        (7, -11),
        (-1.6, -6),
        (2.4, -5.6),
        (6, -7),
    ):
        board.flat(oval(x, y, 1.6, 1.3), tint(board, 0xA81F3C))


def _avocado(board: Board, trim: Trim) -> None:
    """Half an avocado with its stone."""
    skin = trim.own(board, 0x3E5A33)
    stand(board, 10)
    points: list[Point] = [
        (0, -27),
        (5, -23),
        (7, -16),
        (10.4, -9),
        (7, -1.6),
        (0, 0),
        (-7, -1.6),
        (-10.4, -9),
        (-7, -16),
        (-5, -23),
    ]
    board.sheet(smooth(points, closed=True), skin, 2)
    board.flat(smooth([(x * 0.8, y * 0.86 - 1.8) for x, y in points], closed=True), tint(board, 0xCFDB83))
    board.sheet(oval(0, -9.4, 4.6, 4.8), tint(board, 0x8A5636), 0.8)


def _papaya(board: Board, trim: Trim) -> None:
    """Half a papaya, cut open."""
    skin = trim.own(board, 0xD9A23A)
    stand(board, 18)
    board.sheet(
        smooth([(-22, -9), (-16, -16), (2, -17), (17, -13), (22, -8), (16, -2), (0, 0), (-16, -1.6)], closed=True),
        skin,
        2,
    )
    board.flat(
        smooth([(-19, -9), (-13, -14), (2, -15), (16, -11), (19, -8), (14, -4), (0, -2), (-14, -3.6)], closed=True),
        tint(board, 0xEE8250),
    )
    board.flat(smooth([(-12, -9), (0, -11.6), (13, -8.6), (0, -6)], closed=True), darker(tint(board, 0xEE8250), 0.2))
    for k in range(9):
        board.flat(oval(-9 + 2.4 * k, -9 + (0.9, -0.7, 0.5)[k % 3], 1, 0.9), tint(board, 0x2B2A26))


def _nuts(board: Board, trim: Trim) -> None:
    """Some walnuts, one cracked."""
    shell = trim.own(board, 0xB98250)
    stand(board, 16)
    for x, y in ((-9, -6), (5, -6.4), (-2, -14)):
        board.sheet(oval(x, y, 7, 6.4), darker(shell, 0.03 * (x + 9)), 1.4)
        board.stroke(smooth([(x - 6, y - 1), (x, y + 1), (x + 6, y - 1)]), darker(shell, 0.35), 0.8)
        for dx in (-3, 2):
            board.stroke(smooth([(x + dx, y - 5), (x + dx + 1.4, y - 2.4), (x + dx, y)]), darker(shell, 0.25), 0.6)
    board.sheet(oval(16, -4, 6, 4.4), darker(shell, 0.1), 1)
    board.flat(smooth([(12, -4.6), (15, -6.4), (18, -6), (20, -4), (16, -2)], closed=True), tint(board, 0xE9CFA0))


def _acorn(board: Board, trim: Trim) -> None:
    nut = trim.own(board, 0xB07A3C)
    stand(board, 7)
    board.sheet(smooth([(-7, -15), (7, -15), (6, -6), (0, 1), (-6, -6)], closed=True, tension=7), nut, 1.6)
    board.flat(oval(-2.6, -9, 1, 2.4), lighter(nut, 0.4), 0.8)
    board.sheet(
        smooth([(-9, -14), (-6, -20), (0, -22), (6, -20), (9, -14), (0, -12.6)], closed=True, tension=8),
        tint(board, 0x7A5636),
        1.2,
    )
    board.stroke(line((0, -21.6), (1.4, -26)), tint(board, _STALK), 1.6)


def _beans(board: Board, trim: Trim) -> None:
    """A bowl of beans."""
    bean = trim.own(board, 0x8F3A34)
    stand(board, 17)
    for k in range(15):
        x = -14 + 4.6 * (k % 7) + 1.6 * (k // 7)
        y = -15.4 - 2.6 * (k // 7) - 1.4 * (1 - abs(x) / 14)
        board.sheet(oval(x, y, 2.9, 1.9), darker(bean, 0.07 * (k % 3)), 0.4)
    board.sheet(
        smooth([(-19, -15), (19, -15), (12, -2), (7, 0), (-7, 0), (-12, -2)], closed=True, tension=11),
        tint(board, 0xC79A62),
        2,
    )
    board.stroke(line((-17.6, -11.6), (17.6, -11.6)), tint(board, WOOD), 1)


def _peanuts(board: Board, trim: Trim) -> None:
    shell = trim.own(board, 0xD2A366)
    stand(board, 15)
    for x, y, turn in ((-8, -4, 12), (7, -4, -16), (0, -10, 34)):
        with board.at(x, y, turn=turn):
            board.sheet(
                smooth([(-10, 0), (-6, -4), (0, -2.6), (6, -4), (10, 0), (6, 4), (0, 2.6), (-6, 4)], closed=True),
                shell,
                1.2,
            )
            for dx in (-7, -4, 4, 7):
                board.stroke(line((dx, -2), (dx, 2)), darker(shell, 0.25), 0.5)


def _millet(board: Board, trim: Trim) -> None:
    """Stalks of millet with their thick heads."""
    head = trim.own(board, 0xC99A4A)
    stand(board, 12)
    for x, lean in ((-9, -5), (0, 0), (9, 5)):
        board.stroke(smooth([(x * 0.3, 0), (x * 0.7, -34), (x + lean * 0.4, -52)]), tint(board, 0x8FA04A), 1.8)
        board.sheet(limb([(x + lean * 0.4, -50), (x + lean * 0.8, -64), (x + lean, -78)], [5, 7.4, 4]), head, 1.4)
        for k in range(7):
            board.flat(oval(x + lean * 0.6 + (1.4, -1.4)[k % 2], -53 - 3.4 * k, 1, 1), lighter(head, 0.35))
    for side in (-1, 1):
        board.sheet(limb([(0, -12), (side * 12, -26), (side * 20, -18)], [2, 4, 0.6]), tint(board, 0x8FA04A), 0.8)
    board.sheet(box(-5, -8, 10, 4, 1.6), tint(board, 0xB98A50), 0.8)


def _held(draw: Callable[[Board, Trim], None], size: float, up: float = -5) -> Prop:
    return Prop(draw=draw, medium="hand", grip=(0, up), size=size)


FRUITS: dict[str, Prop] = {
    "orange": _held(_orange, 0.05),
    "lemon": _held(_lemon, 0.045),
    "pear": _held(_pear, 0.07),
    "plum": _held(_plum, 0.03),
    "fig": _held(_fig, 0.04),
    "peach": _held(_peach, 0.05),
    "cherries": _held(_cherries, 0.04, -24),
    "strawberry": _held(_strawberry, 0.03),
    "pomegranate": _held(_pomegranate, 0.06),
    "avocado": _held(_avocado, 0.07),
    "papaya": _held(_papaya, 0.1),
    "acorn": _held(_acorn, 0.03),
    "nuts": Prop(draw=_nuts, medium="table", grip=(0, -5), size=0.04),
    "peanuts": Prop(draw=_peanuts, medium="table", grip=(0, -4), size=0.02),
    "beans": Prop(draw=_beans, medium="table", grip=(0, -8), size=0.07),
    "millet": Prop(draw=_millet, grip=(0, -20), size=0.9),
}
