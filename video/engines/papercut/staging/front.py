"""Silhouettes at the stage front: grass, leaves, a branch, great trunks. They give the scene its depth."""

from __future__ import annotations

import skia

from video.engines.papercut.palette import lighter, mix
from video.engines.papercut.paper import Board, Point, limb, shifted, smooth


def draw_front_grass(board: Board, colour: int, *, low: float = 965.0) -> None:
    """Tall grass and leaves along the lower edge, highest in the corners: silhouettes at the stage front."""
    chance = board.chance
    width = board.right - board.left
    hump: list[Point] = [(board.left - 30, low - 40)]
    hump += [(board.left + width * s, low + 105 * (1 - abs(2 * s - 1) ** 1.6)) for s in (0.12, 0.3, 0.5, 0.7, 0.88)]
    hump += [(board.right + 30, low - 40), (board.right + 30, board.bottom + 30), (board.left - 30, board.bottom + 30)]
    blades = skia.Path()
    for i in range(80):
        share = (i + chance.between(0, 1)) / 80
        x = board.left + width * share
        corner = abs(2 * share - 1) ** 2.4
        base = low + 120 * (1 - corner)
        tall = chance.between(26, 60) + 105 * corner * chance.between(0.5, 1.1)
        bend = chance.near(0, 26)
        blades.moveTo(x - 5, base + 40)
        blades.quadTo(x - 3, base - tall * 0.5, x + bend, base - tall)
        blades.quadTo(x + 5, base - tall * 0.4, x + 7, base + 40)
        blades.close()
    board.sheet(blades, mix(colour, board.light.leaf[0], 0.25), 5, edge=0.0)
    board.sheet(smooth(hump, closed=True), colour, 7, edge=0.1)
    for side in (0.02, 0.075, 0.93, 0.985):
        _fern(
            board,
            board.left + width * side,
            low + 20,
            chance.between(105, 165),
            chance.near(0, 16),
            mix(colour, board.light.leaf[0], 0.12),
        )


def _fern(board: Board, x: float, y: float, tall: float, turn: float, colour: int) -> None:
    path = skia.Path()
    for i in range(9):
        share = i / 9
        for side in (-1, 1):
            leaf = limb(
                [
                    (0, -tall * share),
                    (side * 17 * (1 - share * 0.7), -tall * share - 14),
                    (side * 30 * (1 - share * 0.7), -tall * share - 15),
                ],
                [3, 9 * (1 - share * 0.6), 1],
            )
            path.addPath(leaf)
    path.addPath(limb([(0, 20), (0, -tall)], [5, 2]))
    board.sheet(shifted(path, x, y, 1.0, turn), colour, 4, edge=0.08)


def draw_front_branch(board: Board, colour: int, *, left: bool, bare: bool = False) -> None:
    """A branch with leaves that hangs into an upper corner."""
    chance = board.chance
    x = board.left - 20 if left else board.right + 20
    way = 1 if left else -1
    top = board.lintel
    spine = [(x, top + 60), (x + way * 130, top + 92), (x + way * 260, top + 80), (x + way * 385, top + 128)]
    board.sheet(limb(spine, [24, 16, 10, 3]), colour, 6, edge=0.1)
    if bare:
        board.sheet(limb([spine[1], (x + way * 215, top + 165)], [8, 2]), colour, 3, edge=0.1)
        return
    leaves = (colour, mix(colour, board.light.leaf[0], 0.4))
    for i in range(22):
        share = 0.05 + 0.95 * i / 22
        px, py = x + way * 385 * share, top + 66 + 52 * share + chance.near(0, 8)
        leaf = smooth([(0, 0), (15, -10), (42, -3), (60, 6), (40, 11), (14, 9)], closed=True)
        angle = chance.between(15, 120) if i % 2 else chance.between(-60, 15)
        board.sheet(
            shifted(leaf, px, py, chance.between(0.75, 1.15), angle if way > 0 else 180 - angle),
            leaves[i % 2],
            4,
            edge=0.1,
        )


def draw_front_trunks(board: Board, colour: int) -> None:
    """Two great trunks at the sides: the frame of a forest scene."""
    for way, edge in ((1, board.left), (-1, board.right)):
        inner = edge + way * board.span * 0.16
        path = smooth(
            [
                (edge - way * 30, board.top - 20),
                (inner - way * 10, board.top - 20),
                (inner - way * 22, 330),
                (inner - way * 8, 720),
                (inner + way * 70, board.bottom + 30),
                (edge - way * 30, board.bottom + 30),
            ],
            closed=True,
        )
        board.sheet(path, colour, 10, edge=0.1)
        for k in range(4):
            y = 90 + 230 * k
            board.stroke(
                smooth([(inner - way * 70, y), (inner - way * 62, y + 70), (inner - way * 74, y + 140)]),
                lighter(colour, 0.12),
                4,
                0.6,
            )
