"""Which animals are in the water: those that are said to swim, and those that are said to be in or on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.aboard import IN, WATER
from video.concepts.absence import AND
from video.concepts.table import CAST
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

SWIMS = frozenset(("swim", "float"))
BEHIND = 4
"""Words from a verb to the animal behind it: "nadan tres focas"."""
GAP = 3
"""Words from an animal to its water: "a hippo in the muddy river"."""
WHOSE = (CAST, "person", "animal")
LAKES = WATER - {"waterfall", "flood"}


def with_swimmers(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with ``swims`` for animals in the water."""
    wet = {i for v in found if v.concept.id in SWIMS and not v.absent for i in doers(v, found, row)}
    words = IN.get(language.split("-")[0], frozenset()) - {"desde", "depuis", "aboard", "board"}
    for i, m in enumerate(found):
        inside = m.concept.kind == "animal" and _inside(m, _places(found[i + 1 :]), row, words)
        yield replace(m, swims=True) if i in wet or inside else m


def doers(verb: Mention, found: Sequence[Mention], row: Sequence[Token]) -> Iterator[int]:
    """Indices of the animals that do it: the nearest before the verb and those joined to it, else the first behind."""
    those = [(i, m) for i, m in enumerate(found) if m.concept.kind in WHOSE and m.sentence == verb.sentence]
    before = [(i, m) for i, m in those if m.token < verb.token]
    behind = [(i, m) for i, m in those if verb.token < m.token <= verb.token + verb.words + BEHIND]
    if not before:
        yield from (i for i, m in behind[:1] if m.concept.kind == "animal")
        return
    last = before[-1][1]
    for i, m in reversed(before):
        between = row[m.token + m.words : last.token]
        joined = m is last or (len(between) <= 3 and any(t.folded in AND for t in between))
        if not joined or m.concept.kind != "animal":
            return
        yield i
        last = m


def _places(behind: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions from the first that is no weather on: "in the muddy river"."""
    return behind[1:] if behind and behind[0].concept.kind == "weather" else behind


def _inside(m: Mention, behind: Sequence[Mention], row: Sequence[Token], words: frozenset[str]) -> bool:
    place = behind[0] if behind else None
    if place is None or place.concept.id not in LAKES or place.sentence != m.sentence or place.absent:
        return False
    between = row[m.token + m.words : place.token + 1]
    near = 0 < place.token - m.token - m.words <= GAP and not any(t.apart for t in between)
    first = between[0].folded if between else ""
    return near and first in words
