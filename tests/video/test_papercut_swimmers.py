"""Animals that swim are in the water, and large enough to be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.video.test_papercut_stage_rules import SHAPES, WIDE, blocked, of, scene, several, things
from video.concepts.scenery import Mention
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.scene import Blocked, Scene
from video.engines.papercut.staging.waterside import from_the_water
from video.shot import Frame


def swimming(kind: str, count: int = 1) -> tuple[Mention, ...]:
    return tuple(replace(m, swims=True) for m in several(kind, count=count))


def herd(made: Blocked, kind: str) -> list[Piece]:
    return [p for p in made.pieces if p.animal == kind]


def seen(players: str, frame: Frame = WIDE, **how: object) -> Scene:
    return from_the_water(scene(players, frame=frame, **how))  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize(("kind", "count"), [("seal", 3), ("dolphin", 3), ("fish", 6), ("bear", 1)])
def test_where_all_swim_the_sea_reaches_to_the_foot_of_the_picture(frame: Frame, kind: str, count: int) -> None:
    made = blocked(seen("", frame, places=("sea",), animals=swimming(kind, count)))
    found = herd(made, kind)
    assert len(found) == count
    assert made.left_out == ()
    least = 60.0 if kind == "fish" else 150.0
    assert all(p.body().width > least for p in found)


@pytest.mark.parametrize("kind", ["beaver", "dog", "polar_bear", "duck", "seal"])
def test_what_swims_beside_somebody_ashore_is_behind_them(kind: str) -> None:
    made = blocked(seen("Nana", places=("lake",), animals=swimming(kind)))
    (one,) = herd(made, kind)
    assert one.row < of(made, "Nana").row
    assert one.gait == "swim" or one.clip is not None


def test_an_animal_that_does_not_swim_stays_ashore() -> None:
    made = blocked(seen("Nana", places=("lake",), animals=several("dog")))
    (one,) = herd(made, "dog")
    assert (one.gait, one.clip) == ("stand", None)


def test_no_whale_is_behind_the_lighthouse_or_on_the_quay() -> None:
    made = blocked(seen("", places=("harbour",), things=several("lighthouse"), animals=several("whale")))
    (tower,), (whale,) = things(made, "lighthouse"), herd(made, "whale")
    assert not tower.body().meets(whale.body())
    assert whale.clip is not None


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_a_bare_tree_has_room_behind_two(frame: Frame) -> None:
    made = blocked(scene("Nana Lia", frame=frame, places=("garden",), things=several("bare_tree", "bench")))
    assert made.left_out == ()
