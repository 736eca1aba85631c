"""Horns and antlers, on a head of radius r about (0, 0)."""

from __future__ import annotations

from video.engines.papercut.palette import darker
from video.engines.papercut.paper import Board, Point, limb, smooth
from video.engines.papercut.things.breeds import Breed

# Each horn: points from its root in radii of the skull, widths in radii.
_HORNS: dict[str, tuple[tuple[Point, ...], tuple[float, ...]]] = {
    "up": (((-0.1, -0.75), (0.25, -1.15), (0.1, -1.65)), (0.36, 0.3, 0.1)),
    "back": (((0.05, -0.75), (-0.15, -1.45), (-0.85, -1.85)), (0.42, 0.34, 0.1)),
    "short back": (((0.05, -0.8), (-0.05, -1.15), (-0.35, -1.4)), (0.34, 0.26, 0.1)),
    "ram": (((-0.1, -0.7), (-0.9, -1.0), (-1.15, -0.3), (-0.7, 0.15), (-0.3, -0.1)), (0.5, 0.48, 0.4, 0.28, 0.1)),
    "wide": (((-0.15, -0.75), (-0.95, -0.95), (-1.15, -1.65), (-0.6, -2.0)), (0.46, 0.42, 0.3, 0.1)),
    "long": (((-0.1, -0.75), (0.3, -1.25), (0.15, -1.8), (0.4, -2.2)), (0.38, 0.34, 0.24, 0.08)),
    "lyre": (((0.0, -0.8), (-0.25, -1.6), (0.0, -2.3), (-0.15, -3.0)), (0.28, 0.26, 0.2, 0.07)),
    "unicorn": (((0.3, -0.7), (0.62, -1.5), (0.95, -2.4)), (0.4, 0.26, 0.04)),
    "stubs": (((0.05, -0.8), (0.0, -1.45)), (0.22, 0.24)),
}


def draw_horns(board: Board, breed: Breed, head: tuple[float, float], *, far: bool) -> None:
    """The horn of the far or the near side; antlers and nose horns alike."""
    r, s = head
    horn = board.light.dye(0xD8C9A8 if breed.horns != "wide" else 0x6B6058, 0.7)
    if far:
        horn = darker(horn, 0.22)
    dx = r * 0.22 if far else -r * 0.04
    if breed.horns == "antlers":
        _antlers(board, horn, r, dx)
    elif breed.horns == "palms":
        _palms(board, horn, r, dx)
    elif breed.horns == "nose":
        if not far:
            tip = [(r * 0.4 + s * 0.74, r * 0.16), (r * 0.55 + s * 0.84, -r * 0.55), (r * 0.5 + s * 0.86, -r * 1.25)]
            board.sheet(limb(tip, [r * 0.5, r * 0.34, r * 0.08]), horn, 1.5)
            board.sheet(
                limb([(r * 0.4 + s * 0.3, -r * 0.2), (r * 0.5 + s * 0.34, -r * 0.8)], [r * 0.34, r * 0.1]), horn, 1.2
            )
    else:
        if far and breed.horns == "unicorn":
            return
        points, widths = _HORNS[breed.horns]
        if breed.horns == "stubs":
            horn = board.light.dye(breed.mark, 0.7)
        board.sheet(limb([(r * x + dx, r * y) for x, y in points], [r * w for w in widths]), horn, 1.2)


def _antlers(board: Board, horn: int, r: float, dx: float) -> None:
    beam = [(dx, -r * 0.75), (dx - r * 0.55, -r * 1.7), (dx - r * 0.3, -r * 2.7), (dx + r * 0.25, -r * 3.3)]
    board.sheet(limb(beam, [r * 0.28, r * 0.24, r * 0.2, r * 0.07]), horn, 1)
    for k, up, reach in ((1.15, 0.75, 0.5), (1.95, 0.75, 0.6), (2.7, 0.5, -0.55)):
        at = (dx - r * 0.42, -r * k)
        board.sheet(limb([at, (at[0] + r * reach * 0.7, at[1] - r * up * 0.35), (at[0] + r * reach, at[1] - r * up)],
                         [r * 0.2, r * 0.18, r * 0.06]), horn, 0)  # fmt: skip


def _palms(board: Board, horn: int, r: float, dx: float) -> None:
    """A moose's."""
    board.sheet(
        smooth(
            [(dx, -r * 0.7), (dx - r * 0.5, -r * 1.15), (dx - r * 1.5, -r * 1.1), (dx - r * 2.0, -r * 1.7),
            (dx - r * 1.5, -r * 1.75),
             (dx - r * 1.55, -r * 2.35), (dx - r * 1.0, -r * 1.95), (dx - r * 0.8, -r * 2.5), (dx - r * 0.4, -r * 1.9),
             (dx + r * 0.1, -r * 2.2), (dx + r * 0.05, -r * 1.4), (dx + r * 0.3, -r * 0.8)],
            closed=True, tension=8,
        ), horn, 1.4,
    )  # fmt: skip
