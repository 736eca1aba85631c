"""Who is in a boat and who is in the water."""

from __future__ import annotations

import pytest

from video.concepts.mentions import read_text
from video.concepts.scenery import understand_scene

EVERYBODY = ("",)


def aboard(language: str, text: str, names: str) -> tuple[str, ...]:
    return understand_scene(text, "", language, tuple(names.split())).aboard


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Iaci and Tonho sit at the two ends of a small canoe.", "Iaci Tonho"),
        ("en", "Finn jumps into the boat.", "Finn"),
        ("en", "Musa, lost at sea, sees a light.", "Musa"),
        ("en", "Finn and Nana row a canoe.", "Finn Nana"),
        ("es", "Ana rema en el lago.", "Ana"),
        ("es", "Ana sube a la barca.", "Ana"),
        ("es", "Ana y Luis van en una barca pequeña.", "Ana Luis"),
        ("fr", "Armand et Suzon dans la barque au milieu du lac.", "Armand Suzon"),
        ("fr", "Un matin, Rose monta dans un bateau.", "Rose"),
        ("pt", "Iaci e Tonho sentados nas duas pontas de uma canoa pequena.", "Iaci Tonho"),
        ("pt", "A canoa dos primos passa debaixo de uma árvore, e Tonho aponta.", "Tonho"),
        ("pt", "A canoa pulava. Tonho agarrou o remo.", "Tonho"),
        ("ca", "La Nana i en Biel van en una barca.", "Nana Biel"),
        ("fr", "La brume cachait la barque. Rose ne voyait plus le bout de la rame.", "Rose"),
        ("fr", "La barque verte rentre. Suzon, debout à l'avant, agite son chapeau.", "Suzon"),
        ("id", "Kancil naik perahu di sungai.", "Kancil"),
    ],
)
def test_whoever_is_said_to_be_in_a_boat_is_aboard(language: str, text: str, names: str) -> None:
    assert aboard(language, text, names) == EVERYBODY


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "There is a hole in the boat. Finn looks at it.", "Finn"),
        ("en", "Finn puts the nets in the boat.", "Finn"),
        ("en", "Finn and Nana push the boat into the sea.", "Finn Nana"),
        ("en", "The boats are in the harbour. Finn waits.", "Finn"),
        ("en", "The cat sleeps in the boat. Finn mends a net.", "Finn"),
        ("en", "Finn paints the old boat on the beach.", "Finn"),
        ("en", "Trees stand in rows. Finn waits.", "Finn"),
        ("es", "En la playa, una barca. Ana espera.", "Ana"),
        ("es", "La barca se aleja y Ana la mira.", "Ana"),
        ("fr", "Armand repeint une vieille barque verte.", "Armand"),
        ("fr", "Un trou dans la barque, Armand le bouche.", "Armand"),
        ("pt", "A jangada chega na praia. Ritinha espera.", "Ritinha"),
    ],
)
def test_a_boat_alone_puts_nobody_into_it(language: str, text: str, names: str) -> None:
    assert not aboard(language, text, names)


def test_of_two_only_the_one_is_aboard_who_is_said_to_be() -> None:
    assert aboard("en", "Father stands in his boat and waves to Finn.", "Father Finn") == ("Father",)


def test_whoever_swims_is_in_the_water_and_a_dolphin_is_nobody_of_the_cast() -> None:
    scenery = understand_scene("Finn swims while Nana waits.", "", "en", ("Finn", "Nana"))
    assert scenery.bathing == ("Finn",)
    assert not understand_scene("A dolphin swims. Finn looks.", "", "en", ("Finn",)).bathing


@pytest.mark.parametrize(
    ("language", "text", "wet"),
    [
        ("en", "Finn and Nana swim in the lake. Bea waits.", ("Finn", "Nana")),
        ("en", "Finn, Nana and Bea swim in the lake. Old Tom waits.", ("Finn", "Nana", "Bea")),
        ("en", "Finn and the dog swim in the lake. Bea waits.", ("Finn",)),
        ("en", "Finn watches the dog swim in the lake.", ()),
        ("en", "Finn, without a dog, swims in the lake. Bea waits.", ("Finn",)),
        ("fr", "Nana est assise sur un tronc et Finn nage dans la mare.", ("Finn",)),
        ("es", "Nana está sentada en la orilla y Finn nada en el lago.", ("Finn",)),
    ],
)
def test_those_swim_who_are_named_with_the_verb_and_not_all_who_were_named_before(
    language: str, text: str, wet: tuple[str, ...]
) -> None:
    assert read_text(text, language, ("Finn", "Nana", "Bea", "Old Tom")).water.bathing == wet


@pytest.mark.parametrize(
    ("language", "text", "wet"),
    [
        ("en", "Finn fell into the river. Nana waits.", True),
        ("es", "Finn se cayó al agua. Nana espera.", True),
        ("fr", "Finn tomba dans le lac. Nana attend.", True),
        ("pt", "Finn caiu no rio. Nana espera.", True),
        ("en", "Finn fell by the river. Nana waits.", False),
    ],
)
def test_who_falls_into_the_water_is_in_it(language: str, text: str, wet: bool) -> None:
    assert bool(understand_scene("", text, language, ("Finn", "Nana")).bathing) is wet


def test_the_owner_of_the_boat_is_in_it_with_who_stands_at_its_bow() -> None:
    text = "La barque verte d'Armand rentre au port. Suzon, debout à l'avant, agite son ciré."
    assert read_text(text, "fr", ("Armand", "Suzon")).water.aboard == ("",)


def test_who_paints_on_the_bow_of_a_boat_is_not_in_it() -> None:
    assert read_text("Nuala paints the name on the bow of a boat.", "en", ("Nuala",)).water.aboard == ()
    assert read_text("Nuala stands at the bow of the boat.", "en", ("Nuala",)).water.aboard == ("",)


def test_behind_the_island_one_is_still_on_the_water() -> None:
    text = "Derrière l'île, le courant saisit les barques. Suzon ne voyait plus le bout de la rame."
    assert read_text(text, "fr", ("Suzon",)).water.aboard == ("",)
