"""What briefs and texts are understood to ask for."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions
from video.concepts.roles import load_roles
from video.concepts.scenery import Scenery, animal_of, understand_scene
from video.concepts.table import LANGUAGES, load_concepts, load_lexicon, load_rows, standing_for
from video.concepts.words import load_words
from video.direct import Doing, Mood
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.palette import LIGHTS
from video.engines.papercut.things.catalog import ANIMALS, THINGS


def seen(brief: str, rest: str = "", language: str = "es") -> Scenery:
    return understand_scene(brief, rest, language, ("Nana", "Lía"))


def test_the_tables_have_330_concepts_each_with_words_in_five_languages() -> None:
    concepts = load_concepts()
    assert len(concepts) >= 330
    assert len({row.concept.id for row in load_rows()}) == len(load_rows())
    for language in LANGUAGES:
        known = {e.concept.id for entries in load_lexicon(language).values() for e in entries}
        assert known == set(concepts)


def test_what_stands_for_a_concept_is_a_concept_and_no_circle() -> None:
    concepts = load_concepts()
    for concept in concepts.values():
        steps = 0
        while concept.like:
            concept = concepts[concept.like]
            steps += 1
            assert steps < 6


def test_what_the_kit_draws_has_words() -> None:
    assert set(load_concepts()) >= DRAWN
    assert set(LIGHTS) | set(ANIMALS) & set(load_concepts()) <= DRAWN


def test_every_doing_and_mood_of_direction_has_words() -> None:
    concepts = load_concepts()
    assert {concepts[d.value].kind for d in Doing} == {"doing"}
    assert {concepts[m.value].kind for m in Mood} == {"mood"}
    assert standing_for("weave", {d.value for d in Doing}) == "work"
    assert standing_for("tired", {m.value for m in Mood}) == "calm"


def test_what_has_no_picture_is_stood_for_or_told() -> None:
    scenery = seen("Un jaguar en la selva, junto a un telar.").drawn_by(frozenset({"lion", "forest", "day"}))
    assert (scenery.animals[0].concept.id, scenery.places) == ("lion", ("forest",))
    assert [(m.concept.id, m.word) for m in scenery.undrawn] == [("loom", "telar")]
    assert scenery.unknown == ()


def test_two_things_with_one_picture_are_several_of_it() -> None:
    scenery = seen("A wolf and two coyotes.", language="en").drawn_by(frozenset({"wolf", "day"}))
    assert [(m.concept.id, m.count) for m in scenery.animals] == [("wolf", 3)]


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


def test_roles_are_persons_whose_looks_a_wardrobe_understands() -> None:
    concepts, words = load_concepts(), load_words()
    known = set(words.look) | set(words.colours) | {"straw", "black", "white"}
    assert set(load_roles()) <= DRAWN
    for role, look in load_roles().items():
        assert concepts[role].kind == "person"
        assert set(look.replace(",", "").split()) <= known, role


def test_dress_of_many_cultures_has_words_and_its_general_piece_first() -> None:
    look = load_words().look
    for word, general in {"sari": "dress", "huipil": "dress", "poncho": "shirt", "kilt": "skirt", "fez": "cap"}.items():
        assert look[word][:2] == (f"wear:{general}", f"wear:{word}")
    assert {"wear:hat", "wear:conical"} <= set(look["conical"])
    assert look["bebe"] == ("child", "baby")


def test_a_member_of_a_group_has_the_words_that_cldr_gives_the_group() -> None:
    assert [m.concept.id for m in mentions("Chaka.", "quz")] == ["bridge"]


def test_whatever_the_kit_has_a_drawing_of_may_be_asked_for() -> None:
    assert set(THINGS) & set(load_concepts()) <= DRAWN
