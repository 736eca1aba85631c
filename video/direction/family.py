"""The family of an animal: "Pip, the sparrow, with his wife and six children" are sparrows, and no people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from video.concepts.living import PREFIX
from video.concepts.mentions import Mention
from video.concepts.scenery import Scenery, animal_of
from video.concepts.table import CAST, get_concept
from video.concepts.words import fold
from video.direction.who import Reading
from video.shotlist import Role, Said

_GROWN = """wife husband mother father mum dad mama papa parents brother sister brothers sisters cousin cousins uncle
aunt family families esposa esposo mujer marido madre padre hermano hermana hermanos hermanas primo prima
primos primas familia tia tio femme mari epouse epoux mere pere frere soeur freres soeurs cousin cousine
cousins cousines famille tante oncle maman esposa mulher mae pai irmao irma irmaos irmas familia dona
muller pare mare germa germana germans"""
_YOUNG = """child children son daughter sons daughters kids baby babies hijo hija hijos hijas crias pequenos bebe
bebes enfant enfants fils fille filles petits bebe filho filha filhos filhas filhotes fill filla fills
filles"""
GROWN, YOUNG = frozenset(_GROWN.split()), frozenset(_YOUNG.split())
"""Words for kin, folded. Source: school dictionaries of each language."""
SEVERAL = frozenset(("children", "kinsfolk", "people"))
"""Concepts of several even where no number is told."""
SMALL = 0.7
"""How large young ones are beside grown ones."""
PERSONAL = frozenset("people neighbour kinsfolk children baby woman man girl boy mother father".split())  # noqa: SIM905 - CONFIG: read as words
"""Persons that are told of by general words, as of animals too."""


def kinds_of_animals(cast: Iterable[Role], language: str) -> dict[str, str]:
    """By name what animal each of the cast is; empty of people and of things that are somebody."""
    found = {role.name: animal_of(role.name, role.look, language) or "" for role in cast}
    return {name: "" if kind.startswith(PREFIX) else kind for name, kind in found.items()}


def with_families(
    scenery: Scenery, reading: Reading, lines: tuple[Said, ...], kinds: Mapping[str, str]
) -> tuple[Scenery, tuple[str, ...]]:
    """The scenery with kin of animals as such animals, and words for persons that no picture shows among animals."""
    owners = _owners(reading, lines, kinds)
    beasts = bool(kinds) and all(kinds.values())
    people: list[Mention] = []
    family: dict[str, Mention] = {}
    untold: list[str] = []
    for m in scenery.people:
        word = fold(m.word)
        kin = _is_kin(word)
        kind = owners.get((m.concept.id, word), "")
        if kin and kind:
            several = m.count == 1 and m.concept.id in SEVERAL
            count = 0 if several else m.count
            one = replace(m, count=count, concept=get_concept(kind), size=SMALL if _is_young(word) else 1.0, kin=True)
            family[kind] = _both(family.get(kind), one)
        elif beasts and m.concept.id in PERSONAL:
            untold.append(m.word)
        else:
            people.append(m)
    if not family and not untold:
        return scenery, ()
    animals = (*scenery.animals, *family.values())
    return replace(scenery, people=tuple(people), animals=animals), tuple(untold)


def _is_kin(word: str) -> bool:
    return bool((GROWN | YOUNG) & set(word.split()))


def _is_young(word: str) -> bool:
    return bool(YOUNG & set(word.split()))


def _both(a: Mention | None, b: Mention) -> Mention:
    if a is None:
        return b
    return replace(a, count=a.count + b.count if a.count and b.count else 0, size=max(a.size, b.size))


def _owners(reading: Reading, lines: tuple[Said, ...], kinds: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """By concept and word of kin what animal they belong to: who is named before, or who speaks of them."""
    found: dict[tuple[str, str], str] = {}
    told = [("", reading.brief), *((line.who, row) for line, row in zip(lines, reading.lines, strict=True))]
    last = ""
    for who, row in told:
        for i, m in enumerate(row):
            if m.concept.kind == CAST:
                last = m.concept.id
            if m.concept.kind == "person" and _is_kin(fold(m.word)):
                before = [o.concept.id for o in row[:i] if o.concept.kind == CAST and o.sentence == m.sentence]
                owner = who or (before[-1] if before else last)
                found.setdefault((m.concept.id, fold(m.word)), kinds.get(owner, ""))
    return found
