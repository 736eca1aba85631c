"""A desk before an engine that does one batch at a time: what arrives while it works goes to it together.

So lines of many languages become one batch without anybody waiting for company.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from languages.errors import EngineError, VernacastError

MOST = 256
"""Jobs in one batch: enough to fill any model's own batches, few enough to see progress."""

Serve = Callable[[str, tuple[object, ...], tuple[str, ...]], tuple[object, ...]]


@dataclass(slots=True, kw_only=True, eq=False)
class Ask:
    """What one caller wants done."""

    jobs: tuple[object, ...]
    needs: str = ""
    """Checkpoint that the jobs need, or empty."""
    results: tuple[object, ...] | None = None
    error: BaseException | None = field(default=None)

    @property
    def done(self) -> bool:
        """Whether it has been answered."""
        return self.results is not None or self.error is not None


class Desk:
    """Asks for one engine. Safe for many threads."""

    def __init__(self, engine_id: str) -> None:
        self.engine_id = engine_id
        self._turn = threading.Condition()
        self._waiting: list[Ask] = []
        self._busy = False

    def hand_in(self, ask: Ask, serve: Serve) -> tuple[object, ...]:
        """The results of an ask. Whoever finds the engine free takes all that waits along.

        Raises:
            VernacastError: what serving raised.
        """
        with self._turn:
            self._waiting.append(ask)
            while self._busy and not ask.done:
                self._turn.wait()
            group = [] if ask.done else self._take(ask)
            self._busy = self._busy or bool(group)
        if group:
            try:
                self._answer(group, serve)
            finally:
                with self._turn:
                    self._busy = False
                    self._turn.notify_all()
        if ask.error is not None:
            raise ask.error
        assert ask.results is not None
        return ask.results

    def _take(self, first: Ask) -> list[Ask]:
        """This ask and the others that wait, the earliest first, as many as make up a batch."""
        group, size = [first], len(first.jobs)
        for ask in self._waiting:
            if ask is not first and size + len(ask.jobs) <= MOST:
                group.append(ask)
                size += len(ask.jobs)
        self._waiting = [ask for ask in self._waiting if ask not in group]
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
