"""Letters that look alike."""

from __future__ import annotations

import pytest

from languages.confusables import looks_like


@pytest.mark.parametrize(
    ("letter", "other"), [("a", "\u0430"), ("\u0430", "a"), ("ə", "ǝ"), ("\u0643", "\u06a9"), ("ɛ", "\u03b5")]
)
def test_a_letter_has_its_doubles(letter: str, other: str) -> None:
    assert other in looks_like(letter)
    assert letter not in looks_like(letter)


def test_most_letters_have_none() -> None:
    assert looks_like("ж") == ()
    assert looks_like("丁") == ()
    assert "r" not in looks_like("г")
    assert "p" not in looks_like("þ")
