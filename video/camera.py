"""The camera: a slow periodic window over layers that are larger than the frame.

Every layer is drawn 1.16 times as large as the frame. A window wanders and breathes over it along a path that comes
back to where it began. Nearer layers move further. The window never leaves the layer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from video.direct import Near
from video.shot import Frame, View

OVERSIZE = 1.16
"""How much larger than the frame layers are drawn."""
MEAN_WINDOW = 1.075
"""Size of the window in frames, on average."""
BREATH = 0.03
"""How far the window's size swings for the nearest layer."""
SWAY = 0.022
"""How far the window's centre swings, in frame widths, for the nearest layer.
``MEAN_WINDOW + BREATH + 2 * SWAY < OVERSIZE``: the edge of the paper is never seen."""
FAR_SHARE = 0.3
"""Share of the nearest layer's motion that the farthest one makes."""
SLOW_S = 12.0
"""A period that is shorter than this swings less far, so that nothing moves faster than it does in this time: at most
2 pi * (SWAY + BREATH / 2) / 12 = 0.019 frame widths a second, 25 pixels in 1280."""
CALM = {Near.WIDE: 1.0, Near.MEDIUM: 0.8, Near.CLOSE: 0.55}
"""Share of the swing by how near the onlooker stands: a face that fills the picture seems to move more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What is seen of a layer at one moment, in layer pixels."""

    left: float
    top: float
    scale: float
    """Layer pixels per frame pixel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """How the windows move."""

    seed: int = 0
    swing: float = 1.0
    """Share of the full motion."""
    views: tuple[View, ...] = ()
    """The painter's own way; empty = a way by the seed."""


def even(number: float) -> int:
    """The nearest even whole number."""
    return 2 * round(number / 2)


def layer_size(frame: Frame) -> tuple[int, int]:
    """(width, height) of a layer in pixels."""
    return even(frame.width_px * OVERSIZE), even(frame.height_px * OVERSIZE)


def swing_of(near: Near, seconds: float) -> float:
    """Share of the full motion that suits a shot whose period lasts ``seconds``."""
    return CALM[near] * min(1.0, seconds / SLOW_S)


def calmed(views: Sequence[View], seconds: float) -> tuple[View, ...]:
    """Views drawn together where the period is short, so that the camera goes no faster from one to the next."""
    if not views or seconds >= SLOW_S:
        return tuple(views)
    share = seconds / SLOW_S
    mean = [sum(edges) / len(views) for edges in zip(*((v.left, v.top, v.width) for v in views), strict=True)]

    def near(edge: float, middle: float) -> float:
        return middle + share * (edge - middle)

    return tuple(
        View(left=near(v.left, mean[0]), top=near(v.top, mean[1]), width=near(v.width, mean[2])) for v in views
    )


def window(frame: Frame, depth: float, phase: float, seed: int, swing: float = 1.0) -> Window:
    """The window over a layer at a phase (0 to 1, periodic) of the motion."""
    dice = sha256(f"motion {seed}".encode()).digest()
    turn = 1 if dice[0] % 2 else -1
    begin, other = dice[1] / 256, dice[2] / 256
    share = swing * (FAR_SHARE + (1 - FAR_SHARE) * depth)
    angle = 2 * math.pi * (phase * turn + begin)
    size = MEAN_WINDOW + share * BREATH * math.cos(2 * math.pi * (phase + other))
    width, height = layer_size(frame)
    x = width / 2 + share * SWAY * frame.width_px * math.sin(angle)
    y = height / 2 + share * SWAY * 0.5 * frame.height_px * math.cos(angle)
    return Window(left=x - size * frame.width_px / 2, top=y - size * frame.height_px / 2, scale=size)
