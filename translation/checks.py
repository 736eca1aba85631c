"""What can be checked in a translation without understanding it: numbers, names, length, copied source."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from translation.translated import Finding, FindingKind

CHECKED = frozenset((FindingKind.NUMBER, FindingKind.NAME, FindingKind.UNTRANSLATED, FindingKind.LENGTH))
"""The kinds of findings that are made here, and nowhere else."""

SHORT_WORDS = 3
SHORT_LETTERS = 10
"""A text with fewer words or letters may rightly be the same in two languages: ``Ana Maria``, ``Oh, no``."""

SHORT_WIDTH = 20
SHORT_RATIO = 3.0
LONG_RATIO = 2.0
"""How many times as wide as the other a text may be, up to ``SHORT_WIDTH`` columns and beyond.

Source: https://www.w3.org/International/articles/article-text-size (IBM's table: up to 200–300 % for texts of
up to 10 characters, 180–200 % up to 20, 130 % beyond 70). A story's lines get the same room both ways.
"""

MOST_DIGITS = 9
"""Of a number that people write out in words."""

_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009\u066b\u066c]\d+)*")
_COUNT = re.compile(r"\d+|\d{1,3}(?:[.,'’\u00a0\u202f\u2009\u066c]\d{3})+")
"""A whole number: without a separator, or in groups of three."""
LEAST_IN_WORDS = 2
"""The word for one is an article in many languages: it stands in most texts."""
_WORD = re.compile(r"[^\W\d_]+")


@functools.lru_cache(maxsize=1 << 14)
def check(
    source: str, target: str, names: tuple[str, ...], source_language: str, target_language: str
) -> tuple[Finding, ...]:
    """What a reviewer should look at in ``target``, the translation of ``source``; empty where nothing is.

    ``names`` are the characters' names; the languages are canonical tags. A missing text is no finding.
    """
    if source_language == target_language or not target.strip():
        return ()
    return (
        *_numbers(source, target, source_language, target_language),
        *_names(source, target, names),
        *_untranslated(source, target, names),
        *_length(source, target),
    )


def _digits(number: str) -> str:
    """ASCII digits without separators; digits of every script count, nothing becomes an int."""
    return "".join(str(unicodedata.digit(c)) for c in number if c.isdecimal())


def _numbers(source: str, target: str, source_language: str, target_language: str) -> Iterator[Finding]:
    wanted, found = _NUMBER.findall(source), _NUMBER.findall(target)
    # "12 000" and "12.000" differ in nothing but the separator.
    if "".join(map(_digits, wanted)) == "".join(map(_digits, found)):
        return
    for number in _lacking(wanted, found, target, target_language):
        yield Finding(kind=FindingKind.NUMBER, text=f"The number {number[:30]} is not in the translation.")
    for number in _lacking(found, wanted, source, source_language):
        yield Finding(kind=FindingKind.NUMBER, text=f"The number {number[:30]} is not in the source.")


def _lacking(numbers: list[str], there: list[str], text: str, language: str) -> Iterator[str]:
    """Numbers, as they are written, that are neither among others nor written out in words in a text."""
    left = Counter(map(_digits, there))
    for number in numbers:
        digits = _digits(number)
        if left[digits]:
            left[digits] -= 1
        elif not _in_words(number, text, language):
            yield number


def _in_words(number: str, text: str, language: str) -> bool:
    digits = _digits(number)
    if not _COUNT.fullmatch(number) or len(digits) > MOST_DIGITS or int(digits) < LEAST_IN_WORDS:
        return False
    from languages.number_words import find_speller

    speller = find_speller(language)
    words = speller.cardinal(int(digits)) if speller is not None else ""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _names(source: str, target: str, names: tuple[str, ...]) -> Iterator[Finding]:
    scripts = {_script(c) for c in target if c.isalpha()}
    for name in names:
        is_said = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source, re.IGNORECASE)
        letters = {_script(c) for c in name if c.isalpha()}
        # In another script the name is written with other letters: nothing can be said about it here.
        # Endings and beginnings may grow on to it ("Nanan", "kwaNana"), so a part of a word is enough.
        if is_said and letters & scripts and name.casefold() not in target.casefold():
            yield Finding(kind=FindingKind.NAME, text=f"The name {name} is not in the translation.")


def _untranslated(source: str, target: str, names: tuple[str, ...]) -> Iterator[Finding]:
    if _plain(source) != _plain(target):
        return
    rest = source
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    words = _WORD.findall(rest)
    if len(words) >= SHORT_WORDS and sum(map(len, words)) >= SHORT_LETTERS:
        yield Finding(kind=FindingKind.UNTRANSLATED, text="The translation is the same as the source.")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _width(text: str) -> int:
    """Columns: two for an ideograph and its like, none for marks above and below letters."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _length(source: str, target: str) -> Iterator[Finding]:
    wide, found = _width(source.strip()), _width(target.strip())
    shorter, longer = sorted((wide, found))
    limit = SHORT_RATIO if shorter <= SHORT_WIDTH else LONG_RATIO
    # Of a word or two nothing can be said: "Sí" is "Ndiyo", "Ay" is "Ole wangu mimi".
    if longer > max(SHORT_WIDTH, limit * shorter):
        how = "short" if found < wide else "long"
        yield Finding(
            kind=FindingKind.LENGTH,
            text=f"The translation looks too {how}: {found} columns for {wide} of the source.",
        )
