"""Whether most of a text is written in another script than its language is."""

from __future__ import annotations

import unicodedata
from collections.abc import Set

from languages import segments
from languages.unicode_scripts import COMMON, INHERITED, script_of

SCRIPT_WORDS = 3
SCRIPT_LETTERS = 10
"""Words and letters of other scripts that a text must have before another script is called: «OK», a name or a brand
may stand in any language."""
SPACELESS_LETTERS = 6
"""Letters that are enough of a script without spaces, where marks make up much of a word and an ideograph is a
syllable: 我今天很高兴 is a sentence."""
SCRIPT_SHARE = 0.5
"""Share of letters in scripts of the language below which a text counts as written in another script."""
TIBETAN = "Tibt"
"""Sets a mark after each syllable and no space between words."""
IDEOGRAPHS = {"Hani": 4}
"""Letters that one of a script stands for. Measured: with it, 4 of the 266,422 lines of NTREX-128 and FLORES+, in 125
languages, are taken for another script's; without it 89, all of them Chinese with foreign names."""


def other_script(text: str, scripts: Set[str]) -> str:
    """The script of most letters, where the language is not written in it; or empty.

    ``scripts`` are the values of Unicode's Script property that the language is written with; none = not known.
    """
    if not scripts:
        return ""
    own = scripts | {COMMON, INHERITED}
    found: dict[str, int] = {}
    for character in text:
        if unicodedata.category(character)[0] in "LM":  # vowels are marks where consonants are letters
            script = script_of(character)
            found[script] = found.get(script, 0) + IDEOGRAPHS.get(script, 1)
    mine = sum(n for script, n in found.items() if script in own)
    if mine >= SCRIPT_SHARE * sum(found.values()) or not _enough(text, own):
        return ""
    return max((s for s in found if s not in own), key=lambda s: found[s])


def _enough(text: str, own: Set[str]) -> bool:
    """Whether there are letters and words enough of other scripts than one's own; words by dictionary and by spaces."""
    foreign = [c for c in text if unicodedata.category(c)[0] == "L" and script_of(c) not in own]
    fewest = SPACELESS_LETTERS if any(_runs_on(c) for c in foreign) else SCRIPT_LETTERS
    if len(foreign) < fewest:
        return False
    words = 0
    for start, end in segments.words(text):
        words += any(unicodedata.category(c)[0] == "L" and script_of(c) not in own for c in text[start:end])
        if words == SCRIPT_WORDS:
            return True
    return False


def _runs_on(character: str) -> bool:
    """Whether a character is of a script that writes no spaces between words."""
    return segments.spaceless(character) or script_of(character) == TIBETAN
