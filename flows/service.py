"""A replica of an engine's service: a process with a pool of workers that does what a thread does on one machine.

Sound and pictures go from the replica into the store; only receipts travel. Several asks are in a replica at once; its
engine's desk makes batches of them, people before batches, voice by voice. Asks for a voice are led to a replica that
spoke with it before.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from flows.logs import telling_of
from flows.parcel import arrive_as
from flows.room import HALF, Room
from flows.stages.listen import listen_back
from flows.stages.shots import make_shots
from flows.stages.speak import speak_chunk
from flows.stages.translate import translate_chunk
from flows.store import Store
from flows.urgency import working_for
from flows.workers import WorkerPool, use_pool
from languages.card import Step
from languages.discover import get_engine
from languages.errors import EngineUnusable

AT_ONCE = 16
"""Asks that are in a replica at once: what its desk may choose among."""
UNUSABLE = 3
"""So many asks in a row that find the engine unusable, and the replica is given up for a fresh one."""

STAGES: Mapping[str, Callable[..., Any]] = {
    "translate": translate_chunk,
    "speak": speak_chunk,
    "listen": listen_back,
    "draw": make_shots,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One piece of work, as it goes to a replica."""

    stage: str
    store: str
    """URL."""
    arguments: tuple[Any, ...]
    """Of the stage's function, after the store."""
    whom: str
    """``interactive`` or ``batch``."""
    parcel: str = ""
    """``<run> <store>`` of the work whose files it needs, or empty."""
    about: tuple[str, str] = ("", "")
    """(id of the run, id of the work), for the log."""


class EngineService:
    """One engine, and what its stages need besides."""

    def __init__(self, engine: str, memory_gb: float) -> None:
        self.engine = engine
        os.environ.pop("OMP_NUM_THREADS", None)  # Ray's, for processes without a processor of their own: one
        card = get_engine(engine).card
        share = HALF if card.step in (Step.PAINT, Step.FILM) else 1.0  # pictures take several engines, one by one
        room = Room(whole_gb=memory_gb, share=share) if card.environment else None
        self._pool = use_pool(WorkerPool(room=room))
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="ask")
        self._unusable = 0

    async def hold(self, model: str) -> str:
        """Notes that a model is used here; Serve leads other asks for it here too."""
        return model

    async def run(self, ask: Ask) -> Any:
        """What the stage gives.

        Raises:
            VernacastError: what the stage raises.
        """
        from ray import serve

        if model := serve.get_multiplexed_model_id():
            await self.hold(model)
        try:
            result = await asyncio.get_running_loop().run_in_executor(self._threads, _do, ask)
        except EngineUnusable:
            self._unusable += 1
            raise
        self._unusable = 0
        return result

    def check_health(self) -> None:
        """Raises RuntimeError where the engine cannot be loaded again and again: another machine may have it."""
        if self._unusable >= UNUSABLE:
            raise RuntimeError(f"{self.engine} could not be loaded {self._unusable} times.")

    def __del__(self) -> None:
        self._pool.close()


def _do(ask: Ask) -> Any:
    arrive_as(ask.parcel)
    with working_for(ask.whom), telling_of(*ask.about):
        return STAGES[ask.stage](Store(ask.store), *ask.arguments)
