"""What a scene's heading says of its place: "The roof" is where it plays, "The streets up and down" need not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.located import STUFF, get_where, is_within
from video.concepts.table import CAST, get_concept
from video.concepts.tokens import Token, tokens
from video.concepts.whereabouts import INSIDE

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

SIGN = " . "
"""What stands between a heading and the lines in a scene's text."""
ROOFS = frozenset(("roof",))
"""Things that alone in a heading are where a scene plays."""


def by_heading(found: Sequence[Mention], text: str, row: Sequence[Token], language: str) -> list[Mention]:
    """The mentions of a told scene, as its heading says more or less of the place than its lines.

    A heading that is only a place, and that the lines do not use in a comparison, is the place: of rooms no other
    counts, and where it is a room nothing else does. In any other heading a place that may be meant otherwise is loose
    unless the words say that somebody is there or the lines name it too.
    """
    head, sign, _ = text.partition(SIGN)
    size = len(tokens(head, language)) if sign else 0
    found = [m for m in found if not _passing(m, found, row, size, language)]
    own = [m for m in found if m.token < size and not m.absent]
    at = next((m for m in own if m.concept.kind == "place" or m.concept.id in ROOFS), None)
    if at is None or (at.words == 1 and row[at.token].folded in STUFF):
        return list(found)
    lines = [m for m in found if m.token >= size]
    if any(m.absent and m.concept.id == at.concept.id for m in lines):  # "like an orchard"
        return [m for m in found if m is not at]
    if _alone(at, row[:size], language):
        if at.concept.id in ROOFS:
            at = replace(at, concept=get_concept("rooftop"))
        inside = at.concept.id in INSIDE
        kept = [m for m in lines if m.concept.kind != "place" or (not inside and m.concept.id not in INSIDE)]
        return [replace(at, loose=False), *(m for m in own if m.token != at.token), *kept]
    told = any(m.concept.id == at.concept.id and not m.absent for m in lines)
    if at.concept.kind != "place" or told or is_within(at, row, language) or not _doubtful(at, own, row[:size]):
        return list(found)
    return [replace(m, loose=True) if m is at else m for m in found]


def is_headed(found: Sequence[Mention], text: str, language: str) -> bool:
    """Whether a heading names a place of a scene."""
    head, sign, _ = text.partition(SIGN)
    size = len(tokens(head, language)) if sign else 0
    return any(m.token < size and m.concept.kind == "place" and not m.loose for m in found)


def _alone(at: Mention, head: Sequence[Token], language: str) -> bool:
    """Whether nothing but small words stands beside it in the heading."""
    where = get_where(language)
    small = load_grammar().before_things | where.inside | where.within | where.where | where.of
    rest = [t for i, t in enumerate(head) if not at.token <= i < at.token + at.words]
    return all(t.folded in small for t in rest)


def _doubtful(at: Mention, own: Sequence[Mention], head: Sequence[Token]) -> bool:
    """Whether a heading's place may be meant otherwise: several, or somebody's."""
    behind = [m for m in own if m.token > at.token]
    return at.count == 0 or any(m.concept.kind in (CAST, "animal") for m in behind)


def _passing(m: Mention, found: Sequence[Mention], row: Sequence[Token], size: int, language: str) -> bool:
    """Whether something is named only in a longer heading, which may be a figure of speech: "The drum at night"."""
    if m.token >= size or m.concept.kind not in ("thing", "sky") or _alone(m, row[:size], language):
        return False
    if any(o.concept.kind == "doing" and o.token < size for o in found):
        return False  # "Glue the patch"
    return not any(o.token >= size and o.concept.id == m.concept.id for o in found)
