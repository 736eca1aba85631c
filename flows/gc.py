"""Garbage collection: what nothing needs any more is removed from a store, beside running writers.

Kept is what is younger than some days, every edition that a file under ``runs/`` names, and whatever those name in
turn: a record names by every 64 hexadecimal digits in it (objects, inputs, an edition's parts). Editions from before
records named their parts keep all that was there when they were made.

Nothing is removed that was put, committed or used by ``put_file`` within the last day. A run that builds on results
older than that says so with ``pinned``. The store's epoch changes before anything is removed. Whoever still loses a
result to a collection in the same moment makes it again: a record without its objects is no result.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from flows import claims
from flows.epoch import removing
from flows.marks import Marks, marks
from flows.patient import Patient
from flows.processes import is_gone, owner
from flows.record import record_place
from flows.shelf import Disk, Lying, Shelf, each
from flows.store import Store

KEEP_DAYS = 30.0
DAY_S = 24 * 3600.0
PIN_S = 7 * DAY_S
PINS_S = 2.0
SHARDS = tuple(f"{n:02x}" for n in range(256))
_NAMES = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
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


@contextmanager
def pinned(store: Store, keys: Iterable[str]) -> Generator[None]:
    """No collection that begins, or comes to them, while this lasts (a week at most) removes the results under keys."""
    place = f"runs/pins/{owner()}-{uuid.uuid4().hex}.json"
    store.shelf.put_bytes(place, msgspec.json.encode({"schema": "Pin.1", "keys": list(keys)}), first=False)
    try:
        yield
    finally:
        store.shelf.remove(place)


def collect(store: Store, keep_days: float = KEEP_DAYS, dry_run: bool = False, grace_s: float = DAY_S) -> Collected:
    """Removes what nothing needs; with ``dry_run`` only counts it.

    Raises:
        DiskFull, ResourceError: this machine has no room for the list of what is kept (100 bytes each).
        StoreUnavailable, StoreRefused: the store does not answer; what was removed until then was not needed.
    """
    now = time.time()
    with marks(store) as kept:
        _mark(store.shelf, kept, now - max(keep_days * DAY_S, grace_s))
        collection = _Collection(store.shelf, kept, dry_run)
        if dry_run:
            collection.sweep(now - max(keep_days * DAY_S, grace_s), now - grace_s, lambda: None)
            return collection.told(0)
        with removing(store.shelf) as alive:
            collection.sweep(now - max(keep_days * DAY_S, grace_s), now - grace_s, alive)
        swept = store.sweep() + _left_over(store.shelf, now - max(keep_days * DAY_S, grace_s), now - grace_s)
        return collection.told(swept)


def _is_blind(record: bytes) -> bool:
    """Whether this is an edition from before editions named their parts."""
    return _FILM.search(record) is not None and _PARTS.search(record) is None


def _mark(shelf: Shelf, kept: Marks, young: float) -> None:
    blind = 0.0
    for shard in SHARDS:
        roots = (lying for lying in shelf.places(f"records/{shard}") if lying.when >= young)
        for lying, content in _read(shelf, roots):
            _keep(kept, [name_of(lying)], content)
            if _is_blind(content):
                blind = max(blind, lying.when)
    _mark_runs(shelf, kept, shelf.places("runs"))
    blind = max(blind, _follow(shelf, kept))
    if blind:
        for shard in SHARDS:
            old = (lying for lying in shelf.places(f"records/{shard}") if lying.when <= blind + 1)
            for lying, content in _read(shelf, old):
                _keep(kept, [name_of(lying)], content)
        _follow(shelf, kept)


def _mark_runs(shelf: Shelf, kept: Marks, found: Iterable[Lying]) -> None:
    """What files under ``runs/`` name, expired pins excepted; those are removed."""
    for lying, content in _read(shelf, (x for x in found if x.place.endswith(".json"))):
        name = lying.place.rpartition("/")[2]
        if lying.place.startswith("runs/pins/") and (is_gone(name) is True or time.time() - lying.when > PIN_S):
            shelf.remove(lying.place)
            continue
        kept.add((match.group().decode() for match in _NAMES.finditer(content)), 0)


def _follow(shelf: Shelf, kept: Marks) -> float:
    """Marks what the marked name in turn; when the youngest edition was made that names no parts, or 0."""
    blind = 0.0
    while names := kept.waiting():
        places = [Lying(record_place(name), 0, 0.0) for name in names]
        read = {name_of(lying): content for lying, content in _read(shelf, places)}
        kept.set(names, 1)
        for key, content in read.items():
            _keep(kept, [key], content)
            if _is_blind(content):
                blind = time.time()
    return blind


def _keep(kept: Marks, keys: Sequence[str], content: bytes) -> None:
    """A record, the objects that it lists (which name nothing) and whatever else it names."""
    kept.set(keys, 1)
    listed = content.partition(b'"objects"')[2].partition(b"]")[0]
    kept.add((match.group().decode() for match in _NAMES.finditer(listed)), 1)
    kept.add((match.group().decode() for match in _NAMES.finditer(content)), 0)


def _read(shelf: Shelf, places: Iterable[Lying]) -> Iterator[tuple[Lying, bytes]]:
    """(where, content) of what is there."""
    for some in some_of(places, 500):
        for lying, content in zip(some, each(shelf, lambda x: shelf.read(x.place), some), strict=True):
            if content is not None:
                yield lying, content


class _Collection:
    """The removal, folder by folder: records before objects, so that one that is killed leaves nothing halved."""

    def __init__(self, shelf: Shelf, kept: Marks, dry_run: bool) -> None:
        self._shelf, self._kept, self._dry_run = shelf, kept, dry_run
        self._removed = {"records": 0, "objects": 0}
        self._left = {"records": 0, "objects": 0}
        self._size = 0
        self._heeded = -PINS_S

    def sweep(self, records_before: float, objects_before: float, alive: Callable[[], None]) -> None:
        """Removes what is not marked and was put before (Unix times)."""
        for under, before in (("records", records_before), ("objects", objects_before)):
            for shard in SHARDS:
                alive()
                self._heed_pins()
                for some in some_of(self._shelf.places(f"{under}/{shard}"), 5000):
                    self._sweep(under, some, before)

    def _heed_pins(self) -> None:
        """Runs that began meanwhile; looked for every other second."""
        if time.monotonic() - self._heeded > PINS_S:
            self._heeded = time.monotonic()
            _mark_runs(self._shelf, self._kept, self._shelf.places("runs/pins"))
            _follow(self._shelf, self._kept)

    def _sweep(self, under: str, some: Sequence[Lying], before: float) -> None:
        marked = self._kept.of([name_of(lying) for lying in some])
        useless = [lying for lying in some if lying.when < before and name_of(lying) not in marked]
        gone = useless
        if not self._dry_run:
            answers = each(self._shelf, lambda x: self._shelf.remove(x.place, unless_since=before), useless)
            gone = [lying for lying, removed in zip(useless, answers, strict=True) if removed]
        self._removed[under] += len(gone)
        self._left[under] += len(some) - len(gone)
        self._size += sum(lying.size for lying in gone)

    def told(self, swept: int) -> Collected:
        """What came of it."""
        return Collected(
            records=self._removed["records"],
            objects=self._removed["objects"],
            size=self._size,
            records_kept=self._left["records"],
            objects_kept=self._left["objects"],
            swept=swept,
        )


def _left_over(shelf: Shelf, damaged_before: float, uploads_before: float) -> int:
    swept = sum(shelf.remove(x.place) for x in list(shelf.places("damaged")) if x.when < damaged_before)
    if not isinstance(shelf, Disk):
        swept += claims.sweep(shelf)
    behind = shelf.behind if isinstance(shelf, Patient) else shelf
    end_uploads = getattr(behind, "abandoned_uploads", None)
    return swept + (end_uploads(uploads_before) if end_uploads else 0)


T = TypeVar("T")


def some_of(items: Iterable[T], many: int) -> Iterator[list[T]]:
    """Items in lists of at most so many."""
    some: list[T] = []
    for item in items:
        some.append(item)
        if len(some) == many:
            yield some
            some = []
    if some:
        yield some


def name_of(lying: Lying) -> str:
    """The digest or key of an object or record."""
    return lying.place.rpartition("/")[2].removesuffix(".json")
