"""Where water runs in a house: taps, pipes, basins, and what washes."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import GOLD, Prop, Trim, stand, tint

_ENAMEL = 0xF1F0EA
_STEEL = 0xB4BEC6


def _drip(board: Board, trim: Trim, x: float, top: float, bottom: float) -> None:
    """A drop that gathers, falls and is gone."""
    at = trim.phase % 1.0
    y = top + (bottom - top) * max(0.0, at - 0.25) / 0.75 if at > 0.25 else top
    grown = min(1.0, 0.35 + at / 0.38) * (1.0 if at < 0.92 else (1.0 - at) / 0.08)
    with board.at(x, y, max(0.05, grown)):
        drop = smooth([(0, -3.6), (2, 0.2), (0, 2.2), (-2, 0.2)], closed=True)
        board.sheet(drop, tint(board, 0x58A6C8), 0.6)


def _tap(board: Board, trim: Trim) -> None:
    """A tap on its wall plate; it drips."""
    brass = trim.own(board, 0xC6A04A)
    board.sheet(oval(-13, -2, 3.4, 7.4), darker(brass, 0.2), 1.2)
    board.sheet(limb([(-13, -2), (-3, -2), (5, -2.4), (9.4, 1), (10, 7)], [5.6, 6.4, 6, 5.6, 5]), brass, 1.8)
    board.sheet(box(6.8, 6.2, 6.4, 3, 0.8), darker(brass, 0.15), 0.8)
    board.sheet(box(-2.6, -11, 4.4, 7, 1), darker(brass, 0.1), 1)
    board.sheet(limb([(-9, -12), (-0.4, -13), (8.2, -12)], [3.6, 4, 3.6]), brass, 1.4)
    board.stroke(smooth([(-10, -3.6), (0, -4.2), (6, -3.4)]), 0xFFFFFF, 0.9, 0.7)
    _drip(board, trim, 10, 11.4, 25)


def _pipe(board: Board, trim: Trim) -> None:
    """A water pipe with a joint that leaks."""
    steel = trim.own(board, 0x97A3AD)
    for a, b in (((-28, -8), (-2, -8)), ((4, -4), (4, 22))):
        board.sheet(limb([a, b], [8, 8]), steel, 1.8)
    board.sheet(limb([(-3, -8), (2.6, -7.4), (4, -2)], [8, 8.4, 8]), steel, 1.2)
    for x, y, w, h in ((-7, -13, 4.6, 10), (-1, -1, 10, 4.6), (-28, -13, 4.6, 10), (-1, 18, 10, 4.6)):
        board.sheet(box(x, y, w, h, 1.2), darker(steel, 0.18), 1)
    board.stroke(line((-22, -10), (-9, -10)), 0xFFFFFF, 1, 0.6)
    for x, y in ((-9, 3), (-5, 7), (-11, 11)):
        board.sheet(
            smooth([(x, y - 3), (x + 1.7, y), (x, y + 1.9), (x - 1.7, y)], closed=True), tint(board, 0x58A6C8), 0.5
        )
    _drip(board, trim, -5, 1, 22)


def _sink(board: Board, trim: Trim) -> None:
    """A washbasin on its foot, with its tap."""
    white, steel = trim.own(board, _ENAMEL), tint(board, _STEEL)
    stand(board, 12)
    board.sheet(
        smooth([(-7, -38), (7, -38), (5, -10), (8, 0), (-8, 0), (-5, -10)], closed=True, tension=9),
        darker(white, 0.1),
        1.8,
    )
    board.sheet(limb([(-9, -52), (-9, -59), (-2, -61), (1, -56)], [3, 3.2, 3.2, 3]), steel, 1.2)
    board.sheet(limb([(-13, -60), (-6, -60.6)], [2.4, 2.4]), steel, 0.8)
    board.sheet(
        smooth([(-23, -50), (23, -50), (17, -38), (8, -34), (-8, -34), (-17, -38)], closed=True, tension=10), white, 2.5
    )
    board.sheet(oval(0, -50.4, 23, 3), lighter(white, 0.3), 1)
    board.flat(oval(0, -50.2, 18, 1.9), tint(board, 0x9FC7D4))


def _bathtub(board: Board, trim: Trim) -> None:
    white = trim.own(board, _ENAMEL)
    stand(board, 44)
    for x in (-34, 30):
        board.sheet(oval(x, -2, 4, 3), tint(board, GOLD), 1)
    for x, y, r in ((-22, -36, 6), (-10, -38, 7), (3, -36, 6), (15, -37.4, 5.4), (24, -35, 4.4)):
        board.sheet(oval(x, y, r, r), tint(board, 0xEAF4F6), 0.8)
    tub = [(-45, -36), (45, -36), (40, -12), (32, -3), (-32, -3), (-40, -12)]
    board.sheet(smooth(tub, closed=True, tension=10), white, 3)
    board.sheet(limb([(-48, -36), (48, -36)], [4.4, 4.4]), lighter(white, 0.3), 1.4)
    board.stroke(smooth([(42, -38), (42, -48), (36, -49), (35, -45)]), tint(board, _STEEL), 2.6)


def _basin(board: Board, trim: Trim) -> None:
    """A wide basin of tin with water."""
    tin = trim.own(board, 0x6FA3B8)
    stand(board, 22)
    board.sheet(
        smooth([(-26, -15), (26, -15), (19, -1), (14, 0), (-14, 0), (-19, -1)], closed=True, tension=10), tin, 2.4
    )
    board.sheet(oval(0, -15, 27, 4.4), lighter(tin, 0.25), 1.2)
    board.flat(oval(0, -14.6, 24, 3.3), tint(board, 0x9FD0DE))
    board.stroke(smooth([(-16, -15), (-9, -13.8), (-2, -14.8), (6, -13.8)]), 0xFFFFFF, 0.7, 0.8)
    board.stroke(smooth([(-21, -8), (0, -5.6), (21, -8)]), darker(tin, 0.25), 1, 0.7)


def _washing_machine(board: Board, trim: Trim) -> None:
    white = trim.own(board, _ENAMEL)
    stand(board, 19)
    board.sheet(box(-18, -52, 36, 51, 2), white, 3)
    board.flat(box(-18, -44, 36, 0.9), darker(white, 0.25))
    for x, tone in ((-12, 0x3F8FA8), (8, 0x6E7680), (13, 0x6E7680)):
        board.flat(oval(x, -48, 1.8, 1.8), tint(board, tone))
    board.sheet(oval(0, -23, 13, 13), tint(board, _STEEL), 1.6)
    board.flat(oval(0, -23, 10, 10), tint(board, 0x2F4656))
    with board.within(oval(0, -23, 10, 10)), board.at(0, -23, turn=360 * trim.phase):
        for k, tone in enumerate((0xD0574A, 0xE8B83A, 0xEDE6D4)):
            with board.at(0, 0, turn=120 * k):
                board.sheet(smooth([(-4, -9), (4, -8), (2, -3), (-4, -4)], closed=True), tint(board, tone), 0.6)
    board.flat(polygon([(-7, -29), (-2, -31.4), (-8, -20)]), 0xFFFFFF, 0.3)


def _toilet(board: Board, trim: Trim) -> None:
    white = trim.own(board, _ENAMEL)
    stand(board, 14)
    board.sheet(box(-16, -46, 10, 26, 2), darker(white, 0.06), 2)
    board.sheet(
        smooth([(-12, -24), (14, -24), (9, -9), (7, 0), (-9, 0), (-10, -10)], closed=True, tension=9), white, 2.4
    )
    board.sheet(limb([(-9, -25), (15, -25)], [4, 4]), lighter(white, 0.3), 1.4)
    board.sheet(limb([(-8, -28), (-6, -44)], [2.4, 2.4]), lighter(white, 0.3), 1.2)


PLUMBING: dict[str, Prop] = {
    "tap": Prop(draw=_tap, medium="wall", size=0.1, cycle_s=1.4),
    "pipe": Prop(draw=_pipe, medium="wall", cycle_s=1.2),
    "sink": Prop(draw=_sink),
    "bathtub": Prop(draw=_bathtub),
    "washing_machine": Prop(draw=_washing_machine, top=-52, cycle_s=2.0),
    "basin": Prop(draw=_basin, grip=(0, -15), size=0.12),
    "toilet": Prop(draw=_toilet),
}
