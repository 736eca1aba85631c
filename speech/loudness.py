"""Loudness and true peak, measured and set.

All sound here is float32, mono, 48 kHz, shape (samples,), full scale ±1. Long sound is worked through in
pieces, so that a film of any length needs little more memory than its own samples.

Source: ITU-R BS.1770-4, https://www.itu.int/rec/R-REC-BS.1770-4-201510-S/en : K-weighting (annex 1, tables
1 and 2, for 48 kHz), gating (annex 1), true peak by 4× oversampling (annex 2).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

import numpy as np

from languages.clock import SAMPLE_RATE_HZ

Samples = np.ndarray
"""float32, shape (samples,), 48 kHz mono."""

SILENCE_LUFS = -120.0
"""What stands for the loudness of digital silence, whose logarithm does not exist."""

SHELF_B = (1.53512485958697, -2.69169618940638, 1.19839281085285)
SHELF_A = (1.0, -1.69065929318241, 0.73248077421585)
HIGHPASS_B = (1.0, -2.0, 1.0)
HIGHPASS_A = (1.0, -1.99004745483398, 0.99007225036621)
"""Source: BS.1770-4 annex 1, tables 1 and 2."""

OFFSET_LU = -0.691
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
"""Source: BS.1770-4 annex 1, equations 2 to 7."""

HOP = SAMPLE_RATE_HZ // 10
"""Gating blocks last 400 ms and overlap by 75 %: one begins every 100 ms."""

SECOND = SAMPLE_RATE_HZ
RINGING = 8192
"""Samples after which the K-weighting filters have stopped ringing: their slowest pole, of radius 0.995,
has fallen by 350 dB. A second and twice that fit the transform size 65,536."""

PIECE = 10 * SAMPLE_RATE_HZ
EDGE = 960
"""Samples (20 ms) on either side of a piece, so that filters see across its borders."""

LOOK_AHEAD = 240
"""Samples (5 ms) over which the limiter's gain moves, before and after a peak."""

MARGIN_DB = 0.1
"""The limiter aims this far below its ceiling: a changing gain moves inter-sample peaks by a little."""


def measure(samples: Samples) -> tuple[float, float]:
    """(loudness in LUFS, true peak in dBTP). Below 0.4 s the whole sound counts as one ungated block."""
    return _lufs(samples), true_peak(samples)


def _decibel(power: float) -> float:
    return 10 * math.log10(power) if power > 10 ** (SILENCE_LUFS / 10) else SILENCE_LUFS


def _lufs(samples: Samples) -> float:
    energies = _energies(samples)
    whole = len(samples) // HOP
    if whole < 4:
        power = float(energies.sum()) / max(1, len(samples))
        return max(SILENCE_LUFS, OFFSET_LU + _decibel(power))
    blocks = np.convolve(energies[:whole], np.ones(4), "valid") / (4 * HOP)
    loud = blocks[blocks > 10 ** ((ABSOLUTE_GATE_LUFS - OFFSET_LU) / 10)]
    if not len(loud):
        return SILENCE_LUFS
    gate = float(loud.mean()) * 10 ** (RELATIVE_GATE_LU / 10)
    return OFFSET_LU + _decibel(float(loud[loud > gate].mean()))


def _energies(samples: Samples) -> np.ndarray:
    """Sums of squares of the K-weighted signal over each 100 ms; the last may be shorter.

    The filters are applied as their frequency response, second by second with what sounded before.
    (Importing scipy's filters takes longer than speaking a line.)
    """
    sums: list[np.ndarray] = []
    for begin in range(0, len(samples), SECOND):
        low, end = max(0, begin - RINGING), min(len(samples), begin + SECOND)
        size = 1 << (end - low + RINGING - 1).bit_length()
        spectrum = np.fft.rfft(samples[low:end].astype(np.float64), size)
        piece = np.fft.irfft(spectrum * _k_weighting(size), size)[begin - low : end - low]
        sums.append(np.add.reduceat(piece**2, np.arange(0, len(piece), HOP)))
    return np.concatenate(sums) if sums else np.zeros(1)


@cache
def _k_weighting(size: int) -> np.ndarray:
    """The frequency response of both K-weighting filters for a real transform of this size."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    shelf = np.polyval(SHELF_B[::-1], z) / np.polyval(SHELF_A[::-1], z)
    return shelf * np.polyval(HIGHPASS_B[::-1], z) / np.polyval(HIGHPASS_A[::-1], z)


def true_peak(samples: Samples) -> float:
    """The highest point of the curve through the samples, in dBTP (0 = full scale)."""
    peak = max((float(p.max()) for p in _peaks(samples) if len(p)), default=0.0)
    return 2 * _decibel(peak)


def _peaks(samples: Samples) -> Iterator[np.ndarray]:
    """Size of the 4× oversampled curve around each sample, piece by piece."""
    import soxr

    for begin in range(0, len(samples), PIECE):
        end = min(len(samples), begin + PIECE)
        low, high = max(0, begin - EDGE), min(len(samples), end + EDGE)
        curve = np.zeros(4 * (high - low), np.float32)
        oversampled = np.abs(soxr.resample(samples[low:high], SAMPLE_RATE_HZ, 4 * SAMPLE_RATE_HZ, "HQ"))
        curve[: len(oversampled)] = oversampled[: len(curve)]
        size = np.maximum(np.maximum(curve[::4], curve[1::4]), np.maximum(curve[2::4], curve[3::4]))
        # The curve's last quarters lie between a sample and the next, so both must answer for them.
        size = np.maximum(size, np.concatenate([size[:1], size[:-1]]))
        # Oversampling leaves out what lies above 22 kHz, so a sample can stand above the curve.
        size = np.maximum(size, np.abs(samples[low:high]))
        yield size[begin - low : end - low]


def limit(samples: Samples, ceiling_dbtp: float, sizes: np.ndarray | None = None) -> Samples:
    """The sound with every true peak at or below the ceiling; what lies 5 ms from any peak is untouched.

    The gain falls before a peak and rises after it along a smooth curve, so nothing clicks.

    Args:
        sizes: of the curve around each sample, where they are known.
    """
    sizes = _sizes(samples) if sizes is None else sizes
    ceiling = np.float32(10 ** ((ceiling_dbtp - MARGIN_DB) / 20))
    if not len(sizes) or sizes.max() <= ceiling:
        return samples.copy()
    gain = np.minimum(1.0, ceiling / np.maximum(sizes, 1e-9))
    # The mean over a window of minima over the same window never exceeds the gain that is needed.
    return samples * _mean_around(_least_around(gain, LOOK_AHEAD), LOOK_AHEAD)


def _sizes(samples: Samples) -> np.ndarray:
    return np.concatenate(list(_peaks(samples)) or [np.zeros(0, np.float32)])


def _least_around(values: np.ndarray, reach: int) -> np.ndarray:
    """For each value the least within ``reach`` on either side, in log2 steps."""
    width, span = 2 * reach + 1, 1
    least = np.pad(values, reach, constant_values=1.0)
    while span < width:
        step = min(span, width - span)
        least = np.minimum(least[: len(least) - step], least[step:])
        span += step
    return least


def _mean_around(values: np.ndarray, reach: int) -> np.ndarray:
    sums = np.cumsum(np.pad(values.astype(np.float64), (reach + 1, reach), mode="edge"))
    width = 2 * reach + 1
    return ((sums[width:] - sums[:-width]) / width).astype(np.float32)


def level(samples: Samples, target_lufs: float, peak_dbtp: float) -> Samples:
    """The sound brought to a loudness, its true peaks limited; within 0.1 LU where the ceiling allows it.

    Digital silence comes back as it is. The gain is found in a few rounds, as limiting takes loudness away.
    """
    lufs = _lufs(samples)
    if lufs <= ABSOLUTE_GATE_LUFS:
        return samples.copy()
    gain_db = target_lufs - lufs
    done, sizes = samples, _sizes(samples)
    for _ in range(4):
        gain = np.float32(10 ** (gain_db / 20))
        louder = samples * gain
        done = limit(louder, peak_dbtp, sizes * gain)
        if np.array_equal(done, louder):
            break  # nothing was taken away: the gain is right as it is
        missing = target_lufs - _lufs(done)
        if abs(missing) < 0.05:
            break
        gain_db += missing
    return done
