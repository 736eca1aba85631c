from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from languages.errors import UnknownLanguage
from languages.evidence import coverage, rows
from languages.registry import all_languages, fallback_voices, find_language, get_language


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("Asturian", "ast"),
        ("ast", "ast"),
        ("asturianu", "ast"),
        ("ASTURIANU", "ast"),
        ("cat", "ca"),
        ("català", "ca"),
        ("catala", "ca"),
        ("swh", "sw"),
        ("Kiswahili", "sw"),
        ("ქართული", "ka"),
        ("oc-aranes", "oc-aranes"),
        ("ca-valencia", "ca-valencia"),
        ("sr-Latn", "sr-Latn"),
        ("pt_br", "pt-BR"),
        ("nqo", "nqo"),
        ("quy", "quy"),
    ],
)
def test_a_language_is_found_by_tag_code_and_name(asked: str, tag: str) -> None:
    assert get_language(asked).tag == tag


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownLanguage) as caught:
        get_language("asturain")
    assert any("ast" in near for near in caught.value.nearest)
    assert "ast" in str(caught.value)


@pytest.mark.parametrize("nonsense", ["", " ", "zz", "en-XX-XX-XX", "x" * 500, "../../etc", "\x00", "und"])
def test_nonsense_is_no_language(nonsense: str) -> None:
    assert find_language(nonsense) is None


@pytest.mark.parametrize(
    ("tag", "iso", "script", "direction"),
    [
        ("es", "spa", "Latn", "ltr"),
        ("ca", "cat", "Latn", "ltr"),
        ("an", "arg", "Latn", "ltr"),
        ("eo", "epo", "Latn", "ltr"),
        ("ast", "ast", "Latn", "ltr"),
        ("sw", "swa", "Latn", "ltr"),
        ("ka", "kat", "Geor", "ltr"),
        ("am", "amh", "Ethi", "ltr"),
        ("ar", "ara", "Arab", "rtl"),
        ("nqo", "nqo", "Nkoo", "rtl"),
        ("dv", "div", "Thaa", "rtl"),
    ],
)
def test_script_direction_and_code_are_right(tag: str, iso: str, script: str, direction: str) -> None:
    language = get_language(tag)
    assert (language.iso639_3, language.script, language.direction) == (iso, script, direction)


def test_what_nobody_wrote_down_is_said_to_be_unknown() -> None:
    language = get_language("aal")
    assert language.sentence_end == ""
    assert language.autonym == ""


def data_files() -> list[str]:
    return sorted(e.name for e in (files("languages") / "data").iterdir() if e.name.endswith(".toml"))


@pytest.mark.parametrize("name", data_files())
def test_data_file_names_its_id_and_its_sources(name: str) -> None:
    table = tomllib.loads((files("languages") / "data" / name).read_text(encoding="utf-8"))
    tag = name.removesuffix(".toml")
    assert table["id"] == tag == get_language(tag).tag
    assert table["sentence_end"]
    for fact in ("names", "script", "direction", "sentence_end"):
        assert table["sources"][fact], fact
    for lender, evidence in fallback_voices(tag):
        assert get_language(lender).tag == lender
        assert evidence


def test_every_listed_language_has_a_canonical_tag_and_code() -> None:
    languages = all_languages()
    assert len(languages) > 1_700
    for language in languages:
        assert language.tag
        assert len(language.iso639_3) == 3, language


def test_coverage_says_whose_list_it_is() -> None:
    told = {e.source: e.figure for e in coverage("ast")}
    assert told["listens: character error rate of Omnilingual ASR 7B, by its own table"] == "4.8"
    assert "speaks: listed by espeak-ng" not in told
    assert len(rows()) > 1_800
