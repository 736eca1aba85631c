"""What of a line a voice cannot read."""

from __future__ import annotations

import pytest

from speech.utterance import Voice
from speech.voice_scripts import find_unread, scripts_of, unread_findings, unread_notes, why_unread
from translation.translated import FindingKind


def voice(language: str, engine: str = "speech/espeak") -> Voice:
    return Voice(engine=engine, id=language, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ"),
        ("th", "ភាសាខ្មែរ"),
        ("tr", "Добар дан свима"),
        ("az", "азәрбајҹан дили"),
        ("ku", "کوردی زمان"),
        ("es", "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ Ana"),
    ],
)
def test_a_line_in_a_script_that_the_voice_would_spell_is_not_given_to_it(language: str, text: str) -> None:
    found = find_unread(text, voice(language))
    assert found is not None
    assert found.wholly
    assert "Record the line" in why_unread(found, voice(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Добар дан"), ("sr", "Dobar dan"), ("hr", "Добар дан"), ("uz", "Ўзбек тили"), ("uz", "Oʻzbek tili"),
        ("kk", "Қазақ тілі"), ("zh", "我今天很高兴"), ("zh-Latn-pinyin", "Nǐ hǎo"), ("ja", "ひらがな カタカナ"),
        ("ko", "한국어"), ("yue", "你好"), ("vi", "Xin chào"), ("el", "Λόγος"), ("am", "አማርኛ"), ("es", "¡12 km! …"),
        ("fa", "سلام"), ("hi", "नमस्ते"), ("hy", "Հայաստան"), ("es", "x̱ a\u0301"), ("es", ""),
    ],
)  # fmt: skip
def test_scripts_of_the_voices_language_raise_nothing(language: str, text: str) -> None:
    assert find_unread(text, voice(language)) is None


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("ca", "Vam anar a Москва ahir al vespre", "Москва"),
        ("ru", "Мы купили iPhone вчера", "iPhone"),
        ("th", "Hola a tots", "Hola"),
        ("es", "नमस्ते", "नमस्ते"),
        ("ja", "これは日本語です", "日本語"),
        ("ja", "日本語", "日本語"),
    ],
)
def test_words_in_another_script_are_named_and_the_line_is_spoken(language: str, text: str, word: str) -> None:
    found = find_unread(text, voice(language))
    assert found is not None
    assert not found.wholly
    (finding,) = unread_findings(text, voice(language))
    assert finding.kind is FindingKind.VOICE
    assert f"«{word}»" in finding.text


def test_an_engine_that_judges_letters_itself_is_given_everything() -> None:
    mms = Voice(engine="speech/mms", id="mms-tts-amh", language="am", judges_letters=True)
    assert find_unread("Добар дан", mms) is None
    assert unread_notes([mms], "zgh", ()) == ()


def test_of_a_language_whose_scripts_nobody_knows_nothing_is_said() -> None:
    assert scripts_of("speech/x", "qaa") == frozenset()
    assert find_unread("Добар дан", voice("qaa", "speech/x")) is None


def test_a_plan_tells_of_lines_that_will_fail_by_their_texts_or_by_the_usual_script() -> None:
    (note,) = unread_notes([voice("es"), voice("es")], "zgh", ("", "ⵜⴰⵎⴰⵣⵉⵖⵜ"))
    assert "lines in Tifinagh (Tfng) will fail" in note
    assert unread_notes([voice("es")], "zgh", ()) == (note,)
    assert unread_notes([voice("es")], "zgh", ("tamazight",)) == ()
    assert unread_notes([voice("es")], "quy", ()) == ()
