"""How large things and animals are beside people: compressed, never turned round, never absurd."""

from __future__ import annotations

from itertools import pairwise

import pytest

from video.engines.papercut.things.catalog import ANIMALS, THINGS
from video.engines.papercut.things.scale import HELD, LYING, STANDING, kept, larger_than_life

FARAWAY = frozenset({"balloon", "rocket", "lighthouse", "leak", "drop", "star", "heart", "bubble", "smoke"})
"""What is drawn smaller than it is, or no thing that stands anywhere."""
ORDER = 3.0
"""Of two things of which one is so many times as high, that one is drawn higher."""


def drawn(kind: str, power: float) -> float:
    return THINGS[kind].height / 100 * kept(kind, power)


@pytest.mark.parametrize("power", [STANDING, HELD, LYING])
def test_what_is_much_larger_is_drawn_larger(power: float) -> None:
    kinds = sorted(set(THINGS) - FARAWAY, key=lambda k: THINGS[k].size)
    wrong = [
        (small, large)
        for i, small in enumerate(kinds)
        for large in kinds[i + 1 :]
        if THINGS[large].size >= ORDER * THINGS[small].size and drawn(small, power) > 1.02 * drawn(large, power)
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", sorted(set(THINGS) - FARAWAY))
def test_no_thing_is_drawn_more_than_some_times_its_size(kind: str) -> None:
    size = max(0.005, THINGS[kind].size)
    assert drawn(kind, STANDING) <= 2.7 * size
    assert drawn(kind, HELD) <= 2.7 * size
    assert drawn(kind, LYING) <= 2.7 * size


CLASSES = (
    ("lies in a palm", 0.16, "ring coin seed gem key needle thimble patch dice egg apple nail cup soap lock"),
    (
        "is held in a hand",
        0.45,
        "pencil knife spoon book bottle hammer wrench pliers bowl plate jar jug bread candle letter",
    ),
    ("is carried in both arms", 0.65, "bucket basket jerrycan box suitcase drum basin bicycle_wheel tyre"),
    (
        "stands as high as a table to a man",
        1.35,
        "table chair bed sofa bicycle cart barrel fridge stove dresser wardrobe",
    ),
    ("is larger than a man", 3.0, "bus train van truck apple_tree ship"),
)


@pytest.mark.parametrize(("what", "most", "kinds"), CLASSES)
def test_things_have_the_size_of_their_class(what: str, most: float, kinds: str) -> None:
    for kind in kinds.split():
        if kind in THINGS:
            assert drawn(kind, LYING) <= most, (kind, what)
            assert drawn(kind, HELD) <= most, (kind, what)


def test_a_bed_is_longer_than_its_sleeper_and_a_door_higher_than_a_man() -> None:
    assert THINGS["bed"].width >= 112
    assert THINGS["door"].height >= 110
    assert 35 <= THINGS["table"].height <= 52
    assert drawn("apple", HELD) < 0.14  # a head is 0.18


def high(kind: str, cast: tuple[str, ...], *, people: bool = False) -> float:
    return ANIMALS[kind].size * larger_than_life(kind, tuple(ANIMALS[k].size for k in cast), people=people)


@pytest.mark.parametrize(
    "cast",
    [
        "mouse cat sheep cow",
        "mouse giraffe",
        "ant otter wolf elephant",
        "chick rooster pig cow",
        "fox horse",
        "frog hare",
    ],
)
def test_animals_of_a_cast_keep_their_order_in_clear_steps(cast: str) -> None:
    kinds = tuple(cast.split())
    heights = [high(kind, kinds) for kind in kinds]
    assert all(a <= 0.85 * b for a, b in pairwise(heights)), heights


def test_beside_people_small_animals_stay_small() -> None:
    for kind, most in {"mouse": 0.12, "cat": 0.25, "otter": 0.22, "dog": 0.42, "hen": 0.32, "fox": 0.4}.items():
        assert high(kind, (kind,), people=True) <= most, kind
    # No fox is as high as a door, nor its ears.
    assert ANIMALS["fox"].height / 100 * larger_than_life("fox", (0.29,), people=True) < 0.75


def test_small_animals_among_themselves_are_large_enough_to_act() -> None:
    assert high("frog", ("frog", "mouse")) > 0.18


def test_the_smallest_of_a_cast_are_large_enough_to_be_found() -> None:
    assert high("ant", ("ant", "elephant")) > 2.5 * ANIMALS["ant"].size
    assert high("ant", ("ant",), people=True) > 1.6 * ANIMALS["ant"].size
    assert high("ant", ("ant", "beetle")) <= 2.1 * ANIMALS["ant"].size
