"""Parts of a bicycle are the bicycle; it stands before who works at it, upside down where it is said to be."""

from __future__ import annotations

import pytest

from video.direct import Acting, Doing, Role, Said, ToDirect, direct
from video.shotlist import Way

CAST = (Role(name="Ana", look="girl"), Role(name="Bruno", look="boy"))


def seen(brief: str, language: str = "en") -> tuple[dict[str, Acting], set[str]]:
    asked = ToDirect(scene="s", brief=brief, lines=(Said(text="…"),), language=language, cast=CAST)
    found = direct(asked)
    return {a.name: a for a in found.shots[0].acting}, {m.concept.id for m in found.scenery.things}


@pytest.mark.parametrize(
    ("language", "brief", "way", "to"),
    [
        ("en", "Ana stares at the flat tyre of her bicycle.", Way.BESIDE, "bicycle"),
        ("en", "The bicycle leans on a wall. Ana holds the back wheel.", Way.BESIDE, "bicycle"),
        ("en", "Ana prises the tyre off her bicycle with two spoons.", Way.BESIDE, "bicycle"),
        ("es", "La bicicleta está patas arriba. Ana mira la rueda.", Way.BESIDE, "upturned_bicycle"),
        ("fr", "Ana regarde le pneu de son vélo.", Way.BESIDE, "bicycle"),
        ("pt", "Ana olha para o pneu da bicicleta.", Way.BESIDE, "bicycle"),
        ("en", "Ana stands on the road with a bicycle. Bruno waits. Ana sits on the saddle.", Way.RIDE, "bicycle"),
        ("en", "Ana pushes a bicycle uphill, Bruno laughs; then Ana sits on the carrier.", Way.RIDE, "bicycle"),
        ("es", "Ana, sentada en el portaequipajes de la bicicleta, ríe.", Way.RIDE, "bicycle"),
    ],
)
def test_who_is_at_a_part_of_a_bicycle_is_at_the_bicycle(language: str, brief: str, way: Way, to: str) -> None:
    found, things = seen(brief, language)
    deed = found["Ana"].deed
    assert deed is not None
    assert (deed.way, deed.to) == (way, to)
    assert not things & {"tyre", "wheel", "bicycle_wheel", "saddle", "spoon"}


@pytest.mark.parametrize(
    ("language", "brief", "thing"),
    [
        ("en", "A saddle hangs on the horse by the fence.", "saddle"),
        ("en", "Ana rolls a wheel down the hill.", "wheel"),
        ("es", "En el taller hay tres ruedas y una bicicleta.", "bicycle_wheel"),
    ],
)
def test_what_is_no_part_of_a_bicycle_is_there(language: str, brief: str, thing: str) -> None:
    assert thing in seen(brief, language)[1]


def test_who_carries_a_wheel_has_it_in_hand() -> None:
    found, _ = seen("Ana kneels beside her bicycle, Bruno carries the front wheel.")
    assert found["Bruno"].holds == "bicycle_wheel"


@pytest.mark.parametrize(
    ("language", "brief", "thing"),
    [
        ("en", "A bicycle stands upside down on the road.", "upturned_bicycle"),
        ("en", "An overturned chair in the kitchen.", "upturned_chair"),
        ("es", "La mesa está patas arriba.", "upturned_table"),
        ("fr", "Une chaise renversée devant la maison.", "upturned_chair"),
        ("pt", "O carrinho de mão está de pernas para o ar.", "upturned_wheelbarrow"),
        ("en", "The bicycle is not upside down.", "bicycle"),
    ],
)
def test_what_stands_on_its_head_is_seen_so(language: str, brief: str, thing: str) -> None:
    assert thing in seen(brief, language)[1]


def test_who_prises_kneels_with_the_tool_in_hand() -> None:
    act = seen("Ana kneels and prises the tyre off the bicycle wheel with a spoon.")[0]["Ana"]
    assert (act.doing, act.task, act.holds) == (Doing.KNEEL, "prise", "spoon")
