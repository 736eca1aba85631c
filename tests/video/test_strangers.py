"""People who are none of the characters: what is told of them is done by them, and seen."""

from __future__ import annotations

import pytest

from translation.manuscript import ActWish, Wishes
from video.concepts.mentions import Mention
from video.concepts.table import get_concept
from video.direct import ToDirect, direct
from video.direction.told import acting_told
from video.engine import Figure, PaintJob
from video.engines.papercut.people.casting import read_job
from video.engines.papercut.people.strangers import strangers_in
from video.shot import Frame
from video.shotlist import Acting, Deed, Doing, Mood, Role, Said, ShotPlan, Way

ANA = Role(name="Ana", look="woman, green dress", voice="woman")


def shot(brief: str, language: str = "en", text: str = "") -> ShotPlan:
    lines = (Said(text=text, who=""),) if text else ()
    return direct(ToDirect(brief=brief, language=language, lines=lines, cast=(ANA,))).shots[0]


@pytest.mark.parametrize(
    ("language", "brief", "told"),
    [
        ("en", "Women cook rice in pots. Ana carries bread.", "Ana carries bread · woman stirs cooking pot"),
        ("pt", "Ana. Os pescadores esperam sentados, de braços cruzados.", "Ana · fisherman sits, arms crossed"),
        ("es", "Ana baila y los hombres cantan.", "Ana dances · man sings"),
        ("fr", "Ana dort. Les femmes dansent.", "Ana sleeps · woman dances"),
        ("en", "Drummers play. Ana laughs.", "Ana glad, laughs · musician plays drum"),
        ("en", "The crowd is afraid and looks up. Ana sings.", "Ana sings · people afraid, looks up"),
        ("en", "An old woman sleeps. Ana sits.", "Ana sits · old woman sleeps"),
    ],
)
def test_who_is_no_character_does_what_is_told_of_them(language: str, brief: str, told: str) -> None:
    assert acting_told(shot(brief, language)) == told


def test_a_character_does_something_with_somebody() -> None:
    (ana,) = shot("Ana gives the baker a coin.").acting
    assert ana.deed is not None
    assert (ana.deed.way, ana.deed.to) == (Way.GIVE, "baker")


def test_one_woman_is_of_the_cast_and_two_aunts_are_not() -> None:
    found = direct(ToDirect(brief="The woman sits. Two aunts are angry.", language="en", cast=(ANA,)))
    assert [(m.concept.id, m.count) for m in found.scenery.people] == [("woman", 2)]
    assert found.present == ("Ana",)
    (aunts,) = found.shots[0].strangers
    assert aunts.mood is Mood.ANGRY


def person(role: str, count: int = 1, word: str = "") -> Mention:
    return Mention(concept=get_concept(role), count=count, word=word or role)


@pytest.mark.parametrize(
    ("mention", "characters", "looks"),
    [
        (person("baker"), 1, ["man, white apron, white cap"]),
        (person("woman", 0), 0, ["woman"] * 3),
        (person("woman", 0), 2, ["woman"] * 2),
        (person("woman", 9), 0, ["woman"] * 3),
        (person("neighbour", 1, "vecina"), 1, ["woman"]),
        (person("neighbour", 1, "vecino"), 1, ["man"]),
        (person("people", 2), 1, ["man", "woman"]),
        (person("children", 2), 1, ["girl", "boy"]),
        (person("people", 1), 1, []),
        (person("neighbour", 0), 1, []),
    ],
)
def test_some_are_drawn_one_by_one(mention: Mention, characters: int, looks: list[str]) -> None:
    assert [figure.look for _, figure in strangers_in((mention,), characters)] == looks


def job(brief: str) -> PaintJob:
    found = direct(ToDirect(brief=brief, language="en", cast=(ANA,)))
    return PaintJob(
        scene="s1", heading="", brief=brief, text=(), picture="", folder="", seed=1, language="en",
        frame=Frame(width_px=320, height_px=180), scenery=found.scenery, present=found.present,
        cast=(Figure(name="Ana", look=ANA.look),), shot=found.shots[0],
    )  # fmt: skip


def test_the_stage_is_told_what_each_of_them_does() -> None:
    casting = read_job(job("Three fishermen mend nets. Ana hugs an old woman. The crowd sings."))
    acts = {act.name: act for act in casting.shot.acting}
    assert [p.name for p in casting.players] == ["Ana", "fisherman", "fisherman 2", "fisherman 3", "old woman"]
    assert acts["fisherman 2"].task == acts["fisherman"].task == "mend"
    assert acts["old woman"].doing is Doing.EMBRACE
    assert acts["people"].doing is Doing.SING
    assert casting.shot.strangers == ()


def test_a_shot_without_strangers_is_as_it_was() -> None:
    casting = read_job(job("Ana sings."))
    assert casting.shot.acting == (Acting(name="Ana", doing=Doing.SING),)


@pytest.mark.parametrize("language", ["es", "en", "qu"])
def test_by_hand_people_who_are_no_characters_come_and_do_something(language: str) -> None:
    wishes = Wishes(others=("two women stir a pot", "a fisherman sits"))
    found = direct(ToDirect(brief="Ana.", language=language, cast=(Role(name="Ana", look="woman"),), wishes=wishes))
    assert [(m.concept.id, m.count) for m in found.scenery.people] == [("woman", 2), ("fisherman", 1)]
    women, fisherman = found.shots[0].strangers
    assert (women.task, fisherman.doing) == ("stir", Doing.SIT)
    assert found.present == ("Ana",)
    assert found.notes == ()


def test_by_hand_goes_before_what_the_text_tells_of_them() -> None:
    asked = ToDirect(brief="Ana. A woman sleeps.", language="en", cast=(Role(name="Ana", look="girl"),))
    by_hand = ToDirect(brief=asked.brief, language="en", cast=asked.cast, wishes=Wishes(others=("a woman dances",)))
    assert [act.doing for act in direct(asked).shots[0].strangers] == [Doing.SLEEP]
    assert [act.doing for act in direct(by_hand).shots[0].strangers] == [Doing.DANCE]


def test_others_who_are_no_people_are_told() -> None:
    found = direct(ToDirect(brief="A beach.", language="en", wishes=Wishes(others=("a dog sleeps",))))
    assert found.notes == ("`others` says “a dog sleeps”, which names no people that can be drawn.",)


def test_words_that_the_creator_explains_mean_it_by_hand_too() -> None:
    cast = (Role(name="Ana", look="woman"),)
    wishes = Wishes(others=("two zorbs dance",), acts=(ActWish(name="Ana", acts=("sits on the plok",)),))
    words = (("zorbs", "woman"), ("plok", "bed"))
    found = direct(ToDirect(brief="Ana.", language="en", cast=cast, wishes=wishes, words=words))
    assert [m.concept.id for m in found.scenery.people] == ["woman"]
    assert found.shots[0].acting[0].deed == Deed(way=Way.ON, to="bed")
    assert found.notes == ()
