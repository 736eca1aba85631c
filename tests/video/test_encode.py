from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import pytest

from languages.errors import EngineError
from tests.video.conftest import SHORT_GROUPS, TINY, painted
from video.encode import encode_shot
from video.shot import Painted, Shot

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
    for name in ("a", "b"):
        encode_shot(picture, TINY, tmp_path / name, seed=3, profile=SHORT_GROUPS)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_clip_that_is_no_film_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"#EXTM3U\nfile:///etc/hostname\n")
    with pytest.raises(EngineError, match=r"no\.mp4"):
        encode_shot(Painted(clip=str(tmp_path / "no.mp4")), TINY, tmp_path / "out.mp4", profile=SHORT_GROUPS)


def test_a_painter_that_gave_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="neither"):
        encode_shot(Painted(), TINY, tmp_path / "out.mp4", profile=SHORT_GROUPS)
