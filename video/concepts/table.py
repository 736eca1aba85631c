"""The concepts: what can be asked for, its words in five languages, and what may stand for it.

One file of ``tables/`` for each kind, whose name is the kind. A row: id; id of a concept that may honestly stand for
it (``like``; - where nothing is to be drawn); emoji, by which CLDR's words for it are found
(``scripts/build_concept_words.py``); words, folded, in five languages. A word has accents only where another word is
the same without them (Spanish ``sábana``, ``sabana``), and ``=`` behind it where it is itself the one without (French
``brise=``, not ``brisé``).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from video.concepts.forms import forms, plurals_of
from video.concepts.rows import read_rows
from video.concepts.verbs import verb_forms
from video.concepts.words import exact, fold

LANGUAGES = ("es", "en", "fr", "ca", "pt")
KINDS = ("time", "sky", "weather", "season", "place", "person", "animal", "thing", "mood", "doing")
"""The kinds, in the order in which they win a word that several have."""
EXACTLY = "="
_ELIDED = re.compile(r"(?<=\w )(?:[ldnsmtcj]|qu)'(?=\w)|^[sn]'(?=\w)")
IDLE = "-"
"""In place of ``like``: what is understood and asks for no picture."""
CAST = "cast"
"""The kind of a mention of a character: its concept's id is the character's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A row of the tables."""

    id: str
    kind: str
    """One of ``KINDS``, or ``cast``."""
    like: str = ""
    """Id of the concept that may stand for it in a picture; empty = none may."""
    idle: bool = False
    """True where it is understood and asks for no picture: light is no lamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one written form may mean."""

    concept: Concept
    many: bool = False
    spelt: str = ""
    """How it must be written, accents and all, where that tells it from another word; empty = no matter."""


Lexicon = dict[str, tuple[Entry, ...]]
"""By folded form what it may mean, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A concept with its emoji and its words by language."""

    concept: Concept
    emoji: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def load_rows() -> tuple[Row, ...]:
    """All rows of all tables, kinds in the order of ``KINDS``."""
    rows: list[Row] = []
    for kind in KINDS:
        for concept_id, like, emoji, *columns in read_rows(f"tables/{kind}.tsv"):
            words = {lang: tuple(c.split("|")) for lang, c in zip(LANGUAGES, columns, strict=True)}
            concept = Concept(id=concept_id, kind=kind, like=like.removesuffix(IDLE), idle=like == IDLE)
            rows.append(Row(concept=concept, emoji=tuple(emoji.split()), words=words))
    return tuple(rows)


@lru_cache(maxsize=1)
def load_concepts() -> dict[str, Concept]:
    """Concepts by id."""
    return {row.concept.id: row.concept for row in load_rows()}


def get_concept(concept_id: str) -> Concept:
    """The concept of an id of the tables.

    Raises:
        KeyError: the tables have none.
    """
    return load_concepts()[concept_id]


def standing_for(concept_id: str, drawn: Collection[str]) -> str | None:
    """The concept itself where it is among the drawn, else the nearest that may stand for it; None where none may."""
    concepts = load_concepts()
    for _ in range(6):  # a circle in the table would be a mistake, not an endless loop
        if concept_id in drawn:
            return concept_id
        concept_id = concepts[concept_id].like if concept_id in concepts else ""
        if not concept_id:
            return None
    return None


@lru_cache(maxsize=1)
def load_stopwords() -> dict[str, frozenset[str]]:
    """By language the words that ask for nothing to be drawn, folded."""
    out: dict[str, frozenset[str]] = {}
    for language, words in (*read_rows("stopwords.tsv"), *read_rows("stopwords_udhr.tsv")):
        out[language] = out.get(language, frozenset()) | frozenset(words.split())
    return out


@lru_cache(maxsize=8)
def load_lexicon(language: str) -> Lexicon:
    """Every form of every word of one of ``LANGUAGES``: what the tables say before what the rules make."""
    found: dict[str, list[Entry]] = {}
    stop = load_stopwords()[language]
    written = [(_read(word), row.concept) for row in load_rows() for word in row.words[language] if word]
    strict = {word.removesuffix(EXACTLY) for word, _ in written if word.endswith(EXACTLY)}
    plain = [(word.removesuffix(EXACTLY), concept) for word, concept in written]
    plurals = {(form, c.id) for word, c in plain for form, many in forms(fold(word), language).items() if many}
    for word, concept in plain:
        folded = fold(word)
        many = (folded, concept.id) in plurals and concept.kind not in ("doing", "mood")
        spelt = exact(word) if folded != exact(word) else ""
        entry = Entry(concept=concept, many=many, spelt=folded if word in strict else spelt)
        found.setdefault(folded, []).append(entry)
    said = frozenset(found)
    for word, concept in plain:  # "gatitos" are several kittens before they are small cats
        for form in plurals_of(fold(word), language) - said - stop if concept.kind == "animal" else ():
            found.setdefault(form, [Entry(concept=concept, many=True)])
    for word, concept in plain:
        folded = fold(word)
        acts = concept.kind in ("doing", "mood")
        being = concept.kind in ("person", "animal", "mood")
        made = {} if concept.kind == "doing" else forms(folded, language, being=being)
        made |= dict.fromkeys(verb_forms(folded, language), False) if acts else {}
        for form, many in made.items():
            if form in stop:
                continue  # French "près" is not several "prés"
            entries = found.setdefault(form, [])
            # A form by rule is a second meaning only as a doing beside a thing, which the words around it can tell.
            rival = acts and form in said and all(e.concept.kind not in ("doing", "mood") for e in entries)
            if not entries or rival:
                entries.append(Entry(concept=concept, many=many))
    return {form: tuple(entries) for form, entries in found.items()}


def _read(word: str) -> str:
    """A word of the tables as it is found in a text, where elided letters fall away: "sous l'eau"."""
    return _ELIDED.sub("", word)
