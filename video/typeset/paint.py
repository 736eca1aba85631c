"""A block is painted on a canvas of Skia: a picture's, or a page's of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from languages.errors import EngineError
from video.typeset.block import Block, Box, GlyphRun, Mark
from video.typeset.look import Colour, Look

if TYPE_CHECKING:
    import numpy as np
    import skia


ASCENT_EM, DESCENT_EM = 0.86, 0.28
"""How far the plate behind marked glyphs reaches above and below the baseline. Own choice: Latin letters with accents
and descenders have room; higher ink widens it."""
MARGIN_EM = 0.14
"""How far it reaches out of them on each side: less than a space (0.25 em), so that neighbours stay free."""
ROUND_EM = 0.18


def painted_box(block: Block, look: Look) -> Box:
    """All that painting a block touches, from the left upper corner of its room: plate and outline included."""
    over = look.outline_em * block.size_px + 1.0  # smooth edges cover a part of the next pixel
    if look.marked_plate[3]:
        above = [ASCENT_EM * block.size_px - row.baseline_px for row in block.rows]
        below = [DESCENT_EM * block.size_px + row.baseline_px - block.height_px for row in block.rows]
        over = max(over, max([0.0, *above, *below]) + MARGIN_EM * block.size_px)
    if look.plate[3]:
        over = max(over, look.margin_em * block.size_px)
    inks = [row.ink for row in block.rows if row.ink.width]
    return Box(
        left=min([block.box.left, *(ink.left for ink in inks)]) - over,
        top=-over,
        right=max([block.box.right, *(ink.right for ink in inks)]) + over,
        bottom=block.height_px + over,
    )


def paint(
    block: Block, canvas: skia.Canvas, x_px: float, y_px: float, look: Look, marks: tuple[Mark, ...] = ()
) -> None:
    """Paints a block with the left upper corner of its room at (x, y); what is marked in the colour for it.

    A glyph that stands for letters within and without a mark is marked where its first letter is.

    Raises:
        FontRefused: the outlines of a font cannot be read.
    """
    import skia

    if look.plate[3] and any(row.runs for row in block.rows):
        margin = look.margin_em * block.size_px
        rectangle = skia.Rect.MakeLTRB(
            x_px + block.box.left - margin,
            y_px - margin / 2,
            x_px + block.box.right + margin,
            y_px + block.height_px + margin / 2,
        )
        canvas.drawRoundRect(rectangle, margin / 2, margin / 2, _brush(look.plate))
    if look.marked_plate[3]:
        corner = ROUND_EM * block.size_px
        for box in marked_boxes(block, marks):
            rectangle = skia.Rect.MakeLTRB(x_px + box.left, y_px + box.top, x_px + box.right, y_px + box.bottom)
            canvas.drawRoundRect(rectangle, corner, corner, _brush(look.marked_plate))
    blobs = list(_blobs(block, marks))
    if look.outline[3] and look.outline_em > 0:
        edge = _brush(look.outline)
        edge.setStyle(skia.Paint.kStrokeAndFill_Style)
        edge.setStrokeWidth(2 * look.outline_em * block.size_px)
        edge.setStrokeJoin(skia.Paint.kRound_Join)
        # All outlines come first: that of a letter must not cover its neighbour.
        for blob, _ in blobs:
            canvas.drawTextBlob(blob, x_px, y_px, edge)
    for blob, marked in blobs:
        canvas.drawTextBlob(blob, x_px, y_px, _brush(look.marked if marked else look.fill))


def marked_boxes(block: Block, marks: tuple[Mark, ...]) -> Iterator[Box]:
    """What a plate behind marked glyphs takes, row by row; equally high for every word of a row."""
    size, margin = block.size_px, MARGIN_EM * block.size_px
    for n, row in enumerate(block.rows):
        mine = [mark for mark in marks if mark.row == n]
        edges = [
            (run.xs_px[i], run.xs_px[i] + width)
            for run in row.runs
            for i, width in enumerate(_font(run, size).getWidths(list(run.glyphs)))
            if any(mark.start <= run.clusters[i] < mark.end for mark in mine)
        ]
        if edges:
            yield Box(
                left=min(left for left, _ in edges) - margin,
                top=min(row.ink.top, row.baseline_px - ASCENT_EM * size) - margin / 2,
                right=max(right for _, right in edges) + margin,
                bottom=max(row.ink.bottom, row.baseline_px + DESCENT_EM * size) + margin / 2,
            )


def _font(run: GlyphRun, size_px: float) -> skia.Font:
    import skia

    font = skia.Font(run.face.typeface(), size_px)
    font.setSubpixel(True)
    font.setHinting(skia.FontHinting.kNone)  # glyphs stand where they were measured
    font.setEdging(skia.Font.Edging.kAntiAlias)
    return font


def _brush(colour: Colour) -> skia.Paint:
    import skia

    red, green, blue, much = colour
    return skia.Paint(Color=skia.Color(red, green, blue, round(255 * much)), AntiAlias=True)


def _blobs(block: Block, marks: tuple[Mark, ...]) -> Iterator[tuple[skia.TextBlob, bool]]:
    """(glyphs at their places in the room, whether they are marked), run by run."""
    for n, row in enumerate(block.rows):
        mine = [mark for mark in marks if mark.row == n]
        for run in row.runs:
            if not mine:
                yield from _blob(run, block.size_px, range(len(run.glyphs)), False)
                continue
            parts: tuple[list[int], list[int]] = ([], [])
            for i, cluster in enumerate(run.clusters):
                parts[any(mark.start <= cluster < mark.end for mark in mine)].append(i)
            for marked in (False, True):
                yield from _blob(run, block.size_px, parts[marked], marked)


def _blob(run: GlyphRun, size_px: float, which: Sequence[int], marked: bool) -> Iterator[tuple[skia.TextBlob, bool]]:
    import skia

    if not which:
        return
    builder = skia.TextBlobBuilder()
    points = [skia.Point(run.xs_px[i], run.ys_px[i]) for i in which]
    builder.allocRunPos(_font(run, size_px), [run.glyphs[i] for i in which], points)
    blob = builder.make()
    if blob is not None:
        yield blob, marked


def painted_png(surface: skia.Surface, what: str) -> bytes:
    """What is painted on a surface, as a PNG.

    Raises:
        EngineError: it cannot be written; ``what`` it is stands in the message.
    """
    import skia

    data = surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kPNG, 100)
    if data is None:
        raise EngineError(f"The {what} cannot be written as PNG.")
    return bytes(data)


def picture_of(block: Block, look: Look, marks: tuple[Mark, ...] = ()) -> tuple[np.ndarray, Box]:
    """The block alone: a picture (height, width, 4) of uint8, red, green, blue and alpha, not premultiplied; and what
    part of the room it shows, in whole pixels, so that it can be laid over a picture there."""
    import math

    import numpy as np
    import skia

    box = painted_box(block, look)
    left, top = math.floor(box.left), math.floor(box.top)
    right, bottom = max(left + 1, math.ceil(box.right)), max(top + 1, math.ceil(box.bottom))
    pixels = np.zeros((bottom - top, right - left, 4), np.uint8)
    info = skia.ImageInfo.Make(right - left, bottom - top, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
    surface = skia.Surface.MakeRasterN32Premul(right - left, bottom - top)
    paint(block, surface.getCanvas(), -left, -top, look, marks)
    surface.readPixels(info, pixels, pixels.strides[0], 0, 0)
    return pixels, Box(left=left, top=top, right=right, bottom=bottom)
