"""The hand that draws people: on a board, or with a ruler that only measures what would be drawn."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import skia

from video.chance import Chance
from video.engines.papercut.palette import DAY, Light, argb
from video.engines.papercut.paper import Board, Point, box
from video.engines.papercut.people.tool import draw_tool, tool_box


class Pen:
    """Draws on a board. The grain hangs on nothing but the figure, so that it is equal in every cel."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.light = board.light

    @contextmanager
    def figure(self, x: float, y: float, zoom: float, *, flip: bool) -> Generator[None]:
        """A figure about (x, y)."""
        before, self._board.chance = self._board.chance, Chance(0, "figure")
        try:
            with self._board.at(x, y, zoom, flip=flip):
                yield
        finally:
            self._board.chance = before

    @contextmanager
    def at(self, x: float, y: float, turn: float = 0.0, *, wide: float = 1.0) -> Generator[None]:
        """Draws about (x, y), turned (degrees) and widened."""
        canvas = self._board.canvas
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.scale(wide, 1.0)
        try:
            yield
        finally:
            canvas.restore()

    @contextmanager
    def within(self, path: skia.Path) -> Generator[None]:
        """What is drawn now stays inside the path."""
        with self._board.within(path):
            yield

    def sheet(self, path: skia.Path, colour: int, lift: float = 4.0, *, edge: float = 0.2) -> None:
        """A cut sheet with its shadow, grain and lit edge; ``lift`` in frame units."""
        self._board.sheet(path, colour, lift, edge=edge)

    def flat(self, path: skia.Path, colour: int, alpha: float = 1.0) -> None:
        """Ink on the paper."""
        self._board.flat(path, colour, alpha)

    def stroke(self, path: skia.Path, colour: int, width: float, alpha: float = 1.0) -> None:
        """A drawn line."""
        self._board.stroke(path, colour, width, alpha)

    def soft(self, path: skia.Path, colour: int, blur: float, alpha: float) -> None:
        """A form with soft edges: a shadow on the ground, the red of a cheek."""
        paint = skia.Paint(AntiAlias=True, Color=argb(colour, alpha))
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur, True))
        self._board.canvas.drawPath(path, paint)

    def tool(self, kind: str, at: Point, measure: float, *, phase: float, turn: float = 0.0) -> None:
        """A thing held at a place; ``measure`` = a hundredth of a grown person's height in units of the figure."""
        draw_tool(self._board, kind, at, measure, phase=phase, turn=turn)


class Ruler(Pen):
    """Measures: keeps the box of all that would be drawn."""

    def __init__(self) -> None:
        self.light: Light = DAY
        self.box: skia.Rect | None = None
        self._matrices: list[skia.Matrix] = [skia.Matrix()]
        self._clipped = 0

    @contextmanager
    def figure(self, x: float, y: float, zoom: float, *, flip: bool) -> Generator[None]:
        """A figure about (x, y)."""
        matrix = skia.Matrix()
        matrix.setScale(-zoom if flip else zoom, zoom)
        matrix.postTranslate(x, y)
        with self._moved(matrix):
            yield

    @contextmanager
    def at(self, x: float, y: float, turn: float = 0.0, *, wide: float = 1.0) -> Generator[None]:
        """Measures about (x, y), turned (degrees) and widened."""
        matrix = skia.Matrix()
        matrix.setScale(wide, 1.0)
        matrix.postRotate(turn)
        matrix.postTranslate(x, y)
        with self._moved(matrix):
            yield

    @contextmanager
    def _moved(self, matrix: skia.Matrix) -> Generator[None]:
        self._matrices.append(skia.Matrix.Concat(self._matrices[-1], matrix))
        try:
            yield
        finally:
            self._matrices.pop()

    @contextmanager
    def within(self, path: skia.Path) -> Generator[None]:
        """What is drawn now stays inside the path, which has been measured itself."""
        self._clipped += 1
        try:
            yield
        finally:
            self._clipped -= 1

    def sheet(self, path: skia.Path, colour: int, lift: float = 4.0, *, edge: float = 0.2) -> None:
        """Measures a sheet; its shadow is left out, as it is where nothing is drawn."""
        self._add(path, 0.0)

    def flat(self, path: skia.Path, colour: int, alpha: float = 1.0) -> None:
        """Measures ink."""
        self._add(path, 0.0)

    def stroke(self, path: skia.Path, colour: int, width: float, alpha: float = 1.0) -> None:
        """Measures a line."""
        self._add(path, width / 2)

    def soft(self, path: skia.Path, colour: int, blur: float, alpha: float) -> None:
        """Measures a soft form."""
        self._add(path, blur * 1.5)

    def tool(self, kind: str, at: Point, measure: float, *, phase: float, turn: float = 0.0) -> None:
        """Measures a thing held."""
        left, top, right, bottom = tool_box(kind, measure, turn)
        self._add(box(at[0] + left, at[1] + top, right - left, bottom - top), 0.0)

    def _add(self, path: skia.Path, more: float) -> None:
        if self._clipped:
            return
        bounds = path.computeTightBounds()
        rect = self._matrices[-1].mapRect(bounds.makeOutset(more, more))
        if self.box is None:
            self.box = rect
        else:
            self.box.join(rect)
