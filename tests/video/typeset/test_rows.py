from __future__ import annotations

import pytest

from languages.registry import get_language
from video.typeset.block import Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.problems import ProblemKind


def block_of(text: str, tag: str, fonts: Fonts, width_px: float) -> Block:
    return typeset(text, get_language(tag), fonts, Style(size_px=48), Room(width_px=width_px))


def glyphs(block: Block) -> list[int]:
    """In the order of reading, of a text that runs from the right."""
    return [glyph for row in block.rows for run in row.runs[::-1] for glyph in run.glyphs[::-1]]


@pytest.mark.parametrize(
    ("tag", "text", "width_px"), [("ar", "أفاستسقيناكموها", 150), ("syr", "ܩܕܝܫܐܩܕܝܫܐ", 150), ("nqo", "ߒߞߏߒߞߏߒߞߏ", 60)]
)
def test_a_broken_word_keeps_the_forms_of_its_letters(tag: str, text: str, width_px: float, fonts: Fonts) -> None:
    broken = block_of(text, tag, fonts, width_px)
    assert [p.kind for p in broken.problems] == [ProblemKind.WORD_BROKEN]
    assert glyphs(broken) == glyphs(block_of(text, tag, fonts, 2000))


def test_a_letter_before_a_hyphen_joins_what_stands_on_the_next_row(fonts: Fonts) -> None:
    two = block_of("مستشف\u00adيات", "ar", fonts, 170)
    whole = block_of("مستشفيات", "ar", fonts, 1000)
    hyphen = two.rows[0].runs[0].glyphs  # from left to right: the hyphen is at the end of the row
    assert len(two.rows) == 2
    assert len(hyphen) == 1
    assert [glyph for glyph in glyphs(two) if glyph != hyphen[0]] == glyphs(whole)


def test_nothing_joins_across_what_ends_a_word(fonts: Fonts) -> None:
    first, second = block_of("بسم\u200bبسم", "ar", fonts, 90).rows
    assert first.runs[0].glyphs == second.runs[0].glyphs


@pytest.mark.parametrize("width_px", range(100, 260, 4))
def test_the_hyphen_that_a_row_ends_with_is_in_the_room(width_px: int, fonts: Fonts) -> None:
    for tag, text in (("ar", "مستشف\u00adيات"), ("de", "Donau\u00addampf\u00adschiff\u00adfahrt")):
        block = block_of(text, tag, fonts, width_px)
        assert ProblemKind.TOO_WIDE not in [p.kind for p in block.problems]
        assert all(row.width_px <= width_px for row in block.rows)
