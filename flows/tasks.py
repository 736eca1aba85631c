"""The Prefect tasks: thin. Each finds what is missing, lets a room make it, and returns small receipts.

Arguments and results are small values; media go through the store. Prefect conducts and is never asked what
is finished, so nothing is cached or persisted by it.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.chunks import Drawing, engine_of
from flows.needs import model_of
from flows.observe import edition_finished, in_hand, observed
from flows.parcel import arrive
from flows.recipe import Receipt
from flows.sealed import Sealed
from flows.service import STAGES
from flows.stages.edition import EditionJob
from flows.stages.film import Finished, make_edition
from flows.stages.listen import Listened, ListenTo
from flows.stages.shots import ShotJob
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from flows.store import Store

Receipts = tuple[Receipt, ...]

if TYPE_CHECKING:
    from flows.serving import Services

_services: list[Services] = []
"""In a process that drives a run on a cluster: whom it asks. Tasks on Ray's workers have none and do the work."""


@contextmanager
def asking(services: Services | None) -> Generator[None]:
    """While the context is, tasks of this process ask the services for the work of the engines that these have."""
    if services is None:
        yield
        return
    _services.append(services)
    try:
        yield
    finally:
        _services.pop().close()


def _done(stage: str, engine: str, store: str, *arguments: object, model: str = "") -> Any:
    """What a stage gives: from the engine's service where this process asks one, or else done here."""
    for services in _services:
        if engine in services:
            return services.ask(engine, stage, store, arguments, model)
    return STAGES[stage](Store(store), *arguments)


@contextmanager
def _counted(stage: str, *, language: str = "", work: str = "", engine: str = "") -> Generator[list[Receipt]]:
    """Sees to it that the work's files are on this machine, and counts the receipts that are put into the list."""
    arrive()
    begun = time.perf_counter()
    receipts: list[Receipt] = []
    with in_hand(stage):
        yield receipts
    observed(stage, language, work, receipts, time.perf_counter() - begun, engine)


def _flat(chunks: Iterable[Receipts]) -> list[Receipt]:
    return [receipt for receipts in chunks for receipt in receipts]


@task(name="translate", cache_policy=NO_CACHE, persist_result=False, cache_result_in_memory=True)
def translate(store: str, chunk: Sealed[TranslateChunk]) -> tuple[Receipt, ...]:
    """Drafts of some lines of one language."""
    engine = engine_of(chunk.value)
    with _counted("translate", language=chunk.value.route.target, engine=engine) as counted:
        made = cast(tuple[Receipt, ...], _done("translate", engine, store, chunk.value))
        counted += made
    return made


@task(name="speak", cache_policy=NO_CACHE, persist_result=False)
def speak(store: str, chunk: Sealed[SpeakChunk], drafts: Sealed[list[Receipts]]) -> tuple[Receipt, ...]:
    """Utterances of some lines of one language, after its drafts."""
    engine = engine_of(chunk.value)
    with _counted("speak", language=chunk.value.language, engine=engine) as counted:
        arguments = (chunk.value, _flat(drafts.value))
        made = cast(tuple[Receipt, ...], _done("speak", engine, store, *arguments, model=model_of(chunk.value)))
        counted += made
    return made


@task(name="listen", cache_policy=NO_CACHE, persist_result=False)
def listen(store: str, to: Sealed[ListenTo], drafts: Sealed[list[Receipts]], takes: Sealed[list[Receipts]]) -> Listened:
    """What ears hear in one language, after its takes."""
    engine = engine_of(to.value)
    with _counted("listen", language=to.value.plan.language, engine=engine) as counted:
        all_drafts, all_takes = [*to.value.drafts, *_flat(drafts.value)], [*to.value.takes, *_flat(takes.value)]
        heard = cast(Listened, _done("listen", engine, store, to.value, all_drafts, all_takes))
        counted += heard.receipts()
    return heard


@task(name="draw", cache_policy=NO_CACHE, persist_result=False)
def draw(store: str, shots: Sealed[tuple[ShotJob, ...]]) -> tuple[Receipt, ...]:
    """Shots of some scenes."""
    engine = engine_of(Drawing(shots=shots.value))
    with _counted("draw", engine=engine or shots.value[0].engine) as counted:
        made = cast(tuple[Receipt, ...], _done("draw", engine, store, shots.value))
        counted += made
    return made


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(
    store: str,
    job: Sealed[EditionJob],
    drafts: Sealed[list[Receipts]],
    takes: Sealed[list[Receipts]],
    shots: Sealed[list[Receipt]],
    heard: Sealed[Listened],
) -> Finished:
    """One language's film, captions and credits, after its takes and all shots."""
    tag, work = job.value.plan.language, job.value.manuscript.name
    with _counted("publish", language=tag, work=work) as counted:
        all_drafts, all_takes = [*job.value.drafts, *_flat(drafts.value)], [*job.value.takes, *_flat(takes.value)]
        finished = make_edition(Store(store), job.value, all_drafts, all_takes, shots.value, heard.value)
        counted.append(finished.receipt)
    if finished.receipt.made:
        edition_finished(finished.seconds / 60, tag, work)
    return finished
