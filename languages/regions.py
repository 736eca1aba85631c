"""Where languages are used, and what places are called. Countries are ISO 3166-1 alpha-2 codes.

Source: CLDR (territoryInfo, likelySubtags, names of territories) and SIL langtags, as ``data/index.tsv`` and
``data/regions.tsv`` say. Where a language is used by anybody, not where it is official.
"""

from __future__ import annotations

from functools import lru_cache

from languages.names import fold, line_of, lines_of
from languages.subtags import table


def regions_of(tag: str) -> tuple[str, ...]:
    """Countries that a canonical tag's language is used in, the likeliest first; the tag's own, where it names one."""
    language, *rest = tag.split("-x-")[0].split("-")
    own = next((part for part in rest if len(part) == 2), "")
    if own:
        return (own,)
    row = line_of("index.tsv", language)
    return tuple(row[8].split()) if row else ()


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
            found.setdefault(fold(row[column]), row[0])
    for row in rows:
        for name in row[5].split(" | "):
            found.setdefault(fold(name), row[0])
    found.pop("", None)
    return found


def find_region(text: str) -> str | None:
    """The code of a country or larger region by its code or name, or None.

    Names are those of English, Spanish, French, Portuguese and of the region's official languages, in any case, with
    or without accents: ``Bolivia``, ``Perú``, ``Côte d’Ivoire``, ``Brasil``, ``日本``, ``BO``, ``419``.
    """
    code = text.strip().upper()
    code = table("region-alias").get(code, (code, ""))[0]
    if line_of("regions.tsv", code):
        return code
    return _named().get(fold(text))
