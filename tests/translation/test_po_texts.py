"""Texts of PO files of any program: every form, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.errors import TranslationFileRefused
from translation.exchange.po_texts import PoText, read_po_texts

PLURAL = """\
msgid ""
msgstr ""
"Language: ca\\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d fitxer"
msgstr[1] ""
"%d \\"fitx"
  "ers\\""

msgctxt "menu"
msgid "Open"
msgstr "Obre"

msgctxt "menu"
msgid "Close"
msgstr ""

#~ msgid "old"
#~ msgstr "vell"
"""


def read(folder: Path, text: str) -> tuple[PoText, ...]:
    path = folder / "a.po"
    path.write_bytes(text.encode())
    return read_po_texts(path).texts


def test_every_plural_form_and_every_entry_of_a_context_is_a_text(tmp_path: Path) -> None:
    texts = read(tmp_path, PLURAL)
    assert [(t.context, t.source, t.text, t.form) for t in texts] == [
        ("", "%d file", "%d fitxer", "msgstr[0]"),
        ("", "%d files", '%d "fitxers"', "msgstr[1]"),
        ("menu", "Open", "Obre", ""),
        ("menu", "Close", "", ""),
    ]


def test_characters_have_rows_and_columns_whatever_is_escaped(tmp_path: Path) -> None:
    _, text, *_ = read(tmp_path, PLURAL)
    rows = PLURAL.split("\n")
    for offset, character in enumerate(text.text):
        row, column = text.place(offset)
        assert rows[row - 1][column - 1 :].lstrip("\\").startswith(character)
    assert [text.place(i) for i in (0, 3, 8, 12)] == [(9, 2), (9, 5), (10, 4), (10, 9)]


def test_a_long_text_is_counted_once_for_all_its_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (text,) = read(tmp_path, 'msgid "a"\nmsgstr ""\n' + '"\\\\n \\tb"\n' * 500)
    escape, asked = re.compile(r"\\[\\t]"), list[str]()

    class Counted:
        def finditer(self, raw: str) -> Iterator[re.Match[str]]:
            asked.append(raw)
            return escape.finditer(raw)

    monkeypatch.setattr("translation.exchange.po_texts._ESCAPE", Counted())
    places = [text.place(i) for i in range(len(text.text) + 1)]
    assert places[:6] == [(3, 2), (3, 4), (3, 5), (3, 6), (3, 8), (4, 2)]
    assert places[-2:] == [(502, 8), (502, 9)]
    assert len(asked) == 501  # pieces


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('msgstr "b"\n', 1),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 1),
        ('"a"\n', 1),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "c"\n', 5),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_row(tmp_path: Path, text: str, row: int) -> None:
    with pytest.raises(TranslationFileRefused, match=rf"a\.po:{row}:"):
        read(tmp_path, text)


_TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)


@given(st.lists(st.tuples(_TEXTS, _TEXTS, st.booleans()), max_size=5))
def test_texts_are_those_that_polib_reads(tmp_path_factory: pytest.TempPathFactory, entries: list) -> None:
    file = polib.POFile(wrapwidth=12)
    for i, (source, text, several) in enumerate(entries):
        both = {0: text, 1: f"{text}\n\t\\"}
        what = {"msgid_plural": "x", "msgstr_plural": both} if several else {"msgstr": text}
        file.append(polib.POEntry(msgid=f"{i} {source}", **what))
    found = read(tmp_path_factory.mktemp("po"), str(file))
    wanted = [t for e in file for t in (e.msgstr_plural.values() if e.msgid_plural else [e.msgstr])]
    assert [t.text for t in found] == wanted
