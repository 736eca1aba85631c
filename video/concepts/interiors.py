"""Who is inside a bus, a church or a whale: "In the train, Ana looks out", "dentro de la ballena"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.table import CAST, get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

_RIDDEN = "bus train tram car truck van plane ambulance helicopter"
INTERIORS: dict[str, str] = {
    **dict.fromkeys(_RIDDEN.split(), "carriage"),
    **dict.fromkeys(("church", "mosque", "temple", "pagoda"), "church_inside"),
    **dict.fromkeys(("tower", "lighthouse"), "stairwell"), "castle": "hall", "house": "room", "hut": "hut_inside",
    "mill": "workshop", "barn": "stable", "whale": "belly", "shark": "belly", "ship": "cabin",
}  # fmt: skip
"""By what one is inside of, the place in which one is then."""
_INSIDE = """inside aboard interior dentro dedans interieur bord dins bordo"""
INSIDE_WORDS = frozenset(_INSIDE.split())
WITHIN = {
    language: frozenset(words.split())
    for language, words in (
        ("en", "in on"),
        ("es", "en"),
        ("fr", "dans"),
        ("pt", "no na num numa em"),
        ("ca", "al dins"),
    )
}
"""Where a sentence begins with one of these, somebody is in it: "Dans le train, Ana dort"."""
_SMALL = """the a an of el la los las un una del de le les un une du des l au o os as um uma do da dos das els d his her
their our my your su sus son sa leur seu sua nosso nossa belly stomach vientre barriga estomago panza ventre estomac
night morning big old great gran grand grande viejo vieille vieux velho velha"""
SMALL = frozenset(_SMALL.split())
"""What may stand between these words and what one is in."""
_SEATED = "sits sit sat sitting sentada sentado sentados sentadas sienta assis assise assises"
SEATED = frozenset(_SEATED.split())
REACH = 4
"""Words before it that are looked at."""
AGAIN = frozenset(("park", "stop", "station"))
"""Behind a vehicle these make a place of the open: a car park."""
OPEN = frozenset(("roof", "top", "front", "techo", "toit", "telhado", "teto"))


def with_interiors(found: Sequence[Mention], row: Sequence[Token], language: str) -> Iterator[Mention]:
    """The mentions, with the place inside instead of what somebody is in."""
    within = WITHIN.get(language.split("-")[0], frozenset[str]())
    for m in found:
        place = INTERIORS.get(m.concept.id, "")
        if place and not m.absent and m.count == 1 and _is_in(m, found, row, within):
            yield replace(m, concept=get_concept(place), loose=False)
        else:
            yield m


def _is_in(m: Mention, found: Sequence[Mention], row: Sequence[Token], within: frozenset[str]) -> bool:
    end = m.token + m.words
    if end < len(row) and row[end].sentence == m.sentence and not row[end].apart and row[end].folded in AGAIN:
        return False
    for i in range(m.token - 1, max(-1, m.token - 1 - REACH), -1):
        if row[i].sentence != m.sentence or row[i + 1].apart:
            return False
        if row[i].folded in INSIDE_WORDS:
            return not any(t.folded in OPEN for t in row[i : m.token])
        begins = i == 0 or row[i - 1].sentence != m.sentence
        if row[i].folded in within and (begins or _seats(found, row, i)):
            return m.concept.id != "ship"
        if row[i].folded not in SMALL:
            return False
    return False


def _seats(found: Sequence[Mention], row: Sequence[Token], i: int) -> bool:
    """Whether somebody sits right before an index, or is named there first: "Ana sits in the bus", "Ana in the bus"."""
    if row[i - 1].folded in SEATED:
        return True
    who = next((m for m in found if m.concept.kind in (CAST, "person") and m.token + m.words == i), None)
    return who is not None and not row[i].apart and (who.token == 0 or row[who.token - 1].sentence != who.sentence)
