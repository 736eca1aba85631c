"""Proportions of a picture: its frame, the layers that are larger than it, and what of the stage is seen in it.

Frame units: a frame of usual shape is 1000 high and ``span`` wide, (0, 0) at its top left corner, y downwards.
A narrow frame (upright, square) is never less than ``LEAST_SPAN`` wide: it gets more sky above and more ground below
instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from video.shot import Frame

OVERSIZE = 1.16
TALL = 1000.0
LEAST_SPAN = 1000.0
SKY_SHARE = 0.5
"""How much of a narrow frame's additional height is sky: so whoever stands on the stage has the face above the middle
of an upright frame, and the feet above what platforms lay over its foot."""

Point = tuple[float, float]


def layer_size(frame: Frame) -> tuple[int, int]:
    """Width and height in pixels of every layer of a frame: 1.16 times as large, rounded to even."""
    return 2 * round(OVERSIZE * frame.width_px / 2), 2 * round(OVERSIZE * frame.height_px / 2)


def extent(frame: Frame) -> tuple[float, float]:
    """Width and height of the visible frame in frame units."""
    ratio = frame.width_px / frame.height_px
    tall = max(TALL, LEAST_SPAN / ratio)
    return tall * ratio, tall


def pixels_per_unit(frame: Frame) -> float:
    """Pixels of a layer that one frame unit takes."""
    return layer_size(frame)[1] / (extent(frame)[1] * OVERSIZE)


def slack(frame: Frame, zoom: float) -> tuple[float, float]:
    """How far across and down a camera may be off the middle before the edge of the paper is seen."""
    span, tall = extent(frame)
    return OVERSIZE * span / 2 * (1 - 1 / zoom), OVERSIZE * tall / 2 * (1 - 1 / zoom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """What is seen of the stage: ``zoom`` times as near, with (x, y) in the middle of the frame. Frame units."""

    x: float
    y: float
    zoom: float = 1.0

    def shown(self, frame: Frame, point: Point) -> Point:
        """Where a place of the stage is seen in the frame."""
        x, y = middle(frame)
        return x + (point[0] - self.x) * self.zoom, y + (point[1] - self.y) * self.zoom

    def place(self, frame: Frame, point: Point) -> Point:
        """The place of the stage that is seen at a point of the frame."""
        x, y = middle(frame)
        return self.x + (point[0] - x) / self.zoom, self.y + (point[1] - y) / self.zoom


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A rectangle of a layer, in its pixels; all four are even."""

    left: int
    top: int
    width: int
    height: int


def middle(frame: Frame) -> Point:
    """The middle of the frame, in frame units."""
    span, tall = extent(frame)
    return span / 2, TALL / 2 + (tall - TALL) * (0.5 - SKY_SHARE)


def cut_around(frame: Frame, corners: tuple[float, float, float, float]) -> Cut | None:
    """The even pixels of a layer that hold all between (left, top, right, bottom); None where it is off the layer."""
    width, height = layer_size(frame)
    scale = pixels_per_unit(frame)
    x, y = middle(frame)
    left, right = (width / 2 + (c - x) * scale for c in (corners[0], corners[2]))
    top, bottom = (height / 2 + (c - y) * scale for c in (corners[1], corners[3]))
    x0, y0 = max(0, int(left // 2) * 2), max(0, int(top // 2) * 2)
    x1, y1 = min(width, -int(-right // 2) * 2), min(height, -int(-bottom // 2) * 2)
    return Cut(left=x0, top=y0, width=x1 - x0, height=y1 - y0) if x0 < x1 and y0 < y1 else None
