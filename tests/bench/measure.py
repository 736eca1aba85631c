"""Processor seconds and memory of this process and all it waited for."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a piece of work took."""

    cpu_s: float
    wall_s: float


def cost(work: Callable[[], object]) -> Cost:
    """Runs the work once. Children count when they have been waited for."""

    def cpu() -> float:
        used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(u.ru_utime + u.ru_stime for u in used)

    begun, before = time.perf_counter(), cpu()
    work()
    return Cost(cpu_s=cpu() - before, wall_s=time.perf_counter() - begun)


def best_of(times: int, work: Callable[[], object]) -> Cost:
    """The run with the fewest processor seconds: other work on the machine only ever adds some."""
    return min((cost(work) for _ in range(times)), key=lambda c: c.cpu_s)
