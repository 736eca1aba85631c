from __future__ import annotations

import dataclasses

from languages.clock import frame_ticks, ticks
from video.timeline import Clip, Timeline
from video.transitions import count_transitions, with_transitions

STEP = frame_ticks(25)


def timeline(*clips: tuple[str, float, bool]) -> Timeline:
    made, at = [], 0
    for scene, seconds, gap in clips:
        made.append(Clip(scene=scene, start=at, length=ticks(seconds), gap=gap))
        at += ticks(seconds)
    return Timeline(language="ca", length=at, clips=tuple(made), said=(), cues=())


def reaches(made: Timeline) -> list[tuple[int, int]]:
    return [(clip.enters // STEP, clip.leaves // STEP) for clip in made.clips]


def test_scenes_dissolve_shots_are_cut_and_both_ends_fade() -> None:
    made = with_transitions(timeline(("a", 5, False), ("a", 5, False), ("b", 5, False)), 25)
    assert reaches(made) == [(12, 0), (0, 6), (6, 12)]
    assert count_transitions(made) == 3


def test_nothing_but_that_changes() -> None:
    before = timeline(("a", 5, False), ("b", 5, False))
    made = with_transitions(before, 25)
    plain = tuple(dataclasses.replace(clip, enters=0, leaves=0) for clip in made.clips)
    assert dataclasses.replace(made, clips=plain) == before


def test_a_shot_that_is_seen_shortly_is_cut_to() -> None:
    made = with_transitions(timeline(("a", 5, False), ("b", 0.8, False), ("c", 5, False)), 25)
    assert reaches(made) == [(12, 0), (0, 0), (0, 12)]
    assert reaches(with_transitions(timeline(("a", 1.0, False)), 25)) == [(0, 0)]


def test_at_every_rate_a_dissolve_is_whole_frames_and_even() -> None:
    for fps in (24, 25, 30, 50, 60):
        for clip in with_transitions(timeline(("a", 5, False), ("b", 5, False)), fps).clips:
            assert clip.enters % frame_ticks(fps) == clip.leaves % frame_ticks(fps) == 0
            assert min(clip.enters, clip.leaves) > 0
