"""``vernacast cluster up | status | down``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import msgspec
from rich.console import Console
from rich.table import Table

from flows.cluster_engines import Brought, Seen, bring_down, bring_up, look_at
from flows.commands.wish import ADDRESS, Wish, recipe_of, talk
from flows.exposure import Door
from flows.knock import refuse_open_doors
from languages.errors import UsageError


def bring(script: str, to: str, address: str, means: tuple[str, str, bool], keep: int, as_json: bool) -> int:
    """Deploys engines; the exit code. ``means`` are device, use, and whether ears are wanted."""
    _refuse(address)
    engines = _engines_of(script, to, means[1:]) if script else {}
    if script and not engines:
        talk("Everything that this script needs an engine for is made already.")
        return 0
    brought = bring_up(address, engines, means[0], keep)
    if as_json:
        _json(brought)
        return 0
    for need in brought.needs:
        takes = f"{need.memory_gb:.1f} GB of {'GPU memory' if need.gpus else 'memory'}"
        share = f", {need.gpus:.2f} of a GPU" if need.gpus else ""
        what = "deployed" if need.engine in brought.deployed else "was there"
        print(f"{need.engine}: {what}; up to {need.replicas} on {need.device}, each {takes}{share}")
    for engine, why in brought.unusable:
        talk(f"{engine}: not deployed: {why}")
    return 0


def show(address: str, as_json: bool) -> int:
    """Prints what a cluster does; the exit code."""
    _refuse(address)
    seen = look_at(address)
    if as_json:
        _json(seen)
        return 0
    console = Console(width=None if sys.stdout.isatty() else 120)
    for table in _tables(seen):
        console.print(table)
    for line in _lines(seen):
        print(line)
    return 0


def end(address: str, as_json: bool) -> int:
    """Takes the engines down; the exit code."""
    _refuse(address)
    gone = bring_down(address)
    if as_json:
        _json(gone)
    else:
        print(f"Ended: {', '.join(gone)}." if gone else "There were no engines.")
    return 0


def _refuse(address: str) -> None:
    if not address.startswith(ADDRESS):
        raise UsageError(f"{address!r} is no cluster's address.", expected="ray://host:port, of its Ray client.")
    refuse_open_doors([(Door.RAY_CLIENT, address.removeprefix(ADDRESS))])


def _engines_of(script: str, to: str, means: tuple[str, bool]) -> Mapping[str, Sequence[str]]:
    """What a script in some languages needs, as it is planned here."""
    from flows.chunks import graph_of
    from flows.needs import wanted
    from flows.planning import open_store, plan_recipe

    use, check = means
    recipe = recipe_of(Wish(script=script, to=to, use=use, check=check))  # on this machine's processor: it only plans
    return wanted(graph_of(recipe, plan_recipe(recipe), open_store(recipe)).pieces)


def _json(value: Brought | Seen | tuple[str, ...]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")


def _tables(seen: Seen) -> list[Table]:
    engines = Table("engine", "state", "replicas", "waiting", "busy", "what is wrong", title_justify="left")
    figures = seen.figures
    for one in seen.engines:
        busy = sum(v for k, v in figures.busy.items() if k.partition(" on ")[0] == one.engine)
        waiting = figures.queue.get(one.engine, 0.0)
        engines.add_row(one.engine, one.status, str(one.replicas), f"{waiting:.0f}", f"{busy:.0%}", one.said or "–")
    stages = Table("step", "a second", "failed so far")
    for stage in sorted({*figures.lines_per_s, *figures.failed}):
        stages.add_row(stage, f"{figures.lines_per_s.get(stage, 0.0):.2f}", f"{figures.failed.get(stage, 0.0):.0f}")
    return [t for t in (engines, stages) if t.row_count]


def _lines(seen: Seen) -> list[str]:
    figures, gpus = seen.figures, sum(n.gpus for n in seen.nodes)
    cpus = sum(n.cpus for n in seen.nodes)
    lines = [f"Machines: {len(seen.nodes)}, with {cpus:.0f} processors and {gpus} GPUs."]
    if not seen.engines:
        lines.append("No engine is up: a run brings up what it needs, or `vernacast cluster up`.")
    on_gpu = {k: v for k, v in figures.busy.items() if not k.endswith(" on cpu")}
    if gpus:
        lines.append(f"GPUs at work: {sum(on_gpu.values()) / gpus:.0%}.")
    if figures.cache_hits is not None:
        lines.append(f"Found in the store rather than made: {figures.cache_hits:.0%}.")
    if figures.film_minutes:
        cost = ", ".join(f"{money:.2f} {currency}" for currency, money in sorted(figures.cost_per_minute.items()))
        lines.append(f"Film finished: {figures.film_minutes:.1f} minutes{f', {cost} a minute' if cost else ''}.")
    if figures.model_loads:
        lines.append(f"Models loaded {figures.model_loads:.0f} times, put away {figures.model_evictions:.0f} times.")
    if figures.store_errors:
        lines.append(f"The store failed {figures.store_errors:.0f} times.")
    if seen.dashboard:
        lines.append(f"Ray's dashboard, on its head: {seen.dashboard}")
    return lines
