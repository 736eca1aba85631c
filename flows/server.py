"""One Prefect server per user: found by a lock file, started when needed, ended by itself when idle.

Without this rule every run starts a temporary server of its own: slow (some ten seconds), left behind after a
``kill -9``, and failing when several runs start at once. Prefect is never the memory: its database may be thrown
away at any time, and is when it has grown beyond ``LARGEST_BYTES``.

Importing this module does not import Prefect.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import filelock
import msgspec
import platformdirs

from flows.files import write_file
from languages.errors import ServerUnavailable

START_S = 90.0
LARGEST_BYTES = 200 << 20
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
"""Settings of client and server: no telemetry, no temporary servers, and only our own messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerState:
    """The running server, as written beside its lock."""

    pid: int
    started: str
    """Start time of the process as the kernel tells it: a reused pid is not our server."""
    url: str
    prefect: str
    """Version of Prefect."""


def state_folder() -> Path:
    """Where the server's state lies: ``VERNACAST_STATE``, or the user's state folder."""
    return Path(os.environ.get("VERNACAST_STATE") or platformdirs.user_state_dir("vernacast")) / "prefect"


def client_environment(url: str) -> dict[str, str]:
    """What must stand in the environment before Prefect is imported."""
    return {**QUIET, "PREFECT_API_URL": url, "PREFECT_HOME": str(state_folder() / "home")}


def ensure_server() -> str:
    """The API URL of a healthy server: the one ``PREFECT_API_URL`` names, or the user's own.

    Raises:
        ServerUnavailable: it does not answer, or cannot be started.
    """
    named = os.environ.get("PREFECT_API_URL")
    if named and not os.environ.get("VERNACAST_OWN_SERVER"):
        if not healthy(named):
            raise ServerUnavailable(
                f"The Prefect server that PREFECT_API_URL names ({named}) does not answer.",
                remedy="Start it, or unset PREFECT_API_URL: Vernacast then starts one of its own.",
            )
        return named
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(folder / "lock", timeout=START_S + 30):
        state = read_state()
        if state is not None and healthy(state.url):
            return state.url
        if state is not None:
            _end(state)
        return _start(folder)


def read_state() -> ServerState | None:
    """The server that runs, or None where none does."""
    try:
        state = msgspec.json.decode((state_folder() / "server.json").read_bytes(), type=ServerState)
    except (OSError, msgspec.DecodeError):
        return None
    alive = process_started(state.pid) == state.started and state.prefect == version("prefect")
    return state if alive else None


def process_started(pid: int) -> str:
    """When a process started, in clock ticks since boot, or empty. Source: proc(5), field 22 of stat."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def healthy(url: str) -> bool:
    """Whether a server answers."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError, ValueError):
        return False


def stop_server() -> None:
    """Ends the user's server if one runs."""
    state = read_state()
    if state is not None:
        _end(state)


def _end(state: ServerState) -> None:
    with suppress(ProcessLookupError):
        os.kill(state.pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while process_started(state.pid) == state.started and time.monotonic() < deadline:
        time.sleep(0.05)
    if process_started(state.pid) == state.started:
        with suppress(ProcessLookupError):
            os.kill(state.pid, signal.SIGKILL)


def template() -> Path:
    """An empty, migrated database of this version of Prefect; copying it saves some four seconds."""
    return Path(platformdirs.user_cache_dir("vernacast")) / f"prefect-{version('prefect')}.db"


def _database(home: Path) -> Path:
    """The server's database, fresh from the template where it is missing or has grown too large."""
    database = home / "prefect.db"
    if database.exists() and database.stat().st_size > LARGEST_BYTES:
        for part in home.glob("prefect.db*"):
            part.unlink()
    if not database.exists() and template().exists():
        partial = home / f".prefect.{os.getpid()}.part"
        shutil.copyfile(template(), partial)
        os.replace(partial, database)
    return database


def _start(folder: Path) -> str:
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    database = _database(home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    url = f"http://127.0.0.1:{port}/api"
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")},
        **QUIET,
        "PREFECT_HOME": str(home),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{database}",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
    }
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.server_process", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env=environment,
            cwd=home,
            start_new_session=True,
        )
    state = ServerState(
        pid=process.pid, started=process_started(process.pid), url=url, prefect=version("prefect")
    )
    write_file(folder / "server.json", msgspec.json.encode(state))
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        if healthy(url):
            return url
        if process.poll() is not None:
            break
        time.sleep(0.1)
    _end(state)
    tail = log.read_text(errors="replace").strip().rpartition("\n")[2]
    raise ServerUnavailable(
        f"The Prefect server did not start. It last said: {tail or 'nothing'}",
        remedy=f"Its log is {log}. `vernacast doctor` tries again.",
    )
