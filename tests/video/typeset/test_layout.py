from __future__ import annotations

import threading

import pytest

from languages.errors import TextUndrawable
from languages.language import Language
from languages.registry import get_language
from video.typeset.block import Align, Block, Room, Style
from video.typeset.fonts import Fonts
from video.typeset.layout import typeset
from video.typeset.problems import ProblemKind

ENGLISH = get_language("en")


def block_of(
    text: str,
    fonts: Fonts,
    language: Language = ENGLISH,
    *,
    width_px: float = 400,
    size_px: float = 40,
    rows: int | None = None,
) -> Block:
    return typeset(text, language, fonts, Style(size_px=size_px), Room(width_px=width_px, rows=rows))


def kinds(block: Block) -> list[ProblemKind]:
    return [p.kind for p in block.problems]


def test_an_empty_text_is_one_empty_row(fonts: Fonts) -> None:
    block = block_of("", fonts)
    assert [row.text for row in block.rows] == [""]
    assert block.height_px == 40
    assert block.faces == ()
    assert (block.box.left, block.box.width) == (200, 0)


def test_forced_ends_of_rows_are_kept(fonts: Fonts) -> None:
    assert [row.text for row in block_of("a\n\nb", fonts).rows] == ["a", "", "b"]


def test_a_word_wider_than_the_room_is_broken_between_characters(fonts: Fonts) -> None:
    word = "e\u0301" * 60
    block = block_of(f"so {word} it", fonts)
    assert kinds(block) == [ProblemKind.WORD_BROKEN]
    assert (block.problems[0].start, block.problems[0].end) == (3, 123)
    assert all(len(row.text) % 2 == 0 for row in block.rows[1:-1])
    assert "".join(row.text for row in block.rows).replace(" ", "") == f"so{word}it"


def test_a_character_wider_than_the_room_is_said(fonts: Fonts) -> None:
    block = block_of("mi", fonts, width_px=8)
    assert [row.text for row in block.rows] == ["m", "i"]
    assert ProblemKind.TOO_WIDE in kinds(block)


def test_too_many_rows_are_all_there_and_said(fonts: Fonts) -> None:
    block = block_of("one two three four five six", fonts, width_px=160, rows=2)
    assert len(block.rows) > 2
    assert kinds(block) == [ProblemKind.TOO_MANY_ROWS]
    assert " ".join(row.text for row in block.rows) == "one two three four five six"


def test_a_text_may_shrink_to_keep_to_its_rows(fonts: Fonts) -> None:
    style, room = Style(size_px=40, smallest_px=20), Room(width_px=220, rows=2)
    block = typeset("one two three four five six", ENGLISH, fonts, style, room)
    assert len(block.rows) == 2
    assert 20 <= block.size_px < 40
    assert kinds(block) == []


@pytest.mark.parametrize(
    ("size", "width", "rows"), [(40, 0, 2), (40, -5, 2), (0, 100, 2), (float("nan"), 100, 2), (40, 100, 0)]
)
def test_a_room_that_is_none_is_refused(size: float, width: float, rows: int, fonts: Fonts) -> None:
    with pytest.raises(ValueError, match="cannot be set"):
        block_of("a", fonts, size_px=size, width_px=width, rows=rows)


def test_a_text_cannot_shrink_to_nothing(fonts: Fonts) -> None:
    with pytest.raises(ValueError, match="cannot be set"):
        typeset("a\nb\nc", ENGLISH, fonts, Style(size_px=40, smallest_px=-1), Room(width_px=100, rows=2))


@pytest.mark.parametrize(
    ("align", "tag", "left", "right"),
    [
        (Align.START, "en", True, False),
        (Align.END, "en", False, True),
        (Align.START, "ar", False, True),
        (Align.END, "ar", True, False),
        (Align.CENTRE, "ar", False, False),
    ],
)
def test_rows_stand_where_their_language_begins(align: Align, tag: str, left: bool, right: bool, fonts: Fonts) -> None:
    text = "مرحبا" if tag == "ar" else "Hello"
    room = Room(width_px=400, align=align)
    block = typeset(text, get_language(tag), fonts, Style(size_px=40), room)
    assert (block.box.left < 5, block.box.right > 395) == (left, right)


def test_words_of_a_mixed_row_stand_in_their_order(fonts: Fonts) -> None:
    block = block_of("فيلم Vernacast جديد", fonts, get_language("ar"))
    text = block.rows[0].text
    words = [text[run.start : run.end].strip() for run in block.rows[0].runs]
    assert [word for word in words if word] == ["جديد", "Vernacast", "فيلم"]
    assert block.direction == "rtl"


def test_tall_scripts_get_the_room_they_need(fonts: Fonts) -> None:
    style, room = Style(size_px=40), Room(width_px=300)
    latin = typeset("anna nora\nnora anna", ENGLISH, fonts, style, room)
    nastaliq = typeset("پیدا ہوئے ہیں\nانہیں ضمیر", get_language("ur"), fonts, style, room)
    assert latin.pitch_px == 48
    assert nastaliq.pitch_px > 60
    assert nastaliq.rows[0].ink.bottom < nastaliq.rows[1].ink.top


def test_marks_stacked_without_end_are_said(fonts: Fonts) -> None:
    assert kinds(block_of("a" + "\u0301" * 3 + " བྲྀཀྵྨླྀ", fonts)) == []
    assert kinds(block_of("a" + "\u0301" * 200, fonts)) == [ProblemKind.TOO_HIGH]


def test_the_gate_is_shut_for_a_missing_glyph(fonts: Fonts) -> None:
    with pytest.raises(TextUndrawable, match=r"U\+11F04") as refused:
        block_of("a\U00011f04", fonts)
    assert len(refused.value.problems) == 1
    assert refused.value.exit_code == 4


def test_ten_thousand_characters_are_set(fonts: Fonts) -> None:
    text = "lorem ipsum dolor " * 556
    block = typeset(text, ENGLISH, fonts, Style(size_px=12), Room(width_px=500, even=False))
    assert len(text) > 10_000
    assert all(row.width_px <= 500 for row in block.rows)
    assert sum(len(row.text.split()) for row in block.rows) == 3 * 556


def test_a_language_whose_script_is_unknown_is_set_too(fonts: Fonts) -> None:
    nameless = Language(tag="nan", iso639_3="nan", name="Min Nan Chinese")
    assert block_of("Bîn-lâm 閩南", fonts, nameless).faces[0].family == "Noto Sans"


def test_threads_set_the_same(fonts: Fonts) -> None:
    found: list[Block] = []
    work = [
        threading.Thread(target=lambda: found.append(block_of("तीन ไทย سلام abc", fonts, get_language("hi"))))
        for _ in range(8)
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert len(found) == 8
    assert all(block == found[0] for block in found)
