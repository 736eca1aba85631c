from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from languages.number_rules import MAIN, read_rules
from languages.number_words import FOLDER


def test_the_rule_with_the_largest_base_that_is_not_above_the_number_counts() -> None:
    rules = read_rules({MAIN: "0 nil\n1 one\n2 two\n10 ten[-and->>]\n20 << tens[ >>]\n100 [cento >>|cem]"})
    assert [rules.words(n) for n in (0, 2, 10, 12, 20, 21, 100, 101)] == [
        "nil", "two", "ten", "ten-and-two", "two tens", "two tens one", "cem", "cento one",
    ]  # fmt: skip


def test_a_divisor_of_its_own_counts_in_scores() -> None:
    rules = read_rules({MAIN: "0 zero\n1 bat\n11 hamaika\n20/20 hogei[ta >>]\n40/20 berrogei[ta >>]"})
    assert [rules.words(n) for n in (20, 31, 41)] == ["hogei", "hogeita hamaika", "berrogeita bat"]


def test_another_set_says_how_what_is_left_is_joined() -> None:
    rules = read_rules({MAIN: "0 z\n1 a\n100 c[ >>]\n1000 m[ >tail>]", "tail": "1 and =number=\n100 =number="})
    assert rules.words(1001) == "m and a"
    assert rules.words(1101) == "m c a"


@pytest.mark.parametrize(
    ("lines", "why"),
    [("one 1", "no rule"), ("2 two\n1 one", "do not rise"), ("1 one\n1 one", "do not rise"), ("1 =lost=", "lost")],
)
def test_a_table_that_is_wrong_is_refused_when_it_is_read(lines: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_rules({MAIN: lines})


def test_rules_that_lead_to_themselves_end() -> None:
    with pytest.raises(ValueError, match="do not tell 5"):
        read_rules({MAIN: "1 =number="}).words(5)


@pytest.mark.parametrize("path", sorted((FOLDER / "words").glob("*.toml")), ids=lambda p: p.stem)
def test_every_table_names_its_source_and_has_words_up_to_where_it_ends(path: Path) -> None:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    assert told["source"]
    assert told["checked"]
    rules = read_rules(told["rules"])
    for number in (*range(min(1000, told["below"])), told["below"] - 1, told["below"] // 2, told["below"] // 7):
        words = rules.words(number)
        assert words
        assert not any(c.isdigit() for c in words)
