"""Checks that a creator's clip is one that plays: its kind, its length, its size, its first pictures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

import av
import numpy as np

from languages.errors import PictureRefused
from video.ownpicture.faces import find_faces
from video.ownpicture.header import CLIPS
from video.shot import Face

LEAST_S, MOST_S = 0.2, 600.0
MOST_WIDTH_PX, MOST_HEIGHT_PX = 4096, 4096
MOST_STRETCHED = 4
"""Of pixels that are not square: 2 is the most that cinema has, and a picture is made as wide as a clip says."""
MOMENTS = 4
"""Of a clip at which faces are looked for: its first, and after each quarter."""
DEMUXERS = frozenset({"mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm"})
# No protocol but files, no reference to other files: a clip cannot make us fetch or read anything else.
OPTIONS = {
    "protocol_whitelist": "file",
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm",
    "enable_drefs": "0",
}


def check_clip(path: str) -> None:
    """Returns when a clip's first video stream decodes and its length and size are sound.

    Raises:
        PictureRefused: anything of this is not so.
    """
    try:
        with av.open(path, mode="r", options=dict(OPTIONS)) as container:
            if container.format.name not in DEMUXERS:
                raise _refused(path, f"The clip's format is {container.format.name}", f"A clip is {CLIPS}.")
            if not container.streams.video:
                raise _refused(path, "The clip has no picture", "A clip has a video stream.")
            stream = container.streams.video[0]
            width, height = stream.codec_context.width, stream.codec_context.height
            if width > MOST_WIDTH_PX or height > MOST_HEIGHT_PX or min(width, height) < 16:
                expected = f"From 16 x 16 to {MOST_WIDTH_PX} x {MOST_HEIGHT_PX} pixels (4K)."
                raise _refused(path, f"The clip has {width} x {height} pixels", expected)
            wide = stream.sample_aspect_ratio or 1
            if not 1 / MOST_STRETCHED <= wide <= MOST_STRETCHED:
                expected = f"Pixels of a clip are at most {MOST_STRETCHED} times as wide as high, or as high as wide."
                raise _refused(path, f"The clip's pixels are {float(wide):.4g} times as wide as high", expected)
            length = _length_s(container.duration, stream.duration, stream.time_base)
            if length is not None and not LEAST_S <= length <= MOST_S:
                expected = f"Clips last from {LEAST_S:g} s to {MOST_S / 60:g} minutes."
                raise _refused(path, f"The clip lasts {length:.2f} s", expected)
            _decode_some(path, container)
    except (av.error.FFmpegError, ValueError) as error:
        raise _refused(path, f"The clip cannot be read ({str(error)[:120]})", f"A whole {CLIPS} file.") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was seen in a clip."""

    width_px: int
    """Of its upright pictures, in square pixels."""
    height_px: int
    faces: tuple[Face, ...]
    """Wherever one was at a moment that was looked at, as shares of width and height."""


def look_at(path: str) -> Looked:
    """Looks for faces in a few pictures of a checked clip.

    Raises:
        PictureRefused: it cannot be decoded.
    """
    try:
        with av.open(path, mode="r", options=dict(OPTIONS)) as container:
            stream = container.streams.video[0]
            length = _length_s(container.duration, stream.duration, stream.time_base) or 0.0
            size, faces = (0, 0), []
            for n in range(MOMENTS):
                if n:
                    container.seek(int(length * n / MOMENTS * 1_000_000))
                picture = next(container.decode(stream), None)
                if picture is None:
                    break
                bgr = upright(picture, stream.sample_aspect_ratio or 1)
                size = (bgr.shape[1], bgr.shape[0])
                faces += find_faces(bgr)
    except (av.error.FFmpegError, ValueError) as error:
        raise _refused(path, f"The clip cannot be read ({str(error)[:120]})", f"A whole {CLIPS} file.") from error
    if not all(size):
        raise _refused(path, "No picture of the clip could be decoded", "A clip's video stream decodes.")
    return Looked(width_px=size[0], height_px=size[1], faces=tuple(faces))


class Shown(Protocol):
    """What is used of a decoded picture."""

    @property
    def rotation(self) -> int: ...

    def to_ndarray(self, *, format: str) -> np.ndarray: ...


def upright(picture: Shown, wide: Fraction | int) -> np.ndarray:
    """A decoded picture as BGR, its pixels made square, turned as it was filmed."""
    import cv2

    bgr = picture.to_ndarray(format="bgr24")
    if wide != 1:  # pixels of the clip are not square
        bgr = cv2.resize(bgr, (max(1, round(bgr.shape[1] * wide)), bgr.shape[0]))
    return np.ascontiguousarray(np.rot90(bgr, (picture.rotation // 90) % 4))


def _length_s(container: int | None, stream: int | None, time_base: Fraction | None) -> float | None:
    if container is not None:
        return container / 1_000_000
    return float(stream * time_base) if stream is not None and time_base is not None else None


def _decode_some(path: str, container: av.container.InputContainer) -> None:
    """The first pictures really decode; one alone could be a cover image."""
    count = 0
    for _ in container.decode(video=0):
        count += 1
        if count >= 3:
            return
    if count == 0:
        raise _refused(path, "No picture of the clip could be decoded", "A clip's video stream decodes.")


def _refused(path: str, what: str, expected: str) -> PictureRefused:
    return PictureRefused(
        f"{what}.", path=path, expected=expected, remedy="Convert it to MP4 (H.264) and name that file."
    )
