"""A lift in which somebody is: a cabin with a grille, no living room and no staircase."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.engines.papercut.drawn import DRAWN
from video.engines.papercut.land.view import view_of
from video.engines.papercut.styles import load_styles
from video.shot import Frame

STYLES = load_styles().values()


@pytest.mark.parametrize(
    ("brief", "language", "inside"),
    [
        ("Ana waits in the lift.", "en", True),
        ("Ana sits in the old elevator.", "en", True),
        ("The lift has stopped between two floors; Ana sits on the ground.", "en", True),
        ("El ascensor está detenido entre dos pisos.", "es", True),
        ("Ana canta en el ascensor.", "es", True),
        ("Le vieil ascenseur est bloqué entre deux étages.", "fr", True),
        ("O elevador parou, e a Ana ficou dentro.", "pt", True),
        ("Ana waits for the lift in the hall.", "en", False),
        ("Ana calls the lift.", "en", False),
        ("El ascensor del edificio era viejo.", "es", False),
    ],
)
def test_who_is_in_a_lift_is_in_its_cabin(brief: str, language: str, inside: bool) -> None:
    places = understand_scene(brief, "", language, ("Ana",)).drawn_by(DRAWN).places
    assert (places == ("lift_cabin",)) == inside


def test_every_style_has_one() -> None:
    scenery = understand_scene("Ana waits in the lift.", "", "en", ("Ana",)).drawn_by(DRAWN)
    assert {view_of(scenery, style, Frame(), 0).setting.id for style in STYLES} == {"lift_cabin"}
