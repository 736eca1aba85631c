"""The bones of a figure: proportions by age and build, and where every joint is in a stance.

Units: a figure's own height = 100, feet at y = 0, y downwards, turned to the right. Angles in degrees: 0 = straight
down, positive = forward (to the right), 180 = straight up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from video.engines.papercut.paper import Point
from video.engines.papercut.people.person import Age, Build, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Bones:
    """Lengths and widths of one body."""

    head: float
    """Height of the head without hair."""
    neck: float
    torso: float
    """From the hips to the line of the shoulders."""
    shoulders: float
    """Half their width."""
    hips: float
    """Half their width."""
    upper: float
    fore: float
    thigh: float
    shin: float
    arm: float
    """Width of an arm in its sleeve at the shoulder."""
    leg: float
    """Width of a leg at the hip."""
    girth: float
    """1 = medium."""


FOOT = 2.6
"""Height of the ankle above the ground."""

_BY_AGE: dict[Age, Bones] = {
    Age.BABY: Bones(
        head=40, neck=0.5, torso=33, shoulders=12.5, hips=11.5, upper=13, fore=11.5,
        thigh=12.5, shin=11.5, arm=10.5, leg=13.0, girth=1.0,
    ),
    Age.CHILD: Bones(
        head=30.5, neck=1.6, torso=31, shoulders=11.0, hips=9.0, upper=16, fore=14.5,
        thigh=17, shin=16.5, arm=8.2, leg=10.0, girth=1.0,
    ),
    Age.TEEN: Bones(
        head=25.0, neck=2.6, torso=30.5, shoulders=11.3, hips=8.8, upper=17.5, fore=16.5,
        thigh=20, shin=19.5, arm=7.2, leg=9.4, girth=1.0,
    ),
    Age.ADULT: Bones(
        head=23.0, neck=2.6, torso=31.0, shoulders=12.2, hips=9.6, upper=18, fore=17,
        thigh=20.5, shin=20.5, arm=7.8, leg=10.2, girth=1.0,
    ),
    Age.OLD: Bones(
        head=24.0, neck=1.4, torso=31.5, shoulders=11.8, hips=10.2, upper=18, fore=17,
        thigh=20, shin=20.0, arm=7.8, leg=9.8, girth=1.04,
    ),
}  # fmt: skip

_GIRTH = {Build.THIN: 0.88, Build.MEDIUM: 1.0, Build.STOUT: 1.24}


def bones_of(person: Person) -> Bones:
    """The proportions of a person."""
    bones = _BY_AGE[person.age]
    girth = _GIRTH[person.build] * bones.girth
    grown = person.age in (Age.ADULT, Age.OLD, Age.TEEN)
    broad = (0.93 if person.feminine else 1.04) if grown else 1.0
    round_ = (1.06 if person.feminine else 0.97) if grown else 1.0
    return Bones(
        head=bones.head, neck=bones.neck, torso=bones.torso,
        shoulders=bones.shoulders * broad * (0.5 + girth * 0.5), hips=bones.hips * girth * round_,
        upper=bones.upper, fore=bones.fore, thigh=bones.thigh, shin=bones.shin,
        arm=bones.arm * (0.35 + 0.65 * girth) * broad, leg=bones.leg * (0.3 + 0.7 * girth), girth=girth,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """How an arm or a leg is held: the angle of its first part, and how far the second is bent from it."""

    swing: float = 0.0
    bend: float = 0.0
    turn: float = 0.0
    """Of hand or foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How a figure holds itself at one moment."""

    sink: float | None = None
    """How far the hips are below where straight legs would have them; None = as the lower foot touches the ground."""
    rise: float = 0.0
    """How far both feet are above the ground: in the leap of a run."""
    shift: float = 0.0
    """The hips to the side."""
    lean: float = 0.0
    """Of the spine, forward."""
    breath: float = 0.0
    """-1 to 1."""
    nod: float = 0.0
    """Of the head, forward; against the spine."""
    turn: float = 0.0
    """Of the face, -1 to 1: 1 = further away from the onlooker."""
    profile: float = 0.0
    """How far the body is turned from the onlooker: 0 = as usual, 1 = seen from its side."""
    near_to: Point | None = None
    """Where the nearer hand's wrist is, from the hips, instead of as ``near_arm`` says."""
    far_to: Point | None = None
    """The same of the further hand."""
    turned_elbows: tuple[bool, bool] = (False, False)
    """Whether the nearer and the further elbow point forward instead of backward, where their hands are told."""
    near_arm: Limb = Limb()
    far_arm: Limb = Limb()
    near_leg: Limb = Limb()
    far_leg: Limb = Limb()
    sway: float = 0.0
    """Of cloth and hair: units by which hems lag behind."""
    roll: float = 0.0
    """Degrees by which the whole figure is turned about its hips: 90 = stretched out, face down."""
    lap: str = ""
    """How legs are folded: empty, "cross" (on the ground), "seat" (on a seat), "kneel", "crawl"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm's joints."""

    shoulder: Point
    elbow: Point
    wrist: Point
    turn: float
    """The way the hand points, as limbs' angles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A leg's joints."""

    hip: Point
    knee: Point
    ankle: Point
    turn: float
    """Of the foot: 0 = flat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joints:
    """Where everything is."""

    bones: Bones
    stance: Stance
    hip: Point
    lean: float
    head: Point
    """Middle of the head."""
    tilt: float
    """Of the head: positive = forward."""
    near: Arm
    far: Arm
    near_leg: Leg
    far_leg: Leg

    def torso(self, x: float, up: float) -> Point:
        """A point of the torso: ``x`` sideways from the spine, ``up`` = 0 at the hips, 1 at the shoulders."""
        return _from(self.hip, self.lean, x, up * self.bones.torso)

    def knee_front(self) -> Point:
        """The knee that is further to the right."""
        return max(self.near_leg.knee, self.far_leg.knee)


def _from(at: Point, lean: float, x: float, up: float) -> Point:
    a = math.radians(lean)
    return at[0] + x * math.cos(a) + up * math.sin(a), at[1] + x * math.sin(a) - up * math.cos(a)


def along(at: Point, angle: float, length: float) -> Point:
    """The point that far away: 0 = down, 90 = to the right."""
    a = math.radians(angle)
    return at[0] + length * math.sin(a), at[1] + length * math.cos(a)


def solve(person: Person, stance: Stance) -> Joints:
    """The joints of a person in a stance, standing on the ground."""
    bones = bones_of(person)
    spread = bones.hips * 0.46 * (1 - 0.85 * stance.profile)
    legs = [_leg((side * spread, 0.0), limb, bones) for side, limb in ((-1, stance.near_leg), (1, stance.far_leg))]
    full = bones.thigh + bones.shin + FOOT
    standing = max(leg.ankle[1] for leg in legs) + FOOT + stance.rise
    hip_y = -standing if stance.sink is None else stance.sink - full
    hip = (stance.shift, hip_y)
    near_leg, far_leg = (_moved(leg, hip) for leg in legs)
    top = _from(hip, stance.lean, 0.0, bones.torso + bones.neck + stance.breath * 0.35)
    tilt = stance.lean * 0.45 + stance.nod
    head = _from(top, tilt, 0.6, bones.head * 0.47)
    lift = 2.6 - stance.breath * 0.25
    arms: list[Arm] = []
    for side, limb in ((-1, stance.near_arm), (1, stance.far_arm)):
        shoulder = _from(
            hip,
            stance.lean,
            side * (bones.shoulders - bones.arm * 0.34) * (1 - 0.62 * stance.profile),
            bones.torso - lift,
        )
        elbow = along(shoulder, limb.swing, bones.upper)
        wrist = along(elbow, limb.swing + limb.bend, bones.fore)
        turn = limb.swing + limb.bend + limb.turn
        target = stance.near_to if side < 0 else stance.far_to
        if target is not None:
            out = stance.turned_elbows[side > 0]
            elbow, wrist = reach(shoulder, (hip[0] + target[0], hip[1] + target[1]), bones, out=out)
            turn = math.degrees(math.atan2(wrist[0] - elbow[0], wrist[1] - elbow[1]))
        arms.append(Arm(shoulder=shoulder, elbow=elbow, wrist=wrist, turn=turn))
    return Joints(
        bones=bones, stance=stance, hip=hip, lean=stance.lean, head=head, tilt=tilt,
        near=arms[0], far=arms[1], near_leg=near_leg, far_leg=far_leg,
    )  # fmt: skip


def reach(shoulder: Point, target: Point, bones: Bones, *, out: bool = False) -> tuple[Point, Point]:
    """Elbow and wrist of an arm whose wrist is at the target, or as near to it as the arm is long."""
    dx, dy = target[0] - shoulder[0], target[1] - shoulder[1]
    far = max(1e-6, math.hypot(dx, dy))
    long = min(far, (bones.upper + bones.fore) * 0.995)
    cosine = (bones.upper**2 + long**2 - bones.fore**2) / (2 * bones.upper * long)
    bend = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    angle = math.degrees(math.atan2(dx, dy)) + (bend if out else -bend)
    elbow = along(shoulder, angle, bones.upper)
    return elbow, (shoulder[0] + dx / far * long, shoulder[1] + dy / far * long)


def _leg(hip: Point, limb: Limb, bones: Bones) -> Leg:
    knee = along(hip, limb.swing, bones.thigh)
    ankle = along(knee, limb.swing - limb.bend, bones.shin)
    return Leg(hip=hip, knee=knee, ankle=ankle, turn=limb.turn)


def _moved(leg: Leg, by: Point) -> Leg:
    def move(p: Point) -> Point:
        return p[0] + by[0], p[1] + by[1]

    return Leg(hip=move(leg.hip), knee=move(leg.knee), ankle=move(leg.ankle), turn=leg.turn)
