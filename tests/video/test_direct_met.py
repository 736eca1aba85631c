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
