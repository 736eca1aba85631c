"""A desk before an engine that does one batch at a time: what arrives while it works goes to it together.

So lines of many languages become one batch without anybody waiting for company.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from flows.amounts import size_of
from flows.observe import queue_length
from flows.urgency import rank
from languages.errors import EngineError, VernacastError

MOST = 256
"""Jobs in one batch: enough to fill any model's own batches, few enough to see progress."""
CHARACTERS = 12_000.0
"""Work in one batch, in characters or as many as sound lasts for (``flows.amounts.size_of``): about a quarter of an
hour of speech. So long at most does somebody wait behind a batch that nobody watches."""
PATIENCE = 4
"""Batches that an ask lets pass for the sake of models that are loaded; then it goes first among its equals."""

Serve = Callable[[str, tuple[object, ...], tuple[str, ...]], tuple[object, ...]]


@dataclass(slots=True, kw_only=True, eq=False)
class Ask:
    """What one caller wants done."""

    jobs: tuple[object, ...]
    needs: str = ""
    """Checkpoint that the jobs need, or empty."""
    rank: int = field(default_factory=rank)
    """The lowest goes first: people before batches."""
    passed: int = 0
    """How many batches went before it."""
    results: tuple[object, ...] | None = None
    error: BaseException | None = field(default=None)

    @property
    def done(self) -> bool:
        """Whether it has been answered."""
        return self.results is not None or self.error is not None

    def size(self) -> float:
        """How much work it is, in characters."""
        return sum(size_of(job) for job in self.jobs)


class Desk:
    """Asks for one engine. Safe for many threads."""

    def __init__(self, engine_id: str) -> None:
        self.engine_id = engine_id
        self._turn = threading.Condition()
        self._waiting: list[Ask] = []
        self._serving: list[Ask] = []
        self._last = ""
        """The checkpoint that is sure to be loaded: that of the latest work."""

    def wanted(self) -> int | None:
        """The rank of the most urgent that waits or is worked at; None where there is nothing."""
        with self._turn:
            return min((ask.rank for ask in (*self._waiting, *self._serving)), default=None)

    def hand_in(self, ask: Ask, serve: Serve) -> tuple[object, ...]:
        """The results of an ask. Whoever finds the engine free takes along what goes first.

        Raises:
            VernacastError: what serving raised.
        """
        with self._turn:
            self._waiting.append(ask)
        while True:
            with self._turn:
                while self._serving and not ask.done:
                    self._turn.wait()
                if ask.done:
                    break
                group = self._serving = self._take()
            try:
                self._answer(group, serve)
            except BaseException:  # somebody else's work may have broken off: ours leaves with us
                with self._turn:
                    self._waiting = [a for a in self._waiting if a is not ask]
                raise
            finally:
                with self._turn:
                    self._serving = []
                    self._turn.notify_all()
        if ask.error is not None:
            raise ask.error
        assert ask.results is not None
        return ask.results

    def _take(self) -> list[Ask]:
        """The most urgent of those that wait, sorted by what they need, as many as make up a batch."""
        first_of: dict[str, int] = {}
        for i, ask in enumerate(self._waiting):
            first_of.setdefault(ask.needs, i)

        def order(numbered: tuple[int, Ask]) -> tuple[int, bool, bool, int, int]:
            i, ask = numbered
            return ask.rank, ask.passed < PATIENCE, ask.needs != self._last, first_of[ask.needs], i

        group: list[Ask] = []
        jobs, size = 0, 0.0
        for _, ask in sorted(enumerate(self._waiting), key=order):
            if group and (jobs + len(ask.jobs) > MOST or size + ask.size() > CHARACTERS):
                break
            group.append(ask)
            jobs, size = jobs + len(ask.jobs), size + ask.size()
        self._waiting = [ask for ask in self._waiting if ask not in group]
        for ask in self._waiting:
            ask.passed += 1
        self._last = group[-1].needs
        queue_length(self.engine_id, sum(len(ask.jobs) for ask in self._waiting))
        return group

    def _answer(self, group: list[Ask], serve: Serve) -> None:
        jobs = tuple(job for ask in group for job in ask.jobs)
        needs = tuple(dict.fromkeys(ask.needs for ask in group))
        try:
            results = serve(self.engine_id, jobs, needs)
        except VernacastError as error:
            for ask in group:
                ask.error = error
            return
        finally:
            for ask in group:
                if not ask.done:
                    ask.error = EngineError(f"{self.engine_id} was ended while it worked.")
        at = 0
        for ask in group:
            ask.results, ask.error = results[at : at + len(ask.jobs)], None
            at += len(ask.jobs)
