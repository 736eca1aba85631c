from __future__ import annotations

import threading
import time

import pytest

from flows.desk import MOST, Ask, Desk
from languages.errors import EngineError, EngineUnusable


class Engine:
    """Doubles numbers, slowly; remembers its batches."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.batches: list[tuple[object, ...]] = []
        self.started = threading.Event()
        self.go = threading.Event()
        self.fault = fault

    def serve(self, engine_id: str, jobs: tuple[object, ...], needs: tuple[str, ...]) -> tuple[object, ...]:
        self.batches.append(jobs)
        self.started.set()
        assert self.go.wait(10)
        if self.fault is not None:
            raise self.fault
        return tuple(int(str(job)) * 2 for job in jobs)


def ask_all(
    desk: Desk, engine: Engine, asks: list[tuple[object, ...]]
) -> tuple[dict[int, object], list[threading.Thread]]:
    answers: dict[int, object] = {}

    def one(n: int) -> None:
        try:
            answers[n] = desk.hand_in(Ask(jobs=asks[n]), engine.serve)
        except EngineError as error:
            answers[n] = error

    threads = [threading.Thread(target=one, args=(n,)) for n in range(len(asks))]
    threads[0].start()
    assert engine.started.wait(10)
    for thread in threads[1:]:
        thread.start()
    deadline = time.monotonic() + 10
    while len(desk._waiting) < len(asks) - 1 and time.monotonic() < deadline:
        time.sleep(0.002)
    return answers, threads


def test_what_waits_goes_to_the_engine_as_one_batch_and_each_gets_its_own() -> None:
    desk, engine = Desk("translation/fake"), Engine()
    asks: list[tuple[object, ...]] = [(1, 2), (3,), (4, 5, 6)]
    answers, threads = ask_all(desk, engine, asks)
    engine.go.set()
    for thread in threads:
        thread.join(10)
    assert answers == {0: (2, 4), 1: (6,), 2: (8, 10, 12)}
    assert len(engine.batches) == 2
    assert sorted(map(str, engine.batches[1])) == ["3", "4", "5", "6"]


def test_a_batch_has_an_end() -> None:
    desk, engine = Desk("translation/fake"), Engine()
    asks: list[tuple[object, ...]] = [(0,), tuple(range(MOST - 1)), (7, 8)]
    answers, threads = ask_all(desk, engine, asks)
    engine.go.set()
    for thread in threads:
        thread.join(10)
    assert len(answers) == 3
    assert [len(b) for b in engine.batches] in ([1, MOST - 1, 2], [1, 2, MOST - 1])


def test_an_engine_that_cannot_be_loaded_tells_everybody_who_waited() -> None:
    desk, engine = Desk("translation/fake"), Engine(EngineUnusable("no weights"))
    answers, threads = ask_all(desk, engine, [(1,), (2,)])
    engine.go.set()
    for thread in threads:
        thread.join(10)
    assert [str(answers[n]) for n in (0, 1)] == ["no weights", "no weights"]


def test_a_fault_leaves_the_desk_open() -> None:
    desk, engine = Desk("translation/fake"), Engine(ValueError("odd"))
    engine.go.set()
    with pytest.raises(ValueError, match="odd"):
        desk.hand_in(Ask(jobs=(1,)), engine.serve)
    engine.fault = None
    assert desk.hand_in(Ask(jobs=(4,)), engine.serve) == (8,)
