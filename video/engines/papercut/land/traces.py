"""What is seen on the ground besides: footprints, mud."""

from __future__ import annotations

from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, mix
from video.engines.papercut.paper import Board, oval

STEPS = 13


def draw_footprints(board: Board, view: View) -> None:
    """A trail of prints that leads from the stage front away to the side."""
    if not view.has("footprints"):
        return
    tone = darker(mix(board.light.ground, board.light.dye(0xE8EEF4), 0.6 if view.snowy else 0.0), 0.34)
    d = 1 if view.left else -1
    start, top = view.span * (0.5 - d * 0.34), view.setting.line + 18
    for i in range(STEPS):
        share = i / (STEPS - 1)
        size = 27.0 - 15.0 * share
        x = start + d * view.span * (0.62 * share + 0.05 * share * share) + (1 if i % 2 else -1) * size * 0.9
        y = view.bottom - 0.17 * (view.bottom - view.top) - (view.bottom - 190 - top) * share**0.8
        board.flat(oval(x, y, size * 0.8, size * 0.42), tone, 0.9)
        board.flat(oval(x + d * size * 0.95, y - 1, size * 0.36, size * 0.3), tone, 0.75)


def draw_mud(board: Board, view: View) -> None:
    """Wet patches with a light on them, where the ground is mud."""
    if "muddy" not in view.weather:
        return
    chance = view.chance("mud")
    wet = darker(board.light.dye(0x6B4C33, 0.9), 0.2)
    for _ in range(11):
        down = chance.unit()
        x, y = (
            chance.between(board.left, board.right),
            view.setting.line + 22 + down * (view.bottom - view.setting.line),
        )
        wide = 60 + 100 * down
        board.flat(oval(x, y, wide, 0.13 * wide), wet, 0.65)
        board.flat(oval(x - 0.2 * wide, y - 0.03 * wide, 0.4 * wide, 0.03 * wide), board.light.sky[2], 0.45)
