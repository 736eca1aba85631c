"""What the engines on this machine offer, read from their cards without loading any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from languages.card import Card, Step
from languages.discover import discover_all
from speech.engine import Speaker
from speech.utterance import Voice
from translation.engine import Route, Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Cards of all engines, and the routes and voices that what is installed gives them."""

    cards: tuple[Card, ...]
    routes: tuple[tuple[str, Route], ...]
    """(engine id, route), broken ones included."""
    voices: tuple[Voice, ...]
    """Broken ones included."""

    def card(self, engine: str) -> Card:
        """The card of an engine. Raises StopIteration where there is none."""
        return next(c for c in self.cards if c.id == engine)


def read_offers() -> Offers:
    """Asks every discovered engine; takes a few hundredths of a second."""
    engines = discover_all()
    routes: list[tuple[str, Route]] = []
    voices: list[Voice] = []
    for engine_id, engine in engines.items():
        if engine.card.step is Step.TRANSLATE:
            routes += [(engine_id, route) for route in cast(Translator, engine()).routes()]
        if engine.card.step is Step.SPEAK:
            voices += cast(Speaker, engine()).voices()
    cards = tuple(engine.card for engine in engines.values())
    return Offers(cards=cards, routes=tuple(routes), voices=tuple(voices))
