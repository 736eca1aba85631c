"""What moves on and in water: ripples, surf, falling water, bubbles."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from video.chance import Chance
from video.engines.papercut.land.moving import Box, Part
from video.engines.papercut.land.view import View
from video.engines.papercut.land.waters import fall_of
from video.engines.papercut.palette import lighter
from video.engines.papercut.paper import Board, Point, oval, smooth


def _water_band(view: View, top: float, bottom: float, *, sides: tuple[float, float] = (0.15, 0.85)) -> list[Part]:
    """Ripples on open water between two shares of the width: where no reed, palm or house stands before it."""
    left, right = view.span * sides[0], view.span * sides[1]

    def drawn(board: Board, phase: float) -> None:
        draw_ripples(board, Box(left=left, top=top, right=right, bottom=bottom), phase)

    box = Box(left=left - 60, top=top - 6, right=right + 60, bottom=bottom + 6)
    return [Part(name="ripples", box=box, depth=0.6, draw=drawn, cycle_s=4.0, cels=12)]


def _river(view: View) -> list[Part]:
    return _water_band(view, view.setting.base + 16, view.setting.line - 26)


def _basin(view: View) -> list[Part]:
    return _water_band(view, 640.0, 712.0)


def draw_ripples(board: Board, box: Box, phase: float) -> None:
    """Lines of light that wander on water, longer where they are nearer."""
    chance, light = Chance(2, f"ripples {box.top:.0f}"), board.light
    path = skia.Path()
    count = max(8, round((box.right - box.left) * (box.bottom - box.top) / 6500))
    for _ in range(count):
        x, y, begin = chance.between(box.left, box.right), chance.between(box.top, box.bottom), chance.unit()
        share = (y - box.top) / max(1.0, box.bottom - box.top)
        swing = math.sin(2 * math.pi * (phase + begin))
        reach = (8 + 26 * share) * (0.75 + 0.25 * swing)
        x += (6 + 12 * share) * math.cos(2 * math.pi * (phase + begin))
        path.moveTo(x - reach, y)
        path.quadTo(x, y - 2 - 4 * share, x + reach, y)
    board.stroke(path, lighter(light.water[1], 0.5), 2.6, 0.6)


def _sea(view: View) -> list[Part]:
    # The headland and the palms stand on the side away from the sun.
    sides = (0.52, 0.97) if view.left else (0.03, 0.48)
    return _water_band(view, view.setting.horizon + 60, view.setting.line - 50, sides=sides)


def _ice(view: View) -> list[Part]:
    return _water_band(view, view.setting.horizon + 40, view.setting.line - 40, sides=(0.4, 0.7))


def _open_sea(view: View) -> list[Part]:
    return _water_band(view, view.setting.line + 10, view.caption, sides=(0.0, 1.0))


def _surf(view: View) -> list[Part]:
    y = view.setting.line - 34

    def drawn(board: Board, phase: float) -> None:
        draw_surf(board, view, y, phase)

    box = Box(left=-0.1 * view.span, top=y - 30, right=1.1 * view.span, bottom=y + 66)
    return [*_sea(view), Part(name="surf", box=box, depth=0.6, draw=drawn, cycle_s=6.0, cels=12)]


def draw_surf(board: Board, view: View, y: float, phase: float) -> None:
    """A thin sheet of foam that runs up the sand and back."""
    run = 0.5 - 0.5 * math.cos(2 * math.pi * phase)
    chance = Chance(3, "surf")
    points: list[Point] = []
    width = view.span * 1.16
    for i in range(13):
        bow = 8 * math.sin(2 * math.pi * (phase + chance.unit()))
        points.append((-0.08 * view.span + width * i / 12, y + 12 + 26 * run + bow))
    upper = [(x, py - 16 - 10 * run) for x, py in reversed(points)]
    board.flat(smooth([*points, *upper], closed=True, tension=7), lighter(board.light.water[1], 0.75), 0.25 + 0.3 * run)
    board.stroke(smooth(points), lighter(board.light.water[1], 0.85), 5, 0.75)


def _fall(view: View) -> list[Part]:
    left, top, right, foot = fall_of(view)

    def drawn(board: Board, phase: float) -> None:
        chance = Chance(4, "fall")
        path = skia.Path()
        deep = foot - top
        for i in range(9):
            x, begin = left + 14 + (right - left - 28) * i / 8, chance.unit()
            y = top + deep * ((phase + begin) % 1.0)
            path.moveTo(x, y)
            path.lineTo(x, min(foot, y + 60))
        board.stroke(path, 0xFFFFFF, 6, 0.75)
        for i in range(6):
            grow = (phase + i / 6) % 1.0
            x = left - 20 + (right - left + 40) * i / 5
            board.flat(
                oval(x, foot - 6 - 26 * grow, 16 + 22 * grow, 9 + 12 * grow),
                lighter(board.light.cloud, 0.4),
                0.5 * (1 - grow),
            )

    box = Box(left=left - 70, top=top, right=right + 70, bottom=foot + 24)
    return [Part(name="fall", box=box, depth=0.42, draw=drawn, cycle_s=1.2, cels=12)]


def _bubbles(view: View) -> list[Part]:
    out: list[Part] = []
    for i, share in enumerate((0.16, 0.55, 0.86)):
        x, foot = view.span * share, view.setting.line - 20

        def drawn(board: Board, phase: float, x: float = x, foot: float = foot) -> None:
            for k in range(7):
                rise = (phase + k / 7) % 1.0
                size = (5 + 3 * (k % 3)) * (0.6 + 0.6 * rise)
                px = x + 16 * math.sin(2 * math.pi * (rise * 2 + k * 0.3))
                py = foot - 460 * rise
                fade = min(1.0, 8 * rise, 6 * (1 - rise))
                board.stroke(oval(px, py, size, size), 0xF2FBFF, 2.4, 0.7 * fade)
                board.flat(oval(px - size * 0.3, py - size * 0.3, size * 0.26, size * 0.26), 0xFFFFFF, 0.8 * fade)

        box = Box(left=x - 36, top=foot - 486, right=x + 36, bottom=foot + 20)
        out.append(Part(name=f"bubbles {i}", box=box, depth=0.5, draw=drawn, cycle_s=6.0, cels=14))
    return out


BY_PARTS: tuple[tuple[frozenset[str], Callable[[View], list[Part]]], ...] = (
    (frozenset({"waterfall"}), _fall),
    (frozenset({"lake", "swamp", "river across"}), _river),
    (frozenset({"basin"}), _basin),
    (frozenset({"beach", "islet", "skerry"}), _surf),
    (frozenset({"waves near", "dark water"}), _open_sea),
    (frozenset({"icebergs"}), _ice),
    (frozenset({"deep water"}), _bubbles),
)
"""By names of parts of a setting: what moves there."""
