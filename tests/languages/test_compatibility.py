"""Letters in a fixed form."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings


@pytest.mark.parametrize(
    ("text", "tag", "places", "typed"),
    [
        ("𝐇𝐨𝐥𝐚 𝓶𝓾𝓷𝓭𝓸", "es", [(0, 10)], "«Hola mundo»"),
        ("Ｈｏｌａ", "es", [(0, 4)], "«Hola»"),
        ("ﻣﺮﺣﺒﺎ ﺑﻚ", "ar", [(0, 8)], "«مرحبا بك»"),
        ("la oﬃcina", "es", [(4, 5)], "«officina»"),
        ("ﬁn, ﬂor", "es", [(0, 1), (4, 5)], "«fin»"),
    ],
)
def test_a_run_is_asked_about_once_with_what_to_type(
    text: str, tag: str, places: list[tuple[int, int]], typed: str
) -> None:
    found = character_findings(text, tag)
    assert {f.kind for f in found} == {CharacterKind.COMPATIBILITY}
    assert [(f.start, f.end) for f in found] == places
    assert f"type {typed}" in found[0].text


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("𝑥 = 2, ℝ, ℹ, №, ™, ², Ⅳ", "es"),
        ("ＡＢＣの", "ja"),
        ("ｶﾀｶﾅ", "ja"),
        ("นำ ຳ ໜ", "th"),
        ("և", "hy"),
        ("ﷺ ﷽", "ar"),
        ("ŀ ĳ", "es"),
    ],
)
def test_what_people_write_so_is_left_alone(text: str, tag: str) -> None:
    assert not [f for f in character_findings(text, tag) if f.kind is CharacterKind.COMPATIBILITY]
