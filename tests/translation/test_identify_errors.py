"""What is known of errors, and when it is enough."""

from __future__ import annotations

import dataclasses

import pytest

from translation.identify_errors import FAR, LENGTHS, Measured, at_length, measured, published, wilson

ROW = Measured(other="es", words=12, threshold=1.0, false_alarms=2, n_expected=400, caught=1990, n_other=2000)


def test_an_interval_is_wilsons() -> None:
    # Source: https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval: k = 0 gives z²/(n + z²).
    assert wilson(0, 100)[1] == pytest.approx(1.96**2 / (100 + 1.96**2))
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(995, 1000)
    assert low < 0.995 < high


@pytest.mark.parametrize(
    "changed",
    [{"false_alarms": 3}, {"caught": 1989}, {"n_expected": 399, "false_alarms": 0}, {"n_other": 399, "caught": 399}],
)
def test_the_target_is_reached_only_with_both_errors_small_and_enough_texts(changed: dict[str, int]) -> None:
    assert ROW.reaches
    assert not dataclasses.replace(ROW, **changed).reaches


def test_a_person_is_told_both_errors_in_a_hundred_and_never_a_round_one_that_is_not() -> None:
    assert ROW.rates() == "of 100 right texts of this length it asks about 0.5; of 100 wrong ones it finds 99.5"
    hardly = dataclasses.replace(ROW, false_alarms=1, n_expected=9000, caught=8999, n_other=9000).rates()
    assert hardly == "of 100 right texts of this length it asks about 0.1; of 100 wrong ones it finds 99.9"
    never = dataclasses.replace(ROW, false_alarms=0, caught=2000).rates()
    assert "none (of 400 tried)" in never
    assert "all (of 2,000 tried)" in never


def test_a_text_has_the_figures_of_the_longest_length_that_it_reaches() -> None:
    rows = tuple(dataclasses.replace(ROW, words=w) for w in (12, 4, 7))
    assert at_length(rows, 3) == {}
    assert at_length(rows, 11)["es"].words == 7
    assert at_length(rows, 500)["es"].words == 12


def test_where_too_few_texts_were_that_long_shorter_ones_speak_for_them() -> None:
    rows = (ROW, dataclasses.replace(ROW, words=160, n_expected=60, n_other=60, caught=60, false_alarms=0))
    assert at_length(rows, 200)["es"].words == 12
    assert at_length(rows[1:], 200)["es"].words == 160
    assert not at_length(rows[1:], 200)["es"].reaches


def test_every_measured_row_is_of_a_known_length_and_counts_no_more_than_there_were() -> None:
    rows = [r for tag in ("ast", "gl", "nn", "szl", "quy", "zu", "am") for r in measured(tag)]
    assert {r.other for r in measured("ast")} >= {"es", "gl", "an", FAR}
    for row in rows:
        assert row.words in LENGTHS
        assert row.false_alarms <= row.n_expected
        assert row.caught <= row.n_other


def test_what_glotlid_publishes_is_read_by_tag() -> None:
    found = published("ast")
    assert found is not None
    assert (found.recall, found.n) == (0.995, 1035393)
    assert published("xx-unknown") is None
