"""Ids of lines and scenes that survive edits, kept in a small file beside the script.

An id is neither an ordinal nor a hash of the text: it is given once and remembered. After an edit,
``assign`` finds by a deterministic diff which line is which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from languages.errors import ManuscriptRefused
from translation.id_diff import match
from translation.text_file import read_text, write_text

SCHEMA = "IdBook.1"
LIMIT_BYTES = 8_000_000
GONE_LIMIT = 1_000
"""Removed lines that are remembered, so that undoing a cut gives them their ids, and texts, back."""


class IdKind(StrEnum):
    """What has an id. Lines and scenes share one space of ids."""

    LINE = "line"
    SCENE = "scene"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdEntry:
    """What an id stands for."""

    id: str
    kind: IdKind
    text: str
    who: str = ""
    """Name of the character that speaks; empty for the narrator and for scenes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdBook:
    """All ids of one script."""

    schema: str = SCHEMA
    next_line: int = 1
    next_scene: int = 1
    entries: tuple[IdEntry, ...] = ()
    """In the order of the script."""
    gone: tuple[IdEntry, ...] = ()
    """Removed ones, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A line or scene that needs an id."""

    kind: IdKind
    text: str
    who: str = ""
    explicit: str = ""
    """The id that the script itself gives, or empty."""


def assign(wanted: Sequence[Wanted], book: IdBook) -> tuple[tuple[str, ...], IdBook]:
    """An id for each wanted line or scene, in order, and the book as it is afterwards.

    Explicit ids win. Unchanged texts keep theirs wherever they moved; then changed texts keep the id of the
    text that they replace; new ones get ``n1``, ``n2``, … (lines) or ``s1``, ``s2``, … (scenes), and no
    such id is ever given again to something else.
    """
    ids = [w.explicit for w in wanted]
    claimed = {i.casefold() for i in ids if i}
    gone = [e for e in book.gone if e.id.casefold() not in claimed]
    for kind in IdKind:
        # Lines with explicit ids take part, so that what they were before is not taken for another line.
        places = [i for i, w in enumerate(wanted) if w.kind is kind]
        old = [e for e in book.entries if e.kind is kind]
        lost = [e for e in reversed(gone) if e.kind is kind]
        found = match(
            [(e.who, e.text) for e in old],
            [(wanted[i].who, wanted[i].text) for i in places],
            [(e.who, e.text) for e in lost],
        )
        for place, where in zip(places, found, strict=True):
            if where is not None and not ids[place]:
                before = (lost if where.was_gone else old)[where.index].id
                ids[place] = "" if before.casefold() in claimed else before
    numbers = _Numbers(book, claimed)
    ids = [i or numbers.new(w.kind) for i, w in zip(ids, wanted, strict=True)]
    used = {i.casefold() for i in ids}
    left = [e for e in (*gone, *book.entries) if e.id.casefold() not in used]
    entries = tuple(IdEntry(id=i, kind=w.kind, text=w.text, who=w.who) for i, w in zip(ids, wanted, strict=True))
    after = IdBook(
        next_line=numbers.next[IdKind.LINE],
        next_scene=numbers.next[IdKind.SCENE],
        entries=entries,
        gone=tuple(left[-GONE_LIMIT:]),
    )
    return tuple(ids), after


class _Numbers:
    """Gives new ids; never one that is or was in use."""

    letters = {IdKind.LINE: "n", IdKind.SCENE: "s"}  # noqa: RUF012 - CONFIG: read only

    def __init__(self, book: IdBook, claimed: set[str]) -> None:
        self.next = {IdKind.LINE: book.next_line, IdKind.SCENE: book.next_scene}
        taken = claimed | {e.id.casefold() for e in (*book.entries, *book.gone)}
        for kind, letter in self.letters.items():
            numbers = [int(i[1:]) for i in taken if re.fullmatch(rf"{letter}[1-9][0-9]{{0,8}}", i)]
            self.next[kind] = max([self.next[kind], *(n + 1 for n in numbers)])

    def new(self, kind: IdKind) -> str:
        number = self.next[kind]
        self.next[kind] = number + 1
        return f"{self.letters[kind]}{number}"


def id_path(script: Path) -> Path:
    """Where the ids of a script are kept: ``fable.es.md`` → ``fable.ids.json`` beside it.

    A file that is there counts also where its name has its accents composed, or apart, and the script's has not.
    """
    path = script.with_name(f"{script.name.partition('.')[0]}.ids.json")
    others = (path.with_name(unicodedata.normalize(form, path.name)) for form in ("NFC", "NFD"))
    return path if path.exists() else next((p for p in others if p.exists()), path)


def read_id_book(path: Path) -> IdBook:
    """The book in a file, or an empty one where there is no file.

    Raises:
        ManuscriptRefused: the file is damaged or of another version; it is left as it is.
    """
    if not path.exists():
        return IdBook()
    try:
        # Programs that keep such files may take letters and their marks apart; the lines are still the same.
        text = unicodedata.normalize("NFC", read_text(path, ManuscriptRefused, LIMIT_BYTES, noncharacters=True))
        book = msgspec.json.decode(text, type=IdBook)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise _refuse(f"The file of line ids is damaged: {error}", path) from error
    if book.schema != SCHEMA:
        raise ManuscriptRefused(
            f"The file of line ids says {book.schema!r}.",
            path=str(path),
            expected=f"This version reads {SCHEMA!r}.",
            remedy="Use the version of Vernacast that wrote it, or a newer one.",
        )
    ids = [e.id.casefold() for e in (*book.entries, *book.gone)]
    if len(set(ids)) != len(ids) or not all(ids) or min(book.next_line, book.next_scene) < 1:
        raise _refuse("The file of line ids is damaged: an id is empty or there twice.", path)
    return book


def _refuse(what: str, path: Path) -> ManuscriptRefused:
    return ManuscriptRefused(
        what,
        path=str(path),
        expected="Vernacast wrote it to remember which line is which.",
        remedy="Restore it from a backup. Delete it only where no translations and recordings are there yet: "
        "without it they are no longer found.",
    )


def write_id_book(path: Path, book: IdBook) -> None:
    """Writes the book where the file says something else; whole or not at all.

    Raises:
        DiskFull, ResourceError: it cannot be written.
    """
    text = msgspec.json.format(msgspec.json.encode(book), indent=1).decode() + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    write_text(path, text)
