"""Who flies a kite holds it, and does not fly: "vuela una cometa", "fait voler son cerf-volant"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.senses import OBJECTS
from video.concepts.table import get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

GAP = 3
"""Words from the verb to the kite: "flies her big red kite"."""


def with_flown(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions; the flying of a kite is holding it."""
    for i, m in enumerate(found):
        kite = found[i + 1] if i + 1 < len(found) else None
        end = m.token + m.words
        flown = m.concept.id == "fly_away" and m.words == 1 and kite is not None and kite.concept.id == "kite"
        if flown and kite is not None and end < len(row) and row[end].folded in OBJECTS and not row[end].apart:
            near = kite.token - end <= GAP and kite.sentence == m.sentence
            yield replace(m, concept=get_concept("hold")) if near else m
        else:
            yield m
