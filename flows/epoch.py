"""A marker in the store that changes before and after anything is removed: notes taken under another one are void.

While something is being removed the marker says so, and notes are neither believed nor taken. A removal that was
killed leaves it so; after two hours without a sign of life the marker is renewed by whoever looks.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from flows.shelf import Shelf

PLACE = "epoch"
STALE_S = 2 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """What the marker says."""

    schema: str = "Epoch.1"
    token: str
    removing: bool = False
    since: float
    """Unix time of the writer's clock."""


def find_epoch(shelf: Shelf, make: bool = False) -> str:
    """The store's epoch; empty while things are being removed, and where there is none and none is to be made.

    Raises:
        ResourceError: the store cannot be read or, to make one, written.
    """
    content = shelf.read(PLACE)
    if content is None and make:
        _write(shelf, None, removing=False)
        content = shelf.read(PLACE)
    if content is None:
        return ""
    epoch = _decode(content)
    if epoch is None or (epoch.removing and time.time() - epoch.since > STALE_S):
        _write(shelf, content, removing=False)
        return ""
    return "" if epoch.removing else epoch.token


def bump(shelf: Shelf) -> None:
    """Makes all notes void."""
    _until_written(shelf, removing=False)


@contextmanager
def removing(shelf: Shelf) -> Generator[Callable[[], None]]:
    """Notes are void while and after this lasts; call what it gives at least once in an hour."""
    told = time.monotonic()

    def alive() -> None:
        nonlocal told
        if time.monotonic() - told > 60:
            told = time.monotonic()
            _until_written(shelf, removing=True)

    _until_written(shelf, removing=True)
    try:
        yield alive
    finally:
        _until_written(shelf, removing=False)


def _until_written(shelf: Shelf, removing: bool) -> None:
    while not _write(shelf, shelf.read(PLACE), removing):
        pass  # somebody else was quicker: over theirs


def _write(shelf: Shelf, old: bytes | None, removing: bool) -> bool:
    new = msgspec.json.encode(Epoch(token=uuid.uuid4().hex, removing=removing, since=time.time()))
    return shelf.put_bytes(PLACE, new, first=True) if old is None else shelf.swap(PLACE, old, new)


def _decode(content: bytes) -> Epoch | None:
    try:
        return msgspec.json.decode(content, type=Epoch)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
