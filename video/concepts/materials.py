"""What a thing is made of, or is of by kind, is not there beside it: "un banc de bois", "a crown of flowers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

OF = {
    "en": frozenset(("of",)),
    "es": frozenset(("de",)),
    "fr": frozenset(("de", "en", "a")),
    "pt": frozenset(("de", "em")),
    "ca": frozenset(("de",)),
}
"""By language the words before a noun without article that says of what something is. Source: school grammars."""
ELIDES = frozenset(("fr", "ca"))
"""Languages in which that word may be a letter that falls away: "une couronne d'épis"."""
HOLDERS = frozenset((
    "basket", "pot", "cooking_pot", "soup", "cup", "bowl", "bottle", "spoon", "bucket", "chest", "bag", "box",
    "sack", "jug", "pan", "plate", "kettle", "barrel", "cart", "truck", "boat", "ship", "canoe", "raft", "net",
    "table", "shelf", "suitcase", "stall", "chair", "tree", "bush", "cage", "hook", "train", "party", "statue",
    "shadow", "picture", "light", "smoke", "fire", "campfire", "calabash", "cauldron", "jar", "tray", "basin",
    "sink", "cardboard_box", "drawer", "wardrobe", "dresser", "wheelbarrow", "pannier", "flower_pot",
    "potted_plant", "jerrycan", "drying_rack", "watering_can", "sofa", "armchair", "desk", "bed", "mat", "crane",
    "puddle",
    "cupboard", "backpack", "purse", "bundle", "trough", "fountain", "coach", "rocking_chair", "pram",
))  # fmt: skip
"""Things of which one names what is in, on or behind them: a bowl of rice, a table of cakes, the shadow of a cat."""
HARD = frozenset(("log", "plank", "driftwood", "stick", "gold", "stone", "bone", "bamboo", "brick", "rock"))
"""Of these holders are made too, where only one is named: a box of wood, but a box of boards."""
POTTERY = frozenset(("pot", "cooking_pot", "jar", "jug", "cup", "bowl", "plate", "bottle", "soup"))
"""Holders that are made of mud."""
BUILT = frozenset(("courtyard", "street", "square", "village", "stairwell", "room", "kitchen"))
"""Places that are made of something hard."""
GROWN = frozenset(("grass", "tree", "bush", "branch", "leaf", "sprout"))
"""Of plants the first part says which are seen: tomato plants."""
_MUCH = """pile heap bunch bundle string line row ring pair herd flock ball stack handful sheet circle load
ramo manojo haz monton pila fila hilera hilo linea cadena bola par circulo carga hebra
bouquet botte tas pile fil ligne rang file boule cercle fagot gerbe
feixe monte pilha fio linha bola par roda
ram feix munt pila filera fil bola parell cercle garba"""
MUCH = frozenset(_MUCH.split())
"""Words for how much there is of what follows."""


_LIKENED = """fome hambre faim lagrimas larmes voz voix olhos ojos yeux olhar mirada regard abraco abrazo passo passos
paso pasos memoria memoire forca fuerza risa riso rire sono sueno vida vie frio froid coracao corazon coeur paciencia
apetite apetito appetit ouvido oido humor coragem coraje"""
LIKENED = frozenset(_LIKENED.split())
"""Behind these a noun without article is what they are like: "ojos de águia", "une faim de loup", "voz de trovão"."""


def without_materials(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions without things that only say what the thing right before them is made of."""
    base = language.split("-")[0]
    before: Mention | None = None
    for k, m in enumerate(found):
        if base == "en" and k + 1 < len(found) and _compound(m, found[k + 1], found, row):
            continue
        told = before is not None and base in OF and _of(before, m, row, base) and _is_made_of(before, m, row)
        romance = base in OF and base != "en"
        if not told and not (romance and (_likened(m, row, base) or _names(before, m, row))):
            yield m
            before = m


def _compound(m: Mention, head: Mention, found: Sequence[Mention], row: Sequence[Token]) -> bool:
    """Whether it is the first part of an English compound: "a paper kite"; "gave the dog bread" is none."""
    beside = m.token + m.words == head.token and m.sentence == head.sentence and not row[head.token].apart
    if not beside or m.count != 1 or m.concept.kind not in ("thing", "animal"):
        return False
    if m.concept.kind == "thing" and head.concept.kind == "animal" and head.count == 1:
        return True  # "the church mouse", but "in the barn cows sleep"
    if head.concept.kind != "thing":
        return False
    if head.concept.id in GROWN:
        return False
    fed = any(o.concept.id in ("give", "throw") and o.sentence == m.sentence and o.token < m.token for o in found)
    return not (m.concept.kind == "animal" and fed)


def _of(before: Mention, m: Mention, row: Sequence[Token], base: str) -> bool:
    """Whether only an "of" stands between two mentions, and no sign."""
    between = row[before.token + before.words : m.token]
    if m.sentence != before.sentence or any(t.apart for t in row[before.token + before.words : m.token + 1]):
        return False
    if not between:
        return base in ELIDES and before.concept.kind == "thing"
    return len(between) == 1 and between[0].folded in OF[base]


def _likened(m: Mention, row: Sequence[Token], base: str) -> bool:
    """Whether it is only what an eye, a voice or a hunger is like."""
    at = m.token - 1
    if at > 0 and row[at].folded in OF[base]:
        at -= 1
    elif base not in ELIDES:
        return False
    near = m.concept.kind in ("thing", "animal", "person", "weather") and at >= 0 and row[at].sentence == m.sentence
    return near and not row[m.token].apart and row[at].folded in LIKENED


_OF_THE = "de del la las los el do da dos das du des le les d l"
OF_THE = frozenset(_OF_THE.split())


def _names(before: Mention | None, m: Mention, row: Sequence[Token]) -> bool:
    """Whether it is only what a place is called after: "la plaza de las Flores", "a serra da Estrela"."""
    if before is None or before.concept.kind != "place" or m.concept.kind not in ("thing", "sky", "animal", "person"):
        return False
    between = row[before.token + before.words : m.token]
    capital = row[m.token + m.words - 1].written
    called = capital[:1].isupper() and not capital.isupper() and m.sentence == before.sentence
    return called and 0 < len(between) < OF_WORDS and all(t.folded in OF_THE and not t.apart for t in between)


OF_WORDS = 3
"""Words between a place and what it is called after, less than."""


def _is_made_of(before: Mention, m: Mention, row: Sequence[Token]) -> bool:
    if m.concept.kind not in ("thing", "animal") or row[before.token].folded in MUCH:
        return False
    if before.concept.kind == "place":
        return before.concept.id in BUILT and m.concept.id in HARD
    if before.concept.kind != "thing":
        return False
    if before.concept.id not in HOLDERS or (before.concept.id == "soup" and m.concept.kind == "animal"):
        return True
    soft = m.concept.id == "mud" and before.concept.id in POTTERY
    return m.count == 1 and (m.concept.id in HARD or soft)
