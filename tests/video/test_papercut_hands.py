"""Hands at work are drawn: the thing is where the hand is, at every age, and it moves round."""

from dataclasses import replace

import numpy as np
import pytest

from tests.video.test_papercut_people import drawn, somebody
from video.direction.handiwork import HANDIWORK
from video.engines.papercut.people.act import Act
from video.engines.papercut.people.figures import measures
from video.engines.papercut.people.handling import is_handled
from video.engines.papercut.people.implements import IMPLEMENTS
from video.engines.papercut.people.pen import Ruler
from video.shotlist import Doing

THING = {"throw": "stone", "hold": "basket", "show": "map", "at_chest": "shell", "catch": "ball", "under_arm": "book"}


def at_work(task: str) -> Act:
    rule = HANDIWORK[task]
    on = rule.on or THING.get(task, next(iter(sorted(rule.of)), "basket"))
    return Act(pose=rule.pose, task=task, holds=rule.tool, on=on, shadow=False)


@pytest.mark.parametrize("task", [task for task in sorted(HANDIWORK) if is_handled(Act(task=task))])
def test_every_handiwork_is_drawn_with_its_thing_and_ends_as_it_begins(task: str) -> None:
    for look in ("man", "girl"):
        person, act = somebody(look), at_work(task)
        plain = drawn(person, replace(act, task="", holds="", on="", pose=Doing.STAND))
        assert not np.array_equal(drawn(person, act), plain)
        assert np.array_equal(drawn(person, act), drawn(person, replace(act, phase=1.0)))
        assert measures(person, act).face.bottom < 0


@pytest.mark.parametrize("kind", ["flute", "panpipe", "trumpet", "guitar", "violin", "drum", "accordion", "rattle"])
def test_instruments_are_at_the_mouth_or_before_the_body(kind: str) -> None:
    act = Act(pose=Doing.WORK, task="play_music", holds=kind, on=kind, shadow=False)
    assert not np.array_equal(drawn(somebody("girl"), act), drawn(somebody("girl"), replace(act, task="", holds="")))
    measured = measures(somebody("man"), act)
    blown = kind in ("flute", "panpipe", "trumpet")
    assert (abs(measured.far_hand[1] - measured.face.bottom) < 0.2) or not blown


def test_hands_are_where_the_work_is() -> None:
    man = somebody("man")
    held = measures(man, Act(pose=Doing.HOLD, task="hold_up", holds="lamp", on="lamp", shadow=False))
    assert held.far_hand[1] < held.eyes[1]
    chest = measures(man, Act(pose=Doing.HOLD, task="at_chest", holds="shell", on="shell", shadow=False))
    assert abs(chest.far_hand[0]) < 0.2
    head = measures(man, Act(pose=Doing.WALK, task="on_head", holds="jug", on="jug", shadow=False))
    assert head.box.top < measures(man, Act(shadow=False)).box.top - 0.2


def test_who_sits_at_work_keeps_the_seat() -> None:
    man = somebody("man")
    sitting = Act(pose=Doing.SIT, seat=0.3, shadow=False)
    work = replace(sitting, task="peel", holds="knife", on="potato")
    assert abs(measures(man, work).eyes[1] - measures(man, sitting).eyes[1]) < 0.05


@pytest.mark.parametrize("kind", IMPLEMENTS)
def test_an_implement_is_no_larger_than_a_figure_can_handle(kind: str) -> None:
    ruler = Ruler()
    IMPLEMENTS[kind](ruler, 0.3)
    assert ruler.box is not None
    assert max(ruler.box.width(), ruler.box.height()) < 75
