"""What counts in a text, and what does not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.ngrams import hashes_of, telling_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In the house of Maria Bianchi.", ["in", "the", "house", "of"]),
        ("He ran. Then 12 km, 3.5 €!", ["he", "ran", "then", "km"]),
        ("«L'home», va dir Joan: Ahir plovia.", ["l'home", "va", "dir", "ahir", "plovia"]),
        ("THE WHOLE STORY", ["the", "whole", "story"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("L’aigua", ["l'aigua"]),
        ("…", []),
    ],
)
def test_names_within_sentences_numbers_and_signs_do_not_count(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "script", "words"),
    [
        ("See https://a.org/casa, www.b.es or write to me@c.org today.", "Latn", ["see", "or", "write", "to", "today"]),
        ("We met Pedro, Juan, María, José and Ana.", "Latn", ["we", "met", "and"]),
        ("NASA and NATO sent it", "Latn", ["and", "sent", "it"]),
        ("CMS и iPhone, COVID-19 у нас", "Cyrl", ["и", "у", "нас"]),
        ("THE WHOLE STORY", "Latn", ["the", "whole", "story"]),
        ("The Whole Story", "Latn", ["the", "whole", "story"]),
    ],
)
def test_addresses_names_and_brands_tell_nothing_of_the_language_around_them(
    text: str, script: str, words: list[str]
) -> None:
    assert telling_words(text, {script}) == words


def test_sequences_do_not_reach_over_the_end_of_a_word() -> None:
    together, _ = hashes_of([["ab", "cd"]])
    alone = np.concatenate([hashes_of([["ab"]])[0], hashes_of([["cd"]])[0]])
    assert sorted(together.tolist()) == sorted(alone.tolist())


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_text_counts_the_same_alone_and_among_others(texts: list[str]) -> None:
    words = [words_of(t) for t in texts]
    hashes, owners = hashes_of(words)
    for i, these in enumerate(words):
        alone, _ = hashes_of([these])
        assert sorted(hashes[owners == i].tolist()) == sorted(alone.tolist())


def test_a_lone_surrogate_is_no_letter() -> None:
    assert words_of("a\ud800b") == ["a", "b"]
