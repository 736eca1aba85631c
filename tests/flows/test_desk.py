from __future__ import annotations

import threading
import time

import pytest

from flows.desk import CHARACTERS, MOST, PATIENCE, Ask, Desk
from flows.turnstile import Turnstile
from flows.urgency import BATCH, INTERACTIVE, working_for
from languages.errors import EngineError, EngineUnusable, UsageError
from speech.engine import SpeakJob


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


def waiting(desk: Desk, *asks: Ask) -> list[list[Ask]]:
    """The batches that a desk makes of asks that all wait already."""
    desk._waiting = list(asks)
    groups: list[list[Ask]] = []
    while desk._waiting:
        groups.append(desk._take())
    return groups


def spoken(characters: int, voice: str = "mms-tts-quy") -> SpeakJob:
    return SpeakJob(line="a", text="a" * characters, voice=voice, language="quy", folder="x")


def test_people_go_before_batches_that_came_earlier() -> None:
    night, day = Ask(jobs=(spoken(9_000),), rank=1), Ask(jobs=(spoken(50),), rank=0)
    later = Ask(jobs=(spoken(9_000),), rank=1)
    assert waiting(Desk("speech/fake"), night, later, day) == [[day, night], [later]]


def test_a_batch_is_as_long_as_so_much_speech_but_holds_at_least_one() -> None:
    asks = [Ask(jobs=(spoken(int(CHARACTERS / 2)),)) for _ in range(3)]
    huge = Ask(jobs=(spoken(int(CHARACTERS) + 1),))
    assert waiting(Desk("speech/fake"), *asks, huge) == [asks[:2], asks[2:], [huge]]


def test_lines_of_one_voice_go_together_and_begin_with_the_voice_that_is_loaded() -> None:
    a1, b1, a2, b2 = (Ask(jobs=(spoken(10),), needs=needs) for needs in "abab")
    desk = Desk("speech/fake")
    desk._last = "b"
    assert waiting(desk, a1, b1, a2, b2) == [[b1, b2, a1, a2]]


def test_a_voice_that_is_loaded_does_not_keep_the_others_out_for_ever() -> None:
    desk = Desk("speech/fake")
    desk._last = "a"
    other = Ask(jobs=(spoken(10),), needs="b")
    desk._waiting = [other]
    for _ in range(PATIENCE):
        desk._waiting.append(Ask(jobs=(spoken(int(CHARACTERS)),), needs="a"))
        assert other not in desk._take()
    desk._waiting.append(Ask(jobs=(spoken(int(CHARACTERS)),), needs="a"))
    assert desk._take() == [other]


def test_an_ask_knows_for_whom_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERNACAST_PRIORITY", raising=False)
    assert Ask(jobs=()).rank == 0
    monkeypatch.setenv("VERNACAST_PRIORITY", "batch")
    assert Ask(jobs=()).rank == 1
    with working_for(INTERACTIVE):
        monkeypatch.delenv("VERNACAST_PRIORITY", raising=False)
    assert Ask(jobs=()).rank == 0
    monkeypatch.setenv("VERNACAST_PRIORITY", "urgent")
    with pytest.raises(UsageError, match="urgent"):
        Ask(jobs=())


def test_a_turnstile_lets_people_in_before_batches_and_never_too_many() -> None:
    turnstile, order, inside = Turnstile(1), list[str](), list[int]()
    here, go = threading.Event(), threading.Event()

    def first() -> None:
        with turnstile.passed():
            here.set()
            assert go.wait(10)

    def one(name: str, whom: str) -> None:
        with working_for(whom), turnstile.passed():
            inside.append(1)
            assert len(inside) == 1
            order.append(name)
            inside.pop()

    threads = [threading.Thread(target=first)]
    threads[0].start()
    assert here.wait(10)
    for i, (name, whom) in enumerate((("night", BATCH), ("later", BATCH), ("day", INTERACTIVE)), start=1):
        threads.append(threading.Thread(target=one, args=(name, whom)))
        threads[-1].start()
        deadline = time.monotonic() + 10
        while len(turnstile._waiting) < i and time.monotonic() < deadline:
            time.sleep(0.002)
    go.set()
    for thread in threads:
        thread.join(10)
    assert order == ["day", "night", "later"]
