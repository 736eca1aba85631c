"""Words of things whose picture was another thing's: each is read as what it is."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.concepts.table import standing_for
from video.engines.papercut.drawn import DRAWN


@pytest.mark.parametrize(
    ("brief", "language", "thing"),
    [
        ("Unas galletas sobre la mesa.", "es", "cookies"),
        ("Una farola encendida.", "es", "street_lamp"),
        ("Un réverbère allumé.", "fr", "street_lamp"),
        ("Une lampe torche.", "fr", "flashlight"),
        ("A light bulb.", "en", "lightbulb"),
        ("A broken engine.", "en", "engine"),
        ("O motor do barco.", "pt", "engine"),
        ("Une batterie neuve.", "fr", "battery"),
        ("A pile of ash.", "en", "ash"),
        ("Un columpio rojo.", "es", "swing"),
        ("A red balloon.", "en", "toy_balloon"),
        ("A hot air balloon.", "en", "balloon"),
        ("Um trator verde.", "pt", "tractor"),
        ("Una ambulancia.", "es", "ambulance"),
        ("Um limão.", "pt", "lemon"),
        ("Un navet.", "fr", "turnip"),
        ("Un calcetín con un agujero.", "es", "sock"),
        ("A jar of jam.", "en", "jar"),
        ("Des outils.", "fr", "toolbox"),
        ("Wet clay.", "en", "clay"),
        ("Um copo de água.", "pt", "glass"),
    ],
)
def test_a_thing_is_itself(brief: str, language: str, thing: str) -> None:
    things = [m.concept.id for m in understand_scene(brief, "", language, ()).things]
    assert thing in things
    assert standing_for(thing, DRAWN) == thing


@pytest.mark.parametrize("thing", ["machine", "anvil", "chess", "digger"])
def test_what_has_no_picture_is_told_and_not_drawn_as_another_thing(thing: str) -> None:
    assert standing_for(thing, DRAWN) is None
