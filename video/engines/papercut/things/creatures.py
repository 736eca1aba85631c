"""Animals that do not walk on four legs as mammals do: birds, fish, turtle, snake, frog, butterfly."""

from __future__ import annotations

from collections.abc import Callable

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, limb, oval, polygon, smooth
from video.engines.papercut.things.animals import draw_beast
from video.engines.papercut.things.breeds import BREEDS

INK = 0x241C20
SIZES: dict[str, float] = {
    "bird": 0.16, "hen": 0.24, "rooster": 0.28, "duck": 0.22, "owl": 0.26, "turtle": 0.2, "snake": 0.14, "frog": 0.15,
    "fish": 0.16, "butterfly": 0.13,
}  # fmt: skip
WIDTHS: dict[str, float] = {"turtle": 0.46, "snake": 0.5, "hen": 0.28, "duck": 0.3}
FLYING = frozenset({"bird", "butterfly"})
KINDS = frozenset({*BREEDS, *SIZES})


def width_of(kind: str) -> float:
    """Ground that an animal takes, as a share of a person's height."""
    if kind in BREEDS:
        breed = BREEDS[kind]
        return breed.size * (breed.length + breed.neck[0] + breed.snout + 40) / (breed.leg + breed.thick)
    return WIDTHS.get(kind, SIZES[kind])


def draw_animal(board: Board, kind: str, x: float, y: float, person: float, *, coat: int | None, flip: bool) -> None:
    """Draws any animal of the kit at (x, y): feet there, or the middle of the body of those that fly and swim."""
    if kind in BREEDS:
        draw_beast(board, kind, x, y, person, coat=coat, flip=flip)
        return
    with board.at(x, y, person * SIZES[kind] / 40, flip=flip):
        _DRAWINGS[kind](board, coat)


def _own(board: Board, coat: int | None, usual: int) -> int:
    return board.light.dye(coat if coat is not None else usual, 0.65)


def _eye(board: Board, x: float, y: float, r: float = 1.6) -> None:
    board.flat(oval(x, y, r, r * 1.1), INK)
    board.flat(oval(x + r * 0.35, y - r * 0.4, r * 0.35, r * 0.35), 0xFFFFFF)


def _bird(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0xEFE7DA)
    board.sheet(smooth([(-6, -2), (-22, -36), (-34, -40), (-27, -22), (-16, 2)], closed=True), darker(own, 0.18), 3)
    board.sheet(polygon([(-20, 3), (-46, -1), (-43, 7), (-48, 13), (-20, 10)]), darker(own, 0.1), 2)
    board.sheet(smooth([(-24, 6), (-8, -5), (12, -8), (22, -3), (18, 7), (0, 14)], closed=True), own, 4)
    board.sheet(polygon([(20, -5), (31, 0), (20, 3)]), board.light.dye(0xE09A3A, 0.6), 1)
    board.sheet(smooth([(8, -2), (2, -34), (-12, -50), (-15, -28), (-12, 2)], closed=True), lighter(own, 0.2), 4)
    for k in range(3):
        board.stroke(smooth([(-8 + 4 * k, -4), (-9 + 3 * k, -22), (-11 + 4 * k, -34)]), darker(own, 0.3), 0.9, 0.6)
    _eye(board, 15, -3)


def _fowl(board: Board, own: int, *, comb: int, tail: float, bill: int, flat_bill: bool) -> None:
    board.shadow(oval(0, -0.5, 18, 3), 4, 0.45)
    legs = board.light.dye(0xD98E32, 0.6)
    for x in (-3, 5):
        board.stroke(smooth([(x, -12), (x, -1), (x + 5, -0.5)]), legs, 1.9)
    board.sheet(limb([(-10, -22), (-20, -28 - tail * 0.5), (-25, -28 - tail)], [10, 11, 3]), darker(own, 0.22), 2)
    board.sheet(
        smooth([(-18, -24), (-6, -31), (6, -29), (17, -22), (13, -11), (-3, -8), (-15, -14)], closed=True), own, 4
    )
    board.sheet(limb([(10, -20), (14, -32), (15, -38)], [13, 9, 9]), own, 0, edge=0)
    if comb:
        for dx in (-3, 0.5, 4):
            board.sheet(oval(14 + dx, -46, 2.4, 3), comb, 1)
        board.sheet(oval(20, -34, 1.8, 3.2), comb, 1)
    board.sheet(oval(15, -39.5, 6.4, 6.2), own, 2.5)
    beak = [(20, -42), (29 if flat_bill else 27, -38.6), (20, -36.4)]
    board.sheet(polygon(beak), board.light.dye(bill, 0.6), 1)
    board.sheet(smooth([(-11, -22), (4, -25), (7, -18), (-4, -13)], closed=True), darker(own, 0.14), 2)
    _eye(board, 16.5, -40.5, 1.3)


def _hen(board: Board, coat: int | None) -> None:
    _fowl(board, _own(board, coat, 0xB5683A), comb=0xC0392B, tail=9, bill=0xE6B04A, flat_bill=False)


def _rooster(board: Board, coat: int | None) -> None:
    _fowl(board, _own(board, coat, 0x9C3F2B), comb=0xD0392B, tail=24, bill=0xE6B04A, flat_bill=False)


def _duck(board: Board, coat: int | None) -> None:
    _fowl(board, _own(board, coat, 0xF0EBDD), comb=0, tail=4, bill=0xE68A2E, flat_bill=True)


def _owl(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0x8A6B4C)
    board.sheet(
        smooth([(-13, -34), (-15, -14), (-6, -1), (6, -1), (15, -14), (13, -34), (0, -42)], closed=True), own, 4
    )
    board.sheet(oval(0, -14, 9, 12), lighter(own, 0.4), 1)
    for side in (-1, 1):
        board.sheet(polygon([(side * 4, -40), (side * 13, -46), (side * 13, -33)]), own, 1.5)
        board.sheet(oval(side * 5.5, -31, 5.4, 5.6), 0xF3E3BC, 1.5)
        board.flat(oval(side * 5.2, -31, 2.3, 2.6), INK)
        board.sheet(limb([(side * 12, -28), (side * 15.5, -16), (side * 10, -5)], [4, 8, 2]), darker(own, 0.22), 2)
    board.sheet(polygon([(-2.2, -28), (2.2, -28), (0, -22.5)]), 0xE09A3A, 1)


def _turtle(board: Board, coat: int | None) -> None:
    shell = _own(board, coat, 0x4F7B4A)
    skin = board.light.dye(0xA8B46C, 0.65)
    board.shadow(oval(0, -0.5, 38, 3.5), 5, 0.5)
    board.sheet(polygon([(-34, -8), (-47, -4), (-34, -3)]), skin, 1)
    for x in (-22, 20):
        board.sheet(limb([(x, -12), (x + 1, -2.5)], [12, 11]), darker(skin, 0.1), 2)
    board.sheet(limb([(26, -12), (38, -20), (44, -28)], [12, 10, 10]), skin, 2)
    board.sheet(oval(48, -31, 8.6, 7.6), skin, 2.5)
    _eye(board, 50, -33, 1.5)
    board.stroke(smooth([(50, -27.5), (53, -27), (55.5, -28.5)]), darker(skin, 0.5), 0.9)
    dome = smooth([(-38, -8), (-30, -28), (-10, -40), (10, -40), (28, -29), (36, -8), (0, -5)], closed=True)
    board.sheet(dome, shell, 5)
    board.canvas.save()
    board.canvas.clipPath(dome, True)
    for cx, cy in ((-20, -20), (0, -27), (20, -20)):
        plate = polygon(
            [(cx - 9, cy), (cx - 5, cy - 9), (cx + 5, cy - 9), (cx + 9, cy), (cx + 5, cy + 9), (cx - 5, cy + 9)]
        )
        board.sheet(plate, lighter(shell, 0.22), 1.5)
    board.stroke(smooth([(-40, -9), (0, -5), (40, -9)]), lighter(shell, 0.38), 5)
    board.canvas.restore()


def _snake(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0x6F8F3D)
    board.sheet(
        limb(
            [(-60, -4), (-45, -8), (-30, -4), (-14, -9), (2, -4), (18, -9), (28, -18), (36, -30)],
            [2, 5, 7, 8, 8.5, 8, 7, 7],
        ),
        own,
        4,
    )
    board.sheet(oval(39, -32, 7.5, 5), own, 2)
    board.stroke(smooth([(46, -31), (52, -30), (54, -32)]), 0xC0392B, 1)
    _eye(board, 41, -33.5, 1.2)


def _frog(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0x6AA84F)
    for side in (-1, 1):
        board.sheet(
            limb([(side * 9, -10), (side * 21, -14), (side * 13, -2), (side * 24, -1.5)], [9, 9, 6, 3]),
            darker(own, 0.15),
            2,
        )
    board.sheet(smooth([(-14, -6), (-10, -24), (0, -29), (10, -24), (14, -6), (0, -1)], closed=True), own, 4)
    for side in (-1, 1):
        board.sheet(oval(side * 6, -30, 4.6, 4.6), own, 1.5)
        board.flat(oval(side * 6, -30.5, 2, 2.4), INK)
    board.stroke(smooth([(-8, -19), (0, -16), (8, -19)]), darker(own, 0.55), 1.1)


def _fish(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0xE08A4A)
    board.sheet(polygon([(-16, 0), (-32, -12), (-28, 0), (-32, 12)]), darker(own, 0.12), 2)
    body = smooth([(-20, 0), (-4, -11), (14, -9), (25, 0), (14, 9), (-4, 11)], closed=True)
    board.sheet(body, own, 4)
    board.sheet(polygon([(-4, -10), (8, -17), (10, -9)]), darker(own, 0.15), 1)
    for k in range(3):
        board.stroke(smooth([(-8 + k * 6, -5), (-5 + k * 6, 0), (-8 + k * 6, 5)]), lighter(own, 0.4), 1.0, 0.8)
    _eye(board, 17, -2)


def _butterfly(board: Board, coat: int | None) -> None:
    own = _own(board, coat, 0xE8A83E)
    for side in (-1, 1):
        board.sheet(smooth([(0, -2), (side * 8, -22), (side * 24, -24), (side * 20, -6)], closed=True), own, 3)
        board.sheet(
            smooth([(0, 0), (side * 18, -2), (side * 16, 15), (side * 5, 13)], closed=True), darker(own, 0.2), 3
        )
        board.flat(oval(side * 15, -15, 3, 3), 0xF8F0DC)
    board.sheet(limb([(0, -12), (0, 12)], [3, 2.4]), board.light.dye(0x3A2A30, 0.6), 1)


_DRAWINGS: dict[str, Callable[[Board, int | None], None]] = {
    "bird": _bird, "hen": _hen, "rooster": _rooster, "duck": _duck, "owl": _owl, "turtle": _turtle, "snake": _snake,
    "frog": _frog, "fish": _fish, "butterfly": _butterfly,
}  # fmt: skip
