"""More that is blown, beaten and plucked: horns, whistles, bagpipes, hand drums, koras, gongs, marimbas."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    GOLD,
    PALE_WOOD,
    ROPE,
    WOOD,
    Prop,
    Trim,
    stand,
    tint,
)


def _whistle(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xC8443C)
    board.stroke(smooth([(-10, -9), (-20, -16), (-14, -25), (-4, -22)]), tint(board, CREAM), 1.4)
    body = [(20, -19), (1, -19), (-9, -17), (-12, -8), (-6, 0), (3, -2), (7, -10), (20, -12)]
    board.sheet(smooth(body, closed=True, tension=10), coat, 2)
    board.flat(polygon([(4, -19), (10, -19), (8, -15), (4.6, -15)]), darker(coat, 0.6))
    board.flat(oval(-3, -9, 3, 3), darker(coat, 0.35))
    board.sheet(oval(-11, -8, 2, 2), tint(board, GOLD), 0.6)
    board.stroke(smooth([(-8, -13), (-4, -16), (0, -16.4)]), lighter(coat, 0.5), 1.2, 0.8)


def _horn(board: Board, trim: Trim) -> None:
    """The horn of a beast, to be blown."""
    horn = trim.own(board, 0xB98A58)
    board.stroke(smooth([(-22, -20), (-6, -2), (14, -8), (22, -26)]), tint(board, 0x8A3B32), 1.6)
    board.sheet(limb([(-25, -22), (-17, -17), (-4, -16), (10, -22), (20, -35)], [3, 6, 10, 14, 18]), horn, 2.4)
    board.sheet(limb([(18, -32.6), (20.6, -36)], [17.6, 19]), tint(board, GOLD), 1)
    board.sheet(limb([(-3, -16), (-0.6, -16.6)], [10.6, 11.4]), tint(board, GOLD), 1)
    board.sheet(limb([(-27, -23.4), (-23, -20.8)], [3, 4]), tint(board, CREAM), 0.8)
    with board.at(22.4, -38.6, turn=36):
        board.sheet(oval(0, 0, 9.4, 4), darker(horn, 0.55), 0.6)
    board.stroke(smooth([(-15, -19), (-6, -19.6), (8, -26)]), lighter(horn, 0.4), 1.3, 0.7)


def _bagpipes(board: Board, trim: Trim) -> None:
    """A bag, its chanter, its blowpipe and three drones."""
    bag = trim.own(board, 0x7A2F3C)
    wood, ivory = tint(board, 0x4A3228), tint(board, CREAM)
    for x, y, turn, tall in ((-3, -30, -20, 40), (4, -32, -6, 44), (11, -32, 8, 36)):
        with board.at(x, y, turn=turn):
            board.sheet(limb([(0, 4), (0, -tall)], [3, 3.6]), wood, 1.2)
            for share in (0.36, 0.7, 1.0):
                board.sheet(box(-2.7, -tall * share - 1, 5.4, 2.6, 0.8), ivory, 0.6)
    board.sheet(limb([(-14, -24), (-25, -40)], [3, 2.4]), wood, 1)
    board.sheet(
        smooth([(-20, -17), (-13, -29), (4, -34), (20, -28), (24, -15), (14, -5), (-4, -4), (-16, -8)], closed=True),
        bag, 3,
    )  # fmt: skip
    for x in (-10, 0, 10):
        board.stroke(smooth([(x - 3, -30), (x, -18), (x - 2, -6)]), lighter(bag, 0.25), 1.2, 0.7)
    for y in (-23, -13):
        board.stroke(smooth([(-18, y), (2, y - 3), (22, y)]), tint(board, 0x2F7F86), 1.3, 0.9)
    with board.at(-14, -9, turn=24):
        board.sheet(limb([(0, -2), (0, 24)], [3, 4.4]), wood, 1.2)
        for k in range(4):
            board.flat(oval(0, 5 + k * 4.4, 0.9, 0.9), ivory)


def _saxophone(board: Board, trim: Trim) -> None:
    brass = trim.own(board, GOLD)
    board.sheet(limb([(-13, -66), (-7, -69), (-3, -63)], [2.6, 3, 3.6]), darker(brass, 0.1), 1)
    board.sheet(limb([(-18, -65), (-12, -67)], [3.4, 2.8]), tint(board, DARK_IRON), 0.8)
    board.sheet(limb([(-3, -65), (2, -20), (7, -6), (16, -3), (22, -12), (25, -36)], [4, 7, 9, 10, 12, 17]), brass, 2.4)
    with board.at(25.4, -38, turn=6):
        board.sheet(oval(0, 0, 10.6, 3.6), lighter(brass, 0.25), 1)
        board.flat(oval(0, 0.4, 7.8, 2.2), darker(brass, 0.5))
    for k in range(5):
        x, y = -1.4 + k * 0.9, -54 + k * 8.6
        board.sheet(oval(x, y, 3, 3), lighter(brass, 0.35), 0.8)
        board.stroke(oval(x, y, 1.6, 1.6), darker(brass, 0.3), 0.7)
    board.stroke(smooth([(4.6, -56), (8, -28), (10, -14)]), darker(brass, 0.3), 1.3)


def _tambourine(board: Board, trim: Trim) -> None:
    """A tambourine that is shaken."""
    hoop = trim.own(board, 0xC8443C)
    with board.at(0, 0, turn=5 * trim.swing(2)):
        board.sheet(oval(0, -22, 21, 21), hoop, 2.6)
        board.sheet(oval(0, -22, 17.4, 17.4), tint(board, CREAM), 1.2)
        board.stroke(oval(0, -22, 13, 13), darker(tint(board, CREAM), 0.16), 1)
        for k in range(8):
            a = 2 * pi * (k + 0.5) / 8
            x, y = 19.2 * cos(a), -22 + 19.2 * sin(a)
            with board.at(x, y, turn=360 * (k + 0.5) / 8):
                board.flat(box(-1.8, -4.4, 3.6, 8.8, 1), darker(hoop, 0.6))
                for side in (-1, 1):
                    board.sheet(oval(1.2 * side + 0.4 * trim.swing(4), 0, 1.3, 4), tint(board, GOLD), 0.6)
        for x, tone in ((-3, 0x2F7F86), (1, GOLD)):
            board.stroke(smooth([(x, -3), (x - 3 + 2 * trim.swing(2), 8), (x + 1, 16)]), tint(board, tone), 1.8)


def _djembe(board: Board, trim: Trim) -> None:
    """A goblet drum under its skin, laced with rope."""
    wood = trim.own(board, 0x8A4F2E)
    stand(board, 13)
    shape = [(-19, -58), (-19, -46), (-8, -26), (-11, -10), (-13, 0)]
    body = smooth([*shape, *((-x, y) for x, y in reversed(shape))], closed=True, tension=9)
    board.sheet(body, wood, 2.8)
    with board.within(body):
        board.flat(box(-14, -9, 28, 3), darker(wood, 0.35))
        for k in range(6):
            x = -11 + k * 4.4
            board.flat(polygon([(x - 1.8, -12), (x, -16), (x + 1.8, -12)]), tint(board, GOLD))
    for k in range(8):
        x = -18 + k * 4.5
        board.stroke(line((x, -55), (x * 0.62 + 1, -37), (x + 4.5, -55)), tint(board, ROPE), 1.1)
    board.stroke(smooth([(-12, -37), (0, -34), (12, -37)]), tint(board, ROPE), 2)
    board.sheet(smooth([(-20, -56), (0, -51), (20, -56), (20, -60), (-20, -60)], closed=True, tension=9),
                tint(board, ROPE), 1.2)  # fmt: skip
    board.sheet(oval(0, -60, 20, 5.4), tint(board, 0xEBDDBF), 1.4)
    board.flat(oval(0, -60, 11, 2.8), darker(tint(board, 0xEBDDBF), 0.1))


def _kora(board: Board, trim: Trim) -> None:
    """A half calabash with a long neck and many strings."""
    gourd = trim.own(board, 0xB5763A)
    with board.at(0, 0, 0.78):
        board.sheet(limb([(0, -2), (0, -128)], [4, 3]), tint(board, WOOD), 1.6)
        for k in range(6):
            board.sheet(box(-3, -88 - k * 6.4, 6, 2.2, 0.8), tint(board, 0x4A3228), 0.6)
        for x in (-13, 13):
            board.sheet(limb([(x, -12), (x * 0.8, -62)], [2.4, 2]), tint(board, WOOD), 1)
        board.sheet(oval(0, -29, 25, 27), gourd, 3)
        board.sheet(oval(0, -29, 21, 23), tint(board, 0xE6D3AE), 1.2)
        for k in range(20):
            a = 2 * pi * k / 20
            board.flat(oval(22.6 * cos(a), -29 + 24.6 * sin(a), 0.9, 0.9), tint(board, DARK_IRON))
        board.flat(oval(12, -42, 3.4, 3.4), darker(gourd, 0.55))
        for side in (-1, 1):
            for k in range(4):
                board.stroke(
                    line((side * (2 + k * 0.7), -24 - k * 3), (side * 0.8, -90 - k * 8)), tint(board, CREAM), 0.6
                )
        board.sheet(box(-4.4, -38, 8.8, 20, 1), tint(board, WOOD), 1)


def _gong(board: Board, trim: Trim) -> None:
    """A gong in its frame that swings."""
    metal = trim.own(board, 0xC08A3C)
    stand(board, 32)
    wood = tint(board, 0x6E3A2E)
    for x in (-31, 31):
        board.sheet(box(x - 3, -74, 6, 74, 1), wood, 2)
        board.sheet(box(x - 8, -4, 16, 4, 1), darker(wood, 0.15), 1)
    board.sheet(smooth([(-40, -74), (-34, -80), (34, -80), (40, -74), (34, -73), (-34, -73)], closed=True, tension=10),
                wood, 2)  # fmt: skip
    with board.at(0, -74, turn=3 * trim.swing()):
        for x in (-12, 12):
            board.stroke(line((x, 0), (x * 1.1, 17)), tint(board, ROPE), 1.3)
        board.sheet(oval(0, 36, 25, 25), darker(metal, 0.16), 2.4)
        board.sheet(oval(0, 36, 20, 20), metal, 1)
        for r in (15, 11):
            board.stroke(oval(0, 36, r, r), darker(metal, 0.2), 0.9)
        board.sheet(oval(0, 36, 6, 6), lighter(metal, 0.25), 1.4)


def _marimba(board: Board, trim: Trim) -> None:
    """Bars of wood over gourds, and two sticks."""
    wood = trim.own(board, 0xA8643A)
    stand(board, 44)
    for x in (-38, 38):
        board.sheet(
            polygon([(x * 0.9 - 2, -44), (x * 0.9 + 2, -44), (x + 1.7, 0), (x - 1.7, 0)]), tint(board, PALE_WOOD), 1.6
        )
    board.sheet(limb([(-36, -13), (36, -13)], [3, 3]), tint(board, PALE_WOOD), 1.2)
    for k in range(7):
        x, r = -33 + k * 11, 7.4 - k * 0.6
        board.sheet(smooth([(x - 2, -42), (x + 2, -42), (x + r, -30), (x, -22 - k * 0.8), (x - r, -30)], closed=True),
                    darker(tint(board, 0xC08A4A), 0.04 * (k % 2)), 1.4)  # fmt: skip
    board.sheet(polygon([(-43, -42), (43, -42), (41, -46), (-41, -46)]), tint(board, PALE_WOOD), 1.6)
    for k in range(9):
        x = -40 + k * 9.1
        board.sheet(box(x, -51 + k * 0.4, 7, 11 - k * 0.6, 1), darker(wood, 0.1 * (k % 2)), 1.2)
    for x, y, turn in ((-18, -56, 62), (20, -57, -58)):
        with board.at(x, y, turn=turn):
            board.sheet(limb([(0, 0), (0, -26)], [1.6, 1.4]), tint(board, PALE_WOOD), 0.8)
            board.sheet(oval(0, 0, 3.4, 3), tint(board, 0xC8443C), 1)


def _harmonica(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x9AA5AC)
    board.sheet(box(-20, -13, 40, 13, 2.4), coat, 2)
    board.sheet(box(-20, -8.6, 40, 4.6), tint(board, 0x7A3B2C), 0.8)
    for k in range(8):
        board.flat(box(-16.6 + k * 4.3, -7.8, 3, 3), darker(coat, 0.7))
    board.stroke(line((-15, -10.8), (15, -10.8)), lighter(coat, 0.5), 1)


def _xylophone(board: Board, trim: Trim) -> None:
    """A child's: bars of many colours, and a stick."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 27)
    board.sheet(polygon([(-28, -3), (28, -7), (28, -11), (-28, -17)]), wood, 2)
    for k, tone in enumerate((0xC8443C, 0xDD7A32, 0xE8B83A, 0x6E9A4E, 0x2F7F86, 0x3A6EA5, 0x7D4F96)):
        x, half = -26 + k * 7.6, 11 - k * 0.9
        board.sheet(box(x, -10 - half, 6, 2 * half, 1.4), tint(board, tone), 1.4)
        for y in (-half + 3, half - 3):
            board.flat(oval(x + 3, -10 + y, 0.8, 0.8), tint(board, CREAM))
    with board.at(4, -23, turn=58):
        board.sheet(limb([(0, 0), (0, -26)], [1.7, 1.7]), wood, 0.8)
        board.sheet(oval(0, 0, 3, 3), tint(board, 0xC8443C), 1)


def _cymbals(board: Board, trim: Trim) -> None:
    """Two cymbals that meet."""
    brass = trim.own(board, GOLD)
    gap = 9 + 3 * trim.beat()
    for side in (-1, 1):
        with board.at(side * gap, -22, turn=side * 9):
            board.stroke(smooth([(side * 3, -2), (side * 12, -6), (side * 10, 6), (side * 3, 2)]),
                         tint(board, 0x7A3B2C), 2)  # fmt: skip
            board.sheet(oval(0, 0, 5.4, 21), darker(brass, 0.12 if side < 0 else 0), 2)
            board.stroke(oval(0, 0, 3.2, 14), darker(brass, 0.3), 0.8)
            board.sheet(oval(side * 2.4, 0, 3, 6), lighter(brass, 0.2), 0.8)


SOUNDING: dict[str, Prop] = {
    "whistle": Prop(draw=_whistle, medium="hand", grip=(-2, -6), size=0.035),
    "horn": Prop(draw=_horn, medium="hand", grip=(4, -18), size=0.22),
    "bagpipes": Prop(draw=_bagpipes, medium="hand", grip=(2, -14), size=0.5),
    "saxophone": Prop(draw=_saxophone, medium="hand", grip=(3, -34), size=0.42),
    "tambourine": Prop(draw=_tambourine, medium="hand", grip=(0, -3), size=0.15, cycle_s=0.8),
    "djembe": Prop(draw=_djembe, top=-60, size=0.36, grip=(0, -28)),
    "kora": Prop(draw=_kora, medium="hand", grip=(0, -50), size=0.7),
    "gong": Prop(draw=_gong, cycle_s=3.0),
    "marimba": Prop(draw=_marimba, size=0.5),
    "harmonica": Prop(draw=_harmonica, medium="hand", grip=(-8, -5), size=0.03),
    "xylophone": Prop(draw=_xylophone, medium="table", size=0.1),
    "cymbals": Prop(draw=_cymbals, medium="hand", grip=(0, -20), size=0.2, cycle_s=0.8),
}
