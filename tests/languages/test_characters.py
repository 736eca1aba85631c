"""What is found in the characters of a text, and what is left alone."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.characters import (
    CharacterFinding,
    CharacterKind,
    Severity,
    _Known,  # pyright: ignore[reportPrivateUsage]  # WONTFIX: what threads share
    character_findings,
)
from tests.bench.characters import took
from tests.video.typeset.conftest import sentences

K = CharacterKind
REPAIRED = {
    "lone surrogate": ("a\ud800b", K.SURROGATE, 1, "U+D800"),
    "noncharacter": ("a\ufdd0", K.NONCHARACTER, 1, "U+FDD0"),
    "noncharacter beyond": ("ab\U0001ffff", K.NONCHARACTER, 2, "U+1FFFF"),
    "unassigned": ("a\u0378b", K.UNASSIGNED, 1, "U+0378"),
    "control": ("Hola \x07", K.CONTROL, 5, "U+0007"),
    "next line": ("a\x92b", K.CONTROL, 1, "U+0092"),
    "replacement": ("\ufffdandu", K.REPLACEMENT, 0, "U+FFFD"),
    "object": ("a \ufffc", K.REPLACEMENT, 2, "U+FFFC"),
    "isolate": ("a \u2067b", K.BIDI, 2, "U+2067"),
    "tags": ("ok\U000e0041", K.INVISIBLE, 2, "U+E0041"),
}
ASKED = {
    "private use": ("\ue001a", K.PRIVATE_USE, 0, "U+E001"),
    "dotted circle": ("a \u25cc\u0301", K.DOTTED_CIRCLE, 2, "U+25CC"),
    "override": ("a \u202eb\u202c", K.BIDI, 2, "U+202E"),
    "mark without letter": ("a \u0301b", K.LONE_MARK, 2, "U+0301"),
    "not NFC": ("cafe\u0301", K.NOT_NFC, 3, "U+00E9"),
    "misread": ("FranÃ§ais", K.MISREAD, 4, "«ç»"),
    "no width": ("wo\u200brd", K.INVISIBLE, 2, "ZERO WIDTH SPACE"),
    "homoglyph": ("p\u0430ypal", K.MIXED_SCRIPTS, 1, "the Latin letter is «a» (U+0061)"),
}


def kinds(text: str, tag: str | None = None) -> list[CharacterKind]:
    return [f.kind for f in character_findings(text, tag)]


@pytest.mark.parametrize("name", REPAIRED)
def test_what_is_damaged_is_named_with_its_place_and_a_remedy(name: str) -> None:
    text, kind, start, said = REPAIRED[name]
    (found,) = (f for f in character_findings(text) if f.kind is kind)
    assert (found.severity, found.start) == (Severity.REPAIR, start)
    assert said in found.text
    assert any(word in found.text for word in ("Delete", "Enter"))


@pytest.mark.parametrize("name", ASKED)
def test_what_may_be_right_is_a_question(name: str) -> None:
    text, kind, start, said = ASKED[name]
    (found,) = (f for f in character_findings(text) if f.kind is kind)
    assert (found.severity, found.start) == (Severity.QUESTION, start)
    assert said in found.text


def test_a_character_newer_than_pythons_unicode_is_not_called_unassigned() -> None:
    newer = "\u1c89\ua7cb\U000105c0"  # Unicode 16; Python 3.12 has 15
    assert kinds(newer) == []


def test_a_letter_outside_the_alphabet_is_asked_about_in_its_language_only() -> None:
    (found,) = character_findings("Ein kleiner ŵ", "de")
    assert (found.kind, found.start) == (K.FOREIGN_LETTER, 12)
    assert kinds("Ein kleiner ŵ") == []
    assert kinds("Mae'r ŵyn yma", "cy") == []


def test_accents_of_foreign_names_and_letters_of_other_scripts_are_not_asked_about() -> None:
    assert kinds("José y Müller vuelan con Москва-Авиа y 北京航空", "es") == []
    assert kinds("Приложение iPhone и José", "ru") == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Leyó Dvořák y Wałęsa en Łódź. Erdoğan, Nguyễn y Kılıç", "es"),
        ("Şükrü met ʿUmar", "en"),
        ("ﷺ ﷲ ٱللّٰه", "ar"),
        ("ﷺ ﷲ", "ur"),
    ],
)
def test_foreign_names_and_words_of_one_sign_are_left_alone(text: str, tag: str) -> None:
    assert kinds(unicodedata.normalize("NFC", text), tag) == []


def test_a_soft_hyphen_within_misread_text_is_not_to_be_deleted() -> None:
    assert kinds("aquÃ\u00ad", "es") == [K.MISREAD]


def test_a_foreign_word_is_asked_about_once() -> None:
    (found,) = character_findings("una palabra zażółć", "es")
    assert (found.kind, found.start, found.end) == (K.FOREIGN_LETTER, 14, 18)
    assert "«ż» (U+017C)" in found.text
    assert "«ć» (U+0107)" in found.text


def test_of_a_language_without_known_alphabet_no_letter_is_foreign() -> None:
    assert kinds("ŵ ǁ ŋ", "aak") == []


def test_a_run_of_one_character_is_one_finding() -> None:
    (found,) = character_findings("ab\ufffd\ufffd\ufffd")
    assert (found.start, found.end) == (2, 5)


def test_tabs_line_ends_and_clean_ascii_are_fine() -> None:
    assert kinds("a\tb\r\nc", "en") == []
    assert character_findings("", "en") == ()


def test_clean_texts_of_many_scripts_have_nothing_to_be_repaired() -> None:
    read = sentences()
    assert len({s.tag for s in read}) >= 60
    assert len({s.script for s in read}) >= 25
    for s in read:
        found = character_findings(unicodedata.normalize("NFC", s.text), s.tag)
        assert not [f for f in found if f.severity is Severity.REPAIR], s.tag
        assert not found or s.tag == "ks", (s.tag, found)  # the sample writes heh and yeh as Arabic has them


def _inside(found: tuple[CharacterFinding, ...], text: str) -> None:
    assert list(found) == sorted(found, key=lambda f: (f.start, f.end, f.kind))
    for f in found:
        assert 0 <= f.start < f.end <= len(text)
        assert f.text.isprintable() or any(c in text for c in f.text if not c.isprintable())


ANY = st.text(st.characters(exclude_categories=()), max_size=40)
HARD = st.text(
    "aеоο’'·lcşك ي?&;þûõÝ¿𝐚ﬁﻣ\u1039\u1031\u1000"
    "\u0301\u200c\u200d\u200b\u202e\u2067\u2069\u202c\ufe0f\U000e0041Ã©â€™РІ\ud800\n \U0001f3f4",
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(
    text=ANY | HARD,
    tag=st.sampled_from([None, "es", "ca", "fa", "ro", "haw", "uk", "hi", "ja", "ce", "pl", "my", "ha", "xx"]),
)
def test_any_text_is_looked_at_and_every_place_lies_in_it(text: str, tag: str | None) -> None:
    _inside(character_findings(text, tag), text)


HOSTILE = {
    "embeddings and ends of isolates": "\u202a" * 10_000 + "\u2069" * 10_000,
    "isolates": "\u2066" * 10_000 + "\u202a\u2069" * 5_000,
    "spaces without width": "a\u200b\u0301" * 7_000,
    "joiners": "a" + "\u200d" * 20_000,
    "flags": "\U0001f3f4\U000e0067\U000e007f" * 7_000,
    "misread": "Ã©ŵ" * 7_000,
    "mixed words": "p\u0430 " * 7_000,
    "one mixed word": "p\u0430" * 10_000,
    "marks": "a" + "\u0301" * 20_000,
    "escapes": "&amp;\\u00e1" * 3_000,
    "one word of question marks": "a?" * 10_000,
    "one word without an address": "a&" + "a" * 20_000,
    "foreign letters in one word": "ŵı" * 10_000,
    "bold letters": "𝐚 𝐛𝐜ﬁ" * 4_000,
    "surrogates": "\ud800a" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    text = HOSTILE[name]
    assert character_findings(text[:10], "es") is not None
    begun = time.perf_counter()
    character_findings(text, "es")
    assert time.perf_counter() - begun < 5.0  # at most 0.3 s were measured


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    first = character_findings("p\u0430y ŵ \u0301", "es")
    character_findings("ŵ \u0430 \u0301 \u200b", "es")
    assert character_findings("p\u0430y ŵ \u0301", "es") == first


def test_clean_text_is_looked_at_quickly() -> None:
    """Kashmiri is the slowest with 2.4 MB/s, of clean texts Japanese with 4.6; a tenth, for machines are shared."""
    speeds = {t.tag: t.short_mb_s for t in took(frozenset(("en", "vi", "ru", "hi", "ja", "ks")), times=20)}
    assert min(speeds["en"], speeds["vi"]) > 0.5, speeds
    assert min(speeds.values()) > 0.1, speeds


def test_a_character_is_remembered_only_when_all_is_known_of_it() -> None:
    """A second thread passes over what is in ``plain``, and needs the rest at once."""
    known = _Known("es")

    class Watched(set[str]):
        def add(self, element: str, /) -> None:
            assert element in known.scripts
            super().add(element)

    known.plain = Watched()
    assert known.odd(frozenset("aб1\u0301")) == set()
    assert known.plain
