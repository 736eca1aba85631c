"""A store of a million objects: what listing, finding, checking and collecting take, in seconds and memory.

``python -m tests.bench.million FOLDER [OBJECTS]``: a fifth as many records, each of two objects; the other objects are
garbage, as old as everything else is.
"""

from __future__ import annotations

import hashlib
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from flows.fsck import check, status
from flows.gc import collect, folders
from flows.keys import key
from flows.record import Made, Record, object_place, record_place
from flows.store import Store

MADE = Made(engine="speech/espeak", version="4", licence="GPL-3.0", inputs={}, who="me", when="2026", seconds=0.1)


def fill(store: Store, objects: int) -> list[str]:
    """Writes without waiting for the disk; the keys of the records."""
    root = Path(store.root)
    for under in ("objects", "records"):
        for folder in folders(under):
            (root / folder).mkdir(parents=True, exist_ok=True)
    digests: list[str] = []
    for n in range(objects):
        content = f"sound {n}".encode()
        digest = hashlib.sha256(content).hexdigest()
        _write(f"{root}/{object_place(digest)}", content)
        if n < 2 * objects // 5:
            digests.append(digest)
    keys: list[str] = []
    for n in range(0, len(digests), 2):
        k = key("speak", {"n": n})
        some = tuple(digests[n : n + 2])
        record = Record(key=k, stage="speak", value={"n": n}, objects=some, sizes=_sizes(n, some), made=MADE)
        _write(f"{root}/{record_place(k)}", msgspec.json.encode(record))
        keys.append(k)
    return keys


def _sizes(n: int, some: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(len(f"sound {n + at}") for at in range(len(some)))


def _write(path: str, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    os.write(handle, content)
    os.close(handle)


def main() -> None:
    """Prints a row for each question."""
    folder, objects = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    store = Store(str(folder / "store"))

    def row(what: str, work: Callable[[], object]) -> None:
        begun, used = time.perf_counter(), time.process_time()
        answer = work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        took, cpu = time.perf_counter() - begun, time.process_time() - used
        print(f"{what:<42} {took:8.2f} s {cpu:8.2f} CPU s, peak so far {peak} MB: {answer}", flush=True)

    keys: list[str] = []
    row("fill", lambda: keys.extend(fill(store, objects)) or len(keys))
    row("list all objects", lambda: sum(1 for _ in store.shelf.places("objects")))
    row("list the first 1000", lambda: sum(1 for _, _ in zip(store.shelf.places("objects"), range(1000), strict=False)))
    row("one strict find", lambda: store.find(keys[0]) is not None)
    row("60,000 results, nothing noted", lambda: len(store.find_many(keys[:60_000])))
    row("60,000 results, noted", lambda: len(store.find_many(keys[:60_000])))
    time.sleep(3)
    row("60,000 results, noted and settled", lambda: len(Store(store.url).find_many(keys[:60_000])))
    row("60,000 results, again", lambda: len(Store(store.url).find_many(keys[:60_000])))
    row("status", lambda: status(store).stages)
    row("fsck", lambda: sum(1 for _ in check(store)))
    row("gc --dry-run (all is young)", lambda: collect(store, dry_run=True))
    for found in store.shelf.places("objects"):
        os.utime(f"{store.root}/{found.place}", (1, 1))
    row("gc, objects 50 years old", lambda: collect(store, keep_days=1))
    row("fsck", lambda: sum(1 for _ in check(store)))


if __name__ == "__main__":
    main()
