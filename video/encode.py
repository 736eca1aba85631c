"""Shots from pictures: one encoder profile for every shot, so that any shot can follow any other undecoded.

What makes joining safe, each point a rule: equal headers (SPS and PPS), closed groups of fixed length that begin
with an IDR, no B-frames, a fixed number of threads, a level for the stretched rate, and a hold group at the end
(an IDR and one more frame), because a hold by the last packet's duration is lost in the next remux.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from languages.clock import TICKS_PER_S, frame_ticks
from languages.errors import EngineError
from video.camera import Camera, calmed, swing_of
from video.clip_frames import clip_frames
from video.clip_loop import looped
from video.coder import Coder
from video.direct import ShotPlan
from video.fit import SHORTEST
from video.motion import FOCUS, Theatre
from video.shot import Frame, Painted, Shot

if TYPE_CHECKING:
    import av
    from av.container import InputContainer, OutputContainer
    from av.video.stream import VideoStream

    from video.planes import Planes


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The one way in which shots are encoded; part of every shot's key."""

    version: str = "4"
    codec: str = "libx264"
    preset: str = "superfast"
    crf: int = 21
    ahead: str = "rc-lookahead=10:mbtree=1"
    """What the preset lacks: pictures looked ahead, and bits spent where they last. Measured on drawn scenes with rain:
    the same SSIM (0.986) as veryfast at the same crf, for 3.9 ms a picture instead of 6.2 and a sixth more bytes."""
    threads: int = 1
    """Fixed: another number gives other bytes. One, as shots are encoded side by side."""
    exact: str = "cpu-independent=1"
    """Leaves out x264's code that differs between processors (the lookahead's float arithmetic): with it, equal
    pictures gave other bytes in 1 to 10 of 150 runs on a busy machine; without it, in none of 1,680."""
    level: str = ""
    """Empty = the lowest from 4.0 on that has room for the frame at its fastest stretch."""
    period_gops: int = 0
    """Groups in one period of a layered shot; 0 = as many as its plan asks for."""
    gop_frames: int = 0
    """Pictures in one group; 0 = as many as there are in a second, or in half of one where somebody talks."""


PROFILE = Profile()
LONGEST_PERIOD_S = 60.0
"""A plan that lasts longer is filled by a period of this length, over and over."""

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
    plan: ShotPlan | None = None,
    profile: Profile = PROFILE,
) -> Shot:
    """Encodes layers or a clip into an MP4 at ``path`` and says what it holds (``media`` still empty).

    Layers move for one period that lasts as long as the plan says, in whole groups; the nearer the onlooker and the
    shorter the period, the calmer. Where the plan has somebody talk and the painter drew it, groups are half as long,
    so that mouths can follow what is said when it is known, and stand in the file twice: quiet, then talking; a third
    time where another talks too.

    Raises:
        EngineError: there is nothing to encode, or it cannot be decoded.
    """
    import cv2

    cv2.setNumThreads(profile.threads)  # for the whole process: what is done by many threads is done no sooner here
    plan = plan or ShotPlan()
    if painted.layers:
        talks = plan.talks and any(layer.talking and not layer.other for layer in painted.layers)
        also = talks and any(layer.talking and layer.other for layer in painted.layers)
        gop = profile.gop_frames or (frame.fps // 2 if talks else frame.fps)
        gops = profile.period_gops or max(1, round(min(plan.seconds, LONGEST_PERIOD_S) * frame.fps / gop))
        seconds = gops * gop / frame.fps
        camera = Camera(seed=seed, swing=swing_of(plan.near, seconds), views=calmed(painted.views, seconds))
        try:
            theatre = Theatre(painted.layers, frame, gops * gop, camera)
        except ValueError as error:
            raise EngineError(f"The painter's layers cannot be shown: {error}") from error
        writer = _Writer(path, frame, dataclasses.replace(profile, gop_frames=gop))
        writer.theatre(theatre, gops * gop, voices=talks + also)
    elif painted.clip:
        talks = also = False
        # Shorter groups where it is cut to whole ones, as less is lost.
        gop = profile.gop_frames or (frame.fps // 2 if painted.loops else frame.fps)
        pictures = clip_frames(painted.clip, frame, painted.keep)
        whole = looped(pictures, gop, frame.fps) if painted.loops else _whole_groups(pictures, gop)
        writer = _Writer(path, frame, dataclasses.replace(profile, gop_frames=gop))
        gops = writer.pictures(whole) // gop
    else:
        raise EngineError("The painter gave neither layers nor a clip.")
    return dataclasses.replace(
        _written(path, frame, gops, gop),
        loops=bool(painted.layers) or painted.loops,
        seed=seed,
        findings=painted.findings,
        talks=talks,
        also=also,
        faces=painted.faces,
    )


def encode_still(picture: Planes, frame: Frame, path: Path) -> Shot:
    """Encodes a picture that stands still into an MP4 at ``path``: one group of it, and the hold group."""
    gop = PROFILE.gop_frames or frame.fps
    encode_pictures(repeat(picture, gop), frame, path)
    return _written(path, frame, 1, gop)


def _written(path: Path, frame: Frame, gops: int, gop: int) -> Shot:
    """What a file holds, as a shot of nothing in particular."""
    import av

    with av.open(str(path)) as media:
        headers = headers_of(media)
    return Shot(
        scene="",
        media="",
        width_px=frame.width_px,
        height_px=frame.height_px,
        fps=frame.fps,
        gops=gops,
        gop_frames=gop,
        loops=False,
        headers=headers,
        seed=0,
        prompt="",
    )


def encode_pictures(pictures: Iterator[Planes], frame: Frame, path: Path, profile: Profile = PROFILE) -> int:
    """Writes pictures as they come and the hold group; how many there were without the hold.

    Raises:
        EngineError: there is none.
    """
    gop = profile.gop_frames or frame.fps
    return _Writer(path, frame, dataclasses.replace(profile, gop_frames=gop)).pictures(pictures)


def headers_of(media: InputContainer) -> str:
    """sha256 of the stream headers (SPS and PPS) of an opened shot."""
    return sha256(media.streams.video[0].codec_context.extradata or b"").hexdigest()


def new_track(file: str | BytesIO) -> OutputContainer:
    """An MP4 that is to be written, with the clock of 48,000 ticks."""
    import av

    return av.open(file, "w", format="mp4", options={"video_track_timescale": str(TICKS_PER_S)})


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
        f"threads={profile.threads}:sliced-threads=0:level={profile.level or level_of(frame)}:{profile.ahead}:"
        f"{profile.exact}",
    }
    return stream


class _Writer:
    """A shot's file while it is written."""

    def __init__(self, path: Path, frame: Frame, profile: Profile) -> None:
        self._path, self._frame, self._profile = path, frame, profile

    def theatre(self, theatre: Theatre, count: int, *, voices: int) -> None:
        """Writes one period of layers, the same once more with each of ``voices`` talking, and the hold group."""
        with ExitStack() as stack:
            media = stack.enter_context(new_track(str(self._path)))
            # The files of the other passes are never written: only their packets are wanted, after those of the first.
            beside = [stack.enter_context(new_track(BytesIO())) for _ in range(voices)]
            quiet, *talking = (
                Coder(self._stream(one), self._frame, self._profile.gop_frames) for one in (media, *beside)
            )
            told: list[list[av.Packet]] = [[] for _ in talking]
            made: list[av.Packet] = []
            for n in range(count):
                made += quiet.put(theatre.draw(n))
                for voice, (coder, packets) in enumerate(zip(talking, told, strict=True), FOCUS):
                    packets += coder.put(theatre.speak(n, voice))
            last = theatre.draw(count - 1)
            made += [*quiet.put(last), *quiet.put(last), *quiet.finish()]
            for coder, packets in zip(talking, told, strict=True):
                packets += coder.finish()
            step = frame_ticks(self._frame.fps)
            for n, packet in enumerate((*made[:count], *chain(*told), *made[count:])):
                packet.stream = media.streams.video[0]
                packet.pts = packet.dts = n * step
                media.mux(packet)

    def pictures(self, pictures: Iterator[Planes]) -> int:
        """Writes pictures as they come and the hold group; how many there were without the hold."""
        with new_track(str(self._path)) as media:
            coder = Coder(self._stream(media), self._frame, self._profile.gop_frames)
            last: Planes | None = None
            for last in pictures:
                media.mux(coder.put(last))
            if last is None:
                raise EngineError("There was no picture to encode.")
            count = coder.count
            media.mux([*coder.put(last), *coder.put(last), *coder.finish()])
        return count

    def _stream(self, media: OutputContainer) -> VideoStream:
        return add_stream(media, self._frame, self._profile)


def _whole_groups(pictures: Iterator[Planes], gop: int) -> Iterator[Planes]:
    """The same pictures, the last one repeated until the last group is full."""
    last: Planes | None = None
    count = 0
    for last in pictures:
        count += 1
        yield last
    if last is not None:
        yield from repeat(last, -count % gop)
