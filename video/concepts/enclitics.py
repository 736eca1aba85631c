"""Pronouns that are written onto the verb before them: "sentou-se", "dá-lhe", "abrazándola", "dit-il"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from video.concepts.words import fold

_DASHED = {
    "pt": "se me te lhe lhes nos vos o a os as lo la los las no na lo-se",
    "ca": "se me te li lo la los les ho hi ne nos vos 's 'l 'ls 'n",
    "fr": "il elle on ils elles je tu nous vous t-il t-elle t-on le la les lui leur moi toi y en",
}
DASHED = {language: tuple(f"-{p}" for p in words.split()) for language, words in _DASHED.items()}
"""By language what may follow a verb behind a dash. Source: school grammars of each language."""
_WHOLE = re.compile(r"^(.*(?:ando|iendo|yendo|[aei]r))(?:se|me|te|nos|os)?(?:lo|la|los|las|le|les)?$")
"""A Spanish infinitive or gerund with its pronouns."""
SHORTENED = {"a": "ar", "e": "er", "i": "ir"}
"""Before "-lo" and "-la" a Portuguese infinitive has lost its r: "levá-la"."""
LIKE = {"gl": "pt", "mwl": "pt", "kea": "pt", "oc": "ca", "ast": "es", "an": "es", "frp": "fr", "wa": "fr", "pcd": "fr"}


def bare_verbs(word: str, language: str) -> Iterator[str]:
    """Folded words that a folded word may be without the pronouns behind it, the likeliest first."""
    base = language.split("-")[0]
    base = LIKE.get(base, base)
    for pronoun in DASHED.get(base, ()):
        if word.endswith(pronoun):
            verb = word.removesuffix(pronoun)
            if base == "pt" and pronoun[1:2] == "l" and verb[-1:] in SHORTENED:
                yield verb[:-1] + SHORTENED[verb[-1]]
            yield verb
    found = _WHOLE.match(word) if base == "es" else None
    if found is not None and found[1] != word and len(found[1]) > 3:
        yield fold(found[1])
