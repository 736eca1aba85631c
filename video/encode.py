"""Shots from pictures: one encoder profile for every shot, so that any shot can follow any other undecoded.

What makes joining safe, each point a rule: equal headers (SPS and PPS), closed groups of fixed length that begin
with an IDR, no B-frames, a fixed number of threads, a level for the stretched rate, and a hold group at the end
(an IDR and one more frame), because a hold by the last packet's duration is lost in the next remux.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from languages.clock import TICKS_PER_S, frame_ticks
from languages.errors import EngineError
from video.motion import frames
from video.shot import Frame, Painted, Shot

if TYPE_CHECKING:
    import numpy as np

    Planes = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The one way in which shots are encoded; part of every shot's key."""

    version: str = "1"
    codec: str = "libx264"
    preset: str = "veryfast"
    crf: int = 21
    threads: int = 1
    """Fixed: another number gives other bytes. One, as shots are encoded side by side."""
    lookahead: str = "rc-lookahead=0:mbtree=0"
    """None: with it, equal pictures gave other bytes in 1 to 10 of 150 runs on a busy machine, with one thread as
    with two (libx264 as in PyAV 18.1); without it in none of 450."""
    level: str = "4.0"
    """Room for 1080p30, and for 720p25 stretched to 0.8 of its length (31.25 frames a second)."""
    period_gops: int = 12
    """Groups in one period of a layered shot."""
    gop_frames: int = 0
    """Pictures in one group; 0 = as many as there are in a second."""


PROFILE = Profile()

LONGEST_CLIP_S = 120
"""A creator's clip is used up to here; a scene that is longer holds its last picture."""


def encoder_versions() -> dict[str, str]:
    """What decides the bytes besides the profile: the encoder's build."""
    import av

    return {"av": av.__version__, "libavcodec": ".".join(map(str, av.library_versions["libavcodec"]))}


def encode_shot(painted: Painted, frame: Frame, path: Path, *, seed: int = 0, profile: Profile = PROFILE) -> Shot:
    """Encodes layers or a clip into an MP4 at ``path`` and says what it holds (``media`` still empty).

    Raises:
        EngineError: there is nothing to encode, or the clip cannot be decoded.
    """
    gop = profile.gop_frames or frame.fps
    if painted.layers:
        count = profile.period_gops * gop
        written = _encode(frames(painted.layers, frame, count, seed), frame, path, profile)
    elif painted.clip:
        written = _encode(_whole_groups(_clip_planes(painted.clip, frame), gop), frame, path, profile)
    else:
        raise EngineError("The painter gave neither layers nor a clip.")
    return Shot(
        scene="",
        media="",
        width_px=frame.width_px,
        height_px=frame.height_px,
        fps=frame.fps,
        gops=written // gop,
        gop_frames=gop,
        loops=bool(painted.layers),
        headers=headers_of(path),
        seed=seed,
        prompt="",
        findings=painted.findings,
    )


def headers_of(path: Path) -> str:
    """sha256 of the stream headers (SPS and PPS) of an encoded shot."""
    import av

    with av.open(str(path)) as media:
        return sha256(media.streams.video[0].codec_context.extradata or b"").hexdigest()


def _encode(pictures: Iterable[Planes], frame: Frame, path: Path, profile: Profile) -> int:
    """Writes pictures and the hold group; how many pictures there were without the hold."""
    import av

    gop, step = profile.gop_frames or frame.fps, frame_ticks(frame.fps)
    with av.open(str(path), "w", format="mp4", options={"video_track_timescale": str(TICKS_PER_S)}) as media:
        stream = media.add_stream(profile.codec, rate=frame.fps)
        stream.width, stream.height, stream.pix_fmt = frame.width_px, frame.height_px, "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, TICKS_PER_S)
        context = stream.codec_context
        context.framerate = Fraction(frame.fps)
        context.thread_count = profile.threads
        context.color_primaries = context.color_trc = context.colorspace = 1  # BT.709
        context.color_range = 1  # limited
        stream.options = {
            "preset": profile.preset,
            "crf": str(profile.crf),
            "forced-idr": "1",
            "x264-params": f"bframes=0:keyint={gop}:min-keyint={gop}:scenecut=0:open-gop=0:force-cfr=1:"
            f"threads={profile.threads}:sliced-threads=0:level={profile.level}:{profile.lookahead}",
        }
        count, last = 0, None
        for planes in pictures:
            last = planes
            _put(media, stream, planes, count * step, first=count % gop == 0)
            count += 1
        if last is None:
            raise EngineError("There was no picture to encode.")
        for extra in range(2):
            _put(media, stream, last, (count + extra) * step, first=extra == 0)
        for packet in stream.encode(None):
            packet.duration = step
            media.mux(packet)
    return count


def _put(media: object, stream: object, planes: Planes, pts: int, *, first: bool) -> None:
    import av
    import numpy as np
    from av.video.frame import PictureType

    height, width = planes[0].shape
    flat = np.concatenate([p.reshape(-1) for p in planes]).reshape(height * 3 // 2, width)
    picture = av.VideoFrame.from_ndarray(flat, format="yuv420p")
    picture.pts, picture.time_base = pts, Fraction(1, TICKS_PER_S)
    picture.pict_type = PictureType.I if first else PictureType.NONE
    for packet in stream.encode(picture):  # pyright: ignore[reportAttributeAccessIssue]
        packet.duration = frame_ticks(round(stream.average_rate))  # pyright: ignore[reportAttributeAccessIssue]
        media.mux(packet)  # pyright: ignore[reportAttributeAccessIssue]


def _whole_groups(pictures: Iterator[Planes], gop: int) -> Iterator[Planes]:
    """The same pictures, the last one repeated until the last group is full."""
    last: Planes | None = None
    count = 0
    for last in pictures:
        count += 1
        yield last
    if last is not None:
        yield from repeat(last, -count % gop)


def _clip_planes(path: str, frame: Frame) -> Iterator[Planes]:
    """A creator's clip at the constant rate, filling the frame as far as its shape allows."""
    import av

    try:
        with av.open(path, options={"protocol_whitelist": "file"}) as media:
            stream = media.streams.video[0]
            stream.thread_type = "AUTO"
            yield from islice(_constant(media.decode(stream), frame), LONGEST_CLIP_S * frame.fps)
    except (av.error.FFmpegError, IndexError) as error:
        raise EngineError(f"The clip {path} cannot be decoded: {error}.", remedy="Save it as MP4 (H.264).") from error


def _constant(pictures: Iterator[object], frame: Frame) -> Iterator[Planes]:
    """One picture per frame of the constant rate: the last one that had begun by then."""
    origin: float | None = None
    shown: Planes | None = None
    n = 0
    for picture in chain(pictures, (None,)):
        if picture is None:
            break
        begin = float(picture.time or 0.0)  # pyright: ignore[reportAttributeAccessIssue]
        origin = begin if origin is None else origin
        while shown is not None and n / frame.fps < begin - origin - 1e-9:
            yield shown
            n += 1
        shown = _fill(picture, frame)
    if shown is not None:
        yield shown


def _fill(picture: object, frame: Frame) -> Planes:
    import cv2
    import numpy as np

    from video.motion import bgr_planes

    bgr = picture.to_ndarray(format="bgr24")  # pyright: ignore[reportAttributeAccessIssue]
    bgr = np.ascontiguousarray(np.rot90(bgr, (getattr(picture, "rotation", 0) // 90) % 4))
    h, w = bgr.shape[:2]
    W, H = frame.width_px, frame.height_px
    cover = max(W / w, H / h)
    if cover / min(W / w, H / h) > 1.4:  # too different in shape to be cropped: the whole of it, on its own blur
        ground = cv2.GaussianBlur(_crop(cv2.resize(bgr, None, fx=cover, fy=cover), W, H), (0, 0), W / 40)
        fit = min(W / w, H / h)
        small = cv2.resize(bgr, (min(W, round(w * fit)), min(H, round(h * fit))), interpolation=cv2.INTER_AREA)
        y, x = (H - small.shape[0]) // 2, (W - small.shape[1]) // 2
        ground[y : y + small.shape[0], x : x + small.shape[1]] = small
        return bgr_planes(ground)
    return bgr_planes(_crop(cv2.resize(bgr, None, fx=cover, fy=cover, interpolation=cv2.INTER_AREA), W, H))


def _crop(bgr: np.ndarray, width: int, height: int) -> np.ndarray:
    import cv2

    if bgr.shape[0] < height or bgr.shape[1] < width:  # rounding can leave a row or column short
        bgr = cv2.resize(bgr, (max(width, bgr.shape[1]), max(height, bgr.shape[0])))
    y, x = (bgr.shape[0] - height) // 2, (bgr.shape[1] - width) // 2
    return bgr[y : y + height, x : x + width].copy()
