"""``vernacast make``: makes the films, with live progress; run again it continues."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from flows.commands.plan import refusals, show_plan
from flows.commands.wish import Wish, recipe_of, talk
from flows.recipe import Recipe

if TYPE_CHECKING:
    from flows.outcome import Outcome
    from flows.planning import Planned
    from flows.report import Report


def run(wish: Wish, as_json: bool) -> int:
    """Makes everything that can be made; 0 done, 3 where lines failed or a language has to wait for people."""
    talk(f"Reading {wish.script} …")
    recipe = recipe_of(wish)
    from flows.planning import plan_recipe

    planned = plan_recipe(recipe)
    if not as_json:
        show_plan(planned.plan, stderr=True)
    from flows.report import prepare_files, report_of, write_report

    prepare_files(planned)
    nothing = refusals(planned.plan)
    if nothing is not None:
        raise nothing
    outcome = _run_flow(recipe, planned, quiet=as_json)
    report = report_of(recipe, planned, outcome)
    path = write_report(recipe, planned, report)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(report) + b"\n")
    else:
        _say(report, path)
    return 0 if report.finished else 3


def _run_flow(recipe: Recipe, planned: Planned, quiet: bool) -> Outcome:
    from flows.server import client_environment, ensure_server

    if not quiet:
        talk("Waiting for the Prefect server …")
    os.environ.update(client_environment(ensure_server()))
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from flows.localise import localise

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as progress:
        bar = progress.add_task("Making", total=None)

        def watch(what: str, done: int, of: int) -> None:
            progress.update(bar, description=what, completed=done, total=of)

        return localise(recipe, planned, watch)


def _say(report: Report, path: Path) -> None:
    for edition in report.languages:
        if edition.film:
            print(edition.film)
        for reason in edition.reasons:
            talk(f"{edition.name} ({edition.language}): {reason}")
        for line in edition.lines:
            if line.reason:
                talk(f"  {edition.language} {line.line}: {line.reason}")
    made, found = report.made, report.found
    talk(
        f"Made {sum(made.values())} and found {sum(found.values())} already made, "
        f"in {report.seconds:.1f} s. Report: {path}"
    )
