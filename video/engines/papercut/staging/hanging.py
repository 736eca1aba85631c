"""What hangs from the ceiling of a room, each on its rope."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.ground import Ground
from video.engines.papercut.staging.lines import Lines
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.things.scale import LYING, kept

ROW = -1
"""Behind the players, before the wall."""
ABOVE = 400.0
"""So far above the picture the ropes begin."""
NEVER_HUNG = frozenset(
    {"table", "chair", "stool", "bench", "bed", "shelf", "clothes", "hammock", "fish_trap", "door", "window", "lamp"}
)
"""What stands, or hangs in its drawing already."""
SIZE = 0.78
"""As large as what stands a little behind."""
DROPS = (0.03, 0.1, 0.05, 0.12, 0.02, 0.08)
"""How far below the upper edge each begins, as a share of the picture's height."""


def from_ceiling(lines: Lines, framing: Framing, piece: Piece, count: int) -> list[Piece]:
    """As many of a thing as were asked for, side by side below the ceiling, before no face; others are noted."""
    safe = framing.safe
    unit = SIZE * framing.measure * kept(piece.thing, LYING)
    box = unit_box(piece)
    tall = (box.bottom - box.top) * unit
    free = Ground(safe.left, safe.right)
    for head in lines.heads:
        if head.top < safe.top + 0.14 * (safe.bottom - safe.top) + tall:
            free.block(head.left, head.right)
    out: list[Piece] = []
    for i in range(count):
        x = free.take(box.width * unit * 1.12, safe.share((0.2, 0.8, 0.5, 0.35, 0.65, 0.5)[i % 6]))
        if x is None:
            lines.left_out.append(piece.thing if not out else f"{count - len(out)} of {count} {piece.thing}")
            break
        top = safe.top + DROPS[i % 6] * (safe.bottom - safe.top)
        out.append(
            replace(
                piece, x=x, y=top - box.top * unit, size=piece.size * unit, row=ROW, rope=safe.top - ABOVE, hangs=True,
                lying=False, still=True,
            )
        )  # fmt: skip
    return out
