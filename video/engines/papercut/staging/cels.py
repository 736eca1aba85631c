"""Moving parts: a piece drawn at moments of its motion, as one stack of small pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from video.chance import Chance
from video.direct import Doing
from video.engines.papercut.palette import Light
from video.engines.papercut.paper import Board
from video.engines.papercut.proportions import Cut, cut_around, extent, layer_size, pixels_per_unit
from video.engines.papercut.staging.pieces import Piece
from video.engines.papercut.staging.rimlight import REACH, rimmed
from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.shot import Frame, Layer

MOST_CELS, LEAST_CELS = 16, 8
MOST_PIXELS = 5_000_000
"""Of one part, all cels together: 20 MB."""
MARGIN = 14.0
"""Room for the soft shadow around a piece, frame units."""
HOP, HOP_S = 0.055, 0.8
"""How high an animal hops that dances, as a share of a grown person's height, and how long one hop takes."""
SYLLABLES = (0.15, 0.85, 0.3, 1.0, 0.0, 0.7, 0.45, 0.9, 0.1, 0.6, 1.0, 0.2, 0.8, 0.35, 0.95, 0.0)
"""How far a mouth is open while somebody speaks, cel by cel: neutral, of no language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What all parts of a picture have in common: where they are drawn, and for how long."""

    frame: Frame
    light: Light
    seed: int
    folder: Path
    seconds: float
    depth: float
    rim: tuple[int, float] = (0, 0.0)
    """Colour and strength of the light on the edges of figures."""
    still: bool = False
    """True where one picture of each is enough."""


def write_part(table: Table, piece: Piece, name: str, *, talks: bool) -> Layer | None:
    """Draws a piece as a sheet of its own; None where it is not on the paper at all."""
    box = piece.box()
    cut = cut_around(table.frame, (box.left - MARGIN, box.top - MARGIN, box.right + MARGIN, box.bottom + MARGIN))
    if cut is None:
        return None
    count = 1 if table.still else _count(piece, cut)
    cels = np.stack([_drawn(table, piece, cut, (i / count, 0.0)) for i in range(count)])
    spoken = None
    if talks:
        if count == 1:
            count = MOST_CELS // 2
            cels = np.repeat(cels, count, axis=0)
        spoken = np.stack(
            [_drawn(table, piece, cut, (i / count if piece.moves else 0.0, SYLLABLES[i % 16])) for i in range(count)]
        )
    if spoken is None and all(np.array_equal(cels[0], cel) for cel in cels[1:]):
        cels = cels[:1]
    cels, spoken, cut = _trimmed(cels, spoken, cut)
    path, speaking = table.folder / f"{name}.npy", table.folder / f"{name}-talking.npy"
    np.save(path, cels)
    if spoken is not None:
        np.save(speaking, spoken)
    return Layer(
        path=str(path),
        depth=table.depth,
        left_px=cut.left,
        top_px=cut.top,
        cycles=max(1, round(table.seconds / piece.cycle_s)) if len(cels) > 1 else 1,
        talking=str(speaking) if spoken is not None else "",
        travel=() if table.still else _travel(table, piece, cut),
    )


def _count(piece: Piece, cut: Cut) -> int:
    """How many cels: fewer of large parts, one of what does not move."""
    if not piece.moves:
        return 1
    return max(LEAST_CELS, min(MOST_CELS, MOST_PIXELS // (cut.width * cut.height)))


def _drawn(table: Table, piece: Piece, cut: Cut, moment: tuple[float, float]) -> np.ndarray:
    # The same chance for every cel: paper keeps its grain while it moves.
    board = Board(table.frame, table.light, Chance(table.seed, f"piece {piece.x:.0f}"), part=cut)
    piece.draw(board, *moment)
    pixels = board.pixels()
    if piece.player is None and not piece.kind:
        return pixels
    colour, strength = table.rim
    return rimmed(pixels, colour, strength, REACH * pixels_per_unit(table.frame))


def _trimmed(cels: np.ndarray, spoken: np.ndarray | None, cut: Cut) -> tuple[np.ndarray, np.ndarray | None, Cut]:
    """Without the rows and columns that stay empty."""
    both = cels if spoken is None else np.concatenate([cels, spoken])
    x, y, width, height = cv2.boundingRect(np.asarray(both[..., 3].max(axis=0), np.uint8))
    if not width:
        return cels, spoken, cut
    top, left = y // 2 * 2, x // 2 * 2
    bottom, right = -(-(y + height) // 2) * 2, -(-(x + width) // 2) * 2
    part = np.s_[:, top:bottom, left:right]
    there = Cut(left=cut.left + left, top=cut.top + top, width=right - left, height=bottom - top)
    return (
        np.ascontiguousarray(cels[part]),
        None if spoken is None else np.ascontiguousarray(spoken[part]),
        there,
    )


def _travel(table: Table, piece: Piece, cut: Cut) -> tuple[tuple[float, float], ...]:
    """The way that a piece takes over the picture in one period, in pixels of a layer."""
    scale = pixels_per_unit(table.frame)
    chance = Chance(table.seed, f"travel {piece.x:.0f} {piece.y:.0f}")
    medium = ANIMALS[piece.kind].medium if piece.kind else THINGS[piece.thing].medium if piece.thing else ""
    if piece.still:
        return ()
    if piece.hangs:
        return _round(9.0 * scale, 7.0 * scale, chance.unit())
    if piece.afloat:
        return _round(7.0 * scale, 5.0 * scale, 0.0)
    if medium == "air" and piece.kind and piece.player is None and table.seconds >= 8:
        return _across(table, piece, cut, (scale, chance.unit()))
    if medium in ("air", "water"):
        reach = (26.0 if piece.kind else 7.0) * scale
        return _round(reach, (9.0 if piece.kind else 5.0) * scale, chance.unit())
    if piece.act.pose is Doing.DANCE and piece.kind and medium == "land":
        return _hops(max(2, round(table.seconds / HOP_S)), HOP * piece.size * scale)
    if piece.act.pose in (Doing.WALK, Doing.RUN):
        return _round(0.02 * extent(table.frame)[0] * scale, 0.0, chance.unit())
    return ()


def _hops(count: int, high: float) -> tuple[tuple[float, float], ...]:
    """Hops from one foot to the other, now to the left and now to the right: how an animal dances."""
    count += count % 2
    turn = np.pi * np.arange(4 * count) / 4
    x, y = 0.6 * high * np.sin(turn / 2), -high * np.abs(np.sin(turn))
    return tuple((round(float(a - x[0]), 2), round(float(b), 2)) for a, b in zip(x, y, strict=True))


def _round(across: float, down: float, begin: float) -> tuple[tuple[float, float], ...]:
    """A small closed way that begins where the piece stands."""
    turn = 2 * np.pi * (np.arange(16) / 16 + begin)
    x, y = across * (np.sin(turn) - np.sin(turn[0])), down * (np.cos(2 * turn) - np.cos(2 * turn[0]))
    return tuple((round(float(a), 2), round(float(b), 2)) for a, b in zip(x, y, strict=True))


def _across(table: Table, piece: Piece, cut: Cut, how: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """Out at one side and in again at the other: what flies."""
    scale, begin = how
    width = layer_size(table.frame)[0]
    left_out, right_out = -cut.width - 4.0, width + 4.0
    gone, back = (left_out, right_out) if piece.flipped else (right_out, left_out)
    out, home = abs(gone - cut.left), abs(cut.left - back)
    steps = 28
    leaving = max(2, min(steps - 3, round((steps - 1) * out / (out + home))))
    x = np.concatenate(
        [np.linspace(cut.left, gone, leaving + 1), np.linspace(back, cut.left, steps - leaving, endpoint=True)[:-1]]
    )
    turn = 2 * np.pi * (2 * np.arange(len(x)) / len(x) + begin)
    wave = 16 * scale * (np.sin(turn) - np.sin(turn[0]))
    return tuple((round(float(a - cut.left), 2), round(float(b), 2)) for a, b in zip(x, wave, strict=True))
