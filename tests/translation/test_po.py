from __future__ import annotations

import dataclasses
import os
import re
import unicodedata
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from languages.errors import TranslationFileRefused
from translation.exchange.po import po_path, read_po, write_po
from translation.exchange.po_marks import approval
from translation.ids import IdBook
from translation.manuscript import Manuscript
from translation.reader import read_manuscript
from translation.text_file import clean
from translation.translated import Finding, FindingKind, State, Translated

GOLDEN = Path(__file__).parent / "golden" / "puente.ca.po"
UPDATE = "VERNACAST_UPDATE_GOLDEN"
"""Set this in the environment to write golden files anew."""

STORY = """---
title: El puente
language: es
characters: [Nana]
---

# El pueblo

Había 12 casas junto al río.

**Nana:** El hilo es fino, pero une.

Nadie respondió.

Fin.
"""

ENGINE = "translation/apertium spa-cat"


class Work:
    """A story and its Catalan PO file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "puente.es.md"
        self.ids: IdBook | None = None
        self.tell(STORY)
        self.po = po_path(self.story, "ca")

    def tell(self, text: str) -> Manuscript:
        self.path.write_text(text, encoding="utf-8")
        read = read_manuscript(self.path, self.ids)
        self.ids = read.ids
        self.story = read.manuscript
        return self.story

    def edit(self, before: str, after: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        assert before in text
        self.tell(text.replace(before, after))

    def edit_po(self, before: str, after: str) -> None:
        text = self.po.read_text(encoding="utf-8")
        assert before in text
        self.po.write_text(text.replace(before, after, 1), encoding="utf-8")

    def put(self, line: str, state: State, text: str = "", engine: str = "", reason: str = "") -> bool:
        source = next(n.text for n in self.story.lines() if n.id == line)
        found = (Finding(kind=FindingKind.UNKNOWN_WORD, text="«pero»"),) if engine else ()
        given = Translated(
            line=line,
            language="ca",
            source=source,
            text=text,
            state=state,
            engine=engine,
            reason=reason,
            findings=found,
        )
        return write_po(self.po, self.story, (given,))

    def draft(self, line: str, text: str) -> bool:
        return self.put(line, State.MACHINE, text, ENGINE)

    def save(self) -> bool:
        return write_po(self.po, self.story, read_po(self.po, self.story, "ca"))

    def get(self, line: str) -> Translated:
        return next(t for t in read_po(self.po, self.story, "ca") if t.line == line)

    def states(self) -> list[str]:
        return [str(t.state) for t in read_po(self.po, self.story, "ca")]

    def write_by_hand(self, line: str, text: str) -> None:
        """As a person does in an editor."""
        self.save()
        content = self.po.read_text(encoding="utf-8")
        entry = re.search(rf'msgctxt "{line}"\n(?:msgid|").*\n(?:".*\n)*msgstr (".*")', content)
        assert entry
        quoted = f'"{polib.escape(text)}"'
        self.po.write_text(content[: entry.start(1)] + quoted + content[entry.end(1) :], encoding="utf-8")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def test_language_without_a_file_has_every_line_missing(work: Work):
    assert work.states() == ["missing"] * 5
    assert not work.po.exists()
    assert [t.line for t in read_po(work.po, work.story, "ca")] == ["title", "n1", "n2", "n3", "n4"]


def test_file_says_to_people_and_machines_whose_text_is_whose(work: Work):
    work.draft("n1", "Hi havia 21 cases vora el riu.")
    work.put("n3", State.FAILED, reason="The mode\nended.")
    work.write_by_hand("n2", "El fil és fi, però uneix.")
    work.write_by_hand("title", "El pont")
    work.edit_po('#. title of the work\nmsgctxt "title"', '# approved\nmsgctxt "title"')
    work.save()
    work.edit("pero une", "pero une todo")
    work.save()
    if os.environ.get(UPDATE):
        GOLDEN.write_bytes(work.po.read_bytes())
    assert work.po.read_text(encoding="utf-8") == GOLDEN.read_text(encoding="utf-8")
    assert work.states() == ["approved", "machine", "stale", "missing", "missing"]


def test_draft_is_a_machines_until_its_text_changes(work: Work):
    assert work.draft("n1", "Hi havia 12 cases.")
    line = work.get("n1")
    assert (line.state, line.engine, line.text) == (State.MACHINE, ENGINE, "Hi havia 12 cases.")
    assert [f.text for f in line.findings] == ["«pero»"]
    work.edit_po("Hi havia 12 cases.", "Hi havia dotze cases.")
    line = work.get("n1")
    assert (line.state, line.engine, line.text) == (State.HUMAN, "", "Hi havia dotze cases.")


def test_text_without_our_note_is_a_persons_whatever_its_flags(work: Work):
    work.write_by_hand("n1", "Meu.")
    work.edit_po('msgctxt "n1"', '#, fuzzy\nmsgctxt "n1"')
    assert work.get("n1").state is State.HUMAN
    work.draft("n1", "Màquina.")
    work.put("n1", State.FAILED, reason="no")
    assert work.get("n1").text == "Meu."
    assert "#, fuzzy" in work.po.read_text()


def test_text_that_a_person_wrote_while_the_machine_worked_is_kept(work: Work):
    work.draft("n1", "Esborrany.")
    planned = read_po(work.po, work.story, "ca")
    work.write_by_hand("n1", "Meu.")
    redone = tuple(dataclasses.replace(t, text="Nou.") if t.text else t for t in planned)
    write_po(work.po, work.story, redone)
    assert (work.get("n1").state, work.get("n1").text) == (State.HUMAN, "Meu.")


def test_draft_of_a_changed_source_is_missing_and_does_not_stay_in_the_file(work: Work):
    work.draft("n3", "Ningú no va respondre.")
    work.edit("Nadie respondió", "Nadie respondió nada")
    assert (work.get("n3").state, work.get("n3").text) == (State.MISSING, "")
    work.save()
    assert "Ningú" not in work.po.read_text()
    assert work.get("n3").state is State.MISSING


def test_persons_text_of_a_changed_source_is_stale_until_it_is_changed(work: Work):
    work.write_by_hand("n3", "Ningú no va respondre.")
    work.edit("Nadie respondió", "Nadie respondió nada")
    for save in (False, True, True):
        if save:
            work.save()
        line = work.get("n3")
        assert (line.state, line.text) == (State.STALE, "Ningú no va respondre.")
        assert line.source == "Nadie respondió."
        assert [f.kind for f in line.findings] == [FindingKind.STALE]
    assert '#| msgid "Nadie respondió."' in work.po.read_text()
    work.draft("n3", "Màquina.")
    assert work.get("n3").text == "Ningú no va respondre."
    work.write_by_hand("n3", "Ningú no va respondre res.")
    assert work.get("n3").state is State.HUMAN
    work.save()
    assert work.get("n3").state is State.HUMAN
    assert "fuzzy" not in work.po.read_text().split('msgctxt "n1"')[1]
    assert "#| msgid" not in work.po.read_text().split('msgctxt "title"')[1]


def test_stale_text_is_a_persons_again_when_it_is_confirmed_in_an_editor(work: Work):
    work.write_by_hand("n3", "Ningú.")
    work.edit("Nadie respondió", "Nadie respondió nada")
    work.save()
    work.edit_po('#, fuzzy\n#| msgid "Nadie respondió."\n', "")
    assert work.get("n3").state is State.HUMAN
    work.save()
    assert "stale" not in work.po.read_text()


def test_stale_text_is_a_persons_again_when_the_source_goes_back(work: Work):
    work.write_by_hand("n3", "Ningú.")
    work.edit("Nadie respondió", "Nadie respondió nada")
    work.save()
    work.edit("respondió nada", "dijo nada")
    assert work.get("n3").source == "Nadie respondió."
    work.save()
    work.edit("Nadie dijo nada", "Nadie respondió")
    assert work.get("n3").state is State.HUMAN


def test_text_that_msgmerge_marked_is_stale(work: Work):
    work.write_by_hand("n3", "Ningú.")
    work.edit_po('msgctxt "n3"', '#, fuzzy\n#| msgctxt "n3"\n#| msgid "Otro."\nmsgctxt "n3"')
    assert (work.get("n3").state, work.get("n3").source) == (State.STALE, "Otro.")


def test_approval_counts_for_this_source_and_this_text_only(work: Work):
    work.draft("n3", "Ningú.")
    work.edit_po('msgctxt "n3"', '#  Approved \n# Bé!\nmsgctxt "n3"')
    assert work.get("n3").state is State.APPROVED
    work.save()
    assert (work.get("n3").state, work.get("n3").engine) == (State.APPROVED, ENGINE)
    text = work.po.read_text(encoding="utf-8")
    assert f"approved sha256={approval('Nadie respondió.', 'Ningú.')}" in text
    assert "# Bé!\n" in text
    work.draft("n3", "Màquina.")
    assert work.get("n3").text == "Ningú."
    work.edit("Nadie respondió", "Nadie respondió nada")
    assert work.get("n3").state is State.STALE
    work.save()
    assert work.get("n3").state is State.STALE
    work.edit_po('msgctxt "n3"', '# approved\nmsgctxt "n3"')
    assert work.get("n3").state is State.APPROVED
    work.save()
    work.write_by_hand("n3", "Ningú no.")
    assert work.get("n3").state is State.HUMAN


def test_approval_of_a_removed_text_does_not_pass_to_the_machines(work: Work):
    work.draft("n3", "Ningú.")
    work.edit_po('msgctxt "n3"', '# approved\nmsgctxt "n3"')
    work.write_by_hand("n3", "Ningú.")
    work.edit_po('msgstr "Ningú."', 'msgstr ""')
    work.draft("n3", "Màquina.")
    assert work.get("n3").state is State.MACHINE


def test_failed_line_says_why_and_reads_as_missing(work: Work):
    work.put("n3", State.FAILED, reason="The mode\nended.")
    assert "#. vernacast: failed The mode ended.\n" in work.po.read_text()
    assert work.get("n3").state is State.MISSING
    work.draft("n3", "Ningú.")
    assert "failed" not in work.po.read_text()


def test_nothing_is_written_where_nothing_changed(work: Work):
    work.draft("n1", "Hi havia 99 cases.")
    work.write_by_hand("n2", "Meu.")
    work.save()
    before = work.po.stat().st_mtime_ns, work.po.stat().st_ino
    assert not work.save()
    assert not work.draft("n1", "Hi havia 99 cases.")
    assert (work.po.stat().st_mtime_ns, work.po.stat().st_ino) == before


def test_all_that_people_have_in_the_file_stays(work: Work):
    work.po.write_text(
        """# Traducció de la Maria
msgid ""
msgstr ""
"Last-Translator: Maria <m@example.org>\\n"
"Language: ca_ES\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Own: 1\\n"

# Primer el final
#. una nota d'un altre programa
#: guio.md:12
#, no-wrap
msgctxt "n4"
msgid "Fin."
msgstr "Fi."

msgctxt "n1"
msgid ""
"Había 12 casas "
"junto al río."
msgstr ""
"Hi havia 12\\n"
"cases."

# Ja no hi és
msgctxt "n99"
msgid "Antes."
msgstr "Abans."

#~ msgctxt "n98"
#~ msgid "Aún antes."
#~ msgstr "Encara abans."

# un comentari al final
""",
        encoding="utf-8",
    )
    assert work.get("n1").text == "Hi havia 12 cases."
    work.draft("n2", "El fil.")
    text = work.po.read_text(encoding="utf-8")
    for kept in (
        "# Traducció de la Maria",
        '"Last-Translator: Maria <m@example.org>\\n"',
        '"Language: ca_ES\\n"',
        '"X-Own: 1\\n"',
        "# Primer el final\n#. narration · scene: El pueblo\n#. una nota d'un altre programa\n#: guio.md:12\n"
        '#, no-wrap\nmsgctxt "n4"',
        '"Hi havia 12\\n"\n"cases."',
        '# Ja no hi és\n#~ msgctxt "n99"\n#~ msgid "Antes."\n#~ msgstr "Abans."',
        '#~ msgstr "Encara abans."',
        "# un comentari al final\n",
    ):
        assert kept in text
    contexts = re.findall(r'^(?:#~ )?msgctxt "(\w+)"', text, re.MULTILINE)
    assert contexts == ["title", "n4", "n1", "n2", "n3", "n99", "n98"]
    assert work.states() == ["missing", "human", "machine", "missing", "human"]
    assert not work.save()


def test_text_of_a_removed_line_is_there_again_when_the_line_comes_back(work: Work):
    work.write_by_hand("n3", "Ningú.")
    work.draft("n1", "Cases.")
    work.edit("Nadie respondió.\n\n", "")
    work.edit("Había 12 casas junto al río.\n\n", "")
    work.save()
    text = work.po.read_text(encoding="utf-8")
    assert '#~ msgstr "Ningú."' in text
    assert "Cases." not in text
    work.edit("Fin.", "Nadie respondió.\n\nFin.")
    assert (work.get("n3").state, work.get("n3").text) == (State.HUMAN, "Ningú.")
    work.save()
    assert "#~" not in work.po.read_text(encoding="utf-8")


def test_stale_text_of_a_removed_line_comes_back_stale(work: Work):
    work.write_by_hand("n3", "Ningú.")
    work.edit("Nadie respondió.", "Nadie respondió nada.")
    work.save()
    work.edit("Nadie respondió nada.\n\n", "")
    work.save()
    work.edit("Fin.", "Nadie respondió nada.\n\nFin.")
    assert (work.get("n3").state, work.get("n3").source) == (State.STALE, "Nadie respondió.")


def test_file_without_a_header_is_read_and_keeps_its_comments(work: Work):
    work.po.write_text('# nota\nmsgctxt "n3"\nmsgid "Nadie respondió."\nmsgstr "Ningú."\n', encoding="utf-8")
    assert work.get("n3").state is State.HUMAN
    work.save()
    text = work.po.read_text(encoding="utf-8")
    assert '"Language: ca\\n"' in text
    assert '# nota\n#. narration · scene: El pueblo\nmsgctxt "n3"' in text


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("ñ".encode("latin-1"), 1, "Not UTF-8"),
        (b"#" * 5_000_001, None, "limit is 5 MB"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgstr "b\n', 6, "not valid PO"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgstr "b "c" d"\n', 6, "not valid PO"),
        (HEAD + 'msgstr "b"\n', 4, "not valid PO"),
        (HEAD + "hola\n", 4, "'hola'"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "n1"\nmsgid "a"\nmsgstr "c"\n', 8, "in line 4"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgstr "b\\vc"\n', 4, "U+000B"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 4, "plural"),
        (HEAD + 'msgctxt "n1"\nmsgid "a"\nmsgstr "b\x07"\n', 6, "U+0007"),
        ('msgid ""\nmsgstr "Language: oc\\n"\n', None, "'oc'"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n', None, "ISO-8859-1"),
    ],
)
def test_bad_file_is_refused_with_its_place_and_left_as_it_is(work: Work, content, line, says):
    work.po.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = work.po.read_bytes()
    for use in (work.states, work.save):
        with pytest.raises(TranslationFileRefused, match=re.escape(says)) as refused:
            use()
        assert (refused.value.path, refused.value.line) == (str(work.po), line)
    assert work.po.read_bytes() == before


def test_authors_own_words_are_no_translation(work: Work):
    with pytest.raises(ValueError, match="own words"):
        work.put("n1", State.SOURCE, "x")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80)
STATES = st.sampled_from([State.MACHINE, State.HUMAN, State.APPROVED, State.STALE])
ODD = '"%{}" \\ \\n \\" <b> {\\an8} \u2028\u202e #~ msgid "" \u0301'


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=5, max_size=5), states=st.lists(STATES, min_size=5, max_size=5))
@example(texts=[ODD] * 5, states=[State.MACHINE, State.HUMAN, State.APPROVED, State.STALE, State.HUMAN])
@example(texts=["\\"] * 5, states=[State.HUMAN] * 5)
def test_any_text_in_any_state_comes_out_as_it_went_in(tmp_path: Path, texts, states):
    work = Work(tmp_path)
    work.po.unlink(missing_ok=True)
    lines = zip(work.story.lines(), texts, states, strict=True)
    given_lines = tuple(
        Translated(
            line=line.id,
            language="ca",
            source=clean(f"antes {text}") if state is State.STALE else line.text,
            text=clean(text),
            state=state if clean(text) else State.MISSING,
            engine=ENGINE if state is State.MACHINE and clean(text) else "",
        )
        for line, text, state in lines
    )
    write_po(work.po, work.story, given_lines)
    got = read_po(work.po, work.story, "ca")
    for want, have in zip(given_lines, got, strict=True):
        assert (have.text, have.state, have.engine) == (want.text, want.state, want.engine)
        assert have.source == want.source or want.state is State.MISSING
    assert not work.save()


def test_a_file_whose_letters_were_taken_apart_says_the_same(work: Work):
    work.draft("n1", "Hi havia 12 cases vora el riu, sí.")
    work.write_by_hand("n2", "El fil és fi, però uneix.")
    work.write_by_hand("n3", "Ningú no respongué.")
    work.edit_po("#. character: ", "# approved\n#. character: ")
    work.save()
    before = read_po(work.po, work.story, "ca")
    assert {State.MACHINE, State.HUMAN, State.APPROVED} <= {t.state for t in before}
    text = work.po.read_text(encoding="utf-8")
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    work.po.write_text(apart, encoding="utf-8")
    assert read_po(work.po, work.story, "ca") == before
