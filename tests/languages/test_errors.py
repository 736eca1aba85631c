"""Errors travel between processes as they are."""

from __future__ import annotations

import pickle

import pytest

from languages.errors import (
    AmbiguousLanguage,
    EngineError,
    FontRefused,
    LinesMissing,
    MissingProgram,
    TextUndrawable,
    TooLarge,
    UnknownLanguage,
    VernacastError,
)


@pytest.mark.parametrize(
    "error",
    [
        TooLarge("It is too large.", expected="Less.", remedy="Take a smaller one."),
        LinesMissing("Lines are missing.", lines=("a1", "a2"), remedy="Write them."),
        MissingProgram("espeak-ng", "espeak-ng"),
        UnknownLanguage("quechwa", ("qu", "quy")),
        UnknownLanguage("und", (), "It stands for none."),
        AmbiguousLanguage("Aja", "'Aja' is the name of 2 languages.", (("aja", "Aja", "speaks"), ("ajg", "Aja", ""))),
        EngineError("It failed."),
        FontRefused("The file is empty.", path="mine.ttf", expected="A font."),
        TextUndrawable("The text cannot be drawn.", problems=("U+11F04 is in no font here.",)),
    ],
    ids=lambda e: type(e).__name__,
)
def test_an_error_is_the_same_after_a_journey(error: VernacastError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is type(error)
    assert (str(arrived), vars(arrived), arrived.args) == (str(error), vars(error), error.args)
