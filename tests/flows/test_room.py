from __future__ import annotations

import dataclasses
import threading

import pytest

from flows.room import STAY_S, Room
from languages.card import Card, Resources, Step
from languages.discover import get_engine
from languages.errors import TooLarge
from tests.fakes import card


def engine(name: str, ram_gb: float) -> Card:
    return dataclasses.replace(card(f"speech/{name}", Step.SPEAK), resources=Resources(ram_gb=ram_gb))


class Machine:
    """Ten gigabytes; what was given and not ended is taken."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self.ended: list[str] = []
        self.asked: dict[str, int] = {}
        """Rank of what is asked of an engine."""
        self.now = 0.0

    def free(self, device: str) -> float:
        return 10.0 - sum(self.taken.values())

    def end(self, engine_id: str) -> bool:
        self.ended.append(engine_id)
        return self.taken.pop(engine_id, 0.0) > 0

    def wanted(self, engine_id: str) -> int | None:
        return self.asked.get(engine_id)

    def clock(self) -> float:
        return self.now


def use(room: Room, machine: Machine, what: Card) -> float:
    with room.taken(what, ("",), machine) as given:
        machine.taken[what.id] = given
    return given


def test_idle_models_make_room_the_least_recently_used_first() -> None:
    machine = Machine()
    room = Room(machine.free)
    a, b, c = engine("a", 4.0), engine("b", 3.0), engine("c", 4.0)
    assert use(room, machine, a) == 5.0
    assert use(room, machine, b) == 3.0
    use(room, machine, a)
    assert machine.ended == []
    use(room, machine, c)
    assert machine.ended == ["speech/b"]


def test_what_does_not_fit_even_alone_is_never_started() -> None:
    machine = Machine()
    room = Room(machine.free)
    use(room, machine, engine("a", 4.0))
    with pytest.raises(TooLarge, match=r"speech/huge takes about 12\.0 GB; 10\.0 GB may be used"):
        use(room, machine, engine("huge", 12.0))
    assert machine.ended == ["speech/a"]


def test_an_engine_whose_models_outgrow_its_room_starts_anew_with_more() -> None:
    machine = Machine()
    room = Room(machine.free)
    small = engine("a", 1.0)
    assert use(room, machine, small) == 5.0
    assert use(room, machine, dataclasses.replace(small, resources=Resources(ram_gb=8.0))) == 8.0
    assert machine.ended == ["speech/a"]


@pytest.mark.parametrize(("free", "given"), [(64.0, 60.0), (130.0, 65.0), (59.0, 29.5), (40.0, 26.0)])
def test_a_model_that_can_stay_on_the_gpu_whole_is_given_room_for_it(
    monkeypatch: pytest.MonkeyPatch, free: float, given: float
) -> None:
    """FLUX.1: 36 GB whole, with its pictures 60; 26 GB part by part. 64 GB are 0.8 of a card of 80."""
    monkeypatch.setenv("VERNACAST_DEVICE", "cuda")
    card = get_engine("video/image").card
    with Room(lambda _: free).taken(card, ("flux.1-schnell",), Machine()) as budget:
        assert budget == pytest.approx(given)


def test_one_waits_while_the_other_works() -> None:
    machine = Machine()
    room = Room(machine.free)
    working, let_go, second = threading.Event(), threading.Event(), threading.Event()

    def first() -> None:
        with room.taken(engine("a", 9.0), ("",), machine) as given:
            machine.taken["speech/a"] = given
            working.set()
            assert let_go.wait(10)

    def other() -> None:
        with room.taken(engine("b", 9.0), ("",), machine):
            second.set()

    threads = [threading.Thread(target=first), threading.Thread(target=other)]
    threads[0].start()
    assert working.wait(10)
    threads[1].start()
    assert not second.wait(0.2)
    let_go.set()
    assert second.wait(10)
    for thread in threads:
        thread.join(10)
    assert machine.ended == ["speech/a"]


BOTH = (engine("speaker", 6.0), engine("ear", 6.0))
"""They do not fit together."""


def in_turn(machine: Machine, room: Room, busy: float) -> threading.Thread:
    """Lets the speaker work for so long, then the ear come for its first time; the speaker has more to do."""
    machine.asked = {"speech/speaker": 0, "speech/ear": 0} if not machine.asked else machine.asked
    speaker, ear = BOTH
    use(room, machine, speaker)
    machine.now += busy
    thread = threading.Thread(target=use, args=(room, machine, ear))
    thread.start()
    return thread


def test_two_that_do_not_fit_together_do_not_take_turns_at_every_chunk() -> None:
    machine = Machine()
    room = Room(machine.free, machine.clock)
    thread = in_turn(machine, room, busy=STAY_S / 2)
    for _ in range(5):
        assert use(room, machine, BOTH[0]) == 6.0
    assert machine.ended == []
    assert thread.is_alive(), "the ear waits"
    del machine.asked["speech/speaker"]  # it has nothing more to do
    thread.join(10)
    assert not thread.is_alive()
    assert machine.ended == ["speech/speaker"]


@pytest.mark.parametrize(
    ("speaker", "ear", "busy"), [(0, 0, STAY_S), (1, 1, STAY_S), (1, 0, 0.0)], ids=["people", "batches", "person"]
)
def test_who_has_waited_long_enough_or_is_more_urgent_comes_in(speaker: int, ear: int, busy: float) -> None:
    machine = Machine()
    machine.asked = {"speech/speaker": speaker, "speech/ear": ear}
    in_turn(machine, Room(machine.free, machine.clock), busy).join(10)
    assert machine.ended == ["speech/speaker"]
    assert machine.taken == {"speech/ear": 6.0}


def test_what_was_told_is_for_all_engines_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "10")
    machine = Machine()
    room = Room()
    for what in BOTH:
        assert use(room, machine, what) == 6.0
    assert machine.ended == ["speech/speaker"]
    monkeypatch.setenv("VERNACAST_MEMORY_GB", "20")
    assert use(room, machine, BOTH[0]) == 7.0, "half of the 14 that are left"
    assert machine.ended == ["speech/speaker"]


def test_a_service_has_all_its_memory_for_its_one_engine_and_no_more_for_several() -> None:
    machine = Machine()
    alone = Room(whole_gb=4.8, share=1.0)
    assert use(alone, machine, engine("mms", 1.2)) == 4.8, "room for four voices"
    machine.taken.clear()
    several = Room(whole_gb=10.0)
    assert use(several, machine, engine("image", 8.0)) == 8.0
    assert use(several, machine, engine("film", 8.0)) == 8.0
    assert machine.taken == {"speech/film": 8.0}, "the other made room"
