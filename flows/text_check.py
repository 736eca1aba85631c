"""What is found in a text before anything is made of it: characters, language, script, glyphs, numbers; line by line.

Nothing is changed, and nothing is refused here: what must be repaired and what is only asked are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

from flows.passages import Part, Passage, Passages, read_passages
from flows.text_language import LanguageQuestion, told_language
from languages.characters import CharacterKind, Severity, character_findings
from languages.language import Language
from translation.identify import Verdict
from translation.text_file import blanked

LANGUAGE, SPOKEN = "language", "spoken"
"""Kinds of findings; the others are those of ``languages.characters`` and ``video.typeset.problems``."""
DAMAGED = frozenset((CharacterKind.CONTROL, CharacterKind.NONCHARACTER))
"""Kinds for which ``make`` refuses a file, wherever in it they stand."""
UNDRAWN = frozenset((CharacterKind.UNASSIGNED, CharacterKind.PRIVATE_USE))
"""Kinds that say by themselves that no font has the character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """One thing that was found."""

    row: int
    column: int
    """Of the first character concerned in the file, both from 1."""
    label: str
    start: int
    """Index of the first code point concerned in the text; 0 where the whole text is meant."""
    end: int
    kind: str
    severity: Severity
    text: str
    """For a person: what it is, why it matters, what helps."""
    subject: str = ""
    """The character, language or reason concerned: findings of one kind and subject ask the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file and what was found in it."""

    path: str
    language: Language
    passages: tuple[Passage, ...]
    findings: tuple[TextFinding, ...]
    """In the order of the file."""
    clean: int
    """Texts with which nothing was found."""
    untold: tuple[tuple[str, int], ...]
    """(why the language of a text cannot be told, how many texts), most first."""
    whole: Verdict | None = None
    """On the language of all texts together; None where some were asked about."""
    unwritten: int = 0
    """Entries, or plural forms, without a text."""
    notes: tuple[str, ...] = ()
    """What is good to know of the whole file; nothing has to be done."""
    unfinished: tuple[str, ...] = ()
    """Checks that could not be made here, with what would help."""


class _At:
    """Makes findings of one text, each with its place in the file."""

    def __init__(self, read: Passages, index: int) -> None:
        self._label, self._place = read.texts[index].label, read.places[index]

    def found(self, start: int, end: int, kind: str, severity: Severity, text: str, subject: str = "") -> TextFinding:
        row, column = self._place(start)
        return TextFinding(
            row=row,
            column=column,
            label=self._label,
            start=start,
            end=end,
            kind=kind,
            severity=severity,
            text=text,
            subject=subject,
        )


def check_file(path: Path, tag: str = "", fonts: tuple[Path, ...] = ()) -> Checked:
    """Everything that is found in a PO file, a script or a text file.

    Args:
        tag: the language that it is in, by tag or name; empty = as the file or its name says.
        fonts: a user's own font files, asked before those of this machine.

    Raises:
        UsageError: nothing says which language it is in. UnknownLanguage, AmbiguousLanguage: it is none, or several.
        InputRefused: the file cannot be read; it says where and why. FontRefused: a font cannot be used.
    """
    read = read_passages(path, tag)
    told = told_language(read)
    asked: dict[int, list[LanguageQuestion]] = {}
    for q in told.questions:
        asked.setdefault(q.index, []).append(q)
    drawn = _Glyphs(read.language, fonts)
    findings: list[TextFinding] = []
    clean = 0
    for i, passage in enumerate(read.texts):
        at, end = _At(read, i), len(passage.text)
        here = [at.found(0, end, LANGUAGE, Severity.QUESTION, q.text, q.subject) for q in asked.get(i, ())]
        here += _in_one(passage, at, read.language, drawn)
        clean += not here
        findings += _first(here)
    findings += _elsewhere(read, {(f.row, f.column) for f in findings})
    return Checked(
        path=str(path),
        language=read.language,
        passages=read.texts,
        findings=tuple(sorted(findings, key=lambda f: (f.row, f.column))),
        clean=clean,
        untold=told.untold,
        whole=told.whole,
        unwritten=read.unwritten,
        notes=tuple(_notes(read.raw)),
        unfinished=drawn.problem,
    )


def _first(found: list[TextFinding]) -> Iterable[TextFinding]:
    """Of several that say the same of one text, the first."""
    kept: dict[tuple[str, str], TextFinding] = {}
    for f in found:
        kept.setdefault((f.kind, f.text), f)
    return kept.values()


def _in_one(passage: Passage, at: _At, language: Language, drawn: _Glyphs) -> Iterator[TextFinding]:
    """All that is found in one text by itself: only lines are spoken, and briefs of pictures are not shown."""
    characters = tuple(_characters(passage.text, at, language))
    yield from characters
    if passage.part is Part.LINE:
        yield from _spoken(passage.text, at, language)
    if passage.part is not Part.BRIEF:
        told = {i for f in characters if f.kind in UNDRAWN for i in range(f.start, f.end)}
        yield from (f for f in drawn.findings(passage.text, at) if told.isdisjoint(range(f.start, f.end)))


def _characters(text: str, at: _At, language: Language) -> Iterator[TextFinding]:
    """One finding for each kind and character of a text: a letter typed wrongly ten times is one thing to mend."""
    asked: set[tuple[str, str]] = set()
    for f in character_findings(text, language.tag):
        once = (f.kind, f.subject or str(f.start))
        if once not in asked and f.kind != CharacterKind.NOT_NFC:
            asked.add(once)
            yield at.found(f.start, f.end, f.kind, f.severity, f.text, f.subject or text[f.start : f.end])


def _spoken(text: str, at: _At, language: Language) -> Iterator[TextFinding]:
    from speech.spoken import unspeakable

    for f in unspeakable(text, language.tag):
        yield at.found(f.start, f.end, SPOKEN, Severity.QUESTION, f"«{f.what}»: {f.why}. {f.remedy}", f.why)


def _elsewhere(read: Passages, told: Set[tuple[int, int]]) -> Iterator[TextFinding]:
    """Damaged characters outside of the texts: in front matter, comments, addresses."""
    for row, text in enumerate(read.raw.split("\n"), 1):
        for f in character_findings(text, read.language.tag) if blanked(text) != text else ():
            if f.kind in DAMAGED and text[f.start] not in read.breaks and (row, f.start + 1) not in told:
                yield TextFinding(
                    row=row,
                    column=f.start + 1,
                    label="",
                    start=0,
                    end=0,
                    kind=f.kind,
                    severity=f.severity,
                    text=f.text,
                    subject=f.subject or text[f.start],
                )


class _Glyphs:
    """The gate of typesetting, asked line by line; where this machine cannot ask it, that is said once."""

    def __init__(self, language: Language, own: tuple[Path, ...]) -> None:
        from video.typeset.fonts import find_fonts

        self.language = language
        self.fonts = find_fonts(own)
        self.problem: tuple[str, ...] = ()

    def findings(self, text: str, at: _At) -> Iterator[TextFinding]:
        from languages.errors import MissingProgram
        from video.typeset.gate import missing_glyphs
        from video.typeset.problems import ProblemKind

        if self.problem:
            return
        try:
            problems = missing_glyphs(text, self.language, self.fonts)
        except MissingProgram as error:
            self.problem = (f"Whether it can be drawn was not looked at: {error}",)
            return
        for p in problems:
            if p.kind in (ProblemKind.MISSING_GLYPH, ProblemKind.BROKEN_SYLLABLE, ProblemKind.TWO_FONTS):
                severity = Severity.REPAIR if p.stops else Severity.QUESTION
                yield at.found(p.start, p.end, p.kind, severity, p.text, text[p.start : p.end])


def _notes(raw: str) -> Iterator[str]:
    apart = sum(not is_normalized("NFC", row) for row in raw.split("\n"))
    if apart:
        rows = f"{apart} row{'s' if apart > 1 else ''}"
        yield (
            f"In {rows} letters are not in Unicode's form C (NFC), mostly taken apart. Nothing needs to be done: "
            "Vernacast reads them in that form."
        )
