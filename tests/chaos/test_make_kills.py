"""Kills ``vernacast make`` at random moments; the next run must continue, and end as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.store import Store
from tests.stories import environment, report, vernacast, write_story

KILLS = int(os.environ.get("KILLS", "10"))
SEED = int(os.environ.get("SEED", "20261123"))
ARGUMENTS = ("make", "pan.es.md", "--to", "ca,eo,ast", "--size", "320x180")

pytestmark = pytest.mark.chaos


def digests(out: Path) -> dict[str, str]:
    found = report(out)["languages"]
    assert isinstance(found, list)
    return {Path(path).name + e["language"]: sha for e in found for path, sha in e["files"]}


def partial(folder: Path) -> list[Path]:
    """Files under a final name in the out folder that no report has vouched for yet, and that do not play."""
    return [p for p in folder.rglob("*.mp4") if p.stat().st_size == 0]


@pytest.mark.timeout(60 + 60 * KILLS)
def test_a_run_killed_at_random_moments_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    for home in (calm, wild):
        home.mkdir()
        write_story(home)
    begun = time.monotonic()
    assert vernacast(*ARGUMENTS, home=calm).returncode == 0
    whole = time.monotonic() - begun
    chance = random.Random(SEED)
    killed = 0
    for _ in range(KILLS * 4):
        if killed == KILLS:
            break
        run = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *ARGUMENTS],
            cwd=wild,
            env=environment(wild),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            run.wait(timeout=chance.uniform(0.05, 1.0) * whole)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            killed += 1
            assert not partial(wild / "out")
            for film in (wild / "out").rglob("*.mp4"):
                assert not film.name.startswith("."), film
            continue
        # It ended before the blow: start over, so that the next blow finds work to do.
        assert run.returncode == 0
        for path in sorted((wild / "store").rglob("*"), reverse=True):
            if path.is_file() and chance.random() < 0.5:
                path.unlink()
    assert killed == KILLS, f"only {killed} runs were caught alive (seed {SEED})"
    last = vernacast(*ARGUMENTS, home=wild)
    assert last.returncode == 0, last.stderr
    assert digests(wild / "out") == digests(calm / "out"), f"seed {SEED}"
    assert Store(str(wild / "store")).fsck() == ()
    deadline = time.monotonic() + 10
    while orphans(wild) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert orphans(wild) == []


def orphans(home: Path) -> list[str]:
    """Command lines of worker processes that still have this home's store in their environment."""
    found: list[str] = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            if str(home).encode() in (process / "environ").read_bytes():
                line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                if "server_process" not in line:
                    found.append(line)
        except OSError:
            continue  # it ended while we looked, or is not ours
    return found
