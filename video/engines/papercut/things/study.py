"""What one looks, reads and finds one's way with: telescopes, glasses, compasses, hourglasses, scrolls, globes."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    GOLD,
    PALE_WOOD,
    WOOD,
    Prop,
    Trim,
    ring,
    stand,
    tint,
)

_GLASS, _BRASS, _INK = 0xBFE0E6, 0xC9A24A, 0x3A2A28


def _telescope(board: Board, trim: Trim) -> None:
    """A telescope on three legs that looks up into the sky."""
    tube = trim.own(board, 0x3A5E8C)
    stand(board, 24)
    for x in (-22, 3, 24):
        board.sheet(polygon([(-1.8, -58), (1.8, -58), (x + 1.4, 0), (x - 1.4, 0)]), tint(board, WOOD), 1.6)
    board.sheet(oval(0, -58, 5, 5), tint(board, DARK_IRON), 1.4)
    with board.at(0, -60, turn=-32):
        board.sheet(box(-42, -4, 22, 8, 1.4), tint(board, _BRASS), 1.6)
        board.sheet(box(-47, -3, 6, 6, 1.4), tint(board, DARK_IRON), 1)
        board.sheet(polygon([(-22, -6), (36, -9), (36, 9), (-22, 6)]), tube, 2.6)
        for x in (-23, 33):
            board.sheet(box(x, -9.4 if x > 0 else -7, 5, 18.8 if x > 0 else 14, 1), tint(board, _BRASS), 1)
        board.flat(oval(39, 0, 2.2, 8), tint(board, _GLASS))
        board.stroke(line((-18, -3), (30, -5)), lighter(tube, 0.4), 1.2, 0.7)


def _spyglass(board: Board, trim: Trim) -> None:
    """A sailor's spyglass, drawn out."""
    leather = trim.own(board, 0x8A4F32)
    board.sheet(box(-27, -9.4, 14, 6.8, 1), tint(board, _BRASS), 1.4)
    board.sheet(box(-31, -10.4, 5, 8.8, 1.4), tint(board, DARK_IRON), 1)
    board.sheet(box(-14, -10.6, 15, 9.2, 1), darker(tint(board, _BRASS), 0.12), 1.4)
    board.sheet(polygon([(0, -12), (25, -13.4), (25, 1.4), (0, 0)]), leather, 2)
    for x, half in ((-14.6, 5.4), (-1, 6.8), (23, 8)):
        board.sheet(box(x, -6 - half, 3.6, 2 * half, 0.8), tint(board, GOLD), 1)
    board.flat(oval(27, -6, 1.6, 6.6), tint(board, _GLASS))
    board.stroke(line((3, -9.4), (21, -10)), lighter(leather, 0.35), 1, 0.7)


def _binoculars(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x4A4E58)
    stand(board, 14)
    for side in (-1, 1):
        board.sheet(box(side * 7 - 4, -31, 8, 7, 1.4), darker(coat, 0.35), 1)
        board.sheet(
            smooth([(side * 3.4, -25), (side * 11, -25), (side * 16, -4), (side * 1.8, -4)], closed=True, tension=12),
            coat, 2,
        )  # fmt: skip
        board.sheet(box(side * 8.8 - 7.4, -5, 14.8, 5, 1.4), darker(coat, 0.3), 1)
        board.flat(oval(side * 8.8, -0.8, 5.4, 1.1), tint(board, _GLASS))
        board.stroke(line((side * 8, -22), (side * 9.6, -8)), lighter(coat, 0.4), 1.2, 0.7)
    board.sheet(box(-3.4, -22, 6.8, 11, 2), tint(board, DARK_IRON), 1.4)
    board.sheet(oval(0, -22, 3, 2.4), tint(board, _BRASS), 0.8)


def _magnifying_glass(board: Board, trim: Trim) -> None:
    grip = trim.own(board, WOOD)
    with board.at(0, 0, turn=28):
        board.sheet(limb([(0, 0), (0, -19)], [5.4, 4]), grip, 1.8)
        board.sheet(box(-2.6, -22, 5.2, 5, 1), tint(board, GOLD), 1)
        board.flat(oval(0, -35, 12, 12), tint(board, _GLASS), 0.72)
        board.stroke(oval(0, -35, 12.6, 12.6), darker(tint(board, GOLD), 0.2), 3.6)
        board.stroke(oval(0, -35, 13.2, 13.2), lighter(tint(board, GOLD), 0.35), 0.9)
        board.stroke(smooth([(-8, -38), (-5, -43), (0, -44.6)]), 0xFFFFFF, 2, 0.85)


def _microscope(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x4A5568)
    stand(board, 15)
    board.sheet(smooth([(-15, 0), (-13, -5), (13, -5), (15, 0)], closed=True, tension=10), coat, 1.8)
    board.sheet(limb([(8, -5), (13, -18), (8, -33), (0, -38)], [6, 6, 6, 5]), darker(coat, 0.12), 1.6)
    board.sheet(box(-13, -16, 22, 3.4, 1), darker(coat, 0.3), 1.2)
    board.sheet(oval(11, -21, 4, 4), tint(board, _BRASS), 1)
    with board.at(-3, -34, turn=-12):
        board.sheet(box(-2, 4, 4, 13, 1), tint(board, _BRASS), 1)
        board.sheet(box(-4.4, -16, 8.8, 22, 1.4), lighter(coat, 0.16), 1.8)
        board.sheet(box(-3.4, -22, 6.8, 8, 1), tint(board, DARK_IRON), 1)
        board.sheet(box(-4.6, -8, 9.2, 2.6, 0.8), tint(board, _BRASS), 0.6)
    board.flat(box(-8, -17, 8, 1.4, 0.6), tint(board, _GLASS))


def _compass(board: Board, trim: Trim) -> None:
    """A compass; its needle swings and finds north again."""
    case = trim.own(board, _BRASS)
    stand(board, 14)
    board.stroke(oval(0, -36, 3.4, 3.4), darker(case, 0.2), 1.8)
    board.sheet(box(-2.4, -34, 4.8, 4, 1), case, 1)
    board.sheet(oval(0, -16, 16, 16), case, 2.6)
    board.sheet(oval(0, -16, 13, 13), tint(board, CREAM, 0.7), 1)
    for k in range(8):
        a = pi * k / 4
        inner = 9.4 if k % 2 == 0 else 11
        board.stroke(line((inner * cos(a), -16 + inner * sin(a)), (12 * cos(a), -16 + 12 * sin(a))), _INK, 1.2)
    with board.at(0, -16, turn=18 + 12 * trim.swing()):
        board.sheet(polygon([(0, -10.4), (2.6, 0), (-2.6, 0)]), tint(board, 0xC8323A, 0.7), 0.8)
        board.sheet(polygon([(0, 10.4), (2.6, 0), (-2.6, 0)]), tint(board, 0x3A5E8C, 0.7), 0.8)
    board.flat(oval(0, -16, 1.4, 1.4), darker(case, 0.3))


def _hourglass(board: Board, trim: Trim) -> None:
    """An hourglass in its frame; the sand runs."""
    wood, sand = trim.own(board, WOOD), tint(board, 0xE0B35C)
    stand(board, 13)
    for x in (-10.6, 10.6):
        board.sheet(limb([(x, -3), (x, -41)], [2.4, 2.4]), darker(wood, 0.16), 1)
    left = [(-8.6, -40), (-8.6, -33), (-1.4, -22), (-8.6, -11), (-8.6, -4)]
    shape = smooth([*left, *((-x, y) for x, y in reversed(left))], closed=True, tension=9)
    board.sheet(shape, tint(board, 0xDCEFF0, 0.6), 1)
    with board.within(shape):
        board.flat(polygon([(-9, -31), (9, -31), (0, -21)]), sand)
        board.flat(smooth([(-10, -2), (-6, -8), (0, -12), (6, -8), (10, -2)], closed=True), sand)
        board.stroke(line((0, -22), (0, -9)), sand, 1.2)
        for k in range(2):
            fall = (trim.phase + k / 2) % 1
            board.flat(oval(0, -22 + 12 * fall, 1.2, 1.6), lighter(sand, 0.3))
    board.stroke(smooth([(-5.4, -37), (-5, -33)]), 0xFFFFFF, 1.4, 0.8)
    for y in (-45, -4):
        board.sheet(box(-14, y, 28, 4.4, 1.6), wood, 1.6)


def _alarm_clock(board: Board, trim: Trim) -> None:
    """An alarm clock that rings."""
    coat = trim.own(board, 0xC8443C)
    stand(board, 12)
    with board.at(0, 0, turn=2.4 * trim.swing(4)):
        for side in (-1, 1):
            board.sheet(limb([(side * 6, -6), (side * 10, 0)], [3, 2.4]), tint(board, DARK_IRON), 0.8)
            with board.at(side * 8.4, -31, turn=side * 32):
                board.sheet(
                    smooth([(-6, 2), (-5, -3), (0, -5), (5, -3), (6, 2)], closed=True, tension=9), tint(board, GOLD), 1
                )
        board.sheet(box(-1.2, -37, 2.4, 8, 0.6), tint(board, DARK_IRON), 0.6)
        board.sheet(oval(0, -38, 2.8, 2), tint(board, DARK_IRON), 0.6)
        board.sheet(oval(0, -17, 15, 15), coat, 2.6)
        board.sheet(oval(0, -17, 11.8, 11.8), tint(board, CREAM, 0.7), 1)
        for k in range(12):
            a = pi * k / 6
            board.flat(oval(9.6 * cos(a), -17 + 9.6 * sin(a), 0.8, 0.8), _INK)
        board.stroke(line((0, -17), (0, -25)), _INK, 1.3)
        board.stroke(line((0, -17), (5.4, -13.4)), _INK, 1.8)


def _newspaper(board: Board, trim: Trim) -> None:
    """A folded newspaper."""
    paper = trim.own(board, 0xEFE8DA)
    board.sheet(polygon([(-19, -44), (20, -46), (22, -2), (-18, 0)]), darker(paper, 0.16), 1.6)
    board.sheet(polygon([(-22, -43), (17, -45), (18, -2), (-21, 0)]), paper, 1.8)
    board.flat(polygon([(-19, -40), (14, -41.6), (14.2, -36), (-18.8, -34.6)]), _INK)
    for k in range(2):
        board.stroke(line((-18.6, -31.4 + k * 2.6), (14.4, -32.6 + k * 2.6)), _INK, 0.8, 0.7)
    board.flat(polygon([(-18.4, -25), (-4, -25.6), (-3.6, -13), (-18, -12.4)]), tint(board, 0x8FA7A6))
    board.flat(polygon([(-18, -15), (-12, -20), (-8, -16.6), (-5, -19), (-3.7, -14), (-18, -12.4)]), _INK, 0.45)
    for k in range(6):
        board.stroke(line((0, -24.6 + k * 3.8), (14.8, -25.2 + k * 3.8)), _INK, 0.9, 0.6)
    for k in range(2):
        board.stroke(line((-17.8, -8.6 + k * 3.8), (-3.4, -9.2 + k * 3.8)), _INK, 0.9, 0.6)
    board.stroke(line((-21.6, -22), (17.6, -23.4)), darker(paper, 0.3), 0.7, 0.7)


def _scroll(board: Board, trim: Trim) -> None:
    """A parchment, rolled up at both ends."""
    paper = trim.own(board, 0xE8D3A0)
    board.sheet(polygon([(-13, -42), (13, -42), (14, -6), (-12, -6)]), paper, 1.6)
    for k in range(5):
        board.stroke(smooth([(-8, -35 + k * 5), (-2, -36 + k * 5), (9 - 4 * (k == 4), -35 + k * 5)]), 0x6A4A34, 1, 0.7)
    for y in (-44, -5):
        board.sheet(limb([(-18, y), (18, y)], [8, 8]), lighter(paper, 0.08), 1.8)
        for side in (-1, 1):
            board.sheet(oval(side * 18, y, 2.2, 4), darker(paper, 0.25), 0.6)
            board.stroke(oval(side * 18, y, 1, 2), darker(paper, 0.5), 0.6)
    board.sheet(oval(8, -11, 3.8, 3.8), tint(board, 0xB8322F), 1)


def _quill(board: Board, trim: Trim) -> None:
    """A quill in its pot of ink."""
    feather = trim.own(board, 0xF2ECDD)
    stand(board, 10)
    board.stroke(smooth([(0, -8), (8, -30), (20, -52)]), darker(feather, 0.25), 1.6)
    board.sheet(smooth([(4, -22), (4, -34), (11, -48), (22, -57), (21, -44), (14, -30)], closed=True), feather, 1.8)
    board.stroke(smooth([(5, -24), (12, -40), (21, -55)]), darker(feather, 0.3), 0.9)
    for x, y in ((8, -36), (12, -43)):
        board.stroke(line((x, y), (x - 3, y - 2.4)), darker(feather, 0.3), 0.8, 0.8)
    board.sheet(smooth([(-3.6, -14), (3.6, -14), (9, -6), (8, 0), (-8, 0), (-9, -6)], closed=True, tension=9),
                tint(board, 0x2E3A5C), 2)  # fmt: skip
    board.sheet(box(-4.8, -16, 9.6, 3.4, 1), tint(board, 0x2E3A5C), 1)
    board.stroke(smooth([(-5.6, -8), (-5, -4)]), 0xFFFFFF, 1.2, 0.5)


def _globe(board: Board, trim: Trim) -> None:
    """A globe on its stand that turns."""
    sea, land = trim.own(board, 0x5FA3BE), tint(board, 0x7FA65C)
    stand(board, 13)
    board.sheet(smooth([(-13, 0), (-9, -5), (9, -5), (13, 0)], closed=True, tension=9), tint(board, WOOD), 1.6)
    board.sheet(limb([(0, -4), (0, -10)], [4, 3]), tint(board, WOOD), 1)
    board.stroke(smooth([(-9, -45), (-18, -33), (-14, -16), (0, -10), (12, -14)]), tint(board, _BRASS), 2.4)
    ball = oval(0, -28, 15, 15)
    board.sheet(ball, sea, 2)
    with board.within(ball):
        for k in range(2):  # two halves of the world, one behind the other
            x = 60 * ((trim.phase + k / 2) % 1) - 30
            board.flat(
                smooth([(x - 8, -40), (x + 4, -41), (x + 2, -33), (x - 3, -30), (x - 7, -33)], closed=True), land
            )
            board.flat(smooth([(x - 2, -27), (x + 5, -26), (x + 3, -16), (x, -13), (x - 3, -20)], closed=True), land)
            board.flat(smooth([(x + 10, -38), (x + 18, -35), (x + 13, -27), (x + 9, -30)], closed=True), land)
        board.stroke(smooth([(-9, -38), (-5, -41)]), 0xFFFFFF, 1.8, 0.6)


def _chess(board: Board, trim: Trim) -> None:
    """A chessboard with some of its pieces."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 26)
    board.sheet(polygon([(-27, -1), (27, -1), (27, -5), (-27, -5)]), darker(wood, 0.35), 1.6)
    board.sheet(polygon([(-27, -5), (27, -5), (20, -19), (-20, -19)]), wood, 1.4)

    def at(column: float, row: float) -> tuple[float, float]:
        share = row / 5
        return (column - 3) * (8.4 - 2.2 * share), -5.8 - 12.4 * share

    for row in range(5):
        for column in range(6):
            if (row + column) % 2:
                corners = (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)
                board.flat(polygon([at(*c) for c in corners]), darker(wood, 0.55))
    for column, row, tall, pale in ((1, 4, 13, 0), (3, 4, 17, 0), (4, 3, 11, 0), (2, 1, 13, 1), (4, 1, 18, 1)):
        x, y = at(column + 0.5, row + 0.4)
        coat = tint(board, CREAM if pale else 0x4A3A34)
        board.sheet(smooth([(x - 3.4, y), (x - 1.2, y - tall * 0.6), (x + 1.2, y - tall * 0.6), (x + 3.4, y)],
                           closed=True, tension=9), coat, 1)  # fmt: skip
        board.sheet(oval(x, y - tall * 0.72, 2.4, 2.4), coat, 0.8)
        if tall > 15:
            board.stroke(line((x, y - tall * 0.84), (x, y - tall)), coat, 1.2)
            board.stroke(line((x - 1.6, y - tall * 0.94), (x + 1.6, y - tall * 0.94)), coat, 1.2)


def _wand(board: Board, trim: Trim) -> None:
    """A wand with a star that sparkles."""
    wood = trim.own(board, 0x5A3F6E)
    with board.at(0, 0, turn=24):
        board.sheet(limb([(0, 0), (0, -44)], [3.2, 2]), wood, 1.4)
        board.sheet(limb([(0, 0), (0, -9)], [4, 3.8]), tint(board, GOLD), 1)
        star = [((9 if k % 2 == 0 else 3.9) * sin(pi * k / 5), -49 - (9 if k % 2 == 0 else 3.9) * cos(pi * k / 5))
                for k in range(10)]  # fmt: skip
        board.sheet(polygon(star), lighter(tint(board, GOLD, 0.6), 0.15), 1.6)
    for k, (x, y) in enumerate(((9, -59), (30, -57), (34, -40), (12, -36))):
        s = 1.6 + 1.2 * trim.swing(1, k / 4)
        for turn in (0, 90):
            with board.at(x, y, turn=turn):
                board.flat(
                    smooth([(0, -s * 2), (s * 0.4, 0), (0, s * 2), (-s * 0.4, 0)], closed=True), tint(board, GOLD)
                )


def _crystal_ball(board: Board, trim: Trim) -> None:
    """A glass ball on its foot, in which something stirs."""
    glass = trim.own(board, 0x9A8FC8)
    stand(board, 13)
    board.sheet(smooth([(-12, 0), (-8, -8), (8, -8), (12, 0)], closed=True, tension=9), tint(board, GOLD), 1.6)
    ball = oval(0, -21, 15, 15)
    board.sheet(ball, glass, 2)
    with board.within(ball):
        for k in range(3):
            y = -14 - k * 6
            x = 3 * trim.swing(1, k / 3)
            board.stroke(smooth([(-12 + x, y), (-4 + x, y - 4), (4 + x, y + 2), (12 + x, y - 2)]), 0xFFFFFF, 2.4, 0.35)
    board.flat(oval(-5.4, -27, 2.6, 3.6), 0xFFFFFF, 0.7)
    board.stroke(ring(0, -7.6, 8.6, 7, 0.2), darker(tint(board, GOLD), 0.25), 0.7)


STUDY: dict[str, Prop] = {
    "telescope": Prop(draw=_telescope, size=0.9),
    "spyglass": Prop(draw=_spyglass, medium="hand", grip=(-8, -2), size=0.08),
    "binoculars": Prop(draw=_binoculars, medium="hand", grip=(0, -10), size=0.1),
    "magnifying_glass": Prop(draw=_magnifying_glass, medium="hand", grip=(2, -5), size=0.14),
    "microscope": Prop(draw=_microscope, medium="table", grip=(10, -14), size=0.2),
    "compass": Prop(draw=_compass, medium="hand", grip=(0, -3), size=0.06, cycle_s=3.0),
    "hourglass": Prop(draw=_hourglass, medium="table", grip=(0, -6), size=0.15, cycle_s=1.0),
    "alarm_clock": Prop(draw=_alarm_clock, medium="table", grip=(0, -4), size=0.1, cycle_s=1.0),
    "newspaper": Prop(draw=_newspaper, medium="hand", grip=(-2, -4), size=0.24),
    "scroll": Prop(draw=_scroll, medium="hand", grip=(0, -6), size=0.2),
    "quill": Prop(draw=_quill, medium="table", grip=(0, -6), size=0.14),
    "globe": Prop(draw=_globe, medium="table", grip=(0, -6), size=0.25, cycle_s=6.0),
    "chess": Prop(draw=_chess, medium="table", size=0.1, grip=(0, -4)),
    "wand": Prop(draw=_wand, medium="hand", grip=(1, -4), size=0.2, cycle_s=2.0),
    "crystal_ball": Prop(draw=_crystal_ball, medium="table", grip=(0, -5), size=0.13, cycle_s=4.0),
}
