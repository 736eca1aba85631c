"""How much work goes into one chunk, by what it costs. Pure: the same work at the same costs is cut in the same way.

A chunk is so large that giving it to somebody costs little beside doing it, and so small that all cores have something
to do, that progress is seen, and that little is lost with a process that is killed. Sizes are part of no key: however
work is cut, the same results lie under the same keys.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TypeVar

from flows.costs import Amount, Costs, Rate, seconds_of

SHARE = 0.05
"""Of the time of a chunk, at most so much may go into handing it over, where there is work enough."""
THREAD_S, RAY_S = 0.1, 0.15
"""Seconds that a chunk costs besides its units: in a thread (Prefect's own 10 ms, its server's as much, and 46 ms of
every stage: ``call_s`` in ``costs.tsv``), and through Prefect's Ray runner. Source: ``tests/bench/overhead.py``."""
ROUNDS = 8
"""Chunks for each hand, where they are worth it: the last of them may find the others with nothing left to do for an
eighth of the time at most, and the next step begins when the first eighth is done."""
GOAL_S = 20.0
"""Work in one chunk beyond which there are to be more chunks: a third of a minute is lost with a process at most."""
LEASTS = 1.5
"""Of drawing, so many times what is worth handing over goes into a chunk: somebody waits for the first pictures."""
MOST = 1000
"""Units in one chunk, however little they cost."""
UNKNOWN_S = 0.5
"""Seconds that a unit is taken to cost where nothing is known of it. A guess: 40 go into a chunk."""
CLUSTER_WAYS = 16
"""Workers that work for a cluster is cut for; how many it will have is not known when it is planned."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Bounds of chunks."""

    least_s: float
    """No chunk is cut smaller than this for the sake of more hands."""
    parts: int = ROUNDS
    """Chunks beyond which it is cut no further for their sake."""
    goal_s: float = GOAL_S
    most: int = MOST


class Sizing:
    """Sizes of chunks on one compute, and what units cost there."""

    def __init__(self, costs: Costs, compute: str = "local", cores: int = 0) -> None:
        """``compute`` is that of a recipe; ``cores`` 0 = those of this machine."""
        self._languages = 1
        self._costs = costs
        self._rates: dict[tuple[str, str], Rate] = {}
        self._ways = (cores or os.cpu_count() or 1) if compute in ("local", "ray") else CLUSTER_WAYS
        self.here = compute == "local"
        """Whether chunks go to threads of the process that plans them."""

    def among(self, languages: int) -> Sizing:
        """The same for so many languages that there is work for: they are worked at side by side, so that each is cut
        into fewer chunks. Each of 1,000 is one chunk a step, and Prefect is told a third as much."""
        same = copy(self)
        same._languages = max(1, languages)
        return same

    def sizes(self, alone: bool = False) -> Sizes:
        """Bounds for one language's work of an engine, which threads of the driver ask for, here and on a cluster.

        Args:
            alone: one worker does all of it that is done on one machine.
        """
        hands = 1 if alone and self.here else self._ways
        return Sizes(least_s=THREAD_S / SHARE, parts=math.ceil(ROUNDS * hands / self._languages))

    def task_sizes(self) -> Sizes:
        """Bounds for drawing: on a cluster it goes through the Ray runner."""
        least_s = (THREAD_S if self.here else RAY_S) / SHARE
        return Sizes(least_s=least_s, parts=ROUNDS * self._ways, goal_s=LEASTS * least_s)

    def unit_s(self, what: str, variant: str, size: float, calls: float = 0.0) -> float:
        """About how long one unit of a size is worked at: on the processor or on the GPU, whichever is longer.

        Args:
            calls: 1 where a worker is asked for each unit alone.
        """
        rate = self._rates.get((what, variant))
        if rate is None:
            rate = self._rates[what, variant] = self._costs.rate(what, variant)
        if not any(rate.cpu) and not any(rate.gpu):
            return UNKNOWN_S
        amount = Amount(stage="", what=what, calls=calls, jobs=1.0, size=size)
        return max(seconds_of(rate.cpu, amount), seconds_of(rate.gpu, amount))


def count(seconds: Sequence[float], sizes: Sizes) -> int:
    """How many chunks units are cut into, given what each costs."""
    if not seconds:
        return 0
    total = sum(seconds)
    needed = max(math.ceil(total / sizes.goal_s), math.ceil(len(seconds) / sizes.most), 1)
    worthwhile = int(total / sizes.least_s)
    return min(len(seconds), max(needed, min(worthwhile, sizes.parts)))


def packed(units: Sequence[T], seconds: Sequence[float], sizes: Sizes) -> tuple[tuple[T, ...], ...]:
    """Units in chunks of about equal cost, in their order.

    Args:
        seconds: what each costs.
    """
    parts = count(seconds, sizes)
    if parts <= 1:
        return (tuple(units),) if units else ()
    if parts == len(units):
        return tuple((unit,) for unit in units)
    total = sum(seconds)
    each = list(seconds) if total > 0 else [1.0] * len(seconds)
    total = total or float(len(seconds))
    chunks: list[list[T]] = [[] for _ in range(parts)]
    before = 0.0
    for unit, cost in zip(units, each, strict=True):
        middle = before + cost / 2
        chunks[min(parts - 1, int(middle * parts / total))].append(unit)
        before += cost
    return tuple(part for chunk in chunks for part in _halved(chunk, sizes.most))


def _halved(chunk: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Equal parts of a chunk with too many units; none of one without any."""
    parts = math.ceil(len(chunk) / most)
    return [tuple(chunk[len(chunk) * i // parts : len(chunk) * (i + 1) // parts]) for i in range(parts)]
