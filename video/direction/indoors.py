"""The room that things and doings tell, though no word names it: who peels potatoes is in a kitchen."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.hours import BLACKOUT
from video.concepts.scenery import Scenery

OUTDOORS = frozenset(("tree", "pine", "palm", "house", "hut", "castle", "boat", "cart", "car", "bus", "well", "bridge"))
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
EATEN = frozenset(
    ("bread", "food", "cake", "rice", "egg", "milk", "salt", "cheese", "meat", "potato", "onion", "tomato", "carrot",
     "vegetables", "soup", "fried_fish", "honey")
)  # fmt: skip


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


def in_household(scenery: Scenery) -> Scenery:
    """A scene in the room that its things and doings tell."""
    things = ids_of(scenery)
    cooks = {m.concept.id for m in scenery.doings} & KITCHEN_WORK
    if cooks or any(m.concept.id in EATEN for m in scenery.things) or (HOUSEHOLD["kitchen"] | COOKERY) & things:
        return replace(scenery, places=("kitchen",))
    return replace(scenery, places=("bedroom" if HOUSEHOLD["bedroom"] & things else "room",))


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
    return bool(set(scenery.weather) - UNSEEN or scenery.sky or OUTDOORS & ids_of(scenery))
