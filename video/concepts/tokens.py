"""A text as words with their places: what is looked up in the tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from languages.segments import spaceless, words
from video.concepts.words import exact, fold

_ELIDED = re.compile(r"\b(?:[ldnsmtcjLDNSMTCJ]|qu|Qu)['’](?=\w)")
"""Articles and pronouns that French, Catalan and others write onto the next word: l'eau."""
_BEHIND = re.compile(r"(?<=\w)['’](?:s|l)\b", re.IGNORECASE)
"""The English possessive, and the Asturian article after a vowel: the fisherman's, sobre'l."""
_OWNS = re.compile(r"['’](?:s\b|(?=\s))")
_PLAIN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:[-.'’‘`·](?:[^\W\d_]|[\u0300-\u036f])+)*")
_BEYOND = re.compile("[\u0590-\u1dff\u200c\u200d\u2e80-\U0003ffff]")
"""Scripts with marks that are letters, or without spaces: words are cut by ICU."""
ELIDING = frozenset((
    "fr", "ca", "pt", "it", "oc", "sc", "lmo", "vec", "pms", "lij", "fur", "co", "scn", "nap", "rm", "wa", "pcd", "frp",
    "nrf", "ast", "an", "en", "es", "gl", "ig",
))  # fmt: skip
"""Languages in whose texts a letter and an apostrophe are no part of the word behind, as in Quechua «t'ika»."""
POSSESSIVE = frozenset(("en", "sco", "ast", "es", "fr", "ca", "pt"))
"""Languages in whose texts these may stand and are no part of a word, as in Uzbek «yo'l»."""
_END = re.compile(r"[.!?…;。！？।॥።؟۔၊။。]|\n")

SHORT = frozenset(("mr", "mrs", "ms", "dr", "st", "prof", "sr", "sra", "srta", "dra", "sta", "d", "m", "mme", "mlle"))
"""Titles as they are written short, folded (school dictionaries of English, Spanish, Portuguese and French)."""
_APART = re.compile(r"[,:()،、，·–—\"«»“”]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a text."""

    written: str
    exact: str
    """Lower case, accents kept."""
    folded: str
    sentence: int
    """Index of its sentence, from 0."""
    apart: bool = False
    """True where a comma or the like stands before it."""
    joined: bool = False
    """True where no space is written before it, as within a row of Chinese."""
    owns: bool = False
    """True where an English possessive is written behind it: "the king's"."""


def tokens(text: str, tag: str = "und") -> tuple[Token, ...]:
    """The words of a text in order; signs and elided articles fall away."""
    out: list[Token] = []
    sentence, last = 0, 0
    for start, end in _cut(text, tag):
        if out and _END.search(text, last, start) and not _is_short(out[-1], text[last:start]):
            sentence += 1
        written = text[start:end]
        apart = bool(_APART.search(text, last, start))
        joined = start == last and bool(out) and spaceless(written[0])
        out.append(
            Token(
                written=written,
                exact=exact(written),
                folded=fold(written),
                sentence=sentence,
                apart=apart,
                joined=joined,
                owns=bool(_OWNS.match(text, end)),
            )
        )
        last = end
    return tuple(out)


def _is_short(word: Token, between: str) -> bool:
    """Whether a full stop only says that a title is written short: "Mr. D'Souza"."""
    short = word.folded in SHORT and word.written[:1].isupper()
    return short and between.startswith(". ") and not _END.search(between[1:])


def _cut(text: str, tag: str) -> list[tuple[int, int]]:
    if _BEYOND.search(text):
        return [span for span in words(text, tag) if any(c.isalnum() for c in text[slice(*span)])]
    # Elided letters are blanked, so that all places stay as they are in the text.
    base = tag.split("-")[0]
    blank = _ELIDED.sub(lambda m: " " * len(m.group()), text) if base in ELIDING else text
    if base in POSSESSIVE:
        blank = _BEHIND.sub(lambda m: " " * len(m.group()), blank)
    return [m.span() for m in _PLAIN.finditer(blank)]
