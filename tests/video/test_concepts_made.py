"""What somebody draws or makes is not where they are."""

from __future__ import annotations

import pytest

from video.concepts.scenery import Scenery, understand_scene
from video.engines.papercut.drawn import DRAWN


def seen(language: str, brief: str, told: str = "") -> Scenery:
    return understand_scene(brief, told, language, ("Ana",))


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana paints a village on the wall."),
        ("en", "With one finger Ana draws mountains and a river."),
        ("es", "Ana dibuja un río con el dedo."),
        ("fr", "Ana trace des rivières dans l'argile."),
        ("pt", "A Ana risca os caminhos dos rios."),
    ],
)
def test_what_is_drawn_is_no_place(language: str, brief: str) -> None:
    assert not seen(language, brief).places


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana shapes tall mountains and a valley."),
        ("es", "Ana moldea las montañas con barro."),
        ("fr", "Ana modèle une grande montagne."),
        ("pt", "Com os dedos a Ana levanta montanhas na borda."),
    ],
)
def test_what_a_brief_has_made_counts_less_than_a_known_place(language: str, brief: str) -> None:
    assert seen(language, brief).loose


def test_other_places_stay() -> None:
    assert seen("en", "Ana made her way to the forest.").places == ("forest",)
    assert seen("en", "Ana draws a horse in the forest.").places == ("forest",)
    assert not seen("en", "", "The god made the sea and the mountains.").loose


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An endless lake in the dark."),
        ("en", "There was only the lake, and the lake had no end."),
        ("es", "Un lago sin orillas."),
        ("fr", "Un lac sans rives, la nuit."),
        ("pt", "Só havia o lago, e o lago não tinha fim."),
    ],
)
def test_a_lake_without_a_shore_is_open_water(language: str, text: str) -> None:
    assert seen(language, text).places == seen(language, "", text).places == ("open_sea",)


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "An endless sea. On a rock in the middle of the water sits Ana."),
        ("es", "En medio del mar, sobre una roca, duerme Ana."),
        ("fr", "Sur un rocher au milieu de la mer, Ana est assise."),
        ("pt", "Um lago sem margens. Sobre uma única pedra, no meio da água, dorme a Ana."),
    ],
)
def test_a_rock_out_at_sea_bears_who_is_on_it(language: str, brief: str) -> None:
    drawn = seen(language, brief).drawn_by(DRAWN)
    assert drawn.places == ("sea_rock",)
    assert not {"rock", "stone"} & set(drawn.ids())
    assert seen("en", "Ana in a boat out at sea, a rock ahead.").drawn_by(DRAWN).places == ("open_sea",)
