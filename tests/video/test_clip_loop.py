from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from tests.video.conftest import TINY
from video.clip_loop import looped
from video.encode import encode_shot
from video.shot import Painted, Shot

if TYPE_CHECKING:
    from video.planes import Planes

GOP, FPS = 5, 10


def ramp(count: int) -> Iterator[Planes]:
    """Pictures that are each a little lighter than the one before."""
    for n in range(count):
        yield np.full((4, 4), 20 + 2 * n, np.uint8), np.full((2, 2, 2), 128, np.uint8)


def lumas(count: int) -> list[int]:
    return [(int(y[0, 0]) - 20) // 2 for y, _ in looped(ramp(count), GOP, FPS)]


def test_a_clip_is_cut_to_whole_groups_and_its_end_goes_over_into_its_beginning() -> None:
    found = lumas(43)
    assert len(found) == 40
    assert found[:35] == list(range(35))
    assert found[35:] == sorted(found[35:], reverse=True)
    assert 0 <= found[-1] <= 4


@pytest.mark.parametrize("count", [2, 3, 4, 6, 7, 9])
def test_a_short_clip_goes_forth_and_back(count: int) -> None:
    found = lumas(count)
    assert len(found) % GOP == 0
    assert set(found) == set(range(count))
    assert max(abs(a - b) for a, b in pairwise([*found, found[0]])) <= 1


def test_one_picture_stays() -> None:
    assert lumas(1) == [0] * 10
    assert lumas(0) == []


def test_a_clip_of_ones_own_loops_without_a_jump(shots: tuple[tuple[Shot, Path], ...], tmp_path: Path) -> None:
    path = tmp_path / "own.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=25, options={"crf": "12"})
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for n in range(60):
            picture = np.zeros((90, 160, 3), np.uint8)
            picture[:, n * 2 : n * 2 + 40] = 255
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        out.mux(stream.encode())
    shot = encode_shot(Painted(clip=str(path), loops=True), TINY, tmp_path / "shot.mp4")
    assert (shot.loops, shot.gops, shot.gop_frames) == (True, 5, 12)
    assert shot.headers == shots[0][0].headers
    with av.open(str(tmp_path / "shot.mp4")) as media:
        pictures = [f.to_ndarray()[:90].astype(int) for f in media.decode(video=0)][:60]
    steps = [abs(a - b).mean() for a, b in pairwise([*pictures, pictures[0]])]
    assert steps[-1] <= 1.5 * max(steps[:-1])
