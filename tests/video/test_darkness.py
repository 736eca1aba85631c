"""Candle light, small hours, days that are only spoken of, and fog: the light that a story is in."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.direction.before import before, keep
from video.engines.papercut.land.view import view_of
from video.engines.papercut.styles import load_styles
from video.shot import Frame

STYLE = next(iter(load_styles().values()))


@pytest.mark.parametrize(
    ("brief", "language", "time"),
    [
        ("A kitchen lit by two candles.", "en", "night"),
        ("A table in a garden, by the glow of the candles.", "en", "night"),
        ("Una sala iluminada solo con velas.", "es", "night"),
        ("Un salon éclairé à la bougie.", "fr", "night"),
        ("Uma sala à luz de duas velas.", "pt", "night"),
        ("A cake with lit candles on a table.", "en", "day"),
        ("Una torta con velas.", "es", "day"),
        ("Una iglesia iluminada con velas, por la mañana.", "es", "morning"),
    ],
)
def test_where_candles_give_the_light_it_is_night_unless_a_day_is_told(brief: str, language: str, time: str) -> None:
    assert understand_scene(brief, "", language, ()).time == time


@pytest.mark.parametrize(
    ("brief", "lines", "language", "time"),
    [
        ("De madrugada en la azotea.", "A las tres volvió la luz.", "es", "night"),
        ("De madrugada, na praia, sob as estrelas.", "", "pt", "night"),
        ("De madrugada en el mercado.", "", "es", "dawn"),
    ],
)
def test_the_small_hours_are_dark_where_something_says_so(brief: str, lines: str, language: str, time: str) -> None:
    assert understand_scene(brief, lines, language, ()).time == time


@pytest.mark.parametrize(
    ("lines", "language", "new_day"),
    [
        ("It had been broken since Tuesday.", "en", False),
        ("They mended it on Friday.", "en", False),
        ("On Friday they mended it.", "en", True),
        ("El helado era para la fiesta, que era el domingo.", "es", False),
        ("El domingo fueron a la playa.", "es", True),
        ("Elle l'attendait depuis lundi.", "fr", False),
        ("Esperava a festa desde sábado.", "pt", False),
    ],
)
def test_a_day_that_is_only_spoken_of_begins_no_new_day(lines: str, language: str, new_day: bool) -> None:
    assert understand_scene("", lines, language, ()).new_day == new_day


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ("A las nueve toda la cuadra se quedó a oscuras.", "es"),
        ("At nine the whole building went dark.", "en"),
        ("À huit heures, le quartier fut plongé dans le noir : plus de courant !", "fr"),
        ("Falhou a luz em todo o prédio.", "pt"),
    ],
)
def test_a_power_cut_which_the_lines_tell_darkens_what_the_brief_shows(lines: str, language: str) -> None:
    brief = {"es": "Una cocina.", "en": "A kitchen.", "fr": "Une cuisine.", "pt": "Uma cozinha."}[language]
    scenery = understand_scene(brief, lines, language, ())
    assert ("blackout" in scenery.weather, scenery.time) == (True, "night")


@pytest.mark.parametrize(
    ("brief", "fog"),
    [
        ("Inside a kitchen with a stove.", True),
        ("In the kitchen, at night.", False),
        ("The quay under a bright sun.", False),
        ("The next day, the quay.", False),
    ],
)
def test_fog_lasts_while_no_other_hour_or_sky_is_told(brief: str, fog: bool) -> None:
    known = before([understand_scene("Thick fog over the harbour in the afternoon.", "", "en", ())])
    assert ("fog" in keep(understand_scene(brief, "", "en", ()), known).weather) == fog


@pytest.mark.parametrize("hour", ["morning", "afternoon", "at dusk", "at dawn"])
def test_fog_is_grey_at_every_hour(hour: str) -> None:
    scenery = understand_scene(f"Fog over the harbour, {hour}.", "", "en", ())
    for colour in view_of(scenery, STYLE, Frame(), 0).outside.sky[1:]:
        red, blue = colour >> 16, colour & 0xFF
        assert red - blue < 24
