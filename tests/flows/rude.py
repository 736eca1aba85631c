"""A shelf that fails and dawdles now and then, by a seed: what a bad network does to a store."""

from __future__ import annotations

import functools
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

from flows.patient import Patient
from flows.shelf import Lying, Shelf
from flows.store import Store
from languages.errors import StoreUnavailable


class Rude:
    """In front of a shelf: a share of calls fails, half of them before and half of them after the work was done."""

    def __init__(self, shelf: Shelf, seed: int, errors: float = 0.05, slow_s: float = 0.0) -> None:
        self.shelf, self.errors, self.slow_s = shelf, errors, slow_s
        self.failed: Counter[str] = Counter()
        self._chance, self._lock = random.Random(seed), threading.Lock()

    def __getattr__(self, name: str) -> Callable[..., object]:
        real = getattr(self.shelf, name)
        if name in ("lock", "root"):
            return real
        return functools.partial(self._call, name, real)

    def _call(self, name: str, real: Callable[..., object], *given: object, **more: object) -> object:
        with self._lock:
            fails = self._chance.random() < self.errors
            late, wait = self._chance.random() < 0.5, self._chance.uniform(0, 2 * self.slow_s)
            self.failed[name] += fails
        time.sleep(wait)
        if fails and not late:
            raise StoreUnavailable(f"{name} failed before the work, for a test.")
        answer = real(*given, **more)
        if fails:
            if name == "open":
                answer.close()  # type: ignore[attr-defined]
            raise StoreUnavailable(f"{name} failed after the work, for a test.")
        return self._broken(answer) if name == "places" else answer  # type: ignore[arg-type]

    def _broken(self, found: Iterator[Lying]) -> Iterator[Lying]:
        """A listing that breaks off."""
        for lying in found:
            with self._lock:
                breaks = self._chance.random() < self.errors / 10
            if breaks:
                self.failed["listing"] += 1
                raise StoreUnavailable("The listing broke off, for a test.")
            yield lying


def rude_store(url: str, seed: int, errors: float = 0.05, slow_s: float = 0.0) -> tuple[Store, Rude]:
    """A store behind such a shelf."""
    store = Store(url)
    shelf = store._shelf.behind if isinstance(store._shelf, Patient) else store._shelf
    rude = Rude(shelf, seed, errors, slow_s)
    store._shelf = Patient(rude, sleep=lambda _: None)  # type: ignore[arg-type]
    return store, rude
