"""Speech within a narrator's line, which tells of no deed that is seen."""

from __future__ import annotations

import re

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|「[^」]*」|^\s*[—–]\s*[^—–]+")
"""Between quotes, or behind the dash that begins the line."""


def without_quotes(text: str) -> str:
    """A line with what it quotes left out."""
    return QUOTED.sub(" … ", text)
