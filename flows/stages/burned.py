"""A second film of an edition, with its captions drawn into the picture (``--burn-captions``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flows.keys import Part
from languages.errors import FontRefused, MissingProgram, TextUndrawable
from languages.language import Language
from translation.translated import Finding, FindingKind, Translated
from video.caption_place import DrawnCue, Seen, drawn_cues
from video.caption_styles import CaptionStyle
from video.shot import Frame
from video.timeline import Cue
from video.typeset.fonts import find_fonts
from video.typeset.gate import missing_glyphs
from video.typeset.versions import typesetting_versions

VERSION = "2"
"""Bumped when captions stand or look otherwise on an equal picture."""
BURNED = "burned"
"""Variant of the work of an edition whose captions are drawn, too."""
NO_FONTS = (FontRefused, MissingProgram)
UNDRAWN = "Its captions cannot be drawn into the picture"
"""What is told of an edition; it stops no other, nor its film with soft captions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burned:
    """Captions that are set, and not yet painted."""

    cues: tuple[DrawnCue, ...]
    versions: tuple[tuple[str, str], ...]
    """Of the libraries and the fonts that they are set with."""
    style: CaptionStyle

    @property
    def key(self) -> dict[str, Part]:
        """What of them can change the film."""
        return {"version": VERSION, "style": self.style.value, "versions": [list(pair) for pair in self.versions]}

    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """(line, what its reader should know of how a caption is drawn)."""
        return tuple(
            (one.cue.line, Finding(kind=FindingKind.CAPTION, text=f"Drawn into the picture: {problem.text}"))
            for one in self.cues
            for problem in one.block.problems
        )


def set_captions(
    cues: tuple[Cue, ...], language: Language, frame: Frame, seen: tuple[Seen, ...], style: CaptionStyle
) -> tuple[Burned | None, str]:
    """(all captions of an edition, set with the fonts of this machine; or None, and why they cannot be drawn)."""
    try:
        drawn = drawn_cues(cues, language, find_fonts(), frame, seen)
    except (TextUndrawable, *NO_FONTS) as error:
        return None, f"{UNDRAWN}: {error}"
    versions = {pair for one in drawn for pair in typesetting_versions(one.block)}
    return Burned(cues=drawn, versions=tuple(sorted(versions)), style=style), ""


def undrawable(lines: Iterable[Translated], language: Language) -> str:
    """Why captions of the texts that are there already could not be drawn on this machine; empty where they can."""
    try:
        fonts = find_fonts()
        problems = ((n.line, p) for n in lines if n.text for p in missing_glyphs(n.text, language, fonts) if p.stops)
        line, problem = next(problems, ("", None))
    except NO_FONTS as error:
        return f"{UNDRAWN}: {error}"
    return f"{UNDRAWN} ({line}): {problem.text}" if problem else ""
