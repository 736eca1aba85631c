"""The hour and the weather, as words tell them."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("The sun went down behind the hill.", "en", "dusk"),
        ("It was still dark.", "en", "night"),
        ("Se puso el sol.", "es", "dusk"),
        ("El cuarto a oscuras.", "es", "night"),
        ("Le soleil se couche.", "fr", "dusk"),
        ("Il faisait nuit.", "fr", "night"),
        ("Anoiteceu na aldeia.", "pt", "dusk"),
        ("A cozinha às escuras.", "pt", "night"),
        ("Fajar di tepi sungai.", "id", "dawn"),
        ("Sore di hutan.", "id", "afternoon"),
    ],
)
def test_the_hour_is_told_in_many_ways(text: str, language: str, time: str) -> None:
    scenery = understand_scene("", text, language, ())
    assert (scenery.time, scenery.timed) == (time, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A jangada sai antes do sol.", "pt"),
        ("They left before dawn.", "en"),
        ("Salieron antes del alba.", "es"),
        ("Ils partirent avant l'aube.", "fr"),
        ("Van sortir abans del sol.", "ca"),
    ],
)
def test_before_dawn_no_sun_stands_in_the_sky(text: str, language: str) -> None:
    scenery = understand_scene("", text, language, ())
    assert scenery.time == "dawn"
    assert "sun" in scenery.absent


def test_another_day_begins() -> None:
    for text in ("Three weeks later a fox came.", "In April a fox came.", "The next day a fox came.", "Today we sing."):
        assert understand_scene("", text, "en", ()).new_day, text
    assert not understand_scene("", "At night a fox came.", "en", ()).new_day


def test_black_clouds_are_no_rain() -> None:
    assert understand_scene("Nuvens pretas em cima do mar.", "", "pt", ()).weather == ("overcast",)
    assert understand_scene("Black clouds over the field.", "", "en", ()).weather == ("overcast",)


def test_rain_that_falls_while_the_lines_tell_is_there_where_a_brief_is_silent() -> None:
    assert understand_scene("A field.", "It was raining.", "en", ()).weather == ("rain",)
    assert understand_scene("A field in the sun.", "It was raining.", "en", ()).weather == ()
    assert understand_scene("A field.", "The tree fell in a storm that March.", "en", ()).weather == ()


def test_a_storm_in_winter_is_not_one_of_snow() -> None:
    assert understand_scene("Tempête d'hiver en mer.", "", "fr", ()).weather == ("storm",)


def test_the_moon_that_a_heading_denies_is_not_in_the_brief_s_sky() -> None:
    assert "moon" in understand_scene("A vila de noite.", "Noite sem lua.", "pt", ()).absent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un matin gris et sans vent.", "fr"),
        ("Grey November sky over the garden.", "en"),
        ("Una mañana gris en el puerto.", "es"),
        ("Un dia gris a la platja.", "ca"),
    ],
)
def test_a_grey_day_is_overcast(text: str, language: str) -> None:
    assert understand_scene(text, "", language, ()).weather == ("overcast",)


def test_a_grey_cat_in_the_morning_is_no_weather() -> None:
    assert understand_scene("In the morning a grey cat came.", "", "en", ()).weather == ()
    assert understand_scene("Por la mañana llegó un gato gris.", "", "es", ()).weather == ()


def test_dark_clouds_wind_and_waves_are_a_storm() -> None:
    text = "O céu fechou. O vento veio e levantou onda atrás de onda."
    assert understand_scene("", text, "pt", ()).weather == ("storm",)
    assert understand_scene("Nuvens pretas em cima do mar, vento.", "", "pt", ()).weather == ("overcast", "wind")


@pytest.mark.parametrize(
    ("language", "brief", "told", "time"),
    [
        ("en", "A kitchen lit by candles.", "It was for her birthday, on Sunday.", "night"),
        ("es", "Una cocina pequeña iluminada con velas.", "", "night"),
        ("fr", "Une pièce éclairée par une seule bougie.", "", "night"),
        ("pt", "Um quarto iluminado por velas.", "", "night"),
        ("en", "In the afternoon, a hall lit by candles.", "", "afternoon"),
        ("en", "A candle stands in the kitchen.", "", "day"),
        ("en", "Under a black sky sparks fly.", "", "night"),
        ("pt", "Faíscas sobem para o céu preto.", "", "night"),
        ("es", "El cielo negro, una montaña.", "", "night"),
        ("en", "Under a black sky, in the rain, a road.", "", "day"),
    ],
)
def test_candlelight_and_a_black_sky_are_night(language: str, brief: str, told: str, time: str) -> None:
    scenery = understand_scene(brief, told, language, ())
    assert (scenery.time, scenery.new_day) == (time, False)
