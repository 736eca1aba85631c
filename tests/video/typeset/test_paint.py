from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from languages.registry import get_language
from tests.video.typeset.conftest import Sentence, sentences
from video.typeset.block import Align, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.look import OUTLINED, PLATED, PRINTED, Look
from video.typeset.paint import paint, picture_of

TALL = [s for s in sentences() if s.tag in {"ur", "bo", "my", "km", "th", "jv-Java", "ban-Bali", "kkh-Lana", "vi"}]


@pytest.mark.parametrize("sentence", TALL, ids=lambda s: s.tag)
def test_what_is_painted_stays_where_it_was_measured(sentence: Sentence, fonts: Fonts) -> None:
    """Each row is painted alone on a canvas with room around: ink where the layout says, and nowhere else."""
    import skia

    block = typeset(sentence.text, get_language(sentence.tag), fonts, Style(size_px=30), Room(width_px=400))
    tops, bottoms = [], []
    for row in block.rows:
        surface = skia.Surface.MakeRasterN32Premul(500, round(block.height_px) + 100)
        paint(replace(block, rows=(row,)), surface.getCanvas(), 50, 50, Look())
        alpha = surface.toarray()[:, :, 3]
        ys, xs = np.nonzero(alpha > 40)
        assert ys.min() - 50 == pytest.approx(row.ink.top, abs=1.6)
        assert ys.max() + 1 - 50 == pytest.approx(row.ink.bottom, abs=1.6)
        assert xs.min() - 50 == pytest.approx(row.ink.left, abs=1.6)
        assert xs.max() + 1 - 50 == pytest.approx(row.ink.right, abs=1.6)
        tops.append(ys.min())
        bottoms.append(ys.max())
    assert all(bottom < top for bottom, top in zip(bottoms, tops[1:], strict=False))


@pytest.mark.parametrize("look", [OUTLINED, PLATED, PRINTED])
def test_a_picture_of_a_block_has_all_of_it(look: Look, fonts: Fonts) -> None:
    block = typeset("Ågje gör så", get_language("sv"), fonts, Style(size_px=40), Room(width_px=300))
    pixels, box = picture_of(block, look)
    assert pixels.shape == (box.height, box.width, 4)
    assert pixels.dtype == np.uint8
    for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert edge[:, 3].max() < 255 or look is PLATED
    assert pixels[..., 3].max() == 255 or look is PLATED
    inside = pixels[pixels[..., 3] > 250][:, :3]
    assert (inside.max() > 200) == (look is not PRINTED)


def test_an_outline_does_not_cover_neighbours(fonts: Fonts) -> None:
    block = typeset("الحقوق", get_language("ar"), fonts, Style(size_px=60), Room(width_px=400))
    bare, at = picture_of(block, Look())
    edged, around = picture_of(block, OUTLINED)
    y, x = round(at.top - around.top), round(at.left - around.left)
    cut = edged[y : y + bare.shape[0], x : x + bare.shape[1]]
    assert cut[bare[..., 3] == 255][:, :3].min() > 250  # all that is letter stays white


def test_a_page_of_a_pdf_holds_the_font(tmp_path: Path, fonts: Fonts) -> None:
    import skia

    room = Room(width_px=300, align=Align.START, even=False)
    block = typeset("សមភាព ក្នុងផ្នែក " * 8, get_language("km"), fonts, Style(size_px=14), room)
    stream = skia.FILEWStream(str(tmp_path / "page.pdf"))
    with skia.PDF.MakeDocument(stream) as document, document.page(595, 842) as canvas:
        paint(block, canvas, 100, 100, PRINTED)
    stream.flush()
    data = (tmp_path / "page.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"NotoSansKhmer" in data


def test_an_empty_block_paints_nothing(fonts: Fonts) -> None:
    block = typeset("", get_language("en"), fonts, Style(size_px=40), Room(width_px=300))
    assert picture_of(block, PLATED)[0].max() == 0
