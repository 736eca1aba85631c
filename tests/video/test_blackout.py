"""A power cut: no lamp burns until the current is back."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.direction.before import before, keep
from video.engines.papercut.land.view import view_of
from video.engines.papercut.styles import load_styles
from video.shot import Frame

STYLE = next(iter(load_styles().values()))


@pytest.mark.parametrize(
    ("text", "language", "dark"),
    [
        ("The lights went out in the whole street.", "en", True),
        ("Se fue la luz y nadie dijo nada.", "es", True),
        ("Il y eut une panne de courant.", "fr", True),
        ("Faltou a luz no prédio.", "pt", True),
        ("Toda la cuadra se quedó a oscuras.", "es", True),
        ("Se va la luz.", "es", True),
        ("A rua toda ficou às escuras.", "pt", True),
        ("The lights went out, and after an hour the lights came back.", "en", False),
        ("The lamp stood on the table.", "en", False),
    ],
)
def test_a_power_cut_is_read(text: str, language: str, dark: bool) -> None:
    scenery = understand_scene("", text, language, ())
    assert ("blackout" in scenery.weather) == dark
    assert scenery.time == "night" or not dark


@pytest.mark.parametrize(
    ("next_scene", "dark"),
    [
        ("In the kitchen they had only a candle.", True),
        ("Then the lights came back in the kitchen.", False),
        ("The next morning they sat in the kitchen.", False),
        ("The kitchen by day.", False),
    ],
)
def test_it_lasts_until_the_current_is_back_or_the_next_day(next_scene: str, dark: bool) -> None:
    known = before([understand_scene("", "In the room the lights went out.", "en", ())])
    assert ("blackout" in keep(understand_scene("", next_scene, "en", ()), known).weather) == dark


def test_no_window_and_no_lamp_is_lit_in_it() -> None:
    for text, lamps in (("A street by night.", True), ("A street by night, a blackout.", False)):
        view = view_of(understand_scene(text, "", "en", ()), STYLE, Frame(), 0)
        assert (view.light.lit, view.light.lamps) == (True, lamps)
        room = view_of(understand_scene(text.replace("street", "room"), "", "en", ()), STYLE, Frame(), 0)
        assert room.light.lamps == lamps
