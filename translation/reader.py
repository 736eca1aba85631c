"""Reads a script, Markdown or plain text, into a manuscript whose lines keep their ids."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from languages.errors import AmbiguousLanguage, ManuscriptRefused, UnknownLanguage
from translation.front_matter import ANY, FrontMatter, read_front_matter
from translation.ids import IdBook, id_path, read_id_book
from translation.manuscript import TITLE_ID, Character, Line, LineKind, Manuscript
from translation.picture_path import check_picture
from translation.reader_markdown import Part, PartKind, read_parts
from translation.scenes import Source, read_scenes
from translation.text_file import BREAKS, clean, find_control, has_bidi_override, read_text
from translation.wishes import bind_wishes

if TYPE_CHECKING:
    from languages.registry import Language

LIMIT_BYTES = 2_000_000
LIMIT_CHARACTERS = 200_000

_MARKDOWN = (".md", ".markdown")
_ENDINGS = (*_MARKDOWN, ".txt")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A manuscript, and what has to be remembered of its ids; writing that down is the caller's decision."""

    manuscript: Manuscript
    ids: IdBook
    id_path: Path
    seen: tuple[Part, ...] = ()
    """The briefs of pictures, each with its row."""
    credits_row: int = 0


def read_manuscript(
    path: Path, ids: IdBook | None = None, language: str | None = None, text: str | None = None
) -> Read:
    """The manuscript in a ``.md`` or ``.txt`` file; ``ids`` is read from beside it where none is given.

    ``language`` (a tag or name) counts where the front matter names none; the file's name (``fable.es.txt``)
    counts last. ``text`` is what stands in the file, where the caller has read it; lines end in ``\\n``.

    Raises:
        ManuscriptRefused: the file cannot be read as a manuscript; says where and what to do.
    """
    shown = str(path)
    name = _name(path)
    text = read_text(path, ManuscriptRefused, LIMIT_BYTES, breaks=BREAKS) if text is None else text
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise ManuscriptRefused("The script is empty.", path=shown, remedy="Write at least one paragraph.")
    if len(text) > LIMIT_CHARACTERS:
        raise ManuscriptRefused(
            f"The script has {len(text)} characters.",
            path=shown,
            expected=f"The limit is {LIMIT_CHARACTERS}.",
            remedy="Split it into parts.",
        )
    if path.suffix.lower() in _MARKDOWN:
        front, body, first_row = _split(text, shown, path.resolve().parent)
        parts = tuple(read_parts(body, shown, first_row))
    else:
        front, parts = FrontMatter(), tuple(_paragraphs(text))
    spoken = _language(front, language, path)
    book = read_id_book(id_path(path)) if ids is None else ids
    folder = path.resolve().parent
    source = Source(
        path=shown,
        folder=folder,
        names=tuple(c.name for c in front.characters),
        language=spoken.tag,
    )
    scenes, book = read_scenes(source, parts, book)
    title = Line(id=TITLE_ID, text=front.title or name, kind=LineKind.TITLE, row=front.title_row)
    manuscript = Manuscript(
        name=name,
        language=spoken.tag,
        title=title,
        narrator=front.narrator,
        characters=_pictured(front, folder, shown),
        cast=front.cast,
        avoid=front.avoid,
        credits=front.credits,
        licence=front.licence,
        borrow_voices=_borrow_voices(front, shown),
        style=front.style,
        words=front.words,
        scenes=bind_wishes(front.scenes, scenes, shown),
        folder=str(folder),
        path=shown,
    )
    seen = tuple(p for p in parts if p.kind is PartKind.SEEN)
    return Read(manuscript=manuscript, ids=book, id_path=id_path(path), seen=seen, credits_row=front.credits_row)


def _pictured(front: FrontMatter, folder: Path, shown: str) -> tuple[Character, ...]:
    """The characters, their pictures checked like those of scenes."""
    return tuple(
        dataclasses.replace(c, picture=check_picture(c.picture, folder, shown, row)) if c.picture else c
        for c, row in zip(front.characters, front.picture_rows, strict=True)
    )


def _name(path: Path) -> str:
    name = clean(path.name.partition(".")[0])
    if path.suffix.lower() not in _ENDINGS:
        raise ManuscriptRefused(
            f"The file ends in {path.suffix!r}." if path.suffix else "The file's name has no ending.",
            path=str(path),
            expected=f"A script ends in {', '.join(_ENDINGS)}.",
            remedy="Save it as plain text or Markdown under such a name.",
        )
    if not name or find_control(path.name) or has_bidi_override(path.name):
        raise ManuscriptRefused(
            "The file's name cannot be used.",
            path=repr(str(path)),
            expected="It needs at least one character before the first dot, and no control characters.",
            remedy="Rename the file.",
        )
    return name


def _split(text: str, path: str, folder: Path) -> tuple[FrontMatter, str, int]:
    """Front matter, body, and the line number at which the body begins."""
    rows = text.split("\n")
    start = next((i for i, row in enumerate(rows) if row.strip()), 0)
    if rows[start].rstrip() != "---":
        return FrontMatter(), text, 1
    for i in range(start + 1, len(rows)):
        if rows[i].rstrip() in ("---", "..."):
            front = read_front_matter("\n".join(rows[start + 1 : i]), path, start + 2, folder)
            return front, "\n".join(rows[i + 1 :]), i + 2
    raise ManuscriptRefused(
        "The front matter is not closed.",
        path=path,
        line=start + 1,
        expected="It begins and ends with a line `---`.",
        remedy="Write `---` on a line of its own behind the last key.",
    )


def _paragraphs(text: str) -> Iterator[Part]:
    rows = [*text.split("\n"), ""]
    start = 0
    for i, row in enumerate(rows):
        if not row.strip():
            if said := clean("\n".join(rows[start:i])):
                yield Part(kind=PartKind.SAID, row=start + 1, text=said)
            start = i + 1


def _named_language(tag: str, path: str, row: int | None) -> Language:
    """The language that a script names.

    Raises:
        ManuscriptRefused: nobody knows it, with the nearest names; or it means several, with these.
    """
    from languages.registry import get_one_language

    try:
        return get_one_language(tag)
    except (AmbiguousLanguage, UnknownLanguage) as error:
        raise ManuscriptRefused(
            error.what, path=path, line=row, expected=error.expected, remedy=error.remedy
        ) from error


def _language(front: FrontMatter, asked: str | None, path: Path) -> Language:
    if front.language:
        return _named_language(front.language, str(path), front.language_row)
    if asked:
        return _named_language(asked, str(path), None)
    parts = path.name.split(".")[1:-1]
    for part in parts:
        if _TAG.fullmatch(part):
            return _named_language(part, str(path), None)
    is_markdown = path.suffix.lower() in _MARKDOWN
    raise ManuscriptRefused(
        "The script does not say which language it is written in.",
        path=str(path),
        expected="Front matter with `language: es`, or a name like `fable.es.md`."
        if is_markdown
        else "A name like `fable.es.txt`.",
        remedy="Add it (`vernacast languages` lists tags).",
    )


def _borrow_voices(front: FrontMatter, path: str) -> tuple[tuple[str, str], ...]:
    def canonical(tag: str) -> str:
        return tag if tag == ANY else _named_language(tag, path, front.borrow_row).tag

    return tuple(dict.fromkeys((canonical(a), canonical(b)) for a, b in front.borrow_voices))
