"""What only says how much there is of something, or what it is like: "a sea of faces", "una nube de moscas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from video.concepts.grammar import load_grammar
from video.concepts.materials import ELIDES, OF
from video.concepts.rows import read_rows
from video.concepts.table import CAST
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

_LIKE = {"sco": "en", "ast": "es", "an": "es", "gl": "pt", "oc": "ca"}
_ARTICLES = frozenset("the el la los las le les els o os as".split())  # noqa: SIM905 - CONFIG: as words
BETWEEN = 3
"""Words from "of" to what it is of, at most."""


@lru_cache(maxsize=64)
def _figures(language: str) -> dict[str, frozenset[str]]:
    """What keeps each word of a language, by its first subtag, from being a figure."""
    rows = [(w, keep) for languages, w, keep in read_rows("figures.tsv") if language in languages.split()]
    return {word: frozenset(keep.split()) for words, keep in rows for word in words.split("|")}


def without_figures(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions without those that only say how much there is of what follows them."""
    base = language.split("-")[0]
    figures = _figures(base)
    for k, m in enumerate(found):
        keep = figures.get(row[m.token + m.words - 1].folded)
        if keep is None or not _is_figure(m, found[k + 1] if k + 1 < len(found) else None, row, (base, keep)):
            yield m


def _is_figure(m: Mention, behind: Mention | None, row: Sequence[Token], of: tuple[str, frozenset[str]]) -> bool:
    (base, keep), end = of, m.token + m.words
    after = behind.concept.kind if behind is not None else ""
    if after in ("time", "season") or after == m.concept.kind == "weather":
        return False  # "el bosque de noche", "tempête d'hiver"
    if m.concept.kind in ("doing", "mood") or end >= len(row) or row[end].sentence != m.sentence:
        return False
    word, noun = row[end], row[min(end + 1, len(row) - 1)]
    if base in ELIDES and behind is not None and behind.token == end and not word.apart:
        if behind.concept.kind in ("doing", "mood", CAST):
            return False  # "la pluie tombait"
        return behind.concept.id not in keep and word.folded not in keep  # "une pluie d'étoiles"
    if word.folded not in OF.get(_LIKE.get(base, base), ()):
        return False
    if word.apart or noun is word or noun.apart or noun.sentence != m.sentence:
        return False
    if noun.folded in load_grammar().before_things or noun.folded in _ARTICLES:
        return False  # "the sea of the gods"
    if noun.written[:1].isupper() or noun.folded in keep:
        return False  # "el mar de Castilla"
    if behind is not None and behind.token <= end + BETWEEN and behind.sentence == m.sentence:
        said = {behind.concept.id, behind.concept.kind, *(t.folded for t in row[end + 1 : behind.token + behind.words])}
        return not said & keep
    return True
