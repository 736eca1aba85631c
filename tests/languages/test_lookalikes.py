"""What is typed in place of a language's own letter."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings
from languages.exemplars import exemplars_of
from languages.lookalikes import lookalikes_of

TAGS = ("ro", "fa", "ur", "ckb", "ks", "mzn", "lrc", "bal", "sd", "ps", "ar", "ug", "ca", "haw", "to", "uz", "gn", "qu")
OTHERS = ("ce", "ady", "kbd", "ee", "ak", "bm", "ln", "ha", "quz")
PALOCHKA = ("ce", "ady", "kbd", "av", "inh", "lez", "dar", "lbe", "tab", "abq")
SEQUENCES = ("th", "lo", "km", "hi", "bn", "gu")


@pytest.mark.parametrize("tag", [*TAGS, *OTHERS, *PALOCHKA, *SEQUENCES])
def test_every_row_of_cldr_is_so_in_cldr(tag: str) -> None:
    rows = lookalikes_of(tag)
    assert rows
    for row in rows:
        if row.source != "CLDR 48.2 exemplars":
            assert row.source.strip()
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
        ("quz", "k’anchay", "ʼ"),
        ("ce", "г1ала", "ӏ"),
        ("ce", "Iаж", "Ӏ"),
        ("ce", "1аьржа", "Ӏ"),
        ("ady", "цIыф", "ӏ"),
        ("av", "гIадан", "ӏ"),
        ("av", "МАГIНА", "Ӏ"),
        ("av", "мац1", "ӏ"),
        ("lez", "к1вал", "ӏ"),
        ("inh", "гІалгӏай", "ӏ"),
        ("tab", "чIал", "ӏ"),
        ("abq", "кIы", "ӏ"),
        ("ha", "'karfi", "ƙ"),
        ("ak", "s3n", "ɛ"),
        ("ee", "n3fa", "ɛ"),
        ("az", "ǝl", "ə"),
    ],
)
def test_the_right_letter_is_named(tag: str, text: str, right: str) -> None:
    (found,) = character_findings(text, tag)
    assert found.kind is CharacterKind.LOOKALIKE
    assert f"«{right}» (U+{ord(right):04X})" in found.text


@pytest.mark.parametrize(
    ("tag", "text", "right"),
    [
        ("th", "น\u0e4d\u0e49\u0e32", "U+0E49 U+0E33"),
        ("th", "\u0e40\u0e40ม่", "U+0E41"),
        ("lo", "\u0ec0\u0ec0ມ່", "U+0EC1"),
        ("km", "ស\u17d2\u179a\u17d2\u178fី", "U+17D2 U+178F U+17D2 U+179A"),
        ("hi", "\u0905\u093eम", "U+0906"),
        ("bn-IN", "\u0985\u09beপন", "U+0986"),
    ],
)
def test_a_spelling_of_several_characters_is_one_finding(tag: str, text: str, right: str) -> None:
    (found,) = character_findings(text, tag)
    assert found.kind is CharacterKind.LOOKALIKE
    assert f"({right})" in found.text


def test_a_digit_at_both_ends_of_a_word_is_asked_about_twice() -> None:
    assert [f.start for f in character_findings("3y3", "ak")] == [0, 2]
    assert character_findings("3kg m3 3D 3x3", "ak") == ()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ca", "Escriu a marcel.lopez@mail.lloc.cat o mira www.bell.lloc.cat i bell.lloc.cat"),
        ("haw", "'E hele kāua!' wahi āna"),
        ("haw", "‘E hele kāua,’ wahi āna"),
        ("ha", "Ya ce 'kai!' da 'ya'ya"),
        ("av", "гӏадан 1а 5в 2011 том1"),
        ("th", "น้ำ แม่"),
        ("lo", "ນ\u0ecd\u0ec9\u0eb2 ນ\u0ec9\u0ecd\u0eb2 ນ\u0ecd\u0eb2 ນ\u0ec9\u0eb3"),
        ("km", "ស្ត្រី"),
        ("quy", "k'anchay"),
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


@pytest.mark.parametrize(
    ("tag", "typed", "meant"),
    [
        ("hi", "\u0905\u093eज \u0905\u093eप \u0905\u093eए", "\u0906ज \u0906प \u0906ए"),
        ("ha", "'barna da 'dan, 'kasa", "ɓarna da ɗan, ƙasa"),
        ("ro", "şi ţara Şi", "și țara Și"),
        ("ca", "col.legi il.lusió a.b", "col·legi il·lusió a.b"),
    ],
)
def test_letters_typed_in_another_way_are_mended_whatever_their_length(tag: str, typed: str, meant: str) -> None:
    for habit in lookalikes_of(tag):
        typed = habit.mended(typed)
    assert typed == meant
