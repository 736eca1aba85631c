"""A text, its language, fonts, a style and a room become a block: the one way in which the house sets text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from languages.errors import TextUndrawable
from languages.language import Language
from video.typeset.bidi import visual_order
from video.typeset.block import Align, Block, Box, GlyphRun, Room, Row, Style
from video.typeset.fonts import Fonts
from video.typeset.gate import found_in
from video.typeset.paragraph import Paragraph, asked_for, paragraphs
from video.typeset.problems import Problem, ProblemKind, names_of
from video.typeset.runs import Run
from video.typeset.shape import Shaped, ink, shape
from video.typeset.tidy import tidy
from video.typeset.wrap import MOST_BALANCED_ROWS, balanced, filled, opportunities, shown_end

HIGH_EM, LOW_EM = 0.8, 0.2
"""Room that a row takes above and below its baseline at least, so that rows of low letters stand like others."""
GAP_EM = 0.14
"""Between the ink of two rows at least: an outline on both has room in it."""
SMALLER = 0.94
"""How much smaller a text is tried next where it takes too many rows."""
SOFT_HYPHEN, HYPHEN = "\u00ad", "\u2010"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row before it is placed; lengths in em."""

    paragraph: Paragraph
    start: int
    end: int
    text: str
    pieces: tuple[tuple[Run, Shaped, float], ...]
    """(run, its glyphs, where its left end is), from left to right."""
    width: float
    left: float
    right: float
    top: float
    bottom: float
    """Where the ink is, from the left end of the baseline; y upwards."""

    @property
    def outer(self) -> float:
        """Its width with all ink that stands over."""
        return max(self.width, self.right) - min(0.0, self.left)


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
    if not (style.size_px > 0 and room.width_px > 0) or (room.rows is not None and room.rows < 1):
        raise ValueError(
            f"Text of {style.size_px} px in a room of {room.width_px} px and {room.rows} rows cannot be set."
        )
    clean = tidy(text)
    laid = paragraphs(clean, language, asked_for(language, style.bold, style.serif), fonts)
    problems = found_in(clean, laid, language, fonts)
    _refuse(problems, language)
    size = style.size_px
    while True:
        lines, found = _lines(laid, language, room, size)
        smaller = max(size * SMALLER, style.smallest_px or size)
        if room.rows is None or len(lines) <= room.rows or smaller >= size:
            break
        size = smaller
    if room.rows is not None and len(lines) > room.rows:
        what = f"The text takes {len(lines)} rows at {size:.0f} px, and has room for {room.rows}. Shorten or divide it."
        found.append(Problem(kind=ProblemKind.TOO_MANY_ROWS, start=0, end=len(text), text=what))
    placed = tuple(replace(p, start=clean.place(p.start), end=clean.place(max(p.start, p.end - 1)) + 1) for p in found)
    return _placed(lines, (*problems, *placed), style, room, size)


def _refuse(problems: tuple[Problem, ...], language: Language) -> None:
    stopping = [p for p in problems if p.stops]
    if stopping:
        more = f" And {len(stopping) - 1} more." if len(stopping) > 1 else ""
        raise TextUndrawable(
            f"The {language.name} ({language.tag}) text cannot be drawn: {stopping[0].text}{more}",
            problems=tuple(p.text for p in stopping),
        )


def _lines(
    laid: tuple[Paragraph, ...], language: Language, room: Room, size: float
) -> tuple[list[_Line], list[Problem]]:
    width = room.width_px / size
    lines: list[_Line] = []
    problems: list[Problem] = []
    for paragraph in laid:
        parts, first, broken = opportunities(paragraph, language.tag, width, room.even)
        for start, end in broken:
            what = f"A word of {end - start} characters is wider than the room and was broken."
            problems.append(_about(ProblemKind.WORD_BROKEN, paragraph, start, end, what))
        made = _rows(paragraph, parts, first, width, language.tag)
        if room.even and not broken and 1 < len(made) <= MOST_BALANCED_ROWS:
            spans = balanced(paragraph, parts, len(made), width)
            even = [_line(paragraph, parts[a][0], parts[b - 1][1], language.tag) for a, b in spans]
            if even and all(line.outer <= width for line in even):
                made = even
        for line in made:
            if line.outer > width * 1.0001:
                what = f"{names_of(line.text)} is {line.outer * size:.0f} px wide, the room {room.width_px:.0f} px."
                problems.append(_about(ProblemKind.TOO_WIDE, paragraph, line.start, line.end, what))
        lines += made
    return lines, problems


def _about(kind: ProblemKind, paragraph: Paragraph, start: int, end: int, what: str) -> Problem:
    return Problem(kind=kind, start=paragraph.start + start, end=paragraph.start + end, text=what)


def _rows(paragraph: Paragraph, parts: list[tuple[int, int]], first: set[int], width: float, tag: str) -> list[_Line]:
    """Rows filled one after the other, each measured as it will stand."""
    text, ems = paragraph.text, paragraph.ems

    def fits(start: int, end: int) -> bool:
        return ems[shown_end(text, start, end)] - ems[start] <= width

    if not parts:
        return [_line(paragraph, 0, 0, tag)]
    rows: list[_Line] = []
    todo = filled(paragraph, parts, first, fits)
    while todo:
        a, b = todo.pop(0)
        line = _line(paragraph, parts[a][0], parts[b - 1][1], tag)
        end = b
        while line.outer > width and end > a + 1:  # letters take another width at the end of a row, or ink stands over
            end -= 1
            line = _line(paragraph, parts[a][0], parts[end - 1][1], tag)
        rows.append(line)
        if end < b:
            todo = [(end + x, end + y) for x, y in filled(paragraph, parts[end:], {f - end for f in first}, fits)]
    return rows


def _line(paragraph: Paragraph, start: int, end: int, tag: str) -> _Line:
    text = paragraph.text
    end = shown_end(text, start, end)
    if end > start and text[end - 1] == SOFT_HYPHEN:
        text = text[: end - 1] + HYPHEN + text[end:]
    chosen: list[tuple[Run, Shaped]] = []
    for run, shaped in zip(paragraph.runs, paragraph.shaped, strict=True):
        a, b = max(run.start, start), min(run.end, end)
        if a >= b:
            continue
        if (a, b) != (run.start, run.end) or text is not paragraph.text:
            run = replace(run, start=a, end=b)
            shaped = shape(text[:end], run, tag)
        chosen.append((run, shaped))
    pieces: list[tuple[Run, Shaped, float]] = []
    pen = 0.0
    left = bottom = float("inf")
    right = top = float("-inf")
    for n in visual_order(tuple(run.level for run, _ in chosen)):
        run, shaped = chosen[n]
        em = 1 / run.face.upem
        a, b, c, d = ink(shaped)
        if a != c:
            left, right = min(left, pen + a * em), max(right, pen + c * em)
            top, bottom = max(top, b * em), min(bottom, d * em)
        pieces.append((run, shaped, pen))
        pen += shaped.width * em
    if left > right:
        left = right = top = bottom = 0.0
    return _Line(
        paragraph=paragraph,
        start=start,
        end=end,
        text=text[start:end],
        pieces=tuple(pieces),
        width=pen,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
    )


def _placed(lines: list[_Line], problems: tuple[Problem, ...], style: Style, room: Room, size: float) -> Block:
    pitch = style.leading_em
    for above, below in pairwise(lines):
        pitch = max(pitch, below.top - above.bottom + GAP_EM)
    baseline = max(lines[0].top, HIGH_EM)
    height = baseline + pitch * (len(lines) - 1) + max(-lines[-1].bottom, LOW_EM)
    rows = tuple(_row(line, (baseline + pitch * n) * size, room, size) for n, line in enumerate(lines))
    return Block(
        rows=rows,
        size_px=size,
        width_px=room.width_px,
        height_px=height * size,
        pitch_px=pitch * size,
        direction=lines[0].paragraph.base,
        box=Box(
            left=min(min(row.left_px, row.ink.left) if row.runs else room.width_px for row in rows),
            top=0.0,
            right=max(max(row.left_px + row.width_px, row.ink.right) if row.runs else 0.0 for row in rows),
            bottom=height * size,
        ),
        problems=problems,
    )


def _row(line: _Line, baseline: float, room: Room, size: float) -> Row:
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
