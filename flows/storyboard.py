"""A story's storyboard: read, directed, painted small by the warm workers, and laid out. Prefect is not asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from flows.figures import looks_told
from flows.house_styles import check_styles
from flows.pictures import Pictures
from flows.stages.shots import ShotJob, painter, shot_jobs
from flows.workers import default_pool
from languages.card import Failed
from languages.errors import UsageError, VernacastError
from languages.registry import get_language
from publishing.storyboard.board import BoardScene, Panel, Picture, Storyboard, Words
from translation.manuscript import Line, Manuscript, Scene
from translation.reader import read_manuscript
from translation.translated import Finding, FindingKind
from translation.wishes import near_scene, scenes_named
from video.direct import directed
from video.direction.frames import crowded_out
from video.direction.told import acting_told, facts_of, shot_told, warnings_of
from video.engine import PaintJob
from video.shapes import Format
from video.shot import Frame, Painted
from video.shotlist import Directed

SIZES = {"wide": (512, 288), "tall": (270, 480), "square": (360, 360)}
"""Of one picture: as large as it stands on the page, and small enough to be drawn while one waits."""
JPEG_QUALITY = 88


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardWish:
    """What is to be on a storyboard."""

    script: str
    language: str = ""
    """Of a script that does not say it itself."""
    scenes: tuple[str, ...] = ()
    """Numbers, ids or headings; empty = all."""
    seed: int = 0
    rolled: int | None = None
    """A seed for the scenes that are asked for, before any that is pinned in the script."""
    shapes: tuple[str, ...] = ("wide",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One scene as it is directed."""

    number: int
    scene: Scene
    directed: Directed


def read_story(wish: BoardWish) -> tuple[Manuscript, tuple[Shown, ...]]:
    """The manuscript, rolled as wished, and the scenes that are asked for, directed.

    Raises:
        InputRefused: the script cannot be read. UsageError: it has no such scene.
    """
    manuscript = read_manuscript(Path(wish.script), language=wish.language or None).manuscript
    check_styles(manuscript)
    wanted = _wanted(manuscript, wish.scenes)
    if wish.rolled is not None:
        scenes = (_rolled(s, wish.rolled) if n in wanted else s for n, s in enumerate(manuscript.scenes, 1))
        manuscript = replace(manuscript, scenes=tuple(scenes))
    shown = (
        Shown(number=number, scene=scene, directed=directed(manuscript, scene, wish.seed))
        for number, scene in enumerate(manuscript.scenes, 1)
        if number in wanted
    )
    return manuscript, tuple(shown)


def _rolled(scene: Scene, seed: int) -> Scene:
    return replace(scene, wishes=replace(scene.wishes, seed=seed))


def make_board(manuscript: Manuscript, shown: Sequence[Shown], wish: BoardWish) -> Storyboard:
    """The storyboard with all its pictures; what could not be painted says why in its place."""
    frames = [Frame(width_px=w, height_px=h) for w, h in (SIZES[shape] for shape in wish.shapes)]
    asked = [list(shot_jobs(manuscript, Format(frame=frame), wish.seed, Pictures())) for frame in frames]
    jobs = [job for s in shown for jobs in asked for job in jobs if job.job.scene == s.scene.id]
    with TemporaryDirectory(prefix="vernacast-storyboard-") as folder:
        painted = iter(_paint_all(jobs, Path(folder)))
        scenes = tuple(_scene(s, [[next(painted) for _ in _shots(s)] for _ in frames]) for s in shown)
    if scenes and (told := looks_told(manuscript)):  # once, before what is told of the first scene
        scenes = (replace(scenes[0], warnings=(*told, *scenes[0].warnings)), *scenes[1:])
    count = sum(len(scene.panels) for scene in scenes)
    language = get_language(manuscript.language)
    facts = (
        language.name,
        _number(len(manuscript.scenes), "scene"),
        _number(count, "shot"),
        *([f"style {manuscript.style}"] if manuscript.style else []),
        f"seed {wish.seed}",
    )
    return Storyboard(title=manuscript.title.text, language=language, facts=facts, scenes=scenes)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _wanted(manuscript: Manuscript, named: Sequence[str]) -> frozenset[int]:
    scenes = manuscript.scenes
    found: set[int] = set()
    for name in named:
        indices = scenes_named(name, scenes)
        if not indices:
            raise UsageError(
                f"The story has no scene {name!r}.",
                expected=near_scene(name, scenes) or f"Its scenes are numbered from 1 to {len(scenes)}.",
                remedy="Name a scene by its number, its heading or its id.",
            )
        found.update(i + 1 for i in indices)
    return frozenset(found or range(1, len(scenes) + 1))


def _shots(shown: Shown) -> Sequence[object]:
    return (None,) if shown.scene.picture else shown.directed.shots


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    picture: Picture
    problem: str = ""
    findings: tuple[Finding, ...] = ()


def _paint_all(jobs: Sequence[ShotJob], folder: Path) -> Iterator[_Drawn]:
    """One picture for each job, in order, drawn by as many workers as there are processors; equal ones once."""

    def one(numbered: tuple[int, ShotJob]) -> _Drawn:
        number, shot = numbered
        mine = folder / str(number)
        mine.mkdir()
        return _drawn(replace(shot.job, folder=str(mine), still=True), shot.engine)

    keys = [_picture_key(shot) for shot in jobs]
    first = {key: number for number, key in reversed([*enumerate(keys)])}
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as threads:
        drawn = dict(zip(first, threads.map(one, ((n, jobs[n]) for n in first.values())), strict=True))
    yield from (drawn[key] for key in keys)


def _picture_key(shot: ShotJob) -> tuple[object, ...]:
    """What a picture hangs on."""
    job = shot.job
    return (shot.engine, job.picture, job.frame, job.seed, *sorted(painter(shot.engine).key(job).items()))


def _drawn(job: PaintJob, engine: str) -> _Drawn:
    none = Picture(image=b"", width_px=job.frame.width_px, height_px=job.frame.height_px)
    try:
        (painted,) = default_pool().call(engine, (job,))
        if isinstance(painted, Failed):
            return _Drawn(picture=none, problem=painted.reason)
        found = cast(Painted, painted)
        image = _first_picture(found, job)
    except VernacastError as error:
        return _Drawn(picture=none, problem=str(error))
    return _Drawn(picture=replace(none, image=image), findings=found.findings)


def _first_picture(painted: Painted, job: PaintJob) -> bytes:
    """The picture with which the shot begins, as JPEG."""
    import cv2
    import numpy as np

    if painted.clip:
        from video.clip_picture import first_of_clip

        bgr = first_of_clip(painted.clip, job.frame, painted.keep)
    else:
        from video.first_frame import first_frame

        bgr = cv2.cvtColor(np.asarray(first_frame(painted.layers, job.frame)), cv2.COLOR_RGB2BGR)
    return cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])[1].tobytes()


def _scene(shown: Shown, drawn: Sequence[Sequence[_Drawn]]) -> BoardScene:
    """A scene with its panels; ``drawn`` holds for each shape the pictures of its shots."""
    scene, found = shown.scene, shown.directed
    own = (("picture", Path(scene.picture).name),) if scene.picture else ()
    facts = own or facts_of(found)
    if scene.wishes.style:
        facts = (*facts, ("style", found.style))
    if scene.wishes.seed is not None:
        facts = (*facts, ("seed", str(found.seed)))
    if scene.wishes.rows:
        facts = (*facts, ("by hand", ", ".join(key for key, _ in scene.wishes.rows)))
    told = () if own else warnings_of(found)
    left_out = _together(f.text for shots in drawn for d in shots for f in d.findings if not repeats(f, found))
    return BoardScene(
        number=shown.number,
        id=scene.id,
        heading=scene.heading,
        brief=scene.brief,
        facts=facts,
        warnings=(*told, *(f"{f}." for f in left_out)),
        panels=tuple(_panels(shown, drawn)),
    )


def _together(findings: Iterable[str]) -> Iterator[str]:
    """Findings that begin alike as one: shapes and shots of a scene have room for different things."""
    parts: dict[str, dict[str, None]] = {}
    for finding in findings:
        what, colon, rest = finding.partition(": ")
        parts.setdefault(what + colon, {}).update(dict.fromkeys(rest.split(", ")))
    yield from (what + ", ".join(rest) for what, rest in parts.items())


def repeats(finding: Finding, found: Directed) -> bool:
    """Whether a painter's finding says once more which words were not understood, or who finds no room."""
    unknown = finding.kind is FindingKind.UNKNOWN_WORD
    told = found.unknown if unknown else crowded_out(found.present, found.shots)
    return bool(finding.words) and set(finding.words) <= set(told)


def _panels(shown: Shown, drawn: Sequence[Sequence[_Drawn]]) -> Iterator[Panel]:
    lines = shown.scene.lines
    if shown.scene.picture:
        yield _panel([d[0] for d in drawn], "your own", "", lines)
        return
    shots = shown.directed.shots
    ends = [b.first for _, b in pairwise(shots)] + [len(lines)]
    for n, (shot, end) in enumerate(zip(shots, ends, strict=True)):
        yield _panel([d[n] for d in drawn], shot_told(shot), acting_told(shot), lines[shot.first : end])


def _panel(drawn: Sequence[_Drawn], label: str, acting: str, lines: Sequence[Line]) -> Panel:
    return Panel(
        pictures=tuple(d.picture for d in drawn),
        label=label,
        acting=acting,
        said=tuple(Words(text=line.text, who=line.character or "") for line in lines),
        problem=next((d.problem for d in drawn if d.problem), ""),
    )
