"""Before there was anything: dark water under a sky without lights."""

from __future__ import annotations

import skia

from video.engines.papercut.land.beyond import whole_cloth
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.shores import wave_row
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import lighter, mix
from video.engines.papercut.paper import Board

DEEP = 0x0B1026
"""The dark of which all is made."""


def draw_dark_sky(board: Board, view: View) -> None:
    """Folds of dark air, each a little less dark towards the water; no sun, no moon, no star."""
    chance, h = view.chance("dark sky"), view.setting.horizon
    air = mix(0x2A2F5A, view.style.air[0], 0.08)
    whole_cloth(board, DEEP)
    top = view.top - 20
    for i in range(6):
        share = (i + 1) / 6
        y = top + (h - top) * share**0.9 - 40
        points = soft_line(chance, board.left - 60, board.right + 60, y, 46 - 5 * i)
        lay(board, points, mix(DEEP, air, 0.16 * (i + 1)), 12, bottom=min(h + 160, y + (h - top) / 3 + 120))
    board.glow(view.span * 0.5, h + 20, 0.55 * view.span, 0x55609A, 0.3)


def draw_dark_water(board: Board, view: View) -> None:
    """Waves without end, the far ones with a faint edge of light."""
    h = view.setting.horizon
    low, high = 0x10183A, 0x2B3A6E
    lay(board, [(board.left - 20, h), (board.right + 20, h)], mix(low, high, 0.9), 5, bottom=h + 90)
    sheen = skia.Path()
    chance = view.chance("sheen")
    for i in range(11):
        y = h + 8 + 5.5 * i
        x, half = view.span * 0.5 + chance.near(0, 24 + 9 * i), 30 + 15 * i * chance.between(0.5, 1.2)
        sheen.moveTo(x - half, y)
        sheen.lineTo(x + half, y)
    board.stroke(sheen, lighter(high, 0.45), 2.6, 0.5)
    y, i = h + 62.0, 0
    while y < view.bottom + 60:
        wave_row(board, view, y, mix(mix(low, high, 0.72), 0x080C1E, min(0.72, 0.1 * i)), 84 + 28 * i, 10 + 4 * i)
        y += 46 + 13 * i
        i += 1
    darken(board, view)
