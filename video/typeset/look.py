"""What a text is painted with, and how well it can be read on any picture."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int, float]
"""(red, green, blue) from 0 to 255 and how much of it covers what is behind, from 0 to 1."""

WHITE: Colour = (255, 255, 255, 1.0)
BLACK: Colour = (0, 0, 0, 1.0)
CLEAR: Colour = (0, 0, 0, 0.0)

READABLE = 4.5
"""Contrast that text needs at least. Source: WCAG 2.2, success criterion 1.4.3, https://www.w3.org/TR/WCAG22/"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours of a text and of what keeps it apart from the picture behind."""

    fill: Colour = WHITE
    outline: Colour = CLEAR
    outline_em: float = 0.0
    """How far the outline reaches out of the letters."""
    plate: Colour = CLEAR
    """A rectangle behind the text."""
    margin_em: float = 0.35
    """How far the plate reaches out of the rows on each side."""


OUTLINED = Look(outline=BLACK, outline_em=0.06)
"""For captions over a picture: white with a black edge."""
PLATED = Look(plate=(0, 0, 0, 0.75))
"""For captions that must be read under all circumstances: white on a dark plate."""
PRINTED = Look(fill=BLACK)
"""For pages."""


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two opaque colours, from 1 (the same) to 21 (black and white).

    Source: WCAG 2.2, «contrast ratio» and «relative luminance», https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [v / 255 for v in colour[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def worst_contrast(look: Look) -> float:
    """Contrast of the letters with what touches them, on the picture that is worst for them.

    An outline touches all edges of the letters; a plate lets some of a black or a white picture through.
    """
    if look.outline_em > 0 and look.outline[3] == 1.0:
        return contrast(look.fill, look.outline)
    return min(contrast(look.fill, _over(look.plate, behind)) for behind in (BLACK, WHITE))


def _over(colour: Colour, behind: Colour) -> Colour:
    much = colour[3]
    red, green, blue = (round(a * much + b * (1 - much)) for a, b in zip(colour[:3], behind[:3], strict=True))
    return (red, green, blue, 1.0)
