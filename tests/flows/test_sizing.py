"""How work is cut: full chunks, busy hands, little lost, the same each time."""

from __future__ import annotations

import random

import pytest

from flows.costs import Costs, Rate
from flows.sizing import CLUSTER_WAYS, GOAL_S, RAY_S, ROUNDS, SHARE, THREAD_S, UNKNOWN_S, Sizes, Sizing, packed

COSTS = Costs(
    machine="x",
    shipped={
        ("speech/slow", "*"): Rate(cpu=(9.0, 9.0, 0.5, 0.01), gpu=(0.0, 0.0, 0.0, 0.02)),
        ("speech/gpu", "*"): Rate(cpu=(0.0, 0.0, 0.1, 0.0), gpu=(9.0, 9.0, 2.0, 0.0)),
    },
)


def test_a_unit_costs_what_was_measured_of_its_kind_and_size_without_what_is_loaded_once() -> None:
    sizing = Sizing(COSTS)
    assert sizing.unit_s("speech/slow", "", 100.0) == pytest.approx(2.0)  # its GPU's share is longer
    assert sizing.unit_s("speech/slow", "", 10.0) == pytest.approx(0.6)
    assert sizing.unit_s("speech/gpu", "", 100.0) == 2.0
    assert sizing.unit_s("speech/never-seen", "", 100.0) == UNKNOWN_S


@pytest.mark.parametrize("each", [0.0001, 0.004, 0.2, 2.0, 45.0])
@pytest.mark.parametrize("number", [1, 2, 7, 40, 500, 15_000])
@pytest.mark.parametrize("ways", [1, 2, 16])
def test_chunks_are_full_and_none_is_much_too_large(each: float, number: int, ways: int) -> None:
    dice = random.Random(number)
    seconds = [each * dice.uniform(0.5, 1.5) for _ in range(number)]
    sizes = Sizes(least_s=3.0, parts=ROUNDS * ways)
    chunks = packed(range(number), seconds, sizes)
    assert [n for chunk in chunks for n in chunk] == list(range(number))
    assert all(chunk and len(chunk) <= sizes.most for chunk in chunks)
    longest = max(seconds)
    costs = [sum(seconds[n] for n in chunk) for chunk in chunks]
    assert max(costs) <= sizes.goal_s + longest
    full = number > sizes.most or sum(seconds) > sizes.least_s
    if full and each * sizes.most > sizes.least_s:
        assert min(costs) >= min(sizes.least_s, sum(seconds)) / 2 - longest  # halved where units are too many
    if sum(seconds) >= ways * sizes.least_s and number >= 20 * ways:
        assert len(chunks) >= ways


def test_handing_over_takes_a_twentieth_of_the_time_at_most_where_there_is_work_enough() -> None:
    seconds = [0.05] * 2000
    for compute in ("local", "ray", "cluster"):
        sizing = Sizing(COSTS, compute, cores=2)
        assert len(packed(seconds, seconds, sizing.sizes())) * THREAD_S <= SHARE * sum(seconds)
    assert len(packed(seconds, seconds, sizing.task_sizes())) * RAY_S <= SHARE * sum(seconds)


def test_what_costs_nothing_goes_into_few_chunks() -> None:
    assert len(packed(range(10_000), [0.0] * 10_000, Sizes(least_s=3.0, parts=16))) == 10


def test_more_hands_are_given_more_chunks_as_far_as_these_are_worth_it() -> None:
    seconds = [0.5] * 100
    alone, eight, ray = (
        len(packed(seconds, seconds, sizes))
        for sizes in (
            Sizing(COSTS, "local", cores=8).sizes(alone=True),
            Sizing(COSTS, "local", cores=8).sizes(),
            Sizing(COSTS, "ray", cores=8).sizes(alone=True),  # one on each machine
        )
    )
    assert alone == ROUNDS
    assert eight == int(50 / (THREAD_S / SHARE))
    assert ray == eight


def test_many_languages_side_by_side_are_cut_less_and_none_of_their_chunks_is_too_long() -> None:
    seconds = [0.5] * 200
    sizing = Sizing(COSTS, "cluster")
    cut = {n: packed(seconds, seconds, sizing.among(n).sizes()) for n in (1, 4, 1000)}
    assert len(cut[1]) == int(100 / (THREAD_S / SHARE))
    assert len(cut[4]) == ROUNDS * CLUSTER_WAYS // 4
    assert len(cut[1000]) == 5
    assert max(map(sum, cut[1000])) <= GOAL_S
    assert sizing.among(1000).task_sizes() == sizing.task_sizes(), "pictures are of all languages together"
    assert len(packed(seconds, seconds, sizing.sizes())) == len(cut[1]), "the other is as it was"
