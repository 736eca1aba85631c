"""Pictures in which one shot goes over into another, decoded, mixed and encoded as a group of their own.

Only these few are touched; before them stands what was seen, after them the next shot from its first group on. A shot
that loops is seen moving towards its first picture meanwhile, one that does not stands still.
"""

from __future__ import annotations

import io
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from languages.clock import TICKS_PER_S, frame_ticks
from languages.errors import EngineError
from video.encode import add_stream, headers_of, new_track
from video.fit import HOLD, Piece
from video.shot import Frame, Shot

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray
    """Y, U and V planes one after the other: uint8, (height * 3/2, width)."""

VERSION = "1"
"""Bumped when dissolves of equal shots should look otherwise."""
PAPER = (226, 120, 132)
"""Y', Cb and Cr of the paper that a film comes out of: that of cards of text, #FBF4E4."""
FIRST_SHARE = 0.3
"""Of the first shot in a film's first picture: messengers show that one for the film, and blank paper tells nothing."""
KEPT_BYTES = 48 * 1024 * 1024
"""Of dissolves that a process remembers: about 150 of 720p."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded picture."""

    data: bytes
    key: bool
    """Whether it begins a group."""


class _Kept:
    """What was made last: films of many languages go over from one shot into another at few moments of them."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[object, ...], tuple[Coded, ...]] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, asked: tuple[object, ...], make: Callable[[], tuple[Coded, ...]]) -> tuple[Coded, ...]:
        """What is asked for; made where it is not there. Two threads may make the same."""
        with self._lock:
            if asked in self._made:
                self._made.move_to_end(asked)
                return self._made[asked]
        made = make()
        with self._lock:
            if asked not in self._made:
                self._made[asked] = made
                self._bytes += _size(made)
            while self._bytes > KEPT_BYTES:
                self._bytes -= _size(self._made.popitem(last=False)[1])
        return made


def _size(coded: Sequence[Coded]) -> int:
    return sum(len(one.data) for one in coded)


_kept = _Kept()

Groups = Sequence[Sequence[Coded]]
"""Of a shot, the hold group last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two shots that take part."""

    shot: Shot
    groups: Groups
    header: bytes
    """SPS and PPS, as the file holds them."""


def dissolved(before: tuple[Side, Piece] | None, after: Side | None, count: int) -> tuple[Coded, ...]:
    """``count`` coded pictures in which one shot goes over into another.

    Args:
        before: a shot, and the piece of it that was seen last; None = paper.
        after: the shot that is seen next, from its first group on; None = paper.

    Raises:
        EngineError: they cannot be decoded, or are encoded otherwise than shots now are.
    """
    side = after or (before[0] if before else None)
    if side is None:
        raise EngineError("Paper goes over into paper.")
    asked: tuple[tuple[object, ...], tuple[object, ...], int] = (
        (before[0].shot.media, before[1].gop, before[1].frames) if before else (),
        (after.shot.media,) if after else (),
        count,
    )
    if any("" in part for part in asked[:2]):  # of what is in no store nobody knows whether it is the same
        return _dissolved(before, after, side, count)
    return _kept.get(asked, lambda: _dissolved(before, after, side, count))


def _dissolved(before: tuple[Side, Piece] | None, after: Side | None, side: Side, count: int) -> tuple[Coded, ...]:
    frame = Frame(width_px=side.shot.width_px, height_px=side.shot.height_px, fps=side.shot.fps)
    first = _following(*before, count) if before else [_paper(frame)] * count
    second = _preceding(after, count) if after else [_paper(frame)] * count
    return _encoded(_mixed(first, second, FIRST_SHARE if before is None else 0.0), frame, side.shot)


def _following(side: Side, piece: Piece, count: int) -> list[Picture]:
    """The pictures that would be seen after a piece."""
    shot = side.shot
    found: list[Picture] = []
    if piece.gop == HOLD:
        return _pictures(side, HOLD, 1) * count
    number, begin = piece.gop, piece.frames
    while len(found) < count:
        if begin < shot.gop_frames:
            found += _pictures(side, number, begin + count - len(found))[begin:]
        number, begin = number % shot.gops + 1, 0
        if number == shot.gops:
            if not shot.loops:
                found += _pictures(side, HOLD, 1) * (count - len(found))
            number = 0
    return found


def _preceding(side: Side, count: int) -> list[Picture]:
    """The pictures that would be seen before a shot's first group."""
    shot = side.shot
    if not shot.loops:
        return _pictures(side, 0, 1) * count
    found: deque[Picture] = deque(maxlen=count)
    for number in range(-(-count // shot.gop_frames), 0, -1):
        found.extend(_pictures(side, -number % shot.gops, shot.gop_frames))
    return list(found)


def _pictures(side: Side, group: int, count: int) -> list[Picture]:
    """The first ``count`` pictures of a group, or all where there are fewer."""
    import av
    from av.error import FFmpegError

    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = side.header
    decoder.thread_count = 1
    try:
        packets = (*(av.Packet(coded.data) for coded in side.groups[group][:count]), None)
        return [picture.to_ndarray(format="yuv420p") for packet in packets for picture in decoder.decode(packet)]
    except FFmpegError as error:
        raise EngineError(f"The shot of scene {side.shot.scene} cannot be decoded: {error}") from error


def _paper(frame: Frame) -> Picture:
    import numpy as np

    luma = frame.width_px * frame.height_px
    flat = np.repeat(np.array(PAPER, np.uint8), (luma, luma // 4, luma // 4))
    return flat.reshape(frame.height_px * 3 // 2, frame.width_px)


def _mixed(first: Sequence[Picture], second: Sequence[Picture], least: float) -> Iterator[Picture]:
    import cv2

    for n, (a, b) in enumerate(zip(first, second, strict=True), start=1):
        at = n / (len(first) + 1)
        share = least + (1 - least) * at * at * (3 - 2 * at)  # slow at both ends
        yield cv2.addWeighted(a, 1 - share, b, share, 0)


def _encoded(pictures: Iterator[Picture], frame: Frame, shot: Shot) -> tuple[Coded, ...]:
    import av
    from av.video.frame import PictureType

    written = io.BytesIO()
    step = frame_ticks(frame.fps)
    with new_track(written) as media:
        stream = add_stream(media, frame)
        for n, picture in enumerate(pictures):
            image = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            image.pts, image.time_base = n * step, Fraction(1, TICKS_PER_S)
            image.pict_type = PictureType.NONE if n else PictureType.I
            media.mux(stream.encode(image))
        media.mux(stream.encode(None))
    written.seek(0)
    with av.open(written, "r") as media:
        if headers_of(media) != shot.headers:
            raise EngineError(
                f"The shot of scene {shot.scene} was encoded otherwise than shots now are, so that nothing can be put "
                f"between it and the next.",
                remedy="Draw it again: run with another --store. Or pass --hard-cuts.",
            )
        return tuple(Coded(bytes(p), bool(p.is_keyframe)) for p in media.demux(video=0) if p.size)
