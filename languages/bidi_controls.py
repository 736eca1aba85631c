"""Controls of writing direction in a text: whether each has its partner, and which turn letters around.

Source: Unicode Standard Annex 9, sections 2 (the controls), 3.1.2 (BD9 to BD11: pairs), 3.3 (P1: each paragraph anew).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages.character_finding import CharacterFinding, CharacterKind, Severity, named

CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""All that begin or end something: embeddings, overrides, isolates, and their ends."""
EMBEDDINGS = frozenset("\u202a\u202b")
OVERRIDES = frozenset("\u202d\u202e")
ISOLATES = frozenset("\u2066\u2067\u2068")
POP = "\u202c"
POP_ISOLATE = "\u2069"

_OF_INTEREST = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\x1c-\x1e\x85\u2029]")


def bidi_findings(text: str) -> Iterator[CharacterFinding]:
    """What is unpaired (to be repaired), and which pairs turn letters around (a question), in order of their ends."""
    opened: list[int] = []
    isolates = 0
    for found in _OF_INTEREST.finditer(text):
        i, c = found.start(), found.group()
        if c in EMBEDDINGS or c in OVERRIDES or c in ISOLATES:
            opened.append(i)
            isolates += c in ISOLATES
        elif c == POP:
            if opened and text[opened[-1]] not in ISOLATES:
                yield from _pair(text, opened.pop())
            else:
                yield _unpaired(text, i)
        elif c == POP_ISOLATE:
            if not isolates:
                yield _unpaired(text, i)
                continue
            isolates -= 1
            while text[at := opened.pop()] not in ISOLATES:
                yield _unpaired(text, at)
        else:
            yield from (_unpaired(text, at) for at in opened)
            opened.clear()
            isolates = 0
    yield from (_unpaired(text, at) for at in opened)


def _unpaired(text: str, at: int) -> CharacterFinding:
    c = text[at]
    if c in (POP, POP_ISOLATE):
        what = f"{named(c)} ends a change of the writing direction that was never begun."
        helps = "Delete it."
    else:
        what = f"{named(c)} begins a change of the writing direction that is not ended in its paragraph."
        end = POP_ISOLATE if c in ISOLATES else POP
        helps = f"Delete it, or end it with {named(end)}: what follows may be shown in the wrong order."
    return CharacterFinding(
        kind=CharacterKind.BIDI,
        severity=Severity.REPAIR,
        start=at,
        end=at + 1,
        text=f"{what} {helps}",
        subject=c,
    )


def _pair(text: str, at: int) -> Iterator[CharacterFinding]:
    c = text[at]
    if c in OVERRIDES:
        yield CharacterFinding(
            kind=CharacterKind.BIDI,
            severity=Severity.QUESTION,
            start=at,
            end=at + 1,
            text=f"{named(c)} shows letters in another order than they are stored and spoken in: is that meant? "
            "Else delete it and its end (U+202C); to set a direction, isolates (U+2066 to U+2069) are enough.",
            subject=c,
        )
