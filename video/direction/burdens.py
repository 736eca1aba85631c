"""What is carried, lifted, put into something or thrown to somebody: told by the verb, what follows it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.concepts.words import fold
from video.direction.attach import in_arms_of
from video.direction.deed_words import GAP
from video.direction.hands import HANDY
from video.direction.relations import BODY, is_relation
from video.shotlist import Deed, Way


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TOWARDS = {
    "en": _set("to at"), "es": _set("a al"), "fr": _set("a au aux vers"), "pt": _set("a ao aos para pra"),
}  # fmt: skip
"""By language the words before whom or what something is thrown at or to, besides those for "into" and "on"."""
FULL = _set(
    """full filled laden loaded heaped lleno llena llenos llenas cargado cargada cargados cargadas plein pleine pleins
    pleines rempli remplie charge chargee cheio cheia cheios cheias carregado carregada ple plena carregat"""
)
"""Before what a cart or a barrow has in it."""
ATOP = _set("on onto upon atop sobre encima sur cima damunt")
IN_HANDS = _set("hand hands mano manos main mains mao maos ma mans")
CONTAINERS = _set(
    """basket pot cooking_pot cauldron pan well bucket box chest barrel jar bag sack bowl basin cardboard_box bathtub
    cart wheelbarrow suitcase hat nest fire campfire"""
)
"""Into what something is put."""
PUTTING = _set("put throw take hold carry dip")
SMALL = _set(
    """bird sparrow robin dove swallow woodpecker hummingbird chick duck mouse hamster kitten puppy frog toad hedgehog
    squirrel lizard snail ladybird butterfly firefly bee beetle worm crab turtle canary goldfinch titmouse wren finch
    nightingale lark blackbird thrush kingfisher parrot phoenix owl dormouse shrew mole bat gecko salamander
    grasshopper cricket caterpillar moth dragonfly starfish goldfish"""
)
"""Animals that fit into two hands: who takes or catches one has it there."""
BORNE = SMALL | _set(
    """lamb kid goat sheep dog cat hen rooster goose crow gull magpie jay pigeon fox rabbit hare tortoise pig fawn
    monkey guinea_pig otter beaver swan macaw toucan penguin koala raccoon weasel ferret marten skunk cuckoo hoopoe
    partridge pheasant quail guinea_fowl hawk fish"""
)
"""Animals that one carries in the arms or on the shoulders."""
HEAVY = _set(
    """bed table log boat canoe raft ladder sofa chest box wardrobe plank bench armchair chair desk door barrel
    cardboard_box carpet ship piano rock trunk basket sack net tent stretcher cauldron bathtub washing_machine fridge"""
)
"""What two carry between them."""
TRAPS = _set("net fish_trap cage rope web mosquito_net")
"""From what somebody is freed."""
DEPTHS = _set("water river sea lake stream spring well mud swamp pond hole pit ice snow waterfall harbour")
"""From what somebody is pulled."""
FAR = 9
"""Words from a verb to what is told beside it."""
PLAITED = _set("basket net nest mat hat crown rope flower leaf hammock wreath web spider")
"""What is woven without a loom."""
SHUTTING = ("clos", "shut", "cerr", "cierr", "ferm", "tanc", "fech")
"""How verbs begin that shut something."""
SHOULDERED = frozenset(("log", "plank"))
"""Of these, what one carries alone."""
PARTED = {"lap": "arms", "hand": "hands", "back": "back", "shoulders": "shoulders", "head": "shoulders"}
"""Where somebody has whom they carry, by the part of the body that is named."""


def towards(i: int, behind: Mention | None, word: str, language: str) -> str:
    """The relation that a word is to what stands behind it: "to" for "threw it to Ana", "full" for "full of hay"."""
    if behind is None:
        return ""
    if word in FULL and behind.concept.kind == "thing":
        return "full"
    words = TOWARDS.get(language.split("-")[0], frozenset())
    near = behind.concept.kind == CAST or behind.concept.id in CONTAINERS
    return "to" if word in words and near and behind.token - i <= GAP else ""


def load_of(behind: Sequence[Mention]) -> str:
    """Id of the thing that something is told to be full of; empty where it is none."""
    for relation, thing in pairwise(behind):
        if is_relation(relation, "full") and thing.concept.kind == "thing":
            return thing.concept.id
    return ""


def burden_of(
    verb: Mention, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention], before: Sequence[str]
) -> Deed | None:
    """What somebody carries, lifts, takes into the hands, puts into something or throws to somebody.

    ``before``: whom the sentence before was about, for "pulled him out of the water".
    """
    kind = verb.concept.id
    dips = kind == "dip" and not fold(verb.word).startswith("met")  # "metió el pan en la bolsa"
    if kind in PUTTING and not dips and (put := _put(verb, sentence, behind)) is not None:
        return put
    if kind == "throw":
        return _thrown(behind)
    if kind == "open_up":
        return _opened(verb, behind)
    if kind == "dig":
        rummages = any(is_relation(m, "into") for m in behind)
        return None if rummages else Deed(way=Way.DIG)
    if kind == "read":
        return _read_to(verb, sentence, who, behind)
    if kind == "set_free":
        return _freed(verb, sentence, who, behind)
    if kind in ("pull", "pull_up", "draw_out", "help"):
        return _saved(verb, who, behind, before)
    if kind == "carry":
        first = next((m for m in behind if m.concept.kind in ("thing", "animal", CAST)), None)
        heavy = HEAVY if len(who) > 1 else SHOULDERED
        if first is not None and first.concept.id in heavy and first.count == 1:
            return Deed(way=Way.BEAR, to=first.concept.id, colour=first.colour)
    if kind in ("carry", "take", "catch", "hold", "hold_up", "pick"):
        return _borne(verb, sentence, who, behind)
    return None


def _put(verb: Mention, sentence: Sequence[Mention], behind: Sequence[Mention]) -> Deed | None:
    """Something that is put or thrown into something: "drops the apples into the basket"."""
    what = next((m for m in behind if not is_relation(m)), None)
    if what is None or (what.concept.kind != "thing" and what.concept.id not in HANDY):
        return None
    start = what.token
    if what.concept.id in CONTAINERS and is_relation(behind[0]):  # "picked cherries and put them in it"
        named = [m for m in sentence if 0 < verb.token - m.token <= FAR and m.concept.id in HANDY]
        what, start = (named[-1], verb.token) if named else (what, start)
    for relation, into in pairwise([m for m in behind if m.token > start]):
        if not is_relation(relation, "into", "on", "to"):
            continue
        if fold(relation.word) in ATOP and into.concept.id not in ("fire", "campfire"):
            return None  # "puts the hat on the box"
        if into.concept.id in CONTAINERS and into.concept.id != what.concept.id and into.count == 1:
            carried = verb.concept.id in ("carry", "take", "hold") and relation.concept.id != "into"
            return None if carried else Deed(way=Way.PUT, to=into.concept.id, colour=into.colour, load=what.concept.id)
    return None


def _thrown(behind: Sequence[Mention]) -> Deed | None:
    """Something that is thrown to somebody of the cast."""
    what = next((m for m in behind if not is_relation(m)), None)
    for relation, whom in pairwise(behind):
        if is_relation(relation, "to") and whom.concept.kind == CAST and what is not None:
            known = what.concept.kind == "thing" and what.token < relation.token
            return Deed(way=Way.THROW, to=whom.concept.id, load=what.concept.id) if known else None
    if what is not None and what.concept.kind == CAST:  # "throws Ana the ball"
        after = next((m for m in behind if m.token > what.token), None)
        known = after is not None and after.concept.kind == "thing" and after.token - what.token <= GAP
        return Deed(way=Way.THROW, to=what.concept.id, load=after.concept.id) if known and after is not None else None
    return None


def _opened(verb: Mention, behind: Sequence[Mention]) -> Deed | None:
    """A gate, a box or a chest that somebody opens; who shuts one is at it as ever."""
    what = next((m for m in behind if m.concept.kind in ("thing", "animal", "person", CAST)), None)
    if what is None or what.concept.id not in ("gate", "box", "chest") or what.count != 1:
        return None
    if what.token - verb.token > GAP or fold(verb.word).startswith(SHUTTING):
        return None
    return Deed(way=Way.OPEN, to=what.concept.id, colour=what.colour)


def _read_to(verb: Mention, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention]) -> Deed | None:
    """To whom of the cast somebody reads; not whose letter it is."""
    owned = {m.token for m in sentence if is_relation(m, "owner")}
    whom = next((m for m in behind if m.concept.kind == CAST and m.concept.id not in who), None)
    with_others = whom is None or whom.token in owned or whom.token - verb.token > FAR
    return None if with_others or whom is None else Deed(way=Way.READ, to=whom.concept.id)


def at_loom(verb: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody weaves cloth: not a basket, nor spins about."""
    plaited = any(m.concept.id in PLAITED and abs(m.token - verb.token) <= GAP for m in sentence)
    return fold(verb.word).startswith(("wea", "wov", "tej", "tis", "teci", "tec", "teix")) and not plaited


def _freed(verb: Mention, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention]) -> Deed | None:
    """Somebody or an animal that is freed from a net, a trap or a cage, which may be told before."""
    whom = next((m for m in behind if m.concept.kind in ("thing", "animal", "person", CAST)), None)
    trap = next((m for m in sentence if m.concept.id in TRAPS and abs(m.token - verb.token) <= FAR), None)
    if whom is None or trap is None or whom.concept.kind not in ("animal", CAST) or whom.concept.id in who:
        return None
    return Deed(way=Way.FREE, to=whom.concept.id, colour=whom.colour, load=trap.concept.id)


def _saved(verb: Mention, who: Sequence[str], behind: Sequence[Mention], before: Sequence[str]) -> Deed | None:
    """Somebody of the cast who is pulled out of the water or a hole, or up."""
    whom = next((m for m in behind if not is_relation(m)), None)
    him = before[0] if len(before) == 1 and before[0] not in who else ""
    if him and whom is not None and whom.concept.id in DEPTHS and verb.concept.id != "help":
        return Deed(way=Way.SAVE, to=him)
    if whom is None or whom.concept.kind != CAST or whom.concept.id in who or whom.token - verb.token > GAP:
        return None
    out = any(m.concept.id in DEPTHS or is_relation(m, "up") for m in behind)
    return Deed(way=Way.SAVE, to=whom.concept.id) if out else None


def _borne(verb: Mention, sentence: Sequence[Mention], who: Sequence[str], behind: Sequence[Mention]) -> Deed | None:
    """Somebody or an animal that is carried, lifted or taken into the hands."""
    first = next((m for m in _objects(verb, sentence, behind)), None)
    if first is None or first.concept.id in who or first.count != 1:
        return None
    part = "up" if verb.concept.id == "hold_up" else part_of(verb, sentence)
    kind, beast = verb.concept.id, first.concept.kind == "animal"
    if not beast:
        picked = fold(verb.word).startswith("pick")
        told = picked or kind == "hold_up" or (kind in ("take", "hold") and part in ("arms", "shoulders", "back"))
        return Deed(way=Way.CARRY, to=first.concept.id, part=part or ("arms" if picked else "")) if told else None
    fit = BORNE if part or kind == "carry" or fold(verb.word).startswith("pick") else SMALL
    small = first.concept.id in SMALL
    if first.concept.id not in fit:
        return None
    return Deed(
        way=Way.CARRY, to=first.concept.id, colour=first.colour, part=part or ("hands" if small else "arms")
    )  # fmt: skip


def _objects(verb: Mention, sentence: Sequence[Mention], behind: Sequence[Mention]) -> Iterator[Mention]:
    """Who or what is carried: the first that stands behind the verb, or before "in her arms"."""
    first = next((m for m in behind if m.concept.kind in ("thing", "animal", "person", CAST)), None)
    owns = any(first is not None and m.token == first.token + first.words and "'" in first.word for m in behind)
    if first is not None and first.concept.kind in ("animal", CAST) and not owns:
        yield first
    if verb.concept.id == "hold" and verb.words > 1:
        before = [m for m in sentence if 0 < verb.token - m.token <= GAP and m.concept.kind in ("thing", "animal")]
        if before and before[-1].concept.kind == "animal":
            yield before[-1]


def in_arms(m: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether a word of embracing only tells where somebody is carried: "portait l'enfant dans ses bras"."""
    if any(is_relation(r, "arms") and in_arms_of(m, r) for r in sentence):
        return True  # "en brazos de Ana"
    if m.concept.id != "embrace" or not fold(m.word).startswith("dans "):
        return False
    return any(v.concept.id in ("carry", "take", "hold", "pick") and 0 < m.token - v.token <= FAR for v in sentence)


def part_of(verb: Mention, sentence: Sequence[Mention]) -> str:
    """Where somebody has whom they carry: "arms", "shoulders"; empty where that is not told."""
    for m in sentence:
        if is_relation(m) and m.concept.id.startswith(BODY) and 0 < m.token - verb.token <= FAR:
            return PARTED.get(m.concept.id.removeprefix(BODY), "")
    if any(in_arms(m, sentence) for m in sentence):
        return "arms"
    held = [m for m in sentence if m.concept.id == "hold" and m.words > 1 and abs(m.token - verb.token) <= FAR]
    return ("hands" if IN_HANDS & set(fold(held[0].word).split()) else "arms") if held else ""


def hugs_some(verb: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether somebody hugs something for which there may be no picture: "hugging a lemon tree"."""
    some = any(m.concept.id == "some" and m.token == verb.token + verb.words for m in sentence)
    near = (m for m in sentence if 0 < m.token - verb.token < GAP)
    return some and not any(m.concept.kind in (CAST, "person", "animal") for m in near)
