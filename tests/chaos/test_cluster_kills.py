"""Kills every part of a cluster while it works (``in_a_cluster.py``); each run must end as an undisturbed one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chaos.faults import KINDS, Home, Row, share, table
from tests.stories import ROOT

SPACES = ("unshare", "--net", "--pid", "--fork", "--kill-child", "--mount", "--mount-proc", "--")
WANTED = sum(share(kind) for kind in KINDS if kind.startswith("cluster"))


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a path short enough for Ray's sockets."""
    with tempfile.TemporaryDirectory(prefix="vk", dir="/tmp", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.mark.chaos
@pytest.mark.timeout(600 + 90 * WANTED)
def test_a_cluster_whose_parts_are_killed_makes_what_an_undisturbed_one_makes(short: Path, calm: Home) -> None:
    if not shutil.which("unshare") or subprocess.run([*SPACES, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network and process spaces can be made here")
    ran = subprocess.run(
        [*SPACES, sys.executable, "-m", "tests.chaos.in_a_cluster", str(short), str(calm.folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    for line in ran.stdout.splitlines():
        if line.startswith("row "):
            table.append(Row(**json.loads(line.removeprefix("row "))))
    assert ran.returncode == 0, ran.stderr[-6000:]
    left = [p for p in Path("/proc").glob("[0-9]*/cmdline") if str(short).encode() in _read(p)]
    assert left == [], "processes of the cluster are left"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # it ended while we looked
