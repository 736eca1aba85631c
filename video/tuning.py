"""Which way of working is the quickest on this device: found out by trying each one, not by its name."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

WORTH = 0.97
"""Another way than the ordinary one is taken where it needs at most this share of its time: less is noise."""
EXACT = ("native", "_native_cudnn", "_native_flash", "flash", "_flash_3")
"""Attention backends of diffusers that work out the same numbers but for rounding, the ordinary one first; those that
quantise (Sage) or download their kernels (``*_hub``) are left out.
Source: https://huggingface.co/docs/diffusers/optimization/attention_backends"""


def fastest(ways: Sequence[str], take: Callable[[str], None], run: Callable[[], None]) -> str:
    """The way whose second run is the shortest; the first of ``ways`` unless another is clearly quicker.

    Args:
        take: switches to a way; raises where this device or installation does not have it.
        run: the work, done to its end when it returns.

    The first run of each way is not counted: it loads and compiles. The way that is given back is switched on.
    """
    times: dict[str, float] = {}
    for way in ways:
        try:
            take(way)
            run()
            begun = time.perf_counter()
            run()
        except (ImportError, RuntimeError, ValueError, NotImplementedError):
            if way == ways[0]:
                raise
            continue
        times[way] = time.perf_counter() - begun
    best = min(times, key=times.__getitem__)
    if times[best] > WORTH * times[ways[0]]:
        best = ways[0]
    take(best)
    return best
