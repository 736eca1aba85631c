from __future__ import annotations

import pytest
from icu4py.breakers import SentenceBreaker

from languages.abbreviations import NONE, abbreviations_of
from languages.names import lines_of
from languages.registry import find_language
from languages.segments import sentences

ROWS = lines_of("abbreviations.tsv")


def test_every_list_says_for_whom_when_and_whence() -> None:
    assert len({row[0] for row in ROWS}) >= 60
    assert len({(row[0], row[1], row[2]) for row in ROWS}) == len(ROWS)
    for tag, when, source, forms in ROWS:
        assert find_language(tag) is not None, tag
        assert when in ("always", "digit")
        assert source.strip()
        assert all(form == form.strip() and not form.endswith(".") for form in forms.split("|"))


@pytest.mark.parametrize("tag", sorted({row[0] for row in ROWS}))
def test_no_form_of_a_list_ends_a_sentence(tag: str) -> None:
    for _, when, _, forms in (row for row in ROWS if row[0] == tag):
        for form in forms.split("|"):
            text = f"Aba {form}. {'5 Aba' if when == 'digit' else 'Aba'}"
            assert sentences(text, tag) == ((0, len(text)),), text


@pytest.mark.parametrize("tag", ["de", "en", "es", "fr", "it", "pt", "ru"])
def test_icu_with_its_own_suppressions_agrees_on_what_came_from_them(tag: str) -> None:
    for _, _, _, forms in (row for row in ROWS if row[0] == tag and row[2] == "cldr-segments"):
        # ICU's own filter finds no form with a full stop inside, and none that such a form begins with (Lt., Lt.Cdr.).
        inner = {f.partition(".")[0] for f in forms.split("|") if "." in f}
        for form in (f for f in forms.split("|") if "." not in f and f not in inner):
            assert len(list(SentenceBreaker(f"Aba {form}. Aba", f"{tag}@ss=standard"))) == 1, form


@pytest.mark.parametrize(
    ("tag", "text"), [("fr", "Il voit la mer. Puis"), ("pt", "Viu o mar. Depois"), ("en", "OK. Go")]
)
def test_words_that_icu_takes_for_abbreviations_end_sentences_all_the_same(tag: str, text: str) -> None:
    assert len(list(SentenceBreaker(text, f"{tag}@ss=standard"))) == 1
    assert len(sentences(text, tag)) == 2


def test_a_regional_form_has_the_list_of_its_language_and_others_none() -> None:
    assert abbreviations_of("gl-ES") == abbreviations_of("gl")
    assert abbreviations_of("qu") is NONE
    assert abbreviations_of("") is NONE
