"""What is done with the whole body and with bare hands: read from words in five languages, and drawn."""

from __future__ import annotations

import pytest

from video.direct import Doing, Mood, ToDirect, direct
from video.engine import Figure
from video.engines.papercut.people.figures import Act, measures
from video.engines.papercut.people.wardrobe import dress_cast
from video.shotlist import Acting, Role, Way


def acting(line: str, language: str) -> Acting:
    asked = ToDirect(brief=line, language=language, cast=(Role(name="Ana", look="woman"),))
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
