"""Who is on or in the water, on the stage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.video.test_papercut_stage_rules import SHAPES, blocked, of, scene, several, things
from video.direct import Acting, Doing, Near, ShotPlan
from video.engines.papercut.staging.afloat import embarked
from video.engines.papercut.staging.scene import Scene
from video.shot import Frame


def asked(players: str, *, aboard: tuple[str, ...] = (), bathing: tuple[str, ...] = (), **how: object) -> Scene:
    made = scene(players, **how)  # pyright: ignore[reportArgumentType]
    return embarked(replace(made, scenery=replace(made.scenery, aboard=aboard, bathing=bathing)))


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("place", ["river", "lake", "sea", "forest", "harbour"])
def test_a_crew_is_in_its_boat_wherever_there_is_water(place: str, frame: Frame) -> None:
    made = blocked(asked("Tom Lia", aboard=("",), frame=frame, places=(place,), things=several("canoe")))
    (boat,) = things(made, "canoe")
    for name in ("Tom", "Lia"):
        one = of(made, name)
        assert boat.box().left < one.body().left
        assert one.body().right < boat.box().right
        assert one.afloat
        assert one.face().bottom < boat.y  # pyright: ignore[reportOptionalMemberAccess]
    assert made.swell is not None


def test_who_rows_without_a_boat_gets_one() -> None:
    assert [m.concept.id for m in asked("Tom", aboard=("",), places=("lake",)).scenery.things] == ["rowboat"]
    assert [m.concept.id for m in asked("Tom", aboard=("",), places=("sea",)).scenery.things] == ["boat"]
    assert not asked("Tom", places=("lake",)).scenery.things


def test_one_in_a_boat_is_behind_the_one_who_stays_ashore() -> None:
    made = blocked(asked("Tom Lia", aboard=("Tom",), places=("harbour",), things=several("boat")))
    (boat,) = things(made, "boat")
    tom, lia = of(made, "Tom"), of(made, "Lia")
    assert boat.box().left < tom.x < boat.box().right
    assert not boat.box().left < lia.x < boat.box().right
    assert tom.row < lia.row
    assert not lia.afloat


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_of_a_swimmer_the_face_is_above_the_water_and_the_feet_below(near: Near, frame: Frame) -> None:
    made = asked("Tom", bathing=("",), frame=frame, places=("sea",))
    made = replace(made, shot=replace(made.shot, near=near, focus="Tom"))
    shown = blocked(made)
    tom = of(shown, "Tom")
    assert shown.swell is not None
    assert tom.face().bottom < shown.swell < tom.y  # pyright: ignore[reportOptionalMemberAccess]


def test_where_there_is_no_land_one_is_in_the_water_or_hangs_on_a_rope_and_a_bird_flies() -> None:
    sunk = of(blocked(asked("Tom", places=("open_sea",))), "Tom")
    assert sunk.clip is not None
    roped = asked("Tom", places=("open_sea",), things=several("rope"))
    assert roped.roped
    high = of(blocked(roped), "Tom")
    assert high.hangs
    assert high.y < sunk.y


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_who_flies_is_above_who_stands(frame: Frame) -> None:
    made = asked("Tom Lia", frame=frame, places=("village",))
    made = replace(made, scenery=replace(made.scenery, flying=("Tom",)))
    shown = blocked(made)
    assert of(shown, "Tom").y < of(shown, "Lia").y - 60


def test_a_dolphin_beside_a_boat_is_seen_above_the_waves() -> None:
    made = blocked(asked("Tom", aboard=("",), places=("river",), things=several("canoe"), animals=several("dolphin")))
    (dolphin,) = [p for p in made.pieces if p.animal == "dolphin"]
    assert made.swell is not None
    assert dolphin.body().top < made.swell - 10


@pytest.mark.parametrize("kind", ["raft", "canoe", "boat"])
@pytest.mark.parametrize("name", ["Tom", "Lia"])
def test_who_is_in_a_boat_is_in_it_from_very_near_too(kind: str, name: str) -> None:
    made = asked(name, aboard=("",), places=("lake",), things=several(kind))
    shown = blocked(replace(made, shot=replace(made.shot, near=Near.CLOSE, focus=name)))
    (boat,) = (p for p in shown.pieces if p.thing)
    high = of(shown, name).head()
    assert high is not None
    assert high.bottom - high.top > 200  # a fifth of the picture's height
    assert boat.box().top < 960
    near = blocked(replace(made, shot=replace(made.shot, near=Near.MEDIUM, focus=name)))
    assert of(shown, name).size >= 0.99 * of(near, name).size


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", list(Near))
def test_an_oar_is_over_the_side_and_its_hand_at_the_handle(near: Near, frame: Frame) -> None:
    made = scene("Tom Lia", frame=frame, places=("lake",), things=several("canoe", "oar"))
    acting = tuple(Acting(name=name, doing=Doing.SIT) for name in ("Tom", "Lia"))
    made = replace(made, scenery=replace(made.scenery, aboard=("",)), shot=ShotPlan(focus="Tom", acting=acting))
    made = embarked(made)
    shown = blocked(replace(made, shot=replace(made.shot, near=near)))
    oars = things(shown, "oar_out")
    rowers = [p for p in shown.pieces if p.player is not None]
    assert len(oars) == len(rowers)
    (boat,) = things(shown, "canoe")
    for oar, rower in zip(sorted(oars, key=lambda p: p.x), sorted(rowers, key=lambda p: p.x), strict=True):
        assert oar.order > boat.order
        assert not rower.act.holds
        far = rower.act.far_at
        assert far is not None
        hand = rower.x + (-far[0] if rower.flipped else far[0]) * rower.size, rower.y + far[1] * rower.size
        assert hand == pytest.approx((oar.x, oar.y - 0.4 * oar.size), abs=1)
        assert oar.body().bottom > boat.y


def test_a_boat_on_a_lake_is_a_rowing_boat_and_one_at_sea_has_sails() -> None:
    (boat,) = asked("Tom", places=("lake", "village"), things=several("boat")).scenery.things
    assert boat.concept.id == "rowboat"
    (boat,) = asked("Tom", places=("harbour",), things=several("boat")).scenery.things
    assert boat.concept.id == "boat"


@pytest.mark.parametrize("animal", ["mouse", "mole", "frog", "cat", "seal", "goat"])
def test_no_animal_is_hidden_by_the_side_of_its_boat(animal: str) -> None:
    shown = blocked(asked(f"Tom {animal}", aboard=("",), places=("lake",)))
    (boat,) = things(shown, "rowboat")
    one = of(shown, animal)
    aside = abs(one.x - boat.x) / boat.size
    rail = boat.y - (0.155 + 0.13 * (aside / 0.58) ** 2) * boat.size
    assert one.gait != "swim"
    assert rail - one.body().top > 0.6 * (one.body().bottom - one.body().top)
