"""What is only spoken of, drawn, dreamt of or far away is not where a scene plays; and what a heading says of it."""

from __future__ import annotations

import pytest

from video.concepts.scenery import Scenery, understand_scene
from video.direct_before import Before, before, keep


def told(text: str, language: str = "es") -> Scenery:
    return understand_scene("", text, language, ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nuria dibujó un mapa con ríos y montañas.", "es"),
        ("The teacher asked where the sea was.", "en"),
        ("Cerró los ojos y vio una playa.", "es"),
        ("Il imaginait une plage.", "fr"),
        ("Ele nunca tinha visto o mar, mas falava do mar.", "pt"),
        ("The sea, which she had never seen.", "en"),
        ("Era suave como la hierba de un prado.", "es"),
    ],
)
def test_a_place_that_is_drawn_dreamt_of_or_asked_for_is_not_there(text: str, language: str) -> None:
    assert told(text, language).places == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Desde lo alto se veía la ciudad.", "es"),
        ("The whole village laughed.", "en"),
        ("Toute la rue applaudit.", "fr"),
        ("Lights shone in empty rooms.", "en"),
    ],
)
def test_a_place_far_away_or_that_stands_for_its_people_counts_less_than_a_known_one(text: str, language: str) -> None:
    assert keep(told(text, language), Before(places=("hill",), outdoors=("hill",))).places == ("hill",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fuera llovía y el pueblo dormía.", "es"),
        ("Outside, snow fell on the town.", "en"),
        ("Dehors, il neigeait.", "fr"),
    ],
)
def test_who_tells_what_is_outside_is_inside(text: str, language: str) -> None:
    assert keep(told(text, language), Before()).places == ("room",)
    assert told("Outside the house snow fell.", "en").inside is False


def test_a_corridor_is_in_the_house_of_before() -> None:
    scenery = told("Corrió por el pasillo.")
    assert keep(scenery, Before(places=("kitchen",), indoors=("kitchen",))).places == ("kitchen",)


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("The roof . A wind came off the river.", "en", ("rooftop",)),
        ("In the lift . They ran to the cellar.", "en", ("stairwell",)),
        ("El prado . Verde como un prado era la tela.", "es", ()),
    ],
)
def test_a_heading_that_is_a_place_is_the_place_unless_the_lines_compare_with_it(
    text: str, language: str, places: tuple[str, ...]
) -> None:
    assert told(text, language).places == places


def test_a_heading_of_streets_or_of_somebodys_place_counts_less_than_a_known_place() -> None:
    known = Before(places=("room",), indoors=("room",))
    assert keep(told("Las calles de arriba abajo . La aguja sube y baja."), known).places == ("room",)


def test_no_rain_for_months_is_a_drought() -> None:
    assert told("Hacía once meses que no llovía.").weather == ("drought",)
    assert told("No llovía aquel día.").weather == ()


def test_a_scene_is_as_it_begins_and_the_next_as_it_ended() -> None:
    scenery = told("X . Ana cosía en la cocina. Cosía y cantaba. Luego hablaron. Se hizo de noche y salieron.")
    assert (scenery.places, scenery.time) == (("kitchen",), "day")
    assert before((scenery,)).time == "night"
    scenery = told("X . Andaban despacio y hablaban. Tenían mucha hambre. Nadie se quejaba. Llegaron al mercado.")
    assert keep(scenery, Before(places=("forest",))).places == ("forest",)
    assert before((scenery,), Before(places=("forest",))).places == ("market",)


def test_things_of_a_room_or_cooking_in_a_city_are_in_a_room() -> None:
    known = Before(places=("city",), outdoors=("city",), urban=True)
    assert keep(told("Se pelan las patatas y se cortan."), known).places == ("kitchen",)
    assert keep(told("Abrió el piano y tocó."), known).places == ("room",)
    assert keep(told("Se pelan las patatas junto a la hoguera."), known).places == ("city",)
