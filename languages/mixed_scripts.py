"""Letters of another script that stand in a word because they look like the right ones: Cyrillic «а» among Latin.

Words of two scripts are right in many places: «PDF-файл», «SMSка», «CDを». Only a letter that has a double in the
word's own script is asked about.

Source: Unicode Technical Standard 39, section 5 (mixed scripts), with its table of confusables.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from languages.character_finding import CharacterFinding, CharacterKind, Severity, shown
from languages.confusables import looks_like
from languages.exemplars import Exemplars
from languages.unicode_scripts import NO_SCRIPT, script_of

FREE = frozenset(["Hani", "Hira", "Kana", "Bopo", "Hang", "Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Java"])
"""Scripts that other words stand beside without a space."""
LONE_WORDS = {
    "bg": frozenset("асу"),
    "mk": frozenset("а"),
    "ru": frozenset("аосу"),
    "sr": frozenset("аосу"),
    "uk": frozenset("аоуі"),
}
"""Prepositions and conjunctions of one letter that look like a Latin one, by language; others are not asked about.
Source: those among the stop words of spaCy, ``spacy/lang/<tag>/stop_words.py``."""
AFTER_A_COMMA = "а"
"""The conjunction before which a comma or dash stands: «сторона a равна» is geometry. Source: for Russian «Правила
русской орфографии и пунктуации» (1956), on the comma before «а, но, да»; for the others it keeps silent rather."""

_WORD = re.compile(
    r"[^\s!-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u2010-\u2060\u2e00-\u2e7f\u3000-\u303f\u30fb]+"
)
_LONE_LATIN = re.compile(r"(?<!\w)[A-Za-z](?!\w)")
_WORD_AFTER = re.compile(r"[ \u00a0\n](?P<first>[^\W\d_])[^\W\d_]")


def mixed_findings(text: str, own: frozenset[str], exemplars: Exemplars | None) -> Iterator[CharacterFinding]:
    """A question for each word with letters that look like those of its own script.

    ``own`` are Script values of the language, empty where nobody knows it: then the word's first letter decides a tie.
    A word is of the language's script where all its other letters have doubles there, however many they are: «Моsсоw».
    """
    whole = Counter(s for c in text if c.isalpha() and (s := script_of(c)) not in NO_SCRIPT)
    main = max(whole, key=lambda s: (whole[s], s in own), default="")
    lone_words = _lone_words(text, exemplars) if main == "Cyrl" and "Latn" in whole else None
    for found in _WORD.finditer(text):
        word = found.group()
        letters = [(i, s) for i, c in enumerate(word) if c.isalpha() and (s := script_of(c)) not in NO_SCRIPT]
        counts = Counter(s for _, s in letters)
        if len(word) == 1 and {main, *counts} == {"Cyrl", "Latn"}:
            double = _double(word, main, exemplars) if main in own else ""
            if double and _is_lone_word(text, found.end(), double, lone_words):
                yield _finding(text, found.start(), double, main, word)
            continue
        if len(counts) < 2:
            continue
        if counts.keys() & FREE:
            continue
        most = max(counts, key=lambda s: (counts[s], s in own))
        for home in dict.fromkeys((*sorted(own & counts.keys()), most)):
            strange = [i for i, s in letters if s != home and not (exemplars and word[i] in exemplars.letters)]
            doubles = [_double(word[i], home, exemplars) for i in strange]
            if strange and all(doubles):
                if not _is_ending(word, strange):
                    yield _finding(text, found.start() + strange[0], doubles[0], home, word)
                break


def _lone_words(text: str, exemplars: Exemplars | None) -> frozenset[str]:
    """What of LONE_WORDS may be meant in a text: nothing where variables stand that are no such words («x и y»)."""
    words = LONE_WORDS.get(exemplars.tag, frozenset[str]()) if exemplars is not None else frozenset[str]()
    are_words = bool(words) and all(_double(c, "Cyrl", exemplars) in words for c in set(_LONE_LATIN.findall(text)))
    return words if are_words else frozenset()


def _is_lone_word(text: str, end: int, double: str, words: frozenset[str] | None) -> bool:
    """Whether a word of one letter is probably of the text's script; «a)», «b.», «α-», «%s», «-x», «c = 5» name things.

    ``words`` are what it may be in Cyrillic; None in a Latin text.
    """
    before, after = text[max(end - 2, 0) : end - 1], text[end : end + 1]
    if not text[end - 1].islower() or before.strip('«„“"(¿¡—– \t\n\u00a0') or after in (")", ".", "-", "‑"):
        return False
    if words is None:
        return True
    said, follows = text[max(end - 3, 0) : end - 1].rstrip(), _WORD_AFTER.match(text, end)
    if double not in words or not follows or script_of(follows["first"]) != "Cyrl" or _is_sign(said[-1:]):
        return False
    return double not in AFTER_A_COMMA or said[-1:] in (",", "—", "–")


def _is_sign(c: str) -> bool:
    """Whether a character is of mathematics."""
    return bool(c) and (c in "-/*^" or unicodedata.category(c) == "Sm")


def _is_ending(word: str, strange: list[int]) -> bool:
    """Whether a name in capitals has an ending of another script, of two letters or more: «SMSка», «BMXом»."""
    first, last = strange[0], strange[-1] + 1
    if len(strange) < 2 or len(strange) != last - first:
        return False
    if last == len(word):
        return word[:first].isupper() and word[first:].islower()
    return first == 0 and word[:last].isupper() and word[last:].islower()


def _double(letter: str, script: str, exemplars: Exemplars | None) -> str:
    """The letter of a script that looks the same; empty where none is in use."""
    alike = [c for c in looks_like(letter) if script_of(c) == script and c.isupper() == letter.isupper()]
    known = [c for c in alike if c < "\x80" or (exemplars is not None and c in exemplars.letters)]
    if exemplars is not None and script in exemplars.scripts:
        return next(iter(known), "")
    basic = [c for c in alike if "\u0391" <= c <= "\u03c9" or "\u0410" <= c <= "\u045f"]
    return next(iter(known or basic), "")


def _finding(text: str, at: int, double: str, home: str, word: str) -> CharacterFinding:
    c = text[at]
    return CharacterFinding(
        kind=CharacterKind.MIXED_SCRIPTS,
        severity=Severity.QUESTION,
        start=at,
        end=at + 1,
        text=f"{_script(script_of(c))} {shown(c)} stands among {_script(home)} letters in «{word[:40]}»; the "
        f"{_script(home)} letter is {shown(double)}. They look alike, but voices and search take them for different "
        "ones: is it meant?",
        subject=word,
    )


@lru_cache
def _script(code: str) -> str:
    import langcodes

    return langcodes.Language.make(script=code).script_name()
