"""Light on the edges of figures where a picture is dark: hair and coats are told from what is behind them."""

from __future__ import annotations

import cv2
import numpy as np

from video.engines.papercut.palette import Light

STRENGTH = {"night": 0.62, "dusk": 0.4, "dawn": 0.3}
"""How strong it is at an hour; other hours have light enough. A room that is lit by lamps counts as night."""
MOONLIGHT, LOW_SUN, LAMPLIGHT, FIRELIGHT = 0xC9DDFF, 0xFFE2B0, 0xFFDCA6, 0xFFB060
REACH = 5.5
"""How far it goes inwards until it is a third as strong, frame units."""
FALL = 0.55
"""How much weaker it is at the foot of a figure than at its head."""
BODY = 200
"""Opacity from which paper is a figure's own, not its shadow."""


def light_of(light: Light, *, indoors: bool, fire: bool) -> tuple[int, float]:
    """(colour, strength) of the edges in a light; where there is a ``fire``, it is that of the fire."""
    if light.lit and fire:
        return FIRELIGHT, 1.2 * STRENGTH["night"]
    if light.lit:
        return (LAMPLIGHT, 0.8 * STRENGTH["night"]) if indoors else (MOONLIGHT, STRENGTH["night"])
    return LOW_SUN, STRENGTH.get(light.name, 0.0)


def rimmed(pixels: np.ndarray, colour: int, strength: float, reach_px: float) -> np.ndarray:
    """A picture (BGRA, straight alpha) of a figure with its edges lit; the alpha stays as it is."""
    body = np.asarray(pixels[..., 3] >= BODY, np.uint8)
    if strength <= 0 or not body.any():
        return pixels
    inside = cv2.distanceTransform(body, cv2.DIST_L2, 3)
    rows = np.flatnonzero(body.any(axis=1))
    fall = 1.0 - FALL * np.clip((np.arange(len(body)) - rows[0]) / max(1, rows[-1] - rows[0]), 0, 1)
    share = strength * np.exp(-inside / max(0.8, reach_px)) * fall[:, None] * body
    out = pixels.copy()
    for channel, shift in enumerate((0, 8, 16)):
        value = float((colour >> shift) & 255)
        paper = pixels[..., channel].astype(np.float32)
        out[..., channel] = np.rint(paper + np.maximum(0.0, value - paper) * share)
    return out
