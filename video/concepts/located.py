"""Whether a place is where a scene plays, or only what something belongs to: "the king of the mountain"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.rows import read_rows
from video.concepts.table import CAST, get_concept
from video.concepts.tokens import Token
from video.concepts.whereabouts import INSIDE, PARTS, PUBLIC

if TYPE_CHECKING:
    from video.concepts.mentions import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Words of one language that stand before places, folded; see ``located.tsv``."""

    of: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    out_of: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    front: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()


ROLES = {
    "of": "of",
    "in": "inside",
    "where": "where",
    "towards": "towards",
    "from": "out_of",
    "by": "by",
    "front": "front",
    "within": "within",
}
"""Fields by the roles of the table."""


@lru_cache(maxsize=64)
def get_where(language: str) -> Where:
    """The words of a language by its first subtag; none where the table has none."""
    base = language.split("-")[0]
    rows = [(ROLES[role], words) for languages, role, words in read_rows("located.tsv") if base in languages.split()]
    return Where(**{field: frozenset(words.split()) for field, words in rows})


NEAR_TO = frozenset(("near", "cerca", "pres", "perto"))
NEAR, FAR = 3, 5
"""Words before a place that are looked at, and before a room."""
STUFF = frozenset(("sand", "arena", "sable", "areia", "sorra", "ice", "hielo", "gelo", "coral", "lava"))
"""What is a place only where somebody is on it or in it: a box of sand, sand and straw."""


def with_loose(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, those of places marked that only say whose or which something is."""
    where = get_where(language)
    for k, m in enumerate(found):
        if m.concept.kind == "place" and not m.absent:
            after = found[k + 1] if k + 1 < len(found) else None
            before = found[k - 1] if k else None
            if m.concept.id in PUBLIC and where.front & {t.folded for t in _front(m, row)[:NEAR]}:
                yield replace(m, concept=get_concept("playground" if m.concept.id == "school" else "street"))
                continue  # "outside the school"
            if m.concept.id == "island" and NEAR_TO & {t.folded for t in _front(m, row)[:NEAR]}:
                yield replace(m, concept=get_concept("open_sea"))
                continue  # "perto da ilha"
            house = m.concept.id == "balcony" and _of_a_house(m, row, where)
            if house or _belongs(m, before, row, where) or _compound(m, after, row, language):
                yield replace(m, loose=True)
                continue
        yield m


def _belongs(m: Mention, before: Mention | None, row: Sequence[Token], where: Where) -> bool:
    front = _front(m, row)
    words = [t.folded for t in front]
    if m.concept.id in PUBLIC and (m.count == 0 or where.by & set(words[:NEAR])):
        return True  # "above the shops"
    if m.words == 1 and row[m.token].folded in STUFF:
        return not where.inside & set(words[:NEAR])
    if where.towards & set(words[:NEAR]):
        return True
    room = m.concept.id in INSIDE and m.concept.id != "at_window"
    if room and where.out_of & set(words) and not where.within & set(words):
        return True  # "looks on from the kitchen door", but not "seen from inside the flat"
    small = load_grammar().before_things
    for k, word in enumerate(words[:NEAR]):
        if word in where.of:
            fixed = (room or m.concept.id in YARDS) and before is not None and before.concept.id in FIXED
            return k + 1 < len(words) and not fixed and not _tells_where(words[k + 1], before, where)
        if word not in small:
            break
    return False


HAVING = frozenset(("with", "con", "avec", "com", "amb"))


def _of_a_house(m: Mention, row: Sequence[Token], where: Where) -> bool:
    """Whether balconies are what a house has: "an old house with balconies"; one from which people look is a place."""
    near = {t.folded for t in _front(m, row)[:NEAR]}
    return not where.inside & near and (m.count == 0 or bool(HAVING & near))


def _front(m: Mention, row: Sequence[Token]) -> list[Token]:
    """Up to five words before a mention, the nearest first, as far as the last sign."""
    front: list[Token] = []
    if row[m.token].apart:
        return front
    for t in reversed(row[max(0, m.token - FAR) : m.token]):
        if t.sentence != m.sentence:
            break
        front.append(t)
        if t.apart:
            break
    return front


def is_within(m: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a place is named as where somebody is or goes: "in the forest", and not "a lake was born"."""
    return m.words > 1 or bool(get_where(language).inside & {t.folded for t in _front(m, row)[:NEAR]})


def _tells_where(owner: str, before: Mention | None, where: Where) -> bool:
    """Whether the word before "of" says where in the place, or is itself a place."""
    return owner in where.where or (before is not None and before.concept.kind == "place" and not before.loose)


YARDS = frozenset(("garden", "courtyard", "square", "park", "playground", "orchard"))
FIXED = PARTS | frozenset(("table", "gate", "bench", "stairs", "stove", "fence"))
"""What is where it belongs: who stands at the kitchen door is in the kitchen, "la table du jardin" in the garden."""


RISES = frozenset(("smoke",))
"""What a place does rather than has: "the volcano smokes"."""


def _compound(m: Mention, after: Mention | None, row: Sequence[Token], language: str) -> bool:
    """Whether it is the first part of an English compound: a kitchen chair, the village children."""
    if language.split("-")[0] != "en" or after is None or after.token != m.token + m.words or row[after.token].apart:
        return False
    return (
        after.sentence == m.sentence
        and m.words == 1
        and after.concept.kind in ("thing", "animal", "person", CAST)
        and not (after.concept.kind == CAST and after.word[:1].isupper())  # "in the kitchen Ana cooked"
        and (after.concept.id not in FIXED | RISES)
    )
