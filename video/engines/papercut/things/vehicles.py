"""What has wheels or wings, driving to the right; wheels turn with the phase."""

from __future__ import annotations

from math import cos, pi, sin

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, DARK_IRON, STRAW, WOOD, Prop, Trim, stand, tint

_TYRE = 0x3A3A42
_GLASS = 0xBFDDE4


def _glass(board: Board) -> int:
    return 0xFFE3A0 if board.light.lit else tint(board, _GLASS)


def _tyre(board: Board, x: float, y: float, r: float, trim: Trim) -> None:
    board.sheet(oval(x, y, r, r), tint(board, _TYRE, 0.6), 2)
    board.sheet(oval(x, y, r * 0.58, r * 0.58), tint(board, 0xC6CCD0), 0.8)
    for k in range(3):
        a = 2 * pi * (k + trim.phase) / 3
        board.flat(oval(x + r * 0.34 * cos(a), y + r * 0.34 * sin(a), r * 0.1, r * 0.1), tint(board, DARK_IRON))


def draw_spoked(board: Board, wheel: tuple[float, float, float], colour: int, trim: Trim) -> None:
    """A wheel with open spokes: x, y, radius."""
    x, y, r = wheel
    rim = oval(x, y, r - r * 0.06, r - r * 0.06)
    for k in range(8):
        a = 2 * pi * (k + trim.phase) / 8
        board.stroke(line((x, y), (x + r * 0.92 * cos(a), y + r * 0.92 * sin(a))), darker(colour, 0.12), r * 0.1)
    board.stroke(rim, darker(colour, 0.3), r * 0.2)
    board.stroke(oval(x, y, r * 0.92, r * 0.92), lighter(colour, 0.15), r * 0.09)
    board.sheet(oval(x, y, r * 0.2, r * 0.2), colour, 0.8)


def _wheel(board: Board, trim: Trim) -> None:
    stand(board, 14)
    draw_spoked(board, (0, -22, 22), trim.own(board, WOOD), trim)


def _bicycle(board: Board, trim: Trim) -> None:
    frame, black = trim.own(board, 0xC8443C), tint(board, _TYRE, 0.6)
    stand(board, 40)
    for x in (-27, 27):
        for k in range(10):
            a = 2 * pi * (k + trim.phase) / 10
            board.stroke(line((x, -18), (x + 16 * cos(a), -18 + 16 * sin(a))), tint(board, 0xB9C2C8), 0.5)
        board.stroke(oval(x, -18, 16.6, 16.6), black, 2.6)
    for a, b in (
        ((-27, -18), (-2, -19)),
        ((-2, -19), (20, -44)),
        ((20, -44), (-12, -43)),
        ((-12, -43), (-27, -18)),
        ((-14, -48), (-2, -19)),
        ((27, -18), (18, -50)),
    ):
        board.sheet(limb([a, b], [2.6, 2.6]), frame, 1.2)
    board.sheet(smooth([(-21, -51), (-8, -50), (-8, -48), (-16, -46)], closed=True, tension=9), black, 1)
    board.stroke(smooth([(18, -50), (19, -55), (26, -55), (25, -50)]), black, 2)
    a = 2 * pi * trim.phase
    for side in (1, -1):
        foot = (-2 + side * 7 * cos(a), -19 + side * 7 * sin(a))
        board.stroke(line((-2, -19), foot), tint(board, DARK_IRON), 1.5)
        board.stroke(line((foot[0] - 2.5, foot[1]), (foot[0] + 2.5, foot[1])), black, 2)
    board.sheet(oval(-2, -19, 3.6, 3.6), tint(board, 0xB9C2C8), 0.8)


def _motorbike(board: Board, trim: Trim) -> None:
    coat, iron = trim.own(board, 0x2F6F8F), tint(board, DARK_IRON)
    stand(board, 42)
    for x in (-28, 30):
        _tyre(board, x, -14, 14, trim)
    board.sheet(limb([(30, -14), (19, -48)], [3.6, 3.2]), tint(board, 0xB9C2C8), 1.5)
    board.sheet(limb([(-30, -12), (-6, -13), (4, -17)], [5, 6, 5]), tint(board, 0xB9C2C8), 1.2)
    board.sheet(polygon([(-10, -30), (12, -30), (8, -12), (-8, -12)]), iron, 1.5)
    board.sheet(
        smooth(
            [(-38, -30), (-26, -33), (-6, -31), (14, -46), (22, -42), (12, -29), (-8, -24), (-28, -25)],
            closed=True,
            tension=8,
        ),
        coat,
        2.5,
    )
    board.sheet(smooth([(-36, -36), (-14, -37), (-4, -32), (-16, -30), (-34, -31)], closed=True), iron, 1.5)
    board.stroke(smooth([(19, -48), (16, -56), (10, -57)]), iron, 2.4)
    board.sheet(oval(23, -46, 4, 4.4), _glass(board), 1.2)
    board.sheet(smooth([(18, -27), (30, -31), (42, -24), (30, -27)], closed=True), coat, 1)


def _car(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0xD4553E)
    stand(board, 66)
    shake = 0.5 * trim.swing(2)
    with board.at(0, shake):
        board.sheet(
            smooth([(-44, -36), (-32, -62), (-22, -66), (14, -66), (24, -61), (38, -36)], closed=True, tension=9),
            coat,
            3,
        )
        for window in (
            [(-36, -38), (-27, -58), (-5, -60), (-5, -38)],
            [(0, -38), (0, -60), (14, -60), (20, -57), (30, -38)],
        ):
            board.sheet(polygon(window), _glass(board), 1)
        board.sheet(
            smooth(
                [(-68, -15), (-66, -34), (-44, -39), (38, -39), (62, -33), (69, -24), (68, -12), (-66, -12)],
                closed=True,
                tension=10,
            ),
            coat,
            4,
        )
        board.stroke(line((-2.6, -37), (-3.6, -14)), darker(coat, 0.3), 1)
        board.stroke(line((-10, -31), (-4.6, -31)), tint(board, CREAM), 1.6)
        board.sheet(oval(65, -26, 3.4, 4.4), 0xFFE9A8, 0.8)
        board.flat(oval(-66.4, -27, 2.4, 4), tint(board, 0x8C2F2A))
        board.sheet(box(-70, -15, 140, 4.4, 2), tint(board, 0xB9C2C8), 1.5)
    for x in (-40, 41):
        board.flat(oval(x, -13, 16, 15), darker(coat, 0.6))
        _tyre(board, x, -13, 13, trim)


def _bus(board: Board, trim: Trim) -> None:
    coat, cream = trim.own(board, 0xE0A030), tint(board, CREAM)
    stand(board, 108)
    shake = 0.6 * trim.swing(2)
    with board.at(0, shake):
        for k, (x, w, tone) in enumerate(((-74, 40, 0x8C5A3C), (-30, 30, 0x3F7F93), (6, 44, 0xB5483A))):
            board.sheet(box(x, -120 - 4 * (k % 2), w, 14, 3), tint(board, tone), 2)
        board.sheet(box(-112, -108, 218, 92, 10), coat, 5)
        board.sheet(box(-112, -58, 218, 11), cream, 0.5, edge=0)
        for i in range(5):
            board.sheet(box(-104 + i * 33, -100, 28, 32, 4), _glass(board), 1.2)
        board.sheet(box(64, -100, 22, 82, 3), darker(coat, 0.14), 1)
        board.sheet(box(67, -97, 16, 44, 2), _glass(board), 0.8)
        board.sheet(smooth([(92, -98), (103, -96), (106, -66), (92, -66)], closed=True, tension=12), _glass(board), 1)
        board.sheet(oval(103, -32, 4, 5.4), 0xFFE9A8, 0.8)
        board.sheet(box(-114, -20, 224, 5, 2), tint(board, 0xB9C2C8), 1.5)
        for i in range(9):
            x = -94 + i * 17
            board.flat(
                polygon([(x - 5, -38), (x, -44), (x + 5, -38), (x, -32)]), tint(board, (0xB8472F, 0x2F7F86)[i % 2])
            )
    for x in (-66, 44):
        board.flat(oval(x, -16, 20, 18), darker(coat, 0.6))
        _tyre(board, x, -16, 16, trim)


def _truck(board: Board, trim: Trim) -> None:
    coat = trim.own(board, 0x3F7F93)
    wood = tint(board, 0xA9774A)
    stand(board, 92)
    with board.at(0, 0.6 * trim.swing(2)):
        for i, (x, y) in enumerate(((-70, -66), (-48, -68), (-26, -66), (-58, -80), (-36, -80))):
            board.sheet(
                smooth([(x - 13, y + 12), (x - 9, y - 6), (x + 9, y - 6), (x + 13, y + 12)], closed=True),
                tint(board, (STRAW, 0xC7A46A)[i % 2]),
                2,
            )
        board.sheet(box(-92, -58, 104, 34, 2), wood, 3)
        for k in (-48, -38):
            board.stroke(line((-90, k), (10, k)), darker(wood, 0.3), 1.2)
        for x in (-74, -40, -6):
            board.sheet(box(x, -59, 4, 35), darker(wood, 0.2), 0.8)
        board.sheet(
            smooth(
                [(16, -24), (16, -82), (24, -88), (48, -88), (62, -58), (84, -52), (92, -42), (92, -22)],
                closed=True,
                tension=14,
            ),
            coat,
            4,
        )
        board.sheet(polygon([(26, -58), (26, -80), (46, -80), (56, -58)]), _glass(board), 1)
        board.stroke(line((22, -52), (22, -28)), darker(coat, 0.3), 1)
        board.sheet(oval(88, -36, 4, 5), 0xFFE9A8, 0.8)
        board.sheet(box(-96, -25, 190, 6, 2), tint(board, DARK_IRON), 1.5)
    for x in (-64, -32, 60):
        _tyre(board, x, -15, 15, trim)


def _train(board: Board, trim: Trim) -> None:
    """An engine under steam with one carriage."""
    coat, iron = trim.own(board, 0x3A6B52), tint(board, DARK_IRON)
    stand(board, 132)
    for k in range(3):
        at = (trim.phase + k / 3) % 1.0
        board.flat(
            oval(88 - 46 * at, -104 - 26 * at + 3 * sin(4 * at + k), 6 + 11 * at, 5 + 8 * at),
            0xFBF8F0,
            0.75 * (1 - at) * min(1, at * 6),
        )
    board.sheet(box(-132, -76, 104, 56, 4), tint(board, 0xB5483A), 4)
    board.sheet(box(-138, -82, 116, 8, 3), darker(tint(board, 0xB5483A), 0.25), 2)
    for i in range(4):
        board.sheet(box(-124 + i * 24, -66, 17, 20, 2), _glass(board), 1)
    board.sheet(box(-30, -32, 18, 5), iron, 1)
    board.sheet(box(-14, -88, 38, 66, 3), coat, 3)
    board.sheet(box(-20, -94, 50, 8, 3), darker(coat, 0.25), 2)
    board.sheet(box(-6, -78, 22, 20, 2), _glass(board), 1)
    board.sheet(polygon([(80, -62), (96, -62), (99, -100), (77, -100)]), iron, 2)
    board.sheet(box(24, -66, 86, 38, 16), coat, 4)
    board.sheet(oval(50, -68, 8, 7), tint(board, 0xE0AF3C), 1.5)
    for x in (40, 66, 92):
        board.stroke(line((x, -65), (x, -29)), lighter(coat, 0.35), 2)
    board.sheet(oval(109, -48, 4, 5), 0xFFE9A8, 0.8)
    board.sheet(polygon([(104, -24), (112, -24), (130, -1), (104, -1)]), tint(board, 0xB5483A), 2)
    board.sheet(box(-136, -24, 244, 7, 2), iron, 2)
    red = tint(board, 0xB5483A)
    for x, r in ((-112, 12), (-50, 12), (10, 15), (46, 15), (84, 12)):
        draw_spoked(board, (x, -r, r), red, trim)
    a = 2 * pi * trim.phase
    board.sheet(
        limb([(10 + 7 * cos(a), -15 + 7 * sin(a)), (46 + 7 * cos(a), -15 + 7 * sin(a))], [3.4, 3.4]),
        tint(board, 0xC6CCD0),
        1,
    )


def _aeroplane(board: Board, trim: Trim) -> None:
    """An aeroplane in the air about (0, 0)."""
    coat = trim.own(board, 0xF1ECE2)
    red = tint(board, 0xD4553E)
    with board.at(0, 1.5 * trim.swing(), turn=-5):
        board.sheet(polygon([(10, -6), (-14, -34), (-24, -34), (-12, -6)]), darker(coat, 0.2), 2)
        board.sheet(polygon([(-54, -6), (-78, -36), (-92, -36), (-82, -4)]), red, 2.5)
        body = smooth(
            [(-90, -8), (-60, -13), (0, -16), (54, -15), (78, -6), (80, 1), (60, 9), (0, 12), (-50, 8)],
            closed=True,
            tension=8,
        )
        board.sheet(body, coat, 4)
        with board.within(body):
            board.flat(polygon([(-100, 3), (90, 3), (90, 14), (-100, 14)]), red, 0.9)
        for i in range(8):
            board.flat(box(-40 + i * 11.5, -8, 6, 7, 2.6), _glass(board) if board.light.lit else tint(board, 0x6F9DB0))
        board.sheet(
            smooth([(58, -12), (70, -9), (74, -4), (58, -4)], closed=True, tension=12), tint(board, 0x6F9DB0), 0.6
        )
        board.sheet(polygon([(18, 2), (-34, 38), (-46, 38), (-16, 2)]), darker(coat, 0.1), 3)
        board.sheet(smooth([(-18, 16), (2, 14), (5, 19), (0, 24), (-16, 23)], closed=True), tint(board, 0x8D97A2), 1.5)
        board.sheet(polygon([(-72, -2), (-92, 12), (-98, 12), (-86, -2)]), darker(coat, 0.15), 1.5)


def _cart(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    stand(board, 36)
    board.sheet(limb([(30, -24), (62, -16)], [3.5, 3]), darker(wood, 0.2), 2)
    if not trim.bare:
        board.sheet(
            smooth([(-34, -38), (-20, -54), (4, -58), (24, -50), (34, -38)], closed=True), tint(board, 0xDDB75C), 3
        )
        for i in range(12):
            x, y = -24 + i * 4.2, -42 - 7 * (i * 0.5698 % 1.0)
            board.stroke(line((x - 2, y), (x + 2, y - 5)), tint(board, 0xB98E3E), 0.8, 0.8)
    board.sheet(polygon([(-40, -42), (38, -42), (32, -20), (-34, -20)]), wood, 3)
    board.stroke(line((-38, -31), (35, -31)), darker(wood, 0.35), 1.1)
    draw_spoked(board, (-2, -17, 17), wood, trim)


VEHICLES: dict[str, Prop] = {
    "bicycle": Prop(draw=_bicycle, grip=(22, -55), cycle_s=0.9),
    "motorbike": Prop(draw=_motorbike, grip=(12, -57), top=-36, cycle_s=0.6),
    "car": Prop(draw=_car, cycle_s=0.6),
    "bus": Prop(draw=_bus, cycle_s=0.6),
    "truck": Prop(draw=_truck, cycle_s=0.6),
    "train": Prop(draw=_train, cycle_s=1.2),
    "plane": Prop(draw=_aeroplane, medium="air", cycle_s=3.0),
    "cart": Prop(draw=_cart, grip=(62, -16), cycle_s=1.0),
    "wheel": Prop(draw=_wheel, cycle_s=1.0),
}
