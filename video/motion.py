"""Frames from layers: a slow periodic camera over sheets of paper, smooth below the pixel.

Every layer is drawn 1.16 times as large as the frame. A window wanders and breathes over it along a path that
comes back to where it began, so that the last picture runs into the first without a jump. Nearer layers move
further. The window never leaves the layer.

All work is done on YUV 4:2:0 planes (BT.709, limited range), as the encoder takes them: half of the samples of RGB,
and no conversion per frame. Of upper sheets only the rectangle that is painted is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from video.shot import Frame, Layer
from video.subpixel import anchor, padded, seen

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What is seen of a layer at one moment, in layer pixels."""

    left: float
    top: float
    scale: float
    """Layer pixels per frame pixel."""


def even(number: float) -> int:
    """The nearest even whole number."""
    return 2 * round(number / 2)


def layer_size(frame: Frame) -> tuple[int, int]:
    """(width, height) of a layer in pixels."""
    return even(frame.width_px * OVERSIZE), even(frame.height_px * OVERSIZE)


def window(frame: Frame, depth: float, phase: float, seed: int) -> Window:
    """The window over a layer at a phase (0 to 1, periodic) of the motion."""
    dice = sha256(f"motion {seed}".encode()).digest()
    turn = 1 if dice[0] % 2 else -1
    begin, other = dice[1] / 256, dice[2] / 256
    share = FAR_SHARE + (1 - FAR_SHARE) * depth
    angle = 2 * math.pi * (phase * turn + begin)
    size = MEAN_WINDOW + share * BREATH * math.cos(2 * math.pi * (phase + other))
    width, height = layer_size(frame)
    x = width / 2 + share * SWAY * frame.width_px * math.sin(angle)
    y = height / 2 + share * SWAY * 0.5 * frame.height_px * math.cos(angle)
    return Window(left=x - size * frame.width_px / 2, top=y - size * frame.height_px / 2, scale=size)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One layer as padded planes; those of upper sheets are premultiplied by their alpha."""

    full: tuple[Array, ...]
    """Y, and alpha where the sheet is not opaque."""
    half: tuple[Array, ...]
    """U, V, and alpha likewise."""
    painted: tuple[int, int, int, int]
    """Left, top, right, bottom of what is not transparent, in layer pixels."""
    depth: float


def bgr_planes(bgr: Array) -> tuple[Array, Array, Array]:
    """(Y, U, V) planes of a BGR picture: uint8 (height, width) and two of (height/2, width/2).

    Source: ITU-R BT.709-6, limited range (16–235, 16–240).
    """
    import cv2
    import numpy as np

    kb, kr = 0.0722, 0.2126
    kg = 1 - kb - kr
    luma = np.array([kb, kg, kr])
    cb = (np.array([1.0, 0, 0]) - luma) / (2 * (1 - kb))
    cr = (np.array([0, 0, 1.0]) - luma) / (2 * (1 - kr))
    matrix = np.stack([luma * 219, cb * 224, cr * 224]) / 255
    planes = cv2.transform(bgr.astype(np.float32), matrix.astype(np.float32))
    planes += np.array([16, 128, 128], np.float32)
    small = cv2.resize(planes[..., 1:], (bgr.shape[1] // 2, bgr.shape[0] // 2), interpolation=cv2.INTER_AREA)
    y, u, v = (
        np.ascontiguousarray(np.clip(np.rint(plane), 0, 255).astype(np.uint8))
        for plane in (planes[..., 0], small[..., 0], small[..., 1])
    )
    return y, u, v


def _sheet(layer: Layer, frame: Frame, ground: bool) -> _Sheet | None:
    """The sheet of a layer, or None where nothing is painted on it."""
    import cv2
    import numpy as np

    picture = cv2.imread(layer.path, cv2.IMREAD_UNCHANGED)
    if picture is None or picture.ndim != 3:
        raise ValueError(f"{layer.path} is not a colour picture.")
    width, height = layer_size(frame)
    if picture.shape[:2] != (height, width):
        raise ValueError(f"{layer.path} is {picture.shape[1]}x{picture.shape[0]}, expected {width}x{height}.")
    y, u, v = bgr_planes(picture[..., :3])
    if ground or picture.shape[2] == 3:
        return _Sheet((padded(y),), (padded(u), padded(v)), (0, 0, width, height), layer.depth)
    alpha = np.ascontiguousarray(picture[..., 3])
    left, top, wide, high = cv2.boundingRect(alpha)
    if not wide:
        return None
    half = cv2.resize(alpha, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    y = cv2.multiply(y, alpha, scale=1 / 255)
    u, v = (cv2.multiply(plane, half, scale=1 / 255) for plane in (u, v))
    return _Sheet(
        full=(padded(y), padded(alpha)),
        half=(padded(u), padded(v), padded(half)),
        painted=(left, top, left + wide, top + high),
        depth=layer.depth,
    )


def frames(layers: tuple[Layer, ...], frame: Frame, count: int, seed: int) -> Iterator[tuple[Array, Array, Array]]:
    """``count`` pictures of one period: (Y, U, V) planes, uint8, (height, width) and half of it.

    Raises:
        ValueError: a layer is not a picture of the right size.
    """
    found = (_sheet(layer, frame, ground=i == 0) for i, layer in enumerate(layers))
    sheets = tuple(sheet for sheet in found if sheet is not None)
    for n in range(count):
        out: list[Array] = []
        for sheet in sheets:
            view = window(frame, sheet.depth, n / count, seed)
            left, top, right, bottom = _rectangle(sheet, view, frame)
            if left >= right or top >= bottom:
                continue
            size = (right - left, bottom - top)
            (y, *veil), (u, v, *veil_half) = (
                _see(planes, view, (left // shrink, top // shrink), (size[0] // shrink, size[1] // shrink), shrink)
                for planes, shrink in ((sheet.full, 1), (sheet.half, 2))
            )
            if veil:
                _lay(y, veil[0], out[0][top:bottom, left:right])
                for plane, below in zip((u, v), out[1:], strict=True):
                    _lay(plane, veil_half[0], below[top // 2 : bottom // 2, left // 2 : right // 2])
            else:
                out = [y, u, v]
        yield out[0], out[1], out[2]


def _rectangle(sheet: _Sheet, view: Window, frame: Frame) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the part of the frame that a sheet reaches, in even pixels."""
    left, top, right, bottom = sheet.painted
    return (
        max(0, _even_below((left - view.left) / view.scale - 2)),
        max(0, _even_below((top - view.top) / view.scale - 2)),
        min(frame.width_px, _even_below((right - view.left) / view.scale + 4)),
        min(frame.height_px, _even_below((bottom - view.top) / view.scale + 4)),
    )


def _even_below(number: float) -> int:
    return 2 * math.floor(number / 2)


def _see(
    planes: tuple[Array, ...], view: Window, begin: tuple[int, int], size: tuple[int, int], shrink: int
) -> tuple[Array, ...]:
    """Parts of planes that are shrunk by 1 or 2, ``begin`` and ``size`` in samples of the frame's planes."""
    x = anchor(view.left / shrink + begin[0] * view.scale, view.scale)
    y = anchor(view.top / shrink + begin[1] * view.scale, view.scale)
    return tuple(seen(plane, x, y, view.scale, size) for plane in planes)


def _lay(plane: Array, veil: Array, below: Array) -> None:
    """Lays a premultiplied plane over what is there."""
    import cv2

    shown = cv2.multiply(below, cv2.bitwise_not(veil), scale=1 / 255)
    cv2.add(shown, plane, dst=below)
