"""What a text is painted with."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int, float]
"""(red, green, blue) from 0 to 255 and how much of it covers what is behind, from 0 to 1."""

WHITE: Colour = (255, 255, 255, 1.0)
BLACK: Colour = (0, 0, 0, 1.0)
CLEAR: Colour = (0, 0, 0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours of a text and of what keeps it apart from the picture behind."""

    fill: Colour = WHITE
    marked: Colour = WHITE
    """Of what is marked: the word that is heard."""
    marked_plate: Colour = CLEAR
    """A rectangle behind what is marked alone."""
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
