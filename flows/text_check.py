"""What is found in a text before anything is made of it: characters, language, script, glyphs, numbers; line by line.

Nothing is changed, and nothing is refused here: what must be repaired and what is only asked are told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

from languages.characters import CharacterKind, Severity, character_findings
from languages.errors import TranslationFileRefused, UsageError
from languages.language import Language
from languages.registry import find_language, get_one_language
from translation.checks import check
from translation.identify import Answer, identify_file
from translation.language_check import question
from translation.translated import FindingKind

PO = ".po"
LANGUAGE, SPOKEN = "language", "spoken"
"""Kinds of findings; the others are those of ``languages.characters`` and ``video.typeset.problems``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a file as it stands there."""

    label: str
    """The line's id; empty where it has none."""
    row: int
    """Row of the file in which it begins, from 1; 0 = not known."""
    text: str
    source: str = ""
    """What it translates; empty where that is not known."""


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
    language, passages, other = read_passages(path, tag)
    texts = [p.text for p in passages]
    verdicts = identify_file(texts, language.tag, (other,) if other else ())
    found: list[TextFinding] = []
    drawn = _Glyphs(language, fonts)
    for passage, verdict in zip(passages, verdicts.lines, strict=True):
        found += _characters(passage, language)
        found += [_asked(passage, f.text) for f in question(verdict)] or _copied(passage, language, other)
        found += _spoken(passage, language)
        found += drawn.findings(passage)
    if not any(f.kind == LANGUAGE for f in found) and passages:
        found += [_asked(passages[0], f.text) for f in question(verdicts.whole, "All lines together look")]
    found += _mended(path, language)
    reasons = Counter(v.reason for v in verdicts.lines if v.answer is Answer.CANNOT_TELL and v.reason)
    return Checked(
        path=str(path),
        language=language,
        passages=passages,
        findings=_once(sorted(found, key=lambda f: f.row)),
        untold=tuple(reasons.most_common()),
        unfinished=drawn.problem,
    )


def _found(passage: Passage, start: int, end: int, kind: str, severity: Severity, text: str) -> TextFinding:
    return TextFinding(
        row=passage.row, label=passage.label, start=start, end=end, kind=kind, severity=severity, text=text
    )


def _asked(passage: Passage, text: str) -> TextFinding:
    text = text.removesuffix(" If it is right as it stands, approve it.")
    return _found(passage, 0, len(passage.text), LANGUAGE, Severity.QUESTION, text)


def _copied(passage: Passage, language: Language, other: str) -> list[TextFinding]:
    """The finding that a translation is its source."""
    found = check(passage.source, passage.text, (), other, language.tag) if passage.source else ()
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


def read_passages(path: Path, tag: str) -> tuple[Language, tuple[Passage, ...], str]:
    """The language of a file, its texts as they stand there, and the language of the script that it translates.

    Raises: as ``check_file``.
    """
    if path.suffix.lower() == PO:
        return _read_po(path, tag)
    from translation.reader import read_manuscript

    read = read_manuscript(path, language=tag or None)
    language = get_one_language(read.manuscript.language)
    if tag and get_one_language(tag).tag != language.tag:
        raise UsageError(
            f"--language says {tag!r}, and {path.name} says {language.tag!r} itself.",
            remedy="Leave out --language, or correct the file.",
        )
    passages = tuple(Passage(label=ln.id, row=ln.row or 0, text=ln.text) for ln in read.manuscript.lines() if ln.text)
    return language, passages, ""


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


def _read_po(path: Path, tag: str) -> tuple[Language, tuple[Passage, ...], str]:
    from translation.exchange.po_file import read_po_file

    if not path.is_file():
        raise TranslationFileRefused("There is no such file.", path=str(path), remedy="Give the path of a PO file.")
    name, _, said = path.stem.rpartition(".")
    named = find_language(said) if name else None
    if not tag and named is None:
        raise UsageError(
            f"Nothing says which language {path.name} is in.",
            expected=f"A name like {path.stem.partition('.')[0]}.quy.po.",
            remedy="Give --language.",
        )
    language = get_one_language(tag or said)
    file = read_po_file(path, language.tag)
    entries = [e for e in file.content if e.msgctxt and e.msgstr and not e.obsolete]
    passages = tuple(
        Passage(label=e.msgctxt, row=(e.linenum or 0) - file.added, text=e.msgstr, source=e.msgid) for e in entries
    )
    return language, passages, _source(path, name)


def _source(path: Path, name: str) -> str:
    """Tag of the script beside a PO file, whose words may have been left standing; empty where none is found."""
    for script in sorted(path.parent.glob("*.md")) + sorted(path.parent.glob("*.txt")):
        stem, _, said = script.stem.rpartition(".")
        if stem == name and (found := find_language(said)):
            return found.tag
    return ""
