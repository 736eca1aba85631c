"""A second film of an edition, with its captions drawn into the picture (``--burn-captions``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flows.keys import Part
from languages.language import Language
from translation.translated import State, Translated
from video.burn import DrawnCue, burn, drawn_cues
from video.shot import Frame
from video.timeline import Cue
from video.typeset.fonts import find_fonts
from video.typeset.gate import missing_glyphs
from video.typeset.versions import typesetting_versions

VERSION = "1"
"""Bumped when captions stand or look otherwise on an equal picture."""
ENDING = "captioned.mp4"
BURNED = "burned"
"""Variant of the work of an edition whose captions are drawn, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burned:
    """Captions that are set, and not yet painted."""

    cues: tuple[DrawnCue, ...]
    key: dict[str, Part]
    """What of them can change the film."""


def set_captions(cues: tuple[Cue, ...], language: Language, frame: Frame) -> Burned:
    """Sets all captions of an edition with the fonts of this machine.

    Raises:
        TextUndrawable: a character is in no font; it says which, and which package has it.
        FontRefused, MissingProgram: as ``video.typeset.layout.typeset``.
    """
    drawn = drawn_cues(cues, language, find_fonts(), frame)
    versions = sorted({pair for one in drawn for pair in typesetting_versions(one.block)})
    return Burned(cues=drawn, key={"version": VERSION, "versions": [list(pair) for pair in versions]})


def draw_captions(burned: Burned, picture: Path, frame: Frame, path: Path) -> None:
    """Writes the picture track with its captions on it. Raises FontRefused."""
    burn(picture, burned.cues, frame, path)


def undrawable(lines: tuple[Translated, ...], language: Language) -> str:
    """Why captions of the texts that are there already could not be drawn on this machine; empty where they can."""
    fonts = find_fonts()
    for line in lines:
        for problem in missing_glyphs(line.text, language, fonts) if line.state is not State.FAILED else ():
            if problem.stops:
                return f"Its captions cannot be drawn into the picture, and it would fail ({line.line}): {problem.text}"
    return ""
