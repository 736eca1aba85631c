from __future__ import annotations

from pathlib import Path

import pytest

from languages.registry import get_language
from tests.video.typeset.conftest import Sentence, sentences
from video.typeset.font_check import tables_of
from video.typeset.fonts import Fonts, find_fonts
from video.typeset.gate import missing_glyphs
from video.typeset.problems import ProblemKind

FEW = ("NotoSans-Regular", "NotoSansArabic-Regular")


@pytest.fixture(scope="module")
def few(fonts: Fonts) -> Fonts:
    """A machine with two fonts."""
    return Fonts(files={name: fonts.files[name] for name in FEW})


@pytest.mark.parametrize("sentence", sentences(), ids=lambda s: s.tag)
def test_every_sentence_passes(sentence: Sentence, fonts: Fonts) -> None:
    assert [p for p in missing_glyphs(sentence.text, get_language(sentence.tag), fonts) if p.stops] == []


def test_a_missing_glyph_names_character_place_language_and_package(few: Fonts) -> None:
    (first, *_) = missing_glyphs("Am. ሰላም", get_language("am"), few)
    assert (first.kind, first.start, first.end) == (ProblemKind.MISSING_GLYPH, 4, 5)
    assert "U+1230 ETHIOPIC SYLLABLE SA, character 5 of the Amharic (am) text" in first.text
    assert "Noto Sans Ethiopic" in first.text
    assert "apt-get install fonts-noto-core" in first.text


def test_places_are_those_of_the_text_as_it_was_given(few: Fonts) -> None:
    found = missing_glyphs("a\x07\u202eb\r\nሰ", get_language("am"), few)
    assert [(p.kind.value, p.start) for p in found] == [("control", 1), ("bidi-control", 2), ("missing-glyph", 6)]


def test_a_family_that_is_here_and_lacks_it_is_not_told_to_be_installed(fonts: Fonts) -> None:
    (problem,) = missing_glyphs("\u1b4e", get_language("ban-Bali"), fonts)  # new in Unicode 16
    assert "Noto Sans Balinese has 121 of the 127 characters" in problem.text
    assert "apt-get" not in problem.text


def test_what_may_have_it_is_of_the_language_and_not_promised(fonts: Fonts) -> None:
    sans = Fonts(files={name: path for name, path in fonts.files.items() if "Serif" not in name})
    (problem,) = missing_glyphs("\U00020bb6", get_language("zh-HK"), sans)
    assert "Noto Sans CJK HK has" in problem.text
    assert "Noto Serif CJK HK may have it: `apt-get install fonts-noto-cjk`" in problem.text


def test_scripts_without_a_package_name_the_project_or_nothing(fonts: Fonts) -> None:
    assert "notofonts/kawi" in missing_glyphs("\U00011f04", get_language("jv"), fonts)[0].text
    (unknown,) = missing_glyphs("\U00010d50", get_language("wo"), fonts)
    assert "No font of Noto is known for the script Gara" in unknown.text


def test_emoji_name_their_package(few: Fonts) -> None:
    for text in ("\U0001f600", "\u2764\ufe0f", "\U0001f468\u200d\U0001f469\u200d\U0001f467"):
        (problem,) = missing_glyphs(text, get_language("en"), few)
        assert "apt-get install fonts-noto-color-emoji" in problem.text
        assert (problem.start, problem.end) == (0, len(text))


def test_a_mark_without_a_letter_is_a_broken_syllable(fonts: Fonts) -> None:
    (problem,) = missing_glyphs("क ि", get_language("hi"), fonts)
    assert problem.kind is ProblemKind.BROKEN_SYLLABLE
    assert problem.stops
    assert "U+093F DEVANAGARI VOWEL SIGN I" in problem.text


def test_a_dotted_circle_that_is_written_is_none(fonts: Fonts) -> None:
    assert missing_glyphs("\u25cc\u093f", get_language("hi"), fonts) == ()
    assert missing_glyphs("◌\u064e و", get_language("ar"), fonts) == ()


def test_a_dotted_circle_that_is_written_hides_no_other(fonts: Fonts) -> None:
    (problem,) = missing_glyphs("\u25cc\u093f क ि", get_language("hi"), fonts)
    assert (problem.kind, problem.start) == (ProblemKind.BROKEN_SYLLABLE, 4)


def test_private_and_unassigned_characters_say_what_they_are(fonts: Fonts) -> None:
    private, unassigned = missing_glyphs("\ue000\u0378", get_language("en"), fonts)
    assert "private use" in private.text
    assert "Unicode 18 has no such character" in unassigned.text


def test_no_message_holds_the_character_itself(few: Fonts) -> None:
    for sentence in sentences():
        for problem in missing_glyphs(sentence.text, get_language(sentence.tag), few):
            here = sentence.text[problem.start : problem.end]
            assert not any(c in problem.text for c in here if not c.isascii()), problem.text
            assert problem.text.isprintable()


def test_a_users_own_font_fills_the_gap(few: Fonts, fonts: Fonts) -> None:
    own = find_fonts(own=(Path(fonts.files["NotoSansEthiopic-Regular"]),), folders=())
    both = Fonts(own=own.own, files=few.files)
    assert missing_glyphs("ሰላም", get_language("am"), both) == ()


def test_letters_of_a_font_that_shows_nothing_stop_the_text(fonts: Fonts, tmp_path: Path) -> None:
    """As a file is after its outlines were overwritten with zeros."""
    data = bytearray(Path(fonts.files["NotoSansOgham-Regular"]).read_bytes())
    for name, _, offset, length in tables_of(bytes(data), 0):
        if name == "glyf":
            data[offset : offset + length] = bytes(length)
    (tmp_path / "NotoSansOgham-Regular.ttf").write_bytes(data)
    damaged = Fonts(files=fonts.files | {"NotoSansOgham-Regular": str(tmp_path / "NotoSansOgham-Regular.ttf")})
    (problem,) = missing_glyphs("\u1682\u1683 \u1681", get_language("pgl"), damaged)
    assert (problem.kind, problem.start, problem.stops) == (ProblemKind.MISSING_GLYPH, 0, True)
    assert "the glyph of Noto Sans Ogham shows nothing" in problem.text


def test_a_text_of_damaged_characters_is_judged_not_crashed_on(fonts: Fonts) -> None:
    text = "\ud800\udfff\ufffe\x00\u202e\u2067\u0301\u200d\ufe0f\U0010fffe"
    found = missing_glyphs(text, get_language("ar"), fonts)
    assert {p.start for p in found if p.stops} >= {0, 1, 2, 9}
