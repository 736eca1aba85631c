"""The light of a fire at night, which flickers over whoever sits around it."""

from __future__ import annotations

import math

import numpy as np
import skia

from video.chance import Chance
from video.engines.papercut.palette import argb
from video.engines.papercut.paper import Board
from video.engines.papercut.proportions import cut_around
from video.engines.papercut.staging.cels import Table
from video.engines.papercut.staging.pieces import Piece
from video.shot import Layer

LIGHTS = {
    "fire": 1.0, "campfire": 1.0, "torch": 0.6, "stove": 0.5, "fireplace": 0.5, "oven": 0.5, "candle": 0.5,
    "lantern": 0.5,
    "flashlight": 0.4,
    "lamp": 0.5,
}  # fmt: skip
"""How far the light of a thing reaches, as a share of a fire's."""
CELS, CYCLE_S = 6, 1.3
WARM = 0xFF9A4A


def write_firelight(table: Table, piece: Piece, name: str) -> Layer | None:
    """A soft warm sheet over what stands near, only where it is dark."""
    if not table.light.lit or piece.thing not in LIGHTS:
        return None
    reach = LIGHTS[piece.thing] * 0.95 * piece.size
    x, y = piece.x, piece.y - 0.28 * piece.size
    cut = cut_around(table.frame, (x - reach, y - reach, x + reach, y + reach))
    if cut is None:
        return None
    cels: list[np.ndarray] = []
    for i in range(1 if table.still else CELS):
        turn = 2 * math.pi * i / CELS
        flicker = 0.8 + 0.12 * math.sin(turn) + 0.08 * math.sin(3 * turn + 1.0)
        board = Board(table.frame, table.light, Chance(table.seed, "firelight"), part=cut)
        paint = skia.Paint(AntiAlias=True)
        shades = [argb(WARM, 0.42 * flicker), argb(WARM, 0.2 * flicker), argb(WARM, 0)]
        paint.setShader(skia.GradientShader.MakeRadial(skia.Point(x, y), reach, shades, [0.0, 0.45, 1.0]))
        board.canvas.drawCircle(x, y, reach, paint)
        cels.append(board.pixels())
    path = table.folder / f"{name}-light.npy"
    np.save(path, np.stack(cels))
    cycles = max(1, round(table.seconds / CYCLE_S))
    return Layer(path=str(path), depth=table.depth, left_px=cut.left, top_px=cut.top, cycles=cycles, melts=True)
