"""Whose a deed is behind "that", "qui", "que": the thing or animal right before does it, and nobody else.

"Ana paints a boat that floats", "olha um cão que corre".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from video.concepts.table import CAST
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

WHICH = {
    "en": frozenset(("that", "which", "who")), "es": frozenset(("que",)), "fr": frozenset(("qui",)),
    "pt": frozenset(("que",)), "ca": frozenset(("que", "qui")),
}  # fmt: skip
"""By language the words of a relative clause. Source: school grammars."""
DONE_ALONE = frozenset(
    """float fly fly_away fall hang run jump dance sing sleep stand lie sit climb walk swim crawl shake laugh cry wait
    curl""".split()  # noqa: SIM905 - CONFIG: read as words
)
"""Doings that are done to nothing: behind "que" others may be somebody's ("a porta que pintou")."""
WITHIN = 3
"""Words at most from the thing to "that": "um prato imenso de barro que flutua"."""
SMALL = frozenset(("se", "s", "ne", "not", "no", "nao", "still", "slowly", "always", "lentamente", "ya", "ja", "deja"))
_NON_FINITE = {
    "en": r"\w+(?:ing|ed)|asleep|lain|sunk|bent",
    "es": r"\w+(?:ando|iendo|yendo|[ai]d[oa]s?)|\w+(?:ándose|iéndose)",
    "fr": r"\w+(?:ant|ée?s?)|assise?s?|debout|endormie?s?|accroupie?s?|blottie?s?",
    "pt": r"\w+(?:[aei]ndo|[ai]d[oa]s?)|\w+[aei]ndo-se",
}
_BEFORE = frozenset(("de", "a", "à", "en", "on", "in", "em", "at", "with", "sur", "dans"))


def is_another(verb: Mention, found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    """Whether a thing, an animal or a stranger right before "that" does it."""
    base, at = language.split("-")[0], verb.token
    while at > 1 and verb.token - at < 2 and row[at - 1].folded in SMALL and not row[at].apart:
        at -= 1
    which = at - 1
    if which < 1 or row[which].folded not in WHICH.get(base, ()) or row[which].sentence != verb.sentence:
        return False
    if any(t.apart for t in row[which : verb.token + 1]):
        return False
    if base in ("es", "pt", "ca") and verb.concept.id not in DONE_ALONE:
        return False
    end = verb.token + verb.words
    if base != "fr" and any(m.concept.kind == CAST and 0 <= m.token - end < 2 for m in found):
        return False  # "la canción que canta Ana"
    before = next((m for m in reversed(found) if m.token < which), None)
    if before is None or before.sentence != verb.sentence or which - before.token - before.words > WITHIN:
        return False
    if any(t.apart for t in row[before.token + before.words : which]):
        return False
    return before.concept.kind in ("thing", "animal", "person", "sky")


def is_non_finite(verb: Mention, row: Sequence[Token], language: str) -> bool:
    """Whether a verb only says how somebody is meanwhile: "kneeling", "de joelhos", "assise"."""
    return row[verb.token].exact in _BEFORE if verb.words > 1 else looks_non_finite(row[verb.token], language)


def looks_non_finite(word: Token, language: str) -> bool:
    """Whether a word has the ending of one: "lying", "sentado", "couché"."""
    return re.fullmatch(_NON_FINITE.get(language.split("-")[0], r"(?!)"), word.exact) is not None
