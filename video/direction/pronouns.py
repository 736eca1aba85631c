"""Who "she" and "he" are where a text tells it: the only one of that gender whom it has named, or who is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from video.concepts.mentions import Mention
from video.concepts.roles import load_roles
from video.concepts.table import CAST, Concept
from video.concepts.tokens import Token
from video.concepts.told_sex import IMPERSONAL

_SHE = {"en": "she", "fr": "elle", "es": "ella", "pt": "ela", "ca": "ella", "it": "lei"}
_HE = {"en": "he", "fr": "il", "es": "él", "pt": "ele", "ca": "ell", "it": "lui"}
"""By language the pronoun as it is written, of who does something. Source: school grammars of each language."""
WORDS = frozenset((*_SHE.values(), *_HE.values()))
_BEFORE = """a con de en para por sin sobre entre ante hacia hasta com em sem até avec pour chez sans sur vers devant
derrière à amb per sense tra fra su da di"""
BEFORE = frozenset(_BEFORE.split())
"""Prepositions: behind them somebody does nothing."""
BACK = 2
"""Sentences before a pronoun in which whom it means is looked for."""


def with_pronouns(
    found: Sequence[Mention], row: Sequence[Token], sexes: Mapping[str, str], there: frozenset[str], language: str
) -> tuple[Mention, ...]:
    """The mentions of a text, with a mention of a character for each pronoun that can mean no other.

    Args:
        sexes: of all characters: ``woman``, ``man``, or empty where nothing says it.
        there: names of those who are named anywhere in the scene, or speak in it.
    """
    covered = {i for m in found for i in range(m.token, m.token + m.words)}
    out = list(found)
    for i, sex in _pronouns(row, language.split("-")[0]):
        meant = None if i in covered else _meant(i, sex, out, row, (sexes, there))
        if meant is not None:
            said = Mention(concept=meant, token=i, sentence=row[i].sentence, word=row[i].written)
            out = sorted((*out, said), key=lambda m: m.token)
    return tuple(out)


def is_pronoun(m: Mention) -> bool:
    """Whether a mention of a character is a pronoun of who does something."""
    return m.concept.kind in (CAST, "person") and m.word.casefold() in WORDS and m.word != m.concept.id


def _pronouns(row: Sequence[Token], base: str) -> Iterator[tuple[int, str]]:
    """(index of the word, gender) of each pronoun of who does something."""
    words = {w: sex for w, sex in ((_SHE.get(base), "woman"), (_HE.get(base), "man")) if w}
    for i, token in enumerate(row):
        sex = words.get(token.exact)
        if sex is None or (i and row[i - 1].exact in BEFORE and row[i - 1].sentence == token.sentence):
            continue
        behind = row[i + 1].folded if i + 1 < len(row) else ""
        if not (token.folded == "il" and behind in IMPERSONAL):
            yield i, sex


def _meant(
    at: int, sex: str, found: Sequence[Mention], row: Sequence[Token], who: tuple[Mapping[str, str], frozenset[str]]
) -> Concept | None:
    """The character, or the kind of people, whom a pronoun means; None where it may be another."""
    sexes, there = who
    near = [m for m in found if m.token < at and row[at].sentence - m.sentence <= BACK and not m.absent]
    named = {m.concept for m in near if m.concept.kind == "person" and _may_be(m, sex)}
    named |= {m.concept for m in near if m.concept.kind == CAST and sexes.get(m.concept.id, "") in (sex, "")}
    if not named:
        named = {Concept(id=name, kind=CAST) for name in there if sexes.get(name, "") in (sex, "")}
    return next(iter(named)) if len(named) == 1 else None


def _may_be(m: Mention, sex: str) -> bool:
    """Whether a stranger may be meant by a pronoun."""
    look = load_roles().get(m.concept.id, "")
    other = ("man", "boy") if sex == "woman" else ("woman", "girl")
    return not set(look.replace(",", "").split()) & set(other)
