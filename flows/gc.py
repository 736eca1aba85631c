"""Garbage collection: what nothing needs any more is removed from a store, beside running writers.

Kept is what is younger than some days, what files under ``runs/`` name (``flows/roots.py``), and whatever those name
in turn: a record names by every 64 hexadecimal digits in it (objects, inputs, an edition's parts). Editions from before
records named their parts keep all that was there when they were made.

Nothing is removed that was put, committed or used by ``put_file`` within the last day, by the store's own clock, or
since the beginning of a run that is at work. A run that builds on results older than that says so with ``pinned``. One
collection is at work at a time (``flows/epoch.py``), and the store's epoch changes before anything is removed. Whoever
still loses a result to a collection in the same moment makes it again: a record without its objects is no result.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows import claims
from flows.epoch import PLACE, alone
from flows.marks import Marks, marks
from flows.patient import Patient
from flows.record import record_place
from flows.roots import contents_of_runs, forget, names_in, old_runs, pins, read_all
from flows.shelf import Disk, Lying, Shelf, each, listed, some_of
from flows.store import Store

KEEP_DAYS = 30.0
DAY_S = 24 * 3600.0
WAIT_DAYS = 30.0
"""A run of a cluster that was sent and never ended is forgotten after so many days, or ``keep_days`` if more."""
PINS_S = 2.0
BATCH = 1000
_PARTS = re.compile(rb'"parts"\s*:')
_FILM = re.compile(rb'"stage"\s*:\s*"film"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What a collection removed, or would."""

    records: int
    objects: int
    size: int
    """Bytes of both."""
    records_kept: int
    objects_kept: int
    swept: int = 0
    """Scratch, claims and unfinished uploads that ended processes left, and old damaged things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """From when on things are too young to be removed. Unix times by the store's clock."""

    now: float
    records: float
    """And editions, and runs of a cluster that have ended."""
    objects: float
    waiting: float
    """Runs of a cluster that were sent before and never ended are forgotten."""


def collect(
    store: Store, keep_days: float = KEEP_DAYS, dry_run: bool = False, grace_s: float = DAY_S, wait_s: float = 0.0
) -> Collected:
    """Removes what nothing needs; with ``dry_run`` only counts it.

    Args:
        wait_s: how long to wait where another collection is at work.

    Raises:
        DiskFull, ResourceError: this machine has no room for the list of what is kept (100 bytes each).
        StoreBusy: another collection is at work, or took over because this one stood still for very long.
        StoreUnavailable, StoreRefused: the store does not answer; what was removed until then was not needed.
    """
    if dry_run:
        return _Collection(store, dry_run=True).run(_ages(time.time(), keep_days, grace_s), lambda: None, lambda: None)
    with alone(store.shelf, store.url, wait_s) as lease:
        now = store.shelf.when(PLACE) or time.time()  # by the clock that says how old things are
        return _Collection(store, dry_run=False).run(_ages(now, keep_days, grace_s), lease.begin, lease.alive)


def _ages(now: float, keep_days: float, grace_s: float) -> Ages:
    keep_s = max(keep_days * DAY_S, grace_s)
    return Ages(
        now=now,
        records=now - keep_s,
        objects=now - grace_s,
        waiting=now - max(keep_s, WAIT_DAYS * DAY_S),
    )


def _is_blind(record: bytes) -> bool:
    """Whether this is an edition from before editions named their parts."""
    return _FILM.search(record) is not None and _PARTS.search(record) is None


def _mark(shelf: Shelf, kept: Marks, young: float, alive: Callable[[], None]) -> None:
    blind = 0.0
    for found in listed(shelf, folders("records")):
        roots = (lying for lying in found if _is_young(lying, young))
        for lying, content in read_all(shelf, roots):
            alive()
            _keep(kept, [name_of(lying)], content)
            if _is_blind(content):
                blind = max(blind, lying.when or math.inf)
    blind = max(blind, _follow(shelf, kept, alive))
    if blind:
        for found in listed(shelf, folders("records")):
            old = (lying for lying in found if lying.when <= blind + 1)
            for lying, content in read_all(shelf, old):
                alive()
                _keep(kept, [name_of(lying)], content)
        _follow(shelf, kept, alive)


def _is_young(lying: Lying, since: float) -> bool:
    return lying.when >= since or not lying.when  # 0: the shelf does not tell


def _follow(shelf: Shelf, kept: Marks, alive: Callable[[], None]) -> float:
    """Marks what the marked name in turn; infinity where an edition among them names no parts, else 0."""
    blind = 0.0
    while names := kept.waiting():
        alive()
        places = [Lying(record_place(name), 0, 0.0) for name in names]
        read = {name_of(lying): content for lying, content in read_all(shelf, places)}
        kept.set(names, 1)
        for key, content in read.items():
            _keep(kept, [key], content)
            if _is_blind(content):
                blind = math.inf
    return blind


def _keep(kept: Marks, keys: Sequence[str], content: bytes) -> None:
    """A record, the objects that it lists (which name nothing) and whatever else it names."""
    kept.set(keys, 1)
    listed = content.partition(b'"objects"')[2].partition(b"]")[0]
    kept.add(names_in(listed), 1)
    kept.add(names_in(content), 0)


class _Collection:
    """One collection, folder by folder: records before objects, so that one that is killed leaves nothing halved."""

    def __init__(self, store: Store, dry_run: bool) -> None:
        self._store, self._shelf, self._dry_run = store, store.shelf, dry_run
        self._removed = {"records": 0, "objects": 0}
        self._left = {"records": 0, "objects": 0}
        self._size = 0
        self._heeded = -PINS_S

    def run(self, ages: Ages, begin: Callable[[], None], alive: Callable[[], None]) -> Collected:
        """Marks what is needed and removes the rest; ``begin`` is called before the first removal."""
        with marks(self._store) as self._kept:
            names, since = pins(self._shelf, ages.now, sweep=not self._dry_run)
            self._kept.add(names, 0)
            forgotten = old_runs(self._shelf, ages.now, ages.records, ages.waiting)
            for content in contents_of_runs(self._shelf, forgotten):
                alive()
                self._kept.add(names_in(content), 0)
            _mark(self._shelf, self._kept, min(ages.records, since), alive)
            if not self._dry_run:
                begin()
                forget(self._shelf, forgotten)
            for under, before in (("records", min(ages.records, since)), ("objects", min(ages.objects, since))):
                for found in listed(self._shelf, folders(under)):
                    for some in some_of(found, BATCH):
                        alive()
                        self._heed_pins(ages.now, alive)
                        self._sweep(under, some, before)
        return self._told(0 if self._dry_run else self._store.sweep() + _left_over(self._shelf, ages))

    def _heed_pins(self, now: float, alive: Callable[[], None]) -> None:
        """Runs that began meanwhile; looked for every other second."""
        if time.monotonic() - self._heeded > PINS_S:
            self._heeded = time.monotonic()
            self._kept.add(pins(self._shelf, now, sweep=not self._dry_run)[0], 0)
            _follow(self._shelf, self._kept, alive)

    def _sweep(self, under: str, some: Sequence[Lying], before: float) -> None:
        marked = self._kept.of([name_of(lying) for lying in some])
        useless = [x for x in some if not _is_young(x, before) and name_of(x) not in marked]
        gone = useless
        if not self._dry_run:
            answers = each(self._shelf, lambda x: self._shelf.remove(x.place, unless_since=before), useless)
            gone = [lying for lying, removed in zip(useless, answers, strict=True) if removed]
        self._removed[under] += len(gone)
        self._left[under] += len(some) - len(gone)
        self._size += sum(lying.size for lying in gone)

    def _told(self, swept: int) -> Collected:
        """What came of it."""
        return Collected(
            records=self._removed["records"],
            objects=self._removed["objects"],
            size=self._size,
            records_kept=self._left["records"],
            objects_kept=self._left["objects"],
            swept=swept,
        )


def _left_over(shelf: Shelf, ages: Ages) -> int:
    swept = sum(shelf.remove(x.place) for x in list(shelf.places("damaged")) if not _is_young(x, ages.records))
    if not isinstance(shelf, Disk):
        swept += claims.sweep(shelf)
    behind = shelf.behind if isinstance(shelf, Patient) else shelf
    end_uploads = getattr(behind, "abandoned_uploads", None)
    return swept + (end_uploads(ages.objects) if end_uploads else 0)


def folders(under: str) -> list[str]:
    """The folders of all records, or of all objects."""
    return [f"{under}/{n:02x}" for n in range(256)]


def name_of(lying: Lying) -> str:
    """The digest or key of an object or record."""
    return lying.place.rpartition("/")[2].removesuffix(".json")
