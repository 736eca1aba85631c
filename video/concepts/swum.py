"""Which animals are in the water: those that are said to swim, and those that are said to be in or on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.aboard import IN, WATER
from video.concepts.doers import doers
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

SWIMS = frozenset(("swim", "float"))
GAP = 3
"""Words from an animal to its water: "a hippo in the muddy river"."""
LAKES = WATER - {"waterfall", "flood"}


def with_swimmers(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with ``swims`` for animals in the water."""
    wet = {i for v in found if v.concept.id in SWIMS and not v.absent for i in doers(v, found, row)}
    words = IN.get(language.split("-")[0], frozenset()) - {"desde", "depuis", "aboard", "board"}
    for i, m in enumerate(found):
        inside = m.concept.kind == "animal" and _inside(m, _places(found[i + 1 :]), row, words)
        swims = inside or (m.concept.kind == "animal" and i in wet)
        yield replace(m, swims=True) if swims else m


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
