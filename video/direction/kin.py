"""Persons that are named without a name and are somebody of the cast: the mother in a scene with one woman."""

from __future__ import annotations

import re

from video.concepts.mentions import Mention
from video.concepts.table import CAST
from video.concepts.words import fold, load_words
from video.direction.who import Reading, present_in
from video.shotlist import Role, Said

FAMILY = frozenset(("familia", "family", "famille", "familias", "families"))
KIN = {"mother": "feminine", "father": "masculine"}
"""Kin of whom a story has one that is meant, and the gender that a grown character of that kind has."""


def somebody_known(
    reading: Reading, cast: tuple[Role, ...], lines: tuple[Said, ...], *, briefed: bool
) -> frozenset[str]:
    """Ids of persons who are no strangers: who is only in the heading of a scene with cast in it, or is kin."""
    present = present_in(reading, lines)
    if not present:
        return frozenset()
    told = {m.concept.id for found in (reading.brief, *reading.lines) for m in found if _person(m)}
    titled = {m.concept.id for m in reading.heading if _person(m)} - told if not briefed else set[str]()
    there = [role for role in cast if role.name in present]
    kin = {k for k, gender in KIN.items() if sum(_grown(role, gender) for role in there) == 1}
    herds = (
        {"people"}
        if _own_family(reading, present)
        or any(_of_animal(found, reading.animals) for found in (reading.brief, *reading.lines))
        else set[str]()
    )
    return frozenset(titled | (kin - reading.others) | herds)


def _own_family(reading: Reading, present: tuple[str, ...]) -> bool:
    """Whether a family is told of that is two or more of the cast: "toute la famille mangeait"."""
    told = [m for found in (reading.brief, *reading.lines) for m in found if m.concept.id == "people"]
    people = [name for name in present if name not in reading.animals]
    return len(people) > 1 and bool(told) and all(fold(m.word) in FAMILY for m in told)


def _of_animal(found: tuple[Mention, ...], animals: frozenset[str]) -> bool:
    """Whether a family is told of that is an animal's: no people are there."""
    families = [m for m in found if m.concept.id == "people" and fold(m.word) in FAMILY]
    others = any(m.concept.id == "people" and fold(m.word) not in FAMILY for m in found)
    cast = [m for m in found if m.concept.kind == CAST]
    owners = [
        next((c for c in reversed(cast) if c.token < m.token and c.sentence == m.sentence), None) for m in families
    ]
    return bool(owners) and not others and all(o is not None and o.concept.id in animals for o in owners)


def _person(m: Mention) -> bool:
    return m.concept.kind == "person" and m.count == 1


def _grown(role: Role, gender: str) -> bool:
    look = load_words().look
    tags = {tag for word in re.findall(r"\w+", fold(f"{role.look} {role.voice}")) for tag in look.get(word, ())}
    return gender in tags and not tags & {"child", "girl", "boy", "old"}
