from __future__ import annotations

import pytest

from speech.spoken_forms import Kind, forms, has_numbers
from speech.spoken_signs import Signs, signs_of

COMMA = Signs(decimal=",", group=".", codes=frozenset(("EUR", "KES")))


@pytest.mark.parametrize(
    ("text", "kind", "digits", "decimals"),
    [
        ("12", Kind.WHOLE, "12", ""),
        ("0", Kind.WHOLE, "0", ""),
        ("1.234", Kind.WHOLE, "1234", ""),
        ("1.234.567,25", Kind.DECIMAL, "1234567", "25"),
        ("3,5", Kind.DECIMAL, "3", "5"),
        ("0,05", Kind.DECIMAL, "0", "05"),
        ("१२", Kind.WHOLE, "12", ""),
        ("١٢٫٥", Kind.DECIMAL, "12", "5"),
        ("߁߂", Kind.WHOLE, "12", ""),
        ("𞥑𞥒", Kind.WHOLE, "12", ""),
        ("2026-11-27", Kind.ISO_DATE, "2026-11-27", ""),
        ("27/11/2026", Kind.DATE, "27/11/2026", ""),
        ("14:30", Kind.CLOCK, "14:30", ""),
        ("½", Kind.NUMERAL, "", ""),
        ("፲፪", Kind.NUMERAL, "", ""),
        ("Ⅻ", Kind.NUMERAL, "", ""),
        ("A4", Kind.JOINED, "", ""),
        ("12-year", Kind.JOINED, "", ""),
        ("20'de", Kind.JOINED, "", ""),
        ("007", Kind.UNCLEAR, "007", ""),
        ("3.5", Kind.UNCLEAR, "", ""),
        ("1,234,567", Kind.UNCLEAR, "", ""),
        ("12.34.56", Kind.UNCLEAR, "", ""),
        ("10-12", Kind.UNCLEAR, "", ""),
        ("3/4", Kind.UNCLEAR, "", ""),
        ("12 345", Kind.UNCLEAR, "", ""),
        ("1२", Kind.UNCLEAR, "", ""),
        ("192.168.0.1", Kind.UNCLEAR, "", ""),
    ],
)
def test_what_a_number_is_is_told_by_what_is_written(text: str, kind: Kind, digits: str, decimals: str) -> None:
    (form,) = forms(f"x {text} y", COMMA)
    assert (form.kind, form.start, form.end) == (kind, 2, 2 + len(text))
    assert (form.digits, form.decimals) == (digits, decimals)


def test_spaces_and_apostrophes_group_where_the_language_groups_by_them() -> None:
    assert [f.digits for f in forms("12\u202f345 6 789", signs_of("fr"))] == ["12345", "6789"]
    assert [f.digits for f in forms("1’234", signs_of("de-CH"))] == ["1234"]


def test_digits_are_grouped_by_twos_in_india_only() -> None:
    assert [f.digits for f in forms("12,34,567 1,234", signs_of("hi"))] == ["1234567", "1234"]
    assert [f.kind for f in forms("12,34,567", signs_of("en"))] == [Kind.UNCLEAR]


@pytest.mark.parametrize(
    ("text", "span", "currency"),
    [
        ("5 €", (0, 3), "EUR"),
        ("€5", (0, 2), "EUR"),
        ("US$ 3", (0, 5), "USD"),
        ("$5", (0, 2), "$"),
        ("5 EUR", (0, 5), "EUR"),
        ("KES 100", (0, 7), "KES"),
        ("5 ABC", (0, 1), ""),
        ("₹50", (0, 3), "INR"),
    ],
)
def test_money_is_a_number_with_its_sign(text: str, span: tuple[int, int], currency: str) -> None:
    (form,) = forms(text, COMMA)
    assert ((form.start, form.end), form.currency) == (span, currency)


def test_a_sign_of_money_belongs_to_the_number_that_it_touches() -> None:
    assert [f.currency for f in forms("$5 £1", COMMA)] == ["$", "GBP"]
    assert [f.currency for f in forms("5 £1", COMMA)] == ["", "GBP"]


@pytest.mark.parametrize(
    ("text", "negative"), [("-5", True), ("−5", True), ("(-5)", True), ("COVID-19", False), ("a -5", True)]
)
def test_a_hyphen_is_a_minus_only_where_no_word_hangs_on_it(text: str, negative: bool) -> None:
    (form,) = forms(text, COMMA)
    assert form.negative is negative


def test_scripts_without_spaces_may_touch_digits() -> None:
    assert [f.kind for f in forms("他有12本书", Signs())] == [Kind.WHOLE]
    assert [f.kind for f in forms("มี๑๒คน", Signs())] == [Kind.WHOLE]


def test_a_text_without_any_numeral_is_passed_over() -> None:
    assert not has_numbers("Una casa, dues cases… €%")
    assert has_numbers("Ⅻ")
