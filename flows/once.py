"""Work that two runs, or two chunks of one run, want at the same time is done by one of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from flows.claims import LEASE_S, Claims
from flows.observe import cache
from flows.recipe import Receipt
from flows.shelf import Disk, each
from flows.store import Store

POLL_S, LONGEST_S, REMOTE_S = 0.02, 1.0, 4.0
"""How often others' results are looked for: after 20 ms, then ever more rarely; a remote store at most each 4 s."""


def alike(receipts: Sequence[Receipt], keys: Sequence[str]) -> tuple[Receipt, ...]:
    """Receipts of units of which some have one key: what became of its first unit became of all; one made it."""
    first: dict[str, Receipt] = {}
    for receipt, key in zip(receipts, keys, strict=True):
        first.setdefault(key, receipt)
    return tuple(
        Receipt(unit=r.unit, failed=first[k].failed) if first[k].failed and first[k] is not r else r
        for r, k in zip(receipts, keys, strict=True)
    )


def once(
    store: Store, keys: Iterable[str], make: Callable[[tuple[str, ...]], object], lease_s: float = LEASE_S
) -> frozenset[str]:
    """Sees to it that whatever can be made under some keys is in the store; gives the keys that ``make`` was given.

    ``make`` gets keys that nobody else is making and the store does not hold, each once, in the order of ``keys``; it
    commits what it can. It may be called several times: what another run had begun and gave up, or lost with its
    process, is made here. Afterwards a key without a result is one that was given to ``make``, which failed at it.
    Waits for what others are making, at most one lease longer than they show signs of life.

    Raises:
        Whatever ``make`` raises; the claims are given up before.
    """
    wanted = tuple(dict.fromkeys(keys))
    missing = _missing(store, wanted)
    cache(len(wanted) - len(missing), len(missing))
    claims = Claims(store.shelf, lease_s)
    given: set[str] = set()
    longest = LONGEST_S if isinstance(store.shelf, Disk) else REMOTE_S
    pause = POLL_S
    while missing:
        mine = claims.take(missing)
        if mine:
            try:
                # Somebody may have committed and given up the claim between our look and our claim.
                left = tuple(_missing(store, mine))
                if left:
                    given.update(left)
                    with claims.renewing():
                        make(left)
            finally:
                claims.release(mine)
            pause = POLL_S
        else:
            time.sleep(pause)
            pause = min(pause * 1.5, longest)
        taken = frozenset(mine)
        missing = _missing(store, [key for key in missing if key not in taken])
    return frozenset(given)


def _missing(store: Store, keys: Sequence[str]) -> list[str]:
    """Those of some keys that have no result; a remote store is asked for many at once."""
    return [key for key, there in zip(keys, each(store.shelf, store.find, keys), strict=True) if there is None]
