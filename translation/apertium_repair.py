"""Spaces, capitals and opening marks that Apertium sets wrongly, put right; each repair is said."""

from __future__ import annotations

import re

from translation.translated import Finding, FindingKind

OPENERS = frozenset(("es", "ast"))
"""Languages that open questions and exclamations with ¿ and ¡.
Source: Real Academia Española, Ortografía (2010), 3.4.9; Academia de la Llingua Asturiana, Normes
ortográfiques (2012). In Galician they are optional, elsewhere not used."""

_SPACE = re.compile(r"(?<=[^\s])[ \u00a0\u202f]+(?=[,.;:!?…)\]])")
_WORD = re.compile(r"[^\W\d_]+(?:['’·-][^\W\d_]+)*")


def repair(source: str, text: str, target: str) -> tuple[str, tuple[Finding, ...]]:
    """The text repaired for the language ``target`` (a tag), and one finding for each kind of repair."""
    said: list[str] = []
    for mend, what in (
        (_openers, "opening marks (¿ ¡) taken out"),
        (_spaces, "spaces before punctuation taken out"),
        (_shouting, "words in capitals written small"),
        (_initial, "first letter written as a capital"),
    ):
        mended = mend(source, text, target)
        if mended != text:
            said.append(what)
            text = mended
    return text, tuple(Finding(kind=FindingKind.SPACING, text=f"Repaired: {what}.") for what in said)


def _openers(source: str, text: str, target: str) -> str:
    return text if target in OPENERS else re.sub("[¿¡]", "", text)


def _spaces(source: str, text: str, target: str) -> str:
    return text if _SPACE.search(source) else _SPACE.sub("", text)


def _shouting(source: str, text: str, target: str) -> str:
    """Whole words in capitals, where the source has none."""
    if any(_is_shouted(w.group()) for w in _WORD.finditer(source)):
        return text
    words = list(_WORD.finditer(text))
    # A word of one letter is judged by its neighbours: "BÈTH TEMPS A, dens un vilatge".
    shouted = [_is_shouted(w.group()) for w in words]
    mended, last = "", 0
    for i, word in enumerate(words):
        near = (i > 0 and shouted[i - 1]) or (i + 1 < len(words) and shouted[i + 1])
        if shouted[i] or (len(word.group()) == 1 and word.group().isupper() and near):
            small = word.group().lower()
            starts = not text[: word.start()].strip(" «“\"'‘(—–-") or _ends_sentence(text[: word.start()])
            mended += text[last : word.start()] + (small[:1].upper() + small[1:] if starts else small)
            last = word.end()
    return mended + text[last:]


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _ends_sentence(before: str) -> bool:
    return before.rstrip(" «“\"'‘(—–").endswith((".", "!", "?", "…"))


def _initial(source: str, text: str, target: str) -> str:
    first, wanted = _WORD.search(text), _WORD.search(source)
    if not first or not wanted or not wanted.group()[0].isupper() or not first.group()[0].islower():
        return text
    return text[: first.start()] + first.group()[0].upper() + text[first.start() + 1 :]
