"""What somebody is called by beside a name: "Aunt Morag", "el rey Alfonso", and "Bamba" for "Monsieur Bamba"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.lookup import Vocabulary, get_vocabulary
from video.concepts.senses import ROMANCE
from video.concepts.table import CAST, Concept
from video.concepts.tokens import Token, tokens
from video.concepts.whereabouts import BUILDINGS
from video.concepts.words import fold, load_words

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

_TITLES = """mama baba papa mzee bibi bwana don dona tia tio aunt auntie uncle mr mrs miss ms sir lady dr doctor
captain chief king queen prince princess saint san santa sant são mme mlle sra sr srta madame
monsieur mademoiselle maître tante tonton oncle
grand-père grand-mère papi mamie avo vovo seu senhor senhora señor señora senyor senyora rei rainha rey reina
roi reine mallam malam alhaji hajiya sheikh ustadh nana nonno nonna zio zia opa oma onkel herr frau haji pak bu ibu
bapak kakek nenek raja putri baba dede nine amca hoca taita"""
TITLES = frozenset(fold(word) for word in _TITLES.split())
"""What somebody is called by before a name in many languages, beside the words for persons of their own."""


NAMELIKE = frozenset(("thing", "place"))
"""Kinds of words that are surnames where they stand capitalised behind a title; an animal may be one: "Señor Lobo"."""
OF_OLD = frozenset(("mother", "father", "oldman", "oldwoman", "king", "queen", "god"))
"""Persons behind whom a capital makes no surname: "la madre Tierra", "a avó Lua"."""


def is_surname(row: Sequence[Token], i: int, concept: Concept, vocabulary: Vocabulary) -> bool:
    """Whether a word that is known as something is part of a name here: "Zé Carvalho", "doña Torres"."""
    if vocabulary.language.split("-")[0] not in ROMANCE or not i or concept.kind not in NAMELIKE:
        return False
    before, word = row[i - 1], row[i]
    if before.sentence != word.sentence or word.apart or not word.written[:1].isupper() or word.written.isupper():
        return False
    if before.folded in TITLES and before.folded not in ("rei", "rainha", "rey", "reina", "roi", "reine"):
        return True
    hit = vocabulary.find(tuple(row), i - 1)
    if hit is not None:
        person = hit.words == 1 and hit.entry.concept.kind == "person" and hit.entry.concept.id not in OF_OLD
        return person and before.written.islower()
    plain = before.folded not in vocabulary.stop and not is_quality(before.folded, vocabulary.language)
    return plain and before.written[:1].isupper() and len(before.written) > 1 and not before.written.isupper()


def is_quality(word: str, language: str) -> bool:
    """Whether a word may be an adjective that says something of the next: "La Grande Forêt"."""
    grammar, words = load_grammar(), load_words()
    endings = grammar.qualities.get(language.split("-")[0], ())
    known = {*grammar.big, *grammar.small, *grammar.numbers, *words.colours, *words.look}
    return word in known or (len(word) > 5 and word.endswith(endings))


def called(names: tuple[str, ...], language: str) -> dict[tuple[str, ...], str]:
    """The names without their titles, folded word by word, as far as each is the name of one character only."""
    vocabulary = get_vocabulary(language)
    found: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        row = tokens(name, language)
        title = vocabulary.find(row, 0) if len(row) > 1 else None
        known = title.words if title is not None and title.entry.concept.kind == "person" else 0
        words = known or int(len(row) > 1 and row[0].folded in TITLES)
        if 0 < words < len(row):
            found.setdefault(tuple(t.folded for t in row[words:]), []).append(name)
    return {key: whose[0] for key, whose in found.items() if len(whose) == 1}


def without_titles(found: Sequence[Mention], row: Sequence[Token]) -> list[Mention]:
    """The mentions without persons who are only the title of a character right beside them."""
    return [m for k, m in enumerate(found) if not _is_title(m, found[k + 1] if k + 1 < len(found) else None, row)]


def _is_title(m: Mention, behind: Mention | None, row: Sequence[Token]) -> bool:
    if behind is None or m.concept.kind != "person" or behind.concept.kind != CAST:
        return False
    beside = m.token + m.words == behind.token and m.sentence == behind.sentence
    return beside and not row[behind.token].apart


SIZED = {"baby": 0.6, "giant": 1.35}
"""Persons by whose names the size of what stands right beside them is told, with what it is."""


def with_young(found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, with "baby pigeons" as small and "a giant turtle" as large: no child and no giant is among them."""
    for k, m in enumerate(found):
        near = [n for n in found[max(0, k - 1) : k + 2] if n is not m and _touch(m, n)]
        if m.concept.id in SIZED and any(n.concept.kind in ("animal", "thing") for n in near):
            continue
        said = next((SIZED[n.concept.id] for n in near if n.concept.id in SIZED), None)
        if said is not None and m.concept.kind in ("animal", "thing"):
            yield replace(m, size=said)
        else:
            yield m


def _touch(a: Mention, b: Mention) -> bool:
    first, second = (a, b) if a.token < b.token else (b, a)
    return first.token + first.words == second.token and first.sentence == second.sentence


_MINE = frozenset("his her my your our their its".split())  # noqa: SIM905 - CONFIG: as words


def without_owners(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions without persons who only own what stands behind them: "the king's palace", "her brother's drum"."""
    for k, m in enumerate(found):
        behind = found[k + 1] if k + 1 < len(found) else None
        if m.concept.kind != "person" or behind is None or not row[m.token + m.words - 1].owns:
            yield m
            continue
        near = m.sentence == behind.sentence and behind.token - m.token - m.words < OWNED
        kin = m.token > 0 and row[m.token - 1].folded in _MINE
        if not (near and (behind.concept.kind == "place" or behind.concept.id in BUILDINGS or kin)):
            yield m


OWNED = 2
"""Words between an owner and what is owned, less than."""
