"""Measures what work takes: processor seconds of this thread, of engines' workers and of programs; GPU seconds.

A stage runs inside ``costed``: what its thread uses, what the workers use that it asks, and what the programs use that
it runs is put on its receipts, and on small samples from which ``flows.costs`` learns.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import resource
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from flows.costs import Amount, Sample
from flows.machines import machine_kind
from flows.recipe import Receipt
from languages.owners import stat_fields

P = ParamSpec("P")
R = TypeVar("R")


def tree_cpu_s(pid: int) -> float:
    """CPU seconds of a process that leads a session, of all that it started in it, and of what these waited for.

    Only numbers above its own are looked at: a process is younger than the leader of its session. (Where numbers
    have begun anew since, what the leader started is missed.) Source: proc(5), ``/proc/<pid>/stat``, fields 6, 14-17.
    """
    ticks = 0
    try:
        numbers = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return 0.0
    for number in numbers:
        if number >= pid:
            fields = stat_fields(number)
            if len(fields) > 14 and int(fields[3]) == pid:
                ticks += _ticks(fields)
    return ticks / os.sysconf("SC_CLK_TCK")


def process_cpu_s(pid: int) -> float:
    """CPU seconds of a process and of what it waited for; 0 where it is gone. Source: as ``tree_cpu_s``."""
    return _ticks(stat_fields(pid)) / os.sysconf("SC_CLK_TCK")


def _ticks(fields: Sequence[str]) -> int:
    return sum(map(int, fields[11:15]))


def waited_for_s() -> float:
    """CPU seconds of all programs that this process ran and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Book:
    """What was measured in this process besides what is on receipts. Safe for many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loose: list[Sample] = []
        self._ended_s = 0.0
        self._own_s = 0.0
        self._programs_s = 0.0
        self._seen_s = 0.0
        self._taken_s = 0.0
        self._told_s = 0.0
        self._untold_s = (0.0, 0.0)
        self._running: list[Meter] = []

    def loose(self, sample: Sample) -> None:
        """A sample that belongs to no stage, such as the start of a worker beforehand."""
        with self._lock:
            self._loose.append(sample)
            cpu_s, gpu_s = self._untold_s
            self._untold_s = (cpu_s + sample.cpu_s, gpu_s + sample.gpu_s)

    def take_loose(self) -> tuple[Sample, ...]:
        """Those samples, once."""
        with self._lock:
            taken, self._loose = tuple(self._loose), []
        return taken

    def worker_ended(self, cpu_s: float) -> None:
        """A worker was waited for: what it used is no program's."""
        with self._lock:
            self._ended_s += cpu_s

    def _share(self) -> None:
        """Programs that have ended since the last look are put down to the stages that ran them meanwhile."""
        now = waited_for_s() - self._ended_s
        new, self._seen_s = max(0.0, now - self._seen_s), max(now, self._seen_s)
        for meter in self._running:
            meter.programs_s += new / len(self._running)
            self._programs_s += new / len(self._running)

    def begin(self, meter: Meter) -> None:
        """From now on a stage runs programs."""
        with self._lock:
            self._share()
            self._running.append(meter)

    def end(self, meter: Meter) -> None:
        """It has ended."""
        with self._lock:
            self._share()
            self._running.remove(meter)
            self._own_s += meter.own_s

    def take_rest_s(self) -> float:
        """CPU seconds of this process, and of programs it ran, that no stage accounts for; since it was asked last."""
        with self._lock:
            rest = self._rest_s()
            new, self._taken_s = rest - self._taken_s, rest
        return max(0.0, new)

    def _rest_s(self) -> float:
        self._share()
        programs = waited_for_s() - self._ended_s - self._programs_s
        running = sum(meter.so_far_s() for meter in self._running)
        return max(0.0, time.process_time() - self._own_s - running) + max(0.0, programs)

    def take_untold(self) -> tuple[float, float]:
        """(CPU seconds, GPU seconds) that no stage accounts for, loose samples included; since this was asked last."""
        with self._lock:
            rest, (cpu_s, gpu_s) = self._rest_s(), self._untold_s
            cpu_s += max(0.0, rest - self._told_s)
            self._told_s, self._untold_s = max(self._told_s, rest), (0.0, 0.0)
        return cpu_s, gpu_s


book = _Book()


class Meter:
    """What one stage has used so far."""

    def __init__(self) -> None:
        self.samples: list[Sample] = []
        self.own_s = 0.0
        self.programs_s = 0.0
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        self._begun = time.thread_time()

    def so_far_s(self) -> float:
        """CPU seconds of the stage's own thread until now; may be asked by another thread while it runs."""
        return time.clock_gettime(self._clock) - self._begun

    def cpu_s(self) -> float:
        """CPU seconds of all."""
        return self.own_s + self.programs_s + sum(s.cpu_s for s in self.samples)

    def gpu_s(self) -> float:
        """GPU seconds of the workers."""
        return sum(s.gpu_s for s in self.samples)


_now: ContextVar[Meter | None] = ContextVar("meter", default=None)


def note(sample: Sample) -> None:
    """Puts a measurement down to the stage that runs in this thread, or to none."""
    if not sample.machine:
        sample = dataclasses.replace(sample, machine=machine_kind("cuda" if sample.gpu_s else "cpu"))
    meter = _now.get()
    if meter is None:
        book.loose(sample)
    else:
        meter.samples.append(sample)


@contextmanager
def metered() -> Generator[Meter]:
    """Measures what is done inside; inside of another it is that one's, as what a stage needs is a part of it."""
    outer = _now.get()
    if outer is not None:
        yield outer
        return
    meter = Meter()
    token = _now.set(meter)
    book.begin(meter)
    try:
        yield meter
    finally:
        _now.reset(token)
        meter.own_s = meter.so_far_s()
        book.end(meter)


Put = Callable[[R, Meter], R]
"""Puts what a stage used onto what it answers."""


def costed(put: Put[R]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Measures each call of a stage and puts what it used onto its answer."""

    def around(stage: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(stage)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            if _now.get() is not None:
                return stage(*args, **kwargs)
            with metered() as meter:
                answer = stage(*args, **kwargs)
            return put(answer, meter)

        return call

    return around


def own_sample(meter: Meter, stage: str, jobs: int) -> Sample:
    """What this program itself did in a stage, as large as what its workers were given."""
    mine = [s.amount for s in meter.samples if s.amount.stage == stage and s.amount.calls]
    amount = Amount(
        stage=stage,
        what=f"flows/{stage}",
        variant=mine[-1].what if mine and stage == "shot" else "",
        calls=1.0,
        jobs=float(jobs),
        size=sum(a.size for a in mine),
    )
    return Sample(amount=amount, cpu_s=meter.own_s + meter.programs_s, machine=machine_kind())


def on_receipts(receipts: tuple[Receipt, ...], meter: Meter, stage: str) -> tuple[Receipt, ...]:
    """Receipts with what their stage used: in equal parts on those that it made, the samples on the first of them."""
    made = [i for i, r in enumerate(receipts) if r.made or r.failed]
    if not made:
        return receipts
    samples = (*meter.samples, own_sample(meter, stage, len(made)))
    cpu_s, gpu_s = meter.cpu_s() / len(made), meter.gpu_s() / len(made)
    noted = list(receipts)
    for i in made:
        noted[i] = dataclasses.replace(receipts[i], cpu_s=cpu_s, gpu_s=gpu_s, samples=samples if i == made[0] else ())
    return tuple(noted)
