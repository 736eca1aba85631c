"""Shots of scenes: found in the store, or painted, moved, encoded and stored. Once for all languages."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from flows.files import digest_of
from flows.keys import key
from flows.recipe import Receipt
from flows.stages.made import cpu, made_by
from flows.store import Record, Store
from flows.workers import default_pool
from languages.card import Failed
from languages.discover import get_engine
from translation.manuscript import Manuscript, Scene
from video.engine import Figure, Painter, PaintJob
from video.shot import Frame, Painted, Shot

GAP = "gap"
"""Scene id of the card that is shown where a line is missing."""

OWN_PICTURE = "video/picture"
DRAWN = "video/papercut"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotJob:
    """One scene to be made into a shot."""

    engine: str
    job: PaintJob
    """With ``folder`` empty: the stage gives one."""


def painter(engine: str) -> Painter:
    """An unloaded painter: for its card, key and understanding."""
    return cast(Painter, get_engine(engine)())


def shot_jobs(manuscript: Manuscript, frame: Frame, seed: int) -> tuple[ShotJob, ...]:
    """One job per scene, in order."""
    return tuple(_shot_job(manuscript, scene, frame, seed) for scene in manuscript.scenes)


def _shot_job(manuscript: Manuscript, scene: Scene, frame: Frame, seed: int) -> ShotJob:
    cast_ = tuple(Figure(name=c.name, look=c.look, voice=c.voice) for c in manuscript.characters)
    words = " ".join((scene.heading, scene.brief, *(line.text for line in scene.lines)))
    speakers = {line.character for line in scene.lines}
    present = tuple(f.name for f in cast_ if f.name in speakers or f.name in words)
    picture = str(Path(manuscript.folder) / scene.picture) if scene.picture else ""
    return ShotJob(
        engine=OWN_PICTURE if picture else DRAWN,
        job=PaintJob(
            scene=scene.id,
            heading=scene.heading,
            brief=scene.brief,
            text=tuple(line.text for line in scene.lines),
            language=manuscript.language,
            present=present,
            cast=cast_,
            picture=picture,
            frame=frame,
            seed=seed,
            folder="",
        ),
    )


def gap_job(frame: Frame) -> ShotJob:
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
        frame=frame,
        seed=0,
        folder="",
    )
    return ShotJob(engine=DRAWN, job=job)


def shot_key(shot: ShotJob) -> str:
    """The key of one shot: all that can change it, and no word that cannot."""
    from video.encode import PROFILE, encoder_versions

    engine = painter(shot.engine)
    return key(
        "shot",
        {
            "engine": shot.engine,
            "version": engine.card.version,
            "versions": engine.versions(),
            "picture": engine.key(shot.job),
            "file": digest_of(Path(shot.job.picture)) if shot.job.picture else "",
            "frame": msgspec.to_builtins(shot.job.frame),
            "seed": shot.job.seed,
            "profile": msgspec.to_builtins(PROFILE),
            "encoder": encoder_versions(),
        },
    )


def read_shot(record: Record, scene: str) -> Shot:
    """The shot that a record holds, as the shot of a scene."""
    return dataclasses.replace(msgspec.convert(record.value, Shot), scene=scene)


def found_shot(store: Store, shot: ShotJob) -> Receipt | None:
    """The receipt of a shot that is not to be made, else None."""
    k = shot_key(shot)
    return Receipt(unit=shot.job.scene, key=k) if store.find(k) is not None else None


def make_shot(store: Store, shot: ShotJob) -> Receipt:
    """Makes the shot if the store has none."""
    if found := found_shot(store, shot):
        return found
    from video.encode import encode_shot

    k = shot_key(shot)

    begun = time.perf_counter()
    with store.scratch() as folder:
        with default_pool().borrow(shot.engine) as worker:
            (painted,) = worker.call((dataclasses.replace(shot.job, folder=str(folder)),))
        if isinstance(painted, Failed):
            return Receipt(unit=shot.job.scene, failed=painted.reason)
        path = folder / "shot.mp4"
        with cpu():
            made = encode_shot(cast(Painted, painted), shot.job.frame, path, seed=shot.job.seed)
        digest = store.put_file(path, media_type="video/mp4", move=True).digest
    understood, unknown = painter(shot.engine).understand(shot.job)
    value = dataclasses.replace(made, media=digest, scene="", prompt=understood)
    took = time.perf_counter() - begun
    inputs = {"brief": shot.job.brief, "understood": understood, "not understood": ", ".join(unknown)}
    store.commit(
        k,
        Record(
            key=k,
            stage="shot",
            value=msgspec.to_builtins(value),
            objects=(digest,),
            made=made_by(get_engine(shot.engine).card, inputs, took),
        ),
    )
    return Receipt(unit=shot.job.scene, key=k, made=True, seconds=took)
