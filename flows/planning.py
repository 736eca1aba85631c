"""From a recipe to a plan: reads the work, asks the engines and the store, chooses."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flows.offers import Offers, read_offers
from flows.plan import LanguagePlan, Plan, ScenePlan, plan_language
from flows.recipe import Recipe
from flows.stages.shots import OWN_PICTURE, ShotJob, painter, shot_jobs, shot_key
from flows.stages.speak import SpeakChunk, SpeakLine, speech_key, take_key, voice_versions
from flows.stages.translate import TranslateChunk, draft_keys, read_draft
from flows.store import Store
from flows.work import LanguageWork, Work, read_work
from translation.manuscript import Line, LineKind, Manuscript

CHUNK = 40
"""Lines in one task: enough that a task's overhead (some 10 ms) is small beside its work."""

T = TypeVar("T")

TAKER = "speech/recording"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJobs:
    """What has to run for one language."""

    plan: LanguagePlan
    work: LanguageWork
    translate: tuple[TranslateChunk, ...]
    speak: tuple[SpeakChunk, ...]


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
        jobs = _edition_jobs(p, lw, manuscript)
        p = dataclasses.replace(p, seconds=0.0 if p.refused else _cost(store, jobs, offers))
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
        from video.engines.picture import check_picture

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


def _edition_jobs(plan: LanguagePlan, work: LanguageWork, manuscript: Manuscript) -> EditionJobs:
    lines = {line.id: line for line in manuscript.lines()}
    translate: tuple[TranslateChunk, ...] = ()
    if plan.route is not None:
        names = tuple(c.name for c in manuscript.characters)
        translate = tuple(
            TranslateChunk(engine=plan.engine, route=plan.route, lines=tuple(lines[n] for n in ids), keep=names)
            for ids in _chunks(plan.to_translate)
        )
    texts = {t.line: t.text for t in work.lines if t.line not in plan.to_translate}
    spoken = [line for line in lines.values() if line.kind is not LineKind.TITLE]
    spoken = [line for line in spoken if texts.get(line.id) or line.id in plan.to_translate]
    speak = tuple(
        SpeakChunk(
            language=work.language,
            lines=tuple(_speak_line(line, texts, plan, work) for line in part),
            taker=TAKER,
        )
        for part in _chunks(spoken)
    )
    return EditionJobs(plan=plan, work=work, translate=translate, speak=speak)


def _speak_line(line: Line, texts: dict[str, str], plan: LanguagePlan, work: LanguageWork) -> SpeakLine:
    return SpeakLine(
        line=line.id,
        text=texts.get(line.id, ""),
        voice=plan.voice_of(line.character),
        recording=work.recording(line.id),
    )


def _chunks(items: Sequence[T]) -> list[tuple[T, ...]]:
    return [tuple(items[i : i + CHUNK]) for i in range(0, len(items), CHUNK)]


def _cost(store: Store, jobs: EditionJobs, offers: Offers) -> float:
    """CPU seconds for what the store does not hold, from the costs on the cards."""
    seconds = 0.0
    drafts: dict[str, str] = {}
    for chunk in jobs.translate:
        for line, k in zip(chunk.lines, draft_keys(chunk), strict=True):
            record = store.find(k)
            if record is None:
                seconds += offers.card(chunk.engine).cost_s * chunk.route.hops
            else:
                drafts[line.id] = read_draft(record).text
    versions: dict[tuple[str, str], dict[str, str]] = {}
    for chunk in jobs.speak:
        for line in chunk.lines:
            text = line.text or drafts.get(line.line, "")
            if line.voice is None:
                continue
            place = (line.voice.engine, line.voice.id)
            if place not in versions:
                versions[place] = voice_versions(line.voice)
            k = speech_key(line.voice, chunk.language, text, versions[place])
            if not text or store.find(k) is None:
                seconds += offers.card(line.voice.engine).cost_s
            if (
                line.recording is not None
                and store.find(take_key(line.recording, chunk.language, text, chunk.taker, k)) is None
            ):
                seconds += offers.card(chunk.taker).cost_s
    return round(seconds, 2)
