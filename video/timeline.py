"""What plays when, in one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A shot on the picture track. Times in ticks from the start of the film."""

    scene: str
    start: int
    length: int
    shot: int = 1
    """Which shot of the scene; 1 = its first."""
    card: int = 0
    """Which card of text stands instead of a scene, from 1; 0 = none does. ``scene`` is empty then."""
    gap: bool = False
    """True where a line is missing or failed and the gap card is shown instead of the scene's shot."""
    enters: int = 0
    """For so long it comes out of what was seen before, or out of paper; 0 = it is cut to."""
    leaves: int = 0
    """For so long it goes over into what is seen next, or into paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line on the sound track."""

    line: str
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A piece of a caption that is heard in one go: a word with its marks, or what is broken no further."""

    text: str
    """Without the space after it."""
    start: int
    """Ticks: when it is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One caption: at most two rows of text."""

    start: int
    end: int
    rows: tuple[str, ...]
    line: str
    text: str = ""
    """The same in one row, with the spaces at which rows end; empty where there is one row."""
    words: tuple[CueWord, ...] = ()
    """All of it, in order; empty where nothing is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Picture, sound and captions of one edition. ``length`` in ticks, a whole number of frames."""

    language: str
    length: int
    clips: tuple[Clip, ...]
    said: tuple[Said, ...]
    cues: tuple[Cue, ...]
