"""Direction: from a scene's words to a list of shots. Pure: nothing is read but the tables of words.

A scene is told in one or more shots. Each begins with a line, shows who does what, and is as near as the moment asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Near(StrEnum):
    """How near the onlooker stands."""

    WIDE = "wide"
    """The whole place, figures from head to foot."""
    MEDIUM = "medium"
    """Figures from the knees up."""
    CLOSE = "close"
    """One figure from the chest up."""


class Doing(StrEnum):
    """What somebody does."""

    STAND = "stand"
    WALK = "walk"
    RUN = "run"
    SIT = "sit"
    KNEEL = "kneel"
    POINT = "point"
    HOLD = "hold"
    EMBRACE = "embrace"
    SLEEP = "sleep"
    WORK = "work"
    DANCE = "dance"
    SING = "sing"
    SPEAK = "speak"


class Mood(StrEnum):
    """What a face shows."""

    CALM = "calm"
    GLAD = "glad"
    SAD = "sad"
    AFRAID = "afraid"
    ANGRY = "angry"
    AMAZED = "amazed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """What one character does in one shot."""

    name: str
    doing: Doing = Doing.STAND
    mood: Mood = Mood.CALM
    holds: str = ""
    """Id of the concept that is held, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotPlan:
    """One shot of a scene, as it is to be painted."""

    number: int = 1
    """1 = the first shot of its scene."""
    first: int = 0
    """Index of the scene's line with which it begins."""
    near: Near = Near.WIDE
    focus: str = ""
    """Name of the character whom it is about; empty = nobody in particular."""
    talks: bool = False
    """True where the one whom it is about says one of its lines."""
    acting: tuple[Acting, ...] = ()
    """What those do who do more than stand."""
    seconds: float = 12.0
    """About how long it lasts: how long one period of its motion is."""
