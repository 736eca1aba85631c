"""What `vernacast check-text` asks about the language of lines, of parts of a file, and of all of it."""

from __future__ import annotations

from pathlib import Path

from flows.commands.check_text import lines_of
from flows.text_check import check_file
from tests.flows.test_check_text import ASTURIAN, SPANISH, po


def test_short_lines_that_are_right_together_are_said_to_be(tmp_path: Path) -> None:
    words = " ".join(ASTURIAN * 3).split()
    path = po(tmp_path, "story.ast.po", *(" ".join(words[i : i + 3]) for i in range(0, len(words), 3)))
    checked = check_file(path)
    assert checked.findings == ()
    assert checked.whole is not None
    told = "All lines together are in Asturian as far as was measured; single lines are too short to tell."
    assert told in lines_of(checked)


def test_a_part_left_in_another_language_is_found_though_its_lines_are_short(tmp_path: Path) -> None:
    right, wrong = " ".join(ASTURIAN * 8).split(), f"{SPANISH} {SPANISH} {SPANISH}".split()
    texts = [" ".join(w[i : i + 4]) for w in (right, wrong) for i in range(0, len(w), 4)]
    (found,) = check_file(po(tmp_path, "story.ast.po", *texts)).findings
    assert found.text.startswith("The texts from row ")
    assert "together look like Spanish (es)" in found.text
    assert int(found.label[1:]) > len(right) // 4 - 12


def test_what_was_left_as_its_source_is_asked_about_whatever_that_is(tmp_path: Path) -> None:
    def kinds_of(name: str, source: str, text: str) -> list[str]:
        path = tmp_path / name
        path.write_text(f'msgid "{source}"\nmsgstr "{text}"\n', encoding="utf-8")
        return [f.subject for f in check_file(path).findings]

    assert kinds_of("a.ast.po", "Open the file", "Open the  file") == ["same"]
    assert kinds_of("b.ast.po", "Ana Maria", "Ana Maria") == []
    assert kinds_of("c.ast.po", "no", "no") == []
    assert kinds_of("d.en-GB.po", "Open the file", "Open the file") == []


def test_a_text_that_was_left_as_its_source_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "story.es.md").write_text("Una noche la zorra vio la luna.\n", encoding="utf-8")
    path = tmp_path / "story.pcm.po"
    text = "Una noche la zorra vio la luna."
    path.write_text(f'msgctxt "1"\nmsgid "{text}"\nmsgstr "{text}"\n', encoding="utf-8")
    (found,) = check_file(path).findings
    assert (found.kind, found.text) == ("language", "The translation is the same as the source.")


def test_what_the_identifier_cannot_tell_is_said(tmp_path: Path) -> None:
    checked = check_file(po(tmp_path, "story.pcm.po", "Di fox see di moon inside water."))
    assert checked.findings == ()
    text = "\n".join(lines_of(checked))
    assert "Nigerian Pidgin (pcm), 1 text\n" in text
    assert "could not be checked for 1 text: Nigerian Pidgin is not among the languages" in text


def test_a_large_file_is_looked_through_in_parts(tmp_path: Path) -> None:
    texts = [ASTURIAN[0]] * 700 + [SPANISH] + [ASTURIAN[1]] * 700
    (found,) = check_file(po(tmp_path, "story.ast.po", *texts)).findings
    assert (found.label, found.kind) == ("l700", "language")
