from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech.respell import respell, rules


@pytest.mark.parametrize(
    ("language", "voice", "text", "spoken"),
    [
        ("ast", "es", "L'agua baxó xunto a la Xana", "Lagua bachó shunto a la Shana"),
        ("ast", "es", "qu'entama d’equí", "quentama dequí"),
        ("oc", "ca", "la vièlha de la montanha", "la vièlla de la montanya"),
        ("oc-aranes", "ca", "hilha", "hilla"),
        ("sc", "it", "petza", "petsa"),
        ("ast", "pt", "xunto", "xunto"),
        ("es", "es", "xilófono", "xilófono"),
    ],
)
def test_a_borrowed_voice_is_given_spellings_that_it_can_read(
    language: str, voice: str, text: str, spoken: str
) -> None:
    assert respell(text, language, voice).text == spoken


@given(text=st.text(st.sampled_from("lLxXaeí'’ qud\u200b\u202e\x01🙂"), max_size=40))
def test_every_spoken_letter_points_at_a_place_of_the_line_and_never_back(text: str) -> None:
    spoken = respell(text, "ast", "es")
    assert len(spoken.text) == len(spoken.origin)
    assert list(spoken.origin) == sorted(spoken.origin)
    assert all(0 <= o < len(text) for o in spoken.origin)


def test_control_and_bidi_characters_are_not_given_to_a_voice() -> None:
    spoken = respell("a\x01b\u202ec\u200dd\te", "es", "es")
    assert spoken.text == "a bc\u200dd e"
    assert spoken.origin == (0, 1, 2, 4, 5, 6, 7, 8)


def test_every_rule_says_why() -> None:
    assert all(rule.why for rule in rules())
