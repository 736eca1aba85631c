from __future__ import annotations

import pytest

from speech.check import Expected, Judgement, errors_heard, expected_of, judge

TEXT = "Una noche la zorra vio la luna en el agua del río"
GOOD = Expected(rate=0.1, source="a test")


@pytest.mark.parametrize(
    ("heard", "says"),
    [
        ("Una noche la zorra en el agua del río", "a part of it was not heard"),
        (TEXT + " vio la luna en el agua del río", "more was heard than is written"),
        ("", "a part of it was not heard"),
        ("El perro duerme junto a la casa grande y blanca", "words"),
    ],
)
def test_what_was_left_out_repeated_silent_or_another_line_is_suspect(heard: str, says: str) -> None:
    verdict = judge(TEXT, heard, GOOD)
    assert verdict.judgement is Judgement.SUSPECT
    assert verdict.score >= 1
    assert says in verdict.reason or "of the letters are wrong" in verdict.reason
    assert "about 10% were expected (a test)" in verdict.reason


def test_what_the_ear_is_known_to_get_wrong_is_not_held_against_a_line() -> None:
    assert judge(TEXT, "una noche la sorra bio la luna en el agua del rio", GOOD).judgement is Judgement.OK
    assert judge(TEXT, TEXT.upper(), GOOD).score == 0
    assert judge(TEXT, TEXT, GOOD).reason == ""


@pytest.mark.parametrize("rate", [None, 0.5, 0.9])
def test_an_ear_that_is_worse_than_the_mouth_does_not_judge(rate: float | None) -> None:
    verdict = judge(TEXT, "xyz", Expected(rate=rate, source="a test"))
    assert verdict.judgement is Judgement.UNKNOWN
    assert verdict.reason


def test_approved_lines_say_best_what_to_expect_then_the_published_then_the_other_lines() -> None:
    published = Expected(rate=0.2, source="its table")
    assert expected_of(published, [0.1, 0.1, 0.3, 0.1, 0.2], [0.9] * 20).rate == 0.1
    assert expected_of(published, [0.1] * 4, [0.9] * 20) == published
    assert expected_of(Expected(rate=None), [], [0.1] * 7 + [0.9]).rate == 0.1
    assert expected_of(Expected(rate=None), [], [0.1] * 7).rate is None


@pytest.mark.parametrize(
    ("text", "heard", "language", "rate"),
    [
        ("Té 12 cases.", "té dotze cases", "ca", 0.0),
        ("Té dotze cases.", "té 12 cases", "ca", 0.0),
        ("Té 12 cases.", "té 12 cases", "ca", 0.0),
        ("उसके पास १२ किताबें", "उसके पास बारह किताबें", "hi", 0.0),
    ],
)
def test_a_number_that_the_ear_writes_otherwise_is_no_error(text: str, heard: str, language: str, rate: float) -> None:
    assert errors_heard(text, heard, language).rate == rate


def test_another_number_is_an_error_and_so_is_one_in_a_language_without_number_words() -> None:
    assert errors_heard("Té 12 cases.", "té tretze cases", "ca").rate > 0
    assert errors_heard("12 runa", "chunka iskayniyuq runa", "quy").rate > 0


def test_a_line_with_a_number_that_is_heard_as_said_is_right_whatever_digits_it_is_written_with() -> None:
    expected = Expected(rate=0.05)
    assert judge("1998", "nineteen ninety-eight", expected, "en").judgement is Judgement.OK
    assert judge("1998", "nineteen ninety-eight", expected).judgement is Judgement.SUSPECT
