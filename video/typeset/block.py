"""What typesetting gives: rows of placed glyphs, ready to be painted anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from video.typeset.face import Face
from video.typeset.problems import Problem


class Align(StrEnum):
    """Where rows stand in their room."""

    START = "start"
    """Left in a text that runs from the left, right in one that runs from the right."""
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set."""

    size_px: float
    """Height of the em."""
    bold: bool = False
    serif: bool = False
    leading_em: float = 1.2
    """From one baseline to the next at least; more where the script needs it."""
    smallest_px: float | None = None
    """Down to which size the text may shrink to keep to the rows of its room; None: it keeps its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The place that a text has."""

    width_px: float
    rows: int | None = None
    """As many as it may take; None: as many as it needs."""
    align: Align = Align.CENTRE
    even: bool = True
    """Few rows are made equally long, as captions and titles want it; otherwise each is filled before the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, x to the right and y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphRun:
    """Glyphs of one face, placed in the room."""

    face: Face
    script: str
    start: int
    end: int
    """The part of the row's text that it stands for."""
    rtl: bool
    glyphs: tuple[int, ...]
    xs_px: tuple[float, ...]
    ys_px: tuple[float, ...]
    """Origins, from the room's left upper corner; y downwards."""
    clusters: tuple[int, ...]
    """For each glyph the index of the first character of the row's text that it stands for."""
    width_px: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row."""

    text: str
    """What it shows, without the spaces at its end."""
    start: int
    """Where it begins in the tidy text of the block."""
    runs: tuple[GlyphRun, ...]
    """From left to right."""
    left_px: float
    baseline_px: float
    width_px: float
    """What its glyphs advance."""
    ink: Box
    """Where its ink is, in the room; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A part of a row that is painted otherwise: indices into its text."""

    row: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text in rows. All positions are from the left upper corner of its room, whose width is ``width_px``."""

    rows: tuple[Row, ...]
    size_px: float
    """The size it was set in at last."""
    width_px: float
    height_px: float
    """What it takes: all ink is between 0 and here."""
    pitch_px: float
    """From one baseline to the next."""
    direction: str
    """``ltr`` or ``rtl``: of its first row."""
    box: Box
    """What its rows take together: a plate behind the text is this and a margin."""
    problems: tuple[Problem, ...] = ()
    """What did not stop it: words that had to be broken, characters that were left out."""

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces it is drawn with."""
        return tuple(dict.fromkeys(run.face for row in self.rows for run in row.runs))
