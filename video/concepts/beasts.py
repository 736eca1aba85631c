"""What animals do that are nobody: "a dog sleeps by the fire", "the goat runs with a veil in its mouth"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.absence import AND
from video.concepts.doers import doers
from video.concepts.table import CAST, standing_for
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

GAITS = {
    "run": "run", "jump": "run", "walk": "walk", "dance": "walk", "sleep": "sleep", "lie": "sleep", "curl": "sleep",
    "sit": "sit", "kneel": "sit", "fly_away": "fly", "rear": "rear",
}  # fmt: skip
"""By doing how an animal goes or rests."""
REACH = 4
"""Words from an animal to what it does, at most."""
_MOUTHS = """in its mouth|in his mouth|in her mouth|in its beak|in his beak|in her beak|in its jaws|between its teeth|
in its teeth|en la boca|en el hocico|en el pico|entre los dientes|en su boca|en su pico|dans la gueule|dans sa gueule|
dans le bec|dans son bec|entre les dents|dans la bouche|na boca|no bico|entre os dentes|a la boca|al bec|al morro"""
MOUTHS = tuple(tuple(phrase.split()) for phrase in _MOUTHS.replace("\n", "").split("|"))
"""Where an animal has what it carries: en, es, fr, pt, ca."""


def with_doings(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with what animals do and have in their mouths; what these have there lies nowhere else."""
    gaits = dict(_gaits(found, row, language))
    mouths = dict(_mouths(found, row))
    carried = set(mouths.values())
    for i, m in enumerate(found):
        if i in carried:
            continue
        full = found[mouths[i]].concept.id if i in mouths else ""
        yield replace(m, gait=gaits.get(i, ""), mouth=full) if i in gaits or full else m


def _gaits(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[tuple[int, str]]:
    for verb in found:
        done = standing_for(verb.concept.id, GAITS) if verb.concept.kind == "doing" and not verb.absent else None
        if done is None:
            continue
        for i in doers(verb, found, row):
            m = found[i]
            apart = verb.token - m.token - m.words if m.token < verb.token else m.token - verb.token - verb.words
            follows = m.token > verb.token and language.startswith("en")
            beast = m.concept.kind == "animal"
            if beast and apart <= REACH and not follows and not _is_object(m, found, row):
                yield i, GAITS[done]


def _is_object(m: Mention, found: Sequence[Mention], row: Sequence[Token]) -> bool:
    """Whether somebody does something to it: "Ana feeds the dog and runs"."""
    before = [o for o in found if o.sentence == m.sentence and o.token < m.token]
    acts = [o for o in before if o.concept.kind == "doing"]
    if not acts or not any(o.concept.kind in (CAST, "person") and o.token < acts[-1].token for o in before):
        return False
    between = row[acts[-1].token + acts[-1].words : m.token + 1]
    return not any(t.apart or t.folded in AND for t in between)


def _mouths(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """(index of an animal, index of what it has in its mouth)."""
    words = [t.folded for t in row]
    for i, m in enumerate(found):
        end = m.token + m.words
        full = any(tuple(words[end : end + len(phrase)]) == phrase for phrase in MOUTHS)
        if m.concept.kind not in ("thing", "animal") or m.count != 1 or not full:
            continue
        whose = [
            (k, o) for k, o in enumerate(found[:i])
            if o.sentence == m.sentence and o.concept.kind in (CAST, "person", "animal")
        ]  # fmt: skip
        if whose and whose[-1][1].concept.kind == "animal":
            yield whose[-1][0], i
