"""Under water is a place only where somebody is, dives or swims."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene


@pytest.mark.parametrize(
    ("language", "brief", "told"),
    [
        ("en", "", "Hold it under water, one piece at a time."),
        ("en", "Ana has a bowl of clear water before her.", "Slowly, under the water, the clay becomes soft."),
        ("en", "", "Ana pushed the cloth under the water with both hands."),
        ("en", "", "The key slipped and sank to the bottom of the lake."),
        ("es", "", "Ana sostiene la tela debajo del agua."),
        ("es", "", "El anillo cayó al fondo del río."),
        ("fr", "", "Tiens les carottes sous l'eau et frotte bien."),
        ("fr", "Une bassine devant la maison.", "Ana la plonge sous l'eau."),
        ("pt", "", "A Ana segura o pano debaixo da água."),
    ],
)
def test_what_is_held_under_water_or_sinks_is_no_place(language: str, brief: str, told: str) -> None:
    assert "underwater" not in understand_scene(brief, told, language, ("Ana",)).places


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Under the water an old crab guards a pot."),
        ("en", "Ana dives and holds a lamp under the water."),
        ("en", "Ana holds her breath under water."),
        ("en", "At the bottom of the sea lies a chest."),
        ("es", "Ana bucea bajo el agua."),
        ("fr", "Ana est sous l'eau, parmi les poissons."),
        ("pt", "No fundo do mar, Ana procura a chave."),
    ],
)
def test_who_is_there_is_under_water(language: str, brief: str) -> None:
    assert understand_scene(brief, "", language, ("Ana",)).places == ("underwater",)
