"""The picture with which a creator's clip begins, as programs show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from languages.errors import EngineError
from video.clip_frames import clip_frames
from video.shot import Face, Frame

if TYPE_CHECKING:
    import numpy as np


def first_of_clip(path: str, frame: Frame, keep: tuple[Face, ...] = ()) -> np.ndarray:
    """BGR, uint8 (height, width, 3) of the frame's size, cut as the film is; ``keep`` = faces that are not cut.

    Source: ITU-R BT.709-6, limited range.

    Raises:
        EngineError: the clip cannot be decoded, or has no picture.
    """
    import cv2
    import numpy as np

    planes = next(clip_frames(path, frame, keep), None)
    if planes is None:
        raise EngineError(f"The clip {path} has no picture.", expected="A clip that plays.")
    y, uv = planes
    height, width = y.shape
    wide = cv2.resize(uv, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    kr, kb = 0.2126, 0.0722
    luma, cb, cr = (y.astype(np.float32) - 16) / 219, (wide[..., 0] - 128) / 224, (wide[..., 1] - 128) / 224
    blue, red = luma + 2 * (1 - kb) * cb, luma + 2 * (1 - kr) * cr
    green = (luma - kb * blue - kr * red) / (1 - kr - kb)
    return np.clip(np.rint(np.dstack([blue, green, red]) * 255), 0, 255).astype(np.uint8)
