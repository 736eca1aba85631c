"""``vernacast deploy``: gives a Prefect server the queues, limits, deployments and schedules of ``deploy.toml``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

File = Annotated[str, typer.Argument(help="What to deploy; deploy/deploy.example.toml shows every key.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Show the differences and change nothing.")]
Work = Annotated[bool, typer.Option("--work", help="Then be a worker in this terminal, until Ctrl-C: runs begin here.")]
Slots = Annotated[int, typer.Option("--slots", min=1, help="With --work: runs at once in this worker.")]
OWN = (
    "This is your own Prefect server, which ends when nobody has needed it for a while; while it is down nothing is "
    "scheduled, and what was missed is not made up for. `vernacast deploy --work` keeps it up; for schedules that are "
    "to be kept, name a server that stays with PREFECT_API_URL."
)


def deploy(file: File = "deploy.toml", dry_run: Dry = False, work: Work = False, slots: Slots = 2) -> None:
    """Create or update work pool, queues, limits, deployments and schedules. Twice is as good as once."""
    raise typer.Exit(run(file, dry_run, work, slots))


def run(file: str, dry_run: bool, work: bool, slots: int) -> int:
    """Prints each change as it is made (stdout); 0 where the server then agrees with the file.

    Raises:
        InputRefused: the file says something that cannot be done.
        ServerUnavailable: the server does not answer, or refuses.
    """
    from flows.commands.wish import talk
    from flows.deploy_file import read_deploy
    from flows.deployments import changes, wanted_things
    from flows.server import client_environment, ensure_server

    wish = read_deploy(Path(file))
    url = ensure_server(services=True)
    os.environ.update(client_environment(url))
    from flows.prefect_api import PrefectApi

    api = PrefectApi()
    try:
        wanted = wanted_things(wish, _version())
        todo = changes(wanted, api.present())
        for change in todo:
            print(f"would {change}" if dry_run else str(change), flush=True)
            if not dry_run:
                api.apply(change)
        if todo and not dry_run:
            api.settle(wanted)
    finally:
        api.close()
    for warning in wish.warnings:
        talk(warning)
    talk(f"{url}: {len(todo)} {'differences' if dry_run else 'changes'}." if todo else f"{url} agrees with {file}.")
    if url == os.environ.get("VERNACAST_OWN_SERVER"):
        talk(OWN)
    if work and not dry_run:
        be_worker(slots)
    return 0


def worker_command(slots: int) -> list[str]:
    """The command line of a worker of our pool, which starts the processes of runs on its own machine."""
    from flows.deployments import POOL

    limit = ["--limit", str(slots)]
    start = ["worker", "start", "--pool", POOL, "--type", "process", "--install-policy", "never"]
    return [sys.executable, "-P", "-m", "prefect", *start, *limit]


def be_worker(slots: int) -> None:
    """Becomes a worker; this process keeps its number, so that the own server stays as long as it lives."""
    from flows.processes import python_path

    os.environ["PYTHONPATH"] = python_path()
    command = worker_command(slots)
    os.execv(command[0], command)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("vernacast")
    except PackageNotFoundError:
        return "checkout"
