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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

from prefect import flow

from flows.assignment import Watch, assigned, assignment
from flows.compute import Compute, get_compute
from flows.drafts import note_drafts, note_takes
from flows.estimate import EditionPictures, edition_job
from flows.jobs import EditionJobs
from flows.outcome import Made, Outcome
from flows.planning import Planned, open_store
from flows.recipe import Receipt, Recipe
from flows.schedule import Chunk, Schedule
from flows.sealed import Sealed
from flows.stages.film import Finished
from flows.stages.listen import Listened, ListenTo
from flows.stages.shots import GAP, ShotJob, found_shot, gap_job
from flows.store import Store
from flows.tasks import draw, listen, publish, speak, translate
from languages.errors import ClusterLost

if TYPE_CHECKING:
    from prefect.futures import PrefectFuture

    from flows.compute import AnyRunner

Receipts = tuple[Receipt, ...]
Submit = Callable[[], object]
"""Gives a chunk to Prefect; its future."""

CPU = "cpu"
"""The lane of what is drawn, encoded, mixed and put together; the others are named by their engine."""
TRIES = 3
"""How often a chunk is begun that is lost on its way each time."""

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
    wanted = (*planned.shots, *([gap_job(recipe.frame)] if recipe.allow_gaps else []))
    work = _Work(recipe=recipe, planned=planned, store=store)
    shots = work.draw(wanted)
    for number, jobs in enumerate(planned.editions):
        work.edition(number, jobs, shots)
    made: dict[str, Made] = {}

    def ended(chunk: str) -> None:
        if edition := work.films.get(chunk):
            made[edition.jobs.plan.language] = work.made(edition)

    work.run(get_compute(recipe.compute), watch, ended)
    editions = tuple(made[jobs.plan.language] for jobs in planned.editions)
    drawn = tuple(cast(Receipt, work.results[s]) for s in shots)
    scenes, spare = tuple(r for r in drawn if r.unit != GAP), tuple(r for r in drawn if r.unit == GAP)
    return Sealed(Outcome(shots=scenes, spare=spare, editions=editions, seconds=time.perf_counter() - begun))


@dataclass(slots=True, kw_only=True)
class _Named:
    """What a person is told of a chunk, and how it is given to Prefect once it may begin."""

    what: str
    submit: Submit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """One language, and the ids of its chunks."""

    jobs: EditionJobs
    drafts: tuple[str, ...]
    takes: tuple[str, ...]
    heard: str
    """Empty where nobody listens."""
    film: str


class _Work:
    """The chunks of one run, and what came of them."""

    def __init__(self, *, recipe: Recipe, planned: Planned, store: Store) -> None:
        self.recipe = recipe
        self.planned = planned
        self.store = store
        self.results: dict[str, object] = {}
        self.films: dict[str, _Edition] = {}
        """By the id of their film's chunk."""
        self._chunks: list[Chunk] = []
        self._named: dict[str, _Named] = {}

    def _add(self, chunk: Chunk, what: str, submit: Submit) -> str:
        self._chunks.append(chunk)
        self._named[chunk.id] = _Named(what=what, submit=submit)
        return chunk.id

    def draw(self, wanted: Sequence[ShotJob]) -> list[str]:
        """Ids of all shots, in order; those in the store are results already."""
        ids: list[str] = []
        for shot in wanted:
            name = f"shot {shot.job.scene}"
            ids.append(name)
            if found := found_shot(self.store, shot):
                self.results[name] = found
                continue
            self._add(
                Chunk(id=name, lane=CPU, rank=(-1,)),
                f"picture {shot.job.scene}",
                lambda shot=shot: draw.submit(self.store.url, Sealed(shot)),
            )
        return ids

    def edition(self, number: int, jobs: EditionJobs, shots: Sequence[str]) -> None:
        """Adds all chunks of one language; those of the first are begun first where there is a choice."""
        tag, store = jobs.plan.language, self.store.url
        drafts: dict[str, str] = {}
        names: list[str] = []
        for i, chunk in enumerate(jobs.translate):
            name = self._add(
                Chunk(id=f"{tag} translate {i}", lane=chunk.engine, rank=(number,)),
                f"{tag}: drafts",
                lambda chunk=chunk: translate.submit(store, Sealed(chunk)),
            )
            names.append(name)
            drafts |= {line.id: name for line in chunk.lines}
        takes: list[str] = []
        for i, spoken in enumerate(jobs.speak):
            needs = tuple(dict.fromkeys(drafts[n.line] for n in spoken.lines if n.line in drafts))
            takes.append(
                self._add(
                    Chunk(id=f"{tag} speak {i}", lane=spoken.engine(), rank=(number,), needs=needs),
                    f"{tag}: voices",
                    lambda spoken=spoken, needs=needs: speak.submit(store, Sealed(spoken), self._all(needs)),
                )
            )
        pictures = EditionPictures(shots=self.planned.shots, terms=self.planned.plan.terms)
        heard = self._listen(number, jobs, names, takes) if jobs.plan.ear or jobs.plan.aligner else ""
        film = self._add(
            Chunk(
                id=f"{tag} film",
                lane=CPU,
                rank=(number,),
                needs=(*names, *takes, *(s for s in shots if s not in self.results), *((heard,) if heard else ())),
            ),
            f"{tag}: film",
            lambda: publish.submit(
                store,
                Sealed(edition_job(self.recipe, self.planned.work.manuscript, jobs, pictures)),
                self._all(names),
                self._all(takes),
                [cast(Receipt, self.results[s]) for s in shots],
                cast(Listened, self.results[heard]) if heard else None,
            ),
        )
        self.films[film] = _Edition(jobs=jobs, drafts=tuple(names), takes=tuple(takes), heard=heard, film=film)

    def _listen(self, number: int, jobs: EditionJobs, drafts: Sequence[str], takes: Sequence[str]) -> str:
        ear = jobs.plan.ear or jobs.plan.aligner
        assert ear is not None
        to = ListenTo(plan=jobs.plan, work=jobs.work, drafts=jobs.drafts, takes=jobs.takes)
        tag = jobs.plan.language
        return self._add(
            Chunk(id=f"{tag} listen", lane=ear.engine, rank=(number,), needs=(*drafts, *takes)),
            f"{tag}: listening",
            lambda: listen.submit(self.store.url, Sealed(to), self._all(drafts), self._all(takes)),
        )

    def _all(self, names: Sequence[str]) -> list[Receipts]:
        return [cast(Receipts, self.results[name]) for name in names]

    def made(self, edition: _Edition) -> Made:
        """What this run did for one language, once its film has ended; people's files get its drafts."""
        jobs, manuscript = edition.jobs, self.planned.work.manuscript
        drafts = (*jobs.drafts, *chain.from_iterable(self._all(edition.drafts)))
        takes = (*jobs.takes, *chain.from_iterable(self._all(edition.takes)))
        # The user's own work: drafts that this run was not allowed to use stay in the file.
        whole = next(w for w in self.planned.work.languages if w.language == jobs.plan.language)
        lines = note_drafts(self.store, manuscript, dataclasses.replace(jobs, work=whole), drafts)
        note_takes(manuscript, jobs.work, {t.line: t.text for t in lines})
        heard = cast(Listened, self.results[edition.heard]).receipts() if edition.heard else ()
        finished = cast(Finished, self.results[edition.film])
        return Made(language=jobs.plan.language, drafts=drafts, takes=takes, heard=heard, finished=finished)

    def run(self, compute: Compute, watch: Watch, ended: Callable[[str], None]) -> None:
        """Gives Prefect what may begin, as others end. An error of a task ends the run with its own message."""
        schedule = Schedule(self._chunks, compute.window())
        ready: SimpleQueue[str] = SimpleQueue()
        futures: dict[str, PrefectFuture[object]] = {}
        lost: Counter[str] = Counter()
        while not schedule.finished:
            for chunk in schedule.begin():
                future = futures[chunk.id] = cast("PrefectFuture[object]", self._named[chunk.id].submit())
                future.add_done_callback(lambda _, name=chunk.id: ready.put(name))
            name = ready.get()
            try:
                self.results[name] = futures.pop(name).result()
            except compute.losses() as error:
                lost[name] += 1
                if lost[name] == TRIES:
                    raise ClusterLost(
                        f"The cluster lost {self._named[name].what} {TRIES} times ({type(error).__name__}).",
                        remedy="Run the same command again: what was finished is kept. If it happens again, give its "
                        "workers more memory; the cluster's own log tells why they ended.",
                    ) from error
                _log.warning("%s was lost on its way (%s) and is begun anew.", name, type(error).__name__)
                schedule.again(name)
                continue
            schedule.end(name)
            watch(self._named[name].what, schedule.done, len(schedule))
            ended(name)
