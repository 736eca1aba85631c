"""Lines of many languages as captions on one picture, so that who wrote them sees how they will look."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from languages.errors import EngineError, TextUndrawable
from languages.language import Language
from video.typeset.block import Align, Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import ENGLISH, typeset, typeset_spelt
from video.typeset.look import OUTLINED, WHITE, Look
from video.typeset.paint import paint, painted_png

if TYPE_CHECKING:
    import skia

LABEL_PX, TEXT_PX = 18, 40
"""Size of the label above a caption, and of the caption, in a film of 720 rows of pixels."""
MARGIN_PX = 24
MOST_PX = 30_000
"""Height of a sheet at most: more cannot be kept in PNG files that all programs open."""
MOST_LINES = 60
"""Lines on one sheet of several."""
_SIGNATURE, _HEADER = b"\x89PNG\r\n\x1a\n", 25
"""How a PNG file begins, and bytes of its first chunk (IHDR). Source: https://www.w3.org/TR/png-3/"""
_MADE_BY = "Software\0Vernacast"
"""Begin of the text of a chunk by which a sheet is known as one; name and number follow where it is one of several."""

_Tile = tuple[Block, Block, int, bool]
"""(label, caption, height of both with margins, whether the caption is the line's own text)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One caption of a sheet."""

    label: str
    """What stands above it: a line's id, a language's name."""
    text: str
    language: Language


def picture_of_lines(
    lines: tuple[SheetLine, ...],
    fonts: Fonts,
    *,
    width_px: int = 1280,
    look: Look = OUTLINED,
    style: Style | None = None,
) -> bytes:
    """A PNG with each line as it will stand in a film of this width, one above the other.

    A line that cannot be drawn shows in its place why not.

    Raises:
        FontRefused: a font file of this machine is damaged, or none is there at all.
        EngineError: the sheet would be too high, or cannot be written as PNG.
    """
    style = style or Style(size_px=TEXT_PX)
    return _signed(_painted([_tile(line, fonts, width_px, style) for line in lines], width_px, look), _MADE_BY)


def pictures_of_lines(
    lines: tuple[SheetLine, ...], fonts: Fonts, *, name: str = "", width_px: int = 1280
) -> Iterator[bytes]:
    """The same on as many PNGs as it takes, each filled up to ``MOST_LINES`` lines and ``MOST_PX`` of height.

    Args:
        name: what they are sheets of; each says it, and which of them it is, for ``is_sheet``.

    Raises:
        FontRefused, EngineError: as ``picture_of_lines``.
    """
    number, now = 1, list[_Tile]()
    for line in lines:
        tile = _tile(line, fonts, width_px, Style(size_px=TEXT_PX))
        if now and (len(now) == MOST_LINES or sum(t[2] for t in now) + tile[2] > MOST_PX):
            yield _signed(_painted(now, width_px, OUTLINED), _mark(name, number))
            number, now = number + 1, []
        now.append(tile)
    if now:
        yield _signed(_painted(now, width_px, OUTLINED), _mark(name, number))


def is_sheet(path: Path, name: str, number: int) -> bool:
    """Whether a file is that sheet of ``pictures_of_lines`` of the name; one that cannot be read is none."""
    chunk = _chunk(_mark(name, number))
    try:
        with path.open("rb") as file:
            begins = file.read(len(_SIGNATURE) + _HEADER + len(chunk))
    except OSError:
        return False
    return begins.startswith(_SIGNATURE) and begins.endswith(chunk)


def _painted(tiles: list[_Tile], width_px: int, look: Look) -> bytes:
    import skia

    height = sum(tile[2] for tile in tiles) or 1
    if height > MOST_PX:
        raise EngineError(
            f"A sheet of {len(tiles)} lines would be {height} pixels high.",
            expected=f"At most {MOST_PX} pixels.",
            remedy="Take fewer lines.",
        )
    surface = skia.Surface.MakeRasterN32Premul(width_px, height)
    canvas = surface.getCanvas()
    y = 0
    for label, caption, tile_px, fine in tiles:
        _backdrop(canvas, y, width_px, tile_px)
        paint(label, canvas, MARGIN_PX, y + MARGIN_PX / 2, Look(plate=(0, 0, 0, 0.75)))
        at = y + MARGIN_PX * 1.5 + label.height_px
        paint(caption, canvas, (width_px - caption.width_px) / 2, at, look if fine else Look(plate=(150, 0, 0, 1.0)))
        y += tile_px
    return painted_png(surface, "sheet")


def _mark(name: str, number: int) -> str:
    return f"{_MADE_BY}, sheet {number} of {name}"


def _signed(png: bytes, mark: str) -> bytes:
    """The same with a text chunk behind its header that says who made it."""
    at = len(_SIGNATURE) + _HEADER
    return png[:at] + _chunk(mark) + png[at:]


def _chunk(mark: str) -> bytes:
    told = mark.encode("unicode_escape").replace(rb"\x00", b"\0")  # such chunks hold no letters but Latin ones
    chunk = b"tEXt" + told
    return struct.pack(">I", len(told)) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _tile(line: SheetLine, fonts: Fonts, width_px: int, style: Style) -> _Tile:
    room = Room(width_px=width_px * 0.8, rows=2)
    small, wide = Style(size_px=LABEL_PX), Room(width_px=width_px - 2 * MARGIN_PX, align=Align.START, even=False)
    label = typeset_spelt(line.label, ENGLISH, fonts, small, wide)
    try:
        caption, fine = typeset(line.text, line.language, fonts, style, room), True
    except TextUndrawable as error:
        narrow = Room(width_px=width_px * 0.8, even=False)
        caption, fine = typeset_spelt("\n".join(error.problems), ENGLISH, fonts, small, narrow), False
    return label, caption, round(label.height_px + caption.height_px + 3 * MARGIN_PX), fine


def _backdrop(canvas: skia.Canvas, y: int, width_px: int, height_px: int) -> None:
    """A picture that is as bad for white letters as for black ones: from light to dark, with stripes."""
    import skia

    ends = [skia.Point(0, 0), skia.Point(width_px, 0)]
    colours = [skia.Color(250, 248, 235), skia.Color(120, 160, 130), skia.Color(20, 30, 60)]
    brush = skia.Paint(Shader=skia.GradientShader.MakeLinear(points=ends, colors=colours))
    canvas.drawRect(skia.Rect.MakeXYWH(0, y, width_px, height_px), brush)
    red, green, blue, _ = WHITE
    stripe = skia.Paint(Color=skia.Color(red, green, blue, 60))
    for x in range(0, width_px, 160):
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, 60, height_px), stripe)
