"""How a language writes numbers, percentages, dates and money, and what the parts of these are called in it.

Source: CLDR 48.2, through ``scripts/build_numbers.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from languages.codes import canonical, likely_script
from languages.names import lines_of
from languages.number_words import dots_ordinals, plural_of
from languages.regions import regions_of
from speech.spoken_clock import Clock, clock_of

SPACES = "\u0020\u00a0\u2009\u202f"
APOSTROPHES = "'\u2019"
ARABIC = {"٫": "decimal", "٬": "group"}
"""U+066B and U+066C mean one thing in every language. Source: their names in the Unicode Standard."""
MONEY = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₺": "TRY", "₦": "NGN", "₪": "ILS", "₫": "VND", "₩": "KRW",
    "₴": "UAH", "₸": "KZT", "₱": "PHP", "฿": "THB", "៛": "KHR", "₾": "GEL", "֏": "AMD", "৳": "BDT", "₲": "PYG",
    "₡": "CRC", "US$": "USD",
}  # fmt: skip
"""Signs of one currency each. ``$``, ``¥`` and ``kr`` are signs of several: nobody guesses which."""
UNCLEAR_MONEY = frozenset("$¥¢₨₣₤")
EVERYWHERE = frozenset(("CNY", "EUR", "GBP", "JPY", "USD"))
"""Codes of currencies that are quoted in every language. Source: the basket of the IMF's special drawing rights."""
WORDS = frozenset(("GEL", "ILS", "RUB", "TRY"))
"""Codes that are words too (en try, rub; fr gel, ils): read only in the language of the country itself.

Source: of the codes in the table whose country a language is used in, these are words to Apertium's analysers of it;
nine languages (ca en es fr id it nb pl pt) were asked."""
ABBREVIATIONS = frozenset(("AMD", "CRC", "INR", "PHP"))
"""Codes that stand for other things in any language, and are read in that of the country alone: a maker of processors
(AMD), a checksum (ITU-T V.42), a measure of blood (WHO's international normalized ratio), a language for programs
(php.net)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What numbers, dates and percentages look like in one language."""

    decimal: str = ""
    group: str = ""
    indian: bool = False
    """Digits are grouped by twos before the last three."""
    percent: str = ""
    """Words by plural category, with ``{0}`` for the number."""
    long_date: str = ""
    """CLDR's pattern of a date with the month's name, where the day may be said as a cardinal number; or empty."""
    order: str = ""
    """``dMy``, ``Mdy`` or ``yMd``: of dates in digits."""
    other_orders: tuple[str, ...] = ()
    """Those in which regions of the language write them, where the tag names no region."""
    months: tuple[str, ...] = ()
    dotted: bool = False
    """Ordinals are written with a full stop: ``3.``"""
    codes: frozenset[str] = EVERYWHERE
    """Codes of currencies that are taken for certain."""
    clock: Clock = field(default_factory=Clock)


@lru_cache(256)
def signs_of(tag: str) -> Signs:
    """The signs of a language; all empty where CLDR has none for it."""
    rows, months = _table("signs"), _table("months")
    names = _parents(tag)
    row = next((rows[n] for n in names if n in rows), None)
    if row is None:
        return Signs(codes=_codes(tag), clock=clock_of(names[0]))
    return Signs(
        decimal=row[3],
        group=row[4],
        indian=row[5] == "2",
        percent=row[6],
        long_date=row[7],
        order=row[8],
        other_orders=tuple(row[9].split()),
        dotted=dots_ordinals(tag),
        codes=_codes(tag),
        clock=clock_of(names[0]),
        months=tuple(next((months[n][1:] for n in names if n in months), ())),
    )


@lru_cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes that the table has names of."""
    return frozenset(code for _, code in _money())


def _codes(tag: str) -> frozenset[str]:
    """Those quoted everywhere and those of countries that the language is used in; ISO 4217 begins with their codes."""
    countries = regions_of(canonical(tag) or tag)
    used = {code for code in currency_codes() if code[:2] in countries} - WORDS
    home = {code for code in WORDS | ABBREVIATIONS if code[:2] in countries[:1]}
    return EVERYWHERE | used - ABBREVIATIONS | home


def currency_forms(tag: str, code: str) -> str:
    """Names of a currency by plural category; empty where CLDR has none in the language."""
    return next((f for n in _parents(tag) if (f := _money().get((n, code), ""))), "")


def form_for(forms: str, tag: str, number: int | Decimal) -> str:
    """That of ``one=…|other=…`` which goes with a number; empty without any."""
    told = {name: form for name, _, form in (part.partition("=") for part in forms.split("|")) if name}
    return told.get(plural_of(tag, number), told.get("other", "")) if told else ""


def _parents(tag: str) -> tuple[str, ...]:
    """The tag and those that it is a region of; scripts and varieties are left to themselves.

    A region in which the language is written in another script (``sr-ME``) is one of ``sr-Latn``.
    """
    tag = canonical(tag) or tag
    head, _, last = tag.rpartition("-")
    own = {"no": "nb"}.get(tag, tag)
    if not head or not (len(last) == 2 or last.isdecimal()):
        return (own,)
    script = likely_script(tag)
    return (own, head if script == likely_script(head) else f"{head}-{script}")


@lru_cache
def _table(name: str) -> dict[str, list[str]]:
    return {row[0]: row for row in lines_of(f"numbers/{name}.tsv")[1:]}


@lru_cache
def _money() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in lines_of("numbers/currencies.tsv")[1:]}
