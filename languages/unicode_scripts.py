"""In which script each character is written (Unicode Standard Annex 24), from ``data/unicode_scripts.tsv``.

Python's own ``unicodedata`` knows neither scripts nor what was assigned after its Unicode version.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files

COMMON = "Zyyy"
"""Used with many scripts: digits, spaces, punctuation, emoji."""
INHERITED = "Zinh"
"""Takes the script of what it stands on: combining accents."""
UNKNOWN = "Zzzz"
"""Unassigned in Unicode, for private use, or a surrogate."""
NO_SCRIPT = frozenset((COMMON, INHERITED, UNKNOWN))
"""Values that name no script."""

MADE_OF = {
    "Jpan": frozenset(("Hani", "Hira", "Kana")),
    "Kore": frozenset(("Hang", "Hani")),
    "Hrkt": frozenset(("Hira", "Kana")),
    "Hans": frozenset(("Hani", "Bopo")),
    "Hant": frozenset(("Hani", "Bopo")),
    "Hanb": frozenset(("Hani", "Bopo")),
    "Aran": frozenset(("Arab",)),
    "Latf": frozenset(("Latn",)),
    "Latg": frozenset(("Latn",)),
    "Cyrs": frozenset(("Cyrl",)),
    "Geok": frozenset(("Geor",)),
    "Syre": frozenset(("Syrc",)),
    "Syrj": frozenset(("Syrc",)),
    "Syrn": frozenset(("Syrc",)),
}
"""Codes of ISO 15924 that languages name, and the values of Unicode's Script property that write them."""


@lru_cache
def _table() -> tuple[list[int], list[str], list[frozenset[str]]]:
    text = (files("languages") / "data" / "unicode_scripts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    starts = [int(row[0], 16) for row in rows]
    sets = [frozenset(row[2].split()) if len(row) > 2 else frozenset((row[1],)) for row in rows]
    return starts, [row[1] for row in rows], sets


@lru_cache(8192)
def script_of(character: str) -> str:
    """The Script property of one character: ``Latn``, ``Zyyy`` (common), ``Zinh`` (inherited), ``Zzzz`` (unknown)."""
    starts, scripts, _ = _table()
    return scripts[bisect_right(starts, ord(character)) - 1]


@lru_cache(8192)
def scripts_using(character: str) -> frozenset[str]:
    """Its Script_Extensions: all scripts that use one character; just its Script where Unicode lists no more."""
    starts, _, sets = _table()
    return sets[bisect_right(starts, ord(character)) - 1]


def is_noncharacter(character: str) -> bool:
    """Whether Unicode keeps a code point for programs for ever. Source: Unicode Standard, 23.7."""
    point = ord(character)
    return 0xFDD0 <= point < 0xFDF0 or point & 0xFFFE == 0xFFFE


def written_with(script: str) -> frozenset[str]:
    """Values of the Script property by which text in an ISO 15924 script is written: ``Jpan`` → Han and both Kana."""
    return MADE_OF.get(script, frozenset((script,)))
