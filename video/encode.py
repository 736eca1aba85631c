"""Shots from pictures: one encoder profile for every shot, so that any shot can follow any other undecoded.

What makes joining safe, each point a rule: equal headers (SPS and PPS), closed groups of fixed length that begin
with an IDR, no B-frames, a fixed number of threads, a level for the stretched rate, and a hold group at the end
(an IDR and one more frame), because a hold by the last packet's duration is lost in the next remux.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from languages.clock import TICKS_PER_S, frame_ticks
from languages.errors import EngineError
from video.clip_frames import clip_frames
from video.fit import SHORTEST
from video.motion import frames
from video.shot import Frame, Painted, Shot

if TYPE_CHECKING:
    import numpy as np
    from av.container import InputContainer, OutputContainer
    from av.video.stream import VideoStream

    Planes = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The one way in which shots are encoded; part of every shot's key."""

    version: str = "3"
    codec: str = "libx264"
    preset: str = "veryfast"
    crf: int = 21
    threads: int = 1
    """Fixed: another number gives other bytes. One, as shots are encoded side by side."""
    exact: str = "cpu-independent=1"
    """Leaves out x264's code that differs between processors (the lookahead's float arithmetic): with it, equal
    pictures gave other bytes in 1 to 10 of 150 runs on a busy machine; without it, in none of 1,680."""
    level: str = ""
    """Empty = the lowest from 4.0 on that has room for the frame at its fastest stretch."""
    period_gops: int = 12
    """Groups in one period of a layered shot."""
    gop_frames: int = 0
    """Pictures in one group; 0 = as many as there are in a second."""


PROFILE = Profile()

LEVELS = (
    ("4.0", 8_192, 245_760),
    ("4.2", 8_704, 522_240),
    ("5.0", 22_080, 589_824),
    ("5.1", 36_864, 983_040),
    ("5.2", 36_864, 2_073_600),
    ("6.0", 139_264, 4_177_920),
)
"""(level, macroblocks a picture, macroblocks a second). Source: ITU-T H.264, table A-1. Nothing below 4.0: every
player of today has that, and equal levels are equal headers."""


def level_of(frame: Frame) -> str:
    """The H.264 level with room for a frame whose groups are stretched to 0.8 of their length.

    Raises:
        EngineError: no level has.
    """
    blocks = -(-frame.width_px // 16) * -(-frame.height_px // 16)
    for level, picture, second in LEVELS:
        if blocks <= picture and blocks * frame.fps <= second * SHORTEST:
            return level
    raise EngineError(
        f"No level of H.264 has room for {frame.width_px} x {frame.height_px} at {frame.fps} frames a second.",
        remedy="Make the picture smaller.",
    )


@lru_cache
def encoder_versions() -> dict[str, str]:
    """What decides the bytes besides the profile: the builds of the scaler and of the encoder."""
    from importlib.metadata import version

    import av

    found = {"av": av.__version__, "opencv": version("opencv-python-headless"), "x264": _x264_build()}
    return {**found, "libavcodec": ".".join(map(str, av.library_versions["libavcodec"]))}


def _x264_build() -> str:
    """The encoder's own name for itself, which it writes into its first picture: ``core 165``."""
    import re
    from io import BytesIO

    import av

    coded = BytesIO()
    with av.open(coded, "w", format="h264") as media:
        stream = media.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 16, 16, "yuv420p"
        for packet in (*stream.encode(av.VideoFrame(16, 16, "yuv420p")), *stream.encode(None)):
            media.mux(packet)
    found = re.search(rb"x264 - ([ -~]*?) - ", coded.getvalue())
    if found is None:
        raise EngineError("The encoder x264 does not say which build it is.", remedy="Run `make setup` again.")
    return found[1].decode("ascii")


def encode_shot(
    painted: Painted,
    frame: Frame,
    path: Path,
    *,
    seed: int = 0,
    profile: Profile = PROFILE,
    seconds: float | None = None,
    talks: bool = False,
) -> Shot:
    """Encodes layers or a clip into an MP4 at ``path`` and says what it holds (``media`` still empty).

    Raises:
        EngineError: there is nothing to encode, or the clip cannot be decoded.
    """
    import av

    gop = profile.gop_frames or frame.fps
    if painted.layers:
        count = (profile.period_gops if seconds is None else max(1, round(seconds * frame.fps / gop))) * gop
        written = _encode(frames(painted.layers, frame, count, seed), frame, path, profile)
    elif painted.clip:
        written = _encode(_whole_groups(clip_frames(painted.clip, frame), gop), frame, path, profile)
    else:
        raise EngineError("The painter gave neither layers nor a clip.")
    with av.open(str(path)) as media:
        headers = headers_of(media)
    return Shot(
        scene="",
        media="",
        width_px=frame.width_px,
        height_px=frame.height_px,
        fps=frame.fps,
        gops=written // gop,
        gop_frames=gop,
        loops=bool(painted.layers),
        headers=headers,
        seed=seed,
        prompt="",
        findings=painted.findings,
    )


def headers_of(media: InputContainer) -> str:
    """sha256 of the stream headers (SPS and PPS) of an opened shot."""
    return sha256(media.streams.video[0].codec_context.extradata or b"").hexdigest()


def add_stream(media: OutputContainer, frame: Frame, profile: Profile = PROFILE) -> VideoStream:
    """The H.264 track of a file that is being written, on the clock of 48,000 ticks, as the profile has it."""
    gop = profile.gop_frames or frame.fps
    stream = cast("VideoStream", media.add_stream(profile.codec, rate=frame.fps))
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
        f"threads={profile.threads}:sliced-threads=0:level={profile.level or level_of(frame)}:{profile.exact}",
    }
    return stream


def _encode(pictures: Iterable[Planes], frame: Frame, path: Path, profile: Profile) -> int:
    """Writes pictures and the hold group; how many pictures there were without the hold."""
    import av

    gop, step = profile.gop_frames or frame.fps, frame_ticks(frame.fps)
    with av.open(str(path), "w", format="mp4", options={"video_track_timescale": str(TICKS_PER_S)}) as media:
        stream = add_stream(media, frame, profile)
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
