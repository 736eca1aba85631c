"""Words with several meanings: which is meant, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from video.concepts.grammar import load_grammar
from video.concepts.lookup import Found
from video.concepts.rows import read_rows
from video.concepts.table import CAST, EXACTLY, Concept, load_concepts
from video.concepts.tokens import Token
from video.concepts.words import fold

ROMANCE = frozenset(("es", "fr", "pt", "ca", "gl", "ast", "oc"))
_CLITICS = {
    "en": "he she they we i who can could must will would should may might shall cannot don't didn't doesn't",
    "fr": "je tu il elle on nous vous ils elles qui se me te ne lui",
    "es": "yo ella ellos ellas nosotros se me te nos le les",
    "pt": "eu ele ela eles elas nós você vocês se lhe lhes me te",
    "ca": "jo ell ella ells elles nosaltres em et li hi ho",
}
CLITICS = {language: frozenset(words.split()) for language, words in _CLITICS.items()}
"""Behind these stands a verb. Source: school grammars of each language."""
MAY_ACT = frozenset(("thing", "animal", "place", "weather", "person"))
"""Kinds of which a word may be a verb too: "il porte", "she rocks the cradle", "o lobo mata a ovelha"."""
TOOLS = frozenset(("hammer", "saw", "shovel", "rake", "comb", "broom", "tape", "glue"))
"""Who does it has it in hand: "Hammer the nail in", "Ana combs her hair"."""
POURED = frozenset(("water", "salt", "oil", "soap"))
"""As a verb at the head of a sentence it is what is taken: "Salt the fish"."""
_OBJECTS = """the a an his her its their my your our it them him me us this that these those le la les un une des du son
sa ses leur leurs mon ma el los las una unos unas su sus o os as um uma seu sua els uns unes ce cette"""
_BEHIND = """above over across into onto to at up down away off past through around along behind before beside under in
on by for with and his her the a"""
BEHIND_VERBS = frozenset(_BEHIND.split())
"""What may follow an English verb: "Raven flies above him"."""
OBJECTS = frozenset(_OBJECTS.split())
"""What begins the object of a verb."""


SHY = "?"
"""As a sense: the thing itself in a brief, and nothing in what is told."""
SAME = "="
"""As a sense: what the tables of words take it for."""
CAPITAL = "Aa"
"""As a word beside: it is written with a capital within the sentence, as names are: "o Porto", "Doña Rosa"."""
REACH = 3
"""Words before one that are looked at for ``<word``."""
_MARKS = ("-", "~", "@", "+", ">", "<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a word means beside others."""

    concept: str
    """Id; an id of no concept (``-``): it asks for nothing; ``?``: for nothing in what is told."""
    near: frozenset[str]
    """Folded words, one of which stands in the sentence; none: always. A word with ``+`` stands right before it, with
    ``>`` right behind it, with ``<`` among the three before it; ``^``: it begins the sentence; ``Aa``: it is written
    with a capital within the sentence. One with ``-`` must not stand right before it, nor one with ``~`` right behind
    it; ``@id``: only what the tables take for this concept.
    """
    marked: dict[str, frozenset[str]] = field(default_factory=dict)
    """Those words by their marks, without them; unmarked ones under no mark."""

    def holds(self, row: Sequence[Token], i: int, size: int, concept: str) -> bool:
        """Whether the words around say so of what the tables take for a concept."""
        marked = self.marked
        front = [t.folded for t in row[max(0, i - REACH) : i] if t.sentence == row[i].sentence]
        end = i + size
        behind = row[end].folded if end < len(row) and row[end].sentence == row[i].sentence else ""
        near, before = marked.get("", frozenset()), front[-1] if front else "^"
        if (
            before in marked.get("-", ())
            or behind in marked.get("~", ())
            or ("@" in marked and concept not in marked["@"])
        ):
            return False
        if not near and not any(m in marked for m in ("+", ">", "<")):
            return True
        parted = end < len(row) and row[end].apart
        if (
            before in marked.get("+", ())
            or (not parted and behind in marked.get(">", ()))
            or any(w in marked.get("<", ()) for w in front)
        ):
            return True
        if CAPITAL in near and any(t.written[:1].isupper() and _within(row, i + k) for k, t in enumerate(row[i:end])):
            return True
        return any(
            t.folded in near for k, t in enumerate(row) if t.sentence == row[i].sentence and not i <= k < i + size
        )


def _within(row: Sequence[Token], i: int) -> bool:
    """Whether a word is not the first of its sentence."""
    return i > 0 and row[i - 1].sentence == row[i].sentence


def _sense(concept: str, near: str) -> Sense:
    marked: dict[str, set[str]] = {}
    for word in near.split():
        mark = next((m for m in _MARKS if word.startswith(m) and len(word) > 1), "")
        mark, word = ("+", word) if word == "^" else (mark, word.removeprefix(mark))
        marked.setdefault(mark, set()).add(word if word == CAPITAL else fold(word))
    return Sense(
        concept=concept, near=frozenset(marked.get("", ())), marked={m: frozenset(of) for m, of in marked.items()}
    )


@lru_cache(maxsize=1)
def load_senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """The tables ``senses_en.tsv`` and ``senses.tsv`` by language and word."""
    out: dict[tuple[str, str], list[Sense]] = {}
    for languages, words, concept, near in (*read_rows("senses_en.tsv"), *read_rows("senses.tsv")):
        sense = _sense(concept, near)
        for language in languages.split():
            for word in words.split("|"):
                out.setdefault((language, word), []).append(sense)
    return {key: tuple(senses) for key, senses in out.items()}


@lru_cache(maxsize=256)
def shy_words(language: str) -> frozenset[str]:
    """Folded words that mean their thing only where it is asked for to be seen, of a language by its tag."""
    base = language.split("-")[0]
    rows = read_rows("shy.tsv")
    return frozenset(word for languages, words in rows if base in languages.split() for word in words.split("|"))


def sense_of(hit: Found, row: Sequence[Token], i: int, language: str, *, told: bool = False) -> Found | None:
    """What is found at a word as it is meant there; None where the word asks for nothing.

    ``told`` is True of what is told rather than asked to be seen: there a word that no neighbour explains may ask for
    nothing.
    """
    base, words = language.split("-")[0], row[i : i + hit.words]
    said, written = " ".join(t.folded for t in words), EXACTLY + " ".join(t.exact for t in words)
    for sense in (*load_senses().get((base, written), ()), *load_senses().get((base, said), ())):
        if sense.holds(row, i, hit.words, hit.entry.concept.id):
            if sense.concept == SAME or (sense.concept == SHY and not told):
                return hit
            concept = load_concepts().get(sense.concept)
            return None if concept is None else replace(hit, entry=replace(hit.entry, concept=concept))
    return None if told and said in shy_words(language) else hit


def as_tool(hit: Found, subject: Concept | None) -> Found:
    """One tool for what somebody does with it: who hammers has no hammers about."""
    acts = subject is not None and subject.kind == CAST and hit.entry.many and hit.entry.concept.id in TOOLS
    return replace(hit, entry=replace(hit.entry, many=False)) if acts else hit


ORDERS = frozenset(("then", "now", "next", "first", "and", "to", "gently", "carefully", "slowly", "please", "don't"))
"""Before these verbs of an order or a recipe stand in English: "then sand the wood"."""
_SINGULAR = frozenset(("he", "she", "it", "who"))


def _ordered(hit: Found, row: Sequence[Token], i: int) -> bool:
    """Whether an English noun stands where a verb of an order does: "Lock the door", "and ice the cake"."""
    if hit.entry.many or hit.entry.concept.kind == "animal":
        return False
    return not i or row[i - 1].sentence != row[i].sentence or row[i - 1].folded in ORDERS


def is_verb(hit: Found, row: Sequence[Token], i: int, language: str, subject: Concept | None) -> bool:
    """Whether a word that is known as a noun is a verb here: "Issa tasse la terre"; ``subject``: what is named right
    before it."""
    base = language.split("-")[0]
    if hit.words > 1 or hit.entry.concept.kind not in MAY_ACT or hit.entry.concept.id in TOOLS:
        return False
    if hit.entry.concept.id in POURED and (subject is None or subject.kind != CAST):
        return False
    if base in ("es", "ast", "an") and row[i].exact.endswith("ó"):
        return hit.entry.concept.kind != "weather"  # "Cerró", "caminó": no hill and no road, but "llovió" is rain
    after = row[i + 1] if i + 1 < len(row) and row[i + 1].sentence == row[i].sentence else None
    object_follows = after is not None and not after.apart and after.folded in OBJECTS
    if base == "en" and _ordered(hit, row, i) and object_follows:
        return True
    if row[i].apart or (row[i].written[:1].isupper() and i and row[i - 1].sentence == row[i].sentence):
        return False
    before = row[i - 1] if i and row[i - 1].sentence == row[i].sentence else None
    if before is None:  # "Coupe le pain", but no heading of one word
        thing = hit.entry.concept.kind == "thing"
        return thing and base in ROMANCE and object_follows and not hit.entry.many
    if before.folded in CLITICS.get(base, ()) or before.exact in CLITICS.get(base, ()):
        third = before.folded in _SINGULAR and hit.entry.many and object_follows
        return hit.entry.concept.kind != "person" or third  # "we children", but "she mothers him"
    if before.folded == "leur" and i > 1:  # "La maîtresse leur montre", but "ils aiment leur maison"
        return base == "fr" and row[i - 2].folded not in load_grammar().before_things and subject is not None
    if subject is not None and subject.kind == "weather":  # "rain drums on the roof"
        return base == "en" and row[i].folded.endswith("s") and (after is None or after.folded in BEHIND_VERBS)
    if subject is None or subject.kind not in (CAST, "person", "animal"):
        return False
    if (
        base == "en"
        and subject.kind == CAST
        and row[i].folded.endswith("s")
        and (after is None or after.folded in BEHIND_VERBS)
    ):
        return True
    return object_follows and (base in ROMANCE or (base == "en" and row[i].folded.endswith("s")))
