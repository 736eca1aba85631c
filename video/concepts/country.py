"""In which country a story plays, where it names one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from languages.regions import countries_in, regions_named

_BEFORE = """in of from en de del desde au aux du d des dans em no na do da nos nas dos das al dels south north east
west southern northern"""
BEFORE = frozenset(_BEFORE.split())
"""What stands before the name of a country where somebody is: without it Chad, Georgia or Jordan may be a person."""
ARTICLES = frozenset(("el", "la", "los", "las", "le", "les", "the", "o", "a"))
CODE = 3
"""Letters of a country's code, which is no name: "Ben Tre" is not in Benin."""
LONGEST = 3
"""Words of a country's name, at most: "Papua New Guinea"."""
HOMES = {
    "035": "southeastasia", "030": "eastasia", "034": "southasia", "143": "steppe", "145": "maghreb",
    "015": "maghreb", "011": "westafrica", "017": "westafrica", "014": "eastafrica", "018": "eastafrica",
    "154": "north", "155": "europe", "151": "europe", "039": "mediterranean", "061": "pacific", "054": "pacific",
    "057": "pacific",
}  # fmt: skip
"""By UN M.49 subregion the part of the world as house styles call it."""
ALONE = {"BO": "andes", "PE": "andes", "EC": "andes", "GT": "mesoamerica", "MX": "mesoamerica"}


def countries_named(text: str) -> tuple[str, ...]:
    """ISO 3166-1 codes of the countries in which a text says that something is, each once."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    found: dict[str, None] = {}
    for i, word in enumerate(words[1:], 1):
        before = words[i - 2] if i > 1 and words[i - 1] in ARTICLES else words[i - 1]
        if not word[:1].isupper() or before.casefold() not in BEFORE:
            continue
        for size in range(LONGEST, 0, -1):
            name = " ".join(words[i : i + size])
            codes = [c for c in regions_named(name) if len(c) == 2] if len(name) > CODE else []
            if len(codes) == 1:
                found[codes[0]] = None
                break
    return tuple(found)


def home_of(texts: Iterable[str]) -> str:
    """The part of the world in which a story plays, as house styles call it; empty where it names none, or several."""
    found = {home for text in texts for code in countries_named(text) if (home := _home(code))}
    return found.pop() if len(found) == 1 else ""


def _home(code: str) -> str:
    return ALONE.get(code) or next((home for region, home in HOMES.items() if code in countries_in(region)), "")
