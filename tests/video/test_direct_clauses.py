"""What is told of the second in a sentence is not done or felt by the first."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Acting, Doing, Mood, Role, Way

CAST = (
    Role(name="Nana", look="old woman, anciana, vieille femme, velha"),
    Role(name="Ina", look="girl, niña, fille, menina"),
)


def acts(brief: str, language: str) -> dict[str, Acting]:
    found = direct(ToDirect(brief=brief, language=language, cast=CAST))
    return {act.name: act for act in found.shots[0].acting}


@pytest.mark.parametrize(
    ("language", "brief", "mood"),
    [
        ("en", "Nana holds a candle, Ina is afraid.", Mood.AFRAID),
        ("en", "Ina is afraid, Nana holds a candle.", Mood.AFRAID),
        ("en", "Nana carries a basket and Ina is angry.", Mood.ANGRY),
        ("en", "Nana waters the flowers while Ina is amazed.", Mood.AMAZED),
        ("en", "Nana holds a lamp and looks at Ina, who is sad.", Mood.SAD),
        ("es", "Nana sostiene una vela, Ina tiene miedo.", Mood.AFRAID),
        ("es", "Nana lleva una cesta y Ina está triste.", Mood.SAD),
        ("es", "Nana lleva una cesta mientras la Ina está muy contenta.", Mood.GLAD),
        ("fr", "Nana tient une bougie, Ina a peur.", Mood.AFRAID),
        ("fr", "Nana porte un panier et Ina est en colère.", Mood.ANGRY),
        ("pt", "Nana segura uma vela, Ina está com medo.", Mood.AFRAID),
        ("pt", "A Nana leva um cesto, a Ina está triste.", Mood.SAD),
    ],
)
def test_a_mood_is_that_of_its_own_clause(language: str, brief: str, mood: Mood) -> None:
    found = acts(brief, language)
    assert (found["Nana"].mood, found["Ina"].mood) == (Mood.CALM, mood)
    assert found["Ina"].holds == ""
    assert found["Nana"].deed is None


@pytest.mark.parametrize(
    ("language", "brief", "mood"),
    [
        ("en", "Nana and Ina are glad.", Mood.GLAD),
        ("en", "Nana hugs Ina and is glad.", Mood.GLAD),
        ("es", "Nana y Ina están tristes.", Mood.SAD),
        ("fr", "Nana et Ina ont peur.", Mood.AFRAID),
    ],
)
def test_those_who_are_named_together_feel_together(language: str, brief: str, mood: Mood) -> None:
    assert acts(brief, language)["Nana"].mood is mood


def test_a_deed_behind_an_adverb_is_that_of_whom_it_stands_with() -> None:
    found = acts("Nana holds a candle and Ina quickly runs home.", "en")
    assert (found["Nana"].doing, found["Ina"].doing) == (Doing.HOLD, Doing.RUN)


@pytest.mark.parametrize(
    ("brief", "doing", "way", "to"),
    [
        ("Nana on a ladder picks apples.", Doing.HOLD, Way.CLIMB, "ladder"),
        ("Nana on a bench. Ina dances.", Doing.SIT, Way.ON, "bench"),
        ("Nana on a big rock.", Doing.STAND, Way.ON, "rock"),
    ],
)
def test_who_is_said_to_be_on_something_without_a_verb_is_on_it(brief: str, doing: Doing, way: Way, to: str) -> None:
    found = acts(brief, "en")["Nana"]
    assert found.deed is not None
    assert (found.doing, found.deed.way, found.deed.to) == (doing, way, to)


@pytest.mark.parametrize(
    ("brief", "doing", "holds"),
    [
        ("A garden. Nana builds a snowman.", Doing.KNEEL, ""),
        ("A beach. Nana builds a sandcastle.", Doing.KNEEL, ""),
        ("Nana builds a house.", Doing.WORK, "hammer"),
    ],
)
def test_nobody_hammers_at_a_snowman(brief: str, doing: Doing, holds: str) -> None:
    found = acts(brief, "en")["Nana"]
    assert (found.doing, found.holds) == (doing, holds)


@pytest.mark.parametrize(
    ("language", "brief", "doing"),
    [
        ("es", "Ina le dio una manzana a la cabra, y la cabra se la comió también.", Doing.HOLD),
        ("fr", "Ina donne une pomme à la chèvre et la chèvre la mange.", Doing.HOLD),
        ("en", "Ina holds a candle and the dog sleeps.", Doing.HOLD),
        ("en", "Ina and the dog run.", Doing.RUN),
        ("es", "Ina y el perro corren.", Doing.RUN),
    ],
)
def test_what_an_animal_does_is_done_with_those_alone_who_are_named_with_it(
    language: str, brief: str, doing: Doing
) -> None:
    found = acts(brief, language)["Ina"]
    assert found.doing is doing
    assert found.task != "eat"
