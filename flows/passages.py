"""The texts of a PO file or a script as they stand there, each with its place, to be looked through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from languages.errors import TranslationFileRefused, UsageError
from languages.language import Language
from languages.registry import find_language, get_one_language

PO = ".po"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a file as it stands there."""

    label: str
    """The line's id; empty where it has none."""
    row: int
    """Row of the file in which it begins, from 1."""
    text: str
    source: str = ""
    """What it translates; empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """All texts of one file."""

    language: Language
    texts: tuple[Passage, ...]
    source: str = ""
    """Canonical tag of the language that they are translated from; empty where that is not known."""
    unwritten: int = 0
    """Entries without a text."""


def read_passages(path: Path, tag: str = "") -> Passages:
    """The texts of a PO file or script.

    Args:
        tag: the language that they should be in, by tag or name; empty = as the file or its name says.

    Raises:
        UsageError: nothing says which language it is in, or two things say two.
        UnknownLanguage, AmbiguousLanguage: it is none, or several.
        InputRefused: the file cannot be read; it says where and why.
    """
    return _of_po(path, tag) if path.suffix.lower() == PO else _of_script(path, tag)


def _of_script(path: Path, tag: str) -> Passages:
    from translation.reader import read_manuscript

    read = read_manuscript(path, language=tag or None)
    language = get_one_language(read.manuscript.language)
    name, _, said = path.stem.rpartition(".")
    _agree(path, tag, language if not tag else find_language(said) if name else None)
    if tag:
        _agree(path, tag, language)
    lines = [
        line for line in read.manuscript.lines() if line.text and line.row
    ]  # a title without row is the file's name
    return Passages(language=language, texts=tuple(Passage(label=n.id, row=n.row, text=n.text) for n in lines))


def _agree(path: Path, tag: str, said: Language | None) -> None:
    if tag and said is not None and get_one_language(tag).tag != said.tag:
        raise UsageError(
            f"--language says {tag!r}, and {path.name} says {said.tag!r} itself.",
            remedy="Leave out --language, or correct the file or its name.",
        )


def _of_po(path: Path, tag: str) -> Passages:
    from translation.exchange.po_file import LIMIT_BYTES, read_po_file
    from translation.text_file import read_text

    if not path.is_file():
        what = "It is a folder." if path.is_dir() else "There is no such file."
        raise TranslationFileRefused(what, path=str(path), remedy="Give the path of a PO file.")
    name, _, said = path.stem.rpartition(".")
    named = find_language(said) if name else None
    if not tag and named is None:
        raise UsageError(
            f"Nothing says which language {path.name} is in.",
            expected=f"A name like {path.stem.partition('.')[0]}.quy.po.",
            remedy="Give --language.",
        )
    _agree(path, tag, named)
    language = get_one_language(tag or said)
    file = read_po_file(path, language.tag)
    rows = read_text(path, TranslationFileRefused, LIMIT_BYTES).split("\n")
    entries = [entry for entry in file.content if not entry.obsolete]
    texts = tuple(
        Passage(label=e.msgctxt or "", row=_row(rows, (e.linenum or 1) - file.added), text=e.msgstr, source=e.msgid)
        for e in entries
        if e.msgstr
    )
    return Passages(
        language=language,
        texts=texts,
        source=_source(path, name),
        unwritten=len(entries) - len(texts),
    )


def _row(rows: list[str], start: int) -> int:
    """The row of an entry's text, from the row in which the entry begins; rows count from 1."""
    return next((i for i in range(start, len(rows) + 1) if rows[i - 1].lstrip().startswith("msgstr")), start)


def _source(path: Path, name: str) -> str:
    """Tag of the script beside ``<name>.<tag>.po``, whose words may have been left standing; empty without one."""
    if not name:
        return ""
    for script in (*sorted(path.parent.glob("*.md")), *sorted(path.parent.glob("*.txt"))):
        stem, _, said = script.stem.rpartition(".")
        if stem == name and (found := find_language(said)):
            return found.tag
    return ""
