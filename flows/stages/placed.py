"""Shots at their places in a film, and when those whom they are about are heard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from flows.stages.cards import card_shot, first_picture
from flows.stages.edition import Parts
from flows.store import Store
from publishing.sound import read_encoded
from video.direct import ShotPlan
from video.shapes import Format
from video.shot import Shot
from video.talking import heard_spans
from video.timeline import Clip, Timeline
from video.track import PlacedShot

Spans = tuple[tuple[int, int], ...]


def speaking(parts: Parts, timeline: Timeline, sounds: Mapping[str, Path], *, also: bool = False) -> tuple[Spans, ...]:
    """Of each clip: when the one whom its shot is about is heard, in ticks of the film; where mouths do not move, ().

    With ``also``: when the other is heard who speaks in it.

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
        mine = (s for s in said if characters.get(s.line) == (plan.also if also else plan.focus))
        return tuple((s.start + a, s.start + b) for s in mine for a, b in spans(s.line))

    frame = parts.job.formats[0].frame

    def moves(clip: Clip) -> bool:
        shot = None if clip.card or clip.gap else parts.shot(clip, frame)
        return shot is not None and (shot.also if also else shot.talks)

    return tuple(of(clip, plans[clip.scene][clip.shot - 1]) if moves(clip) else () for clip in timeline.clips)


def _cards(
    store: Store, parts: Parts, ends: tuple[Clip, Clip], format_: Format, folder: Path
) -> list[tuple[Shot, Path]]:
    """The cards of a film as shots: a title before the picture that follows it, the others before the last scene's."""
    if parts.cards is None:
        return []
    number = parts.job.formats.index(format_)
    behind = [first_picture(store.path(parts.shot(clip, format_.frame).media)) for clip in ends]
    titles = len(parts.cards.titles[number])
    made: list[tuple[Shot, Path]] = []
    for n, page in enumerate(parts.cards.pages(number)):
        path = folder / f"card-{n}.mp4"
        made.append((card_shot(page, format_.frame, behind[0] if n < titles else behind[1], path), path))
    return made


def placed(
    store: Store,
    parts: Parts,
    shown: tuple[Timeline, tuple[Spans, ...], tuple[Spans, ...]],
    format_: Format,
    folder: Path,
) -> tuple[PlacedShot, ...]:
    """The shots of a film, one for each clip; those of cards are made, and written into a folder."""
    timeline, speaks, also = shown
    scenes = [clip for clip in timeline.clips if not clip.card]
    cards = _cards(store, parts, (scenes[0], scenes[-1]), format_, folder)
    found: list[PlacedShot] = []
    for clip, heard, others in zip(timeline.clips, speaks, also, strict=True):
        if clip.card:
            shot, path = cards[clip.card - 1]
        else:
            shot = parts.shot(clip, format_.frame)
            path = store.path(shot.media)
        place = PlacedShot(
            shot=shot,
            path=path,
            start=clip.start,
            length=clip.length,
            enters=clip.enters,
            leaves=clip.leaves,
            speaks=heard,
            also=others,
        )
        found.append(place)
    return tuple(found)
