"""The picture with which a creator's clip begins, as programs show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from languages.errors import EngineError
from video.clip_frames import clip_frames
from video.planes import BLUE, BLUENESS, CHROMA_STEPS, GREEN, LUMA_STEPS, RED, REDNESS
from video.shot import Face, Frame

if TYPE_CHECKING:
    import numpy as np


def first_of_clip(path: str, frame: Frame, keep: tuple[Face, ...] = ()) -> np.ndarray:
    """BGR, uint8 (height, width, 3) of the frame's size, cut as the film is; ``keep`` = faces that are not cut.

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
    luma, cb, cr = (y.astype(np.float32) - 16) / LUMA_STEPS, *((wide[..., n] - 128) / CHROMA_STEPS for n in (0, 1))
    blue, red = luma + BLUENESS * cb, luma + REDNESS * cr
    green = (luma - BLUE * blue - RED * red) / GREEN
    return np.clip(np.rint(np.dstack([blue, green, red]) * 255), 0, 255).astype(np.uint8)
