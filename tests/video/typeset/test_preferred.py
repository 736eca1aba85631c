from __future__ import annotations

from languages.registry import get_language
from video.typeset.block import Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.problems import ProblemKind


def kashmiri(text: str, fonts: Fonts) -> Block:
    return typeset(text, get_language("ks"), fonts, Style(size_px=40), Room(width_px=1024))


def test_a_text_of_which_the_preferred_font_has_all_is_set_in_it(fonts: Fonts) -> None:
    block = kashmiri("کٲشُر زَبان", fonts)
    assert [face.family for face in block.faces] == ["Noto Nastaliq Urdu"]
    assert block.problems == ()


def test_a_text_with_a_letter_that_it_lacks_is_set_in_one_other_font_and_said_so(fonts: Fonts) -> None:
    text = "کٲشُر\nزَبان \u06ceتھ"
    block = kashmiri(text, fonts)
    assert [face.family for face in block.faces] == ["Noto Sans Arabic"]
    (problem,) = block.problems
    assert (problem.kind, problem.start, problem.stops) == (ProblemKind.TWO_FONTS, text.index("\u06ce"), False)
    assert "Noto Nastaliq Urdu, in which the language is usually set, lacks U+06CE" in problem.text
