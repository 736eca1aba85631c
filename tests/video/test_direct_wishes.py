"""What the creator wishes of somebody is their deed before it is a thing in their hand."""

from __future__ import annotations

import pytest

from translation.manuscript import ActWish, Wishes
from video.direct import Role, ToDirect, direct
from video.shotlist import Acting, Directed, Doing, Way


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
