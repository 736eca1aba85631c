"""Where no line may end though a dictionary would have it: within a syllable of Burmese, Khmer, Thai and their like."""

from __future__ import annotations

import re
import unicodedata

KILLER = 9
"""Canonical combining class of marks that take away a consonant's vowel. Source: Unicode Standard Annex 44."""
CLOSING = "\u103a\u1039\u0e3a"
"""Asat and virama of Burmese, Shan and Mon and the phinthu of Pali in Thai: the consonant under them always ends a
syllable, be the next one stacked below it or not. Source: Unicode Standard, sections 16.1 and 16.3."""

COLOURS_AND_AM = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff\u0e33\u0eb3")
"""Colours of skin, and the am of Thai and Lao: letters and signs by their category, but parts of a grapheme.

Source: Unicode Standard Annex 29, GraphemeBreakProperty.txt, Extend and SpacingMark."""

_HAS_KILLERS = re.compile("[\u0900-\u1cff\ua800-\uabff\U00010a00-\U00011fff]")
"""Blocks of scripts that have such marks. Source: UnicodeData.txt, combining class 9; tested."""


def within_syllable(text: str, at: int) -> bool:
    """Whether an index is within a syllable, where no row may end.

    Dictionaries cut there in what they do not know: ICU's Burmese one in all Shan text, and before each «င့်» in
    Burmese (its own test data say so). What stands at the index is the silenced consonant that ends a syllable, or the
    lower letter of a stack. A killer between two letters of other scripts only says that they are stacked.
    """
    before, after = unicodedata.category(text[at - 1])[0], unicodedata.category(text[at])[0]
    if before not in "LM" or after not in "LM":
        return False
    if after == "M":  # tones of Shan are no part of the grapheme before them
        return True
    if unicodedata.combining(text[at - 1]) == KILLER and text[at - 1] != CLOSING[0]:
        return True
    i = at + 1
    while i < len(text) and unicodedata.category(text[i])[0] == "M":
        if unicodedata.combining(text[i]) == KILLER:
            follows = unicodedata.category(text[i + 1])[0] if i + 1 < len(text) else ""
            return text[i] in CLOSING or follows not in ("L", "M")
        i += 1
    return False


def clings(character: str) -> bool:
    """Whether a character is of the letter before it, whatever that is: no part begins with it."""
    return unicodedata.category(character)[0] == "M" or character in COLOURS_AND_AM


def joined_syllables(text: str, ends: list[int]) -> list[int]:
    """The ends of parts that are neither within a syllable nor before a mark."""
    if text.isascii():
        return ends
    inner = [end for end in ends[:-1] if not clings(text[end])]
    if _HAS_KILLERS.search(text):
        inner = [end for end in inner if not within_syllable(text, end)]
    return inner + ends[-1:]
