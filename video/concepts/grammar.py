"""Little words that say something of the word beside them: numbers, sizes, articles, "without"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from video.concepts.rows import read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Folded words by what they say."""

    big: frozenset[str]
    small: frozenset[str]
    without: frozenset[str]
    """What is named after these is said not to be there."""
    before_things: frozenset[str]
    """After these a word that may be a thing or a doing is a thing."""
    before_doings: frozenset[str]
    negation: frozenset[str]
    """A doing after these is not done."""
    negation_behind: frozenset[str]
    """A doing before these is not done."""
    nobody: frozenset[str]
    """What is done after these in a sentence is not done."""
    numbers: dict[str, int]
    qualities: dict[str, tuple[str, ...]]
    """By language the endings of participles and adjectives, which are never what is to be seen."""


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The table ``grammar.tsv``."""
    roles: dict[str, frozenset[str]] = {}
    qualities: dict[str, tuple[str, ...]] = {}
    numbers: dict[str, int] = {}
    for role, words in read_rows("grammar.tsv"):
        if role.startswith("number:"):
            numbers.update(dict.fromkeys(words.split(), int(role.partition(":")[2])))
        elif role.startswith("quality:"):
            qualities[role.partition(":")[2]] = tuple(words.split())
        else:
            roles[role] = roles.get(role, frozenset()) | frozenset(words.split())
    return Grammar(
        big=roles["big"],
        small=roles["small"],
        without=roles["without"],
        before_things=roles["before_things"],
        before_doings=roles["before_doings"],
        negation=roles["not"],
        negation_behind=roles["not_behind"],
        nobody=roles["nobody"],
        numbers=numbers,
        qualities=qualities,
    )
