"""What is done from near: blowing at somebody, standing at a bicycle, sitting on one."""

from __future__ import annotations

from collections.abc import Sequence

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.direction.deed_words import AT_WORK, CARRIER, WORKED_AT
from video.direction.relations import is_relation
from video.shotlist import Deed, Way


def breathed(who: Sequence[str], behind: Sequence[Mention]) -> Deed | None:
    """At whom of the cast somebody blows: "into Ana's mouth"."""
    first = next((m for m in behind if not is_relation(m)), None)
    if first is None or first.concept.kind != CAST or first.concept.id in who:
        return None
    return Deed(way=Way.BREATHE, to=first.concept.id)


def at_vehicle(verb: Mention, behind: Sequence[Mention]) -> Deed | None:
    """A bicycle at which somebody kneels, looks or has a hand."""
    first = next((m for m in behind if not is_relation(m)), None)
    if verb.concept.id not in AT_WORK or first is None or first.concept.id not in WORKED_AT or first.count != 1:
        return None
    return Deed(way=Way.BESIDE, to=first.concept.id, colour=first.colour)


def mounted_on(verb: Mention | None, seat: Mention) -> Deed | None:
    """Who sits on a bicycle or its carrier is on it, as who rides one."""
    if (verb is not None and verb.concept.id != "sit") or seat.concept.id not in WORKED_AT | {CARRIER}:
        return None
    part = "carrier" if seat.concept.id == CARRIER else ""
    return Deed(way=Way.RIDE, to="bicycle" if part else seat.concept.id, colour=seat.colour, part=part)
