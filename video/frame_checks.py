"""Whether what a model made can be a picture at all: numbers, light, motion. Pure numpy."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

BLACK = 0.02
"""Mean light, of 1, below which a picture counts as black."""
FLAT = 0.004
"""Standard deviation, of 1, below which a picture shows nothing: one step of 8 bits."""
FROZEN = 0.0005
"""Mean difference of two pictures in a row, of 1, below which nothing moves: an eighth of a step of 8 bits."""


def picture_fault(picture: np.ndarray) -> str:
    """Why it can be no picture, or empty.

    Args:
        picture: shape (height, width, 3), from 0 to 1.
    """
    import numpy as np

    if not np.isfinite(picture).all():
        return "the model gave numbers that are no picture (NaN)"
    if float(picture.mean()) < BLACK:
        return "the picture is black"
    if float(picture.std()) < FLAT:
        return "the picture is one plain colour"
    return ""


def film_fault(frames: np.ndarray) -> str:
    """Why they can be no film, or empty: any picture that is none, or nothing that moves.

    Args:
        frames: shape (pictures, height, width, 3), from 0 to 1.
    """
    import numpy as np

    for n, picture in enumerate(frames):
        if fault := picture_fault(picture):
            return f"{fault} (picture {n + 1} of {len(frames)})"
    if len(frames) > 1:
        moved = [float(np.abs(b - a).mean()) for a, b in itertools.pairwise(frames)]
        if max(moved) < FROZEN:
            return "the film is frozen: no picture differs from the one before"
    return ""
