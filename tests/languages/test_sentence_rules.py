from __future__ import annotations

import pytest

from languages import sentence_rules
from languages.segments import sentences
from languages.sentence_rules import NOUN_CAPITALS, rules_of


def count(text: str, tag: str = "und") -> int:
    return len(sentences(text, tag))


def test_greek_letters_make_of_the_semicolon_a_question_mark() -> None:
    assert rules_of("grc").locale == rules_of("pnt").locale == "el"
    assert count("Τι; Καλά", "grc") == 2
    assert count("Τι; Καλά", "und") == 1


@pytest.mark.parametrize("tag", sorted(NOUN_CAPITALS))
def test_where_nouns_have_capitals_neither_ordinals_nor_dots_tell_a_sentence(tag: str) -> None:
    assert count("Am 3. Mai kam er", tag) == 1
    assert count("Er hat… Angst", tag) == 1


def test_in_other_languages_a_number_ends_a_sentence_before_a_capital() -> None:
    assert count("Tenía 30. Luego murió", "es") == 2
    assert count("Tenía… Luego murió", "es") == 2
    assert count("Tenía… luego murió", "es") == 1


@pytest.mark.parametrize("text", ["Hm. Let us see", "Sh. Do you hear?", "BBC. Then", "Krk. Pak"])
def test_sounds_and_acronyms_are_no_titles(text: str) -> None:
    assert count(text) == 2


def test_a_small_letter_goes_on_with_the_sentence_but_not_in_a_new_paragraph() -> None:
    assert count("“Stop!” he said.", "en") == 1
    assert count("Stop!\nhe said.", "en") == 2


def test_an_initial_is_looked_for_before_a_capital_only() -> None:
    assert count("J. R. R. Tolkien", "en") == 1
    assert count("So do I. We too", "en") == 2
    assert count("So do I. We too", "it") == 1


def test_a_very_long_text_without_an_end_is_one_sentence() -> None:
    assert count("a" * 100_000) == 1
    assert count("a " * 100_000) == 1
    assert count("A. " * 20_000) == 1


def test_no_further_than_some_characters_are_looked_at() -> None:
    assert sentence_rules.letter_after("(" * 100 + "a", 0) == ""
    assert sentence_rules.letter_after("( a", 0) == "a"


@pytest.mark.parametrize("marks", ["! ( ", '. " ', "།-", "»\n"])
def test_the_next_letter_is_looked_for_once_for_each_part(marks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(sentence_rules, "_wordly", lambda text, at: looked.append(at) or len(text))
    count(marks * 500, "bo")
    assert len(looked) == 1


def test_no_part_but_a_paragraph_is_without_a_letter_or_digit() -> None:
    assert count("Non !…", "fr") == count("… !", "fr") == count("Oui. ☺", "fr") == 1
    assert count("Oui.\n— — —\nNon.", "fr") == 3


def test_a_full_stop_ends_sentences_of_a_script_with_its_own_where_a_text_has_none() -> None:
    assert count("वह आया. वह गया.", "hi") == 2
    assert count("वह आया। The U.N. left. He came.", "hi") == 3


def test_one_akshara_alone_is_a_word() -> None:
    assert count("இங்கே வா. அவன் வந்தான்.", "ta") == 2


def test_a_danda_in_a_quoted_verse_takes_no_full_stop_away() -> None:
    """Marathi, Gujarati and Telugu end their sentences with full stops."""
    verse = "आई म्हणाली, «शुभं करोति कल्याणं।» तेव्हा तो झोपला. "
    assert count(f"तो घरी गेला. {verse}पाऊस आहे. तो उठला.", "mr") == 5
    assert count("पं. नेहरू आए। डा. शर्मा गए। वे बोले।", "hi") == 3
