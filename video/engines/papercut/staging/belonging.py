"""What may be where: nothing hangs on a wall that is not there, and no car drives through a room."""

from __future__ import annotations

from dataclasses import replace

from video.concepts.scenery import Concept, Mention
from video.concepts.table import get_concept
from video.engines.papercut.land.smoke import SOURCES
from video.engines.papercut.land.view import View
from video.engines.papercut.staging.afloat import UNDER
from video.engines.papercut.staging.scene import Scene
from video.engines.papercut.things.catalog import ANIMALS, THINGS

OF_HOUSES = frozenset({"door", "window", "curtain"})
"""Outdoors they are where houses are."""
OUTDOORS = frozenset(
    {
        "bus", "car", "cart", "motorbike", "plane", "plough", "train", "truck", "sled",
        "anthill", "beehive", "bush", "fence", "gate", "gravestone", "haystack", "rock", "scarecrow", "snowman",
        "stall", "stone", "tent", "well", "boat", "canoe", "raft", "ship", "rowboat",
        "apple_tree", "mango_tree", "orange_tree", "fig_tree", "pear_tree", "cherry_tree", "peach_tree",
        "van", "kiln", "water_pump", "lighthouse", "buoy", "wildfire", "dung_heap", "mound", "root", "drying_rack",
        "tractor", "ambulance", "tram", "helicopter", "street_lamp", "antenna", "solar_panel", "latrine", "tippy_tap",
        "water_tank", "compost_bin", "millet",
        "fountain", "trough", "coach", "digger", "slide", "seesaw", "birdhouse", "kennel", "mailbox", "sandcastle",
        "fire_engine", "traffic_light", "baobab",
    }
)  # fmt: skip
"""What nobody has in a room."""
FIRES = frozenset({"fire", "campfire"})
HEARTHS = frozenset({"room", "hut", "workshop"})
"""Rooms in which a fire may burn."""
FRUIT_TREES = frozenset(kind for kind in THINGS if kind.endswith("_tree") or kind == "baobab")
WHOLES = {
    "tree": FRUIT_TREES, "leaf": FRUIT_TREES, "smoke": frozenset({"wildfire"}), "fire": frozenset({"wildfire"}),
    "flower_pot": frozenset({"lemon_tree", "potted_plant"}),
    "bicycle_wheel": frozenset({"bicycle"}), "tyre": frozenset({"bicycle", "car", "truck", "bus", "motorbike"}),
    "wheel": frozenset({"cart", "car", "truck", "bus", "bicycle", "motorbike", "spinning_wheel", "train"}),
}  # fmt: skip
"""What is on a larger thing, where that is there: one wheel beside a bicycle is that bicycle's."""
HOMES = frozenset({"house", "hut", "castle", "church"})
WEBS = frozenset({"web"})
"""It hangs on walls, and between boughs too."""
SHADE_TREE = Concept(id="shade_tree", kind="thing")
"""A tree that stands on the stage."""
OPEN = frozenset({"land", "field", "meadow", "village", "farm", "savanna", "steppe", "hill", "square", "garden"})
"""Settings in which one tree is told from others."""
TOWNS = frozenset({"street", "city", "town", "village", "market", "square", "harbour", "farm", "rooftop"})
"""Settings whose places have houses."""


def belonging(scene: Scene, view: View) -> tuple[Scene, tuple[str, ...]]:
    """The scene with only what may be in its place, and what may not, each with the reason."""
    wrong: list[str] = []
    kept: list[Mention] = []
    indoors = view.setting.indoors
    for mention in scene.scenery.things:
        why = _why_not(mention, view, scene)
        if not why:
            kept.append(mention)
        elif why != THERE:
            wrong.append(f"{mention.concept.id} ({why})")
    asked = {m.concept.id for m in scene.scenery.things}
    lost = asked & OF_HOUSES and not indoors and not asked & HOMES and not _built(view)
    if lost and view.places().ground:
        kept.append(Mention(concept=get_concept("house"), count=1))
    kept = _with_its_tree(scene, view, kept)
    if tuple(kept) == scene.scenery.things and not lost:
        return scene, ()
    return replace(scene, scenery=replace(scene.scenery, things=tuple(kept))), tuple(wrong)


def _with_its_tree(scene: Scene, view: View, things: list[Mention]) -> list[Mention]:
    """The things; one tree that is named before all of them stands on the stage: it is what the scene is about."""
    first = next((m for m in things if m.concept.id in THINGS or m.concept.id == "tree"), None)
    if first is None or first.concept.id != "tree" or first.count != 1 or view.setting.id not in OPEN:
        return things
    planted = "tree" in scene.held() or any(a.on == "tree" for a in scene.shot.acting)
    if planted or not view.places().back or any(ANIMALS[a.concept.id].medium == "tree" for a in scene.animals()):
        return things  # on its bough somebody sits
    return [replace(m, concept=SHADE_TREE) if m is first else m for m in things]


THERE = "there"
"""It is in the place anyway."""


def _why_not(mention: Mention, view: View, scene: Scene) -> str:
    """Why a thing cannot be in a place; empty where it can."""
    kind = mention.concept.id
    if kind not in THINGS or kind in scene.held():
        return ""
    if mention.count == 1 and WHOLES.get(kind, frozenset()) & {m.concept.id for m in scene.scenery.things}:
        return THERE
    if kind == "bubble" and UNDER & set(scene.scenery.places):
        return THERE
    if kind == "drop" and mention.count != 1:
        return THERE if {"rain", "storm"} & set(scene.scenery.weather) else "nothing is seen from which it falls"
    if kind in FIRES and {"oven", "stove", "fireplace"} & {m.concept.id for m in scene.scenery.things}:
        return THERE  # it burns in it
    if (
        kind == "smoke"
        and "smoke" not in scene.here
        and not SOURCES & ({m.concept.id for m in scene.scenery.things} - scene.held())
    ):
        return THERE  # from what somebody holds: it hangs nowhere by itself
    if view.setting.indoors:
        if kind in (*FIRES, "stove") and "oven" in scene.here:
            return THERE  # it burns in the oven that the place has
        if kind in FIRES and view.setting.id not in HEARTHS:
            return "there is no hearth"
        straw = kind == "haystack" and view.setting.id == "hut"  # stables and coops are huts inside
        return "not in a room" if kind in OUTDOORS and not straw else ""
    if kind in ("fence", "gate") and view.setting.id == "harbour":
        return "not on a pier"
    if (kind, view.setting.id) == ("boat", "harbour") or kind == "leaf":
        return THERE if mention.count != 1 else ""  # some lie there anyway; leaves are on trees
    if kind in OF_HOUSES:
        return THERE if view.places().ground else "there is no house"
    return "there is no wall" if THINGS[kind].medium == "wall" and kind not in WEBS else ""


def _built(view: View) -> bool:
    return bool(TOWNS & {view.setting.id, *view.setting.also})
