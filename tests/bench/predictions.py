"""The tables of docs/scale.md: what is predicted for one script in 1,000 languages, and for 10,000 scripts in 50.

python -m tests.bench.predictions FOLDER [--one] [--many]
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from flows.chunks import graph_of
from flows.commands.simulate import CORES_A_DRIVER, CORES_A_GPU, GPU, duration
from flows.computes import CLUSTER
from flows.duties import Priced, Run, run_of
from flows.planning import open_store, plan_recipe
from flows.predict import Predicted, needs_of_runs, predict
from flows.prices import read_rates
from flows.recipe import Recipe
from flows.simulate import Compute, Machines
from flows.supposed import Supposed, costs_for
from languages.engine_codes import tags
from languages.licences import Use
from tests.bench.prices import Job, text_of
from tests.bench.stories import long_story
from tests.stories import ROOT

GPUS = (1, 2, 4, 8, 16, 32, 64)
SUPPOSED = Supposed(weights=True, people=True, gpu_gb=80.0)
MANY, LANGUAGES, SAMPLES = 10_000, 50, 20


def spoken(number: int) -> tuple[str, ...]:
    """Languages that MMS has a voice for, spread evenly over its list; those that something translates into first."""
    drafted = {*tags("nllb"), *tags("madlad")}
    both = sorted(set(tags("mms")) & drafted - {"es"})
    rest = sorted(set(tags("mms")) - drafted - {"es"})
    if number <= len(both):
        return tuple(both[i * len(both) // number] for i in range(number))
    return (*both, *rest)[:number]


def runs_of(home: Path, texts: Sequence[str], languages: tuple[str, ...]) -> tuple[list[Run], Priced]:
    """Stories planned as they are, as if their models were there."""
    priced = Priced(costs_for("cuda"))
    runs: list[Run] = []
    for number, text in enumerate(texts):
        script = home / f"story-{number}.es.md"
        script.write_text(text, encoding="utf-8")
        recipe = Recipe(
            script=str(script),
            targets=languages,
            out=str(home / "out"),
            store=str(home / "nothing"),
            compute="cluster",
            use=Use.NONPROFIT,
            device="cuda",
            seed=number,
            borrow_voices=(("*", "*"),),
        )
        planned = plan_recipe(recipe, SUPPOSED.on(recipe))
        runs.append(run_of(graph_of(recipe, planned, open_store(recipe)), planned.work.manuscript, priced))
    return runs, priced


def table(runs: list[Run], number: int, priced: Priced, compute: Compute, gpus: Sequence[int] = GPUS) -> None:
    """One row for each number of GPUs."""
    rates = read_rates(ROOT / "examples" / "rates.toml")
    needs = needs_of_runs(runs, priced, SUPPOSED.gpu_gb)
    print(
        f"| GPUs | cores | runs at once | time | first edition | CPU busy | GPU busy | {rates.currency} for machines | "
        f"{rates.currency} of it at work | {rates.currency} a finished minute | bounded by |"
    )
    print("|" + "---|" * 11, flush=True)
    for n in gpus:
        workers = n * CORES_A_GPU
        drivers = min(number, max(1, workers // CORES_A_DRIVER))
        machines = Machines(workers=workers, gpus=n, gpu_gb=SUPPOSED.model_gb(), drivers=drivers)
        found = predict(runs, number, machines, compute, needs)
        paid, used = found.money(rates, GPU)
        cells = (n, workers, drivers, duration(found.wall_s), duration(found.first_s), f"{found.share('cpu'):.0%}")
        more = (
            f"{found.share('gpu'):.0%}",
            _money(paid),
            _money(used),
            f"{paid / found.film_s * 60:.2g}",
            _bound(found),
        )
        print(f"| {' | '.join(map(str, (*cells, *more)))} |", flush=True)


def _money(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def _bound(found: Predicted) -> str:
    second = found.shares[1]
    return f"{found.bottleneck()}, then {second[0]} {second[1]:.0%}"


def told(runs: Sequence[Run], number: int) -> str:
    """What there is to be done, in a few words."""
    chunks = sum(len(r.duties) for r in runs) * number / len(runs)
    work = [sum(s.work[i] for r in runs for d in r.duties for s in d.steps) * number / len(runs) for i in (0, 1)]
    minutes = sum(r.film_s for r in runs) / 60 * number / len(runs)
    return (
        f"{chunks:,.0f} chunks, {minutes:,.0f} minutes of film, {work[0]:,.0f} CPU s and {work[1]:,.0f} GPU s of work"
    )


def main() -> None:
    """Both tables."""
    home = Path(sys.argv[1]).resolve()
    home.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    unbound = dataclasses.replace(
        CLUSTER,
        task=dataclasses.replace(CLUSTER.task, server_s=0.0),
        ask=dataclasses.replace(CLUSTER.ask, server_s=0.0),
    )
    if "--many" not in sys.argv:
        runs, priced = runs_of(home, [long_story(200)], spoken(1000))
        print(f"\n## One script, {runs[0].editions()} languages: {told(runs, 1)}\n")
        table(runs, 1, priced, CLUSTER)
    if "--one" not in sys.argv:
        jobs = [
            Job(what="", story=chr(ord("a") + n), to="", lines=12 + 3 * n, scenes=2 + n // 3) for n in range(SAMPLES)
        ]
        runs, priced = runs_of(home, [text_of(job) for job in jobs], spoken(LANGUAGES))
        print(f"\n## {MANY:,} scripts, {runs[0].editions()} languages: {told(runs, MANY)}\n")
        table(runs, MANY, priced, CLUSTER)
        print("\nThe same if the Prefect server kept up, whatever it is asked:\n")
        table(runs, MANY, priced, unbound, GPUS[-3:])
    print(f"\nPlayed in {time.perf_counter() - begun:.0f} s.", file=sys.stderr)


if __name__ == "__main__":
    main()
