"""Deploying for real: a Prefect server, a worker process, films; and what comes first."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from flows.server import client_environment, server_status
from tests.stories import environment, vernacast, write_story

FILE = """
[pool]
limit = 4
[[works]]
name = "tale"
script = "pan.es.md"
to = ["ast"]
size = "320x180"
cron = "0 3 * * *"
timezone = "Europe/Madrid"
"""
ENDED = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


def prefect_api() -> httpx.Client:
    """The server's API."""
    state = server_status()
    assert state is not None
    return httpx.Client(base_url=state.url, auth=tuple(state.secret.split(":")), timeout=30, trust_env=False)


def answer(client: httpx.Client, method: str, path: str, body: object = None) -> Any:
    """What the server answers; where its database is busy (503) it is asked again, as Prefect's own client does."""
    for _ in range(20):
        said = client.request(method, path, json=body)
        if said.status_code != 503:
            break
        time.sleep(0.5)
    said.raise_for_status()
    return said.json()


@pytest.fixture
def worker(story_home: Path, own_server: None) -> Iterator[Callable[[], None]]:
    """Starts a real worker with one slot; it is ended with the test."""
    from flows.commands.deploy import worker_command

    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        state = server_status()
        assert state is not None
        scripts, out = story_home / "scripts", story_home / "out"
        own = {"VERNACAST_SCRIPTS": str(scripts), "VERNACAST_OUT": str(out)}
        quick = {"PREFECT_WORKER_QUERY_SECONDS": "1", "PREFECT_WORKER_PREFETCH_SECONDS": "0"}
        env = {**environment(story_home), **client_environment(state.url), **own, **quick}
        with (story_home / "worker.log").open("wb") as log:
            started.append(subprocess.Popen(worker_command(1), env=env, stdout=log, stderr=log, start_new_session=True))

    yield start
    for process in started:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_a_worker_makes_films_and_interactive_runs_overtake_batch(story_home: Path, worker: Callable[[], None]) -> None:
    (story_home / "scripts").mkdir()
    write_story(story_home / "scripts")
    (story_home / "deploy.toml").write_text(FILE)
    dry = vernacast("deploy", "--dry-run", home=story_home)
    assert "would create work queue interactive (priority: 1" in dry.stdout, dry.stderr
    first = vernacast("deploy", home=story_home)
    assert first.returncode == 0, first.stderr
    assert first.stdout.count("create work queue") == 3
    asked = time.monotonic()
    again = vernacast("deploy", home=story_home)
    assert (again.stdout, "agrees with deploy.toml" in again.stderr) == ("", True)

    with prefect_api() as client:

        def ask(path: str, body: object) -> dict[str, object]:
            return answer(client, "POST", path, body)

        def deployment(name: str) -> dict[str, object]:
            return answer(client, "GET", f"/deployments/name/make/{name}")

        batch, interactive = deployment("make-batch"), deployment("make-interactive")
        (schedule,) = batch["schedules"]  # type: ignore[misc]
        assert schedule["schedule"]["timezone"] == "Europe/Madrid"
        wait = {"flow_runs": {"deployment_id": {"any_": [batch["id"]]}}}
        planned: list[dict[str, object]] = []
        while not planned and time.monotonic() - asked < 60:  # the server's scheduler plans ahead
            time.sleep(0.3)
            planned = answer(client, "POST", "/flow_runs/filter", wait)
        assert planned
        assert {r["parameters"]["script"] for r in planned} == {"pan.es.md"}  # type: ignore[index]
        # What the scheduler would start at three in the morning is started now.
        body = {"parameters": schedule["parameters"], "state": {"type": "SCHEDULED"}}
        runs = [str(ask(f"/deployments/{batch['id']}/create_flow_run", body)["id"]) for _ in range(3)]
        worker()
        begun = time.monotonic()

        def states() -> dict[str, dict[str, object]]:
            chosen = {"flow_runs": {"deployment_id": {"any_": [batch["id"], interactive["id"]]}}}
            found = answer(client, "POST", "/flow_runs/filter", chosen)
            return {str(r["id"]): r for r in found if not r["auto_scheduled"]}

        while not any(r["state_type"] == "RUNNING" for r in states().values()) and time.monotonic() - begun < 60:
            time.sleep(0.2)
        urgent = str(ask(f"/deployments/{interactive['id']}/create_flow_run", body)["id"])
        while any(r["state_type"] not in ENDED for r in states().values()) and time.monotonic() - begun < 180:
            time.sleep(0.5)
        made = states()
    log = (story_home / "worker.log").read_text(errors="replace")
    assert {made[r]["state_type"] for r in (*runs, urgent)} == {"COMPLETED"}, (made, log[-3000:])
    order = sorted((*runs, urgent), key=lambda r: str(made[r]["start_time"]))
    assert order[1] == urgent, order
    (report,) = (story_home / "out").rglob("report.json")
    (edition,) = json.loads(report.read_text())["languages"]
    assert Path(edition["film"]).stat().st_size > 10_000
    assert (story_home / "out" / "make.log").stat().st_mode & 0o077 == 0

    (story_home / "deploy.toml").write_text(FILE.partition("[[works]]")[0])
    assert "pause schedule make-batch/tale" in vernacast("deploy", home=story_home).stdout
    (story_home / "deploy.toml").write_text(FILE)
    assert "resume schedule make-batch/tale" in vernacast("deploy", home=story_home).stdout
