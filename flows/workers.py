"""The pool of warm workers of this process: borrowed, timed, restarted, never left behind."""

from __future__ import annotations

import atexit
import dataclasses
import os
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress

from flows.amounts import batch_amount, start_amount
from flows.child import Child
from flows.costs import Sample
from flows.desk import Ask, Desk
from flows.meter import note
from flows.observe import busy, model_evicted
from flows.room import Room
from flows.steps import SHAPES
from flows.turnstile import Turnstile
from languages.card import Failed
from languages.discover import get_engine
from languages.errors import EngineError, VernacastError, WorkerDied

START_S = 120.0
"""Time that an engine may take to start and load."""
BATCH_S = 30.0
"""Time that a batch may take besides what its jobs take."""
EACH_S = 30.0
"""Time that one job of an engine without a measured cost may take."""
SLOWER = 50.0
"""How many times its measured cost a job may take: slow machines, long lines, company on the processor."""
LEAST_EACH_S = 2.0
MODEL_S = 600.0
"""Time that loading a model may take, where an engine has one: many gigabytes from a slow disk."""
GENEROUS = 4.0
"""How many times the memory that its card names a worker may hold before it is replaced by a fresh one."""
LEAST_GB = 1.0


class Worker:
    """One engine in a process of its own, started when first needed. Not thread-safe: the pool lends it."""

    def __init__(self, engine_id: str, memory_gb: float = 0.0) -> None:
        """``memory_gb`` is what its models may take; 0 for an engine without any."""
        card = get_engine(engine_id).card
        self.engine_id = engine_id
        self.memory_gb = memory_gb
        self._shape = SHAPES[card.step]
        self._each_s = max(LEAST_EACH_S, SLOWER * card.cost_s) if card.cost_s else EACH_S
        self._model_s = MODEL_S if card.environment else 0.0
        self._most_gb = max(LEAST_GB, GENEROUS * card.resources.ram_gb, GENEROUS * memory_gb)
        self._child: Child | None = None
        self._loaded = False
        self._closed = False
        self._step = card.step
        self._device = os.environ.get("VERNACAST_DEVICE", "cpu") if card.device == "any" else "cpu"
        self._begun: set[str] = set()
        """Kinds of work that this worker has done already: what it loads for them is loaded."""

    def call(self, batch: tuple[object, ...], needs: str = "") -> tuple[object, ...]:
        """One result or Failed per job, in order. ``needs`` names the checkpoint, for the record of costs.

        A batch that kills the worker, or keeps it for longer than is credible, is tried again job by job, so
        that one poisoned job fails alone.

        Raises:
            VernacastError: the engine cannot be loaded, or failed as a whole.
        """
        if not batch:
            return ()
        self.load()
        before, begun = self._used()
        try:
            results = self._ask(batch)
            self._note(batch, needs, before, begun)
            return results
        except WorkerDied:
            if self._closed:
                raise
            return tuple(self._alone(job) for job in batch)
        finally:
            if self._child is not None and self._child.memory_gb() > self._most_gb:
                self._end()

    def load(self) -> None:
        """Starts the worker and loads its engine, if that is not done; a start that fails is tried once more.

        Raises:
            VernacastError: the engine cannot be loaded.
        """
        if self._child is not None and not self._child.lives():
            self._end()
        if self._loaded:
            return
        try:
            self._start()
        except WorkerDied:
            self._start()

    def _start(self) -> None:
        if self._closed:
            raise WorkerDied(f"{self.engine_id} was asked for work after the run had ended.")
        if self._child is None:
            self._child = Child(self.engine_id, self.memory_gb)
            self._begun = set()
        begun = time.perf_counter()
        try:
            self._child.ask("load", (), object, START_S + self._model_s)
        except VernacastError:
            self._end()
            raise
        self._loaded = True
        gpu_s = time.perf_counter() - begun if self._device != "cpu" else 0.0
        note(Sample(amount=start_amount(self.engine_id, self._step), cpu_s=self._child.cpu_s(), gpu_s=gpu_s))

    def _used(self) -> tuple[float, float]:
        """(CPU seconds so far, the time)."""
        return self._child.cpu_s() if self._child is not None else 0.0, time.perf_counter()

    def _note(self, batch: tuple[object, ...], needs: str, before: float, begun: float) -> None:
        """Puts what a batch cost down to whoever asked for it."""
        after, now = self._used()
        amount = batch_amount(self.engine_id, self._step, batch, needs)
        if amount.variant not in self._begun:
            self._begun.add(amount.variant)
            amount = dataclasses.replace(amount, begun=1.0)
        busy(self.engine_id, self._device, now - begun)
        gpu_s = now - begun if self._device != "cpu" else 0.0
        note(Sample(amount=amount, cpu_s=max(0.0, after - before), gpu_s=gpu_s))

    def _alone(self, job: object) -> object:
        self.load()
        try:
            return self._ask((job,))[0]
        except WorkerDied as error:
            if self._closed:
                raise
            return Failed(reason=str(error))

    def _ask(self, batch: tuple[object, ...]) -> tuple[object, ...]:
        assert self._child is not None
        limit = BATCH_S + self._model_s + self._each_s * len(batch)
        try:
            results = self._child.ask(self._shape.method, batch, self._shape.result, limit)
        except WorkerDied:
            self._end()
            raise
        if len(results) != len(batch):
            raise EngineError(f"{self.engine_id} gave {len(results)} answers to {len(batch)} jobs.")
        return results

    def _end(self) -> None:
        child, self._child, self._loaded = self._child, None, False
        if child is not None:
            child.end()

    @property
    def pid(self) -> int | None:
        """Of the worker's process; None where none runs."""
        return self._child.pid if self._child is not None else None

    def hang_up(self) -> None:
        """Tells the worker that no more work will come; it ends when it has answered."""
        self._closed = True
        if self._child is not None:
            self._child.hang_up()

    def kill(self) -> None:
        """Ends the worker at once, from any thread; whoever waits for its answer hears WorkerDied."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()

    def close(self) -> None:
        """Ends the worker; harmless when it has ended already."""
        self._closed = True
        self._end()


class WorkerPool:
    """Warm workers by engine; at most ``most`` of one engine at a time. Safe for many threads, and after a fork."""

    def __init__(self, most: int | None = None, room: Room | None = None) -> None:
        """``room`` says how much memory there is for models; by default what this machine has free."""
        self._most = most or max(1, os.cpu_count() or 1)
        self._given_room = room
        self._closed = False
        self._reset()

    def _reset(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._slots: dict[str, Turnstile] = {}
        self._idle: dict[str, list[Worker]] = {}
        self._lent: set[Worker] = set()
        self._desks: dict[str, Desk] = {}
        self._room = self._given_room or Room()

    def call(self, engine_id: str, jobs: tuple[object, ...], needs: str = "") -> tuple[object, ...]:
        """One result or Failed per job, in order, by whatever worker comes free.

        Engines with models have one worker: jobs that arrive while it works, of whatever language, wait together
        and go to it as one batch. ``needs`` is the checkpoint that the jobs need: it must fit into memory, and
        idle models of other engines make room for it, the least recently used first.

        Raises:
            VernacastError: the engine cannot be loaded, failed as a whole, or does not fit.
        """
        if not jobs:
            return ()
        card = get_engine(engine_id).card
        if not card.environment:
            with self.borrow(engine_id) as worker:
                return worker.call(jobs, needs)
        try:
            return self._desk(engine_id).hand_in(Ask(jobs=jobs, needs=needs), self._serve)
        finally:
            self._room.look()  # it may have been the last that was asked of this engine

    def _desk(self, engine_id: str) -> Desk:
        with self._slot_lock():
            return self._desks.setdefault(engine_id, Desk(engine_id))

    def _serve(self, engine_id: str, jobs: tuple[object, ...], needs: tuple[str, ...]) -> tuple[object, ...]:
        card = get_engine(engine_id).card
        with self._room.taken(card, needs, self) as memory_gb, self.borrow(engine_id, memory_gb) as worker:
            return worker.call(jobs, " ".join(needs))

    def wanted(self, engine_id: str) -> int | None:
        """The rank of the most urgent that is asked of an engine with models; None where nothing is."""
        return self._desk(engine_id).wanted()

    def end(self, engine_id: str) -> bool:
        """Ends the idle worker of an engine; False where it has none."""
        with self._lock:
            idle = self._idle.get(engine_id, [])
            worker = idle.pop() if idle else None
        if worker is not None:
            worker.close()
            model_evicted(engine_id)
        return worker is not None

    @contextmanager
    def borrow(self, engine_id: str, memory_gb: float = 0.0) -> Generator[Worker]:
        """A warm worker for this thread alone; waits while all are lent.

        Raises:
            UnknownEngine: no engine has this id.
        """
        with self._slot(engine_id).passed():
            with self._lock:
                idle = self._idle_of(engine_id)
                worker = idle.pop() if idle else Worker(engine_id, memory_gb)
                self._lent.add(worker)
            with self._returned(worker):
                yield worker

    def warm(self, engine_id: str, count: int) -> None:
        """Starts workers of an engine until there are ``count`` (or as many as may be), one after the other.

        For a thread that has nothing better to do: whoever borrows meanwhile does not wait for this. An engine
        that cannot be loaded is left to be reported by whoever needs it.
        """
        for _ in range(min(count, self._most)):
            with self._slot(engine_id).passed():
                with self._lock:
                    if self._closed:
                        return
                    idle = self._idle_of(engine_id)
                    if len(idle) + sum(w.engine_id == engine_id for w in self._lent) >= count:
                        return
                    worker = Worker(engine_id)
                    self._lent.add(worker)
                with self._returned(worker), suppress(VernacastError):
                    worker.load()

    def _slot(self, engine_id: str) -> Turnstile:
        most = 1 if get_engine(engine_id).card.environment else self._most
        with self._slot_lock():
            return self._slots.setdefault(engine_id, Turnstile(most))

    def _slot_lock(self) -> threading.Lock:
        if self._pid != os.getpid():
            self._reset()  # after a fork: the workers, and whoever holds the lock, belong to the parent
        return self._lock

    def _idle_of(self, engine_id: str) -> list[Worker]:
        if self._closed:
            raise WorkerDied(f"{engine_id} was asked for after the run had ended.")
        return self._idle.setdefault(engine_id, [])

    @contextmanager
    def _returned(self, worker: Worker) -> Generator[None]:
        try:
            yield
        finally:
            with self._lock:
                self._lent.discard(worker)
                if not self._closed:
                    self._idle[worker.engine_id].append(worker)
            if self._closed:
                worker.close()

    def close(self) -> None:
        """Ends all workers; those that are at work at once."""
        if self._pid != os.getpid():
            return
        with self._lock:
            self._closed = True
            idle = [w for workers in self._idle.values() for w in workers]
            lent = list(self._lent)
            self._idle.clear()
        for worker in lent:
            worker.kill()
        for worker in idle:
            worker.hang_up()
        for worker in idle:
            worker.close()


_pools: dict[int, WorkerPool] = {}


def default_pool() -> WorkerPool:
    """The pool of this process, closed when it ends; a forked child gets its own."""
    pool = _pools.get(os.getpid())
    if pool is None:
        # No lock: one held by another thread at the time of a fork would stay locked in the child for ever.
        mine = WorkerPool()
        pool = _pools.setdefault(os.getpid(), mine)
        if pool is mine:
            atexit.register(mine.close)
    return pool


def use_pool(pool: WorkerPool) -> WorkerPool:
    """Makes a pool that of this process, and gives it back."""
    _pools[os.getpid()] = pool
    atexit.register(pool.close)
    return pool
