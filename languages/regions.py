"""Where languages are used, and what places are called. Countries are ISO 3166-1 alpha-2 codes.

Source: CLDR (territoryInfo, likelySubtags, names of territories) and SIL langtags, as ``data/index.tsv`` and
``data/regions.tsv`` say. Where a language is used by anybody, not where it is official.
"""

from __future__ import annotations

import re
from functools import lru_cache

from languages.names import fold, line_of, lines_of
from languages.subtags import Parts, parse, table


def regions_of(tag: str) -> tuple[str, ...]:
    """Countries that a canonical tag's language is used in, the likeliest first; the tag's own, where it names one.

    Of a script that is usual in some of them only, those: ``kk-Arab`` is written in China, not in Kazakhstan.
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
    everywhere = tuple(row[8].split()) if row else ()
    if not parts.script:
        return everywhere
    usual = table("likely")
    there = tuple(r for r in everywhere if usual.get(f"{parts.language}-{r}", ("",))[0] == parts.script)
    return there or everywhere


def countries_in(region: str) -> tuple[str, ...]:
    """The countries of a larger region (``005``, South America), or the country itself; empty for what is no region."""
    row = line_of("regions.tsv", region)
    return (tuple(row[7].split()) or (row[0],)) if row else ()


def region_name(code: str) -> str:
    """The English name of a country or larger region; empty where there is none of this code."""
    row = line_of("regions.tsv", code.upper())
    return row[1] if row else ""


@lru_cache
def _named() -> dict[str, str]:
    """Folded name → code: English names first, then Spanish, French, Portuguese, and others."""
    rows = lines_of("regions.tsv")
    found: dict[str, str] = {}
    for column in (1, 2, 3, 4):
        for row in rows:
            found.setdefault(_squeezed(row[column]), row[0])
    for row in rows:
        other = (row[6], *row[5].split(" | "), *re.split("[()]", row[1]))  # Myanmar (Burma)
        for name in other:
            found.setdefault(_squeezed(name), row[0])
    found.pop("", None)
    return found


def _squeezed(name: str) -> str:
    return fold(name).replace(" ", "")


def find_region(text: str) -> str | None:
    """The code of a country or larger region by its code or name, or None.

    Names are those of English, Spanish, French, Portuguese and of the region's official languages, in any case, with
    or without accents: ``Bolivia``, ``Perú``, ``Côte d’Ivoire``, ``Brasil``, ``日本``, ``BO``, ``BOL``, ``419``.
    """
    code = text.strip().upper()
    code = table("region-alias").get(code, (code, ""))[0]
    if line_of("regions.tsv", code):
        return code
    return _named().get(_squeezed(text))
