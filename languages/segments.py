"""Where a text can be cut: graphemes, words, sentences, lines; by the rules and dictionaries of ICU.

Source: Unicode Standard Annexes 14 (lines) and 29 (the rest), as ICU carries them with CLDR's tailoring.
All positions are indices into the Python string (code points).
"""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
"""(start, end) of a part of a text; the parts join up to the whole."""


def _spans(parts: Iterable[str]) -> tuple[Span, ...]:
    """Where parts begin and end in code points; the breakers' own ``segments()`` count halves of surrogate pairs."""
    found: list[Span] = []
    start = 0
    for part in parts:
        found.append((start, start + len(part)))
        start += len(part)
    return tuple(found)


def graphemes(text: str) -> tuple[str, ...]:
    """What readers take for one character each: a letter with its marks, a syllable of jamo, a flag."""
    from icu4py.breakers import CharacterBreaker

    return tuple(CharacterBreaker(text, "und"))


def words(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Words and what stands between them."""
    from icu4py.breakers import WordBreaker

    return _spans(WordBreaker(text, tag))


def sentences(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Sentences, each with the spaces after it."""
    from icu4py.breakers import SentenceBreaker

    return _spans(SentenceBreaker(text, tag))


def line_parts(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Parts that a line may end after; in scripts without spaces cut by dictionary (Thai, Lao, Khmer, Burmese)."""
    from icu4py.breakers import LineBreaker

    return _spans(LineBreaker(text, tag))
