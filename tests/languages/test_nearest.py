from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.nearest import nearest, use_of
from languages.questions import unknown
from tests.stories import ROOT


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("shipibo", "shipibo conibo (shp)"),
        ("bokmal", "norwegian bokmal (nb)"),
        ("te reo", "te reo maori (mi, rar)"),
        ("cusco", "cusco quechua (quz)"),
        ("Ayacucho", "ayacucho quechua (quy)"),
        ("quechua de ayacucho", "ayacucho quechua (quy)"),
        ("quechua", "ayacucho quechua (quy)"),
        ("mixteca", "mixtec (52 languages)"),
        ("vasco", "basco (eu)"),
        ("swahilli", "swahili (sw)"),
        ("asturain", "asturian (ast)"),
        ("mapuzugun", "mapudungun (arn)"),
    ],
)
def test_a_part_of_a_name_or_a_spelling_like_it_leads_to_the_most_used(asked: str, first: str) -> None:
    assert nearest(asked)[0] == first


def test_a_variety_that_has_a_subtag_is_found_too() -> None:
    assert "provencal (oc-provenc)" in nearest("provenzal")
    assert not any("arevela" in near for near in nearest("Eastern Armenia"))


@pytest.mark.parametrize("asked", ["north", "quechua", "sign language of", "swahilli", "mixteco"])
def test_nearest_names_are_five_different_languages_at_most(asked: str) -> None:
    found = nearest(asked)
    assert len(set(found)) == len(found) <= 5
    assert found


@given(st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_any_text_has_some_or_no_nearest_names(text: str) -> None:
    assert all(name.endswith(")") and len(name) < 100 for name in nearest(text))


def test_nonsense_is_near_to_nothing() -> None:
    assert nearest("xqzwvkjh") == ()
    assert unknown("xqzwvkjh").nearest == ()


def test_use_counts_lists_and_countries() -> None:
    lists, countries = use_of("es")
    assert lists >= 10
    assert countries > 20
    assert use_of("quy") > use_of("qws")
    assert use_of("xx") == (0, 0)


def test_it_is_quick_in_a_fresh_process() -> None:
    """In CPU time; measured 12 to 30 ms, of which most is to read the table of names."""
    code = (
        "import time\nfrom languages.nearest import nearest\nstart = time.process_time()\n"
        "assert nearest('shipibo')\nprint((time.process_time() - start) * 1000)"
    )
    runs = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        for _ in range(3)
    )
    assert min(float(run.stdout) for run in runs) < 60
