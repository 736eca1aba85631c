"""Times of captions in milliseconds."""

from __future__ import annotations

from languages.clock import TICKS_PER_S
from video.timeline import Cue


def milliseconds(cue: Cue) -> tuple[int, int]:
    """(start, end) of a cue; the end is at least one millisecond later. Rounded down, so cues stay apart."""
    start, end = (time * 1000 // TICKS_PER_S for time in (cue.start, cue.end))
    return start, max(end, start + 1)


def clock(time_ms: int, comma: str) -> str:
    """``00:01:02,345`` with the given decimal separator."""
    s, ms = divmod(time_ms, 1000)
    return f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}{comma}{ms:03}"
