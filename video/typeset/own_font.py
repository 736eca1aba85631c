"""A font that a user brings: which face of its file is meant, and whether it is as whole as Noto's are.

HarfBuzz and FreeType take tables that were overwritten without a word, and then letters are blank or lie on each other.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from unicodedata import category

from languages.errors import FontRefused
from video.typeset.face import Face, face_names, open_face
from video.typeset.font_check import check_sums

ADVANCES_EM = (0.05, 5.0)
"""Between these the letters of a font advance in the median: outside, its em or its advances are damaged. Of
357 fonts on one machine the narrowest has 0.33 (Noto Sans Indic Siyaq Numbers), the widest 2.33 (STIX Size Five)."""
LOOKED_AT = 200
"""Letters, at most."""


def own_face(path: Path) -> Face:
    """The face that ``file.ttf`` holds, or that ``file.ttc#2`` or ``file.ttc#Name`` means.

    Raises:
        FontRefused: it cannot be used, or it is a collection and nothing says which of its faces is meant.
    """
    said = str(path)
    file, _, wanted = (said, "", "") if path.exists() or "#" not in said else said.rpartition("#")
    names = face_names(Path(file))
    face = open_face(Path(file), _index(file, wanted, names))
    check_sums(file, face.bytes, face.index)
    _check_letters(face)
    face.typeface()
    return face


def _index(file: str, wanted: str, names: tuple[tuple[str, str], ...]) -> int:
    if wanted.isdecimal():
        return int(wanted)  # open_face says how many there are
    if not wanted and len(names) < 2:
        return 0
    meant = [i for i, both in enumerate(names) if wanted.casefold() in (name.casefold() for name in both)]
    if wanted and len(meant) == 1:
        return meant[0]
    several = f"It has {len(names)} faces: " + ", ".join(f"{i} {full}" for i, (_, full) in enumerate(names)) + "."
    what = several if not wanted else f"{'Several faces are' if meant else 'No face is'} called {wanted!r}. {several}"
    raise FontRefused(
        what,
        path=file,
        expected=f"One face, by number or name: {file}#0 or {file}#{names[0][1]}.",
        remedy="Name the face that was made for your language.",
    )


def _check_letters(face: Face) -> None:
    letters = [point for point in face.characters if category(chr(point))[0] == "L"]
    some = letters[:: max(1, len(letters) // LOOKED_AT)]
    if not some:
        return
    if all(face.blank(face.has_glyph(chr(point))) for point in some):
        raise FontRefused(
            "Its letters show nothing: their glyphs are empty.",
            path=face.path,
            expected="Letters with outlines.",
            remedy="Copy it again from where it came, or take another file.",
        )
    em = median(face.font.get_glyph_h_advance(face.has_glyph(chr(point))) for point in some) / face.upem
    if not ADVANCES_EM[0] <= em <= ADVANCES_EM[1]:
        raise FontRefused(
            f"Its letters advance {em:.3g} em in the median: its measures are damaged.",
            path=face.path,
            expected=f"Between {ADVANCES_EM[0]} and {ADVANCES_EM[1]:.0f} em.",
            remedy="Copy it again from where it came, or take another file.",
        )
