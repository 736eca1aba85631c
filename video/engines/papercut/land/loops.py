"""What moves by itself in a place: parts that are drawn apart, at a phase of their motion.

Phase 0 equals phase 1: a part's last picture runs into its first. Boxes and ways are in frame units.
"""

from __future__ import annotations

from video.engines.papercut.land.airloops import (
    GREEN,
    TILE,
    blown,
    draw_rain,
    draw_snowfall,
    drifting,
    falling,
    fireflies,
    mist,
    twinkles,
)
from video.engines.papercut.land.drought import parched
from video.engines.papercut.land.moving import Part
from video.engines.papercut.land.seasons import falling_leaves
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waterloops import BY_PARTS

__all__ = ["TILE", "Part", "parts_of"]


def parts_of(view: View) -> tuple[Part, ...]:
    """All moving parts of a view, the farthest first."""
    out: list[Part] = []
    indoors = view.setting.indoors or view.setting.closed
    if not indoors:
        out += [*twinkles(view), *drifting(view)]
    view = parched(view)
    for names, make in BY_PARTS:
        if names & {*view.setting.ground, *view.setting.middle, *view.setting.sky}:
            out += make(view)
    if view.outside.name == "night" and not view.weather and GREEN & {*view.setting.middle, *view.setting.ground}:
        out += fireflies(view)
    if "fog" in view.weather:
        out.append(mist(view))
    if view.windy and not view.snowy:
        out += blown(view)
    if {"rain", "storm"} & view.weather:
        out.append(falling(view, "rain", draw_rain, 0.5, 6))
    out += falling_leaves(view)
    if "snow" in view.weather:
        out.append(falling(view, "snow", draw_snowfall, 6.0, 24))
    return tuple(out)
