"""Shots at their places in a film, and when those whom they are about are heard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from flows.stages.edition import Parts
from flows.store import Store
from publishing.sound import read_encoded
from video.direct import ShotPlan
from video.shapes import Format
from video.talking import heard_spans
from video.timeline import Clip, Timeline
from video.track import PlacedShot

Spans = tuple[tuple[int, int], ...]


def speaking(parts: Parts, timeline: Timeline, sounds: Mapping[str, Path]) -> tuple[Spans, ...]:
    """Of each clip: when the one whom its shot is about is heard, in ticks of the film; where mouths do not move, ().

    Args:
        sounds: of each line, as ``encode_line`` wrote it.
    """
    characters = {line.id: line.character for line in parts.job.manuscript.spoken()}
    plans = {s.id: parts.job.shots_of(s.id) for s in parts.job.manuscript.scenes}

    @cache
    def spans(line: str) -> Spans:
        return heard_spans(read_encoded(sounds[line]))

    def of(clip: Clip, plan: ShotPlan) -> Spans:
        until = clip.start + clip.length
        said = (s for s in timeline.said if s.start < until and clip.start < s.start + s.length)
        mine = (s for s in said if characters.get(s.line) == plan.focus)
        return tuple((s.start + a, s.start + b) for s in mine for a, b in spans(s.line))

    frame = parts.job.formats[0].frame
    return tuple(
        of(clip, plans[clip.scene][clip.shot - 1]) if not clip.gap and parts.shot(clip, frame).talks else ()
        for clip in timeline.clips
    )


def placed(
    store: Store, parts: Parts, timeline: Timeline, speaks: tuple[Spans, ...], format_: Format
) -> tuple[PlacedShot, ...]:
    """The shots of a film, one for each clip."""
    found: list[PlacedShot] = []
    for clip, heard in zip(timeline.clips, speaks, strict=True):
        shot = parts.shot(clip, format_.frame)
        place = PlacedShot(
            shot=shot,
            path=store.path(shot.media),
            start=clip.start,
            length=clip.length,
            enters=clip.enters,
            leaves=clip.leaves,
            speaks=heard,
        )
        found.append(place)
    return tuple(found)
