"""What a person reads of a directed scene."""

from __future__ import annotations

import pytest

from video.concepts.mentions import Mention
from video.concepts.table import get_concept
from video.direction.told import counted


@pytest.mark.parametrize(
    ("concept", "told"),
    [
        ("goat", "several goats"),
        ("sheep", "several sheep"),
        ("goose", "several geese"),
        ("stairs", "stairs"),
        ("princess", "several princesses"),
        ("bread", "several loaves"),
        ("oldwoman", "several old women"),
    ],
)
def test_several_are_told_in_english(concept: str, told: str) -> None:
    assert counted(Mention(concept=get_concept(concept), count=0)) == told
