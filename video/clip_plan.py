"""How a film of a length is made of clips that a model can make: their frames, their size. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

from video.shot import Frame

MOST_CLIPS = 6
"""Each clip begins with the last picture of the one before, and errors add up: a longer scene stretches, holds or
loops what there is. Own rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What a film model was trained on: its own rate, length and size."""

    fps: int
    most_frames: int
    """Of one clip; one more than a multiple of ``every``."""
    every: int
    """Frames that one latent frame stands for."""
    pixels: int
    """Area of its pictures."""
    multiple: int
    """Width and height are multiples of this."""
    steps: int
    guidance: float
    cache: float = 0.0
    """Change of the first block's residual below which the other blocks are not worked out anew (first-block cache);
    0 = they always are."""


def clip_lengths(seconds: float, nature: Nature) -> tuple[int, ...]:
    """Frames of each clip, so that together they last at least ``seconds``, or as long as ``MOST_CLIPS`` can.

    Of every clip but the first, the first frame repeats the last one of the clip before and is not counted.
    """
    need = max(nature.every + 1, math.ceil(seconds * nature.fps))
    lengths: list[int] = []
    while need > 0 and len(lengths) < MOST_CLIPS:
        extra = 1 if lengths else 0
        frames = min(nature.most_frames, _up(need + extra - 1, nature.every) + 1)
        lengths.append(frames)
        need -= frames - extra
    return tuple(lengths)


def size_for(frame: Frame, nature: Nature) -> tuple[int, int]:
    """(width, height): the frame's shape at the model's own area, or the frame's where that is smaller."""
    scale = min(1.0, math.sqrt(nature.pixels / (frame.width_px * frame.height_px)))
    return tuple(  # pyright: ignore[reportReturnType] - two sides
        max(nature.multiple, round(side * scale / nature.multiple) * nature.multiple)
        for side in (frame.width_px, frame.height_px)
    )


def _up(n: int, every: int) -> int:
    return max(every, -(-n // every) * every)
