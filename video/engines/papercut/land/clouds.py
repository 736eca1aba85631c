"""Clouds in three cuts, and the grey deck of bad weather."""

from __future__ import annotations

import skia

from video.engines.papercut.land.view import View
from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, box, oval


def draw_cloud_deck(board: Board, view: View) -> None:
    """The clouds that a view's weather and style ask for."""
    if "fog" in view.weather or "cloud" in view.absent:
        return  # it hides them
    chance, light = view.sky_chance("clouds"), view.outside
    stormy = view.gloom > 0.6
    colour = mix(light.cloud, 0x4E5870, 0.55 * view.gloom)
    if stormy:
        _deck(board, view, colour)
        return
    count = 5 if "cloud" in view.sky or view.gloom > 0.3 else 2 if light.name == "night" else 3
    count = 1 if view.dry else count + int(view.lift / 260)
    lowest = 300.0
    for i in range(count):
        x = board.left + (board.right - board.left) * (i + chance.between(0.15, 0.85)) / count
        y = chance.between(view.top + 50, max(view.top + 200, lowest - 0.35 * view.lift * (i % 2)))
        if "cloud" not in view.sky and abs(x - view.disc[0]) < 300 and abs(y - view.disc[1]) < 135:
            y = view.disc[1] + 150.0  # beside or below the light, never across its face
        size = chance.between(0.85, 1.3) * (1 + 0.25 * min(1.0, view.lift / 700))
        cloud(board, view, x, y, size, colour)


def cloud(board: Board, view: View, x: float, y: float, size: float, colour: int) -> None:
    """One cloud in the style's cut."""
    back = mix(colour, view.outside.sky[1], 0.3)
    kind = view.style.clouds
    if kind == "bar":
        for dx, dy, half, tall, tone in (
            (30, -22, 88, 13, back), (-44, -4, 120, 14, mix(colour, back, 0.4)), (22, 15, 104, 12, colour),
        ):  # fmt: skip
            board.sheet(bar(x + dx * size, y + dy * size, half * size, tall * size), tone, 5)
    elif kind == "scroll":
        for dx, dy, half, tone in ((-26, -27, 60, back), (22, 0, 92, colour), (-40, 27, 62, mix(colour, back, 0.5))):
            _scroll(board, x + dx * size, y + dy * size, half * size, 15 * size, tone, view.outside.sky[0])
    else:
        for dx, dy, scale, tone in ((34, -16, 0.8, back), (0, 0, 1.0, colour)):
            board.sheet(puff(x + dx * size, y + dy * size, size * scale), tone, 6)


def bar(x: float, y: float, half: float, tall: float) -> skia.Path:
    """A long cloud with round ends."""
    return box(x - half, y - tall, 2 * half, 2 * tall, tall)


def _scroll(board: Board, x: float, y: float, half: float, tall: float, colour: int, ink: int) -> None:
    board.sheet(bar(x, y, half, tall), colour, 5)
    curl = skia.Path()
    cx = x + half - tall
    curl.addArc(skia.Rect.MakeLTRB(cx - tall * 0.62, y - tall * 0.62, cx + tall * 0.62, y + tall * 0.62), 200, 270)
    board.stroke(curl, mix(colour, ink, 0.45), 2.4, 0.8)


def puff(x: float, y: float, size: float) -> skia.Path:
    """A heaped cloud, flat below."""
    path = oval(x, y - 16 * size, 46 * size, 36 * size)
    for part in (
        oval(x - 48 * size, y - 4 * size, 38 * size, 24 * size),
        oval(x + 50 * size, y - 6 * size, 42 * size, 27 * size),
        box(x - 96 * size, y - 4 * size, 200 * size, 24 * size, 12 * size),
    ):
        path = skia.Op(path, part, skia.PathOp.kUnion_PathOp)
    return path


def _deck(board: Board, view: View, colour: int) -> None:
    """Heavy clouds in two rows along the whole upper edge."""
    chance = view.sky_chance("deck")
    rows = 2 + int(view.lift / 420)
    for row in range(rows):
        y = board.top + 40 + (view.top - board.top) + 105 * (rows - 1 - row)
        path = skia.Path.Rect(skia.Rect.MakeLTRB(board.left - 20, board.top - 20, board.right + 20, y))
        x = board.left - 60.0
        while x < board.right + 80:
            wide = chance.between(90, 170)
            path.addOval(skia.Rect.MakeLTRB(x - wide, y - wide * 0.42, x + wide, y + wide * 0.42))
            x += wide * 1.15
        path.setFillType(skia.PathFillType.kWinding)
        board.sheet(path, mix(colour, view.outside.shade, 0.34 - 0.2 * row), 9, edge=0.0)
