"""Characters that cannot be seen: where they have work, and where they have none."""

from __future__ import annotations

import pytest

from languages.invisible import invisible_findings

RIGHT = {
    "Persian": "می\u200cخواهم",
    "Persian plural": "خانه\u200cها",
    "Kurdish": "به\u200cردی",
    "Kurdish ae at the end": "به\u200c من",
    "Sinhala": "ශ්\u200dරී ලංකාව",
    "Hindi half form": "क्\u200dष",
    "Malayalam at the end": "അവന്\u200d",
    "Khmer": "ភាសា\u200bខ្មែរ",
    "Thai": "ภาษา\u200bไทย",
    "Burmese": "မြန်မာ\u200bစာ",
    "Tibetan behind a mark": "བོད་\u200bཡིག",
    "Mongolian": "ᠰᠠᠢᠨ ᠪᠠᠢᠨ᠎ᠠ \u180b".replace(" \u180b", ""),
    "family": "👨\u200d👩\u200d👧",
    "heart": "❤\ufe0f",
    "keycap": "1\ufe0f\u20e3",
    "rainbow flag": "🏳\ufe0f\u200d🌈",
    "skin": "👩🏽\u200d🌾",
    "Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Han variant": "葛\U000e0100",
    "old Hangul": "\u1100\u1160",
    "accents kept apart": "a\u0301\u034f\u0302",
}
WRONG = {
    "joiner in a Latin word": ("wo\u200drd", 2),
    "non-joiner in a Latin word": ("wo\u200crd", 2),
    "joiner at the end of a Cyrillic one": ("мир\u200d", 3),
    "non-joiner behind a space": ("می \u200cخواهم", 3),
    "non-joiner before a space": ("می\u200c خواهم", 2),
    "doubled non-joiner": ("می\u200c\u200cخواهم", 3),
    "space without width": ("la\u200b casa", 2),
    "byte order mark": ("Hola \ufeffmundo", 5),
    "soft hyphen": ("com\u00adputer", 3),
    "word joiner": (" \u2060a", 1),
    "variation selector": ("a\ufe0f", 1),
    "filler": ("a\u3164b", 1),
    "tag": ("a\U000e0062", 1),
    "joiner behind an emoji": ("👩\u200d los", 1),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_has_work_is_left_alone(name: str) -> None:
    assert list(invisible_findings(RIGHT[name])) == []


@pytest.mark.parametrize("name", WRONG)
def test_what_has_none_is_named_with_its_place(name: str) -> None:
    text, start = WRONG[name]
    (found,) = invisible_findings(text)
    assert found.start == start
    assert f"U+{ord(text[start]):04X}" in found.text
    assert "Delete it" in found.text


def test_a_run_is_one_finding() -> None:
    (found,) = invisible_findings("a\u200b\u200b\ufeffb")
    assert (found.start, found.end) == (1, 4)
    assert "2 more" in found.text
