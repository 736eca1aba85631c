"""What the engines on this machine offer, read from their cards without loading any of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from languages.card import Card, Step
from languages.discover import discover_all
from speech.engine import Ear, Listener, Speaker
from speech.utterance import Voice
from translation.engine import Route, Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """Cards of all engines, and the routes, voices and ears that what is installed gives them."""

    cards: tuple[Card, ...]
    routes: tuple[tuple[str, Route], ...]
    """(engine id, route), broken ones included."""
    voices: tuple[Voice, ...]
    """Broken ones included."""
    ears: tuple[Ear, ...] = ()
    """Broken ones included."""

    def card(self, engine: str) -> Card:
        """The card of an engine. Raises StopIteration where there is none."""
        return next(c for c in self.cards if c.id == engine)


def read_offers(pairs: Iterable[tuple[str, str]] = (("", ""),), spoken: Iterable[str] = ("",)) -> Offers:
    """Asks every discovered engine; takes a few hundredths of a second.

    Args:
        pairs: (source, target) of the routes that are asked for; ``("", "")`` = all that what is installed has.
        spoken: languages whose voices and ears are asked for; ``""`` = all that what is installed has.
    """
    engines = discover_all()
    asked, tags = tuple(dict.fromkeys(pairs)), tuple(dict.fromkeys(spoken))
    routes: list[tuple[str, Route]] = []
    voices: list[Voice] = []
    ears: list[Ear] = []
    for engine_id, engine in engines.items():
        if engine.card.step is Step.TRANSLATE:
            translator = cast(Translator, engine())
            routes += [(engine_id, route) for source, target in asked for route in translator.routes(source, target)]
        elif engine.card.step is Step.SPEAK:
            speaker = cast(Speaker, engine())
            voices += [voice for tag in tags for voice in speaker.voices(tag)]
        elif engine.card.step is Step.LISTEN:
            listener = cast(Listener, engine())
            ears += [ear for tag in tags for ear in listener.ears(tag)]
    cards = tuple(engine.card for engine in engines.values())
    return Offers(cards=cards, routes=tuple(routes), voices=tuple(voices), ears=tuple(ears))
