"""In which country a story says that it plays, and whose skins are dealt then."""

from __future__ import annotations

import pytest

from video.concepts.country import countries_named, home_of
from video.engine import Figure
from video.engines.papercut.people.customs import dressing_for
from video.engines.papercut.people.wardrobe import SKINS


@pytest.mark.parametrize(
    ("text", "codes", "home"),
    [
        ("Linh was near Ben Tre in the south of Vietnam.", ("VN",), "southeastasia"),
        ("Au bord du fleuve, au S\u00e9n\u00e9gal.", ("SN",), "westafrica"),
        ("En el Jap\u00f3n viv\u00eda un sastre.", ("JP",), "eastasia"),
        ("In Papua New Guinea.", ("PG",), "pacific"),
        ("Chad walks with Georgia to Jordan.", (), ""),
        ("Ana ate turkey.", (), ""),
        ("En Uruguay.", ("UY",), ""),
    ],
)
def test_a_country_is_where_something_is(text: str, codes: tuple[str, ...], home: str) -> None:
    assert countries_named(text) == codes
    assert home_of([text]) == home


def test_several_parts_of_the_world_are_none() -> None:
    assert home_of(["From Vietnam they came.", "In Peru they stayed."]) == ""


def test_skins_are_dealt_as_they_are_there_and_clothes_as_ever() -> None:
    found = dressing_for((Figure(name="Linh", look="girl", language="en", home="southeastasia"),), "")
    assert set(found.skins) <= set(SKINS[1:7])
    assert found.dark_hair
    assert found.wardrobe == ()
