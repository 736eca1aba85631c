"""Many results looked up at once: notes of what was there, checked against what listings cheaply tell.

On a disk every record and object that a note speaks of must be in its folder's list of names, so what was removed,
by whomever, is noticed. Not noticed is what was changed in place (an object cut short, another content): the strict
``Store.find`` sees the first and ``verify`` both, and either drops the note. On a remote store a note is believed under
the store's epoch, which everything of ours that removes changes first; what somebody removes by other means (a rule of
the bucket, another program) is noticed by the strict find of whoever needs it, which drops the note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from flows.epoch import find_epoch
from flows.index import Index
from flows.record import Record
from flows.shelf import Disk, Shelf
from languages.errors import ResourceError

FEW = 1000
"""Fewer than this are looked up one by one on a disk (about 40 µs each): listing folders would not be quicker."""
THREADS = 32
LIST_RECORDS, LIST_OBJECTS = 2_000, 20_000
"""From so many unknown keys on, a remote store is asked for lists instead of one thing at a time."""

Find = Callable[[str], Record | None]
FindBy = Callable[[str, Callable[[str], int | None]], Record | None]
"""A strict find that is told the size of an object by somebody."""


def find_many(shelf: Shelf, url: str, find: Find, find_by: FindBy, keys: Iterable[str]) -> dict[str, Record]:
    """The whole results under some keys, in the order of the keys; keys without one are left out."""
    wanted = list(dict.fromkeys(keys))
    disk = isinstance(shelf, Disk)
    if disk and len(wanted) < FEW:
        return {key: record for key in wanted if (record := find(key)) is not None}
    epoch = find_epoch(shelf)
    noted = Index(url, epoch).find(wanted) if epoch else {}
    if isinstance(shelf, Disk):
        noted, unknown = _listed(shelf, noted, wanted)
        found = {key: record for key in unknown if (record := find(key)) is not None}
    else:
        unknown = [key for key in wanted if key not in noted]
        found = _asked(shelf, find, find_by, unknown)
    if found:
        _note(shelf, url, epoch, found)
    noted.update(found)
    return {key: record for key in wanted if (record := noted.get(key)) is not None}


def _note(shelf: Shelf, url: str, epoch: str, found: dict[str, Record]) -> None:
    """Under the epoch from before they were found; one that is made just now may stand for what came before it."""
    try:
        if not epoch and shelf.read("epoch") is None:
            epoch = find_epoch(shelf, make=True)
    except ResourceError:
        return  # a store that may only be read: without notes, then
    if epoch:
        Index(url, epoch).note(found.values())


def _listed(disk: Disk, noted: dict[str, Record], wanted: Sequence[str]) -> tuple[dict[str, Record], list[str]]:
    """(notes that the lists of names bear out, keys that have a record but no such note)."""
    names = cache(disk.names)
    good: dict[str, Record] = {}
    unknown: list[str] = []
    for key in wanted:
        if f"{key}.json" not in names(f"records/{key[:2]}"):
            continue
        record = noted.get(key)
        if record is not None and all(d in names(f"objects/{d[:2]}") for d in record.objects):
            good[key] = record
        else:
            unknown.append(key)
    return good, unknown


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
