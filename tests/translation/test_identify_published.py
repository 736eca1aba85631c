"""How far GlotLID's guesses are believed."""

from __future__ import annotations

import pytest

from translation.engine import Identified
from translation.identify import Answer
from translation.identify_published import judge_guess


def guess(tag: str, p: float = 0.99) -> Identified:
    return Identified(guesses=((tag, p),))


def test_a_guess_is_believed_where_both_languages_are_nearly_always_found() -> None:
    assert judge_guess(guess("es"), "ast", 12).answer is Answer.CANNOT_TELL  # it finds 99.3 % of Spanish lines
    assert judge_guess(guess("aak"), "aau", 12).answer is Answer.ANOTHER
    assert judge_guess(guess("ast"), "ast", 12).answer is Answer.RIGHT


@pytest.mark.parametrize(
    ("expected", "other", "words", "probability"),
    [
        ("aau", "aak", 6, 0.99),
        ("aau", "aak", 12, 0.5),
        ("hr", "aak", 12, 0.99),
        ("aau", "bs", 12, 0.99),
        ("xx", "ast", 9, 1),
    ],
)
def test_otherwise_it_cannot_tell_and_says_why(expected: str, other: str, words: int, probability: float) -> None:
    found = judge_guess(guess(other, probability), expected, words)
    assert found.answer is Answer.CANNOT_TELL
    assert found.reason
    assert found.engine == "translation/glotlid"
