"""Fires: in the hearth of a room, amid those who stand around one, before them where a picture is narrow."""

from __future__ import annotations

from dataclasses import replace

from video.engines.papercut.land.view import View
from video.engines.papercut.proportions import Camera, extent, middle
from video.engines.papercut.staging.framing import Framing
from video.engines.papercut.staging.lines import FORE, Lines
from video.engines.papercut.staging.pieces import Piece, unit_box
from video.engines.papercut.staging.walls import WALL

HEARTH = WALL
"""The row of a fire that burns in the wall."""
MOST = 0.25
"""The most of the picture's width that a fire takes: those around it need the rest."""
LOWEST = 0.41
"""How far below the middle a fire burns at most, as a share of the picture's height."""
LOWER = 0.17
"""How much lower than the players a fire burns that is before them, as a share of a grown person's height."""


def hearth_of(view: View, camera: Camera | None, framing: Framing) -> tuple[float, float] | None:
    """Where in the frame the hearth of a room is seen, if it is behind those who stand there."""
    hearth = view.hearth()
    seen = camera.shown(framing.frame, hearth) if camera is not None and hearth is not None else hearth
    return seen if seen is not None and seen[1] < framing.feet - 40 else None


def in_hearth(lines: Lines, framing: Framing, piece: Piece, hearth: tuple[float, float]) -> Piece:
    """A fire in the hearth of a room; nobody stands before it."""
    width = unit_box(piece).width * framing.measure
    if lines.front.free.room() > 3 * width:
        lines.front.free.block(hearth[0] - width / 2, hearth[0] + width / 2)
    return replace(piece, x=hearth[0], y=hearth[1], size=framing.measure * piece.size * 0.9, row=HEARTH)


def amid(lines: Lines, framing: Framing, piece: Piece) -> list[Piece]:
    """A fire on the ground, before the players have their places: they stand around it, houses keep away."""
    size, width = _size(framing, piece)
    x = lines.front.free.take(width, framing.safe.share(0.5))
    if x is None:
        lines.left_out.append(piece.thing)
        return []
    placed = replace(piece, x=x, y=framing.feet - 4, size=size)
    lines.hide(placed.body(), 1.3)
    return [placed]


def before_them(framing: Framing, piece: Piece, placed: tuple[Piece, ...]) -> Piece | None:
    """A fire nearer than the players where it covers no head, or None; narrow pictures have ground to spare there."""
    size, width = _size(framing, piece)
    lowest = middle(framing.frame)[1] + LOWEST * extent(framing.frame)[1]
    y = min(lowest, framing.feet + LOWER * framing.measure)
    fires = [
        replace(piece, x=framing.safe.share(share), y=y, size=size, row=FORE)
        for share in sorted((i / 40 for i in range(5, 36)), key=lambda s: abs(s - 0.5))
    ]
    heads = [head for p in placed if (head := p.head()) is not None]

    amidst = sum(p.x for p in placed) / len(placed) if placed else framing.safe.share(0.5)

    def covered(fire: Piece) -> tuple[int, float]:
        body = fire.body()
        over = sum(max(0.0, min(b.right, body.right) - max(b.left, body.left)) for b in (p.body() for p in placed))
        return sum(body.meets(head) for head in heads), over / width + abs(fire.x - amidst) / framing.safe.width

    best = min(fires, key=covered)
    return None if covered(best)[0] else best


def _size(framing: Framing, piece: Piece) -> tuple[float, float]:
    """How large and how broad a fire is."""
    size = framing.measure * piece.size
    width = unit_box(piece).width * framing.measure
    share = min(1.0, MOST * framing.safe.width / width)
    return size * share, width * share
