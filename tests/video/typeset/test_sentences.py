"""Every script: what comes out is what HarfBuzz makes of the same text by itself, and what Raqm measures."""

from __future__ import annotations

import unicodedata

import pytest
import uharfbuzz as hb

from languages.engine_codes import codes
from languages.registry import get_language
from tests.video.typeset.conftest import Sentence, sentences
from video.typeset.block import Block, GlyphRun, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset

SIZE_PX = 100.0
ALL = sentences()
IDS = [f"{s.script}-{s.tag}" for s in ALL]


def seen(text: str) -> str:
    """Without what takes no room at the end of a row."""
    return "".join(text.replace("\u200b", "").split())


def one_row(sentence: Sentence, fonts: Fonts) -> Block:
    """The whole sentence in one row."""
    return typeset(sentence.text, get_language(sentence.tag), fonts, Style(size_px=SIZE_PX), Room(width_px=1e6))


def test_every_script_that_omnilingual_asr_lists_has_a_sentence() -> None:
    listed = {code.split("_")[1] for code in codes("omniasr")}
    assert len(listed) == 32
    assert listed <= {s.script for s in ALL}


@pytest.mark.parametrize("sentence", ALL, ids=IDS)
def test_glyphs_and_places_are_those_of_harfbuzz(sentence: Sentence, fonts: Fonts) -> None:
    """HarfBuzz is given the whole text of one font at once and guesses script and direction by itself."""
    (row,) = one_row(sentence, fonts).rows
    assert not any(glyph == 0 for run in row.runs for glyph in run.glyphs)
    for run in row.runs:  # a sentence has one, but for brackets, digits and commas of another font or script
        assert_same(row.text[run.start : run.end], sentence.tag, run)


def test_nearly_all_sentences_are_one_run_of_harfbuzz(fonts: Fonts) -> None:
    assert sum(len(one_row(s, fonts).rows[0].runs) == 1 for s in ALL) >= 45


def assert_same(text: str, tag: str, run: GlyphRun) -> None:
    face = hb.Face(hb.Blob.from_file_path(run.face.path), run.face.index)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if not any(unicodedata.category(c)[0] == "L" for c in text):  # nothing to guess from
        buffer.script, buffer.direction = run.script, "rtl" if run.rtl else "ltr"
    buffer.language = tag
    assert buffer.direction == ("rtl" if run.rtl else "ltr")
    hb.shape(hb.Font(face), buffer)
    assert tuple(info.codepoint for info in buffer.glyph_infos) == run.glyphs
    em = SIZE_PX / face.upem
    pen, places = 0.0, []
    for place in buffer.glyph_positions:
        places.append((pen + place.x_offset * em, -place.y_offset * em))
        pen += place.x_advance * em
    start, base = run.xs_px[0] - places[0][0], run.ys_px[0] - places[0][1]
    assert [x + start for x, _ in places] == pytest.approx(list(run.xs_px), abs=0.01)
    assert [y + base for _, y in places] == pytest.approx(list(run.ys_px), abs=0.01)
    assert pen == pytest.approx(run.width_px, abs=0.01)


@pytest.mark.parametrize("sentence", ALL, ids=IDS)
def test_a_row_is_as_wide_as_raqm_measures_it(sentence: Sentence, fonts: Fonts) -> None:
    """Raqm is another implementation of bidi and itemisation; Pillow's brings its own HarfBuzz and FriBidi."""
    from PIL import ImageFont, features

    assert features.check("raqm")
    (row,) = one_row(sentence, fonts).rows
    width = 0.0
    for run in row.runs:
        font = ImageFont.truetype(run.face.path, 1000, index=run.face.index, layout_engine=ImageFont.Layout.RAQM)
        words = row.text[run.start : run.end]
        width += font.getlength(words, direction="rtl" if run.rtl else "ltr", language=sentence.tag)
    assert row.width_px == pytest.approx(width * SIZE_PX / 1000, rel=0.004)


@pytest.mark.parametrize("sentence", ALL, ids=IDS)
def test_rows_end_between_characters_and_all_ink_is_inside(sentence: Sentence, fonts: Fonts) -> None:
    from icu4py.breakers import CharacterBreaker

    block = typeset(sentence.text, get_language(sentence.tag), fonts, Style(size_px=40), Room(width_px=420))
    ends, at = set(), 0
    for cluster in CharacterBreaker(sentence.text, "und"):
        ends |= {at, at + len(cluster)}
        at += len(cluster)
    assert len(block.rows) > 1
    for above, below in zip(block.rows, block.rows[1:], strict=False):
        assert below.start in ends
        assert above.start + len(above.text) in ends
        assert above.ink.bottom < below.ink.top
    assert seen("".join(r.text for r in block.rows)) == seen(sentence.text)
    for row in block.rows:
        assert row.ink.left >= -0.01
        assert row.ink.right <= 420.01
        assert row.ink.top >= -0.01
        assert row.ink.bottom <= block.height_px + 0.01
