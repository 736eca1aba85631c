"""Where numbers stand in a text, and what kind each is: pure, by what is written alone.

Positions are code points from 0.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from languages.sentence_marks import CLAUSE_ENDS, SENTENCE_ENDS
from languages.sentence_rules import SPACED_DATE
from speech.spoken_marks import MARKS_OF_ORDINALS, degrees, dotted, is_letter, romans, signed, word_end
from speech.spoken_signs import APOSTROPHES, ARABIC, MONEY, SPACES, UNCLEAR_MONEY, Signs, currency_codes


class Kind(StrEnum):
    """What a number in a text is."""

    WHOLE = "a number"
    DECIMAL = "a number with decimals"
    ORDINAL = "an ordinal"
    ISO_DATE = "a date"
    DATE = "a date in digits"
    CLOCK = "a time of day"
    JOINED = "letters and digits in one word"
    SPACED_DATE = "a date in digits, with spaces in it"
    PHONE = "a telephone number, or numbers in a row"
    CODE = "a number beside capitals that may be a currency's code, another abbreviation or a word"
    NUMERAL = "a numeral sign"
    ROMAN = "a Roman numeral, or an abbreviation"
    DEGREES = "a number with a degree sign, which is said in several ways"
    SIGNED = "a number with a sign that nothing here reads"
    DOTTED = "a number with a full stop, which may be an ordinal"
    UNCLEAR = "digits and signs that can be read in several ways"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One number as it is written."""

    kind: Kind
    start: int
    end: int
    """With sign, suffix and the sign of a percentage or of money."""
    digits: str = ""
    """Before the decimal mark, or all that a date is made of; ASCII."""
    decimals: str = ""
    negative: bool = False
    percent: str = ""
    """The sign ``%``, ``٪``, ``‰`` that follows or comes before."""
    currency: str = ""
    """ISO 4217 code, or the sign where it may be several currencies."""
    suffix: str = ""
    """Letters that follow at once."""
    bare: bool = False
    """Nothing but ASCII or other digits: no mark, no sign."""

    @property
    def no_cents(self) -> bool:
        """Whether it is a price without cents, written with two zeros: ``5,00 €`` is five euros."""
        return bool(self.currency) and self.decimals == "00"


_SIGNS = (
    "\u00b2\u00b3\u00b9\u00bc-\u00be\u0bf0-\u0bf2\u1369-\u137c\u2070\u2074-\u2079\u2080-\u2089\u2150-\u2189"
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
)
"""Fractions, powers, Tamil, Ethiopic, Roman and circled numerals. Source: Unicode's general categories No and Nl."""
_MONEY = r"US\$|[" + re.escape("".join(c for c in [*MONEY, *UNCLEAR_MONEY] if len(c) == 1)) + "]"
_ANY = re.compile(rf"[\d{_SIGNS}]|[IVXLC]{{2}}")
_NUMERALS = re.compile(f"[{_SIGNS}]+")
_PARTED = "".join((SENTENCE_ENDS | CLAUSE_ENDS) - set(".,;:–—·՝،…‥․：．﹒｡"))
"""Ends of sentences and clauses that stand in no number: 50。2026 are two. A ， may group: 1，000."""
_CORE = re.compile(rf"\d+(?:[^\w\s{re.escape(_PARTED)}]\d+|[，{SPACES}]\d{{3}}(?!\d))*")
_PHONE = re.compile(
    rf"(?:\b[Tt][eé]l[.:]|[☎☏✆])[:{SPACES}]*(?P<told>\+?\(?\d[\d(){SPACES}./-]*\d)"
    rf"|(?<!\d)(?P<groups>\+?\d{{2,3}}(?:[{SPACES}]\d{{2,3}}(?!\d)){{2,}})"
)
_DIALLED = range(7, 16)
"""Digits of what is taken for a telephone number. Source: ITU-T E.164 has at most 15; 10 20 30 are three numbers."""
_BEFORE = re.compile(
    rf"(?:(?P<percent>[%٪‰])|(?P<money>{_MONEY}|\b[A-Z]{{3}}))?(?P<space>[{SPACES}]?)(?P<sign>[-−+±]?)$"
)
_AFTER = re.compile(rf"[{SPACES}]?(?:(?P<percent>[%٪‰])|(?P<money>{_MONEY}|[A-Z]{{3}}\b))")
_WORD_BEFORE = re.compile(rf"([^\W\d_]{{2,}})[{SPACES}]$")
_WORD_AFTER = re.compile(rf"[{SPACES}]([^\W\d_]{{2,}})")
_SUFFIX = re.compile(rf"\.?[{MARKS_OF_ORDINALS}]|\.?[^\W\d_]+")
_PARTS = re.compile(f"[^{SPACES}]+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})|(\d{4})([./])(\d{1,2})\6(\d{1,2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?")


def has_numbers(text: str) -> bool:
    """Whether there is anything here for this module; quick."""
    return _ANY.search(text) is not None


def forms(text: str, signs: Signs) -> Iterator[Form]:
    """All numbers of a text in order, as the language with these signs writes them."""
    done = 0
    whole = _whole(text)
    for start, end in sorted({*_spans(text), *whole}, key=lambda span: (span[0], -span[1])):
        if end <= done:
            continue
        if start < done:  # digits whose beginning hangs on a word
            form = Form(kind=Kind.UNCLEAR, start=done, end=end)
        elif kind := whole.get((start, end)):
            form = Form(kind=kind, start=start, end=end)
        else:
            form = _form(text, start, end, signs, done)
        yield form
        done = form.end


def _whole(text: str) -> dict[tuple[int, int], Kind]:
    """Where numbers stand that have spaces within them."""
    found = {match.span(): Kind.SPACED_DATE for match in SPACED_DATE.finditer(text)}
    for match in _PHONE.finditer(text):
        told, groups = match["told"], re.findall(r"\d+", match["groups"] or "")
        # Groups of three are those of a number.
        if told or (len("".join(groups)) in _DIALLED and any(len(group) == 2 for group in groups[1:])):
            found[match.span(match.lastgroup or 0)] = Kind.PHONE
    return found


def _spans(text: str) -> list[tuple[int, int]]:
    """Where digits with what joins them stand.

    Three digits after a space may belong to the one to three before it, in any language: ``12 345``.
    """
    found = [*(m.span() for m in _NUMERALS.finditer(text)), *romans(text)]
    for match in _CORE.finditer(text):
        first = _PARTS.match(match[0])
        assert first is not None
        if first.end() <= 3 or first.end() == len(match[0]):
            found.append(match.span())
        else:
            found += [(match.start() + p.start(), match.start() + p.end()) for p in _PARTS.finditer(match[0])]
    return found


def _form(text: str, start: int, end: int, signs: Signs, done: int) -> Form:
    core = text[start:end]
    if not core[0].isdecimal():
        return Form(kind=Kind.ROMAN if core[0].isascii() else Kind.NUMERAL, start=start, end=end)
    before, after = _clings(text, start, done), _clings_after(text, end)
    if before < start:
        return Form(kind=Kind.JOINED, start=before, end=word_end(text, end))
    ascii_core = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in core)
    past, alone = degrees(text, end)
    if past > end:
        suffix = "°" if alone and ascii_core.isdigit() else ""
        return Form(kind=Kind.DEGREES, start=start, end=past, digits=ascii_core, suffix=suffix)
    if after:
        suffix, last = _SUFFIX.match(text, end), word_end(text, end)
        if suffix and suffix.end() == last and ascii_core.isdigit():
            return Form(kind=Kind.ORDINAL, start=start, end=last, digits=ascii_core, suffix=suffix[0])
        return Form(kind=Kind.JOINED, start=start, end=last)
    kind, digits, decimals = _read(ascii_core, signs, kinds_of(core))
    first, last, negative, percent, currency = _around(text, start, end, done)
    if not (percent or currency) and signs.clock.tells(text, start, end):
        kind = Kind.CLOCK
    if kind not in (Kind.WHOLE, Kind.DECIMAL):
        return Form(kind=kind, start=start, end=end, digits=digits)
    if first < 0:
        return Form(kind=Kind.UNCLEAR, start=start - 1, end=end)
    spelt = currency in currency_codes() and currency in text[first:last]
    if spelt and not _is_code(text, first, last, currency, signs):
        return Form(kind=Kind.CODE, start=first, end=last)
    wide = signed(text, first, last, done)
    if wide != (first, last):
        return Form(kind=Kind.SIGNED, start=wide[0], end=wide[1])
    if last == end and kind is Kind.WHOLE and dotted(text, end, len(core), ordinals=signs.dotted):
        return Form(kind=Kind.DOTTED, start=first, end=end + 1)
    return Form(
        kind=kind, start=first, end=last, digits=digits, decimals=decimals, negative=negative, percent=percent,
        currency=currency, bare=core.isdecimal() and (first, last) == (start, end),
    )  # fmt: skip


def _is_code(text: str, start: int, end: int, code: str, signs: Signs) -> bool:
    """Whether three capitals beside a number are a currency's for certain: used there, and not among capitals."""
    before, after = _WORD_BEFORE.search(text[max(0, start - 40) : start]), _WORD_AFTER.match(text, end)
    beside = {found[1] for found in (before, after) if found} - currency_codes()
    return code in signs.codes and not any(map(str.isupper, beside))


def kinds_of(digits: str) -> int:
    """How many kinds of digits are mixed: each kind's zero stands for it."""
    return len({ord(c) - unicodedata.decimal(c) for c in digits if c.isdecimal()})


def _around(text: str, start: int, end: int, done: int) -> tuple[int, int, bool, str, str]:
    """(start, end, whether negative, sign of a percentage, currency); start -1 where a sign says nothing certain."""
    before = _BEFORE.search(text[max(done, start - 6) : start])
    sign, money = (before["sign"], before["money"] or "") if before else ("", "")
    ahead = before["percent"] or "" if before else ""
    at = start - len(sign)
    alone = (
        at == 0 or text[at - 1].isspace() or text[at - 1] in "([{«“\"'¿¡" or unicodedata.category(text[at - 1]) == "Sc"
    )
    negative = sign in ("-", "−") and bool(sign) and alone
    if (sign in ("+", "±") and alone) or (sign and ahead):
        return -1, end, False, "", ""
    first = at if negative else start
    money_first = before is not None and money and not before["space"]
    after = None if money_first else _AFTER.match(text, end)
    if after is not None and after["money"] and text[after.end() : after.end() + 1].isdecimal():
        after = None  # that of the next number
    percent = after["percent"] or "" if after else ""
    if ahead and percent:
        return -1, end, False, "", ""
    if ahead and before is not None:
        return start - len(before[0]), end, False, ahead, ""
    behind = after["money"] or "" if after else ""
    if percent or behind in MONEY or behind in UNCLEAR_MONEY or behind in currency_codes():
        assert after is not None
        return first, after.end(), negative, percent, "" if percent else MONEY.get(behind, behind)
    known = money in MONEY or money in UNCLEAR_MONEY or money in currency_codes()
    if known and before is not None and (negative or not sign):
        own = start - len(sign) - len(before["space"]) - len(money)
        return own, end, negative, "", MONEY.get(money, money)
    return first, end, negative, "", ""


def _read(core: str, signs: Signs, kinds: int) -> tuple[Kind, str, str]:
    """(kind, whole part, decimals) of digits and what stands between them."""
    if kinds > 1:
        return Kind.UNCLEAR, "", ""
    if core.isdigit():
        return (Kind.UNCLEAR if len(core) > 1 and core[0] == "0" else Kind.WHOLE), core, ""
    if _ISO.fullmatch(core):
        return Kind.ISO_DATE, core, ""
    if _DATE.fullmatch(core):
        return Kind.DATE, core, ""
    if _CLOCK.fullmatch(core):
        return Kind.CLOCK, core, ""
    decimal = {signs.decimal, *(c for c in ARABIC if ARABIC[c] == "decimal")} - {""}
    group = {signs.group, *(c for c in ARABIC if ARABIC[c] == "group")} - {""}
    if group & set(SPACES):
        group |= set(SPACES)
    if group & set(APOSTROPHES):
        group |= set(APOSTROPHES)
    marks = [c for c in core if not c.isdigit()]
    decimals = ""
    if marks[-1] in decimal and marks[-1] not in group:
        core, _, decimals = core.rpartition(marks[-1])
        marks = marks[:-1]
    if any(m not in group for m in marks) or len(set(marks)) > 1:
        return Kind.UNCLEAR, "", ""
    parts = re.split(r"\D", core)
    size = 2 if signs.indian and len(parts) > 2 and len(parts[1]) == 2 else 3
    grouped = all(len(p) == size for p in parts[1:-1]) and (len(parts) == 1 or len(parts[-1]) == 3)
    if not grouped or (len(parts) > 1 and len(parts[0]) > size) or (len(parts[0]) > 1 and parts[0][0] == "0"):
        return Kind.UNCLEAR, "", ""
    if len(parts) > 1 and parts[0] == "0":
        return Kind.UNCLEAR, "", ""
    return (Kind.DECIMAL if decimals else Kind.WHOLE), "".join(parts), decimals


def _clings(text: str, start: int, done: int) -> int:
    """Where the word begins that the digits are in; where they begin themselves if letters do not come before."""
    at = start
    while at > done and is_letter(text[at - 1]):
        at -= 1
    return at


def _clings_after(text: str, end: int) -> bool:
    """Whether letters or powers follow at once, or after a hyphen, an apostrophe or a dot."""
    return word_end(text, end) > end
