"""Participles that say how something is, not what somebody does: "un champ de blé fauché", "está varrido"."""

from __future__ import annotations

from collections.abc import Sequence

from video.concepts.lookup import Found
from video.concepts.tokens import Token

_ENDINGS = {
    "es": "ado ada ados adas ido ida idos idas",
    "pt": "ado ada ados adas ido ida idos idas",
    "ca": "at ada ats ades it ida its ides ut uda uts udes",
    "fr": "é ée és ées",
}
ENDINGS = {language: tuple(words.split()) for language, words in _ENDINGS.items()}
"""By language the endings of regular participles, as they are written. Source: school grammars of each language."""
_HAVE = {
    "es": "he ha han hemos habia habian hubo",
    "pt": "tem tinha tinham tenho temos havia haviam",
    "ca": "ha han he hem havia havien",
    "fr": "ai a ont avons avait avaient eut eurent est sont etait etaient suis",
}
HAVE = {language: frozenset(words.split()) for language, words in _HAVE.items()}
"""Folded forms of the verbs with which a participle tells what somebody has done."""
LIKE = {"ast": "es", "an": "es", "gl": "pt", "oc": "ca"}
STANCES = frozenset((
    "sit", "stand", "kneel", "sleep", "hide", "lie", "embrace", "hold", "carry", "climb", "wait", "swim",
))  # fmt: skip
"""Doings whose participle says how somebody is seen: sitting, asleep, hidden."""


def is_state(hit: Found, row: Sequence[Token], i: int, language: str) -> bool:
    """Whether a word that is known as a doing is a participle of something: nobody is seen to do it."""
    concept = hit.entry.concept
    base = LIKE.get(language.split("-")[0], language.split("-")[0])
    if hit.words > 1 or concept.kind != "doing" or concept.id in STANCES or base not in ENDINGS:
        return False
    if not row[i].exact.endswith(ENDINGS[base]):
        return False
    before = [t.folded for t in row[max(0, i - 2) : i] if t.sentence == row[i].sentence]
    return not HAVE[base] & set(before)
