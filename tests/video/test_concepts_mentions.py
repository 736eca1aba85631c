"""Mentions: each with its place, its source, and whether it is denied."""

from __future__ import annotations

import pytest

from video.concepts.lookup import Source
from video.concepts.mentions import mentions, read_text
from video.concepts.scenery import understand_scene


def ids(text: str, language: str = "en", **more: tuple[str, ...]) -> list[str]:
    return [m.concept.id for m in mentions(text, language, more.get("names", ()))]


def test_every_mention_has_its_word_its_place_and_its_sentence() -> None:
    found = mentions("Nana sits by the fire. The boys sing!", "en", ("Nana",))
    assert [(m.concept.id, m.concept.kind, m.word, m.token, m.sentence) for m in found] == [
        ("Nana", "cast", "Nana", 0, 0),
        ("sit", "doing", "sits", 1, 0),
        ("fire", "thing", "fire", 4, 0),
        ("boy", "person", "boys", 6, 1),
        ("sing", "doing", "sing", 7, 1),
    ]


@pytest.mark.parametrize(
    ("language", "text", "doing"),
    [
        ("es", "La mujer tejía.", "weave"),
        ("es", "Los niños corrieron.", "run"),
        ("en", "The old man was sleeping.", "sleep"),
        ("fr", "Les filles dansaient.", "dance"),
        ("fr", "Le pêcheur marche.", "walk"),
        ("ca", "Les nenes ballaven.", "dance"),
        ("pt", "As mulheres cantaram.", "sing"),
    ],
)
def test_verbs_are_known_in_their_forms(language: str, text: str, doing: str) -> None:
    assert doing in ids(text, language)


def test_accents_tell_words_apart_where_they_must() -> None:
    assert ids("Le marché.", "fr") == ["market"]
    assert ids("Una sábana en la sabana.", "es") == ["cloth", "savanna"]
    assert ids("A avó e o avô.", "pt") == ["oldwoman", "oldman"]


def test_an_adjective_beside_a_noun_is_no_old_woman() -> None:
    assert ids("Una casa vieja.", "es") == ["house"]
    assert ids("Una vieja junto al río.", "es") == ["oldwoman", "river"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A house without trees."),
        ("es", "Una casa sin árboles."),
        ("fr", "Une maison sans arbres."),
        ("ca", "Una casa sense arbres."),
        ("pt", "Uma casa sem árvores."),
    ],
)
def test_what_is_said_to_be_absent_is_not_drawn(language: str, text: str) -> None:
    assert [(m.concept.id, m.absent) for m in mentions(text, language)] == [("house", False), ("tree", True)]
    assert [m.concept.id for m in understand_scene(text, "", language, ()).things] == ["house"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nana does not sleep."),
        ("en", "Don't cry."),
        ("es", "Nana no duerme."),
        ("fr", "Nana ne dort pas."),
        ("pt", "Nana não dorme."),
        ("en", "Nobody in the village sang."),
    ],
)
def test_what_is_not_done_is_marked(language: str, text: str) -> None:
    doing = next(m for m in mentions(text, language, ("Nana",)) if m.concept.kind == "doing")
    assert doing.absent


@pytest.mark.parametrize(
    ("language", "text"), [("en", "0 goats and a tree."), ("es", "Cero cabras, un árbol."), ("sw", "Mbuzi 0, mti.")]
)
def test_none_of_a_thing_is_not_several(language: str, text: str) -> None:
    assert [(m.concept.id, m.absent) for m in mentions(text, language)] == [("goat", True), ("tree", False)]


def test_numbers_and_colours_end_at_a_comma() -> None:
    found = mentions("Canastas de mangos, una cabra blanca.", "es")
    assert [(m.concept.id, m.count, m.colour) for m in found] == [
        ("basket", 0, None), ("mango", 0, None), ("goat", 1, 0xF4EFE4),
    ]  # fmt: skip


def test_a_creators_word_means_what_it_was_explained_by() -> None:
    assert read_text("A weir on the river.", "en").unknown == ("weir",)
    own = (("weir", "wall"), ("gnomon", "nothing"))
    found = read_text("A weir and a gnomon on the river.", "en", (), own)
    assert [m.concept.id for m in found.mentions] == ["wall", "river"]
    assert found.unknown == ()
    scenery = understand_scene("A weir.", "", "en", (), (("weir", "two stones"),))
    assert [m.concept.id for m in scenery.things] == ["stone"]


def test_a_brief_in_english_for_a_story_in_quechua_is_read_in_english() -> None:
    scenery = understand_scene("Two houses by the river at night, with a bird.", "", "qu", ())
    assert (scenery.time, scenery.places) == ("night", ("river",))
    assert scenery.unknown == ()


def test_the_key_of_a_scene_holds_no_places_in_the_text() -> None:
    one = understand_scene("A house and a tree.", "", "en", ())
    other = understand_scene("Look: a house, and then a tree!", "", "en", ())
    assert one.seen() == other.seen()


def test_sources_are_told() -> None:
    assert [m.source for m in mentions("Chakapi atuq.", "qu")] == [Source.GUESS, Source.CLDR]
