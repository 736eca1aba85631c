"""Which words that mean nothing here a reader would expect to see: names of things and beings, and deeds.

By where a word stands: behind an article, a number or a preposition is a noun, behind somebody a deed. Only for
languages in which that is so; of others every unknown word is told. Too few is better than too many: an author looks
for pictures that are missing, not for adverbs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from video.concepts.grammar import load_grammar
from video.concepts.rows import read_rows
from video.concepts.table import CAST, Concept
from video.concepts.tokens import Token
from video.concepts.words import load_words

_LIKE = {"gl": "pt", "ast": "es", "an": "es", "ext": "es", "oc": "ca", "sco": "en"}
"""Whose rules are those of a near relative."""
BEINGS = frozenset(("person", "animal", CAST))
SEEN = frozenset(("thing", "place", "person", "animal", "sky", "weather", "season", "time", CAST))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Folded words of a language by which the place of a noun or a verb is known."""

    articles: frozenset[str] = frozenset()
    """Behind these stands a noun."""
    clitics: frozenset[str] = frozenset()
    """Articles that behind somebody are pronouns: "Ana la mira"."""
    prepositions: frozenset[str] = frozenset()
    """Behind these stands a noun, or an infinitive."""
    infinitives: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    """How third persons of verbs end."""
    behind: frozenset[str] = frozenset()
    """What may follow a noun: so that "hind" in "on his hind legs" is none; empty = anything."""
    qualities: frozenset[str] = frozenset()
    """Adjectives that stand before nouns."""
    unseen: frozenset[str] = frozenset()
    """Nouns of what cannot be seen, parts of bodies, and verbs that show nothing (to put, to become)."""


@lru_cache(maxsize=1)
def _orders() -> dict[str, Order]:
    roles: dict[str, dict[str, tuple[str, ...]]] = {}
    for language, role, words in read_rows("expected.tsv"):
        mine = roles.setdefault(language, {})
        mine[role] = (*mine.get(role, ()), *words.split())
    return {
        language: Order(
            articles=frozenset(mine["articles"]), clitics=frozenset(mine.get("clitics", ())),
            prepositions=frozenset(mine["prepositions"]), infinitives=mine.get("infinitives", ()),
            deeds=mine["deeds"], qualities=frozenset(mine["qualities"]), behind=frozenset(mine.get("behind", ())),
            unseen=frozenset(mine["unseen"]),
        )
        for language, mine in roles.items()
    }  # fmt: skip


def is_expected(
    row: Sequence[Token], i: int, language: str, before: Concept | None, noun_at: Callable[[int], bool]
) -> bool:
    """Whether a word that means nothing here is likely a noun of something to be seen, or somebody's deed.

    ``before`` = what is named right before it, if anything; ``noun_at`` says of an index whether a known noun is there.
    """
    base = language.split("-")[0]
    order = _orders().get(_LIKE.get(base, base))
    if order is None:
        return True
    word, sentence = row[i].folded, row[i].sentence
    if word in order.unseen or word.removesuffix("s") in order.unseen:
        return False
    front = [t for t in row[max(0, i - 3) : i] if t.sentence == sentence]
    if not front or (base in ("fr", "wa", "pcd") and row[i].exact.endswith(("é", "és", "ée", "ées"))):
        return False  # French participles: "perché"
    if before is not None and before.kind in BEINGS and not row[i].apart:
        return word.endswith(order.deeds)
    last = front[-1].folded
    if last in order.clitics and len(front) > 1 and not front[-1].apart and _is_being(row, i - 2, noun_at):
        return word.endswith(order.deeds)
    if row[i].apart or not _leads(front, order):
        return False
    if last in order.prepositions and last not in order.articles and word.endswith(order.infinitives):
        return False
    after = row[i + 1] if i + 1 < len(row) and row[i + 1].sentence == sentence else None
    if after is None or after.apart:
        return True
    if order.behind:  # English: the last of several words is the noun
        return after.folded in order.behind
    return not (noun_at(i + 1) and after.folded not in order.articles | order.prepositions)


def _leads(front: list[Token], order: Order) -> bool:
    """Whether what stands before says that a noun begins: an article or the like, perhaps a size or colour after it."""
    words = [t.folded for t in front]
    numbers = load_grammar().numbers

    def opens(word: str) -> bool:
        return word in order.articles or word in order.prepositions or word in numbers or word.isdigit()

    return opens(words[-1]) or (len(words) > 1 and _qualifies(words[-1], order) and opens(words[-2]))


def _qualifies(word: str, order: Order) -> bool:
    grammar = load_grammar()
    return word in order.qualities or word in grammar.big or word in grammar.small or word in load_words().colours


def _is_being(row: Sequence[Token], i: int, noun_at: Callable[[int], bool]) -> bool:
    """Whether at an index is somebody: a name, a known noun, or who is spoken of again (que, quien)."""
    return row[i].written[:1].isupper() or row[i].folded in ("que", "qui", "quien", "quem", "se") or noun_at(i)
