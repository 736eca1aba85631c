"""The cuts of cloth: where shirts, skirts and gowns run around a body in any stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from video.engines.papercut.paper import Point, curve_on, smooth
from video.engines.papercut.people.person import Age, Build, Person
from video.engines.papercut.people.skeleton import Joints, Leg

WAIST = 0.3
"""Where the waist is on the torso: 0 = hips, 1 = shoulders."""


def joined(*runs: Sequence[Point], tension: float = 6.0) -> skia.Path:
    """A closed path of soft curves with a corner wherever one run ends and the next begins."""
    path = skia.Path()
    path.moveTo(*runs[0][0])
    last = runs[0][0]
    for run in runs:
        points = list(run) if run[0] == last else [last, *run]
        for i in range(len(points) - 1):
            before, after = points[max(0, i - 1)], points[min(len(points) - 1, i + 2)]
            curve_on(path, (before, points[i], points[i + 1], after), tension)
        last = points[-1]
    path.close()
    return path


def scaled(points: Sequence[Point], r: float) -> list[Point]:
    """Points in shares of half a head, in units of the figure."""
    return [(x * r, y * r) for x, y in points]


def soft(points: Sequence[Point], r: float) -> skia.Path:
    """A closed soft curve through points in shares of half a head."""
    return smooth(scaled(points, r), closed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloth:
    """A piece of cloth around the body: its outline, and a grid on it for patterns."""

    path: skia.Path
    top: tuple[Point, Point]
    """Left and right end of the line from which the grid goes down."""
    hem: tuple[Point, Point]
    sag: float = 0.0
    """How far the middle of the hem hangs below its ends."""

    def at(self, u: float, v: float) -> Point:
        """A point of the grid: ``u`` from -1 (left) to 1, ``v`` from 0 (top) to 1 (hem)."""
        s = (u + 1) / 2
        a = between(self.top[0], self.top[1], s)
        b = between(self.hem[0], self.hem[1], s)
        x, y = between(a, b, v)
        return x, y + self.sag * v * (1 - u * u)

    def row(self, v: float, count: int = 9) -> list[Point]:
        """Points across at one height."""
        return [self.at(-1.06 + 2.12 * i / (count - 1), v) for i in range(count)]

    def tall(self) -> float:
        """About how high the grid is."""
        return abs((self.hem[0][1] + self.hem[1][1] - self.top[0][1] - self.top[1][1]) / 2) + self.sag


def between(a: Point, b: Point, share: float) -> Point:
    """The point at a share of the way from one to the other."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def along(start: Point, joint: Point, end: Point, share: float) -> Point:
    """A point of a limb of two bones: 0 = its start, 0.5 = the joint, 1 = its end."""
    return between(start, joint, share * 2) if share <= 0.5 else between(joint, end, share * 2 - 1)


def leg_at(leg: Leg, share: float) -> Point:
    """A point of a leg: 0 = hip, 0.5 = knee, 1 = ankle."""
    return along(leg.hip, leg.knee, leg.ankle, share)


def waist(person: Person, joints: Joints) -> float:
    """Half the width at the waist."""
    grown = person.age in (Age.TEEN, Age.ADULT)
    share = (0.80 if person.feminine else 0.96) if grown else 1.02
    if person.build is Build.STOUT:
        share += 0.14
    return joints.bones.hips * share


def sides(person: Person, joints: Joints, ease: float, low: float) -> tuple[list[Point], list[Point]]:
    """The torso's outline from the neck down to ``low`` (0 = hips), left and right, ``ease`` wider than the body."""
    b, narrow = joints.bones, 1 - 0.2 * joints.stance.profile

    def t(x: float, up: float) -> Point:
        return joints.torso(x * narrow, up)

    belly = 2.4 if person.build is Build.STOUT else 0.8 if person.age in (Age.BABY, Age.OLD) else 0.0
    w, breath = waist(person, joints) + ease, joints.stance.breath * 0.16
    chest = b.shoulders * 0.9 + ease * 0.5 + breath
    neck = b.shoulders * 0.36
    left = [t(-neck, 1.03), t(-b.shoulders * 0.86, 0.985), t(-b.shoulders - ease * 0.2, 0.9), t(-chest, 0.7)]
    right = [t(neck, 1.03), t(b.shoulders * 0.86, 0.985), t(b.shoulders + ease * 0.2, 0.9), t(chest, 0.7)]
    if low < WAIST:
        left.append(t(-w, WAIST))
        right.append(t(w + belly, WAIST))
    left.append(t(-(b.hips + ease) if low < 0.12 else -w, low))
    right.append(t(b.hips + ease + belly * 0.8 if low < 0.12 else w + belly, low))
    return left, right


def shirt(person: Person, joints: Joints, *, low: float = 0.1, ease: float = 0.6) -> Cloth:
    """What ends at waist or hips."""
    left, right = sides(person, joints, ease, low)
    sag = 1.2
    bottom = [left[-1], (between(left[-1], right[-1], 0.5)[0], between(left[-1], right[-1], 0.5)[1] + sag), right[-1]]
    path = joined(left, bottom, right[::-1], [right[0], joints.torso(0.4, 0.985), left[0]])
    grid = joints.torso(-joints.bones.shoulders, 0.93), joints.torso(joints.bones.shoulders, 0.93)
    return Cloth(path=path, top=grid, hem=(left[-1], right[-1]), sag=sag)


def gown(person: Person, joints: Joints, *, hem: float, flare: float, ease: float = 0.4) -> Cloth:
    """What hangs from the shoulders to a share of the legs: tunic, dress, robe."""
    left, right = sides(person, joints, ease, 0.08)
    below_left, bottom, below_right, sag = _below(joints, hem, flare, joints.bones.hips + ease)
    path = joined(
        [*left, *below_left, bottom[0]],
        bottom,
        [bottom[-1], *below_right, *right[::-1]],
        [right[0], joints.torso(0.4, 0.985), left[0]],
    )
    waistline = joints.torso(-waist(person, joints) - ease, WAIST), joints.torso(waist(person, joints) + ease, WAIST)
    return Cloth(path=path, top=waistline, hem=(bottom[0], bottom[-1]), sag=sag)


def skirt(person: Person, joints: Joints, *, hem: float, flare: float, start: float = WAIST) -> Cloth:
    """What hangs from the waist."""
    w = waist(person, joints) + 0.5
    top_left, top_right = joints.torso(-w, start), joints.torso(w + 0.4, start)
    hips = joints.bones.hips + 0.8
    below_left, bottom, below_right, sag = _below(joints, hem, flare, hips)
    path = joined(
        [top_left, joints.torso(-hips, 0.06), *below_left, bottom[0]],
        bottom,
        [bottom[-1], *below_right, joints.torso(hips + 0.4, 0.06), top_right],
        [top_right, top_left],
    )
    return Cloth(path=path, top=(top_left, top_right), hem=(bottom[0], bottom[-1]), sag=sag)


_Below = tuple[list[Point], list[Point], list[Point], float]
"""(down the left side, along the hem, up the right side, sag)."""


def _below(joints: Joints, hem: float, flare: float, hips: float) -> _Below:
    lap = joints.stance.lap
    if lap == "seat":
        return _seated(joints, hem, flare, hips)
    if lap == "kneel":
        return _kneeling(joints, hem, hips)
    if lap == "cross":
        return _crossed(joints, hem, hips)
    half, sway = joints.bones.leg * 0.5, joints.stance.sway
    near, far = leg_at(joints.near_leg, hem), leg_at(joints.far_leg, hem)
    first, last = (near, far) if near[0] <= far[0] else (far, near)
    x, y = joints.hip[0], (near[1] + far[1]) / 2
    grow = flare * (0.35 + 0.65 * hem)
    # A hem swings with the legs but is held by its own width: it follows them by a part only.
    calm = hips * 0.92
    left = min(first[0] - half * 1.05, x - calm) - grow + sway * hem
    right = max(last[0] + half * 1.05, x + calm) + grow + sway * hem
    left_y, right_y = y + (first[1] - y) * 0.45 - grow * 0.08, y + (last[1] - y) * 0.45 - grow * 0.08
    sag = min(2.6, 0.9 + (right - left) * 0.035)
    middle = (left + right) / 2
    bottom = [
        (left, left_y),
        (left + (middle - left) * 0.5, (left_y * 0.75 + right_y * 0.25) + sag * 0.75),
        (middle, (left_y + right_y) / 2 + sag),
        (right - (right - middle) * 0.5, (left_y * 0.25 + right_y * 0.75) + sag * 0.75),
        (right, right_y),
    ]
    drop = 0.42
    hip_left, hip_right = (x - hips, joints.hip[1]), (x + hips, joints.hip[1])
    bend = grow * 0.12
    down = [
        (
            hip_left[0] + (left - hip_left[0]) * drop + bend - sway * hem * 0.2,
            hip_left[1] + (left_y - hip_left[1]) * drop,
        )
    ]
    up = [
        (
            hip_right[0] + (right - hip_right[0]) * drop - bend - sway * hem * 0.2,
            hip_right[1] + (right_y - hip_right[1]) * drop,
        )
    ]
    return down, bottom, up, sag


def _seated(joints: Joints, hem: float, flare: float, hips: float) -> _Below:
    half = joints.bones.leg * 0.56
    hx, hy = joints.hip
    knee = joints.knee_front()
    back = [(hx - hips * 1.08, hy + half * 0.3), (hx - hips * 0.9, hy + half)]
    if hem <= 0.5:
        end = leg_at(joints.far_leg, max(0.2, hem))
        bottom = [(hx - hips * 0.7, hy + half * 1.05), (end[0], end[1] + half)]
        return back, bottom, [(end[0] + 1.0, end[1] - half * 0.2), (hx + hips, hy - half * 0.8)], 0.0
    end = leg_at(joints.far_leg, hem)
    grow = flare * 0.45
    near = leg_at(joints.near_leg, hem)
    back += [(near[0] - half * 2.2, knee[1] + half * 0.9)]
    bottom = [
        (min(near[0], end[0]) - half * 1.5 - grow, end[1]),
        ((near[0] + end[0]) / 2, end[1] + 1.4),
        (end[0] + half + grow, end[1] - 0.5),
    ]
    front = [
        (knee[0] + half * 0.9, knee[1] + half * 0.6),
        (knee[0] + half * 0.5, knee[1] - half * 0.75),
        (hx + hips, hy - half * 0.85),
    ]
    return back, bottom, front, 1.0


def _kneeling(joints: Joints, hem: float, hips: float) -> _Below:
    half = joints.bones.leg * 0.56
    hx, hy = joints.hip
    knee = joints.knee_front()
    if hem <= 0.5:
        end = leg_at(joints.far_leg, max(0.22, hem))
        back = [(hx - hips * 1.1, hy + half * 0.6)]
        bottom = [(hx - hips * 0.95, hy + half * 1.5), (end[0] - half * 0.4, end[1] + half * 1.0)]
        return back, bottom, [(end[0] + half * 0.8, end[1] - half * 0.5)], 0.0
    ankle = min(joints.near_leg.ankle, joints.far_leg.ankle)
    back = [(hx - hips * 1.12, hy + half * 0.8), (min(hx - hips * 1.1, ankle[0] + 5), -half * 1.5)]
    bottom = [(ankle[0] - 1.0, -0.8), ((ankle[0] + knee[0]) / 2, 0.4), (knee[0] + half * 1.0, -0.6)]
    front = [(knee[0] + half * 1.05, knee[1] - half * 0.2), (knee[0] - 2.0, knee[1] - half * 1.5)]
    return back, bottom, front, 0.5


def _crossed(joints: Joints, hem: float, hips: float) -> _Below:
    half = joints.bones.leg * 0.55
    hx, hy = joints.hip
    knee = max(abs(joints.near_leg.knee[0] - hx), abs(joints.far_leg.knee[0] - hx))
    if hem <= 0.5:
        bottom = [(hx - hips * 1.05, hy + half * 0.7), (hx, hy + half * 1.25), (hx + hips * 1.05, hy + half * 0.7)]
        return [], bottom, [], 0.6
    wide = knee + half * 0.9
    back = [(hx - wide * 0.72, hy - half * 0.25), (hx - wide, -half * 1.1)]
    bottom = [(hx - wide * 0.97, -0.9), (hx, 0.3), (hx + wide * 0.97, -0.9)]
    front = [(hx + wide, -half * 1.1), (hx + wide * 0.72, hy - half * 0.25)]
    return back, bottom, front, 0.4
