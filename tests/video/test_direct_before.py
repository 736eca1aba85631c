"""A story stays where it is until it says that it goes elsewhere."""

from __future__ import annotations

import pytest

from translation.manuscript import Line, Manuscript, Scene
from video.concepts.scenery import understand_scene
from video.direct import directed
from video.direct_before import Before, keep


def story(*told: str, brief: str = "") -> Manuscript:
    scenes = tuple(
        Scene(id=f"s{i}", heading="", brief=brief if i == len(told) - 1 else "", lines=(Line(id=f"n{i}", text=text),))
        for i, text in enumerate(told)
    )
    return Manuscript(name="m", language="en", title=Line(id="title", text="T"), scenes=scenes)


def seen(*told: str, brief: str = "") -> tuple[tuple[str, ...], str]:
    """(places, time) of the last scene."""
    whole = story(*told, brief=brief)
    scenery = directed(whole, whole.scenes[-1]).scenery
    return scenery.places, scenery.time


def test_a_scene_without_a_place_is_where_the_last_one_was() -> None:
    assert seen("The hare lived in the dry savanna.", "They dug for three hours.")[0] == ("savanna",)
    assert seen("They lived in the desert.", "Then they came to a river.")[0] == ("river",)
    assert seen("They came to the desert.", "They sang.", "They slept.")[0] == ("desert",)


def test_who_speaks_of_rain_or_a_tree_is_no_longer_in_the_room() -> None:
    assert seen("Nana sat in the kitchen.", "She was tired.")[0] == ("kitchen",)
    for room in ("kitchen", "hall", "stairwell", "cave"):
        assert seen(f"Nana sat in the {room}.", "She was tired.")[0] == (room,)
        assert seen(f"Nana sat in the {room}.", "Rain fell on a tree.")[0] == ()


@pytest.mark.parametrize(
    ("told", "time"),
    [
        (("It was night.", "A fox came."), "night"),
        (("It was night.", "A fox came.", "It laughed."), "day"),
        (("It was night.", "In the morning a fox came."), "morning"),
        (("A fox came.", "It laughed."), "day"),
    ],
)
def test_night_goes_on_for_one_more_scene(told: tuple[str, ...], time: str) -> None:
    assert seen(*told)[1] == time


def test_a_brief_that_names_a_place_is_believed() -> None:
    assert seen("It was night in the forest.", "They rested.", brief="A beach at noon")[0] == ("beach",)


def test_a_boat_brings_its_own_sea() -> None:
    scenery = understand_scene("A boat.", "", "en", ())
    assert keep(scenery, Before(places=("desert",), time="")).places == ()


def test_a_drought_lasts_until_it_rains() -> None:
    whole = story("There was a drought in the savanna.", "They dug.", "Rain fell.", "They danced.")
    assert [directed(whole, s).scenery.weather for s in whole.scenes] == [("drought",), ("drought",), ("rain",), ()]
