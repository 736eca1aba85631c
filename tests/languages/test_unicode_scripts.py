"""The Script property against what Python's own names of characters say of it."""

from __future__ import annotations

import unicodedata

import pytest

from languages.unicode_scripts import (
    COMMON,
    INHERITED,
    UNKNOWN,
    is_noncharacter,
    script_of,
    scripts_using,
    written_with,
)

NAMED = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "ETHIOPIC": "Ethi", "NKO": "Nkoo", "OL": "Olck"}


@pytest.mark.parametrize(
    ("character", "script"),
    [("a", "Latn"), ("ж", "Cyrl"), ("7", COMMON), ("\u0301", INHERITED), ("\u0378", UNKNOWN), ("\ue000", UNKNOWN)],
)
def test_a_character_has_its_script(character: str, script: str) -> None:
    assert script_of(character) == script


def test_letters_have_the_script_that_their_names_begin_with() -> None:
    wrong = [
        (c, script_of(c))
        for c in map(chr, range(0x20000))
        if c.isalpha()
        and (script := NAMED.get(unicodedata.name(c, "").split(" ")[0]))
        and script_of(c) not in (script, COMMON)
    ]
    assert not wrong


def test_characters_that_python_knows_are_not_unknown() -> None:
    wrong = [c for c in map(chr, range(0x110000)) if unicodedata.category(c)[0] in "LMNPSZ" and script_of(c) == UNKNOWN]
    assert not wrong


def test_shared_signs_belong_to_all_their_scripts() -> None:
    assert {"Arab", "Syrc", "Nkoo"} <= scripts_using("،")
    assert scripts_using("a") == {"Latn"}


def test_codes_for_several_scripts_are_taken_apart() -> None:
    assert written_with("Jpan") == {"Hani", "Hira", "Kana"}
    assert written_with("Ethi") == {"Ethi"}


def test_there_are_66_noncharacters() -> None:
    """Source: Unicode Standard, section 23.7."""
    assert sum(map(is_noncharacter, map(chr, range(0x110000)))) == 66
