"""A painted caption, ready to be laid over pictures as the encoder takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from video.caption_place import DrawnCue
from video.planes import BLUE, BLUENESS, CHROMA_STEPS, GREEN, LUMA_STEPS, RED, REDNESS
from video.shot import Frame
from video.typeset.block import Mark
from video.typeset.look import Look
from video.typeset.paint import picture_of

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Patch:
    """A painted caption and where it lies; all edges even, as chroma is kept for two by two pixels."""

    left: int
    top: int
    ink: tuple[np.ndarray, np.ndarray, np.ndarray]
    """Y', Cb and Cr, each from 0 to 255, times how much of it covers: uint16."""
    spared: tuple[np.ndarray, np.ndarray]
    """How much of the picture stays, from 0 to 255: of luma and of chroma."""

    def over(self, pixels: np.ndarray) -> np.ndarray:
        """A picture (planes Y'CbCr 4:2:0 one below the other) with the caption on it."""
        import numpy as np

        rows, width = pixels.shape
        height, size = rows * 2 // 3, rows * 2 // 3 * width
        flat = pixels.reshape(-1).copy()
        luma = flat[:size].reshape(height, width)
        chroma = flat[size:].reshape(2, height // 2, width // 2)
        for plane, ink, spared, by in (
            (luma, self.ink[0], self.spared[0], 1),
            (chroma[0], self.ink[1], self.spared[1], 2),
            (chroma[1], self.ink[2], self.spared[1], 2),
        ):
            top, left = self.top // by, self.left // by
            part = plane[top : top + ink.shape[0], left : left + ink.shape[1]]
            part[:] = ((part.astype(np.uint16) * spared + ink + 127) // 255).astype(np.uint8)
        return flat.reshape(rows, width)


def patch_of(drawn: DrawnCue, frame: Frame, look: Look, marks: tuple[Mark, ...] = ()) -> Patch:
    """A caption as it is to be laid over pictures of a frame's size.

    Raises:
        FontRefused: the outlines of a font cannot be read.
    """
    import numpy as np

    painted, box = picture_of(drawn.block, look, marks)
    left, top = round(drawn.left_px + box.left), round(drawn.top_px + box.top)
    # On whole pairs of pixels, and within the picture.
    at_x, at_y = max(0, left) // 2 * 2, max(0, top) // 2 * 2
    end_x = min(frame.width_px, -(-(left + painted.shape[1]) // 2) * 2)
    end_y = min(frame.height_px, -(-(top + painted.shape[0]) // 2) * 2)
    sheet = np.zeros((max(0, end_y - at_y), max(0, end_x - at_x), 4), np.float32)
    seen = painted[max(0, -top) : end_y - top, max(0, -left) : end_x - left]
    y, x = max(0, top) - at_y, max(0, left) - at_x
    sheet[y : y + seen.shape[0], x : x + seen.shape[1]] = seen
    cover = sheet[..., 3] / 255
    red, green, blue = (sheet[..., n] / 255 for n in range(3))
    light = RED * red + GREEN * green + BLUE * blue
    planes = (
        16 + LUMA_STEPS * light,
        128 + CHROMA_STEPS * (blue - light) / BLUENESS,
        128 + CHROMA_STEPS * (red - light) / REDNESS,
    )
    inks = [plane * cover for plane in planes]
    coarse = _halved(cover)
    return Patch(
        left=at_x,
        top=at_y,
        ink=(_whole(inks[0]), _whole(_halved(inks[1])), _whole(_halved(inks[2]))),
        spared=(_whole(1 - cover), _whole(1 - coarse)),
    )


def _halved(plane: np.ndarray) -> np.ndarray:
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))


def _whole(plane: np.ndarray) -> np.ndarray:
    import numpy as np

    return np.rint(plane * 255).astype(np.uint16)
