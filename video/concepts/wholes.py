"""A part of a thing that is there is no thing of its own: the mast of a boat, the trunk of a tree.

The saddle of who pumps up tyres is that of a bicycle, which need not be named. What else is a part of a vehicle is told
by ``direction/vehicles.py``, from all words of a scene.
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

BOATS = frozenset(("boat", "ship"))
MASTS = frozenset(("mast", "masts", "mastil", "mastiles", "mastro", "mastros", "mat"))
"""Of sails, what is the boat itself; a sail is also hoisted, mended or folded."""
TRUNKS = frozenset(("trunk", "tronco", "tronc"))
TREES = frozenset(("tree", "pine", "palm", "baobab", "bamboo"))
HANDLES = frozenset(("handle", "handles", "poignee", "poignees", "empunadura", "asidero"))
"""Words of what is a part of any thing and of none by itself."""
OF = frozenset(("of", "de", "d", "du", "del", "da", "do"))
SIGNS = frozenset(("bicycle_wheel", "inner_tube", "tyre"))
"""Beside these a saddle is a bicycle's."""
RIDDEN = frozenset(("horse", "donkey", "camel", "mule", "llama", "elephant", "ox", "foal", "buffalo", "bicycle"))
"""What wears a saddle, or is there anyway."""


def with_wholes(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions, with parts as the wholes whose they are."""
    there = {o.concept.id for o in found if not o.absent}
    boat = next((o for o in found if o.concept.id in BOATS and not o.absent), None)
    for k, m in enumerate(found):
        if m.concept.id == "saddle" and SIGNS & there and not RIDDEN & there:
            yield replace(m, concept=get_concept("bicycle"), count=1, colour=None)
        elif m.concept.id == "sail" and boat is not None and fold(m.word) in MASTS:
            yield replace(m, concept=boat.concept, count=boat.count, colour=boat.colour, size=boat.size)
        elif not (m.concept.id == "log" and k + 1 < len(found) and _trunk(m, found[k + 1], row)):
            yield m


def _trunk(m: Mention, tree: Mention, row: Sequence[Token]) -> bool:
    """Whether it is the trunk of a tree that stands: "autour du tronc du baobab"."""
    between = [t.folded for t in row[m.token + m.words : tree.token]]
    stands = tree.concept.id in TREES or tree.concept.id.endswith("_tree") or tree.concept.like in TREES
    known = fold(m.word).split()[0] in TRUNKS and tree.sentence == m.sentence and stands
    return known and 0 < len(between) < 3 and between[0] in OF
