"""What moves on the stage: sheets of its own, between those of the place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from video.camera import layer_size
from video.direct import Acting, Doing, Near, ShotPlan
from video.engine import Figure, PaintJob
from video.engines.papercut import Engine
from video.shot import Frame, Layer, Painted

SMALL = Frame(width_px=320, height_px=180, fps=25)
CAST = (Figure(name="Nana", look="old woman, red shawl"), Figure(name="Lia", look="girl, yellow dress"))


def painted(folder: Path, brief: str, shot: ShotPlan, frame: Frame = SMALL) -> Painted:
    folder.mkdir(exist_ok=True)
    job = PaintJob(
        scene="s1", heading="", brief=brief, text=(), language="en", present=("Nana", "Lia"), cast=CAST, picture="",
        frame=frame, seed=5, folder=str(folder), shot=shot,
    )  # fmt: skip
    (answer,) = Engine().paint((job,))
    assert isinstance(answer, Painted)
    return answer


def parts(made: Painted) -> list[Layer]:
    return [layer for layer in made.layers if layer.path.endswith(".npy")]


@pytest.mark.parametrize("near", list(Near))
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
def test_parts_lie_on_even_pixels_within_the_layer_and_between_its_sheets(
    tmp_path: Path, near: Near, size: tuple[int, int]
) -> None:
    frame = Frame(width_px=size[0], height_px=size[1], fps=25)
    made = painted(tmp_path, "A village with a fire, a goat and two birds.", ShotPlan(near=near, focus="Lia"), frame)
    width, height = layer_size(frame)
    assert parts(made)
    assert made.layers[0].path.endswith(".png")
    for part in parts(made):
        cels = np.load(part.path)
        assert cels.dtype == np.uint8
        assert cels.ndim == 4
        assert cels.shape[3] == 4
        for number in (part.left_px, part.top_px, cels.shape[1], cels.shape[2]):
            assert number % 2 == 0
        assert 0 <= part.left_px <= width - cels.shape[2]
        assert 0 <= part.top_px <= height - cels.shape[1]
        assert cels[..., 3].any()


def test_only_the_one_whom_the_shot_is_about_speaks(tmp_path: Path) -> None:
    shot = ShotPlan(focus="Lia", talks=True, acting=(Acting(name="Lia", doing=Doing.SPEAK),))
    made = painted(tmp_path, "A meadow.", shot)
    (speaking,) = [layer for layer in made.layers if layer.talking]
    assert np.load(speaking.path).shape == np.load(speaking.talking).shape
    silent = painted(tmp_path / "b", "A meadow.", ShotPlan(focus="Lia"))
    assert not any(layer.talking for layer in silent.layers)


def test_a_longer_shot_runs_its_cels_through_more_often(tmp_path: Path) -> None:
    short, long = (
        painted(tmp_path / str(s), "A fire.", ShotPlan(seconds=s, acting=(Acting(name="Lia", doing=Doing.WALK),)))
        for s in (4.0, 16.0)
    )
    for one, other in zip(parts(short), parts(long), strict=True):
        if len(np.load(one.path)) > 1:
            assert other.cycles > 2 * one.cycles


def test_a_bird_leaves_at_one_side_and_comes_again_at_the_other(tmp_path: Path) -> None:
    made = painted(tmp_path, "A meadow with a bird.", ShotPlan(seconds=12))
    width = layer_size(SMALL)[0]
    (bird,) = [layer for layer in parts(made) if layer.depth > 0.1 and any(abs(x) > width / 3 for x, _ in layer.travel)]
    wide = np.load(bird.path).shape[2]
    places = [bird.left_px + x for x, _ in bird.travel]
    assert bird.travel[0] == (0.0, 0.0)
    jumps = [(a, b) for a, b in zip(places, [*places[1:], places[0]], strict=True) if abs(a - b) > width / 2]
    assert len(jumps) == 1
    assert all(x >= width or x + wide <= 0 for x in jumps[0])


def test_faces_are_told_for_the_layer_of_captions(tmp_path: Path) -> None:
    made = painted(tmp_path, "A meadow.", ShotPlan())
    assert len(made.faces) == 2
    assert all(0 <= f.left < f.right <= 1 and 0 <= f.top < f.bottom <= 1 for f in made.faces)
    (alone,) = painted(tmp_path / "b", "A meadow.", ShotPlan(near=Near.CLOSE, focus="Nana")).faces
    assert alone.bottom - alone.top > 0.25


def test_equal_shots_give_equal_bytes(tmp_path: Path) -> None:
    shot = ShotPlan(near=Near.MEDIUM, focus="Lia", talks=True)
    sums = [
        [Path(layer.path).read_bytes() for layer in painted(tmp_path / name, "A river, a goat.", shot).layers]
        for name in ("a", "b")
    ]
    assert sums[0] == sums[1]


def test_the_key_hangs_on_the_shot_and_not_on_its_number(tmp_path: Path) -> None:
    engine = Engine()
    job = PaintJob(
        scene="s1", heading="", brief="A meadow.", text=(), language="en", present=("Nana", "Lia"), cast=CAST,
        picture="", frame=SMALL, seed=5, folder=str(tmp_path),
    )  # fmt: skip
    from dataclasses import replace

    keys = [
        json_key(engine, replace(job, shot=shot))
        for shot in (
            ShotPlan(),
            ShotPlan(near=Near.CLOSE),
            ShotPlan(focus="Lia"),
            ShotPlan(talks=True),
            ShotPlan(acting=(Acting(name="Lia", doing=Doing.SIT),)),
        )
    ]
    assert len(set(keys)) == len(keys)
    assert json_key(engine, replace(job, shot=ShotPlan(number=3, first=7))) == keys[0]


def json_key(engine: Engine, job: PaintJob) -> str:
    return str(sorted(engine.key(job).items()))
