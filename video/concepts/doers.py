"""Who does what a verb says by itself: whoever is named nearest before it, and those named together with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from video.concepts.absence import AND
from video.concepts.table import CAST
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

WHOSE = (CAST, "person", "animal")
BEHIND = 4
"""Words from a verb to who is named behind it: "nadan tres focas"."""
JOINED = 3
"""Words between two who are named together: "Ana and the old dog"."""


def doers(verb: Mention, found: Sequence[Mention], row: Sequence[Token]) -> Iterator[int]:
    """Indices of those who do it, the nearest first; where nobody is named before the verb, the first behind it."""
    those = [(i, m) for i, m in enumerate(found) if _may(m) and m.sentence == verb.sentence]
    before = [(i, m) for i, m in those if m.token < verb.token]
    if not before:
        behind = (i for i, m in those if verb.token < m.token <= verb.token + verb.words + BEHIND)
        yield from list(behind)[:1]
        return
    last = before[-1][1]
    for i, m in reversed(before):
        if m is not last and not _together(m, last, row):
            return
        yield i
        last = m


def _may(m: Mention) -> bool:
    return m.concept.kind in WHOSE and not m.absent


def _together(m: Mention, last: Mention, row: Sequence[Token]) -> bool:
    """Whether nothing but "and" or a comma, and small words, stands between two."""
    between = row[m.token + m.words : last.token]
    listed = len(between) <= 1 and any(t.apart for t in row[m.token + m.words : last.token + 1])
    return listed or (len(between) <= JOINED and any(t.folded in AND for t in between))
