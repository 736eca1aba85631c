"""Who is in a lift: its cabin is the place, and the floors between which it stands are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from video.concepts.table import get_concept
from video.concepts.tokens import Token

if TYPE_CHECKING:
    from video.concepts.mentions import Mention

CABIN = "lift_cabin"
LIFTS = frozenset(("ascensor", "elevador", "montacargas", "ascenseur", "lift", "elevator"))
WITHIN = frozenset("in inside into en dentro dans dedans no num na dins".split())  # noqa: SIM905 - CONFIG: as words
THE = frozenset("the a an old big small el un del viejo le l un vieil vieux o do velho".split())  # noqa: SIM905 - CONFIG: as words
STUCK = frozenset(
    """stuck stopped stops trapped jammed halted between detenido parado paro atascado atascada atrapados atrapadas
    atrapado atrapada encerrados encerrado entre bloque bloques bloquee coince coinces coincee arrete arreta parou
    preso presos presa presas encravado encravou avariado""".split()  # noqa: SIM905 - CONFIG: as words
)
"""Words of a sentence in which a lift stands still with who is in it."""
FLOORS = frozenset("piso pisos floor floors etage etages andar andares planta plantas".split())  # noqa: SIM905 - CONFIG: as words
STOREYED = frozenset(("apartment", "stairwell"))


def with_lifts(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """The mentions, with the cabin of a lift in which somebody is as the place."""
    inside = {m.token for m in found if _is_lift(m, row) and not m.absent and _is_in(m, row)}
    sentences = {row[i].sentence for i in inside}
    for m in found:
        if m.token in inside:
            yield replace(m, concept=get_concept(CABIN), loose=False)
        elif m.concept.id in STOREYED and m.sentence in sentences and row[m.token].folded in FLOORS:
            yield replace(m, absent=True)
        else:
            yield m


def _is_lift(m: Mention, row: Sequence[Token]) -> bool:
    words = {t.folded for t in row[m.token : m.token + m.words]}
    return m.concept.id in ("stairwell", "lift") and bool(words & LIFTS)


def _is_in(m: Mention, row: Sequence[Token]) -> bool:
    """Whether somebody is in it: by the word before, or because it is said to stand still."""
    if WITHIN & {t.folded for t in row[m.token : m.token + m.words]}:
        return True
    i = m.token - 1
    while i >= 0 and row[i].sentence == m.sentence and row[i].folded in THE:
        i -= 1
    if i >= 0 and row[i].sentence == m.sentence and row[i].folded in WITHIN:
        return True
    return any(t.folded in STUCK for t in row[m.token : m.token + 8] if t.sentence == m.sentence)
