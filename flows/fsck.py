"""Reads a store and says what is wrong with it, and what is in it. A large store is never in memory as a whole."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass

import msgspec

from flows.epoch import Lease, alone
from flows.gc import folders, name_of
from flows.marks import Marks, marks
from flows.record import decode, is_of_later_schema
from flows.shelf import Lying, each, listed, some_of
from flows.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is in a store."""

    url: str
    records: int
    objects: int
    size: int
    """Bytes of both."""
    stages: dict[str, int]
    """Records by stage."""
    damaged: int
    """Things that were set aside because they could not be read."""


class _Stage(msgspec.Struct):
    stage: str = "unreadable"


_stage = msgspec.json.Decoder(_Stage)


def check(store: Store, repair: bool = False) -> Iterator[str]:
    """Reads everything and names what is wrong as it is found; with ``repair`` that is set aside, to be made again.

    Raises:
        DiskFull, ResourceError: this machine has no room for a list of the objects (100 bytes each).
        StoreBusy: with ``repair``, and a collection is at work.
    """
    with marks(store) as sizes, alone(store.shelf, store.url) if repair else nullcontext() as lease:
        if lease is not None:
            lease.begin()
        yield from _check(store, sizes, lease)


def _check(store: Store, sizes: Marks, lease: Lease | None) -> Iterator[str]:
    """With a lease what is wrong is set aside."""
    for under, look in (("objects", _objects), ("records", _records)):
        for found in listed(store.shelf, folders(under)):
            for some in some_of(found, 500):
                if lease is not None:
                    lease.alive()
                yield from look(store, some, sizes, lease is not None)


def _objects(store: Store, some: list[Lying], sizes: Marks, repair: bool) -> Iterator[str]:
    good: list[Lying] = []
    names = [name_of(lying) for lying in some]
    for lying, name, right in zip(some, names, each(store.shelf, store.is_right, names), strict=True):
        if right:
            good.append(lying)
            continue
        yield f"object {name} has another content"
        if repair:
            store.shelf.set_aside(lying.place, f"damaged/{name}-{uuid.uuid4().hex}")
    for lying in good:
        sizes.set([name_of(lying)], lying.size)


def _records(store: Store, some: list[Lying], sizes: Marks, repair: bool) -> Iterator[str]:
    contents = each(store.shelf, lambda lying: store.shelf.read(lying.place), some)
    for lying, content in zip(some, contents, strict=True):
        name = name_of(lying)
        record = decode(name, content or b"")
        if record is None:
            if content is None or is_of_later_schema(content):
                continue  # removed meanwhile, or not ours to judge
            yield f"record {name} cannot be read"
            if repair:
                store.shelf.set_aside(lying.place, f"damaged/{name}-{uuid.uuid4().hex}.json")
            continue
        there = sizes.of(record.objects)
        for digest, size in zip(record.objects, record.sizes or [-1] * len(record.objects), strict=True):
            # An object that came after its folder was read is asked for itself.
            found = there.get(digest)
            if found is None and not store.has(digest):
                yield f"record {name} misses object {digest}"
            elif found is not None and size not in (-1, found):
                yield f"record {name} wants {size} bytes of object {digest}, which has {found}"


def status(store: Store) -> Status:
    """Counts what is in a store. Reads every record."""
    shelf = store.shelf
    counts, stages, size = Counter[str](), Counter[str](), 0
    for under in ("objects", "records"):
        for found in listed(shelf, folders(under)):
            for some in some_of(found, 500):
                counts[under] += len(some)
                size += sum(lying.size for lying in some)
                if under == "records":
                    stages.update(map(_stage_of, each(shelf, lambda lying: shelf.read(lying.place), some)))
    return Status(
        url=store.url,
        records=counts["records"],
        objects=counts["objects"],
        size=size,
        stages=dict(sorted(stages.items())),
        damaged=sum(1 for _ in shelf.places("damaged")),
    )


def _stage_of(content: bytes | None) -> str:
    try:
        return _stage.decode(content or b"").stage
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "unreadable"
