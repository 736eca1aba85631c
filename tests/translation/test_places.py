"""Rows and columns of the characters of lines."""

from __future__ import annotations

import unicodedata

import pytest

from translation.places import LinePlaces, Rows


@pytest.mark.parametrize(
    ("raw", "line", "needle", "place"),
    [
        ("Una noche\nla zorra vio\nla luxna.", "Una noche la zorra vio la luxna.", "x", (3, 6)),
        ("**Luna:** Luna xoy.", "Luna xoy.", "x", (1, 16)),
        ("> Una *noche*\n> la [luxna](http://a.b).", "Una noche la luxna.", "x", (2, 9)),
        (unicodedata.normalize("NFD", "país léxano"), "país léxano", "x", (1, 10)),
        ("Una   noche\t\tx", "Una noche x", "x", (1, 14)),
        ("Una.\n\fx", "Una. x", "x", (2, 2)),
        ("হ\u09dfে য\u09be\u09dfx", "হ\u09af\u09bcে য\u09be\u09af\u09bcx", "x", (1, 8)),  # longer in NFC
        ("*হ\u09df* য\u09be\u09dfx", "হ\u09af\u09bc য\u09be\u09af\u09bcx", "x", (1, 9)),
    ],
)
def test_wraps_markup_and_spaces_move_no_character(raw: str, line: str, needle: str, place: tuple[int, int]) -> None:
    assert LinePlaces(line, Rows(raw), 0).place(line.index(needle)) == place


def test_pieces_of_a_paragraph_follow_each_other() -> None:
    raw = "Ana va. Ana va. Ana va."
    first = LinePlaces("Ana va.", Rows(raw), 0)
    second = LinePlaces("Ana va.", Rows(raw), first.end)
    third = LinePlaces("Ana va.", Rows(raw), second.end)
    assert [p.place(0) for p in (first, second, third)] == [(1, 1), (1, 9), (1, 17)]


def test_a_line_that_gets_longer_in_nfc_ends_where_it_ends_in_the_file() -> None:
    raw = "হ\u09df যা\u09df।"  # U+09DF is taken apart. Source: CompositionExclusions.txt
    rows = Rows(f"{raw}\n{raw}")
    first = LinePlaces(unicodedata.normalize("NFC", raw), rows, 0)
    assert rows.place(first.end) == (1, len(raw) + 1)


def test_a_line_with_markup_keeps_its_places_however_long_it_is() -> None:
    words = [f"w{i % 97}" for i in range(6_000)]
    marks = ("[{}](http://a.b/c)", "{}", "*{}*", "{}", "{}")
    raw = " ".join(marks[i % 5].format(w) for i, w in enumerate(words))
    text = " ".join(words) + " x"
    places = LinePlaces(text, Rows(f"{raw} x"), 0)
    assert all(f"{raw} x"[places.place(i)[1] - 1] == c for i, c in enumerate(text))
    assert places.place(len(text) - 1) == (1, len(raw) + 2)


def test_a_line_with_markup_claims_no_room_of_those_behind_it() -> None:
    assert LinePlaces("La luna vio", Rows("La *luna* vio"), 0).end == 0


def test_a_pages_end_begins_a_row_for_the_reader_and_none_for_an_editor() -> None:
    rows = Rows("a\n\fb\fc")
    assert [rows.start(n) for n in (1, 2, 3, 4, 9)] == [0, 2, 3, 5, 5]
    assert rows.place(5) == (2, 4)


def test_a_line_that_is_not_found_stands_where_its_row_begins() -> None:
    assert LinePlaces("ñandú", Rows("a\nb\nc"), 2).place(0) == (2, 1)
