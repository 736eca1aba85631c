"""A storyboard painted on pages of Skia: one high picture, or the sheets of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from publishing.storyboard.board import BoardScene, Storyboard
from publishing.storyboard.pieces import GAP, INK, MARGIN, SOFT, TOP, WIDTH, Band, Setter, Side, rows_of
from video.typeset.block import Block
from video.typeset.fonts import Fonts
from video.typeset.look import Colour, Look
from video.typeset.paint import paint, painted_png

if TYPE_CHECKING:
    import skia

A4 = (595.276, 841.89)
"""Points. Source: ISO 216 (210 x 297 mm)."""
PAGE = round(WIDTH * A4[1] / A4[0])
MOST = 30_000
"""Height of a picture at most: more cannot be kept in PNG files that all programs open."""
PAPER = 0xFFF7F2E8


def png_of(board: Storyboard, fonts: Fonts) -> Iterator[bytes]:
    """The board as one PNG, or several where it is very long.

    Raises:
        FontRefused, MissingProgram: texts cannot be set on this machine. EngineError: no PNG can be written.
    """
    import skia

    for page in _pages(_bands(board, fonts), MOST - 2 * MARGIN):
        height = round(sum(b.height for b in page)) + 2 * MARGIN
        surface = skia.Surface.MakeRasterN32Premul(WIDTH, height)
        _paint(surface.getCanvas(), page)
        yield painted_png(surface, "storyboard")


def pdf_of(board: Storyboard, fonts: Fonts) -> bytes:
    """The board as a PDF of A4 pages, in which text stays text; a shot with more text than one holds has a longer one.

    Raises:
        FontRefused, MissingProgram: texts cannot be set on this machine.
    """
    import skia

    stream = skia.DynamicMemoryWStream()
    facts = skia.PDF.Metadata()
    facts.fTitle, facts.fCreator = board.title, "Vernacast"
    with skia.PDF.MakeDocument(stream, facts) as document:
        for page in _pages(_bands(board, fonts), PAGE - 2 * MARGIN):
            height = sum(b.height for b in page) + 2 * MARGIN
            with document.page(A4[0], max(A4[1], height * A4[0] / WIDTH)) as canvas:
                canvas.scale(A4[0] / WIDTH, A4[0] / WIDTH)
                _paint(canvas, page)
    return bytes(stream.detachAsData())


def _paint(canvas: skia.Canvas, page: list[Band]) -> None:
    canvas.clear(PAPER)
    y = float(MARGIN)
    for band in page:
        band.draw(canvas, y)
        y += band.height


def _pages(bands: list[Band], most: float) -> Iterator[list[Band]]:
    """Bands divided into pages; those that belong together go on together."""
    groups: list[list[Band]] = [[]]
    for band in bands:
        groups[-1].append(band)
        if not band.stays:
            groups.append([])
    page: list[Band] = []
    for group in groups:
        if page and sum(b.height for b in (*page, *group)) > most:
            yield page
            page = []
        page += group
    if page:
        yield page


def _text(block: Block, setter: Setter, colour: Colour = INK, after: float = 0.0) -> Band:
    at = setter.left(MARGIN, block.width_px)

    def draw(canvas: skia.Canvas, y: float) -> None:
        paint(block, canvas, at, y, Look(fill=colour))

    return Band(height=block.height_px + after, draw=draw, stays=True)


def _bands(board: Storyboard, fonts: Fonts) -> list[Band]:
    setter = Setter(board, fonts)
    width = WIDTH - 2 * MARGIN
    bands = [_text(setter.block(board.title, 54, width, bold=True), setter, after=8)]
    if board.facts:
        bands.append(_text(setter.block(" · ".join(board.facts), 21, width, own=False), setter, SOFT))
    for scene in board.scenes:
        bands += _scene(scene, setter)
    return bands


def _scene(scene: BoardScene, setter: Setter) -> Iterator[Band]:
    """The scene's own words at its side, its panels beside them; rows below those stand by themselves."""
    side = Side(scene, setter)
    rows = list(rows_of(scene.panels, setter))
    first: list[Band] = []
    while rows and (not first or sum(row.height + GAP for row in first) < side.height):
        first.append(rows.pop(0))

    def draw(canvas: skia.Canvas, y: float) -> None:
        side.draw(canvas, y)
        y += TOP
        for row in first:
            row.draw(canvas, y)
            y += row.height + GAP

    yield Band(
        height=TOP + max(side.height, sum(row.height + GAP for row in first) - GAP) + (GAP if rows else 0), draw=draw
    )
    for i, row in enumerate(rows):
        yield Band(height=row.height + (GAP if i < len(rows) - 1 else 0), draw=row.draw)
