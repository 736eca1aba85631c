"""The way of a sheet that moves by itself: a closed, smooth curve through given places."""

from __future__ import annotations

import math
from collections.abc import Sequence

Place = tuple[float, float]


def place_at(travel: Sequence[Place], phase: float, away: Sequence[bool] = ()) -> Place | None:
    """Where (x, y) on the way a sheet is at a phase (0 to 1, periodic); (0, 0) without a way.

    The curve is a cubic through all places, evenly in time, with the slope at each that its neighbours have to one
    another. None where it jumps: between two places at both of which the sheet is ``away`` (out of sight), it leaves
    the picture at one and comes in again at the other, whatever lies between.

    Source: E. Catmull and R. Rom, "A class of local interpolating splines", 1974.
    """
    count = len(travel)
    if not count:
        return 0.0, 0.0
    whole = phase % 1 * count
    begin = math.floor(whole)
    t = whole - begin
    i, j = begin % count, (begin + 1) % count
    if away and away[i] and away[j] and i != j:
        return None
    return _mixed(travel[i], travel[j], _slope(travel, i, away), _slope(travel, j, away), t)


def _slope(travel: Sequence[Place], i: int, away: Sequence[bool]) -> Place:
    """How fast the sheet moves at a place; where it jumps on one side, only the other counts."""
    count = len(travel)
    before, after = (i - 1) % count, (i + 1) % count
    if away and away[i] and away[before] != away[after]:
        near, far = (i, after) if away[before] else (before, i)
        return travel[far][0] - travel[near][0], travel[far][1] - travel[near][1]
    return (travel[after][0] - travel[before][0]) / 2, (travel[after][1] - travel[before][1]) / 2


def _mixed(a: Place, b: Place, slope_a: Place, slope_b: Place, t: float) -> Place:
    """The cubic from a to b with the slopes wanted there (Hermite)."""
    t2, t3 = t * t, t * t * t
    weights = (2 * t3 - 3 * t2 + 1, -2 * t3 + 3 * t2, t3 - 2 * t2 + t, t3 - t2)
    values = (a, b, slope_a, slope_b)
    x, y = (sum(w * value[axis] for w, value in zip(weights, values, strict=True)) for axis in (0, 1))
    return x, y
