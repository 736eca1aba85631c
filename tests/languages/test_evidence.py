from __future__ import annotations

import pytest

from languages.errors import UnknownLanguage
from languages.evidence import LISTED_ONLY, LISTS, corpus_scripts, coverage, rows


def test_coverage_says_whose_list_it_is() -> None:
    told = {e.source: e.figure for e in coverage("ast")}
    assert told["listens: character error rate of Omnilingual ASR 7B, by its own table"] == "4.8"
    assert "speaks: listed by espeak-ng" not in told
    assert len(rows()) > 1_800


def test_a_wide_code_gathers_what_lists_say_of_its_members() -> None:
    told = {e.source: e.figure for e in coverage("sw")}
    assert told["speaks: listed by espeak-ng"] == ""
    assert told["translates: code in FLORES-200 (for Swahili (individual language), swh)"] == "swh_Latn"
    assert coverage("swh") == coverage("sw") == coverage("Kiswahili")


@pytest.mark.parametrize("tag", ["oc-aranes", "sr-Latn", "pt-BR"])
def test_what_is_listed_for_the_whole_language_is_not_claimed_for_a_part(tag: str) -> None:
    told = coverage(tag)
    assert told
    assert all("(for " in e.source for e in told)


def test_a_language_on_no_list_has_no_evidence() -> None:
    assert coverage("nrf") == ()  # Norman of Jersey and Guernsey


def test_nobody_is_told_of_an_unknown_language() -> None:
    with pytest.raises(UnknownLanguage):
        coverage("klingonese")


def test_every_column_of_the_table_is_explained() -> None:
    columns = {column for row in rows() for column, _ in row.cells}
    assert columns == set(LISTS)
    for row in rows():
        for column, value in row.cells:
            assert value == "1" or column not in LISTED_ONLY, row


def test_codes_with_three_parts_give_their_script() -> None:
    assert corpus_scripts("el") == {"Grek"}
    assert corpus_scripts("zh") == {"Hans", "Hant"}
