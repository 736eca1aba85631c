"""Which things hang: wheels from a ceiling, lanterns over a table, nets from a beam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

_WORDS = """
hang hangs hanging hung dangling dangle dangles
colgado colgada colgados colgadas cuelga cuelgan colgaba colgaban colgando colgante colgantes
suspendu suspendue suspendus suspendues pend pendent pendait pendaient accroche accrochee accroches accrochees
penjat penjada penjats penjades penja pengen penjava penjaven penjant
pendurado pendurada pendurados penduradas pendura penduram pendurava penduravam
"""
HANGING = frozenset(_WORDS.split())
"""Folded, in five languages. Source: school dictionaries of each."""
_ABOVE = "ceiling beam beams rafter rafters roof techo viga vigas plafond poutre poutres sostre biga bigues teto"
FROM_ABOVE = frozenset(_ABOVE.split())
REACH = 3
"""Words between a thing and the word that says that it hangs, at most."""


def with_hung(mentions: Sequence[Mention], row: Sequence[Token]) -> tuple[Mention, ...]:
    """The mentions, those of hanging things marked: "ruedas colgadas del techo", "hanging lanterns"."""
    return tuple(replace(m, hung=True) if m.concept.kind == "thing" and _hangs(m, row) else m for m in mentions)


def _hangs(mention: Mention, row: Sequence[Token]) -> bool:
    end = mention.token + mention.words
    behind = [t for t in row[end : end + REACH] if t.sentence == mention.sentence]
    while behind and any(t.apart for t in behind):
        behind.pop()
    before = [t for t in row[max(0, mention.token - REACH) : mention.token] if t.sentence == mention.sentence]
    said = {t.folded for t in (*behind, *before[-2:])} & HANGING
    if not said or (mention.token and mention.word.casefold() in FROM_ABOVE):
        return False
    # What hangs stands before the verb, or right behind it: "from the hook hangs a lamp", but no hook hangs.
    return bool({t.folded for t in behind} & HANGING) or not any(
        t.folded in ("from", "de", "del", "du", "des", "do", "da") for t in before[-1:]
    )
