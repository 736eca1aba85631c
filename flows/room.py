"""Room in memory for engines with models: nothing is loaded that does not fit; idle ones go, the oldest first."""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from flows.means import needs_gb
from languages.card import Card
from languages.errors import TooLarge
from languages.memory import budget_gb, is_told

LOOK_S = 1.0
"""How often one that waits for room looks again: other programs come and go."""
HALF = 0.5
"""Of what is free, so much may be given to one engine at first, so that another can start beside it."""
STAY_S = 60.0
"""So long an engine that has work keeps its place from one that is no more urgent: models of gigabytes take seconds
to load (int8 of 1.6 GB: 6 s), and two that do not fit together would spend them for every chunk."""


class Workers(Protocol):
    """What a room must know of the engines in it."""

    def end(self, engine_id: str) -> bool:
        """Ends the idle worker of an engine; says whether there was one."""
        ...

    def wanted(self, engine_id: str) -> int | None:
        """The rank of the most urgent that is asked of an engine (``flows.urgency.rank``); None where nothing is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an engine was given."""

    gb: float
    device: str
    since: float
    """Seconds of the room's clock."""


class Room:
    """Remembers what was given to which engine. Safe for many threads."""

    def __init__(
        self,
        free_gb: Callable[[str], float] | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        whole_gb: float | None = None,
        share: float = HALF,
    ) -> None:
        """``free_gb`` tells what is free on a device now; by default the machine does, or the user has.

        Args:
            whole_gb: all that there is for all engines together, where that was said.
            share: of what is free, what an engine may have for more models than it needs at once.
        """
        self._free_gb = free_gb or self._free
        self._whole_gb = whole_gb
        self._share = share
        self._clock = clock
        self._changed = threading.Condition()
        self._held: OrderedDict[str, Held] = OrderedDict()
        """By engine, the least recently used first."""
        self._at_work: set[str] = set()

    @contextmanager
    def taken(self, card: Card, checkpoints: Iterable[str], workers: Workers) -> Generator[float]:
        """Memory in GB that an engine may use for its models while the context lasts.

        Raises:
            TooLarge: it would not fit even alone.
        """
        device = os.environ.get("VERNACAST_DEVICE", "cpu") if card.device == "any" else "cpu"
        asked = [needs_gb(card, name, device) for name in checkpoints]
        need, best = max(least for least, _ in asked), max(most for _, most in asked)
        with self._changed:
            given = self._admit(card.id, (need, best), device, workers)
            if card.id not in self._held:
                self._held[card.id] = Held(gb=given, device=device, since=self._clock())
            self._held.move_to_end(card.id)
            self._at_work.add(card.id)
        try:
            yield given
        finally:
            with self._changed:
                self._at_work.discard(card.id)
                self._changed.notify_all()

    def look(self) -> None:
        """Lets those that wait look again: less may be asked of an engine than before."""
        with self._changed:
            self._changed.notify_all()

    def _admit(self, engine: str, asked: tuple[float, float], device: str, workers: Workers) -> float:
        need, best = asked
        while True:
            held = self._held.get(engine)
            if held is not None and need <= held.gb:
                return held.gb
            if held is not None and workers.end(engine):
                del self._held[engine]  # its budget was too small: it starts anew with more
                continue
            free = self._free_gb(device)
            if need <= free:
                self._held.pop(engine, None)
                return max(need, self._share * free, best if best <= free else 0.0)
            there = [name for name, other in self._held.items() if other.device == device]
            if not there:
                raise TooLarge(
                    f"{engine} takes about {need:.1f} GB; {free:.1f} GB may be used on the device {device}.",
                    remedy="Choose a smaller model, close other programs, or use a machine with more memory.",
                )
            victim = next((name for name in there if name == engine or self._may_go(name, engine, workers)), None)
            if victim is None:
                self._changed.wait(LOOK_S)
                continue
            del self._held[victim]
            workers.end(victim)

    def _may_go(self, name: str, engine: str, workers: Workers) -> bool:
        """Whether the models of one engine may make room for those of another."""
        if name in self._at_work:
            return False
        theirs, ours = workers.wanted(name), workers.wanted(engine)
        if theirs is None or (ours is not None and ours < theirs):
            return True
        return self._clock() - self._held[name].since >= STAY_S

    def _free(self, device: str) -> float:
        """What was told is for all together; what the machine tells knows what is taken already."""
        held = sum(h.gb for h in self._held.values() if h.device == device)
        if self._whole_gb is not None:
            return self._whole_gb - held
        return budget_gb(device) - (held if is_told() else 0.0)
