"""Furniture, standing at (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.prop import CREAM, GOLD, PALE_WOOD, ROPE, WOOD, Prop, Trim, stand, tint

_DAY_GLASS = 0xBFE0E6

LONG = 1.22
"""By how much a bed is larger than its drawing."""


def _table(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    stand(board, 34)
    for x, tone in ((-24, 0.3), (19, 0.3), (-31, 0.1), (26, 0.1)):
        board.sheet(box(x, -37, 5, 37 - (3 if tone > 0.2 else 0), 1), darker(wood, tone), 2)
    board.sheet(box(-31, -38, 62, 6), darker(wood, 0.2), 1.5)
    board.sheet(box(-36, -42, 72, 5, 2), lighter(wood, 0.14), 3)
    board.stroke(line((-30, -39.6), (20, -39.6)), darker(wood, 0.2), 0.7, 0.6)


def _chair(board: Board, trim: Trim) -> None:
    """A chair, three quarters to the onlooker."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 15)
    for x in (-9, 14):
        board.sheet(box(x - 1.6, -25, 3.2, 23, 1), darker(wood, 0.3), 1.2)
    board.sheet(box(-14.6, -62, 3.6, 62, 1.5), wood, 2)
    board.sheet(box(8.6, -62, 3.6, 40, 1.5), darker(wood, 0.08), 1.5)
    for y in (-60, -50, -40):
        board.sheet(
            smooth(
                [(-12, y), (-1, y + 1.6), (10, y), (10, y + 5), (-1, y + 6.6), (-12, y + 5)], closed=True, tension=9
            ),
            lighter(wood, 0.1),
            1.2,
        )
    board.sheet(polygon([(-15, -27), (10, -27), (17, -22), (-12, -22)]), lighter(wood, 0.22), 1.5)
    board.sheet(polygon([(-12, -22), (17, -22), (17, -19.4), (-12, -19.4)]), wood, 1)
    for x in (-12, 13.4):
        board.sheet(box(x, -20, 3.6, 20, 1), wood, 2)


def _stool(board: Board, trim: Trim) -> None:
    wood = trim.own(board, PALE_WOOD)
    stand(board, 14)
    for x0, x1, tone in ((-2, -3, 0.3), (-9, -13, 0.05), (9, 13, 0.05)):
        board.sheet(limb([(x0, -22), (x1, 0)], [4, 3]), darker(wood, tone), 1.5)
    board.sheet(box(-11, -11, 22, 2.6, 1), darker(wood, 0.15), 1)
    board.sheet(
        smooth([(-15, -26), (0, -28.5), (15, -26), (13, -21.4), (0, -20), (-13, -21.4)], closed=True),
        lighter(wood, 0.12),
        2.5,
    )


def _bench(board: Board, trim: Trim) -> None:
    wood = trim.own(board, WOOD)
    stand(board, 44)
    for x in (-36, 31):
        board.sheet(box(x, -52, 4.4, 52, 1), darker(wood, 0.2), 2)
    for y in (-52, -42):
        board.sheet(box(-42, y, 84, 6.6, 2), wood, 1.5)
    board.sheet(box(-44, -27, 88, 5.4, 2), lighter(wood, 0.14), 3)
    for x in (-32, 27):
        board.sheet(box(x, -22, 5, 22, 1), wood, 1.5)


def _bed(board: Board, trim: Trim) -> None:
    """A bed as long as who sleeps in it, and a little longer."""
    with board.at(0, 0, LONG):
        _bedstead(board, trim)


def _bedstead(board: Board, trim: Trim) -> None:
    wood = tint(board, WOOD)
    stand(board, 48)
    board.sheet(box(-50, -48, 6, 48, 2), wood, 3)
    board.sheet(smooth([(-50, -46), (-47, -53), (-44, -46)], closed=True), wood, 1)
    board.sheet(box(44, -34, 6, 34, 2), wood, 3)
    board.sheet(box(-46, -22, 92, 14), darker(wood, 0.15), 2)
    board.sheet(smooth([(-44, -24), (-40, -35), (-24, -35), (-20, -24)], closed=True), tint(board, 0xF6F0E4, 0.8), 2)
    quilt = smooth([(-24, -27), (0, -33), (42, -27), (44, -6), (0, -4), (-26, -7)], closed=True, tension=10)
    board.sheet(quilt, trim.own(board, 0x5F7FA8), 3)
    with board.within(quilt):
        for i in range(-3, 5):
            board.stroke(line((i * 12, -36), (i * 12 - 12, 0)), tint(board, 0xF3E3BC, 0.8), 1.2, 0.7)
            board.stroke(line((i * 12 - 12, -36), (i * 12, 0)), tint(board, 0xF3E3BC, 0.8), 1.2, 0.7)


def _hammock(board: Board, trim: Trim) -> None:
    """A hammock between two posts."""
    cloth, wood = trim.own(board, 0xD9722F), tint(board, WOOD)
    stand(board, 62)
    for x in (-58, 54):
        board.sheet(box(x, -78, 5, 78, 2), wood, 3)
    dy = 1.6 * trim.swing()
    for side in (-1, 1):
        for k in range(4):
            board.stroke(line((side * 56, -66), (side * 38, -46 + k * 2.4 + dy)), tint(board, ROPE), 0.8)
    bag = smooth([(-40, -47 + dy), (-20, -33 + dy), (0, -29 + dy), (20, -33 + dy), (40, -47 + dy), (36, -34 + dy),
        (16, -18 + dy), (0, -15 + dy),
                  (-16, -18 + dy), (-36, -34 + dy)], closed=True)  # fmt: skip
    board.sheet(bag, cloth, 3.5)
    with board.within(bag):
        for i, tone in enumerate((CREAM, 0x2F7F86, 0xE8B83A)):
            x = -26 + i * 22
            board.flat(polygon([(x, -60), (x + 6, -60), (x + 9, 0), (x + 3, 0)]), tint(board, tone), 0.9)
    for i in range(9):
        x = -30 + i * 7.5
        y = -16 - 0.012 * x * x + dy
        board.stroke(line((x, y), (x + 0.6 * trim.swing(1, 0.1), y + 6)), darker(cloth, 0.15), 1.2)


def _mat(board: Board, trim: Trim) -> None:
    cloth = trim.own(board, 0xB8472F)
    board.sheet(polygon([(-46, 0), (-36, -14), (40, -14), (50, 0)]), cloth, 1.5)
    for k, tone in ((0.16, 0xE8B83A), (0.42, 0x2F7F86), (0.68, 0xE8B83A)):
        y0, y1 = -14 + 14 * k, -14 + 14 * (k + 0.14)
        board.flat(
            polygon([(-36 - 10 * k, y0), (40 + 10 * k, y0), (40 + 10 * (k + 0.14), y1), (-36 - 10 * (k + 0.14), y1)]),
            tint(board, tone),
        )
    for side in (-1, 1):
        for k in range(6):
            x = side * (41 if side < 0 else 45) + side * (k - 3) * 1.6
            board.stroke(
                line((x - 2, -7 + (k - 3) * 2.2), (x + side * 4 - 2, -7 + (k - 3) * 2.2)), tint(board, CREAM), 0.8
            )


def _cradle(board: Board, trim: Trim) -> None:
    """A cradle that rocks."""
    wood = trim.own(board, PALE_WOOD)
    stand(board, 26)
    with board.at(0, 0, turn=4 * trim.swing()):
        board.sheet(
            smooth([(-28, -6), (-14, -1.4), (0, 0), (14, -1.4), (28, -6), (14, 2), (-14, 2)], closed=True),
            darker(wood, 0.25),
            1.5,
        )
        board.sheet(
            smooth([(14, -52), (24, -54), (31, -44), (30, -22), (12, -22)], closed=True, tension=8),
            darker(wood, 0.12),
            2,
        )
        board.sheet(
            smooth([(-24, -32), (-10, -36), (10, -34), (16, -26), (-22, -24)], closed=True), tint(board, 0x7FB3C2), 2
        )
        board.sheet(oval(15, -32, 5.6, 5.4), tint(board, 0xD9A577), 1.2)
        board.stroke(smooth([(13, -32), (14.4, -31.2), (15.6, -32)]), 0x3A2A28, 0.7)
        board.stroke(smooth([(17, -32), (18.2, -31.2), (19.4, -32)]), 0x3A2A28, 0.7)
        board.sheet(polygon([(-30, -28), (31, -28), (26, -5), (-25, -5)]), wood, 3)
        for x in (-14, 1, 16):
            board.flat(
                smooth([(x, -12), (x - 4, -18), (x, -20), (x + 4, -18)], closed=True), tint(board, 0xC8553D), 0.9
            )


def _door(board: Board, trim: Trim) -> None:
    wood = trim.own(board, 0x9A5A36)
    frame = tint(board, 0xE6D3B0)
    board.sheet(box(-30, -112, 60, 112, 2), frame, 3)
    board.sheet(box(-24, -106, 48, 106, 1), darker(wood, 0.25), 1)
    for i in range(4):
        board.sheet(box(-23.4 + i * 11.8, -105, 11.2, 105), darker(wood, 0.05 * (i % 2)), 0.8)
    for y in (-90, -22):
        board.sheet(box(-23.4, y, 40, 4.4, 1), tint(board, 0x4A4148), 1)
    board.sheet(oval(16, -50, 2.6, 2.6), tint(board, GOLD), 1.2)
    board.sheet(box(-34, -2, 68, 4, 1), tint(board, 0xB4AEA6), 1.5)


def _window(board: Board, trim: Trim) -> None:
    """A window in a wall, about (0, 0)."""
    frame = trim.own(board, 0xEADBBF)
    board.sheet(box(-30, -36, 60, 72, 2), frame, 3)
    pane = box(-25, -31, 50, 62)
    board.flat(pane, 0xFFE3A0 if board.light.lamps else tint(board, _DAY_GLASS))
    board.flat(polygon([(-25, 8), (-25, -10), (-6, -31), (10, -31)]), 0xFFFFFF, 0.3)
    board.sheet(box(-1.8, -31, 3.6, 62), frame, 1)
    board.sheet(box(-25, -3, 50, 3.6), frame, 1)
    board.sheet(box(-34, 34, 68, 5, 1.5), lighter(frame, 0.2), 2)
    for i, x in enumerate((-20, -7, 7, 20)):
        board.sheet(oval(x, 30, 5, 4), board.light.leaf[1], 1)
        board.sheet(oval(x + 2, 26.6, 3, 3), tint(board, (0xD9483B, 0xE8B83A)[i % 2]), 0.8)


def _shelf(board: Board, trim: Trim) -> None:
    """A shelf on a wall, about (0, 0)."""
    wood = trim.own(board, WOOD)
    for i, (x, w, tall, tone) in enumerate(
        ((-30, 5, 19, 0xB5483A), (-24, 4, 16, 0x2F7F86), (-19, 6, 21, 0xE0A030), (14, 5, 17, 0x4E8A55))
    ):
        with board.at(x, 0, turn=8 if i == 3 else 0):
            board.sheet(box(0, -tall, w, tall, 0.6), tint(board, tone), 1)
    board.sheet(
        smooth([(-6, 0), (-9, -8), (-5, -13), (3, -13), (7, -8), (4, 0)], closed=True), tint(board, 0xC98F5A), 1.2
    )
    board.sheet(smooth([(24, 0), (23, -9), (31, -9), (30, 0)], closed=True, tension=12), tint(board, 0x7FB3C2), 1.2)
    board.sheet(box(-38, 0, 76, 4, 1), wood, 2.5)
    for x in (-28, 24):
        board.sheet(polygon([(x, 4), (x + 5, 4), (x, 13)]), darker(wood, 0.2), 1)


FURNITURE: dict[str, Prop] = {
    "table": Prop(draw=_table, top=-42),
    "chair": Prop(draw=_chair, top=-25),
    "stool": Prop(draw=_stool, top=-26, size=0.27),
    "bench": Prop(draw=_bench, top=-27),
    "bed": Prop(draw=_bed, top=-30 * LONG),
    "hammock": Prop(draw=_hammock, top=-30, cycle_s=3.5),
    "mat": Prop(draw=_mat, top=-7, size=0.1),
    "cradle": Prop(draw=_cradle, cycle_s=2.4),
    "door": Prop(draw=_door),
    "window": Prop(draw=_window, medium="wall"),
    "shelf": Prop(draw=_shelf, medium="wall", top=0),
}
