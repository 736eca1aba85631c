"""Processes that are worth being killed, found by what ``/proc`` tells of them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from flows.server import ServerState
from languages.owners import process_started

TASKS = ("translate", "speak", "draw", "listen", "publish")
"""Ray names a worker's process after what it does; an idle one is no worthy victim."""
SMALL_BYTES = 1 << 16
MEMORY = Path("/sys/fs/cgroup/memory")


def processes(*words: str, home: Path | None = None) -> list[int]:
    """Pids of living processes whose command line holds all words; of this home only, where one is named."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or int(process.name) == os.getpid():
            continue
        with suppress(OSError):  # it ended while we looked, or is not ours
            line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            of_home = home is None or f"{home}".encode() in (process / "environ").read_bytes()
            if line and of_home and all(word in line for word in words) and process_started(int(process.name)):
                found.append(int(process.name))
    return sorted(found)


def engines(home: Path) -> list[int]:
    """Engines of a home's run that are loaded or loading."""
    return processes("flows.worker ", home=home)


def ray_workers(home: Path | None = None) -> list[int]:
    """Ray's workers that have a task in hand."""
    return sorted(pid for task in TASKS for pid in processes(f"ray::{task}", home=home))


def servers(state: Path) -> list[int]:
    """The Prefect server of a state folder."""
    found: list[int] = []
    for place in state.rglob("server.json"):
        with suppress(OSError, msgspec.DecodeError):
            told = msgspec.json.decode(place.read_bytes(), type=ServerState)
            found += [told.pid] if told.lives() else []
    return found


def left_over(home: Path) -> list[int]:
    """Processes that still have this home in their environment; its Prefect server, which stays a while, excepted."""
    return sorted(set(processes(home=home)) - set(processes("flows.server_process", home=home)))


def kill(pid: int) -> bool:
    """``kill -9``; False where it had ended."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False


def can_limit_memory() -> bool:
    """Whether the kernel can be made to kill one process for want of memory here."""
    with suppress(OSError):
        place = MEMORY / f"vernacast-{os.getpid()}-try"
        place.mkdir()
        place.rmdir()
        return True
    return False


@contextmanager
def no_memory() -> Iterator[Path]:
    """A memory cgroup in which the kernel kills whoever is moved in; its ``cgroup.procs``.

    Source: Linux, Documentation/admin-guide/cgroup-v1/memory.rst.
    """
    place = MEMORY / f"vernacast-{os.getpid()}"
    place.mkdir()
    try:
        (place / "memory.limit_in_bytes").write_text(str(SMALL_BYTES))
        yield place / "cgroup.procs"
    finally:
        for _ in range(100):
            with suppress(OSError):
                place.rmdir()
                break
            subprocess.run(["sleep", "0.1"], check=False)
