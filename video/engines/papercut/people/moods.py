"""What the six moods do to a face."""

from __future__ import annotations

from dataclasses import dataclass

from video.direct import Mood


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a mood does to a face. Lengths as shares of half a head."""

    inner: float
    """Of the brows: how much higher their inner ends are than usual."""
    outer: float
    arch: float
    lid: float
    """How far the upper lid is down, 0 to 1, and how it slants: inner minus outer."""
    slant: float
    low: float
    """How far the lower lid is up."""
    iris: float
    smile: float
    wide: float
    open_: float
    """How far the mouth is open when nobody speaks."""


MOODS: dict[Mood, Look] = {
    Mood.CALM: Look(
        inner=0.0,
        outer=0.0,
        arch=0.07,
        lid=0.05,
        slant=0.0,
        low=0.0,
        iris=1.0,
        smile=0.13,
        wide=0.27,
        open_=0.0,
    ),
    Mood.GLAD: Look(
        inner=0.06,
        outer=0.06,
        arch=0.1,
        lid=0.0,
        slant=0.0,
        low=0.24,
        iris=1.06,
        smile=0.22,
        wide=0.36,
        open_=0.34,
    ),
    Mood.SAD: Look(
        inner=0.21,
        outer=-0.08,
        arch=0.02,
        lid=0.1,
        slant=-0.2,
        low=0.0,
        iris=1.0,
        smile=-0.15,
        wide=0.23,
        open_=0.0,
    ),
    Mood.AFRAID: Look(
        inner=0.21,
        outer=0.05,
        arch=0.02,
        lid=0.0,
        slant=0.0,
        low=0.0,
        iris=0.7,
        smile=-0.10,
        wide=0.25,
        open_=0.26,
    ),
    Mood.ANGRY: Look(
        inner=-0.14,
        outer=0.10,
        arch=0.0,
        lid=0.24,
        slant=0.42,
        low=0.10,
        iris=0.96,
        smile=-0.11,
        wide=0.25,
        open_=0.0,
    ),
    Mood.AMAZED: Look(
        inner=0.20,
        outer=0.16,
        arch=0.14,
        lid=0.0,
        slant=0.0,
        low=0.0,
        iris=0.82,
        smile=0.0,
        wide=0.15,
        open_=0.62,
    ),
}
