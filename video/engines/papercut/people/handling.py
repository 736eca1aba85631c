"""How hands do their work: where both hands go, how the body bends, and what is between or before them.

A task is done in any pose that leaves the hands free: the arms are its own, legs and seat are the pose's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from video.direction.handiwork import FRUITS
from video.engines.papercut.paper import Point
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.gestures import GESTURES, OUTWARD, gesture
from video.engines.papercut.people.items import Item, Moment, Way
from video.engines.papercut.people.person import Person
from video.engines.papercut.people.playing import play
from video.engines.papercut.people.skeleton import Stance, solve
from video.engines.papercut.people.strokes import STROKES, over
from video.engines.papercut.people.ways import WAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A stance with its hands at work, and what they have."""

    stance: Stance
    items: tuple[Item, ...] = ()
    gaze: float = 0.0
    open_hands: bool = False


_WAYS: dict[str, Way] = {**dict.fromkeys(STROKES, over), **WAYS, **dict.fromkeys(GESTURES, gesture), "play_music": play}
_BENT = {
    "blow": (20.0, 4.0),
    "pump_up": (22.0, 2.0),
    "plant": (18.0, 8.0),
    "dip": (16.0, 8.0),
    "milk_cow": (14.0, 4.0),
    "fill": (18.0, 8.0),
    "pull": (14.0, 8.0),
    "pull_up": (14.0, 8.0),
    "wash": (12.0, 10.0),
    "knead": (9.0, 10.0),
    "mould": (10.0, 12.0),
    "throw": (-6.0, -4.0),
    "pick": (-3.0, -14.0),
    "hold_up": (0.0, -6.0),
    "drink": (-2.0, -5.0),
    "scoop": (16.0, 8.0),
    "feed": (9.0, 6.0),
    "on_back": (10.0, -4.0),
    "on_head": (0.0, -2.0),
    "cry": (5.0, 12.0),
    "laugh": (-9.0, -9.0),
    "think": (2.0, 6.0),
    "call_out": (3.0, -7.0),
    "greet": (0.0, -3.0),
}
"""(lean, nod) of the body in degrees, where it is not as one looks on one's hands."""
_LOOKING = (3.0, 9.0)
_BEFORE = frozenset(("sift", "squeeze", "tie", "untie", "open_up", "read"))


def is_handled(act: Act) -> bool:
    """Whether the hands have a way of their own to do it."""
    return act.task in _WAYS


def handled(person: Person, act: Act, stance: Stance, turn: float) -> Handled:
    """The stance with hands at work, and what is in them; ``turn`` = the phase as an angle."""
    low = act.task == "pick" and act.on not in FRUITS
    lean, nod = (
        (20.0, 8.0)
        if low
        else _BENT.get(act.task, _LOOKING if act.task in STROKES or act.task in _BEFORE else (0.0, 2.0))
    )
    stance = replace(stance, lean=stance.lean + lean, nod=nod + 0.3 * stance.nod)
    joints = solve(person, stance)
    moment = Moment(act=act, joints=joints, wave=math.sin(turn), quarter=math.cos(turn))
    (near, far), items = _WAYS[act.task](moment)

    def from_hips(point: Point | None) -> Point | None:
        return None if point is None else (point[0] - joints.hip[0], point[1] - joints.hip[1])

    hands = replace(
        stance, near_to=from_hips(near), far_to=from_hips(far), turned_elbows=OUTWARD.get(act.task, (False, False))
    )
    return Handled(stance=hands, items=items)
