"""How an animal is caught in a picture, and its eyes, which all families share."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from video.engines.papercut.palette import darker, lighter
from video.engines.papercut.paper import Board, line, oval, smooth

if TYPE_CHECKING:
    from video.engines.papercut.things.livery import Livery

INK = 0x241C20
TONGUE = 0x9C3A42


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What an animal does, where it is in the cycle of that, and its face."""

    gait: str = "stand"
    """``stand``, ``walk``, ``run``, ``fly``, ``swim``, ``sleep``, ``sit``, ``rear`` (on the hind legs) or ``float``
    (on the back)."""
    phase: float = 0.0
    """0..1, one cycle; 1 is 0 again."""
    mouth: float = 0.0
    """How far it is open, 0..1."""
    mood: str | None = None
    """A value of ``direct.Mood``, or ``closed``; anything else is calm."""
    coat: int | None = None
    """Its colour, where it is not the usual one."""
    livery: Livery | None = None
    """Colours of its parts, and what it wears, where it is somebody."""

    def swing(self, times: int = 1, at: float = 0.0) -> float:
        """-1..1, ``times`` swings a cycle, ``at`` later in it."""
        return sin(2 * pi * (times * self.phase - at))

    def beat(self, times: int = 1, at: float = 0.0) -> float:
        """The same a quarter earlier: 1 at the beginning of the cycle."""
        return cos(2 * pi * (times * self.phase - at))

    def asleep(self) -> bool:
        """True where its eyes are closed: asleep, told so, or in the wink of standing still."""
        return self.gait == "sleep" or self.mood == "closed" or (self.gait == "stand" and 0.47 < self.phase < 0.53)


def own(board: Board, moment: Moment, usual: int) -> int:
    """The colour asked for, or the usual one, in this light; figures stay a little brighter than things at night."""
    return board.light.dye(moment.coat if moment.coat is not None else usual, 0.65)


def draw_eye(board: Board, x: float, y: float, r: float, moment: Moment, *, lid: int) -> None:
    """An eye of a face that looks to the right; ``lid`` = the colour of what is around it."""
    line_width = max(0.7, r * 0.55)
    if moment.asleep():
        board.stroke(smooth([(x - r * 1.2, y), (x, y + r * 0.75), (x + r * 1.2, y)]), darker(lid, 0.75), line_width)
        return
    if moment.mood == "glad":
        arch = smooth([(x - r * 1.15, y + r * 0.5), (x, y - r * 0.75), (x + r * 1.15, y + r * 0.5)])
        board.stroke(arch, INK, line_width)
        return
    wide = moment.mood in ("afraid", "amazed")
    if wide:
        board.flat(oval(x, y, r * 1.7, r * 1.75), 0xFBF6EA)
    dark = (lid >> 16 & 255) + (lid >> 8 & 255) + (lid & 255) < 250
    if dark and not wide:
        board.flat(oval(x, y, r * 1.4, r * 1.5), lighter(lid, 0.42))
    board.flat(oval(x, y, r, r * 1.12), INK)
    board.flat(oval(x + r * 0.34, y - r * 0.4, r * 0.34, r * 0.34), 0xFFFFFF)
    brow = darker(lid, 0.65) if not dark else lighter(lid, 0.5)
    if moment.mood == "angry":
        board.stroke(line((x - r * 1.3, y - r * 1.9), (x + r * 1.5, y - r * 0.8)), brow, line_width * 1.2)
    elif moment.mood in ("sad", "afraid"):
        board.stroke(line((x - r * 1.5, y - r * 1.4), (x + r * 1.2, y - r * 2.2)), brow, line_width)
