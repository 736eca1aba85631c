"""Which animals are in the water."""

from __future__ import annotations

import pytest

from video.concepts.mentions import mentions
from video.concepts.scenery import understand_scene


def wet(text: str, language: str) -> list[str]:
    return [m.concept.id for m in mentions(text, language, ("Ana",)) if m.swims]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three seals swim in the sea.", ["seal"]),
        ("en", "Ducks and geese swim on the lake. Ana sits.", ["duck", "goose"]),
        ("en", "A hippo in the muddy river, a heron on the bank.", ["hippo"]),
        ("en", "Ana swims. A dog watches.", []),
        ("en", "A dog runs beside the river.", []),
        ("en", "The dog watches Ana swim.", []),
        ("es", "Nadan tres focas en el mar.", ["seal"]),
        ("es", "Unos patos en el lago.", ["duck"]),
        ("fr", "Un castor nage dans la rivière.", ["beaver"]),
        ("pt", "Um cão nada no rio.", ["dog"]),
    ],
)
def test_who_swims_or_is_in_the_water_is_known(language: str, text: str, expected: list[str]) -> None:
    assert wet(text, language) == expected


def test_lines_tell_it_where_the_brief_does_not_say_otherwise() -> None:
    told = understand_scene("The sea. Seals.", "The seals swim round and round.", "en", ())
    assert [m.swims for m in told.animals] == [True]
    shown = understand_scene("The sea. Seals sleep.", "The seals swim round and round.", "en", ())
    assert [m.swims for m in shown.animals] == [False]


@pytest.mark.parametrize(
    ("text", "count"), [("Three sheep.", 3), ("A fish.", 1), ("A shoal of fish.", 0), ("Two white deer.", 2)]
)
def test_what_is_called_the_same_is_counted(text: str, count: int) -> None:
    assert [m.count for m in mentions(text, "en")] == [count]
