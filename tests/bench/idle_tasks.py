"""Prefect tasks that do nothing, or only keep a processor busy, in the place of the flow's own.

They take what the flow's tasks take and give what these give, so that all around them is as it is in a real run.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.recipe import Receipt
from flows.sealed import Sealed
from flows.stages.edition import EditionJob
from flows.stages.film import Finished
from flows.stages.listen import Listened
from flows.stages.shots import ShotJob
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk

Receipts = tuple[Receipt, ...]


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


@task(name="translate", cache_policy=NO_CACHE, persist_result=False)
def translate(store: str, chunk: Sealed[TranslateChunk]) -> Receipts:
    """Drafts that are there at once."""
    return _made(line.id for line in chunk.value.lines)


@task(name="speak", cache_policy=NO_CACHE, persist_result=False)
def speak(store: str, chunk: Sealed[SpeakChunk], drafts: Sealed[list[Receipts]]) -> Receipts:
    """Likewise takes, after their drafts."""
    return _made(line.line for line in chunk.value.lines)


@task(name="draw", cache_policy=NO_CACHE, persist_result=False)
def draw(store: str, shots: Sealed[tuple[ShotJob, ...]]) -> Receipts:
    """Likewise shots."""
    return _made(shot.job.scene for shot in shots.value)


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(
    store: str,
    job: Sealed[EditionJob],
    drafts: Sealed[list[Receipts]],
    takes: Sealed[list[Receipts]],
    shots: Sealed[list[Receipt]],
    heard: Sealed[Listened],
) -> Finished:
    """Likewise an edition, of which every line is there."""
    there = {r.unit for receipts in takes.value for r in receipts if r.key}
    assert there == {line.id for line in job.value.manuscript.spoken()}
    return Finished(receipt=Receipt(unit=job.value.plan.language, key="0" * 64, made=True), state="done")


def _made(units: Iterable[str]) -> Receipts:
    return tuple(Receipt(unit=unit, key="0" * 64, made=True) for unit in units)
