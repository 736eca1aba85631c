"""Starts the engines that a plan needs while the flow's own libraries are still being loaded."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from flows.pictures import DRAWN
from flows.workers import WorkerPool
from languages.discover import get_engine

if TYPE_CHECKING:
    from flows.planning import Planned


def engines_needed(planned: Planned) -> Mapping[str, int]:
    """Engines that have something to do, in the order of the flow, and how many tasks will ask each for it."""
    tasks: Counter[str] = Counter()
    for jobs in planned.editions:
        tasks.update(chunk.engine for chunk in jobs.translate)
    for jobs in planned.editions:
        for chunk in jobs.speak:
            tasks.update({line.voice.engine for line in chunk.lines if line.voice and not line.recording})
    drawn = sum(scene.engine == DRAWN and not scene.found for scene in planned.plan.scenes)
    needed = {**tasks, **({DRAWN: drawn} if drawn else {})}
    # Engines with models start when they are asked, one after the other: each needs to know how much room there is.
    return {engine: n for engine, n in needed.items() if not get_engine(engine).card.environment}


def warm_up(planned: Planned, pool: WorkerPool) -> threading.Thread:
    """Starts workers in the background, at most as many as there are tasks for them."""
    needed = engines_needed(planned)

    def warm() -> None:
        for engine, tasks in needed.items():
            pool.warm(engine, tasks)

    thread = threading.Thread(target=warm, name="warm up", daemon=True)
    thread.start()
    return thread
