"""To whom of a sentence it belongs what stands before a name, behind "that", beside somebody, in somebody's arms."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Acting, Directed, Doing, Role, Said, Way

LOOKS = {
    "en": ("woman", "boy"), "es": ("mujer", "niño"), "fr": ("femme", "garçon"), "pt": ("mulher", "menino"),
}  # fmt: skip


def scene(text: str, language: str) -> Directed:
    cast = tuple(Role(name=name, look=look) for name, look in zip(("Bea", "Tom"), LOOKS[language], strict=True))
    return direct(ToDirect(brief=text, language=language, cast=cast, lines=(Said(text="."),)))


def acting(text: str, language: str) -> dict[str, Acting]:
    return {act.name: act for act in scene(text, language).shots[0].acting}


@pytest.mark.parametrize(
    ("text", "language", "doing", "to"),
    [
        ("Tom runs. Kneeling on the stone, Bea holds out her hands.", "en", Doing.KNEEL, "stone"),
        ("Tom corre. Sentada en una silla, Bea mira el mar.", "es", Doing.SIT, "chair"),
        ("Tom court. À genoux sur la pierre, Bea tend les mains.", "fr", Doing.KNEEL, "stone"),
        ("Tom court. Assise sur un banc, Bea lit un livre.", "fr", Doing.SIT, "bench"),
        ("Tom corre. De joelhos na pedra, Bea estende as mãos.", "pt", Doing.KNEEL, "stone"),
    ],
)
def test_a_fronted_phrase_is_told_of_who_follows(text: str, language: str, doing: Doing, to: str) -> None:
    found = acting(text, language)
    assert found["Bea"].deed is not None
    assert (found["Bea"].doing, found["Bea"].deed.to, found["Tom"].doing) == (doing, to, Doing.RUN)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bea looks at a plate that floats on the lake.", "en"),
        ("Bea watches a dog that runs.", "en"),
        ("Bea mira un tronco que flota en el agua.", "es"),
        ("Bea regarde un canard qui nage.", "fr"),
        ("Bea vê um prato de barro que flutua na água.", "pt"),
    ],
)
def test_what_a_thing_or_animal_does_is_not_done_by_who_sees_it(text: str, language: str) -> None:
    found = scene(text, language)
    assert (found.shots[0].acting[0].doing, found.shots[0].acting[0].deed) == (Doing.STAND, None)
    assert found.scenery.bathing == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bea sits beside Tom and eats an apple.", "en"),
        ("Behind Tom Bea sits and eats an apple.", "en"),
        ("Bea se sienta junto a Tom y come una manzana.", "es"),
        ("Sur un banc à côté de Tom, Bea mange une pomme.", "fr"),
        ("Ao lado do Tom, Bea come uma maçã.", "pt"),
    ],
)
def test_beside_whom_somebody_is_does_nothing_else(text: str, language: str) -> None:
    found = acting(text, language)
    assert (found["Bea"].holds, found["Tom"].holds, found["Tom"].doing) == ("apple", "", Doing.STAND)


def test_beside_somebody_who_is_told_of_goes_on_with_them() -> None:
    assert acting("Bea kneels beside Tom, who holds a lamp.", "en")["Tom"].holds == "lamp"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tom, asleep in the arms of Bea, holds a spoon.", "en"),
        ("Tom sleeps in Bea's arms, a spoon in his hand.", "en"),
        ("Tom, dormido en brazos de Bea, tiene una cuchara en la mano.", "es"),
        ("Tom dort dans les bras de Bea.", "fr"),
        ("Tom dorme ao colo de Bea.", "pt"),
        ("Tom adormece nos braços da Bea.", "pt"),
        ("Bea leva Tom ao colo.", "pt"),
    ],
)
def test_in_whose_arms_somebody_is_carries_them(text: str, language: str) -> None:
    found = acting(text, language)
    deed = found["Bea"].deed
    assert deed is not None
    assert (deed.way, deed.to, found["Tom"].deed) == (Way.CARRY, "Tom", None)


def test_who_runs_into_somebodys_arms_is_not_carried() -> None:
    assert acting("Tom court dans les bras de Bea.", "fr")["Bea"].deed is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bea met une pomme dans un panier, et Tom, couché, en mange une autre.", "fr"),
        ("Bea sweeps the yard, and Tom, lying in the grass, eats an apple.", "en"),
    ],
)
def test_a_posture_between_signs_is_that_of_the_name_before_it(text: str, language: str) -> None:
    found = acting(text, language)
    assert (found["Tom"].task, found["Bea"].task) == ("eat", "")


def test_a_dance_that_is_only_spoken_of_is_not_danced() -> None:
    assert acting("Bea and Tom did not speak. It was about a dance.", "en")["Bea"].doing is Doing.STAND


OLD = {
    "en": ("old woman", "old man", "girl"), "es": ("mujer anciana", "hombre anciano", "niña"),
    "fr": ("femme âgée", "vieil homme", "fille"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two old people dance behind Bea.", "en"),
        ("Both old neighbours dance.", "en"),
        ("Los dos ancianos bailan junto a Bea.", "es"),
        ("Les deux vieillards dansent derrière Bea.", "fr"),
    ],
)
def test_the_two_old_people_are_the_two_old_ones_of_the_story(text: str, language: str) -> None:
    cast = tuple(Role(name=n, look=look) for n, look in zip(("Ada", "Otto", "Bea"), OLD[language], strict=True))
    found = direct(ToDirect(brief=text, language=language, cast=cast, lines=(Said(text="."),)))
    dancing = {act.name for act in found.shots[0].acting if act.doing is Doing.DANCE}
    assert (dancing, found.scenery.people) == ({"Ada", "Otto"}, ())
