"""What spins, weaves, sews, cleans and mends."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import (
    CREAM,
    DARK_IRON,
    PALE_WOOD,
    ROPE,
    STRAW,
    WOOD,
    Prop,
    Trim,
    pole,
    stand,
    tint,
)

_WEAVE = (0xB8472F, 0xE8B83A, 0x2F7F86, 0xF0E2C4, 0x7A3F5E)


def _loom(board: Board, trim: Trim) -> None:
    """An upright loom with a web half done; the batten goes up and down, the shuttle from side to side."""
    wood = tint(board, WOOD)
    stand(board, 44)
    web_top = -48.0 - 2.0 * abs(trim.swing())
    for x in (-40, 35):
        board.sheet(box(x, -96, 5.5, 96, 1.5), wood, 3)
        board.sheet(box(x - 6, -4, 17, 4, 1.5), darker(wood, 0.15), 2)
    board.sheet(box(-44, -97, 88, 6.5, 2.5), lighter(wood, 0.08), 2.5)
    for i in range(23):
        x = -33 + i * 3
        board.stroke(line((x, -91), (x, -20)), tint(board, CREAM), 0.7, 0.95)
    cloth = list(_WEAVE) if trim.colour is None else [trim.colour] * 5
    y, k = -20.0, 0
    board.sheet(box(-34, web_top, 68, -20 - web_top), tint(board, cloth[0], 0.8), 2)
    while y - 5 > web_top + 1:
        stripe = tint(board, cloth[k % 5] if trim.colour is None else darker(cloth[0], 0.12 * (k % 3)), 0.8)
        board.flat(box(-34, y - 5, 68, 5), stripe)
        if k % 3 == 2:
            for i in range(8):
                x = -30 + i * 8.6
                board.flat(polygon([(x - 3, y - 2.5), (x, y - 5), (x + 3, y - 2.5), (x, y)]), tint(board, CREAM, 0.8))
        y, k = y - 5, k + 1
    board.sheet(box(-37, -22, 74, 6, 3), darker(wood, 0.1), 2)
    batten = -64 - 8 * trim.beat(2)
    board.sheet(box(-38, batten, 76, 4.5, 2), lighter(wood, 0.18), 2)
    x = 26 * trim.beat()
    board.sheet(
        smooth([(x - 10, web_top - 3), (x, web_top - 6), (x + 10, web_top - 3), (x, web_top)], closed=True),
        tint(board, PALE_WOOD),
        2,
    )
    board.stroke(line((x - 4, web_top - 3), (x + 4, web_top - 3)), tint(board, 0xB8472F), 1.6)


def _spindle(board: Board, trim: Trim) -> None:
    """A spindle that turns at the end of its thread."""
    wool = trim.own(board, 0xD8694A)
    sway = 2 * trim.swing()
    board.stroke(smooth([(0, -62), (sway * 0.4, -48), (sway, -32)]), lighter(wool, 0.25), 0.9)
    with board.at(sway, 0):
        board.sheet(limb([(0, -34), (0, -1)], [1.6, 2.2]), tint(board, PALE_WOOD), 1.2)
        board.sheet(smooth([(-1, -28), (1, -28), (6, -16), (4, -10), (-4, -10), (-6, -16)], closed=True), wool, 2)
        for k in range(4):
            y, w = -23 + k * 3.6, 2.4 + k * 0.9
            lean = 0.8 * trim.swing(2, 0.1 * k)
            board.stroke(smooth([(-w, y - lean), (0, y + 1), (w, y + lean)]), lighter(wool, 0.4), 0.8, 0.8)
        board.sheet(oval(0, -7, 6.4, 2.2), tint(board, WOOD), 1)


def _spinning_wheel(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    stand(board, 36)
    for start, end in (((-26, -24), (-31, 0)), ((14, -24), (24, 0)), ((-8, -24), (-2, 0))):
        pole(board, start, end, 4, darker(wood, 0.14))
    _wheel_at(board, wood, (-14, -46, 26), trim)
    board.sheet(polygon([(-34, -28), (34, -20), (34, -15), (-34, -23)]), wood, 2.5)
    board.sheet(limb([(-14, -46), (-14, -24)], [4, 4]), wood, 1.5)
    pole(board, (28, -20), (28, -50), 3, wood)
    board.sheet(smooth([(22, -50), (28, -66), (34, -50), (28, -44)], closed=True), tint(board, CREAM), 2)
    board.stroke(line((-12, -71), (27, -36)), tint(board, CREAM), 0.7)
    board.sheet(oval(28, -35, 4.4, 3), tint(board, 0xD8694A), 1)


def _wheel_at(board: Board, wood: int, wheel: tuple[float, float, float], trim: Trim) -> None:
    x, y, r = wheel
    with board.at(x, y):
        board.canvas.save()
        board.shadow(oval(0, 0, r, r), 2, 0.2)
        board.canvas.restore()
        for k in range(8):
            a = 2 * pi * (k + trim.phase) / 8
            board.stroke(line((0, 0), (r * cos(a), r * sin(a))), darker(wood, 0.1), 1.6)
        board.stroke(oval(0, 0, r - 1.5, r - 1.5), wood, 3.6)
        board.stroke(oval(0, 0, r - 0.6, r - 0.6), lighter(wood, 0.25), 0.8, 0.8)
        board.sheet(oval(0, 0, 3.4, 3.4), lighter(wood, 0.1), 1)


def _thread(board: Board, trim: Trim) -> None:
    stand(board, 16)
    for x, y, r, usual in ((-9, -7, 7.5, 0xC0392B), (7, -6.5, 7, 0xE8B83A), (-1, -16, 6.5, 0x3A6EA5)):
        wool = trim.own(board, usual)
        ball = oval(x, y, r, r)
        board.sheet(ball, wool, 2.5)
        with board.within(ball):
            for k in range(-2, 3):
                board.stroke(
                    smooth([(x - r, y + k * 3 - 2), (x, y + k * 3 + 2), (x + r, y + k * 3 - 2)]),
                    lighter(wool, 0.4),
                    0.8,
                    0.8,
                )
    board.stroke(smooth([(12, -2), (20, -1), (24, -4), (30, -0.5)]), trim.own(board, 0xE8B83A), 1.1)


def _cloth(board: Board, trim: Trim) -> None:
    """Folded cloths with patterns."""
    stand(board, 19)
    for k, usual in enumerate((0x2F7F86, 0xE0A030, 0xB8472F)):
        cloth = trim.own(board, usual)
        y = -7.5 * k
        board.sheet(box(-19 + k * 1.2, y - 8, 38 - k * 2.4, 8, 3.4), darker(cloth, 0.05 * k), 2)
        board.stroke(line((-17, y - 3.6), (17 - k, y - 3.6)), darker(cloth, 0.25), 0.8, 0.7)
    top = trim.own(board, 0xB8472F)
    board.sheet(
        smooth([(-15, -23.4), (16, -23.4), (17, -8), (8, -11), (2, -7), (-15, -20)], closed=True, tension=9), top, 2
    )
    for i in range(3):
        x = 4 + i * 4.4
        board.flat(polygon([(x - 2, -16), (x, -19), (x + 2, -16), (x, -13)]), tint(board, CREAM, 0.8), 0.9)


def _needle(board: Board, trim: Trim) -> None:
    steel = tint(board, 0xAEB8C0)
    thread = trim.own(board, 0xC0392B)
    board.stroke(smooth([(4, -27), (12, -24), (13, -14), (5, -9), (10, -1), (18, -1.5)]), thread, 1.2)
    board.sheet(limb([(-8, 0), (0, -18), (5, -29)], [0.6, 2, 2.6]), steel, 1.5)
    board.stroke(line((3.4, -25.6), (4.6, -28)), tint(board, DARK_IRON), 0.8)


def _scissors(board: Board, trim: Trim) -> None:
    snip = 13 + 7 * trim.swing()
    steel, grip = tint(board, 0xB4BEC6), trim.own(board, 0xC8443C)
    for side in (-1, 1):
        with board.at(0, -19, turn=side * snip):
            board.sheet(
                smooth([(-2, 2), (-2.4, -5), (-side * 1.2, -22), (2.4, -5), (2, 2)], closed=True, tension=10),
                steel,
                1.2,
            )
            board.stroke(smooth([(0, 0), (-side * 1, 5), (-side * 3, 8)]), grip, 3)
            board.stroke(oval(-side * 4.4, 13, 4, 5), grip, 2.6)
    board.flat(oval(0, -19, 1.4, 1.4), tint(board, DARK_IRON))


def _broom(board: Board, trim: Trim) -> None:
    board.sheet(limb([(0, -24), (0, -92)], [3, 2.8]), tint(board, PALE_WOOD), 2)
    straw = trim.own(board, STRAW)
    board.sheet(
        smooth([(-3.4, -28), (3.4, -28), (8, -14), (11, 0), (-11, 0), (-8, -14)], closed=True, tension=9), straw, 2.5
    )
    for i in range(7):
        x = -8 + i * 2.7
        board.stroke(line((x * 0.4, -24), (x * 1.1, -1)), darker(straw, 0.28), 0.8, 0.8)
    for y in (-26, -21.5):
        board.stroke(line((-4 - (y + 26) * 0.3, y), (4 + (y + 26) * 0.3, y)), tint(board, 0xB8472F), 1.5)


def _soap(board: Board, trim: Trim) -> None:
    stand(board, 10)
    soap = trim.own(board, 0xF2B8C6)
    board.sheet(box(-10, -9, 20, 9, 4), soap, 2)
    board.sheet(box(-6.6, -7, 13.2, 4.4, 2.2), lighter(soap, 0.3), 0.5)
    for k, (x, y, r) in enumerate(((-7, -13, 3.4), (0, -16, 4.6), (7, -12.4, 2.8), (11, -18, 2))):
        lift = 1.2 * trim.swing(1, 0.2 * k)
        board.flat(oval(x, y + lift, r, r), tint(board, 0xDDF0F6, 0.6), 0.75)
        board.stroke(oval(x, y + lift, r, r), 0xFFFFFF, 0.7, 0.9)
        board.flat(oval(x - r * 0.35, y + lift - r * 0.4, r * 0.22, r * 0.22), 0xFFFFFF)


def _ladder(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    for i in range(8):
        board.sheet(box(-12, -13 - i * 14, 24, 3, 1), darker(wood, 0.1), 1.5)
    for x, lean in ((-14, 2), (11, -2)):
        board.sheet(polygon([(x, 0), (x + 3.4, 0), (x + 3.4 + lean, -122), (x + lean, -122)]), wood, 2.5)


def _rope(board: Board, trim: Trim) -> None:
    rope = trim.own(board, ROPE)
    stand(board, 17)
    for k in range(4):
        ring = oval(0, -4 - k * 4, 16 - k * 0.8, 4.6)
        board.shadow(ring, 1.5, 0.25)
        board.stroke(ring, darker(rope, 0.06 * (k % 2)), 4.4)
        for i in range(12):
            x = (16 - k * 0.8) * cos(pi * i / 11)
            y = -4 - k * 4 + 4.6 * sin(pi * i / 11)
            board.stroke(line((x - 1, y - 1.8), (x + 1, y + 1.8)), darker(rope, 0.35), 0.7, 0.7)
    board.stroke(smooth([(14, -3), (22, -1.5), (28, -3.4), (31, -1)]), rope, 3.6)


CRAFT: dict[str, Prop] = {
    "loom": Prop(draw=_loom, grip=(0, -50), cycle_s=3.0),
    "spindle": Prop(draw=_spindle, medium="hand", grip=(0, -62), cycle_s=1.5, size=0.2),
    "spinning_wheel": Prop(draw=_spinning_wheel, cycle_s=0.6),
    "thread": Prop(draw=_thread, medium="table", size=0.1),
    "cloth": Prop(draw=_cloth, medium="table", top=-23, size=0.15),
    "needle": Prop(draw=_needle, medium="hand", grip=(0, -16), size=0.04),
    "scissors": Prop(draw=_scissors, medium="hand", grip=(0, -5), size=0.12, cycle_s=1.0),
    "broom": Prop(draw=_broom, medium="hand", grip=(0, -62)),
    "soap": Prop(draw=_soap, medium="table", size=0.04, cycle_s=3.0),
    "ladder": Prop(draw=_ladder),
    "rope": Prop(draw=_rope),
}
