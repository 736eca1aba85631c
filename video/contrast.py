"""How well a text is told apart from what is behind it, as WCAG counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from video.planes import BLUE, BLUENESS, CHROMA_STEPS, GREEN, LUMA_STEPS, RED, REDNESS

if TYPE_CHECKING:
    import numpy as np

LEAST = 4.5
"""Source: WCAG 2.2, success criterion 1.4.3 (AA)."""
BRIGHTEST_SHARE = 0.99
"""So much of what is behind is darker than what is measured: single bright dots do not hide a letter."""


def luminances(rgb: np.ndarray) -> np.ndarray:
    """Relative luminance (0 to 1) of colours (…, 3) from 0 to 1. Source: WCAG 2.2, «relative luminance»."""
    import numpy as np

    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([RED, GREEN, BLUE])


def contrast(first: float, second: float) -> float:
    """The ratio (1 to 21) of two relative luminances. Source: WCAG 2.2, «contrast ratio»."""
    lighter, darker = max(first, second), min(first, second)
    return (lighter + 0.05) / (darker + 0.05)


def rgb_of(pixels: np.ndarray, left: int, top: int, right: int, bottom: int) -> np.ndarray:
    """Colours (height, width, 3) from 0 to 1 of a part of a picture.

    Args:
        pixels: planes Y'CbCr 4:2:0 one below the other (``yuv420p`` as PyAV gives it), BT.709, limited range.
    """
    import numpy as np

    rows, width = pixels.shape
    height = rows * 2 // 3
    flat = pixels.reshape(-1)
    luma = flat[: height * width].reshape(height, width)[top:bottom, left:right]
    chroma = flat[height * width :].reshape(2, height // 2, width // 2)
    ys, xs = np.arange(top, bottom) // 2, np.arange(left, right) // 2
    blue, red = ((plane[ys][:, xs].astype(np.float64) - 128) / CHROMA_STEPS for plane in chroma)
    y = (luma.astype(np.float64) - 16) / LUMA_STEPS
    r, b = y + REDNESS * red, y + BLUENESS * blue
    g = (y - RED * r - BLUE * b) / GREEN
    return np.clip(np.stack([r, g, b], axis=-1), 0, 1)


def plate_needed(behind: np.ndarray, text: float) -> float:
    """How dense a black plate has to be (0 = none, in tenths) so that a text is read on what is behind.

    Args:
        behind: colours (…, 3) from 0 to 1.
        text: the relative luminance of its darkest colour.
    """
    import numpy as np

    light = luminances(behind)
    order = np.argsort(light, axis=None)
    brightest = behind.reshape(-1, 3)[order[min(len(order) - 1, int(len(order) * BRIGHTEST_SHARE))]]
    for tenths in range(10):
        if contrast(text, float(luminances(brightest * (1 - tenths / 10)))) >= LEAST:
            return tenths / 10
    return 1.0
