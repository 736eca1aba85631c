"""What stands on a storyboard."""

from __future__ import annotations

from dataclasses import dataclass

from languages.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The first picture of a shot in one shape."""

    image: bytes
    """JPEG or PNG; empty where it could not be made."""
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line that is heard in a shot."""

    text: str
    who: str = ""
    """Empty = the narrator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One shot."""

    pictures: tuple[Picture, ...]
    """One for each shape, the same shapes in every panel."""
    label: str
    """Which it is and how near; in English."""
    acting: str = ""
    """Who does what in it; in English but for names."""
    said: tuple[Words, ...] = ()
    problem: str = ""
    """Why it has no picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardScene:
    """One scene."""

    number: int
    id: str
    heading: str
    brief: str
    facts: tuple[tuple[str, str], ...] = ()
    """(what, how), in English."""
    warnings: tuple[str, ...] = ()
    """What was asked for and is not in its pictures, in whole sentences."""
    panels: tuple[Panel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """A story, or some of its scenes."""

    title: str
    language: Language
    """Of title, headings, briefs and lines."""
    facts: tuple[str, ...] = ()
    scenes: tuple[BoardScene, ...] = ()
