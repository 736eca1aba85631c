"""What a reviewer is asked about the characters of lines."""

from __future__ import annotations

from translation.character_check import ask_characters
from translation.translated import FindingKind


def test_one_thing_of_each_kind_is_asked_on_a_line() -> None:
    ((first, second),) = ask_characters(("a\u200bb c\u200bd \ufffd \ufffde",), "en")
    assert {first.kind, second.kind} == {FindingKind.CHARACTERS}
    assert "U+FFFD" in first.text
    assert "approve" not in first.text
    assert "Character 2: U+200B" in second.text
    assert second.text.endswith("If it is right as it stands, approve it.")


def test_the_same_question_is_asked_once_and_counts_the_other_lines() -> None:
    asked = ask_characters(("și", "\u015fi", "", "\u015fi eu", "\u015fi tu"), "ro")
    assert [len(a) for a in asked] == [0, 1, 0, 0, 0]
    assert "in 2 other lines" in asked[1][0].text


def test_what_must_be_repaired_is_told_on_every_line() -> None:
    assert [len(a) for a in ask_characters(("a\ufffd", "b\ufffd"), "en")] == [1, 1]
