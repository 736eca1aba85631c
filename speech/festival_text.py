"""A line as Festival's Catalan front end is given it: sentences of plain words. Pure functions.

A sentence at a time, as the front end's labels take time with the square of the words, and as it confuses what
stands in different sentences (``Joan. I després`` is «Joan primer després» to it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from speech.festival_words import BREAK, Word, words
from speech.vocabulary import Letter

TITLES = {"Sr": "senyor", "Sra": "senyora", "Dr": "doctor", "Dra": "doctora", "Mn": "mossèn"}
"""Abbreviations that it would spell. Source: ordinary abbreviations of Catalan dictionaries."""

MOST_DIGITS = 12
"""Longer numbers it reads as «Error Número massa gran»; here they are read digit by digit."""
MOST_LETTERS = 60
"""Longer words are cut: no word of the language is so long."""
MOST_CHARACTERS = 160
"""Of a sentence, as it is heard. Labels take time with the square of the words: 80 times × took over 20 s."""
SIGN, DIGIT, SPELLED = 20, 6, 4
"""Letters that are heard for a sign (×: «signe de multiplicació»), a digit (4: «quatre») and each letter of a word
without vowels, which is spelled (x: «ics»)."""
_VOWEL = re.compile("[aeiouàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is spoken in one go."""

    text: str
    """Of characters that ``CODING`` has; words are parted by single spaces."""
    positions: tuple[int, ...]
    """For each character, the code point of the line that it stands for."""


def sentences(text: str, *, catalan: bool = True) -> tuple[tuple[Sentence, ...], tuple[str, ...]]:
    """(sentences in order, characters that are left out or lose their marks) of a line.

    Args:
        catalan: whether the text is Catalan, so that ``Sr.`` is «senyor».
    """
    told, left_out = words(text)
    line = [_titled(word) if catalan else word for word in told]
    found: list[Sentence] = []
    start = 0
    for i in range(len(line)):
        if i + 1 == len(line) or _ends(line[i], line[i + 1]):
            spoken = [part for word in _conjoined(line[start : i + 1]) for part in _readable(word)]
            found += [_sentence(part) for part in _short(spoken)]
            start = i + 1
    return tuple(found), left_out


def _titled(word: Word) -> Word:
    if word.mark != "." or word.text not in TITLES:
        return word
    at = word.letters[0].position
    return Word(letters=tuple(Letter(char=c, position=at) for c in TITLES[word.text]))


def _ends(word: Word, after: Word) -> bool:
    """Whether a sentence ends between two words: not after ``J. Verdaguer``'s initial, nor before a small letter."""
    if word.mark not in (".", "?", "!") or after.text[0].islower():
        return False
    return word.mark != "." or len(word.text) > 1


def _conjoined(sentence: Sequence[Word]) -> Iterator[Word]:
    """The words with «I» in small at the head of a clause: after a name it would be read as «primer»."""
    before = BREAK
    for word in sentence:
        yield replace(word, letters=(replace(word.letters[0], char="i"),)) if word.text == "I" and before else word
        before = word.mark


def _readable(word: Word) -> Iterator[Word]:
    """The word in parts: numbers that are too large digit by digit, endless words cut."""
    cuts = {0, *range(0, len(word.text), MOST_LETTERS)}
    for run in re.finditer(f"[0-9]{{{MOST_DIGITS + 1},}}", word.text):
        cuts.update(range(run.start(), run.end() + 1))
    for start, end in pairwise(sorted(cuts | {len(word.text)})):
        yield Word(letters=word.letters[start:end], mark=word.mark if end == len(word.text) else "")


def _short(sentence: Sequence[Word]) -> Iterator[Sequence[Word]]:
    start = size = 0
    best = 0  # one past the last word with a mark
    for i, word in enumerate(sentence):
        size += _size(word)
        if size > MOST_CHARACTERS and i > start:
            cut = best if best > start else i
            yield sentence[start:cut]
            start, best = cut, 0
            size = sum(_size(w) for w in sentence[start : i + 1])
        if word.mark:
            best = i + 1
    yield sentence[start:]


def _size(word: Word) -> int:
    """About how many letters are heard of a word, the space after it included; never less than are written."""
    text = word.text
    digits = sum(c.isdecimal() for c in text)
    letters = sum(c.isalpha() for c in text)
    signs = len(text) - digits - letters
    each = 1 if _VOWEL.search(text) else SPELLED
    return each * letters + DIGIT * digits + (signs if letters or digits else SIGN) + len(word.mark) + 1


def _sentence(sentence: Sequence[Word]) -> Sentence:
    text: list[str] = []
    positions: list[int] = []
    for word in sentence:
        if text:
            text.append(" ")
            positions.append(word.letters[0].position)
        text += [letter.char for letter in word.letters]
        positions += [letter.position for letter in word.letters]
        if word.mark:
            text.append(word.mark)
            positions.append(word.letters[-1].position)
    return Sentence(text="".join(text), positions=tuple(positions))
