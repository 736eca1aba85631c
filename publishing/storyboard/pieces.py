"""The pieces of a storyboard's pages: what is said of a scene, and its panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publishing.storyboard.board import BoardScene, Panel, Picture, Storyboard
from video.typeset.block import Align, Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import ENGLISH, typeset_spelt
from video.typeset.look import Colour, Look
from video.typeset.paint import paint

if TYPE_CHECKING:
    import skia

WIDTH = 1600
"""Of a page, in units that are pixels of a picture."""
MARGIN, GAP = 64, 30
SIDE = 356
"""Width of the column with what is said of a scene."""
TOP, RULE_AT = 70, 34
"""Above a scene, and where the line across the page is in it."""
STRIP = 200
"""Height of pictures where several shapes of a shot stand beside each other."""
MOST_SHARE = 0.68
"""Of the room beside the column, for such pictures."""
INK: Colour = (43, 42, 51, 1.0)
SOFT: Colour = (109, 103, 94, 1.0)
RED: Colour = (184, 80, 47, 1.0)
RULE, WARN, EMPTY = 0xFFDDD3C0, 0xFFFBE6D3, 0xFFFFFDF8


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A strip across the page that is not divided."""

    height: float
    draw: Callable[[skia.Canvas, float], None]
    """Paints it with its top at y."""
    stays: bool = False
    """It does not stand last on a page: what follows belongs to it."""


class Setter:
    """Sets texts of one board."""

    def __init__(self, board: Storyboard, fonts: Fonts) -> None:
        self.language, self.fonts = board.language, fonts
        self.rtl = board.language.direction == "rtl"

    def block(self, text: str, size: float, width: float, *, own: bool = True, bold: bool = False) -> Block:
        """A text in the story's language, or in English; what no font has is written as U+XXXX."""
        language = self.language if own else ENGLISH
        # English stands on the side where the story's own lines begin.
        align = Align.END if self.rtl and not own else Align.START
        style, room = Style(size_px=size, bold=bold), Room(width_px=width, align=align, even=False)
        return typeset_spelt(text, language, self.fonts, style, room)

    def left(self, x: float, width: float) -> float:
        """The left edge of what begins x from where lines begin."""
        return WIDTH - x - width if self.rtl else x


class Side:
    """What is said of a scene as a whole, in a column at its side."""

    def __init__(self, scene: BoardScene, setter: Setter) -> None:
        self._setter = setter
        self._number = setter.block(str(scene.number), 50, 110, own=False, bold=True)
        self._indent = 16 + max(row.width_px for row in self._number.rows)
        heading = scene.heading or scene.id
        self._heading = setter.block(heading, 32, SIDE - self._indent, bold=True, own=bool(scene.heading))
        self._below: list[tuple[Block, Colour, float]] = []
        if scene.brief:
            self._below.append((setter.block(scene.brief, 20, SIDE), SOFT, 10))
        for what, how in scene.facts:
            self._below.append((setter.block(f"{what}: {how}", 18, SIDE, own=False), SOFT, 5))
        self._warnings = [setter.block(w, 18, SIDE - 40, own=False) for w in scene.warnings]
        shift = self._number.rows[0].baseline_px - self._heading.rows[0].baseline_px
        self._head = max(self._number.height_px - shift, self._heading.height_px) + 8
        self._shift = shift
        self.height = (
            self._head
            + sum(block.height_px + after for block, _, after in self._below)
            + sum(block.height_px + 28 for block in self._warnings)
        )

    def draw(self, canvas: skia.Canvas, y: float) -> None:
        """Paints it below a line across the page."""
        import skia

        setter = self._setter
        rule = skia.Rect.MakeXYWH(MARGIN, y + RULE_AT, WIDTH - 2 * MARGIN, 2.5)
        canvas.drawRect(rule, skia.Paint(Color=RULE, AntiAlias=True))
        y += TOP - 6
        x = setter.left(MARGIN, SIDE)
        paint(self._number, canvas, setter.left(MARGIN, 110), y - self._shift, Look(fill=RED))
        paint(self._heading, canvas, setter.left(MARGIN + self._indent, SIDE - self._indent), y, Look(fill=INK))
        y = _stack(canvas, self._below, x, y + self._head)
        for block in self._warnings:
            box = skia.Rect.MakeXYWH(x, y + 10, SIDE, block.height_px + 16)
            canvas.drawRoundRect(box, 6, 6, skia.Paint(Color=WARN, AntiAlias=True))
            bar = skia.Rect.MakeXYWH(x + (SIDE - 6 if setter.rtl else 0), y + 10, 6, block.height_px + 16)
            canvas.drawRoundRect(bar, 3, 3, skia.Paint(Color=0xFFB8502F, AntiAlias=True))
            paint(block, canvas, x + 20, y + 18, Look(fill=INK))
            y += block.height_px + 28


def rows_of(panels: tuple[Panel, ...], setter: Setter) -> Iterator[Band]:
    """Panels side by side; one alone, and one of several shapes, has its words beside it."""
    shape = next((p.pictures[0].width_px / p.pictures[0].height_px for p in panels if p.pictures), 16 / 9)
    columns = 2 if shape > 1.2 else 3 if shape > 0.8 else 4
    width = (WIDTH - 2 * MARGIN - SIDE - columns * GAP) / columns
    begin = MARGIN + SIDE + GAP
    if len(panels) == 1 or any(len(p.pictures) > 1 for p in panels):
        many = any(len(p.pictures) > 1 for p in panels)
        yield from (_strip(panel, setter, STRIP if many else width / shape) for panel in panels)
        return
    for i in range(0, len(panels), columns):
        cells = [_cell(p, setter, width, width / shape) for p in panels[i : i + columns]]
        lefts = [setter.left(begin + n * (width + GAP), width) for n in range(len(cells))]

        def draw(
            canvas: skia.Canvas,
            y: float,
            cells: list[tuple[float, _Draw]] = cells,
            lefts: list[float] = lefts,
        ) -> None:
            for (_, cell), left in zip(cells, lefts, strict=True):
                cell(canvas, left, y)

        yield Band(height=max(height for height, _ in cells), draw=draw)


_Draw = Callable[["skia.Canvas", float, float], None]


def _cell(panel: Panel, setter: Setter, width: float, height: float) -> tuple[float, _Draw]:
    """Height of a panel with its words below, and how it is painted with its corner at (x, y)."""
    below = list(_words(panel, setter, width))

    def draw(canvas: skia.Canvas, x: float, y: float) -> None:
        picture = panel.pictures[0] if panel.pictures else None
        _picture(canvas, picture, (x, y, width, height), panel.problem, setter)
        _stack(canvas, below, x, y + height + 10)

    return height + 10 + sum(b.height_px + after for b, _, after in below), draw


def _strip(panel: Panel, setter: Setter, high: float) -> Band:
    """A panel's pictures side by side, and its words beside them."""
    ratios = [p.width_px / p.height_px for p in panel.pictures] or [16 / 9]
    begin = MARGIN + SIDE + GAP
    high = min(high, MOST_SHARE * (WIDTH - MARGIN - begin) / sum(ratios))
    shapes = [high * ratio for ratio in ratios]
    taken = sum(shapes) + 18 * (len(shapes) - 1) + GAP
    width = WIDTH - MARGIN - begin - taken
    beside = list(_words(panel, setter, width))

    def draw(canvas: skia.Canvas, y: float) -> None:
        x = float(begin)
        for picture, wide in zip(panel.pictures or (None,), shapes, strict=True):
            _picture(canvas, picture, (setter.left(x, wide), y, wide, high), panel.problem, setter)
            x += wide + 18
        _stack(canvas, beside, setter.left(begin + taken, width), y - 4)

    return Band(height=max(high, sum(b.height_px + after for b, _, after in beside)), draw=draw)


def _words(panel: Panel, setter: Setter, width: float) -> Iterator[tuple[Block, Colour, float]]:
    told = f"{panel.label} · {panel.acting}" if panel.acting else panel.label
    yield setter.block(told, 16, width, own=False), SOFT, 6
    for line in panel.said:
        if line.who:
            yield setter.block(line.who, 17, width, bold=True), RED, 3
        yield setter.block(line.text, 21, width), INK, 7


def _stack(canvas: skia.Canvas, blocks: list[tuple[Block, Colour, float]], x: float, y: float) -> float:
    """Paints blocks one below the other; says where the last one ends."""
    for block, colour, after in blocks:
        paint(block, canvas, x, y, Look(fill=colour))
        y += block.height_px + after
    return y


def _picture(
    canvas: skia.Canvas, picture: Picture | None, box: tuple[float, float, float, float], problem: str, setter: Setter
) -> None:
    """A picture with round corners and a thin shadow; an empty card that says why where there is none."""
    import skia

    x, y, width, height = box
    edge = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, width, height), 10, 10)
    image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(picture.image)) if picture and picture.image else None
    if image is None:
        canvas.drawRRect(edge, skia.Paint(Color=EMPTY, AntiAlias=True))
        line = skia.Paint(Color=RULE, AntiAlias=True, StrokeWidth=2)
        line.setStyle(skia.Paint.kStroke_Style)
        canvas.drawRRect(edge, line)
        if problem:
            paint(setter.block(problem, 17, width - 32, own=False), canvas, x + 16, y + 16, Look(fill=SOFT))
        return
    below = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y + 1.5, width, height + 1), 10, 10)
    canvas.drawRRect(below, skia.Paint(Color=0x38000000, AntiAlias=True))
    canvas.save()
    canvas.clipRRect(edge, True)
    canvas.drawImageRect(image, skia.Rect.MakeXYWH(x, y, width, height), skia.SamplingOptions(skia.FilterMode.kLinear))
    canvas.restore()
