"""Settings, house styles, times of day, weather, and what moves by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from video.chance import Chance
from video.concepts.scenery import Concept, Mention, Scenery
from video.engines.papercut.land import build, country
from video.engines.papercut.land.build import HOMES
from video.engines.papercut.land.buildings import STYLES as OLD_HOMES
from video.engines.papercut.land.draw import drawn_by, layers_of
from video.engines.papercut.land.far import SHAPES
from video.engines.papercut.land.farms import CROPS
from video.engines.papercut.land.fronts import LOW
from video.engines.papercut.land.heavens import CUTS
from video.engines.papercut.land.loops import Part, parts_of
from video.engines.papercut.land.masonry import House
from video.engines.papercut.land.ornament import FIGURES
from video.engines.papercut.land.parts import PARTS
from video.engines.papercut.land.settings import ALIASES, SETTINGS, setting_of
from video.engines.papercut.land.sheetwork import PAPERS
from video.engines.papercut.land.shrubs import SHRUBS
from video.engines.papercut.land.trees import KINDS
from video.engines.papercut.land.view import View, view_of
from video.engines.papercut.palette import LIGHTS
from video.engines.papercut.paper import Board
from video.engines.papercut.styles import DEFAULT, find_style, load_styles
from video.shot import Frame
from video.travel import place_at

WIDE = Frame(width_px=160, height_px=90)
SHAPES_OF_FRAMES = {
    "wide": WIDE,
    "tall": Frame(width_px=90, height_px=160),
    "square": Frame(width_px=120, height_px=120),
}
TIMES = tuple(LIGHTS)
WEATHER = ("", "rain", "storm", "snow", "fog", "wind", "drought", "overcast")
STYLES = tuple(load_styles())


def thing(name: str, count: int = 1) -> Mention:
    return Mention(concept=Concept(id=name, kind="thing"), count=count)


def view(place: str, style: str = DEFAULT, frame: Frame = WIDE, scenery: Scenery | None = None) -> View:
    found = find_style(style)
    assert found is not None
    return view_of(scenery or Scenery(places=(place,) if place else ()), found, frame, 7)


def drawn(seen: View, frame: Frame = WIDE, only: tuple[str, ...] = ()) -> np.ndarray:
    """All layers of a view, or some of them, one on the other."""
    out: np.ndarray | None = None
    for sheet in layers_of(seen):
        if only and sheet.name not in only:
            continue
        board = Board(frame, seen.light, Chance(7, sheet.name), base=seen.light.sky[0] if sheet.opaque else None)
        sheet.draw(board, seen)
        layer = board.pixels()
        assert seen.absent or layer[..., :3].std() > 1, f"{sheet.name} of {seen.setting.id} is empty"
        if out is None:
            out = layer[..., :3].astype(np.float32)
        else:
            alpha = layer[..., 3:].astype(np.float32) / 255
            out = out * (1 - alpha) + layer[..., :3] * alpha
    assert out is not None
    return out


def alone(part: Part, seen: View, phase: float) -> np.ndarray:
    board = Board(WIDE, seen.light, Chance(7, part.name))
    part.draw(board, phase)
    return board.pixels()


@pytest.mark.parametrize("shape", SHAPES_OF_FRAMES)
@pytest.mark.parametrize("number", range(len(SETTINGS)))
def test_every_setting_draws_in_every_shape(number: int, shape: str) -> None:
    place = tuple(SETTINGS)[number]
    turn = number + 7 * tuple(SHAPES_OF_FRAMES).index(shape)
    weather = WEATHER[turn % len(WEATHER)]
    scenery = Scenery(time=TIMES[turn % len(TIMES)], places=(place,), weather=(weather,) if weather else ())
    frame = SHAPES_OF_FRAMES[shape]
    picture = drawn(view(place, STYLES[turn % len(STYLES)], frame, scenery), frame)
    assert picture.std() > 8


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_seen(style: str) -> None:
    for place in ("village", "town", "room"):
        here = drawn(view(place, style))
        other = drawn(view(place, "paper" if style != "paper" else "andes"))
        assert np.abs(here - other).mean() > 5.5


@pytest.mark.parametrize("time", TIMES)
def test_every_time_of_day_is_seen(time: str) -> None:
    noon = drawn(view("village"))
    then = drawn(view("village", scenery=Scenery(time=time, places=("village",))))
    assert time == "day" or np.abs(then - noon).mean() > 4


@pytest.mark.parametrize("weather", WEATHER[1:])
def test_every_weather_is_seen(weather: str) -> None:
    clear = drawn(view("land"))
    seen = view("land", scenery=Scenery(places=("land",), weather=(weather,)))
    assert np.abs(drawn(seen) - clear).mean() > 0.7
    assert weather in ("storm", "drought", "overcast") or {
        "rain": "rain",
        "snow": "snow",
        "fog": "fog",
        "wind": "leaf 0",
    }[weather] in {part.name for part in parts_of(seen)}


def test_equal_seeds_give_equal_pictures_and_others_do_not() -> None:
    style = load_styles()["sahel"]
    scenery = Scenery(places=("village",))
    first, again, other = (drawn(view_of(scenery, style, WIDE, seed)) for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def outline(seen: View, name: str = "middle") -> np.ndarray:
    """Where a sheet of a view has paper."""
    board = Board(WIDE, seen.light, Chance(7, name))
    next(s for s in layers_of(seen) if s.name == name).draw(board, seen)
    return board.pixels()[..., 3] > 128


@pytest.mark.parametrize("style", ["paper", "westafrica"])
def test_a_village_is_the_same_in_all_scenes_of_a_story(style: str) -> None:
    by_day = outline(view("village", style))
    for then in (
        Scenery(time="night", places=("village",)), Scenery(time="dusk", places=("village",), weather=("rain",)),
        Scenery(places=("village",), things=(thing("house"),)),
    ):  # fmt: skip
        assert (outline(view("", style, scenery=then)) == by_day).mean() > 0.995
    moved_sun = replace(view("village", style), disc=(10.0, 200.0))
    assert np.array_equal(outline(moved_sun), by_day)
    rolled = view_of(Scenery(places=("village",)), load_styles()[style], WIDE, 2)
    assert (outline(rolled) == by_day).mean() < 0.99


def test_houses_keep_their_colours_at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lit windows take chance of their own: the next house must not be another one for that."""
    painted: list[list[tuple[str, int, int]]] = []

    def note(board: Board, house: House) -> None:
        painted[-1].append(("tin", house.wall, house.roof))

    monkeypatch.setitem(build.HOMES, "tin", (note, 1.2))
    monkeypatch.setitem(LIGHTS, "night", replace(LIGHTS["night"], lamp=LIGHTS["day"].lamp, lamp_share=1.0))
    for time in ("day", "night"):
        painted.append([])
        outline(view("village", "westafrica", scenery=Scenery(time=time, places=("village",))))
    assert painted[0]
    assert painted[0] == painted[1]


@pytest.mark.parametrize("seed", range(8))
def test_a_drifting_cloud_stays_beside_the_sun(seed: int) -> None:
    seen = view_of(Scenery(places=("land",)), load_styles()[DEFAULT], WIDE, seed)
    cloud = next(part for part in parts_of(seen) if part.name == "cloud 0")
    (left, right), (x, y) = (cloud.box.left + cloud.travel[0][0], cloud.box.right + cloud.travel[0][0]), seen.disc
    assert right < x - 40 or left > x + 40 or not cloud.box.top - 60 < y < cloud.box.bottom + 60


def test_trees_that_are_asked_for_fit_the_land(monkeypatch: pytest.MonkeyPatch) -> None:
    planted: list[str] = []
    monkeypatch.setattr(country, "plant", lambda board, view, spot, height, kind: planted.append(kind))
    scenery = Scenery(places=("savanna",), things=(thing("tree", 3),))
    outline(view("", "europe", scenery=scenery))
    assert planted
    assert set(planted) <= {"acacia", "baobab"}


@pytest.mark.parametrize("shape", SHAPES_OF_FRAMES)
def test_a_village_by_a_river_has_the_trees_that_are_asked_for(shape: str) -> None:
    scenery = Scenery(
        places=("village", "river", "mountain"), things=(thing("house", 0), thing("tree", 0), thing("bridge"))
    )
    seen = view("", frame=SHAPES_OF_FRAMES[shape], scenery=scenery)
    seen = replace(seen, clear=((0.3 * seen.span, 0.55 * seen.span),))  # somebody stands there
    outline(seen)
    assert seen.left_out == []


def test_clouds_drift_slowly() -> None:
    seen = view("land")
    cloud = next(part for part in parts_of(seen) if part.name == "cloud 0")
    fastest = max(
        abs(b[0] - a[0]) * 240 for a, b in pairwise([place_at(cloud.travel, i / 960) or (0.0, 0.0) for i in range(960)])
    )
    assert 0 < fastest * 1280 / seen.span <= 8.5  # pixels a second in the shortest period there is, 4 s


@pytest.mark.parametrize("shape", SHAPES_OF_FRAMES)
@pytest.mark.parametrize("place", SETTINGS)
def test_the_foot_of_the_stage_is_paper_to_the_edge(place: str, shape: str) -> None:
    frame = SHAPES_OF_FRAMES[shape]
    seen = view(place, frame=frame)
    board = Board(frame, seen.light, Chance(7, "ground"))
    next(s for s in layers_of(seen) if s.name == "ground").draw(board, seen)
    pixels = board.pixels()
    foot = pixels[-round(0.1 * len(pixels)) :]
    assert foot[..., 3].min() == 255
    rows = foot[..., :3].mean(axis=(1, 2))
    assert rows[-1] <= rows[0] + 6, "no light strip below what is darkened for captions"


@pytest.mark.parametrize("shape", SHAPES_OF_FRAMES)
@pytest.mark.parametrize("place", SETTINGS)
def test_places_lie_in_the_frame_and_feet_on_the_ground(place: str, shape: str) -> None:
    seen = view(place, frame=SHAPES_OF_FRAMES[shape])
    places = seen.places()
    assert seen.top < seen.setting.horizon < seen.setting.feet < seen.bottom
    assert seen.top < seen.setting.line < seen.setting.feet + 30
    for stretch in (*places.ground, *places.back, *places.water, *places.air):
        assert -1 <= stretch.left < stretch.right <= seen.span + 1
        assert seen.top < stretch.y < seen.bottom
    for stretch in places.ground:
        assert stretch.y >= seen.setting.line
    assert places.ground or places.water


def test_nobody_is_placed_in_a_stream() -> None:
    seen = view("river", scenery=Scenery(places=("river",), things=(thing("bridge"),)))
    assert seen.stream is not None
    assert all(s.right <= seen.stream - 150 or s.left >= seen.stream + 150 for s in seen.places().ground)


@pytest.mark.parametrize(
    ("places", "things", "style", "expected"),
    [
        ((), (), "paper", "land"),
        (("village", "river"), (), "paper", "river"),
        (("sea",), ("boat",), "paper", "sea"),
        (("sea",), (), "paper", "shore"),
        ((), ("boat",), "paper", "shore"),
        (("desert", "lake"), (), "maghreb", "oasis"),
        (("room",), (), "sahel", "hut"),
        (("room",), (), "europe", "room"),
        (("room", "city"), (), "sahel", "flat"),
        (("village",), (), "city", "city"),
        (("cave", "mountain"), (), "paper", "cave"),
        (("apartment", "rooftop"), (), "paper", "rooftop"),
        (("harbour", "village", "rooftop"), (), "paper", "harbour"),
        (("apartment", "city", "street"), ("car",), "paper", "city"),
        (("apartment", "city"), ("piano",), "paper", "flat"),
        (("bedroom",), ("stairs", "door"), "paper", "stairwell"),
        (("space",), (), "paper", "heaven"),
        (("office",), (), "paper", "office"),
    ],
)
def test_the_setting_fits_what_was_asked_for(
    places: tuple[str, ...], things: tuple[str, ...], style: str, expected: str
) -> None:
    scenery = Scenery(places=places, things=tuple(thing(t) for t in things))
    assert setting_of(scenery, load_styles()[style]).id == expected


def test_dark_water_is_before_there_are_lights() -> None:
    night = Scenery(time="night", things=(thing("water"),), sky=("sun", "moon"))
    for scenery in (night, replace(night, places=("space",)), replace(night, places=("sky_above",))):
        seen = view("", scenery=scenery)
        assert seen.setting.id == "abyss"
        assert not {part.name for part in parts_of(seen)} & {"star 0", "cloud 0"}
    fetching = replace(night, things=(thing("water"), thing("jug")))
    assert view("", scenery=fetching).setting.id == "land"
    assert view("", scenery=replace(night, places=("river",))).setting.id == "river"


@pytest.mark.parametrize("place", ["river", "lake", "savanna", "stream", "waterfall", "swamp"])
def test_a_drought_is_seen_and_ends_with_rain(place: str) -> None:
    dry = view(place, scenery=Scenery(places=(place,), weather=("drought",)))
    assert dry.dry
    assert not {part.name.split()[0] for part in parts_of(dry)} & {"ripples", "fall"}
    wet = drawn(view(place))
    assert np.abs(drawn(dry) - wet).mean() > 8
    assert not view(place, scenery=Scenery(places=(place,), weather=("drought", "rain"))).dry


def test_several_places_share_a_picture() -> None:
    setting = setting_of(Scenery(places=("village", "river", "mountain")), load_styles()["andes"])
    assert setting.far == SETTINGS["mountains"].far
    assert setting.middle == SETTINGS["village"].middle
    assert setting.ground == SETTINGS["river"].ground


def test_settings_and_styles_name_only_what_can_be_drawn() -> None:
    for setting in SETTINGS.values():
        assert {*setting.sky, *setting.far, *setting.middle, *setting.ground, *setting.front} <= set(PARTS)
    assert set(ALIASES.values()) <= set(SETTINGS)
    for style in load_styles().values():
        assert {*style.homes, *style.town} <= {*HOMES, *OLD_HOMES}
        assert set(style.trees) <= set(KINDS)
        assert set(style.shrubs) <= set(SHRUBS)
        assert set(style.skies) <= set(CUTS)
        assert style.far in SHAPES
        assert style.front in LOW
        assert style.ornament in FIGURES
        assert style.crop in CROPS
        assert style.paper in PAPERS
        assert len(style.cloth) >= 5
    assert len(SETTINGS) >= 14
    assert len(load_styles()) >= 9
    assert len(LIGHTS) == 6


def test_an_unknown_style_is_not_taken_for_another() -> None:
    assert find_style("baroque") is None
    assert find_style("") is load_styles()[DEFAULT]


@pytest.mark.parametrize(
    ("place", "weather", "time"),
    [
        ("shore", "rain", "day"), ("river", "snow", "night"), ("underwater", "", "day"), ("land", "wind", "dusk"),
        ("waterfall", "fog", "dawn"), ("harbour", "", "night"), ("ice", "", "day"), ("sea", "storm", "day"),
        ("forest", "", "night"),
    ],
)  # fmt: skip
def test_moving_parts_come_back_to_where_they_began(place: str, weather: str, time: str) -> None:
    things = (thing("boat"),) if place == "sea" else ()
    scenery = Scenery(time=time, places=(place,), weather=(weather,) if weather else (), things=things)
    seen = view(place, scenery=scenery)
    parts = parts_of(seen)
    assert parts
    for part in parts:
        first, middle, last = (alone(part, seen, phase) for phase in (0.0, 0.41, 1.0))
        assert np.array_equal(first, last), part.name
        assert part.cels == 1 or not np.array_equal(first, middle), part.name
        board = Board(WIDE, seen.light, Chance(7, ""))
        rows, columns = np.nonzero(middle[..., 3])
        if not len(rows):
            continue
        assert columns.min() >= (part.box.left + board.bleed) * board.scale - 2, part.name
        assert columns.max() <= (part.box.right + board.bleed) * board.scale + 2, part.name
        assert rows.min() >= (part.box.top - board.top) * board.scale - 2, part.name
        assert rows.max() <= (part.box.bottom - board.top) * board.scale + 2, part.name


def test_rain_covers_the_paper_without_gaps() -> None:
    seen = view("land", scenery=Scenery(places=("land",), weather=("rain",)))
    rain = next(part for part in parts_of(seen) if part.name == "rain")
    side = rain.box.right - rain.box.left
    columns = sorted({x for x, _ in rain.copies})
    assert all(b - a == side for a, b in pairwise(columns))
    assert rain.box.left <= -0.08 * seen.span
    assert rain.box.left + columns[-1] + side >= 1.08 * seen.span


def test_a_crowded_place_is_still_drawn() -> None:
    seen = view("savanna")
    clear = replace(seen, clear=((0.0, seen.span),))
    assert drawn(clear).std() > 8


@pytest.mark.parametrize("place", SETTINGS)
def test_what_land_does_not_draw_is_said(place: str) -> None:
    layers = ("middle", "ground") if SETTINGS[place].middle else ("ground",)
    plain = drawn(view(place), WIDE, layers)
    for name in ("castle", "pine", "bridge"):
        if name == "bridge" and place in ("river", "stream"):
            continue
        scenery = Scenery(places=(place,), things=(thing(name),))
        seen = view(place, scenery=scenery)
        changed = np.abs(drawn(seen, WIDE, layers) - plain).mean() > 0.05
        assert changed or seen.left_out == [name]


def test_every_setting_style_time_and_weather_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "pictures-kit.md").read_text(encoding="utf-8")
    for name in (*SETTINGS, *load_styles(), *LIGHTS, *WEATHER[1:]):
        assert f"`{name}`" in page, name


def test_a_place_of_which_nothing_is_seen_is_said() -> None:
    seen = view("", scenery=Scenery(places=("market", "field")))
    assert seen.left_out == ["field"]
    for shown in (("village", "river", "mountain"), ("market", "village"), ("beach", "village")):
        assert not view("", scenery=Scenery(places=shown)).left_out


def test_a_room_has_its_window_already() -> None:
    assert {"window", "house", "bridge"} <= drawn_by(view("kitchen"))
    assert "window" not in drawn_by(view("village"))


@pytest.mark.parametrize(("time", "light"), [("night", "moon"), ("day", "sun")])
def test_a_light_that_is_said_not_to_be_there_is_not_drawn(time: str, light: str) -> None:
    place = Scenery(time=time, places=("village",))
    style = load_styles()[DEFAULT]
    usual, dark = (
        drawn(view_of(scenery, style, WIDE, 7)) for scenery in (place, replace(place, absent=(light, "star")))
    )
    assert (usual.astype(int) - dark.astype(int))[:60].max() > 20


@pytest.mark.parametrize(
    ("place", "style", "gone"),
    [
        ("village", "paper", "tree"), ("savanna", "westafrica", "tree"), ("snow", "north", "tree"),
        ("village", "sahel", "house"), ("town", "andes", "house"), ("shore", "paper", "cloud"),
    ],
)  # fmt: skip
def test_what_a_place_has_of_itself_can_be_left_out(
    place: str, style: str, gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in: list[str] = []
    for kind, draw in KINDS.items():
        monkeypatch.setitem(KINDS, kind, lambda board, wood, draw=draw: (put_in.append("tree"), draw(board, wood)))
    for kind, (home, width) in HOMES.items():
        noted = lambda board, house, home=home: (put_in.append("house"), home(board, house))  # noqa: E731
        monkeypatch.setitem(HOMES, kind, (noted, width))
    with_it, without = (
        drawn(view(place, style, scenery=Scenery(places=(place,), absent=absent))) for absent in ((), (gone,))
    )
    assert np.abs(with_it - without).mean() > 0.2
    if gone != "cloud":
        first = put_in.count(gone)
        drawn(view(place, style, scenery=Scenery(places=(place,), absent=(gone,))))
        assert first
        assert put_in.count(gone) == first


@pytest.mark.parametrize(("place", "curtained"), [("room", True), ("kitchen", True), ("workshop", False)])
def test_curtains_hang_where_one_lives(place: str, curtained: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = drawn(view(place))
    monkeypatch.setattr("video.engines.papercut.land.inside.UNCURTAINED", frozenset({place}))
    bare = drawn(view(place))
    assert np.array_equal(usual, bare) is not curtained


@pytest.mark.parametrize("place", ["village", "forest", "mountain"])
def test_in_fog_the_far_fades_more_than_the_ground_at_the_feet(place: str) -> None:
    fog = view(place, scenery=Scenery(places=(place,), weather=("fog",)))
    behind = ("sky", "far", "middle")
    clear, foggy = (drawn(seen, WIDE, behind) for seen in (view(place), fog))
    assert foggy.std() < 0.6 * clear.std()
    clear, foggy = (drawn(seen)[round(0.86 * WIDE.height_px) :] for seen in (view(place), fog))
    assert np.abs(foggy - clear).mean() < 12
