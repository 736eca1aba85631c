"""What cards before and after a film say."""

from __future__ import annotations

from dataclasses import replace

from languages.registry import get_language
from publishing.end_card import Facts, Made, end_rows, title_rows
from publishing.notices import get_wording

FACTS = Facts(
    title="El pont de fil",
    language=get_language("ca"),
    authors=("Elvira Quispe", "x" * 200),
    authors_language=get_language("es"),
    words=((Made.CHECKED, 12), (Made.DRAFTED, 3)),
    voices=((Made.SYNTHETIC, 15),),
    pictures=(Made.DRAWN,),
    licence="CC BY-SA 4.0",
    missing=2,
)


def texts(facts: Facts) -> list[str]:
    return [row.text for row in end_rows(facts, get_wording(("ca",)))]


def test_the_end_card_says_all_in_the_language_of_the_edition() -> None:
    said = texts(FACTS)
    for text in (
        "El pont de fil", "Elvira Quispe", "Escrit o corregit per persones (12)", "Veu sintètica",
        "Dibuixat per un programa", "Línies que falten: 2", "CC BY-SA 4.0", "Fet amb Vernacast",
    ):  # fmt: skip
        assert text in said
    assert "Traducció automàtica, sense revisar per cap persona (3)" in said
    assert {row.language.tag for row in end_rows(FACTS, get_wording(("ca",)))} == {"ca", "es"}


def test_what_people_made_alone_is_not_called_a_machines() -> None:
    by_people = replace(
        FACTS, words=((Made.AUTHOR, 9),), voices=((Made.PEOPLE, 9),), pictures=(Made.OWN,), missing=0, licence=""
    )
    said = texts(by_people)
    machine = get_wording(("ca",))["machine"]
    assert machine in texts(FACTS)
    assert machine not in said
    assert not any("falten" in text or "Llicència" in text for text in said)


def test_the_title_card_names_the_author_unless_it_is_a_long_text() -> None:
    assert [row.text for row in title_rows(FACTS)] == ["El pont de fil", "Elvira Quispe"]
