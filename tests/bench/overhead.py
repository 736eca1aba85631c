"""What the flow costs besides the work: seconds a unit where units are done at once.

    python -m tests.bench.overhead           # about 70 s
    python -m tests.bench.overhead --quick   # a fifth of it

A unit is one line in one step (a draft, or a sound). The whole flow is run, from a plan to its editions: the graph, the
schedule, Prefect and its server, receipts; but tasks give receipts at once, so that neither an engine nor the store is
asked. What starting and ending a flow costs, however little there is to do, is told apart: the run of one line. Against
it stand Prefect's own ways: one task a unit, by ``map`` on threads and on its Ray runner.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.served import idle_flow_s, own_server

UNITS = (100, 1_000, 10_000)
STEPS = 2
REPEAT = 5
LEAST_S = 0.01
"""A difference of two runs that is smaller than this is not told apart from none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overhead:
    """Milliseconds a unit."""

    fixed_s: float
    """Seconds of a run of one line."""
    ours: tuple[tuple[int, float], ...]
    """(units, milliseconds each, without what is fixed)."""
    plan_s: float
    """Seconds to plan the largest of them."""
    mapped: float
    """Prefect's ``task.map`` on threads."""
    on_ray: float
    """Likewise on the Ray runner."""

    def line(self) -> str:
        """All of it in one line."""
        each = ", ".join(f"{ms:.3f} ms a unit at {n:,}" for n, ms in self.ours)
        ratio = self.mapped / self.ours[-1][1]
        return (
            f"overhead: {each} (besides {self.fixed_s:.2f} s a run; plan of the largest {self.plan_s:.1f} s); Prefect "
            f"task.map {self.mapped:.1f} ms ({ratio:.0f}×), on its Ray runner {self.on_ray:.0f} ms "
            f"({self.on_ray / self.ours[-1][1]:.0f}×); wanted ≤ 0.5 ms, flat"
        )


def overhead(folder: Path, quick: bool = False) -> Overhead:
    """Measures all; the best of some repetitions. Inside of ``own_server``."""
    repeat = 1 if quick else REPEAT
    _idle(folder, 1)  # imports, first tables of the server
    sizes = (1, *(units // STEPS for units in UNITS))
    tries = [[_idle(folder, lines) for lines in sizes] for _ in range(repeat)]
    fixed, *flows = (min(flow for flow, _ in column) for column in zip(*tries, strict=True))
    return Overhead(
        fixed_s=fixed,
        ours=tuple((n, 1000 * max(LEAST_S, flow - fixed) / n) for n, flow in zip(UNITS, flows, strict=True)),
        plan_s=min(row[-1][1] for row in tries),
        mapped=_mapped("local", 200 if quick else 1000),
        on_ray=_mapped("ray", 20 if quick else 100),
    )


def _idle(folder: Path, lines: int) -> tuple[float, float]:
    """(seconds of the flow, seconds of the plan) of a story that has so many lines, title included."""
    from flows.planning import plan_recipe
    from flows.recipe import Recipe

    told = [f"La araña {n} tendió un hilo." for n in range(lines)]
    head = "---\ntitle: T\nlanguage: es\n---\n\n# A\n\n![Un campo.]\n\n"
    script = folder / f"story{lines}.es.md"
    script.write_text(head + "\n\n".join(told) + "\n", encoding="utf-8")
    recipe = Recipe(script=str(script), targets=("ca",), store=str(folder / "empty"), out=str(folder / "out"))
    begun = time.perf_counter()
    planned = plan_recipe(recipe)
    plan_s = time.perf_counter() - begun
    return idle_flow_s(recipe, planned), plan_s


def _mapped(compute: str, units: int) -> float:
    """Milliseconds a unit of Prefect's own ``map``, without the start of flow and runner."""
    from prefect import flow

    from flows.compute import get_compute
    from tests.bench.idle_tasks import one

    @flow(name="mapped", persist_result=False)
    def run(number: int) -> float:
        one.submit(-1).result()
        begun = time.perf_counter()
        assert sorted(one.map(range(number)).result()) == list(range(number))
        return time.perf_counter() - begun

    with get_compute(compute).runner() as runner:
        return 1000 * run.with_options(task_runner=runner)(units) / units


def main() -> None:
    """Prints the line."""
    with tempfile.TemporaryDirectory() as name, own_server(Path(name)):
        print(overhead(Path(name), "--quick" in sys.argv).line())


if __name__ == "__main__":
    main()
