"""More of what drives and flies: tractors, ambulances, trams, helicopters; and swings, balloons, teddies."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import DARK_IRON, ROPE, WOOD, Prop, Trim, ring, stand, tint

_GLASS = 0xBFDDE6
_STEEL = 0xA9B4BC


def _tyre(board: Board, x: float, r: float) -> None:
    board.sheet(oval(x, -r, r, r), tint(board, 0x2B2D33), 2)
    board.sheet(oval(x, -r, r * 0.5, r * 0.5), tint(board, 0xD5C48A), 0.8)
    board.sheet(oval(x, -r, r * 0.16, r * 0.16), tint(board, DARK_IRON), 0.4)


def _tractor(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0xC0392F)
    stand(board, 78)
    board.sheet(limb([(30, -78), (30, -108)], [4, 4]), tint(board, DARK_IRON), 1.4)
    board.sheet(smooth([(0, -78), (58, -76), (70, -68), (70, -40), (0, -36)], closed=True, tension=14), paint, 3)
    for y in (-66, -58, -50):
        board.stroke(line((58, y), (68, y)), darker(paint, 0.5), 2)
    board.sheet(polygon([(-56, -128), (2, -128), (8, -76), (0, -40), (-58, -40)]), paint, 3)
    board.flat(polygon([(-48, -120), (-2, -120), (2, -80), (-48, -80)]), tint(board, _GLASS), 0.95)
    board.stroke(line((-26, -120), (-26, -80)), paint, 3)
    board.sheet(box(-62, -134, 70, 8, 2), darker(paint, 0.2), 1.6)
    _tyre(board, -38, 40)
    _tyre(board, 52, 24)
    board.stroke(smooth([(-80, -46), (-66, -78), (-38, -88), (-10, -78), (2, -52)]), paint, 5)


def _ambulance(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0xF6F4EE)
    stand(board, 118)
    body = [(-120, -128), (50, -128), (62, -122), (88, -80), (114, -70), (118, -22), (-120, -22)]
    board.sheet(smooth(body, closed=True, tension=18), paint, 3)
    board.flat(box(-119, -64, 234, 12), tint(board, 0xD0392F))
    board.flat(polygon([(56, -116), (64, -114), (84, -80), (40, -80), (40, -116)]), tint(board, _GLASS))
    board.stroke(line((32, -122), (32, -24)), darker(paint, 0.25), 1.4)
    for x, y, w, h in ((-48, -116, 10, 36), (-61, -103, 36, 10)):
        board.flat(box(x, y, w, h), tint(board, 0xD0392F))
    blink = 0.4 + 0.5 * abs(trim.swing())
    board.sheet(box(-6, -138, 30, 11, 3), tint(board, 0x2F6FC0), 1.4)
    board.glow(9, -133, 26, 0x6FB0FF, blink)
    for x in (-78, 74):
        board.sheet(oval(x, -22, 22, 22), tint(board, 0x2B2D33), 2)
        board.sheet(oval(x, -22, 11, 11), tint(board, _STEEL), 0.8)
    board.sheet(oval(114, -48, 3, 5), tint(board, 0xF5DE83), 0.6)


def _tram(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0xB5372F)
    stand(board, 200)
    board.stroke(line((-16, -176), (10, -206), (44, -206)), tint(board, DARK_IRON), 2.6)
    board.sheet(box(-200, -168, 400, 150, 14), paint, 4)
    board.sheet(box(-190, -178, 380, 14, 6), lighter(paint, 0.55), 2)
    board.flat(box(-199, -74, 398, 8), tint(board, 0xF1E4C0))
    for k in range(7):
        x = -188 + 54 * k
        door = k in (1, 5)
        board.flat(box(x, -150, 42, 128 if door else 66, 4), tint(board, _GLASS))
        if door:
            board.stroke(line((x + 21, -150), (x + 21, -24)), darker(paint, 0.2), 2.6)
    board.sheet(box(-206, -26, 412, 12, 5), darker(paint, 0.45), 2)
    for x in (-140, -104, 104, 140):
        board.sheet(oval(x, -12, 13, 13), tint(board, DARK_IRON), 1.6)
    board.sheet(oval(194, -48, 4, 6), tint(board, 0xF5DE83), 0.6)


def _helicopter(board: Board, trim: Trim) -> None:
    paint = trim.own(board, 0x2F6FA0)
    board.sheet(limb([(-20, -6), (-90, -16), (-140, -22)], [26, 13, 8]), paint, 2.4)
    board.sheet(polygon([(-146, -46), (-132, -46), (-128, -20), (-144, -18)]), darker(paint, 0.2), 1.6)
    board.sheet(
        smooth(
            [(-44, -14), (-26, -38), (18, -42), (56, -22), (64, 6), (40, 28), (-30, 28), (-46, 10)],
            closed=True,
            tension=7,
        ),
        paint,
        3,
    )
    board.flat(smooth([(16, -36), (50, -20), (58, 4), (18, 6)], closed=True, tension=8), tint(board, _GLASS))
    board.flat(box(-24, -24, 26, 24, 4), tint(board, _GLASS))
    for x in (-24, 32):
        board.stroke(line((x, 26), (x, 44)), tint(board, DARK_IRON), 3)
    board.stroke(smooth([(-52, 44), (48, 44), (62, 38)]), tint(board, DARK_IRON), 3.4)
    board.stroke(line((0, -40), (0, -54)), tint(board, DARK_IRON), 4)
    wide = 60 + 60 * abs(trim.beat())
    board.sheet(box(-wide, -58, 2 * wide, 4, 2), tint(board, DARK_IRON), 1)
    board.sheet(ring(-140, -32, 13, 10), tint(board, DARK_IRON), 0.8)


def _swing(board: Board, trim: Trim) -> None:
    """A swing in its frame."""
    wood = trim.own(board, WOOD)
    stand(board, 62)
    for x in (-1, 1):
        for lean in (-8, 8):
            board.sheet(limb([(x * 54 + lean, 0), (x * 48, -136)], [5, 5]), wood, 2)
    board.sheet(limb([(-56, -136), (56, -136)], [5.4, 5.4]), darker(wood, 0.1), 2)
    with board.at(0, -134, turn=7 * trim.swing()):
        for x in (-17, 17):
            board.stroke(line((x, 0), (x, 94)), tint(board, ROPE), 2)
        board.sheet(box(-22, 92, 44, 5, 1.4), tint(board, 0xC0453A), 1.6)


def _toy_balloon(board: Board, trim: Trim) -> None:
    """Balloons on strings."""
    own = trim.own(board, 0xD0392F)
    sway = 2 * trim.swing()
    for x, y, hue in ((-13, -38, tint(board, 0x3F87B0)), (13, -40, tint(board, 0xE8B33A)), (0, -53, own)):
        with board.at(x + sway, y):
            board.stroke(smooth([(0, 14), (-x * 0.4, 34), (-x - sway, 4 - y)]), tint(board, DARK_IRON), 0.7)
            board.sheet(smooth([(0, -16), (11, -8), (10, 4), (0, 14), (-10, 4), (-11, -8)], closed=True), hue, 1.8)
            board.sheet(polygon([(-2, 17), (2, 17), (0, 13)]), hue, 0.4)
            board.flat(oval(-4.6, -7, 2, 3.4), lighter(hue, 0.55), 0.8)


def _teddy(board: Board, trim: Trim) -> None:
    fur = trim.own(board, 0xB07A4A)
    stand(board, 15)
    for side in (-1, 1):
        board.sheet(oval(side * 8, -43, 4.6, 4.6), fur, 1)
        board.sheet(limb([(side * 8, -23), (side * 16, -13)], [7.4, 7]), fur, 1.2)
        board.sheet(limb([(side * 6, -7), (side * 14, -3)], [9, 8.4]), fur, 1.2)
        board.flat(oval(side * 15.6, -3.4, 2.6, 3), lighter(fur, 0.4))
    board.sheet(oval(0, -15, 11.4, 13.4), fur, 1.6)
    board.flat(oval(0, -13, 6.4, 8), lighter(fur, 0.3))
    board.sheet(oval(0, -35, 11, 10), fur, 1.6)
    board.flat(oval(0, -32, 5, 4), lighter(fur, 0.4))
    for side in (-1, 1):
        board.flat(oval(side * 4, -37.4, 1.3, 1.5), 0x221C18)
    board.flat(oval(0, -33.6, 1.6, 1.1), 0x221C18)
    board.stroke(smooth([(-2, -30.6), (0, -29.6), (2, -30.6)]), 0x221C18, 0.7)


def _toys(board: Board, trim: Trim) -> None:
    """Building blocks and a small car."""
    red = trim.own(board, 0xD0453A)
    stand(board, 26)
    for x, y, hue in ((-26, 0, tint(board, 0x3F87B0)), (-13, 0, tint(board, 0xE8B33A)), (-19, -12, red)):
        board.sheet(box(x, y - 12, 12, 12, 1), hue, 1.6)
        board.stroke(box(x + 3, y - 9, 6, 6), lighter(hue, 0.5), 0.9)
    board.sheet(
        smooth(
            [(4, -4), (5, -9), (10, -10), (13, -15), (22, -15), (24, -9), (28, -8), (28, -4)], closed=True, tension=11
        ),
        tint(board, 0x4E9A5A),
        1.6,
    )
    board.flat(box(14, -13.4, 7, 4, 1), tint(board, _GLASS))
    for x in (9, 23):
        board.sheet(oval(x, -3.4, 3.4, 3.4), tint(board, DARK_IRON), 0.8)


def _marbles(board: Board, trim: Trim) -> None:
    own = trim.own(board, 0x3F87B0)
    stand(board, 13)
    for x, y, hue in (
        (-8, -4.4, own),
        (2, -4.4, tint(board, 0xC0453A)),
        (11, -4, tint(board, 0x4E9A5A)),
        (-3, -11, tint(board, 0xE8B33A)),
    ):
        board.sheet(oval(x, y, 4.6, 4.6), hue, 1)
        board.stroke(smooth([(x - 2.6, y + 1), (x, y - 1.4), (x + 2.6, y + 0.6)]), lighter(hue, 0.6), 1.2)
        board.flat(oval(x - 1.6, y - 2, 0.9, 0.9), 0xFFFFFF, 0.9)


def _cards(board: Board, trim: Trim) -> None:
    """A fan of playing cards."""
    face = trim.own(board, 0xF8F5EC)
    for k, turn in enumerate((-30, -10, 10, 30)):
        with board.at(0, -2, turn=turn):
            board.sheet(box(-7, -30, 14, 22, 1.6), face, 1.2)
            hue = tint(board, 0xC0392F if k % 2 else 0x2B2A30)
            board.flat(polygon([(0, -23), (3, -19), (0, -15), (-3, -19)]), hue)
            board.flat(oval(-4.6, -27, 1, 1.2), hue)


TRAFFIC: dict[str, Prop] = {
    "tractor": Prop(draw=_tractor, size=1.4),
    "ambulance": Prop(draw=_ambulance, cycle_s=1.6),
    "tram": Prop(draw=_tram, size=2.1),
    "helicopter": Prop(draw=_helicopter, medium="air", size=1.8, cycle_s=0.8),
    "swing": Prop(draw=_swing, top=-42, cycle_s=3.0),
    "toy_balloon": Prop(draw=_toy_balloon, medium="hand", grip=(0, -4), size=0.5, cycle_s=4.0),
    "teddy": Prop(draw=_teddy, medium="hand", grip=(0, -22), size=0.2),
    "toys": Prop(draw=_toys, size=0.1),
    "marbles": Prop(draw=_marbles, medium="hand", grip=(0, -5), size=0.015),
    "playing_cards": Prop(draw=_cards, medium="hand", grip=(0, -6), size=0.06),
}
