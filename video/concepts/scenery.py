"""What a scene asks to be seen, apart from its cast: from brief, heading and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from video.concepts.afar import only_corridor, rainless, read_here
from video.concepts.course import Course, begins_late, course_of
from video.concepts.darkness import dark_hours, is_candlelit, without_days_spoken_of
from video.concepts.dwelling import is_housed
from video.concepts.headings import SIGN, by_heading, is_headed
from video.concepts.hours import BEFORE_DAWN, BLACKOUT, POWER_BACK, hour_of, is_unlit, weather_of
from video.concepts.living import PERSONAL, living_of
from video.concepts.located import STUFF, is_within
from video.concepts.looks import read_look
from video.concepts.lookup import Source, first_named, get_vocabulary
from video.concepts.mentions import Mention, Own, Reading, read_text
from video.concepts.seasons import season_of
from video.concepts.submerged import dipped_into
from video.concepts.table import CAST, LANGUAGES, Concept, get_concept, standing_for
from video.concepts.tokens import tokens
from video.concepts.whereabouts import INSIDE, animals_of, choose_places, fitting, homeland, on_a_rock
from video.concepts.words import fold

__all__ = ["Concept", "Mention", "Scenery", "animal_of", "understand_scene"]


USUAL = frozenset(("sun", "moon", "star", "cloud", "tree", "house", "grass", "flower"))
"""What a painter may put in without being asked."""
OF = frozenset(("de", "d", "of", "like", "como", "comme", "do", "da", "com"))
"""Between a part of an animal and whose it is: "ears of an elephant"."""
LIGHTS = frozenset(("sun", "moon", "star"))


LANDLOCKED = frozenset(("forest", "jungle", "field", "meadow", "garden", "savanna", "mountains", "desert", "farm"))
"""Places where a net is no fisherman's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """What is to be seen, apart from the cast; and what is said to be done and felt."""

    time: str = "day"
    places: tuple[str, ...] = ()
    sky: tuple[str, ...] = ()
    weather: tuple[str, ...] = ()
    season: str = ""
    """Id of the season; ``any`` = past, which one is not told; empty = nothing is said of it."""
    things: tuple[Mention, ...] = ()
    animals: tuple[Mention, ...] = ()
    people: tuple[Mention, ...] = ()
    absent: tuple[str, ...] = ()
    """Ids of lights of the sky and of plants that are said not to be there: a painter does not add them either."""
    aboard: tuple[str, ...] = ()
    """Names of the characters who are in a boat; one empty name = all who are there."""
    bathing: tuple[str, ...] = ()
    """Names of the characters who are in the water, likewise."""
    flying: tuple[str, ...] = ()
    """Names of the characters who fly."""
    doings: tuple[Mention, ...] = field(default=(), compare=False)
    """Every mention of a doing, in order."""
    moods: tuple[Mention, ...] = field(default=(), compare=False)
    unknown: tuple[str, ...] = field(default=(), compare=False)
    """Words of the brief that were not understood, as they were written."""
    guessed: tuple[Mention, ...] = field(default=(), compare=False)
    """What is there only because a word is likely a form of a known one; its ``word`` says which."""
    timed: bool = field(default=False, compare=False)
    """True where words say the time of day; else it is what is usual."""
    new_day: bool = field(default=False, compare=False)
    """True where words say that another day begins."""
    briefed: bool = field(default=False, compare=False)
    """True where a brief tells what is to be seen."""
    cleared: bool = field(default=False, compare=False)
    """True where a weather is said not to be, or to be over."""
    loose: bool = field(default=False, compare=False)
    """True where its places only say whose or which something is: any place known from before counts more."""
    later: tuple[str, tuple[str, ...]] = field(default=("", ()), compare=False)
    """(the hour, the places) with which the scene ends, where they are others than its own; else empty."""
    sandy: bool = field(default=False, compare=False)
    """True where only sand says that it is a beach."""
    headed: bool = field(default=False, compare=False)
    """True where its heading names its place."""
    back: bool = field(default=False, compare=False)
    """True where it ends where the scene before it was."""
    corridor: bool = field(default=False, compare=False)
    """True where its staircase is only a corridor, which any house has."""
    housed: bool = field(default=False, compare=False)
    """True where it plays in the house with which its brief or heading begins."""
    inside: bool = field(default=False, compare=False)
    """True where the lines tell what is outside: who hears them is in a room."""
    undrawn: tuple[Mention, ...] = field(default=(), compare=False)
    """What is known, but has no picture; only after ``drawn_by``."""

    def by_sea(self) -> bool:
        """True where there is a sea: asked for, or because a boat or a net needs water and no other is named."""
        if {"sea", "beach", "island"} & set(self.places):
            return True
        trapped = any(m.concept.id == "set_free" for m in self.doings)  # a net of hunters
        wet = ("boat", "canoe", "raft", "ship", *(() if trapped or LANDLOCKED & set(self.places) else ("net",)))
        afloat = any(m.concept.id in wet for m in self.things)
        return afloat and not {"river", "lake", "room"} & set(self.places) and "bridge" not in self.ids()

    def ids(self) -> tuple[str, ...]:
        """All recognised concepts that are to be seen, by id."""
        named = (m.concept.id for m in (*self.things, *self.animals, *self.people))
        return (self.time, *self.places, *self.sky, *self.weather, *named)

    def seen(self) -> dict[str, object]:
        """All that changes the picture, for keys: no words, no places in the text."""

        def row(mentions: tuple[Mention, ...]) -> list[tuple[object, ...]]:
            told = ((m, (m.concept.id, m.count, m.colour, m.size, m.hung, m.kin, m.swims, m.look)) for m in mentions)
            return [(*facts, m.gait, m.mouth) if m.gait or m.mouth else facts for m, facts in told]

        season = {"season": self.season} if self.season else {}
        return {
            **season, "time": self.time, "places": self.places, "sky": self.sky, "weather": self.weather,
            "absent": self.absent, "aboard": len(self.aboard), "bathing": len(self.bathing),
            "flying": len(self.flying),
            "things": row(self.things), "animals": row(self.animals), "people": row(self.people),
        }  # fmt: skip

    def drawn_by(self, drawn: frozenset[str]) -> Scenery:
        """The scenery with only what a kit draws: what may stand for the rest stands for it, else it is ``undrawn``."""
        missing: list[Mention] = []

        def ids(row: tuple[str, ...]) -> tuple[str, ...]:
            stand = {i: standing_for(i, drawn) for i in row}
            missing.extend(Mention(concept=get_concept(i), word=i) for i in row if stand[i] is None)
            return tuple(dict.fromkeys(s for s in stand.values() if s is not None))

        def row(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
            out: dict[str, Mention] = {}
            for mention in mentions:
                stand = standing_for(mention.concept.id, drawn)
                if stand is None:
                    missing.append(mention)
                elif stand not in out:
                    out[stand] = replace(mention, concept=get_concept(stand))
                else:  # two things with one picture: several of it
                    before = out[stand]
                    both = before.count + mention.count if before.count and mention.count else 0
                    out[stand] = replace(before, count=both)
            return tuple(out.values())

        time = standing_for(self.time, drawn) or "day"
        places = self.places
        if INSIDE & set(places) and any(m.concept.id == "stairs" for m in self.things) and "stairwell" in drawn:
            places = ("stairwell",)
        if on_a_rock(self.things, places) and "sea_rock" in drawn:
            places = tuple("sea_rock" if p == "open_sea" else p for p in places)
        things, no_room = fitting(self.things, places)
        missing.extend(no_room)
        kept = replace(
            self, time=time, places=ids(places), sky=ids(self.sky), weather=ids(self.weather),
            things=row(things), animals=row(self._with_wildlife(drawn)), people=row(self.people),
        )  # fmt: skip
        return replace(kept, undrawn=tuple(missing))

    def _with_wildlife(self, drawn: frozenset[str]) -> tuple[Mention, ...]:
        """The animals, with some of the place where only "the animals" are asked for."""
        wild = next((m for m in self.animals if m.concept.id == "wild_animal"), None)
        if wild is None or "wild_animal" in drawn:
            return self.animals
        named = tuple(m for m in self.animals if m is not wild)
        if named:
            return named  # "the animals" are those
        some = animals_of(homeland(self.places), drawn)[: 1 if wild.count == 1 else 2]
        return (*(replace(wild, concept=get_concept(i), count=min(wild.count, 1) or 2) for i in some),)


@lru_cache(maxsize=512)  # a plan and its run ask for the same scene several times
def understand_scene(brief: str, rest: str, language: str, names: tuple[str, ...], own: Own = ()) -> Scenery:
    """What brief and, where it is silent, heading and text ask for.

    The brief is authoritative: with one, the rest adds only the time of day and the place, and only where the
    brief names none. ``names`` are the cast's, which are not words to be understood; ``own`` are words that the creator
    explained.
    """
    of_brief, of_rest = read_text(brief, language, names, own), read_text(rest, language, names, own, told=True)
    first = of_brief if brief.strip() else of_rest
    row, briefed = tokens(rest, language), first is of_brief
    headed = of_rest.mentions if briefed else by_heading(of_rest.mentions, rest, row, language)
    asked, (told, inside) = _there(of_brief.mentions), read_here(headed, rest, language)
    told = dipped_into(asked, _there(told))
    every = (*of_brief.mentions, *of_rest.mentions)
    asked, told = list(dark_hours(asked, every)), without_days_spoken_of(list(dark_hours(told, every)), row)
    course = Course(told=told) if briefed else course_of(told, row, language)
    told = course.told
    melted = (m for m in of_rest.mentions if m.absent and m.concept.id == "snow")
    seen = asked if briefed else told
    unsure = briefed and not any(m.concept.kind == "place" and not m.loose for m in asked)
    if unsure:
        named = [m for m in told if m.concept.kind == "place" and not m.loose]
        within = [m for m in named if is_within(m, row, language)]
        seen += (within or named)[:1]
        late = begins_late(told, row, language)
        course = Course(told=told, places=tuple(late))
        unsure = not within or bool(late)
    if any(m.concept.id == "clam" for m in seen):  # the shell is its own
        seen = [m for m in seen if m.concept.id != "shell"]
    candles = is_candlelit(brief if briefed else rest, language)
    time, timed, new_day = hour_of(asked, told, seen, candlelit=candles)
    located = [m for m in seen if m.concept.kind != "place" or not m.loose]
    loose = not any(m.concept.kind == "place" for m in located)
    places = choose_places(seen if loose else located)
    inside = inside or (loose and not briefed and _opens_window(told))
    weather = weather_of(asked, told, briefed=briefed)
    if any(m.concept.id == POWER_BACK for m in every):
        weather = tuple(w for w in weather if w != BLACKOUT)
    absent = _absent(first, of_rest, seen)
    if time == BEFORE_DAWN:
        time, absent = "dawn", tuple(sorted({*absent, "sun"}))
    if time == "night" and is_unlit((*asked, *told)):
        absent = tuple(sorted({*absent, *LIGHTS}))
    things = _merged([_slept_in(m, seen) for m in seen], "thing")
    if first.dry or rainless(of_rest.mentions, row, language):
        weather = tuple(dict.fromkeys((*weather, "drought")))
        things = tuple(m for m in things if m.concept.id != "water")
    if places:
        kept, no_room = fitting(things, places)
        things = (*kept, *no_room)  # what has no room is told by who draws
    return Scenery(
        time=time,
        timed=timed,
        places=places,
        sky=_unique(seen, "sky"),
        weather=weather,
        season=season_of(of_brief.mentions, tokens(brief, language)) or season_of((*told, *melted), row),
        things=things,
        animals=_wet(_merged(seen, "animal"), of_brief.mentions, of_rest.mentions),
        people=_merged(seen, "person"),
        absent=absent,
        aboard=first.water.aboard,
        bathing=first.water.bathing,
        flying=first.water.flying,
        doings=tuple(m for m in seen if m.concept.kind == "doing"),
        moods=tuple(m for m in seen if m.concept.kind == "mood"),
        unknown=of_brief.unknown,
        guessed=tuple(m for m in seen if m.source is Source.GUESS),
        new_day=new_day,
        briefed=briefed,
        inside=inside,
        housed=_housed(brief, rest, (of_brief, of_rest), seen, language),
        sandy=places == ("beach",) and all(fold(m.word) in STUFF for m in seen if m.concept.id == "beach"),
        headed=is_headed(told, rest, language),
        back=course.back,
        corridor=only_corridor(seen, language),
        later=(course.time, choose_places(course.places)),
        cleared=any(_cleared(m) for r in (of_brief, of_rest) for m in r.mentions),
        loose=(loose or unsure) and bool(places),
    )


def _wet(animals: tuple[Mention, ...], asked: Sequence[Mention], told: Sequence[Mention]) -> tuple[Mention, ...]:
    """The animals, in the water where the lines say so and the brief does not tell what they do."""
    busy = {m.sentence for m in asked if m.concept.kind == "doing"}
    free = {m.concept.id for m in asked if m.sentence not in busy}
    wet = {m.concept.id for m in told if m.swims and m.concept.id in free}
    return tuple(replace(m, swims=True) if m.concept.id in wet else m for m in animals)


def _there(found: Sequence[Mention]) -> list[Mention]:
    """What is mentioned and not said to be absent, without the cast."""
    return [m for m in found if not m.absent and not m.concept.idle and m.concept.kind != CAST]


def _housed(brief: str, rest: str, readings: tuple[Reading, Reading], seen: list[Mention], language: str) -> bool:
    """Whether the house of the brief, or without one of the heading, is where the scene plays."""
    of_brief, of_rest = readings
    if brief.strip():
        return is_housed(of_brief.mentions, seen, tokens(brief, language), language)
    head = tokens(rest.partition(SIGN)[0], language)
    return is_housed([m for m in of_rest.mentions if m.token < len(head)], seen, head, language)


def _opens_window(told: list[Mention]) -> bool:
    return {"window", "open_up"} <= {m.concept.id for m in told}


def _cleared(m: Mention) -> bool:
    return m.concept.kind == "weather" and (m.absent or m.concept.id == POWER_BACK)


def _slept_in(m: Mention, seen: list[Mention]) -> Mention:
    """Who sleeps in a net lies in a hammock: Portuguese "rede" is both."""
    near = any(
        d.concept.id in ("sleep", "lie") and 0 < m.token - d.token < 4 and d.sentence == m.sentence for d in seen
    )
    return replace(m, concept=get_concept("hammock")) if near and m.concept.id == "net" else m


def _absent(first: Reading, rest: Reading, seen: list[Mention]) -> tuple[str, ...]:
    """What painters put in by themselves and must not here, sorted; of ``rest`` only the lights of the sky."""
    there = {m.concept.id for m in seen}
    gone = {m.concept.id for m in first.mentions if m.absent and m.concept.id in USUAL}
    spoken_of = {m.concept.id for m in rest.mentions if not m.absent}
    gone |= {m.concept.id for m in rest.mentions if m.absent and m.concept.id in LIGHTS} - spoken_of
    return tuple(sorted(gone - there))


def _unique(seen: list[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.concept.id for m in seen if m.concept.kind == kind))


FLAMES = frozenset("flames embers llamas brasas flammes braises chamas brases".split())  # noqa: SIM905 - CONFIG: as words
"""Parts of one fire, however many."""


def _merged(seen: list[Mention], kind: str) -> tuple[Mention, ...]:
    """Each concept of a kind once; a plural anywhere makes it several."""
    out: dict[str, Mention] = {}
    for mention in seen:
        if mention.concept.kind != kind:
            continue
        if mention.concept.id == "fire" and fold(mention.word) in FLAMES:
            mention = replace(mention, count=1)
        before = out.get(mention.concept.id)
        if before is None:
            out[mention.concept.id] = mention
        elif before.count == 1 and mention.count != 1:
            out[mention.concept.id] = replace(before, count=mention.count, swims=before.swims or mention.swims)
        elif mention.swims:
            out[mention.concept.id] = replace(before, swims=True)
    return tuple(out.values())


@lru_cache(maxsize=512)  # every scene, shot and sheet asks for each of its cast
def animal_of(name: str, look: str, language: str) -> str | None:
    """The animal, or thing with a face, that a character is, by its name or the first words of its look.

    None for people.

    Words after "with" are what a character has, not what it is.
    """
    phrases = read_look(look, language)
    said = phrases[0] if phrases else ()
    is_part = re.split(r"\b(?:con|with|avec|amb|com)\b", fold(look))[0]
    tags = {tag for word in said for tag in word.tags}
    if PERSONAL & tags:
        # Of an old woman with her hair in a bun, «moño», the bun is no monkey, «mono».
        is_part = re.split(r"[,;.]", is_part)[0]
        if "human" in tags and not _animal_in(is_part, language):
            return None  # a girl whose name is Paloma is no dove
    named, looked = _animal_in(name, language), _animal_in(is_part, language)
    first = re.split(r"[,;.]", is_part)[0].split()
    if named and looked and not OF & set(first) and _animal_in(" ".join(first), language):
        return looked  # Élan is an elephant, where its look says so
    return named or looked or living_of(name, look, language)


def _animal_in(text: str, language: str) -> str | None:
    """The first animal among the first words of a text."""
    own = get_vocabulary(language)
    others = [get_vocabulary(column) for column in LANGUAGES if column != language.split("-")[0]]
    return first_named(tokens(text, language)[:5], (own, *others), lambda concept: concept.kind == "animal")
