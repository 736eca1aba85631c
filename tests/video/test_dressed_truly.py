"""Looks as one expects to see them: flat caps, a cardigan over a dress, shells, and what animals wear."""

from __future__ import annotations

import pytest

from video.engine import Figure
from video.engines.papercut.people.animal_reading import read_animal
from video.engines.papercut.people.outfits import get_outfit
from video.engines.papercut.people.person import Hat
from video.engines.papercut.people.wardrobe import dress_cast


def figure(look: str, language: str = "en") -> Figure:
    return Figure(name="X", look=look, language=language)


@pytest.mark.parametrize(
    ("look", "language", "hat"),
    [
        ("a man with a flat cap", "en", Hat.FLAT_CAP),
        ("an old man, cap, grey coat", "en", Hat.FLAT_CAP),
        ("vieil homme, casquette bleue", "fr", Hat.FLAT_CAP),
        ("anciano con gorra gris", "es", Hat.FLAT_CAP),
        ("a boy with a red cap", "en", Hat.CAP),
        ("a young man, baseball cap", "en", Hat.CAP),
    ],
)
def test_old_men_wear_flat_caps(look: str, language: str, hat: Hat) -> None:
    assert dress_cast((figure(look, language),))["X"].hat is hat


@pytest.mark.parametrize(
    ("look", "language"),
    [
        ("old woman, black dress with a purple cardigan", "en"),
        ("mujer con vestido negro y rebeca morada", "es"),
        ("femme en robe noire et cardigan violet", "fr"),
    ],
)
def test_a_cardigan_over_a_dress_is_seen_with_its_skirt(look: str, language: str) -> None:
    worn = dress_cast((figure(look, language),))["X"]
    assert get_outfit(worn.wears).legs == "none"
    assert sum((worn.dress >> s) & 255 for s in (0, 8, 16)) < 180  # black
    assert (worn.top & 255) > (worn.top >> 8) & 255  # purple


@pytest.mark.parametrize(
    ("look", "language"),
    [
        ("an old tortoise with a brown shell", "en"),
        ("vieille tortue à la carapace brune", "fr"),
        ("tortuga vieja de caparazón marrón", "es"),
        ("uma tartaruga velha, casco castanho", "pt"),
    ],
)
def test_the_shell_of_a_tortoise_has_its_colour(look: str, language: str) -> None:
    told = read_animal(figure(look, language))
    assert told.coat is not None
    assert told.coat >> 16 > told.coat & 255
    assert told.lost == []


def test_what_an_animal_wears_has_its_own_colour() -> None:
    told = read_animal(figure("a brown dog in a red vest"))
    assert (told.coat, told.worn["vest"]) != (None, told.coat)
    assert told.printed == {}
