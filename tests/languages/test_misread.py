"""Text read in the wrong encoding, and text that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from languages.misread import misread_findings

WORDS = ["Él soñó", "naïve façade", "“quoted”", "Привет, мир", "Ελληνικά", "日本語", "हिन्दी", "ქართული", "😀😀"]


def misread(text: str, codec: str) -> str:
    table = {b: bytes([b]).decode(codec, errors="ignore") or chr(b) for b in range(256)}
    return "".join(table[b] for b in text.encode())


@pytest.mark.parametrize("text", WORDS)
def test_utf8_read_as_windows_1252_is_asked_about(text: str) -> None:
    found = list(misread_findings(misread(text, "cp1252")))
    assert found
    assert "Windows-1252" in found[0].text


def test_utf8_read_as_windows_1251_is_asked_about_and_what_was_meant_is_shown() -> None:
    (found,) = misread_findings(misread("Привет", "cp1251"))
    assert "«Привет»" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "là\u00a0» été…» dit-il à «\u00a0Â\u00a0»",
        "SÃO PAULO, CORAÇÃO… NÃO»",
        "ÂNGELA Ânia",
        "Ñandú ñañara «ñ»",
        "РІСІ, РЎ",
        "ДЛЯ ПОДІЙ І НАЦІЇ „СІЇ“",
        "Åland Ærø Øster…",
        "ŠKODA ÄŠ",
        "đ€ 5 ™",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert list(misread_findings(text)) == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x17F, categories=["L"]), min_size=1, max_size=8))
def test_accented_letters_alone_are_never_taken_for_it(text: str) -> None:
    assert not [f for f in misread_findings(text) if "Â" not in text and "Ã" not in text and f.end - f.start < 4]
