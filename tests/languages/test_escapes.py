"""Characters that were written in ASCII, or lost."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ni&ntilde;o", (2, 10)),
        ("ni&#241;o", (2, 8)),
        ("ni&#xF1;o", (2, 8)),
        (r"ni\u00f1o", (2, 8)),
        ("ni=C3=B1o", (2, 8)),
    ],
)
def test_an_escape_is_asked_about_with_what_it_stands_for(text: str, place: tuple[int, int]) -> None:
    (found,) = character_findings(text, "es")
    assert found.kind is CharacterKind.MISREAD
    assert (found.start, found.end) == place
    assert "Write «ñ»" in found.text


def test_a_question_mark_within_a_word_is_asked_about() -> None:
    (found,) = character_findings("El ni?o comió una manzana", "es")
    assert (found.kind, found.start) == (CharacterKind.MISREAD, 5)
    assert "«ni?o»" in found.text


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("AT&T; B&B; a & b; ¿qué? ¿Sí?No. x=AB, f=1", "es"),
        ("https://a.b/c?d=e&amp;f www.a.b/c?d index.php?id=3", "es"),
        (r"C:\users \d \ud800", "es"),
        ("ni?o", "en"),
    ],
)
def test_other_signs_are_left_alone(text: str, tag: str) -> None:
    assert character_findings(text, tag) == ()
