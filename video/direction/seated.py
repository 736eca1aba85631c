"""Who is at a table sits at it: "Ana and Leo at the table", "Ana e Leo à mesa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from video.concepts.mentions import Mention
from video.concepts.table import CAST, get_concept
from video.concepts.tokens import Token

_AT = {
    "en": "at the|at a|at their|round the|around the",
    "es": "a la|en la|alrededor de la|en torno a la",
    "fr": "à|autour de la|autour d'une",
    "pt": "à|em volta da|ao redor da|em redor da|à volta da",
    "ca": "a|al voltant de la",
}
AT = {
    language: tuple(tuple(part.split("'")[-1] for part in phrase.split()) for phrase in phrases.split("|"))
    for language, phrases in _AT.items()
}
"""By language the words, as they are written, between somebody and the table. Source: school grammars of each."""


def at_table(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """For each table at which somebody is named right before it, that they sit."""
    phrases = AT.get(language.split("-")[0], ())
    for before, m in pairwise(found):
        first = before.token + before.words
        said = tuple(t.exact for t in row[first : m.token])
        beside = before.concept.kind == CAST and before.sentence == m.sentence
        if m.concept.id == "table" and not m.absent and beside and said in phrases:
            yield Mention(concept=get_concept("sit"), token=first, sentence=m.sentence, word=row[first].written)
