"""A camera that goes along with those who walk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import pytest

from tests.video.test_papercut_stage_rules import SHAPES, blocked, doing, scene, several
from video.direct import Doing, Near
from video.engines.papercut.proportions import layer_size
from video.engines.papercut.staging.compose import paint_scene, view_for
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.staging.tracking import way_of
from video.shot import Frame


def walking(names: str = "Tom Lia", frame: Frame = SHAPES[0], near: Near = Near.WIDE, **scenery: object) -> Scene:
    acts = dict.fromkeys(names.split(), Doing.WALK)
    shot = replace(doing(near, names.split()[0], **acts), seconds=10.0)
    return scene(names, shot, frame, **scenery)  # pyright: ignore[reportArgumentType]


def way(made: Scene) -> float:
    return way_of(made, view_for(made), blocked(made))


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("near", [Near.WIDE, Near.MEDIUM])
def test_the_land_passes_behind_who_walks(near: Near, frame: Frame, tmp_path: Path) -> None:
    made = walking(frame=frame, near=near, places=("village",))
    painted = paint_scene(made, tmp_path)
    passing = [layer for layer in painted.layers if layer.pans]
    assert passing
    assert not painted.layers[0].pans  # the sky stays
    for layer in passing:
        picture = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
        assert picture is not None
        assert picture.shape[1] == layer_size(frame)[0] + layer.pans
        assert layer.pans > 0  # they go to the right


@pytest.mark.parametrize(
    "made",
    [
        walking(places=("room",)),
        walking(places=("cave",)),
        walking(places=("field",), things=several("well")),
        replace(walking(places=("field",)), still=True),
        scene("Tom Lia", replace(doing(Tom=Doing.WALK, Lia=Doing.STAND), seconds=10.0), places=("field",)),
        scene("Tom Lia", replace(doing(Tom=Doing.WALK, Lia=Doing.WALK), seconds=4.0), places=("field",)),
    ],
    ids=("room", "cave", "well", "still", "one stands", "short"),
)
def test_the_land_stays_where_somebody_or_something_stands(made: Scene) -> None:
    assert not way(made)


def test_nearer_sheets_of_land_pass_faster(tmp_path: Path) -> None:
    painted = paint_scene(walking(places=("forest",)), tmp_path)
    pans = [layer.pans for layer in painted.layers if layer.pans]
    assert pans == sorted(pans)
    assert len(set(pans)) == 3
