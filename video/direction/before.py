"""What a scene keeps of the scenes before it: a story stays where it is until it says that it goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from video.concepts.hours import BLACKOUT
from video.concepts.mentions import Mention
from video.concepts.scenery import LIGHTS, Scenery
from video.concepts.seasons import ANY, SNOWED, WINTER
from video.concepts.table import get_concept
from video.concepts.whereabouts import AFLOAT, INSIDE, ROCKS, SEASIDE, VEHICLES, on_a_rock
from video.direction.faraway import is_faraway, still_there
from video.direction.indoors import (
    DROUGHT,
    HOUSEHOLD,
    ids_of,
    in_household,
    is_abed,
    is_indoors,
    is_neighbourly,
    is_outside,
    with_bed,
)

INDOORS = INSIDE | frozenset(("school", "cave"))
WAYS = frozenset(("road", "crossroads"))
CROSSED = frozenset(
    ("savanna", "desert", "forest", "jungle", "mountain", "ice", "steppe", "field", "meadow", "hill", "swamp", "valley")
)
"""Places through which a road leads."""
SANDY = CROSSED | frozenset(("river", "lake", "oasis", "farm"))
"""Where sand is that of the ground."""
SETTLED = frozenset(("village", "town", "city", "street"))
REGIONS = frozenset(("savanna", "jungle"))
"""Lands that have waters of their own."""
DRINKING = frozenset(("river", "lake", "swamp", "waterfall", "spring"))
LIT = frozenset(("lamp", "lantern", "candle", "torch", "fire", "campfire", "flashlight"))
"""What is lit goes on burning in the same night."""
BY_DAY = frozenset(
    ("sky_above", "heaven", "school", "classroom", "market", "field", "playground", "shop", "office", "library")
)
"""Where one goes by day: who comes there without a word on the hour comes the next day."""
PERCHED = frozenset(("rooftop", "balcony"))
"""Parts of a house from which one goes in again."""
HIGH_UP = frozenset(("apartment", "rooftop", "balcony", "apartment_block"))
"""What only a city has."""
FOLK = frozenset(("city", "town", "street"))
"""Places round a room in which a story is."""
URBAN = HIGH_UP | frozenset(("city", "town", "street", "stairwell", "lift_cabin", "square"))
LIVED = frozenset(("village", "farm", "garden", "courtyard", "market", "field", "orchard", "meadow"))
"""Places in the open with houses in which people live."""
WATERS = SEASIDE | frozenset(("open_sea", "sea_rock", "river", "lake", "swamp"))
LANDED = frozenset(("tree", "palm", "grass", "house", "hut", "flower", "bush"))
"""What shows that there is land now."""
NO_LAND = frozenset(("sea", "underwater", "sky_above", "heaven", "space"))
"""Places in which no land is seen."""
FROZEN = frozenset(("mountain", "ice", "cliff", "cave", "sky_above", "heaven"))
"""Places in which snow says nothing of the land around them."""
LANDLESS = ("abyss", "open_sea")
DAWNING = frozenset(("before_dawn", "dawn", "morning"))
"""Hours by which a night's weather is over."""
LASTING = frozenset(("storm", "rain", "snow", "wind", "overcast", "fog"))
NIGHT_FOR, DARK_FOR, WEATHER_FOR = 2, 1, 2
"""For so many scenes a night, another hour and a weather go on without a word: then one may think of another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where and when a story was last said to be."""

    places: tuple[str, ...] = ()
    outdoors: tuple[str, ...] = ()
    """The last places in the open, rooftops and balconies not counted."""
    indoors: tuple[str, ...] = ()
    time: str = ""
    """Empty where it is likely another day since."""
    evening: bool = False
    """True from dusk on, until another hour or day is told: where a light burns then, it is night."""
    hushed: bool = False
    """True where the last scene did not say its hour itself, and nothing burnt in it."""
    dry: bool = False
    """True in a drought, which ends when it rains."""
    blackout: bool = False
    """True until the current is back or another day begins."""
    dark: tuple[str, ...] = ()
    """Lights of the sky that are said not to be there, for as long as the night lasts."""
    weather: tuple[str, ...] = ()
    """What goes on of it; empty where it is likely over."""
    season: str = ""
    """Id of the season, from where it is told until another one is or so much time passes."""
    landless: bool = False
    """True from a sea without a shore on, until some land is told."""
    boat: str = ""
    """Id of what somebody was last afloat in."""
    urban: bool = False
    """True where the story was in a city or in a house of one."""
    rock: str = ""
    """Id of the rock out at sea on which the story was, until it is elsewhere."""
    faraway: tuple[str, ...] = ()
    """Where the last scene was under the sea, among clouds and the like; ``places`` are then those before."""
    seafolk: bool = False
    """True where somebody of the cast lives in the sea: there a story stays as anywhere."""


def before(sceneries: Iterable[Scenery], first: Before | None = None) -> Before:
    """What is known after some scenes, in order; ``first``: what is known of the story as a whole."""
    known, quiet, still = first or Before(), 0, 0
    for scenery in sceneries:
        kept, earlier = keep(scenery, known), known
        quiet = 0 if scenery.timed else quiet + 1
        still = 0 if scenery.weather else still + 1
        lasts = quiet < (NIGHT_FOR if kept.time == "night" else DARK_FOR)
        lit = kept.time == "night" and bool(LIT & ids_of(kept))
        dark = tuple(i for i in kept.absent if i in LIGHTS) if kept.time == "night" else ()
        open_air = kept.places and not (INDOORS | PERCHED) & set(kept.places)
        faraway = kept.places if is_faraway(kept.places, seafolk=known.seafolk) and known.places else ()
        known = Before(
            places=known.places if faraway else kept.places,
            faraway=faraway,
            seafolk=known.seafolk,
            outdoors=kept.places if open_air else known.outdoors,
            indoors=kept.places if INDOORS & set(kept.places) else known.indoors,
            time=kept.time if lasts or lit else "",
            evening=kept.time in ("dusk", "night") if scenery.timed else known.evening and not scenery.new_day,
            hushed=not scenery.timed and not lit,
            dry=DROUGHT in kept.weather,
            blackout=BLACKOUT in kept.weather,
            dark=dark,
            weather=_lasting(kept, known) if still < WEATHER_FOR else (),
            season=_season_after(kept),
            landless=_landless(kept, known),
            boat=next((i for i in ids_of(kept) if i in AFLOAT), known.boat),
            urban=known.urban or bool(URBAN & set(kept.places)),
            rock=next((i for i in ids_of(kept) if i in ROCKS), "") if on_a_rock(kept.things, kept.places) else "",
        )
        known = _ended(scenery, known, earlier)
    return known


def _ended(scenery: Scenery, known: Before, earlier: Before) -> Before:
    """What is known behind a scene that ends at another hour or place than its own."""
    hour, places = scenery.later
    if hour:
        known = replace(known, time=hour.removeprefix("before_"), evening=hour in ("dusk", "night"), hushed=False)
        if hour in DAWNING:
            known = replace(known, weather=())
    places = places or (earlier.places if scenery.back else ())
    if not places:
        return known
    inside = bool(INDOORS & set(places))
    open_air = not inside and not PERCHED & set(places)
    return replace(
        known,
        places=places,
        outdoors=places if open_air else known.outdoors,
        indoors=places if inside else known.indoors,
        urban=known.urban or bool(URBAN & set(places)),
    )


def _landless(kept: Scenery, known: Before) -> bool:
    """Whether no land has been told since a sea without a shore."""
    places = set(kept.places)
    return bool(places & set(LANDLESS)) or (known.landless and places <= NO_LAND and not LANDED & ids_of(kept))


def _lasting(kept: Scenery, known: Before) -> tuple[str, ...]:
    """What of the weather may go on: in a room one does not see it, and it is not over."""
    ended = kept.cleared or kept.new_day or kept.sky
    unseen = INDOORS & set(kept.places) and not ended
    return tuple(w for w in kept.weather if w in LASTING) or (known.weather if unseen else ())


def keep(scenery: Scenery, known: Before) -> Scenery:
    """A scene in the place, at the time and in the weather of those before it, where it says nothing of them."""
    scenery = _in_weather(_in_place(_at_time(scenery, known), known), known)
    snows = "snow" in scenery.weather and known.season not in (WINTER, SNOWED)
    return scenery if scenery.season or snows else replace(scenery, season=known.season)


def _season_after(kept: Scenery) -> str:
    """The season that goes on: snow lies where it has fallen, but for what fell on a mountain, until it rains."""
    if kept.season == ANY:
        return ""
    if "snow" in kept.weather and not FROZEN & set(kept.places) and kept.season in ("", WINTER, SNOWED):
        return SNOWED
    rains = {"rain", "storm"} & set(kept.weather)
    return WINTER if kept.season == SNOWED and rains else kept.season


def _at_time(scenery: Scenery, known: Before) -> Scenery:
    unlit = set(known.dark) >= LIGHTS
    dark = known.time == "night" or unlit
    bright = {"sun", "rainbow"} & set(scenery.sky) or BY_DAY & set(scenery.places)
    # Who paints a second scene without an hour, and no light in it, thinks of none.
    elsewhen = scenery.briefed and known.hushed and not LIT & ids_of(scenery)
    if unlit and not scenery.timed and not bright:
        scenery = replace(scenery, time="night")
    elif not scenery.timed and known.time and not (dark and bright) and not elsewhen:
        scenery = replace(scenery, time=known.time)
    elif not scenery.timed and known.evening and LIT & ids_of(scenery) and not bright:
        scenery = replace(scenery, time="night")
    if dark and scenery.time == "night" and not scenery.new_day:
        gone = {i for i in known.dark if i not in scenery.sky}
        scenery = replace(scenery, absent=tuple(sorted({*scenery.absent, *gone})))
    return scenery


def _in_weather(scenery: Scenery, known: Before) -> Scenery:
    """The scene in the drought or storm of the one before: a brief is silent only of a fair weather."""
    by_day = scenery.timed and scenery.time not in ("night", "dusk")
    if known.blackout and not (scenery.cleared or scenery.new_day or by_day or BLACKOUT in scenery.weather):
        scenery = replace(scenery, weather=(*scenery.weather, BLACKOUT))
        return scenery if scenery.timed else replace(scenery, time="night")
    if known.dry and not scenery.weather:
        return replace(scenery, weather=(DROUGHT,))
    silent = not (scenery.weather or scenery.timed or scenery.sky or scenery.new_day or scenery.cleared)
    if "fog" in known.weather and silent:  # also before a room's windows
        return replace(scenery, weather=("fog",))
    through_window = INDOORS & set(scenery.places) and not scenery.timed
    outside = scenery.briefed and not through_window
    if scenery.weather or outside or scenery.cleared or scenery.new_day or not known.weather:
        return scenery
    if through_window and scenery.briefed and not scenery.sky:
        return replace(scenery, weather=known.weather)
    if scenery.sky or INDOORS & set(scenery.places) or (scenery.timed and scenery.time not in ("night", "dusk")):
        return scenery
    if scenery.time != "night" and not {"storm", "snow"} & set(known.weather):
        return scenery  # a shower is soon over
    return replace(scenery, weather=known.weather)


def _in_place(scenery: Scenery, known: Before) -> Scenery:
    told = scenery.places if scenery.loose and not INDOORS & set(scenery.places) else ()
    if scenery.loose and known.places:
        scenery = replace(scenery, places=(), loose=False)
    if scenery.sandy and SANDY & set(known.places):
        scenery = replace(scenery, places=())
    if scenery.briefed and not scenery.places and is_neighbourly(scenery) and not SETTLED & set(known.places):
        return replace(scenery, places=("village",))
    if known.faraway and not scenery.places and still_there(scenery, known.faraway):
        return replace(scenery, places=known.faraway)
    if scenery.inside and not INDOORS & set(scenery.places) and not scenery.briefed and not VEHICLES & ids_of(scenery):
        return replace(scenery, places=known.places if INDOORS & set(known.places) else known.indoors or ("room",))
    named = set(scenery.places)
    if named and named <= FOLK and not (scenery.briefed or scenery.headed) and is_indoors(scenery):
        return in_household(scenery)
    if "balcony" in named:
        rural = bool(known.outdoors) and not known.urban
        return replace(scenery, places=("garden",) if rural else ("balcony",))
    if "stairwell" in named and scenery.corridor and (INDOORS - {"apartment"}) & set(known.places):
        return replace(scenery, places=known.places)
    if "stairwell" in named and known.outdoors and not known.urban:
        return replace(scenery, places=tuple("room" if p == "stairwell" else p for p in scenery.places))
    if named:
        return _named(scenery, known)
    if not known.places:
        return in_household(scenery) if scenery.inside or is_indoors(scenery) or is_abed(scenery) else scenery
    if is_abed(scenery) and not INDOORS & set(known.places):
        return with_bed(replace(scenery, places=known.indoors or ("bedroom",)))
    if scenery.by_sea() and not WATERS & set(known.places):
        near = tuple(p for p in known.outdoors if p in WATERS)
        return replace(scenery, places=near) if near else scenery
    out = is_outside(scenery) or ("stable" in known.places and scenery.new_day)
    if INDOORS & set(known.places) and out:
        if {"classroom", "school"} & set(known.places) and not told:
            return replace(scenery, places=("playground",))
        lit = ("street",) if "street_lamp" in ids_of(scenery) else ()
        return replace(scenery, places=told or lit or known.outdoors or (("city",) if known.urban else ()))
    if PERCHED & set(known.places) and known.indoors and _at_home(scenery):
        return replace(scenery, places=known.indoors)
    if set(known.places) <= URBAN | LIVED and not scenery.briefed and is_indoors(scenery):
        return replace(scenery, places=known.indoors) if known.indoors else in_household(scenery)
    return _afloat(replace(scenery, places=known.places), known)


def _named(scenery: Scenery, known: Before) -> Scenery:
    """A scene that names its place, where what went before says which of several is meant."""
    places = scenery.places
    if {"only_water", "abyss"} & set(places):  # of a flood, a well or a cellar one says so too
        if known.places and not (SEASIDE | frozenset(LANDLESS)) & set(known.places):
            return replace(scenery, places=known.places)
        places = tuple("open_sea" if p == "only_water" else p for p in places)
    if known.landless and set(places) <= {"sea", *LANDLESS} and not LANDED & ids_of(scenery):
        dark = {"abyss"} & {*known.places, *places} and scenery.time == "night" and not scenery.sky
        places = ("abyss",) if dark else ("open_sea",)
    wild = tuple(p for p in known.outdoors if p in CROSSED)
    if wild and set(places) <= WAYS:  # a path of the savanna is in the savanna
        places = (*wild, *places)
    land = tuple(p for p in known.outdoors if p in REGIONS)
    if land and set(places) <= DRINKING:  # the river of the savanna
        places = (*places, *land)
    if set(places) == {"waterside"}:  # the shore of the water at which the story is
        places = tuple(p for p in known.outdoors if p in WATERS or p in DRINKING) or ("river",)
    if "dune" in places and SEASIDE & {*known.places, *known.outdoors}:
        places = tuple("beach" if p == "dune" else p for p in places)
    in_boat = AFLOAT & ids_of(scenery) and not (WATERS | INDOORS) & set(places)
    if in_boat and not {"forest", "jungle"} & set(places):  # a boat on its way to the village is on its water
        places = (*places, *(p for p in known.places if p in WATERS))
    return _afloat(replace(scenery, places=places), known)


def _afloat(scenery: Scenery, known: Before) -> Scenery:
    """Who is out at sea in a story with a boat is in it, and on the rock on which they were."""
    under = known.rock or known.boat
    if "open_sea" not in scenery.places or not under or (AFLOAT | ROCKS) & ids_of(scenery):
        return scenery
    return replace(scenery, things=(*scenery.things, Mention(concept=get_concept(under), word="")))


def _at_home(scenery: Scenery) -> bool:
    """Whether somebody eats, sits at a table or lies in bed."""
    eats = any(m.concept.id in ("eat", "cooking", "sleep") for m in scenery.doings)
    return eats or any(ids_of(scenery) & things for things in HOUSEHOLD.values())


STAYED = frozenset(
    ("village", "town", "city", "street", "savanna", "desert", "island", "beach", "harbour", "sea", "forest", "jungle",
     "mountain", "river", "lake", "farm", "field", "playground", "school", "market", "ice", "steppe", "apartment",
     "apartment_block", "open_sea", "abyss", "garden", "swamp", "hill", "cliff", "rooftop")
)  # fmt: skip
"""Places in which a story may be as a whole."""
PASSED = frozenset(("river", "lake", "mountain", "hill", "cliff", "swamp", "rooftop", "open_sea", "abyss"))
"""Of these, the ones in which it need not be where one scene of several says so: they are soon left."""
LONG = 4


def begins_in(sceneries: Iterable[Scenery]) -> Before:
    """Where a story is before it has said so: in its title, or where at least half of its later scenes are that say so.

    Of scenes that tell of a way it counts for nothing where they arrive.
    """
    sceneries = tuple(sceneries)
    placed = [s for s in sceneries if not s.loose and STAYED & set(s.places) and not _arrives(s)]
    if len(placed) == 1 and len(sceneries) >= LONG and set(placed[0].places) <= PASSED and not placed[0].briefed:
        return Before()
    kinds = [frozenset(_region(p) for p in s.places if p in STAYED) for s in placed]
    for scenery, kind in zip(placed, kinds, strict=True):
        places = tuple(p for p in scenery.places if p in STAYED)
        if 2 * sum(bool(kind & other) for other in kinds) >= len(kinds):
            urban = bool(URBAN & set(places))
            return Before(places=("city",) if HIGH_UP & set(places) else places,
                          outdoors=("city",) if urban else places, urban=urban)  # fmt: skip
    return Before()


def _arrives(scenery: Scenery) -> bool:
    return not scenery.briefed and any(m.concept.id in ("travel", "climb") for m in scenery.doings)


def _region(place: str) -> str:
    return "city" if place in URBAN else "sea" if place in SEASIDE or place in LANDLESS else place
