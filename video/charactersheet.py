"""A character sheet: a portrait's pictures and words on one page, as PNG or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from languages.language import Language
from video.portrait import Portrait, Portrayed
from video.typeset.block import Align, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset_spelt
from video.typeset.look import Look
from video.typeset.paint import paint, painted_png

if TYPE_CHECKING:
    import skia

WIDTH = 1680
MARGIN = 48
_PAPER, _CARD, _INK, _QUIET = (244, 236, 220), (252, 247, 236), (58, 42, 44, 1.0), (120, 100, 92, 1.0)
_PER_ROW = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is laid out."""

    portrait: Portrait
    name: str
    look: str
    language: Language
    """Of name and look."""
    fonts: Fonts


def sheet_png(sheet: Sheet) -> bytes:
    """The sheet as a PNG.

    Raises:
        EngineError: it cannot be written. FontRefused: a font of this machine is damaged, or there is none.
    """
    import skia

    height = _laid(sheet, None)
    surface = skia.Surface.MakeRasterN32Premul(WIDTH, height)
    _laid(sheet, surface.getCanvas())
    return painted_png(surface, "character sheet")


def sheet_pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF of one page.

    Raises:
        FontRefused: a font of this machine is damaged, or there is none.
    """
    import skia

    height = _laid(sheet, None)
    stream = skia.DynamicMemoryWStream()
    with skia.PDF.MakeDocument(stream) as document, document.page(WIDTH / 2, height / 2) as canvas:
        canvas.scale(0.5, 0.5)
        _laid(sheet, canvas)
    return bytes(stream.detachAsData())


class _Page:
    """Lays out from top to bottom; draws only where there is a canvas."""

    def __init__(self, sheet: Sheet, canvas: skia.Canvas | None) -> None:
        self.sheet = sheet
        self.canvas = canvas

    def text(self, text: str, x: float, y: float, room: Room, how: tuple[float, bool, bool]) -> float:
        """Sets a text (size, bold, quiet) in the language of the script and says how high it is."""
        size, bold, quiet = how
        block = typeset_spelt(text, self.sheet.language, self.sheet.fonts, Style(size_px=size, bold=bold), room)
        if self.canvas is not None:
            paint(block, self.canvas, x, y, Look(fill=_QUIET if quiet else _INK))
        return block.height_px

    def card(self, x: float, y: float, width: float, height: float) -> None:
        """A card on the page."""
        import skia

        if self.canvas is not None:
            brush = skia.Paint(AntiAlias=True, Color=skia.Color(*_CARD))
            self.canvas.drawRoundRect(skia.Rect.MakeXYWH(x, y, width, height), 14, 14, brush)

    def picture(self, shown: Portrayed, x: float, y: float, width: float, height: float) -> None:
        """A picture in the middle of a room, at the foot of it, never enlarged."""
        import skia

        if self.canvas is None:
            return
        image = _image(shown)
        scale = min(1.0, width / image.width(), height / image.height())
        w, h = image.width() * scale, image.height() * scale
        place = skia.Rect.MakeXYWH(x + (width - w) / 2, y + height - h, w, h)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        self.canvas.drawImageRect(image, place, smooth)

    def dot(self, x: float, y: float, radius: float, colour: int) -> None:
        """A swatch."""
        import skia

        if self.canvas is not None:
            self.canvas.drawCircle(x, y, radius, skia.Paint(AntiAlias=True, Color=0xFF000000 | colour))


def _image(shown: Portrayed) -> skia.Image:
    import numpy as np
    import skia

    pixels = shown.pixels
    if pixels.shape[2] == 3:
        pixels = np.dstack((pixels, np.full(pixels.shape[:2], 255, np.uint8)))
    return skia.Image.fromarray(
        np.ascontiguousarray(pixels), skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType, copy=True
    )


def _laid(sheet: Sheet, canvas: skia.Canvas | None) -> int:
    """Lays the sheet out, and draws it where there is a canvas; how high it is."""
    import skia

    page, portrait = _Page(sheet, canvas), sheet.portrait
    if canvas is not None:
        canvas.clear(skia.Color(*_PAPER))
    wide = Room(width_px=WIDTH - 2 * MARGIN, align=Align.START, even=False)
    y = float(MARGIN)
    y += page.text(sheet.name, MARGIN, y, wide, (58, True, False)) + 6
    y += page.text(sheet.look or "—", MARGIN, y, wide, (27, False, True)) + 26
    y = _upper(page, y)
    if portrait.poses:
        y = _grid(page, portrait.poses, y, _PER_ROW, 262) + 10
    y = _lower(page, y)
    return round(y + MARGIN * 0.6)


def _upper(page: _Page, y: float) -> float:
    """The figure in front, its moods, and what is said of it."""
    portrait, height = page.sheet.portrait, 760.0
    page.card(MARGIN, y, 560, height)
    page.picture(portrait.whole, MARGIN + 10, y + 10, 540, height - 30)
    left, right = MARGIN + 590.0, WIDTH - MARGIN
    below = y
    if portrait.moods:
        cell = (right - left - 20) / 3
        for i, mood in enumerate(portrait.moods):
            x, top = left + (i % 3) * (cell + 10), y + (i // 3) * 264
            page.card(x, top, cell, 254)
            page.picture(mood, x + 8, top + 8, cell - 16, 206)
            page.text(mood.label, x, top + 218, Room(width_px=cell), (21, False, True))
        below = y + 2 * 264 + 6
    words = _words(page, left, below, right - left)
    return max(y + height, words) + 22


def _words(page: _Page, x: float, y: float, width: float) -> float:
    portrait = page.sheet.portrait
    at = x
    for swatch in portrait.swatches:
        page.dot(at + 15, y + 17, 15, swatch.colour)
        page.text(swatch.label, at + 38, y + 5, Room(width_px=200, align=Align.START), (19, False, True))
        at += 52 + 10.5 * len(swatch.label)
        if at > x + width - 120:
            at, y = x, y + 42
    y += 46 if portrait.swatches else 0
    room = Room(width_px=width, align=Align.START, even=False)
    told = [f"From the look: {', '.join(portrait.asked) or 'nothing'}."]
    told += [f"From the name: {', '.join(portrait.dealt)}."] if portrait.dealt else []
    told += [f"Not understood, and not drawn: {', '.join(portrait.unread)}."] if portrait.unread else []
    told.append(portrait.advice)
    for row in told:
        y += page.text(row, x, y, room, (21, False, False)) + 6
    return y


def _grid(page: _Page, shown: tuple[Portrayed, ...], y: float, columns: int, height: float) -> float:
    cell = (WIDTH - 2 * MARGIN - 10 * (columns - 1)) / columns
    for i, picture in enumerate(shown):
        x, top = MARGIN + (i % columns) * (cell + 10), y + (i // columns) * (height + 10)
        page.card(x, top, cell, height)
        page.picture(picture, x + 6, top + 4, cell - 12, height - 44)
        page.text(picture.label, x, top + height - 34, Room(width_px=cell), (21, False, True))
    return y + -(-len(shown) // columns) * (height + 10)


def _lower(page: _Page, y: float) -> float:
    """The lights, and the cast in a row."""
    portrait, height = page.sheet.portrait, 372.0
    x = float(MARGIN)
    for light in portrait.lights:
        width = height * light.pixels.shape[1] / light.pixels.shape[0] * 0.86
        page.picture(light, x, y, width, height - 40)
        page.text(light.label, x, y + height - 32, Room(width_px=width), (21, False, True))
        x += width + 10
    room = WIDTH - MARGIN - x - 12
    page.card(x + 12, y, room, height - 4)
    tall, wide = portrait.beside.pixels.shape[:2]
    scale = min(1.0, (room - 20) / wide, (height - 56) / tall)
    page.picture(portrait.beside, x + 22, y + 4, room - 20, height - 50)
    start = x + 22 + (room - 20 - wide * scale) / 2
    cell = wide * scale / max(1, len(portrait.places))
    for name, share in portrait.places:
        label = Room(width_px=cell, rows=1)
        page.text(name, start + wide * scale * share - cell / 2, y + height - 40, label, (20, False, True))
    return y + height
