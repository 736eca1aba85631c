"""Who is inside of something is in its inside; and ordinary places have pictures."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.concepts.table import standing_for
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.land.settings import setting_of
from video.engines.papercut.styles import load_styles


@pytest.mark.parametrize(
    ("language", "brief", "place"),
    [
        ("en", "Inside the bus, Ana sleeps.", "carriage"),
        ("en", "In the train, a man reads.", "carriage"),
        ("en", "Ana sits in the car.", "carriage"),
        ("es", "En el autobús, Ana mira.", "carriage"),
        ("fr", "Dans le train, Ana regarde par la fenêtre.", "carriage"),
        ("pt", "Dentro do trem, todos dormem.", "carriage"),
        ("en", "Inside the mosque, Ana kneels.", "church_inside"),
        ("en", "Inside the lighthouse.", "stairwell"),
        ("en", "Inside the whale.", "belly"),
        ("es", "Dentro de la ballena.", "belly"),
        ("fr", "Dans le ventre de la baleine.", "belly"),
        ("pt", "Dentro da baleia.", "belly"),
    ],
)
def test_who_is_inside_of_something_is_in_its_inside(language: str, brief: str, place: str) -> None:
    assert understand_scene(brief, "", language, ("Ana",)).places == (place,)


@pytest.mark.parametrize(
    "brief",
    [
        "A bus in the street.",
        "The car park.",
        "Ana puts a bag in the car.",
        "The train leaves.",
        "The roof of the bus.",
    ],
)
def test_a_vehicle_that_is_only_seen_has_no_inside(brief: str) -> None:
    assert "carriage" not in understand_scene(brief, "", "en", ("Ana",)).places


@pytest.mark.parametrize(
    ("language", "brief", "setting"),
    [
        ("en", "Ana stands on the bridge.", "bridge_top"),
        ("fr", "Sur le pont.", "bridge_top"),
        ("pt", "No meio da ponte.", "bridge_top"),
        ("en", "A bridge over the river.", "stream"),
        ("en", "The ship's deck.", "ship_deck"),
        ("es", "El desván.", "attic"),
        ("pt", "O sótão.", "attic"),
        ("fr", "La serre.", "greenhouse"),
        ("es", "El invernadero.", "greenhouse"),
        ("es", "El estadio.", "stadium"),
        ("en", "The museum.", "hall"),
        ("es", "El restaurante.", "room"),
        ("en", "The tunnel.", "cave"),
        ("en", "On the moon.", "moon_land"),
        ("en", "The moon over the sea.", "shore"),
    ],
)
def test_ordinary_places_have_pictures(language: str, brief: str, setting: str) -> None:
    scenery = understand_scene(brief, "", language, ("Ana",)).drawn_by(DRAWN)
    assert setting_of(scenery, load_styles()["paper"]).id == setting


def test_new_places_are_stood_for_where_a_painter_has_them_not() -> None:
    assert standing_for("carriage", {"room"}) == "room"
    assert standing_for("bridge_top", {"river"}) == "river"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Elle la serre dans ses bras."),
        ("en", "She looked at the man on the moon."),
        ("es", "Ana estaba siempre en la luna."),
        ("en", "The muddy boots stood by the door."),
        ("es", "Ana llegó al puente."),
    ],
)
def test_these_words_are_no_places_and_no_weather(language: str, told: str) -> None:
    found = understand_scene("", told, language, ("Ana",))
    assert (found.places, found.weather) == ((), ())


def test_a_train_is_not_seen_from_within_and_bloom_is_no_flower() -> None:
    assert understand_scene("The train. Inside the train, Ana sleeps.", "", "en", ("Ana",)).things == ()
    assert [m.concept.id for m in understand_scene("Almendros en flor.", "", "es", ()).things] == ["tree"]
