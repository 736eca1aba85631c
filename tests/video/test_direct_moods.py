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
        ("Ana espera. O leite tinha virado um espelho mole, que tremia quando a mesa tremia.", "pt", ""),
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


@pytest.mark.parametrize(
    ("brief", "felt"),
    [
        ("A storm on the sea. Ana sits in the boat.", Mood.AFRAID),
        ("A storm on the sea. Ana sits in the boat, proud.", Mood.GLAD),
        ("A storm on the sea. Ana stands on the beach.", Mood.CALM),
        ("The calm sea. Ana sits in the boat.", Mood.CALM),
    ],
)
def test_who_is_on_the_water_in_a_storm_does_not_smile(brief: str, felt: Mood) -> None:
    found = direct(ToDirect(brief=brief, language="en", lines=(Said(text="…", who=""),), cast=(ANA,)))
    assert found.shots[0].acting[0].mood is felt


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Everybody was sad when the lights came back.", "en"),
        ("A las tres volvió la luz, y todos dijeron «ah», pero fue un «ah» triste.", "es"),
        ("Tous étaient tristes quand le courant revint.", "fr"),
        ("Todos ficaram tristes quando a luz voltou.", "pt"),
    ],
)
def test_what_all_feel_at_once_is_over_with_its_line(line: str, language: str) -> None:
    leo = Role(name="Leo", look="", voice="")
    lines = (
        Said(text=line), Said(text="Bah.", who="Leo"),
        Said(text="En la la la, la la la la la la la la la la la la la la la la la la la la la.", who="Ana"),
    )  # fmt: skip
    found = direct(ToDirect(brief="Ana. Leo.", language=language, lines=lines, cast=(ANA, leo)))
    assert {act.mood for act in found.shots[0].acting} == {Mood.SAD}
    assert {act.mood for act in found.shots[-1].acting} == {Mood.CALM}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ana walked away, ashamed.", "en"),
        ("Ana s'en alla, honteuse.", "fr"),
        ("Ana se fue, avergonzada.", "es"),
        ("Ana foi-se embora, envergonhada.", "pt"),
    ],
)
def test_who_is_ashamed_does_not_smile(text: str, language: str) -> None:
    assert mood(text, language) is Mood.SAD
