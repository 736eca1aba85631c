"""What is done with the whole body is read and drawn: lying, crawling, jumping, falling, swimming, climbing; tears."""

from __future__ import annotations

import pytest

from tests.video.test_papercut_stage_rules import SHAPES, blocked, cast, of, scene
from video.direct import Acting, Doing, Mood, ShotPlan, ToDirect, direct
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.figures import measures
from video.engines.papercut.staging.bodily import suited
from video.shot import Frame
from video.shotlist import Role, Said

LIA = cast("Lia")[0].person
ANA = Role(name="Ana", look="woman, red dress, black hair")


def acting(text: str, language: str) -> Acting:
    found = direct(ToDirect(lines=(Said(text=text),), language=language, cast=(ANA,)))
    return next(act for shot in found.shots for act in shot.acting)


@pytest.mark.parametrize(
    ("text", "language", "task"),
    [
        ("Ana lies on the floor.", "en", "lie"),
        ("Ana crawls through the grass.", "en", "crawl"),
        ("Ana jumps high.", "en", "jump"),
        ("Ana swims in the lake.", "en", "swim"),
        ("Ana cups her hands and calls.", "en", "call_out"),
        ("Ana weeps.", "en", "cry"),
        ("Ana gatea por la hierba.", "es", "crawl"),
        ("Ana nada en el lago.", "es", "swim"),
        ("Ana llora.", "es", "cry"),
        ("Ana se tumba en el suelo.", "es", "lie"),
        ("Ana s'allonge dans l'herbe.", "fr", "lie"),
        ("Ana engatinha no chão.", "pt", "crawl"),
    ],
)
def test_what_the_body_does_is_read(text: str, language: str, task: str) -> None:
    assert acting(text, language).task == task


@pytest.mark.parametrize(
    ("task", "flat"), [("lie", True), ("curl", True), ("swim", True), ("jump", False), ("", False)]
)
def test_who_lies_or_swims_is_longer_than_high(task: str, *, flat: bool) -> None:
    assert LIA is not None
    body = measures(LIA, Act(task=task)).body
    assert ((body.right - body.left) > (body.bottom - body.top)) == flat


def test_who_jumps_is_above_the_ground_and_who_crawls_is_low() -> None:
    assert LIA is not None
    heights = {task: -measures(LIA, Act(task=task)).body.top for task in ("", "crawl", "jump")}
    assert heights["crawl"] < 0.75 * heights[""] < heights["jump"]


@pytest.mark.parametrize("frame", SHAPES, ids=("wide", "tall", "square"))
@pytest.mark.parametrize("task", ["", "cut"])
def test_who_is_in_the_air_or_under_water_keeps_the_head_in_the_picture(task: str, frame: Frame) -> None:
    made = blocked(scene("Lia", ShotPlan(acting=(Acting(name="Lia", task=task),)), frame, places=("underwater",)))
    head = of(made, "Lia").head()
    assert head is not None
    assert head.top >= made.framing.safe.top - 1


def test_a_body_suits_its_place() -> None:
    def task(act: Acting, **where: object) -> str:
        fitted = suited(scene("Lia", ShotPlan(acting=(act,)), **where), indoors=False)  # pyright: ignore[reportArgumentType]
        return fitted.shot.acting[0].task

    assert task(Acting(name="Lia", task="swim"), places=("meadow",)) == ""
    assert task(Acting(name="Lia", task="swim"), places=("underwater",)) == "swim"
    assert task(Acting(name="Lia", doing=Doing.SLEEP), places=("forest",)) == "curl"


def test_who_weeps_looks_sad_and_stops_when_glad() -> None:
    found = direct(
        ToDirect(lines=(Said(text="Ana weeps."), Said(text="Then Ana is glad.")), language="en", cast=(ANA,))
    )
    acts = [act for shot in found.shots for act in shot.acting]
    assert (acts[0].task, acts[0].mood) in (("cry", Mood.SAD), ("", Mood.GLAD))
    assert not (acts[-1].mood is Mood.GLAD and acts[-1].task == "cry")
