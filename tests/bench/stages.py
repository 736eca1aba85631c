"""Three steps that cost 3:1:2, of many units: through our schedule and through Ray Data, on one processor and on two.

    python -m tests.bench.stages                  # jobs of 60 s for two cores: about 5 minutes
    python -m tests.bench.stages --quick          # of 8 s: about 1.5 minutes; starts and ends weigh more

Each unit keeps a processor busy for so many seconds of its time, so that two cores are never more than two. All ways
have the same two processor slots of a Ray that is up, and imports done; only the job itself is timed.

Ours: chunks cut as a plan cuts them for drawing, in as many languages as there are ``LANGUAGES``, given to Prefect's
Ray runner as ``flows.localise`` gives its own.

Ray Data: (a) plain ``map_batches``: it makes one operator of the three and is never at a loss for work; (b) an actor
pool of fixed size for each step, as one needs where a step has a model in memory: two actors for the longest, one for
each of the others, half a slot each. There are as many blocks as our longest step has chunks, a batch is a block, the
input is there before the clock runs, progress bars are off.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.served import cores, own_server, walls

if TYPE_CHECKING:
    from flows.chunks import Piece

STEPS = (("A", 3.0), ("B", 1.0), ("C", 2.0))
CORES = 2
POOLS = {"A": 2, "B": 1, "C": 1}
"""Actors of each step; together they have all processor slots."""
LANGUAGES = 3
UNITS = 600
JOB_S, QUICK_S = 60.0, 8.0
"""Seconds of the job where two cores do nothing else, which is also what its slowest step would take alone on one."""
FULL = 60.0
"""The job for which chunks and blocks have the size that a plan gives them; those of a quick one are as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """Seconds."""

    job_s: float
    ours: float
    alone: float
    """On one processor slot: twice the time of half the job, in chunks of the same size."""
    tasks: float
    """Ray Data, plain."""
    actors: float
    """Ray Data, a pool for each step."""

    def line(self) -> str:
        """All of it in one line."""
        return (
            f"stages 3:1:2, {self.job_s:.0f} s on two cores: {self.ours:.1f} s, {self.ours / self.job_s:.3f} of the "
            f"slowest step (wanted ≤ 1.1); Ray Data {self.tasks:.1f} s as one operator "
            f"({self.tasks / self.ours:.2f}×), {self.actors:.1f} s with a pool for each step "
            f"({self.actors / self.ours:.2f}×; wanted ≥ 1.2×); one processor: {self.alone:.1f} s, "
            f"two are {self.alone / self.ours:.2f}× as fast (wanted ≥ 1.8×)"
        )


def unit_s(job_s: float) -> float:
    """Seconds of a unit in a step of weight 1."""
    return job_s * CORES / sum(weight for _, weight in STEPS) / UNITS


def pieces(job_s: float, full_s: float) -> tuple[Piece, ...]:
    """Our job: in each language a step needs what the step before made of the same units.

    Args:
        full_s: the job that has as many chunks as a plan gives one of ``FULL``.
    """
    import dataclasses

    from flows.chunks import Piece
    from flows.cost_book import read_costs
    from flows.schedule import Chunk
    from flows.sizing import ROUNDS, Sizing, packed
    from tests.bench.idle_tasks import Spin

    sizes = Sizing(read_costs(), "cluster").task_sizes()
    share = full_s / FULL
    sizes = dataclasses.replace(sizes, least_s=sizes.least_s * share, goal_s=sizes.goal_s * share, parts=ROUNDS * CORES)
    each = unit_s(job_s)
    found: list[Piece] = []
    for language in range(LANGUAGES):
        units = range(language * UNITS // LANGUAGES, (language + 1) * UNITS // LANGUAGES)
        before: dict[int, str] = {}
        for step, weight in STEPS:
            made: dict[int, str] = {}
            for i, part in enumerate(packed(units, [weight * each] * len(units), sizes)):
                needs = tuple(dict.fromkeys(before[n] for n in part if n in before))
                chunk = Chunk(id=f"{language} {step} {i}", lane=step, rank=(language,), needs=needs)
                spin: Any = Spin(units=part, seconds=weight * each)
                found.append(Piece(chunk=chunk, job=spin, what=step))
                made |= dict.fromkeys(part, chunk.id)
            before = made
    return tuple(found)


def ours_s(job_s: float, full_s: float, slots: int) -> float:
    """Seconds of our job, after a small one that warms Ray's workers. Inside of ``own_server``."""
    return walls("ray", (pieces(0.02 * full_s, 0.02 * full_s), pieces(job_s, full_s)), slots)[-1]


def ray_data_s(job_s: float) -> tuple[float, float]:
    """(plain tasks, a pool for each step): seconds of the same job through Ray Data, likewise warmed."""
    import ray
    from ray.data import ActorPoolStrategy, DataContext

    from flows.compute import get_compute

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.verbose_progress = False
    chunks = sum(piece.chunk.lane == "A" for piece in pieces(job_s, job_s))
    block = UNITS // chunks

    def run(seconds: float, pooled: bool) -> float:
        data = ray.data.range(UNITS, override_num_blocks=chunks).materialize()
        begun = time.perf_counter()
        for step, weight in STEPS:
            each = weight * unit_s(seconds)
            if pooled:
                pool = ActorPoolStrategy(size=POOLS[step])
                arguments = {"fn_constructor_args": (each,), "compute": pool, "num_cpus": CORES / sum(POOLS.values())}
                data = data.map_batches(Spinner, batch_size=block, **arguments)
            else:
                data = data.map_batches(spinning(each), batch_size=block, num_cpus=1)
        assert data.materialize().count() == UNITS
        return time.perf_counter() - begun

    with cores(CORES), get_compute("ray").runner():
        found: list[float] = []
        for pooled in (False, True):
            run(0.02 * job_s, pooled)
            found.append(run(job_s, pooled))
    tasks, actors = found
    return tasks, actors


def spinning(seconds: float) -> Callable[[Any], Any]:
    """A step as a function of a batch."""

    def spin(batch: Any) -> Any:
        from tests.bench.idle_tasks import burn

        for _ in batch["id"]:
            burn(seconds)
        return batch

    return spin


class Spinner:
    """A step as an actor."""

    def __init__(self, seconds: float) -> None:
        self.spin = spinning(seconds)

    def __call__(self, batch: Any) -> Any:
        """What came in, after a while."""
        return self.spin(batch)


def stages(job_s: float = JOB_S) -> Stages:
    """Measures all. Inside of ``own_server``."""
    ours = ours_s(job_s, job_s, CORES)
    tasks, actors = ray_data_s(job_s)
    return Stages(job_s=job_s, ours=ours, tasks=tasks, actors=actors, alone=2 * ours_s(job_s / 2, job_s, 1))


def main() -> None:
    """Prints the line."""
    with tempfile.TemporaryDirectory() as name, own_server(Path(name)):
        print(stages(QUICK_S if "--quick" in sys.argv else JOB_S).line())


if __name__ == "__main__":
    main()
