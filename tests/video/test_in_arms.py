"""Who is in somebody's arms, and who "the two old people" are."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.direction.told import acting_told
from video.shotlist import Role

CAST = (
    Role(name="Nell", look="girl, yellow coat", voice="girl"),
    Role(name="Rosa", look="old woman, black dress", voice="old woman"),
    Role(name="Joe", look="old man, cap", voice="old man"),
    Role(name="Pat", look="man, beard", voice="man"),
)


def acting(brief: str, language: str, cast: tuple[Role, ...] = CAST) -> str:
    return acting_told(direct(ToDirect(brief=brief, language=language, cast=cast)).shots[0])


@pytest.mark.parametrize(
    ("language", "brief", "told"),
    [
        ("es", "Nell duerme en brazos de Pat.", "Nell sleeps · Pat carries Nell in the arms"),
        ("fr", "Nell dort dans les bras de Pat.", "Nell sleeps · Pat carries Nell in the arms"),
        ("pt", "Nell dorme nos braços de Pat.", "Nell sleeps · Pat carries Nell in the arms"),
        ("es", "Pat lleva a Nell en brazos.", "Pat carries Nell in the arms · Nell"),
    ],
)
def test_who_sleeps_in_arms_is_carried_by_whose_they_are(language: str, brief: str, told: str) -> None:
    assert acting(brief, language) == told


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Nell sits. The two old people dance."),
        ("en", "Nell sits. The old couple dances."),
        ("es", "Nell sentada. Los dos viejos bailan."),
        ("fr", "Nell assise. Les deux vieux dansent."),
        ("pt", "Nell sentada. Os dois velhos dançam."),
    ],
)
def test_the_two_old_people_are_those_of_the_cast(language: str, brief: str) -> None:
    assert acting(brief, language) == "Nell sits · Rosa dances · Joe dances"


def test_without_such_a_cast_they_are_strangers() -> None:
    found = direct(ToDirect(brief="Nell sits. The two old people dance.", language="en", cast=CAST[:1]))
    assert [m.concept.id for m in found.scenery.people] == ["elders"]
    assert found.present == ("Nell",)


def test_who_is_named_and_called_old_is_not_there_twice() -> None:
    found = direct(ToDirect(brief="Rosa and Joe, the two old people, dance.", language="en", cast=CAST))
    assert found.scenery.people == ()
    assert found.present == ("Rosa", "Joe")
