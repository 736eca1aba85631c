"""Names are found with their endings, and are not found in other words."""

from __future__ import annotations

import pytest

from video.concepts.names import find_names


@pytest.mark.parametrize(
    ("language", "text", "names", "found"),
    [
        ("es", "Nana y Lía miran a nana.", ("Nana", "Lía"), ["Nana", "Lía"]),
        ("en", "Nana's boat.", ("Nana",), ["Nana"]),
        ("eu", "Nanaren etxea eta Amairekin.", ("Nana", "Amai"), ["Nana", "Amai"]),
        ("qu", "Nanapa wasin, Inapas.", ("Nana", "Ina"), ["Nana", "Ina"]),
        ("pl", "Widzę Annę i dom Anny.", ("Anna",), ["Anna", "Anna"]),
        ("el", "Το σπίτι της Μαρίας.", ("Μαρία",), ["Μαρία"]),
        ("zu", "Ngibona uThandi kwaThandi.", ("Thandi",), ["Thandi", "Thandi"]),
        ("fr", "La maison d'Ana.", ("Ana",), ["Ana"]),
        ("tr", "Ayşe'nin evi.", ("Ayşe",), ["Ayşe"]),
        ("ja", "ナナは川へ行きました。", ("ナナ",), ["ナナ"]),
        ("he", "ללאה יש בית, ולאה שרה.", ("לאה",), ["לאה", "לאה"]),
        ("ne", "नानाको घर", ("नाना",), ["नाना"]),
        ("am", "የናና ቤት", ("ናና",), ["ናና"]),
    ],
)
def test_names_are_found_as_languages_write_them(
    language: str, text: str, names: tuple[str, ...], found: list[str]
) -> None:
    assert [n.name for n in find_names(text, names, language)] == found


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Mariano y Anacleta", ("Maria", "Ana")),
        ("en", "An anagram of Alto", ("Ana", "Al")),
        ("eu", "amaitu zen", ("Amai",)),
        ("fi", "Anatoliassakin", ("Ana",)),
        ("es", "la rosa", ("Rosa",)),
    ],
)
def test_other_words_are_no_names(language: str, text: str, names: tuple[str, ...]) -> None:
    assert find_names(text, names, language) == ()


def test_the_longer_of_two_names_stands_where_both_could() -> None:
    found = find_names("Ana María vio a Ana.", ("Ana", "Ana María"), "es")
    assert [(n.name, n.start, n.end) for n in found] == [("Ana María", 0, 9), ("Ana", 16, 19)]


def test_places_are_those_of_the_text_as_it_is() -> None:
    text = "É a casa da Lía."
    (named,) = find_names(text, ("Lía",), "gl")
    assert text[named.start : named.end] == "Lía"
