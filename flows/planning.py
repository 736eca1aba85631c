"""From a recipe to a plan: reads the work, asks the engines and the store, chooses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from flows.jobs import EditionJobs, edition_jobs
from flows.offers import read_offers
from flows.plan import LanguagePlan, Plan, ScenePlan, plan_language
from flows.recipe import Recipe
from flows.stages.shots import OWN_PICTURE, ShotJob, painter, shot_jobs, shot_key
from flows.store import Store
from flows.work import Work, read_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan, and all that it was made from."""

    plan: Plan
    work: Work
    shots: tuple[ShotJob, ...]
    editions: tuple[EditionJobs, ...]
    """One per language that can be made."""


def open_store(recipe: Recipe) -> Store:
    """The store that a recipe names, or the user's own."""
    return Store(recipe.store) if recipe.store else Store()


def plan_recipe(recipe: Recipe) -> Planned:
    """Reads, chooses and counts; writes nothing.

    Raises:
        InputRefused: a file of the user's cannot be used.
    """
    work = read_work(recipe)
    offers = read_offers()
    store = open_store(recipe)
    manuscript = work.manuscript
    shots = shot_jobs(manuscript, recipe.frame, recipe.seed)
    scenes = tuple(_scene_plan(store, s, n.heading) for s, n in zip(shots, manuscript.scenes, strict=True))
    languages: list[LanguagePlan] = []
    editions: list[EditionJobs] = []
    for lw in work.languages:
        p = plan_language(lw, manuscript, offers, recipe)
        jobs = edition_jobs(store, p, lw, manuscript, offers)
        p = dataclasses.replace(p, seconds=jobs.seconds)
        languages.append(p)
        if not p.refused:
            editions.append(dataclasses.replace(jobs, plan=p))
    drawing = sum(offers.card(s.engine).cost_s for s in scenes if not s.found)
    return Planned(
        plan=Plan(
            script=recipe.script,
            name=manuscript.name,
            language=manuscript.language,
            lines=sum(1 for _ in manuscript.lines()),
            languages=tuple(languages),
            scenes=scenes,
            seconds=drawing + sum(p.seconds for p in languages),
            human_minutes=sum(p.human_minutes for p in languages),
        ),
        work=work,
        shots=shots,
        editions=tuple(editions),
    )


def _scene_plan(store: Store, shot: ShotJob, heading: str) -> ScenePlan:
    if shot.engine == OWN_PICTURE:
        from video.ownpicture.header import check_picture

        check_picture(shot.job.picture)
    understood, unknown = painter(shot.engine).understand(shot.job)
    return ScenePlan(
        scene=shot.job.scene,
        heading=heading,
        engine=shot.engine,
        understood=understood,
        unknown=unknown,
        found=store.find(shot_key(shot)) is not None,
    )
