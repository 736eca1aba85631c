from __future__ import annotations

import re

import pytest

from speech.coqui_text import (
    NOWHERE,
    fitted,
    phonemes_placed,
    placed,
    plain,
    starts_of,
    tokens_of,
    unknown,
    writable,
)
from speech.vocabulary import Letter


def letters(text: str) -> tuple[Letter, ...]:
    return tuple(Letter(char=c, position=i) for i, c in enumerate(text))


def written(found: tuple[Letter, ...]) -> str:
    return "".join(letter.char for letter in found)


def at(found: tuple[Letter, ...], char: str) -> int:
    return next(letter.position for letter in found if letter.char == char)


def test_letters_that_a_cleaner_only_makes_small_keep_their_places() -> None:
    found = placed("Una  Casa", lambda text: re.sub(r"\s+", " ", text.lower()))
    assert written(found) == "una casa"
    assert [letter.position for letter in found] == [0, 1, 2, 4, 5, 6, 7, 8]


def test_words_that_are_written_out_stand_where_their_numbers_stood() -> None:
    found = placed("a 25 b", lambda text: text.replace("25", "veinte y cinco"))
    assert written(found) == "a veinte y cinco b"
    assert {letter.position for letter in found[2:16]} == {2}
    assert at(found, "b") == 5


def test_what_a_cleaner_does_across_words_counts_and_is_laid_beside_the_words() -> None:
    def clean(text: str) -> str:
        return text.replace("10 am", "ten in the morning").replace("- ", "")

    found = placed("x - at 10 am zz", clean)
    assert written(found) == "x at ten in the morning zz"
    assert (at(found, "x"), at(found, "a"), at(found, "z")) == (0, 4, 13)
    assert all(0 <= letter.position < 15 for letter in found)
    assert placed("  ", clean) == ()


def test_phonemes_of_words_that_run_together_are_placed_by_clauses() -> None:
    one_by_one = phonemes_placed(letters("la casa"), "lˈa  kˈasa")
    assert written(one_by_one) == "lˈa  kˈasa"
    assert (at(one_by_one, "l"), at(one_by_one, "k"), at(one_by_one, " ")) == (0, 3, NOWHERE)
    merged = phonemes_placed(letters("of the sea, he goes."), "ʌvðə siː, hiː ɡoʊz.")
    assert (at(merged, "ʌ"), at(merged, "s")) == (0, NOWHERE)
    assert (at(merged, "h"), at(merged, "ɡ")) == (12, 15)
    unlike = phonemes_placed(letters("a b c"), "x, y! z w")
    assert [letter.position for letter in unlike if letter.char in "xyzw"] == [0, NOWHERE, NOWHERE, NOWHERE]


def test_tokens_have_blanks_between_and_edges_around_as_the_tokenizer_sets_them() -> None:
    known = {"a": 1, "b": 2}
    found = tokens_of(letters("ab"), known, 9, (7, 8))
    assert [token for token, _ in found] == [7, 9, 1, 9, 2, 9, 8]
    assert [place for _, place in found] == [NOWHERE, NOWHERE, 0, NOWHERE, 1, NOWHERE, NOWHERE]
    assert tokens_of(letters("ab"), known, None, None) == ((1, 0), (2, 1))
    assert tokens_of((), known, 9, None) == ((9, NOWHERE),)


def test_starts_are_the_sums_of_the_frames_before_them() -> None:
    tokens = tokens_of(letters("ab"), {"a": 1, "b": 2}, 9, None)
    assert starts_of(tokens, [1, 2, 0, 4, 3], 1000, 50) == ((50, 100), (51, 300))
    assert starts_of((), (), 10, 0) == ()


def test_numbers_that_cannot_be_written_out_are_left_out_and_told() -> None:
    def clean(text: str) -> str:
        if any(c.isdecimal() for c in text):
            raise NotImplementedError
        return text

    assert writable("a 21 ३ b", clean) == ("a      b", ("2", "1", "३"))
    assert writable("a b", clean) == ("a b", ())


@pytest.mark.parametrize("text", ["[fr]", "a [STOP] b", "[[x]]"])
def test_no_command_is_left_in_a_text(text: str) -> None:
    assert not set("[]") & set(plain(text))
    assert len(plain(text)) == len(text)


def test_only_what_is_heard_counts_as_unknown() -> None:
    tokens = [("[es]", (0, 4)), ("[UNK]", (4, 5)), ("a", (5, 6)), ("[UNK]", (6, 8)), ("[UNK]", (8, 9))]
    assert unknown("[es]漢a«ж漢", tokens) == ("漢", "ж")


def test_capitals_are_read_small_where_the_model_has_none() -> None:
    spelled = fitted(letters("AbÑ9"), {"a": 0, "b": 1, "ñ": 2})
    assert (written(spelled.letters), spelled.lacking) == ("abñ", ("9",))
    assert written(fitted(letters("Aa"), {"A": 0, "a": 1}).letters) == "Aa"
