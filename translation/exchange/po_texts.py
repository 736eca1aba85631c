"""The texts of any PO file as they stand there, each with the place of every character; nothing is written back.

Other than ``po_file``, it takes plural forms, contexts that several entries share, and damaged characters: it is for
who looks texts through, of whatever program they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from languages.errors import TranslationFileRefused
from translation.exchange.po_file import LIMIT_BYTES, check_header, check_rows
from translation.text_file import read_text

_ROW = re.compile(r'(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>\d)\])?\s*)?"(?P<raw>.*)"')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "b": "\b", "f": "\f", "\\": "\\", '"': '"'}
_ESCAPE = re.compile(r'\\([\\ntrvbf"])')


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What stands between two quotes."""

    row: int
    column: int
    """Of its first character, from 1."""
    raw: str

    @cached_property
    def escapes(self) -> list[int]:
        """Index of each character that is written in two, in the text that the piece stands for."""
        return [found.start() - i for i, found in enumerate(_ESCAPE.finditer(self.raw))]


@dataclass(frozen=True, kw_only=True)
class PoText:
    """One text: a ``msgstr``, or one of its plural forms."""

    context: str
    """Empty where the entry has none."""
    source: str
    text: str
    """Empty where nobody has written it."""
    form: str
    """``msgstr[1]`` for one of several; else empty."""
    pieces: tuple[Piece, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Row and column in the file, from 1, of a character of the text; of its end for larger offsets."""
        offset = min(offset, self._ends[-1])
        i = min(bisect_right(self._ends, offset), len(self.pieces) - 1)
        piece = self.pieces[i]
        within = offset - (self._ends[i - 1] if i else 0)
        return piece.row, piece.column + within + bisect_left(piece.escapes, within)

    @cached_property
    def _ends(self) -> list[int]:
        """Characters of the text up to the end of each piece."""
        return list(accumulate(len(p.raw) - len(p.escapes) for p in self.pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class PoTexts:
    """All texts of a file that are not obsolete, in its order."""

    header: dict[str, str]
    texts: tuple[PoText, ...]
    raw: str
    """The whole file."""


@dataclass(slots=True)
class _Entry:
    row: int
    parts: dict[str, list[Piece]] = field(default_factory=dict[str, list[Piece]])
    """By keyword: ``msgid``, ``msgstr[1]``."""

    @property
    def key(self) -> tuple[str, str]:
        return _joined(self.parts.get("msgctxt", [])), _joined(self.parts.get("msgid", []))


def read_po_texts(path: Path) -> PoTexts:
    """Every text of a PO file.

    Raises:
        TranslationFileRefused: no such file, not UTF-8, too big, a syntax error, the same entry twice.
    """
    raw = read_text(path, TranslationFileRefused, LIMIT_BYTES, noncharacters=True, controls=True)
    check_rows(raw, path)
    header: dict[str, str] = {}
    texts: list[PoText] = []
    seen: dict[tuple[str, str], int] = {}
    for entry in _entries(raw, path):
        if entry.key == ("", ""):
            said = _joined(entry.parts.get("msgstr", []))
            pairs = (line.partition(":") for line in said.splitlines())
            header = header or {key.strip(): value.strip() for key, _, value in pairs}
            continue
        if entry.key[0] and entry.key in seen:
            raise TranslationFileRefused(
                f"The text {entry.key[1][:60]!r} with the context {entry.key[0]!r} is there twice: here and in line "
                f"{seen[entry.key]}.",
                path=str(path),
                line=entry.row,
                expected="Each pair of msgctxt and msgid is there once; `msgfmt -c` shows such errors too.",
                remedy="Delete the one that is not wanted.",
            )
        seen[entry.key] = entry.row
        texts += _texts(entry)
    check_header(header, path)
    return PoTexts(header=header, texts=tuple(texts), raw=raw)


def _texts(entry: _Entry) -> Iterator[PoText]:
    context, source = entry.key
    plural = _joined(entry.parts.get("msgid_plural", []))
    for word, pieces in entry.parts.items():
        if word.startswith("msgstr"):
            form = word if plural else ""
            yield PoText(
                context=context,
                source=source if word in ("msgstr", "msgstr[0]") else plural,
                text=_joined(pieces),
                form=form,
                pieces=tuple(pieces),
            )


def _entries(raw: str, path: Path) -> Iterator[_Entry]:
    entry, word = _Entry(row=0), ""
    for number, row in enumerate(raw.split("\n"), 1):
        found = _ROW.fullmatch(row.strip()) if '"' in row and row.lstrip()[:1] != "#" else None
        if found is None:
            continue
        if found["word"]:
            word = found["word"] + (f"[{found['form']}]" if found["form"] else "")
            if word in ("msgctxt", "msgid") and (word in entry.parts or _is_written(entry)):
                yield from _whole(entry, path)
                entry = _Entry(row=0)
            entry.row = entry.row or number
            if word in entry.parts or (word.startswith("msgstr") and "msgid" not in entry.parts):
                raise _wrong(path, number)
            entry.parts[word] = []
        if not word:
            raise _wrong(path, number)
        column = len(row) - len(row.lstrip()) + found.start("raw") + 1
        entry.parts[word].append(Piece(row=number, column=column, raw=found["raw"]))
    if entry.parts:
        yield from _whole(entry, path)


def _is_written(entry: _Entry) -> bool:
    return any(word.startswith("msgstr") for word in entry.parts)


def _whole(entry: _Entry, path: Path) -> Iterator[_Entry]:
    if not _is_written(entry):
        raise _wrong(path, entry.row)
    yield entry


def _wrong(path: Path, row: int) -> TranslationFileRefused:
    return TranslationFileRefused(
        "This is not valid PO.",
        path=str(path),
        line=row,
        expected="Expected: msgctxt, msgid and msgstr, in this order, each followed by a text in quotes.",
        remedy="Correct the line; `msgfmt -c` shows such errors too.",
    )


def _joined(pieces: list[Piece]) -> str:
    text = "".join(p.raw for p in pieces)
    return _ESCAPE.sub(lambda m: _ESCAPES[m[1]], text) if "\\" in text else text
