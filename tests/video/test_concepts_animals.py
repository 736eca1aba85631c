"""Animals: each is itself, in its plural and when it is small, and no animal stands silently for another."""

from __future__ import annotations

import pytest

from video.concepts.scenery import animal_of, understand_scene
from video.engines.papercut.staging.herds import animal_piece


def animals(text: str, language: str) -> list[tuple[str, int]]:
    return [(m.concept.id, m.count) for m in understand_scene("", text, language, ()).animals]


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("Una topera: allí vive un topo viejo.", "es", [("mole", 1)]),
        ("Los erizos de mar brillan.", "es", [("sea_urchin", 0)]),
        ("Bajo el agua, entre algas, había erizos.", "es", [("sea_urchin", 0)]),
        ("Los osos polares duermen.", "es", [("polar_bear", 0)]),
        ("Vio dos caballitos de mar.", "es", [("seahorse", 2)]),
        ("Tres gatitos juegan.", "es", [("kitten", 3)]),
        ("Una hormiguita cansada.", "es", [("ant", 1)]),
        ("Un leoncito ruge.", "es", [("lion", 1)]),
        ("Los jabalíes huyen.", "es", [("boar", 0)]),
        ("La plaga de langostas cayó sobre el trigo.", "es", [("grasshopper", 0)]),
        ("As lagartas comem folhas.", "pt", [("caterpillar", 0)]),
        ("Uma formiguinha e um leãozinho.", "pt", [("ant", 1), ("lion", 1)]),
        ("Os leões-marinhos dormem.", "pt", [("sea_lion", 0)]),
        ("O ouriço-do-mar não fala.", "pt", [("sea_urchin", 1)]),
        ("Des vers de terre après la pluie.", "fr", [("worm", 0)]),
        ("Un oursin sur la roche.", "fr", [("sea_urchin", 1)]),
        ("Un mulot et une taupe.", "fr", [("shrew", 1), ("mole", 1)]),
        ("A flea on the dog.", "en", [("flea", 1), ("dog", 1)]),
        ("A weasel and a badger.", "en", [("weasel", 1), ("badger", 1)]),
        ("The walrus sang.", "en", [("walrus", 1)]),
        ("She has a mole on her cheek.", "en", []),
        ("We went to the flea market.", "en", []),
        ("Le petit message en code morse.", "fr", []),
        ("El rey lleva un manto de armiño.", "es", []),
        ("Se puso la rebeca gris.", "es", []),
        ("Viajaron a las islas Canarias.", "es", []),
        ("Ils tournent autour de la table.", "fr", []),
    ],
)
def test_a_word_for_an_animal_is_that_animal(text: str, language: str, meant: list[tuple[str, int]]) -> None:
    assert animals(text, language) == meant


@pytest.mark.parametrize(
    ("name", "look", "language", "kind"),
    [
        ("Tupa", "una topo vieja", "es", "mole"),
        ("Lila", "une cigale verte", "fr", "cicada"),
        ("Pulguinha", "uma pulga", "pt", "flea"),
        ("Grey", "an old heron", "en", "heron"),
        ("Élan", "un vieil éléphant", "fr", "elephant"),
        ("Bela Fox", "ears of a hare", "en", "fox"),
    ],
)
def test_an_animal_may_be_a_hero(name: str, look: str, language: str, kind: str) -> None:
    assert animal_of(name, look, language) == kind


@pytest.mark.parametrize("name", ["Jay", "Wren", "Drake"])
def test_a_given_name_is_no_bird(name: str) -> None:
    assert animal_of(name, "", "en") is None


@pytest.mark.parametrize(
    ("text", "language", "look", "things"),
    [
        ("A rooster with golden feathers on a fence.", "en", "rooster with golden feathers", ["fence"]),
        ("Two black cats with white paws sit by the fire.", "en", "black cats with white paws", ["fire"]),
        ("A black and white cow in the meadow.", "en", "black and white cow", []),
        ("A dog with a red scarf.", "en", "dog with a red scarf", []),
        ("Una gata negra con una mancha blanca en el pecho.", "es", "gata negra con una mancha blanca en el pecho", []),
        ("Un caballo blanco de crin negra.", "es", "caballo blanco de crin negra", []),
        ("Une poule aux plumes rousses dans la cour.", "fr", "poule aux plumes rousses", []),
        ("Um cachorro malhado sem rabo.", "pt", "cachorro malhado sem rabo", []),
        ("A monkey with a hat in its paws.", "en", "", ["hat"]),
        ("An old grey wolf in the forest.", "en", "", []),
        ("Un perro con un hueso.", "es", "", ["bone"]),
        ("Le chien de la fille au chapeau rouge.", "fr", "", ["hat"]),
    ],
)
def test_what_is_said_of_an_animal_is_of_it(text: str, language: str, look: str, things: list[str]) -> None:
    found = understand_scene(text, "", language, ())
    assert found.animals[0].look == look
    assert [m.concept.id for m in found.things] == things


def test_what_is_said_of_one_animal_is_not_of_the_next() -> None:
    found = understand_scene("A striped cat and a spotted dog.", "", "en", ())
    assert [m.look for m in found.animals] == ["striped cat", "spotted dog"]
    piece = animal_piece(found.animals[1])
    assert piece.livery is not None
    assert piece.livery.pattern == "spots"
