"""Which of the words that mean nothing here are told: what a reader would expect to see."""

from __future__ import annotations

import pytest

from video.concepts.mentions import read_text


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Bruno mete dos palancas entre la llanta y el zurullín.", "es", ["zurullín"]),
        ("Una tarde de mucho calor.", "es", []),
        ("Mira la rueda delantera desinflada.", "es", []),
        ("Bruno zampurra la rueda.", "es", ["zampurra"]),
        ("Ana la zampurra con un trompijo.", "es", ["zampurra", "trompijo"]),
        ("Va a zampurrar sin zampurrarla.", "es", []),
        ("Anouk stands on her hind legs, holds on tight and they come.", "en", []),
        ("A big pile of snorkums beside the old blivet.", "en", ["snorkums", "blivet"]),
        ("The old snorky house.", "en", []),
        ("Des poissons argentés et serrés, et le bateau remonte.", "fr", []),
        ("Elle verse de la zigoulette dans un petit brochin.", "fr", ["zigoulette", "brochin"]),
        ("Anatole, perché sur le toit, a de la stupeur.", "fr", []),
        ("Com uma zurrapa e o panturro.", "pt", ["zurrapa", "panturro"]),
        ("Benedito zurra bem cedo, lá longe.", "pt", ["zurra"]),
        ("Amb una xirimbola i el seu patracol vermell.", "ca", ["xirimbola", "patracol"]),
    ],
)
def test_nouns_and_deeds_are_told_and_nothing_else(text: str, language: str, told: list[str]) -> None:
    names = ("Bruno", "Ana", "Anouk", "Anatole", "Benedito")
    assert list(read_text(text, language, names).unknown) == told


def test_of_languages_without_such_an_order_every_unknown_word_is_told() -> None:
    assert read_text("Ona widzi zgrzebło.", "pl", ()).unknown
