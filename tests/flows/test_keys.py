"""Keys: equal parts give equal keys, different parts different ones, and nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.keys import canonical, key, parts_of

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé\n", max_size=3), inner, max_size=4),
    max_leaves=12,
)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    colour: Colour
    inner: Inner
    size: int = 3


@given(parts=st.dictionaries(st.text("abc", max_size=3), JSON, max_size=5))
def test_the_order_of_members_does_not_change_a_key(parts: dict[str, object]) -> None:
    turned = dict(reversed(parts.items()))
    assert key("speak", parts) == key("speak", turned)
    assert len(key("speak", parts)) == 64


def test_a_key_stays_what_it_is_from_version_to_version() -> None:
    # Whoever changes this makes everything in every user's store be made again.
    parts = {"text": "Wolof: lañ · ქართული", "seed": 7, "speed": 1.5, "list": ["a", None, True]}
    assert canonical(parts) == ('{"list":["a",null,true],"seed":7,"speed":1.5,"text":"Wolof: lañ · ქართული"}'.encode())
    assert key("speak", parts) == "b315b9c29dee692420ae66453bcd5bbbc76b70bbef05f372615faf6f54459020"


@pytest.mark.parametrize(
    "other", [{"a": 1.0}, {"a": "1"}, {"a": True}, {"a": [1]}, {"a": None}, {}, {"a": 1, "b": None}, {"A": 1}]
)
def test_values_of_another_type_give_another_key(other: dict[str, object]) -> None:
    assert key("x", {"a": 1}) != key("x", other)


def test_the_stage_is_part_of_the_key_and_cannot_be_overwritten_by_a_part() -> None:
    assert key("speak", {"stage": "draw"}) != key("draw", {"stage": "draw"})


@pytest.mark.parametrize(
    "bad", [float("nan"), float("inf"), {1, 2}, b"bytes", object(), {1: "a"}, 1 + 2j, "\ud800", Inner]
)
def test_what_has_no_canonical_form_is_refused(bad: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        key("x", {"a": {"b": [bad]}})  # type: ignore[dict-item]


def test_a_dataclass_counts_as_its_fields() -> None:
    value = Outer(colour=Colour.RED, inner=Inner(names=("a", "b")))
    assert parts_of(value) == {"colour": "red", "inner": {"names": ["a", "b"]}, "size": 3}
    assert key("x", parts_of(value)) == key("x", {"size": 3, "colour": "red", "inner": {"names": ["a", "b"]}})
    with pytest.raises(TypeError):
        parts_of({"not": "a dataclass"})
