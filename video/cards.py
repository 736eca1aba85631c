"""Cards of text before and after a film: a sheet of paper before a blurred picture of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from languages.language import Language
from video.caption_place import LETTER
from video.safe_area import safe_area, side_margin
from video.shot import Frame
from video.typeset.block import Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.look import Look
from video.typeset.paint import paint

if TYPE_CHECKING:
    import numpy as np
    import skia

PAPER, INK, PALE, LINE = 0xFBF4E4, (43, 36, 34, 1.0), (104, 84, 70, 1.0), 0xC9A36B
"""Paper, text, labels (7:1 on the paper) and the line around it."""
MARGIN_EM = 1.4
LEAST = 0.6
"""Texts shrink to so much of their size before a card is divided into two."""


class Weight(StrEnum):
    """What a row is on its card."""

    TITLE = "title"
    HEAD = "head"
    LABEL = "label"
    TEXT = "text"
    SMALL = "small"
    NAME = "name"
    """Of people, beneath a title."""


SIZES = {
    Weight.TITLE: 2.0, Weight.NAME: 0.85, Weight.HEAD: 1.25, Weight.LABEL: 0.68, Weight.TEXT: 0.92, Weight.SMALL: 0.78,
}  # fmt: skip
"""In em of a caption."""
BEFORE = {
    Weight.TITLE: 0.0, Weight.NAME: 0.35, Weight.HEAD: 0.0, Weight.LABEL: 0.8, Weight.TEXT: 0.12, Weight.SMALL: 0.8,
}  # fmt: skip
"""What is free above a row that is not the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One text of a card."""

    text: str
    language: Language
    weight: Weight = Weight.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    block: Block
    weight: Weight
    before_px: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One card, set and not yet painted."""

    rows: tuple[_Set, ...]
    share: float
    """So much smaller than usual its texts are."""
    characters: int

    def blocks(self) -> tuple[Block, ...]:
        """Its texts, in order."""
        return tuple(row.block for row in self.rows)


def set_cards(rows: tuple[CardRow, ...], frame: Frame, fonts: Fonts) -> tuple[Page, ...]:
    """The texts on one card, or on as many as they need.

    Raises:
        TextUndrawable: a character is in no font of this machine.
        FontRefused, MissingProgram: as ``typeset``.
    """
    share = 1.0
    while True:
        pages = _pages(rows, frame, fonts, share)
        if len(pages) <= 1 or share <= LEAST:
            return tuple(pages)
        share *= 0.92


def _pages(rows: tuple[CardRow, ...], frame: Frame, fonts: Fonts, share: float) -> list[Page]:
    area = safe_area(frame)
    em = LETTER * min(frame.width_px, frame.height_px) * share
    width = _across(frame) - 2 * MARGIN_EM * em
    most = area.height - 2 * MARGIN_EM * em
    pages: list[list[_Set]] = [[]]
    used = 0.0

    def set_row(text: str, row: CardRow) -> Block:
        style = Style(size_px=SIZES[row.weight] * em, bold=row.weight in (Weight.TITLE, Weight.HEAD))
        return typeset(text, row.language, fonts, style, Room(width_px=width))

    parts = ((row, part) for row in rows for part in _parts(row.text, set_row(row.text, row), most))
    for row, text in parts:
        block = set_row(text, row)
        before = BEFORE[row.weight] * em if pages[-1] else 0.0
        if pages[-1] and used + before + block.height_px > most:
            # A label does not stay alone at the end of a page.
            carried = [pages[-1].pop()] if len(pages[-1]) > 1 and pages[-1][-1].weight is Weight.LABEL else []
            pages.append([_Set(block=s.block, weight=s.weight, before_px=0.0) for s in carried])
            used = sum(s.block.height_px for s in carried)
            before = BEFORE[row.weight] * em if carried else 0.0
        pages[-1].append(_Set(block=block, weight=row.weight, before_px=before))
        used += before + block.height_px
    return [
        Page(rows=tuple(page), share=share, characters=sum(len(r.text) for one in page for r in one.block.rows))
        for page in pages
        if page
    ]


def _parts(text: str, block: Block, most_px: float) -> tuple[str, ...]:
    """A text in as many parts as it takes pages when it is longer than one; each ends where a row ends."""
    if block.height_px <= most_px:
        return (text,)
    fit = max(1, int(len(block.rows) * most_px / block.height_px))
    parts: list[str] = []
    for first in range(0, len(block.rows), fit):
        said = ""
        for row, after in zip(block.rows[first : first + fit], (*block.rows[first + 1 :], None), strict=False):
            apart = after is not None and after.start > row.start + len(row.text)
            said += row.text + (" " if apart else "")
        parts.append(said.rstrip())
    return tuple(parts)


def _across(frame: Frame) -> float:
    """How wide a card may be: in the middle of the picture, and within its safe area."""
    return frame.width_px - 2 * side_margin(frame)


def card_picture(page: Page, frame: Frame, behind: np.ndarray | None = None) -> np.ndarray:
    """A picture (height, width, 3) of uint8, blue, green, red.

    Args:
        behind: a picture of the film, of the same kind; None: plain paper.
    """
    import numpy as np
    import skia

    width, height = frame.width_px, frame.height_px
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    _backdrop(canvas, frame, behind)
    em = LETTER * min(width, height) * page.share
    area = safe_area(frame)
    tall = sum(s.before_px + s.block.height_px for s in page.rows)
    wide = max(s.block.box.right - s.block.box.left for s in page.rows)
    middle_x, middle_y = width / 2, (area.top + area.bottom) / 2
    across = min(_across(frame), max(wide + 2.6 * MARGIN_EM * em, 0.5 * min(width, height)))
    down = tall + 2 * MARGIN_EM * em
    _paper(canvas, skia.Rect.MakeXYWH(middle_x - across / 2, middle_y - down / 2, across, down), em)
    y = middle_y - tall / 2
    for one in page.rows:
        y += one.before_px
        pale = one.weight in (Weight.LABEL, Weight.SMALL, Weight.NAME)
        paint(one.block, canvas, middle_x - one.block.width_px / 2, y, Look(fill=PALE if pale else INK))
        y += one.block.height_px
    pixels = np.zeros((height, width, 4), np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
    surface.readPixels(info, pixels, pixels.strides[0], 0, 0)
    return np.ascontiguousarray(pixels[..., :3])


def _backdrop(canvas: skia.Canvas, frame: Frame, behind: np.ndarray | None) -> None:
    import cv2
    import numpy as np
    import skia

    if behind is None:
        canvas.clear(0xFF000000 | 0x8C7A66)
        return
    size = (max(2, frame.width_px // 8), max(2, frame.height_px // 8))
    small = cv2.resize(behind, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigmaX=max(1.0, frame.width_px / 260))
    soft = cv2.resize(small, (frame.width_px, frame.height_px), interpolation=cv2.INTER_CUBIC)
    dark = np.clip(soft.astype(np.float32) * 0.72, 0, 255).astype(np.uint8)
    whole = np.ascontiguousarray(np.dstack([dark, np.full(dark.shape[:2], 255, np.uint8)]))
    image = skia.Image.fromarray(whole, colorType=skia.kBGRA_8888_ColorType, copy=True)
    canvas.drawImage(image, 0, 0)


def _paper(canvas: skia.Canvas, sheet: skia.Rect, em: float) -> None:
    """A cut sheet with its shadow, and a fine line with corners inside its edge."""
    import skia

    shadow = skia.Paint(AntiAlias=True, Color=skia.Color(20, 14, 10, 120))
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, em * 0.45, True))
    canvas.save()
    canvas.translate(em * 0.16, em * 0.2)
    canvas.drawRoundRect(sheet, em * 0.3, em * 0.3, shadow)
    canvas.restore()
    canvas.drawRoundRect(sheet, em * 0.3, em * 0.3, skia.Paint(AntiAlias=True, Color=0xFF000000 | PAPER))
    line = skia.Paint(AntiAlias=True, Color=0xFF000000 | LINE, StrokeWidth=max(1.0, em * 0.05))
    line.setStyle(skia.Paint.kStroke_Style)
    inner = sheet.makeInset(em * 0.42, em * 0.42)
    canvas.drawRoundRect(inner, em * 0.16, em * 0.16, line)
    dot = skia.Paint(AntiAlias=True, Color=0xFF000000 | LINE)
    for x in (inner.left(), inner.right()):
        for y in (inner.top(), inner.bottom()):
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(45)
            canvas.drawRect(skia.Rect.MakeXYWH(-em * 0.15, -em * 0.15, em * 0.3, em * 0.3), dot)
            canvas.restore()
