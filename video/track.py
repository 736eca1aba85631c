"""The picture track of one edition: packets of shots under new time stamps.

Nothing is decoded or encoded but the few pictures in which one shot goes over into another (``video.dissolve``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from languages.clock import TICKS_PER_S, frame_ticks
from languages.errors import EngineError
from video.dissolve import Coded, Side, dissolved
from video.encode import headers_of, new_track
from video.fit import HOLD, Piece, fit, frame_times
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
    enters: int = 0
    """For so long it comes out of the shot before it, or at the film's beginning out of paper; whole frames."""
    leaves: int = 0
    """For so long it goes over into the next, or at the film's end into paper."""
    speaks: tuple[tuple[int, int], ...] = ()
    """(begin, end) of the times in the film at which the one whom the shot is about is heard."""
    also: tuple[tuple[int, int], ...] = ()
    """The same of another who speaks in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackReport:
    """What was written."""

    frames: int
    length: int
    """Ticks."""


@dataclass(frozen=True, slots=True)
class _Timed:
    coded: Coded
    start: int
    length: int


def write_picture_track(placed: tuple[PlacedShot, ...], path: Path) -> TrackReport:
    """Writes one H.264 track on the clock of 48,000 ticks into an MP4.

    Memory holds the coded pictures of two shots at a time, however long the film is.

    Raises:
        EngineError: two shots were encoded differently, so that what follows the first would not decode.
    """
    import av

    _check(placed)
    frames = 0
    with (
        av.open(str(placed[0].path)) as template,
        new_track(str(path)) as out,
    ):
        stream = out.add_stream_from_template(template.streams.video[0])
        stream.time_base = TICK
        for timed in _pictures(placed, template.streams.video[0].codec_context.extradata or b""):
            packet = av.Packet(timed.coded.data)
            packet.stream = stream
            packet.time_base = TICK
            packet.pts = packet.dts = timed.start
            packet.duration = timed.length
            packet.is_keyframe = timed.coded.key
            out.mux(packet)
            frames += 1
    return TrackReport(frames=frames, length=placed[-1].start + placed[-1].length)


def _pictures(placed: tuple[PlacedShot, ...], header: bytes) -> Iterator[_Timed]:
    """All pictures of a film, in order."""
    seen: tuple[Side, Piece] | None = None
    path = Path()
    for before, place in pairwise((None, *placed)):
        assert place is not None
        if seen is None or path != place.path:
            side, path = Side(shot=place.shot, groups=_groups(place), header=header), place.path
        else:
            side = Side(shot=place.shot, groups=seen[0].groups, header=header)
        if place.enters:
            reach = place.enters + (before.leaves if before is not None else 0)
            yield from _between(seen, side, (place.start + place.enters - reach, reach))
        start = place.start + place.enters
        length = place.length - place.enters - place.leaves
        pieces = fit(
            place.shot, length, *([(a - start, b - start) for a, b in one] for one in (place.speaks, place.also))
        )
        for piece in pieces:
            last = place is placed[-1] and piece is pieces[-1] and not place.leaves
            times = frame_times(piece, place.shot.fps, ends=last)
            if len(side.groups[piece.gop]) < len(times):
                raise EngineError(f"The shot of scene {place.shot.scene} has a short group of pictures.")
            for coded, (at, lasts) in zip(side.groups[piece.gop], times, strict=False):
                yield _Timed(coded, start + at, lasts)
        seen = (side, pieces[-1])
    if placed[-1].leaves:
        yield from _between(seen, None, (placed[-1].start + placed[-1].length - placed[-1].leaves, placed[-1].leaves))


def _between(seen: tuple[Side, Piece] | None, side: Side | None, span: tuple[int, int]) -> Iterator[_Timed]:
    """The pictures in which what was seen last goes over into what is seen next, over a span (start, length)."""
    start, length = span
    known = side or (seen[0] if seen else None)
    assert known is not None, "paper goes over into paper"
    step = frame_ticks(known.shot.fps)
    for n, coded in enumerate(dissolved(seen, side, length // step)):
        yield _Timed(coded, start + n * step, step)


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
        step = frame_ticks(place.shot.fps)
        if place.enters % step or place.leaves % step or place.enters + place.leaves + step > place.length:
            raise EngineError(f"The shot of scene {place.shot.scene} is too short to go over into others.")
        at += place.length
    for before, place in pairwise(placed):
        if bool(before.leaves) != bool(place.enters):
            raise EngineError(f"The shot of scene {place.shot.scene} comes out of one that does not leave.")


def _groups(place: PlacedShot) -> tuple[tuple[Coded, ...], ...]:
    """The groups of a shot as coded pictures; the hold group last, so that ``HOLD`` (-1) finds it."""
    import av

    groups: list[list[Coded]] = []
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
            groups[-1].append(Coded(bytes(packet), bool(packet.is_keyframe)))
    wanted = place.shot.gops * (1 + place.shot.talks + place.shot.also)
    if len(groups) != wanted + 1 or len(groups[HOLD]) != 2:
        raise EngineError(
            f"The shot of scene {place.shot.scene} has {len(groups)} groups of pictures.",
            expected=f"It should have {wanted} and the hold group.",
            remedy="Draw it again: run with another --store.",
        )
    return tuple(tuple(group) for group in groups)
