"""Parts of a vehicle that is there are the vehicle: who holds its wheel is at it, who sits on its saddle is on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from video.concepts.bare import WHOLE
from video.concepts.mentions import Mention
from video.concepts.scenery import Scenery
from video.concepts.table import get_concept
from video.direction.deed_words import CARRIER

_ROUND = frozenset(("wheel", "bicycle_wheel", "tyre"))
_SEAT = frozenset(("saddle", CARRIER))
PARTS: dict[str, frozenset[str]] = {
    "bicycle": _ROUND | _SEAT, "motorbike": _ROUND | _SEAT, "tractor": _ROUND, "truck": _ROUND, "car": _ROUND,
    "cart": frozenset(("wheel",)), "coach": frozenset(("wheel",)), "wheelbarrow": frozenset(("wheel",)),
}  # fmt: skip
"""By vehicle the parts that are not there beside it."""
WITH_SADDLE = frozenset(("horse", "donkey", "camel", "mule", "pony", "foal"))
"""Whose saddle it may be: none is a bicycle's then."""
APART = frozenset(("carry", "give", "take", "bring", "hold_up", "throw", "roll", "pick", "show", "hold_out"))
"""Behind these a part is one by itself: "carries the front wheel"."""
NEAR = 4
"""Words from such a verb to the part."""


def vehicle_of(texts: Iterable[Sequence[Mention]]) -> Mention | None:
    """The one vehicle that a scene's words name; None where they name none, or several kinds."""
    named = [m for text in texts for m in text if _plain(m) in PARTS and not m.absent]
    kinds = {_plain(m) for m in named}
    # As it is said to be: upside down.
    return max(named, key=lambda m: m.concept.id in WHOLE) if len(kinds) == 1 and named[0].count == 1 else None


def _plain(m: Mention) -> str:
    return WHOLE.get(m.concept.id, m.concept.id)


def with_vehicle(found: Sequence[Mention], vehicle: Mention | None) -> tuple[Mention, ...]:
    """The mentions of a text, with the vehicle for each of its parts."""
    if vehicle is None:
        return tuple(found)
    ridden = any(m.concept.id in WITH_SADDLE for m in found)
    apart = [m for m in found if m.concept.id in APART]

    def whole(m: Mention) -> Mention:
        parted = any(0 < m.token - v.token <= NEAR and v.sentence == m.sentence for v in apart)
        kept = parted or m.concept.id == CARRIER or not _is_part(m, vehicle, ridden=ridden)
        same = m.concept.id == _plain(vehicle) != vehicle.concept.id
        return _as(m, vehicle) if same or not kept else m

    return tuple(whole(m) for m in found)


def without_parts(scenery: Scenery, vehicle: Mention | None) -> Scenery:
    """The scenery, without what is a part of its vehicle: no saddle lies beside a bicycle."""
    if vehicle is None:
        return scenery
    ridden = any(m.concept.id in WITH_SADDLE for m in scenery.animals)
    parts = [m for m in scenery.things if _is_part(m, vehicle, ridden=ridden)]
    things = tuple(m for m in scenery.things if m not in parts)
    if parts and not any(m.concept.id == vehicle.concept.id for m in things):
        things = (*things, _as(parts[0], vehicle))  # "already on the saddle"
    return replace(scenery, things=things)


def _is_part(m: Mention, vehicle: Mention, *, ridden: bool) -> bool:
    known = m.concept.id in PARTS[_plain(vehicle)] and not m.hung and m.count == 1
    return known and not (ridden and m.concept.id == "saddle")


def _as(m: Mention, vehicle: Mention) -> Mention:
    return replace(m, concept=get_concept(vehicle.concept.id), colour=vehicle.colour)
