"""Household things, in units of a person's height (100), standing at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, box, line, oval, polygon, smooth

WOOD = 0x8A5E3C


def stand(board: Board, half: float) -> None:
    """The shadow where a thing stands, ``half`` of its width to either side."""
    board.shadow(oval(0, -0.3, half, 2.4), 6, 0.42)


def own_colour(board: Board, colour: int | None, usual: int) -> int:
    """The colour asked for, or the usual one, in this light."""
    return board.light.dye(colour if colour is not None else usual, 0.8)


def _basket(board: Board, colour: int | None) -> None:
    stand(board, 13)
    straw = board.light.dye(0xC29A62, 0.9)
    board.stroke(oval(0, -14, 9.5, 14), darker(straw, 0.2), 2)
    for i in range(5):
        fruit = colour if colour is not None else board.chance.pick((0xD8503F, 0xE8A33A, 0x7FA64B))
        board.sheet(oval(-8 + i * 4, -15 - (i % 2) * 2, 3.6, 3.6), board.light.dye(fruit, 0.7), 1)
    weave = polygon([(-13, -14), (13, -14), (10, 0), (-10, 0)])
    board.sheet(weave, straw, 2.5)
    board.canvas.save()
    board.canvas.clipPath(weave, True)
    for i in range(-4, 5):
        board.stroke(line((i * 3.4 - 4, 0), (i * 3.4 + 4, -14)), darker(straw, 0.3), 0.8, 0.7)
        board.stroke(line((i * 3.4 + 4, 0), (i * 3.4 - 4, -14)), darker(straw, 0.3), 0.8, 0.7)
    board.canvas.restore()


def _pot(board: Board, colour: int | None) -> None:
    clay = own_colour(board, colour, 0xB5633F)
    stand(board, 12)
    board.sheet(smooth([(-6, -25), (-13, -14), (-8, -1), (8, -1), (13, -14), (6, -25)], closed=True), clay, 4)
    board.sheet(box(-7.5, -28, 15, 4.5, 2), lighter(clay, 0.15), 1.5)
    board.stroke(smooth([(-12, -15), (0, -12.5), (12, -15)]), lighter(clay, 0.45), 1.6, 0.9)


def _bread(board: Board, _: int | None) -> None:
    crust = board.light.dye(0xC98A45, 0.75)
    stand(board, 15)
    for x, y, r in ((-7, -5, 9), (8, -5, 9), (0, -12, 9)):
        board.sheet(
            smooth(
                [(x - r, y + 3), (x - r * 0.6, y - 5), (x + r * 0.6, y - 5), (x + r, y + 3), (x, y + 5)], closed=True
            ),
            crust,
            2.5,
        )
        for k in (-3, 1, 5):
            board.stroke(line((x + k - 1.5, y + 1), (x + k + 1, y - 4)), lighter(crust, 0.5), 1, 0.9)


def _fruit(board: Board, colour: int | None) -> None:
    stand(board, 15)
    for x, y in ((-10, -5), (0, -5), (10, -5), (-5, -13), (5, -13), (0, -20)):
        board.sheet(oval(x, y, 5.4, 5.2), own_colour(board, colour, 0xD0473B), 2)
        board.stroke(line((x, y - 4), (x + 1, y - 7)), board.light.dye(0x4E7A3A), 1)


def _table(board: Board, _: int | None) -> None:
    wood = board.light.dye(WOOD, 0.9)
    stand(board, 32)
    for x in (-28, 24):
        board.sheet(box(x, -36, 4.5, 36), darker(wood, 0.2), 2)
    board.sheet(box(-34, -40, 68, 5.5, 1.5), lighter(wood, 0.12), 3)
    with board.at(-14, -40, 0.8):
        _bread(board, None)
    with board.at(15, -40, 0.72):
        _pot(board, 0x5F8FA0)


def _chair(board: Board, _: int | None) -> None:
    wood = board.light.dye(WOOD, 0.9)
    for x, tall in ((-11, 52), (8, 26)):
        board.sheet(box(x, -tall, 3, tall), wood, 2)
    for y in (-50, -40):
        board.sheet(box(-11, y, 4, 3), wood, 1)
    board.sheet(box(-12, -27, 25, 3.6, 1), lighter(wood, 0.12), 2)


def _bed(board: Board, colour: int | None) -> None:
    wood = board.light.dye(WOOD, 0.9)
    stand(board, 48)
    board.sheet(box(-50, -46, 6, 46, 2), wood, 3)
    board.sheet(box(44, -32, 6, 32, 2), wood, 3)
    board.sheet(box(-46, -22, 92, 14), darker(wood, 0.15), 2)
    board.sheet(
        smooth([(-44, -24), (-40, -34), (-24, -34), (-20, -24)], closed=True), board.light.dye(0xF6F0E4, 0.8), 2
    )
    quilt = smooth([(-24, -27), (0, -33), (42, -27), (44, -6), (0, -4), (-26, -7)], closed=True, tension=10)
    board.sheet(quilt, own_colour(board, colour, 0x5F7FA8), 3)
    board.canvas.save()
    board.canvas.clipPath(quilt, True)
    for i in range(-3, 5):
        board.stroke(line((i * 12, -36), (i * 12 - 12, 0)), board.light.dye(0xF3E3BC, 0.8), 1.2, 0.7)
        board.stroke(line((i * 12 - 12, -36), (i * 12, 0)), board.light.dye(0xF3E3BC, 0.8), 1.2, 0.7)
    board.canvas.restore()


def _lamp(board: Board, _: int | None) -> None:
    board.glow(0, -20, 60, 0xFFC766, 0.6 if board.light.lit else 0.25)
    iron = board.light.dye(0x4A4148, 0.6)
    board.sheet(box(-6, -3, 12, 3), iron, 1.5)
    board.sheet(polygon([(-5, -3), (-6, -21), (6, -21), (5, -3)]), 0xFFE3A0, 1)
    board.sheet(smooth([(0, -17), (-2.6, -9), (0, -6), (2.6, -9)], closed=True), 0xF28C38, 1)
    board.sheet(polygon([(-7.5, -21), (0, -28), (7.5, -21)]), iron, 1.5)
    for x in (-5.5, 0, 5.5):
        board.stroke(line((x, -3), (x, -21)), iron, 0.9)


def _book(board: Board, colour: int | None) -> None:
    board.sheet(
        polygon([(-11, -2), (0, -4), (11, -2), (11, 0), (0, -1.6), (-11, 0)]), own_colour(board, colour, 0x8C2F39), 2
    )
    for side in (-1, 1):
        board.sheet(
            smooth(
                [(0, -4), (side * 5, -6.4), (side * 10.5, -3.6), (side * 10.5, -1.8), (0, -2)], closed=True, tension=9
            ),
            board.light.dye(0xF8F1E0, 0.7),
            1,
        )


def _thread(board: Board, colour: int | None) -> None:
    stand(board, 16)
    for x, y, r, usual in ((-9, -7, 7.5, 0xC0392B), (7, -6.5, 7, 0xE8B83A), (-1, -16, 6.5, 0x3A6EA5)):
        wool = own_colour(board, colour, usual)
        ball = oval(x, y, r, r)
        board.sheet(ball, wool, 2.5)
        board.canvas.save()
        board.canvas.clipPath(ball, True)
        for k in range(-2, 3):
            board.stroke(
                smooth([(x - r, y + k * 3 - 2), (x, y + k * 3 + 2), (x + r, y + k * 3 - 2)]),
                lighter(wool, 0.4),
                0.8,
                0.8,
            )
        board.canvas.restore()
    board.stroke(smooth([(12, -2), (20, -1), (24, -4), (30, -0.5)]), own_colour(board, colour, 0xE8B83A), 1.1)


def _chest(board: Board, _: int | None) -> None:
    wood, gold = board.light.dye(WOOD, 0.9), board.light.dye(0xE0AF3C, 0.7)
    stand(board, 18)
    board.sheet(box(-17, -17, 34, 17), wood, 3)
    board.sheet(smooth([(-18, -16), (-16, -26), (16, -26), (18, -16)], closed=True, tension=9), lighter(wood, 0.12), 3)
    for x in (-12, 9):
        board.sheet(box(x, -26, 3, 26), gold, 1)
    board.sheet(box(-3, -19, 6, 7, 1), gold, 1.5)


def _drum(board: Board, colour: int | None) -> None:
    body = own_colour(board, colour, 0xB23A2E)
    stand(board, 13)
    board.sheet(box(-12, -22, 24, 22, 2), body, 3)
    for i in range(-2, 3):
        board.stroke(line((i * 6 - 3, -22), (i * 6, 0), (i * 6 + 3, -22)), board.light.dye(0xF3E3BC, 0.8), 1, 0.9)
    board.sheet(oval(0, -22, 12.5, 4), board.light.dye(0xF3E3BC, 0.8), 2)


HOUSEHOLD: dict[str, Callable[[Board, int | None], None]] = {
    "basket": _basket,
    "pot": _pot,
    "bread": _bread,
    "fruit": _fruit,
    "table": _table,
    "chair": _chair,
    "bed": _bed,
    "lamp": _lamp,
    "book": _book,
    "thread": _thread,
    "chest": _chest,
    "drum": _drum,
}
