"""What a directed scene is told a person as: in English, but for names and the creator's own words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from video.concepts.forms import forms
from video.concepts.mentions import Mention
from video.concepts.roles import readable
from video.concepts.seasons import ANY
from video.direction.handiwork import BODIES, GESTURES
from video.shotlist import Acting, Deed, Directed, Doing, Mood, Near, ShotPlan, Way

DOES = {
    Doing.STAND: "", Doing.WALK: "walks", Doing.RUN: "runs", Doing.SIT: "sits", Doing.KNEEL: "kneels",
    Doing.POINT: "points", Doing.HOLD: "", Doing.EMBRACE: "embraces", Doing.SLEEP: "sleeps", Doing.WORK: "works",
    Doing.DANCE: "dances", Doing.SING: "sings", Doing.SPEAK: "speaks",
}  # fmt: skip
"""What is told of a doing; empty where it goes without saying."""
_WITH = {
    Way.ON: "on", Way.BESIDE: "beside", Way.INTO: "looks into", Way.BEHIND: "behind", Way.PUSH: "pushes",
    Way.PULL: "pulls", Way.RIDE: "rides", Way.LEAD: "leads", Way.CLIMB: "climbs", Way.PLAY: "plays",
    Way.CARRY: "carries", Way.GIVE: "gives it to", Way.HANDS: "hand in hand with", Way.COMFORT: "a hand on",
    Way.WHISPER: "whispers to", Way.BREATHE: "blows at", Way.LADEN: "has {} on the back",
    Way.UP: "looks up", Way.FLY: "flies", Way.FLOAT: "floats", Way.REAR: "on its hind legs",
    Way.PUT: "puts {} into", Way.THROW: "throws {} to", Way.BEAR: "carries with others", Way.RING: "in a ring",
    Way.DIG: "digs", Way.FREE: "frees", Way.SAVE: "pulls up", Way.OPEN: "opens", Way.COOK: "cooks over", Way.READ: "to",
}  # fmt: skip


_MANY = {
    "goose": "geese", "mouse": "mice", "ox": "oxen", "knife": "knives", "leaf": "leaves", "loaf": "loaves",
    "roof": "roofs", "chief": "chiefs", "snowman": "snowmen", "man": "men", "woman": "women", "child": "children",
    "oldman": "old men", "oldwoman": "old women", "radio": "radios", "piano": "pianos", "rhino": "rhinos",
    "hippo": "hippos", "kangaroo": "kangaroos", "armadillo": "armadillos", "bread": "loaves", "calf": "calves",
    "wheat": "ears of wheat", "maize": "ears of maize", "grass": "tufts of grass", "fisherman": "fishermen",
}  # fmt: skip
"""English plurals that no rule makes, and what several of a mass are called."""
_MASS = frozenset((
    "sheep", "deer", "reindeer", "moose", "fish", "goldfish", "salmon", "shrimp", "police", "people",
    "children", "bamboo", "water", "rice", "smoke", "mud", "earth", "milk", "honey", "salt", "gold", "meat",
    "soap", "glue", "sandpaper", "firewood", "driftwood", "moss", "fur", "food", "thread", "cloth", "dice",
    "light", "tape", "soup", "cassava",
    "millet", "flour", "butter", "dough", "garlic", "chocolate", "candy", "ash", "charcoal", "clay", "trousers",
    "secateurs",
    "beans", "nuts", "peanuts", "cookies", "cherries", "pills", "noodles", "pancakes", "chopsticks", "boots", "sandals",
    "cement", "binoculars", "toys", "marbles", "playing_cards", "knitting_needles",
))  # fmt: skip
"""Names that are the same of several."""
_ONE = frozenset(("bus", "cactus", "octopus", "walrus", "hippopotamus", "rhinoceros", "lotus"))
"""Names that end in s and mean one."""


def acting_told(shot: ShotPlan) -> str:
    """Who does what in a shot: "Nana sits, sad, holds basket · Ina"."""
    busy = (act for act in shot.strangers if act != Acting(name=act.name))
    return " · ".join((*(acted(act) for act in shot.acting), *(acted(act) for act in busy)))


def acted(act: Acting) -> str:
    """Who does what: "Nana sits, sad, holds basket"."""
    plays = act.deed is not None and act.deed.way is Way.PLAY
    does = "" if plays or act.task in BODIES or (act.task and act.doing is Doing.WORK) else DOES[act.doing]
    parts = [does, act.mood.value if act.mood is not Mood.CALM else ""]
    parts.append(
        task_told(act.task, act.on or act.holds) if act.task else f"holds {plain(act.holds)}" if act.holds else ""
    )
    parts.append(_deed(act.deed) if act.deed is not None else "")
    told = ", ".join(part for part in parts if part)
    return f"{apart(readable(act.name))} {told}".rstrip()


_SAID = {
    "hold": "holds {}", "at_chest": "holds {} to the chest", "on_head": "has {} on the head",
    "on_back": "has {} on the back", "under_arm": "has {} under the arm", "light_up": "lights {}",
    "carry": "carries {}", "hammer_in": "hammers", "beat": "hammers",
    "saw_up": "saws", "ring_bell": "rings a bell", "milk_cow": "milks", "watering": "waters",
    "wave_with": "waves {}", "pull_up": "pulls up {}", "open_up": "opens {}", "hold_up": "holds up {}",
    "hold_out": "holds out {}", "hang_up": "hangs up", "fan_with": "fans with {}", "dip": "dips {}", "ironing": "irons",
    "knit": "knits", "comb_hair": "combs hair", "play_music": "plays {}",
    "think": "thinks", "greet": "waves", "cry": "weeps", "laugh": "laughs", "call_out": "calls through the hands",
    "knock": "knocks", "lie": "lies", "prone": "lies on the stomach", "doze": "asleep", "mould": "moulds {}",
    "crawl": "crawls", "jump": "jumps", "fall": "falls", "swim": "swims",
    "show": "shows {}", "sift": "sifts", "pump_up": "pumps", "unlock": "turns a key",
    "scoop": "drinks from the hands",
}  # fmt: skip


def task_told(task: str, on: str) -> str:
    """A handiwork with its thing: "peels potato", "has jug on the head"."""
    if task in GESTURES and task not in _SAID:
        return plain(task)
    verb = f"{task}es" if task.endswith(("sh", "ch")) else f"{task}s"
    return _SAID.get(task, f"{plain(verb)} {{}}").format(plain(on)).strip()


def _deed(deed: Deed) -> str:
    whose, _, part = deed.to.partition(":")
    whom = f"{apart(whose)}'s {part}" if part else apart(plain(whose))
    if deed.part == "under":
        return f"under {whom}"
    held = f" {'' if deed.part == 'up' else 'on the' if deed.part in ('shoulders', 'back') else 'in the'} {deed.part}"
    full = f" full of {plain(deed.load)}" if deed.load and deed.way in (Way.PUSH, Way.PULL) else ""
    return f"{_WITH[deed.way].format(plain(deed.load))} {whom}{held if deed.part else full}".replace("  ", " ").strip()


def shot_told(shot: ShotPlan) -> str:
    """Which shot it is and how near."""
    about = {Near.WIDE: "wide", Near.MEDIUM: "medium", Near.CLOSE: "close"}[shot.near]
    return f"{shot.number} {about}"


def facts_of(found: Directed) -> tuple[tuple[str, str], ...]:
    """(what, how) of who, where, when, and what is to be seen."""
    scenery = found.scenery
    season = (scenery.season,) if scenery.season not in ("", ANY) else ()
    facts = (
        ("where", ", ".join(map(plain, scenery.places)) or "open country"),
        ("when", ", ".join(map(plain, (scenery.time, *season, *scenery.weather, *scenery.sky)))),
        ("who", ", ".join(map(apart, found.present))),
        ("what", ", ".join(map(counted, (*scenery.things, *scenery.animals, *scenery.people)))),
    )
    return tuple((what, how) for what, how in facts if how)


def counted(mention: Mention) -> str:
    """A concept with its number: "2 goats", "several trees"."""
    name = plain(mention.concept.id)
    if mention.count == 1 or name in ("clothes", "stairs", "shoes", "glasses", "scissors", "berries"):
        return name
    made = next((form for form, several in forms(name, "en").items() if several), name)
    alike = name in _MASS or (name.endswith("s") and not name.endswith("ss") and name not in _ONE)
    return f"{mention.count or 'several'} {name if alike else _MANY.get(name, made)}"


def plain(concept_id: str) -> str:
    """A concept's id as words."""
    return readable(concept_id).replace("_", " ")


def apart(word: str) -> str:
    """A word as it stands in an English sentence: one that runs from the right keeps the sentence's order.

    Source: Unicode Standard Annex 9, section 2.4 (first strong isolate).
    """
    turns = any(unicodedata.bidirectional(c) in ("R", "AL") for c in word)
    return f"\u2068{word}\u2069" if turns else word


def warnings_of(found: Directed) -> tuple[str, ...]:
    """What a person should know of a scene before it is made, in whole sentences."""
    return tuple(_warnings(found))


def _warnings(found: Directed) -> Iterator[str]:
    if found.unknown:
        words = ", ".join(f"“{apart(word)}”" for word in found.unknown)
        known = f"words: {{{apart(found.unknown[0])}: …}}"
        yield f"No picture for {words}: drawn without. Say in the front matter what to draw, e.g. `{known}`."
    for word, concept in found.guesses:
        yield f"“{apart(word)}” is taken for {plain(concept)}. If that is wrong: `words: {{{apart(word)}: …}}`."
    yield from found.notes
