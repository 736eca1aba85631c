"""How legs go: pure measures of steps, so that feet stand still on the ground while the body passes over them."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, pi, sin, sqrt

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepping:
    """One way of going, as shares of the leg's length."""

    stance: float
    """Share of the cycle in which a foot is on the ground."""
    reach: float
    """How far a foot goes back while it stands."""
    lift: float
    offsets: tuple[float, float, float, float]
    """When each leg begins: near hind, near fore, far hind, far fore."""
    bob: float
    pitch: float
    """How far the body sways up and down, and fore and aft."""


WALK = Stepping(stance=0.62, reach=0.62, lift=0.16, offsets=(0.0, 0.25, 0.5, 0.75), bob=0.018, pitch=0.0)
RUN = Stepping(stance=0.36, reach=0.95, lift=0.34, offsets=(0.0, 0.5, 0.12, 0.62), bob=0.07, pitch=0.07)
GAITS: dict[str, Stepping] = {"walk": WALK, "run": RUN}


def foot_at(stepping: Stepping, phase: float, leg: float) -> Point:
    """Where a foot is, from the place under its hip; y is negative in the air."""
    at = phase % 1.0
    if at < stepping.stance:
        return leg * stepping.reach * (0.5 - at / stepping.stance), 0.0
    swung = (at - stepping.stance) / (1 - stepping.stance)
    eased = swung * swung * (3 - 2 * swung)
    return leg * stepping.reach * (eased - 0.5), -leg * stepping.lift * sin(pi * swung)


def joint_of(hip: Point, foot: Point, bones: tuple[float, float], bend: float) -> Point:
    """Where the joint between two bones is; ``bend`` 1 = it points forward, -1 = backward."""
    upper, lower = bones
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    far = max(1e-6, hypot(dx, dy))
    near = min(far, (upper + lower) * 0.9995)
    along = (upper * upper - lower * lower + near * near) / (2 * near)
    out = sqrt(max(0.0, upper * upper - along * along))
    return hip[0] + dx / far * along + dy / far * out * bend, hip[1] + dy / far * along - dx / far * out * bend
