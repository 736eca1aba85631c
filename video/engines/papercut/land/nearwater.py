"""Water before a place, from its far side to the foot of the picture, and the waves before who is on it."""

from __future__ import annotations

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.shores import wave_row
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waters import sheets_of_water
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board

DEEP = 0x161E42
"""Of the water before there is any light."""
STORMS = frozenset(("storm", "wind"))
"""Weather in which waves are high."""


def draw_water_near(board: Board, view: View) -> None:
    """A river or a lake from its far side to the foot of the picture."""
    top = view.setting.base + 8
    sheets_of_water(board, view, top, 748.0, 4)
    y, i = 752.0, 0
    while y < view.bottom + 60:
        wave_row(board, view, y, water_at(board, view, y), 150 + 30 * i, _dip(view, 7 + 2 * i))
        y += 58 + 12 * i
        i += 1
    darken(board, view)


def water_at(board: Board, view: View, y: float) -> int:
    """The colour of near water at a height of the frame: darker towards the viewer."""
    light = board.light
    share = max(0.0, min(1.0, (y - 640.0) / max(1.0, view.bottom - 640.0)))
    return darker(mix(light.water[1], light.water[0], min(1.0, 0.55 + 0.9 * share)), 0.22 * share)


def draw_swell(board: Board, view: View, y: float, size: float) -> None:
    """The water before a boat or a swimmer, from a height of the frame down; ``size`` of the waves, 1 = usual."""
    salt = "waves near" in view.setting.ground
    dark = "dark water" in view.setting.ground
    tone = DEEP if dark else lighter(water_at(board, view, y), 0.05)
    at, i = y, 0
    while at < board.bottom + 40 * size:
        colour = darker(tone, min(0.3, 0.07 * i))
        dip = _dip(view, (13 if salt else 7) + 2.4 * i)
        wave_row(board, view, at, colour, (132 + 26 * i) * size, dip * size)
        at += (52 + 12 * i) * size
        i += 1
    board.haze(view.caption - 20, board.bottom + 20, board.light.shade, 0.38, below=True)


def _dip(view: View, usual: float) -> float:
    return usual * (1.9 if STORMS & view.weather else 1.0)
