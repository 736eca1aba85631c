"""What is seen when in an edition, and what its files are called."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from flows.pictures import Pictures
from flows.plan import LanguagePlan
from flows.recipe import ShotId
from flows.stages import placed as placing
from flows.stages.edition import EditionJob, Parts, endings, film_names, shown_of
from flows.stages.film_key import film_key
from flows.stages.lines import Heard
from flows.stages.placed import speaking
from flows.stages.shots import shot_jobs
from flows.work import LanguageWork
from languages.clock import SAMPLE_RATE_HZ, ticks
from speech.utterance import Utterance, Word
from translation.manuscript import Character, Line, LineKind, Manuscript, Scene
from video.direct import ShotPlan
from video.shapes import Shape, formats
from video.shot import Face, Frame, Shot
from video.timing import HeardLine

FRAME = Frame(width_px=320, height_px=180)
BOTH = formats(FRAME, (Shape.WIDE, Shape.TALL))
STORY = Manuscript(
    name="story",
    language="es",
    title=Line(id="title", text="T", kind=LineKind.TITLE),
    characters=(Character(name="Luna"),),
    scenes=(
        Scene(
            id="s1",
            heading="",
            lines=(
                Line(id="a", text="Una vez", kind=LineKind.NARRATION),
                Line(id="b", text="Hola", kind=LineKind.SPEECH, character="Luna"),
                Line(id="c", text="Y nada", kind=LineKind.NARRATION),
            ),
        ),
        Scene(id="s2", heading="", lines=(Line(id="d", text="Fin", kind=LineKind.NARRATION),)),
    ),
)
PLANS = (ShotPlan(), ShotPlan(number=2, first=1, focus="Luna", talks=True))


def heard(seconds: float) -> Heard:
    length = ticks(seconds)
    u = Utterance(
        line="", voice="", language="es", audio="", length=length, words=(), loudness_lufs=-20.0, peak_dbtp=-3.0
    )
    words = (Word(text="palabra", offset=0, start=0, end=length),)
    return Heard(key="k", utterance=u, line=HeardLine(text="palabra", length=length, words=words))


def shot(frame: Frame, *, talks: bool = False) -> Shot:
    face = Face(left=0.4, top=0.1, right=0.6, bottom=0.4)
    return Shot(
        scene="", media=f"{frame}", width_px=frame.width_px, height_px=frame.height_px, fps=25, gops=12, gop_frames=25,
        loops=True, headers="", seed=0, prompt="", talks=talks, faces=(face,) if talks else (),
    )  # fmt: skip


def parts(*, hard_cuts: bool = False) -> Parts:
    job = EditionJob(
        manuscript=STORY,
        plan=LanguagePlan(language="es", name="Spanish", states=()),
        work=LanguageWork(language="es", po="", lines=(), recordings=()),
        formats=BOTH,
        allow_gaps=False,
        out="out",
        shown=(("s1", PLANS),),
        hard_cuts=hard_cuts,
    )
    shots: dict[ShotId, Shot] = {}
    for f in BOTH:
        for scene, number in (("s1", 1), ("s1", 2), ("s2", 1)):
            shots[ShotId(scene=scene, number=number, frame=f.frame)] = shot(f.frame, talks=number == 2)
    return Parts(job=job, texts={}, heard={n: heard(3.0) for n in "abcd"}, gaps=(), shots=shots, lines=())


def test_a_scene_is_told_in_its_shots_and_scenes_dissolve() -> None:
    clips = parts().timeline().clips
    assert [(c.scene, c.shot) for c in clips] == [("s1", 1), ("s1", 2), ("s2", 1)]
    assert [(c.enters > 0, c.leaves > 0) for c in clips] == [(True, False), (False, True), (True, True)]
    assert not any(c.enters or c.leaves for c in parts(hard_cuts=True).timeline().clips)


def test_each_format_shows_its_own_shots() -> None:
    made = parts()
    wide, tall = (f.frame for f in BOTH)
    (clip, *_) = made.timeline().clips
    assert made.shot(clip, tall).width_px == tall.width_px == wide.height_px == made.shot(clip, wide).height_px
    (seen,) = made.seen(made.timeline(), tall)
    talking = made.timeline().clips[1]
    assert (seen.start, seen.end) == (talking.start, talking.start + talking.length)


def test_mouths_move_while_their_character_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    made = parts()
    timeline = made.timeline()
    loud = np.sin(np.arange(3 * SAMPLE_RATE_HZ) * 0.03).astype(np.float32)
    read: list[Path] = []
    monkeypatch.setattr(placing, "read_encoded", lambda path: (read.append(path), loud)[1])
    speaks = speaking(made, timeline, {n: Path(n) for n in "abcd"})
    said = next(s for s in timeline.said if s.line == "b")
    assert speaks == ((), ((said.start, said.start + said.length),), ())
    assert read == [Path("b")], "only lines of those who are seen speaking are listened to"


def test_the_shots_of_a_work_are_known_by_scene_whatever_their_format() -> None:
    jobs = [j for f in BOTH for j in shot_jobs(STORY, f, 0, Pictures())]
    assert [j.name for j in jobs] == ["s1", "s2", "s1 tall", "s2 tall"]
    assert shown_of(jobs) == (("s1", (jobs[0].job.shot,)), ("s2", (jobs[1].job.shot,)))
    second = dataclasses.replace(jobs[0], job=dataclasses.replace(jobs[0].job, shot=PLANS[1]))
    assert second.name == "s1/2"
    assert shown_of((jobs[0], second)) == (("s1", (jobs[0].job.shot, PLANS[1])),)
    assert len({j.id for j in (*jobs, second)}) == 5


def test_files_of_shapes_are_told_apart_and_captions_come_once() -> None:
    assert endings(BOTH) == ("mp4", "tall.mp4", "srt", "vtt", "md", "captioned.mp4", "tall.captioned.mp4")
    assert set(film_names("pan")) == {
        "pan.mp4", "pan.tall.mp4", "pan.square.mp4",
        "pan.captioned.mp4", "pan.tall.captioned.mp4", "pan.square.captioned.mp4",
    }  # fmt: skip


def test_a_line_that_another_says_with_the_same_voice_is_another_film() -> None:
    made = parts()
    before = film_key(made, ())
    first, *rest = STORY.scenes
    mute = tuple(dataclasses.replace(line, character=None) for line in first.lines)
    told = dataclasses.replace(STORY, scenes=(dataclasses.replace(first, lines=mute), *rest))
    job = dataclasses.replace(made.job, manuscript=told)
    assert film_key(dataclasses.replace(made, job=job), ()) != before
    assert film_key(made, ()) == before
