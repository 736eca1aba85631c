"""The process of the user's Prefect server: loopback only, ends itself when nobody has needed it for a while.

See ``flows.server`` for the locks. The database begins as a copy of a migrated one (making it anew takes some
nine seconds, copying it 0.3), and begins anew where it has grown beyond ``LARGEST_BYTES``.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from flows.files import write_file
from flows.server import SERVICES_WANTED, ServerState, client_lock, template_path
from languages.owners import is_gone, machine, process_started

if TYPE_CHECKING:
    from starlette.types import ASGIApp

IDLE_S = 900.0
"""``VERNACAST_SERVER_IDLE_S`` says otherwise."""
LARGEST_BYTES = 200 << 20
WAIT_S = 20.0
"""Time that a server which is ending gets to let go of the database."""

SERVICES = (
    "CANCELLATION_CLEANUP",
    "CLEANUP_RECONCILER",
    "EVENT_PERSISTER",
    "FOREMAN",
    "LATE_RUNS",
    "PAUSE_EXPIRATIONS",
    "REPOSSESSOR",
    "SCHEDULER",
    "TRIGGERS",
)
"""Services that only deployments, automations and the history of events need: off until `vernacast deploy` is used."""

Scope = MutableMapping[str, object]
Application = Callable[[Scope, object, object], Awaitable[None]]


class Attentive:
    """Passes requests on; knows how many are under way and when the last one was."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.last = time.monotonic()
        self.open = 0

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        if scope["type"] == "lifespan":
            await self.application(scope, receive, send)
            return
        self.open += 1
        try:
            await self.application(scope, receive, send)
        finally:
            self.open -= 1
            self.last = time.monotonic()

    def idle_s(self) -> float:
        """Seconds since the last request; 0 while one is under way (a web socket is one as long as it is open)."""
        return 0.0 if self.open else time.monotonic() - self.last


def is_needed(folder: Path) -> bool:
    """Whether a client that asked for the server still lives; notes of those that ended are removed."""
    needed = False
    for note in (folder / "clients").glob("*"):
        if is_gone(note.name) is False:
            needed = True
        else:
            note.unlink(missing_ok=True)
    return needed


def prepare_database(home: Path, template: Path) -> Path:
    """The path of the database: kept, or a copy of the template; gone where it is to be made from nothing."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = home / "prefect.db"
    if database.exists() and database.stat().st_size > LARGEST_BYTES:
        for part in home.glob("prefect.db*"):
            part.unlink()
    if not database.exists() and template.exists():
        for part in home.glob("prefect.db-*"):
            part.unlink()  # a journal without its database
        partial = home / ".prefect.part"
        shutil.copyfile(template, partial)
        os.replace(partial, database)
    return database


def keep_template(database: Path, template: Path) -> None:
    """Keeps a copy of a freshly migrated database for the next fresh home."""
    template.parent.mkdir(parents=True, exist_ok=True)
    partial = template.with_name(f".{template.name}.{os.getpid()}.part")
    source, copy = sqlite3.connect(database), sqlite3.connect(partial)
    with copy:
        source.backup(copy)
    source.close()
    copy.close()
    os.replace(partial, template)


def settings(home: Path, database: Path, secret: str, services: bool = False) -> dict[str, str]:
    """The server's settings, to stand in the environment before Prefect is imported."""
    off = {} if services else {f"PREFECT_SERVER_SERVICES_{name}_ENABLED": "false" for name in SERVICES}
    return {
        **off,
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{database}",
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "PREFECT_SERVER_UI_ENABLED": "false",
        "PREFECT_SERVER_API_AUTH_STRING": secret,
    }


async def serve(folder: Path, listening: socket.socket, database: Path) -> None:
    """Serves until told to end, or until nobody needs it any more."""
    import uvicorn
    from prefect.server.api.server import create_app

    if not template_path().exists():
        from prefect.server.database import provide_database_interface

        await provide_database_interface().create_db()
        with suppress(OSError, sqlite3.Error):  # a copy for next time is no reason not to serve now
            await asyncio.to_thread(keep_template, database, template_path())
    application = Attentive(cast(Application, create_app(final=True)))
    config = uvicorn.Config(cast("ASGIApp", application), log_level="error", lifespan="on", timeout_graceful_shutdown=3)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    limit = float(os.environ.get("VERNACAST_SERVER_IDLE_S") or IDLE_S)
    while not running.done():
        await asyncio.wait([running], timeout=min(5.0, limit / 4))
        if application.idle_s() > limit and may_leave(folder, application, limit):
            server.should_exit = True
            await running
    await running


def may_leave(folder: Path, application: Attentive, limit: float) -> bool:
    """Whether nobody needs the server; from then on nobody finds it."""
    import filelock

    try:
        with client_lock(folder, timeout_s=0):
            if is_needed(folder) or application.idle_s() <= limit:
                return False
            (folder / "server.json").unlink(missing_ok=True)
            return True
    except filelock.Timeout:
        return False  # somebody is just looking for us


def listen(port: int) -> socket.socket:
    """The port of the server that was here before, so that whoever used it finds this one; else any."""
    with suppress(OSError):
        return socket.create_server(("127.0.0.1", port), backlog=256)
    return socket.create_server(("127.0.0.1", 0), backlog=256)


def main() -> None:
    """Serves the state folder named on the command line."""
    import filelock

    folder = Path(sys.argv[1])
    os.chdir(folder)
    serving = filelock.FileLock(folder / "serving", timeout=WAIT_S)
    try:
        serving.acquire()
    except filelock.Timeout:
        return  # another one serves: whoever started us finds it
    listening = listen(int(os.environ.pop("VERNACAST_SERVER_PORT", "0")))
    secret = os.environ.pop("VERNACAST_SERVER_SECRET")
    state = ServerState(
        pid=os.getpid(),
        started=process_started(os.getpid()),
        machine=machine(),
        url=f"http://127.0.0.1:{listening.getsockname()[1]}/api",
        secret=secret,
        prefect=version("prefect"),
        services=(folder / SERVICES_WANTED).exists(),
    )
    os.umask(0o077)
    database = prepare_database(folder / "home", template_path())
    os.environ.update(settings(folder / "home", database, secret, state.services))
    write_file(folder / "server.json", msgspec.json.encode(state))
    asyncio.run(serve(folder, listening, database))


if __name__ == "__main__":
    main()
