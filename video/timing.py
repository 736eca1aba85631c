"""The timeline of an edition: what is heard when, and which scene is seen meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from languages.clock import SOUND_STEP, frame_ticks, ticks
from speech.utterance import Word
from translation.manuscript import Line, Manuscript, Scene
from video.captions import cues_of, reading_length
from video.shot import Frame
from video.timeline import Clip, Cue, Said, Timeline

LEAD_IN_S = 0.6
BETWEEN_LINES_S = 0.35
BETWEEN_SPEAKERS_S = 0.5
BEFORE_CUT_S = 0.6
AFTER_CUT_S = 0.3
TAIL_S = 1.2
EMPTY_SCENE_S = 3.0
"""Pauses of a storyteller. Source: own choice, by ear of the genre; BBC guidance asks captions to stay within
1.5 s of speech, which these pauses leave room for."""
LEAST_SHOT_S = 1.2
"""A shot that would be seen for less is not cut to: the one before it, or the next, goes on. Own choice: what is new
in a picture takes about a second to be found."""
GAP_S = (2.0, 6.0)
"""A missing line takes the time that reading it would take, within these bounds."""
READING_CPS = 15.0
"""Characters a second of reading aloud. Source: BBC subtitle guidelines: 160 words a minute, here of 5.6 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLine:
    """A line as it is heard."""

    text: str
    length: int
    """Ticks."""
    words: tuple[Word, ...]


def build_timeline(
    manuscript: Manuscript,
    language: str,
    heard: Mapping[str, HeardLine],
    gaps: tuple[str, ...],
    frame: Frame,
    cuts: Mapping[str, Sequence[int]] | None = None,
) -> Timeline:
    """The timeline of one edition; lines of ``gaps`` are shown as missing, not passed over.

    Args:
        cuts: of a scene (id), the indices of the lines with which its shots begin, rising, the first 0; a scene without
            any has one shot. A shot is cut to in the middle of the pause before its line.
    """
    step = frame_ticks(frame.fps)
    clips: list[Clip] = []
    said: list[Said] = []
    cues: list[Cue] = []
    now = ticks(LEAD_IN_S)
    scene_start = 0
    for i, scene in enumerate(manuscript.scenes):
        begin = len(clips)
        pauses: dict[int, int] = {}
        now = _tell(scene, heard, gaps, now, (said, cues, clips, pauses), step, language)
        last = i == len(manuscript.scenes) - 1
        end = _up(now + ticks(TAIL_S if last else BEFORE_CUT_S), step)
        starts = _starts((cuts or {}).get(scene.id, ()), pauses, (scene_start, end), step)
        _fill(clips, begin, scene.id, starts, end)
        scene_start = end
        now = end + ticks(AFTER_CUT_S)
    length = _up(scene_start, step)
    return Timeline(
        language=language,
        length=length,
        clips=tuple(clips),
        said=tuple(said),
        cues=_apart(cues, length, step),
    )


def _tell(
    scene: Scene,
    heard: Mapping[str, HeardLine],
    gaps: tuple[str, ...],
    now: int,
    tracks: tuple[list[Said], list[Cue], list[Clip], dict[int, int]],
    step: int,
    language: str,
) -> int:
    """Places a scene's lines from ``now`` on and says when the last one ends.

    The last of ``tracks`` are middles of pauses by the line after them; where that is missing, when its card begins.
    """
    said, cues, clips, pauses = tracks
    if not any(line.id in heard or line.id in gaps for line in scene.lines):
        return now + ticks(EMPTY_SCENE_S)
    before: Line | None = None
    for i, line in enumerate(scene.lines):
        ended = now
        if before is not None:
            other = before.character != line.character
            now += ticks(BETWEEN_SPEAKERS_S if other else BETWEEN_LINES_S)
        before = line
        pauses[i] = (ended + now) // 2 if line.id in heard else _up(now, step)
        if line.id in heard:
            h = heard[line.id]
            now = _up(now, SOUND_STEP)
            said.append(Said(line=line.id, start=now, length=h.length))
            cues += cues_of(line.id, h.text, h.words, now, h.length, language)
            now += h.length
        else:
            start = _up(now, step)
            length = _up(ticks(min(max(len(line.text) / READING_CPS, GAP_S[0]), GAP_S[1])), step)
            clips.append(Clip(scene=scene.id, start=start, length=length, gap=True))
            text = f"[{line.id}: no text or sound yet]"
            cues.append(Cue(start=start, end=start + length - 2 * step, rows=(text,), line=line.id))
            now = start + length
    return now


def _starts(lines: Sequence[int], pauses: Mapping[int, int], span: tuple[int, int], step: int) -> list[tuple[int, int]]:
    """(shot, when it is cut to) of a scene that is seen for a span; a shot that would be seen too shortly has none."""
    begin, end = span
    least = ticks(LEAST_SHOT_S)
    starts = [(1, begin)]
    for shot, line in enumerate(lines[1:], start=2):
        at = _up(pauses[line], step) if line in pauses else end
        if end - at < least:
            break
        if at - starts[-1][1] < least:
            # The one before it is over too soon. A first shot shows the place: it stays, and goes on.
            if len(starts) > 1:
                starts[-1] = (shot, starts[-1][1])
            continue
        starts.append((shot, at))
    return starts


def _fill(clips: list[Clip], begin: int, scene: str, starts: Sequence[tuple[int, int]], end: int) -> None:
    """Puts the scene's own shots wherever no gap card stands before ``end``."""
    cards = clips[begin:]
    del clips[begin:]
    spans = [(shot, at, after) for (shot, at), (_, after) in pairwise((*starts, (0, end)))]
    at = starts[0][1]
    for card in (*cards, None):
        until = card.start if card is not None else end
        seen = [(shot, max(a, at), min(b, until)) for shot, a, b in spans]
        clips += (Clip(scene=scene, shot=shot, start=a, length=b - a) for shot, a, b in seen if b > a)
        if card is not None:
            clips.append(card)
            at = card.start + card.length


def _up(time: int, step: int) -> int:
    """The next whole step."""
    return -(-time // step) * step


def _apart(cues: list[Cue], length: int, step: int) -> tuple[Cue, ...]:
    """Cues as long as they need to be read, ending two frames before the next at the latest.

    Source of the two frames, of 5/6 s and 7 s and of 17 characters a second: Netflix Timed Text Style Guide.
    """
    done: list[Cue] = []
    for i, cue in enumerate(cues):
        limit = (cues[i + 1].start if i + 1 < len(cues) else length) - 2 * step
        wanted = cue.start + max(ticks(5 / 6), ticks(reading_length(cue.rows) / 17))
        end = min(max(cue.end, wanted), cue.start + ticks(7), max(limit, cue.start + step))
        done.append(replace(cue, end=max(end, cue.start + step)))
    return tuple(done)
