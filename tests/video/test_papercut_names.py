"""What the kit calls what words ask for."""

from __future__ import annotations

from video.concepts.scenery import Concept, Mention
from video.engines.papercut.staging.names import called, is_row, together


def thing(kind: str, count: int = 1, word: str = "") -> Mention:
    return Mention(concept=Concept(id=kind, kind="thing"), count=count, word=word)


def ids(*things: Mention) -> list[str]:
    return [m.concept.id for m in together(things, ())]


def test_several_cheeses_on_a_shelf_are_a_rack_of_them_and_one_is_not() -> None:
    assert ids(thing("shelf", 0), thing("cheese", 0)) == ["cheese_rack"]
    assert ids(thing("shelf"), thing("cheese")) == ["shelf", "cheese"]


def test_a_wheel_beside_a_tube_is_a_bicycles_and_drawn_once() -> None:
    assert ids(thing("wheel"), thing("inner_tube")) == ["bicycle_wheel", "inner_tube"]
    assert ids(thing("bicycle_wheel"), thing("wheel"), thing("patch")) == ["bicycle_wheel", "patch"]
    assert ids(thing("wheel"), thing("cart")) == ["wheel", "cart"]


def test_many_ants_are_a_row_and_one_is_an_animal() -> None:
    ant = Concept(id="ant", kind="animal")
    assert is_row(Mention(concept=ant, count=0))
    assert is_row(Mention(concept=ant, count=12))
    assert not is_row(Mention(concept=ant))
    assert [m.concept.id for m in together((), (Mention(concept=ant, count=0),))] == ["ants"]


def test_a_boat_that_is_rowed_by_its_name_has_no_sail() -> None:
    assert called(thing("boat", word="barque")).concept.id == "rowboat"
    assert called(thing("boat", word="sailboat")).concept.id == "boat"
    assert called(thing("twig", 5)).concept.id == "twigs"
