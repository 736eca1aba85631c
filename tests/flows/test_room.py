from __future__ import annotations

import dataclasses
import threading

import pytest

from flows.room import Room
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

    def free(self, device: str) -> float:
        return 10.0 - sum(self.taken.values())

    def end(self, engine_id: str) -> bool:
        self.ended.append(engine_id)
        return self.taken.pop(engine_id, 0.0) > 0


def use(room: Room, machine: Machine, what: Card) -> float:
    with room.taken(what, ("",), machine.end) as given:
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
    with Room(lambda _: free).taken(card, ("flux.1-schnell",), lambda _: False) as budget:
        assert budget == pytest.approx(given)


def test_one_waits_while_the_other_works() -> None:
    machine = Machine()
    room = Room(machine.free)
    working, let_go, second = threading.Event(), threading.Event(), threading.Event()

    def first() -> None:
        with room.taken(engine("a", 9.0), ("",), machine.end) as given:
            machine.taken["speech/a"] = given
            working.set()
            assert let_go.wait(10)

    def other() -> None:
        with room.taken(engine("b", 9.0), ("",), machine.end):
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
