"""Captions from words and their times: short rows, cut where a reader would pause."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from languages.clock import ticks
from speech.utterance import Word
from translation.translated import Finding, FindingKind
from video.timeline import Cue

ROW_COLUMNS = 42
ROWS = 2
FASTEST_CPS = 17.0
LONGEST_S = 7.0
"""Source: Netflix Timed Text Style Guide (42 characters a row, two rows, 17 characters a second, 7 s)."""

SENTENCE_END = frozenset(".!?…።፧؟۔।॥။")
CLAUSE_END = frozenset(",;:،፣፤—–»”)")
CLOSERS = frozenset("»”’\"')]")
EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidi embeddings, overrides and isolates. They are taken out of captions: an unclosed one would turn the
neighbouring text around. Source: Unicode Standard Annex 9, section 2."""


def columns(text: str) -> int:
    """Width of a text in columns: wide East Asian characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(4096)
def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """The text without characters that would steer the player: controls and bidi embeddings."""
    kept = (" " if c in "\n\t\r" else c for c in text if c not in EMBEDDINGS)
    return " ".join("".join(c for c in kept if c == " " or unicodedata.category(c) != "Cc").split())


def cues_of(line: str, text: str, words: tuple[Word, ...], start: int, length: int) -> tuple[Cue, ...]:
    """Cues of one line that is heard from tick ``start`` on for ``length`` ticks.

    The rows of all cues, joined by spaces, are the line's text; a word longer than a row is broken between
    grapheme clusters.
    """
    tokens = _tokens(text, words, length)
    cues: list[Cue] = []
    for part in _parts(tokens):
        rows = _rows([t for t, _, _ in part])
        cues.append(Cue(start=start + part[0][1], end=start + part[-1][2], rows=rows, line=line))
    return tuple(cues)


Token = tuple[str, int, int]
"""(text, start, end) of a piece that is not broken further; ticks from the line's start."""


def _tokens(text: str, words: tuple[Word, ...], length: int) -> list[Token]:
    tokens: list[Token] = []
    for i, piece in enumerate(clean(text).split(" ")):
        if i < len(words):
            begin, end = words[i].start, words[i].end
        else:
            begin, end = (tokens[-1][2] if tokens else 0), length
        pieces = list(_broken(piece))
        for n, part in enumerate(pieces):
            a = begin + (end - begin) * n // len(pieces)
            b = begin + (end - begin) * (n + 1) // len(pieces)
            tokens.append((part, a, max(b, a + 1)))
    return tokens


def _broken(word: str) -> tuple[str, ...]:
    """A word in parts that fit a row; only words that are too long are broken, never within a grapheme."""
    if columns(word) <= ROW_COLUMNS:
        return (word,)
    parts, row = [], ""
    for cluster in _clusters(word):
        if row and columns(row + cluster) > ROW_COLUMNS:
            parts.append(row)
            row = ""
        row += cluster
    return (*parts, row)


def _clusters(text: str) -> list[str]:
    """Base characters with the marks that cling to them.

    Simpler than Unicode Standard Annex 29 (no Hangul jamo, no emoji flags): enough to break what has no spaces.
    """
    clusters: list[str] = []
    for c in text:
        if clusters and (unicodedata.category(c) in ("Mn", "Mc", "Me") or c in "\u200c\u200d"):
            clusters[-1] += c
        else:
            clusters.append(c)
    return clusters


def _fits(part: list[Token]) -> bool:
    texts = [t for t, _, _ in part]
    if columns(" ".join(texts)) > ROW_COLUMNS * ROWS:
        return False
    rows = _rows(texts)
    return len(rows) <= ROWS and max(map(columns, rows)) <= ROW_COLUMNS


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """Tokens by cue: as few cues as fit, cut at the best places."""
    if _fits(tokens) and tokens[-1][2] - tokens[0][1] <= ticks(LONGEST_S):
        return [tokens]
    if len(tokens) == 1:
        return [tokens]
    total = columns(" ".join(t for t, _, _ in tokens))
    best, best_cost = 1, float("inf")
    for i in range(1, len(tokens)):
        left = columns(" ".join(t for t, _, _ in tokens[:i]))
        if left > ROW_COLUMNS * ROWS and best_cost < float("inf"):
            break
        balance = abs(left / total - 0.5) if total <= ROW_COLUMNS * ROWS * 2 else abs(left / (ROW_COLUMNS * ROWS) - 0.8)
        cost = balance + _price(tokens[i - 1][0], tokens[i][0])
        if cost < best_cost and _fits(tokens[:i]):
            best, best_cost = i, cost
    return [*_parts(tokens[:best]), *_parts(tokens[best:])]


def _price(before: str, after: str) -> float:
    """How bad it is to cut between two words: 0 after a sentence, more within a phrase."""
    bare = before.rstrip("".join(CLOSERS)) or before
    if bare[-1] in SENTENCE_END:
        return 0.0
    if before[-1] in CLAUSE_END:
        return 0.1
    if len(before.strip("".join(CLAUSE_END))) <= 3:  # articles and prepositions stay with what follows
        return 0.6
    return 0.25 if len(after) <= 3 else 0.35


def _rows(texts: list[str]) -> tuple[str, ...]:
    """One row where it fits, else two, balanced and cut at the best place."""
    whole = " ".join(texts)
    if columns(whole) <= ROW_COLUMNS or len(texts) == 1:
        return (whole,)
    best: tuple[float, tuple[str, str]] | None = None
    for i in range(1, len(texts)):
        top, bottom = " ".join(texts[:i]), " ".join(texts[i:])
        over = max(columns(top), columns(bottom)) > ROW_COLUMNS
        cost = 10.0 * over + abs(columns(top) - columns(bottom)) / columns(whole) + _price(texts[i - 1], texts[i])
        if best is None or cost < best[0]:
            best = (cost, (top, bottom))
    assert best is not None
    return best[1]


def caption_findings(cues: tuple[Cue, ...]) -> tuple[tuple[str, Finding], ...]:
    """(line, finding) for every cue that has to be read faster than it should."""
    found: list[tuple[str, Finding]] = []
    for cue in cues:
        cps = sum(map(len, cue.rows)) / ((cue.end - cue.start) / ticks(1))
        if cps > FASTEST_CPS + 0.5:
            text = f"A caption has to be read at {cps:.0f} characters a second («{cue.rows[0]}»)."
            found.append((cue.line, Finding(kind=FindingKind.CAPTION, text=text)))
    return tuple(found)
