"""Where a script's own pictures, and a cast that it shares, may lie: inside the script's folder, nowhere else."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from languages.errors import ManuscriptRefused

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


PICTURE, CAST_FILE = "picture", "cast"
_LIKE = {PICTURE: "pictures/storm.jpg", CAST_FILE: "family.yaml"}


def check_picture(written: str, folder: Path, path: str, row: int) -> str:
    """The picture's path relative to the script's folder (resolved); that it is a file is checked, no more.

    Raises:
        ManuscriptRefused: as ``check_beside``.
    """
    return check_beside(written, folder, path, row, what=PICTURE)


def check_beside(written: str, folder: Path, path: str, row: int, *, what: str) -> str:
    """The path of a ``picture`` or ``cast`` relative to the script's folder (resolved); that it is a file is checked.

    Raises:
        ManuscriptRefused: an address, an absolute path, a path out of the folder (symbolic links
            followed), or no such file.
    """

    def refused(told: str, expected: str = "") -> ManuscriptRefused:
        return ManuscriptRefused(
            told,
            path=path,
            line=row,
            expected=f"{expected} A {what} lies in the script's folder or below it.".strip(),
            remedy=f"Copy it there and write its path from there, like `{_LIKE[what]}`.",
        )

    if _ADDRESS.match(written):
        raise refused(f"The {what} {written!r} is an address.", "Nothing is fetched.")
    said = (written, unquote(written))
    # Some systems name files by letters with marks apart (é as e + U+0301), whatever the script has.
    candidates = dict.fromkeys((*said, *(unicodedata.normalize(form, s) for form in ("NFC", "NFD") for s in said)))
    for candidate in candidates:
        if "\x00" in candidate or PurePosixPath(candidate).is_absolute() or candidate.startswith(("~", "\\")):
            raise refused(f"The {what} {written!r} is not beside the script.")
        plain = os.path.normpath(candidate)
        try:
            real = (folder / candidate).resolve()
        except (OSError, RuntimeError):
            real = folder / plain
        if plain.startswith("..") or not real.is_relative_to(folder):
            raise refused(f"The {what} {written!r} leads out of the script's folder.")
        if real.is_file():
            return plain
    raise refused(f"There is no {what} {written!r}.")
