"""Numbers in the words of a language: by ICU where CLDR really has rules, by our own tables, else not at all.

ICU never says that it has no rules: it answers in English, or in digits. So only locales that stand in
``languages/data/numbers/rules.tsv`` are asked, only below the number up to which their rules hold, and an answer with
a digit in it is none.

Source: CLDR 48.2, rules of ICU 78.3's RuleBasedNumberFormat; each own table names its sources.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from languages.codes import canonical, likely_script
from languages.names import DATA, lines_of
from languages.number_rules import Rules, read_rules

if TYPE_CHECKING:
    from icu4py.messageformat import MessageFormat

FOLDER = DATA / "numbers"
MOST_DIGITS = 15
"""Of a number, before its decimal mark; ICU writes longer ones in digits."""
MOST_DECIMALS = 9
SAME = {"no": "nb"}
GENDERED = {"ar": re.compile(r"(^|\d)([1-9]|10)$")}
"""Numbers, in digits, that are said otherwise before words of another gender where CLDR's sets do not tell.

Source: num2words 0.5.14, ``lang_AR.arabicFeminineOnes``: 1 to 19 have a form of each gender.
"""
INVISIBLE = {0x00AD: None, 0x200B: None}
"""Soft hyphens and spaces of no width in CLDR's words (de, ka, hy, km, th, se): places for line breaks, not letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speller:
    """How numbers are written out in one language."""

    tag: str
    source: str
    below: int
    """Numbers from here on are not known."""
    locale: str = ""
    """Of ICU's rules; empty where CLDR has none."""
    year: str = ""
    """Rule set for years, where they are said otherwise."""
    genders: tuple[str, ...] = ()
    """Rule sets of CLDR that count words of one gender each, or stand before words that count (zh 两).

    They are here also where the words are of a table of our own."""
    ordinals: tuple[tuple[str, str], ...] = ()
    """(set that writes an ordinal in digits, set that writes it out)."""
    fixes: tuple[tuple[re.Pattern[str], str], ...] = ()
    table: Rules | None = None
    minus: str = ""
    point: str = ""
    gendered: re.Pattern[str] | None = None
    """Words of a table that are others before a word of another gender."""

    def cardinal(self, number: int) -> str:
        """The words of a whole number; empty where they are not known."""
        if abs(number) >= self.below or (self.table is not None and number < 0 and not self.minus):
            return ""
        if self.table is None:
            return self._icu("spellout-numbering", number)
        words = self.table.words(abs(number))
        return f"{self.minus} {words}" if number < 0 else words

    def decimal(self, whole: str, decimals: str, *, negative: bool = False) -> str:
        """The words of a number with decimals, all in ASCII digits; empty where they are not known.

        Zeros at the end are not said by ICU's rules.
        """
        if len(decimals) > MOST_DECIMALS or int(whole) >= self.below:
            return ""
        if self.table is None:
            return self._icu("spellout-numbering", Decimal(f"{'-' * negative}{whole}.{decimals}"))
        if not self.point:
            return ""
        digits = " ".join(self.table.words(int(c)) for c in decimals)
        sign = f"{self.minus} " if negative else ""
        return "" if negative and not self.minus else f"{sign}{self.table.words(int(whole))} {self.point} {digits}"

    def as_year(self, number: int) -> str:
        """The words of a year; those of the number where years are said alike."""
        return self._icu(self.year, number) if self.year else self.cardinal(number)

    def ordinals_like(self, written: str, number: int) -> tuple[str, ...]:
        """The words of an ordinal that is written in digits (``21st``, ``1.ª``); several where it may be either."""
        if number >= self.below:
            return ()
        plain = _ordinal(written)
        found = (self._icu(s, number) for d, s in self.ordinals if _ordinal(self._digits(d, number)) == plain)
        return tuple(dict.fromkeys(words for words in found if words))

    def is_gendered(self, number: int) -> bool:
        """Whether the number is said otherwise before a word of another gender, or before one that counts (zh 两)."""
        if self.gendered is not None:
            return self.gendered.search(self.cardinal(number)) is not None
        if (told := GENDERED.get(self.tag.partition("-")[0])) and told.search(str(number)):
            return True
        return len({self._icu(s, number) for s in self.genders}) > 1

    def _icu(self, rules: str, number: int | Decimal) -> str:
        words = _format(self.locale, f"spellout,%{rules}").format({"n": number}).translate(INVISIBLE)
        for wrong, right in self.fixes:
            words = wrong.sub(right, words)
        return "" if any(c.isdecimal() for c in words) else words

    def _digits(self, rules: str, number: int) -> str:
        return _format(self.locale, f"ordinal,%{rules}").format({"n": number})


def plural_of(tag: str, number: int | Decimal) -> str:
    """CLDR's plural category of a number: ``one``, ``few``, …, ``other``."""
    pattern = "".join(f" {c}{{{c}}}" for c in ("zero", "one", "two", "few", "many", "other"))
    return _format(tag.replace("-", "_"), f"plural,{pattern}").format({"n": number})


def dots_ordinals(tag: str) -> bool:
    """Whether CLDR writes an ordinal of a language with a full stop alone (``3.``); False where it has no rules."""
    names = (canonical(tag) or tag, tag.partition("-")[0])
    row = next((_rows()[n] for n in (SAME.get(n, n) for n in names) if n in _rows()), None)
    return row is not None and _format(row[1], "ordinal").format({"n": 3}).endswith(".")


@lru_cache(256)
def dots_times(tag: str) -> bool:
    """Whether CLDR's short time of a language has a full stop (``9.45``)."""
    return "9.45" in _format(tag.replace("-", "_"), "time,short").format({"n": _at(9)})


@lru_cache(256)
def day_periods(tag: str) -> tuple[str, str]:
    """What CLDR calls the hours before and after noon in a language: ``AM`` and ``PM``."""
    form = _format(tag.replace("-", "_"), "date,a")
    return form.format({"n": _at(9)}), form.format({"n": _at(15)})


def _at(hour: int) -> datetime:
    return datetime(2026, 5, 3, hour, 45)


@lru_cache(512)
def find_speller(tag: str) -> Speller | None:
    """How numbers are written out in the language of a tag; None where nothing that is known here says it.

    Regions share their language's words unless CLDR has others for them. Varieties (``ca-valencia``) and scripts that
    are not the usual one share nothing: they need a row or a table of their own.
    """
    tag = SAME.get(canonical(tag) or tag, canonical(tag) or tag)
    language, *rest = tag.split("-")
    script = likely_script(tag)
    region = next((p for p in rest if re.fullmatch(r"[A-Z]{2}|\d{3}", p)), "")
    if any(p not in (region, script) for p in rest):
        names = (tag,)
    elif script and script != likely_script(language):
        names = (tag, f"{language}-{script}")
    else:
        names = (tag, language)
    return next((found for name in names if (found := _own(name) or _row(name, tag)) is not None), None)


@lru_cache
def spellable() -> tuple[str, ...]:
    """All tags that have words for numbers, in order."""
    own = {path.stem for path in (FOLDER / "words").glob("*.toml")}
    return tuple(sorted(own | {row[0] for row in _rows().values() if int(row[2])}))


@lru_cache
def _rows() -> dict[str, list[str]]:
    return {row[0]: row for row in lines_of("numbers/rules.tsv")[1:]}


def _row(name: str, tag: str) -> Speller | None:
    row = _rows().get(name)
    if row is None or row[2] == "0":
        return None
    fixes = [(re.compile(f[1]), f[2]) for f in lines_of("numbers/fixes.tsv")[1:] if f[0] == name]
    region = tag.rpartition("-")[2]
    return Speller(
        tag=name,
        source=f"CLDR 48.2, rules of {name}",
        below=int(row[2]),
        locale=f"{row[1]}_{region}" if name != tag and re.fullmatch(r"[A-Z]{2}|\d{3}", region) else row[1],
        year=row[3],
        genders=tuple(row[4].split()),
        ordinals=tuple((a, b) for a, _, b in (pair.partition("=") for pair in row[5].split())),
        fixes=tuple(fixes),
    )


def _own(name: str) -> Speller | None:
    path = FOLDER / "words" / f"{name}.toml"
    if not path.is_file():
        return None
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    gendered = told.get("gendered")
    row = _rows().get(name)
    return Speller(
        tag=name,
        source=told["source"],
        below=told["below"],
        locale=row[1] if row else "",
        genders=tuple(row[4].split()) if row else (),
        table=read_rules(told["rules"]),
        minus=told.get("minus", ""),
        point=told.get("point", ""),
        gendered=re.compile(gendered) if gendered else None,
    )


@lru_cache(1024)
def _format(locale: str, how: str) -> MessageFormat:
    from icu4py.messageformat import MessageFormat

    return MessageFormat(f"{{n,{how}}}", locale)


def _ordinal(written: str) -> str:
    return written.casefold().replace(".", "").replace("ᵉʳ", "er")
