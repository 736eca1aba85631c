"""A paragraph in runs and glyphs, before it has a size or rows: what a text is in a language and its fonts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from languages.language import Language
from video.typeset.bidi import base_direction
from video.typeset.face import Face
from video.typeset.fonts import Asked, Fonts
from video.typeset.preferred import settled
from video.typeset.problems import Problem, ProblemKind
from video.typeset.runs import Run, itemise
from video.typeset.shape import Shaped, shape
from video.typeset.tidy import Tidy

SOFT_HYPHEN = "\u00ad"
HYPHENS = "\u2010-"
"""What it shows at the end of a row: the first of them that the font has."""
KANA = frozenset(("Hira", "Hrkt", "Kana"))
"""Languages written with these write Han as in Japan, if any. Source: ISO 15924, Jpan is Han, Hiragana and Katakana."""
BOLD_FROM = 600
"""Weights from here on look bold beside a regular one. Source: OpenType specification 1.9.1, «OS/2», usWeightClass:
600 is semi-bold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """What stands between two forced ends of rows."""

    text: str
    tag: str
    """BCP 47 tag of its language."""
    start: int
    """Index of its first character in the tidy text."""
    base: str
    """``ltr`` or ``rtl``."""
    runs: tuple[Run, ...]
    """In the order of reading."""
    shaped: tuple[Shaped, ...]
    """The glyphs of each run."""
    clusters: tuple[int, ...]
    """Where each grapheme cluster begins."""
    missing: tuple[tuple[int, int, str], ...]
    problems: tuple[Problem, ...]
    ems: tuple[float, ...]
    """How far all characters before each one, and at last all of them, advance together, in em."""
    hyphens: dict[int, float]
    """Where a row ends after a soft hyphen → how far what it shows there advances, in em."""

    def cluster(self, index: int) -> tuple[int, int]:
        """(start, end) of the grapheme cluster that a character is in."""
        n = bisect_right(self.clusters, index)
        return self.clusters[n - 1], self.clusters[n] if n < len(self.clusters) else len(self.text)


def asked_for(language: Language, bold: bool = False, serif: bool = False) -> Asked:
    """What fonts are asked for a language."""
    script = "Jpan" if language.script in KANA else language.script
    return Asked(tag=language.tag, script=script, bold=bold, serif=serif)


def paragraphs(clean: Tidy, language: Language, asked: Asked, fonts: Fonts) -> tuple[Paragraph, ...]:
    """The paragraphs of a tidy text, an empty one for an empty row.

    Raises:
        FontRefused: a font file of this machine is damaged, or none is there at all.
        MissingProgram: FriBidi is not installed.
    """
    made: list[Paragraph] = []
    asked, unlike = settled(clean.text, asked, fonts)
    start = 0
    told: set[Face] = set()
    for text in clean.text.split("\n"):
        base = base_direction(text, language.direction)
        itemised = itemise(text, base, asked, fonts)
        shaped = tuple(shape(text, run, language.tag) for run in itemised.runs)
        regular = _regular(text, itemised.runs, told) if asked.bold else ()
        made.append(
            Paragraph(
                text=text,
                tag=language.tag,
                start=start,
                base=base,
                runs=itemised.runs,
                shaped=shaped,
                clusters=itemised.clusters,
                missing=itemised.missing,
                problems=(*itemised.problems, *regular, *_within(unlike, start, len(text))),
                ems=_ems(len(text), shaped),
                hyphens=_hyphens(text, itemised.runs) if SOFT_HYPHEN in text else {},
            )
        )
        start += len(text) + 1
    return tuple(made)


def _within(problem: Problem | None, start: int, length: int) -> tuple[Problem, ...]:
    """A problem of the whole text as one of the paragraph that it is in."""
    if problem is None or not start <= problem.start < start + length:
        return ()
    return (replace(problem, start=problem.start - start, end=problem.end - start),)


def shown_hyphen(face: Face) -> str:
    """What a soft hyphen shows at the end of a row."""
    return next((hyphen for hyphen in HYPHENS if face.has_glyph(hyphen)), SOFT_HYPHEN)


def _hyphens(text: str, runs: tuple[Run, ...]) -> dict[int, float]:
    found: dict[int, float] = {}
    for run in runs:
        glyph = run.face.has_glyph(shown_hyphen(run.face))
        for i in range(run.start, run.end):
            if text[i] == SOFT_HYPHEN:
                found[i + 1] = run.face.font.get_glyph_h_advance(glyph) / run.face.upem
    return found


def _regular(text: str, runs: tuple[Run, ...], told: set[Face]) -> tuple[Problem, ...]:
    """What has letters that are not bold; each font is told once."""
    found: list[Problem] = []
    for run in runs:
        letters = run.face.weight < BOLD_FROM and any(c.isalpha() for c in text[run.start : run.end])
        if letters and run.face not in told:
            told.add(run.face)
            what = f"No bold of {run.face.family} is here: it is drawn as it is."
            found.append(Problem(kind=ProblemKind.NOT_BOLD, start=run.start, end=run.end, text=what))
    return tuple(found)


def _ems(count: int, shaped: tuple[Shaped, ...]) -> tuple[float, ...]:
    each = [0.0] * count
    for run in shaped:
        em = 1 / run.face.upem
        for cluster, advance in zip(run.clusters, run.advances, strict=True):
            each[cluster] += advance * em
    sums = [0.0]
    for em in each:
        sums.append(sums[-1] + em)
    return tuple(sums)
