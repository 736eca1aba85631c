from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.codes import likely_script
from languages.number_words import find_speller, spellable
from languages.unicode_scripts import script_of, written_with

GOLDEN = Path(__file__).parent.parent / "golden" / "numbers.tsv"
DOCS = Path(__file__).parents[2] / "docs" / "spoken-text.md"
SAMPLE = (0, 1, 7, 11, 16, 21, 29, 80, 99)


def rows() -> list[list[str]]:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[3:]]


def test_numbers_are_said_as_other_programs_and_their_tests_say_them_or_as_it_is_known_that_they_are_not() -> None:
    wrong = []
    for tag, _, number, words, source, kept in rows():
        speller = find_speller(tag)
        said = (speller.cardinal(int(number)) if speller else "") or "not used"
        if said != (words if kept == "=" else kept):
            wrong.append(f"{tag} {number}: {said!r}, {source} has {words!r}")
    assert wrong == []


def test_the_golden_numbers_are_of_many_languages_and_scripts_and_each_has_a_source() -> None:
    by_script: dict[str, set[str]] = defaultdict(set)
    alike = [row for row in rows() if row[5] == "="]
    for tag, script, _, _, source, _ in alike:
        assert source
        by_script[script].add(tag)
    assert len(by_script) >= 27
    assert len({tag for tags in by_script.values() for tag in tags}) >= 100
    independent = {(row[0], row[1]) for row in alike if "as ICU" not in row[4]}
    assert len({tag for tag, _ in independent}) >= 80
    assert len({script for _, script in independent}) >= 20


def test_the_golden_numbers_keep_what_differs_and_the_documentation_counts_it() -> None:
    counts = Counter({"=": "alike", "not used": "unused"}.get(row[5], "otherwise") for row in rows())
    shown = " ".join(DOCS.read_text(encoding="utf-8").split())
    assert f"{counts['alike']} numbers" in shown
    assert f"{counts['otherwise']} that are said otherwise" in shown
    assert f"{counts['unused']} that are not used" in shown
    assert all(row[3] != row[5] for row in rows())


@pytest.mark.parametrize("tag", spellable())
def test_no_language_is_read_in_english_in_digits_or_in_the_letters_of_another_script(tag: str) -> None:
    speller = find_speller(tag)
    assert speller is not None
    script = likely_script(tag)
    for number in (n for n in SAMPLE if n < speller.below):
        words = speller.cardinal(number)
        assert words
        assert not any(c.isdigit() or unicodedata.category(c) == "Cf" for c in words)
        letters = {c for c in words if unicodedata.category(c)[0] == "L"}
        alien = {c for c in letters if script_of(c) not in {*written_with(script), "Zyyy", "Zinh"}}
        assert alien == set(), f"{tag} {number}: {words}"
        assert "twenty" not in words or tag.startswith("en")


@pytest.mark.parametrize(
    "tag", ["zu", "yo", "ig", "lkt", "kab", "quy", "qu", "lo", "ga", "nqo", "mni", "xx", "", "not a tag"]
)
def test_a_language_without_rules_of_its_own_is_not_spelled_although_icu_would_answer(tag: str) -> None:
    assert find_speller(tag) is None


@pytest.mark.parametrize("tag", ["ca-valencia", "oc-aranes", "ff-Adlm", "uz-Cyrl", "az-Arab", "ms-Arab", "pa-Arab"])
def test_varieties_and_other_scripts_do_not_borrow_the_words_of_their_language(tag: str) -> None:
    assert find_speller(tag) is None


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("es-MX", "tres punto cinco"),
        ("es", "tres coma cinco"),
        ("gl", "tres coma cinco"),
        ("ka", "სამი მძიმე ხუთი"),
        ("ja", "三点五"),
    ],
)
def test_decimals_are_said_with_the_word_of_the_language_and_region(tag: str, words: str) -> None:
    speller = find_speller(tag)
    assert speller is not None
    assert speller.decimal("3", "5") == words


@pytest.mark.parametrize(
    ("tag", "number", "words"),
    [
        ("fr-CH", 99, "nonante-neuf"),
        ("fr-CA", 99, "quatre-vingt-dix-neuf"),
        ("zh-TW", 10000, "一萬"),
        ("pt", 16, "dezesseis"),
        ("pt-PT", 16, "dezasseis"),
        ("az", 80, "səksən"),
        ("ro", 100, "o sută"),
        ("ro", 1000, "o mie"),
        ("be", 1, "адзін"),
        ("sl", 2026, "dva tisoč šestindvajset"),
        ("sr", 2000, "две хиљаде"),
        ("de", 21, "einundzwanzig"),
        ("ta", 21, "இருபத்து ஒன்று"),
        ("bg", 26, "двадесет и шест"),
        ("hr", 21, "dvadeset jedan"),
        ("ar", 2026, "ألفان وستة وعشرون"),
        ("ar", 811, "ثمانمائة وأحد عشر"),
        ("ro", 65, "șaizeci și cinci"),
        ("no", 7, "sju"),
    ],
)
def test_regions_have_their_words_and_faults_of_cldr_are_put_right(tag: str, number: int, words: str) -> None:
    speller = find_speller(tag)
    assert speller is not None
    assert speller.cardinal(number) == words


@pytest.mark.parametrize(
    ("tag", "below"),
    [
        ("mk", 100),
        ("cy", 10),
        ("lv", 100),
        ("ta", 81),
        ("bs", 1000),
        ("ar", 10**6),
        ("kn", 100),
        ("oc", 10**9),
        ("es", 10**15),
    ],
)
def test_beyond_what_is_known_nothing_is_said(tag: str, below: int) -> None:
    speller = find_speller(tag)
    assert speller is not None
    assert speller.cardinal(below - 1)
    assert speller.cardinal(below) == ""


@pytest.mark.parametrize(
    ("tag", "written", "words"),
    [
        ("en", "21st", ("twenty-first",)),
        ("en", "21th", ()),
        ("es", "1.ª", ("primera",)),
        ("es", "1º", ("primero",)),
        ("es", "3.er", ("tercer",)),
        ("es", "3°", ()),
        ("pt", "2ª", ("segunda",)),
        ("fr", "1er", ("premier",)),
        ("ca", "3r", ("tercer",)),
        ("de", "21st", ()),
    ],
)
def test_an_ordinal_is_read_where_its_ending_is_that_of_the_language(
    tag: str, written: str, words: tuple[str, ...]
) -> None:
    speller = find_speller(tag)
    assert speller is not None
    digits = "".join(c for c in written if c.isdigit())
    assert speller.ordinals_like(written, int(digits)) == words


@pytest.mark.parametrize(
    ("tag", "number", "gendered"),
    [
        ("ca", 2, True),
        ("ca", 5, False),
        ("es", 21, True),
        ("gl", 200, True),
        ("sl", 1, True),
        ("tr", 1, False),
        ("ar", 3, True),
        ("ar", 20, False),
        ("zh", 2, True),
        ("zh", 200, True),
        ("zh", 12, False),
    ],
)
def test_numbers_that_agree_with_what_they_count_are_known(tag: str, number: int, gendered: bool) -> None:
    speller = find_speller(tag)
    assert speller is not None
    assert speller.is_gendered(number) is gendered


@given(tag=st.text(max_size=12))
def test_any_tag_is_taken(tag: str) -> None:
    speller = find_speller(tag)
    assert speller is None or speller.cardinal(1)
