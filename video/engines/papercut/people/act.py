"""What a figure does in one picture, and how long it takes in nature."""

from __future__ import annotations

from dataclasses import dataclass

from video.direct import Doing, Mood


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One moment of one figure."""

    pose: Doing = Doing.STAND
    mood: Mood = Mood.CALM
    phase: float = 0.0
    """0 to 1: one cycle of the pose (a breath, two steps, a blow of the hoe); 1 is 0 again."""
    mouth: float = 0.0
    """How far the mouth is open, 0 to 1."""
    flip: bool = False
    """False = turned to the right of the picture, True = to the left."""
    holds: str = ""
    """Id of the concept that is held, or empty."""
    task: str = ""
    """Id of the handiwork (see ``video/direction/handiwork.py``), or empty."""
    on: str = ""
    """Id of the thing that it is done to, or empty."""
    look_at: float = 0.6
    """Where the eyes go: 1 = ahead, 0 = to the onlooker, -1 = back over the shoulder."""
    seat: float = 0.0
    """Of who sits: the height of the seat in heights of a grown person; 0 = on the ground with crossed legs."""
    near_at: tuple[float, float] | None = None
    """Where the nearer hand is, in heights of a grown person from the place where the figure stands, as it is turned
    to the right; None = where the pose has it."""
    far_at: tuple[float, float] | None = None
    """The same of the further hand, towards which the figure is turned."""
    nod: float = 0.0
    """Degrees by which the head is bent further forward; negative = looks up."""
    lean: float = 0.0
    """Degrees by which the body leans further forward."""
    swims: bool = False
    """Whether it is under water, with no ground below its feet."""
    shadow: bool = True
    """Whether the figure throws its soft shadow on the ground."""


_CYCLES_S: dict[Doing, float] = {
    Doing.STAND: 4.0,
    Doing.WALK: 1.15,
    Doing.RUN: 0.7,
    Doing.SIT: 4.4,
    Doing.KNEEL: 4.4,
    Doing.POINT: 3.2,
    Doing.HOLD: 4.0,
    Doing.EMBRACE: 3.6,
    Doing.SLEEP: 5.0,
    Doing.WORK: 1.9,
    Doing.DANCE: 1.6,
    Doing.SING: 3.0,
    Doing.SPEAK: 2.6,
}


def cycle_s(pose: Doing) -> float:
    """Seconds that one cycle of a pose takes in nature."""
    return _CYCLES_S[pose]
