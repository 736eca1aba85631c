"""Many results looked up at once: notes of what was there, checked against what listings cheaply tell.

On a disk the notes are compared with the lists of names of all folders that changed since, so that a record or object
that was removed, by whomever, is noticed (on a network disk as late as its cache tells that a folder changed). Not
noticed is what was changed in place (an object cut short, another content): the strict ``Store.find`` sees the first
and ``verify`` both, and either drops the note. On a remote store a note is believed under
the store's epoch, which everything of ours that removes changes first; what somebody removes by other means (a rule of
the bucket, another program) is noticed by the strict find of whoever needs it, which drops the note.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from flows.epoch import find_epoch
from flows.index import Index
from flows.record import Record
from flows.shelf import Disk, Shelf
from languages.errors import ResourceError

FEW = 1000
"""Fewer than this are looked up one by one on a disk (about 40 µs each): listing folders would not be quicker."""
SETTLED_S = 2.0
THREADS = 32
LIST_RECORDS, LIST_OBJECTS = 2_000, 20_000
"""From so many unknown keys on, a remote store is asked for lists instead of one thing at a time."""

Find = Callable[[str], Record | None]
FindBy = Callable[[str, Callable[[str], int | None]], Record | None]
"""A strict find that is told the size of an object by somebody."""


class Results(Mapping[str, Record]):
    """Whole results by key, in the order asked for. Whether one is there costs nothing; records are read on demand."""

    def __init__(self, found: dict[str, Record | None], notes: Index | None, find: Find) -> None:
        """``found`` has None where the record is in the notes."""
        self._found, self._notes, self._find = found, notes, find

    def __getitem__(self, key: str) -> Record:
        record = self._found[key]
        if record is None:
            self._read()
            record = self._found[key]
        if record is None:
            raise KeyError(key)
        return record

    def _read(self) -> None:
        noted = [key for key, record in self._found.items() if record is None]
        read = self._notes.records(noted) if self._notes else {}
        for key in noted:
            record = read.get(key) or self._find(key)
            if record is not None:
                self._found[key] = record

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def find_many(shelf: Shelf, url: str, find: Find, find_by: FindBy, keys: Iterable[str]) -> Results:
    """The whole results under some keys, in the order of the keys; keys without one are left out."""
    wanted = list(dict.fromkeys(keys))
    if isinstance(shelf, Disk) and len(wanted) < FEW:
        few: dict[str, Record | None] = {key: record for key in wanted if (record := find(key)) is not None}
        return Results(few, None, find)
    epoch = find_epoch(shelf)
    notes = Index(url, epoch) if epoch else None
    if isinstance(shelf, Disk):
        good = notes.find(wanted) if notes and _settled(shelf, notes) else set[str]()
        unknown = [key for key in wanted if key not in good]
        if len(unknown) > FEW:
            there = set(_with_record(shelf, unknown))
            unknown = [key for key in unknown if key in there]
        new = {key: record for key in unknown if (record := find(key)) is not None}
    else:
        good = notes.find(wanted) if notes else set[str]()
        new = _asked(shelf, find, find_by, [key for key in wanted if key not in good])
    if new:
        _note(shelf, url, epoch, new)
    found = dict[str, Record | None].fromkeys(wanted if len(good) == len(wanted) else [k for k in wanted if k in good])
    if new:
        found = {key: new.get(key) for key in wanted if key in new or key in found}
    return Results(found, notes, find)


def _note(shelf: Shelf, url: str, epoch: str, found: dict[str, Record]) -> None:
    """Under the epoch from before they were found; one that is made just now may stand for what came before it."""
    try:
        if not epoch and shelf.read("epoch") is None:
            epoch = find_epoch(shelf, make=True)
    except ResourceError:
        return  # a store that may only be read: without notes, then
    if epoch:
        Index(url, epoch).note(found.values())


def _settled(disk: Disk, notes: Index) -> bool:
    """Compares the notes with the lists of names of those folders that changed since; False where that cannot be."""
    before = notes.stamps()
    changed: list[tuple[str, str]] = []
    for under in ("records", "objects"):
        for n in range(256):
            folder = f"{under}/{n:02x}"
            stamp = _stamp(disk, folder)
            if stamp == "?" or before.get(folder, "") != stamp:
                changed.append((folder, stamp))
    return not changed or notes.settle((folder, stamp, set(disk.names(folder))) for folder, stamp in changed)


def _stamp(disk: Disk, folder: str) -> str:
    """Changes when a name in a folder comes or goes; empty where there is no folder.

    ``?`` where it changed just now: what changes in the same tick of the disk's clock could not be told from it.
    """
    try:
        told = os.stat(f"{disk.root}/{folder}")
    except FileNotFoundError:
        return ""
    return f"{told.st_dev}.{told.st_ino}.{told.st_mtime_ns}" if time.time() - told.st_mtime > SETTLED_S else "?"


def _with_record(disk: Disk, keys: Iterable[str]) -> Iterator[str]:
    """Those of some keys that have a record; one folder's names at a time in memory."""
    by_folder: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_folder[key[:2]].append(key)
    for folder, some in by_folder.items():
        names = set(disk.names(f"records/{folder}"))
        yield from (key for key in some if f"{key}.json" in names)


def _asked(shelf: Shelf, find: Find, find_by: FindBy, unknown: Sequence[str]) -> dict[str, Record]:
    """What a remote store says of keys, many questions at once."""

    @cache
    def sizes(folder: str) -> dict[str, int]:
        return {lying.place: lying.size for lying in shelf.places(folder)}

    def size(place: str) -> int | None:
        return sizes(place.rpartition("/")[0]).get(place)

    with ThreadPoolExecutor(THREADS) as threads:
        if len(unknown) >= LIST_RECORDS:
            list(threads.map(sizes, sorted({f"records/{key[:2]}" for key in unknown})))
            unknown = [key for key in unknown if size(f"records/{key[:2]}/{key}.json") is not None]
        if len(unknown) >= LIST_OBJECTS:
            list(threads.map(sizes, [f"objects/{n:02x}" for n in range(256)]))
            answers = threads.map(lambda key: find_by(key, size), unknown)
        else:
            answers = threads.map(find, unknown)
        return {key: record for key, record in zip(unknown, answers, strict=True) if record is not None}
