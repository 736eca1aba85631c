"""Which of ICU's sentence ends are none, and which ends ICU does not know; decided from the text around them.

Every rule here is a rule of thumb, and docs/segmentation.md names what each gets wrong. Positions are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache

from languages.abbreviations import Abbreviations, abbreviations_of
from languages.codes import likely_script
from languages.invisible import JOINERS
from languages.sentence_marks import CLOSERS, LITTLE_SECTION, OPENING
from languages.syllables import clings
from languages.unicode_scripts import script_of, scripts_using

NOUN_CAPITALS = frozenset(("de", "gsw", "ksh", "lb", "wae"))
"""Languages that write ordinals with a full stop and all nouns with a capital: neither tells a sentence.

Source: CLDR 48.2, cldr-dates-full: long dates ``d. MMMM`` with names of months in capitals."""

GO_ON = frozenset(".!?…‼⁇⁈⁉‽")
"""Marks after which a small letter goes on with the sentence: “Stop!” he said."""

PARAGRAPH = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Line and paragraph separators; ICU ends a sentence there in any case."""

FURTHEST = 40
"""So many characters before and after a mark are looked at, and no more: a text of marks alone takes no longer."""

ARMENIAN_STOP, DANDA = "։।"
"""Full stops of some scripts. In a text with ``։`` a ``.`` after Armenian letters is their colon and ends nothing. In a
text that has more dandas than other full stops it ends nothing after a short word either: that is an abbreviation
(hi पं., bn মো.). Marathi, Gujarati and Telugu end sentences with ``.`` and have dandas in quoted verse only.

Source: The Unicode Standard 17, 7.6 (Armenian) and 12.1 (dandas); ScriptExtensions.txt tells the scripts."""
SHORT = 3
"""Code points of such a word at most. A rule of thumb: a syllable with its signs."""

_MORE = re.compile(
    r"[།༎༏༐༑༔][།༎༏༐༑༔ \u00a0]*"  # Tibetan: U+0F0D and others are no Sentence_Terminal
    r"|፡፡[»”’\"')\]]*\s*"  # two word spaces for ።, as the UDHR in Tigrinya is typed
    r"|…[»”’\"')\]]*[ \u00a0\u202f]+"
)
_LATE = re.compile(r"፡+\s*|(?<=[!?‼⁇⁈⁉])…+[»”’\"')\]]*\s*|[»›”)\]]+(?:\s+|\Z)")
_TO_LETTER = re.compile(r"[^\w\n]*(\w?)")
_INDIC_STOP = re.compile(r"(?<=[\u0900-\u0dff])\.(?=\s|\Z)")
_WORDLY = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\d{1,3}")
_AKSHARA_FOLLOWS = re.compile(r"\s?([\u0900-\u0dff]{1,3})\.")
_TITLE = re.compile(r"[B-DF-HJ-NP-TV-Z][bcdfgjklnpqrtvwx]|dr|Prof")
"""A capital and a consonant (Sr Dr Mr St Lt Fr Hr): no word of a language that has vowels; not so Hm, Sh, Ps."""
_LETTER_FOLLOWS = re.compile(r"[ \u00a0\u202f\u2009]([^\W\d_])\.")
"""What makes of a letter with its full stop the beginning of a form: z. B., d. h., e. g."""
_DOUBLED = re.compile(r"([A-Z])\1\.[ \u00a0\u202f\u2009]([A-Z])\2\.")
"""EE. UU., FF. AA.: plurals of initials in Spanish and its neighbours."""
SPACED_DATE = re.compile(
    r"(?<![\d.,])(?:\d{1,2}\.\s(?:0?[1-9]|1[0-2])\.\s?\d{4}|\d{4}\.\s(?:0?[1-9]|1[0-2])\.\s\d{1,2})(?!\d)"
)
"""5. 6. 2020 and 2020. 6. 5. Source: CLDR 48.2, cldr-dates-full: short and medium dates of cs, sk, sl, de; hu, ko."""
_THAI = re.compile(r"[\u0e00-\u0eff]")
"""Thai and Lao, which know the full stop from abbreviations: ม.ค., ພ.ພ."""
_LONE = re.compile(r"[\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e2e\u10d0-\u10ff\u1200-\u135a]")
"""Letters without capitals of alphabets in which a lone letter is hardly ever a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRules:
    """What is known of the sentences of one language."""

    locale: str
    """The locale whose rules ICU is asked for."""
    abbreviations: Abbreviations
    noun_capitals: bool = False
    lone_i: bool = False
    """Whether I alone is a word (English): no initial unless another follows."""

    def mended(self, text: str, ends: list[int]) -> list[int]:
        """The ends of sentences, from those that ICU gave; the last is the text's."""
        if _MORE.search(text):
            ends = sorted({*ends, *self._more(text)})
        found: list[int] = []
        start = 0
        first = _wordly(text, start)
        own = _own_stops(text)
        seldom = self.abbreviations.last_words
        for end in ends[:-1]:
            # What most sentences are like needs no more than this: a whole word, its mark, a space, a capital.
            if text[end - 1] == " " and text[end].isupper() and end - 2 > first:
                mark = text[end - 2]
                near = max(first, end - FURTHEST)
                word = text[max(near, text.rfind(" ", near, end - 2) + 1) : end - 2] if mark == "." else ""
                if mark in "!?" or (
                    len(word) > 1
                    and word.isalpha()
                    and word.lower() not in seldom
                    and not (len(word) == 2 and (word.isupper() or _TITLE.fullmatch(word)))
                    and not (own and _is_no_stop(text, end - 2, own))
                ):
                    found.append(end)
                    start, first = end, _wordly(text, end)
                    continue
            at = _moved(text, end)
            if not start < at < len(text) or clings(text[at]) or text[at] in JOINERS:
                continue
            # No part is without a letter or digit, but for a paragraph.
            if text[at - 1] in PARAGRAPH or (first < at and self._ends(text, first, at, own)):
                found.append(at)
                start = at
                first = first if first >= at else _wordly(text, at)
        if found and first == len(text) and text[start - 1] not in PARAGRAPH:
            found.pop()
        return [*found, *ends[-1:]]

    def _more(self, text: str) -> Iterable[int]:
        for found in _MORE.finditer(text):
            if found[0][0] != "…":
                yield found.end()
                continue
            letter = letter_after(text, found.end())
            if letter.isupper() and not self.noun_capitals:
                yield found.end()

    def _ends(self, text: str, start: int, end: int, own: Set[str]) -> bool:
        """Whether a sentence whose first letter is at ``start`` ends at ``end``; ``own``: see ``_own_stops``."""
        last = end - 1
        while last > start and text[last].isspace():
            if text[last] in PARAGRAPH:
                return True
            last -= 1
        mark = last
        while mark > start and (text[mark] in CLOSERS or text[mark].isspace()):
            mark -= 1
        sign = text[mark]
        if sign in ".․" and own and _is_no_stop(text, mark, own):
            return False
        if text.startswith("។ល។", mark):  # the «etc.» of Khmer. Source: The Unicode Standard 17, 16.4
            return False
        if sign not in GO_ON:
            return sign != LITTLE_SECTION
        after = letter_after(text, end)
        if _is_small(after):
            return False
        return sign != "." or mark != last or self._is_full_stop(text, start, mark, after)

    def _is_full_stop(self, text: str, start: int, at: int, after: str) -> bool:
        """Whether the full stop at ``at`` ends a sentence that began at ``start``, and is not part of a form."""
        words = text[max(start, at - FURTHEST) : at].split()
        if not words:
            return True
        word = words[-1].lstrip("¿¡([{«‹“‘„‚\"'—–-")
        letter = word[-1:]
        if _THAI.match(letter) and not text[at + 1].isspace():
            return False
        lone = not word[-2:-1].isalnum()
        if lone and letter.isupper():
            return self.lone_i and word == "I" and text[at + 2 : at + 4][1:] != "."
        if lone and (_LONE.match(letter) or (after.isdigit() and letter.isalpha())):
            return False
        if _is_initial(text, at, words):
            return False
        if (
            lone
            and letter.islower()
            and (_LETTER_FOLLOWS.match(text, at + 1) or (self.noun_capitals and _follows(words)))
        ):
            return False
        if _DOUBLED.match(text, at - 2):
            return False
        if letter.isdigit():
            short = word.isdigit() and len(word) <= 2
            if word.isdigit() and _within_date(text, at):
                return False
            return not (short and self.noun_capitals) and not _NUMBER.fullmatch(text, start, at)
        return not self._is_form(words, word, after) and not _TITLE.fullmatch(word)

    def _is_form(self, words: list[str], word: str, after: str) -> bool:
        known = self.abbreviations
        if word in known.always:
            return True
        forms = [word, word.rpartition("’")[2], word.rpartition("'")[2]]
        forms += [" ".join((*words[-n:-1], words[-1])).lstrip("([«“\"'") for n in range(2, known.most_words + 1)]
        if len(words) > 1 and words[-2].endswith("."):  # u. a. as u.a.
            forms.append((words[-2] + word).lstrip("([{«‹“‘„‚\"'"))
            if len(words) > 2 and words[-3].endswith("."):
                forms.append((words[-3] + forms[-1]).lstrip("([{«‹“‘„‚\"'"))
        if len(words) == 1:
            forms.append(word[:1].lower() + word[1:])
        return any(f in known.always or (f in known.before_digits and after.isdigit()) for f in forms)


def _own_stops(text: str) -> frozenset[str]:
    """Scripts whose own full stop is the one that a text ends its sentences with."""
    own = scripts_using(ARMENIAN_STOP) if ARMENIAN_STOP in text else frozenset[str]()
    dandas = text.count(DANDA)
    return own | scripts_using(DANDA) if dandas and dandas > len(_INDIC_STOP.findall(text)) else own


def _is_no_stop(text: str, at: int, own: Set[str]) -> bool:
    """Whether a ``.`` ends nothing as its script has a full stop of its own: a colon, or that of a short word."""
    script = script_of(text[at - 1])
    if script not in own:
        return False
    near = max(0, at - SHORT - 1)
    return script in scripts_using(ARMENIAN_STOP) or any(c.isspace() for c in text[near:at]) or near == 0


@lru_cache(1024)
def rules_of(tag: str) -> SentenceRules:
    """The rules of a language; for tags that nobody knows those of all languages."""
    language = tag.partition("-")[0]
    return SentenceRules(
        # ICU takes ; for a question mark in Greek alone; all that is written in Greek letters does so.
        locale="el" if likely_script(tag) == "Grek" else tag,
        abbreviations=abbreviations_of(tag),
        noun_capitals=language in NOUN_CAPITALS,
        lone_i=language == "en",
    )


def letter_after(text: str, at: int) -> str:
    """The first letter or digit at or soon after a position, in its paragraph; empty where there is none."""
    found = _TO_LETTER.match(text, at, at + FURTHEST)
    return found[1] if found else ""


def _wordly(text: str, at: int) -> int:
    """Where the first letter or digit stands at or after a position; the text's end where there is none."""
    found = _WORDLY.search(text, at)
    return found.start() if found else len(text)


def _is_initial(text: str, at: int, words: list[str]) -> bool:
    """Whether before the full stop at a place is a single akshara, one of several initials (ta ஏ. பி. ஜெ.).

    One alone may be a word (ta வா, si නෑ).
    """
    before, dot, last = words[-1].rpartition(".")
    if not _is_akshara(last):
        return False
    previous = before if dot else words[-2][:-1] if len(words) > 1 and words[-2].endswith(".") else ""
    follows = _AKSHARA_FOLLOWS.match(text, at + 1)
    return _is_akshara(previous.rpartition(".")[2]) or (follows is not None and _is_akshara(follows[1]))


def _is_akshara(word: str) -> bool:
    """Whether a word is one letter of a script of India or Sri Lanka, with its marks."""
    return (
        "\u0900" <= word[:1] <= "\u0dff"
        and word[0].isalpha()
        and all(unicodedata.category(c)[0] == "M" for c in word[1:])
    )


def _follows(words: list[str]) -> bool:
    """Whether the last of some words, a letter, is the second of a form: u. a., d. h."""
    before = words[-2].lstrip("([{«‹“‘„‚\"'") if len(words) > 1 else ""
    return len(before) == 2 and before[0].isalpha() and before[1] == "."


def _within_date(text: str, at: int) -> bool:
    """Whether the full stop at a place stands within a date of three numbers, and not after it."""
    found = SPACED_DATE.search(text, max(0, at - 8), at + 12)
    return found is not None and found.start() < at < found.end()


def _is_small(letter: str) -> bool:
    """Whether a letter goes on with a sentence; those of Georgian, which has no capitals in texts, say nothing."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _moved(text: str, end: int) -> int:
    """The end before the signs that open the next sentence, and after those of this one.

    ICU takes 「 and “ for closing signs where no space is before them, and the » of « Bon. » and the word space of
    Ethiopic for the beginning of what follows.
    """
    at = end
    while at > 1 and text[at - 1] in OPENING:
        at -= 1
    if at < end and not text[at - 1].isspace():
        return at
    found = _LATE.match(text, end)
    return found.end() if found else end
