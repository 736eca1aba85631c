"""Runs become glyphs: what HarfBuzz makes of a stretch of text in one font, script, direction and language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from video.typeset.choice import ignorable
from video.typeset.face import Face
from video.typeset.runs import Run

CONTEXT = 5
"""Characters before and after a run that HarfBuzz looks at, for letters that join. Source: HB_BUFFER_CONTEXT_LENGTH,
https://github.com/harfbuzz/harfbuzz, src/hb-buffer.hh"""

DOTTED_CIRCLE = "\u25cc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """The glyphs of a run from left to right, in font units, y upwards."""

    face: Face
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    """For each glyph the index of the first character that it stands for."""
    advances: tuple[int, ...]
    xs: tuple[int, ...]
    ys: tuple[int, ...]
    """Where each glyph's origin is, from the run's left end on the baseline."""
    width: int


def shape(text: str, run: Run, tag: str, around: tuple[int, int] | None = None) -> Shaped:
    """The glyphs of one run; ``tag`` is its language.

    Letters join across runs, within the part of the text that ``around`` gives; None: within all of it.
    """
    import uharfbuzz as hb

    first, last = around or (0, len(text))
    low, high = max(first, run.start - CONTEXT), min(last, run.end + CONTEXT)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_codepoints([ord(c) for c in text[low:high]], run.start - low, run.end - run.start)
    flags = hb.BufferFlags.DEFAULT
    if run.start == first:
        flags |= hb.BufferFlags.BOT
    if run.end == last:
        flags |= hb.BufferFlags.EOT
    buffer.flags = flags
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    buffer.language = tag
    hb.shape(run.face.font, buffer)
    glyphs: list[int] = []
    clusters: list[int] = []
    advances: list[int] = []
    xs: list[int] = []
    ys: list[int] = []
    pen = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y, advance, _ = position.position
        glyphs.append(info.codepoint)
        clusters.append(info.cluster + low)
        advances.append(advance)
        xs.append(pen + x)
        ys.append(y)
        pen += advance
    return Shaped(
        face=run.face,
        glyphs=tuple(glyphs),
        clusters=tuple(clusters),
        advances=tuple(advances),
        xs=tuple(xs),
        ys=tuple(ys),
        width=pen,
    )


def boxes(shaped: Shaped, text: str) -> tuple[int, ...]:
    """Indices of characters that came out as an empty box."""
    return tuple(c for g, c in zip(shaped.glyphs, shaped.clusters, strict=True) if g == 0 and text[c] != "\n")


def circles(shaped: Shaped, text: str, run: Run) -> tuple[int, ...]:
    """Indices of characters before which a dotted circle was put that the text does not have."""
    circle = shaped.face.has_glyph(DOTTED_CIRCLE)
    if not circle or circle not in shaped.glyphs:
        return ()
    ends = dict(pairwise((*sorted(set(shaped.clusters)), run.end)))
    found = (c for g, c in zip(shaped.glyphs, shaped.clusters, strict=True) if g == circle)
    return tuple(c for c in found if DOTTED_CIRCLE not in text[c : ends[c]])


def blanks(shaped: Shaped, text: str) -> tuple[int, ...]:
    """Indices of letters and digits of which nothing is seen, as in a font whose outlines were overwritten.

    A font may give a letter an empty glyph where another shows a ligature of both: it has a glyph with ink for it.
    """
    face = shaped.face
    empty = set(shaped.clusters) - {c for g, c in zip(shaped.glyphs, shaped.clusters, strict=True) if not face.blank(g)}
    return tuple(
        i
        for i in sorted(c for c in empty if category(text[c])[0] in "LN" and not ignorable(ord(text[c])))
        if face.blank(face.has_glyph(text[i]))
    )


def ink(shaped: Shaped) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) of all ink of a run in font units, y upwards; all 0 where there is none."""
    left = bottom = 1 << 30
    right = top = -(1 << 30)
    extents = shaped.face.extents
    for glyph, x, y in zip(shaped.glyphs, shaped.xs, shaped.ys, strict=True):
        a, b, c, d = extents(glyph)
        if a == c:
            continue
        left, right = min(left, x + a), max(right, x + c)
        top, bottom = max(top, y + b), min(bottom, y + d)
    return (left, top, right, bottom) if left <= right else (0, 0, 0, 0)
