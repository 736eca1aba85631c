"""Inside an old lift: a cabin of wood and lattice, behind it the shaft with the edge of a floor."""

from __future__ import annotations

import skia

from video.engines.papercut.land.inside import FLOOR
from video.engines.papercut.land.masonry import LAMPLIGHT
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, box, line, oval

SIDE = 0.19
"""Width of the panels beside the lattice, as a share of the picture's."""
STEP = 62.0
"""Width of one lozenge of the lattice, frame units."""
LANDING = 330.0
"""Where the floor is between whose storeys the cabin stands."""


def draw_lift_cabin(board: Board, view: View) -> None:
    """The back of a cabin, with its buttons and its lamp."""
    light = board.light
    whole = board.right - board.left + 40
    stone = light.dye(0x7C7570, 0.95)
    board.sheet(
        box(board.left - 20, board.top - 20, whole, board.bottom - board.top + 40), darker(stone, 0.35), 0, edge=0
    )
    _bricks(board, view, stone)
    dim = LAMPLIGHT if light.lamps else lighter(stone, 0.16)
    left, right = view.span * SIDE, view.span * (1 - SIDE)
    board.flat(box(left, view.top - 40, right - left, LANDING - view.top + 40), dim, 0.55)
    board.sheet(box(board.left - 20, LANDING, whole, 44), lighter(stone, 0.12), 5)
    board.flat(box(board.left - 20, LANDING + 44, whole, 14), light.shade, 0.35)
    _lattice(board, view, (left, right), light.dye(0xC79A4B, 0.9))
    wood = light.dye(0x7E5433, 0.95)
    for a, b in ((board.left - 20, left), (right, board.right + 20)):
        board.sheet(box(a, board.top - 20, b - a, FLOOR - board.top + 40), wood, 7)
        board.stroke(box(a + 26, view.top + 150, b - a - 52, 300, 8), darker(wood, 0.3), 5, 0.6)
    board.sheet(box(left - 10, 560, right - left + 20, FLOOR - 550), darker(wood, 0.08), 6)
    for i in range(1, 6):
        x = left + (right - left) * i / 6
        board.stroke(line((x, 574), (x, FLOOR)), darker(wood, 0.32), 4, 0.6)
    board.sheet(box(left - 10, 548, right - left + 20, 22, 6), lighter(wood, 0.18), 4)
    board.sheet(box(board.left - 20, board.top - 20, whole, view.top - board.top + 78), darker(wood, 0.15), 8)
    x = view.span / 2
    if light.lamps:
        board.glow(x, view.top + 90, 520, LAMPLIGHT, 0.5)
    board.sheet(oval(x, view.top + 62, 92, 20), LAMPLIGHT if light.lamps else light.dye(0xCFC8B8, 0.9), 4)
    _buttons(board, view.span * SIDE * 0.66 if not view.left else view.span * (1 - SIDE * 0.66))


def _bricks(board: Board, view: View, stone: int) -> None:
    """The wall of the shaft."""
    marks, y, odd = skia.Path(), view.top - 20, False
    while y < FLOOR:
        marks.addPath(line((board.left, y), (board.right, y)))
        x = board.left + (45 if odd else 0)
        while x < board.right:
            marks.addPath(line((x, y), (x, y + 46)))
            x += 90
        y, odd = y + 46, not odd
    board.stroke(marks, darker(stone, 0.55), 4, 0.5)


def _lattice(board: Board, view: View, sides: tuple[float, float], brass: int) -> None:
    """Crossing bars of a folding grille."""
    left, right = sides
    top, low = view.top - 60, 600.0
    bars = skia.Path()
    x = left - (low - top) / 2
    while x < right + (low - top) / 2:
        bars.addPath(line((x, top), (x + (low - top) / 2, low)))
        bars.addPath(line((x, low), (x + (low - top) / 2, top)))
        x += STEP
    with board.within(box(left, top, right - left, low - top)):
        board.stroke(bars, board.light.shade, 10, 0.18)
        board.stroke(bars, brass, 7)
        for k in range(int((right - left) / (4 * STEP)) + 1):
            post = left + 4 * STEP * k
            board.stroke(line((post, top), (post, low)), darker(brass, 0.2), 9)


def _buttons(board: Board, x: float) -> None:
    """A brass plate with a button for each floor."""
    brass = board.light.dye(0xD9B25E, 0.9)
    board.sheet(box(x - 34, 360, 68, 210, 10), brass, 4)
    for i in range(6):
        at = (x - 14 + 28 * (i % 2), 398 + 52 * (i // 2))
        board.sheet(oval(*at, 10, 10), lighter(brass, 0.5), 2)
        board.flat(oval(*at, 4, 4), mix(brass, board.light.shade, 0.6))
    board.flat(oval(x, 548, 8, 8), board.light.dye(0xC0392B, 0.9))
