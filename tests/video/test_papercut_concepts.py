"""What briefs and texts are understood to ask for."""

from __future__ import annotations

import pytest

from video.concepts.scenery import LANGUAGES, Scenery, animal_of, load_concepts, understand_scene
from video.engines.papercut.palette import LIGHTS
from video.engines.papercut.things.creatures import KINDS


def seen(brief: str, rest: str = "", language: str = "es") -> Scenery:
    return understand_scene(brief, rest, language, ("Nana", "Lía"))


def test_the_table_has_ninety_concepts_each_with_words_in_five_languages() -> None:
    concepts, lexicon = load_concepts()
    assert len(concepts) >= 90
    assert len({c.id for c in concepts.values()}) == len(concepts)
    for language in LANGUAGES:
        known = {concept.id for concept, _ in lexicon[language].values()}
        assert known == set(concepts)


def test_every_animal_and_time_of_the_table_can_be_drawn() -> None:
    concepts, _ = load_concepts()
    assert {c.id for c in concepts.values() if c.kind == "animal"} <= KINDS
    assert {c.id for c in concepts.values() if c.kind == "time"} <= set(LIGHTS)


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("es", "Dos casas junto al río, de noche, con árboles y un pájaro."),
        ("en", "Two houses by the river at night, with trees and a bird."),
        ("fr", "Deux maisons près de la rivière, la nuit, avec des arbres et un oiseau."),
        ("ca", "Dues cases a prop del riu, de nit, amb arbres i un ocell."),
        ("pt", "Duas casas perto do rio, à noite, com árvores e um pássaro."),
    ],
)
def test_one_scene_is_understood_in_five_languages(language: str, brief: str) -> None:
    scenery = seen(brief, language=language)
    assert scenery.time == "night"
    assert scenery.places == ("river",)
    assert [(m.concept.id, m.count) for m in scenery.things] == [("house", 2), ("tree", 0)]
    assert [(m.concept.id, m.count) for m in scenery.animals] == [("bird", 1)]
    assert scenery.unknown == ()


def test_the_brief_outranks_the_text_which_fills_only_time_and_place() -> None:
    assert seen("El bosque de día.", "Era de noche en el mar, con un zorro.").time == "day"
    assert seen("El bosque de día.", "Era de noche en el mar.").places == ("forest",)
    told = seen("Un fuego.", "Era de noche en el mar, con un zorro.")
    assert (told.time, told.places, told.animals) == ("night", ("sea",), ())


def test_without_a_brief_the_text_is_drawn_and_nothing_is_reported() -> None:
    scenery = seen("", "Una noche, un zorro inteligente cruzó el puente.")
    assert scenery.time == "night"
    assert [m.concept.id for m in scenery.animals] == ["fox"]
    assert scenery.unknown == ()


def test_colour_and_size_stay_with_their_thing() -> None:
    scenery = seen("Un fuego grande y un pájaro blanco.")
    assert scenery.things[0].size > 1
    assert scenery.animals[0].colour == 0xF4EFE4


def test_names_of_the_cast_are_not_words_to_be_understood() -> None:
    assert seen("Nana y Lía.").unknown == ()


def test_words_are_matched_whole() -> None:
    assert seen("", "Se casaron con marcado interés y lloraron.").ids() == ("day",)


@pytest.mark.parametrize(
    ("name", "look", "kind"),
    [
        ("Zorro", "", "fox"),
        ("Nina", "a slow turtle with a red hat", "turtle"),
        ("Old Fox", "", "fox"),
        ("Rosa", "mujer con un perro", None),
        ("Nana", "mujer vieja, chal rojo", None),
    ],
)
def test_a_character_is_an_animal_by_name_or_look(name: str, look: str, kind: str | None) -> None:
    assert animal_of(name, look, "en" if "slow" in look or "Old" in name else "es") == kind
