"""One Prefect server per user: found by a lock, started when needed, ended by itself when idle.

Without this rule every run starts a temporary server of its own: slow (some ten seconds), left behind after a
``kill -9``, and failing when several runs start at once. Prefect is never the memory: its database may be thrown
away at any time, and is when it has grown too large (``flows.server_process``).

How two clients, a dying server and a new one keep out of each other's way:

- A client holds ``lock`` while it looks for a server, starts one, and notes in ``clients/`` that it needs it.
- A server holds ``serving`` as long as it lives, so that a database never has two. It writes ``server.json``
  itself, once it holds that lock: a client that is killed while it starts one leaves no unknown server.
- An idle server ends only while it holds ``lock``, so that nobody is told to use a server that is leaving.
- A server that was killed is begun anew under its old address and with its old secret, as ``server.json`` still tells:
  runs that use it ask again after a moment, as Prefect's client does, and go on. Each run looks after it (``kept``).

Importing this module does not import Prefect.
"""

from __future__ import annotations

import http.client
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from flows.files import refuse_os_error, user_state
from flows.processes import python_command, python_path
from languages.errors import ResourceError, ServerUnavailable
from languages.owners import is_gone, machine, owner, process_started

if TYPE_CHECKING:
    import filelock

START_S = 120.0
ENDING_S = 15.0
"""Time that a server gets to end, or to answer although the machine is busy, before it is ended by force."""
BEGINNINGS = 4
"""How often a server is begun that is killed while it begins."""
LOOK_S = 0.5
"""How often a run looks whether its server is still there."""
FIRST_FREE_PORT = 1024
"""Ports below belong to the system's own services."""
SERVICES_WANTED = "services"
"""Beside the lock where deployments were made: the server then begins with its scheduler."""
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",  # it tells whole events, titles of works among them
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}
"""Settings of client and server: no telemetry, no temporary servers, and only our own messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerState:
    """The running server, as it wrote itself down beside its lock."""

    pid: int
    started: str
    """Start time of the process as the kernel tells it: a reused pid is not our server."""
    machine: str
    """Boot and container within which the pid means something."""
    url: str
    secret: str
    """``user:password``; other users of this machine do not know it."""
    prefect: str
    """Version of Prefect."""
    services: bool = False
    """Whether it runs what deployments need: scheduler, automations, the history of events."""

    def lives(self) -> bool:
        """Whether its process is there."""
        return self.machine == machine() and process_started(self.pid) == self.started


def state_folder() -> Path:
    """Where the server's state lies: ``VERNACAST_STATE``, or the user's state folder.

    One for each machine (homes may be shared) and each version of Prefect (databases differ).
    """
    return user_state() / "prefect" / f"{socket.gethostname()}-{version('prefect')}"


def template_path() -> Path:
    """Where an empty, migrated database of this version of Prefect is kept, to be copied."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("vernacast")) / f"prefect-{version('prefect')}.db"


def client_environment(url: str) -> dict[str, str]:
    """What must stand in the environment before Prefect is imported."""
    state = server_status()
    if state is None or state.url != url:
        return {**QUIET, "PREFECT_API_URL": url}
    own = {"VERNACAST_OWN_SERVER": url, "PREFECT_API_URL": url, "PREFECT_API_AUTH_STRING": state.secret}
    spared = [n for name in ("NO_PROXY", "no_proxy") for n in os.environ.get(name, "").split(",") if n]
    direct = ",".join(dict.fromkeys([*spared, "127.0.0.1", "localhost"]))
    return {**QUIET, **own, "NO_PROXY": direct, "no_proxy": direct, "PREFECT_HOME": str(state_folder() / "client")}


def ensure_server(services: bool = False) -> str:
    """The API URL of a healthy server: the one ``PREFECT_API_URL`` names, or the user's own.

    The own server stays until this process has ended and nobody else has asked for a while. With ``services`` it is
    one that can carry deployments, now and whenever it is started again.

    Raises:
        ServerUnavailable: it does not answer, or cannot be started, or cannot be ended to begin with services.
        DiskFull, ResourceError: its state cannot be written.
    """
    named = os.environ.get("PREFECT_API_URL")
    if named and named != os.environ.get("VERNACAST_OWN_SERVER"):
        if not healthy(named):
            raise ServerUnavailable(
                f"The Prefect server that PREFECT_API_URL names ({named}) does not answer.",
                remedy="Start it, or unset PREFECT_API_URL: Vernacast then starts one of its own.",
            )
        from flows.exposure import Door
        from flows.knock import refuse_open_doors

        refuse_open_doors([(Door.PREFECT, named)])
        return named
    folder = state_folder()
    try:
        (folder / "clients").mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)  # the secret lies here
        with client_lock(folder):
            (folder / "clients" / owner()).touch()
            if services:
                (folder / SERVICES_WANTED).touch()
            state = _find()
            if state is not None and services and not state.services:
                state = _make_way(folder, state)
            state = state or _start(folder)
    except TimeoutError as error:
        raise ServerUnavailable(
            f"Another process has been starting the Prefect server for long, and holds {folder / 'lock'}.",
            remedy="Wait for it or end it, then run the same command again.",
        ) from error
    except OSError as error:
        raise refuse_os_error(error, folder) from error
    return state.url


def client_lock(folder: Path, timeout_s: float = 2 * START_S) -> filelock.FileLock:
    """The lock that is held by whoever looks for the server, starts it, or is it and wants to leave."""
    import filelock

    return filelock.FileLock(folder / "lock", timeout=timeout_s)


def server_status() -> ServerState | None:
    """The user's server, where one runs (healthy or not)."""
    state = _noted()
    return state if state is not None and state.lives() else None


def _noted() -> ServerState | None:
    """What the last server wrote down, whether it lives or not; None where it ended in peace."""
    try:
        return msgspec.json.decode((state_folder() / "server.json").read_bytes(), type=ServerState)
    except (OSError, msgspec.DecodeError):
        return None


def healthy(url: str, timeout_s: float = 5.0) -> bool:
    """Whether a server answers."""
    # Our own server must not be asked for through a proxy.
    local = url.startswith("http://127.0.0.1:")
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if local else []))
    try:
        with opener.open(f"{url}/health", timeout=timeout_s) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError):
        return False


def stop_server() -> None:
    """Ends the user's server if one runs; a run that uses it begins another."""
    folder = state_folder()
    if folder.is_dir():
        with client_lock(folder):
            state = server_status()
            if state is not None:
                _end(state)


@contextmanager
def kept(url: str) -> Generator[None]:
    """The user's own server is begun anew where it is killed meanwhile; another's is not ours to begin."""
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(LOOK_S):
            if server_status() is None:
                with suppress(ResourceError):  # whoever needs the server says so with an error of its own
                    ensure_server()

    looking = threading.Thread(target=look, daemon=True, name="server")
    if own := url == os.environ.get("VERNACAST_OWN_SERVER"):
        looking.start()
    try:
        yield
    finally:
        ended.set()
        if own:
            looking.join(LOOK_S)


def _find() -> ServerState | None:
    """The running server if it answers; one that has not answered for long is ended."""
    state = server_status()
    if state is None:
        return None
    age = time.time() - (state_folder() / "server.json").stat().st_mtime
    deadline = time.monotonic() + max(ENDING_S, START_S - age)
    while state.lives():
        if healthy(state.url):
            return state
        if time.monotonic() > deadline:
            _end(state)
        time.sleep(0.1)
    return None


def _make_way(folder: Path, state: ServerState) -> None:
    """Ends a server without services, so that one with them can begin; not while somebody else works with it."""
    others = [note for note in (folder / "clients").glob("*") if note.name != owner() and is_gone(note.name) is False]
    if others:
        raise ServerUnavailable(
            "Your Prefect server runs without the services that deployments need, and other runs use it now.",
            remedy="Wait for them to end, then run the same command again.",
        )
    _end(state)


def _end(state: ServerState) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        if state.lives():
            with suppress(ProcessLookupError):
                os.kill(state.pid, number)
        deadline = time.monotonic() + ENDING_S
        while state.lives() and time.monotonic() < deadline:
            time.sleep(0.02)


def _start(folder: Path) -> ServerState:
    """A new server; one that was killed while it began is begun again, after one that failed one more is tried on a
    database made from nothing."""
    kills = failures = 0
    while kills < BEGINNINGS and failures < 2:
        if failures:
            shutil.rmtree(folder / "home", ignore_errors=True)
            with suppress(OSError):
                template_path().unlink()
        pid, code = _spawn(folder), None
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            state = server_status()
            if state is not None and healthy(state.url, timeout_s=1.0):
                return state
            code = _ended(pid) if code is None else code
            if code is not None and (state is None or state.pid == pid):
                break
            time.sleep(0.05)
        if code is None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)  # it holds the lock that the next one needs
        if code is not None and code < 0:
            kills += 1
        else:
            failures += 1
    log = folder / "server.log"
    tail = log.read_text(errors="replace").strip().rpartition("\n")[2]
    raise ServerUnavailable(
        f"The Prefect server did not start. It last said: {tail or 'nothing'}",
        remedy=f"Its log is {log}. `vernacast doctor` tries again.",
    )


def _spawn(folder: Path) -> int:
    """Starts a server process that does not belong to us; its pid."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    secret, port = _as_before()
    environment |= {
        **QUIET,
        "PYTHONPATH": python_path(),
        "VERNACAST_SERVER_SECRET": secret,
        "VERNACAST_SERVER_PORT": str(port),
    }
    # posix_spawn and not Popen: nobody waits for it, and it gets a session of its own.
    log = os.open(folder / "server.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
        files += [(os.POSIX_SPAWN_DUP2, log, number) for number in (1, 2)]
        command = python_command("flows.server_process", str(folder))
        return os.posix_spawn(sys.executable, command, environment, file_actions=files, setsid=True)
    finally:
        os.close(log)


def _as_before() -> tuple[str, int]:
    """Secret and port of a server that did not end in peace since this machine started; else a new secret, and 0."""
    before = _noted()
    if before is not None and before.machine == machine():
        port = before.url.rpartition(":")[2].partition("/")[0]
        if port.isdecimal() and int(port) >= FIRST_FREE_PORT:
            return before.secret, int(port)
    return f"vernacast:{secrets.token_hex(16)}", 0


def _ended(pid: int) -> int | None:
    """Exit code of a server that we began, negative where a signal ended it; None while it lives."""
    with suppress(ChildProcessError):
        ended, status = os.waitpid(pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if ended == pid else None
    return 0  # somebody else has asked: it is not there
