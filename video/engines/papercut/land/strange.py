"""Places where nobody lives: the inside of a whale, the moon."""

from __future__ import annotations

import skia

from video.engines.papercut.land.beyond import whole_cloth
from video.engines.papercut.land.country import darken
from video.engines.papercut.land.cut import lay, soft_line
from video.engines.papercut.land.heights import boulder
from video.engines.papercut.land.view import View
from video.engines.papercut.palette import darker, lighter, mix
from video.engines.papercut.paper import Board, limb, oval, smooth

FLESH = 0xC4626A
GREY = 0xB4B8C2


def draw_belly_wall(board: Board, view: View) -> None:
    """Rings of flesh that lead to the gullet, ribs on both sides."""
    flesh = board.light.dye(FLESH, 0.5)
    whole_cloth(board, darker(flesh, 0.5))
    x, y = view.span * 0.5, 420.0 - 0.25 * view.lift
    reach = max(view.span * 0.62, 0.6 * (view.bottom - view.top))
    for k in range(5):
        ring = skia.Path()
        for p in (reach * (1.25 - 0.24 * k),):
            ring.addPath(oval(x, y, p, 0.78 * p))
        board.sheet(ring, mix(darker(flesh, 0.12), 0x4A1A28, 0.18 * k), 9, edge=0.12)
    board.glow(x, y, 260, lighter(flesh, 0.4), 0.35)
    bone = mix(board.light.dye(0xF3E3D0, 0.7), flesh, 0.2)
    for d in (-1, 1):
        for k in range(4):
            foot = x + d * view.span * (0.2 + 0.115 * k)
            high = 560.0 - 40 * k
            board.sheet(
                limb([(foot, 730), (foot + d * (90 + 16 * k), 730 - 0.55 * high), (foot - d * 10, 730 - high),
                      (x + d * 20, 730 - high - 70 - 0.2 * view.lift)], [16, 26, 20, 6]), bone, 7,
            )  # fmt: skip


def draw_belly_floor(board: Board, view: View) -> None:
    """A soft floor with puddles and what was swallowed."""
    flesh, chance = board.light.dye(FLESH, 0.6), view.chance("belly")
    tone = darker(flesh, 0.16)
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 20), tone, 9, bottom=9e3)
    water = mix(board.light.dye(0x6FA8A8, 0.8), tone, 0.3)
    for share, wide in ((0.16, 150.0), (0.84, 190.0), (0.5, 110.0)):
        board.sheet(oval(view.span * share, view.setting.line + 54, wide, 15), water, 2)
    plank = board.light.dye(0x8A6647, 0.7)
    for share, turn in ((0.08, 60), (0.93, -58)):
        with board.at(view.span * share, view.setting.line + 24, 1.0, turn=turn):
            board.sheet(limb([(0, 20), (0, -150)], [15, 13]), plank, 5)
    darken(board, view)


def draw_moon_sky(board: Board, view: View) -> None:
    """Black sky, stars, and the earth in it."""
    whole_cloth(board, 0x10142E)
    chance, stars = view.chance("moon sky"), skia.Path()
    for _ in range(130):
        size = chance.between(1.6, 4.2)
        stars.addPath(oval(chance.between(board.left, board.right), chance.between(board.top, 700), size, size))
    board.flat(stars, 0xFFF6DC, 0.9)
    x, y = view.disc[0], 230.0 - 0.3 * view.lift
    board.glow(x, y, 260, 0x6FA8E0, 0.4)
    globe = oval(x, y, 96, 96)
    board.sheet(globe, 0x3E7FBE, 8)
    with board.within(globe):
        for dx, dy, rx, ry in ((-40, -34, 46, 30), (-14, 22, 30, 40), (52, -20, 34, 44), (44, 62, 30, 18)):
            shape = ((-1.0, 0.0), (-0.3, -1.0), (1.0, -0.4), (0.5, 1.0), (-0.5, 0.7))
            coast = [(x + dx + a * rx, y + dy + b * ry) for a, b in shape]
            board.sheet(smooth(coast, closed=True), 0x6FAE62, 2)
        for dy in (-58, 0, 48):
            board.flat(oval(x + dy * 0.4, y + dy, 70, 9), 0xFFFFFF, 0.6)


def draw_moon_hills(board: Board, view: View) -> None:
    """Bare grey hills with a rim of light."""
    grey = board.light.dye(GREY, 0.6)
    for k, (y, swing) in enumerate(((610.0, 46.0), (680.0, 26.0))):
        chance = view.chance(f"moon hill {k}")
        lay(board, soft_line(chance, board.left - 60, board.right + 60, y, swing), darker(grey, 0.42 - 0.16 * k), 8)


def draw_moon_ground(board: Board, view: View) -> None:
    """Grey dust with craters."""
    grey, chance = board.light.dye(GREY, 0.7), view.chance("craters")
    lay(board, soft_line(chance, board.left - 60, board.right + 60, view.setting.line, 12), grey, 9, bottom=9e3)
    for i in range(9):
        x, down = chance.between(board.left, board.right), i / 8
        y, wide = view.setting.line + 22 + down * (view.bottom - view.setting.line), 46 + 90 * down
        board.flat(oval(x, y + 4, wide, 0.26 * wide), lighter(grey, 0.35))
        board.flat(oval(x, y, wide * 0.9, 0.2 * wide), darker(grey, 0.28))
    for share, size in ((0.05, 60.0), (0.95, 84.0)):
        boulder(board, view.span * share, view.setting.line + 30, size)
    darken(board, view)
