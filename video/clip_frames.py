"""A creator's clip as pictures at the constant rate, filling the frame as far as its shape allows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from languages.errors import EngineError
from video.ownpicture.framing import CUT_UP_TO, cut_of
from video.planes import opaque_planes
from video.shot import Face, Frame

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np

    from video.planes import Planes

LONGEST_CLIP_S = 120
"""A creator's clip is used up to here; a scene that is longer holds its last picture."""
USUAL_RATE = 25


class _Picture(Protocol):
    """What is used of a decoded picture."""

    @property
    def time(self) -> float | None: ...

    @property
    def rotation(self) -> int: ...

    def to_ndarray(self, *, format: str) -> np.ndarray: ...


def clip_frames(path: str, frame: Frame, keep: tuple[Face, ...] = ()) -> Iterator[Planes]:
    """Planes of a clip, one for each frame of the constant rate: the last picture begun by then.

    Only containers of the creator's own kinds are opened, and nothing that they refer to.

    Args:
        path: a checked clip.
        frame: what it is to fill.
        keep: faces, as shares of its upright pictures, that are not cut.

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
            yield from islice(_constant(timed, _Filling(frame, wide, keep)), LONGEST_CLIP_S * frame.fps)
    except (av.error.FFmpegError, IndexError) as error:
        raise EngineError(f"The clip {path} cannot be decoded: {error}.", remedy="Save it as MP4 (H.264).") from error


def shown_part(size: tuple[int, int], frame: Frame, keep: tuple[Face, ...]) -> Face:
    """The rectangle of a clip's upright pictures that the frame shows, as shares of them; beyond 0 and 1 on the sides
    where the clip is shown whole.
    """
    w, h = size
    W, H = frame.width_px, frame.height_px
    cut = cut_of(size, W / H, keep, focus=(0.5, 0.5), up_to=CUT_UP_TO)
    if cut is None:
        wide, high = max(1.0, W / H * h / w), max(1.0, H / W * w / h)
        return Face(left=(1 - wide) / 2, top=(1 - high) / 2, right=(1 + wide) / 2, bottom=(1 + high) / 2)
    left, top = cut.left / w, cut.top / h
    return Face(left=left, top=top, right=left + cut.width / w, bottom=top + cut.height / h)


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


@dataclass(frozen=True, slots=True)
class _Filling:
    """How pictures of a clip fill the frame."""

    frame: Frame
    wide: Fraction | int
    """How much wider than high its pixels are."""
    keep: tuple[Face, ...]


def _constant(timed: Iterator[tuple[float, _Picture]], filling: _Filling) -> Iterator[Planes]:
    shown: _Picture | None = None
    planes: Planes | None = None  # only what is shown is converted, and that once
    n = 0
    for begin, picture in timed:
        while shown is not None and n / filling.frame.fps < begin - 1e-9:
            planes = planes or _fill(shown, filling)
            yield planes
            n += 1
        shown, planes = picture, None
    if shown is not None:
        yield _fill(shown, filling)


def _fill(picture: _Picture, filling: _Filling) -> Planes:
    import cv2

    from video.ownpicture.clip import upright

    bgr = upright(picture, filling.wide)
    h, w = bgr.shape[:2]
    W, H = filling.frame.width_px, filling.frame.height_px
    cut = cut_of((w, h), W / H, filling.keep, focus=(0.5, 0.5), up_to=CUT_UP_TO)
    if cut is not None:
        return _planes(_scaled(cut.of(bgr), (W, H)))
    whole = min(W / w, H / h)
    ground = cv2.GaussianBlur(_cover(bgr, W, H), (0, 0), W / 40)
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
    cut = cut_of((bgr.shape[1], bgr.shape[0]), width / height, (), focus=(0.5, 0.5), up_to=math.inf)
    assert cut is not None
    return _scaled(cut.of(bgr), (width, height))


def _scaled(part: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    import cv2

    shrinking = part.shape[1] > size[0]
    return cv2.resize(part, size, interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)
