"""Marks and their letters."""

from __future__ import annotations

import unicodedata

import pytest

from languages.composition import lone_marks, not_composed


@pytest.mark.parametrize(
    ("text", "start", "end", "becomes"),
    [
        ("cafe\u0301", 3, 5, "U+00E9"),
        ("\u1112\u1161\u11ab", 0, 3, "U+D55C"),
        ("aa\u212b", 2, 3, "U+00C5"),
        ("\u0958", 0, 1, "U+0915 U+093C"),  # excluded from composition: form C takes it apart
        ("\u09c7\u09be", 0, 2, "U+09CB"),
    ],
)
def test_a_place_is_shown_with_what_it_becomes(text: str, start: int, end: int, becomes: str) -> None:
    found = not_composed(text)
    assert (found.start, found.end) == (start, end)
    assert becomes in found.text


def test_more_places_are_counted() -> None:
    assert "2 more" in not_composed(unicodedata.normalize("NFD", "él ó ü")).text


def test_a_mark_without_letter_is_found_and_one_on_a_no_break_space_is_not() -> None:
    assert [f.start for f in lone_marks("\u0301a b\u0301 \u093fक")] == [0, 6]
    assert list(lone_marks("\u00a0\u0301 \u25cc\u0301")) == []
