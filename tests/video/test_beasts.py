"""What animals do that are nobody, and what they have in their mouths."""

from __future__ import annotations

import pytest

from video.concepts.scenery import Mention, understand_scene
from video.concepts.table import get_concept
from video.engines.papercut.staging.herds import animal_piece


def animals(text: str, language: str) -> dict[str, tuple[str, str]]:
    found = understand_scene(text, "", language, ("Ana",))
    return {m.concept.id: (m.gait, m.mouth) for m in found.animals}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A dog sleeps by the fire. Ana sings.", {"dog": ("sleep", "")}),
        ("en", "The goat runs with a red veil in its mouth.", {"goat": ("run", "shawl")}),
        ("en", "Three horses gallop. Ana waits.", {"horse": ("run", "")}),
        ("es", "Duerme un gato en la silla.", {"cat": ("sleep", "")}),
        ("es", "El zorro corre con un pez en la boca.", {"fox": ("run", "fish")}),
        ("fr", "Un chien dort, Ana chante.", {"dog": ("sleep", "")}),
        ("pt", "Um cão corre. A gata dorme.", {"dog": ("run", ""), "cat": ("sleep", "")}),
        ("en", "Ana feeds the dog and runs.", {"dog": ("", "")}),
        ("en", "Ana sits and a dog sleeps.", {"dog": ("sleep", "")}),
        ("en", "A goat sees Ana run.", {"goat": ("", "")}),
        ("en", "The dog does not sleep.", {"dog": ("", "")}),
    ],
)
def test_animals_do_what_is_told_of_them(language: str, text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert animals(text, language) == expected


def test_what_is_in_a_mouth_lies_nowhere_else() -> None:
    found = understand_scene("The goat runs with a red veil in its mouth.", "", "en", ())
    assert found.things == ()


def piece(kind: str, gait: str = "", mouth: str = "") -> tuple[str, list[str]]:
    made = animal_piece(Mention(concept=get_concept(kind), gait=gait, mouth=mouth))
    return made.gait, [t.piece.thing or t.piece.animal for t in made.tied]


def test_they_are_drawn_so() -> None:
    assert piece("dog", "sleep") == ("sleep", [])
    assert piece("goat", "run", "shawl") == ("run", ["shawl"])
    assert piece("fish", "sleep")[0] == "swim"  # what lives in the water swims
    assert piece("dove", "fly")[0] == "fly"
