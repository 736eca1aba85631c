"""A marker in the store that changes before and after anything is removed: notes taken under another one are void.

The marker is also the lease of whoever removes: one collection at a time, on all machines. While something is being
removed the marker says so, and notes are neither believed nor taken. Who removes gives a sign of life each minute;
after 45 minutes without one, or when it is a process of this machine that has ended, whoever comes next takes the lease
over. One that was only stopped and wakes up later sees that and removes nothing more.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import msgspec

from flows.shelf import Shelf
from languages.errors import StoreBusy
from languages.owners import is_gone, owner

PLACE = "epoch"
STALE_S = 45 * 60.0
"""More than clocks may differ: S3 refuses requests of a clock that is 15 minutes off, so two are at most 30 apart."""
SIGN_S = 60.0
LOOK_S = 2.0
POLL_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """What the marker says."""

    schema: str = "Epoch.1"
    token: str
    removing: bool = False
    since: float
    """Unix time of the writer's clock: of the last sign of life of whoever removes."""
    owner: str = ""
    """Who holds the lease (``languages.owners`` and a part of its own), or empty."""


def find_epoch(shelf: Shelf, make: bool = False) -> str:
    """The store's epoch; empty while things are being removed, and where there is none and none is to be made.

    Raises:
        ResourceError: the store cannot be read or, to make one, written.
    """
    content = shelf.read(PLACE)
    if content is None and make:
        _put(shelf, None, _fresh())
        content = shelf.read(PLACE)
    if content is None:
        return ""
    epoch = _decode(content)
    if epoch is None or (epoch.removing and _lapsed(epoch)):
        _put(shelf, content, _fresh())
        return ""
    return "" if epoch.removing else epoch.token


def bump(shelf: Shelf) -> None:
    """Makes all notes void; whoever removes goes on."""
    _change(shelf, lambda there: replace(there, token=uuid.uuid4().hex) if there else _fresh())


class Lease:
    """The right to remove things from a store; see ``alone``."""

    def __init__(self, shelf: Shelf, url: str = "") -> None:
        self._shelf, self._url = shelf, url
        self._me = f"{owner()}-{uuid.uuid4().hex}"
        self._looked = self._signed = time.monotonic()
        self._removes = False

    def take(self, wait_s: float = 0.0) -> None:
        """Waits for so long where somebody else has it. Raises StoreBusy."""
        end = time.monotonic() + wait_s
        while True:
            try:
                _change(self._shelf, self._taken)
                return
            except StoreBusy:
                if time.monotonic() >= end:
                    raise
                time.sleep(min(POLL_S, wait_s))

    def _taken(self, there: Epoch | None) -> Epoch:
        if there is not None and there.owner not in ("", self._me) and not _lapsed(there):
            raise StoreBusy(
                f"Something else is collecting or mending in the store {self._url}: {there.owner.rpartition('-')[0]}, "
                f"which gave its last sign of life {max(0.0, time.time() - there.since):.0f} s ago.",
                expected="One at a time, on all machines together.",
                remedy="Wait for it, with --wait SECONDS if you like. If it was killed on another machine, it is given "
                f"up {STALE_S / 60:.0f} minutes after its last sign of life.",
            )
        token = uuid.uuid4().hex if there is None or there.removing else there.token
        return Epoch(token=token, since=time.time(), owner=self._me)

    def begin(self) -> None:
        """From now on things may be removed: notes are void until the lease is given up. Raises StoreBusy."""
        self._removes = True
        self._sign()

    def alive(self) -> None:
        """To be called before each small part of the work: a sign of life, and a look whether the lease is ours still.

        Raises:
            StoreBusy: it was taken over meanwhile (this process was stopped for long): nothing more may be removed.
        """
        now = time.monotonic()
        if now - self._signed > SIGN_S:
            self._sign()
        elif now - self._looked > LOOK_S:
            self._looked = now
            self._mine(_decode(self._shelf.read(PLACE) or b""))

    def _sign(self) -> None:
        def signed(there: Epoch | None) -> Epoch:
            mine = self._mine(there)
            return replace(mine, token=uuid.uuid4().hex, removing=self._removes, since=time.time())

        _change(self._shelf, signed)
        self._looked = self._signed = time.monotonic()

    def _mine(self, there: Epoch | None) -> Epoch:
        if there is None or there.owner != self._me:
            raise StoreBusy(
                f"Another collection took the store {self._url} over: this one gave no sign of life for too long.",
                remedy="Nothing is lost: what was removed was not needed, and the other one does the rest.",
            )
        return there

    def give_up(self) -> None:
        """Notes may be taken again; nothing happens where the lease is somebody else's by now."""

        def free(there: Epoch | None) -> Epoch | None:
            if there is None or there.owner != self._me:
                return None
            return Epoch(token=uuid.uuid4().hex if self._removes else there.token, since=time.time())

        _change(self._shelf, free)


@contextmanager
def alone(shelf: Shelf, url: str = "", wait_s: float = 0.0) -> Generator[Lease]:
    """Nobody else removes anything while this lasts; call ``begin`` before the first removal and ``alive`` often.

    Raises:
        StoreBusy: somebody else does, and did so for ``wait_s``.
    """
    lease = Lease(shelf, url)
    lease.take(wait_s)
    try:
        yield lease
    finally:
        lease.give_up()


def _lapsed(epoch: Epoch) -> bool:
    return is_gone(epoch.owner) is True or abs(time.time() - epoch.since) > STALE_S


def _fresh() -> Epoch:
    return Epoch(token=uuid.uuid4().hex, since=time.time())


def _change(shelf: Shelf, change: Callable[[Epoch | None], Epoch | None]) -> None:
    """Writes what ``change`` makes of what stands there, again where somebody was quicker; None changes nothing."""
    while True:
        content = shelf.read(PLACE)
        new = change(None if content is None else _decode(content))
        if new is None or _put(shelf, content, new):
            return


def _put(shelf: Shelf, old: bytes | None, new: Epoch) -> bool:
    content = msgspec.json.encode(new)
    return shelf.put_bytes(PLACE, content, first=True) if old is None else shelf.swap(PLACE, old, content)


def _decode(content: bytes) -> Epoch | None:
    try:
        return msgspec.json.decode(content, type=Epoch)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
