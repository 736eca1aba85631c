"""With which characters a language is written."""

from __future__ import annotations

import pytest

from languages.exemplars import exemplars_of, tags_with_exemplars


@pytest.mark.parametrize(
    ("tag", "entry", "has", "has_not"),
    [
        ("ca-valencia", "ca", "çÇ·", "ŵ"),
        ("es-MX", "es", "ñÑ", "ŵ"),
        ("sr-Latn", "sr-Latn", "đĐ", "ж"),
        ("sr", "sr", "жЖ", "ŋ"),
        ("sr-ME", "sr-Latn", "đĐ", "ж"),
        ("tr", "tr", "ıİiI", "ə"),
        ("ee", "ee", "ɛ́Ɛƒ", "ą"),
        ("ff-Adlm", "ff-Adlm", "𞤀𞤢", "ض"),
        ("tn", "tn", "š", "ŵ"),
    ],
)
def test_a_language_has_its_letters_in_both_cases(tag: str, entry: str, has: str, has_not: str) -> None:
    found = exemplars_of(tag)
    assert found is not None
    assert found.tag == entry
    assert all(map(found.has, has))
    assert not found.has(has_not)


@pytest.mark.parametrize("tag", ["aak", "zh", "ja", "ko", "es-Cyrl", "und"])
def test_nothing_is_said_where_cldr_has_no_alphabet(tag: str) -> None:
    assert exemplars_of(tag) is None


@pytest.mark.parametrize("tag", ["mr", "ne", "kok", "hi", "sa"])
def test_whose_alphabet_has_a_letter_and_a_sign_has_what_unicode_wants_in_their_place(tag: str) -> None:
    found = exemplars_of(tag)
    assert found is not None
    assert found.has("\u0972")


def test_every_entry_can_be_read() -> None:
    tags = tags_with_exemplars()
    assert len(tags) > 300
    for tag in tags:
        found = exemplars_of(tag)
        assert found is not None
        assert found.scripts, tag
