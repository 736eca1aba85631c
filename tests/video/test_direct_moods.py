"""Whose mood a word tells."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Mood, Role, Said

ANA = Role(name="Ana", look="", voice="")


def mood(text: str, language: str, *, who: str = "") -> Mood:
    lines = (Said(text=text, who=who), Said(text="…", who="Ana"))
    found = direct(ToDirect(brief="Ana.", language=language, lines=lines, cast=(ANA,)))
    return found.shots[0].acting[0].mood


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The table trembled when Ana came.", "en", ""),
        ("Ana para junto a una rueda triste.", "es", ""),
        ("Ana viu o leite que tremia.", "pt", ""),
        ("You are tired and sad.", "en", "Ana"),
        ("¿Tú estás triste?", "es", "Ana"),
        ("Tu es triste.", "fr", "Ana"),
        ("Ou alguém me ajuda, ou eu choro!", "pt", "Ana"),
        ("Don't be afraid.", "en", "Ana"),
    ],
)
def test_nobody_who_is_seen_feels_what_a_thing_or_another_or_a_threat_is(text: str, language: str, who: str) -> None:
    assert mood(text, language, who=who) is Mood.CALM


@pytest.mark.parametrize(
    ("text", "language", "who", "felt"),
    [
        ("Ana trembled.", "en", "", Mood.AFRAID),
        ("Ana abre la puerta, triste.", "es", "", Mood.SAD),
        ("Ana lleva el cesto contenta.", "es", "", Mood.GLAD),
        ("Ana est triste.", "fr", "", Mood.SAD),
        ("I am so sad.", "en", "Ana", Mood.SAD),
        ("Tenho medo!", "pt", "Ana", Mood.AFRAID),
    ],
)
def test_who_feels_it_shows_it(text: str, language: str, who: str, felt: Mood) -> None:
    assert mood(text, language, who=who) is felt
