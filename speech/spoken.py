"""Lines as they are read aloud: numbers, dates, percentages and money in words, and what nobody here can read.

``spoken("12 €", "ca").text`` is ``dotze euros``. What is not known for certain stays as it is written, with a reason
and a remedy: no language fact is made up. ``docs/spoken-text.md`` says what is read and what is not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from languages.claims import stand_ins
from languages.codes import canonical
from languages.lookalikes import lookalikes_of
from languages.names import fold
from languages.number_words import MOST_DIGITS, Speller, find_speller
from languages.registry import find_language
from speech.spoken_forms import Form, Kind, forms, has_numbers
from speech.spoken_signs import UNCLEAR_MONEY, Signs, currency_forms, form_for, signs_of
from speech.spoken_text import ReadAs, SpokenText, Unsaid, read_out
from speech.utterance import Voice
from translation.translated import Finding, FindingKind

REMEDY = "Write it out in words."
SHOWN = 40
MOST_SHOWN = 5
"""So many places are named in one finding."""
GREAT = (10**3, 10**6, 10**9)
SOFT_HYPHEN = "\u00ad"
"""Which ICU's words of German and its neighbours have within them."""
GENDER = "before some words it is said otherwise (gender, or a word that counts)"
DEGREE_ORDINALS = frozenset(["it"])
"""Languages that write ``°`` for the ``º`` of an ordinal so often that it is read as one, and told."""
COUNTED_YEARS = frozenset(["fr", "ja"])
"""Languages whose years are said as counts (mille neuf cent …, 千九百…), though CLDR's rules for years write others."""
IN_HUNDREDS = frozenset(["af", "da", "de", "en", "fo", "is", "lb", "nb", "nl", "nn", "sv"])
"""Languages whose years are said in another way than counts (``nineteen ninety-eight``) and are not ordinals in
CLDR's rules: there four digits from 1100 to 2099 without a group mark are read as a year, and the reader is told."""
PALOCHKAS = "Ӏӏ"
_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
_WITH_PALOCHKA = re.compile("(?:[Ѐ-ӿ'’.-]|1(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ])1)+")


def spoken(text: str, tag: str) -> SpokenText:
    """A line in a language as it is read aloud.

    Any text is taken, lone surrogates and unassigned characters as well; nothing outside of numbers is changed.
    """
    if not has_numbers(text):
        return SpokenText(text=text)
    signs, speller = signs_of(tag), find_speller(tag)
    pieces: list[ReadAs] = []
    unsaid: list[Unsaid] = []
    for form in forms(text, signs):
        if _is_palochka(text[form.start : form.end], tag):
            continue
        words, why = _words(form, tag, signs, speller)
        if words and form.currency and speller and _counts_more(text[form.end : form.end + SHOWN], speller):
            words, why = "", "the word after it belongs to the number, and stands before the currency when it is said"
        if why == GENDER and speller and form.bare and _may_be_year(text, form, signs, speller):
            why = ""
        if words:
            pieces.append(ReadAs(start=form.start, end=form.end, words=words))
        if why:
            what = text[form.start : form.end]
            shown = what if len(what) <= SHOWN else f"{what[: SHOWN - 1]}…"
            unsaid.append(Unsaid(start=form.start, end=form.end, what=shown, why=why, remedy=REMEDY, read_as=words))
    return SpokenText(text=read_out(text, pieces).text, pieces=tuple(pieces), unsaid=tuple(unsaid))


def unspeakable(text: str, tag: str) -> tuple[Unsaid, ...]:
    """What of a line is not read for certain in a language, whatever the voice; see ``Unsaid.read_as``."""
    return spoken(text, tag).unsaid


def spoken_by(text: str, tag: str, voice: Voice) -> SpokenText:
    """A line as it is given to a voice: as it is written where the voice reads the numbers of its own language."""
    if not has_numbers(text) or (voice.reads_numbers and _is_own(tag, voice.language)):
        return SpokenText(text=text)
    return spoken(text, tag)


def language_for(tag: str, voice: Voice) -> str:
    """The tag by which a voice's engine is told a text's language: its own where that stands in for it (``es-MX``)."""
    return voice.language if voice.language in stand_ins(tag) else tag


def findings_of(said: SpokenText) -> tuple[Finding, ...]:
    """What to tell of a line that is not read for certain: one finding for each reason."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in said.unsaid:
        read = f", read as «{one.read_as}»" if one.read_as else ""
        reasons.setdefault((one.why, one.remedy), []).append(f"«{one.what}» (character {one.start + 1}{read})")
    return tuple(
        Finding(
            kind=FindingKind.SPOKEN,
            text=f"It is not certain how this is read aloud: {', '.join(shown[:MOST_SHOWN])}"
            f"{f' and {len(shown) - MOST_SHOWN} more' if len(shown) > MOST_SHOWN else ''}; {why}. {remedy}",
        )
        for (why, remedy), shown in reasons.items()
    )


def _is_own(tag: str, voice: str) -> bool:
    """Whether a voice is of a text's language; regions share numbers, varieties and scripts do not for certain."""
    bare = {re.sub(r"-([A-Z]{2}|\d{3})(?=-|$)", "", canonical(t) or t) for t in (tag, voice)}
    return len(bare) == 1


def _words(form: Form, tag: str, signs: Signs, speller: Speller | None) -> tuple[str, str]:
    """(words or nothing, why they are not certain or nothing)."""
    if speller is None:
        return "", f"nobody here knows the number words of {_name(tag)}"
    if form.kind in (Kind.ISO_DATE, Kind.DATE):
        return _date(form, tag, signs, speller)
    if form.kind is Kind.ORDINAL:
        return _ordinal(form, speller)
    if form.kind is Kind.DEGREES and form.suffix and canonical(tag).partition("-")[0] in DEGREE_ORDINALS:
        words, why = _ordinal(replace(form, suffix="º"), speller)
        return words, why or "it is read as an ordinal; it may be degrees"
    if form.kind not in (Kind.WHOLE, Kind.DECIMAL):
        return "", f"it is {form.kind}"
    if len(form.digits) > MOST_DIGITS or len(form.decimals) > MOST_DIGITS:
        return "", f"it is a number of {len(form.digits) + len(form.decimals)} digits"
    number = int(form.digits)
    if number >= speller.below:
        return "", f"number words of {_name(tag)} are known here below {speller.below:,} only"
    words, why = _number(form, number, speller)
    if not words and why:
        return "", why
    if not words:
        return "", f"nothing read here says how {form.kind} like this is said in {_name(tag)}"
    return _measured(form, words, why, tag, signs)


def _number(form: Form, number: int, speller: Speller) -> tuple[str, str]:
    if form.kind is Kind.DECIMAL and not form.no_cents:
        if speller.table is None and form.decimals.endswith("0"):
            cents = "prices with cents like these are not read here"
            return "", cents if form.currency else "the zero at its end would not be said"
        told = "an amount of money with decimals is said otherwise in many languages" if form.currency else ""
        return speller.decimal(form.digits, form.decimals, negative=form.negative), told
    words = speller.cardinal(-number if form.negative else number)
    if form.bare and 1100 <= number < 2100 and speller.year:
        year, language = speller.as_year(number), speller.tag.partition("-")[0]
        if year and year != words and language not in COUNTED_YEARS:
            own = language in IN_HUNDREDS
            told = "as a year; a count is" if own else "as a count; a year is"
            return (year if own else words), f"it is read {told} said otherwise"
    if words and not form.percent and speller.is_gendered(number):
        return words, GENDER
    return words, ""


def _counts_more(after: str, speller: Speller) -> bool:
    """Whether what follows an amount goes on with a number word (€5 million): of a thousand, a million, a milliard."""
    word = _WORD.match(after)
    return word is not None and fold(word[1]) in _great_words(speller)


def _great_words(speller: Speller) -> frozenset[str]:
    """The last words of one, two and five thousands, millions and milliards: *million*, *millions*, *миллионов*."""
    said = (speller.cardinal(times * n) for n in GREAT for times in (1, 2, 5) if times * n < speller.below)
    last = {words.replace(SOFT_HYPHEN, "").split()[-1] for words in said if words}
    # Where they are one word with what counts them: fünftausend.
    tails = {w.removeprefix(speller.cardinal(n).replace(SOFT_HYPHEN, "")) for w in last for n in (1, 2, 5)}
    return frozenset(fold(w) for w in last | tails if len(w) > 1)


def _is_palochka(written: str, tag: str) -> bool:
    """Whether each digit is a 1 at or in a Cyrillic word, of a language that has a palochka (ce к1ант for кӏант)."""
    return _WITH_PALOCHKA.fullmatch(written) is not None and any(
        habit.wrong == "1" and habit.right in PALOCHKAS for habit in lookalikes_of(tag)
    )


def _may_be_year(text: str, form: Form, signs: Signs, speller: Speller) -> bool:
    """Whether four digits are a year, which agrees with no noun: where years are said otherwise, or after a month."""
    if len(form.digits) != 4 or not 1100 <= int(form.digits) < 2100:
        return False
    before = [w.strip(",.").casefold() for w in text[max(0, form.start - 40) : form.start].split()[-2:]]
    return bool(speller.year) or bool({m.split()[-1].casefold() for m in signs.months} & set(before))


def _measured(form: Form, words: str, why: str, tag: str, signs: Signs) -> tuple[str, str]:
    """Words of a number with those of its percent sign or currency."""
    number = int(form.digits) if form.no_cents or not form.decimals else Decimal(f"{form.digits}.{form.decimals}")
    if form.percent:
        pattern = form_for(signs.percent, tag, number) if form.percent != "‰" else ""
        if "{0}" not in pattern or any(c in pattern for c in "%٪"):
            return "", f"nothing read here says how {form.percent} is said in {_name(tag)}"
        return " ".join(pattern.replace("{0}", words).split()), why
    if not form.currency:
        return words, why
    if form.currency in UNCLEAR_MONEY:
        return "", f"{form.currency} is the sign of several currencies"
    name = form_for(currency_forms(tag, form.currency), tag, number)
    if not name or any(c.isdecimal() for c in name) or name == form.currency:
        return "", f"CLDR has no name of {form.currency} in {_name(tag)}"
    return f"{words} {name}", why


def _ordinal(form: Form, speller: Speller) -> tuple[str, str]:
    if len(form.digits) > MOST_DIGITS or form.digits[0] == "0":
        return "", f"it is {Kind.JOINED}"
    found = speller.ordinals_like(form.digits + form.suffix, int(form.digits))
    if len(found) == 1:
        return found[0], ""
    return "", "it may be said in several ways" if found else f"it is {Kind.JOINED}"


def _date(form: Form, tag: str, signs: Signs, speller: Speller) -> tuple[str, str]:
    parts = [int(p) for p in re.split(r"\D", form.digits)]
    found = _read_date(form, parts, signs)
    if found is None:
        return "", "it is no date, or one whose day and month may be taken for each other"
    if not signs.long_date or len(signs.months) != 12:
        return "", f"nothing read here says how a date is said in {_name(tag)}"
    day, year = speller.cardinal(found.day), speller.as_year(found.year)
    if not day or not year:
        return "", f"number words of {_name(tag)} are known here below {speller.below:,} only"
    values = {"d": day, "MMMM": signs.months[found.month - 1], "y": year}
    said = re.sub(r"'([^']*)'|MMMM|d|y", lambda m: m[1] if m[1] is not None else values[m[0]], signs.long_date)
    return " ".join(said.split()), "its day is read as a count, which CLDR does not say"


def _read_date(form: Form, parts: list[int], signs: Signs) -> date | None:
    if form.kind is Kind.ISO_DATE or parts[0] > 31:
        orders = ("yMd",)
    else:
        orders = tuple(o for o in (signs.order, *signs.other_orders) if o.endswith("y")) or ("dMy", "Mdy")
    found: set[date] = set()
    for order in orders:
        year, month, day = (parts[order.index(c)] for c in "yMd")
        try:
            found.add(date(year, month, day))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def _name(tag: str) -> str:
    language = find_language(tag)
    return f"{language.name} ({tag})" if language is not None else tag
