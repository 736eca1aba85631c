"""What the engines on this machine offer, read from their cards without loading any of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar, cast

from languages.card import Card, Step
from languages.claims import stand_ins
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

    def routes_between(self, source: str, target: str) -> tuple[tuple[str, Route], ...]:
        """(engine id, route) from one canonical tag to another, each engine's by the tags that it lists.

        An engine that has none for ``es-MX`` is taken by what stands in for it: its routes are those of ``es``. So it
        is with voices and ears.
        """
        pairs = tuple((s, t) for t, s in product(stand_ins(target), stand_ins(source)))
        return _nearest([(engine, (r.source, r.target), (engine, r)) for engine, r in self.routes], pairs)

    def voices_of(self, tag: str) -> tuple[Voice, ...]:
        """The voices that read a canonical tag."""
        return _nearest([(v.engine, v.language, v) for v in self.voices], stand_ins(tag))

    def ears_of(self, tag: str) -> tuple[Ear, ...]:
        """The ears that understand a canonical tag."""
        return _nearest([(e.engine, e.language, e) for e in self.ears], stand_ins(tag))


Wanted = TypeVar("Wanted")
Offered = TypeVar("Offered")


def _nearest(offered: Sequence[tuple[str, Wanted, Offered]], wanted: Sequence[Wanted]) -> tuple[Offered, ...]:
    """Of (engine, what it is for, offer) those of each engine that are for the first of ``wanted`` that it has."""
    first: dict[str, int] = {}
    for engine, what, _ in offered:
        if what in wanted:
            first[engine] = min(first.get(engine, len(wanted)), wanted.index(what))
    return tuple(offer for engine, what, offer in offered if engine in first and what == wanted[first[engine]])


def read_offers(pairs: Iterable[tuple[str, str]] = (("", ""),), spoken: Iterable[str] = ("",)) -> Offers:
    """Asks every discovered engine; takes a few hundredths of a second.

    Args:
        pairs: (source, target) of the routes that are asked for; ``("", "")`` = all that what is installed has.
        spoken: languages whose voices and ears are asked for; ``""`` = all that what is installed has.

    What stands in for a tag is asked for too (``languages.claims.stand_ins``).
    """
    engines = discover_all()
    asked = tuple(dict.fromkeys(way for s, t in pairs for way in product(stand_ins(s), stand_ins(t))))
    tags = tuple(dict.fromkeys(one for tag in spoken for one in stand_ins(tag)))
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
