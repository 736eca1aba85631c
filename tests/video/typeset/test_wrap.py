from __future__ import annotations

import pytest

from languages.registry import get_language
from languages.segments import line_parts
from video.typeset.block import Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset

ICU = {
    "th": "เล่น|ผ่าน|ทาง|บลูทูธ|บน|อุปกรณ์",
    "lo": "ເຈົ້າ|ເວົ້າ|ພາສາ|ອັງກິດ|ໄດ້|ບໍ່",
    "km": "តើ|លោក|មក|ពី|ប្រទេស|ណា",
    "my": "လူ|တိုင်း|သည် |တူညီ |လွတ်လပ်|သော |ဂုဏ်|သိက္ခါ|ဖြင့် |လည်းကောင်း၊ ",
    "ja": "９月に|東京から|友達が|遊びに|来た",
}
"""Texts cut into words, phrases for Japanese. Source: unicode-org/icu, icu4c/source/test/testdata/rbbitst.txt, in its
Thai (#10593), Lao (#7647), Khmer (ICU-8576), Burmese (#10326) and ja@lw=phrase tests; in the Burmese one «သိက္ခါ»
and «ဖြင့်» are whole here, which ICU cuts within their syllables."""


@pytest.mark.parametrize("tag", ICU)
def test_rows_may_end_after_words_of_scripts_without_spaces(tag: str) -> None:
    words = ICU[tag].split("|")
    text = "".join(words)
    assert [text[a:b] for a, b in line_parts(text, tag, by_phrases=True)] == words


@pytest.mark.parametrize("tag", [t for t in ICU if t != "ja"])
def test_rows_of_a_caption_end_after_words(tag: str, fonts: Fonts) -> None:
    words = ICU[tag].split("|")
    block = typeset("".join(words), get_language(tag), fonts, Style(size_px=40), Room(width_px=300))
    ends = {"".join(words[: n + 1]).strip() for n in range(len(words))}
    assert len(block.rows) > 1
    said = ""
    for row in block.rows:
        said = "".join(words)[: row.start + len(row.text)]
        assert said in ends


@pytest.mark.parametrize(
    ("tag", "text", "whole"),
    [
        ("my", "ဖြင့်", "ဖြင့်"),  # asat
        ("my", "သိက္ခါ", "သိက္ခါ"),  # a stack
        ("shn", "လွတ်ႈလဵဝ်", "လွတ်ႈ"),
        ("ban-Bali", "ᬮᬦ᭄", "ᬮᬦ᭄"),  # adeg-adeg at the end of a word
        ("th", "พุทฺธ", "พุทฺธ"),  # phinthu
    ],
)
def test_no_row_begins_with_the_end_of_a_syllable(tag: str, text: str, whole: str) -> None:
    assert whole in [text[a:b] for a, b in line_parts(text, tag)]


def test_khmer_rows_may_begin_with_a_stack() -> None:
    text = "សមភាពក្នុងផ្នែក"
    assert "ក្នុង" in [text[a:b] for a, b in line_parts(text, "km")]


def test_korean_captions_end_after_words_and_pages_after_syllables() -> None:
    assert len(line_parts("모든 인간은", "ko", by_phrases=True)) == 2
    assert len(line_parts("모든 인간은", "ko")) == 5


def test_few_rows_are_even_and_end_where_a_reader_pauses(fonts: Fonts) -> None:
    text = "When the rain came at last, nobody in the village said anything for a while"
    block = typeset(text, get_language("en"), fonts, Style(size_px=40), Room(width_px=1000))
    assert [row.text for row in block.rows] == [text[:27], text[28:]]
    plain = text.replace(",", "")
    even = typeset(plain, get_language("en"), fonts, Style(size_px=40), Room(width_px=1000))
    widths = [row.width_px for row in even.rows]
    assert max(widths) - min(widths) < 150
    filled = typeset(plain, get_language("en"), fonts, Style(size_px=40), Room(width_px=1000, even=False))
    assert filled.rows[0].width_px > 1.4 * filled.rows[1].width_px


def test_a_soft_hyphen_is_seen_only_at_the_end_of_a_row(fonts: Fonts) -> None:
    text = "Donau\u00addampf\u00adschiff"
    one = typeset(text, get_language("de"), fonts, Style(size_px=40), Room(width_px=1000))
    two = typeset(text, get_language("de"), fonts, Style(size_px=40), Room(width_px=300))
    assert [row.text for row in one.rows] == [text]
    assert two.rows[0].text.endswith("\u2010")
    assert not any("\u2010" in row.text for row in two.rows[1:])


def test_places_are_right_beyond_the_basic_plane() -> None:
    text = "𞤋𞤲𞥆𞤢 𞤢𞥄𞤣𞤫 ab"
    assert [text[a:b] for a, b in line_parts(text, "ff-Adlm")] == ["𞤋𞤲𞥆𞤢 ", "𞤢𞥄𞤣𞤫 ", "ab"]


@pytest.mark.parametrize(
    ("tag", "text", "width_px", "rows"),
    [
        ("ja", "キャ" + "ー" * 23 + "！", 1024, ("キャ" + "ー" * 22, "ー！")),
        ("en", "N" + "o" * 41 + "!", 1024, ("N" + "o" * 40, "o!")),
        ("ja", "キャー！と言った", 140, ("キャ", "ー！と", "言った")),
        ("ja", "と言いました」と", 130, ("と言", "いまし", "た」と")),  # a phrase that the strict rules cut: not broken
        ("ja", "！" * 4, 90, ("！！", "！！")),
    ],
)
def test_a_broken_word_begins_no_row_with_what_ends_one(
    tag: str, text: str, width_px: float, rows: tuple[str, ...], fonts: Fonts
) -> None:
    block = typeset(text, get_language(tag), fonts, Style(size_px=40), Room(width_px=width_px))
    assert tuple(row.text for row in block.rows) == rows
