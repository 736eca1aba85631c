"""From a recipe to a plan: reads the work, asks the engines and the store, chooses."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from flows.choose import lenders
from flows.cost_book import read_costs
from flows.costs import Amount
from flows.cut import shot_chunks
from flows.earlier import bar_drafts
from flows.estimate import Pictured, Shared, amounts_of, priced_plan
from flows.figures import looks_told
from flows.house_styles import check_styles
from flows.jobs import EditionJobs, edition_jobs
from flows.machines import gpu_kind
from flows.means import Means, read_means
from flows.offers import Offers, read_offers
from flows.pictures import DRAWN, ENGLISH, choose_pictures
from flows.plan import LanguagePlan, Plan, ScenePlan, plan_language
from flows.recipe import Receipt, Recipe
from flows.sizing import Sizing
from flows.stages.burned import undrawable
from flows.stages.cards import own_notices, wording_for, wording_note
from flows.stages.shots import OWN_PICTURE, ShotJob, found_shot, gap_job, painter, shot_jobs
from flows.store import Store
from flows.work import LanguageWork, Work, read_work
from languages.registry import get_language
from translation.manuscript import Manuscript, Scene
from video.direct import Directed, directed


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan, and all that it was made from."""

    plan: Plan
    work: Work
    shared: Shared
    """Of all editions: their shots, and what goes with them."""
    editions: tuple[EditionJobs, ...]
    """One per language that can be made."""
    drawings: tuple[tuple[ShotJob, ...], ...] = ()
    """Shots that were not in the store, those together that are drawn by one task."""
    amounts: tuple[Amount, ...] = ()
    """All the work that is not yet in the store."""

    @property
    def shots(self) -> tuple[ShotJob, ...]:
        """The shots of all scenes in all formats."""
        return self.shared.shots


def open_store(recipe: Recipe) -> Store:
    """The store that a recipe names, or the user's own."""
    return Store(recipe.store) if recipe.store else Store()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a plan starts from."""

    work: Work
    offers: Offers
    means: Means


def plan_recipe(recipe: Recipe, suppose: Callable[[Given], Given] | None = None) -> Planned:
    """Reads, chooses and counts; writes nothing.

    Args:
        suppose: puts something else in place of what is here, for a plan that is only looked at (``flows.supposed``).

    Raises:
        InputRefused: a file of the user's cannot be used.
    """
    work = read_work(recipe)
    means = read_means(recipe.use, recipe.device if suppose is None else "cpu", recipe.compute)
    given = Given(work=work, offers=_offers(recipe, work), means=means)
    if suppose is not None:
        given = suppose(given)
    work, offers, means = given.work, given.offers, given.means
    store = open_store(recipe)
    manuscript = work.manuscript
    pictures = choose_pictures(manuscript, offers, recipe, means)
    shots = tuple(s for f in recipe.formats for s in shot_jobs(manuscript, f, recipe.seed, pictures))
    _check_pictures(shots)
    check_styles(manuscript)
    shared = Shared(shots=shots, terms=pictures.terms, notices=own_notices(recipe, manuscript))
    found = tuple(found_shot(store, shot) for shot in shots)
    scenes = _scene_plans(manuscript, recipe.seed, shots, found)
    costs = read_costs(recipe.device)
    wanted: list[tuple[LanguagePlan, LanguageWork]] = []
    for whole in work.languages:
        lw, notes = bar_drafts(whole, offers, means)
        p = plan_language(lw, manuscript, offers, recipe, means)
        captions = (t for t in lw.lines if t.line != manuscript.title.id)
        language = get_language(lw.language)
        unseen = undrawable(captions, language) if recipe.burn else ""
        wording = wording_for(recipe, manuscript.language, lw.language, shared.notices)
        foreign = wording_note(wording, language, manuscript.name)
        more = tuple(note for note in (unseen, foreign) if note)
        wanted.append((dataclasses.replace(p, notes=(*notes, *p.notes, *more)), lw))
    sizing = Sizing(costs, recipe.compute)
    jobs = edition_jobs(store, wanted, manuscript, sizing)
    languages = tuple(p for p, _ in wanted)
    editions = [j for j in jobs if not j.plan.refused]
    gap = [gap_job(f) for f in recipe.formats] if recipe.allow_gaps else []
    there = (*found, *(found_shot(store, shot) for shot in gap))
    lacking = [shot for shot, receipt in zip((*shots, *gap), there, strict=True) if receipt is None]
    drawings = shot_chunks(lacking, sizing)
    drawn = [receipt for receipt in there if receipt is not None]
    amounts = amounts_of(store, recipe, manuscript, editions, Pictured(shared=shared, found=drawn, drawings=drawings))
    plan = Plan(
        script=recipe.script,
        name=manuscript.name,
        language=manuscript.language,
        lines=sum(1 for _ in manuscript.lines()),
        languages=languages,
        scenes=scenes,
        use=recipe.use.value,
        device=recipe.device,
        gpu=gpu_kind() if recipe.device != "cpu" else "",
        formats=tuple((f.frame.width_px, f.frame.height_px) for f in recipe.formats),
        notes=(*pictures.notes, *(looks_told(manuscript) if pictures.engine == DRAWN else ())),
        terms=pictures.terms,
        human_minutes=sum(p.human_minutes for p in languages),
    )
    return Planned(
        plan=priced_plan(plan, amounts, costs, recipe.compute),
        work=work,
        shared=shared,
        editions=tuple(editions),
        drawings=drawings,
        amounts=amounts,
    )


def _offers(recipe: Recipe, work: Work) -> Offers:
    """What the engines offer for the languages of a recipe, and for those whose voices they may borrow."""
    source = work.manuscript.language
    pairs = [(source, tag) for tag in recipe.targets if tag != source]
    if recipe.pictures and source != ENGLISH:
        pairs.append((source, ENGLISH))
    spoken = [t for tag in recipe.targets for t in (tag, *lenders(tag, work.manuscript, recipe))]
    return read_offers(pairs, spoken)


def _check_pictures(shots: Iterable[ShotJob]) -> None:
    for picture in dict.fromkeys(shot.job.picture for shot in shots if shot.engine == OWN_PICTURE):
        from video.ownpicture.header import check_picture

        check_picture(picture)


def _scene_plans(
    manuscript: Manuscript, seed: int, shots: Sequence[ShotJob], found: Sequence[Receipt | None]
) -> tuple[ScenePlan, ...]:
    """What is seen of each scene, in all its shots and formats together."""
    there: dict[str, list[tuple[ShotJob, bool]]] = {}
    for shot, receipt in zip(shots, found, strict=True):
        there.setdefault(shot.job.scene, []).append((shot, receipt is not None))
    return tuple(_scene_plan(scene, directed(manuscript, scene, seed), there[scene.id]) for scene in manuscript.scenes)


def unheeded(scene: Scene, engine: str) -> tuple[str, ...]:
    """What is to be known where a scene has wishes for drawn pictures and another painter."""
    keys = [f"`{key}`" for key, _ in scene.wishes.rows if key != "seed"]
    return (f"{', '.join(keys)} of the front matter is for drawn pictures: {engine} does not read it.",) if keys else ()


def _scene_plan(scene: Scene, direction: Directed, shots: Sequence[tuple[ShotJob, bool]]) -> ScenePlan:
    first = shots[0][0]
    understood, unknown = painter(first.engine).understand(first.job)
    drawn = first.engine == DRAWN
    return ScenePlan(
        scene=scene.id,
        heading=scene.heading,
        engine=first.engine,
        understood=understood,
        unknown=unknown,
        guesses=direction.guesses if drawn else (),
        notes=direction.notes if drawn else unheeded(scene, first.engine),
        shots=len({shot.job.shot.number for shot, _ in shots}),
        found=all(there for _, there in shots),
    )
