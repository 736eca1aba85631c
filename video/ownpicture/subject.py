"""Where the eye goes in a picture without faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

SIDE_PX = 96
CENTRE = 0.35
"""How far from the middle what is drawn counts, as a share of the side: what matters is seldom at the edge."""
GRID = 32


def focus_of(bgr: np.ndarray) -> tuple[float, float]:
    """The place (shares of width and height) around which most is drawn: edges of light and colour, weighed by how near
    the middle they are. A picture without any is about its middle.
    """
    import cv2
    import numpy as np

    small = cv2.resize(bgr, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB).astype(np.float32)
    edges = sum(cv2.Sobel(lab, cv2.CV_32F, dx, dy) ** 2 for dx, dy in ((1, 0), (0, 1)))
    strength = cv2.GaussianBlur(np.sqrt(np.asarray(edges).sum(axis=2)), (0, 0), SIDE_PX / 16)
    strength = np.maximum(strength - np.percentile(strength, 60), 0)
    line = (np.arange(SIDE_PX) + 0.5) / SIDE_PX
    fall = np.exp(-(((line - 0.5) / CENTRE) ** 2))
    weight = strength * fall[:, None] * fall[None]
    total = float(weight.sum())
    if total <= 1e-3:
        return 0.5, 0.5
    x, y = float((weight.sum(axis=0) * line).sum()) / total, float((weight.sum(axis=1) * line).sum()) / total
    return round(x * GRID) / GRID, round(y * GRID) / GRID
