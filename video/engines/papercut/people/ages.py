"""Ages that are told in numbers, in figures or in words."""

from __future__ import annotations

import re
from itertools import pairwise

from video.concepts.words import fold
from video.engines.papercut.people.person import Age


def years_of(texts: tuple[str, ...]) -> Age | None:
    """The age that is told in numbers: "boy, 7", "about 70", "de 8 años"."""
    for text in texts:
        for found in re.finditer(r"(?<![\d.])(\d{1,3})(?![\d.])", text):
            years = int(found[1])
            return _aged(years)
        for phrase in fold(text).split(","):
            if phrase.strip() in SPOKEN and phrase.strip() not in ARTICLES:
                return _aged(SPOKEN[phrase.strip()])  # "twelve, long black hair"
        row = fold(text).split()
        for word, unit in pairwise(row):
            if word in SPOKEN and unit.strip(",;.)") in YEARS:
                return _aged(SPOKEN[word])
    return None


def _aged(years: int) -> Age:
    if years < 13:
        return Age.BABY if years < 2 else Age.CHILD
    return Age.TEEN if years < 18 else Age.OLD if years >= 60 else Age.ADULT


_SPOKEN = {
    1: "one un uno um une", 2: "two dos deux dois", 3: "three tres trois", 4: "four cuatro quatre quatro",
    5: "five cinco cinq cinc", 6: "six seis sis", 7: "seven siete sept sete set", 8: "eight ocho huit oito vuit",
    9: "nine nueve neuf nove nou", 10: "ten diez dix dez deu", 11: "eleven once onze",
    12: "twelve doce douze doze dotze",
    13: "thirteen trece treize treze", 14: "fourteen catorce quatorze", 15: "fifteen quince quinze",
    16: "sixteen dieciseis seize dezesseis", 17: "seventeen diecisiete dix-sept",
    20: "twenty veinte vingt vinte vint", 30: "thirty treinta trente trinta trenta",
    40: "forty cuarenta quarante quarenta quaranta", 50: "fifty cincuenta cinquante cinquenta cinquanta",
    60: "sixty sesenta soixante sessenta",
    70: "seventy setenta soixante-dix", 80: "eighty ochenta quatre-vingts oitenta",
    90: "ninety noventa quatre-vingt-dix",
}  # fmt: skip
SPOKEN = {word: years for years, words in _SPOKEN.items() for word in words.split()}
"""Ages in words. Source: school grammars of each language."""
ARTICLES = frozenset("one un uno um uma une".split())  # noqa: SIM905 - CONFIG: read as words
YEARS = frozenset(("year", "years", "years-old", "year-old", "ans", "an", "anos", "ano", "anys"))
