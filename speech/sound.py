"""What is done to the sound of every line: silence found and trimmed, brought to one loudness, written.

Sound is float32, mono, 48 kHz, shape (samples,), full scale ±1; a sample is a tick.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from languages.clock import SAMPLE_RATE_HZ
from speech.loudness import Samples

LINE_LUFS = -15.7
LINE_PEAK_DBTP = -2.0
"""What every line is brought to, so that no voice is louder than another and the mix need not change a gain.

A film of lines measures 0.2 to 0.6 LU less than its lines, as gating blocks at their ends are half filled: so
a film of ordinary lines comes to -16 LUFS ± 0.5. AAC moves peaks by some tenths of a dB: so they stay below
-1 dBTP in the film. Measured in ``tests/speech/test_sound.py``."""

FRAME = SAMPLE_RATE_HZ // 200
"""Energy is looked at in frames of 5 ms."""

KEEP = SAMPLE_RATE_HZ * 30 // 1000
"""30 ms of quiet stay before and after the sound, so that no first or last consonant is cut."""

MIN_QUIET = SAMPLE_RATE_HZ * 120 // 1000
"""Quiet shorter than 120 ms is part of speech: the closure of a long stop lasts up to about 100 ms."""

LOUD_FRAMES = 20

CLOSURE = SAMPLE_RATE_HZ * 60 // 1000
CLICK = SAMPLE_RATE_HZ * 40 // 1000
"""In a recording, gaps below 60 ms belong to a word, and sounds below 40 ms are clicks, not speech."""


def frame_levels(samples: Samples) -> np.ndarray:
    """Level of each 5 ms in dB below full scale (RMS); the last frame is padded."""
    count = -(-len(samples) // FRAME)
    padded = np.zeros(count * FRAME, np.float32)
    padded[: len(samples)] = samples
    power = (padded.reshape(count, FRAME).astype(np.float64) ** 2).mean(axis=1)
    return 10 * np.log10(np.maximum(power, 1e-12))


def heard(samples: Samples, below_db: float = 45.0) -> np.ndarray:
    """For each 5 ms, whether there is sound: less than ``below_db`` under the loud parts of the line."""
    levels = frame_levels(samples)
    if not len(levels):
        return np.zeros(0, bool)
    return levels > max(-70.0, float(np.percentile(levels, 95)) - below_db)


def floor_and_loud(samples: Samples) -> tuple[float, float]:
    """(level of the quietest twentieth, level that 0.1 s of the sound exceeds) in dB below full scale.

    A share would not do for the loud part: one word in a minute of silence is speech all the same.
    """
    levels = np.sort(frame_levels(samples))
    return float(np.percentile(levels, 5)), float(levels[-min(len(levels), LOUD_FRAMES)])


def voiced(samples: Samples) -> np.ndarray:
    """For each 5 ms of a recording, whether somebody speaks: clear of the room's noise, clicks left out.

    The threshold lies 9 dB above the quiet parts, but at most 35 dB under the loud ones; where both are less
    than 22 dB apart, at two fifths between them.
    """
    floor_db, loud_db = floor_and_loud(samples)
    threshold = max(min(floor_db + 9, floor_db + 0.4 * (loud_db - floor_db)), loud_db - 35)
    flags = frame_levels(samples) > threshold
    flags = _without_runs(flags, ~flags, CLOSURE // FRAME)
    return ~_without_runs(~flags, flags, CLICK // FRAME)


def _without_runs(flags: np.ndarray, runs: np.ndarray, shorter: int) -> np.ndarray:
    """``flags`` with those runs set that are shorter than a number of frames."""
    done = flags.copy()
    for begin, end in stretches(runs, len(runs) * FRAME):
        if end - begin < shorter * FRAME:
            done[begin // FRAME : end // FRAME] = True
    return done


def stretches(flags: np.ndarray, length: int, shortest: int = 1) -> tuple[tuple[int, int], ...]:
    """(start, end) in ticks of runs of set 5 ms frames that last at least ``shortest`` ticks."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(np.int8), [0]])))
    runs = [(int(a) * FRAME, min(length, int(b) * FRAME)) for a, b in edges.reshape(-1, 2)]
    return tuple(r for r in runs if r[1] - r[0] >= shortest)


def bounds(flags: np.ndarray, length: int) -> tuple[int, int]:
    """(start, end) in ticks of all that is heard, with 30 ms kept on either side; (0, 0) where nothing is."""
    runs = stretches(flags, length)
    if not runs:
        return 0, 0
    return max(0, runs[0][0] - KEEP), min(length, runs[-1][1] + KEEP)


def write_flac(path: Path, samples: Samples) -> None:
    """Writes mono 16-bit FLAC at 48 kHz; equal samples give equal bytes."""
    import soundfile

    soundfile.write(path, np.round(samples * 32767).clip(-32768, 32767).astype(np.int16), SAMPLE_RATE_HZ)
