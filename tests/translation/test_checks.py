from __future__ import annotations

import pytest

from translation.checks import check
from translation.translated import FindingKind

NAMES = ("Nana", "Lía")


def kinds(source: str, target: str) -> list[str]:
    return [str(f.kind) for f in check(source, target, NAMES, "es", "sw")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Había 12 casas.", "Kulikuwa na nyumba 12."),
        ("Había 12 casas.", "كان هناك ١٢ بيتا."),
        ("Costó 1.000,50 pesos.", "Iligharimu peso 1,000.50."),
        ("Vinieron 12 000 personas.", "Walikuja watu 12.000."),
        ("Nana durmió.", "Nana alilala."),
        ("Nana durmió.", "Nanan dormis."),
        ("Nana durmió.", "Нана ұйықтады."),
        ("Banana madura.", "Ndizi mbivu."),
        ("Lía, Nana", "Lía, Nana"),
        ("¡Oh, no!", "¡Oh, no!"),
        ("Sí.", "Naam, ndiyo kabisa."),
        ("El hilo es fino, pero une las cosas que están lejos.", "线很细，但能连接远方的东西。"),
        ("Algo.", " "),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_good_translation_has_no_findings(source, target):
    assert kinds(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Había 12 casas.", "Kulikuwa na nyumba 21.", ["number", "number"]),
        ("Había muchas casas aquí.", "Kulikuwa na nyumba 12.", ["number"]),
        ("Lía ató el hilo.", "Mtoto alifunga uzi.", ["name"]),
        ("La niña ató  el hilo fino.", "la niña ató el hilo fino.", ["untranslated"]),
        ("Hace mucho tiempo, en un pueblo junto al río, vivía una mujer.", "Mke.", ["length"]),
        ("Todos vinieron al río.", "Wote " * 30, ["length"]),
    ],
)
def test_what_a_reviewer_should_see_is_found(source, target, found):
    assert kinds(source, target) == found


def test_authors_own_language_is_not_checked():
    assert check("Había 12 casas.", "Nada.", NAMES, "es", "es") == ()


@pytest.mark.parametrize(
    ("source", "target", "tag"),
    [
        ("Cuesta 7 dólares.", "Costa set dòlars.", "ca"),
        ("Cuesta siete dólares.", "Costa 7 dòlars.", "ca"),
        ("Il y a 25 ans.", "Fai vint e cinc ans.", "oc"),
        ("Cuesta 1.000 dólares.", "Costa mil dòlars.", "ca"),
    ],
)
def test_a_number_in_words_is_no_missing_number(source: str, target: str, tag: str) -> None:
    found = check(source, target, (), "es" if tag == "ca" else "fr", tag)
    assert [f.text for f in found if f.kind is FindingKind.NUMBER] == []


def test_a_missing_number_is_told_as_it_was_written() -> None:
    found = check("Pesa 3,5 kilos.", "Pesa molt.", (), "es", "ca")
    assert [f.text for f in found if f.kind is FindingKind.NUMBER] == ["The number 3,5 is not in the translation."]


@pytest.mark.parametrize(
    ("source", "target"), [("Hay 1.5 km.", "Hi ha quinze km."), ("Hay 1,50 €.", "Hi ha cent cinquanta euros.")]
)
def test_a_decimal_is_not_the_whole_number_of_its_digits(source: str, target: str) -> None:
    assert [f.kind for f in check(source, target, (), "es", "ca")] == [FindingKind.NUMBER]


def test_an_article_is_no_number() -> None:
    found = check("Take 1 apple from the tree.", "Prends une pomme avec un baton.", (), "en", "fr")
    assert [f.kind for f in found] == [FindingKind.NUMBER]
