"""The tables of the embedded identifier."""

from __future__ import annotations

import numpy as np
import pytest

from tests.contract.checks import is_canonical
from translation.engine import Identified, IdentifyJob
from translation.engines.ngram import Engine
from translation.identify_model import class_of, table, tables
from translation.ngrams import words_of


def test_tables_name_canonical_languages_once() -> None:
    tags = [tag for these in tables().values() for tag in these]
    assert len(tags) > 150
    assert len(set(tags)) == len(tags)
    assert [t for t in tags if not is_canonical(t)] == []


def test_a_line_has_the_same_scores_alone_and_among_others() -> None:
    found = table("Latn")
    assert found is not None
    lines = [words_of(t) for t in ("La casa es grande", "", "The house is large", "Kuća je velika")] * 200
    together = found.scores(lines)
    for i in (0, 1, 2, 3, 799):
        assert np.array_equal(found.scores([lines[i]])[0], together[i])


@pytest.mark.parametrize(
    ("text", "tag"), [("Buenos días, ¿cómo está usted?", "es"), ("Добрий день, як справи?", "uk"), ("გამარჯობა", "ka")]
)
def test_the_engine_names_the_likeliest_language(text: str, tag: str) -> None:
    (result,) = Engine().identify((IdentifyJob(text=text),))
    assert isinstance(result, Identified)
    assert result.guesses[0][0] == tag
    assert 0 < result.guesses[0][1] <= 1


def test_a_text_without_letters_fails_alone() -> None:
    none, some = Engine().identify((IdentifyJob(text="… 12"), IdentifyJob(text="Bonjour à tous")))
    assert "no letters" in getattr(none, "reason", "")
    assert isinstance(some, Identified)


def test_what_has_no_column_is_known_by_its_language() -> None:
    assert class_of("es-MX") == ("Latn", "es")
    assert class_of("tlh") == ("", "")
