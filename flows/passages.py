"""The texts of a PO file or a script as they stand there, each with its place, to be looked through."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from languages.codes import likely_script, of_locale
from languages.errors import ManuscriptRefused, TranslationFileRefused, UsageError
from languages.language import Language
from languages.registry import candidates, find_language, get_one_language

PO = ".po"
FRONT = re.compile(r"\A\s*---[^\n]*\n.*?\n(?:---|\.\.\.)", re.DOTALL)
"""The front matter of a script: a damaged character in it makes it no YAML."""
Place = Callable[[int], tuple[int, int]]
"""Row and column in the file, from 1, of a character of a text."""


class Part(StrEnum):
    """What a text is in its file."""

    LINE = "line"
    """Spoken and shown; of a PO file, every text."""
    HEADING = "heading"
    BRIEF = "picture"
    """What is to be seen: painters get it."""
    CREDIT = "credits"


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
    part: Part = Part.LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """All texts of one file."""

    language: Language
    texts: tuple[Passage, ...]
    places: tuple[Place, ...]
    """One for each text."""
    raw: str
    """The whole file."""
    breaks: str = ""
    """Control characters that end its lines, besides line ends."""
    source: str = ""
    """Canonical tag of the language that they are translated from; empty where that is not known."""
    unwritten: int = 0
    """Entries, or plural forms, without a text."""


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
    from translation.places import LinePlaces, Rows
    from translation.reader import LIMIT_BYTES, read_manuscript
    from translation.text_file import BREAKS, blanked, read_text

    raw = read_text(path, ManuscriptRefused, LIMIT_BYTES, noncharacters=True, controls=True)
    text = FRONT.sub(lambda found: blanked(found[0]), re.sub(f"[{BREAKS}]", "\n", raw))
    read = read_manuscript(path, language=tag or None, text=text)
    own = get_one_language(read.manuscript.language)
    name, _, said = path.stem.rpartition(".")
    _agree(path, tag, own if not tag else find_language(said) if name else None)
    if tag:
        _agree(path, tag, own)
    manuscript = read.manuscript
    rows, found = Rows(raw), list[tuple[int, Passage, Place]]()
    begun = sorted({row for s in manuscript.scenes for row in (s.row, *(line.row for line in s.lines))})
    end = dict[tuple[Part, int], int]()
    """Behind the last text of a part that begins in a row: a paragraph's lines follow each other."""

    def add(label: str, row: int, text: str, part: Part) -> None:
        if text and row:  # a title without row is the file's name
            start = end.get((part, row), rows.start(row))
            later = bisect_right(begun, row)
            place = LinePlaces(text, rows, start, rows.start(begun[later]) if later < len(begun) else None)
            end[part, row] = place.end
            at = rows.place(place.begin)[0]
            found.append((place.begin, Passage(label=label, row=at, text=text, part=part), place.place))

    add(manuscript.title.id, manuscript.title.row, manuscript.title.text, Part.LINE)
    for credit in manuscript.credits:
        add("credits", read.credits_row, credit, Part.CREDIT)
    for scene in manuscript.scenes:
        add(scene.id, scene.row, scene.heading, Part.HEADING)
        for line in scene.lines:
            add(line.id, line.row, line.text, Part.LINE)
    for seen in read.seen:
        add("picture", seen.row, seen.text, Part.BRIEF)
    found.sort(key=lambda f: f[0])
    return Passages(
        language=get_one_language(tag) if tag else own,
        texts=tuple(passage for _, passage, _ in found),
        places=tuple(place for _, _, place in found),
        raw=raw,
        breaks=BREAKS,
    )


def _agree(path: Path, tag: str, said: Language | None) -> None:
    """Refuses a tag where the file says another language; a region more or less is none."""
    if not tag or said is None or said.tag == (wanted := get_one_language(tag).tag):
        return
    shorter, longer = sorted((said.tag, wanted), key=len)
    if not longer.startswith(f"{shorter}-") or likely_script(longer) != likely_script(shorter):
        raise UsageError(
            f"--language says {tag!r}, and {path.name} says {said.tag!r} itself.",
            remedy="Leave out --language, or correct the file or its name.",
        )


def _of_po(path: Path, tag: str) -> Passages:
    from translation.exchange.po_file import check_header
    from translation.exchange.po_texts import read_po_texts

    if not path.is_file():
        what = "It is a folder." if path.is_dir() else "There is no such file."
        raise TranslationFileRefused(what, path=str(path), remedy="Give the path of a PO file.")
    file = read_po_texts(path)
    name, _, said = path.stem.rpartition(".")
    named = find_language(said) if name else None
    _agree(path, tag, named)
    header = file.header.get("Language", "").strip()
    told = tag or (said if named else "") or _told(header, path)
    if not told:
        raise UsageError(
            f"Nothing says which language {path.name} is in"
            + (f": its header has {header[:60]!r}, which is none." if header else "."),
            expected=f"`Language:` in its header, or a name like {path.stem.partition('.')[0]}.quy.po.",
            remedy="Give --language.",
        )
    language = get_one_language(told)
    check_header(file.header, path, language.tag)
    written = [t for t in file.texts if t.text]
    return Passages(
        language=language,
        texts=tuple(
            Passage(label=f"{t.context} {t.form}".strip(), row=t.place(0)[0], text=t.text, source=t.source)
            for t in written
        ),
        places=tuple(t.place for t in written),
        raw=file.raw,
        source=_source(path, name, file.header),
        unwritten=len(file.texts) - len(written),
    )


def _told(header: str, path: Path) -> str:
    """The language that a header names, or gettext's way of naming files: ``ca_ES.po``, ``ca/LC_MESSAGES/a.po``.

    Empty where neither names any: some templates have ``LL`` in their headers.
    """
    tag = of_locale(header) or header
    if tag and candidates(tag):
        return tag
    folder = path.parent.parent.name if path.parent.name == "LC_MESSAGES" else ""
    names = (n for n in (path.stem, folder) if of_locale(n) and find_language(of_locale(n)))
    return next(map(of_locale, names), "")


def _source(path: Path, name: str, header: dict[str, str]) -> str:
    """Tag of the language that is translated, whose words may have been left standing; empty where nothing says it.

    The script beside ``<name>.<tag>.po`` says it, or a header's ``X-Source-Language``.
    """
    for script in (*sorted(path.parent.glob("*.md")), *sorted(path.parent.glob("*.txt"))) if name else ():
        stem, _, said = script.stem.rpartition(".")
        if stem == name and (found := find_language(said)):
            return found.tag
    return of_locale(header.get("X-Source-Language", "").strip())
