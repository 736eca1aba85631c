"""All settings, and which of them a scene asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.seasons import SNOWED
from video.engines.papercut.land.onwater import out_on
from video.engines.papercut.land.setting import AIR, BACK, FRONT, Places, Setting, Stretch
from video.engines.papercut.land.venues import VENUES

if TYPE_CHECKING:
    from video.concepts.scenery import Scenery
    from video.engines.papercut.styles import Style

_BANK = Places(
    ground=(FRONT,),
    back=(Stretch(left=0.03, right=0.97, y=642.0, zoom=0.5),),
    water=(Stretch(left=0.05, right=0.95, y=716.0, zoom=0.55),),
    air=(AIR,),
)
_ROOM = Places(
    ground=(Stretch(left=0.1, right=0.9, y=842.0),),
    back=(Stretch(left=0.1, right=0.76, y=776.0, zoom=0.86),),
    air=(Stretch(left=0.2, right=0.8, y=420.0, zoom=0.6),),
)
_GOLD: tuple[tuple[str, int, float], ...] = (
    ("hill", 0xD8B45A, 0.6), ("ground", 0xD2A345, 0.65), ("leaf", 0x9C8F3C, 0.25), ("sand", 0xE9C87E, 0.4),
)  # fmt: skip


def _room(name: str, far: str, *, floor: str = "floor", front: str = "") -> Setting:
    return Setting(
        id=name, sky=(far,), far=(), middle=(), ground=(floor, "furniture"), front=(front,) if front else (),
        line=720.0, base=776.0, feet=842.0,
        places=_ROOM, indoors=True,
    )  # fmt: skip


_ALL: tuple[Setting, ...] = (
    Setting(id="land"),
    Setting(
        id="village", middle=("slope", "hamlet"), ground=("soil", "path", "homestead", "tufts"), says=(1, 6, 2, 1)
    ),
    Setting(
        id="town", far=("ranges", "roofs"), middle=("street",), ground=("paving", "street things"),
        front=("corner plants",), says=(3, 6, 5, 2), line=728.0,
    ),
    Setting(
        id="city", far=("skyline",), middle=("blocks",), ground=("pavement",), front=("street front",),
        says=(5, 7, 5, 4), line=735.0,
    ),
    Setting(
        id="rooftop", far=("ranges",), middle=("roofs",), ground=("roof terrace",), front=("street front",),
        says=(4, 8, 8, 4),
    ),
    Setting(
        id="balcony", far=("skyline",), middle=("roofs",), ground=("balcony",), front=("pot plant",),
        says=(4, 8, 8, 4), feet=832.0,
        places=Places(ground=(Stretch(left=0.06, right=0.94, y=832.0),),
                      back=(Stretch(left=0.3, right=0.94, y=790.0, zoom=0.85),), air=(AIR,)),
    ),
    Setting(
        id="schoolyard", middle=("slope", "school house"), ground=("yard",), says=(1, 7, 5, 1),
    ),
    Setting(
        id="courtyard", middle=("court",), ground=("yard",), says=(1, 6, 5, 1), tint=(("ground", 0xC9A878, 0.3),),
    ),
    Setting(
        id="market", far=("ranges", "roofs"), middle=("arcade",), ground=("paving", "awnings"),
        front=("bunting",), says=(2, 7, 7, 4), line=728.0,
    ),
    Setting(
        id="river", middle=("far bank", "grove"), ground=("river across", "reeds", "tufts"), front=("bank plants",),
        says=(1, 2, 6, 2), base=640.0, line=768.0, places=_BANK,
    ),
    Setting(
        id="stream", ground=("stream", "tufts"), says=(1, 1, 7, 1), line=716.0,
    ),
    Setting(
        id="lake", middle=("far bank", "grove"), ground=("lake", "reeds", "tufts"), front=("bank plants",),
        says=(1, 2, 6, 2), base=620.0, line=778.0,
        places=replace(_BANK, water=(Stretch(left=0.08, right=0.92, y=706.0, zoom=0.5),)),
    ),
    Setting(
        id="sea", far=("sea", "isle"), middle=("waves far",), ground=("waves near",), front=("wave front",),
        says=(6, 8, 8, 3), horizon=505.0, base=560.0, line=640.0, feet=800.0,
        places=Places(water=(Stretch(left=0.12, right=0.88, y=800.0), Stretch(left=0.1, right=0.9, y=640.0, zoom=0.5)),
                      air=(AIR,)),
    ),
    Setting(
        id="open_sea", far=("sea",), middle=("waves far",), ground=("waves near",), front=("wave front",),
        says=(7, 9, 9, 4), horizon=505.0, base=560.0, line=640.0, feet=842.0,
        places=Places(ground=(Stretch(left=0.05, right=0.95, y=842.0),),
                      water=(Stretch(left=0.12, right=0.88, y=800.0), Stretch(left=0.1, right=0.9, y=640.0, zoom=0.5)),
                      air=(AIR,)),
    ),
    Setting(
        id="sea_rock", far=("sea",), middle=("waves far",), ground=("skerry",), front=("wave front",),
        says=(7, 9, 9, 4), horizon=505.0, base=560.0, line=742.0, feet=832.0,
        places=Places(ground=(Stretch(left=0.1, right=0.9, y=832.0),),
                      back=(Stretch(left=0.22, right=0.78, y=796.0, zoom=0.85),),
                      water=(Stretch(left=0.1, right=0.9, y=660.0, zoom=0.5),), air=(AIR,)),
    ),
    Setting(
        id="shore", far=("sea", "isle"), middle=("headland", "waves far"), ground=("surf", "beach"),
        front=("shore plants",), says=(6, 8, 6, 3), horizon=505.0, base=560.0, line=772.0, feet=842.0,
        places=Places(ground=(Stretch(left=0.05, right=0.95, y=842.0),),
                      back=(Stretch(left=0.05, right=0.95, y=800.0, zoom=0.8),),
                      water=(Stretch(left=0.1, right=0.9, y=700.0, zoom=0.5),
                             Stretch(left=0.1, right=0.9, y=600.0, zoom=0.3)), air=(AIR,)),
    ),
    Setting(
        id="harbour", far=("sea", "isle"), middle=("headland", "waves far"), ground=("basin", "quay"),
        front=("quay front",), says=(6, 8, 7, 4), horizon=505.0, base=560.0, line=760.0, feet=846.0,
        places=Places(ground=(Stretch(left=0.05, right=0.95, y=846.0),),
                      back=(Stretch(left=0.05, right=0.95, y=800.0, zoom=0.8),),
                      water=(Stretch(left=0.08, right=0.92, y=706.0, zoom=0.55),
                             Stretch(left=0.1, right=0.9, y=600.0, zoom=0.3)), air=(AIR,)),
    ),
    Setting(
        id="island", far=("sea", "isle"), middle=("waves far",), ground=("surf", "islet"),
        front=("shore plants",), says=(6, 8, 6, 3), horizon=505.0, base=560.0, line=772.0, feet=842.0,
        places=Places(ground=(Stretch(left=0.16, right=0.84, y=842.0),),
                      water=(Stretch(left=0.1, right=0.9, y=690.0, zoom=0.5),), air=(AIR,)),
    ),
    Setting(
        id="forest", far=("forest far",), middle=("trunks",), ground=("forest floor",), front=("forest front",),
        says=(4, 5, 3, 5), tint=(("ground", 0x5E7A46, 0.45),),
    ),
    Setting(
        id="jungle", far=("jungle far",), middle=("jungle",), ground=("jungle floor",), front=("jungle front",),
        says=(4, 5, 4, 6),
        tint=(("hill", 0x2F8A5A, 0.6), ("ground", 0x4E7A3E, 0.6), ("leaf", 0x1F7A48, 0.4), ("ranges", 0x7FB89A, 0.4)),
    ),
    Setting(
        id="savanna", far=("mesas", "plain far"), middle=("savanna",), ground=("grassland",), front=("savanna front",),
        says=(3, 3, 3, 3), tint=_GOLD,
    ),
    Setting(
        id="desert", far=("desert far",), middle=("dunes",), ground=("sands",), front=("desert front",),
        says=(5, 4, 4, 4), tint=(("ground", 0xE2B878, 0.8), ("hill", 0xDFA968, 0.75), ("sand", 0xEBC78E, 0.6)),
    ),
    Setting(
        id="oasis", far=("desert far",), middle=("dunes", "pool"), ground=("sands", "palms"), front=("desert front",),
        says=(5, 7, 5, 4), tint=(("ground", 0xE2B878, 0.8), ("hill", 0xDFA968, 0.75), ("sand", 0xEBC78E, 0.6)),
        places=Places(ground=(FRONT,), back=(BACK,), water=(Stretch(left=0.42, right=0.66, y=712.0, zoom=0.4),),
                      air=(AIR,)),
    ),
    Setting(
        id="mountains", far=("high peaks",), middle=("alp",), ground=("rocky soil",), front=("rock front",),
        says=(6, 3, 2, 3),
    ),
    Setting(
        id="waterfall", far=("high peaks",), middle=("waterfall",), ground=("river across", "reeds", "tufts"),
        front=("bank plants",), says=(5, 7, 7, 2), base=640.0, line=768.0, places=_BANK,
    ),
    Setting(
        id="hill", far=("ranges", "hills"), middle=("round hill",), says=(2, 3, 1, 1),
    ),
    Setting(
        id="volcano", far=("volcano",), middle=("slope", "grove"), ground=("lava soil",), front=("rock front",),
        says=(8, 1, 2, 3), tint=(("ground", 0x5B4A48, 0.55), ("hill", 0x6E5A55, 0.45)),
    ),
    Setting(
        id="snow", far=("ice peaks",), middle=("drifts", "frozen grove"), ground=("snow field",),
        front=("snow front",), says=(5, 4, 4, 3),
        tint=(("ground", 0xF2F6FA, 0.95), ("hill", 0xDDE8F2, 0.9), ("ranges", 0xB7CBE2, 0.7),
              ("leaf", 0xB9CDD3, 0.35), ("sand", 0xEDF3F8, 0.9), ("water", 0x6FA9CC, 0.4)),
    ),
    Setting(
        id="ice", far=("icebergs far",), middle=("icebergs",), ground=("ice floe",), front=("ice front",),
        says=(7, 8, 8, 4), horizon=520.0, base=600.0,
        tint=(("ground", 0xF2F6FA, 0.95), ("hill", 0xDDE8F2, 0.9), ("ranges", 0xC3D7EA, 0.8),
              ("sand", 0xEDF3F8, 0.9), ("water", 0x3F86B0, 0.6)),
        places=Places(ground=(FRONT,), back=(BACK,), water=(Stretch(left=0.1, right=0.9, y=680.0, zoom=0.45),),
                      air=(AIR,)),
    ),
    Setting(
        id="terraces", far=("ranges", "terraces far"), middle=("terraces",), ground=("paddy edge",),
        front=("corner plants",), says=(4, 7, 3, 2),
        tint=(("hill", 0x8FC25A, 0.55), ("ground", 0x86A84A, 0.5)),
        places=Places(ground=(FRONT,), back=(BACK,), air=(AIR,)),
    ),
    Setting(
        id="field", middle=("slope", "farm"), ground=("crop rows",), front=("crop front",), says=(2, 2, 4, 3),
    ),
    Setting(
        id="garden", middle=("slope", "yard house"), ground=("lawn", "beds"), front=("garden front",),
        says=(1, 4, 4, 4), tint=(("ground", 0x7FA954, 0.4),),
    ),
    Setting(
        id="road", ground=("soil", "road", "tufts"), says=(1, 1, 5, 1),
    ),
    Setting(
        id="swamp", far=("forest far",), middle=("swamp trees",), ground=("swamp",), front=("reed front",),
        says=(3, 5, 6, 4),
        tint=(("water", 0x6E7F4E, 0.55), ("ground", 0x6F7A48, 0.5), ("hill", 0x7C8C5E, 0.4)), base=650.0, line=768.0,
        places=replace(_BANK, back=()),
    ),
    Setting(
        id="cave", sky=("cave wall",), far=("cave far",), middle=("cave middle",), ground=("cave floor",),
        front=("cave front",), says=(9, 9, 9, 9), closed=True,
        places=Places(ground=(FRONT,), back=(BACK,), water=(), air=(Stretch(left=0.2, right=0.8, y=330.0, zoom=0.6),)),
        tint=(("ground", 0x7A6458, 0.85), ("hill", 0x6A5650, 0.9), ("ranges", 0x57464A, 0.9)),
    ),
    Setting(
        id="underwater", sky=("deep water",), far=("reef far",), middle=("reef",), ground=("sea bed",),
        front=("weed front",), says=(9, 9, 9, 9), closed=True,
        places=Places(ground=(FRONT,), back=(BACK,), water=(Stretch(left=0.06, right=0.94, y=420.0),),
                      air=(Stretch(left=0.06, right=0.94, y=420.0), Stretch(left=0.1, right=0.9, y=250.0, zoom=0.6))),
    ),
    Setting(
        id="sky_above", far=(), middle=("cloud bank far",), ground=("cloud bank",), front=("cloud front",),
        says=(9, 9, 9, 9), horizon=640.0,
        places=Places(ground=(FRONT,), back=(BACK,), air=(AIR, Stretch(left=0.1, right=0.9, y=480.0))),
    ),
    Setting(
        id="heaven", sky=("void",), far=("swirls",), middle=("cloud bank far",), ground=("cloud bank",),
        front=("cloud front",), says=(9, 9, 9, 9), closed=True,
        places=Places(ground=(FRONT,), back=(BACK,), air=(AIR, Stretch(left=0.1, right=0.9, y=480.0))),
    ),
    Setting(
        id="abyss", sky=("dark sky",), far=(), middle=(), ground=("dark water",), front=("wave front",),
        says=(9, 9, 9, 9), horizon=520.0, line=640.0, feet=842.0, closed=True,
        places=Places(ground=(Stretch(left=0.05, right=0.95, y=842.0),), water=(Stretch(left=0.1, right=0.9, y=770.0),),
                      air=(AIR,)),
        tint=(("water", 0x2B3A6E, 0.7),),
    ),
    Setting(
        id="station", far=("ranges", "roofs"), middle=("train",), ground=("platform",), front=("canopy",),
        says=(2, 8, 8, 5), line=730.0, feet=846.0,
        places=Places(ground=(Stretch(left=0.045, right=0.955, y=846.0),),
                      back=(Stretch(left=0.03, right=0.97, y=800.0, zoom=0.8),), air=(AIR,)),
    ),
    _room("room", "living room"),
    _room("hut", "hut inside", floor="earth floor", front="doorway"),
    _room("kitchen", "kitchen", floor="tile floor", front="shelf front"),
    _room("flat", "flat inside", floor="parquet", front="flat front"),
    _room("classroom", "classroom", floor="parquet", front="desk front"),
    _room("workshop", "workshop", floor="floor", front="shelf front"),
    _room("hall", "hall", floor="tile floor", front="drapes"),
    _room("library", "shelves", floor="parquet", front="flat front"),
    _room("shop", "shelves", floor="tile floor", front="shelf front"),
    _room("office", "office", floor="parquet", front="desk front"),
    _room("hospital", "ward", floor="tile floor", front="flat front"),
    _room("stairwell", "stairwell", floor="tile floor", front="banister front"),
    *VENUES,
)  # fmt: skip

SETTINGS: dict[str, Setting] = {setting.id: setting for setting in _ALL}

ALIASES: dict[str, str] = {
    "mountain": "mountains", "cliff": "mountains", "beach": "shore",
    "street": "town", "square": "town", "crossroads": "road", "meadow": "land",
    "steppe": "land", "camp": "land", "playground": "schoolyard", "orchard": "garden", "cemetery": "hill",
    "valley": "hill", "farm": "field", "vineyard": "field", "spring": "river", "canyon": "desert",
    "school": "classroom", "bedroom": "room", "apartment": "flat",
    "church_inside": "hall", "stage": "hall", "factory": "workshop",
    "space": "heaven", "mine": "cave", "tunnel": "cave", "museum": "hall", "gym": "hall", "restaurant": "room",
    "laboratory": "workshop", "cabin": "room", "zoo": "land",
}  # fmt: skip
"""Ids of places of the table of concepts, and which setting draws them, where the names differ."""

AT_WATER = frozenset(
    {
        "bridge_top",
        "ship_deck",
        "sea",
        "open_sea",
        "sea_rock",
        "shore",
        "harbour",
        "island",
        "river",
        "lake",
        "swamp",
        "oasis",
    }
)
VEHICLES = frozenset({"car", "bus", "truck", "motorbike", "bicycle", "train"})
ROOFED = frozenset({"village", "harbour", "shore", "sea", "island", "market", "river", "field", "forest"})
"""Where a rooftop is that of a house which is seen, not a place to stand on."""
ABOVE = frozenset({"sun", "moon", "star", "cloud"})
AFLOAT = frozenset({"boat", "rowboat", "canoe", "ship", "raft"})
LANDLESS = frozenset({"open_sea", "abyss"})
"""Where there is nothing to stand on."""
EVERYBODY = ""
"""Among names: all who are there."""


def setting_of(scenery: Scenery, style: Style) -> Setting:
    """The setting that a scene asks for; where it asks for several, one put together of their layers.

    Where all who are there are in a boat or in the water, it is seen from there.
    """
    afloat = EVERYBODY in (*scenery.aboard, *scenery.bathing) or bool(LANDLESS & set(scenery.places))
    return out_on(_asked_of(scenery, style)) if afloat else _asked_of(scenery, style)


def _asked_of(scenery: Scenery, style: Style) -> Setting:
    asked: list[Setting] = []
    for place in scenery.places:
        setting = SETTINGS.get(ALIASES.get(place, place))
        if setting is not None and setting not in asked:
            asked.append(setting)
    named = {m.concept.id for m in scenery.things}
    if named & AFLOAT:  # in a boat one needs nothing to stand on
        asked = [SETTINGS["sea"] if s.id == "open_sea" else s for s in asked]
    asked = _meant(asked, named, scenery)
    if any(s.indoors for s in asked):
        return _inside(asked, style)
    closed = next((s for s in asked if s.closed), None)
    if closed is not None:
        return replace(closed, also=tuple(s.id for s in asked))
    ids = {s.id for s in asked}
    if "bridge" in named and "lake" not in ids:
        asked = [s for s in asked if s.id != "river"] + [SETTINGS["stream"]]
    elif scenery.by_sea() and not ids & AT_WATER:
        asked.append(SETTINGS["shore"])
    if (
        "sea" in ids
        and "open_sea" not in scenery.places
        and (not named & AFLOAT or ids & {"village", "town", "shore", "harbour"})
    ):
        asked = [SETTINGS["shore"] if s.id == "sea" else s for s in asked]
    if "desert" in ids and ids & {"lake", "river"}:
        asked = [SETTINGS["oasis"]]
    if style.id == "city" and ids & {"town", "village"}:
        asked = [SETTINGS["city"] if s.id in ("town", "village") else s for s in asked]
    if not asked:
        asked = [SETTINGS["snow" if "snow" in scenery.weather or scenery.season == SNOWED else "land"]]
    return _joined(asked)


def _meant(asked: list[Setting], named: set[str], scenery: Scenery) -> list[Setting]:
    """The settings that are meant, where several are named that no picture shows together."""
    ids = {s.id for s in asked}
    if "rooftop" in ids:
        if ids & ROOFED or any(s.indoors and s.id != "flat" for s in asked):
            asked = [s for s in asked if s.id != "rooftop"]  # the roofs of the houses that are seen
        else:  # the roof of a block of flats
            asked = [SETTINGS["city"] if s.id == "flat" else s for s in asked]
    elif "flat" in ids and ids & {"city", "town"} and named & VEHICLES:
        asked = [s for s in asked if s.id != "flat"]  # cars drive by before the house, not in it
    if "stairs" in named and ids & {"room", "flat"}:
        asked = [SETTINGS["stairwell"], *asked]
    dark = scenery.time == "night" and ("water" in named or "sea" in ids)
    if ids & {"heaven", "sky_above"} and dark:
        return [SETTINGS["abyss"]]
    nobody = not scenery.animals and not scenery.people
    if not asked and dark and nobody and named <= {"water", "lamp", "egg"} | ABOVE:
        return [SETTINGS["abyss"]]
    return asked


def _inside(asked: list[Setting], style: Style) -> Setting:
    """The room that is meant: a room of a hut, of a town's flat, or what was named."""
    room = next(s for s in asked if s.indoors)
    ids = tuple(s.id for s in asked)
    if room.id == "room" and ("city" in ids or style.room == "flat"):
        room = SETTINGS["flat"]
    elif room.id == "room" and style.room in ("clay", "felt", "bamboo") and "town" not in ids:
        room = SETTINGS["hut"]
    return replace(room, also=(*ids, room.id))


def _joined(asked: list[Setting]) -> Setting:
    """One setting with each layer of whom it means most."""

    def of(layer: int) -> Setting:
        return max(asked, key=lambda s: s.says[layer])

    ground, middle = of(2), of(1)
    drawn = {of(layer).id for layer in range(4)}
    if "mountains" in drawn:
        drawn.add("hill")  # whoever stands before mountains stands on one
    settled = {"village", "town", "city"} if {"headland", "arcade", "street", "blocks"} & set(middle.middle) else set()
    return replace(
        ground,
        id=asked[0].id if len(asked) == 1 else ground.id,
        far=of(0).far,
        middle=middle.middle,
        front=of(3).front,
        horizon=of(0).horizon,
        tint=tuple(dict.fromkeys(t for s in (ground, middle, of(0)) for t in s.tint))[:6],
        also=tuple(s.id for s in asked),
        home=middle.id,
        unseen=tuple(s.id for s in asked if s.id not in drawn | settled | {"land"}),
    )
