"""What a run cost, beside what was estimated; and what later estimates learn from it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.amounts import STAGES
from flows.bill import rounded
from flows.costs import Cost, Sample
from flows.outcome import Outcome
from flows.planning import Planned
from flows.prices import Price, Rates, price_of
from flows.recipe import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSpent:
    """One stage: seconds as they were estimated, and as they were."""

    stage: str
    estimated_cpu_s: float = 0.0
    cpu_s: float = 0.0
    estimated_gpu_s: float = 0.0
    gpu_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a run cost. The user's Prefect server, which runs of a day share, is not in it."""

    stages: tuple[StageSpent, ...]
    estimated_cpu_s: float
    cpu_s: float
    estimated_gpu_s: float
    gpu_s: float
    estimated_wall_s: float
    wall_s: float
    estimated_price: Price | None = None
    price: Price | None = None
    """Of processors and GPU; people's time is only known to the people."""

    def off(self) -> float:
        """By what part of the truth the estimate of CPU seconds is too large (too small where negative)."""
        return self.estimated_cpu_s / self.cpu_s - 1 if self.cpu_s else 0.0


def stage_receipts(outcome: Outcome) -> dict[str, list[Receipt]]:
    """What was made and found, by stage; what editions share besides the scenes' pictures included."""
    return {
        "translate": [r for m in outcome.editions for r in m.drafts],
        "speak": [r for m in outcome.editions for r in m.takes],
        "listen": [r for m in outcome.editions for r in m.heard],
        "shot": [*outcome.shots, *outcome.spare],
        "film": [m.finished.receipt for m in outcome.editions],
    }


def samples_of(planned: Planned, outcome: Outcome, loose: Sequence[Sample], rest_s: float) -> tuple[Sample, ...]:
    """All that was measured in a run; ``loose`` and ``rest_s`` are what ``flows.meter`` put down to no stage."""
    found = [s for receipts in stage_receipts(outcome).values() for r in receipts for s in r.samples]
    run = [Sample(amount=a, cpu_s=rest_s) for a in planned.amounts if a.stage == "run"]
    return (*found, *loose, *run)


def spent_of(
    planned: Planned, outcome: Outcome, loose: Iterable[Sample], rest: tuple[float, float], rates: Rates | None = None
) -> Spent:
    """The truth beside the estimate.

    Args:
        rest: (CPU seconds that no stage accounts for, wall seconds of the run).
    """
    rest_s, wall = rest
    plan = planned.plan
    cpu: defaultdict[str, float] = defaultdict(float)
    gpu: defaultdict[str, float] = defaultdict(float)
    for stage, receipts in stage_receipts(outcome).items():
        cpu[stage] += sum(r.cpu_s for r in receipts)
        gpu[stage] += sum(r.gpu_s for r in receipts)
    for sample in loose:
        cpu[sample.amount.stage] += sample.cpu_s
        gpu[sample.amount.stage] += sample.gpu_s
    cpu["run"] += rest_s
    said = dict(plan.stages)
    stages = tuple(
        StageSpent(
            stage=stage,
            estimated_cpu_s=said.get(stage, Cost()).cpu_s,
            cpu_s=rounded(cpu[stage]),
            estimated_gpu_s=said.get(stage, Cost()).gpu_s,
            gpu_s=rounded(gpu[stage]),
        )
        for stage in STAGES
        if stage in said or cpu[stage]
    )
    cpu_s, gpu_s = sum(cpu.values()), sum(gpu.values())
    spent = Cost(cpu_s=cpu_s, gpu_s=gpu_s, cpu_high_s=cpu_s, cpu_low_s=cpu_s, gpu_low_s=gpu_s, gpu_high_s=gpu_s)
    return Spent(
        stages=stages,
        estimated_cpu_s=plan.cost.cpu_s,
        cpu_s=rounded(cpu_s),
        estimated_gpu_s=plan.cost.gpu_s,
        gpu_s=rounded(gpu_s),
        estimated_wall_s=plan.wall_s,
        wall_s=rounded(wall),
        estimated_price=plan.price and _without_people(plan.price),
        price=price_of(rates, spent, 0.0, plan.gpu)
        if rates and not (gpu_s and rates.of_gpu(plan.gpu) is None)
        else None,
    )


def _without_people(price: Price) -> Price:
    cut = {name: getattr(price, name) - price.human for name in ("total", "low", "high")}
    return dataclasses.replace(price, human=0.0, **cut)
