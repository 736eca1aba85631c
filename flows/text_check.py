"""What is found in a text before anything is made of it: characters, language, script, glyphs, numbers; line by line.

Nothing is changed, and nothing is refused here: what must be repaired and what is only asked are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

from flows.passages import PO, Passage, read_passages
from languages.characters import CharacterKind, Severity, character_findings
from languages.language import Language
from translation.checks import check
from translation.identify import Answer, Verdict, identify_file, identify_lines
from translation.language_check import question
from translation.translated import FindingKind

CHUNK = 500
"""Texts whose language is looked at together."""
LANGUAGE, SPOKEN = "language", "spoken"
"""Kinds of findings; the others are those of ``languages.characters`` and ``video.typeset.problems``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """One thing that was found."""

    row: int
    label: str
    start: int
    """Index of the first code point concerned; 0 where the whole text is meant."""
    end: int
    kind: str
    severity: Severity
    text: str
    """For a person: what it is, why it matters, what helps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file and what was found in it."""

    path: str
    language: Language
    passages: tuple[Passage, ...]
    findings: tuple[TextFinding, ...]
    """In the order of the file."""
    untold: tuple[tuple[str, int], ...]
    """(why the language of a text cannot be told, how many texts), most first."""
    unwritten: int = 0
    """Entries without a text."""
    unfinished: tuple[str, ...] = ()
    """Checks that could not be made here, with what would help."""


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
    language = read.language
    verdicts = _verdicts([p.text for p in read.texts], language.tag, read.source)
    found: list[TextFinding] = []
    drawn = _Glyphs(language, fonts)
    for passage, verdict in zip(read.texts, verdicts, strict=True):
        found += _characters(passage, language)
        found += _compared(passage, language, read.source) or [_asked(passage, f.text) for f in question(verdict)]
        found += _spoken(passage, language)
        found += drawn.findings(passage)
    if not any(v.answer in (Answer.ANOTHER, Answer.SCRIPT) for v in verdicts) and read.texts:
        some = [p.text for p in read.texts[:: max(1, len(read.texts) // CHUNK)]]
        whole = identify_file(some, language.tag, (read.source,) if read.source else ()).whole
        found += [_asked(read.texts[0], f.text) for f in question(whole, "All lines together look")]
    found += _mended(path, language)
    reasons = Counter(v.reason for v in verdicts if v.answer is Answer.CANNOT_TELL and v.reason)
    return Checked(
        path=str(path),
        language=language,
        passages=read.texts,
        findings=_once(sorted(found, key=lambda f: f.row)),
        untold=tuple(reasons.most_common()),
        unwritten=read.unwritten,
        unfinished=drawn.problem,
    )


def _verdicts(texts: list[str], expected: str, source: str) -> list[Verdict]:
    """One for each text; in parts, as all scores of a large file would take much memory."""
    others = (source,) if source else ()
    parts = (texts[i : i + CHUNK] for i in range(0, len(texts), CHUNK))
    return [verdict for part in parts for verdict in identify_lines(part, expected, others)]


def _found(passage: Passage, start: int, end: int, kind: str, severity: Severity, text: str) -> TextFinding:
    return TextFinding(
        row=passage.row, label=passage.label, start=start, end=end, kind=kind, severity=severity, text=text
    )


def _asked(passage: Passage, text: str) -> TextFinding:
    text = text.replace(" If it is right as it stands, approve it.", "")
    return _found(passage, 0, len(passage.text), LANGUAGE, Severity.QUESTION, text)


def _compared(passage: Passage, language: Language, source: str) -> list[TextFinding]:
    """What comparing a text with what it translates shows: that it is the same."""
    found = check(passage.source, passage.text, (), source, language.tag) if passage.source and source else ()
    return [_asked(passage, f.text) for f in found if f.kind is FindingKind.UNTRANSLATED]


def _characters(passage: Passage, language: Language) -> Iterator[TextFinding]:
    """One finding for each kind and character of a text: a letter typed wrongly ten times is one thing to mend."""
    asked: set[tuple[str, str]] = set()
    for f in character_findings(passage.text, language.tag):
        if (f.kind, f.subject or str(f.start)) not in asked:
            asked.add((f.kind, f.subject or str(f.start)))
            yield _found(passage, f.start, f.end, f.kind, f.severity, f.text)


def _spoken(passage: Passage, language: Language) -> Iterator[TextFinding]:
    from speech.spoken import unspeakable

    for f in unspeakable(passage.text, language.tag):
        yield _found(passage, f.start, f.end, SPOKEN, Severity.QUESTION, f"«{f.what}»: {f.why}. {f.remedy}")


class _Glyphs:
    """The gate of typesetting, asked line by line; where this machine cannot ask it, that is said once."""

    def __init__(self, language: Language, own: tuple[Path, ...]) -> None:
        from video.typeset.fonts import find_fonts

        self.language = language
        self.fonts = find_fonts(own)
        self.problem: tuple[str, ...] = ()

    def findings(self, passage: Passage) -> Iterator[TextFinding]:
        from languages.errors import MissingProgram
        from video.typeset.gate import missing_glyphs
        from video.typeset.problems import ProblemKind

        if self.problem:
            return
        try:
            problems = missing_glyphs(passage.text, self.language, self.fonts)
        except MissingProgram as error:
            self.problem = (f"Whether it can be drawn was not looked at: {error}",)
            return
        for p in problems:
            if p.kind in (ProblemKind.MISSING_GLYPH, ProblemKind.BROKEN_SYLLABLE, ProblemKind.TWO_FONTS):
                severity = Severity.REPAIR if p.stops else Severity.QUESTION
                yield _found(passage, p.start, p.end, p.kind, severity, p.text)


def _once(found: list[TextFinding]) -> tuple[TextFinding, ...]:
    """Of several findings that say the same of one text, the first."""
    kept: dict[tuple[object, ...], TextFinding] = {}
    for f in found:
        kept.setdefault((f.row, f.label, f.kind, f.text), f)
    return tuple(kept.values())


def _mended(path: Path, language: Language) -> Iterator[TextFinding]:
    """Rows of a script whose letters are composed anew when it is read, as they stand in the file."""
    if path.suffix.lower() == PO:
        return
    from languages.errors import ManuscriptRefused
    from translation.reader import LIMIT_BYTES
    from translation.text_file import read_text

    for row, text in enumerate(read_text(path, ManuscriptRefused, LIMIT_BYTES).splitlines(), 1):
        passage = Passage(label="", row=row, text=text)
        if not is_normalized("NFC", text):
            yield from (f for f in _characters(passage, language) if f.kind == CharacterKind.NOT_NFC)
