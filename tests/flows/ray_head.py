"""A Ray head in processes of its own, on loopback and on ports of its own, ended by pid."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where it can be reached."""

    gcs: str
    client: str
    dashboard: str
    metrics: str
    folder: Path
    environment: dict[str, str]


def free_ports(count: int) -> list[int]:
    """Ports that are free just now."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in held]
    for s in held:
        s.close()
    return ports


@contextmanager
def ray_head(token: str = "", start_s: float = 40.0) -> Generator[Head]:
    """A running head; with a token it asks for it, without one for nothing."""
    with tempfile.TemporaryDirectory(prefix="vh", dir="/tmp", ignore_cleanup_errors=True) as name:
        gcs, client, dashboard, agent, metrics = (str(p) for p in free_ports(5))
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("RAY_")},
            "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # or Ray listens on this machine's other addresses too
            "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
            "RAY_USAGE_STATS_ENABLED": "0",
            "GRPC_ENABLE_FORK_SUPPORT": "0",  # or the server of a client dies at birth once in a while
            "RAY_AUTH_MODE": "token" if token else "disabled",
            **({"RAY_AUTH_TOKEN": token} if token else {}),
        }
        program = str(Path(sys.executable).with_name("ray"))
        options = ("--head", "--block", "--node-ip-address=127.0.0.1", "--num-cpus=1", "--object-store-memory=80000000")
        ports = (f"--port={gcs}", f"--ray-client-server-port={client}", f"--metrics-export-port={metrics}")
        board = (
            "--dashboard-host=127.0.0.1",
            f"--dashboard-port={dashboard}",
            f"--dashboard-agent-listen-port={agent}",
        )
        with open(f"{name}/out", "wb") as out:
            places = ("--min-worker-port=0", "--max-worker-port=0", f"--temp-dir={name}/r")
            process = subprocess.Popen(
                [program, "start", *options, *ports, *board, *places],
                env=environment,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        try:
            _wait_for(f"http://127.0.0.1:{dashboard}/api/gcs_healthz", int(client), process, start_s)
            yield Head(
                gcs=f"127.0.0.1:{gcs}",
                client=f"ray://127.0.0.1:{client}",
                dashboard=f"http://127.0.0.1:{dashboard}",
                metrics=f"http://127.0.0.1:{metrics}/metrics",
                folder=Path(name) / "r",
                environment=environment,
            )
        finally:
            _end(process, Path(name) / "r")


def _wait_for(url: str, client: int, process: subprocess.Popen[bytes], start_s: float) -> None:
    """Until the head says that it is well and the client's server, which starts last, listens."""
    deadline = time.monotonic() + start_s
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2), socket.create_connection(("127.0.0.1", client), 2):
                return
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, "Ray did not start"
            time.sleep(0.1)
    raise AssertionError("Ray did not start in time")


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and (left := _processes_of(folder)):
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)


def _processes_of(folder: Path) -> list[int]:
    """Processes whose command line names the folder."""
    found: list[int] = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder).encode() in (place / "cmdline").read_bytes():
                found.append(int(place.name))
        except OSError:
            continue
    return found
