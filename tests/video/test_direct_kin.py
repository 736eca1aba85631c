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


def test_a_family_of_animals_brings_no_people() -> None:
    buffalo = Role(name="Don Búfalo", look="búfalo negro", voice="hombre")
    lines = (Said(text="Don Búfalo pasó al trote con toda su familia.", who=""),)
    assert direct(ToDirect(language="es", lines=lines, cast=(buffalo,))).scenery.people == ()
    ana = Role(name="Ana", look="niña", voice="niña")
    lines = (Said(text="Ana pasó con toda su familia.", who=""),)
    assert direct(ToDirect(language="es", lines=lines, cast=(ana,))).scenery.people != ()


def test_of_whom_the_narrator_tells_is_not_in_a_picture_that_shows_others() -> None:
    cow = Role(name="Estrela", look="vaca malhada", voice="mulher")
    lines = (Said(text="Coaram o leite, ainda morno da vaca.", who=""),)
    cast = (RITA, cow)
    assert direct(ToDirect(brief="Rita na cozinha.", language="pt", lines=lines, cast=cast)).present == ("Rita",)
    assert direct(ToDirect(brief="A cozinha.", language="pt", lines=lines, cast=cast)).present == ("Estrela",)


def test_who_only_speaks_does_not_stand_in_the_open_sea() -> None:
    lines = (Said(text="Venham!", who="Zefa"),)
    for brief, present in (("Rita nada em alto mar.", ("Rita",)), ("Rita na praia.", ("Rita", "Zefa"))):
        found = direct(ToDirect(brief=brief, language="pt", lines=lines, cast=(ZEFA, RITA)))
        assert found.present == present


def test_who_is_called_by_kin_is_there() -> None:
    armand = Role(name="Armand", look="vieux pêcheur", voice="homme âgé")
    suzon = Role(name="Suzon", look="fille de dix ans", voice="fille")
    lines = (Said(text="Grand-père, elle ne boite plus !", who="Suzon"),)
    assert direct(ToDirect(language="fr", lines=lines, cast=(armand, suzon))).present == ("Suzon", "Armand")
    lines = (Said(text="Mon grand-père pêchait ici.", who="Suzon"),)
    assert direct(ToDirect(language="fr", lines=lines, cast=(armand, suzon))).present == ("Suzon",)


def test_the_family_of_people_who_are_there_is_they() -> None:
    lines = (Said(text="Toda a família comia a sopa. Zefa e Rita riam.", who=""),)
    assert direct(ToDirect(language="pt", lines=lines, cast=(ZEFA, RITA))).scenery.people == ()
