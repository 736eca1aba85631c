"""When somebody is heard within a line, by how loud it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from languages.clock import SAMPLE_RATE_HZ, TICKS_PER_S

if TYPE_CHECKING:
    import numpy as np

WINDOW_S = 0.05
QUIET_DB = 25.0
"""So far below the whole line's level it is silent. Own choice, by the sounds of the embedded voices and of recordings:
pauses between their words lie 35 dB and more below, vowels at most 15. (EBU Tech 3342 leaves out what is 20 LU below
the rest as no part of the programme.)"""


def heard_spans(samples: np.ndarray) -> tuple[tuple[int, int], ...]:
    """(begin, end) in ticks, from the first sample on, of the times at which a line is heard; ``samples``: 48 kHz."""
    import numpy as np

    size = round(WINDOW_S * SAMPLE_RATE_HZ)
    windows = len(samples) // size
    if not windows:
        return ()
    power = np.square(samples[: windows * size].reshape(windows, size), dtype=np.float64).mean(axis=1)
    loud = power > power.mean() * 10 ** (-QUIET_DB / 10)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], loud, [False]))))
    step = size * TICKS_PER_S // SAMPLE_RATE_HZ
    return tuple((int(a) * step, int(b) * step) for a, b in zip(edges[::2], edges[1::2], strict=True))
