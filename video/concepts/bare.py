"""What a thing lacks changes its picture: a lemon tree without leaves bears no lemons, an empty basket holds none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.table import get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

TREES = frozenset((
    "tree", "lemon_tree", "apple_tree", "orange_tree", "pear_tree", "cherry_tree", "fig_tree", "mango_tree",
))  # fmt: skip
_DRY = """dry bare dead withered leafless dried seco seca secos secas pelado pelada muerto muerta marchito marchita sec
seche sechee mort morte nu nue desseche dessechee morto morta murcho murcha despido despida"""
DRY = frozenset(_DRY.split())
"""Behind or before a tree: it has no leaves. Source: school dictionaries of each language."""
_LEAVES = "leaves leaf hojas hoja feuilles feuille folhas folha fulles fulla"
LEAVES = frozenset(_LEAVES.split())
WITHOUT = frozenset(("without", "sin", "sans", "sem", "sense", "no", "ni", "nem"))
_EMPTY = "empty vacio vacia vacios vacias vide vides vazio vazia vazios vazias buit buida"
EMPTY = frozenset(_EMPTY.split())
LACKING = {"basket": "empty_basket"}
"""By what is empty the thing that is drawn."""
NEAR = 4
"""Words from the tree to what it lacks: "un limonero casi sin hojas"."""


def without_what_lacks(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions, with bare trees and empty baskets for trees and baskets that are said to be so."""
    bare: Mention | None = None
    for m in found:
        near = bare is not None and m.sentence == bare.sentence and m.token - bare.token <= NEAR + 1
        if near and m.concept.id == "leaf":
            continue  # "un limonero sin hojas"
        bare = m if m.concept.id in TREES and _is(m, row, frozenset(), LEAVES) else None
        if m.concept.id in TREES and _is(m, row, DRY, LEAVES):
            yield replace(m, concept=get_concept("bare_tree"))
        elif m.concept.id in LACKING and _is(m, row, EMPTY, frozenset()):
            yield replace(m, concept=get_concept(LACKING[m.concept.id]))
        else:
            yield m


def _is(m: Mention, row: Sequence[Token], said: frozenset[str], lacked: frozenset[str]) -> bool:
    first, end = max(0, m.token - 2), m.token + m.words
    before = [t.folded for t in row[first : m.token] if t.sentence == m.sentence]
    behind: list[str] = []
    for token in row[end : end + NEAR]:
        if token.sentence != m.sentence or token.apart:
            break
        behind.append(token.folded)
    without = any(w in WITHOUT and lacked & set(behind[i:]) for i, w in enumerate(behind))
    return bool(said & {*before, *behind}) or without
