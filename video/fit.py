"""How a shot fills the time that a scene's narration takes: pieces of it, looped, trimmed, stretched or held.

Where a shot has the same groups with its character speaking, that one is taken during which the character is heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from languages.clock import frame_ticks
from video.shot import Shot

SHORTEST, LONGEST = 0.8, 1.25
"""Stretch within which motion still looks as it was meant. Source: own choice; beyond it the shot is looped,
trimmed at groups, or held."""

HOLD = -1
"""Number of the hold group."""


Spans = Sequence[tuple[int, int]]
"""(begin, end) of times, in ticks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One group of a shot on the film's clock."""

    gop: int
    """Number of the group in the file, or ``HOLD``."""
    frames: int
    """How many frames of it are shown, from its first; a hold has two."""
    start: int
    """Ticks from the start of the clip."""
    length: int
    """Ticks."""


def fit(shot: Shot, length: int, speaks: Spans = (), also: Spans = ()) -> tuple[Piece, ...]:
    """Pieces of a shot that fill ``length`` ticks exactly.

    Args:
        speaks: (begin, end) of the times, in ticks from the start, at which the one whom the shot is about is heard;
            groups during most of which that is so are shown with the mouth moving, where the shot has such.
        also: The same of another who speaks in it.

    Raises:
        ValueError: the length is shorter than one frame.
    """
    pieces = _fitted(shot, length)
    if not shot.talks:
        return pieces
    return tuple(replace(p, gop=p.gop + shot.gops * _voice(shot, p, speaks, also)) for p in pieces)


def _voice(shot: Shot, piece: Piece, speaks: Spans, also: Spans) -> int:
    """Which of groups that are alike is shown: 0 quiet, 1 with the one speaking whom it is about, 2 with another."""
    if piece.gop == HOLD:
        return 0
    return 1 if _speaking(piece, speaks) else 2 if shot.also and _speaking(piece, also) else 0


def _speaking(piece: Piece, speaks: Spans) -> bool:
    begin, end = piece.start, piece.start + piece.length
    return 2 * sum(max(0, min(end, b) - max(begin, a)) for a, b in speaks) > piece.length


def _fitted(shot: Shot, length: int) -> tuple[Piece, ...]:
    frame = frame_ticks(shot.fps)
    if length < frame:
        raise ValueError(f"{length} ticks are shorter than one frame ({frame}).")
    gop = shot.gop_frames * frame
    whole = shot.gops * gop
    if not shot.loops and length > LONGEST * whole:
        body = _spread(whole, shot.gops, shot)
        return (*body, Piece(gop=HOLD, frames=2, start=whole, length=length - whole))
    if whole < length <= LONGEST * whole:
        return _spread(length, shot.gops, shot)  # slower, once, rather than begun again for a moment
    count = max(1, round(length / gop))
    count = count if shot.loops else min(count, shot.gops)
    if SHORTEST * gop <= length / count <= LONGEST * gop:
        return _spread(length, count, shot)
    # No number of whole groups comes near enough: the last group is cut short (nothing waits for its tail).
    count = int(length // gop)
    frames = max(1, min(shot.gop_frames, round((length - count * gop) / frame)))
    body = _spread(count * gop, count, shot) if count else ()
    return (*body, Piece(gop=count % shot.gops, frames=frames, start=count * gop, length=length - count * gop))


def _spread(length: int, count: int, shot: Shot) -> tuple[Piece, ...]:
    edges = [length * i // count for i in range(count + 1)]
    return tuple(
        Piece(gop=i % shot.gops, frames=shot.gop_frames, start=a, length=b - a)
        for i, (a, b) in enumerate(pairwise(edges))
    )


def frame_times(piece: Piece, fps: int, *, ends: bool = False) -> tuple[tuple[int, int], ...]:
    """(start, length) in ticks of every frame of a piece, from the start of the clip.

    ``ends`` is for the last piece of a film: its last picture lasts one frame, as that is what containers that keep
    no lengths (MPEG-TS) take it to last.
    """
    frame = frame_ticks(fps)
    if piece.gop == HOLD or (ends and piece.frames > 1):
        last = min(frame, piece.length - piece.frames + 1)
        return (*_evenly(piece.start, piece.length - last, piece.frames - 1), (piece.start + piece.length - last, last))
    return _evenly(piece.start, piece.length, piece.frames)


def _evenly(start: int, length: int, count: int) -> tuple[tuple[int, int], ...]:
    edges = [start + length * i // count for i in range(count + 1)]
    return tuple((a, b - a) for a, b in pairwise(edges))
