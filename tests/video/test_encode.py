from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from languages.errors import EngineError
from tests.video.conftest import SHORT_GROUPS, TINY, painted
from video.direct import Near, ShotPlan
from video.encode import encode_shot, encoder_versions, level_of
from video.shot import Face, Frame, Layer, Painted, Shot

Shots = tuple[tuple[Shot, Path], ...]


def test_every_group_begins_with_a_keyframe_and_the_last_one_is_the_hold(shots: Shots) -> None:
    shot, path = shots[0]
    with av.open(str(path)) as media:
        keys = [p.is_keyframe for p in media.demux(video=0) if p.size]
    expected = [n % shot.gop_frames == 0 for n in range(shot.gops * shot.gop_frames)] + [True, False]
    assert keys == expected


def test_no_picture_waits_for_a_later_one(shots: Shots) -> None:
    for _, path in shots:
        with av.open(str(path)) as media:
            packets = [p for p in media.demux(video=0) if p.size]
        assert [p.pts for p in packets] == [p.dts for p in packets] == [1920 * n for n in range(len(packets))]


def test_the_hold_repeats_the_last_picture(shots: Shots) -> None:
    shot, path = shots[0]
    with av.open(str(path)) as media:
        pictures = [f.to_ndarray().astype(int) for f in media.decode(video=0)]
    assert len(pictures) == shot.gops * shot.gop_frames + 2
    assert abs(pictures[-1] - pictures[-3]).mean() < 2


def test_the_last_picture_runs_into_the_first(shots: Shots) -> None:
    shot, path = shots[0]
    with av.open(str(path)) as media:
        pictures = [f.to_ndarray().astype(int) for f in media.decode(video=0)][: shot.gops * shot.gop_frames]
    steps = [abs(a - b).mean() for a, b in pairwise(pictures)]
    assert shot.loops
    assert abs(pictures[-1] - pictures[0]).mean() <= 1.5 * max(steps)


def test_layers_and_clips_have_equal_headers(shots: Shots) -> None:
    assert len({shot.headers for shot, _ in shots}) == 1
    assert [shot.loops for shot, _ in shots] == [True, True, False]


def test_equal_pictures_give_equal_bytes(tmp_path: Path) -> None:
    picture = painted(tmp_path, 3)
    made: set[bytes] = set()
    for _ in range(12):
        encode_shot(picture, TINY, tmp_path / "shot.mp4", seed=3, profile=SHORT_GROUPS)
        made.add((tmp_path / "shot.mp4").read_bytes())
    assert len(made) == 1


@pytest.mark.parametrize(
    ("frame", "level"),
    [
        (Frame(), "4.0"),
        (Frame(fps=60), "4.2"),
        (Frame(width_px=1920, height_px=1080, fps=24), "4.0"),
        (Frame(width_px=1920, height_px=1080, fps=25), "4.2"),
        (Frame(width_px=1920, height_px=1080, fps=60), "5.1"),
        (Frame(width_px=3840, height_px=2160, fps=50), "5.2"),
    ],
)
def test_the_level_has_room_for_the_fastest_stretch(frame: Frame, level: str) -> None:
    assert level_of(frame) == level


def test_a_frame_that_no_level_has_room_for_is_refused() -> None:
    with pytest.raises(EngineError, match="7680 x 4320"):
        level_of(Frame(width_px=7680, height_px=4320, fps=60))


def test_pictures_are_tagged_as_bt709_of_limited_range(shots: Shots) -> None:
    for _, path in shots:
        with av.open(str(path)) as media:
            picture = next(media.decode(video=0))
        assert (picture.colorspace, picture.color_range) == (1, 1)


def test_the_builds_that_decide_the_bytes_are_named() -> None:
    assert set(encoder_versions()) == {"av", "libavcodec", "opencv", "x264"}
    assert encoder_versions()["x264"].startswith("core ")


def test_a_painter_that_gave_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="neither"):
        encode_shot(Painted(), TINY, tmp_path / "out.mp4", profile=SHORT_GROUPS)


def speaker(folder: Path) -> Painted:
    """Sheets, and before them a head of four pictures that opens its white mouth while it speaks."""
    still = painted(folder, 5)
    cels = np.zeros((4, 40, 40, 4), np.uint8)
    cels[:, 4:-4, 4:-4] = (40, 40, 40, 255)
    np.save(folder / "quiet.npy", cels)
    cels[1::2, 20:32, 10:30, :3] = 255
    np.save(folder / "talking.npy", cels)
    head = Layer(path=str(folder / "quiet.npy"), talking=str(folder / "talking.npy"), depth=0.7, left_px=70, top_px=30,
                 cycles=3)  # fmt: skip
    return Painted(layers=(*still.layers, head), faces=(Face(left=0.3, top=0.2, right=0.5, bottom=0.5),))


def test_where_somebody_talks_the_same_moments_stand_twice(tmp_path: Path) -> None:
    path = tmp_path / "talk.mp4"
    shot = encode_shot(speaker(tmp_path), TINY, path, seed=2, plan=ShotPlan(talks=True, seconds=2.0))
    assert (shot.talks, shot.gops, shot.gop_frames, shot.loops) == (True, 4, 12, True)
    with av.open(str(path)) as media:
        packets = [p for p in media.demux(video=0) if p.size]
    assert [p.is_keyframe for p in packets] == [n % 12 == 0 for n in range(96)] + [True, False]
    assert [p.pts for p in packets] == [p.dts for p in packets] == [1920 * n for n in range(98)]
    with av.open(str(path)) as media:
        pictures = [f.to_ndarray()[:90].astype(int) for f in media.decode(video=0)]
    quiet, talking, hold = pictures[:48], pictures[48:96], pictures[96:]
    mouths = [int((b - a > 100).sum()) for a, b in zip(quiet, talking, strict=True)]
    assert any(count > 100 for count in mouths)
    assert any(count == 0 for count in mouths)
    elsewhere = [abs(b - a)[:, 120:].mean() for a, b in zip(quiet, talking, strict=True)]
    assert max(elsewhere) < 2
    assert all(abs(picture - quiet[-1]).mean() < 2 for picture in hold)


def test_where_another_talks_too_the_same_moments_stand_three_times(tmp_path: Path) -> None:
    one = speaker(tmp_path)
    head = one.layers[-1]
    two = Painted(layers=(*one.layers, dataclasses.replace(head, left_px=10, other=True)))
    path = tmp_path / "talk.mp4"
    shot = encode_shot(two, TINY, path, seed=2, plan=ShotPlan(talks=True, also="Bo", seconds=1.0))
    assert (shot.talks, shot.also, shot.gops) == (True, True, 2)
    with av.open(str(path)) as media:
        pictures = [f.to_ndarray()[:90].astype(int) for f in media.decode(video=0)]
    assert len(pictures) == 3 * 24 + 2
    quiet, first, other = pictures[:24], pictures[24:48], pictures[48:72]

    def mouths(told: list[np.ndarray]) -> tuple[bool, bool]:
        left = any((b - a > 100)[:, :60].sum() > 100 for a, b in zip(quiet, told, strict=True))
        return left, any((b - a > 100)[:, 60:].sum() > 100 for a, b in zip(quiet, told, strict=True))

    assert mouths(first) == (False, True)
    assert mouths(other) == (True, False)


def test_nobody_talks_where_the_plan_or_the_painter_says_so(tmp_path: Path) -> None:
    plan = ShotPlan(talks=True, seconds=1.0)
    mute = encode_shot(painted(tmp_path, 1), TINY, tmp_path / "a.mp4", plan=plan)
    silent = encode_shot(speaker(tmp_path), TINY, tmp_path / "b.mp4", plan=ShotPlan(seconds=1.0))
    assert [(shot.talks, shot.gops, shot.gop_frames) for shot in (mute, silent)] == 2 * [(False, 1, 25)]
    assert silent.faces == speaker(tmp_path).faces


def test_shots_of_all_plans_may_stand_in_one_film(shots: Shots, tmp_path: Path) -> None:
    plans = (ShotPlan(), ShotPlan(talks=True, seconds=1.0, near=Near.CLOSE), ShotPlan(seconds=3.0))
    made = {encode_shot(speaker(tmp_path), TINY, tmp_path / "x.mp4", plan=plan).headers for plan in plans}
    assert made == {shots[0][0].headers}


def test_the_period_lasts_as_long_as_the_plan(tmp_path: Path) -> None:
    lengths = {s: encode_shot(painted(tmp_path, 1), TINY, tmp_path / "p.mp4", plan=ShotPlan(seconds=s)).gops
               for s in (0.1, 2.6, 8.0)}  # fmt: skip
    assert lengths == {0.1: 1, 2.6: 3, 8.0: 8}


def test_layers_that_do_not_hold_what_they_should_are_an_error(tmp_path: Path) -> None:
    np.save(tmp_path / "bad.npy", np.zeros((2, 8, 8), np.uint8))
    bad = Painted(layers=(*painted(tmp_path, 1).layers, Layer(path=str(tmp_path / "bad.npy"), depth=0.5)))
    with pytest.raises(EngineError, match="cannot be shown"):
        encode_shot(bad, TINY, tmp_path / "out.mp4")
