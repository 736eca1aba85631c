"""Letters in a fixed form, as PDFs and chats have them: those of formulas, wide ones, joined Arabic ones, ligatures.

Fonts choose such forms by themselves; text that is made of them is not found by search, and voices pass over it.

Source: Unicode Standard 17, sections 2.3 (compatibility characters), 7.1 (ligatures), 9.2 (Arabic presentation forms),
22.2 (mathematical alphabets); which letter is which: Decomposition_Mapping, and form KC (Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache

from languages.character_finding import CharacterFinding, CharacterKind, Severity, shown

WIDE = frozenset(("Hani", "Hira", "Kana", "Bopo", "Hang", "Yiii"))
"""Scripts among which wide letters stand rightly."""

_FORMULA, _WIDE, _JOINED, _LIGATURE = "formula", "wide", "joined", "ligature"
_SORTS = {
    "<font>": _FORMULA,
    "<wide>": _WIDE,
    "<initial>": _JOINED,
    "<medial>": _JOINED,
    "<final>": _JOINED,
    "<isolated>": _JOINED,
}
_LIGATURES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb4f]")
_SYMBOLS = re.compile("[\u2100-\u214f]")
"""ℝ, ℹ, ℓ. Source: Unicode Standard 17, section 22.2."""
_WORDS = re.compile("[\ufdf0-\ufdfd]")
_WHAT = {
    _FORMULA: "is written in letters that are made for formulas",
    _WIDE: "is written in letters that are as wide as Han characters",
    _JOINED: "is written in letters of fixed joined forms, as PDFs have them; fonts join letters by themselves",
    _LIGATURE: "has a ligature of its own code, as PDFs have it; fonts make ligatures by themselves",
}


def is_word(c: str) -> bool:
    """Whether a character is a whole Arabic word, as ﷺ is; people write so. Source: Unicode Standard 17, 9.2."""
    return _WORDS.match(c) is not None


@lru_cache(4096)
def sort_of(c: str) -> str:
    """Which fixed form a character has: ``formula``, ``wide``, ``joined``, ``ligature``; mostly none."""
    if _LIGATURES.match(c):
        return _LIGATURE
    tag = unicodedata.decomposition(c).partition(" ")[0]
    is_text = unicodedata.category(c)[0] in "LN" and not _SYMBOLS.match(c) and not is_word(c)
    return _SORTS.get(tag, "") if is_text else ""


def is_compatibility(c: str, own: Set[str]) -> bool:
    """Whether a letter is there in a fixed form that a language whose scripts are ``own`` has no use for."""
    sort = sort_of(c)
    return bool(sort) and not (sort == _WIDE and (not own or own & WIDE))


def compatibility_findings(text: str, letters: Set[str]) -> Iterator[CharacterFinding]:
    """One question for each run of such letters, with what to type; a single letter of a formula is left alone."""
    one = f"[{re.escape(''.join(sorted(letters)))}]"
    for found in re.finditer(rf"{one}+(?:[^\w\n]{{1,3}}{one}+)*", text):
        run, sort = found.group(), sort_of(found.group()[0])
        if sort == _FORMULA and not re.search(one * 2, run):
            continue
        start, end = _word(text, found.start(), found.end())
        what = f"{shown(run)} in «{text[start:end]}»" if sort == _LIGATURE else f"«{run[:40]}»"
        meant = unicodedata.normalize("NFKC", text[start:end] if sort == _LIGATURE else run)
        yield CharacterFinding(
            kind=CharacterKind.COMPATIBILITY,
            severity=Severity.QUESTION,
            start=found.start(),
            end=found.end(),
            text=f"{what} {_WHAT[sort]}. Search does not find it, and voices may pass over it: type «{meant[:40]}».",
            subject=run if sort == _LIGATURE else sort,
        )


def _word(text: str, start: int, end: int, most: int = 20) -> tuple[int, int]:
    """The word around a place, at most so many characters on each side."""
    before = re.search(r"\w*\Z", text[max(0, start - most) : start])
    after = re.match(r"\w*", text[end : end + most])
    return start - len(before.group() if before else ""), end + len(after.group() if after else "")
