"""What children play and ride on: slides, seesaws, rocking horses, prams, puppets, sandcastles; and a fairy's coach."""

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
    stand,
    tint,
)

_RED, _TEAL, _YELLOW = 0xC8443C, 0x2F7F86, 0xE8B83A


def _slide(board: Board, trim: Trim) -> None:
    """A slide with its ladder."""
    coat = trim.own(board, _RED)
    stand(board, 62)
    for dx, tone in ((12, 0.25), (0, 0.0)):
        board.sheet(
            polygon([(-60 + dx, 0), (-44.6 + dx, -112), (-41.4 + dx, -112), (-56 + dx, 0)]),
            darker(tint(board, _TEAL), tone),
            1.4,
        )
        board.sheet(
            polygon([(-30 + dx, 0), (-32 + dx, -86), (-28.4 + dx, -86), (-26 + dx, 0)]),
            darker(tint(board, _TEAL), tone),
            1.4,
        )
    for k in range(6):
        x, y = -55.6 + k * 2.1, -14 - k * 13.6
        board.sheet(limb([(x - 1, y), (x + 13, y)], [2.8, 2.8]), lighter(tint(board, _TEAL), 0.15), 0.8)
    board.sheet(box(-48, -88, 23, 5, 1), tint(board, _YELLOW), 1.6)
    board.stroke(smooth([(-40, -110), (-30, -110), (-24, -92)]), tint(board, _TEAL), 3)
    chute = [(-26, -86), (-12, -76), (14, -40), (40, -10), (62, -7)]
    board.sheet(limb(chute, [8, 10, 11, 11, 9]), darker(coat, 0.24), 2.6)
    board.sheet(limb([(x, y - 5) for x, y in chute], [3.4, 4, 4, 4, 3.4]), coat, 1.6)
    board.stroke(smooth([(x, y + 1) for x, y in chute]), lighter(coat, 0.35), 1.6, 0.8)
    board.sheet(limb([(48, -6), (50, 0)], [3.4, 3.4]), tint(board, _TEAL), 1)


def _seesaw(board: Board, trim: Trim) -> None:
    """A seesaw that goes up and down."""
    plank = trim.own(board, _YELLOW)
    stand(board, 22)
    board.sheet(polygon([(-5, -32), (5, -32), (17, 0), (-17, 0)]), tint(board, _TEAL), 2.4)
    with board.at(0, -31, turn=9 + 3 * trim.swing()):
        board.sheet(box(-78, -3, 156, 6, 2), plank, 2.6)
        for side in (-1, 1):
            board.stroke(smooth([(side * 52, -2), (side * 51, -16), (side * 56, -17)]), tint(board, _RED), 3)
            board.sheet(box(side * 67 - 9, -6, 18, 4, 1.6), tint(board, _RED), 1.2)
    board.sheet(oval(0, -31, 4.4, 4.4), tint(board, DARK_IRON), 1.2)


def _rocking_horse(board: Board, trim: Trim) -> None:
    """A wooden horse that rocks."""
    coat = trim.own(board, 0xC99A63)
    stand(board, 19)
    with board.at(0, 0, 0.8, turn=5 * trim.swing()):
        board.sheet(limb([(-32, -9), (-14, -2), (12, -2), (32, -10)], [3.4, 4.4, 4.4, 3.4]), tint(board, _RED), 1.8)
        for x0, x1 in ((-13, -17), (12, 17)):
            board.sheet(limb([(x0, -26), (x1, -5)], [6.4, 4]), darker(coat, 0.14), 1.4)
        tail = [(-20, -38), (-31, -34), (-33, -20), (-26, -24), (-21, -30)]
        board.sheet(smooth(tail, closed=True), tint(board, 0x5A3A28), 1.4)
        board.sheet(
            smooth([(-20, -40), (-10, -42), (6, -42), (15, -48), (22, -62), (34, -57), (38, -48), (33, -46),
                    (25, -49), (22, -34), (14, -24), (-14, -24), (-21, -30)], closed=True), coat, 2.6,
        )  # fmt: skip
        board.sheet(smooth([(20, -64), (24, -66), (15, -50), (9, -42), (8, -47), (14, -58)], closed=True),
                    tint(board, 0x5A3A28), 1.4)  # fmt: skip
        board.sheet(polygon([(21, -62), (24, -68), (26, -61)]), coat, 0.8)
        board.flat(oval(28, -56, 1.5, 1.7), 0x2A1F1C)
        board.stroke(smooth([(35, -46.6), (28, -52), (20, -54)]), tint(board, _RED), 1.5)
        saddle = [(-9, -42), (-6, -45), (6, -44), (8, -41), (6, -31), (-6, -31)]
        board.sheet(smooth(saddle, closed=True, tension=9), tint(board, _TEAL), 1.4)


def _pram(board: Board, trim: Trim) -> None:
    """A pram under its hood."""
    cloth = trim.own(board, 0x4F7FA3)
    stand(board, 26)
    board.sheet(limb([(-24, -40), (-36, -58), (-42, -58)], [2.6, 2.6, 3]), tint(board, DARK_IRON), 1.2)
    board.stroke(line((-15, -11), (15, -24), (-15, -24), (16, -11)), tint(board, DARK_IRON), 2)
    board.sheet(smooth([(-26, -42), (28, -42), (25, -26), (14, -20), (-14, -20), (-24, -28)], closed=True, tension=9),
                cloth, 2.8)  # fmt: skip
    board.sheet(smooth([(-22, -43), (-18, -49), (0, -50), (4, -43)], closed=True, tension=9), tint(board, CREAM), 1.2)
    hood = [(2, -42), (5, -60), (16, -68), (28, -62), (32, -42)]
    board.sheet(smooth(hood, closed=True, tension=8), darker(cloth, 0.14), 2.2)
    for k in range(3):
        board.stroke(smooth([(4 + k * 7, -43), (9 + k * 6, -56), (15 + k * 4.4, -65)]), darker(cloth, 0.32), 1)
    board.stroke(line((-25, -40), (27, -40)), lighter(cloth, 0.4), 1.6)
    for x in (-16, 17):
        board.stroke(oval(x, -10, 9, 9), tint(board, DARK_IRON), 2.6)
        for k in range(4):
            a = pi * k / 4
            board.stroke(line((x - 8 * cos(a), -10 - 8 * sin(a)), (x + 8 * cos(a), -10 + 8 * sin(a))),
                         tint(board, 0xA9B2B8), 0.8)  # fmt: skip
        board.sheet(oval(x, -10, 2.2, 2.2), tint(board, GOLD), 0.8)


def _puppet(board: Board, trim: Trim) -> None:
    """A puppet on its strings, which dances."""
    coat = trim.own(board, _RED)
    skin, dark = tint(board, 0xD9A877), tint(board, 0x3A2A28)
    lift = trim.swing(2)
    board.sheet(limb([(-15, -80), (15, -80)], [3, 3]), tint(board, WOOD), 1.2)
    board.sheet(limb([(-6, -83), (7, -77)], [2.6, 2.6]), darker(tint(board, WOOD), 0.2), 1)
    for side in (-1, 1):
        board.stroke(line((side * 14, -80), (side * 17, -34 + side * 3 * lift)), tint(board, CREAM), 0.7)
        board.stroke(line((side * 2, -79), (side * 2, -56)), tint(board, CREAM), 0.7)
        board.sheet(limb([(side * 4, -16), (side * (6 + lift), -8), (side * 5, -1)], [5, 4, 4]),
                    tint(board, 0x3A5E8C), 1)  # fmt: skip
        board.sheet(limb([(side * 3.4, 0), (side * 9, 0)], [4.4, 3.6]), dark, 0.8)
        board.sheet(limb([(side * 7, -33), (side * 13, -27), (side * 17, -34 + side * 3 * lift)], [4.4, 4, 3.4]),
                    darker(coat, 0.12), 1)  # fmt: skip
        board.sheet(oval(side * 17, -35 + side * 3 * lift, 2.6, 2.6), skin, 0.8)
    board.sheet(smooth([(-7, -37), (7, -37), (9, -16), (-9, -16)], closed=True, tension=10), coat, 2)
    for y in (-31, -25):
        board.flat(oval(0, y, 1.3, 1.3), tint(board, GOLD))
    board.sheet(oval(0, -46, 9, 9.4), skin, 1.8)
    board.sheet(smooth([(-10, -50), (-4, -57), (9, -66), (8, -56), (10, -50), (0, -53)], closed=True, tension=9),
                tint(board, _TEAL), 1.4)  # fmt: skip
    for x in (-3.4, 3.4):
        board.flat(oval(x, -47, 1.2, 1.5), dark)
    board.sheet(oval(0, -44, 1.8, 1.6), tint(board, 0xC8644A), 0.5)
    board.stroke(smooth([(-3.6, -41), (0, -39.4), (3.6, -41)]), dark, 0.9)


def _sandcastle(board: Board, trim: Trim) -> None:
    sand = trim.own(board, 0xE0BE84)
    stand(board, 30)
    board.sheet(smooth([(-33, 0), (-24, -7), (0, -9), (24, -7), (33, 0)], closed=True, tension=8), darker(sand, 0.1), 2)

    def tower(x: float, half: float, tall: float, tone: float) -> None:
        coat = darker(sand, tone)
        board.sheet(polygon([(x - half, -4), (x - half * 0.84, -tall), (x + half * 0.84, -tall), (x + half, -4)]),
                    coat, 2)  # fmt: skip
        for k in (-1, 0, 1):
            board.sheet(box(x + k * half * 0.66 - half * 0.2, -tall - 4, half * 0.44, 5, 0.6), coat, 0.8)

    tower(0, 11, 34, 0.06)
    tower(-17, 8.6, 23, 0.0)
    tower(17, 8.6, 25, 0.0)
    board.sheet(box(-16, -14, 32, 12), sand, 1.6)
    board.flat(smooth([(-4.4, -2), (-4.4, -8), (0, -11.4), (4.4, -8), (4.4, -2)], closed=True, tension=9),
               darker(sand, 0.5))  # fmt: skip
    for x, y in ((-17, -16), (17, -18), (0, -27)):
        board.flat(oval(x, y, 1.5, 2.4), darker(sand, 0.45))
    board.stroke(line((0, -38), (0, -52)), tint(board, WOOD), 1.3)
    wave = 1.4 * trim.swing()
    board.sheet(polygon([(0.6, -52), (13, -48.6 + wave), (0.6, -45)]), tint(board, _RED), 1)
    for x, y in ((-24, -3.4), (22, -3), (-9, -6)):
        board.sheet(oval(x, y, 2.4, 1.8), tint(board, CREAM), 0.6)


def _coach(board: Board, trim: Trim) -> None:
    """A closed carriage with windows and gold."""
    coat, gold = trim.own(board, 0x7A2F4A), tint(board, GOLD)
    stand(board, 64)
    board.sheet(limb([(34, -26), (62, -24), (92, -30)], [4, 3.4, 3]), tint(board, WOOD), 1.4)
    board.stroke(smooth([(-52, -30), (-36, -20), (30, -20), (46, -30)]), gold, 3.4)
    body = [(-36, -88), (0, -94), (34, -88), (38, -60), (28, -30), (0, -24), (-30, -30), (-40, -60)]
    board.sheet(smooth(body, closed=True, tension=8), coat, 3.4)
    board.sheet(smooth([(-40, -88), (-22, -99), (0, -103), (20, -99), (38, -88), (0, -92)], closed=True, tension=8),
                darker(coat, 0.2), 2)  # fmt: skip
    board.sheet(oval(0, -106, 4, 4), gold, 1.2)
    board.sheet(box(-13, -85, 26, 56, 4), lighter(coat, 0.1), 1.6)
    for x, wide in ((-9, 18), (-31, 13), (18, 13)):
        board.sheet(box(x, -81, wide, 22, 3), gold, 1)
        board.flat(box(x + 1.6, -79.4, wide - 3.2, 18.8, 2), tint(board, 0xCFE4E6))
        board.flat(polygon([(x + 1.6, -79.4), (x + wide * 0.5, -79.4), (x + 1.6, -66)]), tint(board, CREAM), 0.8)
    board.sheet(oval(9, -47, 1.6, 1.6), gold, 0.6)
    board.stroke(smooth([(-38, -54), (0, -48), (37, -54)]), gold, 1.4)
    board.sheet(limb([(36, -48), (52, -50)], [4, 4]), darker(coat, 0.25), 1.4)
    board.sheet(box(44, -62, 5, 12, 1), darker(coat, 0.25), 1)
    for x, r in ((-34, 22), (38, 16)):
        board.stroke(oval(x, -r, r - 2, r - 2), darker(gold, 0.12), 3.4)
        for k in range(5):
            a = pi * k / 5
            board.stroke(
                line((x - (r - 3) * cos(a), -r - (r - 3) * sin(a)), (x + (r - 3) * cos(a), -r + (r - 3) * sin(a))),
                gold, 1.5,
            )  # fmt: skip
        board.sheet(oval(x, -r, 4, 4), coat, 1)


def _pinwheel(board: Board, trim: Trim) -> None:
    """A paper windmill on a stick that turns."""
    first = trim.own(board, _RED)
    board.sheet(limb([(0, 0), (0, -42)], [2.2, 2]), tint(board, PALE_WOOD), 1.2)
    tones = (first, tint(board, _YELLOW), first, tint(board, _TEAL))
    for k in range(4):
        with board.at(0, -42, turn=90 * (k + trim.phase)):
            board.sheet(polygon([(0, 0), (0, -19), (13, -11)]), tones[k], 1.4)
            board.sheet(polygon([(0, 0), (13, -11), (5, -1.6)]), darker(tones[k], 0.2), 0.8)
    board.sheet(oval(0, -42, 2.2, 2.2), tint(board, CREAM), 0.8)


def _skipping_rope(board: Board, trim: Trim) -> None:
    """A rope that lies in a loop, with its two handles."""
    coat = trim.own(board, _RED)
    rope = [(-17, -26), (-15, -8), (-4, -2), (12, -5), (18, -16), (10, -24), (0, -17), (4, -8), (14, -12), (17, -26)]
    board.stroke(smooth(rope), darker(tint(board, 0xE9DCBE), 0.2), 3)
    board.stroke(smooth(rope), tint(board, 0xE9DCBE), 2)
    for x in (-17, 17):
        board.sheet(limb([(x, -24), (x * 1.06, -40)], [5, 4.4]), coat, 1.6)
        board.sheet(oval(x * 1.06, -41, 2.8, 2.2), tint(board, _YELLOW), 0.8)


def _slingshot(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    for side in (-1, 1):
        board.sheet(limb([(0, -18), (side * 9, -27), (side * 11, -41)], [5, 4.6, 4]), wood, 1.6)
        board.stroke(smooth([(side * 11, -39), (side * 10, -26), (side * 3, -20)]), tint(board, 0x8A3B32), 1.4)
    board.sheet(limb([(0, 0), (0, -20)], [5.4, 5.4]), wood, 1.8)
    board.sheet(smooth([(-5, -22), (0, -23), (5, -22), (3, -16), (-3, -16)], closed=True), tint(board, 0x6A4630), 1)
    for y in (-37, -34.6):
        for x in (-11, 11):
            board.stroke(line((x - 2.4, y), (x + 2.4, y)), tint(board, CREAM), 0.9)


PLAYGROUND: dict[str, Prop] = {
    "slide": Prop(draw=_slide),
    "seesaw": Prop(draw=_seesaw, cycle_s=3.0),
    "rocking_horse": Prop(draw=_rocking_horse, cycle_s=2.0),
    "pram": Prop(draw=_pram),
    "puppet": Prop(draw=_puppet, medium="hand", grip=(0, -81), size=0.3, cycle_s=1.6),
    "sandcastle": Prop(draw=_sandcastle, size=0.25, cycle_s=2.0),
    "coach": Prop(draw=_coach),
    "pinwheel": Prop(draw=_pinwheel, medium="hand", grip=(0, -8), size=0.25, cycle_s=1.2),
    "skipping_rope": Prop(draw=_skipping_rope, medium="hand", grip=(-17, -34), size=0.15),
    "slingshot": Prop(draw=_slingshot, medium="hand", grip=(0, -8), size=0.12),
}
