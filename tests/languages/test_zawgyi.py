"""Burmese in Zawgyi, and texts in Unicode that share its code points."""

from __future__ import annotations

import pytest

from languages.characters import CharacterKind, character_findings


@pytest.mark.parametrize("text", ["ဘယ္သူလဲ", "မင္းဘယ္သြားမလဲ", "\u1031နရာ", "ျမန္မာ စကား ေျပာ"])
def test_zawgyi_is_named_once(text: str) -> None:
    found = [f for f in character_findings(text, "my") if "Zawgyi" in f.text]
    assert [f.kind for f in found] == [CharacterKind.MISREAD]
    assert not [f for f in character_findings(text, "my") if f.kind is CharacterKind.LONE_MARK]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ဥယျာဉ် ဒုက္ခ သတ္တဝါ အင်္ဂလိပ် ပစ္စည်း ဗုဒ္ဓ ဥက္ကဋ္ဌ ကမ္ဘာ ပေါင်း ကျေးဇူး", "my"),
        ("ၵႂၢမ်းတႆး ၸိူဝ်း မိူင်း", "shn"),
        ("ဘာသာမန် ဍုင်", "mnw"),
        ("ကညီကျိာ် ပှၤ", "ksw"),
        ("ၵႂၢမ်းတႆး ကညီကျိာ် ပှၤ", "my"),
    ],
)
def test_unicode_is_left_alone(text: str, tag: str) -> None:
    assert not [f for f in character_findings(text, tag) if f.kind is CharacterKind.MISREAD]
