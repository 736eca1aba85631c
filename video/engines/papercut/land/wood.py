"""What trees are cut from: their colours, round crowns, long leaves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import skia

from video.engines.papercut.paper import Board, oval, smooth


@dataclass(frozen=True, slots=True, kw_only=True)
class Wood:
    """What one tree is cut from."""

    bark: int
    leaf: tuple[int, int, int]


Lump = tuple[float, float, float, float]
"""A round part of a crown: its middle and its two radii."""


@lru_cache(maxsize=128)  # few shapes, many trees: to join them costs as much as to draw them
def _union(lumps: tuple[Lump, ...]) -> skia.Path:
    path = oval(*lumps[0])
    for lump in lumps[1:]:
        path = skia.Op(path, oval(*lump), skia.PathOp.kUnion_PathOp)
    return path


def crown(board: Board, lumps: tuple[Lump, ...], colours: tuple[int, int, int], *, spots: int | None = None) -> None:
    """A crown of round lumps in three tones, the lighter ones up and to the left; ``spots`` = colour of fruit."""
    board.sheet(_union(lumps), colours[0], 5)
    inner = tuple((x - rx * 0.12, y - ry * 0.16, rx * 0.72, ry * 0.7) for x, y, rx, ry in lumps)
    board.sheet(_union(inner), colours[1], 3)
    marks = skia.Path()
    for x, y, rx, ry in lumps:
        for dx, dy in ((-0.5, -0.3), (-0.1, -0.55), (0.05, -0.1), (-0.35, 0.1), (0.35, -0.3)):
            px, py = x + rx * dx, y + ry * dy
            marks.moveTo(px - 3.2, py + 1.2)
            marks.quadTo(px, py - 2.6, px + 3.2, py + 1.2)
    board.stroke(marks, colours[2], 1.1, 0.75)
    if spots is not None:
        for x, y, rx, ry in lumps:
            for dx, dy in ((-0.4, 0.3), (0.3, -0.2), (0.1, 0.5)):
                board.flat(oval(x + dx * rx, y + dy * ry, 2.0, 2.0), spots)


def leaf_blade(length: float, width: float) -> skia.Path:
    """A long leaf from (0, 0) upwards, with its tip bent to the right."""
    return smooth(
        [(0, 0), (-width * 0.5, -length * 0.35), (-width * 0.34, -length * 0.75), (width * 0.25, -length),
         (width * 0.42, -length * 0.7), (width * 0.5, -length * 0.3)], closed=True,
    )  # fmt: skip
