"""What is wrong, or to be asked, about the characters of a text: each with its place and what helps.

Source: Unicode Standard 17 (chapters 2.13, 3.2, 5.3, 23), its Annexes 9, 15, 24 and 31, and Technical Standard 39;
which code points are assigned is Unicode 18's, see ``unicode_scripts``. What is looked at, and what is not:
docs/characters.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from languages.bidi_controls import CONTROLS, bidi_findings
from languages.character_finding import CharacterFinding, CharacterKind, Severity, named
from languages.codes import parents
from languages.compatibility import compatibility_findings, is_compatibility, is_word
from languages.composition import lone_marks, not_composed
from languages.escapes import SIGNS, escape_findings
from languages.exemplars import Exemplars, exemplars_of
from languages.foreign_letters import QURANIC, foreign_findings, is_of_latin, names
from languages.invisible import INVISIBLE, invisible_findings
from languages.legacy_pages import legacy_findings, page_of
from languages.lookalikes import Lookalike, alike, alike_finding, lookalikes_of, typed_findings
from languages.misread import FIRST, LATER, misread_findings
from languages.mixed_scripts import mixed_findings
from languages.unicode_scripts import NO_SCRIPT, UNKNOWN, is_noncharacter, script_of, written_with
from languages.zawgyi import SIGNS as ZAWGYI_SIGNS
from languages.zawgyi import zawgyi_findings

__all__ = ["CharacterFinding", "CharacterKind", "Severity", "character_findings"]

_SINGLE: dict[CharacterKind, tuple[Severity, str]] = {
    CharacterKind.SURROGATE: (
        Severity.REPAIR,
        "is half of a character: the text was damaged on its way. Enter that place again.",
    ),
    CharacterKind.NONCHARACTER: (Severity.REPAIR, "is never a character; Unicode keeps it for programs. Delete it."),
    CharacterKind.UNASSIGNED: (
        Severity.REPAIR,
        "is no character yet in Unicode 18: no font and no voice knows it. Enter the character that is meant.",
    ),
    CharacterKind.PRIVATE_USE: (
        Severity.QUESTION,
        "is for private use: only a font made for it shows what is meant, and no voice knows it. Is there an "
        "encoded character for it?",
    ),
    CharacterKind.CONTROL: (
        Severity.REPAIR,
        "is a control character: it steers machines and is no text. Delete it; retyping the line is the surest way.",
    ),
    CharacterKind.REPLACEMENT: (
        Severity.REPAIR,
        "stands where a program lost what was written. Enter that place again, from the original.",
    ),
    CharacterKind.DOTTED_CIRCLE: (
        Severity.QUESTION,
        "is a stand-in for a letter, as in tables of marks: was it copied from a page that could not join a mark "
        "to its letter? Enter letter and mark again.",
    ),
}
_OF_MISREAD = (CharacterKind.FOREIGN_LETTER, CharacterKind.LOOKALIKE, CharacterKind.INVISIBLE)
"""What misread characters are too; to mend them one by one would destroy what was written."""
_LETTERS = frozenset(("Lu", "Ll", "Lt", "Lo", "Lm"))


class _Known:
    """What is known of the characters of one language; filled as they are met, so that most lines are looked up only.

    Safe among threads: sets and mappings only grow, and always by the same; to ``plain`` last.
    """

    def __init__(self, tag: str | None) -> None:
        self.exemplars: Exemplars | None = exemplars_of(tag) if tag else None
        self.habits: tuple[Lookalike, ...] = lookalikes_of(tag) if tag else ()
        self.triggers = frozenset(h.wrong[0] for h in self.habits)
        self.own = self.exemplars.scripts if self.exemplars else _scripts_of(tag) if tag else frozenset[str]()
        self.page = page_of(tag) if tag else None
        self.is_burmese = tag is not None and "my" in parents(tag)
        self.plain: set[str] = set()
        """Characters with which nothing is wrong wherever they stand."""
        self.marks: set[str] = set()
        self.scripts: dict[str, str] = {}
        """Of letters: the script; empty for all others."""

    def odd(self, distinct: frozenset[str]) -> set[str]:
        """Those that need a look, and all others remembered."""
        found: set[str] = set()
        for c in distinct - self.plain:
            category, script = unicodedata.category(c), script_of(c)
            self.scripts[c] = script if category in _LETTERS and script not in NO_SCRIPT else ""
            if category[0] == "M":
                self.marks.add(c)
            if c in CONTROLS or INVISIBLE.match(c) or self.kind(c):
                found.add(c)
            else:
                self.plain.add(c)
        return found

    def kind(self, c: str) -> CharacterKind | None:
        """What is wrong with a character wherever it stands."""
        kind = CharacterKind.COMPATIBILITY if is_compatibility(c, self.own) else _kind(c)
        if kind or self.exemplars is None or unicodedata.category(c) not in _LETTERS:
            return kind
        if script_of(c) not in self.exemplars.scripts or self.exemplars.has(c) or c == QURANIC or is_word(c):
            return None
        if alike(c, self.exemplars):
            return CharacterKind.LOOKALIKE
        is_usual = "\u00c0" <= c <= "\u00ff" or unicodedata.category(c) == "Lm"
        return None if is_usual else CharacterKind.FOREIGN_LETTER


@lru_cache(maxsize=256)
def _known(tag: str | None) -> _Known:
    return _Known(tag)


def _scripts_of(tag: str) -> frozenset[str]:
    from languages.registry import find_language

    language = find_language(tag)
    return written_with(language.script) if language is not None else frozenset()


def character_findings(text: str, tag: str | None = None) -> tuple[CharacterFinding, ...]:
    """What is wrong, or to be asked, about a text's characters, in the order of their places.

    Args:
        text: any string, lone surrogates included; mostly one line.
        tag: canonical tag of the language that it is in; without it nothing is said of alphabets.
    """
    known = _known(tag)
    distinct = frozenset(text)
    odd = known.odd(distinct)
    typed = () if distinct.isdisjoint(known.triggers) else tuple(typed_findings(text, known.habits, distinct))
    escaped = () if distinct.isdisjoint(SIGNS) else tuple(escape_findings(text, known.exemplars))
    if text.isascii() and not odd:
        return tuple(sorted((*typed, *escaped), key=_place)) if escaped else typed
    found = [*typed, *escaped, *_singles(text, odd, known, {f.start for f in typed})]
    if not odd.isdisjoint(CONTROLS):
        found += bidi_findings(text)
    if odd and INVISIBLE.search(text):
        found += invisible_findings(text)
    if misread := _misread(text, distinct, known):
        within = {i for m in misread for i in range(m.start, m.end)}
        found = [*(f for f in found if f.kind not in _OF_MISREAD or f.start not in within), *misread]
    if known.is_burmese and not distinct.isdisjoint(ZAWGYI_SIGNS) and (zawgyi := tuple(zawgyi_findings(text))):
        found = [*(f for f in found if f.kind not in _OF_MISREAD), *zawgyi]
    elif not distinct.isdisjoint(known.marks):
        found += lone_marks(text)
    if not unicodedata.is_normalized("NFC", text):
        found.append(not_composed(text))
    if len({known.scripts[c] for c in distinct} - {""}) > 1:
        asked = {f.start for f in found}
        found += (f for f in mixed_findings(text, known.own, known.exemplars) if f.start not in asked)
    return tuple(sorted(found, key=_place))


def _place(found: CharacterFinding) -> tuple[int, int, str]:
    return found.start, found.end, found.kind


def _misread(text: str, distinct: frozenset[str], known: _Known) -> tuple[CharacterFinding, ...]:
    """What was read in another encoding than it was written in: UTF-8, else the language's own code page."""
    as_utf8 = not distinct.isdisjoint(FIRST) and not distinct.isdisjoint(LATER)
    found = tuple(misread_findings(text)) if as_utf8 else ()
    if found or known.page is None or distinct.isdisjoint(known.page.meant):
        return found
    return tuple(legacy_findings(text, known.page))


def _singles(text: str, odd: set[str], known: _Known, asked: set[int]) -> Iterator[CharacterFinding]:
    """One finding for each run of one character that is wrong wherever it stands."""
    kinds = {c: kind for c in odd if (kind := known.kind(c))}
    fixed = {c for c, kind in kinds.items() if kind is CharacterKind.COMPATIBILITY}
    foreign = {c for c, kind in kinds.items() if kind is CharacterKind.FOREIGN_LETTER}
    named_here = names(text) if "Latn" in known.own and kinds else frozenset[int]()
    if fixed:
        yield from compatibility_findings(text, fixed)
    if foreign:
        yield from (f for f in foreign_findings(text, foreign, named_here) if f.start not in asked)
    kinds = {c: kind for c, kind in kinds.items() if c not in fixed | foreign}
    if not kinds:
        return
    for found in re.finditer(f"([{re.escape(''.join(kinds))}])\\1*", text):
        c, kind = found.group(1), kinds[found.group(1)]
        if found.start() in asked:
            continue
        if kind is CharacterKind.LOOKALIKE:
            assert known.exemplars is not None
            right = alike(c, known.exemplars)
            if not (found.start() in named_here and right.isascii() and is_of_latin(c)):
                yield alike_finding(found.start(), c, right)
            continue
        severity, why = _SINGLE[kind]
        more = f", {len(found.group())} times," if len(found.group()) > 1 else ""
        yield CharacterFinding(
            kind=kind,
            severity=severity,
            start=found.start(),
            end=found.end(),
            text=f"{named(c)}{more} {why}",
            subject=c,
        )


def _kind(c: str) -> CharacterKind | None:
    """What is wrong with a character in any language."""
    category = unicodedata.category(c)
    if category == "Cs":
        return CharacterKind.SURROGATE
    if is_noncharacter(c):
        return CharacterKind.NONCHARACTER
    if category == "Co":
        return CharacterKind.PRIVATE_USE
    if category == "Cc":
        return None if c in "\t\n\r" else CharacterKind.CONTROL
    if c in "\ufffc\ufffd":
        return CharacterKind.REPLACEMENT
    if c == "\u25cc":
        return CharacterKind.DOTTED_CIRCLE
    return CharacterKind.UNASSIGNED if script_of(c) == UNKNOWN and category == "Cn" and not INVISIBLE.match(c) else None
