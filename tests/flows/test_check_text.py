"""What `vernacast check-text` finds in files as people write them, line by line."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from flows.commands.check_text import lines_of, run
from flows.text_check import Checked, check_file
from languages.characters import Severity
from languages.errors import (
    AmbiguousLanguage,
    FontRefused,
    ResourceError,
    TranslationFileRefused,
    UnknownLanguage,
    UsageError,
)

ASTURIAN = (
    "Una nueche la raposa vio la lluna nel agua y pensó que yera un quesu perbonu que daquién perdiera ellí.",
    "Los neños del pueblu diben pela mañana a la fonte, y la güela cuntaba-yos cuentos vieyos xunto al fueu.",
)
SPANISH = (
    "Una noche la zorra vio la luna en el agua y pensó que era un queso muy bueno que alguien había perdido allí; "
    "los niños del pueblo iban por la mañana a la fuente y la abuela les contaba cuentos viejos junto al fuego."
)


def po(folder: Path, name: str, *texts: str) -> Path:
    entries = [f'msgctxt "l{i}"\nmsgid "source {i}"\nmsgstr "{text}"\n' for i, text in enumerate(texts)]
    path = folder / name
    path.write_text("\n".join(entries), encoding="utf-8")
    return path


def kinds(checked: Checked, label: str) -> list[str]:
    return [f.kind for f in checked.findings if f.label == label]


def test_a_clean_file_has_nothing(tmp_path: Path) -> None:
    path = po(tmp_path, "story.ast.po", *ASTURIAN)
    checked = check_file(path)
    assert checked.language.tag == "ast"
    assert len(checked.passages) == 2
    assert checked.findings == ()
    assert run(path, "", (), "", as_json=False) == 0


def test_a_line_in_another_language_is_asked_about_and_its_neighbours_are_not(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.ast.po", ASTURIAN[0], SPANISH, ASTURIAN[1]))
    (found,) = checked.findings
    assert (found.label, found.kind, found.severity) == ("l1", "language", Severity.QUESTION)
    assert "Spanish (es) more than Asturian (ast)" in found.text


def test_a_line_in_another_script_is_asked_about(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.ast.po", "Однажды ночью лиса увидела луну в воде."))
    assert "language" in kinds(checked, "l0")
    assert "Cyrillic" in checked.findings[0].text


def test_bad_characters_are_named_with_their_place_and_remedy(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "pensó")
    mixed = "agu\u0430"
    hidden = "lluna\u202e nel agua"
    path = po(tmp_path, "story.ast.po", f"La raposa {decomposed}.", f"La lluna nel {mixed}.", f"La {hidden}.")
    checked = check_file(path)
    assert kinds(checked, "l0") == []
    assert "In 1 row letters are not in Unicode's form C" in checked.notes[0]
    (found,) = (f for f in checked.findings if f.kind == "mixed-scripts")
    assert found.label == "l1"
    assert "La lluna nel agu\u0430."[found.start : found.end] == "\u0430"
    assert "U+0430" in found.text
    assert "bidi" in kinds(checked, "l2")
    assert {f.row for f in checked.findings} == {7, 11}
    assert run(path, "", (), "", as_json=False) == 3


def test_a_character_that_no_font_has_names_character_and_package(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.ast.po", "La lluna \U00011f04 nel agua."))  # Kawi letter a
    (found,) = (f for f in checked.findings if f.kind == "missing-glyph")
    assert found.severity is Severity.REPAIR
    assert "U+11F04" in found.text


def test_numbers_that_nobody_knows_how_to_read_are_told(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.quy.po", "Kay wasipi 25 runakuna tiyanku."))
    (found,) = (f for f in checked.findings if f.kind == "spoken")
    assert "Kay wasipi 25 runakuna tiyanku."[found.start : found.end] == "25"
    assert "words" in found.text


def test_a_script_is_checked_as_it_stands_in_the_file(tmp_path: Path) -> None:
    script = tmp_path / "story.es.md"
    text = (
        "# La luna\n\nUna noche la zorra vio la luna.\n\nEra un " + unicodedata.normalize("NFD", "país") + " lejano.\n"
    )
    script.write_text(text, encoding="utf-8")
    checked = check_file(script)
    assert checked.language.tag == "es"
    assert checked.findings == ()
    assert checked.clean == 3
    assert "In 1 row " in checked.notes[0]


def test_every_line_is_painted_on_sheets(tmp_path: Path) -> None:
    import skia

    path = po(tmp_path, "story.ast.po", *(ASTURIAN * 40))
    target = tmp_path / "sheets" / "captions.png"
    assert run(path, "", (), str(target), as_json=False) == 0
    assert sorted(p.name for p in target.parent.iterdir()) == ["captions-2.png", "captions.png"]
    picture = skia.Image.open(str(target)).toarray()
    assert picture.shape[1] == 1280
    assert (picture[..., :3] > 250).all(axis=2).sum() > 10_000  # white letters


def test_data_holds_everything(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = po(tmp_path, "story.ast.po", "La raposa \ufffd.")
    assert run(path, "", (), "", as_json=True) == 3
    told = json.loads(capfdbinary.readouterr().out)
    assert told["language"]["tag"] == "ast"
    keys = {"row", "column", "label", "start", "end", "kind", "severity", "text", "subject"}
    assert set(told["findings"][0]) == keys


def test_the_language_comes_from_the_option_where_the_name_says_none(tmp_path: Path) -> None:
    path = po(tmp_path, "story.po", *ASTURIAN)
    with pytest.raises(UsageError, match="Nothing says which language"):
        check_file(path)
    assert check_file(path, "Asturian").language.tag == "ast"
    with pytest.raises(AmbiguousLanguage):
        check_file(path, "qu")
    with pytest.raises(UnknownLanguage):
        check_file(path, "Klingonn")


def test_a_script_that_says_another_language_is_not_overruled(tmp_path: Path) -> None:
    script = tmp_path / "story.md"
    script.write_text("---\nlanguage: es\n---\n\nUna noche.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="says 'es' itself"):
        check_file(script, "ast")


def test_files_and_fonts_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TranslationFileRefused, match="no such file"):
        check_file(tmp_path / "story.ast.po")
    bad = tmp_path / "story.ast.po"
    bad.write_bytes(b'msgid "a"\nmsgstr "\xff\xfe"\n')
    with pytest.raises(TranslationFileRefused, match="UTF-8"):
        check_file(bad)
    font = tmp_path / "mine.ttf"
    font.write_bytes(b"\x00\x01\x00\x00 no font")
    with pytest.raises(FontRefused):
        check_file(po(tmp_path, "story.ast.po", *ASTURIAN), "", (font,))


def test_texts_without_an_id_are_looked_at_too_and_unwritten_ones_counted(tmp_path: Path) -> None:
    path = tmp_path / "story.ast.po"
    path.write_text(
        'msgid "one"\nmsgstr "La \ufffd."\n\n'
        'msgctxt "2"\nmsgid "a house"\nmsgstr "La \ufffd."\n\n'
        'msgctxt "3"\nmsgid "not yet"\nmsgstr ""\n',
        encoding="utf-8",
    )
    checked = check_file(path)
    assert [(f.row, f.label, f.kind) for f in checked.findings] == [(2, "", "replacement"), (6, "2", "replacement")]
    assert len(checked.passages) == 2
    assert "1 text not written yet." in lines_of(checked)


def test_two_languages_for_one_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--language says 'es', and story.ca.po says 'ca' itself"):
        check_file(po(tmp_path, "story.ca.po", "La lluna."), "es")
    script = tmp_path / "story.ca.md"
    script.write_text("Una nit.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="says 'ca' itself"):
        check_file(script, "es")
    path = tmp_path / "story.po"
    path.write_text('msgid ""\nmsgstr "Language: es\\n"\n\nmsgctxt "1"\nmsgid "a"\nmsgstr "b"\n', encoding="utf-8")
    with pytest.raises(TranslationFileRefused, match="by the file's name or as you said"):
        check_file(path, "ca")


def test_a_folder_is_no_file_and_a_sheet_is_a_png(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder.ca.po").mkdir()
    with pytest.raises(TranslationFileRefused, match="It is a folder"):
        check_file(tmp_path / "folder.ca.po")
    path = po(tmp_path, "story.ast.po", *ASTURIAN)
    with pytest.raises(UsageError, match="no name of a PNG file"):
        run(path, "", (), str(tmp_path / "a.jpg"), as_json=False)
    (tmp_path / "taken.png").mkdir()
    with pytest.raises(ResourceError):
        run(path, "", (), str(tmp_path / "taken.png"), as_json=False)
    assert "2 texts without either" in capsys.readouterr().out  # what was found is not lost with the picture


def test_plural_forms_are_looked_at_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "files.ast.po"
    text = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "ficheru"\nmsgstr[1] ""\n"fiche"\n"ros \ufffd"\n'
    path.write_text(text + '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n', encoding="utf-8")
    checked = check_file(path)
    assert [(f.row, f.column, f.label, f.start) for f in checked.findings] == [(6, 6, "msgstr[1]", 9)]
    assert (len(checked.passages), checked.unwritten) == (3, 1)
    assert "row 6 (msgstr[1]):" in "\n".join(lines_of(checked))


def test_a_wrapped_paragraph_tells_the_row_and_column_of_the_file(tmp_path: Path) -> None:
    script = tmp_path / "story.es.md"
    script.write_text("Una noche la\nzorra *vio* la\nluna\ufffd en el agua.\n", encoding="utf-8")
    (found,) = check_file(script).findings
    assert (found.row, found.column, found.start) == (3, 5, 30)


def test_control_characters_are_findings_and_breaks_are_line_ends(tmp_path: Path) -> None:
    script = tmp_path / "story.es.txt"
    script.write_text("Una\vno\x07che.\n\fLa lu\x08na.\n", encoding="utf-8")
    found = check_file(script).findings
    assert [(f.row, f.column, f.kind) for f in found] == [(1, 7, "control"), (2, 7, "control")]
    script.with_suffix(".md").write_text("---\ntitle: L\x07a\n---\n\nUna\x07. [a](b\x07)\n", encoding="utf-8")
    found = check_file(script.with_suffix(".md")).findings
    assert [(f.row, f.column) for f in found] == [(2, 9), (5, 4), (5, 12)]
    path = tmp_path / "breaks.ast.po"
    path.write_text('# a\fb\nmsgid "a\vb"\nmsgstr "c"\n', encoding="utf-8")
    assert [(f.row, f.column, f.kind) for f in check_file(path).findings] == [(1, 4, "control"), (2, 9, "control")]
    path = po(tmp_path, "story.ast.po", "Una\x07 nueche.")
    assert [(f.row, f.column, f.kind) for f in check_file(path).findings] == [(3, 12, "control")]


def test_what_many_lines_ask_is_shown_once(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.ast.po", *["Agu\u0430."] * 9))
    assert len(checked.findings) == 9
    shown = [line for line in lines_of(checked) if "mixed-scripts" in line]
    assert len(shown) == 1
    assert shown[0].endswith("(So too in row 7, column 12; row 11, column 12 and 6 more.)")


def test_one_character_has_one_finding_and_a_row_is_told_from_left_to_right(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.ast.po", "A \u0378 b \ue000 c \U00011f04 d \ufffd."))
    assert [f.kind for f in checked.findings] == ["unassigned", "private-use", "missing-glyph", "replacement"]


def test_what_painters_and_credits_get_is_looked_at(tmp_path: Path) -> None:
    script = tmp_path / "story.es.md"
    text = "---\ncredits: De An\u0430\n---\n\n# El bo\ufffdsque\n\n![La lu\ufffdna.]\n\nUna noche.\n"
    script.write_text(text, encoding="utf-8")
    assert [(f.row, f.column, f.kind) for f in check_file(script).findings] == [
        (2, 15, "mixed-scripts"),
        (5, 8, "replacement"),
        (7, 8, "replacement"),
    ]


def test_a_picture_replaces_none_but_earlier_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "sheet.png"
    long = po(tmp_path, "long.ast.po", *(["La lluna nel agua. " * 35] * 55))
    assert run(long, "", (), str(target), as_json=False) == 0
    assert (tmp_path / "sheet-2.png").is_file()  # filled by height
    assert run(po(tmp_path, "short.ast.po", *ASTURIAN), "", (), str(target), as_json=False) == 0
    assert not (tmp_path / "sheet-2.png").exists()
    assert f"removed sheet 2 of an earlier text: {tmp_path / 'sheet-2.png'}" in capsys.readouterr().err
    own = tmp_path / "photo.png"
    own.write_bytes(b"\x89PNG\r\n\x1a\n mine")
    with pytest.raises(UsageError, match="is no sheet"):
        run(long, "", (), str(own), as_json=False)
    assert own.read_bytes().endswith(b"mine")
    capsys.readouterr()
    run(po(tmp_path, "none.ast.po", ""), "", (), str(tmp_path / "none.png"), as_json=False)
    assert "there is no text" in capsys.readouterr().err
    assert not (tmp_path / "none.png").exists()


def test_a_picture_leaves_another_texts_sheets_alone(tmp_path: Path) -> None:
    short, other = po(tmp_path, "short.ast.po", *ASTURIAN), tmp_path / "chapter-2.png"
    run(short, "", (), str(other), as_json=False)
    before = other.read_bytes()
    run(short, "", (), str(tmp_path / "chapter.png"), as_json=False)
    assert other.read_bytes() == before
    with pytest.raises(UsageError, match=r"is no sheet 2 that --picture chapter\.png painted"):
        run(po(tmp_path, "long.ast.po", *(ASTURIAN * 40)), "", (), str(tmp_path / "chapter.png"), as_json=False)
    assert other.read_bytes() == before


def test_an_untitled_script_is_not_asked_about_its_name(tmp_path: Path) -> None:
    script = tmp_path / "m2.ca.txt"
    script.write_text("La lluna.\n", encoding="utf-8")
    checked = check_file(script)
    assert [p.text for p in checked.passages] == ["La lluna."]
