"""Where a text can be cut: graphemes, words, sentences, lines; by the rules and dictionaries of ICU.

Source: Unicode Standard Annexes 14 (lines) and 29 (the rest), as ICU carries them with CLDR's tailoring; what is added
to them stands in ``sentence_rules`` and ``syllables``. All positions are indices into the Python string (code points).
Any string can be cut: a lone surrogate counts as one letter of its own (as U+FFFD would), and stays what it is. A tag
that nobody knows is cut as any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from languages.sentence_rules import rules_of
from languages.syllables import joined_syllables

Span = tuple[int, int]
"""(start, end) of a part of a text; the parts join up to the whole."""

PHRASED = {"ja": "ja-u-lb-strict-lw-phrase", "ko": "ko-u-lw-phrase"}
"""Languages for which ICU knows phrases, and how it is asked. Source: Unicode Technical Standard 35, part 1, keys «lb»
and «lw»; tried with ICU 78."""
STRICT = {"ja": "ja-u-lb-strict"}
"""Without «strict» ICU lets a line begin with ゃ or ー, which the kinsoku rules of JIS X 4051 forbid."""

NEVER_FIRST = re.compile("[।॥ๆໆៗ។៕၊။፡-፨꧈꧉]")
"""Signs that stay with the word before them, also where they are written after a space.

Source: Unicode Standard Annex 14, class BA («not before»), which ICU does not ask after a space: danda, Burmese, Khmer
and Javanese; w3c/sealreq issue 45 for ๆ, whose like are ໆ and ៗ (Unicode Standard 17, chapter 16); ECMA-376, part 1,
17.15.3.2 for Ethiopic: lines end after its signs."""

SPACED_DASH = re.compile("[—–](?= )")
DASH_STAYS = frozenset(("ru", "uk"))
"""Languages in which no row begins with a dash between words. Source: for Russian D. Kirsanov, «Веб-дизайн»,
«Неразрываемые пробелы» (a space before a dash within a sentence does not end a row); for Ukrainian
https://typography.org.ua («Перед тире — нерозривний пробіл»)."""
BEFORE_A_REPLY = frozenset(".?!…:")
"""After these a dash may begin what another person says."""
NEW_LINE = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")

SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3040-\u30ff\u3400-\u9fff\ua9e0-\ua9ff"
    "\uaa60-\uaadf\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Tai scripts, Kana and Han are written without spaces between words.

Source: Unicode Standard Annex 14, classes SA, ID and CJ."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNRULY = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u200d"
    "\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
"""Joiners and signs that stand before a letter, within whose graphemes the rules of lines end some.

Source: Unicode Standard Annex 29, Prepend of GraphemeBreakProperty.txt; found by trying any texts."""
_TAG = re.compile(r"[A-Za-z0-9-]{1,64}")


def graphemes(text: str) -> tuple[str, ...]:
    """What readers take for one character each: a letter with its marks, a syllable of jamo, a flag."""
    if text.isascii() and "\r" not in text:
        return tuple(text)
    from icu4py.breakers import CharacterBreaker

    try:
        return tuple(CharacterBreaker(text, "und"))
    except UnicodeEncodeError:
        spans = _spans(CharacterBreaker(_SURROGATE.sub("\ufffd", text), "und"))
        return tuple(text[start:end] for start, end in spans)


def words(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Words and what stands between them; in scripts without spaces cut by dictionary."""
    from icu4py.breakers import WordBreaker

    return _spans(WordBreaker(_encodable(text), _locale(tag)))


def sentences(text: str, tag: str = "und") -> tuple[Span, ...]:
    """Sentences, each with the spaces after it.

    In Thai and Lao, which have no sign for the end of a sentence, a paragraph without ``?`` or ``!`` is one part:
    ``phrases`` gives what is written apart. In Tibetan a part is what a shad ends, be it a sentence or a clause.
    """
    from icu4py.breakers import SentenceBreaker

    rules = rules_of(_locale(tag))
    ends = list(accumulate(map(len, SentenceBreaker(_encodable(text), rules.locale))))
    ends = rules.mended(text, ends)
    return tuple(zip([0, *ends], ends, strict=False))


def phrases(text: str) -> tuple[Span, ...]:
    """What is written between spaces, each with the spaces after it: the only pauses that Thai and Lao show."""
    return _spans(re.findall(r"\S+\s*|\s+", text))


def line_parts(text: str, tag: str = "und", *, by_phrases: bool = False) -> tuple[Span, ...]:
    """Parts that a line may end after; in scripts without spaces cut by dictionary (Thai, Lao, Khmer, Burmese).

    Dictionaries never cut within a syllable. ``by_phrases`` ends lines in Japanese and Korean between phrases and
    words, not between any two syllables.
    """
    from icu4py.breakers import LineBreaker

    locale = _locale(tag)
    locale = (PHRASED if by_phrases else STRICT).get(locale.partition("-")[0], locale)
    ends = list(accumulate(map(len, LineBreaker(_encodable(text), locale))))
    if _UNRULY.search(text):
        borders = set(accumulate(map(len, graphemes(text))))
        ends = [end for end in ends if end in borders]
    ends = _without_first(text, joined_syllables(text, ends), locale.partition("-")[0])
    return tuple(zip([0, *ends], ends, strict=False))


def _without_first(text: str, ends: list[int], language: str) -> list[int]:
    """The ends of parts after which no sign stands that must not begin a row."""
    places = {m.start() for m in NEVER_FIRST.finditer(text)}
    if language in DASH_STAYS:
        places |= {m.start() for m in SPACED_DASH.finditer(text) if _within_sentence(text, m.start())}
    return [end for end in ends if end not in places or text[end - 1] in NEW_LINE] if places else ends


def _within_sentence(text: str, end: int) -> bool:
    while end and text[end - 1] in " \u00a0":
        end -= 1
    return end > 0 and text[end - 1] not in BEFORE_A_REPLY


def spaceless(character: str) -> bool:
    """Whether a character is of a script that writes no spaces between words."""
    return bool(SPACELESS.match(character))


@lru_cache(1024)
def _locale(tag: str) -> str:
    return tag if _TAG.fullmatch(tag) else "und"


def _encodable(text: str) -> str:
    """The text, with a letter of its own for each lone surrogate, which ICU would not take; as long as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _spans(parts: Iterable[str]) -> tuple[Span, ...]:
    """Where parts begin and end in code points; the breakers' own ``segments()`` count halves of surrogate pairs."""
    ends = list(accumulate(map(len, parts)))
    return tuple(zip([0, *ends], ends, strict=False))
