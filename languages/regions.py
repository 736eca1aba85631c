"""Where languages are used, and what places are called. Countries are ISO 3166-1 alpha-2 codes.

Source: CLDR (territoryInfo, likelySubtags of languages, names of territories) and SIL langtags, as ``data/index.tsv``
and ``data/regions.tsv`` say. Where a language is used by anybody, not where it is official.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from languages.names import fold, line_of, lines_of
from languages.subtags import Parts, parse, table


def regions_of(tag: str) -> tuple[str, ...]:
    """Countries that a canonical tag's language is used in, the likeliest first; the tag's own, where it names one.

    Where a script is used is in no source: CLDR's likelySubtags say which is the likeliest in a country, no more.
    """
    parts = parse(tag) if "-" in tag else Parts(language=tag)
    if parts is None:
        return ()
    if parts.region:
        return countries_in(parts.region)
    if parts.variants:
        from languages.registry import regions_on_file

        if told := regions_on_file(tag):
            return told
    row = line_of("index.tsv", parts.language)
    return tuple(row[8].split()) if row else ()


def countries_in(region: str) -> tuple[str, ...]:
    """The countries of a larger region (``005``, South America), or the country itself; empty for what is no region."""
    row = line_of("regions.tsv", region)
    return (tuple(row[7].split()) or (row[0],)) if row else ()


def region_name(code: str) -> str:
    """The English name of a country or larger region; empty where there is none of this code."""
    row = line_of("regions.tsv", code.upper())
    return row[1] if row else ""


PARTS = {
    "england": ("GB",),
    "scotland": ("GB",),
    "wales": ("GB",),
    "northernireland": ("GB",),
    "holland": ("NL",),
}
"""Parts of a country that many mean it by. Source: ISO 3166-2:GB (ENG, SCT, WLS, NIR), ISO 3166-2:NL (NH, ZH)."""

ARTICLES = ("the ", "la ", "el ", "le ", "los ", "les ", "las ", "o ", "a ")
"""What people write before the name of a country."""

SUGGESTED, ALIKE = 3, 0.75


@lru_cache
def _named() -> dict[str, tuple[str, ...]]:
    """Squeezed name → codes: the region of this English name, or all that are called so, or begin so in two words.

    *Congo* is CLDR's Spanish name of one, but of *Congo - Kinshasa* and *Congo - Brazzaville* the same word.
    """
    found: dict[str, dict[str, None]] = {}
    english: dict[str, str] = {}
    for row in lines_of("regions.tsv"):
        english[_squeezed(row[1])] = row[0]
        heads = (re.split(r" - |[()]", name)[0] for name in (*row[1:5], *row[5].split(" | ")))
        for name in (*row[1:5], row[6], *row[5].split(" | "), *re.split("[()]", row[1]), *heads):  # Myanmar (Burma)
            found.setdefault(_squeezed(name), {})[row[0]] = None
    found.pop("", None)
    return {name: (english[name],) if name in english else tuple(codes) for name, codes in found.items()}


def _squeezed(name: str) -> str:
    return fold(name).replace(" ", "")


def find_region(text: str) -> str | None:
    """The code of a country or larger region by its code or name; None where it is none's, or that of several.

    Names are those of English, Spanish, French, Portuguese and of the region's official languages, in any case, with
    or without accents: ``Bolivia``, ``Perú``, ``Côte d’Ivoire``, ``Brasil``, ``日本``, ``BO``, ``BOL``, ``419``.
    """
    code = text.strip().upper()
    code = table("region-alias").get(code, (code, ""))[0]
    if line_of("regions.tsv", code):
        return code
    codes = regions_named(text)
    return codes[0] if len(codes) == 1 else None


def regions_named(text: str) -> tuple[str, ...]:
    """Codes of the regions of this name."""
    return _named().get(_squeezed(text), ())


def regions_like(text: str) -> tuple[str, ...]:
    """Codes of the regions that may be meant by what is no region's name: what it is part of, or like, or became."""
    bare = next((text[len(a) :] for a in ARTICLES if text.casefold().startswith(a)), text)
    wanted = _squeezed(bare)
    names = PARTS | _named()
    holding = [] if len(wanted) < 4 else sorted((name for name in names if wanted in name), key=len)
    alike = holding or get_close_matches(wanted, names, n=SUGGESTED, cutoff=ALIKE)
    gone = next((s for code, (s, n) in table("region-withdrawn").items() if wanted in (fold(code), _squeezed(n))), "")
    exact = names.get(wanted) or tuple(gone.split())
    if exact:
        return exact
    found = [code for name in alike for code in names[name]]
    return tuple(dict.fromkeys(found))[:SUGGESTED]
