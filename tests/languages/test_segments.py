from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.segments import Span, graphemes, line_parts, phrases, sentences, spaceless, words

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "segments"
ODD = "aA가ก། \n\r\t\u00a0.!?…。፡“”«»「()['\u0f0d\u1361\u200d\u0301\u1039\ud800\udfff\U0001f1ea\U0001f468\U0001f3fd1"
ANY = st.text() | st.text(st.characters() | st.sampled_from(ODD)) | st.text(st.sampled_from(ODD), max_size=40)
TAGS = st.sampled_from(("und", "en", "de", "th", "ja", "my", "el", "bo", "am-Latn", "x-none", "no such tag!", "\ud800"))


def rows(name: str) -> list[tuple[str, list[str]]]:
    """(tag, parts) of a table of golden cases."""
    text = (GOLDEN / f"{name}.tsv").read_text(encoding="utf-8")
    table = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    tag, parts = table[0].index("tag"), table[0].index("parts")
    return [(row[tag], row[parts].split("|")) for row in table[1:]]


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(("tag", "parts"), rows("sentences") + rows("ends"))
def test_sentences_end_where_a_reader_of_the_language_sees_them_end(tag: str, parts: list[str]) -> None:
    text = "".join(parts)
    assert cut(text, sentences(text, tag)) == parts


@pytest.mark.parametrize(("tag", "parts"), rows("line_parts"))
def test_lines_may_end_between_words_syllables_or_signs_as_the_script_has_it(tag: str, parts: list[str]) -> None:
    text = "".join(parts)
    assert cut(text, line_parts(text, tag)) == parts


@pytest.mark.parametrize(("tag", "parts"), rows("graphemes"))
def test_graphemes_are_what_readers_take_for_one_letter(tag: str, parts: list[str]) -> None:
    assert list(graphemes("".join(parts))) == parts


def test_golden_cases_are_of_many_languages_and_scripts() -> None:
    for name in ("sentences", "line_parts", "graphemes"):
        lines = (GOLDEN / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        table = [line.split("\t") for line in lines if not line.startswith("#")][1:]
        assert len({row[1] for row in table}) >= 60
        assert len({row[0] for row in table}) >= 38
        assert all(row[2].strip() for row in table)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👨‍👩‍👧‍👦", 1),
        ("🇪🇸🇲🇽", 2),
        ("👍🏽", 1),
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", 2),  # 한글 in jamo
        ("\r\n", 1),
        ("1️⃣", 1),
        ("a\ud800\u0301b", 3),
    ],
)
def test_signs_of_many_code_points_are_one_grapheme(text: str, count: int) -> None:
    assert len(graphemes(text)) == count


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("ja", "そうか！？|「はい」|と、|彼は|言った。"),
        ("ja", "ちゃんと|ずっと|カーテン"),
        ("ko", "모든 |인간은 |태어날"),
    ],
)
def test_captions_in_japanese_and_korean_end_between_phrases(tag: str, parts: str) -> None:
    text = parts.replace("|", "")
    assert cut(text, line_parts(text, tag, by_phrases=True)) == parts.split("|")


@pytest.mark.parametrize("char", [*"。、！？」』）ゃっー々％"])
def test_no_line_begins_with_what_kinsoku_forbids(char: str) -> None:
    text = f"彼女{char}彼女"
    assert 2 not in {start for start, _ in line_parts(text, "ja")}


@pytest.mark.parametrize("char", [*"「『（《“"])
def test_no_line_ends_with_an_opening_sign(char: str) -> None:
    text = f"彼女{char}彼女"
    assert 3 not in {end for _, end in line_parts(text, "zh")}


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("hi", "गाँव |गया । |राम |गया ॥"),
        ("th", "เด็ก ๆ |เล่น|มาก ๆ "),
        ("lo", "ຊ້າ ໆ "),
        ("km", "ក្មេង ៗ |រាល់ថ្ងៃ ។ |ហើយ"),
        ("my", "သွား|သည် ။ |များ ၊ |လူ"),
        ("am", "ለሁሉም ። |ናችሁ ፣ |ነን"),
        ("jv-Java", "ꦫ ꧈ |ꦮ ꧉"),
        ("hi", "गाँव\n|। |राम"),
    ],
)
def test_no_line_begins_with_the_end_of_a_sentence_or_a_repetition(tag: str, parts: str) -> None:
    text = parts.replace("|", "")
    assert cut(text, line_parts(text, tag)) == parts.split("|")


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("ru", "— |Иду, — |сказал |он. |— |Куда?"),
        ("uk", "Київ – |столиця: |— |Так"),
        ("en", "Here |— |there"),
    ],
)
def test_no_russian_or_ukrainian_line_begins_with_a_dash_within_a_sentence(tag: str, parts: str) -> None:
    text = parts.replace("|", "")
    assert cut(text, line_parts(text, tag)) == parts.split("|")


@given(ANY, TAGS)
def test_parts_join_up_to_the_text_and_none_is_empty(text: str, tag: str) -> None:
    for spans in (words(text, tag), sentences(text, tag), line_parts(text, tag), phrases(text)):
        assert "".join(cut(text, spans)) == text
        assert all(start < end for start, end in spans)
        assert all(a[1] == b[0] for a, b in pairwise(spans))
    assert "".join(graphemes(text)) == text
    assert "" not in graphemes(text)


@given(ANY, TAGS)
def test_no_sentence_and_no_line_ends_within_a_grapheme(text: str, tag: str) -> None:
    borders, at = {0}, 0
    for grapheme in graphemes(text):
        at += len(grapheme)
        borders.add(at)
    for spans in (sentences(text, tag), line_parts(text, tag)):
        assert {end for _, end in spans} <= borders


@given(st.text(st.characters(categories=["Cs"]), min_size=1, max_size=4), st.text(max_size=8))
def test_lone_surrogates_stay_what_they_are(broken: str, text: str) -> None:
    assert "".join(graphemes(text + broken)) == text + broken
    assert sentences(text + broken)[-1][1] == len(text + broken)


def test_nothing_has_no_parts() -> None:
    assert graphemes("") == words("") == sentences("") == line_parts("") == phrases("") == ()


def test_thai_shows_phrases_where_it_shows_no_sentences() -> None:
    text = "ฉันไปตลาด แล้วกลับบ้าน"
    assert len(sentences(text, "th")) == 1
    assert cut(text, phrases(text)) == ["ฉันไปตลาด ", "แล้วกลับบ้าน"]
    assert spaceless("ฉ")
    assert not spaceless("한")


def test_a_mark_never_begins_a_line() -> None:
    text = "ၼွင်ႉၶႆႇၵၼ်သေ" * 3
    assert not any(unicodedata.category(text[start])[0] == "M" for start, _ in line_parts(text, "shn"))


def test_no_beginning_of_a_text_is_copied_for_a_dash() -> None:
    copied: list[int] = []

    class Watched(str):
        __slots__ = ()

        def __getitem__(self, at: SupportsIndex | slice) -> str:
            found = super().__getitem__(at)
            copied.append(len(found))
            return found

    line_parts(Watched("да — нет \u00a0— " * 20), "ru")
    assert max(copied) == 1
