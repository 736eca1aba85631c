"""When cards of text are seen: the title before a story, who made it behind it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import lcm

from languages.clock import SOUND_STEP, frame_ticks, ticks
from video.timeline import Clip, Timeline

TITLE_S = (2.4, 4.0)
END_S = (3.5, 7.0)
"""A card is seen for at least and at most so long. Own choice: what is read at leisure, and what nobody
sits through."""
READING_CPS = 35.0
"""Characters a second. Own choice: cards are glanced over, faster than captions are read (17)."""
BEFORE_S = 1.0
"""Of which nothing is read yet: the eye finds the card."""


def card_ticks(characters: int, bounds: tuple[float, float], fps: int) -> int:
    """For how long a card with so many characters is seen, in whole frames of picture and of sound."""
    step = lcm(frame_ticks(fps), SOUND_STEP)
    seconds = min(max(BEFORE_S + characters / READING_CPS, bounds[0]), bounds[1])
    return round(ticks(seconds) / step) * step


def with_cards(timeline: Timeline, title: int, ends: Sequence[int]) -> Timeline:
    """The timeline with a title card before it, where ``title`` ticks are more than 0, and cards behind it.

    Cards are numbered from 1 in the order in which they are seen.
    """
    first = [Clip(scene="", start=0, length=title, card=1)] if title else []
    moved = [replace(clip, start=clip.start + title) for clip in timeline.clips]
    at = timeline.length + title
    last: list[Clip] = []
    for length in ends:
        last.append(Clip(scene="", start=at, length=length, card=len(first) + len(last) + 1))
        at += length
    return replace(
        timeline,
        length=at,
        clips=(*first, *moved, *last),
        said=tuple(replace(said, start=said.start + title) for said in timeline.said),
        cues=tuple(
            replace(
                cue,
                start=cue.start + title,
                end=cue.end + title,
                words=tuple(replace(w, start=w.start + title) for w in cue.words),
            )
            for cue in timeline.cues
        ),
    )
