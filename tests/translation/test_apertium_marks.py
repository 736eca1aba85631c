"""The user's signs, Apertium's marks, repairs and stand-ins, without Apertium."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.apertium_marks import between, is_whole, read_marks, shield, unshield
from translation.apertium_names import ATTEMPTS, unveil, veil
from translation.apertium_repair import repair
from translation.translated import FindingKind

ODD = (
    "<b>a</b> *no* #tag @yo ^x$ [y] {z} a/b C:\\d 100%{n} &amp; 🙂👩‍👧 \u202ax\u202c {\\i1} ~ + _ \ue000 \U000f0003 ¿q?"
)


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.just(ODD), st.text()))
def test_shielded_text_holds_no_sign_of_the_stream_and_comes_back_whole(text: str) -> None:
    shielded, tokens = shield(text)
    assert not set(shielded) & set("[]{}^$/\\@<>*#~")
    assert is_whole(shielded, len(tokens))
    assert unshield(shielded, tokens) == text
    assert "".join(between(shielded)) == shielded


def test_a_lost_moved_or_doubled_sign_is_noticed() -> None:
    shielded, tokens = shield("a * b # c")
    assert len(tokens) == 2
    for broken in ("a", shielded[::-1], shielded + shielded):
        assert not is_whole(broken, 2)


def test_marks_become_findings_and_leave_the_words() -> None:
    text, findings = read_marks("El *zapatófono de @blando #Cada nueche l'*acá-no")
    assert text == "El zapatófono de blando Cada nueche l'acá-no"
    assert [f.kind for f in findings] == [
        FindingKind.UNKNOWN_WORD,
        FindingKind.UNKNOWN_WORD,
        FindingKind.UNGENERATED_WORD,
        FindingKind.UNKNOWN_WORD,
    ]
    assert "'zapatófono'" in findings[0].text


def test_internal_markup_in_an_answer_is_an_error() -> None:
    with pytest.raises(ValueError, match="markup"):
        read_marks("la ^casa<n><f>$")


@pytest.mark.parametrize(
    ("source", "raw", "target", "wanted"),
    [
        ("Vuela, pájaro.", "Vuela , páxaru .", "ast", "Vuela, páxaru."),
        ("¿Quién?", "¿Quén ?", "gl", "Quén?"),
        ("¿Quién?", "¿Quién ?", "ast", "¿Quién?"),
        ("Il y a longtemps, dans un", "BÈTH TEMPS A, dens un", "oc-gascon", "Bèth temps a, dens un"),
        ("Oui. Il y a un nain.", "Quiò. BÈTH TEMPS A un nan.", "oc-gascon", "Quiò. Bèth temps a un nan."),
        ("NO, dijo.", "NON, dixo.", "gl", "NON, dixo."),
        ("Una vez", "xuna vegada", "ca", "Xuna vegada"),
        ("« Qui ? » dit-il", "« Qual ? » diguèt", "oc", "« Qual ? » diguèt"),
        ("Espera... ya", "Espera ... ya", "an", "Espera... ya"),
    ],
)
def test_spaces_capitals_and_openers_are_put_right(source: str, raw: str, target: str, wanted: str) -> None:
    text, findings = repair(source, raw, target)
    assert text == wanted
    assert bool(findings) == (raw != wanted)
    assert all(f.kind is FindingKind.SPACING for f in findings)


def test_names_travel_as_names_of_their_kind() -> None:
    veiled, pairs = veil("Sol y Ana; SOL, Nana, solar y Rosa.", ("Sol", "Ana", "Nana", "Rosa", "Pau"), 0)
    assert veiled == "David y Elena; Daniel, Marta, solar y Laura."
    assert unveil(veiled, veiled, pairs) == "Sol y Ana; SOL, Nana, solar y Rosa."
    assert unveil("Elenan kaj David; DANIEL, Marta, Laura", veiled, pairs) == "Anan kaj Sol; SOL, Nana, Rosa"


def test_a_name_that_did_not_come_through_is_noticed() -> None:
    veiled, pairs = veil("Rosa y Rosa", ("Rosa",), 0)
    assert unveil("Marta", veiled, pairs) is None
    assert unveil("Marta e Martando", veiled, pairs) is None


def test_each_attempt_has_other_names_and_none_that_the_text_has() -> None:
    tried = {veil("Rosa y Laura", ("Rosa",), attempt)[1][0][0] for attempt in range(ATTEMPTS)}
    assert len(tried) == ATTEMPTS
    assert "Laura" not in tried
