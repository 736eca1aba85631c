"""Machines' texts of earlier runs: whether this use allows them, and whose licences they carry on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from flows.means import Means, licence_forbids
from flows.offers import Offers
from flows.work import LanguageWork
from languages.card import Card, Licence
from languages.discover import get_engine
from languages.errors import UsageError
from translation.translated import State, Translated


def bar_drafts(work: LanguageWork, offers: Offers, means: Means) -> tuple[LanguageWork, tuple[str, ...]]:
    """The work without machines' texts of earlier runs that this use does not allow, and notes that say so.

    A person who approves a machine's text does not change its licence. The file keeps it for other uses.
    """
    barred: dict[str, list[str]] = {}
    for t in work.lines:
        if t.engine and (reason := _why_not(t.engine, offers, means)):
            barred.setdefault(f"{t.engine}: {reason}", []).append(t.line)
    lost = {line for lines in barred.values() for line in lines}
    kept = tuple(
        dataclasses.replace(t, text="", state=State.MISSING, engine="", findings=()) if t.line in lost else t
        for t in work.lines
    )
    notes = tuple(
        f"Earlier drafts are not used ({', '.join(lines)}) by {why}. They stay in {work.po}."
        for why, lines in barred.items()
    )
    return dataclasses.replace(work, lines=kept), notes


def kept_engines(lines: Iterable[Translated], redrafted: Iterable[str]) -> tuple[str, ...]:
    """What made the machines' texts that stay as they are, as the lines name it, each once."""
    again = set(redrafted)
    return tuple(dict.fromkeys(t.engine for t in lines if t.engine and t.line not in again))


def _licence_of(engine: str, card: Card) -> Licence:
    """The licence of what a line's ``engine`` names: of the checkpoint in its route, else of its engine."""
    from languages.weights import look

    try:
        return look(engine.partition(" ")[2].partition(":")[0]).checkpoint.licence
    except UsageError:
        return card.licence


def _why_not(engine: str, offers: Offers, means: Means) -> str:
    name, _, way = engine.partition(" ")
    card = next((c for c in offers.cards if c.id == name), None)
    if card is None:
        return f"the engine {name} is not known here, so its licence is not, and what is unknown is not used"
    own = next((r.licence for e, r in offers.routes if (e, r.id) == (name, way)), None)
    return licence_forbids(own or _licence_of(engine, card), means.use)


def drafted_by(engine: str) -> tuple[Card, Licence]:
    """(card, licence) of what a line's ``engine`` names.

    Raises:
        UnknownEngine: there is no such engine.
    """
    card = get_engine(engine.partition(" ")[0]).card
    return card, _licence_of(engine, card)
