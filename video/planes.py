"""Planes of a film as a picture that programs show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def planes_bgr(y: np.ndarray, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """A BGR picture (height, width, 3) of uint8 from (Y, U, V) planes.

    Source: ITU-R BT.709-6, limited range: the inverse of ``video.motion.bgr_planes``.
    """
    import cv2
    import numpy as np

    height, width = y.shape
    kr, kb = 0.2126, 0.0722
    kg = 1 - kr - kb
    luma = (y.astype(np.float32) - 16) / 219
    cb, cr = (
        cv2.resize((plane.astype(np.float32) - 128) / 224, (width, height), interpolation=cv2.INTER_LINEAR)
        for plane in (u, v)
    )
    blue, red = luma + 2 * (1 - kb) * cb, luma + 2 * (1 - kr) * cr
    green = (luma - kb * blue - kr * red) / kg
    return np.clip(np.rint(np.dstack([blue, green, red]) * 255), 0, 255).astype(np.uint8)
