"""The picture with which a clip begins, in its own colours."""

from __future__ import annotations

import subprocess
from pathlib import Path

import av
import numpy as np
import pytest

from languages.errors import EngineError, PictureRefused
from video.clip_picture import first_of_clip
from video.ownpicture.clip import check_clip
from video.shot import Face, Frame

SMALL = Frame(width_px=160, height_px=90, fps=25)


def write_clip(path: Path, bgr: tuple[int, int, int], *, half: bool = False) -> Path:
    """A clip that begins in one colour (``half``: on the left only) and goes on in black."""
    with av.open(str(path), "w") as media:
        stream = media.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for colour in (*[bgr] * 5, *[(0, 0, 0)] * 10):
            picture = np.full((90, 160, 3), colour, np.uint8)
            picture[:, 80:] = 0 if half else colour
            media.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="bgr24")))
        media.mux(stream.encode())
    return path


@pytest.mark.parametrize("bgr", [(200, 200, 200), (40, 160, 60), (30, 40, 190)])
def test_the_first_picture_has_the_colour_of_the_clip(tmp_path: Path, bgr: tuple[int, int, int]) -> None:
    shown = first_of_clip(str(write_clip(tmp_path / "clip.mp4", bgr)), SMALL)
    assert shown.shape == (90, 160, 3)
    assert abs(shown[20:70, 20:140].mean(axis=(0, 1)) - bgr).max() < 25


def test_what_is_no_clip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.mp4").write_bytes(b"nothing")
    with pytest.raises(EngineError, match=r"no\.mp4"):
        first_of_clip(str(tmp_path / "no.mp4"), SMALL)


def test_a_clip_that_says_its_pixels_are_a_hundred_times_as_wide_as_high_is_refused(tmp_path: Path) -> None:
    plain, wide = write_clip(tmp_path / "clip.mp4", (9, 9, 9)), tmp_path / "wide.mp4"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(plain), "-c", "copy", "-aspect", "16000:9", str(wide)]
    subprocess.run(command, check=True)
    check_clip(str(plain))
    with pytest.raises(PictureRefused, match=r"143\.4 times as wide as high"):
        check_clip(str(wide))


def test_faces_that_the_film_keeps_are_in_the_picture(tmp_path: Path) -> None:
    path = str(write_clip(tmp_path / "clip.mp4", (200, 200, 200), half=True))
    tall = Frame(width_px=90, height_px=160, fps=25)
    face = Face(left=0.1, top=0.3, right=0.2, bottom=0.5)
    assert (first_of_clip(path, tall, (face,)) != first_of_clip(path, tall)).any()
