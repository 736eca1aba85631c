"""Persons without a name who are somebody of the cast."""

from __future__ import annotations

from video.direct import ToDirect, direct
from video.shotlist import Role, Said

ZEFA = Role(name="Zefa", look="mulher forte, lenço branco", voice="mulher")
RITA = Role(name="Rita", look="menina de 8 anos", voice="menina")


def people(text: str, *, who: str = "Zefa", cast: tuple[Role, ...] = (ZEFA, RITA), heading: str = "") -> set[str]:
    lines = (Said(text=text, who=""), Said(text="Olha.", who=who))
    found = direct(ToDirect(heading=heading, language="pt", lines=lines, cast=cast))
    return {m.concept.id for m in found.scenery.people}


def test_the_mother_is_the_one_woman_who_is_there() -> None:
    assert people("Rita ficou ao lado da mãe.") == set()
    assert people("Rita ficou ao lado da mãe.", who="Rita", cast=(RITA,)) == {"mother"}


def test_whom_only_a_heading_names_is_no_stranger() -> None:
    assert people("Rita ficou em casa.", heading="O rei e a menina") == set()
    assert people("Rita viu o rei.", heading="O rei") == {"king"}
