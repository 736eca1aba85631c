"""The flow: read → plan → shots, beside for each language translate → speak → publish.

It reads top to bottom. Languages do not wait for one another: every task waits only for what it needs.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from uuid import UUID

from prefect import flow
from prefect.futures import PrefectFuture, as_completed

from flows.assignment import Watch, assigned, assignment
from flows.compute import get_compute
from flows.drafts import note_drafts, note_takes
from flows.outcome import Made, Outcome
from flows.planning import EditionJobs, Planned, open_store
from flows.recipe import Receipt, Recipe
from flows.stages.film import EditionJob, Finished
from flows.stages.shots import GAP, gap_job
from flows.tasks import draw, publish, speak, translate

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
        return run(recipe)


@flow(name="localise", persist_result=False, validate_parameters=False)
def _localise(recipe: Recipe) -> Outcome:
    begun = time.perf_counter()
    planned, watch = assignment()
    store = open_store(recipe).url
    gaps = [gap_job(recipe.frame)] if recipe.allow_gaps else []
    shots = [draw.submit(store, shot) for shot in (*planned.shots, *gaps)]
    running = [_start(store, recipe, planned, edition, shots) for edition in planned.editions]
    names = {f.task_run_id: f"picture {s.job.scene}" for f, s in zip(shots, (*planned.shots, *gaps), strict=True)}
    for r in running:
        names |= {f.task_run_id: f"{r.jobs.plan.language}: {what}" for what, f in r.named()}
    futures = cast("list[PrefectFuture[object]]", [*shots, *(f for r in running for _, f in r.named())])
    _watch(futures, names, watch)
    editions = tuple(_finish(recipe, planned, r) for r in running)
    return Outcome(
        shots=tuple(r for f in shots if (r := f.result()).unit != GAP),
        editions=editions,
        seconds=time.perf_counter() - begun,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    jobs: EditionJobs
    drafts: list[PrefectFuture[Receipts]]
    takes: list[PrefectFuture[Receipts]]
    film: PrefectFuture[Finished]

    def named(self) -> list[tuple[str, PrefectFuture[object]]]:
        """(what it does, future) of every task of this language."""
        tasks = [*(("drafts", f) for f in self.drafts), *(("voices", f) for f in self.takes), ("film", self.film)]
        return cast("list[tuple[str, PrefectFuture[object]]]", tasks)


def _start(
    store: str, recipe: Recipe, planned: Planned, edition: EditionJobs, shots: list[PrefectFuture[Receipt]]
) -> _Running:
    drafts = [translate.submit(store, chunk) for chunk in edition.translate]
    takes = [speak.submit(store, chunk, drafts) for chunk in edition.speak]  # pyright: ignore[reportArgumentType] - Prefect resolves futures
    job = EditionJob(
        manuscript=planned.work.manuscript,
        plan=edition.plan,
        work=edition.work,
        frame=recipe.frame,
        allow_gaps=recipe.allow_gaps,
        out=recipe.out,
    )
    film = publish.submit(store, job, drafts, takes, shots)  # pyright: ignore[reportArgumentType] - likewise
    return _Running(jobs=edition, drafts=drafts, takes=takes, film=film)


def _watch(futures: list[PrefectFuture[object]], names: dict[UUID, str], watch: Watch) -> None:
    for done, future in enumerate(as_completed(futures), start=1):
        watch(names[future.task_run_id], done, len(futures))
        future.result()  # an error of a task ends the run here, with its own message


def _finish(recipe: Recipe, planned: Planned, running: _Running) -> Made:
    drafts = tuple(r for f in running.drafts for r in f.result())
    takes = tuple(r for f in running.takes for r in f.result())
    finished = running.film.result()
    store = open_store(recipe)
    lines = note_drafts(store, planned.work.manuscript, running.jobs, drafts)
    note_takes(planned.work.manuscript, running.jobs.work, {t.line: t.text for t in lines})
    return Made(language=running.jobs.plan.language, drafts=drafts, takes=takes, finished=finished)
