"""What a thing is made of is not there beside it; what is in it is."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


def ids(text: str, language: str) -> set[str]:
    return set(understand_scene(text, "", language, ("Nana",)).ids())


@pytest.mark.parametrize(
    ("text", "language", "head", "stray"),
    [
        ("Mexe com uma colher de pau.", "pt", "spoon", "stick"),
        ("No terreiro de tábuas da casa.", "pt", "courtyard", "log"),
        ("Une écharpe de laine autour du cou.", "fr", "", "thread"),
        ("Prateleiras de tábua.", "pt", "shelf", "log"),
        ("Una olla de barro.", "es", "cooking_pot", "mud"),
        ("Un bastón de oro.", "es", "walking_stick", "gold"),
        ("A crown of flowers.", "en", "", "flower"),
        ("Une caisse en bois.", "fr", "box", "log"),
        ("Un cofre de madera.", "es", "chest", "log"),
        ("A paper kite hangs from the roof.", "en", "kite", "paper"),
        ("Mama closes her vegetable stall.", "en", "stall", "vegetables"),
        ("Una gerra de fang.", "ca", "jug", "mud"),
    ],
)
def test_a_material_is_no_thing_of_its_own(text: str, language: str, head: str, stray: str) -> None:
    found = ids(text, language)
    assert stray not in found
    assert not head or head in found


@pytest.mark.parametrize(
    ("text", "language", "there"),
    [
        ("A basket of apples.", "en", {"basket", "apple"}),
        ("A bowl of rice.", "en", {"bowl", "rice"}),
        ("Un montón de barro.", "es", {"mound"}),
        ("Un carro de piedras.", "es", {"cart", "stone"}),
        ("Un cubo de agua y una pala.", "es", {"bucket", "water", "shovel"}),
        ("Uma mesa cheia de pão.", "pt", {"table", "bread"}),
        ("Des paniers, des poissons.", "fr", {"basket", "fish"}),
        ("La porte de la maison.", "fr", {"house"}),
        ("Un ramo de flores.", "es", {"bouquet"}),
        ("She gave the dog bread.", "en", {"dog", "bread"}),
        ("She waters tomato plants.", "en", {"tomato"}),
    ],
)
def test_what_is_in_something_is_there(text: str, language: str, there: set[str]) -> None:
    assert there <= ids(text, language)
