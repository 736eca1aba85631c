from __future__ import annotations

import subprocess
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from languages.errors import EngineError
from tests.video.conftest import SHORT_GROUPS, TINY
from video.clip_frames import clip_frames
from video.encode import encode_shot
from video.shot import Painted


def clip(path: Path, times_ms: tuple[int, ...], greys: tuple[int, ...], size: tuple[int, int] = (160, 90)) -> Path:
    """A clip of plain greys, each shown from its time on."""
    with av.open(str(path), "w") as media:
        stream = media.add_stream("libx264", rate=1000, options={"crf": "10"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.codec_context.time_base = stream.time_base = Fraction(1, 1000)
        for time, grey in zip(times_ms, greys, strict=True):
            picture = np.full((size[1], size[0], 3), grey, np.uint8)
            coded = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
            coded.pts, coded.time_base = time, Fraction(1, 1000)
            media.mux(stream.encode(coded))
        media.mux(stream.encode(None))
    return path


def lumas(path: Path) -> list[int]:
    return [int(y[45, 80]) for y, _ in clip_frames(str(path), TINY)]


def test_a_clip_of_varying_rate_becomes_constant(tmp_path: Path) -> None:
    found = lumas(clip(tmp_path / "v.mp4", (0, 40, 240, 280), (0, 80, 160, 240)))
    assert found == pytest.approx([16] + 5 * [85] + [153, 222], abs=3)


def test_a_faster_clip_shows_the_picture_of_each_moment(tmp_path: Path) -> None:
    times = tuple(range(0, 200, 10))
    found = lumas(clip(tmp_path / "fast.mp4", times, tuple(range(0, 200, 10))))
    assert len(found) == 6
    assert found[:5] == pytest.approx([16 + round(t * 219 / 255) for t in (0, 40, 80, 120, 160)], abs=4)


def test_a_clip_that_begins_late_begins_at_once(tmp_path: Path) -> None:
    assert len(lumas(clip(tmp_path / "late.mkv", (5000, 5040, 5080), (20, 40, 60)))) == 3


def test_a_clip_of_another_shape_is_shown_whole_on_its_own_blur(tmp_path: Path) -> None:
    tall = clip(tmp_path / "tall.mp4", (0, 40), (200, 200), (90, 160))
    y, uv = next(clip_frames(str(tall), TINY))
    assert (y.shape, uv.shape) == ((90, 160), (45, 80, 2))
    assert y.min() > 150  # no black bars


def test_a_clip_that_was_filmed_upright_stands_upright(tmp_path: Path) -> None:
    path, turned = tmp_path / "lying.mp4", tmp_path / "turned.mp4"
    with av.open(str(path), "w") as media:
        stream = media.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        picture = np.zeros((90, 160, 3), np.uint8)
        picture[:, :80] = 255
        for _ in range(3):
            media.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")))
        media.mux(stream.encode(None))
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-c", "copy", "-metadata:s:v", "rotate=90"]
    subprocess.run([*command, str(turned)], check=True)
    grey = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(turned), "-frames:v", "1", "-f", "rawvideo"]
    upright = subprocess.run([*grey, "-pix_fmt", "gray", "-"], capture_output=True, check=True).stdout
    theirs = np.frombuffer(upright, np.uint8).reshape(160, 90)  # as ffmpeg turns it
    y, _ = next(clip_frames(str(turned), TINY))
    assert (y[10, 80] > 125) == (theirs[10, 45] > 125)
    assert (y[80, 80] > 125) == (theirs[150, 45] > 125)
    assert abs(int(y[10, 80]) - int(y[80, 80])) > 150


def test_pixels_that_are_not_square_are_made_square(tmp_path: Path) -> None:
    path, wide = clip(tmp_path / "dv.mp4", (0, 40), (200, 200), (80, 90)), tmp_path / "wide.mp4"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(path), "-c", "copy", "-aspect", "16:9", str(wide)]
    subprocess.run(command, check=True)
    y, _ = next(clip_frames(str(wide), TINY))
    assert np.ptp(y) <= 3  # fills the frame: nothing beside it


def test_colours_of_a_clip_are_kept(tmp_path: Path, shots: tuple[tuple[object, Path], ...]) -> None:
    again = tmp_path / "again.mp4"
    encode_shot(Painted(clip=str(shots[0][1])), TINY, again, profile=SHORT_GROUPS)
    means: list[np.ndarray] = []
    for path in (shots[0][1], again):
        with av.open(str(path)) as media:
            picture = next(media.decode(video=0)).to_ndarray(format="yuv420p")
        means.append(np.array([picture[:90].mean(), picture[90:].mean()]))
    assert abs(means[0] - means[1]).max() < 1.5


@pytest.mark.parametrize("text", ["#EXTM3U\nfile:///etc/hostname\n", "ffconcat version 1.0\nfile 'own.mp4'\n", ""])
def test_a_file_that_names_other_files_is_not_followed(text: str, tmp_path: Path) -> None:
    clip(tmp_path / "own.mp4", (0, 40), (0, 0))
    (tmp_path / "no.mp4").write_text(text)
    with pytest.raises(EngineError, match=r"no\.mp4"):
        encode_shot(Painted(clip=str(tmp_path / "no.mp4")), TINY, tmp_path / "out.mp4", profile=SHORT_GROUPS)
