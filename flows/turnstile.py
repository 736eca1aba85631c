"""So many at once, the most urgent of those who wait first."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count

from flows.urgency import rank


class Turnstile:
    """A bounded semaphore that lets people before batches, and in order of arrival among equals."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int]] = []
        self._arrivals = count()

    @contextmanager
    def passed(self) -> Generator[None]:
        """Waits for a place and holds it while the context lasts."""
        mine = (rank(), next(self._arrivals))
        with self._changed:
            heapq.heappush(self._waiting, mine)
            try:
                while not self._free or self._waiting[0] != mine:
                    self._changed.wait()
            except BaseException:  # interrupted while it waited
                self._waiting.remove(mine)
                heapq.heapify(self._waiting)
                self._changed.notify_all()
                raise
            heapq.heappop(self._waiting)
            self._free -= 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()
