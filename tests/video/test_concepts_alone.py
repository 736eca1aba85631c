"""Verbs that are written like nouns, right behind who does them."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions


def ids(text: str, language: str) -> list[str]:
    return [m.concept.id for m in mentions(text, language, ("Ana",)) if m.concept.kind != "cast"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ana fishes by the river.", ["fishing", "river"]),
        ("en", "The girl waves.", ["girl", "greet"]),
        ("en", "Ana saws.", ["saw_up"]),
        ("es", "Ana nada hacia la isla.", ["swim", "island"]),
        ("fr", "Ana coud.", ["sew"]),
        ("pt", "A Ana nada no rio.", ["swim", "river"]),
        ("pt", "A Ana pinta uma casa.", ["paint", "house"]),
    ],
)
def test_a_verb_behind_its_subject_is_a_deed(language: str, text: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "The waves. Ana.", "greet"),
        ("en", "Two rows of trees. Ana.", "row"),
        ("es", "A Ana nada le gusta.", "swim"),
        ("es", "No hay nada.", "swim"),
        ("pt", "A Ana nada disse.", "swim"),
    ],
)
def test_the_same_word_elsewhere_is_none(language: str, text: str, deed: str) -> None:
    assert deed not in ids(text, language)


@pytest.mark.parametrize(
    ("language", "text", "flies"),
    [
        ("en", "Ana flies a kite.", False),
        ("en", "Ana is flying her big red kite.", False),
        ("es", "Ana vuela una cometa.", False),
        ("en", "Ana flies over the kite.", True),
        ("en", "Ana flies.", True),
    ],
)
def test_who_flies_a_kite_does_not_fly(language: str, text: str, flies: bool) -> None:
    found = ids(text, language)
    assert ("fly_away" in found) is flies
    assert ("hold" in found) is not flies


@pytest.mark.parametrize(
    ("text", "bench"),
    [("Ana está sentada en un banco.", True), ("Ana va al banco.", False), ("Un banco de peces.", False)],
)
def test_a_spanish_banco_is_a_bench_where_one_sits(text: str, bench: bool) -> None:
    assert ("bench" in ids(text, "es")) is bench
