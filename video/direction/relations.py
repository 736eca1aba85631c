"""Words that say how what a sentence tells belongs together: mentions of a kind of their own ("on", "owner")."""

from __future__ import annotations

from collections.abc import Sequence

from video.concepts.mentions import Mention
from video.concepts.table import Concept
from video.concepts.tokens import Token

RELATION = "relation"
"""Kind of such a mention."""
BODY = "body:"
"""Beginning of the id of a relation to somebody's back, head or hand: "on his back"."""


def relation_at(name: str, at: int, row: Sequence[Token]) -> Mention:
    """The mention of a relation at a word."""
    return Mention(concept=Concept(id=name, kind=RELATION), token=at, sentence=row[at].sentence, word=row[at].written)


def is_relation(m: Mention, *names: str) -> bool:
    """Whether a mention is a relation; with names, one of these."""
    return m.concept.kind == RELATION and (not names or m.concept.id in names)
