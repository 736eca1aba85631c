"""A face seen from the front, drawn with the light and shade by which faces are found."""

from __future__ import annotations

import cv2
import numpy as np

SKINS = ((150, 180, 225), (70, 100, 150), (40, 60, 95))
"""B, G, R."""


def scene(size: tuple[int, int], *faces: tuple[int, int, int], skin: tuple[int, int, int] = SKINS[0]) -> np.ndarray:
    """A plain wall, and before it a face for each (x, y, radius)."""
    picture = np.full((size[1], size[0], 3), (170, 190, 160), np.uint8)
    for x, y, radius in faces:
        _face(picture, x, y, radius, skin)
    return cv2.GaussianBlur(picture, (0, 0), max(1.0, min(face[2] for face in faces) / 25))


def _face(picture: np.ndarray, x: int, y: int, r: int, skin: tuple[int, int, int]) -> None:
    def lit(share: float) -> tuple[int, ...]:
        return tuple(int(c * share) for c in skin)

    def oval(dx: float, dy: float, rx: float, ry: float, colour: tuple[int, ...]) -> None:
        place = (x + int(dx * r), y + int(dy * r))
        cv2.ellipse(picture, place, (int(rx * r), int(ry * r)), 0, 0, 360, colour, -1, cv2.LINE_AA)

    oval(0, -0.15, 0.95, 1.15, (30, 35, 45))
    oval(0, 0.05, 0.78, 1.0, skin)
    for side in (-0.34, 0.34):
        oval(side, -0.14, 0.24, 0.15, lit(0.72))
        oval(side, -0.12, 0.15, 0.07, (40, 40, 50))
        oval(side, -0.32, 0.2, 0.05, (40, 45, 60))
    oval(0, 0.12, 0.09, 0.28, lit(1.1))
    oval(0, 0.34, 0.18, 0.06, lit(0.7))
    oval(0, 0.58, 0.3, 0.08, (80, 80, 150))
