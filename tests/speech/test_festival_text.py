from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speech.festival_text import MOST_CHARACTERS, sentences
from speech.festival_words import CODING, KNOWN


def spoken(text: str) -> list[str]:
    return [s.text for s in sentences(text)[0]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("—Hola —va dir ella—. Adéu!", ["Hola, va dir ella.", "Adéu!"]),
        ("« Hola ! », va dir. “On és ?”", ["Hola! va dir.", "On és?"]),
        ("L’aigua d’«Anna», l'«Avui».", ["L'aigua d'Anna, l'Avui."]),
        ("Una casa (petita) i [gran].", ["Una casa, petita, i, gran."]),
        ("Doncs… no sé.", ["Doncs; no sé."]),
        ("...Casa", ["Casa"]),
        ("a * b#c R&B 2+2=4", ["a * b # c R & B 2 + 2 = 4"]),
    ],
)
def test_no_quote_dash_or_lone_mark_clings_to_a_word(text: str, said: list[str]) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Val 5 € i 3,50 €, el 25% i el 3 %.", ["Val 5€ i 3,50€, el 25% i el 3 %."]),
        ("12\u00a0000 i 1\u202f234\u2009567 casals", ["12.000 i 1.234.567 casals"]),
        ("A les 10:30 del 12/05/2024.", ["A les 10:30 del 12/05/2024."]),
        ("Fa −5 graus", ["Fa menys 5 graus"]),
        ("1234567890123", ["1 2 3 4 5 6 7 8 9 0 1 2 3"]),
        ("Té 123456789012 anys", ["Té 123456789012 anys"]),
        ("El 5è, la 1a i el 3º", ["El 5è, la 1a i el 3º"]),
    ],
)
def test_numbers_reach_the_front_end_as_it_reads_them(text: str, said: list[str]) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize("text", ["col·legi", "col•legi", "col.legi", "coŀlegi", "col‧legi"])
def test_every_way_to_type_a_geminate_l_is_the_raised_dot(text: str) -> None:
    assert spoken(text) == ["col·legi"]


def test_abbreviated_titles_are_spelled_out_in_catalan_alone_and_end_no_sentence() -> None:
    assert spoken("El Sr. Pere i la Dra. Anna. Adéu.") == ["El senyor Pere i la doctora Anna.", "Adéu."]
    assert [s.text for s in sentences("Lo Sr. Pèire", catalan=False)[0]] == ["Lo Sr.", "Pèire"]


def test_and_at_the_head_of_a_clause_is_no_numeral() -> None:
    assert spoken("La Maria i en Joan. I després? Va dir Joan: I tu? Felip I.") == [
        "La Maria i en Joan.",
        "i després?",
        "Va dir Joan: i tu?",
        "Felip I.",
    ]


def test_a_sentence_does_not_end_at_an_initial_or_before_a_small_letter() -> None:
    assert spoken("J. Verdaguer va escriure. Hola! va dir. 3.5 i s. XV") == [
        "J. Verdaguer va escriure.",
        "Hola! va dir.",
        "3.5 i s. XV",
    ]


def test_a_long_sentence_is_cut_after_a_mark_and_nothing_is_lost() -> None:
    text = "una cosa, " + "i una altra " * 40
    parts = spoken(text)
    assert parts[0] == "una cosa,"
    assert all(len(part) <= MOST_CHARACTERS for part in parts)
    assert " ".join(parts).split() == text.split()
    assert all(len(part) <= MOST_CHARACTERS for part in spoken("a" * 5000))


@pytest.mark.parametrize("text", ["×" * 400, "x " * 400, "9" * 400, "b" * 400, "&b1" * 200])
def test_what_takes_long_to_say_is_cut_sooner(text: str) -> None:
    parts = spoken(text)
    assert "".join("".join(parts).split()) == text.replace(" ", "")
    assert max(len(part) for part in parts) <= 64


def test_letters_without_an_equal_are_named_and_composed_ones_are_not() -> None:
    parts, lacking = sentences("e\u0301s naïf, Dvořák, Łódź, œuvre, Straße, hÿ, 20 °C, m², € i ½ 🙂 Ελ")
    assert lacking == ("ř", "Ł", "ź", "ÿ", "°", "²", "½", "🙂", "Ε", "λ", "€")
    assert [p.text for p in parts] == ["és naïf, Dvorák, ódz, oeuvre, Strasse, hy, 20 C, m, i"]


@pytest.mark.parametrize("text", ["", " ", "…", "«¡¿?!»", "— – -", '"', "\\", ";", "()", "'", "···", "\u0301", "中文"])
def test_where_nothing_can_be_read_there_is_no_sentence(text: str) -> None:
    assert spoken(text) == []


def test_what_is_left_out_joins_nothing() -> None:
    assert [p.text for p in sentences("ª/0, 2/ª i l'1ª/2ª")[0]] == ["0, 2 i l'1ª/2ª"]
    assert sentences("ª/0")[1] == ("ª",)


@given(st.text(st.one_of(st.sampled_from(sorted(KNOWN) + list('’«»…[]{}"\\\n\u00a0ŀ')), st.characters()), max_size=60))
def test_whatever_is_written_only_known_characters_reach_festival_and_each_has_its_place(text: str) -> None:
    parts, _ = sentences(text)
    for part in parts:
        assert part.text
        assert not set(part.text) - KNOWN
        assert not set(part.text) & set('"\\()[]{}`\n\u00ff')
        assert part.text.encode(CODING).decode(CODING) == part.text
        assert all(word[0] not in ".,:;!?-/'·" for word in part.text.split(" "))
        assert len(part.positions) == len(part.text)
        assert all(0 <= p < len(text) for p in part.positions)
    order = [p for part in parts for p in part.positions]
    assert order == sorted(order)
