"""Where a script's own pictures may lie: inside the script's folder, nowhere else."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from languages.errors import ManuscriptRefused

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def check_picture(written: str, folder: Path, path: str, row: int) -> str:
    """The picture's path relative to the script's folder (resolved); that it is a file is checked, no more.

    Raises:
        ManuscriptRefused: an address, an absolute path, a path out of the folder (symbolic links
            followed), or no such file.
    """
    if _ADDRESS.match(written):
        raise _refuse(f"The picture {written!r} is an address.", path, row, "Nothing is fetched.")
    said = (written, unquote(written))
    # Some systems name files by letters with marks apart (é as e + U+0301), whatever the script has.
    candidates = dict.fromkeys((*said, *(unicodedata.normalize(form, s) for form in ("NFC", "NFD") for s in said)))
    for candidate in candidates:
        if "\x00" in candidate or PurePosixPath(candidate).is_absolute() or candidate.startswith(("~", "\\")):
            raise _refuse(f"The picture {written!r} is not beside the script.", path, row)
        plain = os.path.normpath(candidate)
        try:
            real = (folder / candidate).resolve()
        except (OSError, RuntimeError):
            real = folder / plain
        if plain.startswith("..") or not real.is_relative_to(folder):
            raise _refuse(f"The picture {written!r} leads out of the script's folder.", path, row)
        if real.is_file():
            return plain
    raise _refuse(f"There is no picture {written!r}.", path, row)


def _refuse(what: str, path: str, row: int, expected: str = "") -> ManuscriptRefused:
    return ManuscriptRefused(
        what,
        path=path,
        line=row,
        expected=f"{expected} A picture lies in the script's folder or below it.".strip(),
        remedy="Copy it there and write its path from there, like `pictures/storm.jpg`.",
    )
