"""Text files of people: read whole and checked, written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from pathlib import Path

from languages.bidi_controls import CONTROLS
from languages.composition import MOST_MARKS, find_pile
from languages.errors import DiskFull, InputRefused, ResourceError
from languages.owners import part_beside

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_CHARACTER = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef" + "".join(chr(plane << 16 | p) for plane in range(17) for p in (0xFFFE, 0xFFFF)) + "]"
)
BREAKS = "\v\f"
"""Characters that end a line of a script: Word's line break and pdftotext's end of a page.

Source: Unicode Standard 17, section 5.8.
"""
SPACES = " \t\r\n\u2028\u2029"
"""Characters of which a run becomes one space in a line."""
_SPACES = re.compile(f"[{SPACES}]+")

# The first bytes of files that are often taken for text.
_NOT_TEXT = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"{\\rtf", "a document of a word processor (RTF)"),
)


def clean(text: str) -> str:
    """One line in NFC: line ends, tabs and runs of spaces become one space; other kinds of space stay."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def find_control(text: str) -> tuple[str, int] | None:
    """The first control character as ``U+0007`` and its line from 1; None where there is none."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    return f"U+{ord(found.group()):04X}", text.count("\n", 0, found.start()) + 1


def find_no_character(text: str) -> tuple[str, int] | None:
    """The first half of a surrogate pair or noncharacter as ``U+FDD0`` and its line from 1; None where there is none.

    Source: Unicode Standard 17, sections 23.6 and 23.7.
    """
    found = _NO_CHARACTER.search(text)
    if found is None:
        return None
    return f"U+{ord(found.group()):04X}", text.count("\n", 0, found.start()) + 1


def blanked(text: str) -> str:
    """The same with a space for each control character and noncharacter."""
    return _NO_CHARACTER.sub(" ", _CONTROL.sub(" ", text))


def has_bidi_override(text: str) -> bool:
    """True where a text holds a character that turns the reading direction around."""
    return not CONTROLS.isdisjoint(text)


def read_text(
    path: Path,
    refused: type[InputRefused],
    limit_bytes: int,
    *,
    noncharacters: bool = False,
    controls: bool = False,
    breaks: str = "",
) -> str:
    """The text of a UTF-8 file (or UTF-16 with a byte order mark), lines ended by ``\\n``, no mark.

    ``noncharacters`` lets these pass: for files that Vernacast wrote before it refused them. ``controls`` does so with
    control characters, for who looks for them. ``breaks`` are further characters that end a line.

    Raises:
        InputRefused (as ``refused``): there is no such file, or it is too big, not text, or has control
            characters, noncharacters or piles of marks; with path, line and column where they are known.
    """
    content = _read_bytes(path, refused, limit_bytes)
    text = _decode(content, path, refused).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(f"[{breaks}]", "\n", text) if breaks else text
    control = None if controls else find_control(text)
    if control is not None:
        raise refused(
            f"The control character {control[0]} stands in the text.",
            path=str(path),
            line=control[1],
            expected="Of control characters, only tabs and line ends are allowed.",
            remedy="Delete it; retyping the line is the surest way.",
        )
    no_character = None if noncharacters else find_no_character(text)
    if no_character is not None:
        raise refused(
            f"{no_character[0]} stands in the text: it is never a character.",
            path=str(path),
            line=no_character[1],
            expected="Unicode keeps it for programs; a text that has it was damaged on its way.",
            remedy="Delete it, and enter that place again.",
        )
    pile = find_pile(text)
    if pile is not None:
        raise refused(
            f"More than {MOST_MARKS} combining marks are piled up on one letter.",
            path=str(path),
            line=text.count("\n", 0, pile) + 1,
            expected="No language writes so many.",
            remedy="Delete them.",
        )
    return text


def _read_bytes(path: Path, refused: type[InputRefused], limit_bytes: int) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            kind = "a folder" if stat.S_ISDIR(about.st_mode) else "not an ordinary file"
            raise refused(
                f"This is {kind}.",
                path=str(path),
                expected="A text file was expected.",
                remedy="Name the file.",
            )
        with path.open("rb") as file:
            content = file.read(limit_bytes + 1)
    except FileNotFoundError as error:
        raise refused("There is no such file.", path=str(path), remedy="Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise refused(
            f"The file cannot be read: {reason}.",
            path=str(path),
            remedy="Check the name and its permissions.",
        ) from error
    if len(content) > limit_bytes:
        raise refused(
            f"The file has {max(about.st_size, len(content)) / 1e6:.1f} MB.",
            path=str(path),
            expected=f"The limit is {limit_bytes / 1e6:g} MB.",
            remedy="Split it into parts.",
        )
    return content


def _decode(content: bytes, path: Path, refused: type[InputRefused]) -> str:
    save = "Save it as plain text in UTF-8 (in most editors: “Save as…”, then choose the encoding)."
    for start, kind in _NOT_TEXT:
        if content.startswith(start):
            raise refused(f"This is {kind}.", path=str(path), expected="Plain text was expected.", remedy=save)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise refused(
                f"The file begins as UTF-16, but byte {error.start + 1} does not fit.",
                path=str(path),
                remedy=save,
            ) from error
    if b"\x00" in content:
        line = content.count(b"\n", 0, content.index(b"\x00")) + 1
        raise refused(
            "This is not text: it has a NUL byte.",
            path=str(path),
            line=line,
            expected="Plain text was expected.",
            remedy=save,
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        last = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
        lines = re.findall(rb"\r\n|\r|\n", before)
        column = len(last.decode("utf-8-sig", errors="replace")) + 1
        raise refused(
            f"Not UTF-8: byte 0x{error.object[error.start]:02X} at column {column}.",
            path=str(path),
            line=len(lines) + 1,
            expected="Text in UTF-8 was expected.",
            remedy=save,
        ) from error


def write_text(path: Path, text: str) -> None:
    """Writes a text file by way of a temporary one beside it: fsync, rename, fsync of the folder.

    Through a symbolic link, what it points to is written; the permissions of an existing file stay.

    Raises:
        DiskFull, ResourceError: it cannot be written; what was there before is untouched.
    """
    temporary: Path | None = None
    try:
        target = path.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        temporary = part_beside(target)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        temporary = None
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise _refuse(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _refuse(error: OSError, path: Path) -> ResourceError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"No space is left to write {path}.",
            remedy="Make room and run the same command again: what was finished is kept.",
        )
    return ResourceError(
        f"{path} cannot be written: {error.strerror or error}.",
        remedy="Check the folder and its permissions, then run the same command again.",
    )
