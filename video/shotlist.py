"""What a scene is to look like: who, where, when, how near, in which shots. Types only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from video.concepts.scenery import Scenery


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


class Way(StrEnum):
    """What is done with somebody else, or with a thing that is too big for a hand."""

    ON = "on"
    """Sits, stands, kneels or lies on it, or on somebody's back or head."""
    BESIDE = "beside"
    INTO = "into"
    """Looks into it."""
    BEHIND = "behind"
    """Hides behind or under it."""
    PUSH = "push"
    PULL = "pull"
    RIDE = "ride"
    LEAD = "lead"
    CLIMB = "climb"
    PLAY = "play"
    """Makes music on what stands on the ground: a piano, a harp."""
    CARRY = "carry"
    """Carries somebody in the arms or on the back."""
    GIVE = "give"
    """Gives somebody what is held."""
    HANDS = "hands"
    """Hand in hand."""
    COMFORT = "comfort"
    """A hand on somebody's shoulder."""
    WHISPER = "whisper"
    BREATHE = "breathe"
    """Blows at somebody."""
    UP = "up"
    """Looks or points up."""
    FLY = "fly"
    FLOAT = "float"
    """On the back in the water."""
    REAR = "rear"
    """An animal on its hind legs."""
    PUT = "put"
    """Puts or drops something into it."""
    THROW = "throw"
    """Throws somebody something."""
    BEAR = "bear"
    """Carries it together with others."""
    RING = "ring"
    """Hand in hand with all others, in a ring or a row."""
    DIG = "dig"
    """Digs a hole."""
    COOK = "cook"
    """Stirs what hangs over it: a fire."""
    READ = "read"
    """Reads to somebody."""
    OPEN = "open"
    """Opens a gate, a box or a chest."""
    FREE = "free"
    """Frees somebody or an animal from a net or a trap."""
    LADEN = "laden"
    """An animal with something on its back."""
    SAVE = "save"
    """Pulls somebody up or out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What one character does with somebody or something."""

    way: Way
    to: str = ""
    """Name of a character or id of a concept; empty = of nothing in particular."""
    colour: int | None = None
    """Of the thing."""
    part: str = ""
    """Where somebody has whom they carry: arms, hands, shoulders, back, or up over the head; empty = not told."""
    load: str = ""
    """Id of the thing that is put or thrown, or that a cart is full of; empty = none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """What one character does in one shot."""

    name: str
    doing: Doing = Doing.STAND
    mood: Mood = Mood.CALM
    holds: str = ""
    """Id of the concept that is held, or empty."""
    task: str = ""
    """Id of the handiwork that is done (see ``video/direction/handiwork.py``), or empty."""
    on: str = ""
    """Id of the thing that it is done to, or empty: the potato that is peeled."""
    deed: Deed | None = None


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
    also: str = ""
    """Another who is seen in it and says one of its lines, where the one whom it is about does too."""
    seen: tuple[str, ...] = ()
    """Names of the characters who are in it, the one whom it is about first; the scene's others are out of sight."""
    empty: bool = False
    """True where the creator wants none of the characters in it."""
    acting: tuple[Acting, ...] = ()
    """What those do who are seen, in the same order."""
    strangers: tuple[Acting, ...] = ()
    """What people do who are none of the characters, by the id of their concept: "woman", "people"."""
    about: str = ""
    """Id of a thing or an animal that is nobody, which its first line is about: it is in the picture."""
    away: tuple[str, ...] = ()
    """Ids of what stands nowhere: it is in somebody's hands, or those use it who are out of sight."""
    seconds: float = 12.0
    """About how long it lasts: how long one period of its motion is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A character as direction needs it."""

    name: str
    look: str = ""
    voice: str = ""
    """It tells age and gender where the look does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of a scene."""

    text: str
    who: str = ""
    """Name of the character who says it; empty = the narrator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directed:
    """A scene, directed: all that was chosen for its pictures, and what could not be."""

    scene: str
    """Its id."""
    seed: int
    """To draw it with: the creator's own where one is pinned, else the run's."""
    style: str = ""
    """House style, or empty for the painter's own."""
    scenery: Scenery = field(default_factory=Scenery)
    present: tuple[str, ...] = ()
    """Names of the characters who are in it, the most important first."""
    shots: tuple[ShotPlan, ...] = (ShotPlan(),)
    """At least one; the first begins with the scene."""
    unknown: tuple[str, ...] = ()
    """Words that were asked for and have no picture."""
    guesses: tuple[tuple[str, str], ...] = ()
    """(word, id of the concept that it was taken for) where that is not certain."""
    notes: tuple[str, ...] = ()
    """What else is to be told of it, in whole sentences."""
