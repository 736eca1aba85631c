"""Boughs that reach into the picture from a side, for owls, monkeys and whoever else lives in trees."""

from __future__ import annotations

from video.engines.papercut.palette import mix
from video.engines.papercut.paper import Board, limb, shifted, smooth


def draw_bough(board: Board, x: float, y: float, size: float) -> None:
    """A bough from the nearer side of the picture that bears something at (x, y); ``size`` as of what sits there."""
    left = x < board.span / 2
    way = 1 if left else -1
    root = board.left - 40 if left else board.right + 40
    thick = 0.11 * size
    end = x + way * 0.34 * size
    wood = board.light.dye(0x6B4A34, 0.9)
    twig = [(x + way * 0.05 * size, y + thick * 0.5), (x + way * 0.2 * size, y + 0.12 * size), (end, y + 0.2 * size)]
    board.sheet(limb(twig, [thick * 0.6, thick * 0.4, 2]), wood, 5)
    spine = [(root, y + 0.3 * size), ((root + x) / 2, y + 0.06 * size), (x, y + thick * 0.5), (end, y - 0.1 * size)]
    board.sheet(limb(spine, [thick * 2.0, thick * 1.35, thick, 3]), wood, 8)
    leaf = smooth([(0, 0), (15, -10), (42, -3), (60, 6), (40, 11), (14, 9)], closed=True)
    count = 16
    for i in range(count):
        share = 0.1 + 0.95 * i / count
        px = root + (end - root) * share
        py = y + 0.28 * size * (1 - share) - (0.06 * size if share > 0.9 else 0)
        angle = board.chance.between(25, 100) if i % 2 else board.chance.between(-70, -10)
        if i % 2 == 0 and abs(px - x) < 0.2 * size:
            continue  # whoever sits there is not covered
        colour = mix(board.light.leaf[1], board.light.leaf[2], board.chance.unit())
        grown = board.chance.between(0.8, 1.2) * size / 450
        board.sheet(shifted(leaf, px, py, grown, angle if left else 180 - angle), colour, 5)
