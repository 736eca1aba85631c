"""Kills Ray's workers while they work; the same run must go on, and end as an undisturbed one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from flows.store import Store
from tests.chaos.test_make_kills import ARGUMENTS, SEED, digests, orphans
from tests.stories import environment, vernacast, write_story

BLOWS = int(os.environ.get("KILLS", "4"))
TASKS = ("translate", "speak", "draw", "publish")
"""Ray names a worker's process after what it does; an idle one is no worthy victim."""


def at_work(home: Path) -> list[int]:
    """Pids of Ray workers that have a task of this home's run in hand."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        with suppress(OSError):  # it ended while we looked
            name = (process / "cmdline").read_bytes().split(b"\0")[0].decode()
            if name.removeprefix("ray::") in TASKS and str(home).encode() in (process / "environ").read_bytes():
                found.append(int(process.name))
    return sorted(found)


@pytest.mark.chaos
@pytest.mark.timeout(120 + 60 * BLOWS)
def test_a_run_whose_ray_workers_are_killed_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    for home in (calm, wild):
        home.mkdir()
        write_story(home)
    assert vernacast(*ARGUMENTS, home=calm).returncode == 0
    chance = random.Random(SEED)
    killed = 0
    for _ in range(10 * BLOWS):
        run = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *ARGUMENTS, "--compute", "ray"],
            cwd=wild,
            env=environment(wild),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        blows = 0
        while run.poll() is None:
            # At most two blows a run: three at the same piece of work are told as a fault of the cluster.
            if killed < BLOWS and blows < 2 and (pids := at_work(wild)):
                time.sleep(chance.uniform(0.0, 0.3))
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(pids), signal.SIGKILL)
                    killed, blows = killed + 1, blows + 1
            time.sleep(0.05)
        assert run.stderr is not None
        assert run.returncode == 0, f"seed {SEED}: {run.stderr.read()}"
        run.stderr.close()
        assert digests(wild / "out") == digests(calm / "out"), f"seed {SEED}"
        if killed >= BLOWS:
            break
        for path in sorted((wild / "store").rglob("*"), reverse=True):
            if path.is_file() and chance.random() < 0.7:
                path.unlink()  # so that the next run finds work to do
    assert killed >= BLOWS, f"only {killed} workers were caught at work (seed {SEED})"
    assert Store(str(wild / "store")).fsck() == ()
    deadline = time.monotonic() + 10
    while orphans(wild) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert orphans(wild) == []
