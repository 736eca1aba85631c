"""Characters that cannot be seen, where they have no work to do.

Joiners and non-joiners belong to Persian, Sinhala and many others, a space without width to Khmer and Thai, variation
selectors to emoji, Han and Mongolian. Elsewhere they make words that look alike differ, and no search finds them.

Source: Unicode Standard 17, sections 23.2 (joiners, spaces without width), 23.4 (variation selectors), 23.9 (tags).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from languages.character_finding import CharacterFinding, CharacterKind, Severity, named
from languages.unicode_scripts import scripts_using

JOINERS = frozenset("\u200c\u200d")
"""Zero-width joiner and non-joiner are spelling: they decide letter forms and, in Persian and the scripts of India,
words. Source: Unicode Standard 17, section 23.2."""
NEAR = 16
"""Characters that are looked at on each side: more marks and controls than a syllable has."""


def _codes(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


JOINING = _codes(
    "Arab Syrc Mand Mani Nkoo Adlm Rohg Mong Phag Phlp Sogd Sogo Chrs Ougr Thaa "
    "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt Java Bali Sund Cham Cakm Lana Limb Mtei Sylo "
    "Tirh Newa Gran Shrd Sidd Modi Kthi Khoj Bhks Diak Gonm Gong Marc Nand Saur Takr Tutg Ahom Batk Bugi Rjng Hano "
    "Tagb Buhd Tglg Kawi Kits Zanb Soyo Brah"
)
"""Scripts whose letters join or are stacked: UAX 44's Joining_Type, or a virama (Indic_Syllabic_Category)."""
UNSPACED = _codes("Khmr Thai Laoo Mymr Tibt Java Bali Lana Talu Tale Tavt Cham Hani Hira Kana Bopo Yiii Sund")
"""Scripts written without spaces between words (UAX 14, class SA and ideographs): a cut must be marked."""
HAVING_VARIANTS = _codes("Hani Hira Kana Mong Mymr Phag Mani Yiii Zyyy Egyp Bhks Sogd")
"""Scripts with standardized or ideographic variation sequences (StandardizedVariants.txt, UTS 37)."""

_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    f"\ufff9-\ufffb{_SELECTORS}{_TAGS}]"
)
FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,12}\U000e007f")
"""A black flag with the letters of a region: Scotland. Source: UTS 51, annex C."""
_EMOJI_BEFORE = frozenset("\ufe0f\u200d\u20e3\U000e007f")

WHY = {
    "\u00ad": "a hyphen that shows only where a line ends; it splits the word for search and for voices",
    "\u034f": "joins nothing here",
    "\u200b": "a space without width; it cuts the word in two for voices and search",
    "\u200c": "keeps letters from joining, but none would join here",
    "\u200d": "joins letters, but none would join here",
    "\u2060": "forbids a line break where none would be",
    "\ufeff": "a mark of byte order, from the beginning of a file",
}


def invisible_findings(text: str) -> Iterator[CharacterFinding]:
    """Those without work, one finding for each run of them."""
    flags = {i for found in FLAG.finditer(text) for i in range(*found.span())}
    start = end = -1
    for found in INVISIBLE.finditer(text):
        i = found.start()
        if i in flags or _works(text, i):
            continue
        if start >= 0 and i == end:
            end = i + 1
            continue
        if start >= 0:
            yield _finding(text, start, end)
        start, end = i, i + 1
    if start >= 0:
        yield _finding(text, start, end)


def _finding(text: str, start: int, end: int) -> CharacterFinding:
    c = text[start]
    is_tag = "\U000e0000" <= c <= "\U000e007f"
    why = WHY.get(c, "hides text that no reader sees" if is_tag else "has no picture and no work here")
    more = f", and {end - start - 1} more after it" if end - start > 1 else ""
    asks = "Delete it." if is_tag else "Delete it, if it was not put there on purpose."
    return CharacterFinding(
        kind=CharacterKind.INVISIBLE,
        severity=Severity.REPAIR if is_tag else Severity.QUESTION,
        start=start,
        end=end,
        text=f"{named(c)}{more}, cannot be seen: {why}. {asks}",
        subject=c,
    )


def _works(text: str, i: int) -> bool:
    """Whether an invisible character stands where it changes what readers see or where lines end."""
    c, before, after = text[i], text[i - 1 : i], text[i + 1 : i + 2]
    if c in JOINERS:
        return _joins(c, before, after)
    if c == "\u200b":
        return bool(_scripts(text, i, -1) & UNSPACED or _scripts(text, i, 1) & UNSPACED)
    if c == "\u2060":
        return bool(before.strip() and after.strip()) and not (before.isalpha() and after.isalpha())
    if c == "\u034f":
        return unicodedata.category(before or " ")[0] == "M" or unicodedata.category(after or " ")[0] == "M"
    if "\ufe00" <= c <= "\ufe0f" or c >= "\U000e0100":
        is_base = bool(before) and unicodedata.category(before)[0] in "SNLP"
        return is_base and (bool(scripts_using(before) & HAVING_VARIANTS) or not before.isalpha())
    if "\u180b" <= c <= "\u180f":
        return "Mong" in scripts_using(before or " ") or "Mong" in scripts_using(after or " ")
    if c in "\u115f\u1160":
        return "\u1100" <= (before or " ") <= "\u11ff" or "\u1100" <= (after or " ") <= "\u11ff"
    return "\u2061" <= c <= "\u2064"  # of formulas


def _joins(c: str, before: str, after: str) -> bool:
    if before in JOINERS:
        return False
    if c == "\u200c" and (before.isspace() or (after.isspace() and not _may_end_so(before))):
        return False
    if c == "\u200d" and before and (before in _EMOJI_BEFORE or unicodedata.category(before) in ("So", "Sk")):
        return bool(after) and not after.isspace()
    return any(x and (scripts_using(x) & JOINING) and unicodedata.category(x)[0] in "LM" for x in (before, after))


def _may_end_so(before: str) -> bool:
    """Whether a non-joiner may end a word: behind a virama, or behind heh, which with it is the Kurdish vowel ae."""
    return before == "\u0647" or unicodedata.category(before or " ")[0] == "M"


def _scripts(text: str, i: int, step: int) -> frozenset[str]:
    """Scripts of the nearest visible character on one side; none beyond a space, or beyond a syllable's marks."""
    last = i + NEAR * step
    i += step
    while 0 <= i < len(text) and i != last and (INVISIBLE.match(text[i]) or unicodedata.category(text[i])[0] in "MP"):
        if scripts_using(text[i]) & UNSPACED:
            break
        i += step
    return scripts_using(text[i]) if 0 <= i < len(text) else frozenset()
