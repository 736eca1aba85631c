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
    "fr": frozenset(("de", "en")),
    "pt": frozenset(("de", "em")),
    "ca": frozenset(("de",)),
}
"""By language the words before a noun without article that says of what something is. Source: school grammars."""
ELIDES = frozenset(("fr", "ca"))
"""Languages in which that word may be a letter that falls away: "une couronne d'épis"."""
HOLDERS = frozenset((
    "basket", "pot", "cooking_pot", "jar", "soup", "cup",
    "bowl", "bottle", "spoon", "bucket", "chest", "bag", "box", "sack", "jug",
    "pan", "plate", "kettle", "barrel", "cart", "truck", "boat", "ship", "canoe", "raft", "net", "table", "shelf",
    "suitcase", "stall", "chair", "tree", "bush", "cage", "hook", "train", "party", "statue", "shadow", "picture",
    "light", "smoke",
))  # fmt: skip
"""Things of which one names what is in, on or behind them: a bowl of rice, a table of cakes, the shadow of a cat."""
HARD = frozenset(("log", "stick", "gold", "stone", "bone", "bamboo", "brick", "rock"))
"""Of these holders are made too, where only one is named: a box of wood, but a box of boards."""
POTTERY = frozenset(("pot", "cooking_pot", "jar", "jug", "cup", "bowl", "plate", "bottle", "soup"))
"""Holders that are made of mud."""
BUILT = frozenset(("courtyard", "street", "square", "village", "stairwell", "room", "kitchen"))
"""Places that are made of something hard."""
_MUCH = """pile heap bunch bundle string line row ring pair herd flock ball stack handful sheet circle load
ramo manojo haz monton pila fila hilera hilo linea cadena bola par circulo carga hebra
bouquet botte tas pile fil ligne rang file boule cercle fagot gerbe
feixe monte pilha fio linha bola par roda
ram feix munt pila filera fil bola parell cercle garba"""
MUCH = frozenset(_MUCH.split())
"""Words for how much there is of what follows."""


def without_materials(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions without things that only say what the thing right before them is made of."""
    base = language.split("-")[0]
    before: Mention | None = None
    for m in found:
        told = before is not None and base in OF and _of(before, m, row, base) and _is_made_of(before, m, row)
        if not told:
            yield m
            before = m


def _of(before: Mention, m: Mention, row: Sequence[Token], base: str) -> bool:
    """Whether only an "of" stands between two mentions, and no sign."""
    between = row[before.token + before.words : m.token]
    if m.sentence != before.sentence or any(t.apart for t in row[before.token + before.words : m.token + 1]):
        return False
    if not between:
        return base in ELIDES and before.concept.kind == "thing"
    return len(between) == 1 and between[0].folded in OF[base]


def _is_made_of(before: Mention, m: Mention, row: Sequence[Token]) -> bool:
    if m.concept.kind not in ("thing", "animal") or row[before.token].folded in MUCH:
        return False
    if before.concept.kind == "place":
        return before.concept.id in BUILT and m.concept.id in HARD
    if before.concept.kind != "thing":
        return False
    if before.concept.id not in HOLDERS:
        return True
    soft = m.concept.id == "mud" and before.concept.id in POTTERY
    return m.count == 1 and (m.concept.id in HARD or soft)
