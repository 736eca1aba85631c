"""Which chunk of work is begun next. Pure: it knows nothing of Prefect, Ray or clocks.

A chunk begins when all that it needs is done and its lane has room. Only so many chunks of a lane are begun at once
(its window): the rest waits here, where waiting costs nothing and something more urgent may still overtake it,
and not in the queue of a cluster. No step of one language waits for another language.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Units of one stage that are done together."""

    id: str
    lane: str
    """What carries it: an engine's id, or ``cpu``. Lanes do not wait for one another's windows."""
    rank: tuple[int, ...] = ()
    """Of those that could begin, the one with the lowest rank does; equal ranks in the order given."""
    needs: tuple[str, ...] = ()
    """Ids of the chunks that must be done before."""


class Schedule:
    """Chunks that are to be done, each once. Not thread-safe.

    Beginning and ending a chunk takes time in proportion to the logarithm of the number of chunks that could begin.
    """

    def __init__(self, chunks: Iterable[Chunk], window: int, windows: Mapping[str, int] | None = None) -> None:
        """``window`` is the number of chunks that each lane may have begun and not yet done, but for those lanes that
        ``windows`` gives numbers of their own.

        Raises:
            ValueError: two chunks have the same id, one needs what is not there, or some need one another.
        """
        self._windows = dict(windows or {})
        self.widen(window)
        if least := [n for n in self._windows.values() if n < 1]:
            raise ValueError(f"A window of {least[0]} lets nothing begin.")
        self._chunks: dict[str, Chunk] = {}
        self._order: dict[str, int] = {}
        for chunk in chunks:
            if chunk.id in self._chunks:
                raise ValueError(f"Two chunks are called {chunk.id}.")
            self._order[chunk.id] = len(self._chunks)
            self._chunks[chunk.id] = chunk
        self._missing: dict[str, int] = {}
        self._wanted_by: dict[str, list[str]] = defaultdict(list)
        self._ready: dict[str, list[tuple[tuple[int, ...], int, str]]] = defaultdict(list)
        self._running: set[str] = set()
        self._at_work: Counter[str] = Counter()
        self._open = set(self._chunks)
        for chunk in self._chunks.values():
            needs = set(chunk.needs)
            if unknown := needs - self._chunks.keys():
                raise ValueError(f"{chunk.id} needs {', '.join(sorted(unknown))}, which nobody does.")
            self._missing[chunk.id] = len(needs)
            for need in needs:
                self._wanted_by[need].append(chunk.id)
            if not needs:
                self._let(chunk)
        self._refuse_circles()

    def __len__(self) -> int:
        """How many chunks there are, done or not."""
        return len(self._chunks)

    @property
    def done(self) -> int:
        """How many chunks are done."""
        return len(self._chunks) - len(self._open)

    @property
    def finished(self) -> bool:
        """Whether all are done."""
        return not self._open

    def widen(self, window: int) -> None:
        """Changes the window of the lanes that have none of their own: machines come and go. What has begun goes on.

        Raises:
            ValueError: nothing could begin any more.
        """
        if window < 1:
            raise ValueError(f"A window of {window} lets nothing begin.")
        self._window = window

    def begin(self) -> tuple[Chunk, ...]:
        """The chunks that are to begin now, the most urgent first; they count as begun."""
        begun: list[Chunk] = []
        for lane, ready in self._ready.items():
            while ready and self._at_work[lane] < self._windows.get(lane, self._window):
                _, _, name = heapq.heappop(ready)
                self._at_work[lane] += 1
                self._running.add(name)
                begun.append(self._chunks[name])
        return tuple(sorted(begun, key=lambda chunk: (chunk.rank, self._order[chunk.id])))

    def end(self, name: str) -> None:
        """Says that a chunk is done. Raises KeyError where it was not begun."""
        chunk = self._stop(name)
        self._open.discard(chunk.id)
        for waiting in self._wanted_by[name]:
            self._missing[waiting] -= 1
            if not self._missing[waiting]:
                self._let(self._chunks[waiting])

    def again(self, name: str) -> None:
        """Says that a chunk was lost on its way and has to begin anew. Raises KeyError where it was not begun."""
        self._let(self._stop(name))

    def _stop(self, name: str) -> Chunk:
        self._running.remove(name)
        chunk = self._chunks[name]
        self._at_work[chunk.lane] -= 1
        return chunk

    def _let(self, chunk: Chunk) -> None:
        heapq.heappush(self._ready[chunk.lane], (chunk.rank, self._order[chunk.id], chunk.id))

    def _refuse_circles(self) -> None:
        missing = dict(self._missing)
        free = [name for name, n in missing.items() if not n]
        for name in free:  # grows while it is walked
            for waiting in self._wanted_by[name]:
                missing[waiting] -= 1
                if not missing[waiting]:
                    free.append(waiting)
        if len(free) < len(missing):
            stuck = sorted(name for name, n in missing.items() if n)
            raise ValueError(f"These chunks need one another: {', '.join(stuck[:5])}.")
