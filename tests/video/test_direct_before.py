"""A story stays where it is until it says that it goes elsewhere."""

from __future__ import annotations

import pytest

from translation.manuscript import Character, Line, Manuscript, Scene
from video.concepts.scenery import understand_scene
from video.direct import directed
from video.direction.before import Before, keep


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
        city = ("city",) if room == "stairwell" else ()  # before a block of flats no meadow begins
        assert seen(f"Nana sat in the {room}.", "Rain fell on a tree.")[0] == city


@pytest.mark.parametrize(
    ("told", "time"),
    [
        (("It was night.", "A fox came."), "night"),
        (("It was night.", "A fox came.", "It laughed."), "night"),
        (("It was night.", "A fox came.", "It laughed.", "It sang."), "day"),
        (("It was night.", "A fox came.", "It held a lantern.", "It sang."), "night"),
        (("It was night.", "A fox came to the market."), "day"),
        (("It was night.", "The sun was warm."), "day"),
        (("It was night.", "Two weeks later a fox came."), "day"),
        (("It was dawn.", "A fox came.", "It laughed."), "day"),
        (("It was night.", "In the morning a fox came."), "morning"),
        (("A fox came.", "It laughed."), "day"),
    ],
)
def test_a_night_goes_on_until_something_ends_it(told: tuple[str, ...], time: str) -> None:
    assert seen(*told)[1] == time


def test_a_brief_that_names_a_place_is_believed() -> None:
    assert seen("It was night in the forest.", "They rested.", brief="A beach at noon")[0] == ("beach",)


def test_a_boat_brings_its_own_sea() -> None:
    scenery = understand_scene("A boat.", "", "en", ())
    assert keep(scenery, Before(places=("desert",), time="")).places == ()


def test_a_drought_lasts_until_it_rains() -> None:
    whole = story("There was a drought in the savanna.", "They dug.", "Rain fell.", "They danced.")
    assert [directed(whole, s).scenery.weather for s in whole.scenes] == [("drought",), ("drought",), ("rain",), ()]


def test_a_moonless_night_has_no_moon_in_the_next_scene_either() -> None:
    whole = story("A night without a moon.", "A fox came.", "In the morning it laughed.")
    assert [directed(whole, s).scenery.absent for s in whole.scenes] == [("moon",), ("moon",), ()]


def test_a_storm_goes_on_in_the_next_scene_unless_it_is_over() -> None:
    whole = story("A storm came over the sea.", "They rowed.", "They shouted.", "They sang.")
    assert [directed(whole, s).scenery.weather for s in whole.scenes] == [("storm",), ("storm",), ("storm",), ()]
    assert [directed(w, w.scenes[1]).scenery.weather for w in (story("A storm came.", "The storm passed."),)] == [()]
    assert [directed(w, w.scenes[1]).scenery.weather for w in (story("A storm came.", "Next day they sang."),)] == [()]


def test_before_there_is_land_the_sea_has_no_shore() -> None:
    told = ("There was nothing but water.", "A bird flew over the sea.", "Then a mountain rose.", "The sea was blue.")
    whole = story(*told)
    found = [directed(whole, s).scenery.places for s in whole.scenes]
    assert found == [("open_sea",), ("open_sea",), ("mountain",), ("sea",)]
    below = story("There was nothing but water.", "Under the water lay a snake.", "A bird flew over the sea.")
    assert directed(below, below.scenes[2]).scenery.places == ("open_sea",)
    dark = story("There was nothing but darkness.", "Then the sun rose over the sea.")
    assert [directed(dark, s).scenery.places for s in dark.scenes] == [("abyss",), ("open_sea",)]


def test_who_is_out_at_sea_is_in_the_boat_of_the_story() -> None:
    whole = story("The boat lay on the beach.", "Now they were in the middle of the sea.")
    assert "boat" in directed(whole, whole.scenes[1]).scenery.ids()


def test_a_balcony_is_high_up_in_a_city_and_a_yard_in_a_village() -> None:
    assert seen("They lived in a flat.", "She stood on the balcony.")[0] == ("balcony",)
    assert seen("They lived in a village.", "She sat on the porch.")[0] == ("garden",)
    told = ("They lived in a flat.", "She stood on the balcony.", "They sat at the table with plates.")
    assert seen(*told)[0] == ("apartment",)


def test_a_story_begins_where_it_is_later_said_to_be() -> None:
    whole = story("Ana was eight.", "The village was far from the road.")
    assert directed(whole, whole.scenes[0]).scenery.places == ("village",)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The king of the mountain came.", ("savanna",)),
        ("She sat on a kitchen chair.", ("savanna",)),
        ("They went towards the sea.", ("savanna",)),
        ("A box of damp sand.", ("savanna",)),
        ("At the edge of the forest.", ("forest",)),
        ("They sat on the sand.", ("savanna",)),
    ],
)
def test_a_place_that_only_says_whose_something_is_is_not_where_it_is(text: str, places: tuple[str, ...]) -> None:
    assert seen("The hare lived in the savanna.", text)[0] == places


@pytest.mark.parametrize("text", ["She said: “I saw a castle by the sea.”", "— I saw a castle by the sea — she said."])
def test_what_a_narrator_quotes_is_not_drawn(text: str) -> None:
    whole = story("The hare lived in the savanna.", text)
    scenery = directed(whole, whole.scenes[1]).scenery
    assert scenery.places == ("savanna",)
    assert scenery.things == ()


def briefed(*briefs: str) -> Manuscript:
    scenes = tuple(Scene(id=f"s{i}", heading="", brief=brief, lines=()) for i, brief in enumerate(briefs))
    return Manuscript(name="m", language="en", title=Line(id="title", text="T"), scenes=scenes)


@pytest.mark.parametrize(
    ("briefs", "time"),
    [
        (("Night in the forest.", "A fox waits by a tree."), "night"),
        (("Night in the forest.", "A fox waits by a tree.", "The fox climbs a rock."), "day"),
        (("Night in the forest.", "A fox holds a candle.", "The fox climbs a rock."), "night"),
        (("Night in the forest.", "A fox waits.", "The fox lights a lantern."), "night"),
        (("Night in the forest.", "It snows all winter. The fox climbs a rock."), "day"),
    ],
)
def test_who_paints_two_scenes_without_an_hour_thinks_of_none(briefs: tuple[str, ...], time: str) -> None:
    whole = briefed(*briefs)
    assert directed(whole, whole.scenes[-1]).scenery.time == time


@pytest.mark.parametrize(
    ("later", "places"),
    [
        (("They sat in the village.", "The village slept."), ("village",)),
        (("They lived in a village.", "They saw the sea.", "The village slept."), ("village",)),
        (("A storm came over the sea.", "They saw a desert.", "They saw a forest."), ()),
        (("They travelled to the desert.",), ()),
        (("A bus stood in the street.", "They sat on the rooftop.", "They lived in a flat."), ("street",)),
    ],
)
def test_a_story_begins_only_where_most_of_it_is(later: tuple[str, ...], places: tuple[str, ...]) -> None:
    whole = story("Ana was eight.", *later)
    assert directed(whole, whole.scenes[0]).scenery.places == places


def test_a_week_later_nobody_is_still_in_the_stable() -> None:
    assert seen("They lived on a farm.", "In the stable the cow slept.", "A week later the cock sang.")[0] == ("farm",)
    assert seen("They lived on a farm.", "In the stable the cow slept.", "The cock sang.")[0] == ("stable",)


def test_the_path_and_the_river_of_a_savanna_are_in_the_savanna() -> None:
    assert seen("They lived in the savanna.", "They ran along a path.")[0] == ("savanna", "road")
    assert seen("They lived in the savanna.", "They drank at the river.")[0] == ("river", "savanna")
    assert seen("They lived in the village.", "They ran along a path.")[0] == ("road",)
    whole = story("They lived in the savanna.", "The animals drank at the river.")
    kept = directed(whole, whole.scenes[1]).scenery.drawn_by(frozenset({"zebra", "giraffe", "duck", "otter"}))
    assert {m.concept.id for m in kept.animals} == {"zebra", "giraffe"}


def test_where_a_light_burns_after_dusk_it_is_night() -> None:
    told = ("Dusk in the street.", "A kite hung there.", "A man climbed up.")
    assert seen(*told, brief="A man stands on a ladder; a girl holds a torch.")[1] == "night"
    assert seen(*told, brief="A man stands on a ladder.")[1] == "day"
    assert seen("Noon in the street.", "A kite hung there.", brief="A girl holds a torch.")[1] == "day"


def test_a_place_that_a_line_only_speaks_of_moves_no_scene_that_a_brief_shows() -> None:
    plain = Scene(id="a", heading="", brief="An empty plain.", lines=())
    for line, places in (("Where she trod a lake was born.", ("field",)), ("They danced in the forest.", ("forest",))):
        told = Scene(id="b", heading="", brief="A woman dances.", lines=(Line(id="n", text=line),))
        whole = Manuscript(name="m", language="en", title=Line(id="t", text="T"), scenes=(plain, told))
        assert directed(whole, told).scenery.places == places


def test_a_corridor_is_of_a_block_of_flats_only_in_a_town() -> None:
    assert seen("They lived in a village.", "She stood in the corridor.")[0] == ("room",)
    assert seen("They lived in a flat.", "She stood in the corridor.")[0] == ("stairwell",)


TWO = ("A man mends a tyre beside the road.", "A man rides a bicycle and smiles.")


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("He pumped it up. It was hard. He thanked them. At school the teacher asked why he was late.", ("road",)),
        ("At school the teacher asked why he was late. He told her. She laughed. They sang.", ("school",)),
        ("He rode to school.", ("school",)),
    ],
)
def test_a_place_that_only_the_last_line_names_begins_there(told: str, places: tuple[str, ...]) -> None:
    scenes = tuple(
        Scene(id=f"s{i}", heading="", brief=brief, lines=(Line(id=f"n{i}", text=told if i == 1 else "They sang."),))
        for i, brief in enumerate((*TWO, "A girl laughs."))
    )
    whole = Manuscript(name="m", language="en", title=Line(id="title", text="T"), scenes=scenes)
    assert directed(whole, scenes[1]).scenery.places == places
    assert directed(whole, scenes[2]).scenery.places == ("school",)


@pytest.mark.parametrize(
    ("briefs", "places"),
    [
        (("A village by a hill.", "A girl swims at the bottom of the sea.", "A girl sits."), ("village", "hill")),
        (("A village.", "A girl swims at the bottom of the sea.", "A girl meets an octopus."), ("underwater",)),
        (("At the bottom of the sea.", "A girl sits on a stone."), ("underwater",)),
        (("A kitchen.", "A boy inside the whale.", "A boy eats soup."), ("kitchen",)),
        (("A farm.", "A girl flies above the clouds.", "A girl laughs."), ("farm",)),
        (("A farm.", "A girl flies above the clouds.", "A girl holds on to the eagle."), ("sky_above",)),
    ],
)
def test_nobody_stays_under_the_sea_without_a_word(briefs: tuple[str, ...], places: tuple[str, ...]) -> None:
    whole = briefed(*briefs)
    assert directed(whole, whole.scenes[-1]).scenery.places == places


def test_lines_go_on_where_a_wonder_has_brought_them() -> None:
    told = ("They lived in a village.", "They sank to the bottom of the sea.", "A door opened.")
    assert seen(*told)[0] == ("underwater",)


def test_who_lives_in_the_sea_stays_there() -> None:
    scenes = tuple(
        Scene(id=f"s{i}", heading="", brief=brief, lines=(Line(id=f"n{i}", text="They sang."),))
        for i, brief in enumerate(("A village.", "Ana and Oto at the bottom of the sea.", "Ana gives Oto a pearl."))
    )
    cast = (Character(name="Ana", look="a girl"), Character(name="Oto", look="an old octopus"))
    whole = Manuscript(name="m", language="en", title=Line(id="title", text="T"), scenes=scenes, characters=cast)
    assert directed(whole, scenes[2]).scenery.places == ("underwater",)


def test_who_is_on_a_rock_out_at_sea_stays_on_it() -> None:
    whole = briefed("On a rock in the middle of the sea sits a girl.", "A girl laughs.", "A girl in a village.")
    first, second, third = (directed(whole, scene).scenery for scene in whole.scenes)
    assert first.places == second.places == ("open_sea",)
    assert "rock" in second.ids()
    assert "rock" not in third.ids()


@pytest.mark.parametrize(
    ("briefs", "places"),
    [
        (("A dry savanna.", "A hyena stares at the sand."), ("savanna",)),
        (("A village by the sea.", "A girl digs in the sand."), ("beach",)),
        (("A harbour.", "Two houses with a fence between them."), ("village",)),
        (("A town.", "Two houses with a fence between them."), ("town",)),
        (("A harbour.", "Two houses and a boat."), ("harbour",)),
    ],
)
def test_sand_and_houses_are_of_the_land(briefs: tuple[str, ...], places: tuple[str, ...]) -> None:
    whole = briefed(*briefs)
    assert directed(whole, whole.scenes[-1]).scenery.places == places


@pytest.mark.parametrize(
    ("briefs", "weather"),
    [
        (("Thick fog in a harbour, in the afternoon.", "Inside a kitchen a girl points at a clock."), ("fog",)),
        (("Rain on a village.", "In the kitchen a girl laughs."), ("rain",)),
        (("Rain on a village.", "In the morning, in the kitchen a girl laughs."), ()),
        (("Rain on a village.", "A girl in a garden."), ()),
    ],
)
def test_a_weather_is_seen_through_the_window(briefs: tuple[str, ...], weather: tuple[str, ...]) -> None:
    whole = briefed(*briefs)
    assert directed(whole, whole.scenes[-1]).scenery.weather == weather


def test_before_there_is_a_sun_it_is_dark_until_light_is_told() -> None:
    told = ("Before there was a sun, a great bird slept on the water.", "It woke.", "It made an egg.", "It called.")
    whole = story(*told, "In the morning the sun rose.")
    sceneries = [directed(whole, scene).scenery for scene in whole.scenes]
    assert [s.time for s in sceneries[:4]] == ["night"] * 4
    assert all({"sun", "moon", "star"} <= set(s.absent) for s in sceneries[:4])
    assert sceneries[4].time != "night"
    assert "sun" not in sceneries[4].absent
