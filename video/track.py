"""The picture track of one edition: packets of shots under new time stamps. Nothing is decoded or encoded."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from languages.clock import TICKS_PER_S
from languages.errors import EngineError
from video.encode import headers_of
from video.fit import HOLD, fit, frame_times
from video.shot import Shot

TICK = Fraction(1, TICKS_PER_S)
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedShot:
    """A shot on the picture track. Times in ticks."""

    shot: Shot
    path: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackReport:
    """What was written."""

    frames: int
    length: int
    """Ticks."""


@dataclass(frozen=True, slots=True)
class _Coded:
    data: bytes
    key: bool


def write_picture_track(placed: tuple[PlacedShot, ...], path: Path) -> TrackReport:
    """Writes one H.264 track on the clock of 48,000 ticks into an MP4.

    Memory holds the coded pictures of one shot at a time, however long the film is.

    Raises:
        EngineError: two shots were encoded differently, so that what follows the first would not decode.
    """
    import av

    _check(placed)
    frames, length = 0, 0
    with (
        av.open(str(placed[0].path)) as template,
        av.open(str(path), "w", format="mp4", options={"video_track_timescale": str(TICKS_PER_S)}) as out,
    ):
        stream = out.add_stream_from_template(template.streams.video[0])
        stream.time_base = TICK
        held: tuple[Path, tuple[tuple[_Coded, ...], ...]] | None = None
        for place in placed:
            if held is None or held[0] != place.path:
                held = (place.path, _groups(place))
            pieces = fit(place.shot, place.length)
            for piece in pieces:
                group = held[1][piece.gop]
                times = frame_times(piece, place.shot.fps, ends=place is placed[-1] and piece is pieces[-1])
                if len(group) < len(times):
                    raise EngineError(f"The shot of scene {place.shot.scene} has a short group of pictures.")
                for coded, (start, lasts) in zip(group, times, strict=False):
                    packet = av.Packet(coded.data)
                    packet.stream = stream
                    packet.time_base = TICK
                    packet.pts = packet.dts = place.start + start
                    packet.duration = lasts
                    packet.is_keyframe = coded.key
                    out.mux(packet)
                    frames += 1
            length = place.start + place.length
    return TrackReport(frames=frames, length=length)


def _check(placed: tuple[PlacedShot, ...]) -> None:
    if not placed:
        raise EngineError("A film without any scene cannot be made.", remedy="Write at least one line.")
    first = placed[0].shot
    at = 0
    for place in placed:
        if place.shot.headers != first.headers:
            raise EngineError(
                f"The shots of scenes {first.scene} and {place.shot.scene} were encoded differently.",
                expected="All shots of a film have equal headers (SPS and PPS).",
                remedy="Draw one of them again: run with another --store.",
            )
        if place.start != at:
            raise EngineError(f"The picture track has a hole or an overlap at tick {at}.")
        at += place.length


def _groups(place: PlacedShot) -> tuple[tuple[_Coded, ...], ...]:
    """The groups of a shot as coded pictures; the hold group last, so that ``HOLD`` (-1) finds it."""
    import av

    groups: list[list[_Coded]] = []
    with av.open(str(place.path)) as media:
        if headers_of(media) != place.shot.headers:
            raise EngineError(
                f"The shot of scene {place.shot.scene} holds other headers than were noted when it was made.",
                expected="All shots of a film have equal headers (SPS and PPS).",
                remedy="Draw it again: run with another --store.",
            )
        for packet in media.demux(media.streams.video[0]):
            if packet.size == 0:
                continue
            if packet.is_keyframe:
                groups.append([])
            groups[-1].append(_Coded(bytes(packet), bool(packet.is_keyframe)))
    if len(groups) != place.shot.gops + 1 or len(groups[HOLD]) != 2:
        raise EngineError(
            f"The shot of scene {place.shot.scene} has {len(groups)} groups of pictures.",
            expected=f"It should have {place.shot.gops} and the hold group.",
            remedy="Draw it again: run with another --store.",
        )
    return tuple(tuple(group) for group in groups)
