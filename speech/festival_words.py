"""The words of a line as Festival's Catalan front end is given them, each with one mark after it at most.

The front end spells a word letter by letter when a sign that it does not know clings to it (``casa»``), reads lone
marks aloud (``Hola !`` ends in «exclamació») and stops at ÿ. None of this reaches it: what is left are the letters,
digits and signs that it was heard to read. Pure functions; positions are code points of the line from 0.

Source: lib/upc_catalan/upc_catalan_tokenizer.scm and dicts/upc/upclex_catalan.scm (catala_downcase) of festival-ca
3.0.6; each character of ISO 8859-15 was tried alone, within a word, at both its ends and beside digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speech.vocabulary import Letter, fit, matters

CODING = "iso8859-15"
"""Source: ``coding`` in upc_ca_ona_hts.scm, and the voice's README."""

LETTERS = "abcdefghijklmnopqrstuvwxyzàáâäçèéêëìíîïñòóôöùúûü"
DIGITS = "0123456789"
ORDINAL = "ªº"
MONEY = "€£"
"""Read after digits only."""
SIGNS = "%$&*+=@#|©×÷"
"""Read aloud wherever they stand alone."""
JOINTS = ".,:/-'·"
"""Part of a word where letters or digits stand on both sides of them: 3,5 · 10:30 · i/o · vint-i-cinc · l'aigua."""
DASH, BREAK = "—", ","
KNOWN = frozenset(LETTERS + LETTERS.upper() + DIGITS + ORDINAL + MONEY + SIGNS + JOINTS + DASH + " !?;()")

SPELLED = {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "ẞ": "Ss", "−": " menys ", "\\": " "}
"""Equals by the rules of the spellings that have these letters; U+2212 is read as the sign that it is."""

GEMINATE = re.compile(r"(?<=[lL])[.•∙⋅‧・](?=[lL])")
"""What typists write for the raised dot of ``col·legi``. Source: IEC, Ortografia catalana (2017), 2.2.3."""
GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""Unbreakable spaces in 12 000: the front end knows 12.000. Source: SI Brochure, 9th edition, 5.4.4."""

_STRENGTH = ".?!;:,"
"""Of the marks between two words, the strongest stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Letters, digits and joints without spaces, or one sign."""

    letters: tuple[Letter, ...]
    mark: str = ""
    """One of ``. ? ! ; : ,`` or empty."""

    @property
    def text(self) -> str:
        """The word without its mark."""
        return "".join(letter.char for letter in self.letters)


def words(text: str) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """(words in order, characters that are left out or lose their marks) of a line."""
    letters, lacking = _letters(text)
    left_out = dict.fromkeys(lacking)
    return tuple(_words(letters, left_out)), tuple(left_out)


def _letters(text: str) -> tuple[list[Letter], tuple[str, ...]]:
    text = GROUPED.sub(".", GEMINATE.sub("·", text))  # one character for one: positions stay
    found: list[Letter] = []
    for position, char in enumerate(text):
        found += [Letter(char=c, position=position) for c in _plain(char)]
    fitted = fit(found, KNOWN)
    return list(fitted.letters), fitted.lacking


def _plain(char: str) -> str:
    """The character, or what it is taken for."""
    if char in KNOWN or char in SPELLED:
        return SPELLED.get(char, char)
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Pd":
        return "-" if char in "‐‑" else DASH
    if category in ("Ps", "Pe"):
        return "(" if category == "Ps" else ")"
    if category in ("Pi", "Pf", "Po", "Pc"):
        return _mark(char)
    kind, _, _ = unicodedata.decomposition(char).partition(" ")
    return unicodedata.normalize("NFKC", char) if kind in ("<compat>", "<wide>", "<narrow>", "<font>") else char


def _mark(char: str) -> str:
    """A punctuation character: a mark, an apostrophe, something read aloud, or nothing."""
    if char in "’‘‛":
        return "'"
    if char == "…":
        return ";"
    if matters(char):
        return char
    return " " if char in "_•·‧∙¶¡¿" else ""


def _words(letters: Sequence[Letter], left_out: dict[str, None]) -> Iterator[Word]:
    """Words with the mark after them; marks before the first word are dropped."""
    word: list[Letter] = []
    marks: list[str] = []
    role = "lost"
    for i, letter in enumerate(letters):
        before = letters[i - 1].char if role != "lost" else " "
        after = letters[i + 1].char if i + 1 < len(letters) else " "
        role = _role(letter.char, before, after, word)
        if role == "lost":
            left_out[letter.char] = None
        elif role == "part":
            if marks and word:
                yield Word(letters=tuple(word), mark=_strongest(marks))
                word = []
            marks.clear()
            word.append(letter)
        elif role == "alone":
            if word:
                yield Word(letters=tuple(word), mark=_strongest(marks))
            word = [letter]
            marks = [" "]
        elif role == "money":
            marks.clear()
            word.append(letter)
            marks.append(" ")
        elif role:
            marks.append(role)
    if word:
        yield Word(letters=tuple(word), mark=_strongest(marks))


def _role(char: str, before: str, after: str, word: Sequence[Letter]) -> str:
    """``part`` of a word, a word ``alone``, ``money`` of the number before, ``lost``, a mark, a space, or nothing."""
    if (char.isalpha() and char not in ORDINAL) or char in DIGITS:
        return "part"
    if char in ORDINAL:
        return "part" if before in DIGITS else "lost"
    if char in MONEY:
        return "money" if word and word[-1].char in DIGITS else "lost"
    if char in "%$" and (before in DIGITS or (char == "$" and after in DIGITS)):
        return "part"
    if char in JOINTS or char == "@":
        return _joint(char, before, after)
    if char in SIGNS:
        return "alone"
    if char == "(":
        return BREAK if before == " " else ""
    if char in (DASH, ")"):
        return BREAK
    return char


def _joint(char: str, before: str, after: str) -> str:
    joins = before.isalnum() and after.isalnum() and after not in ORDINAL
    if char in ",:":
        joins = before in DIGITS and after in DIGITS
    elif char == ".":
        joins = joins and not (before.islower() and after.isupper())
    if joins:
        return "part"
    if char == "-":
        return BREAK if before == after == " " else ""
    return {"@": "alone", "/": " ", "'": "", "·": ""}.get(char, char)


def _strongest(marks: Sequence[str]) -> str:
    return next((mark for mark in _STRENGTH if mark in marks), "")
