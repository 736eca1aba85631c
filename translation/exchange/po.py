"""Translations as gettext PO files beside the script: one per language, ``msgctxt`` = the line's id.

What a person wrote is never overwritten, reordered or dropped; what a machine wrote can be told from it by
the digest beside it (see ``po_marks``).
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from translation.checks import CHECKED, check
from translation.exchange.po_judge import Judged, belongs_to, judge, merge
from translation.exchange.po_marks import (
    Marks,
    approval,
    context_of,
    digest,
    is_approved_by_hand,
    read_marks,
    without_approval,
    write_marks,
)
from translation.manuscript import Line, Manuscript
from translation.text_file import clean
from translation.translated import Finding, FindingKind, State, Translated

if TYPE_CHECKING:
    from polib import POEntry, POFile


def po_path(manuscript: Manuscript, tag: str) -> Path:
    """Where the translations into a language are kept: ``fable.es.md`` → ``fable.ca.po`` beside it."""
    return Path(manuscript.folder) / f"{manuscript.name}.{tag}.po"


def read_po(path: Path, manuscript: Manuscript, language: str) -> tuple[Translated, ...]:
    """What the file says of every line of the manuscript, in its order; missing ones included.

    Findings that ``checks`` makes are not read back: they are made anew, so that none outlives its cause.

    Raises:
        TranslationFileRefused: the file cannot be read; says where and what to do.
    """
    from translation.exchange.po_file import read_po_file

    entries = _by_line(read_po_file(path, language).content)
    return tuple(_translated(line, language, judge(entries.get(line.id), line.text)) for line in manuscript.lines())


def write_po(path: Path, manuscript: Manuscript, translated: tuple[Translated, ...]) -> bool:
    """Brings a language's file up to date, whole or not at all; True where anything had to be written.

    Drafts (with what ``checks`` finds about them) and failures are filled in where the file, as it is *now*,
    holds no person's text. A person's text in ``translated`` is written only where the file has none for that
    line. Lines that ``translated`` leaves out stay as they are; people's texts of lines that are no longer in
    the manuscript become obsolete.

    Raises:
        TranslationFileRefused: the file that is there cannot be read.
        DiskFull, ResourceError: it cannot be written; what was there before is untouched.
    """
    from translation.exchange.po_file import read_po_file, write_po_file

    given = {t.line: t for t in translated}
    language = next((t.language for t in translated), path.stem.partition(".")[2])
    file = read_po_file(path, language)
    if not file.content.metadata.get("Language"):
        file.content.metadata["Language"] = language
    entries = _by_line(file.content)
    scenes = {line.id: scene for scene in manuscript.scenes for line in scene.lines}
    names = tuple(c.name for c in manuscript.characters)
    before: POEntry | None = None
    for line in manuscript.lines():
        entry = _place(file.content, entries.get(line.id), line, before)
        judged = merge(judge(entry, line.text), given.get(line.id), line.text)
        checked = check(line.text, judged.text, names, manuscript.language, language)
        _put(entry, line, judged, checked)
        context = context_of(line, scenes.get(line.id))
        entry.comment = write_marks(dataclasses.replace(read_marks(entry.comment), context=context))
        before = entry
    _retire(file.content, {line.id for line in manuscript.lines()})
    return write_po_file(file)


def _by_line(content: POFile) -> dict[str, POEntry]:
    """Entries by line id; an obsolete one counts where there is no other."""
    found: dict[str, POEntry] = {}
    for entry in sorted(content, key=lambda e: not e.obsolete):
        if entry.msgctxt:
            found[entry.msgctxt] = entry
    return found


def _translated(line: Line, language: str, judged: Judged) -> Translated:
    findings = judged.findings
    if judged.state is State.STALE:
        note = f"The source was {judged.source!r} when this was written; now it is {line.text!r}."
        findings = (*findings, Finding(kind=FindingKind.STALE, text=note))
    return Translated(
        line=line.id,
        language=language,
        source=judged.source,
        text=judged.text,
        state=judged.state,
        engine=judged.engine,
        findings=findings,
    )


def _place(content: POFile, entry: POEntry | None, line: Line, before: POEntry | None) -> POEntry:
    """The line's entry in the file: as it stands, or new or revived behind the line before it."""
    from polib import POEntry

    if entry is not None and not entry.obsolete:
        return entry
    if entry is None:
        entry = POEntry(msgctxt=line.id, msgid=line.text)
    else:
        _remove(content, entry)
        entry.obsolete = False
    content.insert(_index(content, before) + 1 if before is not None else 0, entry)
    return entry


def _index(content: POFile, entry: POEntry) -> int:
    # polib compares entries by what they say, so that two alike could be taken for each other.
    return next(i for i, other in enumerate(content) if other is entry)


def _remove(content: POFile, entry: POEntry) -> None:
    del content[_index(content, entry)]


def _put(entry: POEntry, line: Line, judged: Judged, checked: tuple[Finding, ...]) -> None:
    marks = read_marks(entry.comment)
    was_noted = bool(marks.stale_digest) or (entry.fuzzy and entry.previous_msgid is not None)
    is_new_source = clean(entry.msgid) != line.text
    state = judged.state
    if state in (State.MISSING, State.FAILED):
        failed = judged.reason if state is State.FAILED else "" if is_new_source else marks.failed
        marks = Marks(context=marks.context, others=marks.others, failed=failed)
        entry.msgstr = ""
    elif state is State.MACHINE:
        marks = Marks(
            context=marks.context,
            others=marks.others,
            engine=judged.engine,
            engine_digest=digest(judged.text),
            findings=(*(f for f in judged.findings if f.kind not in CHECKED), *checked),
        )
    else:
        approved = ""
        if state is State.APPROVED:
            approved = approval(line.text, judged.text)
        elif state is State.STALE:
            by_hand = is_approved_by_hand(entry.tcomment)
            approved = approval(judged.source, judged.text) if by_hand else marks.approved_digest
        if judged.engine:
            marks = dataclasses.replace(marks, engine=judged.engine, engine_digest=digest(judged.text))
        elif state is State.HUMAN and marks.engine_digest == digest(judged.text):
            marks = dataclasses.replace(marks, engine="", engine_digest="")
        stale = digest(judged.text) if state is State.STALE else ""
        marks = dataclasses.replace(marks, stale_digest=stale, approved_digest=approved, failed="", findings=())
    entry.tcomment = without_approval(entry.tcomment)
    if judged.text and judged.text != clean(entry.msgstr):
        entry.msgstr = judged.text
    if state is State.STALE:
        _flag_fuzzy(entry, True)
        entry.previous_msgid = _previous(entry, judged.source)
    elif was_noted:
        _flag_fuzzy(entry, False)
        entry.previous_msgid = None
    if is_new_source:
        entry.msgid = line.text
    entry.comment = write_marks(marks)


def _flag_fuzzy(entry: POEntry, on: bool) -> None:
    if on != ("fuzzy" in entry.flags):
        entry.flags = [*entry.flags, "fuzzy"] if on else [f for f in entry.flags if f != "fuzzy"]


def _previous(entry: POEntry, source: str) -> str | None:
    if entry.previous_msgid is not None and clean(entry.previous_msgid) == source:
        return entry.previous_msgid
    return source or None


def _retire(content: POFile, lines: set[str]) -> None:
    """Makes people's texts of removed lines obsolete; machines' and empty ones go."""
    for entry in [e for e in content if not e.obsolete and e.msgctxt not in lines]:
        text, marks = clean(entry.msgstr), read_marks(entry.comment)
        belongs = belongs_to(entry, marks, text)
        is_persons = marks.engine_digest != digest(text) or marks.approved_digest
        if (text and is_persons) or entry.tcomment or entry.msgid_plural:
            entry.obsolete = True
            # polib forgets the old source of an obsolete entry; its text goes on belonging to that one.
            entry.msgid = belongs or entry.msgid
            entry.previous_msgid = None
            _flag_fuzzy(entry, False)
        else:
            _remove(content, entry)
