"""Sheets of land: a line and all below it, with a shadow that costs only where it is seen."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from video.chance import Chance
from video.engines.papercut.land.view import View
from video.engines.papercut.paper import Board, Point, line, smooth

HIDDEN = 840.0
"""Below this nothing of the far and middle layers is seen: the ground hides it in every frame and at every sway."""


def lay(
    board: Board,
    points: Sequence[Point],
    colour: int,
    lift: float = 9.0,
    *,
    bottom: float = HIDDEN,
    straight: bool = False,
) -> skia.Path:
    """Lays all land below a line, and answers its shape; ``straight`` = cut with straight edges."""
    path = line(*points) if straight else smooth(points)
    low = min(bottom, board.bottom + 40)
    path.lineTo(points[-1][0], low)
    path.lineTo(points[0][0], low)
    path.close()
    heights = [y for _, y in points]
    reach = 4 * lift
    board.canvas.save()
    board.canvas.clipRect(
        skia.Rect.MakeLTRB(board.left - 4, min(heights) - reach, board.right + 4, max(heights) + reach)
    )
    board.shadow(path, lift)
    board.canvas.restore()
    board.sheet(path, colour, 0)
    return path


def soft_line(chance: Chance, left: float, right: float, y: float, swing: float) -> list[Point]:
    """A soft land line about the height ``y``: one long wave with smaller ones on it."""
    width = right - left
    steps = max(4, round(width / 260))
    way = 1 if chance.maybe(0.5) else -1
    points: list[Point] = []
    for i in range(steps + 1):
        bow = way * swing * (0.85 if i % 2 else -0.85)
        points.append((left + width * i / steps, y + bow + chance.near(0, swing * 0.5)))
    return points


def paving(
    board: Board, view: View, across: tuple[float, float, float, int], along: tuple[float, float, float]
) -> skia.Path:
    """The joints of slabs that run towards the viewer, to be stroked.

    Args:
        across: width of a slab at its far and at its near end, y of the far end, how many on each side of the middle.
        along: y of the first joint that runs across, height of the next slab, and how much each is higher than the one
            before.
    """
    far, near, start, many = across
    joints = skia.Path()
    for i in range(-many, many + 1):
        joints.addPath(line((view.span / 2 + i * far, start), (view.span / 2 + i * near, view.bottom + 90)))
    y, tall, growth = along
    while y < view.bottom + 90:
        joints.addPath(line((board.left, y), (board.right, y)))
        y += tall
        tall *= growth
    return joints
