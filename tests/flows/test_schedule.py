"""Which chunk begins next: needs, windows, ranks, loss, and the cost of asking."""

from __future__ import annotations

import random
import time

import pytest

from flows.schedule import Chunk, Schedule


def ids(chunks: tuple[Chunk, ...]) -> list[str]:
    return [chunk.id for chunk in chunks]


def test_a_chunk_begins_when_all_that_it_needs_is_done() -> None:
    s = Schedule([Chunk(id="b", lane="cpu", needs=("a", "c")), Chunk(id="a", lane="x"), Chunk(id="c", lane="x")], 8)
    assert ids(s.begin()) == ["a", "c"]
    s.end("a")
    assert s.begin() == ()
    s.end("c")
    assert ids(s.begin()) == ["b"]
    assert not s.finished
    s.end("b")
    assert s.finished
    assert s.done == len(s) == 3


def test_a_lane_has_only_its_window_begun_and_does_not_hold_up_another() -> None:
    s = Schedule([*(Chunk(id=f"e{n}", lane="engine") for n in range(5)), Chunk(id="c", lane="cpu")], 2)
    assert ids(s.begin()) == ["e0", "e1", "c"]
    assert s.begin() == ()
    s.end("e1")
    assert ids(s.begin()) == ["e2"]


def test_a_lane_may_have_a_window_of_its_own() -> None:
    chunks = [Chunk(id=f"{lane}{n}", lane=lane) for lane in "ab" for n in range(5)]
    assert ids(Schedule(chunks, 1, {"b": 3}).begin()) == ["a0", "b0", "b1", "b2"]
    with pytest.raises(ValueError, match="window"):
        Schedule(chunks, 1, {"b": 0})


def test_the_urgent_overtakes_what_has_not_begun() -> None:
    batch = [Chunk(id=f"batch{n}", lane="cpu", rank=(1, n)) for n in range(10)]
    s = Schedule([*batch, Chunk(id="mine", lane="cpu", rank=(0, 0))], 1)
    assert ids(s.begin()) == ["mine"]


def test_the_first_language_is_ready_while_others_are_still_being_made() -> None:
    chunks = [
        Chunk(id=f"{stage}{language}", lane=stage, rank=(language,), needs=needs)
        for language in range(20)
        for stage, needs in (
            ("translate", ()),
            ("speak", (f"translate{language}",)),
            ("publish", (f"speak{language}",)),
        )
    ]
    s = Schedule(chunks, 1)
    done: list[str] = []
    while not s.finished:
        running = s.begin()
        for chunk in running:
            s.end(chunk.id)
            done.append(chunk.id)
    assert done.index("publish0") < done.index("translate3")
    assert len(done) == len(set(done)) == 60


def test_what_was_lost_begins_anew_and_nothing_is_done_twice() -> None:
    s = Schedule([Chunk(id="a", lane="cpu"), Chunk(id="b", lane="cpu", needs=("a",))], 1)
    s.begin()
    s.again("a")
    assert ids(s.begin()) == ["a"]
    s.end("a")
    with pytest.raises(KeyError):
        s.end("a")
    with pytest.raises(KeyError):
        s.again("b")
    assert ids(s.begin()) == ["b"]


@pytest.mark.parametrize(
    ("chunks", "words"),
    [
        ([Chunk(id="a", lane="x"), Chunk(id="a", lane="x")], "Two chunks are called a"),
        ([Chunk(id="a", lane="x", needs=("z",))], "needs z"),
        ([Chunk(id="a", lane="x", needs=("b",)), Chunk(id="b", lane="x", needs=("a",))], "need one another: a, b"),
    ],
)
def test_a_plan_that_cannot_end_is_refused(chunks: list[Chunk], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Schedule(chunks, 1)
    with pytest.raises(ValueError, match="window"):
        Schedule([], 0)


@pytest.mark.parametrize("seed", range(20))
def test_every_chunk_is_done_once_and_after_its_needs_whatever_ends_first(seed: int) -> None:
    dice = random.Random(seed)
    names = [f"c{n}" for n in range(dice.randrange(1, 60))]
    chunks = [
        Chunk(
            id=name,
            lane=dice.choice("xyz"),
            rank=(dice.randrange(3),),
            needs=tuple(dice.sample(names[:i], min(i, dice.randrange(4)))),
        )
        for i, name in enumerate(names)
    ]
    by_name = {chunk.id: chunk for chunk in chunks}
    s = Schedule(dice.sample(chunks, len(chunks)), window := dice.randrange(1, 4))
    running: list[str] = []
    done: list[str] = []
    while not s.finished:
        running += ids(s.begin())
        assert all(sum(by_name[n].lane == lane for n in running) <= window for lane in "xyz")
        name = running.pop(dice.randrange(len(running)))
        if dice.random() < 0.2:
            s.again(name)
            continue
        assert set(by_name[name].needs) <= set(done)
        s.end(name)
        done.append(name)
    assert sorted(done) == sorted(names)


def test_asking_costs_the_same_for_ten_thousand_chunks_as_for_a_hundred() -> None:
    def each_s(count: int) -> float:
        s = Schedule([Chunk(id=str(n), lane="cpu", rank=(n,)) for n in range(count)], 8)
        begun = time.perf_counter()
        while not s.finished:
            for chunk in s.begin():
                s.end(chunk.id)
        return (time.perf_counter() - begun) / count

    assert min(each_s(10_000) for _ in range(3)) < 10 * min(each_s(100) for _ in range(3)) + 1e-5


def test_a_window_follows_the_machines_that_come_and_go() -> None:
    schedule = Schedule([Chunk(id=str(n), lane="cpu") for n in range(9)], window=2)
    assert len(schedule.begin()) == 2
    schedule.widen(5)
    assert len(schedule.begin()) == 3
    schedule.widen(1)
    for n in range(4):
        schedule.end(str(n))
    assert schedule.begin() == (), "one is still at work"
    schedule.end("4")
    assert len(schedule.begin()) == 1
    with pytest.raises(ValueError, match="nothing begin"):
        schedule.widen(0)
