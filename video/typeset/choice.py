"""Which face draws each cluster of a stretch: one for all of it, else for each word, at last for each cluster."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from languages.errors import FontRefused
from languages.unicode_scripts import COMMON, script_of
from video.typeset.face import Face
from video.typeset.fonts import Asked, Fonts
from video.typeset.problems import Problem, ProblemKind, names_of

IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Code points that are not seen where a font lacks them (Default_Ignorable_Code_Point).
Source: Unicode 14, DerivedCoreProperties.txt, as Perl 5.36 carries it."""
IGNORABLE_STARTS = [first for first, _ in IGNORABLE]

EMOJI_STYLE = "\ufe0f"
"""Asks for a character as emoji. Source: Unicode Technical Standard 51, section 1.4.4."""
PICTOGRAPHS = 0x1F000
"""From here on symbols are pictures, which emoji fonts have in colour."""


def faces_of(pieces: list[str], script: str, asked: Asked, fonts: Fonts) -> list[tuple[Face, bool]]:
    """A face for each cluster, and whether it lacks the cluster all the same.

    One face for the whole stretch where the first one has all of it; otherwise one for each word; clusters get
    different ones only in a word that no face has all of.
    """
    candidates = fonts.faces(script, asked)
    if not candidates:
        raise _no_fonts()
    if all(has(candidates[0], piece) for piece in pieces):
        return [(candidates[0], False)] * len(pieces)
    # What all scripts use is never taken from another style of this script before Latin: brackets in an Arabic text
    # are not those of Nastaliq.
    general = tuple(dict.fromkeys((candidates[0], *fonts.faces("Latn", asked), *candidates)))
    emoji = fonts.emoji()
    chosen: list[tuple[Face, bool]] = []
    a = 0
    while a < len(pieces):
        b = a
        while b < len(pieces) and not pieces[b].isspace():
            b += 1
        while b < len(pieces) and pieces[b].isspace():
            b += 1
        letters = [piece for piece in pieces[a:b] if script_of(piece[0]) != COMMON]
        whole = next((face for face in candidates if all(has(face, piece) for piece in letters)), None)
        for piece in pieces[a:b]:
            order = general if script_of(piece[0]) == COMMON else candidates
            if is_emoji(piece):
                order = (emoji, *order) if emoji else order
            elif whole:
                order = (whole, *order)
            face = next((face for face in order if has(face, piece)), None)
            chosen.append((face or candidates[0], face is None))
        a = b
    return chosen


def _no_fonts() -> FontRefused:
    return FontRefused(
        "No font of Noto is on this machine.",
        expected="Noto's fonts, or a font of your own.",
        remedy="Install them: `apt-get install fonts-noto-core`.",
    )


def is_emoji(piece: str) -> bool:
    """Whether a cluster asks to be drawn as emoji."""
    return EMOJI_STYLE in piece or (ord(piece[0]) >= PICTOGRAPHS and script_of(piece[0]) == COMMON)


def ignorable(point: int) -> bool:
    """Whether a code point is not seen where a font lacks it."""
    n = bisect_right(IGNORABLE_STARTS, point) - 1
    return n >= 0 and point <= IGNORABLE[n][1]


def has(face: Face, cluster: str) -> bool:
    """Whether a face has all of a cluster: as it is written, or composed or decomposed, as the shaper will try."""
    characters = face.characters
    if all(ord(c) in characters for c in cluster):
        return True
    return any(
        all(ord(c) in characters or ignorable(ord(c)) or c.isspace() for c in form)
        for form in (cluster, unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster))
    )


def lacking(face: Face, cluster: str) -> str:
    """What of a cluster a face does not have; all of it where it has each character alone."""
    return "".join(c for c in cluster if not has(face, c)) or cluster


def two_fonts(pieces: list[str], faces: list[Face], start: int) -> list[Problem]:
    """Words whose letters come from two fonts: between them nothing joins."""
    found: list[Problem] = []
    at = start
    for i in range(1, len(pieces)):
        at += len(pieces[i - 1])
        letters = all(unicodedata.category(piece[0])[0] in "LM" for piece in pieces[i - 1 : i + 1])
        if letters and faces[i] is not faces[i - 1]:
            text = (
                f"No font has all letters of a word: {names_of(pieces[i - 1])} is drawn with {faces[i - 1].family}, "
                f"{names_of(pieces[i])} with {faces[i].family}. A font of your own that has both makes them one."
            )
            found.append(Problem(kind=ProblemKind.TWO_FONTS, start=at, end=at + len(pieces[i]), text=text))
    return found
