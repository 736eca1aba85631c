"""The text as a voice is given it: control characters out, borrowed spellings respelt, every offset kept.

Only what is spoken changes; words and captions keep the line as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from languages.invisible import JOINERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Respelt:
    """What is spoken, and for each of its code points the code point of the line that it stands for."""

    text: str
    origin: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of ``data/respell.tsv``."""

    language: str
    voice: str
    pattern: str
    replacement: str
    why: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are applied."""
    from importlib.resources import files

    table = (files("speech") / "data" / "respell.tsv").read_text(encoding="utf-8")
    rows = [r.split("\t") for r in table.splitlines() if r and not r.startswith("#")]
    return tuple(Rule(language=a, voice=b, pattern=c, replacement=d, why=e) for a, b, c, d, e in rows)


def respell(text: str, language: str, voice: str) -> Respelt:
    """The text that a voice of language ``voice`` is given for a text in ``language``."""
    spoken = _plain(text)
    if language != voice:
        for rule in rules():
            # Varieties (oc-aranes) are spelt by the rules of their language.
            if rule.language == language.partition("-")[0] and rule.voice == voice:
                spoken = _apply(spoken, rule)
    return spoken


def _plain(text: str) -> Respelt:
    """Without control and format characters: controls become spaces, bidi marks and the like vanish."""
    kept: list[tuple[str, int]] = []
    for offset, char in enumerate(text):
        category = unicodedata.category(char)
        if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
            kept.append((" ", offset))
        elif category != "Cf" or char in JOINERS:
            kept.append((char, offset))
    return Respelt(text="".join(c for c, _ in kept), origin=tuple(o for _, o in kept))


def _apply(spoken: Respelt, rule: Rule) -> Respelt:
    text: list[str] = []
    origin: list[int] = []
    done = 0
    for match in re.finditer(rule.pattern, spoken.text, re.IGNORECASE):
        begin, end = match.span()
        text.append(spoken.text[done:begin])
        origin += spoken.origin[done:begin]
        new = match.expand(rule.replacement)
        if match.group()[:1].isupper():
            new = new[:1].upper() + new[1:]
        text.append(new)
        origin += [spoken.origin[min(begin + i, end - 1)] for i in range(len(new))]
        done = end
    text.append(spoken.text[done:])
    origin += spoken.origin[done:]
    return Respelt(text="".join(text), origin=tuple(origin))
