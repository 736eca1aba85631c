"""The one clock: 48,000 ticks a second for everything on a timeline.

48,000 is divisible by the sample rate that all sound is brought to (48 kHz) and by 24, 25, 30, 50 and 60
frames a second, so every sample and every frame falls on a whole tick and nothing drifts.
"""

from __future__ import annotations

TICKS_PER_S = 48_000
SAMPLE_RATE_HZ = 48_000
FRAME_RATES = (24, 25, 30, 50, 60)
SOUND_STEP = 1024
"""Ticks of one AAC frame (source: ISO/IEC 14496-3). Lines begin on its multiples, so that lines which were encoded
once, each for itself, are joined without encoding."""


def ticks(seconds: float) -> int:
    """The nearest whole tick to a time in seconds."""
    return round(seconds * TICKS_PER_S)


def seconds(length: int) -> float:
    """A length in ticks as seconds."""
    return length / TICKS_PER_S


def frame_ticks(fps: int) -> int:
    """Ticks of one frame.

    Raises:
        ValueError: the rate does not divide the clock.
    """
    if fps not in FRAME_RATES:
        raise ValueError(f"{fps} frames a second is not one of {FRAME_RATES}.")
    return TICKS_PER_S // fps
