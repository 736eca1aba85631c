"""Word times of a recording, found by laying a synthetic take of the same text beside it.

Both sounds become mel cepstra, every 10 ms; dynamic time warping finds the path on which they are most
alike; each word start of the synthetic take is carried over along that path.

Source: the method of aeneas, https://github.com/readbeyond/aeneas/blob/master/wiki/HOWITWORKS.md ; mel scale:
S. Davis and P. Mermelstein, 1980, https://doi.org/10.1109/TASSP.1980.1163420 ; DTW: H. Sakoe and S. Chiba,
1978, https://doi.org/10.1109/TASSP.1978.1163055
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from languages.clock import SAMPLE_RATE_HZ
from speech.loudness import Samples

STEP = SAMPLE_RATE_HZ // 100
"""Ticks between two frames: 10 ms."""

WINDOW = 1536
"""Ticks of one frame: 32 ms, a few periods of a low voice."""

BANDS = 26
CEPSTRA = 13
LOWEST_HZ, HIGHEST_HZ = 80.0, 8000.0

MOST_FRAMES = 3000
"""Longer sound is looked at in wider steps, so that a path never needs more than 9 million cells."""

FLOOR_DB = -55.0
"""Bands more than this below the loudest count as silent, so that noise in pauses is not compared."""


def carry_over(reference: Samples, recording: Samples, times: Sequence[int]) -> tuple[int, ...]:
    """For each tick of the reference (in order) the tick of the recording at which the same is heard.

    Both begin and end with speech: silence is trimmed before.
    """
    longest = max(len(reference), len(recording))
    step = STEP * max(1, -(-longest // (STEP * MOST_FRAMES)))
    path = warp(cepstra(reference, step), cepstra(recording, step))
    carried: list[int] = []
    for time in times:
        at = time / step
        frame = min(len(path) - 1, int(at))
        carried.append(min(len(recording), round((path[frame] + at - int(at)) * step)))
    return tuple(carried)


def cepstra(samples: Samples, step: int = STEP) -> np.ndarray:
    """Mel cepstra and their slopes, shape (frames, 2 × 13), each column with mean 0 and deviation 1."""
    count = max(1, -(-len(samples) // step))
    padded = np.zeros((count - 1) * step + WINDOW, np.float32)
    begin = WINDOW // 2 - step // 2 if step < WINDOW else 0
    padded[begin : begin + len(samples)] = samples[: len(padded) - begin]
    emphasised = np.append(padded[:1], padded[1:] - 0.97 * padded[:-1])
    frames = np.lib.stride_tricks.sliding_window_view(emphasised, WINDOW)[::step] * np.hanning(WINDOW)
    power = np.abs(np.fft.rfft(frames, 2048)) ** 2
    bands = 10 * np.log10(power @ _mel_filters().T + 1e-10)
    bands = np.maximum(bands, bands.max() + FLOOR_DB)
    order = np.arange(CEPSTRA)[:, None] * (np.arange(BANDS) + 0.5)[None, :]
    found = bands @ np.cos(np.pi / BANDS * order).T
    slopes = np.gradient(found, axis=0) if count > 1 else np.zeros_like(found)
    both = np.concatenate([found, slopes], axis=1)
    return (both - both.mean(axis=0)) / (both.std(axis=0) + 1e-6)


def _mel_filters() -> np.ndarray:
    mels = np.linspace(2595 * np.log10(1 + LOWEST_HZ / 700), 2595 * np.log10(1 + HIGHEST_HZ / 700), BANDS + 2)
    edges = 700 * (10 ** (mels / 2595) - 1)
    bins = np.arange(1025) * SAMPLE_RATE_HZ / 2048
    rise = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0.0, np.minimum(rise, fall))


def warp(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """For each frame of ``left`` the first frame of ``right`` that the best path lays beside it."""
    n, m = len(left), len(right)
    cost = np.sqrt(np.maximum(0.0, (left**2).sum(1)[:, None] + (right**2).sum(1)[None, :] - 2 * left @ right.T)).astype(
        np.float32
    )
    came = np.zeros((n, m), np.int8)
    before2 = before = np.zeros(0, np.float32)
    low_before2 = low_before = 0
    # Cells of one antidiagonal depend only on the two before, so each is worked out at once.
    for diagonal in range(n + m - 1):
        low, high = max(0, diagonal - m + 1), min(n, diagonal + 1)
        rows = np.arange(low, high)
        choices = np.stack(
            [
                _at(before2, rows - 1 - low_before2),
                _at(before, rows - 1 - low_before),
                _at(before, rows - low_before),
            ]
        )
        best = choices.argmin(axis=0)
        total = choices[best, np.arange(len(rows))] if diagonal else np.zeros(1, np.float32)
        columns = diagonal - rows
        came[rows, columns] = best
        before2, low_before2 = before, low_before
        before, low_before = total + cost[rows, columns] * np.where(best == 0, 1.4, 1.0), low
    return _walk(came)


def _at(values: np.ndarray, index: np.ndarray) -> np.ndarray:
    inside = (index >= 0) & (index < len(values))
    found = np.full(len(index), np.inf, np.float32)
    found[inside] = values[index[inside]]
    return found


def _walk(came: np.ndarray) -> np.ndarray:
    i, j = came.shape[0] - 1, came.shape[1] - 1
    beside = np.zeros(came.shape[0], np.int64)
    beside[i] = j
    while i or j:
        step = came[i, j] if i and j else (1 if i else 2)
        i, j = i - (step != 2), j - (step != 1)
        beside[i] = j
    return beside
