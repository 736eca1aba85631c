"""What houses are made of: doors, windows, roofs, drawn 100 units a storey and a roof high about the door step."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, Point, box, line, oval, polygon

LAMPLIGHT = 0xFFCF6B


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The colours of one house, already in the light."""

    wall: int
    roof: int
    trim: int
    cloth: tuple[int, ...]
    snow: bool = False


def window(board: Board, pane: tuple[float, float, float, float], frame: int, *, bars: bool = True) -> None:
    """A window in a pane (left, top, width, height); lit at night more often than not."""
    x, y, w, h = pane
    lit = board.light.lamps and board.chance.maybe(0.8)
    if lit:
        board.glow(x + w / 2, y + h / 2, w * 2.1, LAMPLIGHT, 0.45)
    board.sheet(box(x - 1.3, y - 1.3, w + 2.6, h + 2.6, 0.8), frame if not lit else 0x9A6A38, 1.2)
    board.flat(box(x, y, w, h), LAMPLIGHT if lit else board.light.dye(0x55748A, 0.9))
    if not lit:
        board.flat(polygon([(x, y), (x + w, y), (x, y + h * 0.7)]), 0xFFFFFF, 0.12)
    if bars:
        bar = 0x9A6A38 if lit else frame
        board.stroke(line((x + w / 2, y), (x + w / 2, y + h)), bar, 1.0)
        board.stroke(line((x, y + h * 0.48), (x + w, y + h * 0.48)), bar, 1.0)


def opening(x: float, w: float, h: float, *, foot: float = 0.0) -> skia.Path:
    """A round-headed opening standing at ``foot``."""
    path = skia.Path()
    path.moveTo(x, foot)
    path.lineTo(x, foot - h + w * 0.5)
    path.quadTo(x, foot - h, x + w / 2, foot - h)
    path.quadTo(x + w, foot - h, x + w, foot - h + w * 0.5)
    path.lineTo(x + w, foot)
    path.close()
    return path


def door(board: Board, x: float, w: float, h: float, colour: int, *, arch: bool = False) -> None:
    """A door of boards with its knob."""
    path = opening(x, w, h) if arch else box(x, -h, w, h)
    board.sheet(path, colour, 2)
    for k in (0.33, 0.66):
        board.stroke(line((x + w * k, -1), (x + w * k, -h + w * 0.4)), darker(colour, 0.35), 0.7, 0.8)
    board.flat(oval(x + w * 0.82, -h * 0.45, 1, 1), board.light.dye(0xE5B53A, 0.7))


def hole(board: Board, path: skia.Path) -> None:
    """An open doorway or window hole: warm at night, dark by day."""
    if board.light.lamps:
        b = path.getBounds()
        board.glow(b.centerX(), b.centerY(), 1.4 * b.height(), LAMPLIGHT, 0.45)
        board.flat(path, 0xD08A3C)
        # Brighter within, so that it is a room and not a yellow door.
        matrix = skia.Matrix()
        matrix.setScale(0.74, 0.8, b.centerX(), b.bottom())
        inner = skia.Path(path)
        inner.transform(matrix)
        board.flat(inner, 0xF0B455)
    else:
        board.flat(path, board.light.dye(0x4A362C, 0.9))


def straw(board: Board, rows: tuple[tuple[float, float, float, float], ...], colour: int) -> None:
    """A thatched roof of cut fringes, each ``(top, low, half width above, half width below)``, lowest first."""
    for i, (top, low, above, below) in enumerate(rows):
        count = max(8, int(below / 4.2))
        teeth = [(-below + 2 * below * k / count, low + (3.2 if k % 2 else -0.6)) for k in range(count + 1)]
        board.sheet(polygon([(-above, top), (above, top), *reversed(teeth)]), lighter(colour, 0.07 * i), 3)
        lines = skia.Path()
        for k in range(1, count, 2):
            x = -below + 2 * below * k / count
            lines.moveTo(x * above / max(below, 1) * 0.98, top + 2)
            lines.lineTo(x, low - 1)
        board.stroke(lines, darker(colour, 0.3), 0.6, 0.35)


def tiles(board: Board, points: list[Point], colour: int, *, pitch: float = 8.0, waves: bool = True) -> None:
    """A roof of tiles within an outline."""
    roof = polygon(points)
    board.sheet(roof, colour, 4)
    with board.within(roof):
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        top, low = min(p[1] for p in points), max(p[1] for p in points)
        marks = skia.Path()
        y = low - pitch * 0.5
        row = 0
        while y > top:
            x = left - (row % 2) * 4.5
            marks.moveTo(x, y)
            while x < right:
                if waves:
                    marks.quadTo(x + 4.5, y + pitch * 0.6, x + 9, y)
                else:
                    marks.lineTo(x + 9, y)
                x += 9
            y -= pitch
            row += 1
        board.stroke(marks, darker(colour, 0.32), 0.8, 0.5)


def capped(board: Board, points: list[Point], thick: float = 4.0) -> None:
    """Snow along a roof's upper edge, from left to right."""
    low = [(x, y + thick + (1.6 if i % 2 else -0.6)) for i, (x, y) in enumerate(reversed(points))]
    board.sheet(polygon([(x, y - thick * 0.5) for x, y in points] + low), board.light.dye(0xF6F8FC, 0.5), 2)


def courses(board: Board, x: float, y: float, w: float, h: float, colour: int) -> None:
    """Stones in a wall: a few of them, lighter and darker."""
    size = 10.0
    for row in range(int(h / 7)):
        for i in range(int(w / size) + 1):
            if not board.chance.maybe(0.6):
                continue
            px = x + i * size + (row % 2) * 5 - 4
            if px < x or px + size - 1.4 > x + w:
                continue
            tone = mix(colour, board.chance.pick((0xFFF2DC, 0x3A3034)), 0.14)
            board.flat(box(px, y + row * 7 + 0.8, size - 1.6, 5.4, 1.8), tone, 0.8)
