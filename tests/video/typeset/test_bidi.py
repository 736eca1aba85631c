from __future__ import annotations

import pytest

from languages.errors import MissingProgram
from video.typeset import bidi
from video.typeset.bidi import base_direction, levels, visual_order


@pytest.mark.parametrize(
    ("text", "direction", "base"),
    [
        ("مرحبا", "rtl", "rtl"),
        ("Vernacast هو برنامج", "rtl", "rtl"),
        ("Hello world.", "rtl", "ltr"),
        ("123", "rtl", "rtl"),
        ("", "rtl", "rtl"),
        ("שלום.", "ltr", "rtl"),
        ("Er sagte שלום.", "ltr", "ltr"),
        ("שלום world", "unknown", "rtl"),
        ("world שלום", "unknown", "ltr"),
        ("...", "unknown", "ltr"),
    ],
)
def test_which_way_a_row_runs(text: str, direction: str, base: str) -> None:
    assert base_direction(text, direction) == base


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", "ltr", "000"),
        ("אבג", "rtl", "111"),
        ("אבג abc", "rtl", "1111222"),
        ("abc אבג 12.", "ltr", "00001111220"),  # UAX 9, W2 and W4: digits after Hebrew letters are level 2
        ("(אב)", "rtl", "1111"),
        ("a(אב)b", "ltr", "001100"),  # N0: brackets that are a pair take the direction around them
        ("𞤀𞤁 x", "rtl", "1112"),
    ],
)
def test_levels_are_those_of_the_algorithm(text: str, base: str, expected: str) -> None:
    assert "".join(map(str, levels(text, base))) == expected


@pytest.mark.parametrize(
    ("run_levels", "order"),
    [
        ((), ()),
        ((0, 0), (0, 1)),
        ((1, 1), (1, 0)),
        ((0, 1, 0), (0, 1, 2)),
        ((1, 2, 1), (2, 1, 0)),
        ((0, 1, 2, 1, 0), (0, 3, 2, 1, 4)),
        ((2, 1, 2), (2, 1, 0)),
    ],
)
def test_runs_stand_by_rule_l2(run_levels: tuple[int, ...], order: tuple[int, ...]) -> None:
    assert visual_order(run_levels) == order


def test_a_machine_without_fribidi_says_which_package_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bidi, "LIBRARIES", ("libnothing.so.0",))
    bidi._library.cache_clear()
    with pytest.raises(MissingProgram, match="libfribidi0"):
        levels("אב", "rtl")
    bidi._library.cache_clear()
