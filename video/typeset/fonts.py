"""The fonts of this machine: Noto's, found by the names of their files, and those that a user brings.

Only Noto's families of ``data/fonts.tsv`` are asked, beside the user's own: with them the same text looks the same
on every machine, and every gap has a package that fills it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from languages.unicode_scripts import written_with
from video.typeset.face import BOLD, REGULAR, Face, face_names, open_face
from video.typeset.font_table import EMOJI, FontRow, rows_for, symbol_rows
from video.typeset.own_font import own_face

ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a text is to be set in."""

    tag: str = "und"
    """BCP 47 tag of the language."""
    script: str = "unknown"
    """ISO 15924 code of the script that the language is written in."""
    bold: bool = False
    serif: bool = False
    plain: bool = False
    """Not in the font that the language prefers (``font_choices.tsv``): it lacks letters of the text."""

    def rows(self, script: str) -> tuple[FontRow, ...]:
        """Fonts of the table for a script, the one to ask first first.

        Those made for the language's script come first where that is written with this one (Han in a Japanese text as
        in Japan), then those made for this script.
        """
        tag = "" if self.plain else self.tag
        home = rows_for(self.script, tag, self.serif) if script in written_with(self.script) else ()
        return tuple(dict.fromkeys((*home, *rows_for(script, tag, self.serif))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Fonts that may be used; made by ``find_fonts``."""

    own: tuple[Face, ...] = ()
    """The user's own, which win for all characters that they have."""
    files: dict[str, str] = field(default_factory=dict[str, str])
    """Name of a Noto font's file without its ending → its path."""
    _kept: dict[tuple[str, Asked], tuple[Face, ...]] = field(default_factory=dict, repr=False, compare=False)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def faces(self, script: str, asked: Asked) -> tuple[Face, ...]:
        """Faces to draw a script with in a text of a language, the one to ask first first.

        The user's own come first, then those of ``Asked.rows``, then Latin and symbols.

        Raises:
            FontRefused: a font file of this machine is damaged.
        """
        key = (script, asked)
        found = self._kept.get(key)
        if found is None:
            with self._lock:
                found = self._kept[key] = self._find(script, asked)
        return found

    def _find(self, script: str, asked: Asked) -> tuple[Face, ...]:
        rows = [*asked.rows(script)]
        if script not in written_with(asked.script):
            rows += rows_for(asked.script, asked.tag, asked.serif)
        # Chinese fonts come last, for the wide punctuation that others write with too (Yi).
        rows += [*rows_for("Latn", asked.tag, asked.serif), *symbol_rows(), *rows_for("Hani", "", asked.serif)[:1]]
        weight = BOLD if asked.bold else REGULAR
        faces = [
            *(face.weighing(weight) for face in self.own),
            *(face for row in rows if (face := self._face(row, asked.bold))),
        ]
        return tuple(dict.fromkeys(faces))

    def emoji(self) -> Face | None:
        """The face that has emoji in colour, or None."""
        row = next(row for row in symbol_rows() if row.family == EMOJI)
        return self._face(row, False)

    def has(self, row: FontRow) -> bool:
        """Whether the file of a row of the table is here."""
        return bool(self._path(row, False))

    def _path(self, row: FontRow, bold: bool) -> str:
        names = [f"{row.file}-Bold"] if bold else []
        # Names end in axes where one file has all weights, as foundries and newer packages ship them.
        names += [f"{row.file}-Regular", row.file, f"{row.file}[wght]", f"{row.file}[wdth,wght]"]
        return next((self.files[name] for name in names if name in self.files), "")

    def _face(self, row: FontRow, bold: bool) -> Face | None:
        path = self._path(row, bold)
        if not path:
            return None
        index = 0
        if row.face:
            names = [family for family, _ in face_names(Path(path))]
            if row.face not in names:
                return None
            index = names.index(row.face)
        face = open_face(Path(path), index)
        return face.weighing(BOLD) if bold else face


def font_folders() -> tuple[Path, ...]:
    """Folders in which fonts lie on this machine, the user's own first.

    Source: the folders of fontconfig's own configuration, /etc/fonts/fonts.conf.
    """
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    folders = [Path(data) / "fonts", home / ".fonts", *(Path(folder) / "fonts" for folder in shared if folder)]
    if sys.platform == "darwin":
        folders += [home / "Library" / "Fonts", Path("/Library/Fonts")]
    return tuple(folders)


def find_fonts(own: tuple[Path, ...] = (), folders: tuple[Path, ...] | None = None) -> Fonts:
    """The fonts of this machine; a font that is installed later is found by asking again.

    ``own`` are a user's own files; ``file.ttc#2`` or ``file.ttc#Name`` is a face of a collection.

    Raises:
        FontRefused: one of the user's own fonts cannot be used.
    """
    files: dict[str, str] = {}
    for folder in font_folders() if folders is None else folders:
        for place, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                stem, ending = os.path.splitext(name)
                if stem.startswith("Noto") and ending.lower() in ENDINGS:
                    files.setdefault(stem, os.path.join(place, name))
    return Fonts(own=tuple(own_face(path) for path in own), files=files)
