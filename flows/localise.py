"""The flow: read → plan → shots, beside for each language translate → speak → publish.

It reads top to bottom. Prefect sees only what is to be made: what the store holds was looked up when the plan
was made. Languages do not wait for one another: every task waits only for what it needs.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from prefect import flow
from prefect.futures import PrefectFuture, as_completed

from flows.assignment import Watch, assigned, assignment
from flows.compute import get_compute
from flows.drafts import note_drafts, note_takes
from flows.jobs import EditionJobs
from flows.outcome import Made, Outcome
from flows.planning import Planned, open_store
from flows.recipe import Receipt, Recipe
from flows.sealed import Sealed
from flows.stages.film import EditionJob, Finished
from flows.stages.listen import Listened, ListenTo
from flows.stages.shots import GAP, found_shot, gap_job
from flows.store import Store
from flows.tasks import draw, listen, publish, speak, translate

if TYPE_CHECKING:
    from flows.compute import AnyRunner

Receipts = tuple[Receipt, ...]


def localise(recipe: Recipe, planned: Planned, watch: Watch) -> Outcome:
    """Makes what a plan says, as one Prefect flow run on the recipe's compute."""
    with get_compute(recipe.compute).runner() as runner:
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
    shots = [found_shot(store, shot) or draw.submit(store.url, Sealed(shot)) for shot in wanted]
    running = [_start(store, recipe, planned, jobs, shots) for jobs in planned.editions]
    drawn = [
        (f"picture {shot.job.scene}", cast("PrefectFuture[object]", ready))
        for shot, ready in zip(wanted, shots, strict=True)
        if isinstance(ready, PrefectFuture)
    ]
    films = {r.film.task_run_id: r for r in running}
    made: dict[str, Made] = {}
    for future in _ended([*drawn, *(named for r in running for named in r.named())], watch):
        if r := films.get(future.task_run_id):
            made[r.jobs.plan.language] = _finish(recipe, planned, r)
    editions = tuple(made[jobs.plan.language] for jobs in planned.editions)
    receipts = [ready.result() if isinstance(ready, PrefectFuture) else ready for ready in shots]
    drawn_shots = tuple(r for r in receipts if r.unit != GAP)
    return Sealed(Outcome(shots=drawn_shots, editions=editions, seconds=time.perf_counter() - begun))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    jobs: EditionJobs
    drafts: list[PrefectFuture[Receipts]]
    takes: list[PrefectFuture[Receipts]]
    heard: PrefectFuture[Listened] | None
    film: PrefectFuture[Finished]

    def named(self) -> list[tuple[str, PrefectFuture[object]]]:
        """(what it does, future) of every task of this language."""
        tag = self.jobs.plan.language
        tasks = [*(("drafts", f) for f in self.drafts), *(("voices", f) for f in self.takes), ("film", self.film)]
        tasks += [("listening", self.heard)] if self.heard is not None else []
        return [(f"{tag}: {what}", cast("PrefectFuture[object]", future)) for what, future in tasks]


def _start(
    store: Store, recipe: Recipe, planned: Planned, jobs: EditionJobs, shots: list[Receipt | PrefectFuture[Receipt]]
) -> _Running:
    drafts = [translate.submit(store.url, Sealed(chunk)) for chunk in jobs.translate]
    takes = [speak.submit(store.url, Sealed(chunk), drafts) for chunk in jobs.speak]  # pyright: ignore[reportArgumentType] - Prefect resolves futures
    job = EditionJob(
        manuscript=planned.work.manuscript,
        plan=jobs.plan,
        work=jobs.work,
        frame=recipe.frame,
        allow_gaps=recipe.allow_gaps,
        out=recipe.out,
        painters=tuple(painter for shot in planned.shots for painter in shot.painters()),
        via=next((shot.via for shot in planned.shots if shot.via is not None), None),
        picture_terms=planned.plan.terms,
        drafts=jobs.drafts,
        takes=jobs.takes,
    )
    to = ListenTo(plan=jobs.plan, work=jobs.work, drafts=jobs.drafts, takes=jobs.takes)
    listens = jobs.plan.ear or jobs.plan.aligner
    heard = listen.submit(store.url, Sealed(to), drafts, takes) if listens else None  # pyright: ignore[reportArgumentType] - likewise
    film = publish.submit(store.url, Sealed(job), drafts, takes, shots, heard)  # pyright: ignore[reportArgumentType] - likewise
    return _Running(jobs=jobs, drafts=drafts, takes=takes, heard=heard, film=film)


def _ended(tasks: list[tuple[str, PrefectFuture[object]]], watch: Watch) -> Iterator[PrefectFuture[object]]:
    """Tasks as they end. An error of a task ends the run here, with its own message."""
    names = {future.task_run_id: what for what, future in tasks}
    for done, future in enumerate(as_completed([future for _, future in tasks]), start=1):
        watch(names[future.task_run_id], done, len(tasks))
        future.result()
        yield future


def _finish(recipe: Recipe, planned: Planned, running: _Running) -> Made:
    jobs = running.jobs
    drafts = (*jobs.drafts, *(r for f in running.drafts for r in f.result()))
    takes = (*jobs.takes, *(r for f in running.takes for r in f.result()))
    finished = running.film.result()
    store = open_store(recipe)
    # The user's own work: drafts that this run was not allowed to use stay in the file.
    whole = next(w for w in planned.work.languages if w.language == jobs.plan.language)
    lines = note_drafts(store, planned.work.manuscript, dataclasses.replace(jobs, work=whole), drafts)
    note_takes(planned.work.manuscript, jobs.work, {t.line: t.text for t in lines})
    heard = running.heard.result().receipts() if running.heard is not None else ()
    return Made(language=jobs.plan.language, drafts=drafts, takes=takes, heard=heard, finished=finished)
