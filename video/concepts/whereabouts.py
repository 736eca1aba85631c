"""Which of several places a scene is in, and what can stand there: no bus in a bedroom, no roof in a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.table import get_concept
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

INSIDE = frozenset((
    "room", "kitchen", "bedroom", "apartment", "classroom", "hospital", "shop", "workshop", "hall", "church_inside",
    "at_window", "library", "carriage", "cabin", "attic", "greenhouse", "museum", "restaurant", "gym", "laboratory",
    "belly", "tunnel", "factory", "office", "prison", "stairwell", "lift_cabin", "stage", "cellar", "stable",
    "hut_inside",
))  # fmt: skip
PUBLIC = frozenset(
    (
        "museum",
        "restaurant",
        "gym",
        "laboratory",
        "school",
        "shop",
        "hospital",
        "library",
        "factory",
        "office",
        "workshop",
        "church_inside",
    )
)
"""Houses before which one may stand as well as inside: where something drives, before them."""
SETTLED = frozenset((
    "village", "town", "city", "street", "square", "harbour", "market", "school", "apartment_block", "rooftop",
    "station", "playground", "ruins", "balcony",
))  # fmt: skip
VEHICLES = frozenset((
    "car", "bus", "truck", "train", "motorbike", "boat", "ship", "canoe", "raft", "plane", "cart", "tractor",
    "ambulance", "tram", "helicopter", "coach", "digger", "fire_engine",
))  # fmt: skip
ROAD = frozenset(("car", "bus", "truck", "motorbike", "cart", "ambulance", "tram", "coach", "fire_engine"))
BUILDINGS = frozenset((
    "house", "hut", "castle", "tower", "church", "mosque", "temple", "pagoda", "mill", "lighthouse", "barn", "rampart",
))  # fmt: skip
AFLOAT, SAILS = frozenset(("boat", "ship", "canoe", "raft")), frozenset(("vela", "velas"))
WET = frozenset(
    ("open_sea", "sea_rock", "only_water", "abyss", "sea", "river", "lake", "beach", "island", "underwater")
)
"""Places whose water is seen as it is: no puddle of it lies there."""
ROCKS = frozenset(("rock", "stone"))
BUILT = frozenset(("city", "apartment_block", "rooftop", "balcony"))
"""Places that are made of houses: one more would stand in their way."""
PARTS = frozenset(("wall", "roof", "window", "door", "brick", "fireplace", "curtain"))
"""What belongs to a house and does not stand for itself in the open."""
IN_ROOMS = frozenset(("window", "door", "fireplace", "curtain"))
"""Of these what a room shows."""
HOLLOW = frozenset(("cave", "mine", "tunnel", "belly", "hut_inside"))
"""Places whose hearth is a fire on the ground."""
FLYING = frozenset(("fly_away", "plane", "balloon", "eagle", "condor", "dragon", "angel"))
OVERHEAD = frozenset(("in the sky", "los cielos", "les cieux", "pel cel"))
CLOUDS = frozenset(("cloud", "clouds", "nube", "nubes", "nuage", "nuages", "nuvem", "nuvens", "nuvol", "nuvols"))
BURNING = frozenset(("oven", "stove", "fireplace", "campfire"))
"""What is drawn with the fire in it."""
_WAVES = "wave waves ola olas oleaje vague vagues flots onda ondas ona onades onada"
WAVES = frozenset(_WAVES.split())
"""A river and a lake have some too."""
SHORES, BANKS = frozenset(("shore", "shores")), frozenset(("riba", "ribera", "berge", "berges"))
"""Of the sea or of a river; a lake has some too."""
LAKES = frozenset(("lake", "lago", "lac", "llac"))
LAND = frozenset(
    (
        "river",
        "lake",
        "swamp",
        "island",
        "beach",
        "village",
        "harbour",
        "forest",
        "mountain",
        "field",
        "savanna",
        "desert",
        "cliff",
    )
)
"""Places that show that there is land."""
SEASIDE = frozenset(("sea", "beach", "harbour", "island"))
YARD = frozenset(
    (
        "tree",
        "mango",
        "mango_tree",
        "apple_tree",
        "orange_tree",
        "fig_tree",
        "well",
        "bench",
        "ball",
        "garden",
        "flag",
        "gate",
    )
)
"""What stands before a school rather than in it."""
FURNITURE = frozenset(("bed", "cradle", "table", "fireplace", "stove", "sofa"))
OUT_THERE = frozenset(
    ("azotea", "terraza", "rooftop", "roof terrace", "flat roof", "terrasse", "terrat", "terraco", "laje")
)
"""Words for a roof on which one stands."""
TAME = frozenset(("cat", "dog", "mouse", "rat", "hen", "chick", "bird", "parrot", "spider", "fly", "mosquito", "ant"))
"""Animals that may be in a room."""


def choose_places(found: Sequence[Mention]) -> tuple[str, ...]:
    """The places of a scene: either outdoors, or the room that is named last and what is around it."""
    places = tuple(dict.fromkeys(m.concept.id for m in found if m.concept.kind == "place"))
    if "nothing_yet" in places and {"sea", "open_sea"} & set(places) | {m.concept.id for m in found} & {"water"}:
        places = (*places, "only_water")  # "there was nothing but the sea"
    places = tuple(p for p in places if p != "nothing_yet")
    if any(m.concept.id == "open_sea" and LAKES & set(fold(m.word).split()) for m in found):
        places = tuple(p for p in places if p != "lake")  # "there was only the lake, and the lake had no end"
    landless = next((p for p in ("abyss", "only_water", "open_sea") if p in places), "")
    if landless and not (LAND | INSIDE) & set(places):
        return (landless,)
    places = tuple(p for p in places if p not in ("abyss", "only_water", "open_sea"))
    if {"river", "lake"} & set(places) and all(fold(m.word) in WAVES for m in found if m.concept.id == "sea"):
        places = tuple(p for p in places if p != "sea")
    if "rooftop" in places and _rained_on(found):
        places, found = tuple(p for p in places if p != "rooftop"), [m for m in found if m.concept.id != "rooftop"]
    if len(places) > 1:  # the shore is that of another water, or the edge of something else
        places = tuple(p for p in places if p != "waterside")
    if {"lake", "river"} & set(places) and all(fold(m.word) in SHORES for m in found if m.concept.id == "beach"):
        places = tuple(p for p in places if p != "beach")
    if "lake" in places and all(fold(m.word) in BANKS for m in found if m.concept.id == "river"):
        places = tuple(p for p in places if p != "river")
    if "underwater" in places:
        return ("underwater",)  # a wood of seaweed, streets of sand
    if "island" in places:
        places = tuple(p for p in places if p != "sea")
    for up in ("rooftop", "balcony", "ship_deck"):
        if up in places:
            return (up,)
    if "dune" in places:
        sandy = "beach" if SEASIDE & set(places) else "desert"
        places = (
            tuple(dict.fromkeys(sandy if p in ("dune", "sea") else p for p in places)) if sandy == "beach" else places
        )
    if "room" in places and {"bedroom", "kitchen"} & set(places):
        found = [m for m in found if m.concept.id != "room"]
    if "sky_above" in places and _on_clouds(found):
        return ("sky_above",)
    if "sky_above" in places and (len(places) > 1 or not _in_the_air(found)):
        places = tuple(p for p in places if p != "sky_above")
    if (
        "school" in places
        and not any(m.concept.id in ROAD for m in found)
        and any(_of_the_open(m) or m.concept.id in YARD or m.concept.kind == "sky" for m in found)
    ):
        places = tuple(dict.fromkeys("playground" if p == "school" else p for p in places))
    outside = tuple(p for p in places if p not in INSIDE)
    inside = [m.concept.id for m in found if m.concept.id in INSIDE]
    if "at_window" in inside:
        return _at_window(found, inside, outside)
    if set(places) <= PUBLIC and any(m.concept.id in ROAD for m in found):
        return ("street",) if places else ()
    if not inside or (outside and any(_of_the_open(m) for m in found)):
        return outside
    return (inside[-1], *outside)


def _rained_on(found: Sequence[Mention]) -> bool:
    """Whether only rain or birds are on the roof, or a bed or a hearth says that one hears it from below."""
    roof = next(m for m in found if m.concept.id == "rooftop")
    if fold(roof.word) in OUT_THERE:
        return False
    fell = any(
        m.concept.kind in ("weather", "animal") and 0 < roof.token - m.token <= 4 and m.sentence == roof.sentence
        for m in found
    )
    return fell or any(m.concept.id in INSIDE or m.concept.id in FURNITURE for m in found)


def _on_clouds(found: Sequence[Mention]) -> bool:
    """Whether the first place that is named is above or on the clouds: what lies below is only seen from there."""
    first = next(m for m in found if m.concept.kind == "place")
    return first.words > 1 and any(t in CLOUDS for t in fold(first.word).split())


def _in_the_air(found: Sequence[Mention]) -> bool:
    """Whether the sky is where somebody is, and not only what is over them."""
    over = AFLOAT & {m.concept.id for m in found} or all(
        _looked_at(m, found) for m in found if m.concept.id == "sky_above"
    )
    flies = not over and any(m.concept.id in FLYING for m in found)
    return flies or any(m.concept.id == "sky_above" and m.words > 1 and fold(m.word) not in OVERHEAD for m in found)


def _looked_at(m: Mention, found: Sequence[Mention]) -> bool:
    """Whether somebody only looks at it."""
    return any(o.concept.id == "look" and o.sentence == m.sentence and 0 < m.token - o.token <= 4 for o in found)


def _at_window(found: Sequence[Mention], inside: list[str], outside: tuple[str, ...]) -> tuple[str, ...]:
    """The room from whose window one looks; where a place outside is named first, somebody else looks out."""
    room = next((i for i in reversed(inside) if i != "at_window"), "")
    window = next(m.token for m in found if m.concept.id == "at_window")
    before = any(m.concept.id in outside and m.token < window for m in found)
    return outside if before and not room else (room or "room", *outside)


def _of_the_open(m: Mention) -> bool:
    kind, i = m.concept.kind, m.concept.id
    return (
        (kind == "weather" and i != "blackout")
        or i in VEHICLES
        or i == "people"
        or (kind == "animal" and i not in TAME)
    )


def fitting(things: Sequence[Mention], places: Sequence[str]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """(the things that can stand in a place, those that have no room there); a wall in the open is a house's."""
    if "carriage" in places:  # who sits in a train does not see it
        things = [m for m in things if m.concept.id not in VEHICLES]
    if HOLLOW & set(places):  # nobody has built a chimney there
        things = [
            replace(m, concept=get_concept("fire"), count=1) if m.concept.id == "fireplace" else m for m in things
        ]
        fires = [m for m in things if m.concept.id == "fire"]
        things = [m for m in things if m.concept.id != "fire" or m is fires[0]]
    if {"classroom", "school"} & set(places):  # French "tableau"
        things = [replace(m, concept=get_concept("blackboard")) if m.concept.id == "picture" else m for m in things]
    if AFLOAT & {m.concept.id for m in things}:  # a Portuguese or Spanish "vela" beside a boat is its sail
        things = [m for m in things if m.concept.id != "candle" or fold(m.word) not in SAILS]
    if WET & set(places):
        things = [m for m in things if m.concept.id != "water"]
    if "sea_rock" in places:
        things = [m for m in things if m.concept.id not in ROCKS]
    if BUILT & set(places):
        things = [m for m in things if m.concept.id != "house"]
    if BURNING & {m.concept.id for m in things}:
        things = [m for m in things if m.concept.id != "fire"]
    if any(p in INSIDE for p in places):
        kept = [
            m for m in things if m.concept.id not in (PARTS - IN_ROOMS) | BUILDINGS | {"bridge"}
        ]  # "the kitchen of the mill"
        return (
            tuple(m for m in kept if m.concept.id not in VEHICLES),
            tuple(m for m in kept if m.concept.id in VEHICLES),
        )
    lived = bool(SETTLED & set(places)) or any(m.concept.id in BUILDINGS for m in things)
    out: list[Mention] = []
    for m in things:
        if m.concept.id not in PARTS or (m.concept.id == "brick" and not lived):
            out.append(m)
        elif not lived:
            out.append(replace(m, concept=get_concept("house"), count=1, colour=None))
            lived = True
    return tuple(out), ()


def on_a_rock(things: Sequence[Mention], places: Sequence[str]) -> bool:
    """Whether a rock is all that there is to stand on, out at sea."""
    ids = {m.concept.id for m in things}
    return "open_sea" in places and bool(ROCKS & ids) and not AFLOAT & ids


_WILD = {
    "savanna": "zebra giraffe elephant antelope", "desert": "camel lizard", "oasis": "camel gull",
    "forest": "deer fox squirrel", "jungle": "monkey parrot jaguar", "field": "sheep cow", "meadow": "sheep cow horse",
    "farm": "cow hen pig", "mountain": "llama condor goat", "hill": "goat sheep", "steppe": "horse eagle",
    "lake": "duck frog", "river": "duck otter", "swamp": "frog heron crocodile", "sea": "dolphin gull",
    "beach": "gull crab", "island": "gull turtle", "underwater": "fish turtle octopus", "ice": "penguin seal",
    "village": "hen goat dog", "garden": "hen cat", "street": "dog cat", "city": "dog cat", "cave": "bat bear",
}  # fmt: skip
_ELSEWHERE = ("deer", "hare", "fox")


def homeland(places: Sequence[str]) -> str:
    """The place whose animals are meant: at a river of the savanna those of the savanna; empty where there is none."""
    return next((p for p in places if p in ("savanna", "jungle", "desert")), next(iter(places), ""))


def animals_of(place: str, drawn: frozenset[str], among: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Two animals that live in a place, for "the animals"; ``among``: which are there already."""
    known = _WILD.get(place, "").split() or _ELSEWHERE
    return tuple(a for a in known if a in drawn and a not in among)[:2]
