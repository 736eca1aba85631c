"""A text, its language, fonts, a style and a room become a block: the one way in which the house sets text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from languages.errors import TextUndrawable
from languages.language import Language
from languages.segments import line_parts
from video.typeset.block import Align, Block, Box, GlyphRun, Room, Row, Style
from video.typeset.fonts import Fonts
from video.typeset.gate import found_in
from video.typeset.paragraph import asked_for, paragraphs
from video.typeset.problems import Problem, ProblemKind
from video.typeset.rows import Line, least_rows, lines_of
from video.typeset.tidy import tidy

ENGLISH = Language(tag="en", iso639_3="eng", name="English", script="Latn", direction="ltr")
"""Of what we say ourselves on sheets."""
HIGH_EM, LOW_EM = 0.8, 0.2
"""Room that a row takes above and below its baseline at least, so that rows of low letters stand like others."""
GAP_EM = 0.14
"""Between the ink of two rows at least: an outline on both has room in it."""
SMALLER = 0.94
"""How much smaller a text is tried next where it takes too many rows."""


def typeset(text: str, language: Language, fonts: Fonts, style: Style, room: Room) -> Block:
    """The text in rows of placed glyphs.

    Rows end where the language's rules and dictionaries allow it; a word that is wider than the room is broken between
    what readers take for characters, and said so. All ink is inside the block: rows stand as far apart as their
    glyphs need.

    Raises:
        TextUndrawable: a character would be an empty box or a dotted circle, or is no character at all.
        FontRefused: a font file of this machine is damaged, or none is there at all.
        MissingProgram: FriBidi is not installed.
        ValueError: the size or the width is not more than 0.
    """
    small = style.smallest_px is not None and not style.smallest_px > 0
    if small or not (style.size_px > 0 and room.width_px > 0) or (room.rows is not None and room.rows < 1):
        raise ValueError(
            f"Text of {style.size_px} px in a room of {room.width_px} px and {room.rows} rows cannot be set."
        )
    clean = tidy(text)
    asked = asked_for(language, style.bold, style.serif)
    laid = paragraphs(clean, language, asked, fonts)
    problems = found_in(clean, laid, language, asked, fonts)
    _refuse(problems, language)
    cuts = [list(line_parts(p.text, language.tag, by_phrases=room.even)) for p in laid]
    size, smallest = style.size_px, style.smallest_px or style.size_px
    while True:
        fits = room.rows is None or least_rows(laid, cuts, room.width_px / size) <= room.rows
        if fits or size <= smallest:
            lines, found = lines_of(laid, cuts, language, room, size)
            if room.rows is None or len(lines) <= room.rows or size <= smallest:
                break
        size = max(size * SMALLER, smallest)
    if room.rows is not None and len(lines) > room.rows:
        what = f"The text takes {len(lines)} rows at {size:.0f} px, and has room for {room.rows}. Shorten or divide it."
        found.append(Problem(kind=ProblemKind.TOO_MANY_ROWS, start=0, end=len(text), text=what))
    placed = tuple(replace(p, start=clean.place(p.start), end=clean.place(max(p.start, p.end - 1)) + 1) for p in found)
    return _placed(lines, (*problems, *placed), style, room, size)


def typeset_spelt(text: str, language: Language, fonts: Fonts, style: Style, room: Room) -> Block:
    """The same; where it cannot be drawn, what is not ASCII is written as U+XXXX: nothing is left out in silence.

    Raises:
        FontRefused, MissingProgram, ValueError: as ``typeset``.
    """
    try:
        return typeset(text, language, fonts, style, room)
    except TextUndrawable:
        spelt = "".join(c if c.isascii() else f"[U+{ord(c):04X}]" for c in text)
        return typeset(spelt, ENGLISH, fonts, style, room)


def _refuse(problems: tuple[Problem, ...], language: Language) -> None:
    stopping = [p for p in problems if p.stops]
    if stopping:
        more = f" And {len(stopping) - 1} more." if len(stopping) > 1 else ""
        raise TextUndrawable(
            f"The {language.name} ({language.tag}) text cannot be drawn: {stopping[0].text}{more}",
            problems=tuple(p.text for p in stopping),
        )


def _placed(lines: list[Line], problems: tuple[Problem, ...], style: Style, room: Room, size: float) -> Block:
    pitch = style.leading_em
    for above, below in pairwise(lines):
        pitch = max(pitch, below.top - above.bottom + GAP_EM)
    baseline = max(lines[0].top, HIGH_EM)
    height = baseline + pitch * (len(lines) - 1) + max(-lines[-1].bottom, LOW_EM)
    rows = tuple(_row(line, (baseline + pitch * n) * size, room, size) for n, line in enumerate(lines))
    shown = [row for row in rows if row.runs] or rows
    return Block(
        rows=rows,
        size_px=size,
        width_px=room.width_px,
        height_px=height * size,
        pitch_px=pitch * size,
        direction=lines[0].paragraph.base,
        box=Box(
            left=min(min(row.left_px, row.ink.left) for row in shown),
            top=0.0,
            right=max(max(row.left_px + row.width_px, row.ink.right) for row in shown),
            bottom=height * size,
        ),
        problems=problems,
    )


def _row(line: Line, baseline: float, room: Room, size: float) -> Row:
    left, right = min(0.0, line.left) * size, max(line.width, line.right) * size
    at_right = (room.align is Align.START) == (line.paragraph.base == "rtl")
    if room.align is Align.CENTRE:
        x = (room.width_px - line.width * size) / 2
        x = max(-left, min(x, room.width_px - right))
    else:
        x = room.width_px - right if at_right else -left
    runs: list[GlyphRun] = []
    for run, shaped, at in line.pieces:
        em, origin = size / run.face.upem, x + at * size
        runs.append(
            GlyphRun(
                face=run.face,
                script=run.script,
                start=run.start - line.start,
                end=run.end - line.start,
                rtl=bool(run.level % 2),
                glyphs=shaped.glyphs,
                xs_px=tuple([origin + v * em for v in shaped.xs]),
                ys_px=tuple([baseline - v * em for v in shaped.ys]),
                clusters=tuple([c - line.start for c in shaped.clusters]),
                width_px=shaped.width * em,
            )
        )
    return Row(
        text=line.text,
        start=line.paragraph.start + line.start,
        runs=tuple(runs),
        left_px=x,
        baseline_px=baseline,
        width_px=line.width * size,
        ink=Box(
            left=x + line.left * size,
            top=baseline - line.top * size,
            right=x + line.right * size,
            bottom=baseline - line.bottom * size,
        ),
    )
