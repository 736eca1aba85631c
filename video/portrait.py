"""Pictures of one character for a character sheet, and who can make them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from video.engine import Figure

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who is to be portrayed, and beside whom."""

    figure: Figure
    cast: tuple[Figure, ...]
    """All characters of the story, the portrayed one among them."""
    language: str
    """In which looks are written."""
    style: str = ""
    """House style, as in ``PaintJob``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrayed:
    """One picture: BGRA with straight alpha, on nothing, or BGR on its own ground."""

    label: str
    pixels: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour that the character has, and of what it is."""

    label: str
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A character in pictures and words."""

    whole: Portrayed
    poses: tuple[Portrayed, ...]
    moods: tuple[Portrayed, ...]
    lights: tuple[Portrayed, ...]
    beside: Portrayed
    """The whole cast in a row, in the measure that they have to each other."""
    places: tuple[tuple[str, float], ...]
    """(name, where they stand in ``beside`` as a share of its width)."""
    asked: tuple[str, ...]
    """What of the look was understood and is drawn, in English."""
    dealt: tuple[str, ...]
    """What was not asked for and follows from the name."""
    unread: tuple[str, ...]
    """Words of the look that say nothing to the painter."""
    swatches: tuple[Swatch, ...]
    advice: str
    """How to change it, in English."""


class Portrayer(Protocol):
    """A painter that can show a character by itself."""

    def unread(self, figure: Figure) -> tuple[str, ...]:
        """Words of a character's look that say nothing to the painter, as written."""
        ...

    def portray(self, sitting: Sitting, height_px: int) -> Portrait:
        """The character's pictures; ``height_px`` = height of the largest."""
        ...
