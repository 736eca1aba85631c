"""A broad flat rock in the water, which bears whoever is on it."""

from __future__ import annotations

from video.engines.papercut.land.country import darken
from video.engines.papercut.land.shores import wave_row
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, line, polygon, smooth

STONE = 0x8C8A88
TOP = 26.0
"""How far above the ground's line the rock's crown lies, frame units."""


def draw_skerry(board: Board, view: View) -> None:
    """The rock in the middle, water all round, a little foam at its foot."""
    light, chance, y = board.light, view.chance("skerry"), view.setting.line
    middle, half = view.span * 0.5, view.span * 0.46
    stone = mix(light.dye(STONE, 0.8), light.ranges[1], 0.2)
    water = mix(light.water[1], light.water[0], 0.3)
    for i in range(3):
        wave_row(board, view, y - 96 + 34 * i, mix(water, light.water[0], 0.16 * i), 84 + 14 * i, 12)
    rim = _outline(middle, half, y + 20, 10)
    board.sheet(smooth(rim, closed=True, tension=7), lighter(light.water[1], 0.35), 3)
    board.sheet(polygon(_outline(middle, half - 10, y + 8, 2)), darker(stone, 0.34), 4)
    board.sheet(polygon(_outline(middle, half - 26, y, 0)), stone, 5)
    flat = [
        (middle - half * 0.86, y + 66), (middle - half * 0.6, y + 14), (middle - half * 0.2, y - TOP + 12),
        (middle + half * 0.25, y - TOP + 8), (middle + half * 0.62, y + 16), (middle + half * 0.84, y + 70),
        (middle + half * 0.5, y + 108), (middle - half * 0.45, y + 112),
    ]  # fmt: skip
    board.sheet(polygon(flat), lighter(stone, 0.16), 4)
    for k in range(7):
        x, py = middle + half * chance.between(-0.74, 0.74), y + chance.between(34, 118)
        reach = chance.between(34, 90)
        crack = line((x, py), (x + reach * 0.5, py + chance.between(-7, 7)), (x + reach, py + chance.between(-4, 12)))
        board.stroke(crack, darker(stone, 0.22), 3 if k % 2 else 2, 0.5)
    sea, i = y + 150, 0
    while sea < view.bottom + 60:
        wave_row(board, view, sea, darker(mix(water, light.water[0], 0.4), 0.05 * i), 130 + 20 * i, 16)
        sea += 56 + 12 * i
        i += 1
    darken(board, view)


def _outline(middle: float, half: float, y: float, grow: float) -> list[tuple[float, float]]:
    """The rock's edge, its low corners in the water."""
    return [
        (middle - half - grow, y + 176), (middle - half * 0.97 - grow, y + 92), (middle - half * 0.86, y + 62 - grow),
        (middle - half * 0.78, y + 16 - grow), (middle - half * 0.52, y - 2 - grow),
        (middle - half * 0.3, y - TOP + 4 - grow), (middle + half * 0.12, y - TOP - grow),
        (middle + half * 0.46, y - TOP + 14 - grow), (middle + half * 0.7, y + 8 - grow),
        (middle + half * 0.83, y + 46 - grow), (middle + half * 0.96 + grow, y + 84), (middle + half + grow, y + 178),
        (middle + half * 0.5, y + 214 + grow), (middle - half * 0.4, y + 220 + grow),
    ]  # fmt: skip
