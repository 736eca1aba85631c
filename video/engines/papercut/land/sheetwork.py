"""What the back cloth is made of: laid lines, fibres, flecks or a weave, hardly seen, by style."""

from __future__ import annotations

from collections.abc import Callable

import skia

from video.chance import Chance
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board


def draw_paper(board: Board, view: View, colour: int) -> None:
    """The texture of the style's paper over the sheet that is there, in tones of its colour."""
    PAPERS[view.style.paper](board, view.chance("paper"), colour)


def _plain(board: Board, chance: Chance, colour: int) -> None:
    del board, chance, colour


def _laid(board: Board, chance: Chance, colour: int) -> None:
    """Fine lines across and a few chain lines down, as a mould leaves them."""
    lines, chains = skia.Path(), skia.Path()
    y = board.top + chance.between(0, 9)
    while y < board.bottom:
        lines.moveTo(board.left, y)
        lines.lineTo(board.right, y)
        y += 9.5
    x = board.left + chance.between(0, 150)
    while x < board.right:
        chains.moveTo(x, board.top)
        chains.lineTo(x, board.bottom)
        x += 150
    board.stroke(lines, lighter(colour, 0.6), 1.4, 0.10)
    board.stroke(chains, darker(colour, 0.4), 2, 0.07)


def _fibre(board: Board, chance: Chance, colour: int) -> None:
    """Long fibres of bark."""
    pale, dark = skia.Path(), skia.Path()
    for i in range(190):
        x, y = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        dx, dy = chance.near(0, 60), chance.near(0, 26)
        path = dark if i % 3 == 0 else pale
        path.moveTo(x, y)
        path.quadTo(x + dx * 0.5 + chance.near(0, 18), y + dy * 0.5 + chance.near(0, 14), x + dx, y + dy)
    board.stroke(pale, lighter(colour, 0.7), 1.8, 0.32)
    board.stroke(dark, darker(colour, 0.4), 1.5, 0.16)


def _fleck(board: Board, chance: Chance, colour: int) -> None:
    """Flecks of husk and petal."""
    pale, dark = skia.Path(), skia.Path()
    for i in range(230):
        x, y = chance.between(board.left, board.right), chance.between(board.top, board.bottom)
        path = dark if i % 2 else pale
        path.addOval(skia.Rect.MakeXYWH(x, y, chance.between(2.0, 7.5), chance.between(1.4, 3.2)))
    board.flat(pale, lighter(colour, 0.7), 0.4)
    board.flat(dark, darker(colour, 0.4), 0.17)


def _weave(board: Board, chance: Chance, colour: int) -> None:
    """Threads that cross."""
    across, down = skia.Path(), skia.Path()
    y = board.top + chance.between(0, 12)
    while y < board.bottom:
        across.moveTo(board.left, y)
        across.lineTo(board.right, y)
        y += 13
    x = board.left
    while x < board.right:
        down.moveTo(x, board.top)
        down.lineTo(x, board.bottom)
        x += 13
    board.stroke(across, lighter(colour, 0.6), 2.2, 0.09)
    board.stroke(down, darker(colour, 0.4), 1.8, 0.045)


PAPERS: dict[str, Callable[[Board, Chance, int], None]] = {
    "plain": _plain, "laid": _laid, "fibre": _fibre, "fleck": _fleck, "weave": _weave,
}  # fmt: skip
