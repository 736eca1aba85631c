from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech.cer import Errors, errors, letters


def plain(a: str, b: str) -> int:
    """The edit distance as everybody writes it first."""
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, start=1):
        last, row[0] = row[0], i
        for j, d in enumerate(b, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (c != d))
    return row[-1]


@given(st.text(alphabet="abcñé𐐀", max_size=30), st.text(alphabet="abcñé𐐀", max_size=30))
def test_distance_is_the_edit_distance(a: str, b: str) -> None:
    found = errors(a, b)
    assert found.distance == plain(letters(a), letters(b))
    assert 0 <= found.missing <= len(letters(a))
    assert 0 <= found.added <= len(letters(b))


def test_case_spaces_and_punctuation_are_not_compared_but_digits_are() -> None:
    assert errors("¡Hola, Mundo!", "hola mundo.").distance == 0
    assert errors("Tiene 3 hijos", "tiene 4 hijos").distance == 1
    assert errors("ﬁn", "FIN").distance == 0


def test_a_stretch_that_is_missing_or_added_is_measured() -> None:
    text = "La zorra vio la luna en el agua clara"
    assert errors(text, "La zorra en el agua clara").missing == len("violaluna")
    assert errors(text, text + " en el agua clara").added == len("enelaguaclara")
    assert errors(text, text) == Errors(characters=29, distance=0)


@pytest.mark.parametrize(
    ("text", "heard", "rate"), [("", "", 0.0), ("", "hola", 1.0), ("hola", "", 1.0), ("…", "a", 1.0)]
)
def test_nothing_against_something_is_all_wrong(text: str, heard: str, rate: float) -> None:
    assert errors(text, heard).rate == rate


def test_texts_of_any_length_are_compared() -> None:
    text = "la zorra vio la luna " * 400
    assert errors(text, text.replace("zorra", "zarra")).distance == 400
