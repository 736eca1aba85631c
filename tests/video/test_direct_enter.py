"""Who comes later is in no picture before."""

from __future__ import annotations

import pytest

from video.direct import ToDirect, direct
from video.shotlist import Role, Said

CAST = (Role(name="Nan", look="woman"), Role(name="Gib", look="a goat with a bell"))


@pytest.mark.parametrize(
    ("last", "first"),
    [("Then came Gib, tired and wet.", {"Nan"}), ("Behind her slept Gib, tired and wet.", {"Nan", "Gib"})],
)
def test_who_comes_later_is_not_there_before(last: str, first: set[str]) -> None:
    told = ("Nan sat by the lake and looked at the water for a long time.", "The wind was cold and the day was long.")
    lines = (*(Said(text=t, who="") for t in told), Said(text="How far it is!", who="Nan"), Said(text=last, who=""))
    found = direct(ToDirect(language="en", lines=lines, cast=CAST))
    assert set(found.shots[0].seen) == first
    assert "Gib" in found.present
