"""What the creator wishes of somebody is their deed before it is a thing in their hand."""

from __future__ import annotations

import pytest

from translation.manuscript import ActWish, Wishes
from video.direct import Role, ToDirect, direct
from video.shotlist import Acting, Deed, Directed, Doing, Way


def wished(words: str, language: str = "en") -> Directed:
    wishes = Wishes(acts=(ActWish(name="Ana", acts=(words,)),))
    cast = (Role(name="Ana", look="woman"),)
    return direct(ToDirect(brief="Ana.", language=language, cast=cast, wishes=wishes))


def act(words: str, language: str = "en") -> Acting:
    return wished(words, language).shots[0].acting[0]


@pytest.mark.parametrize(
    ("language", "words", "doing", "holds"),
    [
        ("en", "waves", Doing.HOLD, ""),
        ("en", "saws", Doing.WORK, "saw"),
        ("en", "fishes", Doing.WORK, "fishing_rod"),
        ("en", "rows", Doing.SIT, "oar"),
        ("en", "ducks", Doing.KNEEL, ""),
        ("en", "leaves", Doing.WALK, ""),
        ("en", "plants", Doing.KNEEL, ""),
        ("es", "cocina", Doing.WORK, "spoon"),
        ("es", "llama", Doing.SPEAK, ""),
        ("es", "nada", Doing.STAND, ""),
        ("es", "sierra", Doing.WORK, "saw"),
        ("fr", "pêche", Doing.WORK, "fishing_rod"),
        ("fr", "montre", Doing.POINT, ""),
        ("fr", "peigne", Doing.HOLD, "comb"),
        ("pt", "serra", Doing.WORK, "saw"),
        ("pt", "pinta", Doing.WORK, "paintbrush"),
        ("en", "basket", Doing.HOLD, "basket"),
        ("en", "holds big red flag", Doing.HOLD, "flag"),
        ("es", "vela", Doing.HOLD, "candle"),
    ],
)
def test_a_verb_goes_before_a_noun(language: str, words: str, doing: Doing, holds: str) -> None:
    found = act(words, language)
    assert (found.doing, found.holds) == (doing, holds)


@pytest.mark.parametrize(("language", "words"), [("en", "flies"), ("en", "fly"), ("es", "vuela"), ("fr", "vole")])
def test_who_shall_fly_holds_no_fly(language: str, words: str) -> None:
    found = act(words, language)
    assert found.holds == ""
    assert found.deed is not None
    assert found.deed.way is Way.FLY


@pytest.mark.parametrize("words", ["house", "boats", "fires"])
def test_what_no_hand_can_hold_is_told(words: str) -> None:
    found = wished(words)
    assert found.shots[0].acting[0].holds == ""
    assert "no hand can hold" in found.notes[0]


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        (Wishes(place=("stairs",)), "no place"),
        (Wishes(weather=("cat",)), "no weather"),
        (Wishes(place=("bridge", "river")), ""),
        (Wishes(place=("mountain",), weather=("snow",)), ""),
        (Wishes(weather=("autumn",)), ""),
    ],
)
def test_what_is_no_place_or_weather_is_shown_and_told(wishes: Wishes, told: str) -> None:
    found = direct(ToDirect(brief="Ana waits.", language="en", cast=(Role(name="Ana", look="woman"),), wishes=wishes))
    assert ("".join(found.notes) == "") is (told == "")
    assert told in "".join(found.notes)
    for asked in (*(wishes.place or ()), *(wishes.weather or ())):
        assert asked in (*found.scenery.ids(), found.scenery.season)


TWO = (Role(name="Ana", look="woman"), Role(name="Leo", look="boy"))


@pytest.mark.parametrize(
    ("language", "words", "deed"),
    [
        ("en", "carries Leo in her arms", Deed(way=Way.CARRY, to="Leo", part="arms")),
        ("es", "lleva a Leo en brazos", Deed(way=Way.CARRY, to="Leo", part="arms")),
        ("fr", "porte Leo dans ses bras", Deed(way=Way.CARRY, to="Leo", part="arms")),
        ("pt", "leva Leo nos braços", Deed(way=Way.CARRY, to="Leo", part="arms")),
        ("es", "carries Leo on her back", Deed(way=Way.CARRY, to="Leo", part="back")),
        ("en", "takes Leo by the hand", Deed(way=Way.HANDS, to="Leo")),
        ("en", "sits beside the oven", Deed(way=Way.BESIDE, to="oven")),
        ("es", "sentada en la cama", Deed(way=Way.ON, to="bed")),
        ("en", "under the tree", Deed(way=Way.BEHIND, to="tree", part="under")),
        ("es", "debajo del árbol", Deed(way=Way.BEHIND, to="tree", part="under")),
    ],
)
def test_by_hand_somebody_does_what_a_brief_could_say(language: str, words: str, deed: Deed) -> None:
    by_hand = Wishes(acts=(ActWish(name="Ana", acts=(words, "sad")),))
    found = direct(ToDirect(brief="Ana. Leo.", language=language, cast=TWO, wishes=by_hand))
    (ana,) = (act for act in found.shots[0].acting if act.name == "Ana")
    assert (ana.deed, ana.mood.value, found.notes) == (deed, "sad", ())


def test_by_hand_something_is_held_by_who_sits_on_something() -> None:
    wishes = Wishes(acts=(ActWish(name="Ana", acts=("holds basket", "sits on the bed")),))
    (ana,) = direct(ToDirect(brief="Ana.", language="en", cast=TWO[:1], wishes=wishes)).shots[0].acting
    assert (ana.holds, ana.doing, ana.deed) == ("basket", Doing.SIT, Deed(way=Way.ON, to="bed"))


def test_what_is_neither_done_nor_held_is_told() -> None:
    assert "no deed known here" in wished("river").notes[0]
