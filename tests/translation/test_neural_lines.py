from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.segments import graphemes
from translation.neural_lines import join, lost_names, pieces, repeats, speaks, unknown_finding, unveiled, veiled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Una vez vino. ¿Quién era? Nadie.", ["Una vez vino. ", "¿Quién era? Nadie."]),
        (
            "El Sr. García tiene 3.5 años… dicen todos. Adiós.",
            ["El Sr. García tiene 3.5 años… dicen todos. Adiós."],
        ),
        ("«Ven aquí ahora.» Y se fue de casa.", ["«Ven aquí ahora.» ", "Y se fue de casa."]),
        ("नमस्ते दुनिया। आज आप कैसे हैं?", ["नमस्ते दुनिया। ", "आज आप कैसे हैं?"]),
        (
            "今日はとても良い天気ですね。明日も晴れるでしょう。",
            ["今日はとても良い天気ですね。", "明日も晴れるでしょう。"],
        ),
        ("Hola", ["Hola"]),
    ],
)
def test_lines_are_cut_at_the_ends_of_sentences(text: str, found: list[str]) -> None:
    assert list(pieces(text, 100, len)) == found


def test_a_sentence_without_end_is_cut_at_commas_and_spaces() -> None:
    text = "uno dos tres, cuatro cinco seis, siete ocho nueve"
    found = pieces(text, 20, len)
    assert all(len(p) <= 20 for p in found)
    assert found[0] == "uno dos tres, "
    assert "".join(found) == text


@given(st.text(alphabet="ab .,!?…。\n«»", max_size=300), st.integers(min_value=1, max_value=40))
def test_nothing_is_lost_and_no_piece_is_too_long(text: str, limit: int) -> None:
    found = pieces(text, limit, len)
    assert "".join(found) == text
    assert all(len(p) <= limit for p in found)


def test_no_piece_ends_within_a_grapheme() -> None:
    text = "👨\u200d👩\u200d👧" * 40 + "स्त्री" * 40
    found = pieces(text, 7, len, "hi")
    assert "".join(found) == text
    assert [g for piece in found for g in graphemes(piece)] == list(graphemes(text))


def test_abbreviations_of_the_language_end_no_sentence() -> None:
    text = "A Sra. Lema vive na Avda. Nova desta vila. O seu fillo non."
    assert pieces(text, 100, len, "gl") == ("A Sra. Lema vive na Avda. Nova desta vila. ", "O seu fillo non.")


def test_five_thousand_characters_come_back_in_order() -> None:
    text = "".join(f"Frase número {n} de la historia. " for n in range(160))
    found = pieces(text, 200, len)
    assert len(found) == 160
    assert join(found, [p.strip().upper() for p in found]) == text.strip().upper()


def test_scripts_without_spaces_are_joined_without_any() -> None:
    assert join(("今日は良い天気ですね。", "明日も晴れる。"), ("A。", "B。")) == "A。B。"


def test_only_letters_are_anybodys_language() -> None:
    assert speaks("¡Ah!")
    assert speaks("नमस्ते")
    assert not speaks(" 123 … !? ")


@pytest.mark.parametrize(
    ("text", "source", "phrase"),
    [
        ("la casa la casa la casa la casa", "the house", "la casa"),
        ("no no no no", "no no no no", ""),
        ("no no no", "one", ""),
        ("a b c d e f", "x", ""),
    ],
)
def test_a_phrase_said_over_and_over_is_found_unless_the_source_says_it_too(
    text: str, source: str, phrase: str
) -> None:
    assert repeats(text, source) == phrase


def test_names_are_veiled_and_come_back() -> None:
    text, codes = veiled("Ana Rosa vio a Ana.", ("Ana", "Ana Rosa"))
    assert "Ana" not in text
    assert unveiled(text, codes) == "Ana Rosa vio a Ana."
    assert lost_names(("Ana", "Luis"), "Ana vino.", "Anna came.") == ("Ana",)


def test_letters_that_a_model_lacks_are_named_once() -> None:
    (finding,) = unknown_finding(("ŋ", "ŋ", " ", "ɓ"))
    assert finding.text == "The model has no letters for: ŋ, ɓ"
    assert unknown_finding(()) == ()
