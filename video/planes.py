"""Colours as planes: what the encoder takes (BT.709, limited range, chroma for two by two pixels), packed for speed.

Scaling two or four channels at once costs little more than scaling one, so what belongs together stands together:
Y with what shows through, U with V. Upper sheets are multiplied by their alpha before their colours are mixed with
those beside them, chroma too: else the colour of nothing (black) would fringe every edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray
    Planes = tuple[Array, Array]
    """Y: uint8 (height, width). U and V: uint8 (height/2, width/2, 2)."""


RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722
"""Weights in luma. Source: ITU-R BT.709-6, item 3.2."""
BLUENESS, REDNESS = 1.8556, 1.5748
"""Divisors of B'-Y' and of R'-Y': twice what luma has of the other two colours. Source: ITU-R BT.709-6, item 3.3."""
LUMA_STEPS, CHROMA_STEPS = 219, 224
"""From the least to the most in limited range: 16 to 235, 16 to 240. Source: ITU-R BT.709-6, item 4.6."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture as planes."""

    full: Array
    """Y, uint8 (height, width); of a sheet with alpha (height, width, 2): premultiplied Y, 255 - alpha."""
    half: Array
    """(height/2, width/2, 2): U, V; of a sheet with alpha four: premultiplied U and V, 255 - alpha twice."""

    @property
    def opaque(self) -> bool:
        """Whether nothing shows through."""
        return self.full.ndim == 2

    @property
    def size_bytes(self) -> int:
        """Memory that it takes."""
        return int(self.full.nbytes + self.half.nbytes)


@lru_cache
def _rows() -> tuple[Array, Array, Array]:
    """Weights of B, G, R and of one for Y, U and V."""
    import numpy as np

    luma = np.array([BLUE, GREEN, RED])
    cb = (np.array([1.0, 0, 0]) - luma) / BLUENESS
    cr = (np.array([0, 0, 1.0]) - luma) / REDNESS
    return (
        np.array([*(luma * LUMA_STEPS / 255), 16]),
        np.array([*(cb * CHROMA_STEPS / 255), 128]),
        np.array([*(cr * CHROMA_STEPS / 255), 128]),
    )


def opaque_planes(bgr: Array) -> Packed:
    """A BGR picture, uint8 (height, width, 3) of even sides."""
    import cv2
    import numpy as np

    y, u, v = _rows()
    small = cv2.resize(bgr, (bgr.shape[1] // 2, bgr.shape[0] // 2), interpolation=cv2.INTER_AREA)
    full = cv2.transform(bgr, y.astype(np.float32)[None])
    return Packed(full.reshape(bgr.shape[:2]), cv2.transform(small, np.stack([u, v]).astype(np.float32)))


def veiled_planes(bgra: Array) -> Packed:
    """A BGRA picture with straight alpha, uint8 (height, width, 4) of even sides."""
    import cv2
    import numpy as np

    y, u, v = ([*row[:3], row[3] / 255, 0] for row in _rows())
    through = [0, 0, 0, -1, 255]
    mixed = cv2.cvtColor(bgra, cv2.COLOR_RGBA2mRGBA)
    small = cv2.resize(mixed, (bgra.shape[1] // 2, bgra.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return Packed(
        cv2.transform(mixed, np.array([y, through], np.float32)),
        cv2.transform(small, np.array([u, v, through, through], np.float32)),
    )


def lay(above: Packed, below: Planes) -> None:
    """Lays a picture with alpha over planes of its size, in place."""
    import cv2
    import numpy as np

    y, through = cv2.split(above.full)
    cv2.multiply(below[0], through, dst=below[0], scale=1 / 255)
    cv2.add(below[0], y, dst=below[0])
    # U and V beside each other are one number of 16 bits, and so are the two shares: split at once.
    colour, through = (part.view(np.uint8) for part in cv2.split(above.half.view(np.uint16)))
    flat = below[1].reshape(below[1].shape[0], -1) if below[1].flags.c_contiguous else _flat(below[1])
    cv2.multiply(flat, through, dst=flat, scale=1 / 255)
    cv2.add(flat, colour, dst=flat)


def _flat(pairs: Array) -> Array:
    """Rows of pairs as rows of single samples, without a copy."""
    import numpy as np

    height, width, _ = pairs.shape
    return np.lib.stride_tricks.as_strided(pairs, (height, 2 * width), (pairs.strides[0], 1))
