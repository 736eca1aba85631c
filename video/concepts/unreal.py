"""Doings that are only wanted, feared, asked for, ended or remembered: "quería bailar", "stopped running"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.rows import read_rows
from video.concepts.tokens import Token
from video.concepts.words import fold

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

BETWEEN = 1
"""Words that may stand between "wanted to" and the verb: "wanted to never sing", "queria muito dançar"."""
_HAVE = frozenset(["ai", "as", "a", "avons", "avez", "ont", "avait", "avaient", "etait", "etaient", "est", "sont"])
_NO = frozenset(("pas", "jamais", "plus"))
"""Behind a French auxiliary these deny the participle: "n'a pas dormi". Source: school grammars of French."""


@lru_cache(maxsize=64)
def load_unreal(base: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a language, each as its folded words."""
    rows = read_rows("unreal.tsv")
    return tuple(
        tuple(_bare(word) for word in fold(phrase).split())
        for languages, phrases in rows
        if base in languages.split()
        for phrase in phrases.split("|")
    )


def _bare(word: str) -> str:
    head, mark, rest = word.partition("'")
    return rest if mark and len(head) == 1 else word


def seen(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with doings as absent that are told as something nobody does."""
    base = language.split("-")[0]
    phrases = load_unreal(base)
    gone = {k for k, m in enumerate(found) if m.concept.kind == "doing" and _is_gone(found, k, row, base, phrases)}
    dreamt = {k - 1 for k in gone if k and found[k - 1].concept.id == "dream" and _next(found[k - 1], found[k])}
    for k, m in enumerate(found):
        yield replace(m, absent=True) if k in gone | dreamt else m  # who dreams of flying need not be asleep


def _is_gone(
    found: Sequence[Mention], k: int, row: Sequence[Token], base: str, phrases: Sequence[tuple[str, ...]]
) -> bool:
    before = found[k - 1] if k else None
    return _is_unreal(found[k], before, row, phrases) or _denied(found[k], row, base)


def _next(a: Mention, b: Mention) -> bool:
    return a.sentence == b.sentence and b.token - a.token - a.words <= BETWEEN


def _is_unreal(m: Mention, before: Mention | None, row: Sequence[Token], phrases: Sequence[tuple[str, ...]]) -> bool:
    between = BETWEEN if before is None or before.token + before.words < m.token else 0
    for end in range(m.token, max(m.token - between - 1, 0), -1):
        if any(t.apart or t.sentence != m.sentence for t in row[end : m.token + 1]) and end < m.token:
            return False
        if any(_ends(phrase, row, end, m) for phrase in phrases):
            return True
    return False


def _ends(phrase: tuple[str, ...], row: Sequence[Token], end: int, m: Mention) -> bool:
    """Whether a phrase ends right before an index, in the sentence and without a sign within."""
    first = end - len(phrase)
    if first < 0 or phrase[-1] not in ("*", row[end - 1].folded):
        return False  # most phrases already at their last word
    if row[first].sentence != m.sentence or any(t.apart for t in row[first + 1 : m.token + 1]):
        return False
    return all(word in ("*", row[first + n].folded) for n, word in enumerate(phrase))


def _denied(m: Mention, row: Sequence[Token], base: str) -> bool:
    """Whether French says with two words that it was not done: "n'a pas dormi"."""
    if base != "fr" or m.token < 2 or row[m.token - 2].sentence != m.sentence:
        return False
    return row[m.token - 1].folded in _NO and row[m.token - 2].folded in _HAVE
