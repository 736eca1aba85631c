"""Toys and games, things of paper, feasts and streets: paper boats, toy cars, tricycles, fireworks, traffic lights."""

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

_RED, _TEAL, _YELLOW, _BLUE = 0xC8443C, 0x2F7F86, 0xE8B83A, 0x3A6EA5


def _paper_boat(board: Board, trim: Trim) -> None:
    """A boat folded of paper."""
    paper = trim.own(board, 0xF4EFE2)
    stand(board, 20)
    board.sheet(polygon([(-11, -12), (0, -31), (11, -12)]), darker(paper, 0.07), 1.6)
    board.flat(polygon([(0, -31), (11, -12), (0, -12)]), darker(paper, 0.18))
    board.sheet(polygon([(-26, -20), (-9, -11), (9, -11), (26, -20), (14, 0), (-14, 0)]), paper, 2.2)
    board.flat(polygon([(9, -11), (26, -20), (14, 0), (2, -11)]), darker(paper, 0.12))
    board.stroke(line((-9, -11), (9, -11)), darker(paper, 0.3), 0.8, 0.8)
    board.stroke(line((-9, -11), (-14, 0)), darker(paper, 0.25), 0.7, 0.7)


def _paper_plane(board: Board, trim: Trim) -> None:
    """A dart folded of paper."""
    paper = trim.own(board, 0xF4EFE2)
    board.sheet(polygon([(26, -20), (-22, -26), (-9, -17)]), paper, 1.8)
    board.sheet(polygon([(26, -20), (-9, -17), (-13, -4)]), darker(paper, 0.2), 1.6)
    board.sheet(polygon([(26, -20), (-9, -17), (-20, -12)]), lighter(paper, 0.2), 1.2)
    board.stroke(line((26, -20), (-9, -17)), darker(paper, 0.35), 0.7)


def _toy_car(board: Board, trim: Trim) -> None:
    """A small car of wood."""
    coat = trim.own(board, _RED)
    stand(board, 20)
    board.sheet(smooth([(-21, -5), (-20, -13), (-12, -15), (-7, -24), (8, -24), (13, -15), (20, -13), (21, -5)],
                       closed=True, tension=12), coat, 2.4)  # fmt: skip
    board.sheet(polygon([(-8, -15), (-4.6, -21.6), (0, -21.6), (0, -15)]), tint(board, 0xBFDCE4), 0.8)
    board.sheet(polygon([(2.4, -15), (2.4, -21.6), (6.6, -21.6), (9.4, -15)]), tint(board, 0xBFDCE4), 0.8)
    board.sheet(oval(19, -10, 1.8, 1.8), tint(board, _YELLOW), 0.6)
    for x in (-11, 11):
        board.sheet(oval(x, -5, 5.4, 5.4), tint(board, DARK_IRON), 1.4)
        board.sheet(oval(x, -5, 2.4, 2.4), tint(board, PALE_WOOD), 0.6)


def _toy_train(board: Board, trim: Trim) -> None:
    """An engine of wood with one wagon."""
    coat = trim.own(board, _TEAL)
    stand(board, 33)
    board.sheet(box(-34, -16, 24, 11, 1.4), tint(board, _YELLOW), 2)
    for x, tone in ((-29, _RED), (-22, _BLUE), (-15, 0x6E9A4E)):
        board.sheet(box(x - 3, -22, 6.4, 7, 0.8), tint(board, tone), 1)
    board.stroke(line((-10, -8), (-5, -8)), tint(board, DARK_IRON), 1.6)
    board.sheet(box(-4, -30, 14, 25, 1.4), coat, 2.2)
    board.sheet(box(8, -19, 22, 14, 3), lighter(coat, 0.12), 2)
    board.sheet(box(-6, -33, 18, 4, 1), tint(board, _RED), 1.2)
    board.sheet(box(-0.6, -26, 7, 7, 1), tint(board, CREAM), 0.6)
    board.sheet(polygon([(20, -19), (18.6, -28), (26.4, -28), (25, -19)]), tint(board, _RED), 1.2)
    for x in (-29, -16, 2, 14, 24):
        board.sheet(oval(x, -4.4, 4.6, 4.6), tint(board, DARK_IRON), 1.2)
        board.sheet(oval(x, -4.4, 1.8, 1.8), tint(board, _YELLOW), 0.5)


def _spokes(board: Board, x: float, r: float) -> None:
    board.stroke(oval(x, -r, r - 1.4, r - 1.4), tint(board, DARK_IRON), 2.6)
    for k in range(4):
        a = pi * k / 4
        board.stroke(line((x - (r - 2) * cos(a), -r - (r - 2) * sin(a)), (x + (r - 2) * cos(a), -r + (r - 2) * sin(a))),
                     tint(board, 0xA9B2B8), 0.6)  # fmt: skip
    board.sheet(oval(x, -r, 1.8, 1.8), tint(board, _YELLOW), 0.6)


def _tricycle(board: Board, trim: Trim) -> None:
    coat = trim.own(board, _RED)
    stand(board, 26)
    _spokes(board, -17, 7.4)
    _spokes(board, 17, 11)
    board.sheet(limb([(-17, -8), (-8, -15), (8, -22), (13, -30)], [3.4, 3.4, 3.4, 3]), coat, 1.6)
    board.sheet(limb([(17, -11), (14, -22), (10, -40)], [3.2, 3, 2.6]), coat, 1.4)
    board.sheet(smooth([(-16, -21), (-4, -23), (0, -20), (-6, -17), (-15, -17)], closed=True, tension=8),
                tint(board, DARK_IRON), 1.4)  # fmt: skip
    board.stroke(smooth([(3, -37), (8, -40), (15, -41)]), tint(board, DARK_IRON), 2.2)
    board.sheet(box(13, -6.4, 8, 2.8, 1), tint(board, DARK_IRON), 0.6)


def _kick_scooter(board: Board, trim: Trim) -> None:
    """A scooter that one pushes with a foot."""
    coat = trim.own(board, _BLUE)
    stand(board, 30)
    for x in (-26, 26):
        board.sheet(oval(x, -5, 5, 5), tint(board, DARK_IRON), 1.4)
        board.sheet(oval(x, -5, 2, 2), tint(board, 0xC9D2D6), 0.6)
    board.sheet(smooth([(-28, -8), (-22, -10), (16, -10), (20, -8), (16, -6), (-22, -6)], closed=True, tension=10),
                coat, 1.8)  # fmt: skip
    board.sheet(polygon([(23.4, -6), (26.6, -6), (19, -54), (16.4, -54)]), tint(board, 0xA9B2B8), 1.4)
    board.sheet(limb([(14, -8), (19, -14), (22, -22)], [3, 3, 3]), coat, 1)
    board.stroke(line((10, -54), (25, -54)), tint(board, DARK_IRON), 3)


def _puzzle(board: Board, trim: Trim) -> None:
    """Four pieces of a puzzle, one not yet in its place."""
    first = trim.own(board, _TEAL)
    tones = (first, tint(board, _YELLOW), tint(board, _RED), tint(board, _BLUE))
    for k, (x, y, turn) in enumerate(((-17, -34, 0), (0, -34, 0), (-17, -17, 0), (9, -14, 18))):
        with board.at(x, y, turn=turn):
            coat = tones[k]
            board.sheet(box(0, 0, 16.4, 16.4, 0.6), coat, 1.4)
            if k % 2 == 0:
                board.sheet(oval(17.4, 8, 3.2, 3.2), coat, 0.8)
            else:
                board.flat(oval(1.4, 8, 3.2, 3.2), tones[k - 1] if k == 1 else darker(coat, 0.35))
            if k < 2:
                board.sheet(oval(8, 17.4, 3.2, 3.2), coat, 0.8)


def _fishbowl(board: Board, trim: Trim) -> None:
    """A round bowl with a goldfish that swims in it."""
    glass = trim.own(board, 0x9CCFE0)
    stand(board, 14)
    shape = smooth(
        [(-9, -35), (-18, -26), (-19, -13), (-10, -1), (10, -1), (19, -13), (18, -26), (9, -35)], closed=True
    )
    board.sheet(shape, lighter(glass, 0.55), 1.6)
    with board.within(shape):
        board.flat(box(-20, -28, 40, 30), glass, 0.75)
        board.flat(smooth([(-16, -3), (-6, -6), (6, -5), (16, -3), (10, 2), (-10, 2)], closed=True),
                   tint(board, 0xD9C08A))  # fmt: skip
        for x in (-9, -6):
            board.stroke(smooth([(x, -4), (x - 2, -11), (x + 1, -18)]), tint(board, 0x5F8F4E), 1.6)
        x = 5 * trim.swing()
        with board.at(x, -16):
            body = tint(board, 0xE8803A)
            board.sheet(polygon([(-5, 0), (-10, -4), (-9, 0), (-10, 4)]), darker(body, 0.1), 0.6)
            board.sheet(oval(0, 0, 6, 3.8), body, 0.8)
            board.flat(oval(3.4, -0.8, 0.9, 0.9), 0x241C20)
    board.stroke(oval(0, -35, 9.4, 2), darker(glass, 0.25), 1.1)
    board.stroke(smooth([(-14, -24), (-15, -15), (-11, -8)]), 0xFFFFFF, 1.4, 0.8)


def _christmas_tree(board: Board, trim: Trim) -> None:
    """A fir with baubles, a star and lights that twinkle."""
    green = trim.own(board, 0x3F7F56)
    stand(board, 34)
    board.sheet(polygon([(-11, -14), (11, -14), (8, 0), (-8, 0)]), tint(board, _RED), 2)
    board.sheet(box(-3.4, -26, 6.8, 14), tint(board, WOOD), 1)
    for top, low, half in ((-66, -18, 42), (-102, -52, 33), (-136, -88, 23)):
        skirt = [(0, top), (half * 0.5, (top + low) / 2), (half, low), (half * 0.5, low + 5), (0, low + 1),
                 (-half * 0.5, low + 5), (-half, low), (-half * 0.5, (top + low) / 2)]  # fmt: skip
        board.sheet(smooth(skirt, closed=True, tension=9), green, 3)
    for k, (x, y) in enumerate(((-24, -24), (0, -28), (25, -25), (-14, -44), (13, -46), (-17, -60), (6, -66), (20, -60),
                                (-8, -82), (10, -90), (-9, -98), (3, -112))):  # fmt: skip
        tone = (_RED, GOLD, _BLUE, CREAM)[k % 4]
        board.sheet(oval(x, y, 3.4, 3.4), tint(board, tone), 1)
        glow = 0.5 + 0.5 * trim.swing(1, k / 5)
        board.flat(oval(x + 5, y - 4, 1.3, 1.3), 0xFFE9A8, 0.35 + 0.6 * glow)
    star = [((9 if k % 2 == 0 else 3.8) * sin(pi * k / 5), -139 - (9 if k % 2 == 0 else 3.8) * cos(pi * k / 5))
            for k in range(10)]  # fmt: skip
    board.sheet(polygon(star), tint(board, GOLD), 1.6)


def _fireworks(board: Board, trim: Trim) -> None:
    """Three bursts in the sky, which open one after the other."""
    first = trim.own(board, 0xE8573F) if not board.light.lit else (trim.colour or 0xE8573F)
    for n, (x, y, size, tone) in enumerate(((-72, 12, 70, 0xF2C14E), (70, -30, 84, first), (12, 72, 54, 0x6FC3D0))):
        open_ = 0.62 + 0.38 * (0.5 + 0.5 * trim.swing(1, n / 3))
        colour = tone if n == 1 else board.light.dye(tone, 0.1)
        for k in range(16):
            a = 2 * pi * k / 16
            near, far = size * 0.28 * open_, size * open_ * (1 if k % 2 == 0 else 0.72)
            board.stroke(line((x + near * cos(a), y + near * sin(a)), (x + far * cos(a), y + far * sin(a))),
                         colour, 3.2, 0.9)  # fmt: skip
            board.sheet(oval(x + (far + 4) * cos(a), y + (far + 4) * sin(a), 3.8, 3.8), lighter(colour, 0.35), 0.8)
        board.flat(oval(x, y, 6, 6), 0xFFF6DC)


def _traffic_light(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3A4048)
    stand(board, 8)
    board.sheet(box(-2.4, -110, 4.8, 110), tint(board, 0x6E7680), 1.8)
    board.sheet(box(-11, -158, 22, 52, 4), coat, 2.6)
    at = int(trim.phase % 1 * 3)
    for k, tone in enumerate((0xD9453C, 0xE8B83A, 0x53A35F)):
        on = k == (2, 1, 0)[at]
        board.sheet(oval(0, -148 + 16 * k, 6.4, 6.4), tone if on else darker(tone, 0.55), 0.8)
        board.flat(smooth([(-7, -150 + 16 * k), (0, -155.4 + 16 * k), (7, -150 + 16 * k)]), darker(coat, 0.4), 0.9)


def _lifebuoy(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xD9553F)
    board.stroke(oval(0, -22, 23, 23), tint(board, 0xD9C79A), 1.2)
    board.sheet(ring(0, -22, 22, 11), coat, 2.6)
    for k in range(4):
        with board.at(0, -22, turn=45 + 90 * k):
            board.sheet(box(-4.4, -22.4, 8.8, 12), tint(board, CREAM), 0.8)


def _calendar(board: Board, trim: Trim) -> None:
    """A calendar on the wall, about (0, 0)."""
    red = trim.own(board, _RED)
    board.sheet(box(-18, -22, 36, 44, 1.6), tint(board, CREAM, 0.7), 2)
    board.sheet(box(-18, -22, 36, 11, 1.6), red, 1)
    for x in (-9, 9):
        board.stroke(line((x, -26), (x, -19)), tint(board, DARK_IRON), 2)
    for row in range(4):
        for k in range(5):
            board.flat(box(-14.6 + k * 6.2, -6.6 + row * 6.8, 4.2, 4.4, 0.6), darker(tint(board, CREAM), 0.16))
    board.stroke(oval(0.4, 9, 4.4, 4.4), red, 1.4)


def _sleeping_bag(board: Board, trim: Trim) -> None:
    """A sleeping bag, rolled up with two straps."""
    cloth = trim.own(board, 0x4F7F5A)
    stand(board, 26)
    board.sheet(box(-26, -25, 46, 25, 8), cloth, 2.6)
    for k in range(3):
        board.stroke(line((-20, -19 + k * 6.4), (16, -19 + k * 6.4)), darker(cloth, 0.2), 1, 0.7)
    board.sheet(oval(20, -12.5, 8, 12.5), lighter(cloth, 0.1), 1.6)
    for r in (9, 5.4, 2):
        board.stroke(oval(20, -12.5, r * 0.62, r), darker(cloth, 0.35), 1.1)
    for x in (-16, 4):
        board.sheet(box(x, -25.6, 3.4, 26), tint(board, DARK_IRON), 0.8)
        board.sheet(box(x - 0.8, -15, 5, 4.4, 0.8), tint(board, GOLD), 0.6)


def _fire_engine(board: Board, trim: Trim) -> None:
    """A red fire engine with its ladder; its light blinks."""
    coat = trim.own(board, 0xC8322F)
    stand(board, 84)
    board.sheet(polygon([(-84, -66), (38, -66), (38, -16), (-84, -16)]), coat, 3.4)
    board.sheet(smooth([(38, -78), (68, -78), (80, -48), (84, -44), (84, -16), (38, -16)], closed=True, tension=14),
                coat, 3.2)  # fmt: skip
    board.sheet(polygon([(46, -72), (66, -72), (75, -48), (46, -48)]), tint(board, 0xBFDCE4), 1)
    board.flat(polygon([(46, -72), (58, -72), (46, -56)]), 0xFFFFFF, 0.4)
    board.flat(box(-84, -34, 168, 5), tint(board, CREAM))
    for k in range(3):
        board.sheet(box(-76 + k * 36, -60, 30, 20, 2), tint(board, 0xA9B2B8), 1.2)
        for y in (-55, -50, -45):
            board.stroke(line((-73 + k * 36, y), (-49 + k * 36, y)), tint(board, 0x7C858C), 0.9)
    with board.at(-80, -68, turn=-4):
        for y in (0, -8):
            board.sheet(box(0, y - 1.4, 128, 2.8, 1), tint(board, 0xD9DEE0), 1)
        for k in range(11):
            board.stroke(line((6 + k * 12, -8), (6 + k * 12, 0)), tint(board, 0xD9DEE0), 1.8)
    blue = (0x4F9BE8, 0x2F5F94)[int(trim.phase * 4) % 2]
    board.sheet(box(48, -86, 13, 8, 3), blue, 1.2)
    board.sheet(oval(81, -27, 2.6, 4), tint(board, _YELLOW), 0.8)
    for x in (-54, -20, 58):
        board.sheet(oval(x, -14, 14, 14), tint(board, DARK_IRON), 2)
        board.sheet(oval(x, -14, 6, 6), tint(board, 0xA9B2B8), 0.8)


TOYBOX: dict[str, Prop] = {
    "paper_boat": Prop(draw=_paper_boat, medium="hand", grip=(0, -4), size=0.08),
    "paper_plane": Prop(draw=_paper_plane, medium="hand", grip=(-10, -12), size=0.08),
    "toy_car": Prop(draw=_toy_car, medium="hand", grip=(0, -10), size=0.06),
    "toy_train": Prop(draw=_toy_train, medium="hand", grip=(2, -12), size=0.1),
    "tricycle": Prop(draw=_tricycle, size=0.32),
    "kick_scooter": Prop(draw=_kick_scooter, size=0.5),
    "puzzle": Prop(draw=_puzzle, medium="hand", grip=(0, -10), size=0.1),
    "fishbowl": Prop(draw=_fishbowl, medium="table", grip=(0, -6), size=0.2, cycle_s=4.0),
    "christmas_tree": Prop(draw=_christmas_tree, cycle_s=3.0),
    "fireworks": Prop(draw=_fireworks, medium="air", cycle_s=3.0),
    "traffic_light": Prop(draw=_traffic_light, cycle_s=9.0),
    "lifebuoy": Prop(draw=_lifebuoy, medium="hand", grip=(0, -42), size=0.35),
    "calendar": Prop(draw=_calendar, medium="wall", size=0.25),
    "sleeping_bag": Prop(draw=_sleeping_bag, medium="hand", grip=(-4, -24), size=0.2),
    "fire_engine": Prop(draw=_fire_engine, cycle_s=0.8),
}
