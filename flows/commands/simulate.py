"""``vernacast simulate``: how long a script would take on machines that are not here, and what bounds it. Predicted."""

from __future__ import annotations

import dataclasses
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.options import joined
from languages.errors import UsageError

if TYPE_CHECKING:
    from flows.duties import Priced, Run
    from flows.planning import Planned
    from flows.predict import Predicted
    from flows.prices import Rates
    from flows.recipe import Recipe
    from flows.simulate import Compute, Machines

CORES_A_GPU = 16
"""Processor cores beside each GPU, where nothing is said: own choice, as hosts with one H100 are often rented."""
GPU = "H100"
"""What is assumed of models on a GPU is assumed of this kind."""
MOST_CORES, MOST_SCRIPTS = 100_000, 100_000_000
"""Larger than anything that could be had, and small enough to be played."""
ALL = "all"
WIDTH = 120
"""Characters of the table where it goes into a file."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """All that was predicted, and what it rests on."""

    schema: str = "Simulation.1"
    languages: int
    scripts: int
    compute: str
    drivers: tuple[int, ...]
    rows: tuple[Predicted, ...]
    """Predicted, not measured."""
    money: tuple[tuple[float, float], ...] = ()
    """(price of the machines for the whole time, price of the seconds that they are at work) of each row."""
    currency: str = ""
    assumptions: tuple[str, ...] = ()


def simulate(
    scripts: Annotated[list[str], typer.Argument(help="Scripts: each is planned as it is, and stands for others.")],
    to: Annotated[list[str], typer.Option("--to", help="Languages, or `all` that a voice or a route is known for.")],
    workers: Annotated[str, typer.Option(help="Processor cores, e.g. 16,32; none = this machine's, 16 a GPU.")] = "",
    gpus: Annotated[str, typer.Option(help="GPUs, e.g. 1,2,4: one row each.")] = "0",
    number: Annotated[int, typer.Option("--scripts", help="So many scripts like those named; 0 = just those.")] = 0,
    at_once: Annotated[int, typer.Option(help="Runs under way at once; 0 = as many as keep the cores at work.")] = 0,
    suppose: Annotated[
        str, typer.Option(help="What is not here: weights, texts (people's), or both: weights,texts.")
    ] = "",
    gpu_gb: Annotated[float, typer.Option(help="Memory of each GPU in GB.")] = 80.0,
    compute: Annotated[str, typer.Option(help="local, ray or cluster.")] = "cluster",
    rates: Annotated[str, typer.Option("--rates", help="What hours cost, in TOML; none = your own rates.toml.")] = "",
    use: Annotated[str, typer.Option("--use", help="commercial, nonprofit or community.")] = "commercial",
    size: Annotated[str, typer.Option("--size", help="Size of the picture.")] = "1280x720",
    shape: Annotated[list[str] | None, typer.Option("--shape", help="A film for each: wide,tall,square.")] = None,
    seed: Annotated[int, typer.Option("--seed")] = 0,
    others: Annotated[float, typer.Option(help="Threads of other programs that want a core all the time.")] = 0.0,
    check: Annotated[bool, typer.Option("--check", help="Listen back to every line that a machine speaks.")] = False,
    cold: Annotated[
        bool, typer.Option("--cold/--warm", help="With nothing in the store, or with what is there.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Write data as JSON to stdout.")] = False,
) -> None:
    """Predict how long scripts would take on machines that are not here, what that costs, and what bounds it."""
    from flows.commands.wish import DEVICES, Wish, recipe_of

    wished = tuple(w.strip() for w in suppose.split(",") if w.strip())
    if unknown := set(wished) - {"weights", "texts"}:
        raise UsageError(f"--suppose {', '.join(sorted(unknown))} is not known.", expected="weights, texts, or both.")
    _bounded("--scripts", number, 0, MOST_SCRIPTS)
    _bounded("--at-once", at_once, 0, MOST_CORES)
    _bounded("--gpu-gb", gpu_gb, 1, 10_000)
    _bounded("--others", others, 0, MOST_CORES)
    cards = _numbers("--gpus", gpus, least=0, most=MOST_CORES // CORES_A_GPU)
    cores = (
        _numbers("--workers", workers, least=1, most=MOST_CORES)
        if workers
        else tuple(n * CORES_A_GPU or _here() for n in cards)
    )
    if len(cores) != len(cards):
        cores, cards = (cores * len(cards), cards) if len(cores) == 1 else (cores, cards * len(cores))
    if len(cores) != len(cards):
        raise UsageError(f"--workers {workers} and --gpus {gpus} are not as many.", expected="As many, or one of one.")
    device = DEVICES[1] if any(cards) else DEVICES[0]
    with tempfile.TemporaryDirectory(prefix="vernacast-simulate-") as folder:
        wishes = [
            Wish(
                script=script,
                to=_languages(joined(to)),
                borrow_voices="any",
                store=folder if cold else "",
                seed=seed,
                size=size,
                shape=joined(shape),
                compute=compute,
                use=use,
                device=device,
                check=check,
                rates=rates,
            )
            for script in scripts
        ]
        found = _predict(
            [recipe_of(w) for w in wishes], wished, (cores, cards, at_once, gpu_gb, others), (number, compute), rates
        )
    if as_json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
    else:
        _show(found)


def _predict(
    recipes: Sequence[Recipe],
    wished: Sequence[str],
    machines: tuple[Sequence[int], Sequence[int], int, float, float],
    how: tuple[int, str],
    rates_file: str,
) -> Simulation:
    from flows.commands.wish import talk
    from flows.computes import COMPUTES
    from flows.duties import Priced
    from flows.predict import CORES, needs_of_runs, predict
    from flows.prices import find_rates
    from flows.simulate import Machines
    from flows.supposed import Supposed, costs_for

    (cores, cards, at_once, gpu_gb, others), (number, name) = machines, how
    if name not in COMPUTES:
        raise UsageError(f"--compute {name!r} is not known.", expected=f"It is one of {', '.join(COMPUTES)}.")
    rates = find_rates(rates_file)
    device = recipes[0].device
    supposed = Supposed(weights="weights" in wished, people="texts" in wished, gpu_gb=gpu_gb if any(cards) else 0.0)
    priced = Priced(costs_for(device))
    plans = [_planned(recipe, supposed) for recipe in recipes]
    runs = [_run(recipe, planned, priced) for recipe, planned in zip(recipes, plans, strict=True)]
    compute = COMPUTES[name]
    if name == "local":
        each_s = priced.rate("flows/run", "").cpu[2]
        compute = dataclasses.replace(compute, task=dataclasses.replace(compute.task, run_s=each_s))
    rows: list[Predicted] = []
    there: list[Machines] = []
    scripts = number or len(runs)
    for workers, gpus in zip(cores, cards, strict=True):
        drivers = min(scripts, at_once or max(1, workers // CORES_A_DRIVER))
        gb = supposed.model_gb() or 1.0
        there.append(
            Machines(workers=workers, gpus=gpus, gpu_gb=gb, drivers=drivers, others=others, cores=min(workers, CORES))
        )
        talk(f"Playing {scripts} scripts on {workers} cores and {gpus} GPUs …")
        needs = needs_of_runs(runs, priced, supposed.gpu_gb, there[-1].cores)
        rows.append(predict(runs, scripts, there[-1], compute, needs))
    return Simulation(
        languages=max(len(p.editions) for p in plans),
        scripts=scripts,
        compute=name,
        drivers=tuple(m.drivers for m in there),
        rows=tuple(rows),
        money=tuple(row.money(rates, GPU) for row in rows) if rates else (),
        currency=rates.currency if rates else "",
        assumptions=_assumptions(plans, runs, (supposed.lines(), rates), (priced, compute), rows),
    )


CORES_A_DRIVER = 8
"""Cores that one run is given work for on average, where nothing is said of how many are under way: own choice."""


def _planned(recipe: Recipe, supposed: object) -> Planned:
    from flows.commands.wish import talk
    from flows.planning import plan_recipe
    from flows.supposed import Supposed

    assert isinstance(supposed, Supposed)
    talk(f"Planning {recipe.script} in {len(recipe.targets)} languages …")
    return plan_recipe(recipe, supposed.on(recipe))


def _run(recipe: Recipe, planned: Planned, priced: Priced) -> Run:
    from flows.chunks import graph_of
    from flows.duties import run_of
    from flows.planning import open_store

    if not planned.editions:
        raise UsageError(
            f"No edition of {recipe.script} can be made: `vernacast plan` says why.",
            remedy="`--suppose texts` plans as if people had written what nothing translates, `--suppose weights` as "
            "if all models were here.",
        )
    return run_of(graph_of(recipe, planned, open_store(recipe)), planned.work.manuscript, priced)


def _assumptions(
    plans: Sequence[Planned],
    runs: Sequence[Run],
    told: tuple[Sequence[str], Rates | None],
    costs: tuple[Priced, Compute],
    rows: Sequence[Predicted],
) -> tuple[str, ...]:
    """All that the figures rest on, in sentences."""
    from flows.computes import SOURCE
    from flows.supposed import is_assumed

    supposed, rates = told
    priced, compute = costs
    found = list(supposed)
    refused = sum(bool(p.refused) for p in plans[0].plan.languages)
    if refused:
        found.append(f"{refused} languages of the first script are left out: no route or no voice may be used.")
    by = Counter(p.engine or "people or the author" for p in plans[0].plan.languages if not p.refused)
    found.append(f"Texts of the first script: {', '.join(f'{n} by {e}' for e, n in by.most_common())}.")
    by = Counter(v.voice.engine for p in plans[0].plan.languages for v in p.voices[:1])
    found.append(f"Voices of the first script: {', '.join(f'{n} by {e}' for e, n in by.most_common())}.")
    if rows[0].runs > len(runs):
        found.append(f"{len(runs)} scripts are planned as they are and stand for {rows[0].runs}.")
    for row in rows:
        if row.runs > row.played:
            found.append(f"On {row.workers} cores {row.played} runs are played; the rest is taken to go on alike.")
    kinds = {step.kind for run in runs for duty in run.duties for step in duty.steps}
    sources: dict[str, str] = {}
    for kind in sorted(kinds, key=lambda k: (k.engine, k.variant)):
        rate = priced.rate(kind.engine, kind.variant) if kind.engine else None
        if rate is not None and is_assumed(rate):
            sources.setdefault(kind.engine, rate.source or "nothing is known: taken for nothing")
    found += [f"{engine} was never measured here: {source}." for engine, source in sources.items()]
    found.append("What else work costs was measured on processors: `vernacast plan` says where.")
    found.append(f"What {compute.name} adds to each chunk: {SOURCE}.")
    if rates is not None:
        found.append(f"Prices are those of your file of rates, an {GPU}'s for each GPU.")
    return tuple(found)


def _show(found: Simulation) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from flows.prices import amount_of

    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    paid = f", {found.currency} paid for the machines and {found.currency} of it at work" if found.money else ""
    title = f"Predicted, not measured: {found.scripts} scripts x {found.languages} languages on {found.compute}{paid}"
    table = Table(
        title=Text(title), title_justify="left", title_style="bold", show_edge=False, pad_edge=False, box=None
    )
    columns = ("cores", "GPUs", "at once", "time", "first", "CPU", "GPU")
    for column in (*columns, *(("paid", "at work") if found.money else ()), "bounded by"):
        table.add_column(column, justify="right" if column != "bounded by" else "left", no_wrap=True)
    for i, row in enumerate(found.rows):
        table.add_row(
            str(row.workers),
            str(row.gpus),
            str(found.drivers[i]),
            duration(row.wall_s),
            duration(row.first_s),
            f"{row.share('cpu'):.0%}",
            f"{row.share('gpu'):.0%}" if row.gpus else "",
            *(amount_of(m, "").strip() for m in (found.money[i] if found.money else ())),
            row.bottleneck(),
        )
    console.print(table)
    for text in found.assumptions:
        console.print(Text(f"  {text}"), soft_wrap=True)


def duration(seconds: float) -> str:
    """A time for a person."""
    if seconds < 600:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def _languages(to: str) -> str:
    if to != ALL:
        return to
    from languages.engine_codes import tags

    return ",".join(dict.fromkeys((*tags("mms"), *tags("nllb"), *tags("madlad"))))


def _bounded(option: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise UsageError(f"{option} {value:g} cannot be used.", expected=f"A number from {least:g} to {most:g}.")


def _numbers(option: str, text: str, least: int, most: int) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and len(part) < 10 and least <= int(part) <= most for part in parts):
        raise UsageError(f"{option} {text!r} cannot be used.", expected=f"Whole numbers from {least} to {most}: 1,2,4.")
    return tuple(int(part) for part in parts)


def _here() -> int:
    return os.cpu_count() or 1
