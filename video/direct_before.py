"""What a scene keeps of the scenes before it: a story stays where it is until it says that it goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from video.concepts.scenery import Scenery
from video.concepts.whereabouts import INSIDE

INDOORS = INSIDE | frozenset(("school", "cave"))
OUTDOORS = frozenset(("tree", "pine", "palm", "house", "hut", "castle", "boat", "cart", "car", "bus", "well", "bridge"))
"""Things of which one says that somebody has left the room."""
HOUSEHOLD = {
    "kitchen": frozenset(("oven", "pan", "bowl", "flour", "salt", "spoon", "dough")),
    "bedroom": frozenset(("bed", "cradle", "pillow", "blanket")),
    "classroom": frozenset(("blackboard",)),
    "room": frozenset(
        ("table", "chair", "shelf", "curtain", "carpet", "sofa", "television", "computer", "loom", "lamp")
    ),
}
"""By room the things that stand in it rather than in the open."""
DROUGHT = "drought"
DARK_FOR = 1
"""For so many scenes a night, dawn or dusk goes on without a word: then one may think of another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where and when a story was last said to be."""

    places: tuple[str, ...] = ()
    time: str = ""
    """Empty where it is likely another day since."""
    dry: bool = False
    """True in a drought, which ends when it rains."""


def before(sceneries: Iterable[Scenery]) -> Before:
    """What is known after some scenes, in order."""
    known, quiet = Before(), 0
    for scenery in sceneries:
        kept = keep(scenery, known)
        quiet = 0 if scenery.timed else quiet + 1
        time = kept.time if quiet < DARK_FOR else ""
        known = Before(places=kept.places, time=time, dry=DROUGHT in kept.weather)
    return known


def keep(scenery: Scenery, known: Before) -> Scenery:
    """A scene in the place and at the time of those before it, where it says nothing of either."""
    if not scenery.timed and known.time:
        scenery = replace(scenery, time=known.time)
    if known.dry and not scenery.weather:
        scenery = replace(scenery, weather=(DROUGHT,))
    if scenery.places or scenery.by_sea() or not known.places:
        return scenery
    if INDOORS & set(known.places) and _outside(scenery):
        return scenery
    return replace(scenery, places=known.places)


def _outside(scenery: Scenery) -> bool:
    return bool(set(scenery.weather) - {DROUGHT} or scenery.sky or OUTDOORS & {m.concept.id for m in scenery.things})


def implied(scenery: Scenery) -> Scenery:
    """A scenery that a brief gives without a place: of a table, flour and a bowl one thinks in a kitchen.

    One thing alone may stand anywhere, but for a bed or a blackboard.
    """
    things = {m.concept.id for m in scenery.things}
    if scenery.places or scenery.sky or scenery.weather or scenery.animals or OUTDOORS & things:
        return scenery
    found = {room: len(things & household) for room, household in HOUSEHOLD.items()}
    for room in ("bedroom", "classroom"):
        if found[room]:
            return replace(scenery, places=(room,))
    if sum(found.values()) < 2:
        return scenery
    return replace(scenery, places=("kitchen" if found["kitchen"] else "room",))
