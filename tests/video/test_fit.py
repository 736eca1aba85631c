from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.clock import ticks
from video.fit import HOLD, LONGEST, SHORTEST, fit, frame_times
from video.shot import Shot

LOOP = Shot(
    scene="s", media="", width_px=160, height_px=90, fps=25, gops=12, gop_frames=25, loops=True, headers="", seed=0,
    prompt="",
)  # fmt: skip
CLIP = dataclasses.replace(LOOP, loops=False, gops=5)
GOP = ticks(1)


@given(length=st.integers(1920, ticks(400)), loops=st.booleans())
def test_pieces_fill_the_time_exactly_and_stretch_within_bounds(length: int, loops: bool) -> None:
    shot = LOOP if loops else CLIP
    pieces = fit(shot, length)
    at = 0
    for piece in pieces:
        assert piece.start == at
        at += piece.length
        if piece.gop != HOLD and piece.frames == shot.gop_frames:
            assert SHORTEST - 0.01 <= piece.length / GOP <= LONGEST + 0.01
    assert at == length


@given(length=st.integers(1920, ticks(100)), loops=st.booleans())
def test_frames_follow_each_other_without_hole_or_overlap(length: int, loops: bool) -> None:
    shot = LOOP if loops else CLIP
    at = 0
    for piece in fit(shot, length):
        for start, lasts in frame_times(piece, shot.fps):
            assert start == at
            assert lasts > 0
            at += lasts
    assert at == length


def test_a_loop_goes_round() -> None:
    assert [p.gop for p in fit(LOOP, ticks(30))] == [n % 12 for n in range(30)]


def test_a_clip_is_trimmed_when_it_is_too_long() -> None:
    assert [p.gop for p in fit(CLIP, ticks(3))] == [0, 1, 2]


def test_a_clip_is_stretched_a_little_and_held_when_it_is_too_short() -> None:
    assert [p.gop for p in fit(CLIP, ticks(6))] == [0, 1, 2, 3, 4]
    held = fit(CLIP, ticks(9))
    assert [p.gop for p in held] == [0, 1, 2, 3, 4, HOLD]
    assert held[-1].length == ticks(4)


def test_less_than_a_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="one frame"):
        fit(LOOP, 100)
