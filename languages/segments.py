"""Where a text can be cut: graphemes, words, sentences, lines; by the rules and dictionaries of ICU.

Source: Unicode Standard Annexes 14 (lines) and 29 (the rest), as ICU carries them with CLDR's tailoring.
All positions are indices into the Python string (code points).
"""

from __future__ import annotations

Span = tuple[int, int]
"""(start, end) of a part of a text; the parts join up to the whole."""


def graphemes(text: str) -> tuple[str, ...]:
    """What readers take for one character each: a letter with its marks, a syllable of jamo, a flag."""
    from icu4py.breakers import CharacterBreaker

    return tuple(CharacterBreaker(text, "und"))


def words(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Words and what stands between them."""
    from icu4py.breakers import WordBreaker

    return tuple(WordBreaker(text, tag).segments())


def sentences(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Sentences, each with the spaces after it."""
    from icu4py.breakers import SentenceBreaker

    return tuple(SentenceBreaker(text, tag).segments())


def line_parts(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Parts that a line may end after; in scripts without spaces cut by dictionary (Thai, Lao, Khmer, Burmese)."""
    from icu4py.breakers import LineBreaker

    return tuple(LineBreaker(text, tag).segments())
