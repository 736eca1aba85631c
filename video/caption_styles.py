"""Ways in which captions that are drawn into the picture can look; all are read on any picture."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from video.typeset.look import BLACK, OUTLINED, PLATED, Colour, Look

MARKED: Colour = (255, 214, 74, 1.0)
"""Of the word that is heard: a yellow that is told from white by its lightness too."""
BOX: Colour = (13, 71, 161, 1.0)
"""Behind the word that is heard: a blue on which white has a contrast of 8.6."""
CREAM: Colour = (250, 244, 230, 1.0)
RUST: Colour = (158, 42, 20, 1.0)
"""Of the word that is heard on cream: a contrast of 6.8."""


class CaptionStyle(StrEnum):
    """What they are called on the command line."""

    WORD = "word"
    """White with a black edge; the word that is heard is yellow."""
    BOX = "box"
    """The same, and the word that is heard stands on blue."""
    PLATE = "plate"
    """As ``word``, always on a dark plate."""
    PAPER = "paper"
    """Black on a strip of cream paper; the word that is heard is rust."""
    PLAIN = "plain"
    """White with a black edge, and no word stands out."""


LOOKS: dict[CaptionStyle, Look] = {
    CaptionStyle.WORD: replace(OUTLINED, marked=MARKED),
    CaptionStyle.BOX: replace(OUTLINED, marked_plate=BOX),
    CaptionStyle.PLATE: replace(PLATED, marked=MARKED),
    CaptionStyle.PAPER: Look(fill=BLACK, marked=RUST, plate=CREAM),
    CaptionStyle.PLAIN: OUTLINED,
}
