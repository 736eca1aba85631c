"""Things in the hands of figures."""

from __future__ import annotations

from video.engines.papercut.paper import Board
from video.engines.papercut.things.props import DRAWINGS, WIDTHS, draw_prop

HOE, STICK = "hoe", "walking stick"
"""What figures bring themselves."""
_WIDEST = 26.0
"""Wider things are drawn smaller, so that they can be held. In units of a figure's height."""


def can_hold(kind: str) -> bool:
    """True where a thing of this kind can be drawn in a hand."""
    return kind in DRAWINGS or kind in (HOE, STICK)


def tool_box(kind: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a thing held at (0, 0), in units of the figure."""
    if kind not in DRAWINGS:
        return 0.0, 0.0, 0.0, 0.0
    wide = WIDTHS[kind] * _scale(kind)
    return -wide / 2, -wide, wide / 2, 2.0


def _scale(kind: str) -> float:
    return min(1.0, _WIDEST / WIDTHS[kind])


def draw_tool(board: Board, kind: str, x: float, y: float, phase: float) -> None:
    """Draws a thing of the kit that is held at (x, y)."""
    if kind in DRAWINGS:
        draw_prop(board, kind, x, y, 100 * _scale(kind))
