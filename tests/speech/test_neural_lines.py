from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.segments import graphemes, line_parts
from speech.neural_lines import pieces


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("es", "Vino el Sr. López a la casa. | Se fue, triste, muy tarde."),
        ("es", "Llegó muy tarde a casa, | cansado y con hambre de dos días"),
        ("zh", "人人生而自由，在尊严和权利上一律平等。|他们赋有理性和良心，并应以兄弟关系的精神相对待。"),
        ("am", "ሰላም ነው ዛሬ ሁሉም ሰው በቤቱ ነው። | ደህና ነህ ወይ ዛሬ ጠዋት በቤትህ፧"),
        ("th", "ฉันไปตลาดกับแม่ทุกวัน | แล้วกลับบ้านตอนเย็นกับพ่อ"),
    ],
)
def test_long_lines_are_cut_where_a_reader_would_pause(tag: str, parts: str) -> None:
    text = parts.replace(" | ", " ").replace("|", "")
    assert [piece.text for piece in pieces(text, 40, tag)] == [part.strip() for part in parts.split("|")]


def test_thai_without_spaces_is_cut_between_words() -> None:
    text = "กาลครั้งหนึ่งนานมาแล้วมีหมู่บ้านเล็กๆริมแม่น้ำ" * 3
    ends = {end for _, end in line_parts(text, "th")}
    assert {piece.offset + len(piece.text) for piece in pieces(text, 40, "th")} <= ends


@given(st.text(max_size=120), st.integers(min_value=1, max_value=30))
def test_nothing_but_spaces_is_lost_and_no_grapheme_is_cut(text: str, most: int) -> None:
    found = pieces(text, most)
    assert "".join("".join(p.text for p in found).split()) == "".join(text.split())
    assert all(text[p.offset :].startswith(p.text) for p in found)
    assert all(len(p.text) <= most or len(graphemes(p.text)) == 1 for p in found)
