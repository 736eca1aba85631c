"""PO files as ``polib`` reads and writes them, with what it lets pass refused and what it drops kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from languages.errors import AmbiguousLanguage, TranslationFileRefused, UnknownLanguage
from translation.text_file import find_control, read_text, write_text

LIMIT_BYTES = 5_000_000

_STRING = r'"(?:[^"\\]|\\.)*"'
_ROW = re.compile(
    rf"(?:#~ ?)?(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?{_STRING}"
    rf"|\#~?\|\s*(?:(?:msgctxt|msgid|msgid_plural)\s+)?{_STRING}"
    r"|\#(?!~|\|).*"
)
_CHARSET = re.compile(r"charset=([\w:.-]+)", re.IGNORECASE)

HOW_TO = """\
How to use this file, with any PO editor or text editor:
write or correct the text behind msgstr; leave msgctxt and msgid as they are.
Whatever you write is kept and is never replaced by a machine.
A line "#. vernacast: engine=..." marks a machine's draft; it stops counting
as one as soon as the text is changed. To approve a text as it stands, write
a line "# approved" above it. Texts marked fuzzy with an old msgid ("#| msgid")
belong to a line that was changed since: correct them, or approve them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A PO file in memory, and its text as it would be written unchanged."""

    path: Path
    content: polib.POFile
    before: str
    """Empty where there was no file."""
    tail: str = ""
    """Comments behind the last entry."""


def read_po_file(path: Path, language: str) -> PoFile:
    """The file, or a new one for the language (canonical tag) where there is none.

    Raises:
        TranslationFileRefused: not UTF-8, too big, a syntax error, doubled entries, another language.
    """
    if not path.exists():
        return PoFile(path=path, content=_new(language), before="")
    text = read_text(path, TranslationFileRefused, LIMIT_BYTES)
    # Python counts these two as line ends where PO does not.
    text = text.replace("\u2028", " ").replace("\u2029", " ")
    check_rows(text, path)
    has_header = re.search(r'^msgid\s+""[ \t]*\n(?=\s*msgstr)', text, re.MULTILINE) is not None
    text = text if has_header else f'msgid ""\nmsgstr ""\n\n{text}'
    try:
        content = polib.pofile(text, encoding="utf-8", wrapwidth=0)
    except OSError as error:
        row = re.search(r"line (\d+)", str(error))
        raise TranslationFileRefused(
            "This is not valid PO.",
            path=str(path),
            line=int(row.group(1)) - (0 if has_header else 3) if row else None,
            expected="Expected: msgctxt, msgid and msgstr, in this order, each followed by a text in quotes.",
            remedy="Correct the line; `msgfmt -c` shows such errors too.",
        ) from error
    check_header(content.metadata, path, language)
    _check_entries(content, path, 0 if has_header else 3)
    tail = _tail(text)
    return PoFile(path=path, content=content, before=_written(content, tail), tail=tail)


def write_po_file(file: PoFile) -> bool:
    """Writes the file where it would say something else than before; True where it was written.

    Raises:
        DiskFull, ResourceError: it cannot be written; what was there before is untouched.
    """
    text = _written(file.content, file.tail)
    if text == file.before:
        return False
    write_text(file.path, text)
    return True


def _written(content: polib.POFile, tail: str) -> str:
    return str(content) + (f"\n{tail}\n" if tail else "")


def _new(language: str) -> polib.POFile:
    content = polib.POFile(wrapwidth=0)
    content.header = HOW_TO
    content.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "Vernacast",
    }
    return content


def _tail(text: str) -> str:
    """Comment lines at the end of the file, which belong to no entry."""
    rows = text.rstrip().split("\n")
    last = next((i for i in range(len(rows) - 1, -1, -1) if not re.match(r"\s*(#(?!~)|$)", rows[i])), -1)
    return "\n".join(rows[last + 1 :]).strip("\n")


def check_rows(text: str, path: Path) -> None:
    """Refuses a file with a row that is neither a comment nor a text in quotes."""
    for number, row in enumerate(text.split("\n"), 1):
        if row.strip() and not _ROW.fullmatch(row.strip()):
            raise TranslationFileRefused(
                f"This is not valid PO: {row.strip()[:60]!r}.",
                path=str(path),
                line=number,
                expected='Expected a comment, or a text in quotes with `"` inside written as `\\"`.',
                remedy="Correct the line; `msgfmt -c` shows such errors too.",
            )


def check_header(header: Mapping[str, str], path: Path, language: str = "") -> None:
    """Refuses a file whose header says another encoding than UTF-8, or another language than it should be in."""
    charset = _CHARSET.search(header.get("Content-Type", ""))
    if charset and charset.group(1).upper() not in ("UTF-8", "UTF8", "CHARSET", "ASCII", "US-ASCII"):
        raise TranslationFileRefused(
            f"The header says charset={charset.group(1)}.",
            path=str(path),
            expected="A PO file here is in UTF-8.",
            remedy="Convert it: `msgconv -t UTF-8`.",
        )
    said = header.get("Language", "").strip()
    if said and language and not _is_same(said, language):
        raise TranslationFileRefused(
            f"The header says that the language is {said!r}.",
            path=str(path),
            expected=f"It should be {language!r}, by the file's name or as you said.",
            remedy="Correct `Language:` in the header, or rename the file.",
        )


def _is_same(said: str, language: str) -> bool:
    """True where a header's language can mean this one; ``ca_ES`` and ``ca@valencia`` can mean ``ca``.

    What names no language (``LL`` of templates) says nothing against it.
    """
    from languages.registry import get_language

    base = re.split(r"[_@.]", said)[0]
    tags: set[str] = set()
    for text in (said.replace("_", "-"), base):
        try:
            tags.add(get_language(text).tag)
        except AmbiguousLanguage:
            tags.add(base)
        except UnknownLanguage:
            continue
    wanted = language.partition("-")[0].casefold()
    return not tags or wanted in {t.partition("-")[0].casefold() for t in tags}


def _check_entries(content: polib.POFile, path: Path, offset: int) -> None:
    seen: dict[str, int] = {}
    for entry in content:
        row = (entry.linenum or 0) - offset
        context = entry.msgctxt
        if entry.obsolete or not context:
            continue
        if context in seen:
            raise TranslationFileRefused(
                f"The line {context!r} is there twice: here and in line {seen[context]}.",
                path=str(path),
                line=row,
                expected="Each msgctxt stands for one line of the script.",
                remedy="Delete one of them.",
            )
        seen[context] = row
        control = find_control(entry.msgstr.replace("\n", " "))
        if control is not None:
            raise TranslationFileRefused(
                f"The text of {context!r} has the control character {control[0]}.",
                path=str(path),
                line=row,
                remedy="Delete it.",
            )
        if entry.msgid_plural:
            raise TranslationFileRefused(
                f"The line {context!r} has plural forms.",
                path=str(path),
                line=row,
                expected="A line of a script has one text.",
                remedy="Delete msgid_plural, and keep one msgstr.",
            )
