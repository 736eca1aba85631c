"""Where one scene goes over into the next, and where a film comes out of paper and goes back into it. Pure.

Shots of one scene are cut: that is how one moment is seen from several places. Another scene is another place or time,
and a short dissolve says so.
"""

from __future__ import annotations

from dataclasses import replace

from languages.clock import frame_ticks, ticks
from video.timeline import Clip, Timeline

DISSOLVE_S = 0.48
"""How long it takes, half of it on either side of the cut. Own choice: 12 frames of 25, the shortest that is not taken
for a flicker; with it, what is seen of a scene begins within the pause before its first line."""
LEAST_S = 0.6
"""For so long at least a shot is seen alone; where that cannot be, it is cut to."""


def with_transitions(timeline: Timeline, fps: int) -> Timeline:
    """The timeline with dissolves between scenes and fades at both ends; nothing else of it changes."""
    step = frame_ticks(fps)
    half = round(ticks(DISSOLVE_S) / step / 2) * step
    clips = list(timeline.clips)
    least = ticks(LEAST_S)
    if clips and _alone(clips[0]) - 2 * half >= least:
        clips[0] = replace(clips[0], enters=2 * half)
    for i in range(1, len(clips)):
        before, after = clips[i - 1], clips[i]
        if before.scene != after.scene and min(_alone(before), _alone(after)) - half >= least:
            clips[i - 1], clips[i] = replace(before, leaves=half), replace(after, enters=half)
    if clips and _alone(clips[-1]) - 2 * half >= least:
        clips[-1] = replace(clips[-1], leaves=2 * half)
    return replace(timeline, clips=tuple(clips))


def _alone(clip: Clip) -> int:
    """For how long a clip is seen with nothing else."""
    return clip.length - clip.enters - clip.leaves


def count_transitions(timeline: Timeline) -> int:
    """How many dissolves and fades there are."""
    return sum(bool(clip.enters) for clip in timeline.clips) + bool(timeline.clips and timeline.clips[-1].leaves)
