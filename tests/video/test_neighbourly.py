"""Two houses and a fence are a village; a doorstep is no thing that one works at."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.direction.before import Before
from video.shotlist import Role, Said

ANA = Role(name="Ana", look="", voice="")


def asked(brief: str, language: str) -> ToDirect:
    return ToDirect(
        brief=brief, language=language, cast=(ANA,), lines=(Said(text="…"),), before=Before(places=("harbour",))
    )


@pytest.mark.parametrize(
    ("brief", "language", "places"),
    [
        ("Two houses side by side with a fence between them. Ana sings.", "en", ("village",)),
        ("Dos casas separadas por una cerca. Ana canta.", "es", ("village",)),
        ("Deux maisons avec une clôture. Ana chante.", "fr", ("village",)),
        ("Duas casas com uma cerca no meio. A Ana canta.", "pt", ("village",)),
        ("Two houses on the quay. Ana sings.", "en", ("harbour",)),
        ("Ana mends a net before her house.", "en", ("harbour",)),
    ],
)
def test_houses_with_a_fence_are_a_village_by_themselves(brief: str, language: str, places: tuple[str, ...]) -> None:
    assert direct(asked(brief, language)).scenery.places == places


@pytest.mark.parametrize(
    ("brief", "language"),
    [
        ("Ana mends a lobster trap on her doorstep.", "en"),
        ("Ana repara una nasa en el umbral.", "es"),
        ("Ana répare un casier sur le seuil.", "fr"),
    ],
)
def test_who_works_on_the_doorstep_does_not_work_at_the_door(brief: str, language: str) -> None:
    (act,) = direct(asked(brief, language)).shots[0].acting
    assert act.on != "door"
    assert act.deed is None or act.deed.to != "door"
