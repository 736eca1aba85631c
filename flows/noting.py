"""Notes that this process has yet to write down: what it committed, a few hundred at a time.

What is lost with a killed process is found by the next plan all the same, by asking for it.
"""

from __future__ import annotations

import atexit
import os
import threading

from flows.index import Index
from flows.record import Record

MANY = 256

_waiting: dict[tuple[str, str], list[Record]] = {}
_lock = threading.Lock()
_registered: list[int] = []
"""This process, once something waits."""


def note_soon(url: str, epoch: str, record: Record) -> None:
    """Notes a whole result of a store, under the epoch from before it was committed or found."""
    with _lock:
        if os.getpid() not in _registered:
            _registered[:] = [os.getpid()]
            atexit.register(flush)
        waiting = _waiting.setdefault((url, epoch), [])
        waiting.append(record)
        ready = _waiting.pop((url, epoch)) if len(waiting) >= MANY else []
    if ready:
        Index(url, epoch).note(ready)


def flush(url: str = "") -> None:
    """Writes down what waits, for one store or for all."""
    with _lock:
        ready = {place: _waiting.pop(place) for place in list(_waiting) if url in ("", place[0])}
    for (of, epoch), records in ready.items():
        Index(of, epoch).note(records)


def _forked() -> None:
    """The parent writes its own notes down."""
    global _lock
    _lock = threading.Lock()
    _waiting.clear()


os.register_at_fork(after_in_child=_forked)
