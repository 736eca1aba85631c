"""Letters of another script among those of a word."""

from __future__ import annotations

import pytest

from languages.exemplars import exemplars_of
from languages.mixed_scripts import mixed_findings


def found(text: str, tag: str) -> list[tuple[str, str]]:
    exemplars = exemplars_of(tag)
    own = exemplars.scripts if exemplars else frozenset[str]()
    return [(text[f.start], f.text) for f in mixed_findings(text, own, exemplars)]


@pytest.mark.parametrize(
    ("text", "tag", "wrong", "right"),
    [
        ("p\u0430ypal", "en", "\u0430", "«a» (U+0061)"),
        ("G\u03bfod", "en", "\u03bf", "«o» (U+006F)"),
        ("н\u0065т", "ru", "e", "«е» (U+0435)"),
        ("Маrіа dijo", "es", "М", "«M» (U+004D)"),
        ("Моsсоw", "es", "М", "«M» (U+004D)"),
        ("кiт", "uk", "i", "«і» (U+0456)"),
        ("\u03b5ƒe", "ee", "\u03b5", "«ɛ» (U+025B)"),
        ("Я и Mихаил", "ru", "M", "«М» (U+041C)"),
        ("там o нас", "ru", "o", "«о» (U+043E)"),
        ("кот c мышью", "ru", "c", "«с» (U+0441)"),
        ("не кот, a мышь", "ru", "a", "«а» (U+0430)"),
        ("кіт i миша", "uk", "i", "«і» (U+0456)"),
    ],
)
def test_the_letter_that_is_meant_is_named(text: str, tag: str, wrong: str, right: str) -> None:
    ((letter, said),) = found(text, tag)
    assert letter == wrong
    assert f"letter is {right}" in said


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("日本語のCDを買うTシャツ", "ja"),
        ("서울의 PC방 大韓民國", "ko"),
        ("漢字ㄏㄢˋ", "zh"),
        ("PDF-файл, SMSка, BMXом, PCка, iPhone", "ru"),
        ("Файл %s, Sовет, 0x%lx, -a опция", "ru"),
        ("Google та Microsoft", "uk"),
        ("пункт a) и b.", "ru"),
        ("µm 5Ω H₂O α-частица", "ru"),
        ("chʼarki kʼanka", "qu"),
        ("Москва Мир", "en"),
        ("Пусть x и y — числа, причём y больше нуля при x > 0", "ru"),
        ("сторона a равна пяти; 5 + c метров; y = 2; тогда y/x мало", "ru"),
        ("Тачке a и b леже", "sr"),
        ("Тачке a", "sr"),
        ("точка o", "uk"),
        ("c = 5", "bg"),
        ("кот i мыш", "be"),
    ],
)
def test_right_mixtures_are_left_alone(text: str, tag: str) -> None:
    assert found(text, tag) == []
