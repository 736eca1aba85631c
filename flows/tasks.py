"""The Prefect tasks: thin. Each finds what is missing, lets a room make it, and returns small receipts.

Arguments and results are small values; media go through the store. Prefect conducts and is never asked what
is finished, so nothing is cached or persisted by it.
"""

from __future__ import annotations

import time

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.observe import edition_finished, observed
from flows.parcel import arrive
from flows.recipe import Receipt
from flows.sealed import Sealed
from flows.stages.film import EditionJob, Finished, make_edition
from flows.stages.listen import Listened, ListenTo, listen_back
from flows.stages.shots import ShotJob, make_shot
from flows.stages.speak import SpeakChunk, speak_chunk
from flows.stages.translate import TranslateChunk, translate_chunk
from flows.store import Store


@task(name="translate", cache_policy=NO_CACHE, persist_result=False, cache_result_in_memory=True)
def translate(store: str, chunk: Sealed[TranslateChunk]) -> tuple[Receipt, ...]:
    """Drafts of some lines of one language."""
    arrive()
    begun = time.perf_counter()
    made = translate_chunk(Store(store), chunk.value)
    observed("translate", chunk.value.route.target, "", made, time.perf_counter() - begun, chunk.value.engine)
    return made


@task(name="speak", cache_policy=NO_CACHE, persist_result=False)
def speak(store: str, chunk: Sealed[SpeakChunk], drafts: list[tuple[Receipt, ...]]) -> tuple[Receipt, ...]:
    """Utterances of some lines of one language, after its drafts."""
    arrive()
    begun = time.perf_counter()
    made = speak_chunk(Store(store), chunk.value, [r for receipts in drafts for r in receipts])
    observed("speak", chunk.value.language, "", made, time.perf_counter() - begun, chunk.value.engine())
    return made


@task(name="listen", cache_policy=NO_CACHE, persist_result=False)
def listen(
    store: str, to: Sealed[ListenTo], drafts: list[tuple[Receipt, ...]], takes: list[tuple[Receipt, ...]]
) -> Listened:
    """What ears hear in one language, after its takes."""
    arrive()
    begun = time.perf_counter()
    heard = listen_back(
        Store(store),
        to.value,
        [*to.value.drafts, *(r for receipts in drafts for r in receipts)],
        [*to.value.takes, *(r for receipts in takes for r in receipts)],
    )
    plan = to.value.plan
    engine = next(ear.engine for ear in (plan.ear, plan.aligner) if ear is not None)
    observed("listen", plan.language, "", heard.receipts(), time.perf_counter() - begun, engine)
    return heard


@task(name="draw", cache_policy=NO_CACHE, persist_result=False)
def draw(store: str, shot: Sealed[ShotJob]) -> Receipt:
    """One scene's shot."""
    arrive()
    begun = time.perf_counter()
    made = make_shot(Store(store), shot.value)
    observed("draw", "", "", (made,), time.perf_counter() - begun, shot.value.engine)
    return made


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(
    store: str,
    job: Sealed[EditionJob],
    drafts: list[tuple[Receipt, ...]],
    takes: list[tuple[Receipt, ...]],
    shots: list[Receipt],
    heard: Listened | None = None,
) -> Finished:
    """One language's film, captions and credits, after its takes and all shots."""
    arrive()
    begun = time.perf_counter()
    finished = make_edition(
        Store(store),
        job.value,
        [*job.value.drafts, *(r for receipts in drafts for r in receipts)],
        [*job.value.takes, *(r for receipts in takes for r in receipts)],
        shots,
        heard or Listened(),
    )
    tag, work = job.value.plan.language, job.value.manuscript.name
    observed("publish", tag, work, (finished.receipt,), time.perf_counter() - begun)
    if finished.receipt.made:
        edition_finished(finished.seconds / 60, tag, work)
    return finished
