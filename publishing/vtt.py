"""WebVTT captions, with the times of their words."""

from __future__ import annotations

import html
from collections.abc import Sequence

from languages.clock import TICKS_PER_S
from publishing.clocktime import clock, milliseconds
from video.timeline import Cue

STYLE = "STYLE\n::cue(:future) {\n  color: rgba(255, 255, 255, 0.65);\n}\n"
"""Words that are still to be heard are paler. Players that do not know it show all alike."""
HEAD = " line:5%"
"""Where a caption stands that would hide a face at the foot. Source: WebVTT, W3C, «line cue setting»."""


def vtt(cues: tuple[Cue, ...], at_head: Sequence[bool] = ()) -> str:
    """The text of a ``.vtt`` file, escaped (``-->`` cannot occur: its ``>`` is escaped too).

    ``at_head`` says of each cue whether it stands at the head of the picture; empty = none does.
    """
    blocks = ["WEBVTT\n"]
    if any(len(cue.words) > 1 for cue in cues):
        blocks.append(STYLE)
    for cue, high in zip(cues, at_head or [False] * len(cues), strict=True):
        start, end = milliseconds(cue)
        rows = "\n".join(_timed(cue, start, end))
        blocks.append(f"{clock(start, '.')} --> {clock(end, '.')}{HEAD if high else ''}\n{rows}\n")
    return "\n".join(blocks)


def _timed(cue: Cue, start: int, end: int) -> list[str]:
    """The rows with the time before each word; as they are where a word is not found in them."""
    rows: list[str] = []
    words = list(cue.words)
    last = start
    for row in cue.rows:
        made, at = "", 0
        while words and (place := row.find(words[0].text, at)) >= 0 and not row[at:place].strip():
            word = words.pop(0)
            heard = word.start * 1000 // TICKS_PER_S
            made += html.escape(row[at:place], quote=False)
            if last < heard < end:  # times within a cue only ever rise
                made += f"<{clock(heard, '.')}>"
                last = heard
            made += html.escape(word.text, quote=False)
            at = place + len(word.text)
        rows.append(made + html.escape(row[at:], quote=False))
    return [html.escape(row, quote=False) for row in cue.rows] if words else rows
