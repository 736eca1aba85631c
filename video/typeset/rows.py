"""Rows before they are placed: chosen, shaped again as they will stand, and measured; lengths in em."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from languages.language import Language
from video.typeset.bidi import visual_order
from video.typeset.block import Room
from video.typeset.paragraph import SOFT_HYPHEN, Paragraph, shown_hyphen
from video.typeset.problems import Problem, ProblemKind, names_of
from video.typeset.runs import Run
from video.typeset.shape import Shaped, ink, shape
from video.typeset.wrap import MOST_BALANCED_ROWS, Span, balanced, filled, opportunities, shown_end, wide

APART = frozenset(" \u200b\u3000\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f")
"""Between letters that one of these divides nothing joins, though a row ends there. ``\\u200b`` ends words too, but is
transparent to joining for a shaper (ArabicShaping.txt, all of category Cf)."""

MOST_HIGH_EM = 4.0
"""Ink of a row. Of the golden sentences the highest has 2.3 em (Kashmiri), an endless word in Nastaliq 3.2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
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


def least_rows(laid: tuple[Paragraph, ...], cuts: list[list[Span]], width: float) -> int:
    """How many rows the text takes if letters are as wide at the ends of rows as within them."""
    count = 0
    for paragraph, cut in zip(laid, cuts, strict=True):
        parts, first, _ = opportunities(paragraph, cut, width)
        count += max(1, len(filled(parts, first, _fitting(paragraph, width))))
    return count


def _fitting(paragraph: Paragraph, width: float) -> Callable[[int, int], bool]:
    return lambda start, end: wide(paragraph, start, end) <= width


def lines_of(
    laid: tuple[Paragraph, ...], cuts: list[list[Span]], language: Language, room: Room, size: float
) -> tuple[list[Line], list[Problem]]:
    """The rows of all paragraphs at a size, each measured as it will stand, and what was found on the way."""
    width = room.width_px / size
    lines: list[Line] = []
    problems: list[Problem] = []
    for paragraph, cut in zip(laid, cuts, strict=True):
        parts, first, broken = opportunities(paragraph, cut, width)
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
            if line.top - line.bottom > MOST_HIGH_EM:
                high = f"{(line.top - line.bottom) * size:.0f} px high, {line.top - line.bottom:.1f} times its size"
                what = f"A row is {high}: too many marks stand on one letter. Check what is written."
                problems.append(_about(ProblemKind.TOO_HIGH, paragraph, line.start, line.end, what))
        lines += made
    return lines, problems


def _about(kind: ProblemKind, paragraph: Paragraph, start: int, end: int, what: str) -> Problem:
    return Problem(kind=kind, start=paragraph.start + start, end=paragraph.start + end, text=what)


def _rows(paragraph: Paragraph, parts: list[tuple[int, int]], first: set[int], width: float, tag: str) -> list[Line]:
    """Rows filled one after the other, each measured as it will stand."""
    if not parts:
        return [_line(paragraph, 0, 0, tag)]
    fits = _fitting(paragraph, width)
    rows: list[Line] = []
    todo = filled(parts, first, fits)
    while todo:
        a, b = todo.pop(0)
        line = _line(paragraph, parts[a][0], parts[b - 1][1], tag)
        end = b
        while line.outer > width and end > a + 1:  # letters take another width at the end of a row, or ink stands over
            end -= 1
            line = _line(paragraph, parts[a][0], parts[end - 1][1], tag)
        rows.append(line)
        if end < b:
            todo = [(end + x, end + y) for x, y in filled(parts[end:], {f - end for f in first}, fits)]
    return rows


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1] not in APART and text[at] not in APART


def _line(paragraph: Paragraph, start: int, end: int, tag: str) -> Line:
    text = paragraph.text
    end = shown_end(text, start, end)
    # Where a row ends within a word its letters keep the forms that they have in the word. Source: CSS Text 3, «Line
    # Breaking Details», on shaping scripts such as Arabic.
    around = (0 if _within_word(text, start) else start, len(text) if _within_word(text, end) else end)
    hyphen = end > start and text[end - 1] == SOFT_HYPHEN
    if hyphen:
        face = next(run.face for run in paragraph.runs if run.start < end <= run.end)
        text = text[: end - 1] + shown_hyphen(face) + text[end:]
    chosen: list[tuple[Run, Shaped]] = []
    for run, shaped in zip(paragraph.runs, paragraph.shaped, strict=True):
        a, b = max(run.start, start), min(run.end, end)
        if a >= b:
            continue
        if hyphen and b == end and run.level % 2 and a < end - 1:  # the letter before it joins as if it were not shown
            run, b = replace(run, start=end - 1, end=end), end - 1
            before = replace(run, start=a, end=b)
            chosen.append((before, shape(paragraph.text, before, tag, around)))
            chosen.append((run, shape(text, run, tag, around)))
            continue
        if (a, b) != (run.start, run.end) or text is not paragraph.text:
            run = replace(run, start=a, end=b)
            shaped = shape(text, run, tag, around)
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
    return Line(
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
