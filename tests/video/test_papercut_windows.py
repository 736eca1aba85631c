"""What is seen through the windows of a room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.video.test_papercut_stage_rules import SHAPES, scene
from video.chance import Chance
from video.engines.papercut.land.draw import draw_sky
from video.engines.papercut.land.panes import falling_in
from video.engines.papercut.land.sky import fog_of
from video.engines.papercut.paper import Board
from video.engines.papercut.staging.compose import paint_scene, view_for
from video.shot import Frame

ROOMS = ("room", "kitchen", "apartment", "classroom", "workshop", "stairwell", "hospital", "office", "hut")


def wall(place: str, frame: Frame = SHAPES[0], **scenery: object) -> np.ndarray:
    view = view_for(scene(frame=frame, places=(place,), **scenery))  # pyright: ignore[reportArgumentType]
    board = Board(frame, view.light, Chance(1, "wall"), base=view.light.sky[0])
    draw_sky(board, view)
    return board.pixels()[..., :3].astype(int)


@pytest.mark.parametrize("place", ROOMS)
def test_rain_and_snow_are_seen_from_inside(place: str) -> None:
    dry, wet, white = wall(place), wall(place, weather=("rain",)), wall(place, weather=("snow",))
    assert (np.abs(dry - wet).max(axis=2) > 20).mean() > 0.001
    assert (np.abs(dry - white).max(axis=2) > 20).mean() > 0.001


def test_no_moon_shines_in_where_the_story_has_none() -> None:
    there, gone = wall("room", time="night"), wall("room", time="night", absent=("moon",))
    changed = np.abs(there - gone).max(axis=2) > 60
    assert changed.any()
    assert there[changed].mean() > gone[changed].mean()


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
def test_what_falls_outside_moves_in_a_film_and_stands_in_a_still(frame: Frame, tmp_path: Path) -> None:
    made = scene("Lia", frame=frame, places=("room",), weather=("rain",))
    assert falling_in(view_for(made), frame)
    assert any("pane" in layer.path for layer in paint_scene(made, tmp_path).layers)
    assert not any("pane" in layer.path for layer in paint_scene(replace(made, still=True), tmp_path).layers)
    assert not falling_in(view_for(scene("Lia", frame=frame, places=("room",))), frame)


@pytest.mark.parametrize("time", ["morning", "day", "afternoon"])
def test_fog_by_day_is_grey(time: str) -> None:
    """Its channels lie near one another, where a golden haze's do not."""
    view = view_for(scene(frame=SHAPES[0], places=("harbour",), time=time, weather=("fog",)))
    white = fog_of(view.outside)
    channels = [(white >> shift) & 255 for shift in (16, 8, 0)]
    assert max(channels) - min(channels) < 24
