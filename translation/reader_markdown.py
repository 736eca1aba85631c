"""Markdown as a script's parts: headings, things said, things to be seen.

Text stays plain and whole: emphasis and links are reduced to their text, HTML and entities stay the
characters that were written, numbers of lists stay in front of their text. What cannot be told (code
blocks) is refused. Rules of Markdown that would swallow text are off: reference definitions, indented code,
underlined headings, HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from languages.errors import ManuscriptRefused
from translation.text_file import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ID = re.compile(r"[ \t\n]*(?<!\\)\{#([^{}\n]*)\}[ \t]*$")
_SPEAKER = re.compile(
    r"(?:\*\*|__)([^*\n]{1,200}?)(?:[ \u00a0\u202f]*[:：][ ]*(?:\*\*|__)|(?:\*\*|__)[ \u00a0\u202f]*[:：])"
)
_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<brief>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\((?P<target><[^<>\n]*>[^()\n]*|[^()\n]*)\))?",
    re.DOTALL,
)
_PICTURE_TITLE = re.compile(r"\s+(\"[^\"]*\"|'[^']*')$")
_OFF = ("html_block", "html_inline", "entity", "reference", "code", "lheading")


class PartKind(StrEnum):
    """What a part of the script is."""

    HEADING = "heading"
    SAID = "said"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One heading, one thing said, or one thing to be seen."""

    kind: PartKind
    row: int
    """Line number in the file, from 1."""
    text: str
    """Of a heading or line; the brief of a picture."""
    id: str | None = None
    """As written in ``{#id}``, not yet checked; None where there is none."""
    speaker: str | None = None
    picture: str = ""
    """As written, not yet checked."""


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable(_OFF)


def read_parts(text: str, path: str, first_row: int) -> Iterator[Part]:
    """The parts of a Markdown text in order; the text's first line is line ``first_row`` of its file.

    Raises:
        ManuscriptRefused: something that cannot be told, or a picture mark that is not closed.
    """
    heading_row = 0
    number = ""
    row = first_row
    for token in _markdown().parse(text):
        row = token.map[0] + first_row if token.map else row
        if token.type in ("fence", "code_block"):
            _refuse("A code block cannot be told.", path, row, "Write it as a paragraph, or delete it.")
        elif token.type == "heading_open":
            if token.level:
                _refuse("A heading stands inside a list or a quotation.", path, row, "Give it a line of its own.")
            heading_row = row
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "list_item_close" and number:
            yield Part(kind=PartKind.SAID, row=row, text=number)
            number = ""
        elif token.type == "inline" and heading_row:
            yield from _heading(token.content, path, heading_row)
            heading_row = 0
        elif token.type == "inline":
            yield from _paragraph(token.content, path, row, number)
            number = ""


def _refuse(what: str, path: str, row: int, remedy: str) -> NoReturn:
    raise ManuscriptRefused(what, path=path, line=row, remedy=remedy)


def _heading(content: str, path: str, row: int) -> Iterator[Part]:
    content, explicit = _take_id(content)
    rest, pictures = _take_pictures(content, path, row)
    yield Part(kind=PartKind.HEADING, row=row, text=_plain(rest, path, row), id=explicit)
    yield from pictures


def _paragraph(content: str, path: str, row: int, number: str) -> Iterator[Part]:
    for offset, piece in _by_speaker(content):
        yield from _said(piece, path, row + offset, number)
        number = ""


def _by_speaker(content: str) -> Iterator[tuple[int, str]]:
    """Pieces of a paragraph with their first row: a row that begins with ``**Name:**`` begins a new one."""
    rows = content.split("\n")
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or _SPEAKER.match(rows[i]):
            yield start, "\n".join(rows[start:i])
            start = i


def _said(content: str, path: str, row: int, number: str) -> Iterator[Part]:
    content, explicit = _take_id(content)
    rest, pictures = _take_pictures(content, path, row)
    yield from pictures
    found = _SPEAKER.match(rest)
    speaker = _plain(found.group(1), path, row) if found else None
    said = clean(f"{number} {_plain(rest[found.end() :] if found else rest, path, row)}")
    if said:
        yield Part(kind=PartKind.SAID, row=row, text=said, id=explicit, speaker=speaker)
    elif speaker is not None:
        _refuse(f"{speaker} says nothing.", path, row, "Write what is said behind the name, or delete the name.")
    elif explicit is not None:
        _refuse(
            f"The id {{#{explicit}}} has no text.",
            path,
            row,
            "Write it at the end of a paragraph or heading.",
        )


def _take_id(content: str) -> tuple[str, str | None]:
    found = _ID.search(content)
    return (content[: found.start()], found.group(1)) if found else (content, None)


def _take_pictures(content: str, path: str, row: int) -> tuple[str, list[Part]]:
    pictures: list[Part] = []
    for found in _PICTURE.finditer(content):
        at = row + content.count("\n", 0, found.start())
        target = _PICTURE_TITLE.sub("", (found.group("target") or "").strip()).strip()
        if target.startswith("<") and target.endswith(">"):
            target = target[1:-1].strip()
        brief = _plain(found.group("brief"), path, at)
        pictures.append(Part(kind=PartKind.SEEN, row=at, text=brief, picture=target))
    rest = _PICTURE.sub(" ", content)
    unclosed = re.search(r"(?<!\\)!\[", rest)
    if unclosed:
        at = row + rest.count("\n", 0, unclosed.start())
        _refuse("A picture mark `![` is not closed.", path, at, "Write `![what is to be seen](picture.jpg)`.")
    return rest, pictures


def _plain(content: str, path: str, row: int) -> str:
    """The text of inline Markdown."""
    if not content.strip():
        return ""
    return clean("".join(_texts(_markdown().parseInline(content.strip()), path, row)))


def _texts(tokens: list[Token], path: str, row: int) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            _refuse(
                "A picture stands where it cannot be understood.",
                path,
                row,
                "Give it a paragraph of its own.",
            )
        elif token.children is not None:
            yield from _texts(token.children, path, row)
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content
