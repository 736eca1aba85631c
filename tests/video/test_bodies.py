"""What is done with the whole body and with bare hands: read from words in five languages, and drawn."""

from __future__ import annotations

import pytest

from tests.video.test_papercut_stage_rules import SHAPES, blocked, cast, of, scene
from video.direct import Doing, Mood, ShotPlan, ToDirect, direct
from video.engine import Figure
from video.engines.papercut.people.figures import Act, measures
from video.engines.papercut.people.wardrobe import dress_cast
from video.engines.papercut.staging.bodily import suited
from video.shot import Frame
from video.shotlist import Acting, Role, Said, Way

ANA = Role(name="Ana", look="woman, red dress, black hair")
LIA = cast("Lia")[0].person


def acting(line: str, language: str, *, told: bool = False) -> Acting:
    """What Ana does in a brief, or in what is told of her."""
    lines, brief = ((Said(text=line),), "") if told else ((), line)
    asked = ToDirect(brief=brief, lines=lines, language=language, cast=(ANA,))
    return next(a for a in direct(asked).shots[0].acting if a.name == "Ana")


@pytest.mark.parametrize(
    ("line", "language", "task"),
    [
        ("Ana is lying on the carpet.", "en", "lie"),
        ("Ana está tumbada en la alfombra.", "es", "lie"),
        ("Ana está deitada na areia.", "pt", "lie"),
        ("Ana crawls through the tunnel.", "en", "crawl"),
        ("Ana gatea por el pasillo.", "es", "crawl"),
        ("Ana leaps over the stream.", "en", "jump"),
        ("Ana tropieza con una raíz.", "es", "fall"),
        ("Ana nage dans la mer.", "fr", "swim"),
        ("Ana saluda con la mano desde el tren.", "es", "greet"),
        ("Ana weeps on the bench.", "en", "cry"),
        ("Ana knocks at the door.", "en", "knock"),
        ("Ana is asleep on the carpet.", "en", ""),
    ],
)
def test_a_deed_of_the_body_is_read(line: str, language: str, task: str):
    assert acting(line, language).task == task


@pytest.mark.parametrize("line", ["Ana plays the piano.", "Ana plays the harp."])
def test_who_plays_what_stands_is_at_it(line: str):
    deed = acting(line, "en").deed
    assert deed is not None
    assert deed.way is Way.PLAY


def test_exclaiming_is_no_weeping():
    assert acting("'Land!' cried Ana.", "en").task != "cry"


@pytest.mark.parametrize("look", ["woman", "old man", "girl of six", "toddler"])
def test_who_lies_or_swims_is_long_and_who_jumps_is_off_the_ground(look: str):
    person = dress_cast((Figure(name="Ama", look=look),))["Ama"]

    def body(task: str, pose: Doing = Doing.STAND):
        return measures(person, Act(pose=pose, task=task, mood=Mood.CALM, shadow=False)).body

    for task in ("lie", "swim"):
        box = body(task, Doing.SLEEP if task == "lie" else Doing.STAND)
        assert box.right - box.left > 1.2 * (box.bottom - box.top)
    assert body("jump").bottom < -0.03
    for task in ("lie", "curl", "crawl"):
        assert abs(body(task, Doing.SLEEP).bottom) < 0.08


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
def test_a_deed_of_the_body_is_read_where_it_is_told(text: str, language: str, task: str) -> None:
    assert acting(text, language, told=True).task == task


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
