"""Counts what happens, for Prometheus: one line of code after each stage.

In a process of a Ray the counts go to Ray, which exports them on the node's metrics port. Elsewhere they are served
on loopback where ``VERNACAST_METRICS=127.0.0.1:9464`` asks for it, and otherwise nothing is counted at all (a call
then takes less than 2 µs). ``observed`` and ``edition_finished`` also leave a line in the log (``flows.logs``).

Safe in threads; a forked child counts nothing. Importing this module imports neither ray nor prefect.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows import logs, metrics
from flows.handed import RATES
from flows.logs import Event

if TYPE_CHECKING:
    from flows.recipe import Receipt

_log = logging.getLogger("vernacast.observe")


class _Place:
    """Where the counts of this process go."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.lock = threading.Lock()
        self.in_hand = Counter[str]()
        """Chunks by stage."""
        self.sink: metrics.Sink | None = None
        self.refused = False
        """The port could not be had: not tried again."""


_place = _Place()


def observed(
    stage: str, language: str, work: str, receipts: Sequence[Receipt], seconds: float, engine: str = ""
) -> None:
    """Counts one chunk.

    Args:
        stage: ``translate``, ``speak``, ``listen``, ``draw`` or ``publish``.
        language: canonical tag; empty for pictures, which have none.
        work: of the work; goes into the log only, as an id.
        seconds: wall seconds that the whole chunk took.
    """
    if (sink := _sink()) is not None:
        made = sum(r.made for r in receipts)
        failed = sum(bool(r.failed) for r in receipts)
        found = len(receipts) - made - failed
        for state, count in (("made", made), ("found", found), ("failed", failed)):
            if count > 0:
                sink.add(metrics.LINES, count, (stage, language, state))
        if seconds > 0:
            sink.add(metrics.STAGE_SECONDS, seconds, (stage, engine))
            sink.add(metrics.CHUNK_SECONDS, seconds, (stage,))
        spend(receipts)
    if logs.wanted():
        _tell(stage, language, work, receipts, seconds, engine)


def spend(receipts: Sequence[Receipt] = ()) -> None:
    """Counts what some work cost by the run's rates, if it has any; and what this process used besides since then."""
    if not os.environ.get(RATES) or _sink() is None:
        return
    from flows.meter import book
    from flows.prices import rates_at_work

    if (at_work := rates_at_work()) is not None:
        seconds = [*((r.cpu_s, r.gpu_s) for r in receipts), book.take_untold()]
        cost(at_work.money(seconds), at_work.rates.currency)


@contextmanager
def in_hand(stage: str) -> Generator[None]:
    """While this lasts, one chunk more of a stage is being worked on in this process."""
    place = _place
    with place.lock:
        place.in_hand[stage] += 1
        now = place.in_hand[stage]
    _gauge(metrics.IN_HAND, now, stage)
    try:
        yield
    finally:
        with place.lock:
            place.in_hand[stage] -= 1
            now = place.in_hand[stage]
        _gauge(metrics.IN_HAND, now, stage)


def queue_length(engine: str, n: int) -> None:
    """How many jobs wait for an engine."""
    _gauge(metrics.QUEUE, n, engine)


def busy(engine: str, device: str, seconds: float) -> None:
    """That an engine worked for so long on a device (``cpu``, ``cuda``, ``cuda:1``)."""
    _count(metrics.BUSY_SECONDS, seconds, engine, device)


def model_loaded(engine: str, checkpoint: str, seconds: float) -> None:
    """That an engine loaded a model; which one stands in the log."""
    _count(metrics.MODEL_LOADS, 1, engine)
    _count(metrics.MODEL_LOAD_SECONDS, seconds, engine)
    if logs.wanted():
        logs.log(Event(event="model_loaded", engine=engine, checkpoint=checkpoint, seconds=seconds))


def model_evicted(engine: str, checkpoint: str = "") -> None:
    """That an engine's model made room for another."""
    _count(metrics.MODEL_EVICTIONS, 1, engine)
    if logs.wanted():
        logs.log(Event(event="model_evicted", engine=engine, checkpoint=checkpoint))


def cache(hit: int, miss: int) -> None:
    """How many results the store had when asked, and how many it had not."""
    _count(metrics.CACHE, hit, "hit")
    _count(metrics.CACHE, miss, "miss")


def edition_finished(minutes: float, language: str = "", work: str = "") -> None:
    """That a film of so many minutes is finished."""
    _count(metrics.EDITIONS, 1, language)
    _count(metrics.FILM_MINUTES, minutes, language)
    if logs.wanted():
        logs.log(Event(event="edition_finished", language=language, work=work, seconds=60 * minutes))


def cost(amount: float, currency: str) -> None:
    """Money spent (ISO 4217 currency)."""
    _count(metrics.COST, amount, currency)


def store_error(operation: str, *, retried: bool = False) -> None:
    """That an operation of the store (``get``, ``put``, ``list`` …) failed, for good or to be tried again."""
    _count(metrics.STORE_RETRIES if retried else metrics.STORE_ERRORS, 1, operation)


def _gauge(metric: metrics.Metric, value: float, *labels: str) -> None:
    if (sink := _sink()) is not None:
        sink.add(metric, value, labels)


def _count(metric: metrics.Metric, value: float, *labels: str) -> None:
    if value > 0 and (sink := _sink()) is not None:
        sink.add(metric, value, labels)


def _sink() -> metrics.Sink | None:
    """Where counts go, found once; None where nobody wants them."""
    place = _place
    if place.pid != os.getpid():
        place = _begin_anew()
    if place.sink is not None:
        return place.sink
    if place.refused or not (_in_ray() or os.environ.get("VERNACAST_METRICS")):
        return None
    with place.lock:
        if place.sink is None and not place.refused:
            place.sink = metrics.ToRay() if _in_ray() else _served(os.environ.get("VERNACAST_METRICS", ""))
            place.refused = place.sink is None
    return place.sink


def _begin_anew() -> _Place:
    global _place
    _place = _Place()
    _place.refused = True  # the port, and Ray's threads that export, belong to the parent
    return _place


def _in_ray() -> bool:
    """Whether this process belongs to a Ray: a client that talks to one from outside does not."""
    is_initialized = getattr(sys.modules.get("ray"), "is_initialized", None)  # absent while another thread imports it
    if is_initialized is None or not is_initialized():
        return False
    from ray.util.client import ray as client

    return not client.is_connected()


def _served(place: str) -> metrics.Sink | None:
    host, port = metrics.listening_place(place)
    sink = metrics.ToPrometheus()
    try:
        sink.serve(host, port)
    except OSError as error:
        _log.warning("Metrics are not served: port %d of this machine cannot be had (errno %d).", port, error.errno)
        return None
    return sink


def _tell(stage: str, language: str, work: str, receipts: Sequence[Receipt], seconds: float, engine: str) -> None:
    failed = tuple(r.unit for r in receipts if r.failed)
    logs.log(
        Event(
            event="chunk",
            stage=stage,
            language=language,
            work=work,
            lines=tuple(r.unit for r in receipts),
            failed=failed,
            engine=engine,
            seconds=seconds,
            outcome="failed" if failed else "made" if any(r.made for r in receipts) else "found",
        )
    )
