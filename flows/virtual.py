"""A virtual clock: processes that take turns, and processors that they share. Pure; ``flows.simulate`` lives by it.

A process is a generator that yields what it waits for. What it waits for is told whom to wake: a function that takes
a function. Equal times go by the order in which they were asked for, so that equal input gives equal output.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Generator
from itertools import count

Wake = Callable[[], None]
Wait = Callable[[Wake], None]
Process = Generator[Wait]

CLOSE_S = 1e-9
"""Times that lie so close are taken for one: rounding of sums of seconds."""


class Clock:
    """Time in seconds from 0 on, and what happens when."""

    def __init__(self) -> None:
        self.now = 0.0
        self._events: list[tuple[float, int, Wake]] = []
        self._order = count()

    def at(self, when: float, wake: Wake) -> None:
        """Something happens at a time, but not before now."""
        heapq.heappush(self._events, (max(when, self.now), next(self._order), wake))

    def start(self, process: Process) -> None:
        """A process begins now."""

        def go() -> None:
            try:
                wait = next(process)
            except StopIteration:
                return
            wait(go)

        self.at(self.now, go)

    def sleep(self, seconds: float) -> Wait:
        """So much time passes."""
        return lambda wake: self.at(self.now + seconds, wake)

    def run(self) -> None:
        """Until nothing happens any more."""
        while self._events:
            self.now, _, wake = heapq.heappop(self._events)
            wake()


class Processors:
    """Some processors, shared evenly by all that work on them; each piece of work uses one at most.

    A piece that begins when the others have been given V seconds each ends when they have been given V and its own:
    one heap in the order of these sums, and only the least of them has a place in time.
    """

    def __init__(self, clock: Clock, number: float, others: float = 0.0) -> None:
        """``others`` are pieces of somebody else's work that are there all the time."""
        self.number = number
        self.others = others
        self.busy_s = 0.0
        """Seconds of all processors together that something was worked at."""
        self._clock = clock
        self._given_s = 0.0
        self._seen = 0.0
        self._working: list[tuple[float, int, Wake]] = []
        self._order = count()
        self._turn = 0

    def work(self, seconds: float) -> Wait:
        """So many seconds of one processor are worked."""

        def wait(wake: Wake) -> None:
            if seconds <= 0:
                self._clock.at(self._clock.now, wake)
                return
            self._pass()
            heapq.heappush(self._working, (self._given_s + seconds, next(self._order), wake))
            self._look()

        return wait

    def _pass(self) -> None:
        """Gives everybody the time that has passed."""
        passed, self._seen = self._clock.now - self._seen, self._clock.now
        if self._working and passed > 0:
            self._given_s += passed * self._speed()
            self.busy_s += passed * self._speed() * len(self._working)

    def _speed(self) -> float:
        return min(1.0, self.number / (len(self._working) + self.others))

    def _look(self) -> None:
        self._turn += 1
        if self._working:
            turn, left = self._turn, self._working[0][0] - self._given_s
            self._clock.at(self._clock.now + max(0.0, left) / self._speed(), lambda: self._due(turn))

    def _due(self, turn: int) -> None:
        if turn != self._turn:
            return  # somebody came or went since
        self._pass()
        # The first is due by the very plan, whatever sums of seconds were rounded to.
        given, _, wake = heapq.heappop(self._working)
        self._given_s, done = max(self._given_s, given), [wake]
        while self._working and self._working[0][0] <= self._given_s + CLOSE_S:
            done.append(heapq.heappop(self._working)[2])
        self._look()
        for wake in done:
            wake()


class Slots:
    """Places of which each is held by one at a time; whoever came first is next."""

    def __init__(self, clock: Clock, number: int) -> None:
        self._clock = clock
        self._free = list(range(number - 1, -1, -1))
        self._waiting: deque[tuple[list[int], Wake]] = deque()

    def take(self, place: list[int]) -> Wait:
        """Waits for a place; its number is put into the list."""

        def wait(wake: Wake) -> None:
            if self._free:
                place.append(self._free.pop())
                self._clock.at(self._clock.now, wake)
            else:
                self._waiting.append((place, wake))

        return wait

    def give(self, place: list[int]) -> None:
        """Lets go of the place in the list."""
        number = place.pop()
        if self._waiting:
            other, wake = self._waiting.popleft()
            other.append(number)
            self._clock.at(self._clock.now, wake)
        else:
            self._free.append(number)


class Post:
    """Things put down by some and taken up by one, in order."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._things: deque[str] = deque()
        self._reader: tuple[list[str], Wake] | None = None

    def put(self, thing: str) -> None:
        """Puts something down."""
        if self._reader is None:
            self._things.append(thing)
            return
        (into, wake), self._reader = self._reader, None
        into.append(thing)
        self._clock.at(self._clock.now, wake)

    def take(self, into: list[str]) -> Wait:
        """Waits for something; it is put into the list."""

        def wait(wake: Wake) -> None:
            if self._things:
                into.append(self._things.popleft())
                self._clock.at(self._clock.now, wake)
            else:
                self._reader = (into, wake)

        return wait


def both(*waits: Wait) -> Wait:
    """Waits until all have come about."""

    def wait(wake: Wake) -> None:
        left = len(waits)

        def one() -> None:
            nonlocal left
            left -= 1
            if not left:
                wake()

        for each in waits:
            each(one)

    return wait
