"""A moving part of a place: what it covers, how it is drawn, which way it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from video.engines.papercut.paper import Board, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a part covers at all phases."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One moving part of a view."""

    name: str
    box: Box
    depth: float
    draw: Callable[[Board, float], None]
    cycle_s: float
    """How long its motion takes, about."""
    cels: int = 12
    """How many pictures of it are enough; 1 where it only travels."""
    copies: tuple[Point, ...] = ((0.0, 0.0),)
    """Ways (x, y) from its box to all places where the same pictures are shown."""
    travel: tuple[Point, ...] = ()
    """Places (x, y), as ways from its box, through which it passes in one period, the last followed by the first."""
