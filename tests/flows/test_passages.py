"""Which texts a file has, where they stand, and in which language the file says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.passages import Part, read_passages
from languages.errors import UsageError

ENTRY = 'msgid "a"\nmsgstr "b"\n'


def po(path: Path, language: str = "", more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n{more}"\n\n' if language else ""
    path.write_text(head + ENTRY, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "header", "tag"),
    [
        ("name.po", "ca", "ca"),
        ("name.po", "ca_ES.UTF-8", "ca-ES"),
        ("name.po", "sr@latin", "sr-Latn"),
        ("ca.po", "", "ca"),
        ("ca_ES.po", "", "ca-ES"),
        ("ast/LC_MESSAGES/name.po", "", "ast"),
        ("story.ast.po", "", "ast"),
        ("ca.po", "LL", "ca"),
        ("ast/LC_MESSAGES/name.po", "LL", "ast"),
        ("story.ast.po", "LL", "ast"),
    ],
)
def test_a_po_file_says_its_language_as_gettext_does(tmp_path: Path, name: str, header: str, tag: str) -> None:
    assert read_passages(po(tmp_path / name, header)).language.tag == tag


def test_a_file_that_says_nothing_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Nothing says which language messages\.po is in"):
        read_passages(po(tmp_path / "messages.po"))
    with pytest.raises(UsageError, match=r"messages\.po is in: its header has 'LL', which is none\."):
        read_passages(po(tmp_path / "messages.po", "LL"))


def test_the_source_is_that_of_the_header(tmp_path: Path) -> None:
    assert read_passages(po(tmp_path / "ca.po", "ca", "X-Source-Language: es\\n")).source == "es"


def test_a_region_more_than_the_file_says_is_taken_and_another_script_is_not(tmp_path: Path) -> None:
    script = tmp_path / "x.es.txt"
    script.write_text("Una noche.\n", encoding="utf-8")
    assert read_passages(script, "es-MX").language.tag == "es-MX"
    assert read_passages(po(tmp_path / "x.pt-BR.po"), "pt").language.tag == "pt"
    for wrong in ("ca", "sr-Latn"):
        with pytest.raises(UsageError, match="--language says"):
            read_passages(po(tmp_path / "x.sr.po"), wrong)


def test_headings_pictures_and_credits_of_a_script_are_texts_too(tmp_path: Path) -> None:
    script = tmp_path / "x.es.md"
    script.write_text(
        "---\ntitle: La luna\ncredits:\n  - De Ana\n  - De Luz\n---\n\n# El bosque\n\n![De noche.]\n\nUna\nnoche.\n",
        encoding="utf-8",
    )
    read = read_passages(script)
    assert [(p.part, p.row, p.text) for p in read.texts] == [
        (Part.LINE, 2, "La luna"),
        (Part.CREDIT, 4, "De Ana"),
        (Part.CREDIT, 5, "De Luz"),
        (Part.HEADING, 8, "El bosque"),
        (Part.BRIEF, 10, "De noche."),
        (Part.LINE, 12, "Una noche."),
    ]
    assert read.places[-1](4) == (13, 1)


def test_letters_that_get_longer_in_nfc_move_no_row(tmp_path: Path) -> None:
    script = tmp_path / "x.bn.md"  # U+09DF is taken apart by NFC
    lines = [f"n{i} সম\u09df হ\u09df ন\u09df *যা\u09df* মে\u09dfেটি পা\u09dfে হেঁটে যা\u09df।" for i in range(20)]
    script.write_text("\n\n".join(lines * 2), encoding="utf-8")
    read = read_passages(script)
    assert [p.row for p in read.texts] == list(range(1, 80, 2))
    assert [place(len(p.text) - 1) for p, place in zip(read.texts, read.places, strict=True)] == [
        (row, len(line)) for row, line in zip(range(1, 80, 2), lines * 2, strict=True)
    ]


def test_a_text_with_markup_is_not_taken_for_the_same_without_behind_it(tmp_path: Path) -> None:
    script = tmp_path / "x.es.md"
    script.write_text("*Una* noche.\n\n# Una noche.\n\nUna *noche*.\n\nUna noche.\n", encoding="utf-8")
    assert [p.row for p in read_passages(script).texts] == [1, 3, 5, 7]
