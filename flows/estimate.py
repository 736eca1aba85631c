"""A plan with its price: what of it is not in the store yet, and what that costs by what is known of costs."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence

from flows.amounts import STAGES
from flows.bill import film_amount, ray_s, rounded, run_amount, shot_amounts, wall_s, whole_bill
from flows.costs import Amount, Cost, Costs, total
from flows.jobs import EditionJobs
from flows.plan import LanguagePlan, Plan
from flows.recipe import Receipt, Recipe
from flows.stages.cards import wording_for
from flows.stages.edition import EditionJob, shown_of
from flows.stages.film import found_edition
from flows.stages.shots import ShotJob, likeness
from flows.store import Store
from publishing.notices import Wording
from translation.manuscript import Manuscript

LOOKED_UP = 2000
"""Lines of all languages up to which a plan looks up whether editions are there whose parts all are (0.3 ms a line).
Beyond, they are taken to be there: an edition differs from its parts only where lines or credits changed places."""
FOUND = "found"
"""Variant of the work of an edition that is only looked up and put into its folder."""


def edition_job(recipe: Recipe, manuscript: Manuscript, jobs: EditionJobs, shared: Shared) -> EditionJob:
    """One language to be published, as the flow is given it."""
    return EditionJob(
        manuscript=manuscript,
        plan=jobs.plan,
        work=jobs.work,
        formats=recipe.formats,
        shown=shown_of(shared.shots),
        hard_cuts=recipe.hard_cuts,
        wording=wording_for(recipe, manuscript.language, jobs.plan.language, shared.notices),
        allow_gaps=recipe.allow_gaps,
        out=recipe.out,
        painters=tuple(dict.fromkeys(painter for shot in shared.shots for painter in shot.painters())),
        via=next((shot.via for shot in shared.shots if shot.via is not None), None),
        picture_terms=shared.terms,
        drafts=jobs.drafts,
        takes=jobs.takes,
        burn=recipe.burn,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all editions of a work share."""

    shots: tuple[ShotJob, ...]
    terms: tuple[str, ...] = ()
    """What the licences of its pictures ask."""
    notices: tuple[Wording, ...] = ()
    """People's own wordings of what cards say."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """What all editions share, and what of it is there."""

    shared: Shared
    found: Sequence[Receipt]
    """Of the shots that the store holds."""
    drawings: Sequence[Sequence[ShotJob]]
    """The others, those together that are drawn by one task."""


def amounts_of(
    store: Store,
    recipe: Recipe,
    manuscript: Manuscript,
    editions: Sequence[EditionJobs],
    pictured: Pictured,
) -> tuple[Amount, ...]:
    """All the work that is not yet in the store."""
    if not editions:
        return ()
    to_draw = _once([shot for chunk in pictured.drawings for shot in chunk])
    amounts: list[Amount] = list(shot_amounts(to_draw))
    tasks = len(pictured.drawings)
    lines = len(editions) * sum(1 for _ in manuscript.lines())
    for jobs in editions:
        job = edition_job(recipe, manuscript, jobs, pictured.shared)
        mine = _of_edition(store, job, jobs, () if to_draw else pictured.found, look=lines <= LOOKED_UP)
        amounts += mine
        tasks += len(jobs.translate) + len(jobs.speak) + len(jobs.listen) + 1
    cores = os.cpu_count() or 1
    return whole_bill(amounts, run_amount(tasks, lines, recipe.compute), cores)


def _once(shots: Sequence[ShotJob]) -> list[ShotJob]:
    """Without those that will be found when their like was made: scenes that look the same."""
    kinds: dict[str, ShotJob] = {}
    for shot in shots:
        kinds.setdefault(likeness(shot), shot)
    return list(kinds.values())


def _of_edition(
    store: Store, job: EditionJob, jobs: EditionJobs, shots: Sequence[Receipt], look: bool
) -> tuple[Amount, ...]:
    """What has to be done for one language; ``shots`` are empty where some have to be drawn first."""
    amounts = list(jobs.amounts)
    tag, sizes = jobs.plan.language, dict(jobs.sizes)
    film = film_amount(job, tag, sizes)
    if not amounts and shots and (not look or found_edition(store, job, shots, jobs.heard)):
        film = dataclasses.replace(film, variant=FOUND)
    return (*amounts, film)


def priced_plan(plan: Plan, amounts: Sequence[Amount], costs: Costs, compute: str = "local") -> Plan:
    """The plan with what its work costs, in all, by stage and by language."""
    priced = [(a, costs.priced(a)) for a in amounts]
    whole = _rounded(total(c for _, c in priced))
    by_stage = {s: total(c for a, c in priced if a.stage == s) for s in STAGES if any(a.stage == s for a, _ in priced)}
    cores = os.cpu_count() or 1
    made = sum(not p.refused for p in plan.languages)
    wall = wall_s({s: (c.cpu_s, c.gpu_s) for s, c in by_stage.items()}, made, cores)
    if compute == "ray":
        wall += ray_s(amounts, cores)

    def with_cost(p: LanguagePlan) -> LanguagePlan:
        cost = _rounded(total(c for a, c in priced if a.language == p.language))
        return dataclasses.replace(p, cost=cost, seconds=cost.cpu_s)

    return dataclasses.replace(
        plan,
        languages=tuple(with_cost(p) for p in plan.languages),
        seconds=whole.cpu_s,
        cost=whole,
        stages=tuple((stage, _rounded(cost)) for stage, cost in by_stage.items()),
        cores=cores,
        wall_s=rounded(wall),
    )


def _rounded(cost: Cost) -> Cost:
    seconds = ("cpu_s", "gpu_s", "cpu_low_s", "cpu_high_s", "gpu_low_s", "gpu_high_s")
    return dataclasses.replace(cost, **{name: rounded(getattr(cost, name)) for name in seconds})
