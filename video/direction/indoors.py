"""The room that things and doings tell, though no word names it: who peels potatoes is in a kitchen."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.dwelling import HOMES
from video.concepts.hours import BLACKOUT
from video.concepts.mentions import Mention
from video.concepts.scenery import Scenery
from video.concepts.table import get_concept
from video.concepts.whereabouts import AFLOAT

OUTDOORS = frozenset(
    ("tree", "pine", "palm", "house", "hut", "castle", "boat", "cart", "car", "bus", "well", "bridge", "street_lamp")
)
"""Things of which one says that somebody has left the room."""
HOUSEHOLD = {
    "kitchen": frozenset(("oven", "pan", "bowl", "food", "salt", "spoon", "kettle", "stove", "plate")),
    "bedroom": frozenset(("bed", "cradle", "pillow", "blanket")),
    "classroom": frozenset(("blackboard",)),
    "room": frozenset(
        ("table", "chair", "shelf", "curtain", "carpet", "sofa", "television", "computer", "loom", "lamp")
    ),
}
"""By room the things that stand in it rather than in the open."""
DROUGHT = "drought"
UNSEEN = frozenset((DROUGHT, BLACKOUT))
"""Weathers that there are in a room too."""
COOKERY = frozenset(("stove", "sink", "fridge"))
ROOMY = COOKERY | frozenset(
    ("wardrobe", "bathtub", "washing_machine", "sofa", "armchair", "bed", "piano", "ironing_board", "iron", "toilet",
     "dresser", "drawer", "light_switch", "plug", "television", "fuse_box", "cupboard",
     "sewing_machine", "rocking_chair")
)  # fmt: skip
"""Things one of which tells a room."""
KITCHEN_WORK = frozenset(("peel", "cut", "knead", "stir", "cooking", "squeeze"))
STANDING = frozenset(
    ("table", "chair", "stool", "door", "window", "clock", "shelf", "carpet", "lamp", "mirror", "picture", "cup")
)
"""Things of which three together stand in a room."""
SOIL_WORK = frozenset(("dig", "sow", "harvest", "weed", "rake_up", "shovel_up", "plant", "chop", "fishing"))
"""Work in the open."""
OPEN_FIRE = frozenset(("fire", "campfire"))
BEDS = frozenset(("bed", "cama", "lit", "llit"))
EATEN = frozenset(
    ("bread", "food", "cake", "rice", "egg", "milk", "salt", "cheese", "meat", "potato", "onion", "tomato", "carrot",
     "vegetables", "soup", "fried_fish", "honey")
)  # fmt: skip


HOMELY = frozenset(
    ("table", "chair", "armchair", "sofa", "carpet", "lamp", "bed", "pillow", "cup", "stove", "oven", "kettle", "cake",
     "pie", "television", "shelf", "window", "curtain")
)  # fmt: skip
"""Things beside which one hears the rain from within."""


def implied(scenery: Scenery) -> Scenery:
    """A scenery that a brief gives without a place: of a table, flour and a bowl one thinks in a kitchen.

    One thing alone may stand anywhere, but for a bed or a blackboard.
    """
    things = ids_of(scenery)
    if scenery.places or scenery.sky or scenery.weather or scenery.animals or OUTDOORS & things:
        return scenery
    found = {room: len(things & household) for room, household in HOUSEHOLD.items()}
    for room in ("bedroom", "classroom"):
        if found[room]:
            return replace(scenery, places=(room,))
    if "window" in things:
        return replace(scenery, places=("kitchen" if found["kitchen"] else "room",))
    if sum(found.values()) < 2:
        return scenery
    return replace(scenery, places=("kitchen" if found["kitchen"] else "room",))


def is_neighbourly(scenery: Scenery) -> bool:
    """Whether houses with a fence, a gate or a door are told: "two houses with a fence between them"."""
    several = any(m.concept.id in ("house", "hut") and m.count != 1 for m in scenery.things)
    return several and bool({"fence", "gate", "door"} & ids_of(scenery)) and not AFLOAT & ids_of(scenery)


def is_indoors(scenery: Scenery) -> bool:
    """Whether told things and doings are those of a room, though no word says so."""
    things, cooks = ids_of(scenery), {m.concept.id for m in scenery.doings} & KITCHEN_WORK
    if scenery.weather or scenery.sky or (OUTDOORS - {"house"}) & things or OPEN_FIRE & things or scenery.briefed:
        return False
    if len(STANDING & things) > 2:
        return True
    one = {m.concept.id for m in scenery.things if m.count == 1}
    eaten = sum(m.concept.id in EATEN for m in scenery.things)
    return (
        bool(ROOMY & one)
        or (bool(cooks) and bool(eaten or HOUSEHOLD["kitchen"] & things))
        or ("table" in things and eaten > 1)
    )


def is_abed(scenery: Scenery) -> bool:
    """Whether it is told that somebody is in a bed, whatever the weather outside."""
    beds = any(m.concept.id in ("bed", "cradle") and m.count == 1 for m in scenery.things)
    beds = beds or any(
        m.concept.id in ("lie", "sleep") and BEDS & set(m.word.casefold().split()) for m in scenery.doings
    )
    return beds and not scenery.briefed and not (OUTDOORS - {"house", "hut", "castle"}) & ids_of(scenery)


def in_household(scenery: Scenery) -> Scenery:
    """A scene in the room that its things and doings tell."""
    things = ids_of(scenery)
    cooks = {m.concept.id for m in scenery.doings} & KITCHEN_WORK
    if cooks or any(m.concept.id in EATEN for m in scenery.things) or (HOUSEHOLD["kitchen"] | COOKERY) & things:
        return replace(scenery, places=("kitchen",))
    return replace(scenery, places=("bedroom" if HOUSEHOLD["bedroom"] & things or is_abed(scenery) else "room",))


def at_home(scenery: Scenery) -> Scenery:
    """A scene in the room of the house that it names, which is seen from within."""
    doings, things = {m.concept.id for m in scenery.doings}, ids_of(scenery)
    inner = replace(scenery, things=tuple(m for m in scenery.things if m.concept.id not in HOMES))
    if "throne" in things or "castle" in things:
        return replace(inner, places=("hall",))
    if doings & {"sleep", "dream", "wake", "lie"} and not {"table", "stove", "sofa"} & things:
        return with_bed(replace(inner, places=("bedroom",)))
    return in_household(inner)


def with_bed(scenery: Scenery) -> Scenery:
    """A bedroom with a bed in it."""
    if {"bed", "cradle", "hammock", "mat", "cushion"} & ids_of(scenery):
        return scenery
    return replace(scenery, things=(*scenery.things, Mention(concept=get_concept("bed"), word="")))


def ids_of(scenery: Scenery) -> set[str]:
    """Ids of its things."""
    return {m.concept.id for m in scenery.things}


def is_outside(scenery: Scenery) -> bool:
    """Whether its weather, its sky or a thing says that it is in the open."""
    if (
        not scenery.briefed
        and {m.concept.id for m in scenery.doings} & SOIL_WORK
        and "flower_pot" not in ids_of(scenery)
    ):
        return True
    weather = set(scenery.weather) - UNSEEN
    if HOMELY & ids_of(scenery) and not scenery.briefed:
        weather = set()
    return bool(weather or scenery.sky or OUTDOORS & ids_of(scenery))
