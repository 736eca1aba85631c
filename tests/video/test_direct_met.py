"""Who is meant in a scene that names nobody."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Role, Said

CAST = (Role(name="Lise", look="fille"), Role(name="Luc", look="garçon"), Role(name="Gris", look="chat gris"))


@pytest.mark.parametrize(
    ("language", "told", "met", "present"),
    [
        ("fr", "Elle monta sur la colline et chanta.", ("Luc", "Lise"), ("Lise",)),
        ("fr", "Il pleuvait sur la colline.", ("Luc", "Lise"), ()),
        ("fr", "Ils dansèrent sur la colline.", ("Luc", "Lise"), ("Luc", "Lise")),
        ("en", "He sat on the hill.", ("Lise", "Luc"), ("Luc",)),
        ("en", "He sat on the hill with an old woman.", ("Lise", "Luc"), ("Luc",)),
        ("en", "An old man came. He sat on the hill.", ("Lise", "Luc"), ()),
        ("es", "Bailó en la colina.", ("Lise",), ("Lise",)),
        ("es", "La colina era verde.", ("Lise",), ()),
    ],
)
def test_pronouns_mean_those_of_the_scene_before(
    language: str, told: str, met: tuple[str, ...], present: tuple[str, ...]
) -> None:
    asked = ToDirect(language=language, lines=(Said(text=told, who=""),), cast=CAST, met=met)
    assert direct(asked).present == present


def test_dropped_subjects_and_pairs_mean_those_of_the_scenes_before() -> None:
    heron = Role(name="Garza", look="garza gris")

    def present(told: str) -> tuple[str, ...]:
        lines = (Said(text=told, who=""),)
        return direct(ToDirect(language="es", lines=lines, cast=(*CAST, heron), met=("Gris", "Lise"))).present

    assert present("Corrió hasta la playa. Los pescadores se rieron.") == ("Gris",)
    assert present("Corrió una niña hasta la playa.") == ()
    assert present("Los dos amigos bailaron.") == ("Gris", "Lise")


def test_the_old_man_is_the_only_man_who_is_there() -> None:
    cast = (Role(name="Mr. Pell", look="man, grey coat"), Role(name="Lou", look="girl"))

    def strangers(told: str) -> set[str]:
        lines = (Said(text=told, who=""), Said(text="Thank you, Mr. Pell!", who="Lou"))
        return {m.concept.id for m in direct(ToDirect(language="en", lines=lines, cast=cast)).scenery.people}

    assert strangers("The old man turned the wheel.") == set()
    assert strangers("An old man turned the wheel.") == {"oldman"}
    assert strangers("The old man from the shop turned the wheel.") == {"oldman"}
