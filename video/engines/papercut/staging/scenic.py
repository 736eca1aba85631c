"""What moves by itself in a place: clouds, ripples, rain and snow, as parts between the sheets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from video.chance import Chance
from video.engines.papercut.land.loops import TILE, Part
from video.engines.papercut.paper import Board
from video.engines.papercut.proportions import Camera, Cut, cut_around, layer_size, middle, pixels_per_unit
from video.engines.papercut.staging.cels import MOST_PIXELS, Table
from video.shot import Layer

FALLING = ("rain", "snow")
BEFORE_ALL = ("rain", "snow", "leaf")
"""What moves before everything, so that it is seen from near too."""
MELTING = ("fog", "star", "ripples", "surf")
"""What changes so slowly that each picture goes over into the next."""
FEWEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """Where a part's pictures are drawn."""

    cut: Cut
    camera: Camera | None
    way: tuple[float, float]
    """How far (frame units of the place) it is drawn from its own place."""


def write_scenic(table: Table, part: Part, camera: Camera | None) -> list[Layer]:
    """Draws a moving part of the place; nothing where it is off the paper."""
    if part.name in FALLING:
        return [_falling(table, part)]
    way = _begins(table, part, camera)
    laid = _laid(table, part, camera, way)
    if laid is None:
        return []
    path = str(table.folder / f"scenic-{part.name.replace(' ', '-')}.npy")
    count = _count(table, part, laid.cut)
    np.save(path, np.stack([_drawn(table, part, laid, i / count) for i in range(count)]))
    scale = pixels_per_unit(table.frame) * (camera.zoom if camera is not None else 1.0)
    travel = tuple((round((x - way[0]) * scale, 2), round((y - way[1]) * scale, 2)) for x, y in part.travel)
    return [
        Layer(
            path=path, depth=part.depth, left_px=laid.cut.left, top_px=laid.cut.top,
            cycles=max(1, round(table.seconds / part.cycle_s)), travel=() if table.still else travel,
            melts=part.name.split()[0] in MELTING,
        )
    ]  # fmt: skip


def _count(table: Table, part: Part, cut: Cut) -> int:
    if table.still:
        return 1
    return min(part.cels, max(FEWEST, MOST_PIXELS // max(1, cut.width * cut.height)))


def _begins(table: Table, part: Part, camera: Camera | None) -> tuple[float, float]:
    """Where on its way it begins, or as near to that as all of it is on the paper: what is off it is not drawn."""
    if not part.travel:
        return 0.0, 0.0
    width, height = layer_size(table.frame)
    scale = pixels_per_unit(table.frame)
    x, y = middle(table.frame)
    corners = [(x - width / 2 / scale + 4, y - height / 2 / scale + 4), (x + width / 2 / scale - 4, 0.0)]
    if camera is not None:
        corners = [camera.place(table.frame, corner) for corner in corners]
    (left, top), (right, _) = corners
    return (
        min(max(part.travel[0][0], left - part.box.left), right - part.box.right),
        max(part.travel[0][1], top - part.box.top),
    )


def _laid(table: Table, part: Part, camera: Camera | None, way: tuple[float, float]) -> _Laid | None:
    box, frame = part.box, table.frame
    ends = [(box.left + way[0], box.top + way[1]), (box.right + way[0], box.bottom + way[1])]
    if camera is not None:
        ends = [camera.shown(frame, end) for end in ends]
    cut = cut_around(frame, (*ends[0], *ends[1]))
    return None if cut is None else _Laid(cut=cut, camera=camera, way=way)


def _drawn(table: Table, part: Part, laid: _Laid, phase: float) -> np.ndarray:
    board = Board(
        table.frame, table.light, Chance(table.seed, f"scenic {part.name}"), part=laid.cut, camera=laid.camera
    )
    with board.at(*laid.way):
        part.draw(board, phase)
    return board.pixels()


def _falling(table: Table, part: Part) -> Layer:
    """Squares of rain or snow side by side: each is drawn on whole even pixels, so that no seam is seen."""
    scale = pixels_per_unit(table.frame)
    side = 2 * round(TILE * scale / 2)
    width, height = layer_size(table.frame)
    cut = Cut(left=0, top=0, width=side, height=side)
    count = 1 if table.still else part.cels
    cels: list[np.ndarray] = []
    for i in range(count):
        board = Board(table.frame, table.light, Chance(table.seed, part.name), part=cut)
        fit = side / (TILE * scale)
        board.canvas.translate(board.left, board.top)
        board.canvas.scale(fit, fit)
        board.canvas.translate(-part.box.left, -part.box.top)
        part.draw(board, i / count)
        cels.append(board.pixels())
    path = str(table.folder / f"scenic-{part.name}.npy")
    np.save(path, np.stack(cels))
    return Layer(
        path=path,
        depth=part.depth,
        cycles=max(1, round(table.seconds / part.cycle_s)),
        copies=tuple((x, y) for y in range(0, height, side) for x in range(0, width, side)),
    )
