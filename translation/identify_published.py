"""A verdict on GlotLID's guess, by what its authors published of its errors: recall and precision of each label.

Which label is taken for which is not published, nor for which lengths the figures hold. So a line counts as another
language's only where GlotLID finds nearly all lines of *both*: what it calls otherwise then is so.
"""

from __future__ import annotations

from translation.engine import Identified
from translation.identify import Answer, Verdict, name_of
from translation.identify_errors import LEAST_RECALL, published

ENGINE = "translation/glotlid"
LEAST_WORDS = 7
"""Shorter texts are not judged: the published figures are of whole sentences."""
LEAST_PROBABILITY = 0.9
"""Of the guess. Source: none; a high one, since GlotLID's probabilities are not calibrated."""


def judge_guess(guess: Identified, expected: str, words: int) -> Verdict:
    """What GlotLID's guess says of a text that should be in a language; ``words`` are those that count in it."""
    other, probability = guess.guesses[0] if guess.guesses else ("", 0.0)
    mine, theirs = published(expected), published(other)
    reason = ""
    if mine is None:
        reason = f"GlotLID's authors publish nothing of {name_of(expected)}"
    elif words < LEAST_WORDS:
        reason = f"too short: {words} words that count"
    elif mine.recall < LEAST_RECALL:
        reason = f"GlotLID finds {mine.recall:.1%} of the lines in {name_of(expected)}, by its authors"
    elif other == expected:
        return Verdict(answer=Answer.RIGHT, expected=expected, words=words, error=_error(expected), engine=ENGINE)
    elif theirs is None or theirs.recall < LEAST_RECALL or probability < LEAST_PROBABILITY:
        reason = f"GlotLID is not known to tell {name_of(expected)} from {name_of(other) or 'others'}"
    if reason:
        return Verdict(answer=Answer.CANNOT_TELL, expected=expected, words=words, reason=reason, engine=ENGINE)
    return Verdict(
        answer=Answer.ANOTHER,
        expected=expected,
        other=other,
        words=words,
        error=_error(expected),
        rates=_rates(expected),
        engine=ENGINE,
    )


def _error(tag: str) -> str:
    found = published(tag)
    assert found is not None
    return f"finds {found.recall:.1%} of the lines in {name_of(tag)}, by its authors"


def _rates(tag: str) -> str:
    found = published(tag)
    assert found is not None
    return f"of 100 right sentences GlotLID knows {100 * found.recall:.1f}, by its authors"
