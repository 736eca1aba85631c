"""What the story says its characters are, where their looks do not."""

from __future__ import annotations

import pytest

from translation.manuscript import Character, Line, Manuscript, Scene
from video.concepts.scenery import animal_of
from video.concepts.told_kinds import told_kinds
from video.direction.told_cast import told_cast
from video.direction.told_persons import drawn_as_people


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Then along came Aunt Bertha, the goose, and laughed.", "Aunt Bertha", "goose"),
        ("en", "Moss, the squirrel, with his wife and two children, slept.", "Moss", "squirrel"),
        ("en", "In the barn stood one donkey. His name was Felix.", "Felix", "donkey"),
        ("en", "Dot was a very small grey mouse.", "Dot", "mouse"),
        ("fr", "Il promenait sa vieille jument Rosalie.", "Rosalie", "horse"),
        ("fr", "La corneille, Ursule, ne dit rien.", "Ursule", "crow"),
        ("es", "La gata se llamaba Nieve.", "Nieve", "cat"),
        ("es", "Vivía con un burro viejo llamado Platón.", "Platón", "donkey"),
        ("pt", "O papagaio chamava-se Rui.", "Rui", "parrot"),
        ("ca", "El gall Quirze cantava.", "Quirze", "rooster"),
        ("en", "Mr. Pell, the baker, opened the door.", "Mr. Pell", "baker"),
        # what only stands beside it says nothing
        ("en", "When she heard Ivo, the dog barked.", "Ivo", ""),
        ("en", "Ivo, the dog and the hen went home.", "Ivo", ""),
        ("en", "Ivo was as slow as a tortoise.", "Ivo", ""),
        ("es", "Enseñó el gato a Ivo.", "Ivo", ""),
        ("en", "She took the bread Ivo had baked.", "Ivo", ""),
    ],
)
def test_what_the_narrator_says_somebody_is(language: str, text: str, name: str, kind: str) -> None:
    found = told_kinds([text], (name,), language)
    assert (found[name].id if name in found else "") == kind


def cast(language: str, text: str, *characters: Character) -> tuple[Character, ...]:
    lines = (Line(id="a", text=text),)
    scene = Scene(id="s", heading="", lines=lines)
    title = Line(id="t", text="")
    return told_cast(Manuscript(name="m", language=language, title=title, characters=characters, scenes=(scene,)))


@pytest.mark.parametrize(
    ("language", "text", "name", "look", "animal"),
    [
        ("fr", "Sa chienne Olive la suivait.", "Olive", "", "dog"),
        ("fr", "Sa chienne Olive la suivait.", "Olive", "foulard rouge", "dog"),
        ("fr", "Sa chienne Olive la suivait.", "Olive", "petite fille rousse", None),
        ("en", "There stood Gaffer, the old oak, listening.", "Gaffer", "", "living_tree"),
    ],
)
def test_a_look_that_says_a_person_counts_more(
    language: str, text: str, name: str, look: str, animal: str | None
) -> None:
    (one,) = cast(language, text, Character(name=name, look=look))
    assert animal_of(one.name, one.look, language) == animal


@pytest.mark.parametrize(
    ("language", "text", "name", "look"),
    [
        ("fr", "Il pleut.", "Madame Roche", "woman"),
        ("en", "It rains.", "Uncle Bo", "man"),
        ("pt", "Chove.", "Vovó Lena", "old woman"),
        ("es", "Llueve.", "Padre Julián", "Padre, man"),
        ("en", "Sam sat down. She sang.", "Sam", "woman"),
        ("fr", "Camille entra. Il pleuvait. Elle chanta.", "Camille", "woman"),
        ("es", "Llueve.", "Pedro", "man"),
        ("en", "It rains.", "Baby Jo", "baby"),
        ("en", "It rains.", "Sam", ""),
    ],
)
def test_age_and_gender_are_those_of_title_pronoun_or_ending(language: str, text: str, name: str, look: str) -> None:
    assert cast(language, text, Character(name=name))[0].look.endswith(look)
    assert bool(cast(language, text, Character(name=name))[0].look) == bool(look)


@pytest.mark.parametrize(
    ("name", "look", "told"),
    [("Le Zorglub", "", True), ("Zaza", "", True), ("Zaza", "femme rousse", False), ("Le Boulanger", "", False)],
)
def test_who_is_drawn_as_a_person_for_want_of_a_picture_is_told(name: str, look: str, told: bool) -> None:
    lines = (Line(id="a", text="Alors vint Zaza, la zorglubine, en riant."),)
    scenes = (Scene(id="s", heading="", lines=lines),)
    title = Line(id="t", text="")
    found = drawn_as_people(
        Manuscript(name="m", language="fr", title=title, characters=(Character(name=name, look=look),), scenes=scenes)
    )
    assert bool(list(found)) == told
