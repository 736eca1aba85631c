"""What is only spoken of, drawn, dreamt of or far away is not where a scene plays; and what a heading says of it."""

from __future__ import annotations

import pytest

from video.concepts.scenery import Scenery, understand_scene
from video.direction.before import Before, before, keep


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
        ("In the lift . They ran to the cellar.", "en", ("lift_cabin",)),
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


@pytest.mark.parametrize(
    ("text", "language", "gone"),
    [
        ("Había recorrido tres metros.", "es", "train"),
        ("Le dolía la garganta.", "es", "canyon"),
        ("No quedaba espacio en el armario.", "es", "space"),
        ("Il n'y avait plus d'espace dans le sac.", "fr", "space"),
        ("La espuma de las olas.", "es", "soap"),
        ("El más listo y la más vieja.", "es", "oldwoman"),
        ("Ojalá haya agua.", "es", "tree"),
        ("Se lo había dado ayer.", "es", "dice"),
        ("Desde arriba los bueyes parecían hormigas.", "es", "ox"),
        ("Un cuadro con tres gaviotas.", "es", "gull"),
    ],
)
def test_a_word_of_another_meaning_is_not_drawn_where_it_is_told(text: str, language: str, gone: str) -> None:
    assert gone not in told(text, language).ids()


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("El cohete cruzaba el espacio.", "es", "space"),
        ("Un rayo cayó sobre el granero.", "es", "storm"),
        ("Cavaron con pico y pala.", "es", "hoe"),
        ("Las llamas subían.", "es", "fire"),
        ("Las llamas del pastor llevaban sal.", "es", "llama"),
        ("Remaba en un bote.", "es", "boat"),
        ("Se frotó con jabón hasta hacer espuma.", "es", "soap"),
    ],
)
def test_a_shy_word_is_drawn_where_the_words_around_say_it(text: str, language: str, meant: str) -> None:
    assert meant in told(text, language).ids()


def test_before_there_was_a_sun_it_is_night() -> None:
    assert told("Antes de que hubiera sol, nadie veía nada.").time == "night"
    assert told("Before there was a sun, nobody saw.", "en").time == "night"
    assert told("Antes de que saliera el sol, Ana caminaba.").time == "dawn"


def test_a_briefs_moon_is_before_a_lines_one_day() -> None:
    assert understand_scene("Mar calmo com luar.", "Um dia partiram.", "pt", ()).time == "night"


def test_under_water_is_no_street_and_a_river_no_road_of_stones() -> None:
    assert told("El agua se cerró sobre ellos. Había calles de arena.").places == ("underwater",)
    assert told("El río era un camino de piedras.").places == ("river",)


def test_who_digs_has_left_the_room() -> None:
    known = Before(places=("classroom",), indoors=("classroom",))
    assert keep(told("Then dig two holes.", "en"), known).places == ("playground",)


def test_who_opens_the_window_or_lives_high_up_is_in_a_room() -> None:
    city = Before(places=("street",), outdoors=("street",), urban=True)
    assert keep(told("Ana ouvrit la fenêtre et donna du pain aux pigeons.", "fr"), city).places == ("room",)
    assert told("Clara vivía en un tercero sin ascensor.").places == ("apartment",)


def test_a_thing_only_of_a_longer_heading_may_be_a_figure_of_speech() -> None:
    assert told("El tambor de noche . Toda la noche sonó en el baño el agua.").things[0].concept.id == "water"
    assert told("La luna de la cocina . Comían en la mesa de la cocina.").time == "day"
    assert told("El tambor . Todos lo oyeron.").things[0].concept.id == "drum"


def test_who_comes_back_is_where_the_scene_before_was() -> None:
    first, kitchen = Before(), "X . Comían en la cocina."
    away = "X . Ana fue a la tienda. Compró tres gomas. Corrió mucho. Y al fin volvió."
    assert before((told(kitchen), told(away)), first).places == ("kitchen",)


def test_it_rained_whoever_was_not_there() -> None:
    assert told("Nadie la esperaba, y llovió hasta el domingo.").weather == ("rain",)


def test_one_garment_of_which_lines_tell_is_no_washing_line() -> None:
    assert "clothes" not in told("Le zurció el vestido viejo.").ids()
    assert "clothes" not in told("Le zurció el calcetín.").ids()
    assert "clothes" in told("Lavaban la ropa al sol.").ids()
    assert "sock" in understand_scene("Un calcetín sobre la mesa.", "", "es", ()).ids()


def test_a_piano_in_the_street_of_a_heading_is_in_the_street() -> None:
    assert keep(told("Dans la rue . Ils poussent le piano.", "fr"), Before()).places == ("street",)


def test_what_a_heading_says_to_do_is_done_with_its_things() -> None:
    assert [m.concept.id for m in told("Cut the rope . Hold it well.", "en").things] == ["rope"]
