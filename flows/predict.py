"""How long some runs would take on some machines: predicted. Plays as many as it takes for the rest to go on alike."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from flows.carriers import Needs
from flows.costs import Cost
from flows.duties import Priced, Run
from flows.means import needs_gb
from flows.needs import Node, need_of
from flows.prices import Rates, price_of
from flows.serving import ASKS
from flows.simulate import Compute, Machines, Noted, World
from flows.urgency import BATCH
from languages.discover import get_engine

ROUNDS = 4
"""So many runs of each driver are played, and the rest is taken to go on as their middle part did."""
LEAST = 60
"""Runs that are played at least, where there are as many."""
CORES, RAM_GB = 16, 128.0
"""Of one machine of a cluster, where nothing else is known: own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """What came out: predicted, not measured."""

    runs: int
    played: int
    """Runs that were played; the rest is taken to go on alike."""
    editions: int
    film_s: float
    wall_s: float
    first_s: float
    """Until the first edition is ready."""
    workers: int
    gpus: int
    cpu_s: float
    """Of all cores; likewise of all GPUs."""
    gpu_s: float
    shares: tuple[tuple[str, float], ...]
    """(what, the part of the time that it is at work), the busiest first."""
    replicas: tuple[tuple[str, int], ...] = ()
    """(engine with models, replicas)."""
    loads: tuple[tuple[str, int], ...] = ()
    """(engine, how often a model was loaded)."""

    def share(self, what: str) -> float:
        """The part of the time that something is at work; 0 where there is none of it."""
        return dict(self.shares).get(what, 0.0)

    def bottleneck(self) -> str:
        """What is at work for most of the time, or that chunks wait for one another: for what comes before them."""
        what, share = self.shares[0]
        return f"{what} {share:.0%}" if share >= BOUND else f"waiting ({what} {share:.0%})"

    def money(self, rates: Rates, gpu: str) -> tuple[float, float]:
        """(price of the machines for the whole time, price of the seconds that they are at work)."""
        hours = self.wall_s / 3600
        gpu_hour = rates.of_gpu(gpu) or 0.0
        used = Cost(cpu_s=self.cpu_s, gpu_s=self.gpu_s, gpu_high_s=self.gpu_s)
        return hours * (self.workers * rates.cpu_hour + self.gpus * gpu_hour), price_of(rates, used, 0.0, gpu).total


BOUND = 0.75
"""What is at work for so large a part of the time bounds the whole; below, chunks wait for one another."""


def needs_of_runs(
    runs: Iterable[Run], priced: Priced, gpu_gb: float, cores: int = CORES
) -> tuple[dict[str, Needs], dict[str, float]]:
    """(what each engine needs, GPU seconds that there are for it), as ``flows.needs`` would give it to services.

    Args:
        gpu_gb: memory of each GPU; 0 = there are none.
        cores: of each machine.
    """
    models: defaultdict[str, set[str]] = defaultdict(set)
    work: defaultdict[str, float] = defaultdict(float)
    for run in runs:
        for duty in run.duties:
            for step in duty.steps:
                models[step.kind.engine].add(step.kind.variant)
                work[step.kind.engine] += step.work[1]
    models.pop("", None)
    there = Node(cpus=cores, ram_gb=RAM_GB, gpus=1 if gpu_gb else 0, gpu_gb=gpu_gb)
    found: dict[str, Needs] = {}
    for engine, names in models.items():
        card = get_engine(engine).card
        need = need_of(engine, names if card.environment else (), "cuda" if gpu_gb else "cpu", (there,))
        on = need.device != "cpu"
        each = {n: needs_gb(card, n, need.device)[0] for n in names} if card.environment else {}
        found[engine] = Needs(
            start=priced.start(engine),
            models=bool(card.environment),
            replicas=need.replicas,
            cores=max(1, round(card.resources.cpus)) if card.environment and not on else 1,
            gpu_gb=need.memory_gb if on else 0.0,
            each_gb=lambda name, each=each: each.get(name, 0.0),
        )
    return found, dict(work)


def predict(
    runs: Sequence[Run],
    number: int,
    machines: Machines,
    compute: Compute,
    needs: tuple[dict[str, Needs], dict[str, float]],
) -> Predicted:
    """Plays ``number`` runs, those that are given one after the other again and again.

    Raises:
        ValueError: an engine does not fit onto the GPUs.
    """
    if number > 1:  # a batch, that leaves room for people
        compute = dataclasses.replace(compute, asks=ASKS[BATCH])
    least = max(LEAST, ROUNDS * machines.drivers, ROUNDS * len(runs))
    played = min(number, math.ceil(least / len(runs)) * len(runs))  # of each as many
    world = World(machines, compute, *needs)
    world.play(islice(cycle(runs), played))
    busy, wall = world.busy(), world.clock.now
    if number > played:
        more = (number - played) / played
        # Chunks wait for nobody who is only told of them: such a one may fall behind while the others go on.
        wall += more * max(_pace(world.done, played, busy), *busy.values())
        busy = {what: seconds * (1 + more) for what, seconds in busy.items()}
    shown = [runs[i % len(runs)] for i in range(min(number, len(runs)))]
    return Predicted(
        runs=number,
        played=played,
        editions=round(sum(run.editions() for run in shown) * number / len(shown)),
        film_s=sum(run.film_s for run in shown) * number / len(shown),
        wall_s=wall,
        first_s=world.first_s,
        workers=machines.workers,
        gpus=machines.gpus,
        cpu_s=busy["cpu"] * machines.workers,
        gpu_s=busy.get("gpu", 0.0) * machines.gpus,
        shares=tuple(sorted(((k, v / wall) for k, v in busy.items()), key=lambda s: -s[1])),
        replicas=world.replicas(),
        loads=world.loads(),
    )


def _pace(done: Sequence[Noted], played: int, busy: Mapping[str, float]) -> float:
    """Seconds that as much work as was played takes while every driver is under way.

    That is from when a quarter has ended until no run is left to begin; by what is busiest then, since that bounds it.
    """
    first, last = done[played // 4], next(n for n in reversed(done) if n.begun < played)
    worked = {what: seconds - first.busy.get(what, 0.0) for what, seconds in last.busy.items()}
    busiest = max(worked, key=lambda what: worked[what])
    return busy[busiest] * (last.at - first.at) / worked[busiest]
