from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech.utterance import Voice
from speech.voices import cast_voices, read_wish
from translation.manuscript import Character


def voice(variant: str, gender: str) -> Voice:
    return Voice(
        engine="speech/x",
        id=f"ca+{variant}" if variant else "ca",
        language="ca",
        gender=gender,
        variant=variant,
    )


OFFERED = (
    voice("", "male"),
    voice("woman", "female"),
    voice("man", "male"),
    voice("old-woman", "female"),
    voice("old-man", "male"),
    voice("child", "child"),
)


def given_to(*wishes: str) -> list[str]:
    characters = tuple(Character(name=f"C{i}", voice=wish) for i, wish in enumerate(wishes))
    return [v.variant for _, v, _ in cast_voices(characters, OFFERED)][1:]


@pytest.mark.parametrize(
    ("wish", "variant"),
    [
        ("mujer anciana", "old-woman"),
        ("old man", "old-man"),
        ("niña", "child"),
        ("a child", "child"),
        ("femme", "woman"),
        ("hombre", "man"),
        ("Vieja", "old-woman"),
        ("virino", "woman"),
        ("mtoto", "child"),
    ],
)
def test_a_wish_in_the_creators_words_chooses_the_voice(wish: str, variant: str) -> None:
    assert given_to(wish) == [variant]


def test_the_narrator_has_the_plain_voice_and_nobody_else_while_others_last() -> None:
    cast = cast_voices(tuple(Character(name=n) for n in "ABCDE"), OFFERED)
    assert cast[0][:2] == ("", OFFERED[0])
    assert len({v.variant for _, v, _ in cast}) == 6
    assert not any(findings for _, _, findings in cast)


def test_more_characters_than_voices_are_said_by_name() -> None:
    cast = cast_voices(tuple(Character(name=n) for n in "ABCDEF"), OFFERED)
    assert "F sounds like" in cast[-1][2][0].text
    assert cast[-1][1].variant != ""


def test_a_wish_that_cannot_be_met_and_one_that_is_not_understood_are_said() -> None:
    cast = cast_voices((Character(name="Lía", voice="niña"), Character(name="X", voice="zzz")), OFFERED[:3])
    assert "child" in cast[1][2][0].text
    assert "not understood" in cast[2][2][0].text


@given(wishes=st.lists(st.sampled_from(["", "niña", "old man", "mujer", "zzz"]), max_size=9))
def test_a_character_added_at_the_end_changes_nobodys_voice(wishes: list[str]) -> None:
    assert given_to(*wishes, "mujer")[: len(wishes)] == given_to(*wishes)


def test_broken_voices_are_never_cast() -> None:
    broken = Voice(engine="speech/x", id="fo", language="fo", broken="It is silent.")
    with pytest.raises(ValueError, match="No usable voice"):
        cast_voices((), (broken,))


def test_the_narrators_voice_can_be_wished_for_like_a_characters() -> None:
    cast = cast_voices((Character(name="C"),), OFFERED, "anciana")
    assert cast[0][1].variant == "old-woman"
    assert cast[0][2] == ()
    (_, plain, findings), *_ = cast_voices((), OFFERED[:1], "mujer")
    assert plain.variant == ""
    assert "there is none, so it is male" in findings[0].text
    assert "was not understood" in cast_voices((), OFFERED, "xyzzy")[0][2][0].text


def test_a_cloned_voice_is_given_only_to_whom_its_name_is_wished() -> None:
    clone = dataclasses.replace(voice("", "female"), id="clone", consent="abuela-rosa")
    offered = (clone, *OFFERED)
    plain = cast_voices((Character(name="C"),), offered)
    assert {v.consent for _, v, _ in plain} == {""}
    cast = cast_voices((Character(name="C", voice="abuela-rosa"), Character(name="D", voice="mujer")), offered)
    assert [v.id for _, v, _ in cast][1] == "clone"
    assert cast[2][1].variant == "woman"
    assert [v.id for _, v, _ in cast_voices((), (clone,), "abuela-rosa")] == ["clone"]
    with pytest.raises(ValueError, match="No usable voice"):
        cast_voices((Character(name="C"),), (clone,), "abuela-rosa")


def test_words_that_mean_nothing_ask_for_nothing() -> None:
    assert read_wish("zzz").gender == ""
