"""``vernacast make``: makes the films, with live progress; run again it continues."""

from __future__ import annotations

import dataclasses
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from flows.commands.cost_lines import spent_lines
from flows.commands.look_at import to_look_at
from flows.commands.plan import refusals, show_plan, with_price
from flows.commands.wish import ADDRESS, Wish, recipe_of, talk, words_of
from flows.compute import need_ray
from flows.handed import PARCEL, name_run
from flows.memory import loading, share_one_heap
from flows.prices import Rates, find_rates, hand_on, rates_at_work
from flows.recipe import Recipe
from flows.urgency import urgency
from languages.errors import ServerUnavailable, UsageError, VernacastError

if TYPE_CHECKING:
    from flows.outcome import Outcome
    from flows.planning import Planned
    from flows.report import Report
    from flows.spent import Spent

BEGINNINGS = 3
"""How often the flow is begun that loses its Prefect server each time."""


def run(wish: Wish, as_json: bool) -> int:
    """Makes everything that can be made; 0 done, 3 where lines failed or a language has to wait for people."""
    begun = time.perf_counter()
    share_one_heap()
    recipe = recipe_of(wish)
    urgency()
    if recipe.compute == "cluster" and not os.environ.get(PARCEL):
        raise UsageError(
            "--compute cluster is for the cluster itself.",
            expected="local, ray (a Ray on this machine), or a cluster's address: ray://head:10001.",
        )
    if recipe.compute != "local":
        need_ray(recipe.compute)
    if recipe.compute.startswith(ADDRESS):
        return _run_there(wish, recipe, as_json)
    at_work = rates_at_work()
    rates = find_rates(wish.rates) or (at_work.rates if at_work is not None else None)
    os.environ["VERNACAST_DEVICE"] = recipe.device  # read by the engines' workers
    server = _server_meanwhile()
    from flows.planning import open_store, plan_recipe

    open_store(recipe).sweep()
    planned = plan_recipe(recipe)
    planned = dataclasses.replace(planned, plan=with_price(planned.plan, rates))
    name_run(planned.plan.name)
    hand_on(rates, planned.plan.gpu)
    if not as_json:
        show_plan(planned.plan, stderr=True)
    from flows.report import prepare_files, report_of, write_report

    prepare_files(planned)
    nothing = refusals(planned.plan)
    if nothing is not None:
        raise nothing
    _engines_meanwhile(recipe, planned)
    outcome = _run_flow(recipe, planned, server, quiet=as_json)
    spent = _spent(recipe, planned, outcome, begun, rates)
    report = report_of(recipe, planned, outcome, spent)
    path = write_report(recipe, planned, report)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(report) + b"\n")
    else:
        _say(report, path)
    return 0 if report.finished else 3


def _spent(recipe: Recipe, planned: Planned, outcome: Outcome, begun: float, rates: Rates | None) -> Spent:
    """What the run cost; later plans learn from it."""
    from flows.cost_book import learn
    from flows.meter import book
    from flows.observe import spend
    from flows.spent import samples_of, spent_of

    spend()
    loose, rest_s = book.take_loose(), book.take_rest_s()
    learn(samples_of(planned, outcome, loose, rest_s), device=recipe.device)
    return spent_of(planned, outcome, loose, (rest_s, time.perf_counter() - begun), rates)


def _run_there(wish: Wish, recipe: Recipe, as_json: bool) -> int:
    """Sends the work to a cluster, watches, and fetches what came of it."""
    from flows.cluster import make_there
    from flows.exposure import Door
    from flows.knock import refuse_open_doors
    from flows.parcel import OUT, send
    from flows.planning import open_store

    refuse_open_doors([(Door.RAY_CLIENT, recipe.compute.removeprefix(ADDRESS))])
    store = open_store(recipe)
    hand_on(find_rates(wish.rates))
    run = send(store, recipe, words_of(wish))
    out = Path(recipe.out).resolve()
    result = make_there(recipe.compute, store, run, Path(recipe.script).resolve(), out, talk)
    reports = [out / name.removeprefix(f"{OUT}/") for name, _ in result.files if name.endswith("/report.json")]
    for path in reports:
        content = path.read_bytes()
        if as_json:
            sys.stdout.buffer.write(content)
        else:
            from flows.report import read_report

            _say(read_report(path), path)
    if not reports:
        talk(result.said.strip())
    return result.code


def _server_meanwhile() -> Future[str]:
    """The Prefect server's URL, sought or started while the script is read and planned."""
    from flows.server import ensure_server

    answer: Future[str] = Future()

    def seek() -> None:
        try:
            answer.set_result(ensure_server())
        except VernacastError as error:
            answer.set_exception(error)

    threading.Thread(target=seek, daemon=True).start()
    return answer


def _engines_meanwhile(recipe: Recipe, planned: Planned) -> None:
    """Engines start on the other cores while Prefect is imported here; on a cluster they are not ours to start."""
    from flows.warming import warm_up
    from flows.workers import default_pool

    if recipe.compute == "local":
        warm_up(planned, default_pool())


def _run_flow(recipe: Recipe, planned: Planned, server: Future[str], quiet: bool) -> Outcome:
    from flows.server import client_environment, kept
    from flows.workers import default_pool

    if not quiet and not server.done():
        talk("Waiting for the Prefect server …")
    url = server.result()
    os.environ.update(client_environment(url))
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with loading():
        from flows.localise import localise

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as progress:
        bar = progress.add_task("Making", total=None)

        def watch(what: str, done: int, of: int) -> None:
            progress.update(bar, description=f"Making ({what})", completed=done, total=of)

        try:
            with kept(url):
                return _flow_begun_again(lambda: localise(recipe, planned, watch), url)
        except KeyboardInterrupt:
            default_pool().close()  # threads that wait for a worker come back at once
            raise


def _flow_begun_again(flow: Callable[[], Outcome], url: str) -> Outcome:
    """What the flow gives; begun anew where its server was killed in a moment that Prefect does not bear.

    A server that is killed while it begins is begun on an empty database: that knows nothing of the run.
    """
    from httpx import HTTPError
    from prefect.exceptions import ObjectNotFound

    from flows.server import ensure_server

    for last in (*(False,) * (BEGINNINGS - 1), True):
        try:
            return flow()
        except (HTTPError, ObjectNotFound) as error:
            # One that came back elsewhere is not found by this process: Prefect reads its settings but once.
            if last or ensure_server() != url:
                raise ServerUnavailable(
                    f"The Prefect server at {url} went away during the run ({type(error).__name__}).",
                    remedy="See that it runs, then run the same command again: what was finished is kept.",
                ) from error
    raise AssertionError("unreachable")


def _say(report: Report, path: Path) -> None:
    from flows.stages.edition import ENDING, film_names

    for edition in report.languages:
        films = [found for found, _ in edition.files if found.endswith(".mp4")]
        for film in films:
            print(film)
        made_now = {Path(film).name for film in films}
        for name in film_names(report.name):
            old = path.parent / edition.language / name
            if name not in made_now and old.is_file():
                how = "--burn-captions" if name.endswith(ENDING) else "--shape"
                talk(f"{old} is of an earlier run: {how} makes it anew.")
        for reason in edition.reasons:
            talk(f"{edition.name} ({edition.language}): {reason}")
        for line in edition.lines:
            if line.reason:
                talk(f"  {edition.language} {line.line}: {line.reason}")
        if asked := to_look_at(edition):
            talk(f"{edition.name} ({edition.language}): {asked}")
    for text, names in report.left_out:
        talk(f"Pictures of {', '.join(names)}: {text}.")
    made, found = report.made, report.found
    talk(
        f"Made {sum(made.values())} and found {sum(found.values())} already made, "
        f"in {report.seconds:.1f} s. Report: {path}"
    )
    for text in spent_lines(report.spent) if report.spent else ():
        talk(text)
