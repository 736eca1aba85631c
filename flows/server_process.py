"""The process of the user's Prefect server: loopback only, ends itself when nobody has asked for a while."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path

IDLE_S = float(os.environ.get("VERNACAST_SERVER_IDLE_S", "900"))

Scope = MutableMapping[str, object]
Application = Callable[[Scope, object, object], Awaitable[None]]


class Attentive:
    """Passes requests on and remembers when the last one came."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.last = time.monotonic()

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        self.last = time.monotonic()
        try:
            await self.application(scope, receive, send)
        finally:
            self.last = time.monotonic()


def keep_template(home: Path) -> None:
    """Keeps a copy of a freshly migrated database for the next fresh home."""
    from flows.server import template

    place, database = template(), home / "prefect.db"
    if place.exists() or not database.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f".{place.name}.{os.getpid()}.part")
    source, copy = sqlite3.connect(database), sqlite3.connect(partial)
    with copy:
        source.backup(copy)
    source.close()
    copy.close()
    os.replace(partial, place)


async def serve(port: int) -> None:
    """Serves until idle."""
    import uvicorn
    from prefect.server.api.server import create_app

    application = Attentive(create_app())  # type: ignore[arg-type]
    config = uvicorn.Config(application, host="127.0.0.1", port=port, log_level="error", lifespan="on")  # type: ignore[arg-type]
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started and not running.done():
        await asyncio.sleep(0.05)
    if server.started:
        await asyncio.to_thread(keep_template, Path(os.environ["PREFECT_HOME"]))
    while not running.done():
        await asyncio.sleep(min(1.0, IDLE_S / 4))
        if time.monotonic() - application.last > IDLE_S:
            server.should_exit = True
            await running
    await running


def main() -> None:
    """Serves on the port named on the command line."""
    asyncio.run(serve(int(sys.argv[1])))


if __name__ == "__main__":
    main()
