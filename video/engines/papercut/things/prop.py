"""What a thing is made of: its drawing, where it is held and stood upon, and the colours that things share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

import skia

from video.engines.papercut.paper import Board, Point, limb, oval

WOOD = 0x8A5E3C
PALE_WOOD = 0xC0935F
IRON = 0x6E7680
DARK_IRON = 0x474A54
STRAW = 0xD0A45E
CLAY = 0xB9653F
GOLD = 0xE6B13C
CREAM = 0xF6ECD8
ROPE = 0xD9C79A


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim:
    """How a thing is asked for: its colour, and the moment of its motion."""

    colour: int | None = None
    phase: float = 0.0
    bare: bool = False
    """True of what is empty or does not burn: drawn without what it holds, its flame or its steam."""

    def own(self, board: Board, usual: int) -> int:
        """The colour asked for, or the usual one, in this light."""
        return board.light.dye(self.colour if self.colour is not None else usual, 0.8)

    def swing(self, times: int = 1, at: float = 0.0) -> float:
        """-1..1, ``times`` swings a cycle, ``at`` later in it."""
        return sin(2 * pi * (times * self.phase - at))

    def beat(self, times: int = 1, at: float = 0.0) -> float:
        """The same a quarter earlier."""
        return cos(2 * pi * (times * self.phase - at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """One thing, in hundredths of a person's height, standing at (0, 0)."""

    draw: Callable[[Board, Trim], None]
    medium: str = "ground"
    """``ground``, ``water`` ((0, 0) = its waterline), ``air`` or ``wall`` (its middle), ``hand`` or ``table``."""
    grip: Point | None = None
    """Where a hand holds it."""
    top: float | None = None
    """y of the surface on which something can stand."""
    size: float | None = None
    """Its true height as a share of a person's, where it is drawn larger so that it is seen."""
    cycle_s: float = 0.0
    """Seconds of one cycle of its motion; 0 = it does not move."""


def stand(board: Board, half: float) -> None:
    """The shadow where a thing stands, ``half`` of its width to either side."""
    if not board.aloft:
        board.shadow(oval(0, -0.3, half, 2.4), 6, 0.42)


def tint(board: Board, colour: int, share: float = 0.85) -> int:
    """A material's colour in this light."""
    return board.light.dye(colour, share)


def pole(board: Board, start: Point, end: Point, width: float, colour: int) -> None:
    """A stick from point to point."""
    board.sheet(limb([start, end], [width, width * 0.85]), colour, 2)


def ring(x: float, y: float, outer: float, inner: float, flat: float = 1.0) -> skia.Path:
    """A round sheet with a round hole; ``flat`` = its height as a share of its width."""
    path = skia.Path()
    path.addPath(oval(x, y, outer, outer * flat))
    path.addPath(oval(x, y, inner, inner * flat))
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path
