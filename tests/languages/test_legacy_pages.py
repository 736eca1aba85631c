"""Text in a language's own code page that was read as Windows-1252, and good text that has the same letters."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings
from languages.legacy_pages import page_of


@pytest.mark.parametrize(
    ("tag", "number"),
    [("pl", "1250"), ("ro", "1250"), ("ru", "1251"), ("el", "1253"), ("tr", "1254"), ("lt", "1257"), ("uk", "1251")],
)
def test_the_page_of_a_language_follows_from_its_alphabet(tag: str, number: str) -> None:
    page = page_of(tag)
    assert page is not None
    assert page.number == number


@pytest.mark.parametrize("tag", ["es", "de", "et", "mi", "kk", "vi", "aak"])
def test_languages_that_windows_1252_suits_or_no_page_have_none(tag: str) -> None:
    assert page_of(tag) is None


@pytest.mark.parametrize(
    ("tag", "text", "codec"),
    [
        ("tr", "İstanbul'da güneş doğdu", "cp1254"),
        ("ru", "Привет мир", "cp1251"),
        ("uk", "Їжак і чайка", "cp1251"),
        ("pl", "Zażółć gęślą", "cp1250"),
        ("hu", "Árvíztűrő", "cp1250"),
        ("el", "Καλημέρα", "cp1253"),
        ("lt", "Ąžuolas žydi šalia", "cp1257"),
        ("ro", "şi ţara părinţilor", "cp1250"),
    ],
)
def test_what_was_misread_is_one_question_that_shows_what_was_written(tag: str, text: str, codec: str) -> None:
    (found,) = character_findings(text.encode(codec).decode("cp1252"), tag)
    assert found.kind is CharacterKind.MISREAD
    assert text[:10] in found.text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("pl", "w El Niño, España i crêpe"),
        ("pl", "¿Dónde está el baño, señor? 10 m³ wody¹"),
        ("hu", "Não, obrigado, vamos às ações, João"),
        ("lt", "à la crème brûlée"),
        ("tr", "Guðrún Þórðardóttir"),
        ("cs", "Søren Kierkegaard, Bjørn, Forlì"),
        ("ru", "café, naïve, Ä, Ö, Ü"),
        ("sl", "fête à la Molière"),
    ],
)
def test_foreign_words_in_good_text_are_left_alone(tag: str, text: str) -> None:
    assert not [f for f in character_findings(text, tag) if f.kind is CharacterKind.MISREAD]
