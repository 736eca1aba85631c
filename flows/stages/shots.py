"""Shots: found in the store, or painted, moved, encoded and stored. Once for all languages."""

from __future__ import annotations

import dataclasses
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from flows.amounts import CHARACTERS_PER_S
from flows.figures import figures_of
from flows.files import digest_of
from flows.keys import Part, key
from flows.meter import costed, on_receipts
from flows.once import once
from flows.pictures import DRAWN, Pictures
from flows.recipe import Receipt, ShotId
from flows.stages.made import cpu, made_by
from flows.stages.translate import TranslateChunk, read_draft, translate_chunk, translated_already
from flows.store import Record, Store
from flows.workers import default_pool
from languages.card import Failed, Step
from languages.discover import get_engine
from languages.weights import look
from translation.engine import Route
from translation.manuscript import Line, Manuscript, Scene
from translation.translated import FindingKind
from video.direct import directed
from video.engine import Figure, Painter, PaintJob
from video.ownpicture.header import is_clip
from video.shapes import Format
from video.shot import Painted, Shot

GAP = "gap"
"""Scene id of the card that is shown where a line is missing."""

OWN_PICTURE = "video/picture"

PAUSE_S = 0.6
STEP_S = 5.0
"""A film is made for the narration's likely length (reading speed, pause after a line; own estimate), rounded up to
whole steps so that an edited word does not film a scene again; each language then stretches, holds or loops it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotJob:
    """One shot of a scene, or all of it, to be made in one format."""

    engine: str
    job: PaintJob
    """With ``folder`` empty: the stage gives one."""
    via: tuple[str, Route] | None = None
    """(engine, route) that translates the brief for the painter, or None."""
    base: str = ""
    """Id of the painter that makes the picture with which a film begins, or empty."""
    base_model: str = ""
    """Its checkpoint, or empty where it has none."""
    drafts: tuple[str, ...] = ()
    """Keys of the drafts that brief and wishes were translated to; not part of the shot's own key."""

    mark: str = ""
    """Of its format, empty where there is nothing to tell apart."""

    @property
    def id(self) -> ShotId:
        """Which shot of the work it is."""
        return ShotId(scene=self.job.scene, number=self.job.shot.number, frame=self.job.frame)

    @property
    def name(self) -> str:
        """What it is called: like its scene, with its number where it is not the first, and its format's mark."""
        number = self.job.shot.number
        scene = f"{self.job.scene}/{number}" if number > 1 else self.job.scene
        return f"{scene} {self.mark}" if self.mark else scene

    def painters(self) -> tuple[tuple[str, str], ...]:
        """(engine, checkpoint or empty) of all who have a hand in the shot."""
        return ((self.engine, self.job.model), *(((self.base, self.base_model),) if self.base else ()))


def painter(engine: str) -> Painter:
    """An unloaded painter: for its card, key and understanding."""
    return cast(Painter, get_engine(engine)())


def shot_jobs(manuscript: Manuscript, format_: Format, seed: int, pictures: Pictures) -> tuple[ShotJob, ...]:
    """The shots of all scenes in one format, in order: of a drawn scene as many as direction asks, else one."""
    how = format_, seed, pictures, figures_of(manuscript)
    return tuple(shot for scene in manuscript.scenes for shot in _shots_of(manuscript, scene, how))


_How = tuple[Format, int, Pictures, tuple[Figure, ...]]
"""(format, seed, who makes the pictures, the cast): the same for all scenes, but for a seed of its own."""


def _shots_of(manuscript: Manuscript, scene: Scene, how: _How) -> Iterator[ShotJob]:
    format_, seed, pictures, cast_ = how
    found = directed(manuscript, scene, seed)
    whole = _shot_job(manuscript, scene, (format_, found.seed, pictures, cast_))
    if whole.engine != DRAWN:
        yield whole
        return
    scenery = dataclasses.replace(found.scenery, unknown=found.unknown)
    job = dataclasses.replace(whole.job, present=found.present, scenery=scenery, style=found.style)
    for plan in found.shots:
        yield dataclasses.replace(whole, job=dataclasses.replace(job, shot=plan))


def _shot_job(manuscript: Manuscript, scene: Scene, how: _How) -> ShotJob:
    format_, seed, pictures, cast_ = how
    words = " ".join((scene.heading, scene.brief, *(line.text for line in scene.lines)))
    speakers = {line.character for line in scene.lines}
    present = tuple(f.name for f in cast_ if f.name in speakers or f.name in words)
    folder = Path(manuscript.folder)
    picture = str(folder / scene.picture) if scene.picture else ""
    job = PaintJob(
        scene=scene.id,
        heading=scene.heading,
        brief=scene.brief,
        text=tuple(line.text for line in scene.lines),
        language=manuscript.language,
        present=present,
        cast=cast_,
        picture=picture,
        frame=format_.frame,
        seed=seed,
        folder="",
    )
    films = get_engine(pictures.engine).card.step is Step.FILM
    if pictures.engine == DRAWN or (picture and (not films or is_clip(picture))):
        return ShotJob(engine=OWN_PICTURE if picture else DRAWN, job=job, mark=format_.mark)
    job = dataclasses.replace(
        job,
        model=pictures.model,
        seconds=narration_s(scene) if films else 0.0,
        avoid=manuscript.avoid,
        reference=tuple((c.name, str(folder / c.picture)) for c in manuscript.characters if c.picture),
    )
    base, base_model = (OWN_PICTURE, "") if picture else (pictures.first, pictures.first_model)
    if not films:
        base, base_model = "", ""
    return ShotJob(
        engine=pictures.engine, job=job, via=pictures.via, base=base, base_model=base_model, mark=format_.mark
    )


def narration_s(scene: Scene) -> float:
    """About how long a scene is told, rounded up to whole steps."""
    told = sum(len(line.text) / CHARACTERS_PER_S + PAUSE_S for line in scene.lines)
    return STEP_S * max(1, math.ceil(told / STEP_S))


def gap_job(format_: Format) -> ShotJob:
    """The card that is shown where a line is missing; the same for every story."""
    job = PaintJob(
        scene=GAP,
        heading="",
        brief="",
        text=(),
        language="und",
        present=(),
        cast=(),
        picture="",
        frame=format_.frame,
        seed=0,
        folder="",
    )
    return ShotJob(engine=DRAWN, job=job, mark=format_.mark)


def shot_key(shot: ShotJob) -> str:
    """The key of one shot: all that can change it, and no word that cannot."""
    from video.encode import PROFILE, encoder_versions

    return key(
        "shot",
        {
            **_painter_parts(shot.engine, shot.job),
            **({"base": _painter_parts(shot.base, _base_job(shot))} if shot.base else {}),
            "file": digest_of(Path(shot.job.picture)) if shot.job.picture else "",
            "frame": msgspec.to_builtins(shot.job.frame),
            **_motion(shot),
            "seed": shot.job.seed,
            "profile": msgspec.to_builtins(PROFILE),
            "encoder": encoder_versions(),
        },
    )


def likeness(shot: ShotJob) -> str:
    """The same for shots of scenes that look the same, so that one is found when the other was made.

    What a brief in another language becomes is not known yet: each such shot is alone.
    """
    return shot_key(shot) if shot.via is None else shot.name


def _motion(shot: ShotJob) -> dict[str, Part]:
    """What of direction changes how a drawn picture moves; the painter's key has what changes the picture."""
    if shot.engine != DRAWN:
        return {}
    plan = shot.job.shot
    return {
        "motion": {
            "seconds": plan.seconds,
            "talks": plan.talks,
            "near": plan.near.value,
            **({"also": True} if plan.also else {}),
        }
    }


def _painter_parts(engine_id: str, job: PaintJob) -> dict[str, Part]:
    engine = painter(engine_id)
    return {
        "engine": engine_id,
        "version": engine.card.version,
        "versions": engine.versions(),
        "picture": engine.key(job),
    }


def _base_job(shot: ShotJob) -> PaintJob:
    """The picture that a film begins with, as its painter is asked for it."""
    if shot.base_model:
        return dataclasses.replace(shot.job, model=shot.base_model, seconds=0.0)
    return dataclasses.replace(shot.job, model="", seconds=0.0, prompt="", avoid=(), reference=())


def _briefed(store: Store, shot: ShotJob, make: bool) -> ShotJob | str:
    """The shot with its brief and wishes in the painter's language: found in the store or, if it may be, made.

    A text says why there is none.
    """
    if shot.via is None or shot.job.prompt:
        return shot
    engine, route = shot.via
    from video.prompts import brief_of

    names = tuple(f.name for f in shot.job.cast)
    texts = (brief_of(shot.job), *shot.job.avoid)
    lines = tuple(Line(id=f"{shot.job.scene} {n}" if n else shot.job.scene, text=t) for n, t in enumerate(texts))
    chunk = TranslateChunk(engine=engine, route=route, lines=lines, keep=names)
    told: list[str] = []
    drafts: list[str] = []
    for receipt in translate_chunk(store, chunk) if make else translated_already(store, chunk):
        record = store.find(receipt.key) if receipt is not None and receipt.key else None
        if record is None:
            return (receipt.failed if receipt else "") or "The brief is not translated yet."
        told.append(read_draft(record).text)
        drafts.append(record.key)
    job = dataclasses.replace(shot.job, prompt=told[0], avoid=tuple(told[1:]))
    return dataclasses.replace(shot, job=job, drafts=tuple(drafts))


def read_shot(record: Record, scene: str) -> Shot:
    """The shot that a record holds, as the shot of a scene."""
    return dataclasses.replace(msgspec.convert(record.value, Shot), scene=scene)


def found_shot(store: Store, shot: ShotJob) -> Receipt | None:
    """The receipt of a shot that is not to be made, else None."""
    briefed = _briefed(store, shot, make=False)
    if isinstance(briefed, str):
        return None
    k = shot_key(briefed)
    record = store.find(k)
    return _found(shot, k, read_shot(record, shot.job.scene)) if record is not None else None


def _found(shot: ShotJob, k: str, value: Shot) -> Receipt:
    return dataclasses.replace(_receipt(shot, key=k), findings=tuple(f.text for f in value.findings))


def _receipt(shot: ShotJob, key: str = "", failed: str = "") -> Receipt:
    return Receipt(unit=shot.name, shot=shot.id, key=key, failed=failed)


@costed(lambda receipt, meter: on_receipts((receipt,), meter, "shot")[0])
def make_shot(store: Store, shot: ShotJob) -> Receipt:
    """Makes the shot if the store has none."""
    if found := found_shot(store, shot):
        return found
    begun = time.perf_counter()
    briefed = _briefed(store, shot, make=True)
    if isinstance(briefed, str):
        return _receipt(shot, failed=f"The brief could not be translated for the model: {briefed}")
    k = shot_key(briefed)
    receipts: list[Receipt] = []
    once(store, (k,), lambda _: receipts.append(_make(store, k, briefed, begun)))
    # Else another made it meanwhile.
    return receipts[-1] if receipts else found_shot(store, briefed) or _receipt(shot, key=k)


def _make(store: Store, k: str, shot: ShotJob, begun: float) -> Receipt:
    from video.encode import encode_shot

    with store.scratch() as folder:
        painted = _paint(shot, folder)
        if isinstance(painted, Failed):
            return _receipt(shot, failed=painted.reason)
        path = folder / "shot.mp4"
        with cpu():
            plan = shot.job.shot if shot.engine == DRAWN else None
            made = encode_shot(painted, shot.job.frame, path, seed=shot.job.seed, plan=plan)
        digest = store.put_file(path, media_type="video/mp4", move=True).digest
    understood, unknown = painter(shot.engine).understand(shot.job)
    # What is not understood may change while a picture stays.
    kept = tuple(f for f in made.findings if f.kind is not FindingKind.UNKNOWN_WORD)
    value = dataclasses.replace(made, media=digest, scene="", prompt=understood, findings=kept)
    took = time.perf_counter() - begun
    inputs = {"brief": shot.job.brief, "understood": understood, "not understood": ", ".join(unknown)}
    licence = None
    if shot.job.model:
        inputs |= {"model": shot.job.model, "prompt": shot.job.prompt}
        licence = look(shot.job.model).checkpoint.licence
    if shot.drafts:
        inputs["drafts"] = " ".join(shot.drafts)
    store.commit(
        k,
        Record(
            key=k,
            stage="shot",
            value=msgspec.to_builtins(value),
            objects=(digest,),
            made=made_by(get_engine(shot.engine).card, inputs, took, licence),
        ),
    )
    return dataclasses.replace(_found(shot, k, value), made=True, seconds=took)


def make_shots(store: Store, shots: Sequence[ShotJob]) -> tuple[Receipt, ...]:
    """Makes those of some shots that the store lacks; one receipt each, in order."""
    return tuple(make_shot(store, shot) for shot in shots)


def _paint(shot: ShotJob, folder: Path) -> Painted | Failed:
    """What the painter answers; a film gets the picture that it begins with first."""
    job = dataclasses.replace(shot.job, folder=str(folder))
    if shot.base:
        from video.first_frame import write_first_frame

        begin = folder / "begin"
        begin.mkdir()
        asked = dataclasses.replace(_base_job(shot), folder=str(begin))
        (base,) = default_pool().call(shot.base, (asked,), needs=shot.base_model)
        if isinstance(base, Failed):
            return base
        with cpu():
            write_first_frame(cast(Painted, base).layers, shot.job.frame, folder / "first.png")
        job = dataclasses.replace(job, first=str(folder / "first.png"))
    (painted,) = default_pool().call(shot.engine, (job,), needs=job.model)
    return painted if isinstance(painted, Failed) else cast(Painted, painted)
