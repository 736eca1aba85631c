"""A part of a thing that is there is no thing of its own: the saddle and the wheels of a bicycle, the mast of a boat.

Who does something with the part does it with the whole: "sits on the saddle" is on the bicycle. A wheel that is
carried, rolled or taken off, and one wheel more, are things of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.table import get_concept
from video.concepts.tokens import Token
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

WHEELS = frozenset(("wheel", "bicycle_wheel", "tyre"))
PARTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("bicycle", "motorbike"), WHEELS | {"saddle"}),
    **dict.fromkeys(("car", "bus", "truck", "cart", "coach", "wheelbarrow", "tractor"), WHEELS),
    **dict.fromkeys(("boat", "ship"), frozenset(("sail",))),
}
"""By whole the ids of its parts."""
MASTS = frozenset(("mast", "masts", "mastil", "mastiles", "mastro", "mastros", "mat"))
"""Of sails, what is the boat itself; a sail is also hoisted, mended or folded."""
TRUNKS = frozenset(("trunk", "tronco", "tronc"))
TREES = frozenset(("tree", "pine", "palm", "baobab", "bamboo"))
HANDLES = frozenset(("handle", "handles", "poignee", "poignees", "empunadura", "asidero"))
"""Words of what is a part of any thing and of none by itself."""
OF = frozenset(("of", "de", "d", "du", "del", "da", "do"))
SIGNS = frozenset(("bicycle_wheel", "inner_tube", "pump", "tyre"))
RIDDEN = frozenset(("horse", "donkey", "camel", "mule", "llama", "elephant", "ox", "foal", "buffalo"))
"""Animals that wear saddles."""
_APART = """an one un una une uno um uma another other new old spare third extra otro otra nuevo nueva viejo vieja
autre nouveau nouvelle vieux vieille outro outra novo nova velho velha"""
APART = frozenset(_APART.split())
"""Before a part that is none: "a spare wheel"."""
TAKEN = frozenset(("carry", "take", "roll", "throw", "hold_up", "draw_out", "give", "polish", "pull", "wash"))
"""Behind these it is no longer at its thing."""
NEAR = 4
"""Words at most from such a verb to the part."""


def with_wholes(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with parts as the wholes whose they are."""
    for k, m in enumerate(found):
        whole = _whole(m, found, row, language) if m.concept.kind == "thing" and not m.absent else None
        if whole is not None:
            yield replace(m, concept=whole.concept, count=whole.count, colour=whole.colour, size=whole.size)
        elif not (m.concept.id == "log" and k + 1 < len(found) and _trunk(m, found[k + 1], row)):
            yield m


def _whole(m: Mention, found: Sequence[Mention], row: Sequence[Token], language: str) -> Mention | None:
    if not any(m.concept.id in parts for parts in PARTS.values()) or _apart(m, found, row, language):
        return None
    if m.concept.id == "sail" and fold(m.word) not in MASTS:
        return None
    there = {o.concept.id for o in found if not o.absent}
    if m.concept.id == "saddle" and RIDDEN & there:
        return None
    whole = next((o for o in found if m.concept.id in PARTS.get(o.concept.id, ()) and not o.absent), None)
    cycled = any(o.concept.id == "saddle" for o in found) and SIGNS & there and not RIDDEN & there
    if whole is None and cycled and m.concept.id in PARTS["bicycle"]:
        return replace(m, concept=get_concept("bicycle"), count=1, colour=None)
    return whole


def _apart(m: Mention, found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether it is told of as a thing of its own."""
    before = {t.folded for t in row[max(0, m.token - 2) : m.token] if t.sentence == m.sentence}
    acts = (o for o in found if o.concept.id in TAKEN and o.sentence == m.sentence)
    off = any(0 < m.token - o.token <= NEAR for o in acts)
    return off or bool(before & (APART | {"a"} if language.startswith("en") else APART))


def _trunk(m: Mention, tree: Mention, row: Sequence[Token]) -> bool:
    """Whether it is the trunk of a tree that stands: "autour du tronc du baobab"."""
    between = [t.folded for t in row[m.token + m.words : tree.token]]
    stands = tree.concept.id in TREES or tree.concept.id.endswith("_tree") or tree.concept.like in TREES
    known = fold(m.word).split()[0] in TRUNKS and tree.sentence == m.sentence and stands
    return known and 0 < len(between) < 3 and between[0] in OF
