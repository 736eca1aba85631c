"""Participles of things are nobody's doings."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


def doings(text: str, language: str) -> list[str]:
    return [m.concept.id for m in understand_scene(text, "", language, ("Nana",)).doings]


@pytest.mark.parametrize(
    ("text", "language", "not_done"),
    [
        ("Dans un champ de blé fauché, Nana attend.", "fr", "harvest"),
        ("O terreiro está varrido e é manhã de sol.", "pt", "sweep"),
        ("Foi o presente mais brigado do mundo.", "pt", "fight"),
        ("Faltaban tres kilómetros para el partido.", "es", "travel"),
        ("La ropa lavada cuelga al sol.", "es", "wash"),
        ("El pa tallat és a la taula.", "ca", "harvest"),
    ],
)
def test_how_a_thing_is_is_not_what_somebody_does(text: str, language: str, not_done: str) -> None:
    assert not_done not in doings(text, language)


@pytest.mark.parametrize(
    ("text", "language", "done"),
    [
        ("Nana a fauché le blé.", "fr", "harvest"),
        ("Nana est arrivée au village.", "fr", "travel"),
        ("Nana ha lavado la ropa.", "es", "wash"),
        ("Nana está sentada bajo un árbol.", "es", "sit"),
        ("Nana, cargada de leña, espera.", "es", "carry"),
        ("Nana tinha varrido o terreiro.", "pt", "sweep"),
        ("Nana ha escombrat el pati.", "ca", "sweep"),
        ("Nana lavava a roupa.", "pt", "wash"),
    ],
)
def test_what_somebody_has_done_or_how_they_sit_is_told_of_them(text: str, language: str, done: str) -> None:
    assert done in doings(text, language)
