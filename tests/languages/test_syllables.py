from __future__ import annotations

import unicodedata

import pytest

from languages.segments import graphemes
from languages.syllables import KILLER, clings, joined_syllables, within_syllable


def test_every_mark_that_takes_a_vowel_away_is_looked_for() -> None:
    killers = [c for c in map(chr, range(0x20000)) if unicodedata.combining(c) == KILLER]
    assert len(killers) > 50
    missed = {c for c in killers if joined_syllables(f"ꦏ{c}ꦏ", [1, 2, 3]) != [3]}
    assert missed == {"\u103a"}  # asat ends a syllable, and the next one begins after it
    assert joined_syllables("က\u103aက", [1, 2, 3]) == [2, 3]


@pytest.mark.parametrize(
    ("text", "at", "within"),
    [
        ("ဖြင့်", 3, True),  # asat under the nga that ends the syllable
        ("သိက္ခါ", 2, True),
        ("လူတိုင်း", 2, False),
        ("កក", 1, False),
    ],
)
def test_a_syllable_is_left_whole(text: str, at: int, within: bool) -> None:
    assert within_syllable(text, at) is within


@pytest.mark.parametrize("character", ["\u0301", "\u0e33", "\u0eb3", "\U0001f3fd", "\u1089"])
def test_marks_cling_to_what_is_before_them(character: str) -> None:
    assert clings(character)


def test_letters_do_not_cling() -> None:
    assert not any(clings(c) for c in "aกク한།")
    assert graphemes("กำ") == ("กำ",)
