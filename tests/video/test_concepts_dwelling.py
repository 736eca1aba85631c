"""A house that is named as where a scene plays is a room where people sleep or eat; shores are those of their water."""

from __future__ import annotations

import pytest

from translation.manuscript import Line, Manuscript, Scene
from video.concepts.scenery import Scenery
from video.direct import directed


def scenery(language: str, *scenes: tuple[str, str, str]) -> Scenery:
    """Of the last of some scenes (heading, brief, what is told)."""
    made = tuple(
        Scene(id=f"s{i}", heading=head, brief=brief, lines=(Line(id=f"n{i}", text=told),) if told else ())
        for i, (head, brief, told) in enumerate(scenes)
    )
    whole = Manuscript(name="m", language=language, title=Line(id="t", text="T"), scenes=made)
    return directed(whole, made[-1]).scenery


@pytest.mark.parametrize(
    ("language", "head", "brief", "told", "place"),
    [
        ("fr", "La maison, la nuit", "", "Ana dort.", "bedroom"),
        ("fr", "La maison, la nuit", "", "Ils dînent autour de la table.", "room"),
        ("en", "", "The house at night. Ana sleeps in her bed.", "", "bedroom"),
        ("en", "The house at night", "", "They had dinner and washed the dishes.", "kitchen"),
        ("es", "La casa de noche", "", "Ana duerme.", "bedroom"),
        ("pt", "", "A casa à noite. Ana dorme.", "", "bedroom"),
        ("ca", "La casa de nit", "", "L'Ana dormia al llit.", "bedroom"),
        ("en", "", "The house. Ana waters the flowers.", "", ""),
        ("en", "Outside the house", "", "Ana sat at a table.", ""),
        ("fr", "Devant la maison", "", "Ana dort.", ""),
        ("en", "The house", "", "Ana slept under a tree.", ""),
    ],
)
def test_in_the_house_that_a_heading_names_people_sleep_and_eat(
    language: str, head: str, brief: str, told: str, place: str
) -> None:
    found = scenery(language, (head, brief, told))
    assert found.places == ((place,) if place else ())
    if place:
        assert "house" not in found.ids()


def test_who_goes_to_bed_is_in_a_room_with_one() -> None:
    for where in ("A village.", "A forest."):
        found = scenery("en", ("", where, ""), ("", "", "That night Ana lay in bed and listened to the wind."))
        assert found.places == ("bedroom",)
        assert "bed" in found.ids()
    assert scenery("en", ("", "A village.", ""), ("", "", "They built a bed of leaves.")).places == ("village",)


@pytest.mark.parametrize(
    ("language", "brief", "places"),
    [
        ("fr", "La rive du lac.", ("lake",)),
        ("fr", "Sur la rive.", ("river",)),
        ("es", "A la orilla del agua.", ("river",)),
        ("es", "La orilla del camino.", ("road",)),
        ("pt", "À margem do lago.", ("lake",)),
        ("ca", "La riba del llac.", ("lake",)),
        ("en", "The shore of the lake.", ("lake",)),
        ("en", "At the water's edge.", ("river",)),
    ],
)
def test_a_shore_is_that_of_its_water(language: str, brief: str, places: tuple[str, ...]) -> None:
    assert scenery(language, ("", brief, "")).places == places


def test_a_shore_alone_is_that_of_the_water_where_the_story_is() -> None:
    assert scenery("es", ("", "El mar.", ""), ("", "En la orilla.", "")).places == ("sea",)
