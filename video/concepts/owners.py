"""Whose a thing is that lines of a Romance language tell of: "la barque du pêcheur" shows the boat and no fisherman."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from video.concepts.senses import ROMANCE
from video.concepts.titles import is_quality
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

OF = frozenset(("de", "del", "du", "des", "d", "do", "da", "dos", "das"))
_ARTICLES = "el la los las le les o a os as su sus mi tu son sa ses leur leurs mon ma seu sua seus suas meu minha"
ARTICLES = frozenset(_ARTICLES.split())
"""Between "of" and who is known already. Source: school grammars of each language."""
SHOWN = frozenset(("shadow", "picture", "statue", "light", "party", "stall", "grave", "gravestone", "throne"))
"""Things that show somebody, or beside which somebody is."""
BETWEEN = 4
"""Words from a thing to its owner, less than."""


def without_holders(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions of told lines without persons who only own the thing right before them."""
    if language.split("-")[0] not in ROMANCE:
        yield from found
        return
    for k, m in enumerate(found):
        before = found[k - 1] if k else None
        if before is None or m.concept.kind != "person" or not _owns(before, m, row, language):
            yield m


def _owns(thing: Mention, m: Mention, row: Sequence[Token], language: str) -> bool:
    between = row[thing.token + thing.words : m.token]
    if thing.concept.kind != "thing" or thing.concept.id in SHOWN or thing.sentence != m.sentence:
        return False
    if not 0 < len(between) < BETWEEN or any(t.apart for t in (*between, row[m.token])):
        return False
    first = next((i for i, t in enumerate(between) if t.folded in OF), None)
    if first is None or not all(is_quality(t.folded, language) for t in between[:first]):
        return False
    held = between[first].folded not in ("de", "d")
    return (held or first + 1 < len(between)) and all(t.folded in ARTICLES for t in between[first + 1 :])
