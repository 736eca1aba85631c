"""A creator's clip as pictures at the constant rate, filling the frame as far as its shape allows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from languages.errors import EngineError
from video.planes import opaque_planes
from video.shot import Frame

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np

    from video.planes import Planes

LONGEST_CLIP_S = 120
"""A creator's clip is used up to here; a scene that is longer holds its last picture."""
CROP_UP_TO = 1.4
"""A clip whose shape differs more than this from the frame's is shown whole, on its own blur."""
USUAL_RATE = 25


class _Picture(Protocol):
    """What is used of a decoded picture."""

    @property
    def time(self) -> float | None: ...

    @property
    def rotation(self) -> int: ...

    def to_ndarray(self, *, format: str) -> np.ndarray: ...


def clip_frames(path: str, frame: Frame) -> Iterator[Planes]:
    """Planes of a clip, one for each frame of the constant rate: the last picture begun by then.

    Only containers of the creator's own kinds are opened, and nothing that they refer to.

    Raises:
        EngineError: it cannot be decoded.
    """
    import av

    from video.ownpicture.clip import OPTIONS

    try:
        with av.open(path, options=dict(OPTIONS)) as media:
            stream = media.streams.video[0]
            stream.thread_type = "AUTO"
            wide = stream.sample_aspect_ratio or 1
            timed = _timed(media.decode(stream), float(stream.average_rate or USUAL_RATE))
            yield from islice(_constant(timed, frame, wide), LONGEST_CLIP_S * frame.fps)
    except (av.error.FFmpegError, IndexError) as error:
        raise EngineError(f"The clip {path} cannot be decoded: {error}.", remedy="Save it as MP4 (H.264).") from error


def _timed(pictures: Iterator[_Picture], rate: float) -> Iterator[tuple[float, _Picture]]:
    """Pictures with their times in seconds from the first; one without a time follows at the clip's own rate."""
    origin: float | None = None
    before: float | None = None
    for picture in pictures:
        time = 0.0 if before is None else before + 1 / rate
        if picture.time is not None:
            origin = picture.time - time if origin is None else origin
            time = max(before or 0.0, picture.time - origin)
        yield time, picture
        before = time


def _constant(timed: Iterator[tuple[float, _Picture]], frame: Frame, wide: Fraction | int) -> Iterator[Planes]:
    shown: _Picture | None = None
    planes: Planes | None = None  # only what is shown is converted, and that once
    n = 0
    for begin, picture in timed:
        while shown is not None and n / frame.fps < begin - 1e-9:
            planes = planes or _fill(shown, frame, wide)
            yield planes
            n += 1
        shown, planes = picture, None
    if shown is not None:
        yield _fill(shown, frame, wide)


def _fill(picture: _Picture, frame: Frame, wide: Fraction | int) -> Planes:
    import cv2
    import numpy as np

    bgr = picture.to_ndarray(format="bgr24")
    if wide != 1:  # pixels of the clip are not square
        bgr = cv2.resize(bgr, (max(1, round(bgr.shape[1] * wide)), bgr.shape[0]))
    bgr = np.ascontiguousarray(np.rot90(bgr, (picture.rotation // 90) % 4))
    h, w = bgr.shape[:2]
    W, H = frame.width_px, frame.height_px
    whole = min(W / w, H / h)
    ground = _cover(bgr, W, H)
    if max(W / w, H / h) / whole <= CROP_UP_TO:
        return _planes(ground)
    ground = cv2.GaussianBlur(ground, (0, 0), W / 40)
    size = (min(W, max(1, round(w * whole))), min(H, max(1, round(h * whole))))
    small = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
    y, x = (H - small.shape[0]) // 2, (W - small.shape[1]) // 2
    ground[y : y + small.shape[0], x : x + small.shape[1]] = small
    return _planes(ground)


def _planes(bgr: np.ndarray) -> Planes:
    packed = opaque_planes(bgr)
    return packed.full, packed.half


def _cover(bgr: np.ndarray, width: int, height: int) -> np.ndarray:
    """The middle of a picture, filling ``width`` x ``height``; cut first, as a long picture scaled whole is large."""
    import cv2

    h, w = bgr.shape[:2]
    keep_w, keep_h = min(w, max(1, round(h * width / height))), min(h, max(1, round(w * height / width)))
    x, y = (w - keep_w) // 2, (h - keep_h) // 2
    part = bgr[y : y + keep_h, x : x + keep_w]
    return cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA if keep_w > width else cv2.INTER_LINEAR)
