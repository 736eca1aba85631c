"""WebVTT captions."""

from __future__ import annotations

import html

from publishing.clocktime import clock, milliseconds
from video.timeline import Cue


def vtt(cues: tuple[Cue, ...]) -> str:
    """The text of a ``.vtt`` file, escaped (``-->`` cannot occur: its ``>`` is escaped too)."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        start, end = milliseconds(cue)
        rows = "\n".join(html.escape(row, quote=False) for row in cue.rows)
        blocks.append(f"{clock(start, '.')} --> {clock(end, '.')}\n{rows}\n")
    return "\n".join(blocks)
