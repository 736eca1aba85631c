"""A work is sent to a real Ray cluster, goes on while nobody watches, and comes back with the same bytes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.chaos.test_make_kills import digests
from tests.stories import environment, vernacast, write_story

ARGUMENTS = ("make", "pan.es.md", "--to", "ca,ast", "--size", "320x180")

pytestmark = [pytest.mark.ray, pytest.mark.timeout(240)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A Ray head on loopback that asks for a token."""

    address: str
    environment: dict[str, str]


def free_ports(count: int) -> list[int]:
    """Ports outside the range from which Ray gives its workers theirs."""
    held = [socket.socket() for _ in range(count)]
    for s in held:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in held]
    for s in held:
        s.close()
    return ports


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Head]:
    gcs, client, dashboard, agent = free_ports(4)
    guarded = {
        **environment(tmp_path),
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN": "0123456789abcdef" * 4,
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
        "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    guarded.pop("RAY_ADDRESS", None)
    with tempfile.TemporaryDirectory(prefix="vh", dir="/tmp", ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [
                *(
                    str(Path(sys.executable).with_name("ray")),
                    "start",
                    "--head",
                    "--block",
                    "--node-ip-address=127.0.0.1",
                ),
                *(f"--port={gcs}", f"--ray-client-server-port={client}", f"--dashboard-port={dashboard}"),
                *(f"--dashboard-agent-listen-port={agent}", "--dashboard-host=127.0.0.1", "--num-cpus=2"),
                *("--min-worker-port=0", "--max-worker-port=0", f"--temp-dir={folder}"),
                "--object-store-memory=100000000",
            ],
            env=guarded,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", client)) == 0:
                    break
            time.sleep(0.2)
        yield Head(address=f"ray://127.0.0.1:{client}", environment=guarded)
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=30)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def test_a_work_goes_to_a_cluster_and_comes_back_though_its_sender_is_killed(head: Head, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for home in (here, there):
        home.mkdir()
        write_story(home)
    assert vernacast(*ARGUMENTS, home=here).returncode == 0
    command = [sys.executable, "-m", "flows.cli", *ARGUMENTS, "--compute", head.address]
    first = subprocess.Popen(
        command, cwd=there, env=head.environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert first.stderr is not None
    said = ""
    for line in first.stderr:
        said += line
        if "works on it as" in line:
            break
    job = line.split()[-14] if "works on it as" in said else ""
    first.kill()
    first.wait()
    first.stderr.close()
    assert job, said
    second = subprocess.run(
        command, cwd=there, env=head.environment, capture_output=True, text=True, timeout=200, check=False
    )
    assert second.returncode == 0, second.stderr
    assert second.stderr.count("works on it as") == 1
    assert digests(there / "out") == digests(here / "out")
    assert (there / "out" / "pan" / "ca" / "pan.mp4").read_bytes() == (
        here / "out" / "pan" / "ca" / "pan.mp4"
    ).read_bytes()
    assert (there / "pan.ca.po").read_text() == (here / "pan.ca.po").read_text()
    assert str(there / "out") in (there / "out" / "pan" / "report.json").read_text()
