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
            assert SHORTEST * GOP <= piece.length <= LONGEST * GOP
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


@given(count=st.integers(1, 10_000), loops=st.booleans())
def test_within_whole_frames_even_a_cut_group_keeps_its_pace(count: int, loops: bool) -> None:
    shot = LOOP if loops else CLIP
    for piece in fit(shot, count * 1920):
        if piece.gop != HOLD:
            assert SHORTEST <= piece.length / (piece.frames * 1920) <= LONGEST


@given(count=st.integers(1, 400))
def test_a_hold_shows_its_first_picture_until_one_frame_before_the_end(count: int) -> None:
    *body, last = fit(CLIP, ticks(7) + count * 1920)
    assert all(piece.gop != HOLD for piece in body)
    assert (last.gop, last.frames) == (HOLD, 2)
    (begin, _), (end, lasts) = frame_times(last, CLIP.fps)
    assert begin == last.start
    assert (lasts, end + lasts) == (1920, last.start + last.length)


@given(count=st.integers(1, 2_000), loops=st.booleans())
def test_the_last_picture_of_a_film_lasts_one_frame(count: int, loops: bool) -> None:
    piece = fit(LOOP if loops else CLIP, count * 1920)[-1]
    times = frame_times(piece, 25, ends=True)
    at = piece.start
    for start, lasts in times:
        assert start == at
        assert lasts > 0
        at += lasts
    assert at == piece.start + piece.length
    assert times[-1][1] == 1920


@pytest.mark.parametrize("share", [1.08, 1.2])
def test_a_little_more_time_is_filled_by_going_slower_not_by_beginning_again(share: float) -> None:
    pieces = fit(LOOP, round(ticks(12) * share))
    assert [p.gop for p in pieces] == list(range(12))


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


@given(length=st.integers(1920, ticks(60)), begin=st.integers(0, ticks(60)), lasts=st.integers(1, ticks(20)))
def test_speaking_changes_which_groups_are_shown_and_never_when(length: int, begin: int, lasts: int) -> None:
    talks = dataclasses.replace(LOOP, talks=True)
    quiet, heard = fit(talks, length), fit(talks, length, [(begin, begin + lasts)])
    assert quiet == fit(LOOP, length, [(begin, begin + lasts)])
    for one, other in zip(quiet, heard, strict=True):
        inside = max(0, min(begin + lasts, one.start + one.length) - max(begin, one.start))
        assert other == dataclasses.replace(one, gop=one.gop + (12 if 2 * inside > one.length else 0))


def test_whoever_is_heard_is_seen_speaking_the_one_in_focus_first() -> None:
    both = dataclasses.replace(LOOP, talks=True, also=True)
    group = ticks(1)
    pieces = fit(both, 4 * group, [(0, group)], [(0, 3 * group)])
    first = pieces[0].gop // LOOP.gops
    assert (first, [p.gop // LOOP.gops for p in pieces if p.start >= group and p.start + p.length <= 3 * group]) == (
        1,
        [2, 2],
    )
    alone = dataclasses.replace(both, also=False)
    assert all(p.gop < 2 * LOOP.gops for p in fit(alone, 4 * group, [(0, group)], [(0, 3 * group)]))
