"""Things in or before the hands: where each is, how large it is drawn, and what ways of working hang on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from video.engines.papercut.paper import Point
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.implements import IMPLEMENTS, TRESTLE, draw_implement
from video.engines.papercut.people.pen import Pen
from video.engines.papercut.people.person import Person, stature
from video.engines.papercut.people.skeleton import Joints
from video.engines.papercut.people.tool import can_hold, tool_box

REACH = 35.0
"""Length of a grown person's arm, in whose units places before the body are told."""
LEAST, MOST = 13.0, 40.0
"""How large what is in the hands is drawn, the larger side, in units of the figure: smaller is not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing in or before the hands."""

    kind: str
    at: Point
    """Where the hand is that has it; ``centre``: where its middle is."""
    turn: float = 0.0
    centre: bool = False
    most: float = MOST
    least: float = LEAST
    behind: bool = False
    """True of what is behind the arms and the body's front: on the back."""
    over: bool = False
    """True of what lies over the nearer hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a way of working hangs on."""

    act: Act
    joints: Joints
    wave: float
    """-1 to 1, once a cycle."""
    quarter: float
    """The same a quarter later."""

    def at(self, x: float, up: float) -> Point:
        """A place before the body: ``x`` forward from the spine, ``up`` = 0 at the hips, 1 at the shoulders."""
        bones = self.joints.bones
        return self.joints.torso(x * (bones.upper + bones.fore) / REACH, up)

    def mouth(self, x: float = 0.0, y: float = 0.0) -> Point:
        """A place beside the mouth."""
        r = self.joints.bones.head / 2
        a = math.radians(self.joints.tilt)
        dx, dy = 0.24 * r, 0.46 * r
        head = self.joints.head
        return head[0] + dx * math.cos(a) - dy * math.sin(a) + x, head[1] + dx * math.sin(a) + dy * math.cos(a) + y

    def ground(self, x: float, up: float) -> Point:
        """A place on the ground before the feet or knees."""
        return max(self.joints.hip[0] + x, self.joints.knee_front()[0] + 4.0), -up


Hands = tuple[Point | None, Point | None]
Way = Callable[[Moment], tuple[Hands, tuple[Item, ...]]]
"""Gives where the nearer and the further wrist are, and the things."""


def seen(kind: str, instead: str = "") -> str:
    """By what a thing is drawn that is worked on."""
    return DRAWN_AS.get(kind, kind) if kind else instead


DRAWN_AS = {
    "potato": "tuber", "inner_tube": "tube", "paintbrush": "brush", "nail": "nail_in", "plank": "sawn_plank",
    "yam": "tuber", "cassava": "tuber",
    "cloth": "lap_cloth", "clothes": "lap_cloth",
    "net": "lap_net", "mortar": "stone_mortar", "paper": "sheet", "plate": "china", "carpet": "lap_cloth",
    "milk": "jug", "pen": "pencil", "soup": "bowl", "water": "bowl", "flour": "bowl", "fish_trap": "basket",
}  # fmt: skip
"""By what a thing is drawn that is worked on in the hands."""


ACROSS = frozenset(("guitar", "violin"))
"""What is held at its neck, and turned about it."""
HUNG = frozenset(("lamp", "lantern", "torch", "candle", "umbrella", "flag", "sword", "spear", "bucket", "kite", "key"))
"""What is held at its grip even when it is held up."""


def foot_of(kind: str, most: float) -> float:
    """How far below the place at which it is held a thing reaches, as large as it is drawn."""
    box = tool_box(kind, 1.0, 0.0)
    return box[3] * min(most / max(box[2] - box[0], box[3] - box[1]), 1.2)


def draw_item(pen: Pen, person: Person, item: Item, phase: float) -> None:
    """Draws a thing in or before the hands."""
    if item.kind in IMPLEMENTS or item.kind == TRESTLE:
        draw_implement(pen, item.kind, item.at, phase=phase, turn=item.turn)
        return
    if not can_hold(item.kind) and item.kind not in ("sprout",):
        return
    measure = 1.0 / stature(person)
    left, top, right, bottom = tool_box(item.kind, 1.0, 0.0)
    large = max(right - left, bottom - top)
    measure = max(min(measure, 1.3, item.most / large), min(item.least, item.most) / large)
    if item.kind in ACROSS and item.turn:
        pen.tool(item.kind, item.at, measure, phase=phase, turn=item.turn)
        return
    with pen.at(*item.at, turn=item.turn):
        away = (-(left + right) / 2 * measure, -(top + bottom) / 2 * measure) if item.centre else (0.0, 0.0)
        pen.tool(item.kind, away, measure, phase=phase)
