"""Who a clause of its own begins with, though others are told of before it: "Nana holds a candle, Ina is afraid".

Every such name, person or animal gets a mention of the kind ``relation`` with the id ``clause``: what stands behind
it, up to the next name, is told of nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from video.concepts.mentions import Mention
from video.concepts.relative import is_non_finite, looks_non_finite
from video.concepts.table import CAST
from video.concepts.titles import TITLES
from video.concepts.tokens import Token
from video.direction.deed_subjects import owns
from video.direction.deed_words import DETERMINERS
from video.direction.hands import PHRASES
from video.direction.relations import relation_at

JOINING = frozenset(
    """and but while whereas as when because so though y e pero mientras cuando porque aunque et mais tandis pendant
    quand car que mas enquanto quando embora i pero mentre quan perque""".split()  # noqa: SIM905 - CONFIG: read as words
)
"""Between two clauses. Source: school grammars of each language."""
_LINKING = {
    "en": "is was has had feels felt looks looked seems seemed becomes became gets got grows grew stays stayed",
    "es": "es esta estaba estuvo tiene tenia tuvo siente sintio parece parecia queda quedo pone puso sigue sigo",
    "fr": "est etait fut a avait eut semble semblait devient devint reste resta sent sentit",
    "pt": "esta estava esteve tem tinha teve sente sentiu parece parecia fica ficou continua",
    "ca": "es esta estava te tenia sent sembla semblava queda",
}
LINKING = {language: frozenset(words.split()) for language, words in _LINKING.items()}
"""Verbs between somebody and how they are."""
WHO = {
    "en": frozenset(("who",)), "es": frozenset(("que", "quien")), "fr": frozenset(("qui",)),
    "pt": frozenset(("que",)), "ca": frozenset(("que", "qui")),
}  # fmt: skip
BETWEEN = frozenset(("se", "s", "not", "no", "ne", "nao", "very", "all", "just", "also", "still", "slowly", "then"))
"""Small words between a name and its verb."""
_CLITICS = {"es": "la lo le les las los me te nos ya", "fr": "le la les l lui leur y en", "pt": "o a os as lhe lhes"}
CLITICS = {language: frozenset(words.split()) for language, words in _CLITICS.items()}
"""Pronouns between somebody and what they do: "y la cabra se la comió"."""
ADVERBS = ("ly", "mente", "ment")


def clauses(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions that say so, of one text."""
    base = language.split("-")[0]
    for m in found:
        somebody = m.concept.kind in (CAST, "person", "animal")
        if somebody and not owns(m, row, base) and _begins_own(m, found, row, language):
            yield relation_at("clause", m.token, row)


def _begins_own(m: Mention, found: Sequence[Mention], row: Sequence[Token], language: str) -> bool:
    base = language.split("-")[0]
    linking, end = LINKING.get(base, frozenset()), m.token + m.words
    small = BETWEEN | CLITICS.get(base, frozenset())

    def word(i: int) -> str:
        return row[i].folded if i < len(row) and row[i].sentence == m.sentence else ""

    if word(end) in WHO.get(base, frozenset()) and word(end + 1) in linking:
        return True  # "looks at Ina, who is sad"
    if not _parted(m, row):
        return False
    if word(end) and row[end].apart:  # "and Leo, lying in the grass, eats"
        beside = (o for o in found if o.concept.kind == "doing" and o.token == end)
        return looks_non_finite(row[end], language) or any(is_non_finite(o, row, language) for o in beside)
    at = end
    while at <= end + 1 and (word(at) in small or (len(word(at)) > 5 and word(at).endswith(ADVERBS))):
        at += 1
    if not word(at):
        return False
    acts = (o for o in found if o.concept.kind == "doing" and o.concept.id not in PHRASES)
    return word(at) in linking or any(o.token == at for o in acts)


def _parted(m: Mention, row: Sequence[Token]) -> bool:
    """Whether a sign or a joining word stands before a name and what belongs to it."""
    i = m.token
    while i and not row[i].apart and (row[i - 1].folded in DETERMINERS or row[i - 1].folded in TITLES):
        i -= 1
    if i == 0 or row[i].apart or row[i - 1].sentence != m.sentence:
        return True
    return row[i - 1].folded in JOINING
