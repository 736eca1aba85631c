"""Prefect tasks that do nothing, or only keep a processor busy, in the place of the flow's own.

They take what the flow's tasks take and give what these give, so that all around them is as it is in a real run.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.recipe import Receipt
from flows.sealed import Sealed
from flows.stages.film import Finished


@dataclass(frozen=True, slots=True, kw_only=True)
class Spin:
    """Units of work that take some seconds of a processor each."""

    units: tuple[int, ...]
    seconds: float


def burn(seconds: float) -> None:
    """Keeps a processor busy for so many seconds of its time, whoever else wants it."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        sum(range(1000))


@task(name="spin", cache_policy=NO_CACHE, persist_result=False)
def spin(job: Sealed[Spin]) -> tuple[Receipt, ...]:
    """A chunk of such units."""
    receipts: list[Receipt] = []
    for unit in job.value.units:
        burn(job.value.seconds)
        receipts.append(Receipt(unit=str(unit), key=f"{unit:064x}", made=True))
    return tuple(receipts)


@task(name="one", cache_policy=NO_CACHE, persist_result=False)
def one(unit: int) -> int:
    """One unit that does nothing, as a task of its own."""
    return unit


@task(name="lines", cache_policy=NO_CACHE, persist_result=False)
def lines(
    store: str, units: Sealed[tuple[str, ...]], drafts: list[tuple[Receipt, ...]] | None = None
) -> tuple[Receipt, ...]:
    """Drafts, or takes after their drafts, that are there at once."""
    return tuple(Receipt(unit=unit, key="0" * 64, made=True) for unit in units.value)


@task(name="film", cache_policy=NO_CACHE, persist_result=False)
def film(
    store: str, tag: str, drafts: list[tuple[Receipt, ...]], takes: list[tuple[Receipt, ...]], shots: list[Receipt]
) -> Finished:
    """An edition that is there at once."""
    assert all(r.key for receipts in (*drafts.value, *takes.value) for r in receipts)
    return Finished(receipt=Receipt(unit=tag, key="0" * 64, made=True), state="done")
