"""Whatever is written: it is set or refused, with places that are in the text, and nothing else happens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.errors import TextUndrawable
from languages.registry import get_language
from video.typeset.block import Room, Style
from video.typeset.fonts import Fonts
from video.typeset.gate import missing_glyphs
from video.typeset.layout import typeset
from video.typeset.paragraph import asked_for, paragraphs
from video.typeset.problems import ProblemKind
from video.typeset.tidy import tidy

LETTERS = "aéẹ̀ б ნ אב(ة)ب1٢ कि्र ไ้ກໍ່ ក្នុ င့် 日本ー한글 𞤀𞤁 ꦏ꧀ꦏ \u200d\u2068\u2069\u202e\u00ad\u200b\n\ud800\ufffe😀"
TAGS = ("ar", "ur", "th", "my", "ja", "ff-Adlm", "en", "mn-Mong")


@settings(max_examples=60)
@given(st.text(st.sampled_from(LETTERS) | st.characters(), max_size=40), st.sampled_from(TAGS))
def test_any_text_is_set_or_refused(fonts: Fonts, text: str, tag: str) -> None:
    language = get_language(tag)
    problems = missing_glyphs(text, language, fonts)
    assert all(0 <= p.start <= p.end <= len(text) for p in problems)
    style, room = Style(size_px=30), Room(width_px=200)
    stopping = tuple(p.text for p in problems if p.stops)
    if stopping:
        with pytest.raises(TextUndrawable) as refused:
            typeset(text, language, fonts, style, room)
        assert refused.value.problems == stopping
        return
    block = typeset(text, language, fonts, style, room)
    wide = any(p.kind is ProblemKind.TOO_WIDE for p in block.problems)
    assert wide or (block.box.left >= -0.01 and block.box.right <= 200.01)
    assert all(0 not in run.glyphs for row in block.rows for run in row.runs)


def test_advances_add_up_to_the_width_of_the_runs(fonts: Fonts) -> None:
    language = get_language("ar")
    (made,) = paragraphs(tidy("فيلم Vernacast (12) جديد"), language, asked_for(language), fonts)
    widths = sum(shaped.width / shaped.face.upem for shaped in made.shaped)
    assert abs(made.ems[-1] - widths) < 1e-9
    assert made.ems == tuple(sorted(made.ems))
    assert made.cluster(5) == (5, 6)


def test_each_paragraph_runs_its_own_way(fonts: Fonts) -> None:
    language = get_language("ar")
    made = paragraphs(tidy("مرحبا\nHello."), language, asked_for(language), fonts)
    assert [p.base for p in made] == ["rtl", "ltr"]
    assert [p.start for p in made] == [0, 6]
