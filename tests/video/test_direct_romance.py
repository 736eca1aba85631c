"""Who does it, where it is and whose a thing is, in lines that a Portuguese, Spanish or French author writes."""

from __future__ import annotations

import pytest

from translation.manuscript import Line, Manuscript, Scene
from video.concepts.scenery import Scenery, understand_scene
from video.direct import ToDirect, direct, directed
from video.shotlist import Acting, Doing, Mood, Role, Said, Way

CAST = (Role(name="Bea", look="woman"), Role(name="Tom", look="man"), Role(name="Leo", look="boy"))


def acted(text: str, language: str, *, brief: str = "") -> dict[str, Acting]:
    asked = ToDirect(lines=(Said(text=text),), brief=brief, language=language, cast=CAST)
    return {a.name: a for shot in direct(asked).shots for a in shot.acting}


def told(text: str, language: str) -> Scenery:
    return understand_scene("", text, language, ("Bea", "Tom", "Leo"))


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Bea vola un filet dans la barque du pêcheur.", "fisherman"),
        ("es", "Bea durmió en la cama de la abuela.", "oldwoman"),
        ("pt", "Bea rasgou uma camisa velha da avó.", "oldwoman"),
    ],
)
def test_who_only_owns_a_thing_is_not_there(language: str, text: str, person: str) -> None:
    assert person not in told(text, language).ids()


def test_who_stands_beside_a_thing_is_there() -> None:
    assert "fisherman" in told("La barque et le pêcheur.", "fr").ids()
    assert "oldwoman" in told("La sombra de la abuela.", "es").ids()


def test_the_three_of_a_story_of_three_are_all_there() -> None:
    found = acted("Los tres se sentaron en el suelo.", "es")
    assert {name: a.doing for name, a in found.items()} == dict.fromkeys(("Bea", "Tom", "Leo"), Doing.SIT)
    assert "Leo" not in acted("Bea miró los tres ratones.", "es")


@pytest.mark.parametrize(
    ("language", "brief"),
    [("en", "Bea and Tom at the table."), ("es", "Bea y Tom a la mesa."), ("fr", "Bea et Tom à table."),
     ("pt", "Bea e Tom à mesa.")],
)  # fmt: skip
def test_who_is_at_a_table_sits_at_it(language: str, brief: str) -> None:
    assert acted("…", language, brief=brief)["Bea"].doing is Doing.SIT


def test_he_is_who_was_told_of_before_a_thing() -> None:
    found = acted("Tom roula sur un clou. Le pneu se dégonfla. Il poussa son vélo jusqu'au garage de Bea.", "fr")
    assert found["Tom"].deed is not None
    assert found["Tom"].deed.way is Way.PUSH
    assert found["Bea"].deed is None
    assert acted("Bea corta tiras. Sem rabiola, a pipa roda e cai.", "pt")["Bea"].task != "fall"


def test_the_moon_that_trembles_frightens_nobody() -> None:
    assert acted("Tom tira le filet vide, et la lune trembla.", "fr")["Tom"].mood is Mood.CALM
    assert acted("Tom cayó y el suelo temblaba.", "es")["Tom"].mood is Mood.CALM


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("pt", "Bea remava o barco. Duas gaivotas voavam. Bea olhava para o céu.", ()),
        ("pt", "Na mesa do quintal, Bea arrumou as coisas.", ("garden",)),
        ("fr", "Bea dort sur le banc du jardin.", ("garden",)),
        ("pt", "Caiu um nevoeiro muito cerrado.", ()),
        ("es", "Algo rodaba en el piso de arriba.", ("room",)),
        ("es", "Los camellos caminaban por la arena.", ("desert",)),
    ],
)
def test_a_place_is_where_somebody_is(language: str, text: str, places: tuple[str, ...]) -> None:
    assert told(text, language).places == places


def test_rain_sky_and_hours() -> None:
    assert told("La pluie tombait sur Bea.", "fr").weather == ("rain",)
    assert told("Bea cantó sobre la lluvia que nadie había visto.", "es").weather == ()
    assert told("Ainda era escuro quando Bea desceu.", "pt").time == "night"
    assert "cable" not in told("Longe dos fios elétricos, Bea corre.", "pt").ids()
    assert "dog" not in told("Abajo, en la calle, un perro ladró.", "es").ids()


def at_last(*lines: str, language: str) -> tuple[str, ...]:
    scenes = tuple(Scene(id=f"s{i}", heading="", lines=(Line(id=f"n{i}", text=t),)) for i, t in enumerate(lines))
    whole = Manuscript(name="m", language=language, title=Line(id="title", text="T"), scenes=scenes)
    return directed(whole, scenes[-1]).scenery.places


def test_rain_is_heard_in_a_room_and_a_street_lamp_stands_in_the_street() -> None:
    assert at_last("Bea leía en el salón.", "Llovía. Bea puso una tarta y tres tazas.", language="es") == ("room",)
    assert at_last("Bea lisait au salon.", "Sous le réverbère, Bea riait.", language="fr") == ("street",)


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("fr", "Elle desserra les écrous avec une clé.", "wrench"),
        ("fr", "Gonflez un peu la chambre et cherchez le trou.", "inner_tube"),
        ("fr", "Posez la pièce sur la colle.", "patch"),
        ("es", "En la puerta había una planta seca.", "potted_plant"),
        ("pt", "Corte o papel e passe a cola.", "glue"),
    ],
)
def test_a_thing_is_the_one_of_its_trade(language: str, text: str, thing: str) -> None:
    assert thing in told(text, language).ids()


def test_no_bridge_stands_in_a_room() -> None:
    found = told("El salón estaba lleno de puentes hechos con libros.", "es")
    assert "bridge" not in {m.concept.id for m in found.things}


def test_names_and_numbers_behind_their_verb_do_it() -> None:
    assert acted("Sentaram-se Bea e Tom no banco.", "pt")["Tom"].doing is Doing.SIT
    assert acted("Sentaram-se os três no banco e comeram.", "pt")["Leo"].doing is Doing.SIT
    assert acted("Devant Tom dansait une petite flamme.", "fr")["Tom"].doing is Doing.STAND
    assert acted("Bea dansa une valse.", "fr")["Bea"].doing is Doing.DANCE


def test_the_daughter_of_a_story_without_a_girl_is_its_woman() -> None:
    cast = (Role(name="Remigio", look="hombre viejo"), Role(name="Nieves", look="mujer"))
    lines = (Said(text="Nieves calló. El viejo barría y la hija cantaba."),)
    shown = direct(ToDirect(lines=lines, language="es", cast=cast))
    assert not shown.scenery.people
    assert {a.name: a.doing for a in shown.shots[0].acting}["Nieves"] is Doing.SING


def test_a_stormy_night_that_ends_at_dawn_is_over() -> None:
    last = ("Una noche llegó la tormenta.", "El mar se tragó el muelle.", "Rugía.", "Al amanecer faltaban las barcas.")
    lines = (" ".join(last), "Bea cogió el martillo.")
    scenes = tuple(Scene(id=f"s{i}", heading="", lines=(Line(id=f"n{i}", text=t),)) for i, t in enumerate(lines))
    whole = Manuscript(name="m", language="es", title=Line(id="title", text="T"), scenes=scenes)
    first, second = (directed(whole, scene).scenery for scene in scenes)
    assert (first.time, first.weather, second.time, second.weather) == ("night", ("storm",), "dawn", ())


def test_raw_meat_is_no_flood_and_what_is_under_a_coat_does_not_show_the_coat() -> None:
    assert told("Ils mangeaient la viande crue.", "fr").weather == ()
    assert told("La crue emporta le pont.", "fr").weather == ("flood",)
    assert "coat" not in told("Bea la cacha sous son manteau.", "fr").ids()
    assert "boat" not in told("Al amanecer faltaban todas las barcas.", "es").ids()
