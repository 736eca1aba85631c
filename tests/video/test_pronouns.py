"""Who "she" and "he" are in a brief and in the narrator's lines."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.direction.told import acting_told
from video.shotlist import Role, Said

CAST = (
    Role(name="Ana", look="woman, green dress", voice="woman"),
    Role(name="Leo", look="boy, yellow shirt", voice="boy"),
)
EVA = Role(name="Eva", look="girl, red dress", voice="girl")


def acting(brief: str, language: str, cast: tuple[Role, ...] = CAST, text: str = "") -> str:
    lines = (Said(text=text, who=""),) if text else ()
    return acting_told(direct(ToDirect(brief=brief, language=language, cast=cast, lines=lines)).shots[0])


@pytest.mark.parametrize(
    ("language", "brief", "told"),
    [
        ("en", "Ana and Leo climb the stairs. She carries the lamp, he hugs the jar.",
         "Ana walks, carries lamp · Leo walks, holds jar"),
        ("es", "Ana y Leo en la cocina. Ella baila y él llora.", "Ana dances · Leo sad, weeps"),
        ("fr", "Ana et Leo au marché. Elle porte un panier, il mange une pomme.",
         "Ana carries basket · Leo sits, eats apple"),
        ("pt", "Ana e Leo na praia. Ele corre e ela leva um cesto.", "Ana carries basket · Leo runs"),
        ("ca", "Ana i Leo a la platja. Ell corre i ella canta.", "Ana sings · Leo runs"),
        ("en", "Ana and Leo dance. She and he laugh.", "Ana dances · Leo dances, glad, laughs"),
        ("en", "An old woman sits. She holds a key. Ana sleeps.", "Ana sleeps · old woman sits, holds key"),
    ],
)  # fmt: skip
def test_a_pronoun_is_the_only_one_of_that_gender(language: str, brief: str, told: str) -> None:
    assert acting(brief, language) == told


@pytest.mark.parametrize(
    ("language", "brief"),
    [
        ("en", "Ana and Eva in the garden. She sleeps."),
        ("fr", "Leo dans la rue. Il pleut."),
        ("es", "Leo canta para ella. Ana y Eva en el jardín."),
    ],
)
def test_whoever_may_be_another_is_nobody(language: str, brief: str) -> None:
    cast = (*CAST, EVA)
    alone = brief.partition(".")[0 if "canta" in brief else 2]
    told = acting(brief, language, cast)
    assert "sleeps" not in told
    assert told.count("sings") == alone.count("canta")


def test_lines_mean_those_who_are_there() -> None:
    assert acting("Ana and Leo in the garden.", "en", text="She wept.") == "Ana sad, weeps · Leo"


def test_a_fleet_that_sails_out_leaves_ashore_who_waves() -> None:
    found = direct(ToDirect(brief="The boats with full sails go out to sea. Leo waves.", language="en", cast=CAST))
    assert found.scenery.aboard == ()
