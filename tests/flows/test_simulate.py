"""Runs played through on machines that are not here: nothing is lost, nothing is faster than it can be."""

from __future__ import annotations

import dataclasses
import random
from itertools import repeat

import pytest

from flows.carriers import Gpu, Needs, deal
from flows.computes import CLUSTER, COMPUTES, LOCAL, RAY
from flows.duties import Duty, Kind, Run, Step, longest_s
from flows.predict import predict
from flows.schedule import Chunk
from flows.simulate import Compute, Given, Machines, World
from flows.virtual import Clock, Process, Processors

BARE = Compute(name="bare")
"""A compute that adds nothing."""
NEEDS = {
    "speech/plain": Needs(start=(0.2, 0.0)),
    "speech/voices": Needs(start=(1.0, 0.0), models=True, gpu_gb=4.0, each_gb=lambda _: 1.0),
    "translation/large": Needs(start=(2.0, 0.0), models=True, gpu_gb=9.0, each_gb=lambda _: 8.0),
}
NONE = (0.0, 0.0)


def step(engine: str, variant: str, seconds: tuple[float, float], jobs: int = 8) -> Step:
    begun = (0.5, 0.1) if engine else NONE
    return Step(kind=Kind(engine=engine, variant=variant, begun=begun, call=NONE), jobs=jobs, size=0.0, work=seconds)


def a_run(languages: int, gpu: bool = False, seed: int = 0) -> Run:
    """Shots, and for each language drafts, voices and a film."""
    dice = random.Random(seed)
    duties = [
        Duty(chunk=Chunk(id=f"shot {n}", lane="cpu", rank=(-1,)), steps=(step("", "", (dice.uniform(1, 3), 0.0)),))
        for n in range(4)
    ]
    shots = tuple(d.chunk.id for d in duties)
    for n in range(languages):
        seconds = dice.uniform(0.5, 2)
        translate, speak = ("translation/large", "speech/voices") if gpu else ("speech/plain", "speech/plain")
        work = (seconds, seconds) if gpu else (seconds, 0.0)
        draft = Chunk(id=f"{n} translate", lane=translate, rank=(n,))
        take = Chunk(id=f"{n} speak", lane=speak, rank=(n,), needs=(draft.id,))
        film = Chunk(id=f"{n} film", lane="cpu", rank=(n,), needs=(draft.id, take.id, *shots))
        duties += [
            Duty(chunk=draft, steps=(step(translate, "m", work),), engine=translate),
            Duty(chunk=take, steps=(step(speak, f"voice {n % 7}", work), step("", "", (0.3, 0.0))), engine=speak),
            Duty(chunk=film, steps=(step("", "", (0.5, 0.0)),), finishes=str(n)),
        ]
    return Run(duties=tuple(duties), begin_s=1.5)


def world(run: Run, machines: Machines, compute: Compute = BARE, runs: int = 1) -> World:
    played = World(machines, compute, NEEDS, {"translation/large": 10.0, "speech/voices": 5.0})
    played.play(iter(repeat(run, runs)))
    return played


def work_s(run: Run) -> float:
    return sum(s.work[0] for d in run.duties for s in d.steps)


@pytest.mark.parametrize("compute", [BARE, *COMPUTES.values()], ids=lambda c: c.name)
def test_each_chunk_is_done_once_and_nothing_is_faster_than_it_can_be(compute: Compute) -> None:
    for seed in range(5):
        run = a_run(12, seed=seed)
        for workers in (1, 2, 7):
            played = world(run, Machines(workers=workers), compute)
            assert played.chunks == len(run.duties)
            assert played.clock.now >= run.begin_s + longest_s(run)
            assert played.clock.now >= (run.begin_s + work_s(run)) / workers
            assert played.cpu.busy_s >= run.begin_s + work_s(run) - 1e-6
            assert played.cpu.busy_s <= workers * played.clock.now + 1e-6
            assert 0 < played.first_s <= played.clock.now


def test_more_workers_are_not_slower_and_two_are_nearly_twice_as_fast() -> None:
    run = a_run(40)
    walls = [world(run, Machines(workers=n)).clock.now for n in (1, 2, 4, 8, 16)]
    assert walls == sorted(walls, reverse=True)
    assert walls[0] / walls[1] >= 1.8


def test_what_a_run_does_beside_takes_processors_and_holds_nobody_up() -> None:
    run, machines = a_run(12), Machines(workers=64)
    alone = world(run, machines)
    noting, beside = dataclasses.replace(run, note_s=0.5), dataclasses.replace(run, beside_s=0.5)
    assert world(noting, machines).clock.now >= alone.clock.now + 0.5
    assert world(beside, machines).clock.now <= alone.clock.now + 0.5 + 1e-6
    assert world(beside, machines).cpu.busy_s == pytest.approx(alone.cpu.busy_s + 12 * 0.5)
    few = Machines(workers=1)
    assert world(beside, few).clock.now == pytest.approx(world(run, few).clock.now + 12 * 0.5, rel=0.01)


def test_the_same_is_predicted_each_time() -> None:
    run, machines = a_run(30, gpu=True), Machines(workers=4, gpus=2, drivers=3)
    first, second = (world(run, machines, CLUSTER, runs=6) for _ in range(2))
    assert (first.clock.now, first.first_s, first.busy()) == (second.clock.now, second.first_s, second.busy())


def test_no_more_of_a_lane_is_begun_at_once_than_its_window() -> None:
    run = a_run(30)
    narrow = dataclasses.replace(BARE, window=lambda _: 1)
    one, wide = world(run, Machines(workers=8), narrow), world(run, Machines(workers=8))
    assert one.clock.now > wide.clock.now
    spoken = sum(s.work[0] for d in run.duties for s in d.steps if s.kind.engine == "speech/plain")
    assert one.clock.now >= spoken  # one lane, one chunk at a time


def test_the_first_edition_does_not_wait_for_the_last() -> None:
    played = world(a_run(60), Machines(workers=2), CLUSTER)
    assert played.first_s < played.clock.now / 2


def test_services_are_shared_by_runs_and_processes_are_not() -> None:
    apart = dataclasses.replace(BARE, services=True, process_s=10.0, service_s=5.0)
    run = a_run(12)
    one, two = (world(run, Machines(workers=3), apart, runs=n).cpu.busy_s for n in (1, 2))
    assert one >= run.begin_s + work_s(run) + 3 * 10.0 + 5.0
    assert run.begin_s + work_s(run) + 3 * 10.0 <= two - one + 1e-6 <= one


def test_gpus_are_given_away_once_and_the_busiest_engine_gets_a_place_on_each() -> None:
    gpus = [Gpu(time=Processors(Clock(), 1.0), gb=24.0) for _ in range(3)]
    places = deal(gpus, [("a", 10.0, 1.0), ("b", 20.0, 9.0), ("c", 3.0, 5.0), ("d", 4.0, 0.5)])
    assert {e: len(p) for e, p in places.items()} == {"b": 3, "c": 3}
    for gpu in gpus:
        assert sum(gb for p in places.values() for g, gb in p if g is gpu) <= 24.0 + 1e-9
        assert gpu.taken <= 1.0


def test_an_engine_for_which_no_gpu_has_room_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        world(a_run(2, gpu=True), Machines(workers=2, gpus=1, gpu_gb=10.0))


def test_a_gpu_is_never_busier_than_all_the_time_and_voices_stay_loaded() -> None:
    run = a_run(70, gpu=True)
    played = world(run, Machines(workers=8, gpus=2, gpu_gb=24.0))
    assert played.chunks == len(run.duties)
    for gpu in played.gpus:
        assert 0 < gpu.time.busy_s <= played.clock.now + 1e-6
    loads = dict(played.loads())
    assert loads["translation/large"] <= 2
    assert 7 <= loads["speech/voices"] <= 14  # seven voices, at most once on each GPU


def test_a_prefect_server_that_is_too_slow_is_seen() -> None:
    slow = dataclasses.replace(CLUSTER, ask=Given(server_s=1.0), task=Given(server_s=1.0))
    found = predict([a_run(20)], 20, Machines(workers=64, drivers=8), slow, (NEEDS, {}))
    assert found.bottleneck().startswith("Prefect server")


@pytest.mark.parametrize("drivers", [8, 40])
def test_whoever_is_only_told_and_falls_behind_is_waited_for_in_the_end(drivers: int) -> None:
    slow = dataclasses.replace(CLUSTER, ask=Given(server_s=0.4), task=Given(server_s=0.4))
    run, machines = a_run(20), Machines(workers=8, drivers=drivers)
    found = predict([run], 5000, machines, slow, (NEEDS, {}))
    assert found.played < 5000
    assert all(share <= 1.0 + 1e-9 for _, share in found.shares), found.shares
    assert found.wall_s >= 5000 * len(run.duties) * 0.4 - 1e-3


def test_many_runs_go_on_as_those_that_were_played() -> None:
    runs, machines = [a_run(5, seed=s) for s in range(4)], Machines(workers=4, drivers=2)
    all_of_them = predict(runs, 60, machines, BARE, (NEEDS, {}))
    more = predict(runs, 600, machines, BARE, (NEEDS, {}))
    assert all_of_them.played == more.played == 60
    assert more.editions == 3000
    assert more.wall_s == pytest.approx(10 * all_of_them.wall_s, rel=0.05)
    assert more.cpu_s == pytest.approx(10 * all_of_them.cpu_s, rel=0.05)
    assert more.share("cpu") <= 1.0 + 1e-9
    assert sum(r.begin_s + work_s(r) for r in runs) * 150 == pytest.approx(more.cpu_s, rel=0.05)


def test_processors_are_shared_evenly() -> None:
    clock = Clock()
    two = Processors(clock, 2)
    ended: list[tuple[str, float]] = []

    def worker(name: str, seconds: float) -> Process:
        yield two.work(seconds)
        ended.append((name, clock.now))

    for name, seconds in (("a", 2.0), ("b", 2.0), ("c", 4.0), ("none", 0.0)):
        clock.start(worker(name, seconds))
    clock.run()
    # Three share two: a and b have had their 2 s after 3 s, then c goes on alone with its other 2 s.
    assert ended == [("none", 0.0), ("a", pytest.approx(3.0)), ("b", pytest.approx(3.0)), ("c", pytest.approx(5.0))]
    assert two.busy_s == pytest.approx(8.0)


def test_what_others_do_on_the_machine_makes_a_run_longer_not_more_laborious() -> None:
    run = a_run(10)
    alone, beside = (world(run, Machines(workers=2, others=n), LOCAL) for n in (0.0, 4.0))
    assert beside.clock.now > 1.5 * alone.clock.now
    assert beside.cpu.busy_s == pytest.approx(alone.cpu.busy_s)


def test_a_ray_of_its_own_costs_more_than_threads() -> None:
    run = a_run(10)
    assert world(run, Machines(workers=2), RAY).clock.now > world(run, Machines(workers=2), LOCAL).clock.now


def test_machines_without_a_processor_are_refused() -> None:
    with pytest.raises(ValueError, match="Nothing can be done"):
        Machines(workers=0)
