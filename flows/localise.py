"""The flow: read → plan → shots, beside for each language translate → speak → publish.

It reads top to bottom. Prefect sees only what is to be made: what the store holds was looked up when the plan
was made. ``flows.schedule`` says what begins when: languages do not wait for one another, and only so much is given
to Prefect at once as can be worked on. What a cluster loses on its way (a worker, a machine) is begun anew: every
step is safe to run twice.
"""

from __future__ import annotations

import dataclasses
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from queue import SimpleQueue
from threading import Timer
from typing import TYPE_CHECKING, Any, cast

from prefect import flow
from prefect.task_runners import ThreadPoolTaskRunner

from flows.assignment import Watch, assigned, assignment
from flows.chunks import Drawing, EditionChunks, Job, Piece, engine_of, graph_of, shot_name
from flows.compute import Compute, get_compute
from flows.drafts import note_drafts, note_takes
from flows.needs import wanted
from flows.observe import cache
from flows.outcome import Made, Outcome
from flows.planning import Planned, open_store
from flows.recipe import Receipt, Recipe
from flows.roots import needs_of, note_edition, pinned
from flows.schedule import Schedule
from flows.sealed import Sealed
from flows.stages.edition import EditionJob
from flows.stages.film import Finished
from flows.stages.listen import Listened, ListenTo
from flows.stages.shots import GAP
from flows.stages.speak import SpeakChunk
from flows.stages.translate import TranslateChunk
from flows.store import Store
from flows.tasks import asking, draw, listen, publish, speak, translate
from languages.errors import ClusterLost

if TYPE_CHECKING:
    from prefect import Task
    from prefect.futures import PrefectFuture

    from flows.compute import AnyRunner

    AnyTask = Task[..., Any]

Receipts = tuple[Receipt, ...]
MACHINES_S = 30.0
"""So often a run looks how many processors there are: a cluster that grows with what waits has more of them then."""
RESTS_S = (1.0, 5.0, 20.0)
"""So long a chunk rests that was lost once, twice, thrice, before it is begun anew: what took it (a machine that ends,
memory that runs out) lasts a while, and a service notices only after some seconds that a replica is gone."""

_log = logging.getLogger("vernacast.flow")


def localise(recipe: Recipe, planned: Planned, watch: Watch) -> Outcome:
    """Makes what a plan says, as one Prefect flow run on the recipe's compute."""
    compute = get_compute(recipe.compute)
    with compute.runner() as runner:
        return _on(runner, recipe, planned, watch)


def _on(runner: AnyRunner, recipe: Recipe, planned: Planned, watch: Watch) -> Outcome:
    name = f"{planned.plan.name} → {', '.join(recipe.targets)}"
    run = _localise.with_options(task_runner=runner, flow_run_name=name.replace("{", "").replace("}", ""))
    with assigned(planned, watch):
        return run(recipe).value


@flow(name="localise", persist_result=False, validate_parameters=False)
def _localise(recipe: Recipe) -> Sealed[Outcome]:
    begun = time.perf_counter()
    planned, watch = assignment()
    store = open_store(recipe)
    work = _Work(recipe=recipe, planned=planned, store=store)
    made: dict[str, Made] = {}

    def ended(chunk: str) -> None:
        if edition := work.films.get(chunk):
            done = made[edition.jobs.plan.language] = work.made(edition)
            note_edition(store, recipe, done, [cast(Receipt, work.results[s]) for s in work.graph.shots])

    compute = get_compute(recipe.compute)
    services = compute.services(wanted(work.graph.pieces), recipe.device)
    needs = frozenset(needs_of(planned, [receipt for _, receipt in work.graph.found]))
    cache(len(needs), 0)
    windows = services.windows if services is not None else {}
    # A thread for each answer that the windows let be waited for: none stands behind those of another engine.
    with pinned(store, needs), asking(services), ThreadPoolTaskRunner(max_workers=sum(windows.values()) or 1) as asks:
        work.asks = asks if services is not None else None
        work.run(compute, windows, watch, ended)
    editions = tuple(made[jobs.plan.language] for jobs in planned.editions)
    drawn = tuple(cast(Receipt, work.results[s]) for s in work.graph.shots)
    shots, spare = (tuple(r for r in drawn if _is_card(r) is card) for card in (False, True))
    return Sealed(Outcome(shots=shots, spare=spare, editions=editions, seconds=time.perf_counter() - begun))


def _is_card(receipt: Receipt) -> bool:
    return receipt.shot is not None and receipt.shot.scene == GAP


class _Work:
    """The chunks of one run, and what came of them."""

    def __init__(self, *, recipe: Recipe, planned: Planned, store: Store) -> None:
        self.planned = planned
        self.store = store
        self.graph = graph_of(recipe, planned, store)
        self.results: dict[str, object] = dict(self.graph.found)
        self.films = {edition.film: edition for edition in self.graph.editions}
        """By the id of their film's chunk."""
        self._editions = {edition.jobs.plan.language: edition for edition in self.graph.editions}
        self._pieces = {piece.chunk.id: piece for piece in self.graph.pieces}
        self.asks: AnyRunner | None = None
        """Where there are services: threads of this process that wait for their answers."""

    def _submit(self, piece: Piece) -> object:
        """Gives a chunk to Prefect; its future."""
        task, arguments = self._call(piece)
        if self.asks is not None and engine_of(piece.job):
            return self.asks.submit(task, arguments)
        return task.submit(**arguments)

    def _call(self, piece: Piece) -> tuple[AnyTask, dict[str, object]]:
        """The task that does a chunk, and what it is given."""
        store, job = self.store.url, piece.job
        match job:
            case Drawing():
                return draw, {"store": store, "shots": Sealed(job.shots)}
            case TranslateChunk():
                return translate, {"store": store, "chunk": Sealed(job)}
            case SpeakChunk():
                return speak, {"store": store, "chunk": Sealed(job), "drafts": Sealed(self._all(piece.chunk.needs))}
            case ListenTo():
                made = {"drafts": self._needed(piece, TranslateChunk), "takes": self._needed(piece, SpeakChunk)}
                return listen, {"store": store, "to": Sealed(job), **made}
            case EditionJob():
                mine = self._editions[piece.language]
                made = {"drafts": Sealed(self._all(mine.drafts)), "takes": Sealed(self._all(mine.takes))}
                shots = [cast(Receipt, self.results[s]) for s in self.graph.shots]
                return publish, {
                    "store": store,
                    "job": Sealed(job),
                    **made,
                    "shots": Sealed(shots),
                    "heard": Sealed(self._heard(mine)),
                }

    def _keep(self, name: str, result: object) -> None:
        """Remembers what came of a chunk; of one that draws, what came of each shot."""
        self.results[name] = result
        job = self._pieces[name].job
        if isinstance(job, Drawing):
            self.results |= dict(zip(map(shot_name, job.shots), cast(Receipts, result), strict=True))

    def _all(self, names: Iterable[str]) -> list[Receipts]:
        return [cast(Receipts, self.results[name]) for name in names]

    def _needed(self, piece: Piece, kind: type[Job]) -> Sealed[list[Receipts]]:
        """What came of the chunks of one kind that a chunk waited for."""
        return Sealed(self._all(n for n in piece.chunk.needs if isinstance(self._pieces[n].job, kind)))

    def _heard(self, edition: EditionChunks) -> Listened:
        """What ears have heard of one language, before this run and in it."""
        return sum((cast(Listened, self.results[name]) for name in edition.heard), edition.jobs.heard)

    def made(self, edition: EditionChunks) -> Made:
        """What this run did for one language, once its film has ended; people's files get its drafts."""
        jobs, manuscript = edition.jobs, self.planned.work.manuscript
        drafts = (*jobs.drafts, *chain.from_iterable(self._all(edition.drafts)))
        takes = (*jobs.takes, *chain.from_iterable(self._all(edition.takes)))
        # The user's own work: drafts that this run was not allowed to use stay in the file.
        whole = next(w for w in self.planned.work.languages if w.language == jobs.plan.language)
        finished = cast(Finished, self.results[edition.film])
        lines = note_drafts(manuscript, dataclasses.replace(jobs, work=whole), drafts, finished.drafts)
        note_takes(manuscript, jobs.work, {t.line: t.text for t in lines})
        return Made(
            language=jobs.plan.language,
            drafts=drafts,
            takes=takes,
            heard=self._heard(edition).receipts(),
            finished=finished,
        )

    def run(self, compute: Compute, windows: Mapping[str, int], watch: Watch, ended: Callable[[str], None]) -> None:
        """Gives Prefect what may begin, as others end. An error of a task ends the run with its own message."""
        schedule = Schedule((piece.chunk for piece in self.graph.pieces), compute.window(), windows)
        ready: SimpleQueue[str] = SimpleQueue()
        futures: dict[str, PrefectFuture[object]] = {}
        lost: Counter[str] = Counter()
        looked = time.monotonic()
        while not schedule.finished:
            if time.monotonic() - looked >= MACHINES_S:
                looked = time.monotonic()
                schedule.widen(compute.window())
            for chunk in schedule.begin():
                future = futures[chunk.id] = cast("PrefectFuture[object]", self._submit(self._pieces[chunk.id]))
                future.add_done_callback(lambda _, name=chunk.id: ready.put(name))
            name = ready.get()
            if name not in futures:  # it has rested
                schedule.again(name)
                continue
            try:
                self._keep(name, futures.pop(name).result())
            except compute.losses() as error:
                lost[name] += 1
                if lost[name] > len(RESTS_S):
                    raise ClusterLost(
                        f"The cluster lost {self._pieces[name].what} {lost[name]} times ({type(error).__name__}).",
                        remedy="Run the same command again: what was finished is kept. If it happens again, give its "
                        "workers more memory; the cluster's own log tells why they ended.",
                    ) from error
                _log.warning("%s was lost on its way (%s) and is begun anew.", name, type(error).__name__)
                rest = Timer(RESTS_S[lost[name] - 1], ready.put, (name,))
                rest.daemon = True
                rest.start()
                continue
            schedule.end(name)
            watch(self._pieces[name].what, schedule.done, len(schedule))
            ended(name)
