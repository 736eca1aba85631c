"""The shapes of a film: one picture composed for each, for screens that lie, that stand, and for those in between."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from video.shot import Frame


class Shape(StrEnum):
    """What a film is made in."""

    WIDE = "wide"
    """16:9, or as wide as its size says: televisions, computers, YouTube."""
    TALL = "tall"
    """The same, upright: telephones, TikTok, Reels, Shorts, Status."""
    SQUARE = "square"
    """1:1: timelines, messengers, feature phones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One of the films that every language gets."""

    frame: Frame
    mark: str = ""
    """Stands in the names of its files, before their ending; empty where there is nothing to tell apart."""


def formats(frame: Frame, shapes: Collection[Shape]) -> tuple[Format, ...]:
    """The formats of a film, wide before tall before square; without any shape the frame alone, as it is.

    Args:
        frame: of the wide film: the tall one is that upright, the square one as high and wide as its shorter side.
    """
    if not shapes:
        return (Format(frame=frame),)
    long, short = max(frame.width_px, frame.height_px), min(frame.width_px, frame.height_px)
    sizes = {Shape.WIDE: (long, short), Shape.TALL: (short, long), Shape.SQUARE: (short, short)}
    return tuple(
        Format(frame=replace(frame, width_px=wide, height_px=high), mark="" if shape is Shape.WIDE else shape.value)
        for shape, (wide, high) in sizes.items()
        if shape in shapes
    )
