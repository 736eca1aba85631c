"""What of a line is read otherwise than it is written, and what nobody knows how to read. Pure; loads nothing.

Positions are code points of the line from 0. Only what is spoken changes; captions keep the line as written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speech.respell import Respelt


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """A stretch of a line, and the words that it is read as."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A stretch of a line of which it is not certain how it is read."""

    start: int
    end: int
    what: str
    """As written; long ones cut."""
    why: str
    remedy: str
    read_as: str = ""
    """What it is read as all the same; empty where it stays as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenText:
    """A line as it is read aloud."""

    text: str
    """With the words of all pieces in their places."""
    pieces: tuple[ReadAs, ...] = ()
    """In order, without overlap."""
    unsaid: tuple[Unsaid, ...] = ()
    """In order."""


def read_out(text: str, pieces: Sequence[ReadAs]) -> Respelt:
    """The text with the words of pieces in it, and for each of its code points that of the line it stands for.

    All letters of a piece that covers one word stand for its beginning; where it covers several (``5 €``), its words
    are spread over them evenly.
    """
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for piece in pieces:
        parts.append(text[done : piece.start])
        origin += range(done, piece.start)
        parts.append(piece.words)
        origin += _origins(text, piece)
        done = piece.end
    parts.append(text[done:])
    origin += range(done, len(text))
    return Respelt(text="".join(parts), origin=tuple(origin))


def _origins(text: str, piece: ReadAs) -> list[int]:
    written = text[piece.start : piece.end]
    starts = [
        piece.start + i for i, c in enumerate(written) if not c.isspace() and (i == 0 or written[i - 1].isspace())
    ]
    count = len(piece.words)
    return [starts[min(i * len(starts) // count, len(starts) - 1)] if starts else piece.start for i in range(count)]
