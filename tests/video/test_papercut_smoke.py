"""Smoke comes from something; floods, mud and footprints are seen."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.land.draw import drawn_by
from video.engines.papercut.land.smoke import of_houses, smokes
from video.engines.papercut.land.view import View, view_of
from video.engines.papercut.styles import load_styles
from video.shot import Frame

FRAME = Frame(width_px=320, height_px=180)


def view(brief: str, language: str = "en") -> View:
    return view_of(understand_scene(brief, "", language, ()).drawn_by(DRAWN), load_styles()["paper"], FRAME, 1)


@pytest.mark.parametrize(
    ("brief", "land", "houses"),
    [
        ("A village, smoke from the chimneys.", True, True),
        ("A meadow, smoke far away.", True, False),
        ("A campfire in the forest, smoke.", False, False),
        ("The kitchen. Steam rises from the pot.", False, False),
        ("A village.", False, False),
    ],
)
def test_smoke_rises_from_what_is_there(brief: str, land: bool, houses: bool) -> None:
    seen = view(brief)
    assert (smokes(seen), of_houses(seen)) == (land, houses)
    assert ("smoke" in drawn_by(seen)) == land


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "A cave. A fire in the hearth."),
        ("es", "Una cueva con un fogón."),
        ("fr", "Une grotte, un âtre."),
        ("pt", "Uma caverna com uma lareira."),
    ],
)
def test_the_hearth_of_a_cave_is_a_fire(language: str, brief: str) -> None:
    things = understand_scene(brief, "", language, ()).things
    assert [m.concept.id for m in things] == ["fire"]


def test_a_volcano_that_smokes_is_the_place() -> None:
    assert understand_scene("The volcano smokes.", "", "en", ()).places == ("volcano",)


@pytest.mark.parametrize(
    ("language", "brief", "weather"),
    [
        ("en", "A muddy road.", "muddy"), ("es", "Un camino embarrado.", "muddy"),
        ("fr", "Un chemin boueux.", "muddy"), ("pt", "Um caminho enlameado.", "muddy"),
        ("en", "A flooded village.", "flood"), ("es", "El pueblo inundado.", "flood"),
    ],
)  # fmt: skip
def test_mud_and_floods_are_seen(language: str, brief: str, weather: str) -> None:
    seen, dry = view(brief, language), view("A village.")
    assert weather in seen.weather
    assert seen.light.ground != dry.light.ground or "river across" in seen.setting.ground


@pytest.mark.parametrize(
    ("language", "brief"),
    [("en", "Footprints in the snow."), ("es", "Huellas en la arena."), ("fr", "Des traces de pas."),
     ("pt", "Pegadas na neve.")],
)  # fmt: skip
def test_footprints_are_on_the_ground(language: str, brief: str) -> None:
    assert view(brief, language).has("footprints")
