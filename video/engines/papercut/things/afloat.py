"""Boats and what fishers use; (0, 0) of what floats is its waterline."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    IRON,
    PALE_WOOD,
    ROPE,
    WOOD,
    Prop,
    Trim,
    pole,
    stand,
    tint,
)


def _hull(points: tuple[float, float, float, float], deep: float, sag: float | None = None) -> skia.Path:
    """A hull from stern to stem: left end x, y; right end x, y; ``sag`` = whither its rail is drawn."""
    lx, ly, rx, ry = points
    path = skia.Path()
    path.moveTo(lx, ly)
    path.quadTo((lx + rx) / 2, max(ly, ry) + deep * 0.45 if sag is None else sag, rx, ry)
    path.quadTo(rx * 0.86, deep * 0.1, rx * 0.58, deep)
    path.lineTo(lx * 0.62, deep)
    path.quadTo(lx * 0.86, deep * 0.1, lx, ly)
    path.close()
    return path


def _boat(board: Board, trim: Trim) -> None:
    """A boat with two sails."""
    hull, wood, sail = trim.own(board, 0xB5533C), tint(board, WOOD), tint(board, 0xF6EBD5, 0.8)
    belly = 2.2 * trim.swing()
    with board.at(0, 1.2 * trim.swing(1, 0.25), turn=1.6 * trim.swing()):
        board.sheet(box(-3, -106, 3.4, 94), wood, 2)
        board.sheet(smooth([(2, -102), (33 + belly, -58), (46, -24), (2, -22)], closed=True, tension=8), sail, 4)
        for k in (0.35, 0.65):
            board.stroke(
                smooth([(3, -102 + 78 * k), (22 * k + 8 + belly * k, -101 + 79 * k), (44 * k, -100 + 78 * k)]),
                darker(sail, 0.25),
                0.8,
                0.7,
            )
        board.sheet(
            smooth([(-5, -96), (-29 + belly, -50), (-38, -24), (-5, -22)], closed=True, tension=8), darker(sail, 0.1), 4
        )
        wave = 3 * trim.swing(2)
        board.sheet(
            smooth(
                [(0, -106), (10, -105 + wave * 0.4), (18, -103 - wave * 0.4), (9, -101 + wave * 0.3), (0, -99)],
                closed=True,
            ),
            hull,
            1,
        )
        board.sheet(_hull((-58, -23, 60, -25), 3), hull, 4)
        board.stroke(smooth([(-56, -18.5), (0, -9), (57, -20)]), tint(board, 0xF3E3BC, 0.8), 2)


def _canoe(board: Board, trim: Trim) -> None:
    hull = trim.own(board, 0x9A6238)
    with board.at(0, 1.0 * trim.swing(1, 0.25), turn=1.2 * trim.swing()):
        body = smooth(
            [(-56, -20), (-44, -9), (0, -6.5), (44, -9), (56, -20), (50, -2), (36, 4), (-36, 4), (-50, -2)],
            closed=True,
            tension=7,
        )
        board.sheet(smooth([(-50, -13), (0, -9.5), (50, -13), (0, -5)], closed=True), darker(hull, 0.45), 1)
        board.sheet(body, hull, 4)
        board.stroke(smooth([(-53, -15), (-40, -5.5), (0, -3), (40, -5.5), (53, -15)]), lighter(hull, 0.4), 1.6, 0.9)
        for i in range(7):
            x = -30 + i * 10
            board.flat(polygon([(x - 3, 0), (x, -2.6), (x + 3, 0), (x, 2.4)]), tint(board, 0xE9C46A, 0.8), 0.9)


def _rowboat(board: Board, trim: Trim) -> None:
    """An open boat of planks with a thwart; who sits in it is behind its side."""
    hull, wood = trim.own(board, 0x4F8A83), tint(board, PALE_WOOD)
    with board.at(0, 1.1 * trim.swing(1, 0.25), turn=1.3 * trim.swing()):
        body = _hull((-58, -25, 60, -29), 6, sag=-0.5)  # nothing of it is before who sits in it but its side
        board.sheet(body, hull, 4)
        with board.within(body):
            for k, tone in ((0, 0.1), (1, 0.2)):
                y = -11 + 8 * k
                board.stroke(smooth([(-60, y - 6), (0, y + 3), (62, y - 8)]), darker(hull, tone + 0.1), 1.3, 0.8)
        board.stroke(smooth([(-57, -23.5), (-28, -15.5), (0, -13), (30, -16.5), (59, -27)]), wood, 4.2)
        board.stroke(smooth([(-57, -25), (-28, -17), (0, -14.5), (30, -18), (59, -28.5)]), lighter(wood, 0.25), 1.2)


def _raft(board: Board, trim: Trim) -> None:
    wood, cloth = tint(board, 0xA9774A), trim.own(board, 0xE6D3A8)
    with board.at(0, 1.0 * trim.swing(1, 0.25), turn=1.2 * trim.swing()):
        pole(board, (-4, -5), (-4, -82), 3.4, tint(board, WOOD))
        pole(board, (-28, -76), (22, -76), 2.6, tint(board, WOOD))
        belly = 2 * trim.swing()
        board.sheet(
            smooth(
                [(-25, -74), (19, -74), (22 + belly, -50), (18, -26), (-24, -26), (-21 + belly, -50)],
                closed=True,
                tension=9,
            ),
            cloth,
            3.5,
        )
        for k in (0, 1):  # bands, not a disc: no flag of any state
            y = -60 + 17 * k
            board.stroke(smooth([(-22, y), (0, y + 1.5), (19 + belly, y)]), tint(board, 0xC8643E), 4.2, 0.9)
        for i in range(6):
            x = -44 + i * 17.5
            board.sheet(box(x - 9, -8, 18, 9, 4.5), darker(wood, 0.07 * (i % 2)), 2)
            board.stroke(oval(x, -3.5, 4, 3), darker(wood, 0.3), 0.8, 0.7)
        for x in (-35, 0, 35):
            board.stroke(line((x, -8), (x + 1, 1)), tint(board, ROPE), 1.5)


def _ship(board: Board, trim: Trim) -> None:
    """A great ship with three masts."""
    hull, wood, sail = trim.own(board, 0x7A4A30), tint(board, WOOD), tint(board, CREAM, 0.8)
    with board.at(0, 1.6 * trim.swing(1, 0.25), turn=1.2 * trim.swing()):
        board.sheet(limb([(66, -40), (112, -62)], [4, 2]), wood, 2)
        for x, tall in ((-58, 130), (-4, 158), (48, 136)):
            board.sheet(box(x - 2, -tall, 4, tall - 26), wood, 2)
            for k, (low, share) in enumerate(((0.34, 1.0), (0.62, 0.8), (0.85, 0.56))):
                y, wide, deep = -tall * low - 16, 25 * share, tall * 0.2
                puff = 1.6 * trim.swing(1, 0.1 * k)
                board.sheet(
                    smooth([(x - wide, y - deep), (x + wide, y - deep), (x + wide * 1.25 + puff, y - deep * 0.4),
                        (x + wide * 0.95, y),
                            (x - wide * 0.95, y), (x - wide * 0.7 + puff, y - deep * 0.45)], closed=True, tension=8),
                    darker(sail, 0.05 * k), 2.5,
                )  # fmt: skip
            wave = 2 * trim.swing(2)
            board.sheet(smooth([(x, -tall - 1), (x - 9, -tall - 2 - wave * 0.5), (x - 17, -tall + 1 + wave * 0.5),
                (x - 8, -tall + 4), (x, -tall + 5)],
                               closed=True), tint(board, 0xC8443C), 1)  # fmt: skip
        board.sheet(smooth([(66, -44), (106, -60), (70, -22)], closed=True, tension=9), darker(sail, 0.08), 2)
        body = skia.Path()
        body.moveTo(-86, -58)
        body.lineTo(-62, -56)
        body.lineTo(-56, -32)
        body.quadTo(10, -22, 62, -34)
        body.lineTo(78, -44)
        body.quadTo(70, -4, 50, 5)
        body.lineTo(-62, 5)
        body.quadTo(-80, -10, -86, -58)
        board.sheet(body, hull, 5)
        board.stroke(smooth([(-80, -26), (0, -13), (70, -26)]), tint(board, 0xE3B65A), 2.4)
        for i in range(5):
            board.sheet(oval(-44 + i * 21, -10, 3, 3), darker(hull, 0.5), 0.5)
        for x in (-78, -70):
            board.flat(box(x, -46, 5, 6, 1), 0xFFE3A0 if board.light.lit else tint(board, 0xBFD9DE))


def _oar(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    board.sheet(limb([(0, -96), (0, -26)], [2.8, 2.6]), wood, 2)
    board.sheet(smooth([(-2, -30), (2, -30), (5.4, -18), (4.4, 0), (-4.4, 0), (-5.4, -18)], closed=True), wood, 2)
    board.stroke(line((0, -24), (0, -4)), darker(wood, 0.25), 0.8, 0.7)
    board.stroke(line((-3, -95), (3, -95)), darker(wood, 0.1), 2.6)


def _oar_out(board: Board, trim: Trim) -> None:
    """An oar over the side of a boat, its blade in the water behind who rows; the hand is at (0, -40)."""
    wood = trim.own(board, PALE_WOOD)
    with board.at(0, -40, turn=7 * trim.swing()):
        board.sheet(limb([(6, -10), (0, 0), (-21, 34)], [3.4, 3.0, 3.4]), wood, 2)
        board.sheet(
            smooth([(-19, 30), (-16, 33), (-22, 46), (-29, 54), (-35, 50), (-31, 40), (-23, 31)], closed=True), wood, 2
        )
        board.stroke(line((-22, 36), (-29, 48)), darker(wood, 0.25), 0.8, 0.7)


def _net(board: Board, trim: Trim) -> None:
    rope, sway = tint(board, ROPE, 0.8), trim.swing()
    stand(board, 26)
    for x in (-23, 21):
        board.sheet(box(x, -54, 3, 54), tint(board, WOOD), 2)
    for i in range(9):
        x = -20 + i * 5.2
        board.stroke(
            smooth([(x, -48), (x + (i - 4) * -0.6 + sway, -30), (x + sway * 0.6, -12 - 4 * (i % 2))]), rope, 0.8, 0.9
        )
    for k in range(6):
        board.stroke(smooth([(-22, -48 + k * 6.5), (sway, -43 + k * 6.5), (22, -48 + k * 6.5)]), rope, 0.8, 0.9)
    for x in (-14, 0, 14):
        board.sheet(oval(x, -43.5, 2.4, 2.4), trim.own(board, 0xD8503F), 1)


def _fishing_rod(board: Board, trim: Trim) -> None:
    bend = 2 * trim.swing()
    board.sheet(
        limb([(0, 0), (4, -34), (18, -76 + bend * 0.3), (38, -96 + bend)], [3, 2.4, 1.6, 0.8]),
        trim.own(board, PALE_WOOD),
        1.5,
    )
    board.sheet(limb([(-0.4, 2), (1.4, -14)], [4, 3.6]), tint(board, 0x5C3E2E), 1)
    board.sheet(oval(4.6, -18, 3, 3), tint(board, IRON), 1)
    board.stroke(smooth([(38, -96 + bend), (43, -60), (42 + bend, -26)]), tint(board, 0xEDEAE0), 0.6)
    board.sheet(oval(42 + bend, -24, 2.2, 2.8), tint(board, 0xD8503F), 0.8)
    board.stroke(
        smooth([(42 + bend, -21), (42 + bend, -15), (39.6 + bend, -14), (39.4 + bend, -17)]),
        tint(board, DARK_IRON),
        0.8,
    )


def _anchor(board: Board, trim: Trim) -> None:
    iron = trim.own(board, DARK_IRON)
    stand(board, 15)
    board.stroke(oval(0, -46, 4, 4), iron, 2.6)
    board.sheet(limb([(0, -42), (0, -3)], [4, 5]), iron, 2)
    board.sheet(limb([(-11, -36), (11, -36)], [3.4, 3.4]), lighter(iron, 0.08), 1.5)
    board.sheet(limb([(-19, -15), (-13, -4), (0, -2), (13, -4), (19, -15)], [2, 5, 6, 5, 2]), iron, 2)
    for side in (-1, 1):
        board.sheet(polygon([(side * 20, -23), (side * 24, -11), (side * 13, -13)]), iron, 1)
    board.stroke(smooth([(0, -50), (8, -52), (10, -44), (17, -40), (18, -30)]), tint(board, ROPE), 1.8)


AFLOAT: dict[str, Prop] = {
    "boat": Prop(draw=_boat, medium="water", cycle_s=4.0, top=-14),
    "canoe": Prop(draw=_canoe, medium="water", cycle_s=4.0, top=-7),
    "rowboat": Prop(draw=_rowboat, medium="water", cycle_s=4.0, top=-14),
    "raft": Prop(draw=_raft, medium="water", cycle_s=4.0, top=-8),
    "ship": Prop(draw=_ship, medium="water", cycle_s=5.0, top=-28),
    "oar": Prop(draw=_oar, medium="hand", grip=(0, -78)),
    "oar_out": Prop(draw=_oar_out, medium="water", cycle_s=2.6),
    "net": Prop(draw=_net, cycle_s=4.0),
    "fishing_rod": Prop(draw=_fishing_rod, medium="hand", grip=(1, -8), cycle_s=3.0),
    "anchor": Prop(draw=_anchor, grip=(0, -46)),
}
