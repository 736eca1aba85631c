"""Which handiwork a verb is in its sentence: what is done, with what, and to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from video.concepts.bare import WHOLE
from video.concepts.mentions import Mention
from video.concepts.table import CAST, get_concept
from video.concepts.words import fold
from video.direction.handiwork import (
    BEASTS,
    BODIES,
    CLOTHS,
    FIRES,
    HANDIWORK,
    POTS,
    VESSELS,
    WOODEN,
    WORN,
    Handiwork,
)
from video.shotlist import Doing

NEAR = 7
"""Words from a verb to what it is done to: "peels, with her old knife, the potatoes"."""
POURED = frozenset(("water", "milk", "honey", "rice", "soup"))
WATERS = frozenset(("river", "stream", "lake", "spring", "waterfall", "pond", "oasis"))
_DONE = re.compile(r"(?:[ai]d|[éíú]t)[oa]s?$|[aiu]d(?:a|es)$|[éû]e?s?$|acesas?$|acesos?$")
"""Participles of Spanish, Portuguese, Catalan and French: "una barca pintada" is painted by nobody who is there."""
FINISHED = frozenset(("paint", "carve", "knit", "polish", "cut", "mend", "sew", "cooking", "peel", "squeeze"))
"""What English has done to a thing that is named right behind it: "a painted box"."""
MEALS = frozenset((
    "cena", "almuerzo", "desayuno", "comida familiar", "dinner", "lunch", "breakfast", "supper", "meal", "repas",
    "dejeuner", "diner", "souper", "sopar", "dinar", "esmorzar", "jantar", "almoco",
))  # fmt: skip
ADJECTIVES = frozenset((
    "llena", "llenas", "limpia", "limpias", "corta", "cortas", "seca", "secas", "limpa", "limpas", "leve", "leves",
    "tendre", "plena", "plenes", "neta", "netes",
))  # fmt: skip
"""Forms of verbs that right behind a thing say how it is: "la luna llena". Source: school dictionaries."""
_HANDY = """
empty_basket
axe bag ball banana basket bell bone book bottle bow bowl branch bread broom bucket cake camera coconut coin comb
crown cup doll drum egg feather flag flower flute fruit gem gift grapes guitar hammer hat hoe honey key kite knife
lamp lantern leaf letter maize map mask medicine melon milk mirror mushroom needle nest oar paper pen phone
pineapple pot pumpkin radio rattle rice ring saw scissors seed shell shield shoes sickle spear spinning_top spoon
stick torch trophy trumpet umbrella vegetables apple arrow candle carrot cassava cheese chili firewood fishing_rod
hook ice_cream jug kettle mango meat onion pan panpipe pillow pitchfork plate potato rake rose sack sheaf shovel
spindle stone suitcase sunflower sword tulip violin yam bicycle_wheel tyre inner_tube patch tyre_lever screwdriver
wrench pliers nail thorn sandpaper glue jerrycan forked_stick pencil paintbrush tape ruler funnel iron hand_fan
watering_can potted_plant flower_pot cheese_mould sieve calabash cooking_pot jar machete trowel clam berries
cricket_bat accordion thimble lock thermometer syringe bandage pills stethoscope crutch first_aid toothbrush mop
brush sponge hose peg pulley sock glove shirt trousers dress coat apron helmet cap boots sandals wetsuit orange
lemon pear plum fig peach cherries strawberry pomegranate avocado papaya acorn nuts peanuts beans turnip beet
cabbage garlic eggplant cucumber sweet_pepper seed_tray secateurs pickaxe glass fork chopsticks thermos baby_bottle
cookies sandwich flatbread dough meal flour butter sausage pizza noodles candy chocolate lollipop pie pancakes
doughnut flashlight battery cable magnet toolbox screw tin_can paint_can clay toy_balloon teddy marbles
playing_cards
alarm_clock backpack bagpipes binoculars blanket bouquet bracelet bundle chain cloak compass crystal_ball cymbals
earrings globe harmonica horn horseshoe hourglass kora magnifying_glass medal microscope necklace newspaper pinwheel
puppet purse quill ribbon saddle saxophone scarf scroll shawl skipping_rope slingshot spyglass tambourine walking_stick
wand watch whistle fishbowl lifebuoy paper_boat paper_plane puzzle sleeping_bag toy_car toy_train
"""
_WHOLE = frozenset(_HANDY.split())
_WIDE = frozenset(("broken_drum", "broken_cooking_pot", "empty_sack"))
"""What no hand holds any more, though it held the whole thing."""
HANDY = (_WHOLE | {state for state, kind in WHOLE.items() if kind in _WHOLE}) - _WIDE
"""Ids of the concepts that fit into hands, and for which the house's painter knows where a hand takes them."""
_NET = re.compile(r"\b(?:nets?|red|redes|filets?|rede|xarx)")
LONG_TOOLS = frozenset(("axe", "rake", "hoe", "shovel", "pitchfork", "broom"))
LARGER = frozenset(("box", "chest"))
"""What takes both arms."""
MANY = frozenset(("give", "throw", "hold_out", "prise"))
"""Of several things one has one in hand: who throws stones."""
PHRASES = frozenset(("at_chest", "on_head", "on_back", "under_arm"))
"""How something is held: what is held stands with the verb before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One handiwork of one sentence."""

    task: str
    """Id of the handiwork; empty where a long tool is used as ever."""
    pose: Doing
    holds: str = ""
    """Id of the tool, or of what is held."""
    on: str = ""
    """Id of what it is done to."""


def work_of(m: Mention, sentence: Sequence[Mention]) -> Work | None:
    """The handiwork that a verb is beside the other words of its sentence; None where it is none."""
    work = _work_of(m, tuple(as_whole(t) for t in sentence))
    states = {WHOLE[t.concept.id]: t.concept.id for t in sentence if t.concept.id in WHOLE}
    if work is None or not work.holds or work.holds != work.on or work.on not in states:
        return work
    return replace(work, holds=states[work.on], on=states[work.on])  # a broken jug is broken in the hand too


def as_whole(m: Mention) -> Mention:
    """A mention of a thing that is broken, torn, empty or unlit as one of what it is: what is done with it."""
    kind = WHOLE.get(m.concept.id)
    return m if kind is None else replace(m, concept=get_concept(kind))


def _work_of(m: Mention, sentence: Sequence[Mention]) -> Work | None:
    rule = HANDIWORK.get(m.concept.id)
    if rule is None or is_done(m, sentence) or _is_meal(m, sentence):
        return None
    things = _things(m, sentence, sides=rule.sides and (m.concept.id != "hold" or m.words > 1))
    tool = next((t.concept.id for t in things if t.concept.id in rule.tools), "")
    fit = [t.concept.id for t in things if _fits(t, rule, m)]
    best = [i for i in fit if i in rule.best]
    found = next(iter(best or fit), "")
    whole = m.words > 1 and rule.on  # "dries the dishes" names both
    if rule.needs and not (found or whole or (tool and tool != rule.tool) or (tool and rule.on)):
        return None
    if m.concept.id == "stir" and "fire" in fit and fit[0] == "fire":
        found = "fire_bowl"
    on, tool = found or rule.on, tool or rule.tool
    if m.concept.id in ("cut", "chop") and (tool == "axe" or on in WOODEN):
        return Work(task="", pose=Doing.WORK, holds="axe")
    if rule.tool in LONG_TOOLS:
        return Work(task="", pose=Doing.WORK, holds=tool)
    if m.concept.id == "beat":
        return Work(task="beat", pose=Doing.WORK, holds="hammer", on=found) if tool else None
    if m.concept.id in ("mend", "repair"):
        return _mended(on, next((t.concept.id for t in things if t.concept.id in rule.tools), ""), fit)
    poured = tool in POTS and on not in rule.best and not m.word.casefold().startswith("serv")
    if m.concept.id == "pour" and poured and _poured_into(m, things):
        return Work(task="pour", pose=Doing.WORK, holds="jug", on=tool)
    if m.concept.id == "pour" and tool in POTS:  # it is served from the pot
        return Work(task="stir", pose=Doing.WORK, holds="spoon", on=tool)
    if m.concept.id == "on_head" and on in WORN:
        return Work(task="on_head", pose=Doing.HOLD, on=on)
    if m.concept.id in ("stir", "roast") and on in ("bread", "cake"):  # what is baked
        return Work(task="hold", pose=Doing.HOLD, holds=on, on=on)
    if m.concept.id == "stir" and on not in VESSELS | {"fire_bowl"}:
        on = "pot"
    if m.concept.id == "drink" and not found and _from_water(m, sentence):
        return Work(task="scoop", pose=Doing.KNEEL)
    if m.concept.id == "comb_hair":
        return Work(task="comb_hair", pose=rule.pose, holds="comb")
    if m.concept.id == "fishing":
        nets = any(t.concept.id in ("net", "fish_trap") for t in things) or _NET.search(fold(m.word))
        rod = Work(task="", pose=Doing.WORK, holds="fishing_rod")
        return Work(task="pull_up", pose=Doing.WORK, on="net") if nets else rod
    if m.concept.id == "wash" and on not in CLOTHS:
        return Work(task="wash", pose=Doing.WORK, on=on)
    if m.concept.id == "blow" and on not in FIRES:
        return Work(task="blow", pose=Doing.HOLD, holds=on, on=on)
    if m.concept.id in ("milk_cow", "feed"):
        return _fed(m, rule, things, on)
    if m.concept.id == "light_up" and on not in ("candle", "lamp", "lantern", "torch"):
        return Work(task="light_up", pose=Doing.KNEEL, holds=tool, on=on)
    if m.concept.id in ("pull_up", "pull"):
        caught = next((t.concept.id for t in things if t.concept.id in HANDY and t.concept.id not in rule.of), "")
        return Work(task=m.concept.id, pose=rule.pose, holds=caught, on=on)
    if not rule.tools and not rule.tool:  # the thing itself is what is in the hands
        return Work(task=m.concept.id, pose=rule.pose, holds=on if on in HANDY | LARGER else "", on=on)
    return Work(task=m.concept.id, pose=rule.pose, holds=tool, on=on)


def _poured_into(m: Mention, things: Sequence[Mention]) -> bool:
    """Whether what is poured is named before the pot: "pours water into the pot"."""
    pots = [t.token for t in things if t.concept.id in POTS]
    return any(t.concept.id in POURED and m.token < t.token < max(pots) for t in things)


def _from_water(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody drinks from a river or a spring: out of the hands."""
    return any(t.concept.id in WATERS and abs(t.token - m.token) <= NEAR for t in sentence)


def _fed(m: Mention, rule: Handiwork, things: list[Mention], on: str) -> Work:
    """Who milks or feeds an animal has it before the hands."""
    beast = next((t.concept.id for t in things if t.concept.kind == "animal" and t.concept.id in BEASTS), "")
    return Work(task=m.concept.id, pose=rule.pose, holds=on, on=beast or on)


def _mended(on: str, tool: str, fit: list[str]) -> Work:
    """Cloth is mended with a needle, what is built with a hammer."""
    soft = on in CLOTHS or not on
    if soft and tool != "hammer":
        return Work(task="mend", pose=Doing.WORK, holds="needle", on=on or "cloth")
    return Work(task="hammer_in", pose=Doing.WORK, holds="hammer", on=on if fit else "nail")


def _things(m: Mention, sentence: Sequence[Mention], *, sides: bool) -> list[Mention]:
    """What may be the verb's things: those behind it as far as the next verb, before them those that stand before it
    if ``sides``; the nearest first."""
    things = [t for t in sentence if t.concept.kind in ("thing", "animal") and not t.absent]
    verbs = (t for t in sentence if t.token > m.token and t.concept.kind == "doing" and _acts(t, things))
    end = min((t.token for t in verbs), default=10**9)
    behind = [t for t in things if m.token < t.token < end]
    before = [t for t in things if t.token < m.token and m.token - t.token <= NEAR] if sides else []
    return [*reversed(before), *behind]


def _acts(m: Mention, things: list[Mention]) -> bool:
    """Whether a verb has things of its own behind it: "into the cut with tape" has none, nor has "with" as a verb."""
    rule = HANDIWORK.get(m.concept.id)
    if m.concept.id in ("hold", *PHRASES):
        return False
    if rule is None or not rule.needs:
        return True
    return any(t.token > m.token and (_fits(t, rule, m) or t.concept.id in rule.tools) for t in things)


STEPS = frozenset(("doorstep", "threshold", "doorway", "umbral", "seuil", "soleira", "llindar", "portal"))
"""Words of a door on whose step one sits or works: one does not work at them."""


def _fits(t: Mention, rule: Handiwork, m: Mention) -> bool:
    if t.concept.id in rule.tools and t.concept.id not in rule.best:
        return False
    if abs(t.token - m.token) > NEAR or fold(t.word) in STEPS:
        return False
    if rule.of:
        return t.concept.id in rule.of | rule.best
    return t.concept.id in HANDY | LARGER and (t.count == 1 or m.concept.id in MANY or _is_with(m))


def _is_with(m: Mention) -> bool:
    """Whether a verb of holding is the word "with"."""
    return m.concept.id == "hold" and m.words == 1 and len(m.word) <= 4 and not m.word.casefold().startswith("h")


def _is_meal(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether a word of eating is a meal: one may sit at it, and nobody is seen to eat."""
    named = any(t.concept.kind in (CAST, "person") and t.token + t.words == m.token for t in sentence)
    return m.concept.id == "eat" and fold(m.word) in MEALS and not named


def is_done(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether a verb of handiwork only says how a thing is: "peeled potatoes", "una vela encendida", "luna llena"."""
    word = m.word.casefold()
    if m.concept.id not in HANDIWORK or m.concept.id in PHRASES | BODIES or m.words > 1:
        return False
    behind = any(t.concept.kind in ("thing", "sky") and t.token + t.words == m.token for t in sentence)
    if behind and word in ADJECTIVES:
        return True
    if _DONE.search(word) and not fold(word).endswith("ue"):
        return True
    beside = any(t.concept.kind == "thing" and t.token == m.token + m.words for t in sentence)
    named = any(t.concept.kind in (CAST, "person") and t.token + t.words == m.token for t in sentence)
    return word.endswith("ed") and beside and not named and m.concept.id in FINISHED
