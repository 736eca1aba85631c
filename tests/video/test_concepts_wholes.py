"""A part of a thing that is there is no thing of its own, and who is on it is on the whole."""

from __future__ import annotations

import pytest

from video.concepts.scenery import understand_scene
from video.direct import ToDirect, direct
from video.shotlist import Acting, Role, Said, Way


def ids(text: str, language: str) -> set[str]:
    return {m.concept.id for m in understand_scene(text, "", language, ("Bea",)).things}


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("The mast of the boat is high.", "en", {"boat"}),
        ("Bea is on the saddle, and the tyre is round again.", "en", {"bicycle", "tyre"}),
        ("Bea se repose au pied du tronc du baobab.", "fr", {"baobab"}),
    ],
)
def test_a_part_is_its_whole(text: str, language: str, whole: set[str]) -> None:
    assert ids(text, language) == whole


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("A spare wheel lies beside the car.", "en", "wheel"),
        ("Bea rolls a tyre behind the car.", "en", "tyre"),
        ("A saddle hangs beside the horse and the bicycle.", "en", "saddle"),
        ("The sail of the boat is white.", "en", "sail"),
        ("Un tronc flotte à côté du bateau.", "fr", "log"),
    ],
)
def test_what_is_told_of_by_itself_is_there(text: str, language: str, part: str) -> None:
    assert part in ids(text, language)


def bea(text: str) -> Acting:
    cast = (Role(name="Bea", look="woman"),)
    return direct(ToDirect(brief=text, language="en", cast=cast, lines=(Said(text="."),))).shots[0].acting[0]


@pytest.mark.parametrize(
    "text",
    [
        "Bea sits on her bicycle.",
        "Bea is on the saddle of her bicycle.",
        "Bea, already on the saddle of the bicycle, laughs.",
        "Bea sits on the carrier of the bicycle.",
    ],
)
def test_who_is_on_the_saddle_is_on_the_bicycle(text: str) -> None:
    deed = bea(text).deed
    assert deed is not None
    assert (deed.way, deed.to) == (Way.RIDE, "bicycle")


def test_a_wheel_that_is_carried_is_in_the_hands() -> None:
    assert bea("Bea carries the wheel to the bicycle.").holds == "bicycle_wheel"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Bea rubs the tube across her knees with sandpaper.", ""),
        ("Bea holds the tube under water and looks for the hole.", "inner_tube"),
    ],
)
def test_the_tube_beside_patches_is_an_inner_tube(text: str, holds: str) -> None:
    assert "tube" not in understand_scene(text, "", "en", ("Bea",)).unknown
    assert holds in ("", bea(text).holds)


def test_how_much_and_a_handle_are_not_asked_for() -> None:
    found = understand_scene("Bea holds the handle of the pump and a bunch of bananas.", "", "en", ("Bea",))
    assert found.unknown == ()
