"""SubRip captions. The format has no escape, and players honour ``<i>`` and ``{\\an8}`` in it all the same."""

from __future__ import annotations

from publishing.clocktime import clock, milliseconds
from video.timeline import Cue

WORD_JOINER = "\u2060"
"""Put after ``<`` and ``{``: invisible, and no player takes what follows for a tag. Source: ffmpeg's
htmlsubtitles.c, which asks for a letter or ``/`` after ``<`` and for a backslash after ``{``."""


def srt(cues: tuple[Cue, ...]) -> str:
    """The text of an ``.srt`` file; what looks like markup in a caption is shown as it is written."""
    blocks: list[str] = []
    for number, cue in enumerate(cues, start=1):
        start, end = milliseconds(cue)
        rows = "\n".join(_literal(row) for row in cue.rows)
        blocks.append(f"{number}\n{clock(start, ',')} --> {clock(end, ',')}\n{rows}\n")
    return "\n".join(blocks)


def _literal(row: str) -> str:
    text = row.replace("<", "<" + WORD_JOINER).replace("{", "{" + WORD_JOINER)
    return text.replace("\\", "\\" + WORD_JOINER).replace("-->", "--" + WORD_JOINER + ">")
