"""People who are none of the characters: a weaver, two women at the pots, and the crowd behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from video.concepts.roles import load_roles, readable
from video.concepts.scenery import Mention
from video.concepts.table import get_concept, standing_for
from video.concepts.words import fold
from video.engine import Figure
from video.engines.papercut.drawn import DRAWN
from video.shotlist import Acting, ShotPlan

SEVERAL = 3
"""Of a kind whose number is not told, or is greater, where there is room: more would hide whom a story is about."""
FEWER = 2
"""With several characters there."""
CROWDS = frozenset(("people", "children"))
"""Who are drawn as a crowd at the back, unless two or three of them are told of."""
SINGLE = frozenset(("neighbour", "kinsfolk"))
"""Drawn as one where one is told of, otherwise as a crowd."""
_FEMININE = re.compile(r"(?:a|as|ie|ies|ine|ines|gne|gnes)$")
"""How words for neighbours and friends end that mean women: es, pt, ca, fr."""


def one_by_one(mention: Mention) -> tuple[str, ...]:
    """The looks of the people of a mention who are drawn one by one; none = it is no person, or a crowd."""
    role, roles = mention.concept.id, load_roles()
    if role in roles:
        return (roles[role],)
    if role == "elders":
        return (roles["oldwoman"], roles["oldman"])
    if not (mention.count in (2, 3) and role in (*SINGLE, *CROWDS)) and not (mention.count == 1 and role in SINGLE):
        return ()
    if role == "children":
        return ("girl", "boy")
    return ("woman",) if _FEMININE.search(fold(mention.word)) else ("man", "woman")


def strangers_in(people: tuple[Mention, ...], characters: int) -> Iterator[tuple[str, Figure]]:
    """(id of the concept, figure) of everybody who is drawn one by one; ``characters`` = how many are there."""
    most = SEVERAL if characters < 2 else FEWER
    for mention in people:
        role, looks = mention.concept.id, one_by_one(mention)
        for number in range(min(mention.count or most, most) if looks else 0):
            name = f"stranger {role}" if number == 0 else f"stranger {role} {number + 1}"
            yield role, Figure(name=name, look=looks[number % len(looks)])


def apart(people: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The people, those who are drawn one by one under a concept of one person: no crowd is drawn for them."""
    return tuple(
        replace(m, concept=get_concept("man")) if m.concept.id not in load_roles() and one_by_one(m) else m
        for m in people
    )


def called(name: str) -> str:
    """What a stranger is called: "old woman", "woman 2"."""
    role, _, number = name.removeprefix("stranger ").partition(" ")
    return f"{readable(role)} {number}".rstrip()


def with_strangers(shot: ShotPlan, names: dict[str, str]) -> ShotPlan:
    """The shot with what strangers do among what the characters do, by their names; ``names``: the role of each.

    What a crowd does stands under the name of the crowd.
    """
    acts = {act.name: act for act in shot.strangers}
    own = [replace(acts[role], name=name) for name, role in names.items() if role in acts]
    crowds: dict[str, Acting] = {}
    for role, act in acts.items():
        crowd = standing_for(role, DRAWN)
        if role not in names.values() and crowd in CROWDS:
            crowds.setdefault(crowd, replace(act, name=crowd))
    first = {role: name for name, role in reversed(names.items())}
    acting = (_with_one(act, first) for act in shot.acting)
    return replace(shot, acting=(*acting, *own, *crowds.values()), strangers=())


def _with_one(act: Acting, first: dict[str, str]) -> Acting:
    """What is done with a kind of people, done with the first of them."""
    if act.deed is None or act.deed.to not in first:
        return act
    return replace(act, deed=replace(act.deed, to=first[act.deed.to]))
