"""Who is making a result just now: a claim per key, so that two runs need not do the same work.

Only an economy. A claim lasts for a lease and is renewed while its owner works; it lapses when it stood unchanged for a
lease by the clock of whoever waits (so clocks may differ), or for two seconds where it is torn; when its lease ran out
long ago (on this machine: at all); or when the owner is a process of this machine that has ended. Whatever fails here,
the work is done: the store's first commit wins.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from flows.shelf import Lying, Shelf, each, some_of
from languages.errors import ResourceError
from languages.owners import is_gone, owner

LEASE_S = 90.0
TORN_S = 2.0
"""A claim that is none for so long has an owner who was killed while it wrote it: that takes microseconds."""
SKEW_S = 1800.0
"""Clocks of two machines differ by less: S3 refuses whoever is 15 minutes off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What stands in a claim."""

    schema: str = "Claim.1"
    owner: str
    """Machine, process and a part of its own, as ``languages.owners`` tells them."""
    until: float
    """Unix time of the owner's clock."""


def claim_place(key: str) -> str:
    """Where the claim on a key lies in a store."""
    return f"claims/{key[:2]}/{key}"


class Claims:
    """The claims of one piece of work. Safe in many threads."""

    def __init__(self, shelf: Shelf, lease_s: float = LEASE_S) -> None:
        self._shelf, self._lease_s = shelf, lease_s
        self._me = f"{owner()}-{uuid.uuid4().hex}"
        self._held: dict[str, bytes] = {}
        self._seen: dict[str, tuple[bytes, float]] = {}
        """Claims of others, and since when (monotonic) they have stood unchanged."""
        self._lock = threading.Lock()

    def take(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Those of the keys that are ours now: nobody's before, or lapsed, or where claims fail."""
        return tuple(key for key, ours in zip(keys, each(self._shelf, self._take, keys), strict=True) if ours)

    def _take(self, key: str) -> bool:
        place, mine = claim_place(key), self._content()
        try:
            if self._shelf.mark(place, mine):
                return self._hold(key, mine)
            there = self._shelf.read(place)
            if there is None:
                return False  # it has just been released: asked again soon
            if there == mine:
                return self._hold(key, mine)  # the answer to our first attempt was lost
            if self._lapsed(key, there) and self._shelf.swap(place, there, mine):
                return self._hold(key, mine)
        except ResourceError:
            return True
        return False

    def _hold(self, key: str, content: bytes) -> bool:
        with self._lock:
            self._held[key] = content
            self._seen.pop(key, None)
        return True

    def _lapsed(self, key: str, content: bytes) -> bool:
        now = time.monotonic()
        with self._lock:
            before, since = self._seen.get(key, (None, now))
            if before != content:
                self._seen[key] = (content, now)
                since = now
        if now - since > self._lease_s:
            return True
        claim = decode(content)
        if claim is None:
            return now - since > TORN_S
        gone = is_gone(claim.owner)
        return gone is True or claim.until + (SKEW_S if gone is None else 0.0) < time.time()

    def _content(self) -> bytes:
        return msgspec.json.encode(Claim(owner=self._me, until=time.time() + self._lease_s))

    def renew(self) -> None:
        """Makes the claims that are still ours last for another lease."""
        with self._lock:
            held = list(self._held.items())
        each(self._shelf, self._renew, held)

    def _renew(self, held: tuple[str, bytes]) -> None:
        key, old = held
        new = self._content()
        with contextlib.suppress(ResourceError):
            renewed = self._shelf.swap(claim_place(key), old, new)
            with self._lock:
                if self._held.get(key) != old:
                    return
                if renewed:
                    self._held[key] = new
                else:
                    del self._held[key]  # somebody took it over: it is not ours to release

    def release(self, keys: Iterable[str]) -> None:
        """Gives claims up, those that others took over excepted."""
        with self._lock:
            held = [(key, content) for key in keys if (content := self._held.pop(key, None)) is not None]
        each(self._shelf, self._release, held)

    def _release(self, held: tuple[str, bytes]) -> None:
        key, mine = held
        with contextlib.suppress(ResourceError):
            if self._shelf.read(claim_place(key)) == mine:
                self._shelf.remove(claim_place(key))

    @contextmanager
    def renewing(self) -> Generator[None]:
        """Claims are renewed while this lasts, three times in a lease."""
        done = threading.Event()

        def work() -> None:
            while not done.wait(self._lease_s / 3):
                self.renew()

        thread = threading.Thread(target=work, daemon=True, name="claims")
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()


def decode(content: bytes) -> Claim | None:
    """The claim, or None where these bytes are none (its writer was killed while it wrote)."""
    try:
        return msgspec.json.decode(content, type=Claim)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def sweep(shelf: Shelf) -> int:
    """Removes claims that ended processes left, or that ran out long ago; how many."""
    swept = 0
    for some in some_of(shelf.places("claims"), 500):
        swept += sum(each(shelf, lambda x: _is_old(x, shelf.read(x.place)) and shelf.remove(x.place), some))
    return swept


def _is_old(lying: Lying, content: bytes | None) -> bool:
    claim = decode(content) if content is not None else None
    if claim is None:
        return time.time() - lying.when > TORN_S
    return is_gone(claim.owner) is True or claim.until < time.time() - 10 * LEASE_S
