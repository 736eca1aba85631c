"""A shelf that asks again when the one behind it does not answer: a few times, a little later each time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, TypeVar

from flows.observe import store_error
from flows.shelf import Lying, Shelf
from languages.errors import StoreRefused, StoreUnavailable

TRIES = 6
FIRST_S, LONGEST_S = 0.1, 5.0
"""Waits of 0.1, 0.2, 0.4, 0.8 and 1.6 s, each more or less by half so that many do not come back at once: with one
answer in twenty missing, one request in 60 million fails for good."""

T = TypeVar("T")


def patiently(operation: str, work: Callable[[], T], sleep: Callable[[float], None] = time.sleep) -> T:
    """What some work gives, at the last of several tries if need be. ``operation`` names it in the counts of errors."""
    for waited in range(TRIES):
        try:
            return work()
        except StoreUnavailable:
            last = waited == TRIES - 1
            store_error(operation, retried=not last)
            if last:
                raise
            sleep(pause_s(waited))
        except StoreRefused:
            store_error(operation)
            raise
    raise AssertionError("unreachable")


def pause_s(waited: int) -> float:
    """Seconds to wait when one has waited so often already."""
    return min(FIRST_S * 2**waited, LONGEST_S) * random.uniform(0.5, 1.5)


class Patient:
    """See Shelf. Every method may be tried again: a first attempt that came through after all changes nothing."""

    def __init__(self, shelf: Shelf, sleep: Callable[[float], None] = time.sleep) -> None:
        self.behind = shelf
        self._sleep = sleep

    def _try(self, operation: str, work: Callable[[], T]) -> T:
        return patiently(operation, work, self._sleep)

    def read(self, place: str) -> bytes | None:
        """See Shelf."""
        return self._try("get", lambda: self.behind.read(place))

    def open(self, place: str) -> BinaryIO:
        """See Shelf."""
        return self._try("get", lambda: self.behind.open(place))

    def size(self, place: str) -> int | None:
        """See Shelf."""
        return self._try("look", lambda: self.behind.size(place))

    def put_file(self, place: str, source: Path, digest: str) -> None:
        """See Shelf."""
        self._try("put", lambda: self.behind.put_file(place, source, digest))

    def move_file(self, place: str, source: Path) -> bool:
        """See Shelf."""
        return self._try("put", lambda: self.behind.move_file(place, source))

    def put_bytes(self, place: str, content: bytes, first: bool) -> bool:
        """See Shelf. After a lost answer False may mean ourselves: whoever asks looks at what is there."""
        return self._try("put", lambda: self.behind.put_bytes(place, content, first))

    def set_aside(self, place: str, to: str) -> None:
        """See Shelf."""
        self._try("move", lambda: self.behind.set_aside(place, to))

    def places(self, under: str) -> Iterator[Lying]:
        """See Shelf. What broke off is listed again from its start, and nothing is told twice: for that the names
        told are held, so whoever lists much lists it folder by folder."""
        told: set[str] = set()
        for waited in range(TRIES):
            try:
                for found in self.behind.places(under):
                    if waited and found.place in told:
                        continue
                    told.add(found.place)
                    yield found
                return
            except StoreUnavailable:
                store_error("list", retried=waited < TRIES - 1)
                if waited == TRIES - 1:
                    raise
                self._sleep(pause_s(waited))

    def mark(self, place: str, content: bytes) -> bool:
        """See Shelf. As with ``put_bytes``."""
        return self._try("put", lambda: self.behind.mark(place, content))

    def swap(self, place: str, old: bytes, new: bytes) -> bool:
        """See Shelf."""
        return self._try("put", lambda: self.behind.swap(place, old, new))

    def remove(self, place: str, unless_since: float | None = None) -> bool:
        """See Shelf."""
        return self._try("delete", lambda: self.behind.remove(place, unless_since))

    def touch(self, place: str) -> bool:
        """See Shelf."""
        return self._try("touch", lambda: self.behind.touch(place))

    def when(self, place: str) -> float | None:
        """See Shelf."""
        return self._try("look", lambda: self.behind.when(place))

    def lock(self) -> AbstractContextManager[object]:
        """See Shelf."""
        return self.behind.lock()
