"""Who owns a half-written file: a process, told so that a reused number is never mistaken for it."""

from __future__ import annotations

import functools
import hashlib
import os
import uuid
from contextlib import suppress
from pathlib import Path

PART = ".part"
"""Ends the names of files that are being written."""


def stat_fields(pid: int) -> list[str]:
    """The fields of ``/proc/<pid>/stat`` from the third on; none where there is no such process. Source: proc(5)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def process_started(pid: int) -> str:
    """When a process started, in clock ticks since boot; empty where none lives (a zombie does not live).

    Source: proc(5), fields 3 and 22 of ``/proc/<pid>/stat``.
    """
    fields = stat_fields(pid)
    return "" if not fields or fields[0] in "ZX" else fields[19]


@functools.cache
def machine() -> str:
    """Eight hexadecimal digits that stand for this boot of this machine and this container.

    Process numbers mean something only within it: a folder may be shared with other machines and containers.
    """
    told: list[str] = []
    for read in (
        lambda: Path("/proc/sys/kernel/random/boot_id").read_text().strip(),
        lambda: os.readlink("/proc/self/ns/pid"),
    ):
        try:
            told.append(read())
        except OSError:
            told.append(os.uname().nodename)
    return hashlib.sha256(" ".join(told).encode()).hexdigest()[:8]


def owner() -> str:
    """This process, as part of a file name: ``<machine>-<pid>-<started>``."""
    return _owner(os.getpid())


@functools.cache
def _owner(pid: int) -> str:
    return f"{machine()}-{pid}-{process_started(pid)}"


def is_gone(name: str) -> bool | None:
    """Whether the owner that a file name begins with has ended; None where this machine cannot know."""
    parts = name.split("-")
    if len(parts) < 3 or not parts[1].isdigit() or parts[0] != machine():
        return None
    return process_started(int(parts[1])) != parts[2]


def part_beside(path: Path) -> Path:
    """A new name for what is to become a file, in its folder and hidden; what killed writers left there is removed.

    What may not be removed (another user's, in a folder of all) is left.
    """
    with suppress(OSError):
        for left in path.parent.glob(f".*{PART}"):
            if is_gone(left.name[1:]):
                left.unlink(missing_ok=True)
    return path.with_name(f".{owner()}-{uuid.uuid4().hex}{PART}")
