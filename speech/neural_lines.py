"""Lines as neural voices take them: long ones cut into pieces, seeds, and the pieces' sounds put together again."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from languages.card import Failed
from languages.clock import SAMPLE_RATE_HZ
from languages.segments import graphemes, line_parts, phrases, sentences, spaceless
from languages.sentence_marks import CLAUSE_ENDS
from speech.engine import SpeakJob
from speech.timing import Event

if TYPE_CHECKING:
    import numpy as np

MOST_CHARACTERS = 240
"""A piece is at most so long. Attention grows with its square, and models were trained on single sentences.
Source: VoiceBpeTokenizer.char_limits of coqui-tts (71 to 273 characters, 250 for English)."""

PAUSE_S = 0.25
"""Between two pieces of one line: the pause of a full stop in unhurried reading."""

_CLAUSES = re.compile(f"[,;:—–](?=\\s)|[{''.join(CLAUSE_ENDS - set(',;:—–·'))}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line that is spoken in one go."""

    text: str
    offset: int
    """Where it begins in the line, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSound:
    """The sound of one piece."""

    samples: np.ndarray
    """Mono float32, shape (samples,)."""
    starts: tuple[tuple[int, int], ...] = ()
    """(code point of the line, sample at which it begins); empty where the model does not tell."""


def pieces(text: str, most: int = MOST_CHARACTERS, tag: str = "und") -> tuple[Piece, ...]:
    """The text whole where it is short, else cut at ends of sentences, clauses or words, in this order of liking.

    Nothing but spaces is lost. Each piece has at most ``most`` characters, or is a single grapheme.

    Args:
        tag: of the text's language; models' own codes of it will do.
    """
    found: list[Piece] = []
    ends = tuple(_ends(text, tag)) if len(text) > most else ()
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= most else _cut(start, most, ends)
        if part := text[start:end].strip():
            found.append(Piece(text=part, offset=text.index(part, start)))
        start = end
    return tuple(found)


def seed_of(*parts: str) -> int:
    """A seed from 0 to 2⁶³-1, the same for equal words."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8]) >> 1


def joined(sounds: Sequence[PieceSound], rate_hz: int) -> tuple[np.ndarray, tuple[Event, ...]]:
    """(one sound, when each code point of the line begins in ticks), a short pause between pieces."""
    import numpy as np

    pause = np.zeros(round(PAUSE_S * rate_hz), np.float32)
    parts: list[np.ndarray] = []
    events: list[Event] = []
    at = 0
    for sound in sounds:
        if parts:
            parts.append(pause)
            at += len(pause)
        events += [Event(position=p, start=round((at + s) * SAMPLE_RATE_HZ / rate_hz)) for p, s in sound.starts]
        parts.append(sound.samples)
        at += len(sound.samples)
    return np.concatenate(parts) if parts else pause[:0], tuple(events)


def no_text(job: SpeakJob) -> Failed | None:
    """The refusal of a line without any text."""
    if job.text.strip():
        return None
    return Failed(reason=f"The line {job.text!r} has no text to be spoken. Write it, or remove it.")


def _ends(text: str, tag: str) -> Iterator[list[int]]:
    """Places where the text may be cut, the best first: after sentences, clauses, spaces, words, graphemes."""
    yield [len(text[:end].rstrip()) for _, end in sentences(text, tag)]
    clauses = {found.end() for found in _CLAUSES.finditer(text)}
    yield sorted(clauses | {end for _, end in phrases(text) if spaceless(text[:end].rstrip()[-1:])})
    yield [end for _, end in phrases(text)]
    yield [end for _, end in line_parts(text, tag)]
    yield list(accumulate(map(len, graphemes(text))))


def _cut(start: int, most: int, ends: Sequence[list[int]]) -> int:
    furthest = start + most
    for places in ends[:-1]:
        last = places[at - 1] if (at := bisect_right(places, furthest)) else start
        if last - start > most // 4:
            return last
    letters = ends[-1]
    at = bisect_right(letters, furthest)
    return letters[at - 1] if at and letters[at - 1] > start else letters[at]
