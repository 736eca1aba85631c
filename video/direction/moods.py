"""Whose mood a word tells: of things, of those who are spoken to, and of what may be, nobody's who is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from video.concepts.mentions import Mention
from video.concepts.scenery import Scenery
from video.concepts.tokens import Token
from video.direction.beside import THINGS
from video.shotlist import Acting, Mood

_IS = """makes made hace hizo hacia fait fit faz fez fazia fa feu feia
is was are were that which so very too as being looks looked
que es era esta estaba estan son eran muy tan
est etait sont etaient qui tres si se
e é estava estao muito tao
esta estava son eren molt"""
IS = frozenset(_IS.split())
"""Words between a thing and what it is like: "a wheel that is sad", "o leite que tremia"."""
WHICH = frozenset(("which", "that", "que", "qui"))
_YOU = {
    "en": "you you're your don't be",
    "es": "tu estas eres usted estais sois ustedes vosotros ten tengas",
    "fr": "tu es vous etes sois soyez aie ayez",
    "pt": "tu voce voces estas es esta estao tenha tenham fique",
    "ca": "tu ets estas esteu sou vosaltres tinguis",
}
YOU = {language: frozenset(words.split()) for language, words in _YOU.items()}
"""Before a mood in what somebody says: it is that of who is spoken to. Source: school grammars of each language."""
_MAYBE = {
    "en": "if or would could might unless until",
    "es": "si o hasta",
    "fr": "si ou",
    "pt": "se ou ate",
    "ca": "si o fins",
}
MAYBE = {language: frozenset(words.split()) for language, words in _MAYBE.items()}
"""Before a mood that may be one day: "help me, or I cry"."""
CRY = frozenset(("cry", "laugh"))
"""Doings that show a mood."""
NEAR, FAR = 3, 5


def felt(found: Sequence[Mention], row: Sequence[Token], language: str, *, spoken: bool) -> Iterator[Mention]:
    """The mentions, with moods as not there that nobody has whom the words tell of; ``spoken``: a character says it."""
    base = language.split("-")[0]
    for k, m in enumerate(found):
        if m.absent or not (m.concept.kind == "mood" or m.concept.id in CRY):
            yield m
            continue
        before = found[k - 1] if k else None
        behind = found[k + 1] if k + 1 < len(found) else None
        clause = [t.folded for t in _clause(m, row)]
        gone = _of_thing(before, behind, m, row) or bool(MAYBE.get(base, frozenset()) & set(clause))
        gone = gone or (spoken and bool(YOU.get(base, frozenset()) & set(clause[-FAR:])))
        yield replace(m, absent=True) if gone else m


def _clause(m: Mention, row: Sequence[Token]) -> Iterator[Token]:
    """The words from the last sign up to a mention."""
    first = m.token
    while first and row[first - 1].sentence == m.sentence and not row[first].apart:
        first -= 1
    yield from row[first : m.token]


def _of_thing(before: Mention | None, behind: Mention | None, m: Mention, row: Sequence[Token]) -> bool:
    """Whether a thing is like that: "una rueda triste", "quando a mesa tremia"."""
    end = m.token + m.words
    if behind is not None and behind.concept.kind in THINGS and behind.token == end and not row[end].apart:
        return behind.sentence == m.sentence and m.concept.kind == "mood" and not _agrees(m.word)
    if before is None or before.concept.kind not in THINGS or before.sentence != m.sentence:
        return False
    between = row[before.token + before.words : m.token]
    which = [i for i, t in enumerate(between) if t.folded in WHICH]
    if which and len(between) <= FAR:  # "um espelho mole, que tremia"
        between = between[which[-1] + 1 :]
    elif any(t.apart for t in (*between, row[m.token])):
        return False
    if not between:
        return bool(which) or not _agrees(m.word) or _gender(before.word) == _gender(m.word)
    return len(between) <= NEAR and all(t.folded in IS and not t.apart for t in between)


TREMBLES = ("trem", "trembl", "tembl", "tiembl")
"""How verbs of trembling begin, which do not agree: "le sol trembla", "el suelo temblaba"."""


def _agrees(word: str) -> bool:
    """Whether a word is said of a man or of a woman by its end."""
    return _gender(word) != "" and not word.casefold().startswith(TREMBLES)


def _gender(word: str) -> str:
    plain = word.casefold().removesuffix("s")
    return plain[-1] if plain.endswith(("a", "o")) else ""


def in_danger(act: Acting, scenery: Scenery) -> Acting:
    """How somebody acts: who is on the water in a storm and of whom no mood is told does not smile."""
    afloat = bool(scenery.aboard or scenery.bathing)
    danger = afloat and "storm" in scenery.weather and act.mood is Mood.CALM
    return replace(act, mood=Mood.AFRAID) if danger else act
