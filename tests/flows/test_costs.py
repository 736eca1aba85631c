"""Costs are fitted so that estimates come true: never negative, from few samples, on slower machines."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.costs import (
    MOST,
    SPREAD,
    Amount,
    Cost,
    Costs,
    Evidence,
    Rate,
    Sample,
    Sums,
    fitted,
    noted,
    seconds_of,
    total,
)

TRUE = (0.5, 0.02, 0.01, 0.0004)
SHIPPED = Rate(cpu=TRUE, evidence=Evidence.SHIPPED, source="here, once", count=50)


def work(begun: float, jobs: int, characters: float, what: str = "speech/x") -> Amount:
    return Amount(stage="speak", what=what, begun=begun, calls=1.0, jobs=float(jobs), size=characters)


def learnt(samples: list[Sample], what: str = "speech/x") -> Sums:
    sums = Sums(machine="m", what=what)
    for sample in samples:
        sums = noted(sums, sample)
    return sums


def measured(amount: Amount, times: float = 1.0) -> Sample:
    return Sample(amount=amount, cpu_s=times * seconds_of(TRUE, amount))


def jobs_of_all_sizes() -> list[Amount]:
    dice = random.Random(7)
    return [work(n % 3 == 0, 1 + n % 9, dice.uniform(20, 90) * (1 + n % 9)) for n in range(30)]


def test_a_line_is_found_again_from_what_it_gave() -> None:
    cpu, gpu = fitted(learnt([measured(a) for a in jobs_of_all_sizes()]))
    assert cpu == pytest.approx(TRUE, rel=1e-4)
    assert gpu == (0.0, 0.0, 0.0, 0.0)


@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.integers(1, 60), st.floats(0, 5000), st.floats(0, 1000, allow_nan=False)),
        max_size=12,
    )
)
def test_no_part_of_a_cost_is_negative_or_no_number(rows: list[tuple[int, int, float, float]]) -> None:
    cpu, _ = fitted(learnt([Sample(amount=work(b, n, size), cpu_s=s) for b, n, size, s in rows]))
    assert all(math.isfinite(c) and c >= 0 for c in cpu)


def test_a_single_measurement_is_reproduced() -> None:
    amount = work(1, 4, 200)
    cpu, _ = fitted(learnt([Sample(amount=amount, cpu_s=2.0)]))
    assert seconds_of(cpu, amount) == pytest.approx(2.0, rel=1e-6)


def test_without_any_measurement_the_shipped_figure_stands() -> None:
    costs = Costs(machine="m", shipped={("speech/x", ""): SHIPPED})
    assert costs.priced(work(1, 10, 500)).cpu_s == pytest.approx(0.5 + 0.02 + 0.1 + 0.2)


def test_few_own_measurements_lean_on_the_shipped_ones_and_many_do_not() -> None:
    amount = work(0, 10, 500)

    def after(count: int) -> float:
        own = learnt([measured(amount, times=2.0)] * count)
        return Costs(machine="m", shipped={("speech/x", ""): SHIPPED}, own={("speech/x", ""): own}).priced(
            amount
        ).cpu_s / seconds_of(TRUE, amount)

    assert 1.0 < after(1) < 1.6
    assert 1.8 < after(60) <= 2.05


def test_one_small_picture_does_not_make_large_ones_cheap() -> None:
    shipped = Rate(cpu=(0.0, 0.5, 0.0, 4.5), evidence=Evidence.SHIPPED)
    small, large = work(0, 1, 0.23, what="flows/shot"), work(0, 1, 0.92, what="flows/shot")
    own = learnt([Sample(amount=small, cpu_s=seconds_of(shipped.cpu, small))] * 2, what="flows/shot")
    costs = Costs(machine="m", shipped={("flows/shot", ""): shipped}, own={("flows/shot", ""): own})
    assert costs.priced(large).cpu_s == pytest.approx(seconds_of(shipped.cpu, large), rel=0.02)


def test_a_slower_machine_makes_what_was_never_measured_there_dearer_too() -> None:
    own = {("speech/x", ""): learnt([measured(a, times=3.0) for a in jobs_of_all_sizes()])}
    other = Rate(cpu=(0.0, 0.0, 1.0, 0.0), evidence=Evidence.ELSEWHERE)
    costs = Costs(machine="m", shipped={("speech/x", ""): SHIPPED, ("video/y", ""): other}, own=own)
    assert costs.slower() == pytest.approx(3.0, rel=1e-3)
    assert costs.priced(work(0, 2, 0, what="video/y")).cpu_s == pytest.approx(6.0, rel=1e-3)


def test_a_route_never_measured_is_priced_as_its_siblings_are() -> None:
    own = {("speech/x", "a"): learnt([measured(a) for a in jobs_of_all_sizes()])}
    rate = Costs(machine="m", own=own).rate("speech/x", "b")
    assert rate.cpu == pytest.approx(TRUE, rel=1e-3)
    assert rate.evidence is Evidence.ELSEWHERE


def test_a_model_known_by_its_card_alone_says_so_and_has_a_wide_range() -> None:
    card = Rate(cpu=(0.0, 0.0, 3.0, 0.0), evidence=Evidence.CARD)
    cost = Costs(machine="m", cards={("speech/x", "*"): card}).priced(work(1, 10, 500))
    assert cost.cpu_s == pytest.approx(30.0)
    assert cost.cpu_high_s / cost.cpu_low_s == pytest.approx(SPREAD[Evidence.CARD] ** 2)
    assert cost.unmeasured == ("speech/x",)


def test_what_nobody_knows_costs_nothing_and_is_named() -> None:
    assert Costs(machine="m").priced(work(1, 10, 500)) == Cost(unmeasured=("speech/x",))


def test_old_measurements_fade_when_a_machine_becomes_quicker() -> None:
    amount = work(0, 10, 500)
    sums = learnt([measured(amount, times=4.0)] * int(MOST) + [measured(amount)] * int(2 * MOST))
    cpu, _ = fitted(sums)
    assert seconds_of(cpu, amount) / seconds_of(TRUE, amount) < 1.5
    assert sums.count <= MOST + 1


def test_costs_add_up_with_their_bounds() -> None:
    one = Cost(cpu_s=1, cpu_low_s=0.5, cpu_high_s=2, unmeasured=("a",))
    assert total([one, one]) == Cost(cpu_s=2, cpu_low_s=1, cpu_high_s=4, unmeasured=("a",))
