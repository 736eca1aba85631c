"""Things: what stands about on the stage, in units of a person's height (100), standing at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, limb, line, oval, polygon, smooth
from video.engines.papercut.things.household import HOUSEHOLD, WOOD, own_colour, stand

WIDTHS: dict[str, float] = {
    "fire": 44,
    "well": 48,
    "cart": 78,
    "basket": 26,
    "pot": 26,
    "bread": 30,
    "fruit": 30,
    "table": 66,
    "chair": 28,
    "bed": 96,
    "lamp": 14,
    "book": 20,
    "thread": 34,
    "chest": 36,
    "drum": 26,
    "haystack": 60,
    "rock": 52,
    "log": 40,
    "mushroom": 22,
    "tent": 90,
    "stall": 92,
    "net": 46,
    "boat": 120,
    "flag": 30,
    "bush": 46,
}


def draw_prop(
    board: Board, kind: str, x: float, y: float, person: float, *, colour: int | None = None, flip: bool = False
) -> None:
    """Draws a thing with its foot at (x, y); ``person`` = height of a grown person there."""
    with board.at(x, y, person / 100, flip=flip):
        DRAWINGS[kind](board, colour)


def _fire(board: Board, _: int | None) -> None:
    board.glow(0, -16, 150, 0xFF9A3D, 0.62 if board.light.lit else 0.28)
    wood = board.light.dye(0x6B4630, 0.6)
    for turn, x in ((-14, -3), (12, 3)):
        with board.at(x, -4, turn=turn):
            board.sheet(box(-19, -3.4, 38, 6.8, 3), wood, 3)
            board.sheet(oval(19, 0, 2.2, 3.2), lighter(wood, 0.4), 1)
    for scale, colour, dx in (
        (1.0, 0xE4572E, 0.0),
        (0.72, 0xF28C38, 1.0),
        (0.46, 0xFBC94B, -0.5),
        (0.24, 0xFFF1B8, 0.3),
    ):
        flame = smooth(
            [
                (dx, -48 * scale - 2),
                (dx - 9 * scale, -29 * scale - 3),
                (dx - 17 * scale, -20 * scale - 4),
                (dx - 15 * scale, -7),
                (dx, -3),
                (dx + 15 * scale, -7),
                (dx + 16 * scale, -22 * scale - 3),
                (dx + 9 * scale, -33 * scale),
                (dx + 5 * scale, -27 * scale),
            ],
            closed=True,
            tension=5.5,
        )
        board.sheet(flame, colour, 3, edge=0.3)
    for x, y in ((-14, -46), (12, -54), (3, -66), (-6, -60)):
        board.flat(oval(x, y, 1.1, 1.1), 0xFFD27A, 0.9)


def _well(board: Board, _: int | None) -> None:
    stone = board.light.dye(0xB4AEA6, 0.9)
    wood = board.light.dye(WOOD, 0.9)
    stand(board, 27)
    for x in (-19, 16):
        board.sheet(box(x, -70, 4, 46), wood, 2)
    board.sheet(box(-20, -60, 40, 2.8), darker(wood, 0.2), 1.5)
    board.stroke(line((2, -58), (2, -42)), board.light.dye(0xD9C79A), 1)
    board.sheet(polygon([(-4, -42), (8, -42), (6.5, -32), (-2.5, -32)]), board.light.dye(0x7A6A5C), 1.5)
    board.sheet(polygon([(-30, -68), (0, -88), (30, -68)]), board.light.dye(0xA8553A, 0.9), 4)
    board.sheet(oval(0, -29, 24, 5), darker(stone, 0.5), 1)
    wall = smooth([(-24, -29), (-25, -2), (0, 2), (25, -2), (24, -29), (0, -23.5)], closed=True, tension=14)
    board.sheet(wall, stone, 3)
    board.canvas.save()
    board.canvas.clipPath(wall, True)
    for row in range(3):
        for i in range(-3, 4):
            board.stroke(box(i * 11 + (row % 2) * 5.5 - 5, -23 + row * 8.5, 10, 7.5, 2), darker(stone, 0.3), 0.7, 0.6)
    board.canvas.restore()


def _stall(board: Board, colour: int | None) -> None:
    wood = board.light.dye(WOOD, 0.9)
    stripe = own_colour(
        board,
        colour if colour is not None else board.chance.pick((0xC8553D, 0x3F8F8B, 0xD9A02E, 0x7A4B8C, 0x4E8A55)),
        0,
    )
    stand(board, 46)
    for x in (-42, 39):
        board.sheet(box(x, -82, 3.4, 82), wood, 2)
    board.sheet(box(-38, -66, 76, 36), mix(darker(wood, 0.35), board.light.ground, 0.3), 0, edge=0)
    for i in range(9):
        fruit = board.chance.pick((0xD8503F, 0xE8A33A, 0x7FA64B, 0xB85C86, 0xE6C84F))
        board.sheet(oval(-34 + i * 8.5, -37 + (i % 2) * 1.5, 4.4, 4.4), board.light.dye(fruit, 0.7), 1)
    for i in range(4):
        board.sheet(
            polygon([(-38 + i * 19.5, -35), (-21 + i * 19.5, -35), (-23 + i * 19.5, -27), (-36 + i * 19.5, -27)]),
            board.light.dye(0xC29A62, 0.9),
            2,
        )
    board.sheet(box(-45, -29, 90, 4.5), lighter(wood, 0.15), 3)
    board.sheet(box(-42, -25, 84, 25), wood, 2)
    cloth = smooth(
        [(-45, -27), (-45, -9), (-30, -5.5), (-15, -9), (0, -5.5), (15, -9), (30, -5.5), (45, -9), (45, -27)],
        closed=True,
        tension=9,
    )
    board.sheet(cloth, board.light.dye(0xF1E4CB, 0.85), 2)
    for i in range(8):
        x0, x1 = -52 + i * 13.0, -39 + i * 13.0
        t0, t1 = -40 + i * 10.0, -30 + i * 10.0
        strip = skia.Path()
        strip.moveTo(t0, -104)
        strip.lineTo(t1, -104)
        strip.lineTo(x1, -80)
        strip.quadTo((x0 + x1) / 2, -69, x0, -80)
        strip.close()
        board.sheet(strip, stripe if i % 2 else board.light.dye(0xF6EBD5, 0.8), 2.5)


def _boat(board: Board, colour: int | None) -> None:
    hull = own_colour(board, colour, 0xB5533C)
    wood = board.light.dye(WOOD, 0.9)
    sail = board.light.dye(0xF6EBD5, 0.8)
    board.sheet(box(-3, -104, 3.4, 92), wood, 2)
    board.sheet(smooth([(2, -102), (34, -56), (46, -24), (2, -22)], closed=True, tension=9), sail, 4)
    for k in (0.35, 0.65):
        board.stroke(
            smooth([(3, -102 + 78 * k), (22 * k + 8, -101 + 79 * k), (44 * k, -100 + 78 * k)]),
            darker(sail, 0.25),
            0.8,
            0.7,
        )
    board.sheet(smooth([(-5, -96), (-30, -50), (-38, -24), (-5, -22)], closed=True, tension=9), darker(sail, 0.1), 4)
    body = skia.Path()
    body.moveTo(-58, -23)
    body.quadTo(0, -13, 60, -25)
    body.quadTo(50, -2, 34, 2)
    body.lineTo(-36, 2)
    body.quadTo(-50, -2, -58, -23)
    body.close()
    board.sheet(body, hull, 4)
    board.stroke(smooth([(-56, -19), (0, -9), (57, -20)]), board.light.dye(0xF3E3BC, 0.8), 2)


def _cart(board: Board, _: int | None) -> None:
    wood = board.light.dye(WOOD, 0.9)
    stand(board, 36)
    board.sheet(limb([(30, -24), (62, -16)], [3.5, 3]), darker(wood, 0.2), 2)
    board.sheet(
        smooth([(-34, -38), (-20, -54), (4, -58), (24, -50), (34, -38)], closed=True),
        board.light.dye(0xDDB75C, 0.85),
        3,
    )
    board.sheet(polygon([(-40, -42), (38, -42), (32, -20), (-34, -20)]), wood, 3)
    board.stroke(line((-38, -31), (35, -31)), darker(wood, 0.35), 1.1)
    board.sheet(oval(-2, -16, 17, 17), darker(wood, 0.3), 3)
    board.sheet(oval(-2, -16, 13, 13), mix(wood, board.light.ground, 0.55), 1)
    for turn in (0, 45, 90, 135):
        with board.at(-2, -16, turn=turn):
            board.sheet(box(-1.2, -14, 2.4, 28), darker(wood, 0.3), 0.8)
    board.sheet(oval(-2, -16, 3.2, 3.2), wood, 1)


def _haystack(board: Board, _: int | None) -> None:
    hay = board.light.dye(0xD9B45B, 0.85)
    stand(board, 31)
    heap = smooth([(-30, 0), (-24, -28), (-8, -48), (8, -48), (24, -28), (30, 0), (0, 3)], closed=True)
    board.sheet(heap, hay, 4)
    board.canvas.save()
    board.canvas.clipPath(heap, True)
    for _ in range(40):
        x, y = board.chance.near(0, 28), -board.chance.between(0, 46)
        board.stroke(
            line((x, y), (x + board.chance.near(0, 5), y + 6)),
            board.chance.pick((darker(hay, 0.25), lighter(hay, 0.4))),
            0.9,
            0.7,
        )
    board.canvas.restore()


def _rock(board: Board, _: int | None) -> None:
    stone = board.light.dye(0x9AA0A4, 0.9)
    stand(board, 26)
    board.sheet(polygon([(-26, 0), (-20, -20), (-4, -29), (14, -23), (25, -8), (26, 0)]), stone, 4)
    board.sheet(polygon([(-4, -29), (14, -23), (25, -8), (8, -11), (0, -20)]), lighter(stone, 0.22), 1, edge=0)
    board.sheet(polygon([(10, 0), (15, -10), (27, -12), (35, -3), (34, 0)]), darker(stone, 0.15), 2.5)


def _log(board: Board, _: int | None) -> None:
    bark = board.light.dye(0x6B4A36, 0.9)
    stand(board, 21)
    for x, y in ((-9, -6), (9, -6), (0, -16)):
        board.sheet(box(x - 14, y - 5.5, 28, 11.5, 5.5), bark, 2.5)
        board.sheet(oval(x + 12, y, 4.6, 5.6), lighter(bark, 0.45), 1)
        board.stroke(oval(x + 12, y, 2.4, 3), bark, 0.8)


def _mushroom(board: Board, colour: int | None) -> None:
    cap = own_colour(board, colour, 0xC8443C)
    for x, s in ((-5, 1.0), (8, 0.62)):
        board.sheet(
            smooth(
                [(x - 3 * s, 0), (x - 2.2 * s, -13 * s), (x + 2.2 * s, -13 * s), (x + 3 * s, 0)], closed=True, tension=9
            ),
            board.light.dye(0xF3E9D6, 0.8),
            2,
        )
        board.sheet(
            smooth(
                [
                    (x - 12 * s, -12 * s),
                    (x - 7 * s, -21 * s),
                    (x + 7 * s, -21 * s),
                    (x + 12 * s, -12 * s),
                    (x, -10 * s),
                ],
                closed=True,
            ),
            cap,
            2.5,
        )
        for dx, dy in ((-5, -16), (1, -19), (6, -15)):
            board.flat(oval(x + dx * s, dy * s, 1.7 * s, 1.4 * s), 0xF8F1E0)


def _tent(board: Board, colour: int | None) -> None:
    cloth = own_colour(board, colour, 0xD0A45A)
    stand(board, 46)
    board.sheet(polygon([(-46, 0), (0, -68), (46, 0)]), cloth, 4)
    board.sheet(polygon([(-14, 0), (0, -50), (14, 0)]), darker(cloth, 0.6), 1)
    board.sheet(polygon([(0, -52), (-24, 0), (-13, 0)]), lighter(cloth, 0.2), 3)


def _net(board: Board, _: int | None) -> None:
    rope = board.light.dye(0xD9C79A, 0.8)
    for x in (-23, 21):
        board.sheet(box(x, -52, 3, 52), board.light.dye(WOOD, 0.9), 2)
    for i in range(9):
        x = -20 + i * 5.2
        board.stroke(smooth([(x, -48), (x + (i - 4) * -0.6, -30), (x, -12 - 4 * (i % 2))]), rope, 0.8, 0.9)
    for k in range(6):
        board.stroke(smooth([(-22, -48 + k * 6.5), (0, -43 + k * 6.5), (22, -48 + k * 6.5)]), rope, 0.8, 0.9)
    for x in (-14, 0, 14):
        board.sheet(oval(x, -43.5, 2.2, 2.2), board.light.dye(0xD8503F, 0.8), 1)


def _bush(board: Board, _: int | None) -> None:
    leaf = board.light.leaf
    board.sheet(smooth([(-23, 0), (-20, -16), (-5, -26), (12, -22), (23, 0), (0, 2)], closed=True), leaf[0], 4)
    board.sheet(smooth([(-14, 0), (-6, -15), (9, -13), (16, 0), (0, 1.5)], closed=True), leaf[1], 3)


DRAWINGS: dict[str, Callable[[Board, int | None], None]] = {
    **HOUSEHOLD,
    "fire": _fire,
    "well": _well,
    "stall": _stall,
    "boat": _boat,
    "cart": _cart,
    "haystack": _haystack,
    "rock": _rock,
    "log": _log,
    "mushroom": _mushroom,
    "tent": _tent,
    "net": _net,
    "bush": _bush,
}
