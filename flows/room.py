"""Room in memory for engines with models: nothing is loaded that does not fit; idle ones go, the oldest first."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager

from flows.means import needs_gb
from languages.card import Card
from languages.errors import TooLarge
from languages.memory import budget_gb

LOOK_S = 1.0
"""How often one that waits for room looks again: other programs come and go."""
HALF = 0.5
"""Of what is free, so much may be given to one engine at first, so that another can start beside it."""


class Room:
    """Remembers what was given to which engine. Safe for many threads."""

    def __init__(self, free_gb: Callable[[str], float] = budget_gb) -> None:
        self._free_gb = free_gb
        self._changed = threading.Condition()
        self._held: OrderedDict[str, tuple[float, str]] = OrderedDict()
        """Engine → (GB, device), the least recently used first."""
        self._at_work: set[str] = set()

    @contextmanager
    def taken(self, card: Card, checkpoints: Iterable[str], end: Callable[[str], bool]) -> Generator[float]:
        """Memory in GB that an engine may use for its models while the context lasts.

        Args:
            end: ends the idle worker of an engine; says whether there was one.

        Raises:
            TooLarge: it would not fit even alone.
        """
        device = os.environ.get("VERNACAST_DEVICE", "cpu") if card.device == "any" else "cpu"
        asked = [needs_gb(card, name, device) for name in checkpoints]
        need, best = max(least for least, _ in asked), max(most for _, most in asked)
        with self._changed:
            given = self._admit(card.id, (need, best), device, end)
            self._held[card.id] = (given, device)
            self._held.move_to_end(card.id)
            self._at_work.add(card.id)
        try:
            yield given
        finally:
            with self._changed:
                self._at_work.discard(card.id)
                self._changed.notify_all()

    def _admit(self, engine: str, asked: tuple[float, float], device: str, end: Callable[[str], bool]) -> float:
        need, best = asked
        while True:
            held = self._held.get(engine, (0.0, device))[0]
            if need <= held:
                return held
            if held and end(engine):
                del self._held[engine]  # its budget was too small: it starts anew with more
                continue
            free = self._free_gb(device)
            if need <= free:
                return max(need, HALF * free, best if best <= free else 0.0)
            victim = next((e for e, (_, d) in self._held.items() if d == device and e not in self._at_work), None)
            if victim is not None:
                del self._held[victim]
                end(victim)
                continue
            if not any(d == device and e in self._at_work for e, (_, d) in self._held.items()):
                raise TooLarge(
                    f"{engine} takes about {need:.1f} GB; {free:.1f} GB may be used on the device {device}.",
                    remedy="Choose a smaller model, close other programs, or use a machine with more memory.",
                )
            self._changed.wait(LOOK_S)
