from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import pytest

from languages.errors import EngineError
from tests.video.conftest import SHORT_GROUPS, TINY, painted
from video.encode import encode_shot, encoder_versions, level_of
from video.shot import Frame, Painted, Shot

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
